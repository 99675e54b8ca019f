"""What columns of figures there are: how each is got, how it is written, and what it needs.

A figure that is not in the statement is one entry of `_MEASURES`, with its words in the areas
`column` and `varied`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, assert_never

from igs_costshare.computing.statement import CONTRIBUTION, LineKind, Statement
from igs_costshare.description.network import Network, Partner
from igs_costshare.errors import Problem
from igs_costshare.figures.amounts import Amount
from igs_costshare.figures.gains import Alone, Saving
from igs_costshare.figures.quantities import Count, Quantity, Quotient
from igs_costshare.messages import say

INHABITANTS = "inhabitants"
"""The key that figures for each inhabitant need."""

_NAMED = 12
"""Partners that a message names."""

Notation = Literal["amount", "each", "part"]
"""How a figure is written: an amount as in the statement, an amount for each of something (in
cents), or a part of a whole (in hundredths of a percent)."""
EACH, _PART = 2, 4
"""Decimals of an amount for each, and of a part."""

Better = Literal[1, -1, 0]
"""Whether the higher figure is the cheaper one for a partner (1), the lower (-1), or neither."""
Got: TypeAlias = Callable[[Statement, int], Quantity]
"""How the figure of a row of a statement is got, by its place among the rows."""


class Measure(NamedTuple):
    """A column of figures."""

    id: str
    got: Got
    better: Better = -1
    notation: Notation = "amount"
    needs: str | None = None
    """The key that partners have to state for it."""
    is_line: bool = False
    """Whether it is a line of the file."""

    def step(self, statement: Statement) -> Decimal:
        """What its figures are whole numbers of."""
        match self.notation:
            case "amount":
                return statement.unit
            case "each":
                return Decimal(1).scaleb(-EACH)
            case "part":
                return Decimal(1).scaleb(-_PART)
            case _:
                assert_never(self.notation)

    def places(self, decimals: int) -> int:
        """Decimals that its figures are told with, where amounts have `decimals`."""
        match self.notation:
            case "amount":
                return decimals
            case "each":
                return EACH
            case "part":
                return _PART
            case _:
                assert_never(self.notation)

    def lacking(self, network: Network, ids: Sequence[str]) -> Problem | None:
        """What these partners would have to state for it; None where nothing is missing."""
        if self.needs is None:
            return None
        without = [id for id in ids if self.needs not in network.partner[id].keys]
        if not without:
            return None
        if not any(self.needs in partner.keys for partner in network.partner.values()):
            message = say("reference.nobody_has_key", figure=self.id, key=self.needs)
        else:
            names = ", ".join(f"`{id}`" for id in without[:_NAMED])
            names += " …" if without[_NAMED:] else ""
            message = say("reference.some_lack_key", figure=self.id, key=self.needs, names=names)
        return Problem(message, hint=say("reference.add_key", key=self.needs))


def _amount(column: str, *, is_line: bool = False) -> Got:
    def got(statement: Statement, row: int) -> Quantity:
        return Amount(statement, row, column, is_line)

    return got


def _share(statement: Statement, row: int) -> Quantity:
    """A row's part of the net contributions of all together."""
    whole = Amount(statement, len(statement.rows) - 1, "bill")
    steps = 10**_PART
    return Quotient(Amount(statement, row, "bill"), whole, steps, say("varied.no_total"))


def _per_inhabitant(statement: Statement, row: int) -> Quantity:
    """A row's net contribution for each of its inhabitants; the reserve has none."""
    partners = list(statement.worked_out.network.partner.values())
    if row < len(partners):
        partners = [partners[row]]
    elif row < len(statement.rows) - 1:
        partners = []
    counted = inhabitants_of(partners)
    steps = statement.unit.scaleb(EACH)
    bill = Amount(statement, row, "bill")
    return Quotient(bill, Count(counted / Fraction(steps)), 1, say("varied.no_inhabitants"))


def _saving(statement: Statement, row: int) -> Quantity:
    return Saving(Alone(statement, row), Amount(statement, row, "bill"))


def inhabitants_of(partners: Iterable[Partner]) -> Fraction:
    """The inhabitants of partners together, who all state them."""
    return sum((Fraction(each.keys[INHABITANTS]) for each in partners), Fraction(0))


BILL = Measure("bill", _amount("bill"))
"""What people read instead of balances."""

_MEASURES: Sequence[Measure] = (
    Measure("expenses", _amount("expenses")),
    Measure("revenues", _amount("revenues"), 1),
    Measure("balance", _amount("balance"), 1),
    BILL,
    Measure("share", _share, notation="part"),
    Measure("per_inhabitant", _per_inhabitant, notation="each", needs=INHABITANTS),
    Measure(CONTRIBUTION, _amount(CONTRIBUTION)),
    Measure("alone", Alone),
    Measure("saving", _saving, 1),
)
"""Every figure that is no line of the file."""

_BETTER: Mapping[LineKind, Better] = {"expense": -1, "revenue": 1}


def measures_of(statement: Statement) -> Mapping[str, Measure]:
    """All columns of figures by their ids, the lines first; a line goes before what is so called.

    `contribution` is one where something is shared by a common contribution.
    """
    lines = {
        line.id: Measure(line.id, _amount(line.id, is_line=True), _BETTER[line.kind], is_line=True)
        for line in statement.lines
    }
    others = {
        each.id: each
        for each in _MEASURES
        if each.id not in lines and (each.id != CONTRIBUTION or statement.method is not None)
    }
    return {**lines, **others}
