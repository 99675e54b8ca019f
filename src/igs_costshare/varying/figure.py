"""One figure of a statement, by its name: `total.balance`, `partner.stad.expenses`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.computing.statement import (
    BUILT_IN_LINES,
    CONTRIBUTION,
    LineKind,
    Row,
    Statement,
    StatementLine,
)
from igs_costshare.description.network import Network
from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import say
from igs_costshare.reading.suggestions import chosen, suggestion
from igs_costshare.sharing.budget import Budget

_SIGNS: Mapping[str, Mapping[LineKind, int]] = {
    "expenses": {"expense": 1, "revenue": 0},
    "revenues": {"expense": 0, "revenue": 1},
    "balance": {"expense": -1, "revenue": 1},
}
"""How the lines of each kind count in the columns that sum them up."""


class Figure(NamedTuple):
    """A cell of the statement, at the same place in the statements of a network that varies."""

    row: int
    """Its place among `Statement.rows`."""
    column: str

    def of(self, statement: Statement) -> int:
        """The figure in units of rounding, as shown."""
        return cell_of(statement, statement.rows[self.row], self.column)

    def exact(self, statement: Statement, budget: Budget) -> Fraction:
        """The figure in units of rounding, before any of it is rounded."""
        if self.column in _SIGNS:
            signs = _SIGNS[self.column]
            parts = ((signs[line.kind], line) for line in statement.lines)
        else:
            parts = ((1, line) for line in statement.lines if line.id == self.column)
        return sum(
            (sign * self._exact_part(line, statement, budget) for sign, line in parts if sign),
            Fraction(0),
        )

    def slack(self, network: Network) -> int:
        """How far rounding may carry it from what is exact, in units of rounding."""
        lines = len(network.lines) + len(network.subsidy) + len(BUILT_IN_LINES)
        return lines * (1 if self.row < len(network.partner) else len(network.partner) + 1)

    def _exact_part(self, line: StatementLine, statement: Statement, budget: Budget) -> Fraction:
        """What a line comes to in the row of the figure."""
        if self.row < len(statement.partners):
            return line.exact.at(self.row)
        partners = Fraction(sum(line.exact.numerators), line.exact.denominator)
        whole = budget.pool / Fraction(statement.unit) if line.id == CONTRIBUTION else partners
        is_total = self.row == len(statement.rows) - 1
        return whole if is_total else whole - partners


def cell_of(statement: Statement, row: Row, column: str) -> int:
    """What stands in a row under a column, in units of rounding."""
    match column:
        case "expenses":
            return row.expenses
        case "revenues":
            return row.revenues
        case "balance":
            return row.balance
        case _:
            return row.cells[[line.id for line in statement.lines].index(column)]


def columns_of(statement: Statement) -> tuple[str, ...]:
    """The ids of all columns that hold amounts."""
    return (*(line.id for line in statement.lines), *_SIGNS)


def rows_of(statement: Statement) -> tuple[str, ...]:
    """The names of all rows, in their order: `partner.stad`, `reserve`, `total`."""
    partners = len(statement.partners)
    return tuple(
        f"partner.{row.id}" if place < partners else row.id
        for place, row in enumerate(statement.rows)
    )


def figure_from(name: str, statement: Statement, origin: str) -> Figure:
    """The figure of that name; raises `InputError` with what was probably meant."""
    row, _, column = name.strip().rpartition(".")
    rows = rows_of(statement)
    if row not in rows:
        raise InputError([_no_row(row, column, rows)._replace(origin=origin)])
    return Figure(rows.index(row), known_column(column, statement, origin))


def known_column(column: str, statement: Statement, origin: str) -> str:
    """The column, where the statement has it; raises `InputError` with what was probably meant."""
    return chosen("column", column, columns_of(statement), origin)


def _no_row(row: str, column: str, rows: tuple[str, ...]) -> Problem:
    if not row:
        hint = say("vary.figure_for_instance", row=rows[0])
        return Problem(say("vary.figure_form"), hint=hint)
    if row == "reserve":
        return Problem(say("vary.no_reserve"), hint=say("vary.reserve_with_charge"))
    message = say("reference.no_row", name=row)
    if f"partner.{row}" in rows:
        return Problem(message, hint=say("reference.meant", name=f"partner.{row}.{column}"))
    return Problem(message, hint=suggestion(row, rows))
