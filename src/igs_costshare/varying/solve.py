"""At which value a figure meets its target: exact on a line, elsewhere found by halving."""

from __future__ import annotations

from fractions import Fraction

from igs_costshare.varying.crossings import crossings, nearest, step_beyond, survey
from igs_costshare.varying.curve import Curve
from igs_costshare.varying.shortest import shortest
from igs_costshare.varying.solution import Domain, Solution


def solved(curve: Curve, domain: Domain, *, stepped: bool) -> Solution | None:
    """The nearest value to the current one that meets the target; None without any statement.

    On a `stepped` grid it is the first at the target or past it, elsewhere the shortest decimal
    that meets it.
    """
    place = _beside(curve, domain) if stepped else _already(curve, domain)
    if place is not None:
        return _found(curve, place, others=False)
    survey(curve, domain.low, domain.high, domain.start)
    if not curve.points():
        return None
    met = crossings(curve, domain.start)
    for crossing in met:
        place = step_beyond(curve, crossing) if stepped else shortest(curve, crossing, domain)
        if place is not None:
            return _found(curve, place, others=len(met) > 1)
    return _missed(curve, domain, passed=bool(met))


def _already(curve: Curve, domain: Domain) -> int | None:
    """The place of the current value, where that meets the target already."""
    place = domain.start
    stands = place == domain.current
    return place if stands and curve.side(place) == 0 else None


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
