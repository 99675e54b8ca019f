"""Where each value of a TOML text stands, by its path.

The text has been read by `tomllib` before, so it is sound; `tree-sitter` parses it once more,
with positions, only when there is something to point at.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from igs_costshare.errors import Path

_DEEPEST = 10
"""Parts of the longest path that is kept: fields lie no deeper, whatever a file may nest."""


class Position(NamedTuple):
    """Rows and columns of a name and its value, in characters from 0."""

    key: tuple[int, int]
    value: tuple[int, int]


def positions(text: str) -> dict[Path, Position]:
    r"""The position of every table, list and value of a sound TOML text, down to `_DEEPEST`.

    A table begins at its own header; one that only longer names imply begins at its name there.

    >>> positions("[fte]\ncost = 84_500\n")[("fte", "cost")]
    Position(key=(1, 0), value=(1, 7))
    """
    data = text.encode(errors="replace")
    lines = [_Line(each) for each in data.split(b"\n")]
    stated: dict[Path, Position] = {}
    implied: dict[Path, Position] = {}
    for path, key, value in places_in(data):
        found = implied if key is value else stated
        found.setdefault(path, Position(_at(key, lines), _at(value, lines)))
    return implied | stated


class _Line(bytes):
    """A line of a text, in UTF-8."""

    @cached_property
    def inner(self) -> list[int]:
        """Where bytes stand that do not begin a character."""
        return [] if self.isascii() else [at for at, byte in enumerate(self) if byte & 0xC0 == 0x80]

    def characters(self, length: int) -> int:
        """How many characters the first bytes make."""
        return length - bisect_left(self.inner, length)


def _at(node: Node, lines: list[_Line]) -> tuple[int, int]:
    row, column = node.start_point
    return row, lines[row].characters(column)


_Place = tuple[Path, Node, Node]
"""A path, the node of its name and that of its value: one and the same where it is implied."""


def places_in(data: bytes) -> Iterator[_Place]:
    """Every table, list and value of a sound TOML text, in its order, with its nodes."""
    yield from _document(Parser(Language(tree_sitter_toml.language())).parse(data).root_node)


def _document(root: Node) -> Iterator[_Place]:
    counts: dict[Path, int] = {}
    for node in root.named_children:
        if node.type == "pair":
            yield from _pair(node, ())
        elif node.type in ("table", "table_array_element"):
            path: Path = ()
            names = _names(node.named_children[0])
            for name, key in names[:-1]:
                path = (*path, name)
                yield path, key, key
                if path in counts:
                    path = (*path, counts[path])
            name, key = names[-1]
            path = (*path, name)
            if node.type == "table_array_element":
                yield path, key, node
                counts[path] = counts.get(path, -1) + 1
                path = (*path, counts[path])
            yield path, key, node
            yield from _pairs(node, path)


def _pairs(table: Node, path: Path) -> Iterator[_Place]:
    for each in table.named_children:
        if each.type == "pair":
            yield from _pair(each, path)


def _pair(node: Node, path: Path) -> Iterator[_Place]:
    *outer, (last, key) = _names(node.named_children[0])
    value = node.named_children[1]
    for name, implied in outer:
        path = (*path, name)
        yield path, implied, implied
    path = (*path, last)
    yield path, key, value
    yield from _inside(value, path)


def _inside(value: Node, path: Path) -> Iterator[_Place]:
    if len(path) > _DEEPEST:
        return
    if value.type == "inline_table":
        yield from _pairs(value, path)
    elif value.type == "array":
        entries = [each for each in value.named_children if each.type != "comment"]
        for position, entry in enumerate(entries):
            yield (*path, position), entry, entry
            yield from _inside(entry, (*path, position))


def _names(key: Node) -> list[tuple[str, Node]]:
    """The parts of a bare, quoted or dotted key, each with its node; a dotted key nests left."""
    names: list[tuple[str, Node]] = []
    while key.type == "dotted_key":
        key, last = key.named_children
        names.append((_name(last), last))
    return [(_name(key), key), *reversed(names)][: _DEEPEST + 1]


def _name(key: Node) -> str:
    text = (key.text or b"").decode()
    return text if key.type == "bare_key" else next(iter(tomllib.loads(f"{text} = 0")))
