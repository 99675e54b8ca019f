"""Key figures: what each partner counts for, by key, as whole numbers over one denominator.

Built-in keys: `partners` (1 each), `units` (homes), `days` (planned days of use), `use` (days of
use times day price, in euros). Any other key stands under the partners' `keys`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import gcd, lcm
from operator import mul
from typing import NamedTuple

from igs_costshare.description.network import Network, Partner, Unit

NOT_STATED = Decimal(0)
ZERO = Fraction(0)


class Figures(NamedTuple):
    """One figure for each partner, in file order: `numerators[i] / denominator`."""

    numerators: tuple[int, ...]
    denominator: int

    def at(self, position: int) -> Fraction:
        """The exact value at a position."""
        return Fraction(self.numerators[position], self.denominator)


def product(one: Decimal, other: Decimal) -> Fraction:
    """The exact product of two numbers of the file."""
    above, below = one.as_integer_ratio()
    over, under = other.as_integer_ratio()
    return Fraction(above * over, below * under)


def over_one_denominator(numbers: Sequence[Decimal | Fraction | int]) -> Figures:
    """The numbers as whole numbers over their least common denominator.

    >>> over_one_denominator([Decimal("0.5"), Decimal("2")])
    Figures(numerators=(1, 4), denominator=2)
    """
    ratios = [number.as_integer_ratio() for number in numbers]
    denominator = lcm(*(below for _, below in ratios))
    return Figures(tuple(above * (denominator // below) for above, below in ratios), denominator)


def total_of(numbers: Iterable[Fraction]) -> Fraction:
    """The exact sum: of many numbers at once, several times as fast as one after the other.

    >>> total_of([Fraction(1, 2), Fraction(1, 3)])
    Fraction(5, 6)
    """
    figures = over_one_denominator(list(numbers))
    return Fraction(sum(figures.numerators), figures.denominator)


def reduced(weights: Sequence[int]) -> tuple[int, ...]:
    """The same proportions in the smallest whole numbers."""
    common = gcd(*weights) or 1
    return tuple(weight // common for weight in weights)


class KeyFigures:
    """The figures of every key of a network, each worked out once, when first asked for."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._known: dict[str, Figures] = {}

    def __getitem__(self, key: str) -> Figures:
        """The figures of the key; 0 for a partner that does not state it."""
        if key not in self._known:
            self._known[key] = over_one_denominator(
                [_BUILT_IN[key](self, partner) for partner in self.network.partner]
                if key in _BUILT_IN
                else [
                    partner.keys.get(key, NOT_STATED) for partner in self.network.partner.values()
                ]
            )
        return self._known[key]

    @cached_property
    def homes(self) -> Mapping[str, int]:
        """Homes by partner: those it names, or the count it states."""
        counts = {id: int(each.units or 0) for id, each in self.network.partner.items()}
        named: dict[str, int] = {}
        for home in self.network.unit.values():
            named[home.owner] = named.get(home.owner, 0) + 1
        return counts | named

    @cached_property
    def prices(self) -> Mapping[int, Decimal]:
        """Day price by household size; empty where the network has none."""
        return (self.network.day_price and self.network.day_price.prices) or {}


def _homes(figures: KeyFigures, partner: str) -> int:
    return figures.homes[partner]


def _days(figures: KeyFigures, partner: str) -> Fraction:
    days = days_by_size(figures.network.partner[partner]).values()
    return sum((Fraction(each) for each in days), ZERO)


def _use(figures: KeyFigures, partner: str) -> Fraction:
    if not figures.prices:
        return ZERO
    days = days_by_size(figures.network.partner[partner])
    return sum(
        (product(each, price_for(size, figures.prices)) for size, each in days.items()),
        ZERO,
    )


_BUILT_IN: Mapping[str, Callable[[KeyFigures, str], Fraction | int]] = {
    "partners": lambda _figures, _partner: 1,
    "units": _homes,
    "days": _days,
    "use": _use,
}


def days_by_size(partner: Partner) -> Mapping[int, Decimal]:
    """Planned days of use by household size; a single number counts for size 1."""
    if partner.days is None:
        return {}
    return partner.days if isinstance(partner.days, dict) else {1: partner.days}


def price_for(size: int, prices: Mapping[int, Decimal]) -> Decimal:
    """The day price for a household: the last price also counts for larger ones."""
    return prices[min(size, len(prices))]


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
