"""Every line that moves money, for a table: how it came about, and who bears or receives what."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import compress
from typing import NamedTuple, assert_never

from igs_costshare.computing.statement import (
    DAY_PRICE,
    DAY_PRICE_PAID,
    LineKind,
    Statement,
)
from igs_costshare.description.contributions import Contribution, Scoped
from igs_costshare.description.network import Cost, Line, Subsidy
from igs_costshare.description.places import taking_part
from igs_costshare.messages import Percent
from igs_costshare.method.homes import earnings
from igs_costshare.method.models import divided_by, how
from igs_costshare.method.short import in_words
from igs_costshare.method.teller import Teller
from igs_costshare.sharing.rule import Charge, Division, rule_of
from igs_costshare.wording.language import Language


class LineTold(NamedTuple):
    """A cost or an income in the cells of a table."""

    id: str
    heading: str
    kind: LineKind
    total: int
    """In units of rounding."""
    how: str
    """How it came about; empty where nothing is told of it."""
    who: str
    """Who bears or receives what."""
    basis: str
    """Where that was agreed; empty where the file does not say."""


def line_rows(
    statement: Statement, language: Language, *, actual: bool = False
) -> tuple[LineTold, ...]:
    """The costs, then the income, each in the order of the file; `contribution` is none of them.

    What a charge replaces is told too, so that all of them add up to what goes out and comes in.
    With `actual` an amount that is stated is told as what was really spent or received.
    """
    teller = Teller(statement, statement.worked_out, language)
    told = teller.say("method.row_actual") if actual else teller.say("method.row_sum")
    return (*_costs(teller, told), *_income(teller, told))


def _costs(teller: Teller, sum: str) -> Iterator[LineTold]:
    totals = _totals(teller.statement)
    for id, cost in teller.network.cost.items():
        yield _line(teller, id, cost, "expense", totals[id], sum)
    if DAY_PRICE_PAID in totals:
        stated = teller.network.day_price
        basis = stated.basis if stated else None
        yield LineTold(
            DAY_PRICE_PAID,
            teller.heading(DAY_PRICE_PAID),
            "expense",
            totals[DAY_PRICE_PAID],
            teller.say("method.row_paid"),
            teller.say("method.row_by_use"),
            basis or "",
        )


def _income(teller: Teller, sum: str) -> Iterator[LineTold]:
    totals = _totals(teller.statement)
    if DAY_PRICE in totals:
        stated = teller.network.day_price
        basis = stated.basis if stated else None
        yield LineTold(
            DAY_PRICE,
            teller.heading(DAY_PRICE),
            "revenue",
            totals[DAY_PRICE],
            earnings(teller),
            teller.say("method.row_owner"),
            basis or "",
        )
    for id, subsidy in teller.network.subsidy.items():
        basis = subsidy.basis or ""
        heading, told = teller.heading(id), _subsidy(teller, id, subsidy, sum)
        yield LineTold(id, heading, "revenue", totals[id], told, _lowers(teller), basis)
    for id, revenue in teller.network.revenue.items():
        yield _line(teller, id, revenue, "revenue", totals[id], sum)


def _totals(statement: Statement) -> dict[str, int]:
    """What each line comes to, those of the pool of a charge too."""
    totals = {line.id: line.total for line in statement.pool.lines}
    return totals | {line.id: line.total for line in statement.lines}


def _line(teller: Teller, id: str, line: Line, kind: LineKind, total: int, sum: str) -> LineTold:
    own = line.contribution
    model = own or (teller.network.contribution if line.per_key is None else None)
    basis = line.basis or (model.basis if model is not None else None)
    heading, who = teller.heading(id), _who(teller, line, model, kind)
    return LineTold(id, heading, kind, total, _amount(teller, line, sum), who, basis or "")


def _amount(teller: Teller, line: Line, sum: str) -> str:
    """What it is made of: `9 woningen × 0,05 VTE × € 84.500`, or that it is a `sum`."""
    if isinstance(line, Cost) and line.fte is not None:
        cost = teller.money(Fraction(teller.budget.cost_of_fte(line)))
        price = teller.say("method.row_staff", fte=line.fte, cost=cost)
    elif line.per_key is None:
        return sum
    else:
        price = teller.money(teller.budget.price(line))
    if line.per_key is None:
        return price
    quantity = teller.budget.quantity(line)
    if line.per_key == "use":
        return teller.say("method.row_times", quantity=teller.money(quantity), price=price)
    counted = teller.words.counted(quantity, line.per_key)
    return teller.say("method.row_times", quantity=counted, price=price)


def _who(teller: Teller, line: Line, model: Contribution | None, kind: LineKind) -> str:
    alone = _alone(teller, line, model)
    if alone is not None:
        return teller.say("method.row_alone", name=teller.partner(alone))
    if line.per_key is not None:
        said = teller.say("method.row_receives_own")
        if kind == "expense":
            said = teller.say("method.row_bears_own")
        return _with_who(teller, said, teller.who(line))
    if line.pooled and kind == "revenue":
        return _lowers(teller)
    if model is None:
        raise TypeError("the network has no common contribution; `read` refuses such a file")
    part = taking_part(teller.network, line, model)
    match rule_of(model):
        case Charge():
            return teller.say("method.row_from_dues")
        case Division() as division:
            if line.contribution is None and not line.pooled:
                phrase = divided_by(teller, division, part, amounts=False)
            else:
                phrase = _briefly(teller, model) or how(teller, model, part)
            return _with_who(teller, phrase, teller.who(line, model))
        case _ as never:
            assert_never(never)


def _alone(teller: Teller, line: Line, model: Contribution | None) -> str | None:
    """The partner that takes part alone in a line that is not shared; None where more do."""
    scopes: list[Scoped] = [line]
    if line.per_key is None:
        if model is None or line.pooled or isinstance(rule_of(model), Charge):
            return None
        scopes.append(model)
    part = taking_part(teller.network, *scopes)
    ids = [*compress(teller.network.partner, part)]
    return ids[0] if len(ids) == 1 and any(scope.has_list for scope in scopes) else None


def _briefly(teller: Teller, model: Contribution) -> str | None:
    """How it divides in a few words, where that is all there is to say."""
    return None if model.has_bounds else in_words(model, teller.language)


def _with_who(teller: Teller, phrase: str, who: str) -> str:
    """The phrase without the word that ties it to a sentence, and who takes part."""
    phrase = phrase.removeprefix(f"{teller.say('method.row_of_which')} ")
    return teller.say("method.row_who", how=phrase, who=who.rstrip(".")) if who else phrase


def _lowers(teller: Teller) -> str:
    """Income of the pool lowers what is divided, is divided itself, or goes with a charge."""
    model = teller.network.contribution
    if teller.statement.reserve is not None:
        return teller.say("method.row_to_all")
    if teller.statement.pool.total < 0 and model is not None:
        part = taking_part(teller.network, model)
        return _briefly(teller, model) or how(teller, model, part)
    return teller.say("method.row_lowers")


def _subsidy(teller: Teller, id: str, subsidy: Subsidy, sum: str) -> str:
    """What a subsidy goes by, and what its cap or its condition makes of that."""
    grant = teller.budget.grants[id]
    if subsidy.rate is not None:
        rate, base = Percent(Fraction(subsidy.rate)), teller.money(grant.base)
        told = teller.say("method.row_rate", rate=rate, base=base)
    elif subsidy.match is not None:
        match = teller.money(Fraction(subsidy.match))
        told = teller.say("method.row_match", match=match)
    else:
        told = sum
    if not grant.due:
        return teller.say("method.row_not_due", how=told)
    if subsidy.cap is None or grant.granted == grant.gross:
        return told
    return teller.say("method.row_capped", how=told, cap=teller.money(Fraction(subsidy.cap)))
