"""Tables of names and amounts as a workbook, a sheet each; nothing in it recalculates."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.wording.tables import Table, TableRow
from igs_costshare.workbook.book import Book, Sheet, pages_across

_HEADINGS = 2
"""The row of the headings, below the title."""
_WIDTH = 18
"""Characters of a column of amounts."""


class PlainSheet(NamedTuple):
    """A sheet: its name, a table under the title of the workbook, and the sentences under it."""

    name: str
    table: Table
    sentences: Sequence[str] = ()


def plain_workbook(title: str, sheets: Sequence[PlainSheet], currency: str, footer: str) -> bytes:
    """The workbook of tables that have texts and amounts only, with the same decimals.

    `footer` numbers the pages that are printed. The same tables give the same bytes.
    """
    book = Book(currency, sheets[0].table.decimals, {"title": title})
    for each in sheets:
        sheet = book.sheet(each.name)
        sheet.text(0, 0, title, "title")
        _write_table(sheet, each.table)
        for row, sentence in enumerate(each.sentences, _HEADINGS + len(each.table.rows) + 2):
            sheet.text(row, 0, sentence, "hint")
        width = _WIDTH * len(each.table.columns)
        pages = pages_across(_WIDTH, width)
        sheet.print_on_a4(title, footer, (_HEADINGS, _HEADINGS), pages)
    return book.to_bytes()


def _write_table(sheet: Sheet, table: Table) -> None:
    first = _HEADINGS + 1
    for place, column in enumerate(table.columns):
        is_text = column.kind == "text"
        sheet.text(_HEADINGS, place, column.heading, "heading" if is_text else "heading_right")
        if is_text:
            sheet.names(place, first, [str(row.cells[place]) for row in table.rows])
        else:
            sheet.page.set_column(place, place, _WIDTH)
    for at, row in enumerate(table.rows, first):
        _write_row(sheet, at, row, table.decimals)


def _write_row(sheet: Sheet, at: int, row: TableRow, decimals: int) -> None:
    """The amounts of a row, and the name of a total once more, in its own style."""
    is_total = row.role == "total"
    for place, cell in enumerate(row.cells):
        if isinstance(cell, int):
            amount = Decimal(cell).scaleb(-decimals)
            sheet.number(at, place, amount, "amount_total" if is_total else "amount")
        elif is_total:
            sheet.text(at, place, str(cell), "total_text")
