"""A TOML text in pieces: headers, values on lines of their own, values within others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from igs_costshare.errors import Path
from igs_costshare.reading.description import TABLES_OF_IDS
from igs_costshare.reading.positions import places_in

if TYPE_CHECKING:
    from tree_sitter import Node

Span = tuple[int, int]
"""Where bytes begin, and where they end."""


class Header(NamedTuple):
    """The header of a table."""

    path: Path
    row: int


class Item(NamedTuple):
    """A name with its value, or an entry of a list."""

    path: Path
    start: int
    """Where its name begins; of an entry, the entry."""
    value: int
    end: int
    holder: Span | None
    """The inline table or the list that it stands in; None on a line of its own."""
    row: int
    """Of the header above it; -1 at the top of the file."""


class Pieces:
    """The pieces of a sound TOML text that ends in a line break; rows count from 0."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.rows = _rows(data)
        self.starts = [0]
        for row in self.rows:
            self.starts.append(self.starts[-1] + len(row))
        headers: dict[int, Header] = {}
        self.items: list[Item] = []
        for path, key, value in places_in(data):
            if value.type in ("table", "table_array_element"):
                headers[value.start_point.row] = Header(path, value.start_point.row)
            else:
                self.items += _item(path, key, value)
        self.headers = [*headers.values()]
        self.at = {item.path: item for item in self.items}

    def row_of(self, place: int) -> int:
        """The row that a byte stands in."""
        return bisect_right(self.starts, place) - 1

    def base(self, item: Item) -> Path:
        """The path of the table or the list that an item stands in."""
        if item.holder is not None:
            return self._holders[item.holder]
        return self._tables.get(item.row, ())

    @cached_property
    def _holders(self) -> dict[Span, Path]:
        return {(item.value, item.end): item.path for item in self.items}

    @cached_property
    def _tables(self) -> dict[int, Path]:
        return {header.row: header.path for header in self.headers}

    def below(self, header: Header | None) -> list[Item]:
        """The values on lines of their own below a header, or at the top of the file."""
        row = -1 if header is None else header.row
        return [item for item in self.items if item.row == row and item.holder is None]

    def last_row(self, header: Header | None) -> int:
        """The last row of what a table holds; its header where it holds nothing."""
        rows = [self.row_of(item.end - 1) for item in self.below(header)]
        return max(rows, default=-1 if header is None else header.row)

    def region(self, header: Header) -> Span:
        """The rows of a table, from the comment right above it to the blank lines below it.

        The comment above the first of several entries stays: it may be that of them all.
        """
        at = self.headers.index(header)
        first = header.row if header in self._firsts else self._top(header)
        rest = self.headers[at + 1 :]
        limit = self._top(rest[0]) if rest else len(self.rows)
        last = self.last_row(header) + 1
        while last < limit and self._begins(last, b"#"):
            last += 1
        while last < limit and not self.rows[last].strip():
            last += 1
        return first, last

    def _top(self, header: Header) -> int:
        """The row of the comment right above a header, or its own."""
        row = header.row
        while row and self._begins(row - 1, b"#"):
            row -= 1
        return row

    def _begins(self, row: int, mark: bytes) -> bool:
        return self.rows[row].lstrip().startswith(mark)

    @cached_property
    def _firsts(self) -> list[Header]:
        """The header of the first entry of each table of entries."""
        groups = {each.path[0]: each for each in reversed(self.headers) if len(each.path) > 1}
        return [first for group, first in groups.items() if group in TABLES_OF_IDS]


def _rows(data: bytes) -> list[bytes]:
    """The lines with their ends; only a line feed ends one."""
    return [each + b"\n" for each in data.split(b"\n")[:-1]]


def _item(path: Path, key: Node, value: Node) -> Iterator[Item]:
    """The piece of a name and its value; a name that is only implied has none."""
    if key == value:
        if isinstance(path[-1], int):
            yield Item(path, value.start_byte, value.start_byte, value.end_byte, _span(key), -2)
        return
    pair = _parent(key)
    while pair.type != "pair":
        pair = _parent(pair)
    around = _parent(pair)
    inner = around.type == "inline_table"
    row = around.start_point.row if around.type.startswith("table") else -1
    holder = (around.start_byte, around.end_byte) if inner else None
    yield Item(path, pair.start_byte, value.start_byte, value.end_byte, holder, row)


def _span(entry: Node) -> Span:
    array = _parent(entry)
    return array.start_byte, array.end_byte


def _parent(node: Node) -> Node:
    """The node around another; only the document has none."""
    return cast("Node", node.parent)
