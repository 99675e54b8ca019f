"""The common contribution in words: what it shares, how, and what is left for the reserve."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.computing.statement import CONTRIBUTION
from igs_costshare.description.contributions import Contribution
from igs_costshare.method.models import bounds, how
from igs_costshare.method.teller import Teller, joined
from igs_costshare.sharing.models import taking_part
from igs_costshare.wording.language import capital


def common_sentences(teller: Teller) -> Iterator[str]:
    """How the pool is shared, or what each pays and what is left; then where it was agreed."""
    model = teller.network.contribution
    if model is None or teller.statement.method is None:
        return
    if model.is_charge:
        yield _charged(teller, model)
        yield _left(teller)
    else:
        yield _shared(teller, model)
    if model.basis:
        yield teller.basis(model.basis)


def _shared(teller: Teller, model: Contribution) -> str:
    part = taking_part(teller.network, model)
    kind = f"shared{_kind(teller)}"
    sentence = teller.say(kind, how=how(teller, model, part), **_pool_places(teller))
    return joined(sentence, bounds(teller, model, part), teller.who(model))


def _charged(teller: Teller, model: Contribution) -> str:
    part = taking_part(teller.network, model)
    line = next(line for line in teller.statement.lines if line.id == CONTRIBUTION)
    paid = teller.amount(sum(line.cells))
    sentence = capital(teller.say("together", how=how(teller, model, part), amount=paid))
    return joined(sentence, bounds(teller, model, part), teller.who(model))


def _left(teller: Teller) -> str:
    """What a charge leaves of the shared costs for the reserve to pay, or to keep."""
    reserve = teller.statement.reserve
    left = 0 if reserve is None else reserve.expenses
    word = "reserve_pays" if left > 0 else "reserve_keeps" if left < 0 else "reserve_even"
    kind = f"charged{_kind(teller)}" if teller.statement.pool.lines else "charged_none"
    said = teller.say(word, amount=teller.amount(abs(left)))
    return teller.say(kind, reserve=said, **_pool_places(teller))


def _kind(teller: Teller) -> str:
    """Whether costs or income are shared, or costs less income, and which is more."""
    kinds = {line.kind for line in teller.statement.pool.lines}
    if "revenue" not in kinds:
        return ""
    if "expense" not in kinds:
        return "_income"
    return "_less" if teller.statement.pool.total >= 0 else "_over"


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
