"""The payments that were agreed: which of them a partner makes, when, and how much each is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.papers.case import Case
from igs_costshare.reading.description import table_at
from igs_costshare.settling.payments import paid_between


class Advance(NamedTuple):
    """A payment that is agreed: what it is called, when it is due, and how much it is."""

    label: str
    day: date | None
    amount: int
    to: str = ""
    """The partner that it goes to; empty for the common account."""


def are_apart(case: Case, partner: str) -> bool:
    """Whether a partner pays parts of a budget that is another than this letter is about."""
    if not _is_variant(case) or partner not in table_at(case.reading.source.whole, "partner"):
        return False
    payments = case.network.payment.values()
    return any(each.part and partner not in (each.except_ or ()) for each in payments)


def _is_variant(case: Case) -> bool:
    """Whether the letter is of a scenario or under settings, which change no budget."""
    source = case.reading.source
    return source.scenario is not None or bool(source.settings)


def advances_of(case: Case, partner: str) -> tuple[Advance, ...]:
    """The payments of the file that a partner has to make, as they fall due, in steps shown.

    Of a variant only those of stated amounts.
    """
    network = case.network
    keeper = None if network.settlement is None else network.settlement.account
    names = {each.id: each.name for each in case.partners}
    found = []
    for posting in paid_between(network, case.statement, case.decimals):
        table, *entry = posting.source
        to = ACCOUNT if posting.other == keeper else posting.other
        itself = partner == keeper and to == ACCOUNT
        if table != "payment" or posting.holder != partner or posting.amount <= 0 or itself:
            continue
        id = str(entry[0])
        payment = network.payment[id]
        if payment.part is not None and _is_variant(case):
            continue
        label = payment.label or id
        found.append(Advance(label, payment.date, posting.amount, names.get(to, "")))
    # What has no day comes after what has one, and else all stay as the file has them.
    return tuple(sorted(found, key=lambda each: (each.day is None, each.day or date.max)))
