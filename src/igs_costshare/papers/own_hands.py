"""What passes through a partner's own hands, of which its net bill says nothing.

What is due in a settlement is the bill, and what a partner received itself, less what it paid or
brought in. A paper on the budget speaks of the bill alone, and says what comes on top or goes off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.papers.case import Case
from igs_costshare.papers.pen import Pen
from igs_costshare.settling.held import amounts_of, held_lines, in_minor
from igs_costshare.wording.language import capital
from igs_costshare.wording.tables import line_heading

_MOST = 4
"""Lines that are told one by one; of more their sum."""


class Passed(NamedTuple):
    """An amount of a line that a partner received, paid or brought in itself."""

    label: str
    amount: int
    received: bool
    in_kind: bool


class OwnHands:
    """Who receives, pays or brings in what, in the steps shown; what is of the account is left out.

    A payer that the file names counts with the amount that it states.
    """

    def __init__(self, case: Case) -> None:
        self._of: dict[str, list[Passed]] = {}
        self._all: dict[tuple[str, bool], int] = {}
        statement, decimals, settlement = case.statement, case.decimals, case.network.settlement
        openings = {} if settlement is None else settlement.opening
        self._openings = {id: in_minor(amount, decimals) for id, amount in openings.items()}
        ids = tuple(row.id for row in statement.partners)
        for line in held_lines(statement, decimals):
            received, label = line.kind == "revenue", _label(case, str(line.path[-1]))
            for holder, amount in amounts_of(line, ids, decimals):
                if amount and holder != ACCOUNT:
                    self._of.setdefault(holder, []).append(
                        Passed(label, amount, received, line.in_kind)
                    )
                    self._all[label, received] = self._all.get((label, received), 0) + amount

    def clause(self, pen: Pen, partner: str, name: str) -> str:
        """What a partner brings in, pays and receives itself in a sentence; empty for nothing."""
        say, passed = pen.say, self._of.get(partner, [])
        given = [each for each in passed if not each.received]
        brought = _lines(pen, {each.label: each.amount for each in given if each.in_kind})
        paid = _lines(pen, {each.label: each.amount for each in given if not each.in_kind})
        got = _lines(pen, {each.label: each.amount for each in passed if each.received})
        told = [
            *([say("letter.brings_in", lines=brought)] if brought else []),
            *([say("letter.pays_itself", lines=paid)] if paid else []),
            *([say("letter.receives_itself", lines=got)] if got else []),
        ]
        if not told:
            return ""
        return say("letter.own_hands", name=name, told=pen.language.listed(told))

    def told(self, pen: Pen, partner: str, *, receives: bool) -> Iterator[str]:
        """What of it changes the amount of a partner, that it pays, or that it receives."""
        say, passed = pen.say, self._of.get(partner, [])
        for received in (True, False):
            lines = _lines(
                pen, {each.label: each.amount for each in passed if each.received == received}
            )
            if lines and received:
                yield _moved(pen, say("letter.you_receive", lines=lines), more=not receives)
            elif lines:
                yield _moved(pen, say("letter.you_pay", lines=lines), more=receives)
        opening = self._openings.get(partner, 0)
        if opening:
            word = say("closing.the_opening") if opening > 0 else say("closing.the_credit")
            what = say("closing.term", word=capital(word), told=pen.money(abs(opening)))
            yield _moved(pen, what, more=(opening > 0) != receives)

    def told_of_all(self, pen: Pen, *, receives: bool) -> Iterator[str]:
        """The same of all partners."""
        say = pen.say
        for received in (True, False):
            lines = _lines(
                pen, {label: sum for (label, of), sum in self._all.items() if of == received}
            )
            if lines and received:
                yield _moved(pen, say("letter.partners_receive", lines=lines), more=not receives)
            elif lines:
                yield _moved(pen, say("letter.partners_pay", lines=lines), more=receives)


def _label(case: Case, id: str) -> str:
    network = case.network
    entry = network.lines.get(id) or network.subsidy.get(id)
    return line_heading(id, None if entry is None else entry.label, case.language)


def _lines(pen: Pen, amounts: Mapping[str, int]) -> str:
    """Each line with its amount, or the sum of many; empty for none."""
    if len(amounts) > _MOST:
        return pen.say(
            "letter.lines_together", count=len(amounts), amount=pen.money(sum(amounts.values()))
        )
    return pen.language.listed(
        [
            pen.say("letter.line_of", label=label, amount=pen.money(sum))
            for label, sum in amounts.items()
        ]
    )


def _moved(pen: Pen, what: str, *, more: bool) -> str:
    if more:
        return pen.say("letter.comes_on_top", what=what)
    return pen.say("letter.goes_off", what=what)


def purses_are_closed(case: Case) -> bool:
    """Whether no money passes at all: what each bears is not paid."""
    settlement = case.network.settlement
    return settlement is not None and settlement.transfers == "none" and not case.network.payment
