"""The first sheet of a workbook: its rows, with the values of formulas and the days of dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - a class, whatever its library calls it

from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import Message, say
from igs_costshare.staying.unread import Unread, plain, position, unread_in, with_merged

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_BYTES = 300 * 2**20
"""Bytes of a workbook, unpacked: far more than a year of stays."""
_MOST_CELLS = 10_000_000
"""Cells of a sheet, from the first to the last that holds something."""
MOST_BESIDE = 1_000_000
"""Cells of the other sheets together, where those are looked at too."""
_MOST_ROWS, _MOST_COLUMNS = 2**20, 2**14
"""Rows and columns of a sheet of Excel."""
_TAG = re.compile(rb"<(?:[^\s<>/:]+:)?(?:c|row)\s([^<]*)")
_REFERENCE = re.compile(rb"""\br\s*=\s*["'](?:([A-Za-z]{0,3})([0-9]{1,7})["'])?""")
"""Where a cell or a row stands; without a number where that is no place in a sheet."""
_OTHERS = {"content.xml", "xl/workbook.bin"}
"""What other sheets than those of `.xlsx` have within, of which nobody counts the cells here."""
_SHEET = re.compile(rb"""<(?:[^\s<>/:]+:)?sheet\s[^<>]*?:id\s*=\s*["']([^"'<>]*)["']""")
_RELATION = re.compile(rb"<(?:[^\s<>/:]+:)?Relationship\s([^<>]*)>")
_ATTRIBUTE = re.compile(rb"""\b(Id|Target)\s*=\s*["']([^"'<>]*)["']""")


class Workbook:
    """A workbook, of which the first sheet is read; raises `InputError` where it is none."""

    def __init__(self, content: bytes, name: str) -> None:
        from python_calamine import CalamineError, load_workbook

        try:
            looked_at = _looked_at(content)
            if looked_at is not None:
                self._book = load_workbook(BytesIO(content))
                self._first = self._book.get_sheet_by_index(0)
        except (*_BROKEN, CalamineError):
            raise _refusal(say("register.no_workbook"), say("register.save_anew"), name) from None
        if looked_at is None:
            raise _refusal(say("register.too_large"), say("register.save_as_csv"), name)
        self._unread, self._beside = looked_at

    def rows(self, cell: Callable[[object], str] | None = None) -> Iterator[tuple[int, list[str]]]:
        """Each row of the first sheet, with its number there.

        `cell` writes a value, where not as somebody would have typed it.
        """
        write, number, row = cell or text_of_cell, 0, list[Any]()
        for number, row in enumerate(_rows_of(self._first), 1):
            yield number, [write(value) for value in row]
        for below in sorted(self._unread):  # of cells without a value, which are no end of a sheet
            if below > number:
                yield below, [""] * len(row)

    @property
    def unread(self) -> Unread:
        """The cells of the first sheet that have no value, from the column of the first cell."""
        start = self._first.start
        aside = 0 if start is None else start[1]
        return {row: marks[aside:] for row, marks in self._unread.items()}

    def others(self, known: Callable[[Iterable[Sequence[str]]], bool], most: int) -> list[int]:
        """The numbers of the other sheets of which the first rows, `most` of them, are `known`.

        None of them where those sheets are large.
        """
        if self._beside > MOST_BESIDE:
            return []
        many = len(self._book.sheet_names)
        return [at + 1 for at in range(1, many) if known(self._first_rows(at, most))]

    def _first_rows(self, at: int, most: int) -> Iterator[list[str]]:
        from python_calamine import CalamineError

        try:
            sheet = self._book.get_sheet_by_index(at)
        except CalamineError:  # a chart, or damaged: nobody reads it
            return
        for row in islice(_rows_of(sheet), most):
            yield [text_of_cell(value) for value in row]


def _rows_of(sheet: CalamineSheet) -> Iterator[list[Any]]:
    # Of an empty sheet, earlier versions end in a panic.
    return iter(()) if sheet.start is None else sheet.iter_rows()


def _refusal(message: Message, hint: Message, name: str) -> InputError:
    return InputError([Problem(message, hint=hint, origin=name)])


_BROKEN = (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What a packed file that is broken, locked or packed in an unknown way ends in."""


def _looked_at(content: bytes) -> tuple[Unread, int] | None:
    """The cells of the first sheet without a value, and how many cells the other sheets have.

    None of a bomb: the workbook unpacks to too much, or its cells stand far apart.
    """
    with ZipFile(BytesIO(content)) as packed:
        if _OTHERS & {name.lower() for name in packed.namelist()}:
            raise ValueError
        if sum(member.file_size for member in packed.infolist()) > MOST_BYTES:
            return None
        first = _first_sheet(packed)
        texts, sheets = 0, dict[str, int]()
        unread: Unread | None = None
        for member in packed.infolist():
            data = packed.read(member)
            if member.filename.endswith("sharedStrings.xml"):
                texts = max(map(len, data.split(b"</si>")))
            elif b"sheetData" in data:
                rows, columns = _extent(data)
                sheets[member.filename] = max(1, rows) * max(1, columns)
                if member.filename.lower() == first:
                    unread = _without_value(plain(data), rows, columns)
    cells = max(sheets.values(), default=0)
    if cells > _MOST_CELLS or texts * cells > MOST_BYTES:
        return None
    if unread is None:
        raise ValueError
    return unread, sum(many for name, many in sheets.items() if name.lower() != first)


def _first_sheet(packed: ZipFile) -> str | None:
    """The part of a workbook that holds its first sheet, in small letters."""
    parts = {name.lower(): name for name in packed.namelist()}
    book, relations = parts.get("xl/workbook.xml"), parts.get("xl/_rels/workbook.xml.rels")
    sheet = _SHEET.search(packed.read(book)) if book else None
    if sheet is None or relations is None:
        return None
    for found in _RELATION.finditer(packed.read(relations)):
        said = dict(_ATTRIBUTE.findall(found[1]))
        if said.get(b"Id") == sheet[1]:
            target = said.get(b"Target", b"").decode().lower()
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return None


def _without_value(data: bytes, rows: int, columns: int) -> Unread:
    """The cells of a sheet without a value; of merged ones as far as it is known to go."""
    return with_merged(unread_in(data), data, rows or _MOST_ROWS, columns or _MOST_COLUMNS)


def _extent(data: bytes) -> tuple[int, int]:
    """The last row and the last column of a sheet that its cells name; 0 where they name none.

    Raises `ValueError` for what is no place in a sheet: reading it may take all memory there is.
    """
    columns, rows = set[bytes](), 0
    for letters, number in _REFERENCE.findall(b"\n".join(_TAG.findall(data))):
        columns.add(letters)
        rows = max(rows, int(number))
    widest = max(map(position, columns), default=0)
    if rows > _MOST_ROWS or widest > _MOST_COLUMNS:
        raise ValueError
    return rows, widest


def text_of_cell(value: object) -> str:
    """The value of a cell as somebody would have typed it; a day as year, month, day."""
    match value:
        case datetime():  # those of midnight come as days
            return value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case _:
            return str(value).removesuffix(".0")
