"""The workbook file: sheets, styles, protection and print set-up; the only user of XlsxWriter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import CellFormulaTuple, Worksheet

from igs_costshare.values import MOST_DECIMALS
from igs_costshare.workbook.cells import letters
from igs_costshare.workbook.styles import STYLES, amount_format

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the file format has no time zone
"""The same for every workbook, so that the same input gives the same bytes."""

_PAPER_A4 = 9

LINE = 15
"""Points of a line of text."""
_NARROWEST, _WIDEST = 18, 45
"""Characters of a column of names."""

NOT_YET = ""
"""The value of a formula that the spreadsheet works out when it opens the file."""


class _Worksheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """Takes formulas as they are.

    XlsxWriter looks for the functions of later versions of Excel in each formula, with some
    thirty regular expressions: 15 seconds for 90,000 formulas. Here none has such a function.
    """

    def put_formula(
        self, row: int, column: int, formula: str, style: Format, value: object
    ) -> None:
        """Write a formula, given without `=`."""
        self._check_dimensions(row, column)
        self.table[row][column] = CellFormulaTuple(formula, style, value)

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Write a formula in one go, which halves the time that the file takes."""
        if not isinstance(cell, CellFormulaTuple) or (cell.value and isinstance(cell.value, str)):
            super()._write_cell(row, col, cell)
            return
        style = cell.format._get_xf_index()  # noqa: SLF001 - XlsxWriter tells it in no other way
        place = f'<c r="{letters(col)}{row + 1}" s="{style}">'
        self.fh.write(f"{place}<f>{escape(cell.formula)}</f><v>{cell.value}</v></c>")


class Sheet:
    """One sheet, written cell by cell; rows and columns count from 0."""

    def __init__(self, book: Book, name: str) -> None:
        self.book = book
        self.page: Any = book.file.add_worksheet(name, _Worksheet)

    def text(self, row: int, column: int, text: str, style: str = "text") -> None:
        """A text, which is never a formula or a link, whatever it begins with."""
        self.page.write_string(row, column, text, self.book.style(style))

    def number(self, row: int, column: int, number: Decimal | int, style: str) -> None:
        """A number, as near as a double comes to it."""
        self.page.write_number(row, column, number, self.book.style(style))

    def blank(self, row: int, column: int, style: str) -> None:
        """An empty cell."""
        self.page.write_blank(row, column, None, self.book.style(style))

    def formula(
        self, row: int, column: int, formula: str, style: str, value: object = NOT_YET
    ) -> None:
        """A formula, written without `=`, and the value it is known to have."""
        self.page.put_formula(row, column, formula, self.book.style(style), value)

    def merged(self, row: int, columns: int, text: str, style: str) -> None:
        """A text over several columns of a row."""
        self.page.merge_range(row, 0, row, columns - 1, "", self.book.style(style))
        self.text(row, 0, text, style)

    def names(self, column: int, first: int, names: Sequence[str]) -> None:
        """Names under one another in full: in a column as wide as they ask for, within reason."""
        width = min(_WIDEST, max(_NARROWEST, 2 + max(map(len, names))))
        self.page.set_column(column, column, width)
        for row, name in enumerate(names, start=first):
            self.text(row, column, name, "name")
            if len(name) > width:
                self.page.set_row(row, LINE * (1 + len(name) // (width - 2)))

    def print_on_a4(self, title: str, page_words: str, repeated: tuple[int, int]) -> None:
        """A4 landscape, as wide as one page, with the headings and names on each page."""
        self.page.set_landscape()
        self.page.set_paper(_PAPER_A4)
        self.page.fit_to_pages(1, 0)
        self.page.repeat_rows(*repeated)
        self.page.set_footer(f"&L{title.replace('&', '&&')[:120]}&R{page_words}")

    def protect(self) -> None:
        """Lock all but the inputs, without a password: against slips, not against people."""
        self.page.protect("", {"format_columns": True, "format_rows": True})


class Book:
    """A workbook under construction."""

    def __init__(self, currency: str, decimals: int, properties: Mapping[str, str]) -> None:
        self._bytes = BytesIO()
        self.file = xlsxwriter.Workbook(self._bytes, {"in_memory": True})
        self.file.set_properties({**properties, "created": _CREATED})
        self._formats = {
            "amount": amount_format(currency, decimals),
            "price": amount_format(currency, 2, MOST_DECIMALS),
        }
        self._styles: dict[str, Format] = {}

    def sheet(self, name: str) -> Sheet:
        """A new sheet, after those there are."""
        return Sheet(self, name)

    def style(self, name: str) -> Format:
        """The style of that name, made when it is first asked for."""
        if name not in self._styles:
            stated = dict(STYLES[name])
            written = stated.get("num_format", "General")
            stated["num_format"] = self._formats.get(written, written)
            self._styles[name] = self.file.add_format(stated)
        return self._styles[name]

    def name(self, name: str, reference: str) -> None:
        """Give a cell or a range a name of its own."""
        self.file.define_name(name, f"={reference}")

    def to_bytes(self) -> bytes:
        """The finished file."""
        self.file.close()
        return self._bytes.getvalue()
