"""How what is due in a settlement arises: from lines, payments, and who paid and received."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import assert_never

from igs_costshare.computing.statement import Statement
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.description.settlement import Payment
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.steps import Cell, ExplainedRow, Explanation, Step
from igs_costshare.messages import Message, Money, Percent, say
from igs_costshare.reading.source import Source
from igs_costshare.settling.payments import CENTS
from igs_costshare.settling.settled import SIGNS, Posting, Settled, SettledRow
from igs_costshare.wording.sentences import title_of

DUE = "due"
_HEADINGS = {
    "bill": say("settling.bill"),
    "opening": say("settling.opening"),
    "paid": say("settling.paid"),
    "in_kind": say("settling.in_kind"),
    "received": say("settling.received"),
    "payments": say("settling.payments"),
    DUE: say("settling.due"),
}
_DIFFERENCE = say("settling.difference")
"""What is due is called so with closed purses, where nobody pays it."""
SETTLED_COLUMNS = tuple(_HEADINGS)
"""The columns of a settlement, of which each figure can be explained."""


def settled_explanation(
    settled: Settled, statement: Statement, source: Source, row: SettledRow, column: str
) -> Explanation:
    """One figure of a row of a settlement in full; `column` is one of `SETTLED_COLUMNS`.

    `statement` is the settled one, and `source` what it was computed from.
    """
    teller = _Teller(settled, Dossier(statement, source))
    cell = teller.due(row) if column == DUE else teller.figure(row, column)
    scenario = None if source.chosen is None else source.chosen.id
    explained = ExplainedRow(row.id, teller.name(row.id), (cell,))
    return Explanation(title_of(statement), settled.currency, scenario, None, (explained,))


class _Teller:
    """Tells the figures of a settlement from what they are made of."""

    def __init__(self, settled: Settled, dossier: Dossier) -> None:
        self.settled, self.dossier = settled, dossier
        self._rows = {row.id: row for row in settled.rows}

    def due(self, row: SettledRow) -> Cell:
        """All figures of a row as they count in it, each with what it is made of."""
        cells = [(sign, self.figure(row, figure)) for figure, sign in SIGNS.items()]
        steps = [
            self.dossier.step(
                "term" if sign > 0 else "less_term",
                (),
                cell.steps,
                label=cell.heading,
                amount=self._money(cell.value),
            )
            for sign, cell in cells
            if cell.value
        ]
        return self._cell(DUE, row.due, steps)

    def figure(self, row: SettledRow, column: str) -> Cell:
        """One figure, as the sum of its postings."""
        steps = [self._posted(each) for each in self._postings(row, column)]
        return self._cell(column, row.columns[column], steps)

    def _postings(self, row: SettledRow, column: str) -> Iterator[Posting]:
        return (each for each in self.settled.of(row.id) if each.figure == column)

    def _cell(self, id: str, minor: int, steps: Sequence[Step]) -> Cell:
        told = tuple(steps) or (self.dossier.step("nothing"),)
        closed = id == DUE and self.settled.way == "none"
        heading = _DIFFERENCE if closed else _HEADINGS[id]
        return Cell(id, heading, self._euros(minor), told)

    def _posted(self, posting: Posting) -> Step:
        """An amount that is added, or taken off where it is below 0."""
        amount = self._euros(posting.amount)
        return self.dossier.step(
            "term" if amount >= 0 else "less_term",
            self.dossier.inputs(*self._paths(posting)),
            list(self._advance(posting)),
            label=self._label(posting),
            amount=self._money(abs(amount)),
        )

    def _label(self, posting: Posting) -> Message | str:
        """What a posting is called; a payment and an opening with whom they are."""
        table, id = posting.source[0], str(posting.source[-1])
        if table == "payment":
            return self._payment(posting, self.dossier.network.payment[id], id)
        if table == "settlement":
            other = self._other(posting) or say("settling.account")
            return say("step.with_other", label=say("settling.opening"), other=other)
        label = self.dossier.heading(id)
        kept = posting.holder == ACCOUNT and self.settled.keeper is not None
        return say("step.of_account", label=label) if kept else label

    def _payment(self, posting: Posting, payment: Payment, id: str) -> Message:
        """A payment with its day, and to whom or from whom it was."""
        label: Message | str = payment.label or id
        if payment.date is not None:
            label = say("step.on_day", label=label, day=payment.date)
        other, paid = self._other(posting), posting.amount > 0
        if other is None:
            if paid:
                return say("step.paid_to_account", label=label)
            return say("step.got_from_account", label=label)
        if paid:
            return say("step.paid_to", label=label, other=other)
        return say("step.got_from", label=label, other=other)

    def _other(self, posting: Posting) -> str | None:
        """With whom a payment or an opening is; None for an account that no partner keeps."""
        id = self.settled.keeper if posting.other == ACCOUNT else posting.other
        return None if id is None else self._rows[id].name

    def _paths(self, posting: Posting) -> Iterator[tuple[str | int, ...]]:
        """Where the file says who paid or received, or what was paid."""
        partner = posting.other if posting.holder == ACCOUNT else posting.holder
        match posting.figure:
            case "paid" | "in_kind":
                yield (*posting.source, "paid_by")
            case "received":
                yield (*posting.source, "received_by")
            case "payments":
                yield (*posting.source, "part")
                yield (*posting.source, "amounts", partner)
            case "opening":
                yield (*posting.source, partner)
            case "bill":
                return
            case _:
                assert_never(posting.figure)

    def _advance(self, posting: Posting) -> Iterator[Step]:
        """How an advance follows from the bill in the budget, where it is a part of that."""
        if posting.source[0] != "payment":
            return
        part = self.dossier.network.payment[str(posting.source[1])].part
        payer = self._rows.get(posting.holder if posting.amount > 0 else posting.other)
        if part is None or payer is None or payer.budgeted is None:
            return
        bill = self._euros(payer.budgeted)
        yield self.dossier.step("advance", part=Percent(part), bill=self._money(bill))
        exact, unit = Fraction(part) * bill, Fraction(1, 10**CENTS)
        if exact % unit:
            half = self.dossier.network.rounding.half
            amounts = {"exact": self._money(exact), "unit": self._money(unit)}
            yield self.dossier.step("rounded", **amounts, half=half, to=say("step.the_cent"))

    def name(self, id: str) -> Message | str:
        """What a row is called."""
        return say("settling.account") if id == ACCOUNT else self._rows[id].name

    def _euros(self, minor: int) -> Fraction:
        return Fraction(minor, 10**self.settled.decimals)

    def _money(self, amount: Fraction) -> Money:
        return self.dossier.money(amount)
