"""The first page of a nota on a settlement: the decision, who pays what, and why it differs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.charts.bars import Words
from igs_costshare.charts.dumbbell import Change, dumbbell, scale_marks
from igs_costshare.charts.scene import Scene
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.method.presence import present_in_part
from igs_costshare.papers.blocks import Block, Card, Cards, Drawing, Heading, Note, strong
from igs_costshare.papers.borne import bears, borne_beside
from igs_costshare.papers.closed import Closed
from igs_costshare.papers.due_terms import why_due
from igs_costshare.papers.main_causes import cause_of_change
from igs_costshare.papers.nota_front import decision, who_came_and_left, why
from igs_costshare.papers.partner_chart import LARGEST, chart_of, largest
from igs_costshare.papers.partner_table import MOST
from igs_costshare.papers.passing import passing
from igs_costshare.papers.settled_table import (
    largest_dues,
    settled_grid,
    settled_heading,
    table_sentences,
)
from igs_costshare.wording.language import currency_sign

_NAMED = 3
"""Partners that a title names."""


def front(case: Closed) -> Iterator[Block]:
    """The decision, four figures, who still pays what, and what differs from the budget."""
    many, say = len(case.parties) > MOST, case.pen.say
    sentences = [passing(case), why_due(case), *_reserve(case), *_in_the_year(case)]
    yield decision([_approve(case), *sentences], case)
    yield Cards(tuple(_cards(case)))
    yield Heading(say("closing.largest_dues", count=LARGEST) if many else settled_heading(case))
    yield settled_grid(case, largest_dues(case) if many else None)
    yield Note(" ".join(_sentences(case, annexed=many)))
    if case.concerned:
        yield from _chart(case, many=many)
        yield from why(case, say("closing.why_not_as_budgeted"))


def _approve(case: Closed) -> str:
    say, year = case.pen.say, case.year
    if not case.decides:
        return say("closing.note_settlement", year=year)
    if year:
        return say("closing.approve_settlement_year", year=year)
    return say("closing.approve_settlement")


def _reserve(case: Closed) -> Iterator[str]:
    """What the reserve gets or gives, on which the paper decides too."""
    course, money = case.settled.reserve, case.final.pen.money
    if course is not None and course.change and case.decides:
        places = {"amount": strong(money(abs(course.change))), "closing": money(course.closing)}
        if course.change > 0:
            yield case.pen.say("closing.to_reserve_then", **places)
        else:
            yield case.pen.say("closing.of_reserve_then", **places)


def _in_the_year(case: Closed) -> Iterator[str]:
    """What was borne in the year, and whether that is by the budget alone."""
    yield _share(case)
    if case.by_budget:
        yield case.pen.say("closing.by_budget")


def _share(case: Closed) -> str:
    """What the reader bore, or all together, beside the budget, and why; empty without one."""
    before, pen, mine = case.before, case.pen, case.mine
    now, was = case.bill, case.bill_before
    if mine is not None:
        now, was = mine.borne, mine.before
    if mine is not None and mine.at is None:
        return pen.say("paper.final_absent", name=mine.name, year=case.year)
    if before is None:
        return ""
    if mine is not None and was is None:
        return pen.say("closing.not_budgeted", text=bears(case, now), name=mine.name)
    told = borne_beside(case, before, now, was or 0)
    return f"{told} {cause_of_change(case, own=True)}".rstrip()


def _cards(case: Closed) -> Iterator[Card]:
    pen, say, count = case.pen, case.pen.say, len(case.partners)
    now, was = case.bill, case.bill_before
    if was is None or not case.differs:
        words = say("closing.card_bills", count=count)
        if now < 0:
            words = say("closing.card_bills_in", count=count)
        yield Card(pen.large(abs(now)), words)
    else:
        budgeted = case.count_budgeted
        words = say("closing.card_budgeted", count=budgeted)
        if was < 0:
            words = say("closing.card_budgeted_in", count=budgeted)
        yield Card(pen.large(abs(was)), words)
        words = say("closing.card_actual", count=count)
        if now < 0:
            words = say("closing.card_actual_in", count=count)
        if now * was > 0 and now != was:
            rise = pen.rise(Fraction(abs(now) - abs(was), abs(was)))
            words = say("paper.with_percent", text=words, percent=rise)
        yield Card(pen.large(abs(now)), words)
    yield from _already(case)
    yield _last(case)


def _already(case: Closed) -> Iterator[Card]:
    """What was paid during the year, or brought in; nothing where all of it still has to pass."""
    settled, pen, say = case.settled, case.final.pen, case.pen.say
    advances = sum(each.total for each in settled.payments)
    in_kind = settled.total.figure("in_kind")
    lines = sum(
        each.amount for each in settled.postings if each.figure == "paid" and each.holder != ACCOUNT
    )
    if advances > 0:
        words = say("closing.card_advances")
        stated = [each.amounts or {} for each in case.network.payment.values()]
        if any(amount < 0 for amounts in stated for amount in amounts.values()):
            words = say("closing.card_less_refunds")
        yield Card(pen.large(advances), words)
    elif in_kind:
        yield Card(pen.large(in_kind), say("closing.card_in_kind"))
    elif lines > 0:
        yield Card(pen.large(lines), say("closing.card_lines"))


def _last(case: Closed) -> Card:
    """What the reader still pays or gets; for all what still passes."""
    pen, say, mine, settled = case.final.pen, case.pen.say, case.mine, case.settled
    if mine is None:
        return _passes(case)
    due = case.due(mine.id)
    figure = pen.large(abs(due))
    if settled.way == "none":
        if due < 0:
            return Card(figure, say("closing.card_brought_more", name=mine.name))
        return Card(figure, say("closing.card_brought_less", name=mine.name))
    if due < 0:
        return Card(figure, say("closing.card_gets", name=mine.name))
    return Card(figure, say("closing.card_still_pays", name=mine.name))


def _passes(case: Closed) -> Card:
    """What still passes; what goes to one party and what that pays out are told apart."""
    pen, say, transfers = case.final.pen, case.pen.say, case.settled.transfers
    if not transfers:
        return Card(pen.large(0), say("closing.card_passes_nothing"))
    into = sum(each.amount for each in transfers if each.taker == case.holder)
    out = sum(each.amount for each in transfers if each.payer == case.holder)
    if case.settled.way != "account" or not (into and out):
        total = sum(each.amount for each in transfers)
        return Card(pen.large(total), say("closing.card_passes", count=len(transfers)))
    if case.holder == ACCOUNT:
        return Card(pen.large(into), say("closing.card_account_both", out=pen.money(out)))
    name = case.rows[case.holder].name
    return Card(pen.large(into), say("closing.card_keeper_both", name=name, out=pen.money(out)))


def _sentences(case: Closed, *, annexed: bool) -> Iterator[str]:
    """What the amounts of the table are, and who is not there."""
    say = case.pen.say
    yield case.language.say("statement.amounts", currency=currency_sign(case.statement.currency))
    yield from table_sentences(case)
    if case.absent:
        yield say("paper.not_there")
    if case.differs:
        yield from who_came_and_left(case, dashed=bool(case.absent))
    yield from present_in_part(case.statement, case.language)
    if annexed and case.absent:
        yield say("closing.all_in_annex")
    elif annexed:
        yield say("paper.all_in_annex", count=len(case.standings))
    if case.settled.warnings:
        yield say("closing.warned", count=len(case.settled.warnings))


def _chart(case: Closed, *, many: bool) -> Iterator[Block]:
    """What each bore beside the budget; with closed purses without one, beside its share."""
    if case.differs:
        shown = largest(case) if many else case.standings
        drawn, title = chart_of(case, shown), _finding(case)
    elif case.settled.way == "none":
        drawn, title = _brought_in(case), case.pen.say("closing.brought_chart")
    else:
        return
    if drawn is not None:
        drawn = _entitled(case, drawn, title)
        yield Heading(title)
        yield Drawing(drawn)
        yield Note(drawn.note)


def _entitled(case: Closed, drawn: Scene, title: str) -> Scene:
    """A drawing under another title, with its description; also that for a telephone."""
    told = case.pen.say("paper.dots_text", title=title, note=drawn.note)
    narrow = drawn.narrow and drawn.narrow._replace(title=title, description=told)
    return drawn._replace(title=title, description=told, narrow=narrow)


def _finding(case: Closed) -> str:
    """Whose bill is higher than budgeted and whose lower, by name where they are few."""
    say, language = case.pen.say, case.language
    stay = [each for each in case.partners if each.before is not None]
    if any(min(each.borne, each.borne_before) < 0 for each in stay):
        return say("closing.budget_beside")  # who receives less does not bear more
    more = [each.name for each in stay if each.change > 0]
    less = [each.name for each in stay if each.change < 0]
    if max(len(more), len(less)) > _NAMED:
        return _counted(case, len(more), len(less), len(stay))
    if more and less:
        return say("closing.budget_both", more=language.listed(more), less=language.listed(less))
    if more:
        return say("closing.budget_more", more=language.listed(more))
    if less:
        return say("closing.budget_less", less=language.listed(less))
    return say("paper.coming_and_going")


def _counted(case: Closed, more: int, less: int, all: int) -> str:
    """The same by how many they are, of those who stood in the budget."""
    say = case.pen.say
    if more and less:
        return say("closing.budget_counted", more=more, less=less, all=all)
    if more:
        return say("closing.budget_counted_more", more=more, all=all)
    return say("closing.budget_counted_less", less=less, all=all)


def _brought_in(case: Closed) -> Scene | None:
    """From what each brought in to its share."""
    pen, settled = case.final.pen, case.settled
    rows = [
        Change(
            row.name,
            row.figure("bill") - row.due,
            row.figure("bill"),
            pen.large_change(row.due),
            row.id == case.own,
        )
        for row in settled.partners
    ]
    note = case.pen.say("closing.brought_dots")
    unit = 10**settled.decimals
    whole = pen._replace(decimals=0)
    axis = [(at, whole.figure(at // unit)) for at in scale_marks(rows) if not at % unit]
    return dumbbell(rows, Words("", "", note), axis)
