"""Columns of a table that stand next to one another, each measured once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from igs_costshare.wording.tables import Column

WIDE_GAP, NARROW_GAP = 2, 1
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
        ).fitted(heading_width)

    def fitted(self, width_of: Callable[[str], int]) -> Block:
        """The block with room for each figure as a whole; wider names and headings fold."""
        widths = (
            min(max(longest, cell_len(column.heading)), self.widest)
            if column.kind == "text"
            else max(longest, min(width_of(column.heading), self.widest))
            for column, longest in zip(self.columns, self.longest, strict=True)
        )
        return self._replace(widths=tuple(widths))

    def with_whole_words(self, width: int) -> Block:
        """The block with names that break within no word, as far as there is room for a figure."""
        names = self.texts[: self.names]
        longest = max(word_width(text) for texts in names for text in texts)
        beside = max(self.longest[self.names :], default=0) + WIDE_GAP
        widest = max(self.widest, min(longest, width - beside))
        return self if widest == self.widest else self._replace(widest=widest).fitted(heading_width)

    def folded(self, room: int) -> Block:
        """The block with its names, gaps and all, in so much room: the widest fold first.

        Words stay whole where there is room for all of them.
        """
        room -= WIDE_GAP * (self.names - 1)
        names = self.widths[: self.names]
        if sum(names) <= room:
            return self
        words = self.words
        least = words if sum(words) <= room else (1,) * self.names
        most = max(names)
        while most > 1 and sum(_folded_widths(names, least, most)) > room:
            most -= 1
        narrowed = _folded_widths(names, least, most)
        return self._replace(widths=(*narrowed, *self.widths[self.names :]))

    @property
    def words(self) -> tuple[int, ...]:
        """The least width of each column of names that breaks no word; names may be wider."""
        names = zip(self.widths[: self.names], self.texts, strict=False)
        return tuple(min(width, max(map(word_width, texts))) for width, texts in names)


def _folded_widths(widths: Sequence[int], least: Sequence[int], most: int) -> list[int]:
    return [max(low, min(most, width)) for width, low in zip(widths, least, strict=True)]


def word_width(heading: str) -> int:
    """The least that shows a heading or a name without breaking a word of it."""
    return max(map(cell_len, heading.split(" ")))


def heading_width(heading: str) -> int:
    """The least that does so in two lines, within reason."""
    widths = [*map(cell_len, heading.split(" "))]
    before = [*accumulate(widths, lambda start, width: start + 1 + width)]
    after = [before[-1] - start - 1 for start in before[:-1]]
    halves = map(max, before, after)
    return max(min(before[-1], _WIDEST_HEADING, *halves), *widths)
