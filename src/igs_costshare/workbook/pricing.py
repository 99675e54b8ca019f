"""Priced lines: each partner's amount rounded by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Self

from igs_costshare.messages import say
from igs_costshare.workbook.amounts import NEAR, told_from_half
from igs_costshare.workbook.budget import BudgetSheet
from igs_costshare.workbook.cells import PartnerCells
from igs_costshare.workbook.formulas import ENDLESS, TOLD_BELOW, snapped, whole
from igs_costshare.workbook.keys import KeyCells
from igs_costshare.workbook.naming import of_name
from igs_costshare.workbook.workings import StepGrid, Workings

_TRUSTED_BELOW = "1E+10"
"""Units of rounding of which a double still knows four decimals: 15 digits less 11."""


class ExactAmounts(NamedTuple):
    """What each partner pays or gets, exact."""

    euros: Sequence[str]
    """Formulas, by partner."""
    parts: str
    """Of so many parts of a euro every exact amount is a whole number (a formula)."""

    @classmethod
    def of(cls, column: PartnerCells, decimals: str, keys: KeyCells | None = None) -> Self:
        """The amounts of a column that have so many decimals at most.

        Where there are `keys`, the column is in parts of the year.
        """
        amounts = [column.at(at) for at in range(column.size)]
        if keys is None:
            return cls(amounts, parts_of(decimals))
        return cls(list(map(keys.of_parts, amounts)), parts_of(decimals, keys.length))


def parts_of(decimals: str, length: int = 1) -> str:
    """The parts of a euro that so many decimals tell, in so many parts of the year."""
    parts = f"10^MIN({ENDLESS},{decimals})"
    return parts if length == 1 else f"{length}*{parts}"


class Priced(NamedTuple):
    """A line in whole units of rounding."""

    amounts: tuple[str, ...]
    """By partner, as the sheet Statement writes them."""
    sure: str
    """Whether doubles could tell (a formula)."""


def priced(workings: Workings, name: str, prices: ExactAmounts) -> Priced:
    """Round each of the amounts.

    Where one is as near to a half as doubles tell, it counts as a half only if all amounts are
    whole in parts of a euro so large that none comes as near without being one.
    """
    unit, half = workings.inputs["rounding", "unit"], workings.network.rounding.half
    exact = workings.column(
        of_name(name, say("workbook.exact_units"), workings.language),
        [snapped(f"({each}/{unit})") for each in prices.euros],
    )
    amounts = exact.range
    near = f"SUMPRODUCT((ABS({amounts}-INT({amounts})-0.5)<={NEAR}*{amounts}+{NEAR})*1)=0"
    whole_parts = f"MAX({amounts})*{unit}*{prices.parts}<{TOLD_BELOW}"
    sure = f"AND(MAX({amounts})<{_TRUSTED_BELOW},OR({whole_parts},{near}))"
    return Priced(tuple(whole(exact.seen(at), half) for at in workings.positions), sure)


class RoundedPool(NamedTuple):
    """The pool of a charge in whole units of rounding."""

    units: str
    """The cell that holds it."""
    sure: str
    """Whether doubles could tell (a formula)."""


def rounded_pool(workings: Workings, grid: StepGrid, row: int, budget: BudgetSheet) -> RoundedPool:
    """Round the pool of a charge."""
    unit, pool = workings.inputs["rounding", "unit"], budget.pool
    total = grid.set(row, "total", snapped(f"({pool.euros}/{unit})"))
    units = grid.set(row, "units", whole(total, workings.network.rounding.half))
    return RoundedPool(units, told_from_half(total, pool, unit))
