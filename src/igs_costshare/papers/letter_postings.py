"""What the figures of a final account are made of: each advance, and each line that was paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.description.network import Network
from igs_costshare.papers.pen import Pen
from igs_costshare.settling.settled import Figure, Posting, Settled
from igs_costshare.wording.tables import line_heading

_MOST = 8
"""Parts of a figure that are told one by one; those of more are told together."""


class Told(NamedTuple):
    """A part of a figure: what it is, and how much."""

    label: str
    amount: int


class Postings:
    """The parts of each figure of a partner, in the words of a language."""

    def __init__(self, settled: Settled, network: Network, pen: Pen) -> None:
        self.settled, self.network, self.pen = settled, network, pen
        self._names = {row.id: row.name for row in settled.partners}

    def lines(self, partner: str, figure: Figure) -> tuple[Told, ...]:
        """The lines that a partner paid, brought in or received; the account's are its keeper's."""
        found = [each for each in self.settled.of(partner) if each.figure == figure and each.amount]
        return self._few([Told(self._line(each), each.amount) for each in found])

    def payments(self, partner: str, kept: Callable[[Posting], bool]) -> tuple[Told, ...]:
        """The payments of a partner, as they fell due; of the keeper with how many they were."""
        together: dict[str, list[Posting]] = {}
        for each in filter(kept, passed(self.settled, partner)):
            together.setdefault(str(each.source[-1]), []).append(each)
        days = {id: self.network.payment[id].date for id in together}
        order = sorted(together, key=lambda id: (days[id] is None, days[id] or date.max))
        return self._few(
            [
                Told(self._payment(id, together[id]), sum(each.amount for each in together[id]))
                for id in order
            ]
        )

    def _few(self, told: Sequence[Told]) -> tuple[Told, ...]:
        """Of many the largest, and the others together."""
        if len(told) <= _MOST:
            return tuple(told)
        order = sorted(range(len(told)), key=lambda at: -abs(told[at].amount))
        first, rest = sorted(order[: _MOST - 1]), order[_MOST - 1 :]
        word = self.pen.say("letter.other_postings", count=len(rest))
        amount = sum(told[at].amount for at in rest)
        return (*(told[at] for at in first), Told(word, amount))

    def _line(self, posting: Posting) -> str:
        id = str(posting.source[-1])
        entry = self.network.lines.get(id) or self.network.subsidy.get(id)
        label = line_heading(id, None if entry is None else entry.label, self.pen.language)
        kept = posting.holder == ACCOUNT and self.settled.keeper is not None
        return self.pen.say("step.of_account", label=label) if kept else label

    def _payment(self, id: str, postings: Sequence[Posting]) -> str:
        """A payment with its day, and with whom it was where that is not the common account."""
        say, payment = self.pen.say, self.network.payment[id]
        label = payment.label or id
        if payment.date is not None:
            label = say("step.on_day", label=label, day=payment.date)
        others = [each.other for each in postings if each.other != ACCOUNT]
        if not others:
            return label
        name = self._names[others[0]]
        if len(others) > 1:
            name = say("letter.partners", count=len(others))
        paid = postings[0].amount > 0
        if paid:
            return say("letter.paid_to", label=label, name=name)
        return say("letter.got_from", label=label, name=name)


def passed(settled: Settled, partner: str) -> Iterator[Posting]:
    """The payments between a partner and others; what a keeper had with itself is none."""
    itself = (partner, ACCOUNT) if partner == settled.keeper else (partner,)
    for each in settled.of(partner):
        if each.figure == "payments" and each.other not in itself:
            yield each
