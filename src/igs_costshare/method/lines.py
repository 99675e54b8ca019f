"""The lines with a rule of their own: divisions, prices for one of a key, and subsidies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import assert_never

from igs_costshare.description.contributions import Contribution
from igs_costshare.description.network import Cost, Line, Subsidy
from igs_costshare.description.places import taking_part
from igs_costshare.messages import Percent
from igs_costshare.method.models import bounds, divided_by, how
from igs_costshare.method.teller import Teller, joined
from igs_costshare.sharing.rule import Charge, Division, rule_of


def line_sentences(teller: Teller) -> Iterator[str]:
    """A sentence for each cost and revenue that the common contribution does not share."""
    for id, line in teller.network.lines.items():
        if line.per_key is not None:
            yield _priced(teller, id, line, line.per_key)
        elif not line.pooled:
            yield _divided(teller, id, line)
        elif line.basis:
            name = teller.heading(id)
            yield teller.basis(teller.say("value.labelled", label=name, text=line.basis))


def _priced(teller: Teller, id: str, line: Line, key: str) -> str:
    name, price, amount = teller.heading(id), _price(teller, line), teller.total(id)
    one = teller.one(key)
    if isinstance(line, Cost):
        sentence = teller.say("method.priced_cost", name=name, price=price, one=one, amount=amount)
    else:
        sentence = teller.say(
            "method.priced_revenue", name=name, price=price, one=one, amount=amount
        )
    return joined(sentence, teller.who(line), teller.basis(line.basis))


def _price(teller: Teller, line: Line) -> str:
    """The price of one: an amount, or staff times what a full-time equivalent costs."""
    price = teller.money(teller.budget.price(line))
    if not isinstance(line, Cost) or line.fte is None:
        return price
    cost = teller.money(Fraction(teller.budget.cost_of_fte(line)))
    return teller.say("method.staff", fte=line.fte, cost=cost, price=price)


def _divided(teller: Teller, id: str, line: Line) -> str:
    """A line that is divided by its own contribution, or as the common one without amounts."""
    own, network = line.contribution, teller.network
    model = own or network.contribution
    if model is None:
        raise TypeError("the network has no common contribution; `read` refuses such a file")
    part = taking_part(network, line, own)
    return joined(
        _shared(
            teller, id, line, how(teller, own, part) if own else _as_common(teller, model, part)
        ),
        bounds(teller, own, part) if own else "",
        teller.who(line, *filter(None, [own])),
        teller.basis(own.basis if own else None),
        teller.basis(line.basis),
    )


def _shared(teller: Teller, id: str, line: Line, phrase: str) -> str:
    name, amount = teller.heading(id), teller.total(id)
    if isinstance(line, Cost):
        return teller.say("method.divided_cost", name=name, amount=amount, how=phrase)
    return teller.say("method.divided_revenue", name=name, amount=amount, how=phrase)


def _as_common(teller: Teller, model: Contribution, part: Sequence[bool]) -> str:
    """By what a line is divided that takes over the common contribution, without its amount."""
    match rule_of(model):
        case Division() as division:
            return divided_by(teller, division, part, amounts=False)
        case Charge():
            raise TypeError("a charge divides no line; `read` refuses such a file")
        case _ as never:
            assert_never(never)


def subsidy_sentences(teller: Teller) -> Iterator[str]:
    """A sentence for each subsidy: what it is a part of, and whether its cap holds it."""
    for id, subsidy in teller.network.subsidy.items():
        granted, required = _granted(teller, id, subsidy), _required(teller, id)
        yield joined(granted, required, teller.basis(subsidy.basis))


def _required(teller: Teller, id: str) -> str:
    """What a subsidy requires, and that nothing is paid where that is not met."""
    grant = teller.budget.grants[id]
    if not grant.thresholds:
        return ""
    least = [teller.words.counted(each.least, each.key) for each in grant.thresholds]
    if grant.due:
        return teller.say("method.requires", least=teller.language.listed(least))
    counted = [teller.words.counted(e.counted, e.key) for e in grant.thresholds if not e.met]
    return teller.say(
        "method.requires_more",
        least=teller.language.listed(least),
        counted=teller.language.listed(counted),
    )


def _granted(teller: Teller, id: str, subsidy: Subsidy) -> str:
    """What it comes to, whether or not what it requires is met."""
    grant = teller.budget.grants[id]
    phrase, amount = _rule(teller, id, subsidy), teller.total(id)
    if not grant.due:
        amount = teller.money(grant.granted)
    if subsidy.cap is None:
        if subsidy.amount is not None:
            return teller.say("method.subsidy_sum", name=teller.heading(id), amount=amount)
        return teller.say("method.pays_out", how=phrase, amount=amount)
    cap = teller.money(Fraction(subsidy.cap))
    if grant.granted < grant.gross:
        gross = teller.money(grant.gross)
        return teller.say("method.capped", how=phrase, amount=amount, gross=gross, cap=cap)
    return teller.say("method.cap_idle", how=phrase, amount=amount, cap=cap)


def _rule(teller: Teller, id: str, subsidy: Subsidy) -> str:
    """What a subsidy goes by, before its cap."""
    name, base = teller.heading(id), teller.money(teller.budget.grants[id].base)
    if subsidy.rate is not None:
        rate = Percent(Fraction(subsidy.rate))
        if subsidy.of is None:
            return teller.say("method.subsidy_rate_of_all", name=name, rate=rate, base=base)
        costs = teller.headings(subsidy.of)
        return teller.say("method.subsidy_rate", name=name, rate=rate, costs=costs, base=base)
    if subsidy.match is not None:
        match = teller.money(Fraction(subsidy.match))
        return teller.say("method.subsidy_match", name=name, match=match, base=base)
    return teller.say("method.subsidy_amount", name=name)
