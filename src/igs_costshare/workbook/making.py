"""The sheets Statement and Method together: workings first, then the results that they feed."""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.computing.statement import CONTRIBUTION, DAY_PRICE, Statement
from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import title_of
from igs_costshare.workbook.book import Book, Sheet
from igs_costshare.workbook.inputs import Inputs
from igs_costshare.workbook.layout import VALID
from igs_costshare.workbook.lines import Lines
from igs_costshare.workbook.method import sentences
from igs_costshare.workbook.reconciling import PooledLines
from igs_costshare.workbook.refusals import refuse_figures, write_refusals
from igs_costshare.workbook.results import Results, write_status
from igs_costshare.workbook.settlement import SettlementSheet
from igs_costshare.workbook.tables import StepTable, step_tables
from igs_costshare.workbook.workings import StepGrid, Workings

_TEXT = 6
"""The first row of the text on Method, below title, `VALID`, `SURE` and `HELD`."""
_WIDTH = 8
"""Columns that a sentence on Method runs over."""
_NAMES_WIDTH, _STEP_WIDTH = 34, 16
"""Characters of the column of names and of each step."""
_STEPS = 16
"""Columns of steps at least, as many as the widest of the tables has."""
_APART = 3
"""Rows that a table takes beside its own: title, headings, and one between."""
_CHARACTERS = 125
"""Characters of a sentence that go on one line."""


_MOST_INEXACT = 100
"""Figures with more digits than a double holds that a formula can watch; with more of them the
workbook shows nothing, whatever becomes of them."""


def write_statement(
    book: Book,
    sheet: Sheet,
    method: Sheet,
    inputs: Inputs,
    statement: Statement,
    language: Language,
    settlement: SettlementSheet | None = None,
) -> None:
    """Write the sheets Statement and Method, and what follows on that of a settlement."""
    title = title_of(statement)
    row = _write_text(method, inputs, statement, language, title)
    told = step_tables(inputs.network, statement, language, settled=settlement is not None)
    grids, printed = {}, row
    for name, table in told.items():
        grids[name] = _grid(method, row, table, language)
        row += len(table.rows) + _APART
        # On paper the totals are of use, and the steps of the division are not.
        printed = row if name in ("budget", "homes") else printed
    method.text(row, 0, language.say("workbook.by_partner_heading"), "section")
    workings = Workings(inputs.network, inputs, method, language, row + 1)
    _write_partners(workings, statement)
    results = Results(book, sheet, statement, language)
    earns = any(line.id == DAY_PRICE for line in statement.lines)
    refuse_figures(workings)
    if settlement is not None:
        settlement.refuse(workings)
    lines = Lines(workings, grids, statement, results.total(DAY_PRICE) if earns else "")
    results.write(lines.shown(), lines.keys, inputs["rounding", "unit"], title)
    if settlement is not None:
        settlement.follow(results, workings, _pooled(grids, lines, statement))
    status = write_refusals(workings, method, workings.last_row + 2)
    method.formula(2, 1, f"SUM({status.flags})=0", "working")
    sure = _sure(inputs, grids["lines"], len(statement.lines))
    method.formula(3, 1, sure, "working")
    method.formula(4, 1, _held(inputs), "working")
    write_status(sheet, status, language)
    _finish(method, workings, title, language, printed)


def _pooled(
    grids: Mapping[str, StepGrid], lines: Lines, statement: Statement
) -> PooledLines | None:
    """What the pooled lines of a charge come to; None where each has a column of its own."""
    if "pooled" not in grids:
        return None
    row = next(row for row, line in enumerate(statement.lines) if line.id == CONTRIBUTION)
    pool, half = grids["lines"].ref(row, "units"), lines.network.rounding.half
    return PooledLines(grids["pooled"], statement, lines.budget, pool, half)


def _sure(inputs: Inputs, lines: StepGrid, count: int) -> str:
    """Whether every line is shown, or none is for another reason."""
    if not count:
        return VALID
    shown = f"{lines.ref(0, 'shown')}:{lines.ref(count - 1, 'shown')}"
    return f"AND({shown})"


def _held(inputs: Inputs) -> str:
    """Whether no cell still has a figure of the file with more digits than a double holds."""
    if len(inputs.inexact) > _MOST_INEXACT:
        return "FALSE"
    return f"AND({','.join(f'{cell}<>{value}' for cell, value in inputs.inexact) or 'TRUE'})"


def _write_text(
    method: Sheet, inputs: Inputs, statement: Statement, language: Language, title: str
) -> int:
    """Title and sentences; returns the row after them."""
    method.text(0, 0, title, "title")
    method.text(2, 0, language.say("workbook.is_valid"), "working_text")
    method.text(3, 0, language.say("workbook.is_sure"), "working_text")
    method.text(4, 0, language.say("workbook.is_held"), "working_text")
    row = _TEXT
    for sentence, style in sentences(inputs.network, statement, language):
        method.merged(row, _WIDTH, sentence, style)
        if style == "wrapped":
            method.high(row, 1 + len(sentence) // _CHARACTERS)
        row += 1
    return row + 1


def _grid(method: Sheet, row: int, table: StepTable, language: Language) -> StepGrid:
    method.text(row, 0, language.tell(table.title), "section")
    steps = {name: language.tell(step) for name, step in table.steps.items()}
    return StepGrid(method, row + 1, steps, table.rows)


def _write_partners(workings: Workings, statement: Statement) -> None:
    workings.sheet.text(workings.top, 0, workings.language.column("partner"), "heading")
    for row, partner in enumerate(statement.partners, start=workings.top + 1):
        workings.sheet.text(row, 0, partner.name, "working_text")
    total = workings.language.column("total")
    workings.sheet.text(workings.last_row, 0, total, "working_text")


def _finish(
    method: Sheet, workings: Workings, title: str, language: Language, printed: int
) -> None:
    page = method.page
    page.set_column(0, 0, _NAMES_WIDTH)
    page.set_column(1, max(_WIDTH, workings.last_column, _STEPS), _STEP_WIDTH)
    page.freeze_panes(1, 1)
    method.print_on_a4(title, language.say("workbook.page_footer"), (0, 0))
    page.print_area(0, 0, printed - 1, _WIDTH - 1)
    method.protect()
