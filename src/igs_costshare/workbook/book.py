"""The workbook file: sheets, styles, protection and print set-up, by XlsxWriter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

from igs_costshare.description.values import MOST_DECIMALS
from igs_costshare.workbook.styles import STYLES, amount_format, change_format
from igs_costshare.workbook.written import WrittenSheet

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the file format has no time zone
"""The same for every workbook, so that the same input gives the same bytes."""

_PAPER_A4 = 9

LINE = 15
"""Points of a line of text."""
_NARROWEST, _WIDEST = 18, 45
"""Characters of a column of names."""

_HIGHEST = 409
"""Points of the highest row that Excel takes."""
_LONGEST = 32_767
"""Characters that a cell can hold."""
_FOOTER = 120
"""Characters of the title at the foot of a page, beside its number; Excel takes 255 in all."""
_ROOM = 2
"""Characters of a column beside its names, so that bold ones fit as well."""
_FITS = 230
"""Characters side by side on a page of A4 in type that can still be read, 6 points and more."""

NOT_YET = ""
"""The value of a formula that the spreadsheet works out when it opens the file."""


def pages_across(names: int, width: int) -> int:
    """Pages that a table needs side by side, for its type to be read (characters).

    >>> pages_across(45, 200), pages_across(45, 231), pages_across(45, 1000)
    (1, 2, 6)
    """
    return max(1, -(-(width - names) // (_FITS - names)))


def column_of_names(names: Sequence[str]) -> int:
    """Characters of a column of these names: as wide as they ask for, within reason."""
    return min(_WIDEST, max(_NARROWEST, _ROOM + max(map(len, names))))


def clipped(text: str) -> str:
    """The text as far as a cell can hold it, with a mark where it goes on."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


class Sheet:
    """One sheet, written cell by cell; rows and columns count from 0."""

    def __init__(self, book: Book, name: str) -> None:
        self.book = book
        self.page: Any = book.file.add_worksheet(name, WrittenSheet)

    def text(self, row: int, column: int, text: str, style: str = "text") -> None:
        """A text, which is never a formula or a link, whatever it begins with."""
        self.page.write_string(row, column, clipped(text), self.book.style(style))

    def number(self, row: int, column: int, number: Decimal | int, style: str) -> None:
        """A number, as near as a double comes to it."""
        self.page.write_number(row, column, number, self.book.style(style))

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
        width = column_of_names(names)
        self.page.set_column(column, column, width)
        for row, name in enumerate(names, start=first):
            self.text(row, column, name, "name")
            if len(name) > width:
                self.high(row, 1 + len(name) // (width - _ROOM))

    def high(self, row: int, lines: int) -> None:
        """Make a row so many lines of text high, as far as a sheet can."""
        self.page.set_row(row, min(_HIGHEST, LINE * lines))

    def print_on_a4(
        self, title: str, page_words: str, repeated: tuple[int, int], pages: int = 1
    ) -> None:
        """A4 landscape, so many pages wide, with the headings and names on each page."""
        self.page.set_landscape()
        self.page.set_paper(_PAPER_A4)
        self.page.fit_to_pages(pages, 0)
        if pages > 1:
            self.page.print_across()
        self.page.repeat_rows(*repeated)
        self.page.set_footer(f"&L{title.replace('&', '&&')[:_FOOTER]}&R{page_words}")

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
            "passing": f"{amount_format(currency, decimals)};",
            "price": amount_format(currency, 2, MOST_DECIMALS),
            "change": change_format(decimals),
        }
        self._styles: dict[str, Format] = {}
        self._marked: dict[tuple[str, str], Format] = {}

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

    def marked(self, name: str, mark: str) -> Format:
        """The style of that name with a sign before each number."""
        if not mark:
            return self.style(name)
        if (name, mark) not in self._marked:
            stated = dict(STYLES[name])
            written = str(stated.get("num_format", "General"))
            parts = self._formats.get(written, written).split(";")
            stated["num_format"] = ";".join(f'"{mark} "{part}' for part in parts)
            self._marked[name, mark] = self.file.add_format(stated)
        return self._marked[name, mark]

    def name(self, name: str, reference: str) -> None:
        """Give a cell or a range a name of its own."""
        self.file.define_name(name, f"={reference}")

    def to_bytes(self) -> bytes:
        """The finished file."""
        self.file.close()
        return self._bytes.getvalue()
