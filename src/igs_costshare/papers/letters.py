"""One sheet for each partner: what it pays, why, what to check, and how to pay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from igs_costshare.explaining.briefly import Briefly
from igs_costshare.papers.blocks import (
    Block,
    Drawing,
    Heading,
    Note,
    Paper,
    Paragraph,
    Sheet,
    runs,
)
from igs_costshare.papers.case import Case, Standing
from igs_costshare.papers.joint import work_together
from igs_costshare.papers.letter_checks import Checks
from igs_costshare.papers.letter_final import FinalAccount
from igs_costshare.papers.letter_lead import lead
from igs_costshare.papers.letter_risk import risk_of
from igs_costshare.papers.letter_table import Lines, bridge
from igs_costshare.papers.marks import Marks, foot
from igs_costshare.papers.own_hands import OwnHands, purses_are_closed
from igs_costshare.papers.payment import how_to_pay, payment_blocks
from igs_costshare.papers.reference import reference_of
from igs_costshare.reading.loading import Reading
from igs_costshare.reading.settled import SettledReadings, closes_the_year
from igs_costshare.varying.risk import Risks


class Letter(NamedTuple):
    """A sheet with the name of its file, and what the accounts need of it."""

    file: str
    partner: str
    name: str
    amount: int
    """What is to be paid; below 0 what is to be received."""
    reference: str
    """What it is paid with on the account of the network; empty where nothing goes there."""
    paper: Paper


class Letters:
    """The sheets of a statement, or of its settlement."""

    def __init__(
        self, case: Case, first: Reading, marks: Marks, closed: SettledReadings | None = None
    ) -> None:
        """`closed` makes them those of its settlement."""
        settled = None if closed is None else closed.outcome(case.statement)
        self._by_budget = closed is not None and closed.by_budget
        self.case, self.closed = case, purses_are_closed(case)
        self.final = None
        if settled is not None:
            self.final = FinalAccount(settled, case.statement, case.network, case.pen)
        self.decimals = case.decimals if settled is None else settled.decimals
        self.lines = Lines(case, Briefly(case.statement), self._of_shares)
        self.risks = None if settled is not None else Risks(case.reading)
        self.foot = foot(first, case.title, marks, case.pen)
        self.checks = Checks(case)
        self.hands = OwnHands(case)

    @property
    def _of_shares(self) -> bool:
        """Whether the sheets tell what each bears, apart from what it still has to pay."""
        return self.final is not None or self.closed

    def __iter__(self) -> Iterator[Letter]:
        """A letter for each partner, in the order of the file; then for who has left to settle."""
        everybody = (*self.case.partners, *self._absent())
        count = len(everybody)
        wide = max(2, len(str(count)))
        for number, mine in enumerate(everybody, 1):
            name = re.sub(r"[^\w-]+", "-", mine.id)
            file = f"{number:0{wide}}-{name}.pdf"
            amount = self._amount(mine)
            reference = self._reference(mine, amount)
            paper = self._paper(mine, number, count)
            yield Letter(file, mine.id, mine.name, amount, reference, paper)

    def _absent(self) -> Iterator[Standing]:
        """Who is not there this year, and has something to settle."""
        here = {each.id for each in self.case.partners}
        for row in () if self.final is None else self.final.settled.partners:
            if row.id not in here:
                yield Standing(row.id, row.name, None, None)

    def _amount(self, mine: Standing) -> int:
        """The bill; of a settlement what still passes, with closed purses nothing."""
        if self.final is None:
            return mine.borne
        return 0 if self.final.settled.way == "none" else self.final.due(mine.id)

    def _reference(self, mine: Standing, amount: int) -> str:
        to_bank = amount >= 0 and not self.closed
        if self.final is not None:
            to_bank = self.final.to_bank(mine.id) > 0
        source = self.case.reading.source
        return reference_of(self.case.network, source.whole, mine.id) if to_bank else ""

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
        if self.final is not None:
            return self.final.headline(mine.id, mine.name)
        say, due = case.pen.say, mine.borne
        amount = case.pen.money(abs(due))
        if not due:
            return say("paper.pays_nothing", name=mine.name)
        if due < 0:
            head = say("paper.receives", name=mine.name, amount=amount)
        elif self.closed:
            head = say("letter.bears", name=mine.name, amount=amount)
        else:
            head = say("paper.pays", name=mine.name, amount=amount)
        return say("paper.in_year", text=head, year=case.year) if case.year else head

    def _blocks(self, case: Case, mine: Standing) -> Iterator[Block]:
        if mine.at is None and self.final is not None:
            told = [case.pen.say("paper.final_absent", name=mine.name, year=case.year)]
            yield Paragraph(runs(" ".join([*told, *self._settles(case)])))
            yield from self.final.account(mine.id)
            yield from self._ends(case, mine)
            return
        say, settled = case.pen.say, self._of_shares
        told = [*lead(case, mine, settled=settled), *self._own(case, mine), *self._settles(case)]
        yield Paragraph(runs(" ".join(told)))
        if self.final is not None:
            yield from self.final.account(mine.id)
        elif closes_the_year(case.reading):
            yield Note(say("closing.share_in_year"))
        yield Heading(say("paper.you_bear"))
        yield self.lines.grid(mine)
        yield from map(Note, filter(None, [self.lines.reserve(), _merged(case, mine)]))
        crossing = bridge(case, mine, settled=settled)
        if crossing is not None:
            yield Heading(say("paper.why"))
            yield crossing
            if work_together(case, [mine]):
                yield Note(say("paper.joint_effect"))
        drawn = self.lines.chart(mine)
        if drawn is not None:
            yield Heading(drawn.title)
            yield Drawing(drawn)
            yield from map(Note, filter(None, [drawn.note]))
        yield Heading(say("paper.check"))
        checked = [*self.checks.of(case, mine)]
        if self.final is not None:
            checked += self.final.checks(mine.id)
        checked.append(say("paper.check_tell"))
        yield Paragraph(runs(" ".join(checked)))
        yield from self._ends(case, mine)

    def _own(self, case: Case, mine: Standing) -> Iterator[str]:
        """What passes through its own hands; a final account has it in its lines."""
        if self.final is None and not closes_the_year(case.reading):
            yield from filter(None, [self.hands.clause(case.pen, mine.id, mine.name)])

    def _settles(self, case: Case) -> Iterator[str]:
        """That it is the budget that is settled, where that is so."""
        if self._by_budget:
            yield case.pen.say("closing.by_budget")

    def _ends(self, case: Case, mine: Standing) -> Iterator[Block]:
        """What may turn out otherwise, and how to pay; of a final account who pays whom."""
        risk = None if self.risks is None else self.risks.of(mine.id)
        if risk is not None:
            yield from risk_of(case, mine, risk)
        if self.final is None:
            yield from self._payment(case, mine)
            return
        yield from self.final.transfers(mine.id)
        amount = self.final.to_bank(mine.id)
        if amount:
            yield from how_to_pay(case, mine.id, amount, self.final.pen)

    def _payment(self, case: Case, mine: Standing) -> Iterator[Block]:
        """How to pay the bill, and what comes on top of it or goes off in the settlement."""
        say, bill = case.pen.say, mine.borne
        if self.closed:
            yield Heading(say("paper.payment"))
            yield Paragraph(runs(say("settling.closed_purses")))
            return
        told = [*self.hands.told(case.pen, mine.id, receives=bill < 0)]
        blocks = [*payment_blocks(case, mine.id, bill, is_due=not told)]
        if told and not closes_the_year(case.reading):
            blocks = blocks or [Heading(say("paper.payment"))]
            net = say("letter.amount_is_net", amount=case.pen.money(abs(bill)))
            blocks.append(Paragraph(runs(" ".join([net, *told]))))
        yield from blocks


def _merged(case: Case, mine: Standing) -> str:
    """With whose bills before the reader's is held, where it was made of several."""
    if case.before is None or mine.id not in case.merged:
        return ""
    called = case.before.difference.names
    names = case.language.listed([called["partner", id] for id in case.merged[mine.id]])
    return case.pen.say("paper.merged_before", name=mine.name, names=names)
