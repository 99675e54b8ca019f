"""The amounts of a statement by row and column, as a saved statement holds them too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from igs_costshare.statement import Row, Statement
from igs_costshare.tables import decimals_of, minor_units

Columns = Mapping[str, int]
"""Amounts by column: line ids, then `expenses`, `revenues` and `balance`."""


class SavedPartner(NamedTuple):
    """A partner with its amounts, in the smallest step shown."""

    id: str
    name: str
    columns: Columns


class SavedStatement(NamedTuple):
    """What a statement says in amounts alone, in whole numbers of 10^-decimals of the currency."""

    title: str
    scenario: str | None
    currency: str
    decimals: int
    partners: tuple[SavedPartner, ...]
    reserve: Columns | None
    total: Columns

    def of_partner(self, id: str) -> Columns | None:
        """The amounts of a partner; None where it has no row."""
        return next((each.columns for each in self.partners if each.id == id), None)


def saved_from(statement: Statement) -> SavedStatement:
    """The amounts of a statement that was computed."""
    step = minor_units(statement.unit)

    def columns(row: Row) -> Columns:
        cells = zip(statement.lines, row.cells, strict=True)
        lines = {line.id: step * cell for line, cell in cells}
        return {
            **lines,
            "expenses": step * row.expenses,
            "revenues": step * row.revenues,
            "balance": step * row.balance,
        }

    return SavedStatement(
        title=statement.title,
        scenario=None if statement.scenario is None else statement.scenario.id,
        currency=statement.currency,
        decimals=decimals_of(statement.unit),
        partners=tuple(SavedPartner(row.id, row.name, columns(row)) for row in statement.partners),
        reserve=None if statement.reserve is None else columns(statement.reserve),
        total=columns(statement.total),
    )
