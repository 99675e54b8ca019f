"""The outcome of a settlement: what each still has to pay, and how that comes about.

All amounts are whole numbers of 10^-decimals of the currency.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from igs_costshare.computing.statement import Named, Unbalanced
from igs_costshare.description.dates import Date
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.description.values import EXACT
from igs_costshare.errors import Path, Problem

Figure = Literal["bill", "opening", "paid", "in_kind", "received", "payments"]
SIGNS: Mapping[Figure, int] = {
    "bill": 1,
    "opening": 1,
    "paid": -1,
    "in_kind": -1,
    "received": 1,
    "payments": -1,
}
"""The columns that `due` is made of, in their order, each with its sign in it."""
_PLACES = {figure: place for place, figure in enumerate(SIGNS)}


Way = Literal["account", "direct", "none"]


class Posting(NamedTuple):
    """What one line, payment or opening brings into one figure of a partner or the account."""

    source: Path
    """Where the file states it: `("cost", "rent")`, `("payment", "q1")`."""
    holder: str
    """A partner, or `account`, also where a partner keeps that."""
    figure: Figure
    amount: int
    other: str = ""
    """With whom a payment or an opening is; empty for a line."""


class SettledRow(NamedTuple):
    """A partner, the account, or all together."""

    id: str
    name: str
    """Empty for the account and the total, which have a word in each language."""
    figures: tuple[int, ...]
    """In the order of `SIGNS`."""
    budgeted: int | None = None
    """The bill in the budget; None for who does not stand in it, the account and the total."""
    nis: str | None = None

    def figure(self, figure: Figure) -> int:
        """One of the figures."""
        return self.figures[_PLACES[figure]]

    @property
    def due(self) -> int:
        """What is still to pay; below 0 it comes back."""
        return sum(sign * amount for sign, amount in zip(SIGNS.values(), self.figures, strict=True))

    @property
    def columns(self) -> dict[str, int]:
        """Every figure, and `due`, in the order of the columns."""
        return {**dict(zip(SIGNS, self.figures, strict=True)), "due": self.due}


class Billed(NamedTuple):
    """What a partner bears in the budget and in what is settled, without what it keeps for all."""

    id: str
    name: str
    budgeted: int | None
    """None for who does not stand in the budget."""
    actual: int | None
    """None for who has left since."""


class Transfer(NamedTuple):
    """An amount that one pays another; either may be `account`."""

    payer: str
    taker: str
    amount: int


class Paid(NamedTuple):
    """A payment of the year."""

    label: str
    """Its id where the file gives it none."""
    day: Date | None
    part: Decimal | None
    """Of the bills in the budget; None where its amounts are stated."""
    total: int
    """What was paid, less what was paid back."""


class Course(NamedTuple):
    """What the reserve had at the start of the year, and what it gets (or gives, below 0)."""

    opening: int
    change: int

    @property
    def closing(self) -> int:
        """What it has at the end of the year."""
        return self.opening + self.change


@dataclass(frozen=True)
class Settled:
    """Who still pays what; a settlement whose `due` does not come to 0 does not exist."""

    title: str
    year: int | None
    currency: str
    decimals: int
    scenario: Named | None
    """The scenario that is settled; None for the description as it stands."""
    partners: tuple[SettledRow, ...]
    account: SettledRow | None
    """None where a partner keeps the account, in whose row it stands then."""
    total: SettledRow
    transfers: tuple[Transfer, ...]
    reserve: Course | None
    """None where the file has no `[reserve]`."""
    way: Way
    """How the file has it settled."""
    postings: tuple[Posting, ...]
    """What every figure is made of."""
    keeper: str | None = None
    """The partner that keeps the account."""
    bills: tuple[Billed, ...] = ()
    """The partners beside the budget, those who have left since at the end."""
    is_actual: bool = False
    """Whether it is the scenario that the file settles, which says what happened."""
    proposed: bool = False
    """Whether settings are laid over what is settled."""
    payments: tuple[Paid, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        if sum(row.due for row in self.rows) or self.total.due:
            raise Unbalanced(f"what is due comes to {self.total.due}, not to 0")

    @property
    def rows(self) -> tuple[SettledRow, ...]:
        """The partners, and the account where that has a row of its own."""
        return self.partners if self.account is None else (*self.partners, self.account)

    def records(self) -> list[dict[str, str | Decimal]]:
        """A dict for each partner, by column, with amounts of the currency: for a data frame."""
        return [
            {
                "partner": row.id,
                "name": row.name,
                **{
                    column: Decimal(amount).scaleb(-self.decimals, EXACT)
                    for column, amount in row.columns.items()
                },
            }
            for row in self.partners
        ]

    @property
    def moved(self) -> tuple[SettledRow, ...]:
        """The partners, and the account where anything happened in a row of its own."""
        account = self.account
        if account is None:
            return self.partners
        passes = any(ACCOUNT in (each.payer, each.taker) for each in self.transfers)
        return self.rows if passes or any(account.figures) else self.partners

    def of(self, row: str) -> tuple[Posting, ...]:
        """What the figures of a row are made of; in the keeper's also what is of the account."""
        holders = (row, ACCOUNT) if row == self.keeper else (row,)
        return tuple(posting for posting in self.postings if posting.holder in holders)
