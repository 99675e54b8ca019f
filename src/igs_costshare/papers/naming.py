"""How a paper calls what it is held against, and what people pay, in its sentences."""

from __future__ import annotations

from pathlib import PurePath
from typing import assert_never

from igs_costshare.comparing.cause import Cause
from igs_costshare.documents.cause_phrases import PhraseTeller
from igs_costshare.errors import visible
from igs_costshare.method.short import in_words
from igs_costshare.papers.blocks import strong
from igs_costshare.papers.case import Before, Case
from igs_costshare.papers.pen import Pen
from igs_costshare.wording.cut import cut_at_word
from igs_costshare.wording.language import capital
from igs_costshare.wording.sentences import scenario_name

_ARROW = "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}"
_LONGEST = 90
"""Characters of a cause: a heading that is longer is read by nobody."""


def before_name(before: Before, pen: Pen) -> str:
    """What it is called above a column: `huidige afspraak`."""
    if before.kind == "base":
        return pen.language.say("compared.base")
    if before.kind == "budget":
        return pen.language.say("compared.budget")
    if before.kind == "file":
        return pen.language.say("value.quoted", text=before.name)
    return before.name


def now_name(case: Case, before: Before) -> str:
    """What the paper is about, where that stands beside what it is held against."""
    source, language = case.reading.source, case.language
    if before.kind == "year":
        return case.year
    if source.chosen is not None:
        return language.say("value.quoted", text=scenario_name(source.chosen, language))
    if before.kind == "file":
        return language.say("value.quoted", text=visible(PurePath(source.name).name))
    if before.kind == "budget":
        return language.say("closing.settled_year")
    return language.say("compared.base")


def then(before: Before, pen: Pen) -> str:
    """What it is called in a sentence: `met de huidige afspraak`."""
    match before.kind:
        case "base":
            return pen.say("paper.then_base")
        case "budget":
            return pen.say("paper.then_budget")
        case "scenario":
            return pen.say("paper.then_scenario", name=before.name)
        case "year":
            return pen.say("paper.then_year", year=before.name)
        case "file":
            return pen.say("paper.then_file", name=before.name)
        case _:
            assert_never(before.kind)


def paid(case: Case, *, own: bool) -> str:
    """What the reader pays, or all together: `Beek betaalt € 1.670,28`."""
    pen, mine = case.pen, case.mine
    if own and mine is not None:
        bill = mine.borne
        amount = strong(pen.money(abs(bill)))
        if bill > 0:
            return pen.say("paper.pays", name=mine.name, amount=amount)
        if bill < 0:
            return pen.say("paper.receives", name=mine.name, amount=amount)
        return pen.say("paper.pays_nothing", name=mine.name)
    amount, count = strong(pen.money(abs(case.bill))), len(case.partners)
    if case.bill > 0:
        return pen.say("paper.all_pay", count=count, amount=amount)
    if case.bill < 0:
        return pen.say("paper.all_receive", count=count, amount=amount)
    return pen.say("paper.all_pay_nothing", count=count)


def paid_then(case: Case, *, own: bool) -> str:
    """The same, and how much more or less it is than before, where there is a before."""
    head, pen, before = paid(case, own=own), case.pen, case.before
    mine = case.mine if own else None
    now, was = (case.bill, case.bill_before) if mine is None else (mine.borne, mine.before)
    if before is None or was is None:
        return pen.say("paper.stop", text=head)
    when = then(before, pen)
    if now == was:
        return pen.say("paper.same", head=head, then=when)
    if now * was < 0 or not now:
        amount = pen.money(abs(was))
        if was > 0:
            return pen.say("paper.was_to_pay", head=head, then=when, amount=amount)
        return pen.say("paper.was_to_receive", head=head, then=when, amount=amount)
    amount = strong(pen.money(abs(now - was)))
    if abs(now) > abs(was):
        return pen.say("paper.more", head=head, amount=amount, then=when)
    return pen.say("paper.less", head=head, amount=amount, then=when)


def cause_name(before: Before, cause: Cause, pen: Pen) -> str:
    """What a cause is called; a new contribution by how it divides, where few words say that."""
    sole = cause.sole
    if sole is not None and cause.path == ("contribution",) and hasattr(sole.b, "model"):
        words = in_words(sole.b, pen.language)
        if words is not None:
            return pen.say("paper.new_division", words=words)
    difference = before.difference
    teller = PhraseTeller(difference.names, difference.b.currency, pen.language, before.told)
    told = teller.phrase(cause).replace(" → ", _ARROW)
    return cut_at_word(told, _LONGEST)


def cause_head(before: Before, cause: Cause, pen: Pen) -> str:
    """The same above a column."""
    return capital(cause_name(before, cause, pen))
