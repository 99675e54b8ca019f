"""The shortest decimal at which a figure meets its target, around where it crosses it.

Rounding makes a stretch of values meet the target. Where all of it does, the shortest decimal in
it follows from its ends. Lines that are rounded each by itself may also meet the target here and
there beside it, so that every shorter decimal which rounding can reach is tried as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.description.values import MOST_DECIMALS
from igs_costshare.varying.crossings import Crossing, step_beyond
from igs_costshare.varying.curve import Curve, last_like, straight_of
from igs_costshare.varying.solution import Domain

_ALL = MOST_DECIMALS + 1
"""Lengths of a decimal, none at all among them."""

_MOST_TRIED = 100
"""Decimals of one length that are tried on each side of where the exact figure meets the target."""

_NEARBY = Fraction(1, 10)
"""How far along a shorter decimal may be, where the exact figure stays at the target."""


def shortest(curve: Curve, crossing: Crossing, domain: Domain) -> int | None:
    """The place of the shortest decimal that meets the target; None where none does.

    Of several it is the nearest to where the exact figure meets it.
    """
    root = _root(curve, crossing)
    seed = _met_near(curve, crossing, root)
    if seed is None:
        return _reached(curve, root, domain, _ALL)
    near, far = _stretch(curve, crossing, seed)
    if _is_level(curve, near, far):
        most = int(abs(near) * _NEARBY)
        far = near + max(-most, min(far - near, most))
        return _within(near, far, Fraction(near))[0]
    place, decimals = _within(near, far, root)
    met = curve.side(place) == 0
    shorter = _reached(curve, root, domain, decimals if met else _ALL)
    return place if met and shorter is None else shorter


def _root(curve: Curve, crossing: Crossing) -> Fraction:
    """Where the exact figure meets the target."""
    before, beyond = crossing
    apart = beyond - before
    places = (before, before + apart // 3, beyond - apart // 7, beyond)
    line = curve.line_through(*places, height=straight_of)
    if line and line.root is not None:
        return min(max(line.root, Fraction(min(crossing))), Fraction(max(crossing)))
    side = _exact_side(curve, before)
    if _exact_side(curve, beyond) == side:
        place = step_beyond(curve, crossing)
        return Fraction(beyond if place is None else place)
    edge = last_like(lambda place: _exact_side(curve, place) == side, before, beyond)
    return Fraction(edge + (1 if before < beyond else -1))


def _exact_side(curve: Curve, place: int) -> int | None:
    """Where the exact figure lies: 1 above the target, -1 below it, 0 at it."""
    point = curve.at(place)
    return None if point is None else (point.exact > 0) - (point.exact < 0)


def _met_near(curve: Curve, crossing: Crossing, root: Fraction) -> int | None:
    """A place that meets the target, at the root or beyond."""
    places = (round(root), crossing.beyond)
    return next((place for place in places if curve.side(place) == 0), None)


def _stretch(curve: Curve, crossing: Crossing, seed: int) -> tuple[int, int]:
    """The ends of what meets the target around a place; first the end where one comes from."""
    before, beyond = crossing
    upwards = before < beyond or (before == beyond and seed >= crossing.before)

    below, above = (_end(curve, seed, sign) for sign in (-1, 1))
    return (below, above) if upwards else (above, below)


def _end(curve: Curve, seed: int, sign: int) -> int:
    """The last place from `seed` up (1) or down (-1) that meets the target as all before it do."""
    onward = [place for place in curve.places() if (place - seed) * sign > 0]
    unlike = [place for place in onward if curve.side(place) != 0]
    if not unlike:
        return max(onward, key=lambda place: place * sign, default=seed)
    other = min(unlike, key=lambda place: place * sign)
    return last_like(lambda place: curve.side(place) == 0, seed, other)


def _is_level(curve: Curve, near: int, far: int) -> bool:
    """Whether the exact figure stays the same along part of a stretch."""
    heights = [curve.at(place) for place in (near, (near + far) // 2, far)]
    exact = [point.exact for point in heights if point is not None]
    return near != far and len(set(exact)) < len(exact)


def _within(one: int, other: int, wanted: Fraction) -> tuple[int, int]:
    """The shortest decimal between two places, the nearest to what is wanted; and its decimals."""
    low, high = sorted((one, other))
    decimals = next(each for each in range(_ALL) if -(-low // _pitch(each)) <= high // _pitch(each))
    pitch = _pitch(decimals)
    count = min(max(round(wanted / pitch), -(-low // pitch)), high // pitch)
    return count * pitch, decimals


def _pitch(decimals: int) -> int:
    """How far apart decimals of that length are, in places."""
    return int(10 ** (MOST_DECIMALS - decimals))


def _reached(curve: Curve, root: Fraction, domain: Domain, most: int) -> int | None:
    """The shortest of fewer decimals, around the root, that rounding carries to the target."""
    for decimals in range(most):
        for place in _outward(curve, root, _pitch(decimals), domain):
            if curve.side(place) == 0:
                return place
    return None


def _outward(curve: Curve, root: Fraction, pitch: int, domain: Domain) -> Iterator[int]:
    """Decimals of one length, from the root outward as long as rounding may meet the target."""
    below = int(root // pitch * pitch)
    sides = {below: -pitch, below + pitch: pitch}
    for _ in range(_MOST_TRIED):
        for place in sorted(sides, key=lambda place: abs(place - root)):
            away = sides.pop(place)
            if domain.has(place):
                yield place
                point = curve.at(place)
                if point and abs(point.exact) <= point.slack:
                    sides[place + away] = away
