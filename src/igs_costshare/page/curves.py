"""The chart of a plan: a line for each partner over the years.

Lengths across are percentages of the width, as in `page.chart`; heights are pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from igs_costshare.planning.table import PlanRow, PlanTable
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Column, cell_text

MOST_LINES = 8
"""As many as can be told apart; of more partners the largest are drawn."""
HEIGHT = 300
_TOP, _BOTTOM = 16, 24
"""Room above the highest line, and for the years below."""
_LEFT, _RIGHT = 1_500, 7_300
"""Hundredths of a percent of the width: where the first and the last year stand."""
_APART = 15
"""Pixels between two names beside the lines."""
_NAME = 24
_MARKS = 4


class Piece(NamedTuple):
    """A line from one year to the next."""

    x1: str
    y1: int
    x2: str
    y2: int


class Dot(NamedTuple):
    """The figure of one year."""

    x: str
    y: int


class Curve(NamedTuple):
    """A partner: the pieces of its line, its dots, and its name beside the last of them."""

    place: int
    """Which of the colours it has."""
    name: str
    name_x: str
    name_y: int
    pieces: tuple[Piece, ...]
    dots: tuple[Dot, ...]


class Mark(NamedTuple):
    """A figure beside the lines, or a year below them."""

    text: str
    x: str
    y: int


class Curves(NamedTuple):
    """The drawing, and what is said beside it."""

    title: str
    description: str
    note: str
    height: int
    left: str
    right: str
    figures: tuple[Mark, ...]
    years: tuple[Mark, ...]
    curves: tuple[Curve, ...]


def curves(plan: PlanTable, title: str, language: Language) -> Curves:
    """The drawing of a plan of several years."""
    drawn = _largest(plan.partners)
    known = [value for row in drawn for value in row.values if value is not None]
    scale = _Scale(min(0, *known), max(0, *known), len(plan.years))
    note = ""
    if len(drawn) < len(plan.partners):
        note = language.say("page.chart_most", count=len(drawn), all=len(plan.partners))
    description = language.say("plan.curves", first=str(plan.years[0]), last=str(plan.years[-1]))
    names = _apart([scale.y(_last(row)) for row in drawn])
    return Curves(
        title,
        description,
        note,
        HEIGHT + _BOTTOM,
        _percent(_LEFT),
        _percent(_RIGHT),
        tuple(_figures(scale, plan, language)),
        tuple(Mark(str(year), scale.x(at), HEIGHT + 18) for at, year in enumerate(plan.years)),
        tuple(
            _curve(place, row, name, scale)
            for place, (row, name) in enumerate(zip(drawn, names, strict=True))
        ),
    )


class _Scale(NamedTuple):
    least: int
    most: int
    years: int

    def x(self, at: int) -> str:
        """Where a year stands across."""
        return _percent(_LEFT + (_RIGHT - _LEFT) * at // (self.years - 1))

    def y(self, value: int) -> int:
        """How far from above a figure stands."""
        return HEIGHT - (HEIGHT - _TOP) * (value - self.least) // (self.most - self.least or 1)


def _largest(partners: Sequence[PlanRow]) -> list[PlanRow]:
    """Those with the largest figures, in their order."""
    size = {
        row.id: max((abs(each) for each in row.values if each is not None), default=0)
        for row in partners
    }
    kept = set(sorted(size, key=lambda id: -size[id])[:MOST_LINES])
    return [row for row in partners if row.id in kept]


def _curve(place: int, row: PlanRow, name_y: int, scale: _Scale) -> Curve:
    known = [(at, value) for at, value in enumerate(row.values) if value is not None]
    dots = tuple(Dot(scale.x(at), scale.y(value)) for at, value in known)
    pieces = tuple(
        Piece(scale.x(at), scale.y(value), scale.x(then), scale.y(next))
        for (at, value), (then, next) in pairwise(known)
        if then == at + 1
    )
    name = row.name if len(row.name) <= _NAME else f"{row.name[: _NAME - 1]}…"
    return Curve(place, name, _percent(_RIGHT + 200), name_y + 4, pieces, dots)


def _last(row: PlanRow) -> int:
    """The last figure that there is."""
    return next(value for value in reversed(row.values) if value is not None)


def _apart(heights: Sequence[int]) -> list[int]:
    """The heights of names, moved so that none stands on another."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    moved = [*heights]
    for before, at in pairwise(order):
        moved[at] = max(moved[at], moved[before] + _APART)
    beyond = moved[order[-1]] - HEIGHT
    if beyond > 0:
        moved[order[-1]] = HEIGHT
        for after, at in pairwise(reversed(order)):
            moved[at] = min(moved[at], moved[after] - _APART)
    return moved


def _figures(scale: _Scale, plan: PlanTable, language: Language) -> Iterator[Mark]:
    """Round figures beside the lines."""
    column = Column("", "", plan.notation)
    span = scale.most - scale.least
    step = next(each for each in _steps() if span <= _MARKS * each)
    at = -(-scale.least // step) * step
    while at <= scale.most:
        text = cell_text(at, column, plan.decimals, language)
        yield Mark(text, _percent(_LEFT - 150), scale.y(at))
        at += step


def _steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def _percent(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02}%"
