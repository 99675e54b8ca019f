"""The kinds of bound on what each pays: in euros, as a part of the pool, or as a rise.

Whoever bounds what each pays, or tells it, goes by `BOUNDS`. A new measure is a member of
`Measure`, its two fields in `contributions.Model` and its rows here; `mypy` names the places that
have to learn it.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from typing import Literal, NamedTuple, assert_never

from igs_costshare.messages import Message, Money, Percent, say

Side = Literal["least", "most"]


class Measure(Enum):
    """In what a bound is stated; `sharing.bounds` says what that comes to in euros."""

    EUROS = auto()
    PART = auto()
    """Of the pool, 0 to 1."""
    RISE = auto()
    """Of what the partner paid the year before, on top of that."""


class BoundKind(NamedTuple):
    """A kind of bound: the field that states it, of what side it is, and in what."""

    field: str
    side: Side
    measure: Measure

    def figure(self, bound: Fraction | Decimal, currency: str) -> Money | Percent:
        """What is stated, in its own notation."""
        match self.measure:
            case Measure.EUROS:
                return Money(bound, currency)
            case Measure.PART | Measure.RISE:
                return Percent(bound)
            case _:
                assert_never(self.measure)

    def phrase(self, bound: Fraction | Decimal, currency: str) -> Money | Message:
        """What is stated, where it has to say itself of what it is a part."""
        match self.measure:
            case Measure.EUROS:
                return Money(bound, currency)
            case Measure.PART:
                return say("value.part_of_whole", part=Percent(bound))
            case Measure.RISE:
                return say("value.above_previous", part=Percent(bound))
            case _:
                assert_never(self.measure)


BOUNDS = (
    BoundKind("minimum", "least", Measure.EUROS),
    BoundKind("maximum", "most", Measure.EUROS),
    BoundKind("minimum_share", "least", Measure.PART),
    BoundKind("maximum_share", "most", Measure.PART),
    BoundKind("max_rise", "most", Measure.RISE),
)
"""Every kind there is."""
LEAST, MOST = (tuple(each for each in BOUNDS if each.side == side) for side in ("least", "most"))
"""Those of each side, in the same order of measures."""
SAME_MEASURE = tuple((low, high) for low in LEAST for high in MOST if low.measure is high.measure)
"""The minimum and the maximum that are stated in the same measure."""
