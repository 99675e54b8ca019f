"""Bounds: the least and the most that each pays, and the one factor at which it still adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.description.contributions import BOUNDS, LEAST, MOST, Model
from igs_costshare.description.tables import Bound, PartBound
from igs_costshare.errors import Path
from igs_costshare.messages import Money, say
from igs_costshare.sharing.exact import ZERO
from igs_costshare.sharing.refusal import CannotShare


class Bounds(NamedTuple):
    """What the bounds of a contribution mean for one partner, exact, in euros."""

    least: Fraction | None
    """None where no minimum is stated for it."""
    most: Fraction | None
    """None where no maximum is stated for it."""
    fields: tuple[str, ...] = ()
    """The fields that state them."""

    @property
    def crossed(self) -> bool:
        """Whether no amount lies within them."""
        return self.least is not None and self.most is not None and self.least > self.most

    def clamp(self, amount: Fraction) -> Fraction:
        """The amount, kept within them; nobody pays less than 0."""
        return clamp(amount, self.least or ZERO, self.most)


class Stated(NamedTuple):
    """A bound on what a partner pays, as a field states it."""

    field: Path
    """Below the contribution: the field, with the partner where it is a table."""
    euros: Fraction
    part: Fraction | None
    """The part of the pool that it is; None for an amount."""


def limits_of(model: Model, partner: str, pool: Fraction, currency: str = "EUR") -> Bounds:
    """The least and the most that a partner pays to a pool (euros); the tighter bound holds.

    Of a pool of 0 or less every part is 0. Raises `CannotShare` where no amount lies within.
    """
    least, most = least_of(model, partner, pool), most_of(model, partner, pool)
    fields = tuple(str(each.field[0]) for each in (least, most) if each is not None)
    limits = Bounds(least and least.euros, most and most.euros, fields)
    if least is not None and most is not None and limits.crossed:
        message = say(
            "sharing.bounds_crossed",
            partner=partner,
            least=Money(least.euros, currency),
            most=Money(most.euros, currency),
        )
        raise CannotShare(message, least.field, say("sharing.uncross_bounds"))
    return limits


def least_of(model: Model, partner: str, pool: Fraction) -> Stated | None:
    """The tighter of the minimums of a partner; None where it has none."""
    stated = _stated(model, LEAST, partner, pool)
    return max(stated, key=lambda each: each.euros, default=None)


def most_of(model: Model, partner: str, pool: Fraction) -> Stated | None:
    """The tighter of the maximums of a partner; None where it has none."""
    stated = _stated(model, MOST, partner, pool)
    return min(stated, key=lambda each: each.euros, default=None)


def _stated(
    model: Model, fields: tuple[str, str], partner: str, pool: Fraction
) -> Iterator[Stated]:
    """The bounds of one kind that a partner has: the amount, then the part of the pool."""
    for field in fields:
        bound = getattr(model, field)
        number = bound_of(bound, partner)
        if number is None:
            continue
        path = (field, partner) if isinstance(bound, dict) else (field,)
        if field == fields[0]:
            yield Stated(path, number, None)
        else:
            yield Stated(path, number * max(pool, ZERO), number)


def bound_of(bound: Bound | PartBound | None, partner: str) -> Fraction | None:
    """The bound on what a partner pays, as it is stated; None where there is none."""
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
    fields: Sequence[str] = BOUNDS,
) -> Fraction:
    """The λ at which Σ clamp(λ × gives, low, high) is the pool; 1 where that will do.

    The sum grows with λ along straight pieces: a partner starts to grow where it passes its
    minimum and stops at its maximum. Walk the pieces until one holds the pool. `fields` are those
    that hold, for who must change one.

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
            _field(LEAST, fields),
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
            _field(MOST, fields),
            say("sharing.raise_maximum"),
        )
    return reached + (pool - total) / slope


def _field(kind: Sequence[str], stated: Sequence[str]) -> tuple[str]:
    """The first field with a bound of that kind."""
    return (next(name for name in kind if name in stated),)
