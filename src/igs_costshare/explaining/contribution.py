"""What a row bears of the pool where that is divided: no column of the statement shows it."""

from __future__ import annotations

from igs_costshare.computing.statement import CONTRIBUTION, Row
from igs_costshare.explaining.cells import pool_share
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.pool import pool_steps
from igs_costshare.explaining.steps import Cell, Step


def contribution_cell(dossier: Dossier, row: Row) -> Cell:
    """The share in the pool, and what each line of the pool comes to for this row."""
    pool = dossier.statement.pool
    if row is dossier.statement.total:
        return dossier.cell(CONTRIBUTION, pool.total, list(pool_steps(dossier)))
    cells = {
        line.id: amount for line, amount in zip(dossier.statement.lines, row.cells, strict=True)
    }
    steps: list[Step] = [*pool_share(dossier, dossier.places[row.id]).steps]
    total = 0
    for line in pool.lines:
        cost = line.kind == "expense"
        total += cells[line.id] if cost else -cells[line.id]
        amount = dossier.money(cells[line.id] * dossier.unit)
        kind = "term" if cost else "less_term"
        steps.append(dossier.step(kind, label=dossier.heading(line.id), amount=amount))
    return dossier.cell(CONTRIBUTION, total, steps)
