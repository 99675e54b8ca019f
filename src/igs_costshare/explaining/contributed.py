"""What a partner contributes to a pool or to a line, where amounts or bounds play a part."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.description.bounds import Measure, Side
from igs_costshare.description.contributions import Contribution
from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.operands import Operand, Part
from igs_costshare.explaining.presence import amount_in_part, is_in_part
from igs_costshare.explaining.shares import Shared, model_share
from igs_costshare.explaining.steps import Share, Step
from igs_costshare.messages import Percent, say
from igs_costshare.sharing.bounds import limits_of
from igs_costshare.sharing.divisions import Contributions
from igs_costshare.sharing.rule import PARTNERS
from igs_costshare.wording.writing import named


class SharedPool(NamedTuple):
    """What is divided, exact, in euros, and what each contributes to it."""

    total: Fraction
    contributions: Contributions


class Pays(NamedTuple):
    """What a partner would pay without the bound that holds it, and what it pays, in euros."""

    given: Fraction
    exact: Fraction


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
    steps = (*share.steps, *_model_steps(dossier, shared, share, pool.total, position), *bounds)
    if whole:
        return Share(part, None, steps)
    by_contribution = dossier.step(
        "by_contribution", pool=dossier.money(pool.total), contribution=dossier.money(amount)
    )
    return Share(part, Part(part), (*steps, by_contribution))


def _bind(contributions: Contributions) -> bool:
    """Whether bounds change what anybody pays."""
    return contributions.factor != 1 or any(contributions.held)


def _model_steps(
    dossier: Dossier, shared: Shared, share: Share, pool: Fraction, position: int
) -> Iterator[Step]:
    """What the model gives a partner, before bounds."""
    each, fraction = shared.rule.amount_each, share.fraction or share.part
    total = dossier.money(pool)
    if each is None:
        yield dossier.step("contribution_model", fraction=fraction, pool=total)
        return
    inputs = dossier.term(shared.path, "fixed_amount")
    members, fixed = dossier.takers.total(PARTNERS, shared.part), dossier.money(each)
    yield dossier.step("fixed_rest", inputs, members=members, pool=total, fixed=fixed)
    rest = dossier.money(pool - members * each)
    own: list[Step] = []
    if is_in_part(dossier, position):
        own = [amount_in_part(dossier, each, position)]
        fixed = dossier.money(each * dossier.budget.figures.present(position))
    yield dossier.step("contribution_fixed", (), own, fraction=fraction, fixed=fixed, rest=rest)


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
            pays = Pays(factor * gift, exact)
            yield held_step(dossier, shared.model, shared.path, pool.total, position, pays)
    yield from effect_steps(dossier, contributions)


def held_step(
    dossier: Dossier, model: Contribution, path: Path, pool: Fraction, position: int, pays: Pays
) -> Step:
    """The bound that holds a partner, in place of what it would pay."""
    partner, present = dossier.ids[position], dossier.budget.figures.present(position)
    limits = limits_of(model, dossier.network, partner, pool, present)
    high = pays.exact < pays.given
    side: Side = "most" if high else "least"
    stated = next(each for each in limits if each is not None and each.kind.side == side)
    inputs = dossier.inputs((*path, *stated.path))
    operands: dict[str, Operand] = {
        "bound": dossier.money(pays.exact),
        "given": dossier.money(pays.given),
    }
    inner: list[Step] = []
    if is_in_part(dossier, position):
        inner.append(amount_in_part(dossier, stated.whole, position))
    if stated.kind.measure is Measure.EUROS:
        return dossier.step("held_high" if high else "held_low", inputs, inner, **operands)
    if stated.kind.measure is Measure.RISE:
        previous = dossier.money(stated.whole / (1 + stated.number))
        risen = _risen(dossier, model, previous, Percent(stated.number))
        if model.carried is None:
            inputs += dossier.inputs((*path, "previous", partner))
        operands |= {"previous": previous, "part": Percent(stated.number)}
        return dossier.step("held_rise", inputs, (risen, *inner), **operands)
    operands["part"] = stated.kind.phrase(stated.number, dossier.statement.currency)
    kind = "held_high_part" if high else "held_low_part"
    return dossier.step(kind, inputs, inner, **operands)


def _risen(dossier: Dossier, model: Contribution, previous: Operand, part: Percent) -> Step:
    """What a rise may come to: above what the file states, or what was paid the year before."""
    year = dossier.network.year
    if model.carried is None or year is None:
        return dossier.step("rise", previous=previous, part=part)
    return dossier.step("rise_in_plan", previous=previous, part=part, year=str(int(year) - 1))


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
