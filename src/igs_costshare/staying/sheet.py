"""The first sheet of a workbook: its rows, with the values of formulas and the days of dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - a class, whatever its library calls it

from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import say

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_BYTES = 300 * 2**20
"""Bytes of a workbook, unpacked: far more than a year of stays."""
_MOST_CELLS = 10_000_000
"""Cells of a sheet, from the first to the last that holds something."""
_MOST_ROWS, _MOST_COLUMNS = 2**20, 2**14
"""Rows and columns of a sheet of Excel."""
_TAG = re.compile(rb"<(?:[^\s<>/:]+:)?(?:c|row)\s([^<]*)")
_REFERENCE = re.compile(rb"""\br\s*=\s*["'](?:([A-Za-z]{0,3})([0-9]{1,7})["'])?""")
"""Where a cell or a row stands; without a number where that is no place in a sheet."""
_LETTERS = 26
_OTHERS = {"content.xml", "xl/workbook.bin"}
"""What other sheets than those of `.xlsx` have within, of which nobody counts the cells here."""


def rows_of_sheet(
    content: bytes, name: str, cell: Callable[[object], str] | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number in the sheet; raises `InputError` where it is no workbook.

    `cell` writes a value, where not as somebody would have typed it.
    """
    write = cell or text_of_cell
    sheet = _first_sheet(content, name)
    if sheet.start is None:  # of an empty sheet, earlier versions end in a panic
        return
    for number, row in enumerate(sheet.iter_rows(), 1):
        yield number, [write(value) for value in row]


def _first_sheet(content: bytes, name: str) -> CalamineSheet:
    from python_calamine import CalamineError, load_workbook

    try:
        if not _is_too_large(content):
            return load_workbook(BytesIO(content)).get_sheet_by_index(0)
    except (*_BROKEN, CalamineError):
        message, hint = say("register.no_workbook"), say("register.save_anew")
    else:
        message, hint = say("register.too_large"), say("register.save_as_csv")
    raise InputError([Problem(message, hint=hint, origin=name)])


_BROKEN = (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What a packed file that is broken, locked or packed in an unknown way ends in."""


def _is_too_large(content: bytes) -> bool:
    """Whether a workbook is a bomb: it unpacks to too much, or its cells stand far apart."""
    with ZipFile(BytesIO(content)) as packed:
        if _OTHERS & {name.lower() for name in packed.namelist()}:
            raise ValueError
        if sum(member.file_size for member in packed.infolist()) > MOST_BYTES:
            return True
        texts, cells = 0, 0
        for member in packed.infolist():
            data = packed.read(member)
            if member.filename.endswith("sharedStrings.xml"):
                texts = max(map(len, data.split(b"</si>")))
            elif b"sheetData" in data:
                cells = max(cells, _cells(data))
    return cells > _MOST_CELLS or texts * cells > MOST_BYTES


def _cells(data: bytes) -> int:
    """The cells of a sheet as a table: rows times columns.

    Raises `ValueError` for what is no place in a sheet: reading it may take all memory there is.
    """
    columns, rows = {b"A"}, 1
    for letters, number in _REFERENCE.findall(b"\n".join(_TAG.findall(data))):
        columns.add(letters)
        rows = max(rows, int(number))
    widest = max(map(_position, columns))
    if rows > _MOST_ROWS or widest > _MOST_COLUMNS:
        raise ValueError
    return rows * widest


def _position(letters: bytes) -> int:
    position = 0
    for letter in letters.upper():
        position = position * _LETTERS + letter - ord("A") + 1
    return position


def text_of_cell(value: object) -> str:
    """The value of a cell as somebody would have typed it; a day as year, month, day."""
    match value:
        case datetime():  # those of midnight come as days
            return value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case _:
            return str(value).removesuffix(".0")
