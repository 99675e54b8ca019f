"""What each partner pays, beside its key figures and what it paid before; and the chart of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.papers.blocks import Grid, Head, TableLine
from igs_costshare.papers.case import INHABITANTS, Before, Case, Standing
from igs_costshare.papers.keys import key_figures, keys_of
from igs_costshare.papers.naming import before_name
from igs_costshare.papers.pen import NONE
from igs_costshare.wording.language import capital

MOST = 25
"""Partners whose rows all stand on the first page; of more those with the largest changes."""


class PartnerColumn(NamedTuple):
    """A column of a table of partners."""

    head: Head
    cells: dict[str, str]
    """By the id of a standing."""
    total: str
    others: str
    """What those come to who are not shown one by one."""


def partner_grid(case: Case, shown: Sequence[Standing] | None = None) -> Grid:
    """The table; of the standings that are shown, with the others in one row."""
    chosen = case.standings if shown is None else tuple(shown)
    rest = [each for each in case.standings if each not in chosen]
    rows = [(each.id, each.name) for each in chosen]
    others = others_word(case, len(rest))
    return grid_of(case, heading(case), rows, others, [*_columns(case, rest)])


def others_word(case: Case, count: int) -> str:
    """Who stands in one row; empty for nobody."""
    return case.pen.say("paper.others", count=count) if count else ""


def grid_of(
    case: Case,
    caption: str,
    rows: Sequence[tuple[str, str]],
    others: str,
    columns: Sequence[PartnerColumn],
) -> Grid:
    """The columns of who stands in the rows, by id and name, of the others if any, and of all."""
    lines = [
        TableLine(
            (name, *(column.cells.get(id, NONE) for column in columns)),
            "own" if id == case.own else "plain",
        )
        for id, name in rows
    ]
    if others:
        lines.append(TableLine((others, *(column.others for column in columns))))
    total = case.language.column("total")
    lines.append(TableLine((total, *(column.total for column in columns)), "total"))
    heads = (Head(case.language.column("partner"), right=False), *(c.head for c in columns))
    return Grid(caption, heads, tuple(lines))


def heading(case: Case) -> str:
    """What stands above the table."""
    if case.receives:
        return case.pen.say("paper.what_each_receives")
    return case.pen.say("paper.what_each_pays")


def to_pay(case: Case) -> str:
    """What the column of the paper is called, with its year."""
    say, year = case.pen.say, case.year
    if case.receives:
        return say("paper.to_receive_in", year=year) if year else say("paper.to_receive")
    return say("paper.to_pay_in", year=year) if year else say("paper.to_pay")


def _columns(case: Case, rest: Sequence[Standing]) -> Iterator[PartnerColumn]:
    pen, partners, sign = case.pen, case.partners, case.sign
    ids = [each.id for each in partners]
    for key in keys_of(case):
        yield _key_column(case, key, rest)
    amounts = {each.id: sign * each.borne for each in partners}
    others = sum(amounts.get(each.id, 0) for each in rest)
    written = {id: pen.figure(amount) for id, amount in amounts.items()}
    head = Head(to_pay(case), strong=True)
    yield PartnerColumn(head, written, pen.figure(sign * case.bill), pen.figure(others))
    if case.shares is not None:
        parts = dict(zip(ids, case.shares, strict=True))
        left = sum((parts.get(each.id, Fraction(0)) for each in rest), Fraction(0))
        written = {id: pen.share(part) for id, part in parts.items()}
        yield PartnerColumn(
            Head(pen.say("paper.share")), written, pen.share(Fraction(1), 0), pen.share(left)
        )
    if case.inhabitants is not None:
        yield _per_inhabitant(case, case.inhabitants, rest)
    if case.before is not None:
        yield from _before(case, case.before, rest)


def _key_column(case: Case, key: str, rest: Sequence[Standing]) -> PartnerColumn:
    pen, figures = case.pen, key_figures(case, key)
    by_id = {each.id: figure for each, figure in zip(case.partners, figures, strict=True)}
    head = case.language.column("units") if key == "units" else _noun(case, key)
    left = sum((by_id.get(each.id, Fraction(0)) for each in rest), Fraction(0))
    return PartnerColumn(
        Head(capital(head)),
        {id: pen.number(figure) for id, figure in by_id.items()},
        pen.number(sum(figures, Fraction(0))),
        pen.number(left),
    )


def _noun(case: Case, key: str) -> str:
    """What a key counts, in a heading."""
    return case.language.noun(key, Fraction(2))


def _per_inhabitant(
    case: Case, inhabitants: Sequence[Fraction], rest: Sequence[Standing]
) -> PartnerColumn:
    pen, ids = case.pen, [each.id for each in case.partners]
    exact = [case.sign * case.exact(at) for at in range(len(ids))]
    cells = {
        id: pen.each(amount / count)
        for id, amount, count in zip(ids, exact, inhabitants, strict=True)
    }
    total = pen.each(sum(exact, Fraction(0)) / sum(inhabitants))
    places = [each.at for each in rest if each.at is not None]
    left = NONE
    if places:
        counted = sum((inhabitants[at] for at in places), Fraction(0))
        left = pen.each(sum((exact[at] for at in places), Fraction(0)) / counted)
    one = case.language.noun(INHABITANTS, Fraction(1))
    return PartnerColumn(Head(pen.say("paper.per_inhabitant", one=one)), cells, total, left)


def _before(case: Case, before: Before, rest: Sequence[Standing]) -> Iterator[PartnerColumn]:
    """What was paid before, and the difference."""
    pen, sign = case.pen, case.sign
    cells = {
        each.id: pen.figure(sign * each.before)
        for each in case.standings
        if each.before is not None
    }
    total = sum(each.borne_before for each in case.standings)
    left = sum(each.borne_before for each in rest)
    named = capital(before_name(before, pen))
    yield PartnerColumn(Head(named), cells, pen.figure(sign * total), pen.figure(sign * left))
    cells = {each.id: pen.change(sign * each.change) for each in case.standings}
    total, left = case.change, sum(each.change for each in rest)
    head = Head(pen.say("paper.difference"))
    yield PartnerColumn(head, cells, pen.change(sign * total), pen.change(sign * left))
