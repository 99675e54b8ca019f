"""Use and income of homes: who has how many, what a day costs, what they earn a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from operator import mul
from typing import NamedTuple, TypeAlias, assert_never

from igs_costshare.description.network import Network, Partner, Unit
from igs_costshare.description.stays import Nights, NightsOf
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


def partners_pay(network: Network) -> bool:
    """Whether the partners pay what the homes earn, by their use of them."""
    return network.day_price is not None and network.day_price.paid_by == "partner"


def price_for(size: int, prices: Mapping[int, Decimal]) -> Decimal:
    """The day price for a household: the last price also counts for larger ones."""
    return prices[min(size, len(prices))]


def counted_in(network: Network) -> str:
    """What a register counts: `nights`, or `days` where the day of departure counts too."""
    return "nights" if network.stays is None else network.stays.count


class Used(NamedTuple):
    """Days that a partner's clients use homes at one price, planned or registered."""

    size: int
    """Persons in the household."""
    days: Decimal
    prices: Mapping[int, Decimal] | None
    """Of the home, by household size, in euros; None where it has none."""
    home: str | None = None
    """The home of a register that they stayed in, by name; None where homes have none."""
    owner: str | None = None
    """Who owns the homes that they stayed in; None for planned days, which may be anywhere."""

    @property
    def price(self) -> Decimal:
        """Euros a day; 0 where the home has no price."""
        return price_for(self.size, self.prices) if self.prices else Decimal(0)

    @property
    def amount(self) -> Fraction:
        """The days at their price, exact, in euros."""
        return product(self.days, self.price)


def use_by_partner(network: Network) -> Mapping[str, list[Used]]:
    """Days of use of every partner: those of the register where there is one, else as planned."""
    nights = network.nights
    if nights is None:
        prices = day_prices(network) or None
        return {id: list(_planned(each, prices)) for id, each in network.partner.items()}
    used: dict[str, list[Used]] = {id: [] for id in network.partner}
    for stayed in stayed_in(network, nights):
        for referrer, by_size in stayed.nights.items():
            if referrer in used:  # between two descriptions, it may have left
                used[referrer] += (
                    Used(size, number, stayed.prices, stayed.home, stayed.owner)
                    for size, number in by_size.items()
                )
    return used


def _planned(partner: Partner, prices: Mapping[int, Decimal] | None) -> Iterator[Used]:
    for size, days in planned_by_size(partner).items():
        yield Used(size, days, prices)


def planned_by_size(partner: Partner) -> Mapping[int, Decimal]:
    """Planned days of use by household size; a single number counts for size 1."""
    if partner.days is None:
        return {}
    return partner.days if isinstance(partner.days, dict) else {1: partner.days}


class StayedIn(NamedTuple):
    """A home with a name, or the homes of an owner together, with the nights of a register."""

    home: str | None
    """None for homes that the register does not tell apart."""
    owner: str
    prices: Mapping[int, Decimal] | None
    """By household size, in euros."""
    nights: NightsOf
    """By referrer and household size."""


def stayed_in(network: Network, nights: Nights) -> Iterator[StayedIn]:
    """Where somebody stayed: the homes with a name, then those that are not told apart."""
    for id, of_home in nights.unit.items():
        home = network.unit.get(id)
        if home is not None:
            yield StayedIn(id, home.owner, terms(network, home).prices, of_home)
    for owner, of_owner in nights.owner.items():
        if owner in network.partner:
            yield StayedIn(None, owner, prices_of_owner(network, owner), of_owner)


def prices_of_owner(network: Network, owner: str) -> Mapping[int, Decimal] | None:
    """The day prices of the homes of an owner that a register does not tell apart.

    Where they have names, a register has seen to it that all of them have the same.
    """
    first = next((home for home in network.unit.values() if home.owner == owner), None)
    return terms(network, first).prices


# ------------------------------------------------------------------ what they earn


class Planned(NamedTuple):
    """What one home earns a year: days times occupancy times mean day price, exact, in euros."""

    days: Decimal
    occupancy: Decimal
    mean_price: Fraction
    prices: Mapping[int, Decimal]
    """By household size, in euros; the mean is taken over them."""
    mix: Mapping[int, Decimal] | None
    amount: Fraction
    """Euros a year."""


class Stayed(NamedTuple):
    """What homes earned in a year: the nights of their register at their prices."""

    nights: Mapping[int, Decimal]
    """By household size."""
    prices: Mapping[int, Decimal] | None
    """By household size, in euros; None where they have none."""

    @property
    def parts(self) -> tuple[Used, ...]:
        """The nights of each size."""
        return tuple(Used(size, days, self.prices) for size, days in self.nights.items())

    @property
    def amount(self) -> Fraction:
        """Euros in the year, exact."""
        return total_of(each.amount for each in self.parts)


Income: TypeAlias = Planned | Stayed
"""What homes earn: as planned, or by a register."""


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


def home_income(network: Network, home: Unit | None = None) -> Planned | None:
    """What a home earns as planned; None where no days and occupancy, or no price, are given."""
    days, occupancy, prices, mix = terms(network, home)
    if days is None or occupancy is None or prices is None:
        return None
    mean = mean_price(prices, mix)
    amount = product(days, occupancy) * mean
    return Planned(days, occupancy, mean, prices, mix, amount)


class Homes(NamedTuple):
    """Homes that earn the same: those of a count, or one by name."""

    income: Income | None
    """None where they earn nothing: no days, occupancy or price is known."""
    number: int = 1
    id: str | None = None
    """Of a home by name."""

    @property
    def amount(self) -> Fraction:
        """What they earn together a year, exact, in euros."""
        match self.income:
            case None:
                return ZERO
            case Planned(amount=each):
                return self.number * each
            case Stayed() as stayed:  # the register has the nights of all of them
                return stayed.amount
            case _:
                assert_never(self.income)


def income_nights(homes: Homes) -> int:
    """The nights that a register has in homes; 0 without a register."""
    return sum(map(int, homes.income.nights.values())) if isinstance(homes.income, Stayed) else 0


def earning_homes(network: Network) -> Mapping[str, list[Homes]]:
    """The homes of each partner with what they earn, of which `home_incomes` gives the sums."""
    if network.nights is not None:
        return _homes_stayed_in(network, network.nights)
    common = home_income(network)
    # Many partners have as many homes as another.
    counted = {id: [Homes(common, int(each.units or 0))] for id, each in network.partner.items()}
    named: dict[str, list[Homes]] = {}
    for id, home in network.unit.items():
        named.setdefault(home.owner, []).append(Homes(home_income(network, home), id=id))
    return counted | named


def _homes_stayed_in(network: Network, nights: Nights) -> Mapping[str, list[Homes]]:
    """The homes with a name one by one; those that a register does not tell apart together."""
    named, numbers = homes_named(network), homes_of(network)
    homes: dict[str, list[Homes]] = {id: [] for id in network.partner}
    for id, home in network.unit.items():
        stayed = _stayed(nights.unit.get(id, {}), terms(network, home).prices)
        homes[home.owner].append(Homes(stayed, id=id))
    for id, own in homes.items():
        if id not in named or id in nights.owner:
            stayed = _stayed(nights.owner.get(id, {}), prices_of_owner(network, id))
            own.append(Homes(stayed, numbers[id]))
    return homes


def _stayed(nights: NightsOf, prices: Mapping[int, Decimal] | None) -> Stayed:
    by_size: dict[int, Decimal] = {}
    for of_referrer in nights.values():
        for size, number in of_referrer.items():
            by_size[size] = by_size.get(size, Decimal(0)) + number
    return Stayed(dict(sorted(by_size.items())), prices)


def home_incomes(
    network: Network, presence: Sequence[Fraction] | None = None
) -> list[Fraction] | None:
    """What each partner's homes earn a year, exact, in euros.

    As planned, of the part of the year that a partner is there.

    None where there is no register, and neither `[day_price]` nor any home states days of
    availability.
    """
    homes = earning_homes(network)
    stated = network.day_price is not None and network.day_price.days is not None
    named = (each.income for own in homes.values() for each in own if each.id is not None)
    if network.nights is None and not stated and not any(named):
        return None
    earned = [total_of(each.amount for each in own) for own in homes.values()]
    if presence is None or network.nights is not None:
        return earned
    return [part * each for part, each in zip(presence, earned, strict=True)]


def some_home_earns(network: Network) -> bool:
    """Whether homes can earn: there is a register, or days, occupancy and a price of any home."""
    homes = (None, *network.unit.values())
    return network.nights is not None or any(
        home_income(network, each) is not None for each in homes
    )
