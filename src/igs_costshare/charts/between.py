"""An amount for each partner between two others: a line with an end at each, and a dot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from igs_costshare.charts.bars import MOST, Words
from igs_costshare.charts.dumbbell import HEAD, axis_above, axis_for
from igs_costshare.charts.scale import Scale
from igs_costshare.charts.scene import (
    WHOLE,
    Dot,
    Label,
    Layout,
    Mark,
    Scene,
    Stroke,
    Style,
    on_both,
    short,
)

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
    return on_both(lambda layout: _between(rows, words, axis, layout))


def _between(
    rows: Sequence[Between], words: Words, axis: Sequence[tuple[int, str]], layout: Layout
) -> Scene | None:
    figures = [figure for each in rows for figure in each.figures]
    if len(rows) > MOST or not any(figures):
        return None
    names = layout.names(map(short, (each.name for each in rows)))
    room = layout.room(each.figure for each in rows)
    first = layout.room([axis[0][1]]) // 2 if layout.above and axis else 0
    scale = Scale.over(figures, names + max(_GAP, first), WHOLE - room - 2 * _GAP)
    height = HEAD + layout.pitch * len(rows)
    grid = [*axis_above(scale, axis_for(axis, layout, scale.end - scale.start), height)]
    marks = [mark for at, row in enumerate(rows) for mark in _row(row, at, scale, layout)]
    return Scene(words.title, words.description, height, (*grid, *marks), words.note)


def round_figures(rows: Sequence[Between]) -> list[int]:
    """Round figures that a drawing of the rows has above it."""
    figures = [figure for each in rows for figure in each.figures]
    return [*Scale.over(figures, 0, WHOLE).marks(_MARKS)]


def _row(row: Between, at: int, scale: Scale, layout: Layout) -> Iterator[Mark]:
    middle = layout.middle(HEAD, at)
    low, amount, high = map(scale.at, row.figures)
    style: Style = "more" if row.amount > row.high else "level"
    yield layout.name(Label(0, middle, short(row.name), "start", "ink"))
    yield Stroke(low, middle, high, middle, "level")
    for end in (low, high):
        yield Stroke(end, middle - _END, end, middle + _END, "level")
    yield Dot(amount, middle, _RADIUS, style)
    yield Label(WHOLE, middle, row.figure, "end", style)
