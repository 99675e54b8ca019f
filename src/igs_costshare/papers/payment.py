"""How a partner pays: its advances with their days, the account, the reference, and a code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from igs_costshare.description.bank import Bank
from igs_costshare.papers.advances import Advance, advances_of, are_apart
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
from igs_costshare.papers.pen import NONE, Pen
from igs_costshare.papers.reference import reference_of

_GROUP = 4


def payment_blocks(
    case: Case, partner: str, to_pay: int, *, is_due: bool = True
) -> Iterator[Block]:
    """What is to be paid and how; nothing where nothing is to be paid.

    `is_due` says whether what the advances leave is what the settlement will ask.
    """
    pen = case.pen
    if are_apart(case, partner):
        if to_pay > 0:
            yield Heading(pen.say("paper.payment"))
            yield Paragraph(runs(pen.say("paper.advances_apart")))
            yield from how_to_pay(case, partner, to_pay, pen, coded=False)
        return
    advances = advances_of(case, partner)
    if advances:
        yield Heading(pen.say("paper.payment"))
        yield _schedule(case, to_pay, advances, is_due=is_due)
        if to_pay <= 0:
            yield Paragraph(runs(pen.say("paper.advances_back")))
            return
        first = advances[0]
        if first.to:
            places = {"label": first.label, "name": first.to, "amount": pen.money(first.amount)}
            yield Paragraph(runs(pen.say("paper.pay_partner", **places)))
            return
        yield from how_to_pay(case, partner, first.amount, pen, first.label)
    elif to_pay > 0:
        yield Heading(pen.say("paper.payment"))
        yield from how_to_pay(case, partner, to_pay, pen)


def how_to_pay(
    case: Case, partner: str, amount: int, pen: Pen, label: str = "", *, coded: bool = True
) -> Iterator[Block]:
    """An amount with its reference, and where it goes as far as the file says.

    `label` is what it is called where it is not all that is to be paid.
    """
    say, bank = pen.say, case.network.bank
    reference = reference_of(case.network, case.reading.source.whole, partner)
    if bank is not None:
        yield from _account(case, bank, reference, amount, pen, label, coded=coded)
        return
    places = {"amount": pen.money(amount), "reference": reference}
    if label:
        yield Paragraph(runs(say("paper.pay_first", label=label, **places)))
    else:
        yield Paragraph(runs(say("paper.pay_amount", **places)))


def _account(
    case: Case,
    bank: Bank,
    reference: str,
    amount: int,
    pen: Pen,
    label: str,
    *,
    coded: bool,
) -> Iterator[Block]:
    """Account and reference, beside the code where there can be one."""
    say, name = pen.say, bank.name or case.network.title
    lines = [(label or say("paper.pay_what"), pen.money(amount))]
    lines += [(say("paper.pay_to"), name), (say("paper.account"), grouped(bank.iban))]
    if bank.bic:
        lines.append((say("paper.bic"), bank.bic))
    lines.append((say("paper.reference"), reference))
    drawn = None
    if coded and case.statement.currency == "EUR":
        drawn = payment_code(bank, name, Decimal(amount).scaleb(-pen.decimals), reference)
    alternative = say("paper.code_text", amount=pen.money(amount), reference=reference)
    yield Code(drawn or "", alternative, tuple(lines))
    if drawn is not None:
        yield Note(say("paper.code_note"))


def _schedule(case: Case, to_pay: int, advances: Sequence[Advance], *, is_due: bool) -> Grid:
    """Each advance with its day, and what is left of the amount, for the settlement."""
    pen, say = case.pen, case.pen.say
    lines = [
        TableLine((_named(each, pen), _day(case, each.day), pen.figure(each.amount)))
        for each in advances
    ]
    left = to_pay - sum(each.amount for each in advances)
    rest = say("paper.at_settlement") if is_due else say("paper.rest_of_amount")
    lines.append(TableLine((rest, NONE, pen.figure(left))))
    word = say("paper.to_receive_minus") if to_pay < 0 else say("paper.to_pay")
    lines.append(TableLine((word, "", pen.figure(to_pay)), "total"))
    heads = (
        Head(say("paper.instalment"), right=False),
        Head(say("paper.day"), right=False),
        Head(say("paper.amount")),
    )
    return Grid(say("paper.payment"), heads, tuple(lines))


def _named(advance: Advance, pen: Pen) -> str:
    if not advance.to:
        return advance.label
    return pen.say("paper.instalment_to", label=advance.label, name=advance.to)


def _day(case: Case, day: date | None) -> str:
    return NONE if day is None else case.language.write(day)


def grouped(iban: str) -> str:
    """An account number as people write it: `BE68 5390 0754 7034`."""
    pieces = [iban[at : at + _GROUP] for at in range(0, len(iban), _GROUP)]
    return "\N{NO-BREAK SPACE}".join(pieces)
