"""The groups that pay more than they would by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from heapq import nsmallest
from typing import NamedTuple

from igs_costshare.fairness.families import Family
from igs_costshare.money import Half, rounded

MOST_GAINING = 100
"""Groups that are named of many partners; up to `MOST_PLAYERS` all are."""


class Together(NamedTuple):
    """A group that pays more than it would by itself."""

    players: tuple[int, ...]
    gain: int
    """In units of rounding."""


class Gaining(NamedTuple):
    """The groups, the largest gain first, then the fewest members, then file order."""

    groups: tuple[Together, ...]
    number: int
    """How many there are, those that are not named among them."""


class _Found(NamedTuple):
    """A group by its place in a family, so that its members are looked up for a few only."""

    loss: int
    """The gain, below 0."""
    size: int
    family: Family
    place: int


def gaining(
    families: Sequence[tuple[Family, Sequence[int]]],
    bills: tuple[int, ...],
    scale: Fraction,
    half: Half,
    most: int | None,
) -> Gaining:
    """The groups of two and more, never all, whose gain rounds to a unit at least.

    With each family goes what its groups pay; `scale` makes a unit of rounding of that.
    """
    found = [each for family, costs in families for each in _in(family, costs, bills, scale, half)]
    number = len(found)
    if most is not None and number > most:
        last = nsmallest(most, (each[:2] for each in found))[-1]
        found = [each for each in found if each[:2] <= last]
    groups = [Together(family.members(place), -loss) for loss, _, family, place in found]
    groups.sort(key=lambda each: (-each.gain, len(each.players), each.players))
    return Gaining(tuple(groups[:most]), number)


def _in(
    family: Family, costs: Sequence[int], bills: tuple[int, ...], scale: Fraction, half: Half
) -> Iterator[_Found]:
    above, under = scale.as_integer_ratio()
    everybody = len(bills)
    for place, (bill, cost) in enumerate(zip(family.sums(bills), costs, strict=True)):
        size = family.size(place)
        if bill * above > cost * under and 1 < size < everybody:
            gain = rounded(bill * above - cost * under, above, half)
            if gain > 0:
                yield _Found(-gain, size, family, place)
