"""Priced lines: each partner's amount rounded by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from igs_costshare.workbook.formulas import snapped, whole
from igs_costshare.workbook.workings import Grid, Workings

_TRUSTED_BELOW = "1E+10"
"""Units of rounding of which a double still knows four decimals."""


class Priced(NamedTuple):
    """A line in whole units of rounding."""

    amounts: tuple[str, ...]
    """By partner, as the sheet Statement writes them."""
    sure: str
    """The cell that says whether doubles could tell."""


def priced(workings: Workings, grid: Grid, row: int, name: str, euros: Sequence[str]) -> Priced:
    """Round each of the amounts (formulas of euros)."""
    unit, half = workings.inputs["rounding", "unit"], workings.network.rounding.half
    exact = workings.column(
        f"{name}: {workings.words['exact_units']}", [snapped(f"({each}/{unit})") for each in euros]
    )
    sure = grid.set(row, "sure", f"MAX({exact.range})<{_TRUSTED_BELOW}")
    return Priced(tuple(whole(exact.seen(at), half) for at in workings.positions), sure)


def rounded_pool(workings: Workings, grid: Grid, row: int, pool: str) -> str:
    """The pool of a charge in whole units of rounding: the cell that holds it."""
    unit = workings.inputs["rounding", "unit"]
    total = grid.set(row, "total", snapped(f"({pool}/{unit})"))
    return grid.set(row, "units", whole(total, workings.network.rounding.half))
