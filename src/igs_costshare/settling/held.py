"""Through whose hands the money of each line went, and tables of it that do not add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.computing.statement import DAY_PRICE, LineKind, Statement
from igs_costshare.description.ids import ACCOUNT, EACH
from igs_costshare.description.network import DayPrice, Network
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import Money, say
from igs_costshare.settling.settled import Figure
from igs_costshare.sharing.homes import partners_pay

PayersOf = str | dict[str, Decimal]


class HeldLine(NamedTuple):
    """A line whose money has passed, or whose worth was brought in, outside the settlement."""

    path: Path
    kind: LineKind
    payers: PayersOf
    """Who paid or received it, as the file says it or by default."""
    total: int
    """In the smallest step shown, as the cells; what it comes to in the statement."""
    cells: tuple[int, ...]
    """What each partner bears or gets of it; empty for what a charge has taken into the pool."""
    in_kind: bool = False

    @property
    def figure(self) -> Figure:
        """The figure of the settlement that it stands in for who paid or received it."""
        if self.kind == "revenue":
            return "received"
        return "in_kind" if self.in_kind else "paid"

    @property
    def field(self) -> Path:
        """Where the file says who paid or received it."""
        return (*self.path, "paid_by" if self.kind == "expense" else "received_by")


def network_of(statement: Statement) -> Network:
    """The network that a statement was computed from. Raises `TypeError` where it has none."""
    if statement.record is None:
        raise TypeError("a statement without the network that it was computed from")
    return statement.record.network


def in_steps(units: int, statement: Statement, decimals: int) -> int:
    """Units of rounding of a statement in whole numbers of 10^-decimals, no fewer than it has."""
    return int(statement.minor(units) * 10 ** (decimals - statement.decimals))


def held_lines(statement: Statement, decimals: int) -> Iterator[HeldLine]:
    """Every cost and income of the network, in the order of the file, and in 10^-decimals.

    Where the partners pay the day price, that is not among them: it passes in the settlement.
    """
    network, step = network_of(statement), in_steps(1, statement, decimals)
    shown: dict[str, tuple[int, ...]]
    shown = {line.id: (line.total,) for line in statement.pool.lines}
    shown |= {line.id: (line.total, *line.cells) for line in statement.lines}

    def held(path: Path, kind: LineKind, payers: PayersOf, *, in_kind: bool = False) -> HeldLine:
        total, *cells = (step * units for units in shown[str(path[-1])])
        return HeldLine(path, kind, payers, total, tuple(cells), in_kind)

    for id, cost in network.cost.items():
        payers = ACCOUNT if cost.paid_by is None else cost.paid_by
        yield held(("cost", id), "expense", payers, in_kind=cost.in_kind)
    if DAY_PRICE in shown and not partners_pay(network):
        day_price = network.day_price or DayPrice()
        yield held((DAY_PRICE,), "revenue", day_price.received_by or EACH)
    for table, lines in (("subsidy", network.subsidy), ("revenue", network.revenue)):
        for id, line in lines.items():
            takers = ACCOUNT if line.received_by is None else line.received_by
            yield held((table, id), "revenue", takers)


def amounts_of(
    line: HeldLine, partners: tuple[str, ...], decimals: int
) -> Iterator[tuple[str, int]]:
    """Who paid or received how much of a line, in the smallest step shown."""
    if isinstance(line.payers, dict):
        for holder, amount in line.payers.items():
            yield holder, in_minor(amount, decimals)
    elif line.payers == EACH:
        yield from zip(partners, line.cells, strict=True)
    else:
        yield line.payers, line.total


def in_minor(amount: Decimal, decimals: int) -> int:
    """An amount of the file, which has no more decimals than that, in the smallest step shown."""
    return int(Fraction(amount) * 10**decimals)


def payers_add_up(statement: Statement) -> list[Problem]:
    """Tables of who paid or received a line that do not come to its rounded total."""
    return [
        _off(line, given, statement)
        for line in held_lines(statement, statement.decimals)
        if isinstance(line.payers, dict)
        and (given := _sum(line.payers, statement.decimals)) != line.total
    ]


def _sum(amounts: Mapping[str, Decimal], decimals: int) -> int:
    return sum(in_minor(amount, decimals) for amount in amounts.values())


def _off(line: HeldLine, given: int, statement: Statement) -> Problem:
    def money(minor: int) -> Money:
        euros = Fraction(minor, 10**statement.decimals)
        return Money(euros, statement.currency, statement.decimals)

    return Problem(
        say("settling.off", given=money(given), total=money(line.total)),
        line.field,
        say("settling.add_up", amount=money(abs(line.total - given)))
        if given < line.total
        else say("settling.lower", amount=money(given - line.total)),
    )
