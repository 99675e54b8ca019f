"""A line for each partner, over the years of a plan or along a figure that varies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from igs_costshare.charts.bars import Words
from igs_costshare.charts.scale import Scale
from igs_costshare.charts.scene import (
    LINES,
    PITCH,
    WHOLE,
    Anchor,
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

MOST = len(LINES)
"""Lines that can be told apart; of more the largest are drawn."""
_HEIGHT, _TOP, _BOTTOM = 220, 12, 24
_APART = 14
"""Pixels between two names beside the lines."""
_GAP = 150
_SAMPLE = 800
"""How long the piece of a line is beside a name below it."""
_ABOVE = 11
_MARKS = 4


class Series(NamedTuple):
    """A line: its name, and a figure for each place along it; None where there is none."""

    name: str
    values: tuple[int | None, ...]
    own: bool = False

    @property
    def known(self) -> list[int]:
        """The figures that there are."""
        return [each for each in self.values if each is not None]


class Along(NamedTuple):
    """What stands below the lines: a text for each place, and markers with a word each."""

    texts: tuple[str, ...]
    markers: tuple[tuple[int, str], ...] = ()
    """Hundredths of the way along, and what is there: the budget, where it breaks even."""


def largest(series: Sequence[Series]) -> list[Series]:
    """Those that are drawn: the reader's own and the largest, in their order."""
    size = {at: max(map(abs, each.known), default=0) for at, each in enumerate(series)}
    order = sorted(size, key=lambda at: (not series[at].own, -size[at]))
    return [series[at] for at in sorted(order[:MOST]) if series[at].known]


def axis_of(series: Sequence[Series]) -> list[int]:
    """Round figures beside the lines that are drawn."""
    return [*_scale(largest(series)).marks(_MARKS)]


def curves(
    series: Sequence[Series], along: Along, words: Words, axis: Sequence[tuple[int, str]]
) -> Scene | None:
    """The lines, each with its name at its end; None where nothing moves along them."""
    drawn = largest(series)
    if len(along.texts) < 2 or not any(each.known for each in drawn):
        return None
    return on_both(lambda layout: _curves(drawn, along, words, axis, layout))


def _curves(
    drawn: Sequence[Series],
    along: Along,
    words: Words,
    axis: Sequence[tuple[int, str]],
    layout: Layout,
) -> Scene:
    left = layout.room(text for _, text in axis)
    right = WHOLE - layout.names(short(each.name) for each in drawn)
    if layout.above:
        right -= layout.room(along.texts[-1:]) // 2
    scale, across = _scale(drawn), _Across(left + _GAP, right - 2 * _GAP, len(along.texts))
    marks = [*_axis(scale, axis, left, across), *_below(along, across, layout)]
    for style, each in zip(LINES, drawn, strict=False):
        marks += _line(each, style, scale, across)
    height = _HEIGHT + _BOTTOM
    if layout.above:
        marks += _legend(drawn, height)
        height += PITCH * len(drawn)
    else:
        marks += _names(drawn, scale, across, right - _GAP // 2)
    return Scene(words.title, words.description, height, tuple(marks), words.note)


def _legend(drawn: Sequence[Series], top: int) -> Iterator[Mark]:
    """The names under the lines, each behind a piece of its line."""
    for at, (style, each) in enumerate(zip(LINES, drawn, strict=False)):
        middle = top + PITCH * at + PITCH // 2
        yield Stroke(0, middle, _SAMPLE, middle, style)
        yield Label(_SAMPLE + _GAP, middle, short(each.name), "start", style)


class _Across(NamedTuple):
    start: int
    end: int
    places: int

    def at(self, place: int) -> int:
        return self.hundredth(100 * place // (self.places - 1))

    def hundredth(self, hundredths: int) -> int:
        return self.start + (self.end - self.start) * hundredths // 100


def _scale(drawn: Sequence[Series]) -> Scale:
    return Scale.over([figure for each in drawn for figure in each.known], _HEIGHT, _TOP)


def _axis(
    scale: Scale, axis: Sequence[tuple[int, str]], left: int, across: _Across
) -> Iterator[Mark]:
    for figure, text in axis:
        y = scale.at(figure)
        yield Stroke(across.start, y, across.end, y, "grid" if figure else "zero")
        yield Label(left, y, text, "end", "soft")


def _below(along: Along, across: _Across, layout: Layout) -> Iterator[Mark]:
    widest = layout.room([max(along.texts, key=text_width)])
    every = -(-widest * len(along.texts) // (across.end - across.start)) if layout.above else 1
    for at, text in enumerate(along.texts):
        if at % every == 0:
            yield Label(across.at(at), _HEIGHT + 14, text, "middle", "soft")
    for hundredths, word in along.markers:
        x = across.hundredth(hundredths)
        yield Stroke(x, _TOP, x, _HEIGHT, "soft")
        yield Label(x, _TOP // 2, word, "middle", "soft")


def _line(series: Series, style: Style, scale: Scale, across: _Across) -> Iterator[Mark]:
    known = [(at, value) for at, value in enumerate(series.values) if value is not None]
    for (at, value), (then, later) in pairwise(known):
        if then == at + 1:
            ends = across.at(at), scale.at(value), across.at(then), scale.at(later)
            yield Stroke(*ends, style)
    for at, value in known:
        yield Dot(across.at(at), scale.at(value), 3, style)


def _names(drawn: Sequence[Series], scale: Scale, across: _Across, beside: int) -> Iterator[Mark]:
    """The name of each line at its end: beside the last place, or above where it ends before."""
    styles = dict(zip(map(id, drawn), LINES, strict=False))
    long = [each for each in drawn if each.values[-1] is not None]
    heights = _apart([scale.at(each.known[-1]) for each in long]) if long else []
    for each, height in zip(long, heights, strict=True):
        yield Label(beside, height, short(each.name), "start", styles[id(each)])
    for each in drawn:
        if each.values[-1] is None:
            last = max(at for at, value in enumerate(each.values) if value is not None)
            height = scale.at(each.known[-1]) - _ABOVE
            anchor: Anchor = "middle" if last else "start"
            yield Label(across.at(last), height, short(each.name), anchor, styles[id(each)])


def _apart(heights: Sequence[int]) -> list[int]:
    """The heights of names, moved so that none stands on another."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    moved = [*heights]
    for before, at in pairwise(order):
        moved[at] = max(moved[at], moved[before] + _APART)
    beyond = moved[order[-1]] - _HEIGHT
    if beyond > 0:
        moved[order[-1]] = _HEIGHT
        for after, at in pairwise(reversed(order)):
            moved[at] = min(moved[at], moved[after] - _APART)
    return moved
