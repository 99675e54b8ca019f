"""What was borne in a year beside what it was before: how much more, or both amounts."""

from __future__ import annotations

from igs_costshare.papers.blocks import strong
from igs_costshare.papers.case import Before, Case
from igs_costshare.papers.naming import then


def borne_beside(case: Case, before: Before, now: int, was: int) -> str:
    """The share of the reader, or of all together; who receives does not bear "more"."""
    if min(now, was) < 0:
        return _apart(case, before, now, was)
    pen, mine, when = case.pen, case.mine, then(before, case.pen)
    amount, change = strong(pen.money(now)), strong(pen.money(abs(now - was)))
    if mine is None:
        if now > was:
            return pen.say("closing.bills_higher", amount=amount, change=change, then=when)
        if now < was:
            return pen.say("closing.bills_lower", amount=amount, change=change, then=when)
        return pen.say("closing.bills_same", amount=amount, then=when)
    name = mine.name
    if now > was:
        return pen.say("paper.share_higher", name=name, amount=amount, change=change, then=when)
    if now < was:
        return pen.say("paper.share_lower", name=name, amount=amount, change=change, then=when)
    return pen.say("paper.share_same", name=name, amount=amount, then=when)


def _apart(case: Case, before: Before, now: int, was: int) -> str:
    """Both amounts, where one of them is received: which is more would say nothing."""
    say, text, amount = case.pen.say, bears(case, now), case.pen.money(abs(was))
    if before.kind != "budget":
        when = then(before, case.pen)
        if now == was:
            return say("paper.same", head=text, then=when)
        if was < 0:
            return say("paper.was_to_receive", head=text, then=when, amount=amount)
        return say("paper.was_to_bear", text=text, then=when, amount=amount)
    if now == was:
        return say("closing.as_budgeted", text=text)
    if was < 0:
        return say("closing.was_to_receive", text=text, amount=amount)
    return say("closing.was_to_bear", text=text, amount=amount)


def bears(case: Case, bill: int) -> str:
    """What the reader bears or receives on balance, or all together."""
    say, mine, amount = case.pen.say, case.mine, strong(case.pen.money(abs(bill)))
    if mine is None:
        if bill < 0:
            return say("closing.all_receive", amount=amount)
        return say("closing.all_bear", amount=amount)
    if bill < 0:
        return say("closing.net_receives", name=mine.name, amount=amount)
    return say("closing.net_bears", name=mine.name, amount=amount)
