"""The result: what each partner pays and receives, in whole units of rounding.

A statement that does not add up does not exist: its lines refuse to be made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple

from igs_costshare.description.values import EXACT, decimals_shown
from igs_costshare.errors import Problem
from igs_costshare.money import Apportioned, Exact
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.rule import Rule

LineKind = Literal["expense", "revenue"]
LineRounding = Literal["divided", "priced"]

CONTRIBUTION, DAY_PRICE, DAY_PRICE_PAID = "contribution", "day_price", "day_price_paid"
"""The lines that no table of the file is named after."""
BUILT_IN_LINES = (CONTRIBUTION, DAY_PRICE, DAY_PRICE_PAID)
SUMS = ("expenses", "revenues", "balance")
"""The columns that are made of lines."""


class Named(NamedTuple):
    """Something with an id and a name for people."""

    id: str
    name: str


class Unbalanced(ArithmeticError):
    """A line whose cells do not add up to its total: a fault of the program."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One column: what a cost or an income means for each partner, in units of rounding."""

    id: str
    label: str | None
    kind: LineKind
    rounding: LineRounding
    cells: tuple[int, ...]
    """In the order of the partners."""
    total: int
    exact: Exact
    """The amounts before rounding, in the order of the partners."""
    reserve: int = 0
    division: Apportioned | None = None
    """How the total was divided; None for a priced line."""

    def __post_init__(self) -> None:
        if sum(self.cells) + self.reserve != self.total:
            raise Unbalanced(f"{self.id}: {sum(self.cells)} + {self.reserve} is not {self.total}")


class Row(NamedTuple):
    """What a partner, the reserve or all together pay and receive, in units of rounding."""

    id: str
    name: str
    units: int
    """Homes."""
    cells: tuple[int, ...]
    """In the order of the lines."""
    expenses: int
    revenues: int
    nis: str | None = None
    """The code of a municipality; of none else."""
    lines: tuple[str, ...] = ()
    """The ids of the lines, in the order of the cells."""
    unit: Decimal = Decimal("0.01")
    """The step of rounding, in units of the currency."""

    @property
    def balance(self) -> int:
        """Revenues less expenses: negative is a net bill."""
        return self.revenues - self.expenses

    def units_of(self, column: str) -> int:
        """What a column holds in units of rounding: a line, a sum, or `bill`, what is to pay.

        Raises `KeyError` where there is no such column.
        """
        columns = {"bill": -self.balance, **dict(zip(self.lines, self.cells, strict=True))}
        columns |= {"expenses": self.expenses, "revenues": self.revenues}
        columns["balance"] = self.balance
        return columns[column]

    def amount(self, of: str | int) -> Decimal:
        """A column, or so many units of rounding, as an amount of the currency.

        >>> row = Row("stad", "Stad", 2, (6667,), 6667, 0, lines=("rent",))
        >>> row.amount("rent"), row.amount("balance"), row.amount(row.expenses)
        (Decimal('66.67'), Decimal('-66.67'), Decimal('66.67'))
        """
        return in_currency(self.units_of(of) if isinstance(of, str) else of, self.unit)


def in_currency(units: int, unit: Decimal) -> Decimal:
    """Units of rounding as an exact amount of the currency."""
    return EXACT.multiply(Decimal(units), unit)


class PoolLine(NamedTuple):
    """A line of what is shared by the common contribution, in units of rounding."""

    id: str
    kind: LineKind
    total: int


class Method(NamedTuple):
    """How the pool was shared."""

    model: str
    """As the file calls it."""
    rule: Rule
    bounded: bool = False
    members: int = 0
    """Partners that take part."""
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Pool:
    """Shared costs less pooled income; `total` is the signed sum of its lines."""

    lines: tuple[PoolLine, ...]
    total: int

    def __post_init__(self) -> None:
        signed = (line.total if line.kind == "expense" else -line.total for line in self.lines)
        if sum(signed) != self.total:
            raise Unbalanced(f"the lines of the pool do not add up to {self.total}")


@dataclass(frozen=True)
class Statement:
    """Who pays and receives what; every total is the sum of what is shown."""

    title: str
    year: int | None
    currency: str
    unit: Decimal
    """The step of rounding, in units of the currency."""
    lines: tuple[StatementLine, ...]
    """Expenses first, then revenues, in the order of the columns."""
    partners: tuple[Row, ...]
    reserve: Row | None
    total: Row
    pool: Pool
    method: Method | None
    """None where nothing is shared by a common contribution."""
    fte: Fraction | None
    """Full-time equivalents of all staff lines."""
    warnings: tuple[Problem, ...] = ()
    scenario: Named | None = None
    """The scenario that was computed; None for the description as it stands."""
    record: Apportionment | None = field(default=None, compare=False, repr=False)
    """What the figures were worked out from, for `explaining`."""

    @property
    def worked_out(self) -> Apportionment:
        """What the figures were worked out from. Raises `TypeError` where that was not kept."""
        if self.record is None:
            raise TypeError("the statement has no record; `compute` makes one that has")
        return self.record

    @property
    def decimals(self) -> int:
        """Decimals of an amount that is shown."""
        return decimals_shown(self.unit)

    def amount(self, units: int) -> Decimal:
        """Units of rounding as an amount of the currency."""
        return in_currency(units, self.unit)

    def records(self, *, totals: bool = False) -> list[dict[str, str | int | Decimal | None]]:
        """A dict for each partner, by column, with amounts of the currency: for a data frame.

        With `totals` also one for the reserve, where there is one, and one for the total. Where
        any partner has a `nis`, each dict has one.
        """
        coded = any(row.nis for row in self.partners)
        expenses = [line.id for line in self.lines if line.kind == "expense"]
        revenues = [line.id for line in self.lines if line.kind == "revenue"]
        columns = (*expenses, "expenses", *revenues, "revenues", "balance")
        return [
            {
                "partner": row.id,
                "name": row.name or row.id,
                **({"nis": row.nis} if coded else {}),
                "units": row.units,
                **{column: row.amount(column) for column in columns},
            }
            for row in (self.rows if totals else self.partners)
        ]

    def minor(self, units: int) -> int:
        """Units of rounding as whole numbers of the smallest step shown, 10^-decimals."""
        return units * int(self.unit.scaleb(self.decimals))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The partners, the reserve where there is one, and the total."""
        reserve = () if self.reserve is None else (self.reserve,)
        return (*self.partners, *reserve, self.total)
