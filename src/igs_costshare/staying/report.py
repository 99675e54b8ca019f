"""What a register comes to beside the plan: occupancy, income, and who stayed in whose homes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain, product
from typing import NamedTuple

from igs_costshare.computing.statement import DAY_PRICE, DAY_PRICE_PAID, Statement
from igs_costshare.description.network import Network
from igs_costshare.money import Half
from igs_costshare.sharing.exact import ZERO, total_of
from igs_costshare.sharing.homes import (
    Used,
    earning_homes,
    homes_named,
    homes_of,
    partners_pay,
    terms,
    use_by_partner,
)
from igs_costshare.staying.days import Year
from igs_costshare.staying.lodged import lodged, presence_by_partner
from igs_costshare.staying.matrix import Pair, agreeing, spread
from igs_costshare.staying.register import Register
from igs_costshare.staying.summary import Counted, Longest, Summary, summary_of


class HomeStayed(NamedTuple):
    """A home with a name, or the counted homes of an owner."""

    id: str
    """Of the home; of its owner where homes are counted."""
    name: str
    owner: str
    stays: int
    nights: int
    """Within the year."""
    days: Fraction
    """In the year on which they could be used, together, exact."""
    available: Decimal
    """Those days as shown: whole ones where their owner is there for a part of the year."""
    income: int
    """In the smallest step shown; the homes of an owner make its day prices in the statement."""

    @property
    def occupancy(self) -> Fraction | None:
        """The part of the exact days that somebody stayed; None where there are none."""
        return self.nights / self.days if self.days else None


class ReferrerStayed(NamedTuple):
    """The clients of a partner."""

    id: str
    name: str
    stays: int
    days: Mapping[int, int]
    """Nights within the year by household size."""
    elsewhere: int
    """Nights in homes of others."""
    amount: int
    """In the smallest step shown: the nights at their prices."""

    @property
    def nights(self) -> int:
        """Nights within the year."""
        return sum(self.days.values())


class Between(NamedTuple):
    """The nights of the clients of one partner in the homes of another, or in its own."""

    referrer: str
    owner: str
    nights: int
    amount: int
    """In the smallest step shown."""


class StaysReport(NamedTuple):
    """What `stays` tells of a register."""

    homes: tuple[HomeStayed, ...]
    referrers: tuple[ReferrerStayed, ...]
    between: tuple[Between, ...]
    unreferred: int
    """Nights of which the register names no referrer."""
    uneven: tuple[str, ...]
    """Owners whose homes got another amount than stands for them between who pays and who gets it.

    It is a unit of rounding between partners of whom no clients stay with one another.
    """
    lines_unreferred: tuple[int, ...]
    """The lines of these stays."""
    mean_nights: Fraction | None
    """Of the stays that ended in the year, not cut at its ends; None without any."""
    planned_occupancy: Fraction | None
    """What the description plans, of all homes together; None where it says nothing."""
    longest: Longest | None
    still_there: int

    @property
    def occupancy(self) -> Fraction | None:
        """Of all homes together; None where they have no days."""
        days = total_of(each.days for each in self.homes)
        return sum(each.nights for each in self.homes) / days if days else None


def stays_report(register: Register, network: Network, statement: Statement) -> StaysReport:
    """The report of the register of a network; the statement is what was computed from both."""
    summary = summary_of(register)
    between = tuple(_between(network, statement))
    homes = tuple(_homes(summary, network, statement))
    return StaysReport(
        homes=homes,
        referrers=tuple(_referrers(summary, network, between)),
        between=between,
        unreferred=sum(summary.referrers[""].nights.values()) if "" in summary.referrers else 0,
        uneven=tuple(_uneven(homes, between)) if partners_pay(network) else (),
        lines_unreferred=tuple(_unreferred(register)),
        mean_nights=summary.mean_nights,
        planned_occupancy=_planned(network),
        longest=summary.longest,
        still_there=summary.still_there,
    )


def _uneven(homes: Iterable[HomeStayed], between: Iterable[Between]) -> Iterator[str]:
    """The owners whose homes got another amount than all who pay for them."""
    over: dict[str, int] = defaultdict(int)
    for home in homes:
        over[home.owner] += home.income
    for each in between:
        over[each.owner] -= each.amount
    yield from (owner for owner, amount in over.items() if amount)


def _unreferred(register: Register) -> Iterator[int]:
    """The lines of the stays of the year of which nobody is named as referrer."""
    columns = register.columns
    year = Year(register.lodgings.year, register.lodgings.count)
    nights = year.nights(columns.arrivals, columns.departures)
    for line, referrer, number in zip(columns.lines, columns.referrers, nights, strict=True):
        if number and not register.referrer(referrer):
            yield line


_NONE = Counted(0, 0)


def _homes(summary: Summary, network: Network, statement: Statement) -> Iterator[HomeStayed]:
    """The homes in the order of the partners that own them."""
    incomes = chain.from_iterable(_earned(network, statement).values())
    for each, income in zip(lodged(network), incomes, strict=True):
        known, id = (
            (summary.owners, each.owner) if each.home is None else (summary.units, each.home)
        )
        counted = known.get(id, _NONE)
        if each.number or counted.stays:
            yield HomeStayed(id, each.name, each.owner, *counted, each.days, each.available, income)


def _earned(network: Network, statement: Statement) -> dict[str, list[int]]:
    """What each home earned, so that the homes of an owner make its figure of the statement."""
    cells = next(line.cells for line in statement.lines if line.id == DAY_PRICE)
    return {
        partner: _in_minor([each.amount for each in homes], cell, statement, network)
        for (partner, homes), cell in zip(earning_homes(network).items(), cells, strict=True)
    }


def _between(network: Network, statement: Statement) -> Iterator[Between]:
    """Who stayed in whose homes, in the order of the partners."""
    used = use_by_partner(network)
    nights: dict[Pair, int] = defaultdict(int)
    for referrer, each in ((id, each) for id, own in used.items() for each in own):
        nights[referrer, str(each.owner)] += int(each.days)
    amounts = _in_units(network, used, statement)
    for pair in product(network.partner, repeat=2):
        if pair in nights:
            yield Between(*pair, nights[pair], statement.minor(amounts.get(pair, 0)))


def _in_units(
    network: Network, used: Mapping[str, Sequence[Used]], statement: Statement
) -> dict[Pair, int]:
    """What the nights come to, in units, by referrer and owner.

    The homes of an owner come to what the statement shows; where referrers pay, so do the clients
    of each, and the homes as far as that is possible.
    """
    exact, half = _exact(network, used, Fraction(statement.unit)), network.rounding.half
    rows, owners, paid = _margins(exact, statement, half)
    if paid:
        return agreeing(exact, rows, owners, half)
    by_owner = {(owner, referrer): units for (referrer, owner), units in exact.items()}
    amounts = agreeing(by_owner, owners, rows, half)
    return {(referrer, owner): units for (owner, referrer), units in amounts.items()}


def _exact(
    network: Network, used: Mapping[str, Sequence[Used]], unit: Fraction
) -> dict[Pair, Fraction]:
    """What the nights come to, in units, but for what comes to nothing.

    With the rest of what the homes get under no referrer's name.
    """
    exact: dict[Pair, Fraction] = defaultdict(Fraction)
    for referrer, own in used.items():
        for each in own:
            exact[referrer, str(each.owner)] += each.amount / unit
    for owner, homes in earning_homes(network).items():
        named = total_of(exact[referrer, owner] for referrer in used)
        exact["", owner] = total_of(each.amount for each in homes) / unit - named
    return {pair: units for pair, units in exact.items() if units}


def _margins(
    exact: Mapping[Pair, Fraction], statement: Statement, half: Half
) -> tuple[dict[str, int], dict[str, int], bool]:
    """What each referrer pays and each owner gets, in units, and whether referrers do pay.

    As the statement has it; where referrers do not pay, what they come to as near as can be.
    """
    cells = {line.id: line.cells for line in statement.lines}
    partners = [row.id for row in statement.partners]
    owners = dict(zip(partners, cells[DAY_PRICE], strict=True))
    if DAY_PRICE_PAID in cells:
        return dict(zip(partners, cells[DAY_PRICE_PAID], strict=True)), owners, True
    rows = [*partners, ""]
    sums = [total_of(units for pair, units in exact.items() if pair[0] == row) for row in rows]
    units = spread(sums, sum(owners.values()), half)
    return dict(zip(rows, units, strict=True)), owners, False


def _in_minor(
    euros: Sequence[Fraction], total: int, statement: Statement, network: Network
) -> list[int]:
    """Amounts in the smallest step shown, rounded so that they make a total in units."""
    units = [each / Fraction(statement.unit) for each in euros]
    return [statement.minor(each) for each in spread(units, total, network.rounding.half)]


def _referrers(
    summary: Summary, network: Network, between: Sequence[Between]
) -> Iterator[ReferrerStayed]:
    for id in network.partner:
        referred = summary.referrers.get(id)
        if referred is not None:
            own = [each for each in between if each.referrer == id]
            yield ReferrerStayed(
                id,
                network.called("partner", id),
                referred.stays,
                referred.nights,
                sum(each.nights for each in own if each.owner != id),
                sum(each.amount for each in own),
            )


def _planned(network: Network) -> Fraction | None:
    """Planned days of stay in the days that homes are planned to be there."""
    present = presence_by_partner(network)
    numbers, named = homes_of(network), homes_named(network)
    counted = total_of(number * present[id] for id, number in numbers.items() if id not in named)
    homes = [(present[home.owner], terms(network, home)) for home in network.unit.values()]
    known = [
        (number, each)
        for number, each in ((counted, terms(network)), *homes)
        if number and each.occupied is not None
    ]
    days = total_of(number * Fraction(each.days or 0) for number, each in known)
    occupied = total_of(number * (each.occupied or ZERO) for number, each in known)
    return occupied / days if days else None
