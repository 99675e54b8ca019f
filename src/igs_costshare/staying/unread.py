"""Cells of a sheet that have no value: an error stands there, or a formula never worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

ERROR, UNSAVED = 1, 2
"""What a cell without a value holds: an error, a formula whose outcome was not saved."""

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
_LETTERS = 26


def unread_in(data: bytes) -> Unread:
    """The cells without a value of the XML of a sheet; raises `ValueError` of too many."""
    rows: dict[int, bytearray] = {}
    for kind, found in _found(data):
        place = _PLACE.search(found[1] or b"")
        if place is None or place[1] is None:
            return _counted(data)
        _mark(rows, int(place[2]), position(place[1]), kind)
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
