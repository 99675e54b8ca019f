"""Contribution models: from key figures to exact contributions; pure, and nothing is rounded.

A *division* divides a pool: the contributions add up to it. A *charge* sets what each partner
pays, whatever the pool is (see `charges`). A new model is a class in `contributions`, with the
fields that exclude one another in `reading.alternatives`, and a case in `proportions` (for a
division) or in `charges` (for a charge).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm, prod
from typing import NamedTuple

from igs_costshare.description.contributions import (
    Agreed,
    Fixed,
    Mixed,
    Model,
    Scoped,
    Variable,
)
from igs_costshare.description.network import Network
from igs_costshare.messages import Message, Money, listed, say
from igs_costshare.sharing.bounds import bound_of, clamp, factor_within
from igs_costshare.sharing.figures import ZERO, Figures, KeyFigures, over_one_denominator, reduced
from igs_costshare.sharing.refusal import CannotShare


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


def taking_part(network: Network, *scopes: Scoped | None) -> tuple[bool, ...]:
    """Who takes part, by the first of the scopes that names anybody; otherwise everyone."""
    for scope in scopes:
        if scope is not None and scope.has_list:
            break
    else:
        return (True,) * len(network.partner)
    if scope.only is not None:
        named = set(scope.only)
        return tuple(partner in named for partner in network.partner)
    left_out = set(scope.except_ or ())
    return tuple(partner not in left_out for partner in network.partner)


def key_weights(
    key: str | Mapping[str, Decimal], figures: KeyFigures, part: Sequence[bool]
) -> tuple[int, ...]:
    """The shares of one key, or of several by their weights, as whole proportions.

    Raises `CannotShare` where a key that counts is zero for every partner that takes part.
    """
    weights = {key: Decimal(1)} if isinstance(key, str) else key
    whole = sum((Fraction(weight) for weight in weights.values()), ZERO)
    shares = []
    for name, weight in weights.items():
        own = _masked(figures[name].numerators, part)
        if not any(own):
            raise CannotShare(
                say("sharing.key_zero", key=name),
                ("key",) if isinstance(key, str) else ("key", name),
                say("sharing.give_figures"),
            )
        shares.append((Fraction(weight) / whole, own))
    return combined(shares)


def _masked(numbers: Sequence[int], part: Sequence[bool]) -> tuple[int, ...]:
    return tuple(number if included else 0 for number, included in zip(numbers, part, strict=True))


def combined(shares: Sequence[tuple[Fraction, Sequence[int]]]) -> tuple[int, ...]:
    """Weighted sum of proportions, each of which counts as a whole; in whole numbers.

    >>> combined([(Fraction(1, 2), [1, 1]), (Fraction(1, 2), [3, 1])])
    (5, 3)
    """
    if len(shares) == 1:
        return reduced(shares[0][1])
    common = lcm(*(weight.denominator for weight, _ in shares))
    totals = [sum(own) for _, own in shares]
    everything = prod(totals)
    factors = [
        int(weight * common) * (everything // total)
        for (weight, _), total in zip(shares, totals, strict=True)
    ]
    columns = zip(*(own for _, own in shares), strict=True)
    return reduced(
        [sum(f * each for f, each in zip(factors, column, strict=True)) for column in columns]
    )


def proportions(
    model: Model, network: Network, figures: KeyFigures, part: Sequence[bool]
) -> tuple[int, ...]:
    """The model's own proportions, without its amounts and bounds; 0 for who takes no part."""
    everyone = tuple(int(included) for included in part)
    match model:
        case Fixed():
            return everyone
        case Variable(key=key) if key is not None:
            return key_weights(key, figures, part)
        case Mixed(key=key, fixed_share=None) if key is not None:
            return key_weights(key, figures, part)
        case Mixed(key=key, fixed_share=share) if key is not None and share is not None:
            by_key = key_weights(key, figures, part)
            equally = Fraction(share)
            return combined([(equally, everyone), (1 - equally, by_key)])
        case Agreed(shares=shares):
            for id, included in zip(network.partner, part, strict=True):
                if included and id not in shares:
                    raise CannotShare(say("sharing.agreed_missing", partner=id))
            percentages = over_one_denominator([shares.get(id, ZERO) for id in network.partner])
            own = _masked(percentages.numerators, part)
            if not any(own):
                raise CannotShare(say("sharing.agreed_zero"))
            return reduced(own)
        case _:
            raise TypeError(f"{type(model).__name__} is a charge and has no proportions")


def divided(
    model: Model, network: Network, figures: KeyFigures, part: Sequence[bool], pool: Fraction
) -> Contributions:
    """The contributions to a pool (euros): they add up to it.

    Raises `CannotShare` where amounts or bounds leave no way to do so. A pool of 0 or less is
    shared in the model's own proportions.
    """
    fixed_amount = model.fixed_amount if isinstance(model, Mixed) else None
    if pool <= 0 and (fixed_amount is not None or model.has_bounds):
        raise CannotShare(
            say("sharing.nothing_to_share"), hint=_without_amounts(model, fixed_amount)
        )
    own = proportions(model, network, figures, part)
    if fixed_amount is None:
        above, below = pool.as_integer_ratio()
        given = Figures(tuple(above * weight for weight in own), below * sum(own))
    else:
        given = _after_fixed_amounts(Fraction(fixed_amount), own, part, pool, network.currency)
    if model.has_bounds:
        return _bounded(model, network, given, part, pool)
    return Contributions(given, own if fixed_amount is None else reduced(given.numerators))


def _without_amounts(model: Model, fixed_amount: Decimal | None) -> Message:
    """What to change so that the model can divide any pool."""
    bounds = [f"`{name}`" for name in ("minimum", "maximum") if getattr(model, name) is not None]
    if fixed_amount is None:
        return say("sharing.leave_bounds_out", bounds=listed(bounds))
    if not bounds:
        return say("sharing.take_fixed_share")
    return say("sharing.leave_bounds_and_amount_out", bounds=listed(bounds))


def _after_fixed_amounts(
    fixed: Fraction, own: Sequence[int], part: Sequence[bool], pool: Fraction, currency: str
) -> Figures:
    """The fixed amount for each, and the rest of the pool in proportion."""
    members = sum(part)
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
    common = lcm(fixed.denominator, rest.denominator * total)
    base = fixed.numerator * (common // fixed.denominator)
    each = rest.numerator * (common // (rest.denominator * total))
    return Figures(
        tuple(base * included + each * weight for included, weight in zip(part, own, strict=True)),
        common,
    )


def _to_the_cent(most: Fraction) -> Fraction:
    """The largest amount in cents that is no more, as somebody would write it in the file."""
    return Fraction(int(100 * most), 100)


def _bounded(
    model: Model, network: Network, given: Figures, part: Sequence[bool], pool: Fraction
) -> Contributions:
    members = [position for position, included in enumerate(part) if included]
    ids = list(network.partner)
    low = [bound_of(model.minimum, ids[each]) or ZERO for each in members]
    high = [bound_of(model.maximum, ids[each]) for each in members]
    gives = [given.at(each) for each in members]
    factor = factor_within(gives, low, high, pool, network.currency)
    amounts, held = [ZERO] * len(part), [0] * len(part)
    for position, gift, least, most in zip(members, gives, low, high, strict=True):
        amounts[position] = clamp(factor * gift, least, most)
        held[position] = (amounts[position] < factor * gift) - (amounts[position] > factor * gift)
    exact = over_one_denominator(amounts)
    return Contributions(exact, reduced(exact.numerators), factor, tuple(held), given)
