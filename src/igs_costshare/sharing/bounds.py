"""Bounds: the least and the most that each pays, and the one factor at which it still adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple, assert_never

from igs_costshare.description.bounds import LEAST, MOST, BoundKind, Measure
from igs_costshare.description.contributions import Model
from igs_costshare.description.network import Network
from igs_costshare.description.tables import Bound, PartBound
from igs_costshare.errors import Path
from igs_costshare.messages import Money, Percent, say
from igs_costshare.sharing.exact import ZERO
from igs_costshare.sharing.presence import ONE
from igs_costshare.sharing.refusal import CannotShare


class Stated(NamedTuple):
    """A bound on what a partner pays, as a field states it."""

    kind: BoundKind
    path: Path
    """Below the contribution: the field, with the partner where it is a table."""
    number: Fraction
    """In the measure of the field."""
    whole: Fraction
    """Euros for a whole year."""
    euros: Fraction
    """Of the part of the year that the partner is there."""


class Limits(NamedTuple):
    """The bounds that hold for one partner: of several on a side the tighter; None without any."""

    least: Stated | None
    most: Stated | None

    @property
    def low(self) -> Fraction:
        """The least that it pays, in euros; nobody pays less than 0."""
        return ZERO if self.least is None else self.least.euros

    @property
    def high(self) -> Fraction | None:
        """The most that it pays, in euros; None where no maximum is stated for it."""
        return None if self.most is None else self.most.euros

    def clamp(self, amount: Fraction) -> Fraction:
        """The amount, kept within them."""
        return max(self.low, amount if self.high is None else min(amount, self.high))


def limits_of(
    model: Model, network: Network, partner: str, pool: Fraction, present: Fraction = ONE
) -> Limits:
    """The least and the most that a partner pays to a pool (euros).

    Who is there for a part of the year only (`present`) has that part of its bounds.

    Of a pool of 0 or less every part is 0. Raises `CannotShare` where no amount lies within.
    """
    asked = _Asked(model, partner, pool, present)
    least = max(_stated(asked, LEAST), key=_in_euros, default=None)
    most = min(_stated(asked, MOST), key=_in_euros, default=None)
    if least is not None and most is not None and least.euros > most.euros:
        low, high = (Money(each.euros, network.currency) for each in (least, most))
        message = say("sharing.bounds_crossed", partner=partner, least=low, most=high)
        raise CannotShare(message, least.path, say("sharing.uncross_bounds"))
    return Limits(least, most)


class _Asked(NamedTuple):
    """Whose bounds, and what they are a part of."""

    model: Model
    partner: str
    pool: Fraction
    present: Fraction


def _stated(asked: _Asked, kinds: Sequence[BoundKind]) -> Iterator[Stated]:
    """The bounds of one side that a partner has."""
    for kind in kinds:
        bound = asked.model.stated(kind)
        number = bound_of(bound, asked.partner)
        if number is None:
            continue
        euros = _euros(kind.measure, number, asked)
        if euros is not None:
            path = (kind.field, asked.partner) if isinstance(bound, dict) else (kind.field,)
            yield Stated(kind, path, number, euros, asked.present * euros)


def _in_euros(bound: Stated) -> Fraction:
    return bound.euros


def _euros(measure: Measure, number: Fraction, asked: _Asked) -> Fraction | None:
    """What a bound comes to for a whole year; None where there is nothing that it goes by."""
    match measure:
        case Measure.EUROS:
            return number
        case Measure.PART:
            return number * max(asked.pool, ZERO)
        case Measure.RISE:
            before = asked.model.before(asked.partner)
            return None if before is None else before * (1 + number)
        case _:
            assert_never(measure)


def bound_of(bound: Bound | PartBound | None, partner: str) -> Fraction | None:
    """The bound on what a partner pays, as it is stated; None where there is none."""
    limit = bound.get(partner) if isinstance(bound, dict) else bound
    return None if limit is None else Fraction(limit)


def factor_within(
    gives: Sequence[Fraction], limits: Sequence[Limits], pool: Fraction, currency: str = "EUR"
) -> Fraction:
    """The λ at which Σ clamp(λ × gives) is the pool; 1 where that will do.

    The sum grows with λ along straight pieces: a partner starts to grow where it passes its
    minimum and stops at its maximum. Walk the pieces until one holds the pool.

    One factor for all is a parametric rule (H. P. Young, "On Dividing an Amount According to
    Individual Claims or Liabilities", Mathematics of Operations Research 12, 1987); the walk over
    sorted turns is that of R. Helgason, J. Kennington and H. Lall, "A polynomially bounded
    algorithm for a singly constrained quadratic program", Mathematical Programming 18, 1980.
    """
    if sum(map(Limits.clamp, limits, gives), ZERO) == pool:
        return Fraction(1)
    total = sum((each.low for each in limits), ZERO)
    shared = Money(pool, currency)
    if total > pool:
        raise CannotShare(
            say("sharing.minimums_exceed", least=Money(total, currency), pool=shared),
            _field(LEAST, limits),
            say("sharing.lower_minimum"),
        )
    turns: list[tuple[Fraction, Fraction]] = []
    for gift, bounds in zip(gives, limits, strict=True):
        if gift:
            turns.append((bounds.low / gift, gift))
            if bounds.high is not None:
                turns.append((bounds.high / gift, -gift))
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
        raise _short(limits, total, pool, currency)
    return reached + (pool - total) / slope


def _short(limits: Sequence[Limits], total: Fraction, pool: Fraction, currency: str) -> CannotShare:
    """That maxima leave a part of the pool unpaid; of caps on the rise, how much."""
    most, shared = Money(total, currency), Money(pool, currency)
    capped = (each.most for each in limits if each.most is not None)
    rise = next((each for each in capped if each.kind.measure is Measure.RISE), None)
    if rise is None:
        message = say("sharing.maximums_short", most=most, pool=shared)
        return CannotShare(message, _field(MOST, limits), say("sharing.raise_maximum"))
    message = say(
        "sharing.rises_short",
        rise=Percent(rise.number),
        most=most,
        short=Money(pool - total, currency),
        pool=shared,
    )
    return CannotShare(message, rise.path, say("sharing.raise_rise"))


def _field(side: Sequence[BoundKind], limits: Sequence[Limits]) -> tuple[str]:
    """The first field of that side with a bound that holds, for who must change one."""
    held = {each.kind for bounds in limits for each in bounds if each is not None}
    return (next(kind.field for kind in side if kind in held),)
