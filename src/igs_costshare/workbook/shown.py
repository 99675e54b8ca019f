"""The workbook of a document: what people read on a sheet or more, and all figures on a last one.

Its amounts are values, in the language of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, assert_never

from igs_costshare.documents.document import Document, Item, Listing, Notes, Plot, Spans, Worded
from igs_costshare.wording.tables import NONE, Cell, Column, Table, places_of
from igs_costshare.workbook.book import Book, Sheet, column_of_names

HEADINGS = 2
"""The row of the headings, below the title."""
_WIDTH = 14
"""Characters of a column of figures."""


def shown_bytes(document: Worded, currency: str, name: str) -> bytes:
    """The bytes of an XLSX file; `name` is that of its first sheet.

    The same document gives the same bytes.
    """
    language, table = document.language, document.worded()
    book = Book(currency, table.decimals, {"title": document.title})
    page_words = language.say("workbook.page_footer")
    for number, page in enumerate(_pages(document), 1):
        sheet = book.sheet(name if number == 1 else f"{name} {number}")
        row = write_table(sheet, page.caption or document.title, page.table)
        for text in page.sentences:
            sheet.text(row, 0, text, "hint")
            row += 1
        sheet.print_on_a4(document.title, page_words, (0, HEADINGS))
    sheet = book.sheet(language.say("heading.figures"))
    write_table(sheet, document.title, table)
    sheet.page.autofilter(HEADINGS, 0, HEADINGS + len(table.rows), len(table.columns) - 1)
    sheet.print_on_a4(document.title, page_words, (0, HEADINGS))
    return book.to_bytes()


class _Page(NamedTuple):
    """A sheet: a table that people read, under its caption, and the sentences below it."""

    table: Table
    sentences: list[str]
    caption: str = ""


def _pages(document: Document) -> Iterator[_Page]:
    """Each table that people read; a sheet of its own where there is none."""
    pages: list[_Page] = []
    before: list[str] = []
    caption: list[str] = []
    for part in document.parts():
        texts = pages[-1].sentences if pages else before
        match part:
            case Table():
                pages.append(_Page(part, [], "".join(caption).rstrip(": \N{NO-BREAK SPACE}")))
                caption = []
            case Notes() if part.is_caption:
                texts.extend(caption)
                caption = [*part.sentences]
            case Notes():
                texts.extend((*caption, *part.sentences))
                caption = []
            case Listing():
                texts.extend((*caption, *_lines(part.items)))
                caption = []
            case Plot() | Spans():
                pass
            case _:
                assert_never(part)
    if not pages:
        pages.append(_Page(Table((), (), 2), []))
    pages[0].sentences[:0] = before
    pages[-1].sentences.extend(caption)
    yield from pages


def _lines(items: Sequence[Item], indent: str = "") -> Iterator[str]:
    """The lines of a list, those under others indented."""
    for item in items:
        yield f"{indent}{item.text}"
        yield from _lines(item.items, f"{indent}  ")


def write_table(sheet: Sheet, title: str, table: Table) -> int:
    """Write a title and a table; gives the row below them and one more."""
    sheet.text(0, 0, title, "title")
    texts = [place for place, column in enumerate(table.columns) if column.kind == "text"]
    for place, column in enumerate(table.columns):
        names = [str(row.cells[place] or "") for row in table.rows]
        width = column_of_names([column.heading, *names]) if place in texts else _WIDTH
        sheet.page.set_column(place, place, width)
        style = "heading" if place in texts else "heading_right"
        sheet.text(HEADINGS, place, column.heading, style)
    for at, row in enumerate(table.rows, start=HEADINGS + 1):
        total = "_total" if row.role == "total" else ""
        for place, cell in enumerate(row.cells):
            mark = row.marks[place] if row.marks else ""
            _cell(sheet, (at, place), cell, table.columns[place], table.decimals, mark, total)
    names_before = 0
    while names_before in texts:
        names_before += 1
    if table.columns:
        sheet.page.freeze_panes(HEADINGS + 1, names_before)
    return HEADINGS + len(table.rows) + 2


def _cell(
    sheet: Sheet,
    at: tuple[int, int],
    cell: Cell,
    column: Column,
    decimals: int,
    mark: str,
    total: str,
) -> None:
    """A text as a text, a figure as a number behind its mark, what is not there as nothing."""
    style = f"{_style(column)}{total}"
    if cell is None or (cell == NONE and column.kind != "text"):
        sheet.page.write_blank(*at, None, sheet.book.style(style))
    elif isinstance(cell, str):
        sheet.text(*at, cell, "total_text" if total else "name")
    else:
        places = places_of(column.kind, decimals)
        if column.kind in ("percent", "part"):
            places += 0 if column.kind == "part" else len("%") + 1
        if isinstance(cell, Decimal):  # a number of the file beside amounts
            sheet.page.write_number(*at, cell, sheet.book.style("exact"))
            return
        number = Decimal(cell).scaleb(-places)
        sheet.page.write_number(*at, number, sheet.book.marked(style, mark))


def _style(column: Column) -> str:
    """How the figures of a column look."""
    match column.kind:
        case "text":
            return "plain"
        case "amount" | "each":
            return "amount"
        case "change":
            return "change"
        case "percent":
            return "percent"
        case "part":
            return "part"
        case "count" | "number":
            return "count"
        case _:
            assert_never(column.kind)
