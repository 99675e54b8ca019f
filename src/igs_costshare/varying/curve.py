"""How far a figure is from its target, as one number of the description varies."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.computing.engine import computed
from igs_costshare.errors import Problem
from igs_costshare.varying.figure import Figure
from igs_costshare.varying.variation import Impossible, Variation
from igs_costshare.wording.decimals import decimal_of


class Point(NamedTuple):
    """How far the figure is above its target, in units of rounding."""

    exact: Fraction
    """Before rounding."""
    shown: int


def last_like(like: Callable[[int], bool], one: int, other: int) -> int:
    """The last place from `one`, which is like that, towards `other`, which is not."""
    while abs(other - one) > 1:
        middle = (one + other) // 2
        one, other = (middle, other) if like(middle) else (one, middle)
    return one


class Straight(NamedTuple):
    """A straight line through (x, y)."""

    x: int
    y: Fraction
    slope: Fraction

    @property
    def root(self) -> Fraction | None:
        """Where it is 0; None where it is level."""
        return self.x - self.y / self.slope if self.slope else None


class Curve:
    """A figure over the places of a grid, each worked out once, when somebody looks there."""

    def __init__(self, variation: Variation, figure: Figure, target: int, pitch: int) -> None:
        """The target is in units of rounding; the places are `pitch` ticks apart."""
        self.variation, self.figure, self.target, self.pitch = variation, figure, target, pitch
        self.slack = figure.slack(variation.base)
        """How far rounding may carry the figure, in units of rounding."""
        self._known: dict[int, Point | tuple[Problem, ...]] = {}

    def aiming(self, target: int) -> Curve:
        """The same figure with another target; what was worked out is known there too."""
        other = Curve(self.variation, self.figure, target, self.pitch)
        away = self.target - target
        other._known = {
            place: Point(known.exact + away, known.shown + away)
            if isinstance(known, Point)
            else known
            for place, known in self._known.items()
        }
        return other

    def value(self, place: int) -> Decimal:
        """The number at a place."""
        return decimal_of(place * self.pitch)

    def at(self, place: int) -> Point | None:
        """The figure at a place; None where there is no statement."""
        known = self._look(place)
        return known if isinstance(known, Point) else None

    def side(self, place: int) -> int | None:
        """Where the figure as shown lies: 1 above the target, -1 below it, 0 where it meets it."""
        point = self.at(place)
        return None if point is None else (point.shown > 0) - (point.shown < 0)

    def why_not(self, place: int) -> tuple[Problem, ...]:
        """Why there is no statement at a place."""
        known = self._look(place)
        return () if isinstance(known, Point) else known

    def places(self) -> list[int]:
        """Every place that was looked at, from low to high."""
        return sorted(self._known)

    def points(self) -> list[tuple[int, Point]]:
        """Those of them that have a statement."""
        return [(place, point) for place in self.places() if (point := self.at(place))]

    def line_through(self, *places: int) -> Straight | None:
        """The line on which the exact figure lies at all these places; None where it is bent."""
        points = [(place, point.exact) for place in places if (point := self.at(place))]
        if len(points) < len(places):
            return None
        (x, y), *others = points
        slopes = {(height - y) / (place - x) for place, height in others if place != x}
        return Straight(x, y, *slopes) if len(slopes) == 1 else None

    def _look(self, place: int) -> Point | tuple[Problem, ...]:
        if place not in self._known:
            self._known[place] = self._computed(place)
        return self._known[place]

    def _computed(self, place: int) -> Point | tuple[Problem, ...]:
        try:
            apportioned = self.variation.apportioned([self.value(place)])
        except Impossible as reason:
            return reason.problems
        statement = computed(apportioned)
        exact = self.figure.exact(statement, apportioned.budget)
        return Point(exact - self.target, self.figure.of(statement) - self.target)
