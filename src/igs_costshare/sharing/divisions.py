"""Divisions: exact contributions that add up to what is divided; nothing is rounded."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import compress
from math import lcm
from typing import NamedTuple, assert_never

from igs_costshare.description.contributions import Model
from igs_costshare.description.network import Network
from igs_costshare.messages import Message, Money, listed, say
from igs_costshare.sharing.bounds import factor_within, limits_of
from igs_costshare.sharing.exact import (
    ZERO,
    Figures,
    combined,
    masked,
    over_one_denominator,
    reduced,
)
from igs_costshare.sharing.keys import KeyFigures, key_weights
from igs_costshare.sharing.presence import cut
from igs_costshare.sharing.refusal import CannotShare
from igs_costshare.sharing.rule import PARTNERS, Division, InTurns, Keys, Percentages


class Contributions(NamedTuple):
    """What each partner pays, exact, and in which proportion pooled lines follow from it."""

    exact: Figures
    """Euros, in the order of the partners; 0 for those that do not take part."""
    weights: tuple[int, ...]
    """The same proportions in whole numbers."""
    factor: Fraction = Fraction(1)
    """The λ by which bounds scale what the model gives the partners that no bound holds."""
    held: tuple[int, ...] = ()
    """-1 where the minimum holds a partner, 1 where the maximum does; empty without bounds."""
    given: Figures | None = None
    """What the model gives each, in euros, before bounds; None where nothing bounds it."""


def proportions(
    division: Division, network: Network, figures: KeyFigures, part: Sequence[bool]
) -> tuple[int, ...]:
    """The division's own proportions, without its amounts and bounds; 0 for who takes no part."""
    rest = _rest(division, network, figures, part)
    if division.part_equally is None:
        return rest
    everyone = masked(figures.cut(PARTNERS).numerators, part)
    equally = division.part_equally
    return combined([(equally, everyone), (1 - equally, rest)])


def _rest(
    division: Division, network: Network, figures: KeyFigures, part: Sequence[bool]
) -> tuple[int, ...]:
    """The proportions of what comes after an amount each, or a part in equal shares."""
    match division.rest:
        case Keys() as keys:
            return key_weights(keys, figures, part)
        case Percentages() as percentages:
            return _agreed(percentages, figures, part)
        case InTurns() as turns:
            bearer = bearer_of(turns, network, part)
            return tuple(int(id == bearer) for id in network.partner)
        case _:
            assert_never(division.rest)


def bearer_of(turns: InTurns, network: Network, part: Sequence[bool]) -> str:
    """Who bears all of what is divided by turns."""
    bearer = turns.bearer(network.year, set(compress(network.partner, part)))
    if bearer is not None:
        return bearer
    if network.year is None:
        without_year = say("sharing.turns_without_year")
        raise CannotShare(without_year, ("order",), say("sharing.add_year"))
    of_nobody = say("sharing.turn_of_nobody")
    raise CannotShare(of_nobody, ("order",), say("sharing.add_to_order"))


def _agreed(percentages: Percentages, figures: KeyFigures, part: Sequence[bool]) -> tuple[int, ...]:
    partners = figures.network.partner
    for id, included in zip(partners, part, strict=True):
        if included and id not in percentages.of:
            raise CannotShare(say("sharing.agreed_missing", partner=id))
    stated = over_one_denominator([percentages.of.get(id, ZERO) for id in partners])
    own = masked(stated.numerators, part)
    if not any(own):
        raise CannotShare(say("sharing.agreed_zero"))
    if figures.presence is not None:
        own, _ = cut(own, figures.presence)
    return reduced(own)


def divided(
    division: Division,
    model: Model,
    network: Network,
    figures: KeyFigures,
    part: Sequence[bool],
    pool: Fraction,
) -> Contributions:
    """The contributions to a pool (euros), within the bounds of the model: they add up to it.

    Raises `CannotShare` where amounts or bounds leave no way to do so. A pool of 0 or less is
    shared in the division's own proportions.
    """
    amount = division.amount_each
    if pool <= 0 and (amount is not None or model.has_bounds):
        raise CannotShare(say("sharing.nothing_to_share"), hint=_without_amounts(division, model))
    own = proportions(division, network, figures, part)
    if amount is None:
        above, below = pool.as_integer_ratio()
        given = Figures(tuple(above * weight for weight in own), below * sum(own))
    else:
        given = _after_amounts(amount, own, figures, part, pool)
    if model.has_bounds:
        return _bounded(model, figures, given, part, pool)
    return Contributions(given, own if amount is None else reduced(given.numerators))


def _without_amounts(division: Division, model: Model) -> Message:
    """What to change so that the model can divide any pool."""
    bounds = listed(f"`{name}`" for name in model.bounds)
    if division.amount_each is None:
        return say("sharing.leave_bounds_out", bounds=bounds)
    if not model.bounds:
        return say("sharing.take_fixed_share")
    return say("sharing.leave_bounds_and_amount_out", bounds=bounds)


def _after_amounts(
    fixed: Fraction, own: Sequence[int], figures: KeyFigures, part: Sequence[bool], pool: Fraction
) -> Figures:
    """The fixed amount for each, and the rest of the pool in proportion.

    Who is there for a part of the year pays that part of the amount.
    """
    currency = figures.network.currency
    counted = figures.cut(PARTNERS)
    whole = masked(counted.numerators, part)
    members = Fraction(sum(whole), counted.denominator)
    rest = pool - fixed * members
    if rest < 0:
        raise CannotShare(
            say(
                "sharing.fixed_amounts_exceed",
                members=members,
                fixed=Money(fixed * members, currency),
                pool=Money(pool, currency),
            ),
            ("fixed_amount",),
            say("sharing.fixed_amount_at_most", most=Money(_to_the_cent(pool / members), currency)),
        )
    total = sum(own)
    below = fixed.denominator * counted.denominator
    common = lcm(below, rest.denominator * total)
    base = fixed.numerator * (common // below)
    each = rest.numerator * (common // (rest.denominator * total))
    return Figures(
        tuple(base * count + each * weight for count, weight in zip(whole, own, strict=True)),
        common,
    )


def _to_the_cent(most: Fraction) -> Fraction:
    """The largest amount in cents that is no more, as somebody would write it in the file."""
    return Fraction(int(100 * most), 100)


def _bounded(
    model: Model, figures: KeyFigures, given: Figures, part: Sequence[bool], pool: Fraction
) -> Contributions:
    network = figures.network
    ids = list(network.partner)
    members = [position for position, included in enumerate(part) if included]
    limits = [limits_of(model, network, ids[each], pool, figures.present(each)) for each in members]
    gives = [given.at(each) for each in members]
    factor = factor_within(gives, limits, pool, network.currency)
    amounts, held = [ZERO] * len(part), [0] * len(part)
    for position, gift, bounds in zip(members, gives, limits, strict=True):
        amounts[position] = bounds.clamp(factor * gift)
        held[position] = (amounts[position] < factor * gift) - (amounts[position] > factor * gift)
    exact = over_one_denominator(amounts)
    return Contributions(exact, reduced(exact.numerators), factor, tuple(held), given)
