"""The second page of a nota on a settlement: how costs were shared, what was paid, who pays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from igs_costshare.description.settlement import BASE
from igs_costshare.documents.settlement_phrases import course_sentence, no_transfers
from igs_costshare.papers.blocks import Block, Boxed, Heading, Note, Paragraph, Run, runs, strong
from igs_costshare.papers.closed import Closed
from igs_costshare.papers.line_table import line_grid, lines_heading, terms_of
from igs_costshare.papers.nota_back import MOST_ROWS, body_of, numbered, recompute
from igs_costshare.papers.paid_table import paid_grid, paid_heading
from igs_costshare.papers.passing import decided, passing, transfer_grid
from igs_costshare.settling.settled import Course


def back(case: Closed) -> Iterator[Block]:
    """How each cost was divided, what was paid, who pays whom, and the text to decide."""
    say, settled = case.pen.say, case.settled
    yield Heading(lines_heading(case))
    yield line_grid(case)
    yield from terms_of(case)
    if settled.payments:
        yield Heading(paid_heading(case))
        yield paid_grid(case)
    yield Heading(say("closing.who_pays_whom"))
    if settled.transfers:
        yield Paragraph(runs(passing(case)))
        yield transfer_grid(case, MOST_ROWS)
    else:
        yield Paragraph(runs(no_transfers(settled, case.language)))
    if settled.reserve is not None:
        yield Heading(case.language.column("reserve"))
        course = course_sentence(settled.reserve, case.final.pen.money, case.language)
        yield Paragraph(runs(course))
    yield Heading(say("paper.for_decision"))
    yield Boxed(tuple(_articles(case)))
    yield Note(recompute(case, "settle", base=_base(case)))


def _base(case: Closed) -> str | None:
    """How `settle` is asked for the file as it stands, where it would take a scenario."""
    return None if case.reading.source.settled is None else BASE


def _articles(case: Closed) -> Iterator[tuple[Run, ...]]:
    yield runs(_consequences(case))
    yield numbered(1, _first(case), case)
    yield numbered(2, decided(case), case)
    if case.settled.reserve is not None and case.decides:
        yield numbered(3, _reserve(case, case.settled.reserve), case)


def _first(case: Closed) -> str:
    """Who takes part approves the settlement; who does not takes note of it."""
    say, year = case.pen.say, case.year
    places = {"body": body_of(case), "title": case.statement.title}
    if not case.decides:
        return say("closing.notes_settlement", year=year, **places)
    if year:
        return say("closing.approves_settlement_year", year=year, **places)
    return say("closing.approves_settlement", **places)


def _reserve(case: Closed, course: Course) -> str:
    """What the reserve gets or gives, and what it has at the end of the year."""
    say, money = case.pen.say, case.final.pen.money
    closing, amount = money(course.closing), money(abs(course.change))
    day = say("closing.at_the_end")
    if case.year:
        day = say("closing.on_the_last_day", day=date(int(case.year), 12, 31))
    if course.change > 0:
        return say("closing.reserve_gets", amount=amount, day=day, closing=closing)
    if course.change < 0:
        return say("closing.reserve_gives", amount=amount, day=day, closing=closing)
    return say("closing.reserve_stays", day=day, closing=closing)


def _consequences(case: Closed) -> str:
    """What is to be booked, with blanks for what only the reader knows."""
    say, mine = case.pen.say, case.mine
    label = strong(say("paper.consequences"))
    if not case.settled.transfers:
        return say("closing.final_nothing", label=label)
    if mine is None:
        return say("closing.final_all", label=label)
    due = case.due(mine.id)
    amount = case.final.pen.money(abs(due))
    if due > 0:
        return say("closing.final_to_pay", label=label, amount=amount)
    if due < 0:
        return say("closing.final_to_receive", label=label, amount=amount)
    return say("closing.final_nothing_own", label=label)
