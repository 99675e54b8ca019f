"""What a partner contributes to a pool or to a line, where amounts or bounds play a part."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.description.contributions import Model
from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.operands import Part, named
from igs_costshare.explaining.shares import Shared, model_share
from igs_costshare.explaining.steps import Share, Step
from igs_costshare.messages import Percent, say
from igs_costshare.sharing.bounds import least_of, most_of
from igs_costshare.sharing.divisions import Contributions
from igs_costshare.sharing.rule import PARTNERS


class SharedPool(NamedTuple):
    """What is divided, exact, in euros, and what each contributes to it."""

    total: Fraction
    contributions: Contributions


def contributed_share(
    dossier: Dossier, shared: Shared, pool: SharedPool, position: int, *, whole: bool = False
) -> Share:
    """A partner's share by what it contributes: by the model, its amounts and its bounds.

    `whole`: there is one line to divide, so that the contribution is the amount itself.
    """
    share = model_share(dossier, shared, position)
    if not shared.part[position]:
        return share
    bounds = _bound_steps(dossier, shared, pool, position)
    if shared.rule.amount_each is None and not _bind(pool.contributions):
        return share._replace(steps=(*share.steps, *bounds))
    amount = pool.contributions.exact.at(position)
    part = amount / pool.total
    steps = (*share.steps, *_model_steps(dossier, shared, share, pool.total), *bounds)
    if whole:
        return Share(part, None, steps)
    by_contribution = dossier.step(
        "by_contribution", pool=dossier.money(pool.total), contribution=dossier.money(amount)
    )
    return Share(part, Part(part), (*steps, by_contribution))


def _bind(contributions: Contributions) -> bool:
    """Whether bounds change what anybody pays."""
    return contributions.factor != 1 or any(contributions.held)


def _model_steps(dossier: Dossier, shared: Shared, share: Share, pool: Fraction) -> Iterator[Step]:
    """What the model gives a partner, before bounds."""
    each, fraction = shared.rule.amount_each, share.fraction or share.part
    total = dossier.money(pool)
    if each is None:
        yield dossier.step("contribution_model", fraction=fraction, pool=total)
        return
    inputs = dossier.inputs((*shared.path, "fixed_amount"))
    members, fixed = dossier.takers.total(PARTNERS, shared.part), dossier.money(each)
    yield dossier.step("fixed_rest", inputs, members=members, pool=total, fixed=fixed)
    rest = dossier.money(pool - members * each)
    yield dossier.step("contribution_fixed", fraction=fraction, fixed=fixed, rest=rest)


def _bound_steps(
    dossier: Dossier, shared: Shared, pool: SharedPool, position: int
) -> Iterator[Step]:
    """The factor and the bound that hold for a partner, and who pays for it."""
    contributions = pool.contributions
    given = contributions.given
    if given is not None and _bind(contributions):
        factor, gift = contributions.factor, given.at(position)
        if factor != 1:
            yield dossier.step(
                "factor", given=dossier.money(gift), factor=factor, pool=dossier.money(pool.total)
            )
        if contributions.held[position]:
            exact = contributions.exact.at(position)
            held = Held(shared.path, shared.model, pool.total, factor * gift, exact)
            yield held_step(dossier, held, position)
    yield from effect_steps(dossier, contributions)


class Held(NamedTuple):
    """What a contribution would make a partner pay, and what its bounds make of it, in euros."""

    path: Path
    model: Model
    pool: Fraction
    given: Fraction
    bound: Fraction


def held_step(dossier: Dossier, held: Held, position: int) -> Step:
    """The bound that holds a partner, in place of what it would pay."""
    model, partner, pool = held.model, dossier.ids[position], held.pool
    high = held.bound < held.given
    stated = most_of(model, partner, pool) if high else least_of(model, partner, pool)
    inputs = () if stated is None else dossier.inputs((*held.path, *stated.field))
    operands = {"bound": dossier.money(held.bound), "given": dossier.money(held.given)}
    if stated is None or stated.part is None:
        return dossier.step("held_high" if high else "held_low", inputs, **operands)
    kind = "held_high_part" if high else "held_low_part"
    return dossier.step(kind, inputs, part=Percent(stated.part), **operands)


def effect_steps(dossier: Dossier, contributions: Contributions) -> Iterator[Step]:
    """Who pays more and who less because of the bounds; nothing where there are none."""
    if contributions.given is None:
        return
    told = dossier.told_effects.get(id(contributions))
    if told is None:
        told = dossier.told_effects[id(contributions)] = _effect(dossier, contributions)
    yield told


def _effect(dossier: Dossier, contributions: Contributions) -> Step:
    """The changes, which make 0."""
    if not _bind(contributions):
        return dossier.step("bounds_idle")
    given = contributions.given or contributions.exact
    changes = []
    for position, name in enumerate(dossier.names):
        change = contributions.exact.at(position) - given.at(position)
        amount = dossier.money(abs(change))
        if change > 0:
            changes.append(say("step.more", name=name, amount=amount))
        elif change:
            changes.append(say("step.less", name=name, amount=amount))
    return dossier.step("bounds_effect", changes=named(changes))
