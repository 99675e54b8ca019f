"""Use and income of homes: who has how many, what a day costs, what they earn a year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from operator import mul
from typing import NamedTuple

from igs_costshare.description.network import Network, Partner, Unit
from igs_costshare.sharing.exact import ZERO, over_one_denominator, product, total_of

# ------------------------------------------------------------------ how many, and how much used


def homes_named(network: Network) -> dict[str, int]:
    """How many homes `[unit]` names of each partner that owns any."""
    named: dict[str, int] = {}
    for home in network.unit.values():
        named[home.owner] = named.get(home.owner, 0) + 1
    return named


def homes_of(network: Network) -> Mapping[str, int]:
    """Homes by partner: those it names, or the count it states."""
    counts = {id: int(each.units or 0) for id, each in network.partner.items()}
    return counts | homes_named(network)


def day_prices(network: Network) -> Mapping[int, Decimal]:
    """Day price by household size; empty where the network has none."""
    return (network.day_price and network.day_price.prices) or {}


def days_by_size(partner: Partner) -> Mapping[int, Decimal]:
    """Planned days of use by household size; a single number counts for size 1."""
    if partner.days is None:
        return {}
    return partner.days if isinstance(partner.days, dict) else {1: partner.days}


def days_of(partner: Partner) -> Fraction:
    """Planned days of use of all sizes together."""
    return total_of(Fraction(each) for each in days_by_size(partner).values())


def use_of(partner: Partner, prices: Mapping[int, Decimal]) -> Fraction:
    """Planned days of use at their day prices, in euros; 0 where there are no prices."""
    if not prices:
        return ZERO
    days = days_by_size(partner)
    return total_of(product(each, price_for(size, prices)) for size, each in days.items())


def partners_pay(network: Network) -> bool:
    """Whether the partners pay what the homes earn, by their use of them."""
    return network.day_price is not None and network.day_price.paid_by == "partner"


def price_for(size: int, prices: Mapping[int, Decimal]) -> Decimal:
    """The day price for a household: the last price also counts for larger ones."""
    return prices[min(size, len(prices))]


# ------------------------------------------------------------------ what they earn


class HomeIncome(NamedTuple):
    """What one home earns a year: days times occupancy times mean day price, exact, in euros."""

    days: Decimal
    occupancy: Decimal
    mean_price: Fraction
    prices: Mapping[int, Decimal]
    """By household size, in euros; the mean is taken over them."""
    mix: Mapping[int, Decimal] | None
    amount: Fraction
    """Euros a year."""


def mean_price(prices: Mapping[int, Decimal], mix: Mapping[int, Decimal] | None) -> Fraction:
    """The mean day price in euros, weighted by the household sizes of `mix`.

    >>> mean_price({1: Decimal(16), 2: Decimal(18), 3: Decimal(20)}, None)
    Fraction(18, 1)
    """
    sizes = mix or dict.fromkeys(prices, Decimal(1))
    weights = over_one_denominator(list(sizes.values())).numerators
    euros = over_one_denominator([price_for(size, prices) for size in sizes])
    return Fraction(sum(map(mul, weights, euros.numerators)), euros.denominator * sum(weights))


class Terms(NamedTuple):
    """What holds for a home: what it states itself, else what `[day_price]` says."""

    days: Decimal | None
    """A year."""
    occupancy: Decimal | None
    """Part of those days, from 0 to 1."""
    prices: Mapping[int, Decimal] | None
    """By household size, in euros."""
    mix: Mapping[int, Decimal] | None

    @property
    def occupied(self) -> Fraction | None:
        """Days a year that somebody stays, exact; None where that is not stated."""
        if self.days is None or self.occupancy is None:
            return None
        return product(self.days, self.occupancy)


def terms(network: Network, home: Unit | None = None) -> Terms:
    """What holds for a home, or for all that only `[day_price]` describes."""
    sources = [each for each in (home, network.day_price) if each is not None]
    return Terms(
        next((each.days for each in sources if each.days is not None), None),
        next((each.occupancy for each in sources if each.occupancy is not None), None),
        next((each.prices for each in sources if each.prices), None),
        next((each.mix for each in sources if each.mix), None),
    )


def home_income(network: Network, home: Unit | None = None) -> HomeIncome | None:
    """What a home earns; None where no days and occupancy are given, or no price."""
    days, occupancy, prices, mix = terms(network, home)
    if days is None or occupancy is None or prices is None:
        return None
    mean = mean_price(prices, mix)
    amount = product(days, occupancy) * mean
    return HomeIncome(days, occupancy, mean, prices, mix, amount)


class Homes(NamedTuple):
    """Homes that earn the same: those of a count, or one by name."""

    income: HomeIncome | None
    """None where they earn nothing: no days, occupancy or price is known."""
    number: int = 1
    id: str | None = None
    """Of a home by name."""

    @property
    def amount(self) -> Fraction:
        """What they earn together a year, exact, in euros."""
        return ZERO if self.income is None else self.number * self.income.amount


def earning_homes(network: Network) -> Mapping[str, list[Homes]]:
    """The homes of each partner with what they earn, of which `home_incomes` gives the sums."""
    common = home_income(network)
    # Many partners have as many homes as another.
    counted = {id: [Homes(common, int(each.units or 0))] for id, each in network.partner.items()}
    named: dict[str, list[Homes]] = {}
    for id, home in network.unit.items():
        named.setdefault(home.owner, []).append(Homes(home_income(network, home), id=id))
    return counted | named


def home_incomes(network: Network) -> list[Fraction] | None:
    """What each partner's homes earn a year, exact, in euros.

    None where neither `[day_price]` nor any home states days of availability.
    """
    homes = earning_homes(network)
    stated = network.day_price is not None and network.day_price.days is not None
    named = (each.income for own in homes.values() for each in own if each.id is not None)
    if not stated and not any(named):
        return None
    return [total_of(each.amount for each in own) for own in homes.values()]


def some_home_earns(network: Network) -> bool:
    """Whether days, occupancy and a price are known of any home."""
    homes = (None, *network.unit.values())
    return any(home_income(network, each) is not None for each in homes)
