"""What may tell who somebody is: such a cell is refused, and no message repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igs_costshare.messages import Message, say

_REGISTER_NUMBER = re.compile(
    r"(?<![0-9])(?=(?:19|20)?([0-9](?:[^0-9\n]*[0-9]){10})(?![0-9]))"
    r"|(?<![0-9])(?=([0-9](?:[^0-9\n]*[0-9]){10})(?![0-9]))"
)
"""Eleven digits, whatever stands between them; within other signs too, but in no longer number
than one with its century in front."""
_S = "[ ._/-]"
_YEAR, _MONTH, _DAY = (
    "(?P<year>(?:19|20)[0-9]{2})",
    "(?:0?[1-9]|1[0-2])",
    "(?:0?[1-9]|[12][0-9]|3[01])",
)
_MM, _DD = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_NAME = (
    "(?:jan|feb|fev|f\u00e9v|maa|mrt|mar|m\u00e4r|apr|avr|mei|mai|may|jun|jui|jul|aug|aou|ao\u00fb"
    "|sep|okt|oct|nov|dec|d\u00e9c|dez)[^\\W\\d_]{0,6}"
)
"""A month in the languages of the country and in English, whole or cut off."""
_HAS_MONTH = re.compile(_NAME)
_DATES = tuple(
    re.compile(rf"(?<![0-9])(?={form}(?![0-9]))")
    for form in (
        f"{_YEAR}{_S}+{_MONTH}{_S}+{_DAY}",
        f"{_DAY}{_S}+{_MONTH}{_S}+{_YEAR}",
        f"{_YEAR}{_S}*{_MM}{_S}*{_DD}",
        f"{_DD}{_S}*{_MM}{_S}*{_YEAR}",
    )
)
"""A full date, the year first or last, since 1900: who was born before stays nowhere."""
_NAMED_DATES = tuple(
    re.compile(rf"(?<![0-9])(?={form}(?![0-9]))")
    for form in (
        f"{_YEAR}{_S}*{_NAME}{_S}*{_DAY}",
        f"{_DAY}{_S}*{_NAME}{_S}*{_YEAR}",
        f"{_NAME}{_S}*{_DAY}{_S}+{_YEAR}",
    )
)
"""A full date with the name of its month."""
_SHORT_DATES = tuple(
    re.compile(rf"(?<![0-9a-z]){form}(?![0-9a-z])")
    for form in (
        f"(?P<year>[0-9]{{2}}){_S}+{_MONTH}{_S}+{_DAY}",
        f"{_DAY}{_S}+{_MONTH}{_S}+(?P<year>[0-9]{{2}})",
        f"{_DAY}{_S}*{_NAME}{_S}*(?P<year>[0-9]{{2}})",
    )
)
"""A full date of which the year has two digits."""
_YEAR_FIRST = rf"(?<![0-9]){_YEAR}(?P<mark>{_S}){_MONTH}(?P=mark){_DAY}(?![0-9])"
_SERIAL = "(?:[0-2]?[0-9]|3[01]|[0-9]{3})"
_WITH_SERIAL = re.compile(rf"[^0-9]*{_YEAR_FIRST}(?:{_S}+{_SERIAL})?[^0-9]*")
"""A full date and no more than one number, which is no birth year of somebody over thirty."""
_FULL_DATE = re.compile(_YEAR_FIRST)
_FORMS = re.compile(
    rf"(?<!0)0{{1,4}}{_S}+0{{1,2}}{_S}+0{{1,4}}(?!0)"
    rf"|(?<!0)(?:0{{4}}{_S}*00{_S}*00|00{_S}*00{_S}*0{{4}})(?!0)"
    rf"|0{_S}*a{{3,9}}{_S}*0|a{{3,9}}{_S}*0{{1,2}}{_S}+0{{4}}"
    r"|0(?:[^0]*0){10}"
)
"""How a date or a register number looks in a text of which each digit is a 0, each letter an a."""
_MANY_DIGITS = re.compile(r"[0-9](?:[^0-9\n]*[0-9]){5}")
_LIKE_AN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,11}")
_MOST_DIGITS = 5
"""Digits of a cell that is quoted: dates and numbers of people have more."""
_LIKE_A_DATE = re.compile(
    rf"[0-9]{_S}+[0-9]{{1,2}}{_S}+[0-9]"
    rf"|[0-9][^0-9a-z]*{_NAME}|(?<![a-z]){_NAME}[^0-9a-z]*[0-9]"
    r"|(?<![0-9a-z])[0-9]{5}(?![0-9a-z])|\A(?:[^0-9a-z]*[0-9]){4,}[^0-9a-z]*\Z",
    re.IGNORECASE,
)
"""Any short form of a date, a month with a number, a day as Excel counts it; four digits alone."""
_RECENT = 2
"""Years from the next one back to the last but one that is of no birth."""
_BORN_SINCE_2000 = 2 * 10**9


def may_identify(text: str) -> bool:
    """Whether a text has as many digits as a date, or more."""
    return _MANY_DIGITS.search(text) is not None


def form_may_identify(form: str) -> bool:
    """Whether a code of that form (each digit a 0) may be one of those that `identifies` tells."""
    return _FORMS.search(form) is not None


def identifies(text: str, year: int) -> Message | None:
    """What a code, or any of some lines of codes, says of a person; None where it says nothing.

    A national register number (of those born since 2000, and BIS numbers, too), or a full date
    two years or more before the year.
    """
    if any(map(_has_check_digits, _numbers_in(text))):
        return say("register.national_number")
    text = text.lower()
    forms = _DATES + _NAMED_DATES if _HAS_MONTH.search(text) else _DATES
    if any(_is_old(found, year) for form in forms for found in form.finditer(text)):
        return say("register.birth_date")
    # Looked at line by line only where there is one at all.
    if any(form.search(text) for form in _SHORT_DATES) and any(
        _was_long_ago(line, year) for line in text.split("\n")
    ):
        return say("register.birth_date")
    return None


def _is_old(found: re.Match[str], year: int) -> bool:
    """Whether a date with a year of four digits may be one of birth."""
    return int(found["year"]) <= year - 2


def _was_long_ago(code: str, year: int) -> bool:
    """Whether a date with a year of two digits is one of long ago, and can be none of late.

    A full date of late with a serial number behind it is none.
    """
    serial = _WITH_SERIAL.fullmatch(code)
    if serial and not _is_old(serial, year):
        return False
    rest = _FULL_DATE.sub(lambda found: found[0] if _is_old(found, year) else "|", code)
    return any(_is_short_and_old(each, year) for each in (code, rest))


def _is_short_and_old(code: str, year: int) -> bool:
    years = [int(found["year"]) for form in _SHORT_DATES for found in form.finditer(code)]
    ages = [(year + 1 - each) % 100 for each in years]
    return bool(ages) and min(ages) > _RECENT


def _numbers_in(text: str) -> Iterator[str]:
    for found in _REGISTER_NUMBER.finditer(text):
        yield re.sub("[^0-9]", "", found[1] or found[2])


def _has_check_digits(digits: str) -> bool:
    """Whether the last two digits are 97 less the remainder of the others."""
    number, check = int(digits[:9]), int(digits[9:])
    return check in (97 - number % 97, 97 - (_BORN_SINCE_2000 + number) % 97)


def is_like_a_date(text: str) -> bool:
    """Whether a text may be a day, in any form that people and programs write one."""
    return _LIKE_A_DATE.search(text) is not None


def can_be_quoted(cell: str, *, alike: bool) -> bool:
    """Whether a message may repeat a cell: it looks like an id, not like a person or a date.

    `alike`: whether it resembles what is known; other names have capitals.
    """
    return (
        _LIKE_AN_ID.fullmatch(cell) is not None
        and sum(map(str.isdigit, cell)) <= _MOST_DIGITS
        and not is_like_a_date(cell)
        and (alike or cell == cell.lower())
    )
