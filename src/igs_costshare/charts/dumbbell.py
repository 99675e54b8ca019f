"""A change for each partner: an open dot for before, a full one for now, and the change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from igs_costshare.charts.bars import Words
from igs_costshare.charts.scale import Scale, comparable
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
    text_width,
)

MOST = 25
"""Rows; of more those with the largest changes are drawn."""
HEAD = 18
_GAP = 120
_RADIUS = 4
_MARKS = 5


class Change(NamedTuple):
    """A row: what somebody paid before and pays now, and how the difference is written."""

    name: str
    before: int | None
    """None for who was not there."""
    after: int | None
    """None for who is not there any more."""
    figure: str
    own: bool = False

    @property
    def more(self) -> int:
        """From before to now; who is not there counts for nothing."""
        return (self.after or 0) - (self.before or 0)

    @property
    def style(self) -> Style:
        """Whether it is more or less; neither for who comes or leaves."""
        if self.before is None or self.after is None:
            return "level"
        return "more" if self.more > 0 else "less" if self.more < 0 else "level"

    @property
    def ends(self) -> list[int]:
        """What there is of before and now."""
        return [each for each in (self.before, self.after) if each is not None]


def dumbbell(
    changes: Sequence[Change], words: Words, axis: Sequence[tuple[int, str]]
) -> Scene | None:
    """The changes, from the largest decrease to the largest increase.

    `axis` has round figures with how they are written. None where there is nothing to compare.
    """
    return on_both(lambda layout: _dumbbell(changes, words, axis, layout))


def _dumbbell(
    changes: Sequence[Change], words: Words, axis: Sequence[tuple[int, str]], layout: Layout
) -> Scene | None:
    figures = [figure for each in changes for figure in each.ends]
    if len(changes) < 2 or not comparable(figures) or not any(each.more for each in changes):
        return None
    drawn = sorted(changes, key=lambda each: -abs(each.more))[:MOST]
    drawn.sort(key=lambda each: each.more)
    names = layout.names(map(short, (each.name for each in drawn)))
    room = layout.room(each.figure for each in drawn)
    ends = [figure for each in drawn for figure in each.ends]
    first = layout.room([axis[0][1]]) // 2 if layout.above and axis else 0
    scale = Scale.over(ends, names + max(_GAP, first), WHOLE - room - 2 * _GAP)
    height = HEAD + layout.pitch * len(drawn)
    shown = axis_for(axis, layout, scale.end - scale.start)
    grid = list(axis_above(scale, shown, height))
    marks = [mark for at, row in enumerate(drawn) for mark in _row(row, at, scale, layout)]
    return Scene(words.title, words.description, height, (*grid, *marks), words.note)


def scale_marks(changes: Sequence[Change]) -> list[int]:
    """Round figures that a drawing of the changes has above it."""
    figures = [figure for each in changes for figure in each.ends]
    return [*Scale.over(figures, 0, WHOLE).marks(_MARKS)]


def axis_for(
    axis: Sequence[tuple[int, str]], layout: Layout, wide: int
) -> Sequence[tuple[int, str]]:
    """The round figures for which there is room beside one another."""
    widest = layout.room([max((text for _, text in axis), key=text_width, default="")])
    every = -(-widest * len(axis) // wide) if layout.above else 1
    return [each for at, each in enumerate(axis) if at % every == 0]


def axis_above(scale: Scale, axis: Sequence[tuple[int, str]], height: int) -> Iterator[Mark]:
    """Lines from top to bottom at round figures, with these above them."""
    for figure, text in axis:
        if scale.low <= figure <= scale.high:
            x = scale.at(figure)
            yield Stroke(x, HEAD - 4, x, height, "zero" if figure == 0 else "grid")
            yield Label(x, 6, text, "middle", "soft")


def _row(row: Change, at: int, scale: Scale, layout: Layout) -> Iterator[Mark]:
    middle = layout.middle(HEAD, at)
    style = row.style
    yield layout.name(Label(0, middle, short(row.name), "start", "bold" if row.own else "ink"))
    if row.before is not None and row.after is not None:
        yield Stroke(scale.at(row.before), middle, scale.at(row.after), middle, style)
    if row.after is not None:
        yield Dot(scale.at(row.after), middle, _RADIUS, style)
    if row.before is not None:
        yield Dot(scale.at(row.before), middle, _RADIUS, "before", open=True)
    yield Label(WHOLE, middle, row.figure, "end", style)
