"""The lines with a rule of their own: divisions, prices for one of a key, and subsidies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from igs_costshare.description.network import Cost, Line, Subsidy
from igs_costshare.method.models import bounds, divided_by, how
from igs_costshare.method.teller import Teller, joined
from igs_costshare.sharing.models import taking_part


def line_sentences(teller: Teller) -> Iterator[str]:
    """A sentence for each cost and revenue that the common contribution does not share."""
    for id, line in teller.network.lines.items():
        if line.per_key is not None:
            yield _priced(teller, id, line, line.per_key)
        elif not line.pooled:
            yield _divided(teller, id, line)
        elif line.basis:
            yield teller.basis(f"{teller.heading(id)}: {line.basis}")


def _priced(teller: Teller, id: str, line: Line, key: str) -> str:
    sentence = teller.say(
        "priced_cost" if isinstance(line, Cost) else "priced_revenue",
        name=teller.heading(id),
        price=_price(teller, line),
        one=teller.one(key),
        amount=teller.total(id),
    )
    return joined(sentence, teller.who(line), teller.basis(line.basis))


def _price(teller: Teller, line: Line) -> str:
    """The price of one: an amount, or staff times what a full-time equivalent costs."""
    price = teller.money(teller.budget.price(line))
    if not isinstance(line, Cost) or line.fte is None:
        return price
    common = teller.network.fte
    cost = line.fte_cost if line.fte_cost is not None else common and common.cost
    return teller.say(
        "staff",
        fte=teller.words.number(Fraction(line.fte)),
        cost=teller.money(Fraction(cost or Decimal(0))),
        price=price,
    )


def _divided(teller: Teller, id: str, line: Line) -> str:
    """A line that is divided by its own contribution, or as the common one without amounts."""
    own, network = line.contribution, teller.network
    model = own or network.contribution
    if model is None:
        raise TypeError("the network has no common contribution; `read` refuses such a file")
    part = taking_part(network, line, own)
    phrase = how(teller, model, part) if own else divided_by(teller, model, part, amounts=False)
    return joined(
        teller.say(
            "divided_cost" if isinstance(line, Cost) else "divided_revenue",
            name=teller.heading(id),
            amount=teller.total(id),
            how=phrase,
        ),
        bounds(teller, own, part) if own else "",
        teller.who(line, *filter(None, [own])),
        teller.basis(own.basis if own else None),
        teller.basis(line.basis),
    )


def subsidy_sentences(teller: Teller) -> Iterator[str]:
    """A sentence for each subsidy: what it is a part of, and whether its cap holds it."""
    for id, subsidy in teller.network.subsidy.items():
        yield joined(_granted(teller, id, subsidy), teller.basis(subsidy.basis))


def _granted(teller: Teller, id: str, subsidy: Subsidy) -> str:
    grant = teller.budget.grants[id]
    phrase, amount = _rule(teller, id, subsidy), teller.total(id)
    if subsidy.cap is None:
        if subsidy.amount is not None:
            return teller.say("subsidy_sum", name=teller.heading(id), amount=amount)
        return teller.say("pays_out", how=phrase, amount=amount)
    reached = grant.amount < grant.gross
    return teller.say(
        "capped" if reached else "cap_idle",
        how=phrase,
        amount=amount,
        gross=teller.money(grant.gross),
        cap=teller.money(Fraction(subsidy.cap)),
    )


def _rule(teller: Teller, id: str, subsidy: Subsidy) -> str:
    """What a subsidy goes by, before its cap."""
    name, base = teller.heading(id), teller.money(teller.budget.grants[id].base)
    if subsidy.rate is not None:
        costs = teller.say("all_costs") if subsidy.of is None else teller.headings(subsidy.of)
        rate = teller.words.percent(Fraction(subsidy.rate))
        return teller.say("subsidy_rate", name=name, rate=rate, costs=costs, base=base)
    if subsidy.match is not None:
        match = teller.money(Fraction(subsidy.match))
        return teller.say("subsidy_match", name=name, match=match, base=base)
    return teller.say("subsidy_amount", name=name)
