"""The rows of a register as its file has them: cells as text, each row with its line."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from io import BytesIO, TextIOWrapper
from itertools import islice
from typing import NamedTuple

from igs_costshare.errors import InputError, Place, Problem
from igs_costshare.messages import Message, say
from igs_costshare.staying.header import MOST_BEFORE, most_known

_SHEET = b"PK\x03\x04"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
ROWS_AT_ONCE = 20_000
"""Rows that are worked on together: columns are fast, and a million rows are much memory."""


class Batch(NamedTuple):
    """Some rows in turn."""

    rows: list[list[str]]
    lines: Sequence[int]
    """Where each row begins: its line in the file, its row in a sheet."""


def batches(content: bytes, name: str) -> Iterator[Batch]:
    """All rows of a file, some at a time; raises `InputError` where it cannot be read.

    What cannot be read any further is told after the rows before it.
    """
    if content.startswith(_SHEET):
        from igs_costshare.staying.sheet import rows_of_sheet

        yield from _in_batches(rows_of_sheet(content, name))
    elif content.startswith(_OLD_OR_LOCKED):
        raise refusal(say("register.locked"), name, say("register.save_unlocked"))
    elif name.lower().endswith(".xlsx"):
        raise refusal(say("register.no_workbook"), name, say("register.save_anew"))
    else:
        yield from _of_text(content, name)


def refusal(
    message: Message, name: str, hint: Message | None = None, line: int | None = None
) -> InputError:
    """That a file cannot be read, or no further than a line."""
    place = None if line is None else Place(line, 0, "")
    return InputError([Problem(message, hint=hint, origin=name, place=place)])


def _in_batches(rows: Iterator[tuple[int, list[str]]]) -> Iterator[Batch]:
    while some := list(islice(rows, ROWS_AT_ONCE)):
        yield Batch([row for _, row in some], [line for line, _ in some])


def _of_text(content: bytes, name: str) -> Iterator[Batch]:
    encoding = _encoding(content)
    if encoding != "utf-16" and b"\0" in content:
        raise refusal(say("register.no_text"), name, say("register.save_as_csv"))

    def text() -> TextIOWrapper:
        return TextIOWrapper(BytesIO(content), encoding, errors="replace", newline="")

    reader = csv.reader(text(), delimiter=_delimiter(text()), strict=True)
    while True:
        rows: list[list[str]] = []
        before = reader.line_num
        try:
            rows.extend(islice(reader, ROWS_AT_ONCE))
        except csv.Error:
            lines = _lines(rows, before)
            line = before + 1
            if rows:
                yield Batch(rows, lines)
                line = lines[-1] + 1 + _breaks(rows[-1])
            raise refusal(
                say("register.quotes"), name, say("register.close_quotes"), line
            ) from None
        if not rows:
            return
        whole = reader.line_num - before == len(rows)
        yield Batch(rows, range(before + 1, reader.line_num + 1) if whole else _lines(rows, before))


def _encoding(content: bytes) -> str:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if content.startswith(BOM_UTF8):
        return "utf-8-sig"
    try:
        content.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _delimiter(text: TextIOWrapper) -> str:
    """What stands between the cells: what makes most columns of the first lines known ones."""
    lines = [text.readline(_LONGEST_LINE) for _ in range(MOST_BEFORE)]

    def known(delimiter: str) -> int:
        return most_known(csv.reader(lines, delimiter=delimiter))

    return max(";,\t", key=known)


_LONGEST_LINE = 10_000


def _lines(rows: list[list[str]], before: int) -> Sequence[int]:
    """Where each row begins, of rows that are longer than a line where a cell has a break."""
    lines, line = [], before + 1
    for row in rows:
        lines.append(line)
        line += 1 + _breaks(row)
    return lines


def _breaks(row: list[str]) -> int:
    return sum(len(_BREAK.findall(cell)) for cell in row)


_BREAK = re.compile("\r\n|\r|\n")
