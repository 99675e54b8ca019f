"""Charges: what a partner pays by amount, rate or day of use, whatever the pool is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from igs_costshare.contributions import Bracket, Fixed, Mixed, Model, PerDay, Variable
from igs_costshare.network import Network
from igs_costshare.sharing.bounds import bound_of, clamp
from igs_costshare.sharing.figures import ZERO, Figures, KeyFigures, over_one_denominator
from igs_costshare.sharing.refusal import CannotShare, figure_text


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
    amounts = []
    for position, (partner, included) in enumerate(zip(network.partner, part, strict=True)):
        if not included:
            amounts.append(ZERO)
            continue
        charge = _charge(model, figures, partner, position)
        least = bound_of(model.minimum, partner) or ZERO
        amounts.append(clamp(charge, least, bound_of(model.maximum, partner)))
    return over_one_denominator(amounts)


def _charge(model: Model, figures: KeyFigures, partner: str, position: int) -> Fraction:
    match model:
        case Fixed(fixed_amount=amount) if amount is not None:
            return Fraction(amount)
        case Variable() | Mixed() if model.is_charge:
            fixed = Fraction(model.fixed_amount or 0) if isinstance(model, Mixed) else ZERO
            return fixed + sum(
                (
                    _at_rate(rate, figures[key].at(position), partner, key)
                    for key, rate in rates_of(model).items()
                ),
                ZERO,
            )
        case PerDay():
            return figures["use"].at(position)
        case _:
            raise TypeError(f"{type(model).__name__} divides a pool and is no charge")


def _at_rate(rate: Decimal | list[Bracket], figure: Fraction, partner: str, key: str) -> Fraction:
    if isinstance(rate, Decimal):
        return Fraction(rate) * figure
    return in_brackets(rate, figure, partner, key)


def in_brackets(brackets: Sequence[Bracket], figure: Fraction, partner: str, key: str) -> Fraction:
    """The price of a figure: each rate for the part in its bracket, an amount for the class.

    A class holds its upper end, and the first one holds 0.
    """
    total, below = ZERO, ZERO
    for bracket in brackets:
        top = figure if bracket.up_to is None else Fraction(bracket.up_to)
        inside = figure <= top
        if bracket.rate is not None:
            total += Fraction(bracket.rate) * (min(figure, top) - below)
        elif inside:
            total += Fraction(bracket.amount or 0)
        if inside:
            return total
        below = top
    raise CannotShare(
        f"`{partner}` has {figure_text(figure)} {key}, above the last bracket",
        ("rate", key),
        "add a bracket without `up_to` at the end",
    )
