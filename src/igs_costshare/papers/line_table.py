"""How each cost is divided: every line with its amount, how it came about, and who bears what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from igs_costshare.computing.statement import LineKind
from igs_costshare.method.rows import LineTold
from igs_costshare.method.terms import term_sentences
from igs_costshare.papers.blocks import Grid, Head, Note, RowRole, TableLine
from igs_costshare.papers.case import Case
from igs_costshare.papers.pen import NONE
from igs_costshare.wording.cut import cut_at_word

MOST = 12
"""Lines that all stand on the page; of more the small ones are one."""
_ROOM = 3_000
"""Characters of a column on the page; an annex has the whole of what is longer."""
_LONGEST_TERMS = 600
"""Characters of the terms of a contribution on the page; an annex has all of them."""


class _Line(NamedTuple):
    """A line with what it comes to, and what was budgeted, in steps shown; None where it is not."""

    told: LineTold
    now: int | None
    before: int | None = None


def line_grid(case: Case, *, whole: bool = False) -> Grid:
    """The table, which adds up to what the partners pay; `whole` has every line in full.

    Where the lines of a budget differ from these, they stand beside them.
    """
    return _Table(case, whole=whole).grid()


def lines_heading(case: Case) -> str:
    """What stands above the table: of income alone that, and not costs."""
    if case.shares_income:
        return case.pen.say("paper.how_income_divided")
    return case.pen.say("paper.how_divided")


def terms_of(case: Case, *, whole: bool = False) -> Iterator[Note]:
    """What each pays by a charge, the percentages and the bounds, in sentences."""
    for told in term_sentences(case.statement, case.language):
        if whole or len(told) <= _LONGEST_TERMS:
            yield Note(told)


def is_cut(case: Case) -> bool:
    """Whether the page leaves out something of the lines."""
    lines = [each.told for each in _beside(case)]
    if len([*terms_of(case)]) < len([*terms_of(case, whole=True)]):
        return True
    texts = (text for line in lines for text in (line.how, line.who, line.basis))
    return len(lines) > MOST or any(len(text) > _longest(lines) for text in texts)


def _beside(case: Case) -> Sequence[_Line]:
    """The lines with what was budgeted of each, and those that were budgeted only."""
    budgeted = {line.id: line for line in case.lines_before or ()}
    step, then = case.step, case.step_before
    lines = [
        _Line(line, step * line.total, then * budgeted.pop(line.id).total)
        if line.id in budgeted
        else _Line(line, step * line.total)
        for line in case.lines
    ]
    return [*lines, *(_Line(line, None, then * line.total) for line in budgeted.values())]


class _Table:
    """The table of the lines, with the budget beside them where that is another."""

    def __init__(self, case: Case, *, whole: bool) -> None:
        self._case, self._whole, self._lines = case, whole, _beside(case)
        told = [each.told for each in self._lines]
        self._based = any(line.basis for line in told)
        self._longest = _longest(told)
        self._kept = {line.id for line in told}
        if not whole and len(told) > MOST:
            order = sorted(self._lines, key=lambda each: -abs(each.now or each.before or 0))
            self._kept = {each.told.id for each in order[: MOST - 2]}
        self._compared = case.lines_before is not None and any(
            (each.now or 0) != (each.before or 0) for each in self._lines
        )

    def grid(self) -> Grid:
        say = self._case.pen.say
        heads = [Head(say("paper.line"), right=False), *self._amount_heads()]
        heads += [Head(say("paper.how"), right=False), Head(say("paper.who"), right=False)]
        if self._based:
            heads.append(Head(say("paper.basis"), right=False))
        return Grid(lines_heading(self._case), tuple(heads), tuple(self._rows()))

    def _amount_heads(self) -> list[Head]:
        say = self._case.pen.say
        if not self._compared:
            return [Head(say("paper.amount"))]
        return [
            Head(say("settling.budgeted")),
            Head(say("settling.actual")),
            Head(say("paper.difference")),
        ]

    def _rows(self) -> Iterator[TableLine]:
        case = self._case
        costs, income = (self._of(kind) for kind in ("expense", "revenue"))
        spent, got = _total(costs), _total(income)
        yield from self._kind(costs, 1)
        if costs or not self._lines:
            yield self._line(case.language.column("expenses"), *spent, role="sum")
        yield from self._kind(income, -1)
        if income[1:]:
            yield self._line(case.language.column("revenues"), -got[0], -got[1], role="sum")
        yield from self._ends(spent[0] - got[0], spent[1] - got[1])

    def _of(self, kind: LineKind) -> list[_Line]:
        return [each for each in self._lines if each.told.kind == kind]

    def _kind(self, lines: Sequence[_Line], sign: int) -> Iterator[TableLine]:
        say = self._case.pen.say
        for each in lines:
            if each.told.id in self._kept:
                line = each.told
                texts = [line.how, line.who, line.basis]
                if not self._whole:
                    texts = [cut_at_word(text, self._longest) for text in texts]
                now, before = (None if a is None else sign * a for a in (each.now, each.before))
                yield self._line(line.heading, now, before, texts)
        small = [each for each in lines if each.told.id not in self._kept]
        if small:
            named = say("paper.small_lines", count=len(small))
            now, before = _total(small)
            yield self._line(named, sign * now, sign * before, ("", say("paper.see_annex"), ""))

    def _ends(self, left: int, left_before: int) -> Iterator[TableLine]:
        """What goes to or comes from the reserve, and what the partners pay."""
        case, say = self._case, self._case.pen.say
        bill, was = case.bill, case.bill_before or 0
        reserve, before = bill - left, was - left_before if self._compared else 0
        if min(reserve, before) < 0 < max(reserve, before):
            yield self._line(say("paper.to_or_from_reserve"), reserve, before)
        elif reserve > 0 or before > 0:
            yield self._line(say("paper.to_reserve"), reserve, before)
        elif reserve or before:
            yield self._line(say("paper.from_reserve"), reserve, before)
        yield self._line(case.together_word, bill, was, role="total")

    def _line(
        self,
        word: str,
        now: int | None,
        before: int | None,
        texts: Sequence[str] = ("", "", ""),
        role: RowRole = "plain",
    ) -> TableLine:
        amounts = [self._figure(now)]
        if self._compared:
            change = self._case.pen.change((now or 0) - (before or 0))
            amounts = [self._figure(before), self._figure(now), change]
        kept = texts if self._based else texts[:-1]
        return TableLine((word, *amounts, *kept), role)

    def _figure(self, amount: int | None) -> str:
        """An amount that adds up to what is to pay; where all receive, to that."""
        case = self._case
        return NONE if amount is None else case.pen.figure(case.sign * amount)


def _total(lines: Sequence[_Line]) -> tuple[int, int]:
    """What lines come to now, and before."""
    return sum(each.now or 0 for each in lines), sum(each.before or 0 for each in lines)


def _longest(lines: Sequence[LineTold]) -> int:
    """Characters of a cell, for which a page of few lines has more room."""
    return _ROOM // max(1, min(MOST, len(lines)))
