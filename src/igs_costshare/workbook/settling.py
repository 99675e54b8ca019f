"""What the sheet Settlement is made from, and where it stands there.

Above stands the settlement itself, a row for each that settles. Below stands the table of sources:
a row for each partner and for the account, a column for each line that somebody paid or received,
for the openings and for each payment. The settlement adds those columns up by figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from igs_costshare.computing.statement import Statement
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.description.network import Network
from igs_costshare.description.settlement import Payment, Settlement
from igs_costshare.settling.held import HeldLine, held_lines, network_of
from igs_costshare.settling.settled import SIGNS, Figure, Settled
from igs_costshare.workbook.cells import absolute

NAME, BILL, BUDGETED = 0, 1, 2
"""Columns of both tables; that of the budget is there where the table of sources needs it."""
DUE = 1 + len(SIGNS)
"""The column of what is due, after one for each figure."""


class Settling(NamedTuple):
    """A settlement, with the statements that it was made from."""

    outcome: Settled
    budget: Statement
    """What advances are a part of."""
    statement: Statement
    """What is settled."""

    @property
    def network(self) -> Network:
        """What was settled."""
        return network_of(self.statement)

    @property
    def follows_budget(self) -> bool:
        """Whether the budget itself is settled, so that what changes in it changes both."""
        return network_of(self.budget) == self.network

    @property
    def terms(self) -> Settlement:
        """What the file says of the settlement, or the defaults."""
        return self.network.settlement or Settlement()

    def euros(self, minor: int) -> Decimal:
        """Whole numbers of the smallest step shown, in euros."""
        return Decimal(minor).scaleb(-self.outcome.decimals)


def is_settled(network: Network) -> bool:
    """Whether a file says anything of a settlement: of payments, payers, or the settlement."""
    lines = (
        *(each.paid_by for each in network.cost.values()),
        *(each.received_by for each in network.subsidy.values()),
        *(each.received_by for each in network.revenue.values()),
        network.day_price and network.day_price.received_by,
    )
    stated = network.settlement is not None or bool(network.payment)
    return stated or any(each is not None for each in lines)


class Columns(NamedTuple):
    """Columns beside one another, the last one included."""

    first: int
    last: int

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return self.first <= self.last


class SourceTable:
    """Where the sources of the figures stand."""

    def __init__(self, settling: Settling, top: int) -> None:
        """The headings stand in row `top`."""
        self.settling, self.top = settling, top
        self.names = {row.id: row.name for row in settling.outcome.partners}
        self.holders = [*self.names, ACCOUNT]
        """The partners in the order of the statement, then who is not there this year."""

    @cached_property
    def lines(self) -> Mapping[Figure, list[HeldLine]]:
        """The lines that somebody paid, brought in or received, by figure."""
        found: dict[Figure, list[HeldLine]] = {"paid": [], "in_kind": [], "received": []}
        for line in held_lines(self.settling.statement, self.settling.outcome.decimals):
            found[line.figure].append(line)
        return found

    @cached_property
    def payments(self) -> list[tuple[str, Payment]]:
        """The payments, those to one and the same beside one another."""
        order = {id: at for at, id in enumerate([ACCOUNT, *self.names])}
        return sorted(self.settling.network.payment.items(), key=lambda each: order[each[1].to])

    @property
    def has_parts(self) -> bool:
        """Whether some payment is a part of a bill."""
        return any(payment.part is not None for _, payment in self.payments)

    @property
    def has_budget(self) -> bool:
        """Whether the bills of the budget stand there, since they are not those above."""
        return self.has_parts and not self.settling.follows_budget

    @property
    def part_row(self) -> int:
        """Below the headings, the parts that are paid of the bills; where there are any."""
        return self.top + 1

    def part_of(self, column: int) -> str:
        """The cell with the part of the bills that a payment is."""
        return absolute(self.part_row, column)

    @property
    def first(self) -> int:
        """The row of the first partner."""
        return self.top + 1 + self.has_parts

    def row_of(self, holder: str) -> int:
        """The row of a partner, or of the account."""
        return self.first + self.holders.index(holder)

    @property
    def account(self) -> int:
        """The row of the account, below the partners; what a column comes to stands below it."""
        return self.first + len(self.holders) - 1

    @property
    def together(self) -> int:
        """The row of what each column comes to."""
        return self.account + 1

    @cached_property
    def columns(self) -> Mapping[Figure, Columns]:
        """Where the sources of each figure stand; those of payments end with what was got."""
        begin = BUDGETED + self.has_budget
        counts: dict[Figure, int] = {
            "opening": 1,
            **{figure: len(lines) for figure, lines in self.lines.items()},
            "payments": len(self.payments) + bool(self.payments),
        }
        ends = accumulate(counts.values(), initial=begin)
        return {
            figure: Columns(end, end + count - 1)
            for (figure, count), end in zip(counts.items(), ends, strict=False)
        }

    def held(self) -> Iterator[tuple[int, HeldLine]]:
        """Every line that somebody paid or received, with its column."""
        for figure, lines in self.lines.items():
            yield from enumerate(lines, start=self.columns[figure].first)

    def paid(self) -> Iterator[tuple[int, str, Payment]]:
        """Every payment, with its column and id."""
        for column, (id, payment) in enumerate(self.payments, self.columns["payments"].first):
            yield column, id, payment

    @property
    def got(self) -> int:
        """The column of what was got of payments; there are payments."""
        return self.columns["payments"].last

    @property
    def last_column(self) -> int:
        """The last of the table."""
        return max(columns.last for columns in self.columns.values())

    def cell(self, holder: str, column: int) -> str:
        """The cell of a partner or of the account."""
        return absolute(self.row_of(holder), column)

    def all_of(self, column: int) -> str:
        """The cells of the partners and the account."""
        return f"{absolute(self.first, column)}:{absolute(self.account, column)}"
