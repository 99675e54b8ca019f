"""How a partner pays: its advances with their days, the account, the reference, and a code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.computing.statement import Statement
from igs_costshare.description.bank import Bank
from igs_costshare.description.dates import DAY
from igs_costshare.papers.blocks import (
    Block,
    Code,
    Grid,
    Head,
    Heading,
    Note,
    Paragraph,
    TableLine,
    runs,
)
from igs_costshare.papers.case import Case
from igs_costshare.papers.code import payment_code
from igs_costshare.papers.pen import NONE
from igs_costshare.papers.reference import reference_of
from igs_costshare.settling.payments import paid_between

_GROUP = 4


class Advance(NamedTuple):
    """A payment that is agreed: what it is called, when it is due, and how much it is."""

    label: str
    day: DAY | None
    amount: int


def advances_of(case: Case, budget: Statement, partner: str) -> tuple[Advance, ...]:
    """The payments of the file that a partner has to make, in the smallest step shown."""
    network = case.network
    found = []
    for posting in paid_between(network, budget, case.decimals):
        if posting.holder == partner and posting.source[0] == "payment" and posting.amount > 0:
            id = str(posting.source[1])
            payment = network.payment[id]
            found.append(Advance(payment.label or id, payment.date, posting.amount))
    return tuple(found)


def payment_blocks(
    case: Case, partner: str, to_pay: int, advances: Sequence[Advance] = ()
) -> Iterator[Block]:
    """What is to be paid and how; nothing where nothing is to be paid and nobody knows where to."""
    pen, bank = case.pen, case.network.bank
    if to_pay < 0 or (not to_pay and bank is None):
        return
    yield Heading(pen.say("paper.payment"))
    if advances:
        yield _schedule(case, to_pay, advances)
    now = advances[0].amount if advances else to_pay
    if bank is None or now <= 0:
        yield Paragraph(runs(pen.say("paper.pay_amount", amount=pen.money(now))))
        return
    yield from _account(case, bank, partner, now, advances)


def _account(
    case: Case, bank: Bank, partner: str, now: int, advances: Sequence[Advance]
) -> Iterator[Block]:
    """Account and reference, beside the code where there can be one."""
    pen, say = case.pen, case.pen.say
    reference = reference_of(case.network, case.reading.source.whole, partner)
    name = bank.name or case.network.title
    lines = [(say("paper.pay_what"), pen.money(now))]
    if advances:
        lines[0] = (advances[0].label, pen.money(now))
    lines += [(say("paper.pay_to"), name), (say("paper.account"), grouped(bank.iban))]
    if bank.bic:
        lines.append((say("paper.bic"), bank.bic))
    lines.append((say("paper.reference"), reference))
    amount = Decimal(now).scaleb(-case.decimals)
    drawn = None
    if case.statement.currency == "EUR":
        drawn = payment_code(bank, name, amount, reference)
    if drawn is None:
        yield Grid(
            say("paper.payment"),
            (Head(say("paper.payment"), right=False), Head("", right=False)),
            tuple(TableLine(line) for line in lines),
        )
        return
    alternative = say("paper.code_text", amount=pen.money(now), reference=reference)
    yield Code(drawn, alternative, tuple(lines))
    yield Note(say("paper.code_note"))


def _schedule(case: Case, to_pay: int, advances: Sequence[Advance]) -> Grid:
    """Each advance with its day, and what is left for the settlement."""
    pen, say = case.pen, case.pen.say
    lines = [
        TableLine(
            (
                each.label,
                NONE if each.day is None else case.language.write(each.day),
                pen.figure(each.amount),
            )
        )
        for each in advances
    ]
    left = to_pay - sum(each.amount for each in advances)
    lines.append(TableLine((say("paper.at_settlement"), NONE, pen.figure(left))))
    lines.append(TableLine((say("paper.to_pay"), "", pen.figure(to_pay)), "total"))
    heads = (
        Head(say("paper.instalment"), right=False),
        Head(say("paper.day"), right=False),
        Head(say("paper.amount")),
    )
    return Grid(say("paper.payment"), heads, tuple(lines))


def grouped(iban: str) -> str:
    """An account number as people write it: `BE68 5390 0754 7034`."""
    pieces = [iban[at : at + _GROUP] for at in range(0, len(iban), _GROUP)]
    return "\N{NO-BREAK SPACE}".join(pieces)
