"""An amount for each partner between two others: a line with an end at each, and a dot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from igs_costshare.charts.bars import MOST, PITCH, Words
from igs_costshare.charts.scale import Scale
from igs_costshare.charts.scene import (
    WHOLE,
    Dot,
    Label,
    Mark,
    Scene,
    Stroke,
    Style,
    room_for,
    short,
)

_HEAD = 18
_GAP = 120
_RADIUS = 4
_END = 5
"""How far the mark at an end stands out, above and below."""
_MARKS = 5


class Between(NamedTuple):
    """A row: whose amount it is, between which others, and how it is written."""

    name: str
    low: int
    amount: int
    high: int
    figure: str

    @property
    def figures(self) -> tuple[int, int, int]:
        """All three."""
        return self.low, self.amount, self.high


def between(rows: Sequence[Between], words: Words, axis: Sequence[tuple[int, str]]) -> Scene | None:
    """The rows in their order; `axis` has round figures with how they are written.

    None where there are too many to take in, or nothing but zeros.
    """
    figures = [figure for each in rows for figure in each.figures]
    if len(rows) > MOST or not any(figures):
        return None
    names = room_for(short(each.name) for each in rows)
    room = room_for(each.figure for each in rows)
    scale = Scale.over(figures, names + _GAP, WHOLE - room - 2 * _GAP)
    height = _HEAD + PITCH * len(rows)
    grid = [*_axis(scale, axis, height)]
    marks = [mark for at, row in enumerate(rows) for mark in _row(row, at, scale)]
    return Scene(words.title, words.description, height, (*grid, *marks), words.note)


def round_figures(rows: Sequence[Between]) -> list[int]:
    """Round figures that a drawing of the rows has above it."""
    figures = [figure for each in rows for figure in each.figures]
    return [*Scale.over(figures, 0, WHOLE).marks(_MARKS)]


def _axis(scale: Scale, axis: Sequence[tuple[int, str]], height: int) -> Iterator[Mark]:
    for figure, text in axis:
        x = scale.at(figure)
        yield Stroke(x, _HEAD - 4, x, height, "zero" if figure == 0 else "grid")
        yield Label(x, 6, text, "middle", "soft")


def _row(row: Between, at: int, scale: Scale) -> Iterator[Mark]:
    middle = _HEAD + PITCH * at + PITCH // 2
    low, amount, high = map(scale.at, row.figures)
    style: Style = "more" if row.amount > row.high else "level"
    yield Label(0, middle, short(row.name), "start", "ink")
    yield Stroke(low, middle, high, middle, "level")
    for end in (low, high):
        yield Stroke(end, middle - _END, end, middle + _END, "level")
    yield Dot(amount, middle, _RADIUS, style)
    yield Label(WHOLE, middle, row.figure, "end", style)
