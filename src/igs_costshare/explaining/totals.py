"""Totals: the sums of the lines that are shown, and the totals of those lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igs_costshare.computing.statement import CONTRIBUTION, LineKind, Row, StatementLine
from igs_costshare.explaining.cells import line_total_steps
from igs_costshare.explaining.charged import reserve_steps
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.lines import total_steps
from igs_costshare.explaining.pool import pool_steps
from igs_costshare.explaining.steps import Cell, Step


def sum_cells(dossier: Dossier, row: Row, cells: Sequence[Cell]) -> dict[str, Cell]:
    """Expenses, revenues and balance of a row, as the sums of its cells."""
    return {
        "expenses": _sum(dossier, "expenses", row.expenses, cells, "expense"),
        "revenues": _sum(dossier, "revenues", row.revenues, cells, "revenue"),
        "balance": _balance(dossier, row),
    }


def _sum(dossier: Dossier, id: str, total: int, cells: Sequence[Cell], kind: LineKind) -> Cell:
    steps = [
        dossier.step("term", (), cell.steps, label=cell.heading, amount=dossier.money(cell.value))
        for cell in cells
        if dossier.lines[cell.id].kind == kind
    ]
    return dossier.cell(id, total, steps or [dossier.step("nothing")])


def _balance(dossier: Dossier, row: Row) -> Cell:
    revenues, expenses = (
        dossier.money(each * dossier.unit) for each in (row.revenues, row.expenses)
    )
    steps = [
        dossier.step("term", label=dossier.heading("revenues"), amount=revenues),
        dossier.step("less_term", label=dossier.heading("expenses"), amount=expenses),
    ]
    return dossier.cell("balance", row.balance, steps)


def reserve_cell(dossier: Dossier, line: StatementLine) -> Cell:
    """The figure of the reserve in a line: of the contribution, what the charges leave."""
    if line.id == CONTRIBUTION:
        return dossier.cell(line.id, line.reserve, list(reserve_steps(dossier)))
    nothing = dossier.step("no_amount", name=dossier.heading("reserve"))
    return dossier.cell(line.id, line.reserve, [nothing])


def total_cell(dossier: Dossier, line: StatementLine) -> Cell:
    """The total of a line: how it comes about, and that its cells add up to it."""
    return dossier.cell(line.id, line.total, list(_total_steps(dossier, line)))


def _total_steps(dossier: Dossier, line: StatementLine) -> Iterator[Step]:
    if line.division is not None:
        yield from line_total_steps(dossier, line)
    elif line.id == CONTRIBUTION:
        yield from pool_steps(dossier)
    elif line.id in dossier.sources:
        yield from total_steps(dossier, line.id)
    if line.division is None:
        yield dossier.step("sum_of_cells", (), _cells(dossier, line))
    if line.id == CONTRIBUTION:
        reserve = dossier.money(line.reserve * dossier.unit)
        if line.reserve >= 0:
            yield dossier.step("reserve_part", amount=reserve)
        else:
            yield dossier.step("reserve_kept", reserve=reserve)


def _cells(dossier: Dossier, line: StatementLine) -> list[Step]:
    return [
        dossier.step("charged", name=name, amount=dossier.money(cell * dossier.unit))
        for name, cell in zip(dossier.names, line.cells, strict=True)
        if cell
    ]
