"""From figures to places in a drawing, and whether one scale can show them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

MOST_APART = 100
"""How many times the smallest figure the largest may be: beyond that nobody sees the small one."""


class Scale(NamedTuple):
    """Figures along a stretch of a drawing, 0 among them."""

    low: int
    high: int
    start: int
    end: int

    @classmethod
    def over(cls, figures: Sequence[int], start: int, end: int) -> Scale:
        """The scale that holds these figures and 0."""
        return cls(min(0, *figures, 0), max(0, *figures, 0), start, end)

    def at(self, figure: int) -> int:
        """Where a figure stands."""
        return self.start + (self.end - self.start) * (figure - self.low) // self._span

    def length(self, figure: int) -> int:
        """How long a bar of a figure is."""
        return abs(self.end - self.start) * abs(figure) // self._span

    @property
    def _span(self) -> int:
        return self.high - self.low or 1

    def marks(self, most: int) -> Iterator[int]:
        """Round figures along it, no more than so many apart from one another."""
        step = next(each for each in _steps() if self._span <= most * each)
        at = -(-self.low // step) * step
        while at <= self.high:
            yield at
            at += step


def _steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def comparable(figures: Sequence[int]) -> bool:
    """Whether one scale can show all these figures: some are not 0, and none is lost beside it."""
    sizes = [abs(figure) for figure in figures if figure]
    return bool(sizes) and max(sizes) <= MOST_APART * min(sizes)
