"""Cells of a sheet that have no value of their own.

An error stands there, a formula that was never worked out, or they are merged with another cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

ERROR, UNSAVED, MERGED = 1, 2, 3
"""What a cell without a value holds: an error, a formula whose outcome was not saved, a part of
another cell."""

Unread: TypeAlias = Mapping[int, bytes | bytearray]
"""By the number of a row, from 1: of each cell, from column A, what it holds instead; or 0."""
NOTHING_UNREAD: Unread = {}
MOST_UNREAD = 2_000_000
"""Cells without a value that are looked at: far more than the stays of a register have."""

_P = rb"(?:[^\s<>/:]+:)?"
_ERROR = re.compile(rb"""<%bc(?=\s)(?=[^<>]*\st\s*=\s*["']e["'])([^<>]*)>""" % _P)
_MAY_BE_ERROR = re.compile(rb"""t\s*=\s*["']e["']""")
_FORMULA = re.compile(
    rb"<%bc(\s[^<>]*)?>\s*<%bf(?:\s[^<>]*)?(?:/>|>[^<]*</%bf\s*>)"
    rb"(?:\s*(<%bv(?:\s[^<>]*)?(?:/>|>\s*</))|(?!\s*<%b(?:v|is)[\s/>]))" % ((_P,) * 5)
)
"""A cell with a formula and an empty value, or none."""
_IS_TEXT = re.compile(rb"""\st\s*=\s*["']str["']""")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})?([0-9]{1,7})["']""")
_TAG = re.compile(rb"<%b(c|row)(?=[\s/>])([^<>]*)>" % _P)
_MERGE = re.compile(
    rb"""<%bmergeCell(?=\s)[^<>]*?\sref\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7}):([A-Za-z]{1,3})([0-9]{1,7})["']"""
    % _P
)
MOST_MERGED = 20_000_000
"""Cells of the rows that have merged ones, from column A to these; of each row ten at least."""
_LEAST = 10
_LETTERS = 26


def plain(data: bytes) -> bytes:
    """The XML of a sheet without comments, and without the texts of which no mark counts.

    Raises `ValueError` of too many.
    """
    if b"<!" not in data:
        return data
    parts, at = list[bytes](), 0
    while (found := data.find(b"<!", at)) >= 0:
        start, end, instead = _passage(data, found)
        parts.append(data[at:found] + instead)
        at = data.find(end, start)
        if at < 0 or len(parts) > MOST_UNREAD:
            raise ValueError
        at += len(end)
    return b"".join((*parts, data[at:]))


def _passage(data: bytes, at: int) -> tuple[int, bytes, bytes]:
    """Where a passage that is no cell begins, with what it ends, and what takes its place."""
    if data.startswith(b"<!--", at):
        return at + 4, b"-->", b""
    if data.startswith(b"<![CDATA[", at):
        return at + 9, b"]]>", b"-"
    return at, b">", b""


def unread_in(data: bytes) -> Unread:
    """The cells without a value of the XML of a sheet; raises `ValueError` of too many."""
    rows: dict[int, bytearray] = {}
    for kind, found in _found(data):
        place = _PLACE.search(found[1] or b"")
        if place is None or place[1] is None:
            return _counted(data)
        _mark(rows, int(place[2]), position(place[1]), kind)
    return rows


def with_merged(unread: Unread, data: bytes, last_row: int, last_column: int) -> Unread:
    """The same with the cells that are merged with one above or to the left of them.

    No further than the last row and column; raises `ValueError` of too many.
    """
    at = data.find(b"mergeCell")
    if at < 0:
        return unread
    rows = {row: bytearray(marks) for row, marks in unread.items()}
    left = MOST_MERGED
    for merge in _MERGE.finditer(data, max(0, data.rfind(b"<", 0, at))):
        first, right = sorted((position(merge[1]), position(merge[3])))
        top, bottom = sorted((int(merge[2]), int(merge[4])))
        right = min(right, last_column)
        for row in range(top, min(bottom, last_row) + 1):
            left -= max(right, _LEAST)
            if left < 0:
                raise ValueError
            start = first if row == top else first - 1
            if start < right:
                marks = rows.setdefault(row, bytearray())
                marks.extend(bytes(max(0, right - len(marks))))
                marks[start:right] = bytes((MERGED,)) * (right - start)
    return rows


def _found(data: bytes) -> Iterator[tuple[int, re.Match[bytes]]]:
    """The cells without a value; a text that is empty is one."""
    for number, found in enumerate(_all_found(data)):
        if number >= MOST_UNREAD:
            raise ValueError
        yield found


def _all_found(data: bytes) -> Iterator[tuple[int, re.Match[bytes]]]:
    if b"<f" in data or b":f" in data:
        for found in _FORMULA.finditer(data):
            if found[2] is None or not _IS_TEXT.search(found[1] or b""):
                yield UNSAVED, found
    if _MAY_BE_ERROR.search(data):
        for found in _ERROR.finditer(data):
            yield ERROR, found


def _counted(data: bytes) -> Unread:
    """The same where cells do not say where they stand: each is the next of its row."""
    kinds = {found.start(): kind for kind, found in _found(data)}
    rows: dict[int, bytearray] = {}
    row, column = 0, 0
    for tag in _TAG.finditer(data):
        place = _PLACE.search(tag[2])
        if tag[1] == b"row":
            row, column = int(place[2]) if place else row + 1, 0
            continue
        at = row
        if place and place[1] is not None:
            at, column = int(place[2]), position(place[1]) - 1
        column += 1
        if kind := kinds.get(tag.start()):
            _mark(rows, at, column, kind)
    return rows


def _mark(rows: dict[int, bytearray], row: int, column: int, kind: int) -> None:
    marks = rows.setdefault(row, bytearray())
    marks.extend(bytes(max(0, column - len(marks))))
    marks[column - 1] = kind


def position(letters: bytes) -> int:
    """The number of a column, from 1, by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + letter - ord("A") + 1
    return number
