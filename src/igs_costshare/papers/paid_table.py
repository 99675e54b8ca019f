"""The payments of the year that is closed: advances, refunds, with their days."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.messages import Percent
from igs_costshare.papers.blocks import Grid, Head, TableLine
from igs_costshare.papers.closed import Closed
from igs_costshare.papers.line_table import MOST
from igs_costshare.papers.pen import NONE
from igs_costshare.settling.settled import Paid


def paid_heading(case: Closed) -> str:
    """What stands above the table."""
    return case.pen.say("closing.payments_made")


def is_long(case: Closed) -> bool:
    """Whether the page has their total only, and an annex all of them."""
    return len(case.settled.payments) > MOST


def paid_grid(case: Closed, *, whole: bool = False) -> Grid:
    """Each payment with its day, what all paid of it, and what the reader did."""
    pen, say, mine = case.final.pen, case.pen.say, case.mine
    payments = case.settled.payments
    rows = [*_rows(case)]
    if is_long(case) and not whole:
        rows = []
    own = sum(_own(case, id) for id in case.network.payment)
    total = sum(each.total for each in payments)
    word = case.language.column("total")
    if not rows:
        word = say("closing.payments_in_annex", count=len(payments))
    rows.append((word, "", "", pen.figure(total), pen.figure(own)))
    heads = [
        Head(say("settling.payment"), right=False),
        Head(say("settling.date"), right=False),
        Head(say("settling.part")),
        Head(say("settling.payment_total")),
        Head(mine.name if mine else "", strong=True),
    ]
    kept = [0, 1, 2, 3, 4] if mine else [0, 1, 2, 3]
    if not any(each.part for each in payments):
        kept.remove(2)
    lines = [TableLine(tuple(row[at] for at in kept)) for row in rows]
    lines[-1] = lines[-1]._replace(role="total")
    return Grid(paid_heading(case), tuple(heads[at] for at in kept), tuple(lines))


def _rows(case: Closed) -> Iterator[tuple[str, ...]]:
    pen = case.final.pen
    for id, each in zip(case.network.payment, case.settled.payments, strict=True):
        part = NONE if each.part is None else case.language.write(Percent(each.part))
        own = pen.figure(_own(case, id))
        yield _label(case, id, each), _day(case, each), part, pen.figure(each.total), own


def _label(case: Closed, id: str, each: Paid) -> str:
    """What it is called, with whom it went to where that does not hold the account."""
    to = case.network.payment[id].to
    if to in (ACCOUNT, case.holder):
        return each.label
    return case.pen.say("paper.instalment_to", label=each.label, name=case.rows[to].name)


def _day(case: Closed, each: Paid) -> str:
    """Its day, where it has one: in a later year of a plan those of the first are left out."""
    return NONE if each.day is None else case.language.write(each.day)


def _own(case: Closed, id: str) -> int:
    """What the reader paid of it, below 0 what it got; who keeps the account has got all of it."""
    return sum(
        each.amount
        for each in ([] if case.own is None else case.settled.of(case.own))
        if each.figure == "payments" and each.source == ("payment", id)
    )
