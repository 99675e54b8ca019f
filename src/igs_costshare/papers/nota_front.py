"""The first page of a nota: the decision, who pays what, and why it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from igs_costshare.computing.statement import DAY_PRICE_PAID
from igs_costshare.method.presence import present_in_part
from igs_costshare.papers.blocks import (
    Block,
    Card,
    Cards,
    Drawing,
    Heading,
    Lead,
    Note,
    Paragraph,
    Run,
    runs,
    strong,
)
from igs_costshare.papers.case import Case
from igs_costshare.papers.cause_table import cause_grid, causes_of, reserve_causes
from igs_costshare.papers.joint import work_together
from igs_costshare.papers.main_causes import cause_of_change
from igs_costshare.papers.naming import before_name, cause_head, paid_then
from igs_costshare.papers.nota_back import MOST_ROWS, what_is_shared
from igs_costshare.papers.own_hands import OwnHands, purses_are_closed
from igs_costshare.papers.partner_chart import LARGEST, chart_of, largest
from igs_costshare.papers.partner_table import MOST, heading, partner_grid
from igs_costshare.reading.settled import closes_the_year
from igs_costshare.wording.language import currency_sign
from igs_costshare.wording.sentences import together


def front(case: Case) -> Iterator[Block]:
    """The decision, four figures, who pays what, a chart of it, and why it changes."""
    many = len(case.standings) > MOST
    shown = largest(case) if many else case.standings
    told = [paid_then(case, own=True), cause_of_change(case, own=True), _own_hands(case)]
    yield decision([_approve(case), *told], case)
    yield Cards(tuple(_cards(case)))
    yield Heading(_ten(case) if many else heading(case))
    yield partner_grid(case, shown if many else None)
    yield from map(Note, _notes(case, annexed=many))
    chart = chart_of(case, shown)
    if chart is not None:
        if chart.title != heading(case):  # it stands above the table
            yield Heading(chart.title)
        yield Drawing(chart)
        yield from map(Note, filter(None, [chart.note]))
    yield from why(case, case.pen.say("paper.why"))


def _own_hands(case: Case) -> str:
    """What passes through the reader's own hands, of which the net bill says nothing."""
    mine = case.mine
    if mine is None or closes_the_year(case.reading):
        return ""
    return OwnHands(case).clause(case.pen, mine.id, mine.name)


def _ten(case: Case) -> str:
    if case.before is not None:
        return case.pen.say("paper.largest_changes", count=LARGEST)
    return case.pen.say("paper.largest_bills", count=LARGEST)


def decision(sentences: Iterable[str], case: Case) -> Lead:
    """What is asked of who reads it, and what that comes to; empty sentences are none."""
    asked = Run(f"{case.pen.say('paper.decision')} ", bold=True)
    return Lead((asked, *runs(" ".join(filter(None, sentences)))))


def _approve(case: Case) -> str:
    say, year, chosen = case.pen.say, case.year, case.reading.source.chosen
    what = what_is_shared(case)
    if chosen is None and year:
        return say("paper.approve_year", what=what, year=year)
    if chosen is None:
        return say("paper.approve", what=what)
    if not year:
        return say("paper.approve_scenario", what=what, scenario=chosen.name)
    return say("paper.approve_year_scenario", what=what, scenario=chosen.name, year=year)


def _cards(case: Case) -> Iterator[Card]:
    pen, say = case.pen, case.pen.say
    lines = case.lines
    for kind, word in (("expense", "expenses"), ("revenue", "revenues")):
        total = case.step * sum(line.total for line in lines if line.kind == kind)
        named = say("paper.card_expenses") if word == "expenses" else say("paper.card_revenues")
        if total:
            yield Card(pen.large(total), named)
    count = len(case.partners)
    if case.bill < 0:
        yield Card(pen.large(-case.bill), say("paper.card_receive", count=count))
    else:
        yield Card(pen.large(case.bill), say("paper.card_pay", count=count))
    yield from _last_card(case)


def _last_card(case: Case) -> Iterator[Card]:
    """What changes for all, else what the reader pays, else nothing."""
    pen, say, mine, before = case.pen, case.pen.say, case.mine, case.before
    if before is not None:
        was, change = case.bill_before or 0, case.sign * case.change
        named = before_name(before, pen)
        currency = (
            say("paper.euro") if case.statement.currency == "EUR" else case.statement.currency
        )
        words = say("paper.card_change", currency=currency, name=named)
        if was * case.bill > 0:
            rise = pen.rise(Fraction(abs(case.bill) - abs(was), abs(was)))
            words = say("paper.with_percent", text=words, percent=rise)
        yield Card(pen.large_change(change), words)
    elif mine is not None:
        bill = mine.borne
        word = say("paper.card_receives", name=mine.name)
        if bill >= 0:
            word = say("paper.card_pays", name=mine.name)
        yield Card(pen.large(abs(bill)), word)


def _notes(case: Case, *, annexed: bool) -> Iterator[str]:
    """What the amounts are, who is not there, and what the reserve does."""
    say, statement = case.pen.say, case.statement
    sentences = [case.language.say("statement.amounts", currency=currency_sign(statement.currency))]
    if case.receives:
        sentences.append(say("paper.to_receive_is"))
    else:
        sentences.append(say("paper.to_pay_is"))
    if not closes_the_year(case.reading):
        sentences += OwnHands(case).told_of_all(case.pen, receives=case.receives)
    if purses_are_closed(case):
        sentences.append(say("settling.closed_purses"))
    sentences += who_came_and_left(case)
    sentences += present_in_part(statement, case.language)
    if statement.reserve is not None or any(line.id == DAY_PRICE_PAID for line in statement.lines):
        sentences.append(together(statement, case.language).replace("-", "−"))
    if annexed:
        sentences.append(say("paper.all_in_annex", count=len(case.standings)))
    yield " ".join(sentences)


def who_came_and_left(case: Case, *, dashed: bool = False) -> Iterator[str]:
    """What a dash means, and with whose bills before those are held who became one.

    `dashed` where the dash is already told.
    """
    if case.before is not None:
        absent = any(each.bill is None or each.before is None for each in case.standings)
        if absent and not dashed:
            yield case.pen.say("paper.not_there")
        called = case.before.difference.names
        for one, members in case.merged.items():
            names = case.language.listed([called["partner", id] for id in members])
            name = case.partner(one).name or called["partner", one]
            yield case.pen.say("paper.merged_before", name=name, names=names)


def why(case: Case, heading: str) -> Iterator[Block]:
    """Which cause does what to whom, under a heading; nothing where nothing changes."""
    causes, before = causes_of(case), case.before
    if before is None or not causes:
        return
    yield Heading(heading)
    if len(causes) == 1:
        cause = cause_head(before, causes[0], case.pen)
        yield Paragraph(runs(case.pen.say("paper.sole_cause", cause=strong(cause))))
        return
    shown = case.standings
    if len(shown) > MOST_ROWS:
        shown = tuple(each for each in shown if each.id == case.own)
    yield cause_grid(case, before, shown)
    if reserve_causes(case):
        yield Note(case.pen.say("paper.reserve_moves"))
    if case.lines_before is not None and work_together(case, case.standings):
        yield Note(case.pen.say("paper.joint_effect"))
    if before.difference.orders is not None:
        yield Note(case.pen.say("paper.sampled"))
