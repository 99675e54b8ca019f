"""The homes of a network: how many days they are there, and how often somebody stays."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from decimal import Decimal

from igs_costshare.description.network import DayPrice, Network, Unit
from igs_costshare.errors import Path
from igs_costshare.messages import say
from igs_costshare.rules.rule import Case, Finding, Rule


def _places(network: Network) -> Iterator[tuple[Path, DayPrice | Unit]]:
    """Where days and occupancy may be stated."""
    if network.day_price is not None:
        yield ("day_price",), network.day_price
    for id, home in network.unit.items():
        yield ("unit", id), home


_SHORT, _LONG = 365, 366


def _not_of_this_year(case: Case) -> Iterator[Finding]:
    """A whole year of days, but of another kind of year; 360 and less are a convention."""
    if case.network.year is None:
        return
    year = int(case.network.year)
    whole, other = (_LONG, _SHORT) if isleap(year) else (_SHORT, _LONG)
    for path, stated in _places(case.network):
        if stated.days == other:
            yield Finding(
                say("rule.days_leap", days=other, year=str(year), whole=whole)
                if isleap(year)
                else say("rule.days_common", days=other, year=str(year), whole=whole),
                (*path, "days"),
                say("rule.days_whole_year", whole=whole),
            )


def _never_or_always(case: Case) -> Iterator[Finding]:
    for path, stated in _places(case.network):
        if stated.occupancy in (Decimal(0), Decimal(1)):
            message = say("rule.days_always") if stated.occupancy else say("rule.days_nobody")
            yield Finding(message, (*path, "occupancy"), say("rule.days_realistic"))


DAYS: tuple[Rule, ...] = (
    Rule(
        "practice-days-of-year",
        "warning",
        "docs/regels.md",
        say("rule.is_practice_days_of_year"),
        _not_of_this_year,
    ),
    Rule(
        "practice-occupancy",
        "warning",
        "docs/regels.md",
        say("rule.is_practice_occupancy"),
        _never_or_always,
    ),
)
