"""How a contribution shares: by what a division divides, what a charge makes each pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import compress

from igs_costshare.computing.pool import key_parts
from igs_costshare.description.contributions import (
    Agreed,
    Bracket,
    Contribution,
    Fixed,
    Mixed,
    PerDay,
    Variable,
)
from igs_costshare.description.values import PERCENT, Bound, exact_sum
from igs_costshare.method.teller import Teller, joined
from igs_costshare.sharing.bounds import bound_of
from igs_costshare.sharing.charges import rates_of
from igs_costshare.wording.sentences import percent_text


def how(teller: Teller, model: Contribution, part: Sequence[bool]) -> str:
    """How a contribution comes about, with its bounds, but not their amounts."""
    phrase = (_pays if model.is_charge else divided_by)(teller, model, part)
    return teller.say("within_bounds", how=phrase) if bounds(teller, model, part) else phrase


def divided_by(
    teller: Teller, model: Contribution, part: Sequence[bool], *, amounts: bool = True
) -> str:
    """By what a division divides; without `amounts` its fixed amount does not count."""
    match model:
        case Fixed():
            return _over(teller, sum(part))
        case Mixed(fixed_amount=Decimal() as amount) if amounts:
            each = _each(teller, sum(part))
            rest = _by_keys(teller, model, "rest_by_key", "rest_by_parts")
            return teller.say(
                "mixed_amount", amount=teller.money(Fraction(amount)), each=each, rest=rest
            )
        case Mixed(fixed_share=Decimal() as share) if share:
            return _partly_equal(teller, model, Fraction(share), sum(part))
        case Variable() | Mixed():
            return _by_keys(teller, model, "by_key", "by_parts")
        case Agreed(shares=shares):
            ids = compress(teller.network.partner, part)
            scaled = exact_sum(shares[id] for id in ids) != PERCENT
            return teller.say("agreed_scaled" if scaled else "agreed")
        case PerDay():
            raise TypeError("per-day is a charge and divides nothing")


def _partly_equal(teller: Teller, model: Mixed, share: Fraction, members: int) -> str:
    """A part in equal shares and the rest by key; all of it where the part is the whole."""
    over = _over(teller, members)
    if share == 1:
        return over
    rest = _by_keys(teller, model, "rest_by_key", "rest_by_parts")
    part = teller.language.marked(percent_text(share))
    return teller.say("mixed_share", part=part, over=over, rest=rest)


def _over(teller: Teller, members: int) -> str:
    return teller.say("over" if members != 1 else "over_one", members=str(members))


def _each(teller: Teller, members: int) -> str:
    return teller.say("each" if members != 1 else "each_one", members=str(members))


def _by_keys(teller: Teller, model: Contribution, one: str, several: str) -> str:
    """The keys, each with its part where several count."""
    language = teller.language
    keys = [(language.key(key), part) for key, part in key_parts(model) if part]
    if len(keys) == 1:
        return teller.say(one, keys=keys[0][0])
    parts = [
        teller.say("part_by_key", part=language.marked(percent_text(part)), key=key)
        for key, part in keys
    ]
    return teller.say(several, keys=language.listed(parts))


def _pays(teller: Teller, model: Contribution, part: Sequence[bool]) -> str:
    """What a charge makes each pay."""
    terms = teller.language.listed(list(_terms(teller, model)))
    return teller.say("pays", each=_each(teller, sum(part)), terms=terms)


def _terms(teller: Teller, model: Contribution) -> Iterator[str]:
    """The parts of a charge: an amount, rates by key, or the days of use."""
    if isinstance(model, Fixed | Mixed) and model.fixed_amount is not None:
        yield teller.money(Fraction(model.fixed_amount))
    for key, rate in rates_of(model).items():
        if isinstance(rate, Decimal):
            yield teller.say("rate", price=teller.money(Fraction(rate)), one=teller.one(key))
        else:
            steps = teller.language.listed(list(_brackets(teller, key, rate)))
            yield teller.say("by_bracket", key=teller.language.key(key), steps=steps)
    if isinstance(model, PerDay):
        yield teller.say("pays_per_day", prices=teller.prices())


def _brackets(teller: Teller, key: str, brackets: Sequence[Bracket]) -> Iterator[str]:
    """Each bracket of a rate, with its price for one, or with the amount of its class."""
    for step, bracket in enumerate(brackets):
        price = bracket.amount or Decimal(0) if bracket.rate is None else bracket.rate
        yield teller.say(
            "bracket_amount" if bracket.rate is None else "bracket_rate",
            price=teller.money(Fraction(price)),
            one=teller.one(key),
            range=teller.range_of(brackets, step),
        )


def bounds(teller: Teller, model: Contribution, part: Sequence[bool]) -> str:
    """Minimum and maximum with their amounts; empty where there are none for who takes part."""
    stated = joined(
        _bound(teller, "minimum", model.minimum, part),
        _bound(teller, "maximum", model.maximum, part),
    )
    return (
        joined(stated, teller.say("others_make_up")) if stated and not model.is_charge else stated
    )


def _bound(teller: Teller, word: str, bound: Bound | None, part: Sequence[bool]) -> str:
    """One bound: an amount for everybody that takes part, or an amount for each that it names."""
    if isinstance(bound, Decimal):
        return teller.say(word, bound=teller.money(Fraction(bound)))
    amounts = [
        teller.say(
            "bound_for",
            amount=teller.money(amount),
            name=teller.partner(id),
        )
        for id in compress(teller.network.partner, part)
        if (amount := bound_of(bound, id)) is not None
    ]
    return teller.say(word, bound=teller.words.listed(amounts)) if amounts else ""
