"""Which columns of a table stand next to one another in a terminal, and how wide they are.

Figures are never cut. What does not fit the width gets higher headings; then a total over one
single line stands for that line too; then the columns are set closer; then names fold where a row
has several of them; then the columns are stacked in blocks, each with all that names its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, takewhile
from typing import NamedTuple

from rich.cells import cell_len

from igs_costshare.language import Language
from igs_costshare.tables import Column, Table, texts_of

WIDE_GAP, NARROW_GAP = 2, 1
_WIDEST_NAME = 32
_NARROWEST_NAME = 12
"""How narrow several names of a row may become before the columns are stacked."""
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
    names: int
    """How many columns in front say what a row is."""

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

    def folded(self, room: int) -> Block:
        """The block with its names, gaps and all, in so much room: the widest fold first."""
        room -= WIDE_GAP * (self.names - 1)
        names = self.widths[: self.names]
        most = max(names)
        while most > 1 and sum(min(most, each) for each in names) > room:
            most -= 1
        narrowed = (min(most, each) for each in names)
        return self._replace(widths=(*narrowed, *self.widths[self.names :]))


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
    folded = _with_folded_names(whole.fitted(_word_width), width)
    if folded is not None:
        yield folded
        return
    ends = [whole.place(sum) + 1 for sum in table.sums[:-1]]
    stacked = whole.folded(width // 2 - 1)
    for first, end in zip([whole.names, *ends], [*ends, len(whole.columns)], strict=True):
        yield from _stacked(stacked, range(first, end), width)


def _with_folded_names(whole: Block, width: int) -> Block | None:
    """The columns in one block with several names that fold; None where there is no room."""
    figures = sum(NARROW_GAP + each for each in whole.widths[whole.names :])
    folded = whole.folded(width - figures)
    fits = whole.names > 1 and folded.width(NARROW_GAP) <= width
    return folded if fits and _shows_words(folded, whole) else None


def _shows_words(folded: Block, whole: Block) -> bool:
    """Whether the names of a folded block still have room for their words, and for two short."""
    return all(
        narrow >= min(wide, max(_NARROWEST_NAME, *map(_word_width, texts)))
        for narrow, wide, texts in zip(
            folded.widths[: whole.names], whole.widths, whole.texts, strict=False
        )
    )


def _block(table: Table, language: Language, widest: int) -> Block:
    texts = tuple(texts_of(table, language))
    longest = tuple(max(map(cell_len, each)) for each in texts)
    total = table.rows[-1].role == "total"
    kinds = [column.kind for column in table.columns]
    names = max(1, sum(1 for _ in takewhile("text".__eq__, kinds)))
    block = Block(table.columns, texts, longest, longest, widest, total, names)
    return block.fitted(_heading_width)


def _word_width(heading: str) -> int:
    """The least that shows a heading or a name without breaking a word of it."""
    return max(map(cell_len, heading.split()), default=0)


def _heading_width(heading: str) -> int:
    """The least that does so in two lines, within reason."""
    widths = [*map(cell_len, heading.split())]
    before = [*accumulate(widths, lambda start, width: start + 1 + width)]
    after = [before[-1] - start - 1 for start in before[:-1]]
    halves = map(max, before, after)
    return max(min(before[-1], _WIDEST_HEADING, *halves), *widths)


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
    """Blocks of these columns that fit the width, each with all names in front.

    They are filled from the last, so that a total and the balance stay with what they sum up.
    """
    stacked: list[list[int]] = []
    names = range(whole.names)
    front = sum(whole.widths[: whole.names]) + WIDE_GAP * (whole.names - 1)
    room = 0
    for place in reversed(places):
        room -= WIDE_GAP + whole.widths[place]
        if room < 0 or not stacked:
            stacked.insert(0, [])
            room = width - front - WIDE_GAP - whole.widths[place]
        stacked[0].insert(0, place)
    for block in stacked:
        yield whole.only([*names, *block])
