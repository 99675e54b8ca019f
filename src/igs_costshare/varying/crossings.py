"""Where along its path a figure meets its target or passes it: looked at here and there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby, pairwise
from typing import NamedTuple

from igs_costshare.varying.curve import Curve, Point, last_like

_EVENLY = 32
"""Parts of a range at the ends of which to look."""
_FURTHER = 4
"""How many times as far from the start each next place is."""
_CLOSER = 3
"""Times that the neighbourhood of the nearest place is looked at closer."""


class Crossing(NamedTuple):
    """At `before`, which is nearer to the start, the target is not met; at `beyond` it is.

    Or the figure has passed it there. Both are the same place where there is none before.
    """

    before: int
    beyond: int


def survey(curve: Curve, low: int, high: int, start: int) -> None:
    """Look from `low` to `high`: at five places where they lie on one line, else at many."""
    third, late = low + (high - low) // 3, high - (high - low) // 7
    if curve.line_through(start, low, third, late, high):
        return
    near = min(high, max(2 * start, low + 1))
    for place in (*_evenly(low, high), *_evenly(low, near), *_further(low, high, start)):
        curve.at(place)
    for one, other in pairwise(curve.places()):
        if (curve.side(one) is None) != (curve.side(other) is None):
            _find_end(curve, one, other)
    for _ in range(_CLOSER):
        if curve.points() and not crossings(curve, start):
            _look_closer(curve, nearest(curve, start))


def _find_end(curve: Curve, one: int, other: int) -> None:
    """Look at the last place with a statement, and at the first without, between two."""
    if curve.side(one) is None:
        one, other = other, one
    last_like(lambda place: curve.side(place) is not None, one, other)


def _evenly(low: int, high: int) -> Iterator[int]:
    for part in range(_EVENLY + 1):
        yield low + (high - low) * part // _EVENLY


def _further(low: int, high: int, start: int) -> Iterator[int]:
    distance = 1
    while distance <= max(high - start, start - low):
        yield min(high, start + distance)
        yield max(low, start - distance)
        distance *= _FURTHER


def _look_closer(curve: Curve, place: int) -> None:
    """Look on both sides of a place, as far as the next that is known."""
    places = curve.places()
    at = places.index(place)
    for end in (*places[max(0, at - 1) : at], *places[at + 1 : at + 2]):
        for between in _evenly(min(place, end), max(place, end)):
            curve.at(between)


def nearest(curve: Curve, start: int) -> int:
    """The place where the figure is nearest to the target, of those around what was looked at."""

    def distance(known: tuple[int, Point]) -> tuple[int, Fraction, int]:
        place, point = known
        return abs(point.shown), abs(point.exact), abs(place - start)

    place, point = min(curve.points(), key=distance)
    places = curve.places()
    beside = places.index(place) + (1 if place < start else -1)
    if place == start:
        return place

    def as_near(other: int) -> bool:
        """Whether the figure is the very same, as along a level stretch."""
        there = curve.at(other)
        return there is not None and there.exact == point.exact

    return last_like(as_near, place, places[beside])


def crossings(curve: Curve, start: int) -> list[Crossing]:
    """Where the target is met or passed between places that were looked at, the nearest first."""
    runs = [(side, list(run)) for side, run in groupby(curve.places(), curve.side)]
    found = [_met(runs, position, start) for position, (side, _) in enumerate(runs) if side == 0]
    for (side, run), (other, following) in pairwise(runs):
        if side and other:
            left, right = run[-1], following[0]
            found.append(Crossing(left, right) if start <= left else Crossing(right, left))
    return sorted(found, key=lambda each: (abs(each.before - start), abs(each.beyond - start)))


def _met(runs: Sequence[tuple[int | None, list[int]]], position: int, start: int) -> Crossing:
    """The crossing into a run of places that meet the target, from the side of the start."""
    _, run = runs[position]
    upwards = start <= run[0]
    met = run[0] if upwards else run[-1]
    beside = position - 1 if upwards else position + 1
    if beside not in range(len(runs)) or runs[beside][0] is None:
        return Crossing(met, met)
    return Crossing(runs[beside][1][-1 if upwards else 0], met)


def step_beyond(curve: Curve, crossing: Crossing) -> int | None:
    """The first place that is not on the side of the first; None where it has no statement."""
    before, beyond = crossing
    if before == beyond:
        return beyond
    side = curve.side(before)
    edge = last_like(lambda place: curve.side(place) == side, before, beyond)
    place = edge + (1 if before < beyond else -1)
    return None if curve.side(place) is None else place
