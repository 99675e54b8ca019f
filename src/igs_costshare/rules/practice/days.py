"""The homes of a network: how many days they are there, and how often somebody stays."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from decimal import Decimal

from igs_costshare.errors import Path
from igs_costshare.language import Language, Words
from igs_costshare.network import DayPrice, Network, Unit
from igs_costshare.rules.rule import Case, Finding, Rule


def _places(network: Network) -> Iterator[tuple[Path, DayPrice | Unit]]:
    """Where days and occupancy may be stated."""
    if network.day_price is not None:
        yield ("day_price",), network.day_price
    for id, home in network.unit.items():
        yield ("unit", id), home


_LEAP = Words(
    "{days} dagen, en {year} is een schrikkeljaar van {whole} dagen",
    "{days} days, and {year} is a leap year of {whole} days",
)
_COMMON = Words(
    "{days} dagen, en {year} heeft er {whole}", "{days} days, and {year} has {whole} of them"
)
_WHOLE_YEAR = Words(
    "neem {whole}, of het aantal dagen dat een woning echt beschikbaar is",
    "take {whole}, or the number of days that a home is really available",
)
_SHORT, _LONG = 365, 366


def _not_of_this_year(case: Case, language: Language) -> Iterator[Finding]:
    """A whole year of days, but of another kind of year; 360 and less are a convention."""
    if case.network.year is None:
        return
    year = int(case.network.year)
    whole, other, words = (_LONG, _SHORT, _LEAP) if isleap(year) else (_SHORT, _LONG, _COMMON)
    for path, stated in _places(case.network):
        if stated.days == other:
            yield Finding(
                words.say(language, days=other, year=year, whole=whole),
                (*path, "days"),
                _WHOLE_YEAR.say(language, whole=whole),
            )


_NOBODY = Words(
    "de bezettingsgraad is 0: er verblijft nooit iemand", "the occupancy is 0: nobody ever stays"
)
_ALWAYS = Words(
    "de bezettingsgraad is 1: er verblijft altijd iemand",
    "the occupancy is 1: somebody always stays",
)
_REALISTIC = Words(
    "een noodwoning staat nu en dan leeg: 85 % is `0.85`",
    "an emergency home is empty now and then: 85 % is `0.85`",
)


def _never_or_always(case: Case, language: Language) -> Iterator[Finding]:
    for path, stated in _places(case.network):
        if stated.occupancy in (Decimal(0), Decimal(1)):
            words = _ALWAYS if stated.occupancy else _NOBODY
            yield Finding(words.say(language), (*path, "occupancy"), _REALISTIC.say(language))


DAYS: tuple[Rule, ...] = (
    Rule(
        "practice-days-of-year",
        "warning",
        "docs/regels.md",
        Words(
            "een schrikkeljaar telt 366 dagen en een ander jaar 365; 360, het bankjaar, is een "
            "afspraak",
            "a leap year has 366 days and another one 365; 360, the banker's year, is a convention",
        ),
        _not_of_this_year,
    ),
    Rule(
        "practice-occupancy",
        "warning",
        "docs/regels.md",
        Words(
            "de bezettingsgraad van een woning ligt tussen 0 en 1",
            "the occupancy of a home lies between 0 and 1",
        ),
        _never_or_always,
    ),
)
