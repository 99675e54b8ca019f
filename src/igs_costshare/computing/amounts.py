"""A statement as it is saved: its amounts by row and column, and no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from igs_costshare.computing.statement import LineKind, Row, Statement


class SavedLine(NamedTuple):
    """A line of a statement; `label` is its id where it has none."""

    id: str
    kind: LineKind
    label: str


class SavedRow(NamedTuple):
    """What one row holds, in whole numbers of the smallest step shown."""

    id: str
    name: str
    """Empty for the reserve and the total."""
    units: int
    columns: Mapping[str, int]
    """In the order of the table: expense lines, `expenses`, revenue lines, `revenues`,
    `balance`."""
    nis: str | None = None


class SavedStatement(NamedTuple):
    """What a statement says in amounts, in whole numbers of 10^-decimals of the currency."""

    title: str
    year: int | None
    scenario: str | None
    currency: str
    decimals: int
    lines: tuple[SavedLine, ...]
    partners: tuple[SavedRow, ...]
    reserve: SavedRow | None
    total: SavedRow

    @property
    def rows(self) -> Mapping[str, SavedRow]:
        """The partners, then `reserve` where there is one, then `total`, by id."""
        others = [self.total] if self.reserve is None else [self.reserve, self.total]
        return {row.id: row for row in (*self.partners, *others)}


def saved_from(statement: Statement) -> SavedStatement:
    """The amounts of a statement that was computed."""
    minor = statement.minor
    lines = tuple(SavedLine(line.id, line.kind, line.label or line.id) for line in statement.lines)

    def row(each: Row) -> SavedRow:
        cells = {line.id: minor(cell) for line, cell in zip(lines, each.cells, strict=True)}
        columns = in_columns(lines, cells, minor(each.expenses), minor(each.revenues))
        return SavedRow(each.id, each.name, each.units, columns, each.nis)

    return SavedStatement(
        title=statement.title,
        year=statement.year,
        scenario=None if statement.scenario is None else statement.scenario.id,
        currency=statement.currency,
        decimals=statement.decimals,
        lines=lines,
        partners=tuple(map(row, statement.partners)),
        reserve=None if statement.reserve is None else row(statement.reserve),
        total=row(statement.total),
    )


def in_columns(
    lines: Sequence[SavedLine], cells: Mapping[str, int], expenses: int, revenues: int
) -> Mapping[str, int]:
    """The amounts of a row by column, in the order of the table."""
    return {
        **{line.id: cells[line.id] for line in lines if line.kind == "expense"},
        "expenses": expenses,
        **{line.id: cells[line.id] for line in lines if line.kind == "revenue"},
        "revenues": revenues,
        "balance": revenues - expenses,
    }
