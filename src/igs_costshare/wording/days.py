"""The day that a text names, as people write one: `12/03/2027`, `14 maart 2027`, `2027-03-12`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache

from igs_costshare.wording.catalogue import codes, locale_module

_DAY = re.compile(
    r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])"
    r"|(?<![\w/.-])(?:"
    r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<last>\d{4})"
    r"|(?P<of>\d{1,2})(?:er|e|ste|de|st|nd|rd|th)?\s+(?P<name>[^\W\d_]+)\.?\s+(?P<in>\d{4})"
    r")(?![\w/-]|\.\d)"
)


def day_in(text: str) -> date | None:
    """The first day of the calendar that a text names; None where it names none.

    The day stands before the month, as in Belgium; months are those of every language there is.

    >>> day_in("gemeenteraad 12/03/2027, punt 7"), day_in("stuurgroep 14 maart 2027")
    (datetime.date(2027, 3, 12), datetime.date(2027, 3, 14))
    """
    return next(_days(text), None)


def _days(text: str) -> Iterator[date]:
    for found in _DAY.finditer(text):
        if found["year"]:
            parts = int(found["year"]), int(found["month"]), int(found["day"])
        elif found["last"]:
            parts = int(found["last"]), int(found["second"]), int(found["first"])
        else:
            parts = int(found["in"]), _months().get(_bare(found["name"]), 0), int(found["of"])
        try:
            yield date(*parts)
        except ValueError:  # the 31st of February, or no month
            continue


@cache
def _months() -> dict[str, int]:
    """The number of each month, by its name in every language."""
    return {
        _bare(name): number
        for code in codes()
        for number, name in enumerate(locale_module(code).MONTHS, 1)
    }


def _bare(name: str) -> str:
    """A name in small letters, without accents."""
    apart = unicodedata.normalize("NFD", name.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))
