"""What a partner contributes to a pool or to a line, where amounts or bounds play a part."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.description.contributions import Mixed
from igs_costshare.description.values import Bound
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.shares import Division, model_share
from igs_costshare.explaining.steps import Input, Share, Step
from igs_costshare.sharing.bounds import bound_of
from igs_costshare.sharing.models import Contributions


def contributed_share(
    dossier: Dossier,
    division: Division,
    contributions: Contributions,
    pool: Fraction,
    position: int,
    *,
    whole: bool = False,
) -> Share:
    """A partner's share by what it contributes: by the model, its amounts and its bounds.

    `whole`: there is one line to divide, so that the contribution is the amount itself.
    """
    share = model_share(dossier, division, position)
    if not division.part[position]:
        return share
    fixed = isinstance(division.model, Mixed) and division.model.fixed_amount is not None
    if not fixed and not _bind(contributions):
        return share._replace(steps=(*share.steps, *_idle(dossier, contributions)))
    amount = contributions.exact.at(position)
    part = amount / pool
    words = dossier.words
    steps: tuple[Step, ...] = (
        *share.steps,
        *_model_steps(dossier, division, share, pool),
        *_bound_steps(dossier, division, contributions, pool, position),
    )
    if whole:
        return Share(part, "", steps)
    by_contribution = dossier.step(
        "by_contribution",
        amount,
        pool=dossier.money(pool),
        contribution=dossier.money(amount),
        share=words.percent(part),
    )
    return Share(part, words.share(part), (*steps, by_contribution))


def _bind(contributions: Contributions) -> bool:
    """Whether bounds change what anybody pays."""
    return contributions.factor != 1 or any(contributions.held)


def _idle(dossier: Dossier, contributions: Contributions) -> Iterator[Step]:
    if contributions.given is not None:
        yield dossier.step("bounds_idle")


def _model_steps(
    dossier: Dossier, division: Division, share: Share, pool: Fraction
) -> Iterator[Step]:
    """What the model gives a partner, before bounds."""
    model, members = division.model, int(dossier.total("partners", division.part))
    if not isinstance(model, Mixed) or model.fixed_amount is None:
        amount = share.part * pool
        yield dossier.step(
            "contribution_model", amount, fraction=share.fraction, pool=dossier.money(pool)
        )
        return
    fixed = Fraction(model.fixed_amount)
    rest = pool - members * fixed
    places = {"fixed": dossier.money(fixed), "rest": dossier.money(rest)}
    yield dossier.step(
        "fixed_rest",
        rest,
        dossier.inputs((*division.path, "fixed_amount")),
        members=dossier.words.number(Fraction(members)),
        pool=dossier.money(pool),
        **places,
    )
    amount = fixed + share.part * rest
    yield dossier.step("contribution_fixed", amount, fraction=share.fraction, **places)


def _bound_steps(
    dossier: Dossier,
    division: Division,
    contributions: Contributions,
    pool: Fraction,
    position: int,
) -> Iterator[Step]:
    """The factor and the bound that hold for a partner, and who pays for it."""
    given = contributions.given
    if given is None:
        return
    if not _bind(contributions):
        yield dossier.step("bounds_idle")
        return
    factor, held = contributions.factor, contributions.held[position]
    scaled = factor * given.at(position)
    if factor != 1:
        yield dossier.step(
            "factor",
            scaled,
            given=dossier.money(given.at(position)),
            factor=dossier.words.number(factor),
            pool=dossier.money(pool),
        )
    if held:
        yield held_step(dossier, division, position, held, scaled)
    yield effect_step(dossier, contributions)


def held_step(
    dossier: Dossier, division: Division, position: int, held: int, given: Fraction
) -> Step:
    """The bound that holds a partner: -1 for the minimum, 1 for the maximum."""
    name = "maximum" if held > 0 else "minimum"
    bound: Bound | None = getattr(division.model, name)
    partner = dossier.ids[position]
    amount = bound_of(bound, partner) or Fraction(0)
    return dossier.step(
        "held_high" if held > 0 else "held_low",
        amount,
        bound_inputs(dossier, division, name, partner),
        bound=dossier.money(amount),
        given=dossier.money(given),
    )


def bound_inputs(
    dossier: Dossier, division: Division, name: str, partner: str
) -> tuple[Input, ...]:
    """Where a bound on a partner is stated: in a table of ids, or as one number."""
    path = (*division.path, name)
    stated = isinstance(getattr(division.model, name), dict)
    return dossier.inputs((*path, partner) if stated else path)


def effect_step(dossier: Dossier, contributions: Contributions) -> Step:
    """Who pays more and who pays less because of the bounds; the changes make 0."""
    told = dossier.told_effects.get(id(contributions))
    if told is None:
        told = dossier.told_effects[id(contributions)] = _effect(dossier, contributions)
    return told


def _effect(dossier: Dossier, contributions: Contributions) -> Step:
    given = contributions.given or contributions.exact
    changes = []
    for position, name in enumerate(dossier.names):
        change = contributions.exact.at(position) - given.at(position)
        if change:
            kind = "more" if change > 0 else "less"
            changes.append(dossier.words.say(kind, name=name, amount=dossier.money(abs(change))))
    return dossier.step("bounds_effect", changes=dossier.words.listed(changes))
