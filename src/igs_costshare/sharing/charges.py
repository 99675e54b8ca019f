"""Charges: what a partner pays by amount, rate or day of use, whatever the pool is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from igs_costshare.description.contributions import Bracket, Fixed, Mixed, Model, PerDay, Variable
from igs_costshare.description.network import Network
from igs_costshare.messages import say
from igs_costshare.sharing.bounds import bound_of, clamp
from igs_costshare.sharing.figures import ZERO, Figures, KeyFigures, over_one_denominator
from igs_costshare.sharing.refusal import CannotShare


def rates_of(model: Model) -> Mapping[str, Decimal | list[Bracket]]:
    """The rates of a model, by key; none where it has no rates."""
    rates = model.rate if isinstance(model, Variable | Mixed) else None
    return rates or {}


def keys_of(model: Model) -> tuple[str, ...]:
    """The keys that a model goes by."""
    key = model.key if isinstance(model, Variable | Mixed) else None
    return (key,) if isinstance(key, str) else tuple(key or rates_of(model))


def charges(model: Model, network: Network, figures: KeyFigures, part: Sequence[bool]) -> Figures:
    """What a charge makes each partner pay, exact, in euros; 0 for who takes no part."""
    members = list(zip(network.partner, part, strict=True))
    unbounded = _unbounded(model, figures, members)
    if not model.has_bounds:
        return unbounded
    return over_one_denominator(
        [
            clamp(
                unbounded.at(position),
                bound_of(model.minimum, partner) or ZERO,
                bound_of(model.maximum, partner),
            )
            if included
            else ZERO
            for position, (partner, included) in enumerate(members)
        ]
    )


_Members = Sequence[tuple[str, bool]]
"""Every partner, and whether it takes part."""


def _unbounded(model: Model, figures: KeyFigures, members: _Members) -> Figures:
    """What the amount, the rates or the days come to, whatever the bounds are."""
    match model:
        case Fixed(fixed_amount=amount) if amount is not None:
            return _times(amount, figures["partners"], members)
        case Variable() | Mixed() if model.is_charge:
            fixed = model.fixed_amount if isinstance(model, Mixed) else None
            rates = [
                _at_rate(rate, figures[key], members, key) for key, rate in rates_of(model).items()
            ]
            return _summed([_times(fixed or Decimal(0), figures["partners"], members), *rates])
        case PerDay():
            return _times(Decimal(1), figures["use"], members)
        case _:
            raise TypeError(f"{type(model).__name__} divides a pool and is no charge")


def _at_rate(
    rate: Decimal | list[Bracket], figures: Figures, members: _Members, key: str
) -> Figures:
    if isinstance(rate, Decimal):
        return _times(rate, figures, members)
    return over_one_denominator(
        [
            in_brackets(rate, figures.at(position), partner, key) if included else ZERO
            for position, (partner, included) in enumerate(members)
        ]
    )


def _times(price: Decimal, figures: Figures, members: _Members) -> Figures:
    """The price times the figure of each that takes part."""
    above, below = price.as_integer_ratio()
    return Figures(
        tuple(
            above * number if included else 0
            for number, (_, included) in zip(figures.numerators, members, strict=True)
        ),
        below * figures.denominator,
    )


def _summed(parts: Sequence[Figures]) -> Figures:
    """The figures of each partner together."""
    common = lcm(*(each.denominator for each in parts))
    scaled = (
        [number * (common // each.denominator) for number in each.numerators] for each in parts
    )
    return Figures(tuple(map(sum, zip(*scaled, strict=True))), common)


def in_brackets(brackets: Sequence[Bracket], figure: Fraction, partner: str, key: str) -> Fraction:
    """The price of a figure: each rate for the part in its bracket, an amount for the class."""
    return sum((due.amount for due in _dues_in(brackets, figure, partner, key)), ZERO)


class Due(NamedTuple):
    """One part of a charge: a price for so many, exact, in euros."""

    price: Fraction
    quantity: Fraction = Fraction(1)
    key: str = ""
    """What is counted; empty for a fixed amount."""
    step: int = 0
    """The place of the bracket or class, where the rate has any."""

    @property
    def amount(self) -> Fraction:
        """Euros."""
        return self.price * self.quantity


def dues(model: Model, figures: KeyFigures, partner: str, position: int) -> Iterator[Due]:
    """The parts of what a charge makes a partner pay before bounds, for those who ask how.

    Raises `CannotShare` for a figure above the last bracket.
    """
    fixed = model.fixed_amount if isinstance(model, Fixed | Mixed) else None
    if fixed is not None:
        yield Due(Fraction(fixed))
    if isinstance(model, PerDay):
        yield Due(Fraction(1), figures["use"].at(position), "use")
    for key, rate in rates_of(model).items():
        figure = figures[key].at(position)
        if isinstance(rate, Decimal):
            yield Due(Fraction(rate), figure, key)
        else:
            yield from _dues_in(rate, figure, partner, key)


def _dues_in(
    brackets: Sequence[Bracket], figure: Fraction, partner: str, key: str
) -> Iterator[Due]:
    """The parts of a figure by bracket. A class holds its upper end, and the first one holds 0."""
    below = ZERO
    for step, bracket in enumerate(brackets):
        top = figure if bracket.up_to is None else Fraction(bracket.up_to)
        inside = figure <= top
        if bracket.rate is not None:
            yield Due(Fraction(bracket.rate), min(figure, top) - below, key, step)
        elif inside:
            yield Due(Fraction(bracket.amount or 0), key=key, step=step)
        if inside:
            return
        below = top
    raise CannotShare(
        say("sharing.above_brackets", partner=partner, figure=figure, key=key),
        ("rate", key),
        say("sharing.add_open_bracket"),
    )
