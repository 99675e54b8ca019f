"""One sheet for each partner: what it pays, why, what to check, and how to pay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.explaining.briefly import Briefly
from igs_costshare.messages import Money, Percent
from igs_costshare.papers.blocks import (
    Block,
    Drawing,
    Grid,
    Head,
    Heading,
    Paper,
    Paragraph,
    Sheet,
    TableLine,
    runs,
    strong,
)
from igs_costshare.papers.case import Case, Standing
from igs_costshare.papers.keys import key_figures, keys_of
from igs_costshare.papers.letter_table import Lines, bridge
from igs_costshare.papers.marks import Marks, foot
from igs_costshare.papers.naming import then
from igs_costshare.papers.payment import advances_of, payment_blocks
from igs_costshare.papers.reference import reference_of
from igs_costshare.papers.risk_table import told_risk
from igs_costshare.reading.loading import Reading
from igs_costshare.reading.settled import budgeted
from igs_costshare.settling.settled import SIGNS, Settled, SettledRow
from igs_costshare.varying.risk import Risk, shared_risk
from igs_costshare.wording.language import capital


class Letter(NamedTuple):
    """A sheet with the name of its file, and what the accounts need of it."""

    file: str
    partner: str
    name: str
    amount: int
    """What is to be paid; below 0 it comes back."""
    reference: str
    paper: Paper


class Letters:
    """The sheets of a statement, or of its settlement."""

    def __init__(
        self, case: Case, first: Reading, marks: Marks, settled: Settled | None = None
    ) -> None:
        self.case, self.settled = case, settled
        self.lines = Lines(case, Briefly(case.statement), settled is not None)
        self.risk: Risk | None = None if settled is not None else shared_risk(case.reading)
        self.foot = foot(first, case.title, marks, case.pen)
        self.budget = budgeted(case.reading).budget.statement()
        self.figures = {key: key_figures(case, key) for key in keys_of(case)}

    def __iter__(self) -> Iterator[Letter]:
        """A letter for each partner, in the order of the file."""
        count = len(self.case.partners)
        wide = max(2, len(str(count)))
        for number, mine in enumerate(self.case.partners, 1):
            name = re.sub(r"[^\w-]+", "-", mine.id)
            file = f"{number:0{wide}}-{name}.pdf"
            amount = self._amount(mine)
            source = self.case.reading.source
            reference = reference_of(self.case.network, source.whole, mine.id)
            paper = self._paper(mine, number, count)
            yield Letter(file, mine.id, mine.name, amount, reference, paper)

    def _amount(self, mine: Standing) -> int:
        row = self._settled_row(mine)
        return (mine.bill or 0) if row is None else row.due

    def _settled_row(self, mine: Standing) -> SettledRow | None:
        if self.settled is None:
            return None
        return next(row for row in self.settled.partners if row.id == mine.id)

    def _paper(self, mine: Standing, number: int, count: int) -> Paper:
        case = self.case.of(mine.id)
        say = case.pen.say
        return Paper(
            case.language.code,
            self._title(case, mine),
            say("paper.letter_of", title=case.title, number=number, count=count),
            self.foot,
            (Sheet(tuple(self._blocks(case, mine))),),
            case.language.say("paper.page", page="{page}", pages="{pages}"),
        )

    def _title(self, case: Case, mine: Standing) -> str:
        """The headline, with its amount."""
        say, amount = case.pen.say, case.pen.money(abs(self._amount(mine)))
        year, due = case.year, self._amount(mine)
        if self.settled is not None:
            if due > 0:
                return say("paper.still_pays", name=mine.name, amount=amount)
            if due < 0:
                return say("paper.gets_back", name=mine.name, amount=amount)
            return say("paper.is_even", name=mine.name)
        if not due:
            return say("paper.pays_nothing", name=mine.name)
        if due < 0:
            head = say("paper.receives", name=mine.name, amount=amount)
        else:
            head = say("paper.pays", name=mine.name, amount=amount)
        return say("paper.in_year", text=head, year=year) if year else head

    def _blocks(self, case: Case, mine: Standing) -> Iterator[Block]:
        say = case.pen.say
        yield Paragraph(runs(" ".join(self._lead(case, mine))))
        yield from self._settlement(case, mine)
        yield Heading(say("paper.you_bear"))
        yield self.lines.grid(mine)
        crossing = bridge(case, mine, settled=self.settled is not None)
        if crossing is not None:
            yield Heading(say("paper.why"))
            yield crossing
        drawn = self.lines.chart(mine)
        if drawn is not None:
            yield Heading(drawn.title)
            yield Drawing(drawn)
        yield Heading(say("paper.check"))
        yield Paragraph(runs(" ".join(self._checks(case, mine))))
        if self.risk is not None:
            yield from told_risk(case, self.risk, alone=True)
        advances = () if self.settled is not None else advances_of(case, self.budget, mine.id)
        yield from payment_blocks(case, mine.id, self._amount(mine), advances)

    def _lead(self, case: Case, mine: Standing) -> Iterator[str]:
        """Of what it is, how much that is more or less than before, and for each inhabitant."""
        pen, say, chosen = case.pen, case.pen.say, case.reading.source.chosen
        if chosen is None:
            yield say("paper.for_network", title=case.statement.title)
        else:
            yield say("paper.for_scenario", title=case.statement.title, scenario=chosen.name)
        before, was, bill = case.before, mine.before, mine.bill or 0
        if before is not None and was is not None:
            when = capital(then(before, pen))
            change = strong(pen.money(abs(mine.change)))
            places = {"then": when, "amount": pen.money(abs(was)), "change": change}
            if not mine.change:
                yield say("paper.letter_same", then=when, amount=pen.money(abs(was)))
            elif min(was, bill) < 0:
                yield say(
                    "paper.letter_change", **places | {"change": strong(pen.change(mine.change))}
                )
            elif mine.change > 0:
                yield say("paper.letter_more", **places)
            else:
                yield say("paper.letter_less", **places)
        if case.inhabitants is not None and mine.at is not None and bill > 0:
            each = case.exact(mine.at) / case.inhabitants[mine.at]
            amount = pen.language.priced(pen.each(each), case.statement.currency)
            yield say("paper.letter_per_inhabitant", amount=amount)

    def _settlement(self, case: Case, mine: Standing) -> Iterator[Block]:
        """From the share in the year to what is still to be paid or comes back."""
        row = self._settled_row(mine)
        if row is None:
            return
        pen, say = case.pen, case.pen.say
        words = {
            "bill": say("paper.final_bill"),
            "opening": say("paper.final_opening"),
            "paid": say("paper.final_paid"),
            "in_kind": say("paper.final_in_kind"),
            "received": say("paper.final_received"),
            "payments": say("paper.final_payments"),
        }
        lines = [
            TableLine((words[figure], pen.figure(sign * row.figure(figure))))
            for figure, sign in SIGNS.items()
            if figure == "bill" or row.figure(figure)
        ]
        word = say("paper.still_to_pay") if row.due >= 0 else say("paper.comes_back")
        lines.append(TableLine((word, pen.figure(row.due)), "total"))
        yield Heading(say("paper.final_account"))
        heads = (Head(say("paper.what"), right=False), Head(say("paper.amount")))
        yield Grid(say("paper.final_account"), heads, tuple(lines))

    def _checks(self, case: Case, mine: Standing) -> Iterator[str]:
        """The figures that the partner knows best, to look over."""
        say, at = case.pen.say, mine.at or 0
        for key, figures in self.figures.items():
            head = case.language.column("units") if key == "units" else ""
            head = head or capital(case.language.noun(key, Fraction(2)))
            total = sum(figures, Fraction(0))
            yield say("paper.check_key", key=head, own=figures[at], total=total)
        network = case.network
        if network.fte is not None:
            cost = Money(Fraction(network.fte.cost), network.currency)
            yield say("paper.check_staff", cost=cost)
        occupancy = None if network.day_price is None else network.day_price.occupancy
        if occupancy is not None and network.nights is None:
            yield say("paper.check_occupancy", occupancy=Percent(occupancy))
        yield say("paper.check_tell")
