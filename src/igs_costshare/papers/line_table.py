"""How each cost is divided: every line with its amount, how it came about, and who bears what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igs_costshare.computing.statement import LineKind
from igs_costshare.method.rows import LineTold, line_rows
from igs_costshare.method.terms import term_sentences
from igs_costshare.papers.blocks import Grid, Head, Note, TableLine
from igs_costshare.papers.case import Case
from igs_costshare.wording.cut import cut_at_word

MOST = 12
"""Lines that all stand on the page; of more the small ones are one."""
_ROOM = 3_000
"""Characters of a column on the page; an annex has the whole of what is longer."""
_LONGEST_TERMS = 600
"""Characters of the terms of a contribution on the page; an annex has all of them."""


def lines_of(case: Case) -> tuple[LineTold, ...]:
    """Every line of the statement, and of what a charge replaces."""
    return line_rows(case.statement, case.language)


def line_grid(case: Case, *, whole: bool = False) -> Grid:
    """The table, which adds up to what the partners pay; `whole` has every line in full."""
    pen, lines = case.pen, lines_of(case)
    based = any(line.basis for line in lines)
    rows = [*_rows(case, lines, whole=whole)]
    heads = [
        Head(pen.say("paper.line"), right=False),
        Head(pen.say("paper.amount")),
        Head(pen.say("paper.how"), right=False),
        Head(pen.say("paper.who"), right=False),
        Head(pen.say("paper.basis"), right=False),
    ]
    kept = len(heads) if based else len(heads) - 1
    lines_of_table = [row._replace(cells=row.cells[:kept]) for row in rows]
    return Grid(lines_heading(case), tuple(heads[:kept]), tuple(lines_of_table))


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
    lines = lines_of(case)
    if len([*terms_of(case)]) < len([*terms_of(case, whole=True)]):
        return True
    texts = (text for line in lines for text in (line.how, line.who, line.basis))
    return len(lines) > MOST or any(len(text) > _longest(lines) for text in texts)


def _rows(case: Case, lines: Sequence[LineTold], *, whole: bool) -> Iterator[TableLine]:
    kept = {line.id for line in lines}
    if not whole and len(lines) > MOST:
        order = sorted(lines, key=lambda line: -abs(line.total))
        kept = {line.id for line in order[: MOST - 2]}
    spent, got = (_total(lines, kind) for kind in ("expense", "revenue"))
    costs = [line for line in lines if line.kind == "expense"]
    yield from _kind(case, costs, kept, 1, whole=whole)
    if costs or not lines:
        yield _sum(case, case.language.column("expenses"), spent)
    income = [line for line in lines if line.kind == "revenue"]
    yield from _kind(case, income, kept, -1, whole=whole)
    if income[1:]:
        yield _sum(case, case.language.column("revenues"), -got)
    yield from _ends(case, case.step * (spent - got))


def _kind(
    case: Case, lines: Sequence[LineTold], kept: set[str], sign: int, *, whole: bool
) -> Iterator[TableLine]:
    pen, longest = case.pen, _longest(lines_of(case))
    for line in lines:
        if line.id in kept:
            amount = _figure(case, sign * case.step * line.total)
            told = (line.how, line.who, line.basis)
            texts = told if whole else tuple(cut_at_word(text, longest) for text in told)
            yield TableLine((line.heading, amount, *texts))
    small = [line for line in lines if line.id not in kept]
    if small:
        amount = _figure(case, sign * case.step * sum(line.total for line in small))
        named = pen.say("paper.small_lines", count=len(small))
        yield TableLine((named, amount, "", pen.say("paper.see_annex"), ""))


def _ends(case: Case, left: int) -> Iterator[TableLine]:
    """What goes to or comes from the reserve, and what the partners pay."""
    pen = case.pen
    reserve = case.bill - left
    if reserve > 0:
        yield TableLine((pen.say("paper.to_reserve"), _figure(case, reserve), "", "", ""))
    elif reserve < 0:
        yield TableLine((pen.say("paper.from_reserve"), _figure(case, reserve), "", "", ""))
    yield TableLine((case.together_word, _figure(case, case.bill), "", "", ""), "total")


def _sum(case: Case, word: str, total: int) -> TableLine:
    return TableLine((word, _figure(case, case.step * total), "", "", ""), "sum")


def _figure(case: Case, amount: int) -> str:
    """An amount that adds up to what is to pay; where all receive, to that."""
    return case.pen.figure(case.sign * amount)


def _total(lines: Sequence[LineTold], kind: LineKind) -> int:
    return sum(line.total for line in lines if line.kind == kind)


def _longest(lines: Sequence[LineTold]) -> int:
    """Characters of a cell, for which a page of few lines has more room."""
    return _ROOM // max(1, min(MOST, len(lines)))
