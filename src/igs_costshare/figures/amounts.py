"""Amounts of a statement: what stands in a row under a column, or follows from its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.computing.statement import (
    BUILT_IN_LINES,
    CONTRIBUTION,
    LineKind,
    Statement,
    StatementLine,
)
from igs_costshare.messages import Message
from igs_costshare.sharing.exact import total_of

_SIGNS: Mapping[str, Mapping[LineKind, int]] = {
    "expenses": {"expense": 1, "revenue": 0},
    "revenues": {"expense": 0, "revenue": 1},
    "balance": {"expense": -1, "revenue": 1},
    "bill": {"expense": 1, "revenue": -1},
}
"""How the lines of each kind count in the columns that sum them up."""


class Amount(NamedTuple):
    """A row's amount in a column: the id of a line, what sums lines up, or `contribution`.

    A division has no line `contribution`: it is what a row bears of the lines of the pool.
    """

    statement: Statement
    row: int
    """Its place among `Statement.rows`."""
    column: str
    is_line: bool = False
    """Whether the column is a line, which may be called as what sums lines up."""

    def missing(self) -> Message | None:
        """None: an amount is always there."""
        return None

    def shown(self) -> int:
        """In units of rounding, as the statement shows it."""
        row = self.statement.rows[self.row]
        if self.column in _SIGNS and not self.is_line:
            signs = _SIGNS[self.column]
            return signs["expense"] * row.expenses + signs["revenue"] * row.revenues
        return sum(sign * row.cells[place] for sign, place in self._terms())

    def exact(self) -> Fraction:
        """In units of rounding, before any of it is rounded."""
        lines = self.statement.lines
        return total_of([sign * self._exact_part(lines[place]) for sign, place in self._terms()])

    def slack(self) -> int:
        """How far rounding may carry it from what is exact, in units of rounding."""
        network, partners = self.statement.worked_out.network, len(self.statement.partners)
        lines = len(network.lines) + len(network.subsidy) + len(BUILT_IN_LINES)
        return lines * (1 if self.row < partners else partners + 1)

    def weight(self) -> Fraction:
        """1: the amount is a straight line wherever its lines are."""
        return Fraction(1)

    def _terms(self) -> Sequence[tuple[int, int]]:
        """The places of the lines that count, each with its sign."""
        lines = [*enumerate(self.statement.lines)]
        if self.is_line:
            return [(1, place) for place, line in lines if line.id == self.column]
        if self.column != CONTRIBUTION:
            signs = _SIGNS[self.column]
            return [(signs[line.kind], place) for place, line in lines if signs[line.kind]]
        pooled = {line.id for line in self.statement.pool.lines}
        return [(_SIGNS["bill"][line.kind], place) for place, line in lines if line.id in pooled]

    def _exact_part(self, line: StatementLine) -> Fraction:
        """What a line comes to in the row."""
        statement = self.statement
        if self.row < len(statement.partners):
            return line.exact.at(self.row)
        partners = Fraction(sum(line.exact.numerators), line.exact.denominator)
        is_total = self.row == len(statement.rows) - 1
        if line.id != CONTRIBUTION:
            return partners if is_total else Fraction(0)
        whole = statement.worked_out.budget.pool / Fraction(statement.unit)
        return whole if is_total else whole - partners
