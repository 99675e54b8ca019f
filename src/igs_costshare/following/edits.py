"""Changes to the bytes of a text, collected first and then made together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from igs_costshare.following.pieces import Item, Pieces, Span

_EXACT = re.compile(rb"[ \t]*# exact: [^\r\n]*")


class Edit(NamedTuple):
    """Bytes of a text that give way to others."""

    start: int
    end: int
    after: bytes


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The text with all changes made; what is put in at one place keeps its order."""
    parts: list[bytes] = []
    end = 0
    for edit in sorted(edits, key=lambda each: each[:2]):
        parts += data[end : edit.start], edit.after
        end = max(end, edit.end)
    return b"".join([*parts, data[end:]])


def outermost(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans that lie in no other."""
    end = 0
    for span in sorted(set(spans), key=lambda each: (each[0], -each[1])):
        if span[1] > end:
            yield span
            end = span[1]


def without_entries(pieces: Pieces, holder: Span, gone: Iterable[Item]) -> Iterator[Edit]:
    """What takes entries out of a list or an inline table, each with its comma."""
    entries = [item for item in pieces.items if item.holder == holder]
    leaving = set(gone)
    at = 0
    for leaves, run in groupby(entries, lambda each: each in leaving):
        first, at = at, at + len([*run])
        if not leaves:
            continue
        if at < len(entries):
            yield Edit(entries[first].start, entries[at].start, b"")
        else:
            yield _last_entries(pieces, holder, entries[:first], entries[first:])


def _last_entries(pieces: Pieces, holder: Span, before: list[Item], run: list[Item]) -> Edit:
    """What takes the last entries out; those on rows of their own with all that is on these."""
    start, end = run[0].start, run[-1].end
    if not before:  # nothing is left, no comma and no remark on what went either
        return Edit(holder[0] + 1, holder[1] - 1, b"")
    row, last = pieces.row_of(start), pieces.row_of(end)
    if pieces.row_of(before[-1].end) < row and last < pieces.row_of(holder[1] - 1):
        return Edit(pieces.starts[row], pieces.starts[last + 1], b"")
    return Edit(before[-1].end, end, b"")


def exact_comment(pieces: Pieces, end: int, exact: list[str]) -> Iterator[Edit]:
    """What writes exact values behind the last number of a row, and takes old ones away."""
    row = pieces.rows[pieces.row_of(end)].rstrip(b"\r\n")
    stop = pieces.starts[pieces.row_of(end)] + len(row)
    old = _EXACT.search(pieces.data, end, stop)
    if old:
        yield Edit(old.start(), old.end(), b"")
    if exact:
        yield Edit(stop, stop, beside(exact).encode())


def beside(exact: list[str]) -> str:
    """The comment with exact values."""
    return f"  # exact: {', '.join(exact)}"
