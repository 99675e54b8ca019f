"""The final account of a partner: its share in the year, what it paid, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igs_costshare.computing.statement import Statement
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.documents.settlement_phrases import no_transfers, transfer_sentence
from igs_costshare.papers.blocks import Block, Grid, Head, Heading, Paragraph, TableLine, runs
from igs_costshare.papers.pen import Pen
from igs_costshare.settling.payments import net_bill
from igs_costshare.settling.settled import Settled, Transfer

_MOST_TRANSFERS = 6
"""Of more, as of who keeps the account of many, the sum is told."""


class FinalAccount:
    """What the letters of a settlement share; its amounts are in the steps of the settlement."""

    def __init__(self, settled: Settled, statement: Statement, pen: Pen) -> None:
        self.settled = settled
        self.pen = pen._replace(decimals=settled.decimals)
        self._bills = {
            row.id: net_bill(row, statement, settled.decimals) for row in statement.partners
        }
        self._rows = {row.id: row for row in settled.partners}

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
            return say("paper.gets_back", name=name, amount=amount)
        return say("paper.is_even", name=name)

    def account(self, partner: str) -> Iterator[Block]:
        """From the share in the year to what is still to be paid or comes back."""
        pen, say, due = self.pen, self.pen.say, self.due(partner)
        lines = [TableLine((word, pen.figure(amount))) for word, amount in self._lines(partner)]
        word = say("paper.still_to_pay") if due >= 0 else say("paper.comes_back")
        if self.settled.way == "none":
            word = say("settling.difference")
        lines.append(TableLine((word, pen.figure(due)), "total"))
        yield Heading(say("paper.final_account"))
        heads = (Head(say("paper.what"), right=False), Head(say("paper.amount")))
        yield Grid(say("paper.final_account"), heads, tuple(lines))

    def _lines(self, partner: str) -> Iterator[tuple[str, int]]:
        say, row = self.pen.say, self._rows[partner]
        yield say("paper.final_bill"), self._bills.get(partner, 0)
        reserve = row.figure("bill") - self._bills.get(partner, 0)
        paid, refunds = self._payments(partner)
        figures = (
            (say("paper.final_reserve"), reserve),
            (say("paper.final_opening"), row.figure("opening")),
            (say("paper.final_paid"), -row.figure("paid")),
            (say("paper.final_in_kind"), -row.figure("in_kind")),
            (say("paper.final_received"), row.figure("received")),
            (say("paper.final_payments"), -paid),
            (say("paper.final_refunds"), refunds),
        )
        yield from (each for each in figures if each[1])

    def _payments(self, partner: str) -> tuple[int, int]:
        """What it paid in advances, and what it received; what it had with itself is neither."""
        itself = (partner, ACCOUNT) if partner == self.settled.keeper else (partner,)
        amounts = [
            each.amount
            for each in self.settled.of(partner)
            if each.figure == "payments" and each.other not in itself
        ]
        paid = sum(amount for amount in amounts if amount > 0)
        return paid, -sum(amount for amount in amounts if amount < 0)

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
                count = sum(1 for each in mine if each.taker == partner)
                yield pen.say("paper.paid_by_many", count=count, amount=pen.money(got))
            if paid:
                count = sum(1 for each in mine if each.payer == partner)
                yield pen.say("paper.pays_to_many", count=count, amount=pen.money(paid))
            return
        for each in mine:
            payer, taker = self._name(each.payer), self._name(each.taker)
            yield transfer_sentence(payer, taker, pen.money(each.amount), pen.language)

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
