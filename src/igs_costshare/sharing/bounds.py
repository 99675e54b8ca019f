"""Bounds: the least and the most that each pays, and the one factor at which it still adds up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.description.contributions import Model
from igs_costshare.description.values import Bound
from igs_costshare.messages import Money, say
from igs_costshare.sharing.exact import ZERO
from igs_costshare.sharing.refusal import CannotShare


class Bounds(NamedTuple):
    """What the bounds of a contribution mean for one partner, exact, in euros."""

    least: Fraction | None
    """None where no minimum is stated for it."""
    most: Fraction | None
    """None where no maximum is stated for it."""

    @property
    def crossed(self) -> bool:
        """Whether no amount lies within them."""
        return self.least is not None and self.most is not None and self.least > self.most

    def clamp(self, amount: Fraction) -> Fraction:
        """The amount, kept within them; nobody pays less than 0."""
        return clamp(amount, self.least or ZERO, self.most)


def limits_of(model: Model, partner: str, pool: Fraction) -> Bounds:
    """The least and the most that a partner pays to a pool (euros), as the bounds state it."""
    return Bounds(bound_of(model.minimum, partner), bound_of(model.maximum, partner))


def bound_of(bound: Bound | None, partner: str) -> Fraction | None:
    """The bound on what a partner pays, in euros; None where there is none."""
    limit = bound.get(partner) if isinstance(bound, dict) else bound
    return None if limit is None else Fraction(limit)


def clamp(amount: Fraction, least: Fraction, most: Fraction | None) -> Fraction:
    """The amount, kept within its bounds."""
    return max(least, amount if most is None else min(amount, most))


def factor_within(
    gives: Sequence[Fraction],
    low: Sequence[Fraction],
    high: Sequence[Fraction | None],
    pool: Fraction,
    currency: str = "EUR",
) -> Fraction:
    """The λ at which Σ clamp(λ × gives, low, high) is the pool; 1 where that will do.

    The sum grows with λ along straight pieces: a partner starts to grow where it passes its
    minimum and stops at its maximum. Walk the pieces until one holds the pool.

    One factor for all is a parametric rule (H. P. Young, "On Dividing an Amount According to
    Individual Claims or Liabilities", Mathematics of Operations Research 12, 1987); the walk over
    sorted turns is that of R. Helgason, J. Kennington and H. Lall, "A polynomially bounded
    algorithm for a singly constrained quadratic program", Mathematical Programming 18, 1980.
    """
    if sum(map(clamp, gives, low, high), ZERO) == pool:
        return Fraction(1)
    total = sum(low, ZERO)
    shared = Money(pool, currency)
    if total > pool:
        raise CannotShare(
            say(
                "sharing.minimums_exceed", least=Money(total, currency), pool=Money(pool, currency)
            ),
            ("minimum",),
            say("sharing.lower_minimum"),
        )
    turns: list[tuple[Fraction, Fraction]] = []
    for gift, least, most in zip(gives, low, high, strict=True):
        if gift:
            turns.append((least / gift, gift))
            if most is not None:
                turns.append((most / gift, -gift))
    turns.sort()
    slope, reached = ZERO, ZERO
    for turn, change in turns:
        if total + slope * (turn - reached) >= pool:
            break
        total += slope * (turn - reached)
        slope, reached = slope + change, turn
    if total == pool:
        return reached
    if not slope:
        raise CannotShare(
            say("sharing.maximums_short", most=Money(total, currency), pool=shared),
            ("maximum",),
            say("sharing.raise_maximum"),
        )
    return reached + (pool - total) / slope
