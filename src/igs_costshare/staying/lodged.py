"""Homes beside the nights that a register has in them: on how many days they could be used."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from igs_costshare.description.network import Network, Unit
from igs_costshare.money import rounded
from igs_costshare.sharing.exact import total_of
from igs_costshare.sharing.homes import earning_homes, homes_named, homes_of, income_nights, terms
from igs_costshare.sharing.presence import ONE, length_of_year, part_of_year, presence_of


class Lodged(NamedTuple):
    """A home with a name, or the homes of an owner that a register does not tell apart."""

    home: str | None
    """None for homes that are not told apart."""
    owner: str
    name: str
    """Of the home; else of its owner."""
    number: int
    """How many homes; 0 where each of the owner's homes has a name."""
    years: Fraction
    """The same, each for the part of the year that its owner is there."""
    nights: int
    """Within the year, of all that stayed."""
    amount: Fraction
    """What they come to at their price, exact, in euros."""
    days: Fraction
    """In the year on which they could be used, together, exact."""
    available: Decimal
    """Those days as shown: whole ones where their owner is there for a part of the year."""
    most: Decimal
    """Nights that they can have had: the same, or where no days are stated and months count, those
    of the calendar on which their owner was there."""


def presence_by_partner(network: Network) -> Mapping[str, Fraction]:
    """The part of the year that each partner is there."""
    parts = presence_of(network) or (ONE,) * len(network.partner)
    return dict(zip(network.partner, parts, strict=True))


def lodged(network: Network) -> Iterator[Lodged]:
    """The homes in the order of the partners that own them."""
    present = presence_by_partner(network)
    numbers, named = homes_of(network), homes_named(network)
    for owner, homes in earning_homes(network).items():
        for each in homes:
            if each.id is not None:
                number, days = 1, _stated_days(network, network.unit[each.id])
                name = network.called("unit", each.id)
            else:
                number = 0 if owner in named else numbers[owner]
                days = number * _stated_days(network)
                name = network.called("partner", owner)
            exact, years = present[owner] * Fraction(days), present[owner] * number
            cut = present[owner] != ONE
            shown = Decimal(rounded(*exact.as_integer_ratio(), "up")) if cut else days
            home = None if each.id is None else network.unit[each.id]
            most = max(shown, Decimal(number * _on_calendar(network, owner, home)))
            nights = income_nights(each)
            yield Lodged(
                *(each.id, owner, name, number, years, nights, each.amount, exact),
                *(_without_zeros(shown), most),
            )


def lodged_in_all(network: Network) -> Iterator[Lodged]:
    """The same, but stays of which no home is named beside all named homes of their owner."""
    for _, rows in groupby(lodged(network), lambda each: each.owner):
        own = [*rows]
        for row in own:
            if row.home is not None or row.number:
                yield row
            else:
                yield row._replace(
                    nights=sum(each.nights for each in own),
                    days=total_of(each.days for each in own),
                    available=sum((each.available for each in own), Decimal(0)),
                    most=sum((each.most for each in own), Decimal(0)),
                )


def _on_calendar(network: Network, owner: str, home: Unit | None) -> int:
    """Days of the year on which the owner is there; 0 where the days of a home are stated."""
    partner = network.partner[owner]
    if network.year is None or terms(network, home).days is not None:
        return 0
    year = int(network.year)
    part = part_of_year(partner.from_, partner.until, year, "days")
    return int(part * length_of_year(year, "days"))


def _without_zeros(days: Decimal) -> Decimal:
    """A whole number as such: 1462, for 4 homes of 365.5 days each."""
    return Decimal(int(days)) if days == int(days) else days


def _stated_days(network: Network, home: Unit | None = None) -> Decimal:
    """The days a year that a home is there: as stated, else all of the year."""
    stated = terms(network, home).days
    if stated is None:
        return Decimal(366 if network.year is not None and isleap(int(network.year)) else 365)
    return stated
