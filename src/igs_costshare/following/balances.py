"""What the settlement of the year that ends leaves between the partners."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.computing.statement import Statement
from igs_costshare.messages import Money
from igs_costshare.reading.loading import Reading, load_text
from igs_costshare.reading.settled import SettledReadings
from igs_costshare.settling.stated import has_settlement


class Closing(NamedTuple):
    """How a year is settled, as `settle` takes it."""

    statement: Statement
    """The statement by which it is."""
    settles: bool
    """Whether what is due follows from more than the bills."""
    balances: Mapping[str, int]
    """What each that was asked for and is not even still has to pay (above 0) or gets back.

    In 10^-decimals; of nobody where purses are closed: there nothing passes.
    """
    decimals: int

    def money(self, partner: str) -> Money:
        """The amount of a balance, whoever is to pay it."""
        amount = Fraction(abs(self.balances[partner]), 10**self.decimals)
        return Money(amount, self.statement.currency, self.decimals)


def closing_of(first: Reading, statement: Statement, asked: Collection[str]) -> Closing:
    """How the year of a reading is settled; `statement` is its own.

    Raises `InputError` where anybody's balance is asked for, and the settlement cannot be made.
    """
    source = first.source
    settled, closed = first, statement
    if source.settled is not None:
        settled = load_text(source.layout.text, source.name, (), source.settled)
        closed = settled.statement()
    settles = has_settlement(settled.network)
    if not settles or not asked:
        return Closing(closed, settles, {}, closed.decimals)
    outcome = SettledReadings(first, settled).outcome(closed)
    passes = outcome.way != "none"
    balances = {
        row.id: row.due for row in outcome.partners if passes and row.due and row.id in asked
    }
    return Closing(closed, True, balances, outcome.decimals)
