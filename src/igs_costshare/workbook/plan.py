"""The workbook of a plan: a sheet over all years, and the statement of each on one of its own.

Its amounts are values: one statement a book recalculates (`workbook_bytes`).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from igs_costshare.documents.document import Listing, Notes
from igs_costshare.documents.plan import PlanDocument
from igs_costshare.wording.sentences import title_of
from igs_costshare.wording.tables import Cell, ColumnKind, Table, shown_table, statement_table
from igs_costshare.workbook.book import Book, Sheet

_HEADINGS = 2
"""The row of the headings, below the title."""
_WIDTH = 14
"""Characters of a column of figures."""


def plan_bytes(document: PlanDocument) -> bytes:
    """The bytes of an XLSX file, in the language of the document; the same plan gives the same."""
    language, plan = document.language, document.plan
    book = Book(plan.currency, plan.amount_decimals, {"title": document.title})
    sheet = book.sheet(language.say("plan.sheet"))
    row = _write(sheet, document.title, document.shown())
    for text in _sentences(document):
        sheet.text(row, 0, text, "hint")
        row += 1
    page_words = language.say("workbook.page_footer")
    sheet.print_on_a4(document.title, page_words, (0, _HEADINGS))
    for year, each in zip(plan.years, document.years, strict=True):
        own = book.sheet(document.heading(year))
        title = title_of(each.statement)
        _write(own, title, shown_table(statement_table(each.statement, language)))
        own.print_on_a4(title, page_words, (0, _HEADINGS))
    return book.to_bytes()


def _sentences(document: PlanDocument) -> Iterator[str]:
    """What stands below the table, a line each."""
    for part in document.parts():
        if isinstance(part, Notes):
            yield from part.sentences
        elif isinstance(part, Listing):
            yield from (item.text for item in part.items)
    year = document.plan.years[-1]
    if year is not None:
        yield document.language.say("plan.values_only", year=str(year))


def _write(sheet: Sheet, title: str, table: Table) -> int:
    """Write a title and a table; gives the row below them and one more."""
    sheet.text(0, 0, title, "title")
    sheet.names(0, _HEADINGS + 1, [str(row.cells[0]) for row in table.rows])
    for place, column in enumerate(table.columns):
        style = "heading_right" if place else "heading"
        sheet.text(_HEADINGS, place, column.heading, style)
        if place:
            sheet.page.set_column(place, place, _WIDTH)
    for at, row in enumerate(table.rows, start=_HEADINGS + 1):
        total = "_total" if row.role == "total" else ""
        if total:
            sheet.text(at, 0, str(row.cells[0]), "total_text")
        for place, cell in enumerate(row.cells[1:], start=1):
            _cell(sheet, at, place, cell, table.columns[place].kind, table.decimals, total)
    sheet.page.freeze_panes(_HEADINGS + 1, 1)
    return _HEADINGS + len(table.rows) + 2


def _cell(
    sheet: Sheet, row: int, column: int, cell: Cell, kind: ColumnKind, decimals: int, total: str
) -> None:
    """A figure as a number; who is not there as an empty cell."""
    if not isinstance(cell, int):
        sheet.page.write_blank(row, column, None, sheet.book.style(f"amount{total}"))
        return
    match kind:
        case "amount" | "change":
            sheet.number(row, column, Decimal(cell).scaleb(-decimals), f"amount{total}")
        case "each":
            sheet.number(row, column, Decimal(cell).scaleb(-2), f"amount{total}")
        case "part" | "percent":
            sheet.number(row, column, Decimal(cell).scaleb(-4), f"part{total}")
        case "text" | "count" | "number":
            sheet.number(row, column, cell, f"count{total}")
        case _:
            assert_never(kind)
