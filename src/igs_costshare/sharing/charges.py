"""Charges: what a partner pays by amount, rate or day of use, whatever the pool is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, assert_never

from igs_costshare.description.contributions import (
    Agreed,
    Bracket,
    Contribution,
    Fixed,
    Mixed,
    Model,
    PerDay,
    Turns,
    Variable,
)
from igs_costshare.messages import say
from igs_costshare.sharing.bounds import limits_of
from igs_costshare.sharing.exact import (
    ZERO,
    Figures,
    over_one_denominator,
    summed,
    times,
    total_of,
)
from igs_costshare.sharing.keys import NEVER_CUT, KeyFigures
from igs_costshare.sharing.presence import ONE
from igs_costshare.sharing.refusal import CannotShare
from igs_costshare.sharing.rule import PARTNERS, Charge, Rate, charge_of


def rates_of(model: Contribution) -> Mapping[str, Decimal | list[Bracket]]:
    """The rates that a model states, by key; none where it has no rates."""
    match model:
        case Variable(rate=rates) | Mixed(rate=rates):
            return rates or {}
        case Fixed() | PerDay() | Agreed() | Turns():
            return {}
        case _:
            assert_never(model)


def states_key(model: Contribution) -> bool:
    """Whether a model names the key that it divides by."""
    match model:
        case Variable(key=key) | Mixed(key=key):
            return key is not None
        case Fixed() | PerDay() | Agreed() | Turns():
            return False
        case _:
            assert_never(model)


def charged(
    charge: Charge, model: Model, figures: KeyFigures, part: Sequence[bool], pool: Fraction
) -> Figures:
    """What a charge makes each pay within the bounds of the model; 0 for who takes no part.

    Exact, in euros. The pool is what bounds that are a part of it go by.
    """
    unbounded = _unbounded(charge, figures, part)
    if not model.has_bounds:
        return unbounded
    network = figures.network
    members = enumerate(zip(network.partner, part, strict=True))
    return over_one_denominator(
        [
            limits_of(model, network, partner, pool, figures.present(position)).clamp(
                unbounded.at(position)
            )
            if included
            else ZERO
            for position, (partner, included) in members
        ]
    )


def _unbounded(charge: Charge, figures: KeyFigures, part: Sequence[bool]) -> Figures:
    """What the amount and the rates come to, whatever the bounds are.

    Of a whole year, of which who is there for a part of it pays that part; by days of use it
    pays what it used.
    """
    amounts = [times(charge.amount_each or ZERO, figures.cut(PARTNERS), part)]
    return summed([*amounts, *(_at_rate(rate, figures, part) for rate in charge.rates)])


def _at_rate(rate: Rate, figures: KeyFigures, part: Sequence[bool]) -> Figures:
    if rate.price is not None:
        return times(rate.price, figures.cut(rate.key), part)
    counted, uncut = figures[rate.key], rate.key in NEVER_CUT
    members = enumerate(zip(figures.network.partner, part, strict=True))
    return over_one_denominator(
        [
            (ONE if uncut else figures.present(position))
            * total_of(due.amount for due in _dues_in(rate, counted.at(position), partner))
            if included
            else ZERO
            for position, (partner, included) in members
        ]
    )


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


def dues(model: Contribution, figures: KeyFigures, partner: str, position: int) -> Iterator[Due]:
    """The parts of what a charge makes a partner pay before bounds, for those who ask how.

    Raises `CannotShare` for a figure above the last bracket.
    """
    charge = charge_of(model)
    if charge.amount_each is not None:
        yield Due(charge.amount_each)
    for rate in charge.rates:
        figure = figures[rate.key].at(position)
        if rate.price is not None:
            yield Due(rate.price, figure, rate.key)
        else:
            yield from _dues_in(rate, figure, partner)


def _dues_in(rate: Rate, figure: Fraction, partner: str) -> Iterator[Due]:
    """The parts of a figure by bracket. A class holds its upper end, and the first one holds 0."""
    below = ZERO
    for place, step in enumerate(rate.steps):
        top = figure if step.up_to is None else step.up_to
        inside = figure <= top
        if step.price is not None:
            yield Due(step.price, min(figure, top) - below, rate.key, place)
        elif inside:
            yield Due(step.amount or ZERO, key=rate.key, step=place)
        if inside:
            return
        below = top
    raise CannotShare(
        say("sharing.above_brackets", partner=partner, figure=figure, key=rate.key),
        ("rate", rate.key),
        say("sharing.add_open_bracket"),
    )
