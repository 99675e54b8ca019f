"""At which value a figure meets its target: exact on a line, elsewhere found by halving."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.values import MOST_DECIMALS
from igs_costshare.varying.crossings import Crossing, crossings, nearest, survey
from igs_costshare.varying.curve import Curve, last_like
from igs_costshare.varying.solution import Domain, Solution

_MOST_TRIED = 40
"""Decimals of one length that are tried on each side of where the exact figure meets the target."""


_NEARBY = Fraction(1, 10)
"""How far a shorter decimal may be, where a long stretch meets the target."""


def solved(curve: Curve, domain: Domain, *, stepped: bool) -> Solution | None:
    """The nearest value to the current one that meets the target; None without any statement.

    On a `stepped` grid it is the first at the target or past it, elsewhere the shortest decimal
    that meets it.
    """
    place = _beside(curve, domain)
    if place is not None:
        return _found(curve, place, others=False)
    survey(curve, domain.low, domain.high, domain.start)
    if not curve.points():
        return None
    met = crossings(curve, domain.start)
    for crossing in met:
        place = _step_beyond(curve, crossing) if stepped else _shortest(curve, crossing, domain)
        if place is not None:
            return _found(curve, place, others=len(met) > 1)
    return _missed(curve, domain, passed=bool(met))


def _beside(curve: Curve, domain: Domain) -> int | None:
    """The place at the current value, or right beside it, where that is the answer already."""
    if domain.current is None:
        return None
    below = int(domain.current // 1)
    for place in (below, below + 1) if domain.current - below <= _HALF else (below + 1, below):
        side = curve.side(place) if domain.has(place) else None
        if side is not None and (side == 0 or side != domain.side):
            return place
    return None


_HALF = Fraction(1, 2)


def _found(curve: Curve, place: int, *, others: bool) -> Solution:
    point = curve.at(place)
    off = point.shown if point else 0
    value = curve.value(place)
    return Solution(value, curve.target + off, value, others, passed=off != 0)


def _step_beyond(curve: Curve, crossing: Crossing) -> int | None:
    """The first place that is not on the side of the first; None where it has no statement."""
    before, beyond = crossing
    if before == beyond:
        return beyond
    side = curve.side(before)
    edge = last_like(lambda place: curve.side(place) == side, before, beyond)
    place = edge + (1 if before < beyond else -1)
    return None if curve.side(place) is None else place


def _shortest(curve: Curve, crossing: Crossing, domain: Domain) -> int | None:
    """The place of the shortest decimal that meets the target; None where none does."""
    roots = [_root(curve, crossing)]
    if curve.side(crossing.beyond) == 0:
        # Rounding may meet the target beside where the exact figure does.
        roots.append(Fraction(crossing.beyond))
    for root in roots:
        for decimals in range(MOST_DECIMALS + 1):
            for place in _outward(curve, root, 10 ** (MOST_DECIMALS - decimals), domain):
                if curve.side(place) == 0:
                    return place
    return None


def _root(curve: Curve, crossing: Crossing) -> Fraction:
    """Where the exact figure meets the target."""
    before, beyond = crossing
    apart = beyond - before
    line = curve.line_through(before, before + apart // 3, beyond - apart // 7, beyond)
    if line and line.root is not None:
        return min(max(line.root, Fraction(min(crossing))), Fraction(max(crossing)))
    place = _step_beyond(curve, crossing)
    return Fraction(beyond if place is None else place)


def _outward(curve: Curve, root: Fraction, pitch: int, domain: Domain) -> Iterator[int]:
    """Decimals of one length, from the root outward as long as rounding may meet the target."""
    below = root // pitch * pitch
    sides = {below: -pitch, below + pitch: pitch}
    for _ in range(_MOST_TRIED):
        for place in sorted(sides, key=lambda place: abs(place - root)):
            away = sides.pop(place)
            if domain.has(place) and abs(place - root) <= abs(root) * _NEARBY:
                yield place
                point = curve.at(place)
                if point and abs(point.exact) <= curve.slack:
                    sides[place + away] = away


def _missed(curve: Curve, domain: Domain, *, passed: bool) -> Solution:
    """How near the figure comes."""
    place = nearest(curve, domain.start)
    points = dict(curve.points())
    reasons = [
        problem
        for beside in (place - 1, place + 1)
        if domain.has(beside)
        for problem in curve.why_not(beside)
    ]
    level = len({point.exact for point in points.values()}) == 1 < len(points)
    reached = curve.target + points[place].shown
    return Solution(
        None, reached, curve.value(place), passed=passed, level=level, reasons=tuple(reasons)
    )
