"""Which columns of a table stand next to one another in a terminal, and how wide they are.

Figures are never cut. What does not fit the width is set closer; then a total over one single
line stands for that line too; then the columns are stacked in blocks, each with the names in
front.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from igs_costshare.language import Language
from igs_costshare.tables import Column, Table, cell_text

WIDE_GAP, NARROW_GAP = 2, 1
_WIDEST_NAME = 32
_WIDEST_HEADING = 16
"""How far a heading may widen its column so that it takes two lines at most."""


class Block(NamedTuple):
    """Columns of the table as texts, each measured once."""

    columns: tuple[Column, ...]
    texts: tuple[tuple[str, ...], ...]
    """By column; the last of each is the total."""
    widths: tuple[int, ...]
    widest: int
    """How wide a name or a heading may be."""

    def width(self, gap: int) -> int:
        """Columns of the terminal that the block takes."""
        return sum(self.widths) + gap * (len(self.widths) - 1)

    def gap(self, width: int) -> int:
        """The space between columns: wide where the width allows."""
        return WIDE_GAP if self.width(WIDE_GAP) <= width else NARROW_GAP

    def place(self, id: str) -> int:
        """Where a column stands."""
        return [column.id for column in self.columns].index(id)

    def only(self, places: Sequence[int]) -> Block:
        """The columns at these places."""
        return self._replace(
            columns=tuple(self.columns[place] for place in places),
            texts=tuple(self.texts[place] for place in places),
            widths=tuple(self.widths[place] for place in places),
        )

    def headed(self, place: int, heading: str) -> Block:
        """The block with another heading for one column."""
        column = self.columns[place]._replace(heading=heading)
        width = _width(column, self.texts[place], self.widest)
        return self._replace(
            columns=(*self.columns[:place], column, *self.columns[place + 1 :]),
            widths=(*self.widths[:place], width, *self.widths[place + 1 :]),
        )


def blocks(table: Table, language: Language, width: int) -> Iterator[Block]:
    """The table whole where it fits, else without repetition, else in blocks of columns."""
    whole = _block(table, language, min(_WIDEST_NAME, width // 2 - 1))
    for candidate in (whole, _without_repetition(whole)):
        if candidate.width(NARROW_GAP) <= width:
            yield candidate
            return
    end = whole.place("expenses") + 1
    yield from _stacked(whole, range(1, end), width)
    yield from _stacked(whole, range(end, len(whole.columns)), width)


def _block(table: Table, language: Language, widest: int) -> Block:
    texts = tuple(
        tuple(
            cell_text(cell, column, table.decimals, language)
            for cell in (row.cells[place] for row in table.rows)
        )
        for place, column in enumerate(table.columns)
    )
    widths = tuple(_width(*each, widest) for each in zip(table.columns, texts, strict=True))
    return Block(table.columns, texts, widths, widest)


def _width(column: Column, texts: Sequence[str], widest: int) -> int:
    """Room for each figure as a whole; names and headings fold where they are wider."""
    longest = max(map(cell_len, texts))
    if column.kind == "text":
        return min(max(longest, cell_len(column.heading)), widest)
    return max(longest, min(_heading_width(column.heading), widest))


def _heading_width(heading: str) -> int:
    """The least that shows a heading in two lines, without breaking a word of it."""
    words = heading.split()
    halves = [
        max(cell_len(" ".join(words[:place])), cell_len(" ".join(words[place:])))
        for place in range(len(words))
    ]
    return max(min(*halves, _WIDEST_HEADING), *map(cell_len, words))


def _without_repetition(whole: Block) -> Block:
    """A single line that equals its total is named in the heading of the total."""
    places = list(range(len(whole.columns)))
    headings = [column.heading for column in whole.columns]
    expenses, revenues = whole.place("expenses"), whole.place("revenues")
    first = 2 if whole.columns[1].id == "units" else 1
    for line, total in ((first, expenses), (expenses + 1, revenues)):
        if total - line == 1:
            whole = whole.headed(total, f"{headings[total]}: {headings[line]}")
            places.remove(line)
    return whole.only(places)


def _stacked(whole: Block, places: Sequence[int], width: int) -> Iterator[Block]:
    """Blocks of these columns that fit the width, each with the names in front.

    They are filled from the last, so that a total and the balance stay with what they sum up.
    """
    stacked: list[list[int]] = []
    room = 0
    for place in reversed(places):
        room -= WIDE_GAP + whole.widths[place]
        if room < 0 or not stacked:
            stacked.insert(0, [])
            room = width - whole.widths[0] - WIDE_GAP - whole.widths[place]
        stacked[0].insert(0, place)
    for block in stacked:
        yield whole.only([0, *block])
