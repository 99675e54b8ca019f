"""Totals: the sums of the lines that are shown, and the totals of those lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from igs_costshare.computing.statement import CONTRIBUTION, Line, LineKind, Row
from igs_costshare.explaining.cells import exact_total, line_total_steps
from igs_costshare.explaining.charged import reserve_steps
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.lines import total_steps
from igs_costshare.explaining.pool import pool_steps
from igs_costshare.explaining.remainders import rounding_steps
from igs_costshare.explaining.steps import Cell, Step


def sum_cells(dossier: Dossier, row: Row, cells: Sequence[Cell]) -> dict[str, Cell]:
    """Expenses, revenues and balance of a row, as the sums of its cells."""
    return {
        "expenses": _sum(dossier, "expenses", row.expenses, cells, "expense"),
        "revenues": _sum(dossier, "revenues", row.revenues, cells, "revenue"),
        "balance": _balance(dossier, row),
    }


def _sum(dossier: Dossier, id: str, amount: int, cells: Sequence[Cell], kind: LineKind) -> Cell:
    steps = [
        dossier.step("term", cell.value, (), cell.steps, label=cell.heading)
        for cell in cells
        if dossier.lines[cell.id].kind == kind
    ]
    return dossier.cell(id, amount, steps or [dossier.step("nothing", Fraction(0))])


def _balance(dossier: Dossier, row: Row) -> Cell:
    steps = [
        dossier.step("term", row.revenues * dossier.unit, label=dossier.heading("revenues")),
        dossier.step("less_term", row.expenses * dossier.unit, label=dossier.heading("expenses")),
    ]
    return dossier.cell("balance", row.balance, steps)


def reserve_cell(dossier: Dossier, line: Line) -> Cell:
    """The figure of the reserve in a line: of the contribution, what the charges leave."""
    name = dossier.language.column("reserve")
    nothing = [dossier.step("no_amount", name=name)]
    steps = list(reserve_steps(dossier)) if line.id == CONTRIBUTION else nothing
    return dossier.cell(line.id, line.reserve, steps)


def total_cell(dossier: Dossier, line: Line) -> Cell:
    """The total of a line: how it comes about, and that its cells add up to it."""
    return dossier.cell(line.id, line.total, list(_total_steps(dossier, line)))


def _total_steps(dossier: Dossier, line: Line) -> Iterator[Step]:
    if line.division is not None:
        yield from line_total_steps(dossier, line)
        total = line.total * dossier.unit
        yield from rounding_steps(dossier, exact_total(dossier, line), total)
    elif line.id == CONTRIBUTION:
        yield from pool_steps(dossier)
    elif line.id in dossier.sources:
        yield from total_steps(dossier, line.id)
    if line.division is None:
        yield dossier.step(
            "sum_of_cells", sum(line.cells) * dossier.unit, (), _cells(dossier, line)
        )
    if line.id == CONTRIBUTION:
        kept = dossier.money(-line.reserve * dossier.unit)
        kind = "reserve_part" if line.reserve >= 0 else "reserve_kept"
        yield dossier.step(kind, line.reserve * dossier.unit, kept=kept)


def _cells(dossier: Dossier, line: Line) -> list[Step]:
    return [
        dossier.step("charged", cell * dossier.unit, name=name)
        for name, cell in zip(dossier.names, line.cells, strict=True)
        if cell
    ]
