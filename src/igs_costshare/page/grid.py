"""A table as the cells of HTML, in pieces that fit the width of a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from igs_costshare.wording.language import Language
from igs_costshare.wording.minus import with_minus
from igs_costshare.wording.tables import Column, Role, Table, texts_of

PORTRAIT, LANDSCAPE = 5_300, 9_000
"""Hundredths of an em that fit A4 within its margins, in the sizes of print of `style.css`."""
_PADDING = 90
_WIDEST_NAME, _WIDEST_WORD = 1_500, 1_300
"""A longer name folds, and a longer word of a heading is broken off, as `style.css` says too."""
_NARROW = frozenset(" .,:;'’|!-ijl\N{NO-BREAK SPACE}")


LineRole: TypeAlias = Role | Literal["quiet"]
"""Quiet is a line of words, smaller than the others."""


class Heading(NamedTuple):
    """What stands above a column."""

    text: str
    is_text: bool
    is_sum: bool
    is_long: bool
    """Whether a word of it has to be broken off."""


class GridLine(NamedTuple):
    """A row: its name, and the cells after it."""

    role: LineRole
    name: str
    cells: tuple[str, ...]


class Grid(NamedTuple):
    """Headings and lines; the first heading is that of the names."""

    headings: tuple[Heading, ...]
    lines: tuple[GridLine, ...]
    width: int
    """Hundredths of an em, estimated."""


def grids(table: Table, language: Language, quiet: Sequence[str] | None = None) -> tuple[Grid, ...]:
    """The table in pieces that fit the paper, each with the names in front.

    `quiet` is a line of words before the others, which folds.
    """
    texts = texts_of(table, language)
    widths = [
        _PADDING + max(_heading_width(column.heading), *map(text_width, cells))
        for column, cells in zip(table.columns, texts, strict=True)
    ]
    name = min(widths[0], _WIDEST_NAME)
    cells = [
        column if kind.kind == "text" else [with_minus(each) for each in column]
        for kind, column in zip(table.columns, texts, strict=True)
    ]
    return tuple(
        Grid(
            tuple(_heading(table.columns[at], table.sums) for at in (0, *places)),
            (
                *(_quiet(quiet, places) if quiet is not None else ()),
                *(
                    GridLine(row.role, texts[0][at], tuple(cells[place][at] for place in places))
                    for at, row in enumerate(table.rows)
                ),
            ),
            name + sum(widths[at] for at in places),
        )
        for places in _pieces(widths, LANDSCAPE - name)
    )


def _quiet(words: Sequence[str], places: Sequence[int]) -> Iterator[GridLine]:
    yield GridLine("quiet", words[0], tuple(words[place] for place in places))


def _heading(column: Column, sums: Sequence[str]) -> Heading:
    is_sum = bool(sums) and column.id in (*sums, "balance")
    is_long = _longest_word(column.heading) > _WIDEST_WORD
    return Heading(column.heading, column.kind == "text", is_sum, is_long)


def _heading_width(heading: str) -> int:
    return min(_longest_word(heading), _WIDEST_WORD)


def _longest_word(heading: str) -> int:
    return max(map(text_width, heading.split()), default=0)


def _pieces(widths: Sequence[int], room: int) -> Iterator[tuple[int, ...]]:
    """The places of the columns after the first, shared out evenly over the pieces."""
    whole, widest = sum(widths[1:]), max(widths[1:])
    count = -(-whole // room)
    even = min(room, whole // count + widest) if count > 1 else room
    piece: tuple[int, ...] = ()
    for at in range(1, len(widths)):
        if piece and sum(widths[place] for place in (*piece, at)) > even:
            yield piece
            piece = ()
        piece += (at,)
    yield piece


def text_width(text: str) -> int:
    """Hundredths of an em that a text takes in a usual font, estimated."""
    return sum(30 if character in _NARROW else 58 for character in text)
