"""The final account of a partner: its share in the year, what it paid, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from igs_costshare.computing.statement import Statement
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.description.network import Network
from igs_costshare.documents.settlement_phrases import no_transfers
from igs_costshare.papers.blocks import Block, Grid, Head, Heading, Paragraph, TableLine, runs
from igs_costshare.papers.counted import counted
from igs_costshare.papers.letter_postings import Postings, Told, passed
from igs_costshare.papers.one_payer import who_pays_whom
from igs_costshare.papers.pen import Pen
from igs_costshare.settling.payments import net_bill
from igs_costshare.settling.settled import SIGNS, Settled, Transfer

_MOST_TRANSFERS = 6
"""Of more, as of who keeps the account of many, the sum is told."""


class _Figure(NamedTuple):
    """A line of the account: a sum with its sign in it, and what it is made of."""

    word: str
    amount: int
    parts: tuple[Told, ...] = ()


class FinalAccount:
    """What the letters of a settlement share; its amounts are in the steps of the settlement."""

    def __init__(self, settled: Settled, statement: Statement, network: Network, pen: Pen) -> None:
        self.settled, self._statement = settled, statement
        self.pen = pen._replace(decimals=settled.decimals)
        self._postings = Postings(settled, network, self.pen)
        self._bills = {
            row.id: net_bill(row, statement, settled.decimals) for row in statement.partners
        }
        self._rows = {row.id: row for row in settled.partners}

    def lines(
        self, partner: str, figure: Literal["paid", "in_kind", "received"]
    ) -> tuple[Told, ...]:
        """What a partner paid, brought in or received, line by line."""
        return self._postings.lines(partner, figure)

    def due(self, partner: str) -> int:
        """What a partner still pays; below 0 it comes back."""
        return self._rows[partner].due

    def headline(self, partner: str, name: str) -> str:
        """What it comes to, with its amount."""
        say, due = self.pen.say, self.due(partner)
        amount = self.pen.money(abs(due))
        if self.settled.way == "none":
            if due > 0:
                return say("paper.brought_less", name=name, amount=amount)
            if due < 0:
                return say("paper.brought_more", name=name, amount=amount)
            return say("paper.brought_even", name=name)
        if due > 0:
            return say("paper.still_pays", name=name, amount=amount)
        if due < 0:
            return say("paper.still_gets", name=name, amount=amount)
        return say("paper.is_even", name=name)

    def account(self, partner: str) -> Iterator[Block]:
        """From the share in the year to what is still to be paid or received."""
        pen, say, due = self.pen, self.pen.say, self.due(partner)
        figures = [*self._figures(partner)]
        lines = [line for each in figures for line in self._lines(each)]
        word = say("paper.still_to_pay") if due >= 0 else say("paper.still_to_receive")
        if self.settled.way == "none":
            word = say("settling.difference")
        lines.append(TableLine((word, "", pen.figure(due)), "total"))
        heads = [Head(say("paper.what"), right=False), Head(say("letter.of_which"))]
        heads.append(Head(say("paper.amount")))
        if not any(each.parts for each in figures):
            lines = [line._replace(cells=(line.cells[0], line.cells[2])) for line in lines]
            del heads[1]
        yield Heading(say("paper.final_account"))
        yield Grid(say("paper.final_account"), tuple(heads), tuple(lines))
        if partner == self.settled.keeper:
            yield Paragraph(runs(say("letter.keeper")))

    def _lines(self, figure: _Figure) -> Iterator[TableLine]:
        """A figure, and under it what it is made of, with the same sign."""
        pen, parts = self.pen, figure.parts
        yield TableLine((figure.word, "", pen.figure(figure.amount)))
        for part in parts:
            yield TableLine((part.label, pen.figure(part.amount), ""), "quiet")

    def _figures(self, partner: str) -> Iterator[_Figure]:
        say, row = self.pen.say, self._rows[partner]
        reserve = row.figure("bill") - self._bills.get(partner, 0)
        paid = self._payments(partner, paid=True)
        got = self._payments(partner, paid=False)
        yield _Figure(say("paper.final_bill"), self._bills.get(partner, 0))
        figures = (
            _Figure(say("paper.final_reserve"), reserve),
            _Figure(say("paper.final_opening"), row.figure("opening")),
            self._of_lines(partner, say("paper.final_paid"), "paid"),
            self._of_lines(partner, say("paper.final_in_kind"), "in_kind"),
            self._of_lines(partner, say("paper.final_received"), "received"),
            _Figure(say("paper.final_payments"), sum(each.amount for each in paid), paid),
            _Figure(say("paper.final_refunds"), sum(each.amount for each in got), got),
        )
        yield from (each for each in figures if each.amount or each.parts)

    def _of_lines(
        self, partner: str, word: str, figure: Literal["paid", "in_kind", "received"]
    ) -> _Figure:
        """What a partner paid, brought in or received; of one line only with its name."""
        sign, amount = SIGNS[figure], self._rows[partner].figure(figure)
        parts = self._postings.lines(partner, figure)
        if len(parts) == 1:
            named = self.pen.say("value.labelled", label=word, text=parts[0].label)
            return _Figure(named, sign * amount)
        signed = tuple(each._replace(amount=sign * each.amount) for each in parts)
        return _Figure(word, sign * amount, signed)

    def _payments(self, partner: str, *, paid: bool) -> tuple[Told, ...]:
        """The advances that a partner paid, or those that it received; they lower what is due."""
        told = self._postings.payments(partner, lambda each: (each.amount > 0) == paid)
        return tuple(each._replace(amount=-each.amount) for each in told)

    def checks(self, partner: str) -> Iterator[str]:
        """What decides the account, besides the figures of the network."""
        say, row = self.pen.say, self._rows[partner]
        named = [
            (any(passed(self.settled, partner)), say("letter.the_payments")),
            (bool(row.figure("paid")), say("letter.the_invoices")),
            (bool(row.figure("in_kind")), say("letter.the_kind")),
            (bool(row.figure("received")), say("letter.the_receipts")),
            (bool(row.figure("opening")), say("letter.the_opening")),
        ]
        there = [word for is_there, word in named if is_there]
        if there:
            yield say("letter.check_account", what=self.pen.language.listed(there))

    def transfers(self, partner: str) -> Iterator[Block]:
        """Who pays whom, as far as it is about this partner."""
        settled, language = self.settled, self.pen.language
        if settled.way == "none":
            yield Heading(self.pen.say("paper.payment"))
            yield Paragraph(runs(no_transfers(settled, language)))
            return
        mine = [each for each in settled.transfers if partner in (each.payer, each.taker)]
        if not mine:
            return
        yield Heading(self.pen.say("paper.payment"))
        yield Paragraph(runs(" ".join(self._sentences(partner, mine))))

    def _sentences(self, partner: str, mine: Sequence[Transfer]) -> Iterator[str]:
        pen = self.pen
        if len(mine) > _MOST_TRANSFERS:
            paid = sum(each.amount for each in mine if each.payer == partner)
            got = sum(each.amount for each in mine if each.taker == partner)
            if got:
                who = self._counted([each.payer for each in mine if each.taker == partner])
                yield pen.say("paper.paid_by_many", who=who, amount=pen.money(got))
            if paid:
                who = self._counted([each.taker for each in mine if each.payer == partner])
                yield pen.say("paper.pays_to_many", who=who, amount=pen.money(paid))
            return
        yield from who_pays_whom(mine, pen, self._name, pen.money)

    def _counted(self, ids: Sequence[str]) -> str:
        return counted(ids, self.settled, self._statement, self.pen)

    def _name(self, party: str) -> str:
        """A partner; the account has no name of its own."""
        return self._rows[party].name if party in self._rows else ""

    def to_bank(self, partner: str) -> int:
        """What it pays on the account of the network, by itself or by who keeps it."""
        keeper = self.settled.keeper or ACCOUNT
        return sum(
            each.amount
            for each in self.settled.transfers
            if each.payer == partner and each.taker == keeper
        )
