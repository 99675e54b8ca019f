"""What one partner bears and receives: line by line, with how each figure arises."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.charts.bars import Part, Words, parts
from igs_costshare.charts.scene import Scene
from igs_costshare.comparing.difference import RowChange
from igs_costshare.computing.statement import Row, StatementLine
from igs_costshare.explaining.briefly import Briefly
from igs_costshare.papers.blocks import Grid, Head, TableLine
from igs_costshare.papers.case import INHABITANTS, Case, Standing
from igs_costshare.papers.letter_how import How
from igs_costshare.papers.naming import before_name, cause_head
from igs_costshare.papers.pen import NONE
from igs_costshare.wording.language import capital
from igs_costshare.wording.tables import line_heading

_MOST_BARS = 8
_MOST_LINES = 14
"""Lines that stand one by one; those of more in which the partner has nothing are left out."""


class Lines(NamedTuple):
    """What all letters share."""

    case: Case
    briefly: Briefly
    settled: bool = False
    """Whether they stand beside a final account, which says what is to pay."""

    def grid(self, mine: Standing) -> Grid:
        """The lines of a partner, what they come to, and what they were before."""
        case, at = self.case, mine.place
        row = case.statement.partners[at]
        rows = [*self._rows(row, at, _change(case, mine))]
        say = case.pen.say
        heads = [
            Head(say("paper.line"), right=False),
            Head(say("paper.how"), right=False),
            Head(say("paper.whole_network")),
            Head(say("paper.your_share")),
            Head(say("paper.your_amount"), strong=True),
        ]
        kept = len(heads)
        if case.before is not None and mine.before is not None:
            heads.append(Head(capital(before_name(case.before, case.pen))))
            heads.append(Head(say("paper.difference")))
            kept = len(heads)
        lines = tuple(line._replace(cells=line.cells[:kept]) for line in rows)
        return Grid(say("paper.you_bear"), tuple(heads), lines)

    def reserve(self) -> str:
        """What the partners pay above or below what goes out and comes in; empty for nothing."""
        case, pen = self.case, self.case.pen
        amount = case.bill + case.step * case.statement.total.balance
        told = pen.money(abs(amount))
        if amount > 0:
            return pen.say("paper.reserve_gets", amount=told)
        return pen.say("paper.reserve_gives", amount=told) if amount else ""

    def _rows(self, row: Row, at: int, change: RowChange | None) -> Iterator[TableLine]:
        case = self.case
        steps, told = self.briefly.steps(at), How(case.language, case.statement.currency)
        for kind, sign in (("expense", 1), ("revenue", -1)):
            lines = [
                (place, line)
                for place, line in enumerate(case.statement.lines)
                if line.kind == kind
            ]
            if len(case.statement.lines) > _MOST_LINES:
                lines = [(place, line) for place, line in lines if row.cells[place]]
            for place, line in lines:
                how = told.told(steps[line.id])
                yield self._line(line, sign, row.cells[place], how, at, change)
            if len(lines) > 1 or kind == "expense":
                yield self._sum(kind, sign, row, change)
        yield self._total(row, at, change)

    def _line(
        self,
        line: StatementLine,
        sign: int,
        cell: int,
        how: str,
        at: int,
        change: RowChange | None,
    ) -> TableLine:
        case, pen = self.case, self.case.pen
        share = share_of(line, at)
        return TableLine(
            (
                line_heading(line.id, line.label, case.language),
                how,
                pen.figure(sign * case.step * sum(line.cells)),
                NONE if share is None else pen.share(share),
                pen.figure(sign * case.step * cell),
                *_then(case, change, line.id, sign),
            )
        )

    def _sum(self, kind: str, sign: int, row: Row, change: RowChange | None) -> TableLine:
        case, pen = self.case, self.case.pen
        column = "expenses" if kind == "expense" else "revenues"
        total = sum(getattr(each, column) for each in case.statement.partners)
        own = getattr(row, column)
        cells = (
            case.language.column(column),
            "",
            pen.figure(sign * case.step * total),
            pen.share(Fraction(own, total)) if total else NONE,
            pen.figure(sign * case.step * own),
            *_then(case, change, column, sign),
        )
        return TableLine(cells, "sum")

    def _total(self, row: Row, at: int, change: RowChange | None) -> TableLine:
        case, pen = self.case, self.case.pen
        word = pen.say("paper.to_pay") if row.balance <= 0 else pen.say("paper.to_receive_minus")
        if self.settled:
            word = pen.say("paper.final_bill")
        cells = (
            word,
            "",
            pen.figure(case.bill),
            NONE if case.shares is None else pen.share(case.shares[at]),
            pen.figure(-case.step * row.balance),
            *_then(case, change, "balance", -1),
        )
        return TableLine(cells, "total")

    def chart(self, mine: Standing) -> Scene | None:
        """The partner's part of each cost, and of the inhabitants for comparison.

        Where there are no costs at all, of the income that is shared.
        """
        case, pen, at = self.case, self.case.pen, mine.place
        costs = [line for line in case.statement.lines if line.kind == "expense"]
        parted = [
            (line, share)
            for line in costs or case.statement.lines
            if (share := share_of(line, at)) is not None
        ]
        order = sorted(parted, key=lambda each: -abs(each[0].total))
        largest = {line.id for line, _ in order[:_MOST_BARS]}
        rows = [
            Part(line_heading(line.id, line.label, case.language), share, pen.share(share))
            for line, share in parted
            if line.id in largest
        ]
        if case.inhabitants is not None:
            share = case.inhabitants[at] / sum(case.inhabitants)
            people = case.language.noun(INHABITANTS, Fraction(2))
            named = pen.say("paper.for_comparison", people=people)
            rows.append(Part(named, share, pen.share(share), faint=True))
        title = pen.say("paper.your_parts") if costs else pen.say("letter.your_parts_of_income")
        told = case.language.joined(f"{row.name} {row.figure}" for row in rows)
        note = ""
        if len(parted) > len(largest):
            note = pen.say("letter.largest_parts", count=len(largest), all=len(parted))
        text = pen.say("paper.parts_text", title=title, parts=told)
        return parts(rows, Words(title, text, note))


def share_of(line: StatementLine, at: int) -> Fraction | None:
    """A partner's part of a line, exact; None of a line that comes to nothing."""
    total = sum(line.exact.numerators)
    if not total or not line.total:
        return None
    share = Fraction(line.exact.numerators[at], total)
    return share if 0 <= share <= 1 else None


def bridge(case: Case, mine: Standing, *, settled: bool) -> Grid | None:
    """From what was paid to what is paid, cause by cause; None where that is not known."""
    before, pen = case.before, case.pen
    if before is None or mine.before is None or before.difference.causes is None:
        return None
    if not mine.change:
        return None
    named = capital(before_name(before, pen))
    lines = [TableLine((named, pen.figure(mine.before)))]
    causes = zip(before.difference.causes, mine.causes, strict=True)
    for cause, part in sorted(causes, key=lambda each: -abs(each[1])):
        if part:
            lines.append(TableLine((cause_head(before, cause, pen), pen.change(part))))
    now = pen.say("paper.final_bill") if settled else _now(case)
    lines.append(TableLine((now, pen.figure(mine.borne)), "total"))
    heads = (Head(pen.say("paper.what"), right=False), Head(pen.say("paper.amount")))
    return Grid(pen.say("paper.why"), heads, tuple(lines))


def _now(case: Case) -> str:
    say, year = case.pen.say, case.year
    return say("paper.to_pay_in", year=year) if year else say("paper.to_pay")


def _change(case: Case, mine: Standing) -> RowChange | None:
    return None if mine.before is None else case.change_of(mine.id)


def _then(case: Case, change: RowChange | None, column: str, sign: int) -> tuple[str, ...]:
    """What a figure was, and the difference; nothing where there is no before."""
    if change is None:
        return ()
    pen, amounts = case.pen, change.columns[column]
    was = NONE if amounts.a is None else pen.figure(sign * amounts.a)
    return was, pen.change(sign * amounts.change)
