"""The settlement by partner: from what was budgeted to what is still due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.documents.settlement_phrases import (
    column_sentences,
    figure_headings,
    party,
    sign_sentence,
)
from igs_costshare.papers.blocks import Grid, Head
from igs_costshare.papers.case import Standing
from igs_costshare.papers.closed import Closed
from igs_costshare.papers.partner_chart import LARGEST
from igs_costshare.papers.partner_table import PartnerColumn, grid_of, others_word
from igs_costshare.settling.settled import SIGNS


def settled_grid(case: Closed, shown: Sequence[Standing] | None = None) -> Grid:
    """The table; of the partners that are shown, with the others in one row."""
    chosen = case.parties if shown is None else tuple(shown)
    rest = [each for each in case.parties if each not in chosen]
    rows = [(each.id, each.name) for each in chosen]
    if ACCOUNT in case.rows:
        rows.append((ACCOUNT, party(ACCOUNT, "", case.language)))
    return grid_of(case, settled_heading(case), rows, _others(case, rest), [*_columns(case, rest)])


def _others(case: Closed, rest: Sequence[Standing]) -> str:
    """Who stands in one row; not all of them are partners where somebody is not there."""
    if any(each.at is None for each in rest):
        return case.pen.say("closing.others", count=len(rest))
    return others_word(case, len(rest))


def settled_heading(case: Closed) -> str:
    """What stands above the table."""
    if case.settled.way == "none":
        return case.pen.say("settling.caption_closed")
    return case.pen.say("settling.caption")


def largest_dues(case: Closed) -> tuple[Standing, ...]:
    """The partners with the largest amounts due; the reader's own among them."""
    order = sorted(case.parties, key=lambda each: -abs(case.due(each.id)))
    first, mine = order[:LARGEST], case.mine
    return tuple(first if mine is None or mine in first else [*first, mine])


def _columns(case: Closed, rest: Sequence[Standing]) -> Iterator[PartnerColumn]:
    pen, headings = case.pen, figure_headings(case.language, case.settled.way)
    standings, named = case.standings, _bill_heading(case)
    if case.differs:
        before = {each.id: each.before for each in standings if each.before is not None}
        yield _column(case, pen.say("settling.budgeted"), before, rest)
    bills = {each.id: each.bill for each in standings if each.bill is not None}
    yield _column(case, named, bills, rest)
    if case.differs:
        moved = {each.id: each.change for each in standings}
        yield _column(case, pen.say("closing.beside_budget"), moved, rest, signed=True)
    if case.reserved:
        borne = {id: case.reserved.get(id, 0) for id in case.rows}
        yield _column(case, case.language.column("reserve"), borne, rest)
    for figure in case.used():
        amounts = {id: row.figure(figure) for id, row in case.rows.items()}
        yield _column(case, headings[figure], amounts, rest)
    dues = {id: row.due for id, row in case.rows.items()}
    due = _column(case, headings["due"], dues, rest)
    yield due._replace(head=due.head._replace(strong=True))


def _bill_heading(case: Closed) -> str:
    """What each bears: beside the budget what it really is."""
    return case.pen.say("settling.actual") if case.differs else case.pen.say("settling.bill")


def _column(
    case: Closed,
    heading: str,
    amounts: Mapping[str, int],
    rest: Sequence[Standing],
    *,
    signed: bool = False,
) -> PartnerColumn:
    """Amounts by id; the account has an empty cell where such an amount is of partners only."""
    pen = case.final.pen
    write = pen.change if signed else pen.figure
    cells = {ACCOUNT: "", **{id: write(amount) for id, amount in amounts.items()}}
    others = sum(amounts.get(each.id, 0) for each in rest)
    return PartnerColumn(Head(heading), cells, write(sum(amounts.values())), write(others))


def table_sentences(case: Closed) -> Iterator[str]:
    """What the columns hold, and how what is due is made of them."""
    say, used = case.pen.say, [*case.used()]
    yield _due_is(case)
    yield sign_sentence(case.settled.way, case.language)
    yield say("closing.budgeted_is") if case.differs else say("closing.bill_is")
    if any(min(each.borne, each.borne_before) < 0 for each in case.standings):
        yield say("closing.minus_is")
    if case.reserved:
        yield say("closing.reserve_is")
    yield from column_sentences(used, case.language)
    if case.settled.keeper is not None:
        yield say("settling.kept_by", name=case.rows[case.settled.keeper].name)


def _due_is(case: Closed) -> str:
    """How what is due is made of the columns: `Nog te betalen = werkelijk − voorschotten`."""
    headings = figure_headings(case.language, case.settled.way)
    terms = [(1, case.language.column("reserve"))] if case.reserved else []
    terms += [(SIGNS[figure], headings[figure]) for figure in case.used()]
    sum = _low(_bill_heading(case))
    for sign, heading in terms:
        sum += f" {'+' if sign > 0 else '−'} {_low(heading)}"
    return case.pen.say("settling.due_is", due=headings["due"], sum=sum)


def _low(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
