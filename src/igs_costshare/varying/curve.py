"""How far a figure is from its target, as one number of the description varies."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from igs_costshare.computing.engine import computed
from igs_costshare.errors import Problem
from igs_costshare.figures.figure import Figure
from igs_costshare.varying.variation import Impossible, Variation
from igs_costshare.wording.decimals import decimal_of


class Point(NamedTuple):
    """How far the figure is above its target, in steps of it."""

    exact: Fraction
    """Before rounding."""
    shown: int
    slack: int | Fraction
    """How far rounding may carry the one from the other."""
    weight: Fraction
    """What the figure was divided by."""

    @property
    def straight(self) -> Fraction:
        """0 where the exact figure meets the target, and on a line where its parts are on lines.

        A part of a whole is itself on none where the whole moves as well.
        """
        return self.exact * self.weight


Height: TypeAlias = Callable[[Point], Fraction]
"""What of a point is held against a line."""


def exact_of(point: Point) -> Fraction:
    """How far the exact figure is above the target."""
    return point.exact


def straight_of(point: Point) -> Fraction:
    """The same times what the figure was divided by."""
    return point.straight


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
        """The target is in steps of the figure; the places are `pitch` ticks apart."""
        self.variation, self.figure, self.target, self.pitch = variation, figure, target, pitch
        self._known: dict[int, Point | tuple[Problem, ...]] = {}

    def aiming(self, target: int) -> Curve:
        """The same figure with another target; what was worked out is known there too."""
        other = Curve(self.variation, self.figure, target, self.pitch)
        away = self.target - target
        other._known = {
            place: known._replace(exact=known.exact + away, shown=known.shown + away)
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

    def line_through(self, *places: int, height: Height = exact_of) -> Straight | None:
        """The line on which all these places lie; None where it is bent."""
        points = [(place, height(point)) for place in places if (point := self.at(place))]
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
        quantity = self.figure.of(computed(apportioned))
        missing = quantity.missing()
        if missing is not None:
            return (Problem(missing),)
        exact, shown = quantity.exact() - self.target, quantity.shown() - self.target
        return Point(exact, shown, quantity.slack(), quantity.weight())
