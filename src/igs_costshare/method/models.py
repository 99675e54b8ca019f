"""How a contribution shares: by what a division divides, what a charge makes each pay.

Both are told of the normal form (`sharing.rule`), so that a new model needs no words here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import compress
from typing import assert_never

from igs_costshare.description.bounds import LEAST, MOST, BoundKind
from igs_costshare.description.contributions import Contribution, Model
from igs_costshare.description.values import PERCENT
from igs_costshare.messages import Percent
from igs_costshare.method.teller import Teller, joined
from igs_costshare.sharing.bounds import bound_of
from igs_costshare.sharing.divisions import bearer_of
from igs_costshare.sharing.rule import (
    DAYS_OF_USE,
    Charge,
    Division,
    InTurns,
    Keys,
    Percentages,
    Rate,
    Rest,
    rule_of,
)

_PERCENT_DECIMALS = 2
"""Of the parts that keys and percentages count for."""


def how(teller: Teller, model: Contribution, part: Sequence[bool]) -> str:
    """How a contribution comes about, with its bounds, but not their amounts."""
    match rule_of(model):
        case Division() as division:
            phrase = divided_by(teller, division, part)
        case Charge() as charge:
            phrase = _pays(teller, charge, part)
        case _ as never:
            assert_never(never)
    if bounds(teller, model, part):
        return teller.say("method.within_bounds", how=phrase)
    return phrase


def divided_by(
    teller: Teller, division: Division, part: Sequence[bool], *, amounts: bool = True
) -> str:
    """By what a division divides; without `amounts` its fixed amount does not count."""
    amount, equally = division.amount_each, division.part_equally
    if amount is not None and amounts:
        each, rest = _each(teller, sum(part)), _the_rest(teller, division.rest)
        return teller.say("method.mixed_amount", amount=teller.money(amount), each=each, rest=rest)
    if equally == 1:
        return _over(teller, sum(part))
    if equally:
        over, rest = _over(teller, sum(part)), _the_rest(teller, division.rest)
        share = Percent(equally, _PERCENT_DECIMALS)
        return teller.say("method.mixed_share", part=share, over=over, rest=rest)
    return _whole(teller, division.rest, part)


def _whole(teller: Teller, by: Rest, part: Sequence[bool]) -> str:
    """By what all of it is divided."""
    match by:
        case Keys(equal=True):
            return _over(teller, sum(part))
        case Keys():
            keys, several = _keys(teller, by)
            if several:
                return teller.say("method.by_parts", keys=keys)
            return teller.say("method.by_key", keys=keys)
        case Percentages(of=shares):
            ids = compress(teller.network.partner, part)
            all_year = teller.budget.figures.presence is None
            if not all_year or sum((shares[id] for id in ids), Fraction(0)) != PERCENT:
                return teller.say("method.agreed_scaled")
            return teller.say("method.agreed")
        case InTurns():
            bearer = bearer_of(by, teller.network, part)
            year = str(teller.network.year)
            return teller.say("method.in_turns", year=year, name=teller.partner(bearer))
        case _ as never:
            assert_never(never)


def _the_rest(teller: Teller, by: Rest) -> str:
    """By what the rest is divided, after an amount or a part in equal shares."""
    match by:
        case Keys(equal=True):
            return teller.say("method.rest_over")
        case Keys():
            keys, several = _keys(teller, by)
            if several:
                return teller.say("method.rest_by_parts", keys=keys)
            return teller.say("method.rest_by_key", keys=keys)
        case Percentages():
            return teller.say("method.rest_agreed")
        case InTurns():
            return teller.say("method.rest_in_turns")
        case _ as never:
            assert_never(never)


def _keys(teller: Teller, by: Keys) -> tuple[str, bool]:
    """The keys that count, each with its part where there are several; and whether there are."""
    keys = [(teller.language.key(key), part) for key, part in by.parts if part]
    if len(keys) == 1:
        return keys[0][0], False
    parts = [
        teller.say("method.part_by_key", part=Percent(part, _PERCENT_DECIMALS), key=key)
        for key, part in keys
    ]
    return teller.language.listed(parts), True


def _over(teller: Teller, members: int) -> str:
    if members == 1:
        return teller.say("method.over_one")
    return teller.say("method.over", members=members)


def _each(teller: Teller, members: int) -> str:
    if members == 1:
        return teller.say("method.each_one")
    return teller.say("method.each", members=members)


def _pays(teller: Teller, charge: Charge, part: Sequence[bool]) -> str:
    """What a charge makes each pay."""
    terms = teller.language.listed(list(_terms(teller, charge)))
    return teller.say("method.pays", each=_each(teller, sum(part)), terms=terms)


def _terms(teller: Teller, charge: Charge) -> Iterator[str]:
    """The parts of a charge: an amount, rates by key, or the days of use."""
    if charge.amount_each is not None:
        yield teller.money(charge.amount_each)
    for rate in charge.rates:
        if rate == DAYS_OF_USE:
            if teller.network.nights is None:
                yield teller.say("method.pays_per_day", prices=teller.prices())
            else:
                yield teller.say("method.pays_per_stay")
        elif rate.price is not None:
            price = teller.money(rate.price)
            yield teller.say("method.rate", price=price, one=teller.one(rate.key))
        else:
            steps = teller.language.listed(list(_brackets(teller, rate)))
            yield teller.say("method.by_bracket", key=teller.language.key(rate.key), steps=steps)


def _brackets(teller: Teller, rate: Rate) -> Iterator[str]:
    """Each bracket of a rate, with its price for one, or with the amount of its class."""
    for place, step in enumerate(rate.steps):
        between = teller.range_of(rate.steps, place)
        if step.price is None:
            price = teller.money(step.amount or Fraction(0))
            yield teller.say("method.bracket_amount", price=price, range=between)
        else:
            price, one = teller.money(step.price), teller.one(rate.key)
            yield teller.say("method.bracket_rate", price=price, one=one, range=between)


def bounds(teller: Teller, model: Contribution, part: Sequence[bool]) -> str:
    """Minimum and maximum with their amounts; empty where there are none for who takes part."""
    least, most = (_bounds(teller, model, side, part) for side in (LEAST, MOST))
    stated = joined(
        least and teller.say("method.minimum", bound=least),
        most and teller.say("method.maximum", bound=most),
    )
    if stated and isinstance(rule_of(model), Division):
        return joined(stated, teller.say("method.others_make_up"))
    return stated


def _bounds(teller: Teller, model: Model, side: Sequence[BoundKind], part: Sequence[bool]) -> str:
    """The bounds of one side, in each measure; where there are several the tighter holds."""
    stated = [bound for kind in side if (bound := _bound(teller, model, kind, part))]
    if len(stated) < 2:
        return "".join(stated)
    *others, last = stated
    return teller.say("method.tighter_bound", bounds=teller.language.listed(others), last=last)


def _bound(teller: Teller, model: Model, kind: BoundKind, part: Sequence[bool]) -> str:
    """One bound: one figure for everybody that takes part, or one for each that it names."""
    bound, currency = model.stated(kind), teller.network.currency
    if isinstance(bound, Decimal):
        return teller.language.write(kind.phrase(bound, currency))
    figures = [
        teller.say(
            "method.bound_for", amount=kind.phrase(figure, currency), name=teller.partner(id)
        )
        for id in compress(teller.network.partner, part)
        if (figure := bound_of(bound, id)) is not None
    ]
    return teller.words.listed(figures)
