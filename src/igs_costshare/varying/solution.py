"""Where a value is looked for, and what is found."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.errors import Problem


class Domain(NamedTuple):
    """Where to look, in places of the grid."""

    low: int
    high: int
    current: Fraction | None = None
    """What stands in the file, which may lie between two places or beyond the ends."""
    side: int = 0
    """Of the current figure: -1 below the target, 1 above it."""

    @property
    def start(self) -> int:
        """The place to look from: the nearest to the current value, the low end without one."""
        current = self.low if self.current is None else round(self.current)
        return min(self.high, max(self.low, current))

    def has(self, place: int) -> bool:
        """Whether the place is one to look at."""
        return self.low <= place <= self.high


class Solution(NamedTuple):
    """The value that was looked for, or how near the figure comes to its target."""

    value: Decimal | None
    """None where no value meets the target, or on a grid passes it."""
    reached: int
    """The figure at the value, or at the nearest one, in steps of it."""
    nearest: Decimal
    """The value, or the one at which the figure comes nearest."""
    others: bool = False
    """Whether the figure meets or passes the target elsewhere too."""
    passed: bool = False
    """Whether the figure passes the target without meeting it."""
    level: bool = False
    """Whether the figure is the same wherever it was looked at."""
    reasons: tuple[Problem, ...] = ()
    """Why there is no statement right beyond the nearest value."""
