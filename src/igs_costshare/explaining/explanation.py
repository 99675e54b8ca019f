"""A whole explanation: the network, a row, or one figure of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from igs_costshare.computing.statement import CONTRIBUTION, Row, Statement
from igs_costshare.errors import InputError, Problem
from igs_costshare.explaining.cells import line_cell
from igs_costshare.explaining.contribution import contribution_cell
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.headings import HEADINGS
from igs_costshare.explaining.homes import unit_step
from igs_costshare.explaining.pool import pool_cell
from igs_costshare.explaining.steps import Cell, ExplainedRow, Explanation
from igs_costshare.explaining.totals import reserve_cell, sum_cells, total_cell
from igs_costshare.messages import Message, say
from igs_costshare.reading.extent import MOST_EXPLAINED
from igs_costshare.reading.source import Source
from igs_costshare.wording.sentences import title_of


def explanation(statement: Statement, source: Source | None) -> Explanation:
    """The lines and the pool in full, then each partner, and the reserve, in brief.

    Raises `InputError` where they are more figures than anybody would read.
    """
    figures = len(statement.rows) * len(statement.lines)
    if figures > MOST_EXPLAINED:
        raise InputError([_too_many(figures, source)])
    full = Dossier(statement, source)
    brief = Dossier(statement, source, brief=True, once=True)
    total = _row(full, statement.total)
    others = [_row(brief, row) for row in statement.rows[:-1]]
    return _explanation(statement, pool_cell(full), [total, *others])


def row_explanations(statement: Statement, source: Source | None) -> tuple[ExplainedRow, ...]:
    """Every row in full: the partners, the reserve where there is one, and the total."""
    dossier = Dossier(statement, source, once=True)
    return tuple(_row(dossier, row) for row in statement.rows)


def row_explanation(statement: Statement, source: Source | None, row: Row) -> Explanation:
    """All figures of one row of the statement in full."""
    dossier = Dossier(statement, source, once=True)
    pool = pool_cell(dossier) if row is statement.total else None
    return _explanation(statement, pool, [_row(dossier, row)])


def cell_explanation(
    statement: Statement, source: Source | None, row: Row, column: str
) -> Explanation:
    """One figure of a row in full; `column` is one of `columns_of`."""
    dossier = Dossier(statement, source)
    cells = [cell for cell in _cells(dossier, row, nested=True) if cell.id == column]
    if not cells and column == CONTRIBUTION:
        cells = [contribution_cell(dossier, row)]
    if not cells:
        cells = [_units(dossier, row)]
    explained = ExplainedRow(row.id, _name(row), tuple(cells))
    return _explanation(statement, None, [explained])


def columns_of(statement: Statement) -> tuple[str, ...]:
    """The columns of which each figure can be explained, by id.

    With a division, `contribution` is what a row bears of the pool, though no column shows it.
    """
    lines = [line.id for line in statement.lines]
    pooled = statement.method is not None and CONTRIBUTION not in lines
    return ("units", *lines, "expenses", "revenues", "balance", *([CONTRIBUTION] * pooled))


def _too_many(figures: int, source: Source | None) -> Problem:
    return Problem(
        say("reference.too_many_figures", figures=figures, most=MOST_EXPLAINED),
        hint=say("reference.explain_one"),
        origin=source.name if source else "",
    )


def _explanation(
    statement: Statement, pool: Cell | None, rows: Sequence[ExplainedRow]
) -> Explanation:
    scenario = None if statement.scenario is None else statement.scenario.id
    return Explanation(title_of(statement), statement.currency, scenario, pool, tuple(rows))


def _row(dossier: Dossier, row: Row) -> ExplainedRow:
    cells = tuple(_cells(dossier, row, nested=False))
    return ExplainedRow(row.id, _name(row), cells)


def _cells(dossier: Dossier, row: Row, *, nested: bool) -> Iterator[Cell]:
    """The figures of a row in the order of the columns; sums with or without what they sum."""
    statement = dossier.statement
    cells = [_line(dossier, row, at) for at in range(len(statement.lines))]
    inside = cells if nested else [cell._replace(steps=()) for cell in cells]
    sums = sum_cells(dossier, row, inside)
    if row is not statement.reserve and statement.total.units:
        yield _units(dossier, row)
    for kind, total in (("expense", "expenses"), ("revenue", "revenues")):
        yield from (cell for cell in cells if dossier.lines[cell.id].kind == kind)
        yield sums[total]
    yield sums["balance"]


def _line(dossier: Dossier, row: Row, at: int) -> Cell:
    line = dossier.statement.lines[at]
    if row is dossier.statement.total:
        return total_cell(dossier, line)
    if row is dossier.statement.reserve:
        return reserve_cell(dossier, line)
    return line_cell(dossier, line, dossier.places[row.id])


def _units(dossier: Dossier, row: Row) -> Cell:
    homes = dossier.budget.figures.homes
    ids = dossier.ids if row is dossier.statement.total else (row.id,)
    steps = tuple(unit_step(dossier, id) for id in ids if homes.get(id) or id == row.id in homes)
    return Cell("units", dossier.heading("units"), Fraction(row.units), steps)


def _name(row: Row) -> Message | str:
    """What a row is called; the reserve and the total have no name of their own."""
    return row.name or HEADINGS[row.id]
