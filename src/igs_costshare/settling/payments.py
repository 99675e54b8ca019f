"""What passed between the partners and the account during the year, and from the last."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.computing.statement import Row, Statement
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.description.network import Network
from igs_costshare.description.settlement import Payment
from igs_costshare.errors import Path
from igs_costshare.money import rounded
from igs_costshare.settling.held import in_minor, in_steps, network_of
from igs_costshare.settling.settled import Figure, Posting

CENTS = 2
"""Decimals of an amount that can be paid; a statement has no fewer."""


def paid_between(network: Network, budget: Statement, decimals: int) -> Iterator[Posting]:
    """The openings and the payments, each for both of those between whom it stands.

    `budget` is what a part of a bill is taken of, in its own smallest step.
    """
    settlement = network.settlement
    for partner, amount in settlement.opening.items() if settlement else ():
        opening = in_minor(amount, decimals)
        yield from _pair(("settlement", "opening"), "opening", partner, ACCOUNT, opening)
    for id, payment in network.payment.items():
        for partner, paid in _amounts(payment, network, budget, decimals):
            yield from _pair(("payment", id), "payments", partner, payment.to, paid)


def _pair(source: Path, figure: Figure, partner: str, other: str, amount: int) -> Iterator[Posting]:
    """An amount of a partner, and its opposite; nothing where there is none."""
    if amount:
        yield Posting(source, partner, figure, amount, other)
        yield Posting(source, other, figure, -amount, partner)


def _amounts(
    payment: Payment, network: Network, budget: Statement, decimals: int
) -> Iterator[tuple[str, int]]:
    """Who pays how much of a payment."""
    for partner, amount in (payment.amounts or {}).items():
        yield partner, in_minor(amount, decimals)
    wider = 10 ** (decimals - budget.decimals)
    for partner, advance in advances(payment, budget).items():
        if partner in network.parties:
            yield partner, advance * wider


def advances(payment: Payment, budget: Statement) -> dict[str, int]:
    """What each pays of a payment that is a part of its net bill in the budget.

    In the smallest step of the budget, rounded to the cent by its `half`; nobody pays of a bill
    that is not positive, and a payment of stated amounts has no such part.
    """
    if payment.part is None:
        return {}
    left_out, half = payment.except_ or (), network_of(budget).rounding.half
    cent = 10 ** (budget.decimals - CENTS)
    paid = {}
    for row in budget.partners:
        bill = net_bill(row, budget, budget.decimals)
        if bill > 0 and row.id not in left_out:
            part = Fraction(payment.part) * bill
            paid[row.id] = cent * rounded(part.numerator, part.denominator * cent, half)
    return paid


def net_bill(row: Row, statement: Statement, decimals: int) -> int:
    """Expenses less revenues of a row, in whole numbers of 10^-decimals."""
    return in_steps(-row.balance, statement, decimals)
