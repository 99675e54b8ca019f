"""Where each value of a TOML text stands, by its path.

The text has been read by `tomllib` before, so it is sound; `tree-sitter` parses it once more,
with positions, only when there is something to point at.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from igs_costshare.errors import Path


@dataclass(frozen=True, slots=True)
class Position:
    """Rows and columns of a name and its value, in characters from 0."""

    key: tuple[int, int]
    value: tuple[int, int]


def positions(text: str) -> dict[Path, Position]:
    r"""The position of every table, list and value of a sound TOML text.

    >>> positions("[fte]\ncost = 84_500\n")[("fte", "cost")]
    Position(key=(1, 0), value=(1, 7))
    """
    lines = text.encode().split(b"\n")
    root = Parser(Language(tree_sitter_toml.language())).parse(text.encode()).root_node
    found: dict[Path, Position] = {}
    for path, key, value in _document(root):
        found.setdefault(path, Position(_at(key, lines), _at(value, lines)))
    return found


def _at(node: Node, lines: list[bytes]) -> tuple[int, int]:
    row, column = node.start_point
    return row, len(lines[row][:column].decode(errors="replace"))


_Place = tuple[Path, Node, Node]


def _document(root: Node) -> Iterator[_Place]:
    counts: dict[Path, int] = {}
    for node in root.named_children:
        if node.type == "pair":
            yield from _pair(node, ())
        elif node.type in ("table", "table_array_element"):
            key = node.named_children[0]
            path = _with_places(_names(key), counts)
            if node.type == "table_array_element":
                counts[path] = counts.get(path, -1) + 1
                path = (*path, counts[path])
            for length in range(1, len(path) + 1):
                yield path[:length], key, node
            for pair in node.named_children[1:]:
                if pair.type == "pair":
                    yield from _pair(pair, path)


def _with_places(names: Path, counts: dict[Path, int]) -> Path:
    """The path of a header, through the latest entry of each list of tables on the way."""
    path: Path = ()
    for depth, name in enumerate(names):
        path = (*path, name)
        if path in counts and depth < len(names) - 1:
            path = (*path, counts[path])
    return path


def _pair(node: Node, prefix: Path) -> Iterator[_Place]:
    key, value = node.named_children[0], node.named_children[1]
    path = prefix
    for name in _names(key):
        path = (*path, name)
        yield path, key, value
    yield from _inside(value, path)


def _inside(value: Node, path: Path) -> Iterator[_Place]:
    if value.type == "inline_table":
        for pair in value.named_children:
            if pair.type == "pair":
                yield from _pair(pair, path)
    elif value.type == "array":
        entries = [each for each in value.named_children if each.type != "comment"]
        for position, entry in enumerate(entries):
            yield (*path, position), entry, entry
            yield from _inside(entry, (*path, position))


def _names(key: Node) -> Path:
    """The parts of a bare, quoted or dotted key."""
    if key.type == "dotted_key":
        return tuple(name for each in key.named_children for name in _names(each))
    text = (key.text or b"").decode()
    return (text,) if key.type == "bare_key" else tuple(tomllib.loads(f"{text} = 0"))
