"""Why an amount is due, in one sentence: the share in the year, and what a partner paid and got."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from igs_costshare.papers.blocks import strong
from igs_costshare.papers.case import Standing
from igs_costshare.papers.closed import Closed
from igs_costshare.papers.passing import transfers_of
from igs_costshare.settling.settled import SIGNS
from igs_costshare.wording.language import capital

_MOST = 2
"""Lines that are named; of more their sum."""


class _Term(NamedTuple):
    """A part of what is due: in words, how much it adds, and the amounts that it is made of."""

    word: str
    amount: int
    told: str


def why_due(case: Closed) -> str:
    """What the reader's amount comes from; empty where it is the share itself, and for all."""
    mine = case.mine
    if mine is None:
        return ""
    terms = [term for term in _terms(case, mine) if term.amount]
    due, say = case.due(mine.id), case.pen.say
    if not terms or due == mine.borne == sum(term.amount for term in terms[:1]):
        return ""
    more = [term for term in terms if term.amount > 0]
    less = [term for term in terms if term.amount < 0]
    if not due:
        return capital(
            say("closing.as_much_as", more=_listed(case, more), less=_listed(case, less))
        )
    if due < 0:
        more, less = less, more
    amount = strong(case.final.pen.money(abs(due)))
    if len(transfers_of(case)) > 1:
        amount = say("closing.on_balance", amount=amount)
    if len(terms) == 1:
        return say("closing.amount_is", amount=amount, what=more[0].word)
    if not less:
        return say("closing.amount_is", amount=amount, what=_listed(case, more))
    return say(
        "closing.amount_is_less", amount=amount, more=_listed(case, more), less=_listed(case, less)
    )


def _listed(case: Closed, terms: Sequence[_Term]) -> str:
    say = case.pen.say
    return case.language.listed(
        [say("closing.term", word=term.word, told=term.told) for term in terms]
    )


def _terms(case: Closed, mine: Standing) -> Iterator[_Term]:
    say, row, name = case.pen.say, case.rows[mine.id], mine.name
    reserve = case.reserved.get(mine.id, 0)
    bill = row.figure("bill") - reserve
    yield _sum(case, say("closing.the_share") if bill > 0 else say("closing.the_income"), bill)
    if reserve:
        word = say("closing.of_reserve") if reserve > 0 else say("closing.to_reserve")
        yield _sum(case, word, reserve)
    opening = row.figure("opening")
    yield _sum(
        case, say("closing.the_opening") if opening > 0 else say("closing.the_credit"), opening
    )
    yield _lines(case, mine, say("closing.what_received", name=name), "received")
    yield _lines(case, mine, say("closing.what_paid", name=name), "paid")
    yield _lines(case, mine, say("closing.what_kind", name=name), "in_kind")
    paid = row.figure("payments")
    yield _sum(
        case, say("closing.advances_paid") if paid > 0 else say("closing.advances_got"), -paid
    )


def _sum(case: Closed, word: str, amount: int) -> _Term:
    return _Term(word, amount, case.final.pen.money(abs(amount)))


def _lines(
    case: Closed, mine: Standing, word: str, figure: Literal["paid", "in_kind", "received"]
) -> _Term:
    """What went through the hands of the reader, with the names of a few lines."""
    pen, amount = case.final.pen, SIGNS[figure] * case.rows[mine.id].figure(figure)
    lines = case.final.lines(mine.id, figure)
    if len(lines) > _MOST:
        return _sum(case, word, amount)
    told = [pen.say("letter.line_of", label=label, amount=pen.money(sum)) for label, sum in lines]
    return _Term(word, amount, case.language.listed(told))
