"""The common contribution in words: what it shares, how, and what is left for the reserve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import assert_never

from igs_costshare.computing.statement import CONTRIBUTION
from igs_costshare.description.contributions import Contribution
from igs_costshare.description.places import taking_part
from igs_costshare.method.models import bounds, how
from igs_costshare.method.teller import Teller, joined
from igs_costshare.sharing.keys import NEVER_CUT
from igs_costshare.sharing.presence import ONE
from igs_costshare.sharing.rule import Charge, Division, rule_of
from igs_costshare.wording.language import capital


def common_sentences(teller: Teller) -> Iterator[str]:
    """How the pool is shared, or what each pays and what is left; then where it was agreed."""
    model = teller.network.contribution
    if model is None or teller.statement.method is None:
        return
    match rule_of(model):
        case Division():
            yield _shared(teller, model)
        case Charge():
            yield charge_sentence(teller, model)
            yield _left(teller)
        case _ as never:
            assert_never(never)
    if model.basis:
        yield teller.basis(model.basis)


def _shared(teller: Teller, model: Contribution) -> str:
    part = taking_part(teller.network, model)
    sentence = _shared_pool(teller, how(teller, model, part))
    return joined(sentence, bounds(teller, model, part), teller.who(model))


def charge_sentence(teller: Teller, model: Contribution) -> str:
    """What a charge makes each pay, and what that is together."""
    part = taking_part(teller.network, model)
    line = next(line for line in teller.statement.lines if line.id == CONTRIBUTION)
    paid = teller.amount(sum(line.cells))
    told = how(teller, model, part)
    sentence = capital(teller.say("method.together", how=told, amount=paid))
    if _cut(teller, model, part):
        sentence = capital(teller.say("method.together_in_part", how=told, amount=paid))
    return joined(sentence, bounds(teller, model, part), teller.who(model))


def _cut(teller: Teller, model: Contribution, part: Sequence[bool]) -> bool:
    """Whether somebody pays a charge for a part of the year; days of use are never cut."""
    present, rule = teller.budget.figures.presence, rule_of(model)
    if present is None or (isinstance(rule, Charge) and _by_use_alone(rule)):
        return False
    return any(each != ONE for each in compress(present, part))


def _by_use_alone(charge: Charge) -> bool:
    return charge.amount_each is None and all(each.key in NEVER_CUT for each in charge.rates)


def _left(teller: Teller) -> str:
    """What a charge leaves of the shared costs for the reserve to pay, or to keep."""
    reserve = teller.statement.reserve
    left = 0 if reserve is None else reserve.expenses
    amount = teller.amount(abs(left))
    if left > 0:
        said = teller.say("method.reserve_pays", amount=amount)
    elif left < 0:
        said = teller.say("method.reserve_keeps", amount=amount)
    else:
        said = teller.say("method.reserve_even")
    return _charged_pool(teller, said)


def _shared_pool(teller: Teller, how: str) -> str:
    """What a division shares: costs or income, or costs less income, and which is more."""
    places = _pool_places(teller)
    has_costs, has_income = _kinds(teller)
    if not has_income:
        return teller.say("method.shared", how=how, **places)
    if not has_costs:
        return teller.say("method.shared_income", how=how, **places)
    if teller.statement.pool.total < 0:
        return teller.say("method.shared_over", how=how, **places)
    return teller.say("method.shared_less", how=how, **places)


def _charged_pool(teller: Teller, reserve: str) -> str:
    """What a charge does not share out, and what the reserve does about it."""
    places = _pool_places(teller)
    has_costs, has_income = _kinds(teller)
    if not has_costs and not has_income:
        return teller.say("method.charged_none", reserve=reserve)
    if not has_income:
        return teller.say("method.charged", reserve=reserve, **places)
    if not has_costs:
        return teller.say("method.charged_income", reserve=reserve, **places)
    if teller.statement.pool.total < 0:
        return teller.say("method.charged_over", reserve=reserve, **places)
    return teller.say("method.charged_less", reserve=reserve, **places)


def _kinds(teller: Teller) -> tuple[bool, bool]:
    """Whether costs are shared, and whether income is."""
    kinds = {line.kind for line in teller.statement.pool.lines}
    return "expense" in kinds, "revenue" in kinds


def _pool_places(teller: Teller) -> dict[str, str]:
    """The amounts and lines of the pool, for sentences."""
    pool = teller.statement.pool
    costs = [line for line in pool.lines if line.kind == "expense"]
    income = [line for line in pool.lines if line.kind == "revenue"]
    return {
        "pool": teller.amount(abs(pool.total)),
        "costs": teller.amount(sum(line.total for line in costs)),
        "income": teller.amount(sum(line.total for line in income)),
        "cost_lines": teller.headings(line.id for line in costs),
        "income_lines": teller.headings(line.id for line in income),
    }
