"""Minimum and maximum: the one factor at which bounded contributions still add up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from igs_costshare.description.values import Bound
from igs_costshare.messages import Money, say
from igs_costshare.sharing.figures import ZERO
from igs_costshare.sharing.refusal import CannotShare


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
