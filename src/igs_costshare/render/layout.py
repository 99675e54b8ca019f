"""Which columns of a table stand next to one another in a terminal, and how wide they are.

Figures are never cut. What does not fit the width gets higher headings; then a total over one
single line stands for that line too; then the columns are set closer; then they are stacked in
blocks, each with the names in front.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from igs_costshare.errors import visible
from igs_costshare.language import Language
from igs_costshare.tables import Column, Table, texts_of

WIDE_GAP, NARROW_GAP = 2, 1
_WIDEST_NAME = 32
_WIDEST_HEADING = 16
"""How far a heading may widen its column, so that it takes two lines at most."""


class Block(NamedTuple):
    """Columns of the table as texts, each measured once."""

    columns: tuple[Column, ...]
    texts: tuple[tuple[str, ...], ...]
    """By column."""
    longest: tuple[int, ...]
    """Width of the longest text of each column."""
    widths: tuple[int, ...]
    widest: int
    """How wide a name or a heading may be."""
    has_total: bool
    """Whether the last text of each column is its total."""

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
            longest=tuple(self.longest[place] for place in places),
            widths=tuple(self.widths[place] for place in places),
        )

    def headed(self, place: int, heading: str) -> Block:
        """The block with another heading for one column."""
        column = self.columns[place]._replace(heading=heading)
        return self._replace(
            columns=(*self.columns[:place], column, *self.columns[place + 1 :])
        ).fitted(_heading_width)

    def fitted(self, heading_width: Callable[[str], int]) -> Block:
        """The block with room for each figure as a whole; wider names and headings fold."""
        widths = (
            min(max(longest, cell_len(column.heading)), self.widest)
            if column.kind == "text"
            else max(longest, min(heading_width(column.heading), self.widest))
            for column, longest in zip(self.columns, self.longest, strict=True)
        )
        return self._replace(widths=tuple(widths))


def blocks(table: Table, language: Language, width: int) -> Iterator[Block]:
    """The table whole where it fits, else without repetition, else in blocks of columns."""
    whole = _block(table, language, min(_WIDEST_NAME, width // 2 - 1))
    merged = _without_repetition(whole, table.sums)
    candidates = (whole, whole.fitted(_word_width), merged, merged.fitted(_word_width))
    for gap in (WIDE_GAP, NARROW_GAP):
        for candidate in candidates:
            if candidate.width(gap) <= width:
                yield candidate
                return
    ends = [whole.place(sum) + 1 for sum in table.sums[:-1]]
    for first, end in zip([1, *ends], [*ends, len(whole.columns)], strict=True):
        yield from _stacked(whole, range(first, end), width)


def _block(table: Table, language: Language, widest: int) -> Block:
    texts = tuple(texts_of(table, language))
    longest = tuple(max(map(cell_len, each)) for each in texts)
    total = table.rows[-1].role == "total"
    columns = tuple(each._replace(heading=visible(each.heading)) for each in table.columns)
    return Block(columns, texts, longest, longest, widest, total).fitted(_heading_width)


def _word_width(heading: str) -> int:
    """The least that shows a heading without breaking a word of it."""
    return max(map(cell_len, heading.split()))


def _heading_width(heading: str) -> int:
    """The least that does so in two lines, within reason."""
    words = heading.split()
    halves = [
        max(cell_len(" ".join(words[:place])), cell_len(" ".join(words[place:])))
        for place in range(len(words))
    ]
    return max(min(*halves, _WIDEST_HEADING), _word_width(heading))


def _without_repetition(whole: Block, sums: Sequence[str]) -> Block:
    """A single line that equals its total is named in the heading of the total."""
    places = list(range(len(whole.columns)))
    headings = [column.heading for column in whole.columns]
    line = 2 if whole.columns[1].id == "units" else 1
    for total in map(whole.place, sums):
        if total - line == 1:
            whole = whole.headed(total, f"{headings[total]}: {headings[line]}")
            places.remove(line)
        line = total + 1
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
