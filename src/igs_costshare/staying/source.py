"""The rows of a register as its file has them: cells as text, each row with its line."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from io import BytesIO, StringIO, TextIOWrapper
from itertools import islice
from typing import NamedTuple, TypeAlias

from igs_costshare.errors import InputError, Place, Problem
from igs_costshare.messages import Message, say
from igs_costshare.staying.header import MOST_BEFORE, SEVERAL, most_known
from igs_costshare.staying.unread import NOTHING_UNREAD, Unread

SHEET = b"PK\x03\x04"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
Known: TypeAlias = Callable[[Iterable[Sequence[str]]], int]
"""How many columns rows make known, so that the mark between cells can be told."""
ROWS_AT_ONCE = 5_000
"""Rows that are worked on together: columns are fast, and a million rows are much memory."""


class Batch:
    """Some rows in turn."""

    def __init__(
        self, rows: list[list[str]], lines: Sequence[int], unread: Unread = NOTHING_UNREAD
    ) -> None:
        self.rows = rows
        self.lines = lines
        """Where each row begins: its line in the file, its row in a sheet."""
        self.unread = unread
        """By line, which cells of a sheet have no value, in the columns of the rows."""

    def flat(self, width: int) -> list[str] | None:
        """All cells in turn, where that is faster than by rows and each row has `width`."""
        return None


class _Lines(Batch):
    """Rows of a text without quoted cells, which are split only where they are asked for."""

    def __init__(self, texts: list[str], delimiter: str, lines: Sequence[int]) -> None:
        self._texts, self._delimiter, self.lines = texts, delimiter, lines
        self.unread = NOTHING_UNREAD

    @cached_property
    def rows(self) -> list[list[str]]:  # type: ignore[override]
        """The cells of each row."""
        return [row.split(self._delimiter) for row in self._texts]

    def flat(self, width: int) -> list[str] | None:
        """All cells in turn; None where a row has more or fewer than `width`."""
        if {row.count(self._delimiter) for row in self._texts} != {width - 1}:
            return None
        return self._delimiter.join(self._texts).split(self._delimiter)


class Opened(NamedTuple):
    """A file whose rows are read as they are asked for."""

    batches: Iterator[Batch]
    others: Callable[[], Sequence[int]] = list
    """The numbers of the sheets that nobody reads, though headers stand in them too."""


def batches(
    content: bytes,
    name: str,
    known: Known = most_known,
    cell: Callable[[object], str] | None = None,
) -> Iterator[Batch]:
    """All rows of a file, some at a time; raises `InputError` where it cannot be read.

    `known` counts the columns that the first rows make known; `cell` writes a value of a sheet.

    What cannot be read any further is told after the rows before it.
    """
    return opened(content, name, known, cell).batches


def opened(
    content: bytes,
    name: str,
    known: Known = most_known,
    cell: Callable[[object], str] | None = None,
) -> Opened:
    """As `batches`, with what else the file holds."""
    if content.startswith(SHEET):
        from igs_costshare.staying.sheet import Workbook

        book = Workbook(content, name)
        return Opened(
            _in_batches(book.rows(cell), book.unread),
            lambda: book.others(lambda rows: known(rows) >= SEVERAL, MOST_BEFORE),
        )
    if content.startswith(_OLD_OR_LOCKED):
        raise refusal(say("register.locked"), name, say("register.save_unlocked"))
    if name.lower().endswith(".xlsx"):
        raise refusal(say("register.no_workbook"), name, say("register.save_anew"))
    return Opened(_of_text(content, name, known))


def refusal(
    message: Message, name: str, hint: Message | None = None, line: int | None = None
) -> InputError:
    """That a file cannot be read, or no further than a line."""
    place = None if line is None else Place(line, 0, "")
    return InputError([Problem(message, hint=hint, origin=name, place=place)])


def _in_batches(rows: Iterator[tuple[int, list[str]]], unread: Unread) -> Iterator[Batch]:
    while some := list(islice(rows, ROWS_AT_ONCE)):
        yield Batch([row for _, row in some], [line for line, _ in some], unread)


def _of_text(content: bytes, name: str, known: Known) -> Iterator[Batch]:
    encoding = _encoding(content)
    if encoding != "utf-16" and b"\0" in content:
        raise refusal(say("register.no_text"), name, say("register.save_as_csv"))
    text = content.decode(encoding, errors="replace")
    delimiter = _delimiter(StringIO(text[:_LONGEST_HEAD], newline=""), known)
    if '"' not in text:
        return _without_quotes(text, delimiter)
    del text
    lines = TextIOWrapper(BytesIO(content), encoding, errors="replace", newline="")
    return _with_quotes(lines, delimiter, name)


def _without_quotes(text: str, delimiter: str) -> Iterator[Batch]:
    """The rows of a text without quoted cells: twice as fast as reading them as CSV."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    start, line = 0, 1
    while start < len(text):
        end = text.find("\n", start + CHARACTERS_AT_ONCE)
        end = len(text) if end < 0 else end
        texts = text[start:end].split("\n")
        yield _Lines(texts, delimiter, range(line, line + len(texts)))
        start, line = end + 1, line + len(texts)


def _with_quotes(text: TextIOWrapper, delimiter: str, name: str) -> Iterator[Batch]:
    reader = csv.reader(text, delimiter=delimiter, strict=True)
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
            message, hint = say("register.quotes"), say("register.close_quotes")
            raise refusal(message, name, hint, line) from None
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


def _delimiter(text: StringIO, known: Known) -> str:
    """What stands between the cells: what makes most columns of the first lines known ones."""
    lines = list(islice(text, MOST_BEFORE))

    return max(";,\t", key=lambda mark: known(csv.reader(lines, delimiter=mark)))


_LONGEST_HEAD = 100_000
"""Characters among which the names of the columns stand; fewer than a cell of CSV may have."""
CHARACTERS_AT_ONCE = 300_000


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
