"""Lines that a charge takes into its pool, each rounded so that together they make the pool.

The rule is that of `money.reconciled`: each is rounded by itself; where they do not add up, those
move by a unit that rounding had carried furthest the other way, ties in the order of the lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from igs_costshare.computing.statement import Statement
from igs_costshare.messages import Message, say
from igs_costshare.money import Half
from igs_costshare.workbook.amounts import told_from_half
from igs_costshare.workbook.budget import BudgetSheet
from igs_costshare.workbook.formulas import DIGITS, in_units, snapped, whole
from igs_costshare.workbook.workings import StepGrid

STEPS: Mapping[str, Message] = {
    "total": say("workbook.step_total"),
    "units": say("workbook.step_rounded"),
    "signed": say("workbook.step_signed"),
    "digits": say("workbook.step_digits"),
    "error": say("workbook.step_error"),
    "exact": say("workbook.step_exact_decimals"),
    "told": say("workbook.step_told"),
    "missing": say("workbook.step_missing"),
    "rank": say("workbook.step_rank"),
    "amount": say("workbook.step_amount"),
    "sure": say("workbook.step_sure"),
}
"""`digits`, `missing` and `sure` hold for all lines, and stand in the first row."""


class SheetPool(NamedTuple):
    """The pool of a charge on the sheet Method."""

    units: str
    """The cell with its units of rounding."""
    sure: str
    """The cell that says whether they are shown: nothing is refused, and doubles could tell."""


class PooledLines:
    """What each pooled line of a charge comes to, in euros."""

    def __init__(
        self, grid: StepGrid, statement: Statement, budget: BudgetSheet, pool: SheetPool, half: Half
    ) -> None:
        self.grid, self.budget, self.half = grid, budget, half
        self.unit = budget.workings.inputs["rounding", "unit"]
        self.lines = statement.pool.lines
        largest = f"MAX(1,MAX({self._all('total')}))"
        # Decimals that `snapped` keeps of the largest total.
        self.digits = grid.set(0, "digits", f"{DIGITS - 2}-INT(LOG10({largest}))")
        for row, line in enumerate(self.lines):
            self._round(row, line.id, "" if line.kind == "expense" else "-")
        self.missing = grid.set(0, "missing", f"{pool.units}-SUM({self._all('signed')})")
        for row in range(len(self.lines)):
            self._move(row)
        known = f"OR(ABS({self.missing})<0.5,AND({self._all('exact')}))"
        self.sure = grid.set(0, "sure", f"AND({pool.sure},AND({self._all('told')}),{known})")

    def euros(self, id: str) -> str:
        """What a line comes to, or `NA()` where doubles cannot tell (a formula)."""
        row = next(row for row, line in enumerate(self.lines) if line.id == id)
        seen = self.budget.workings.seen
        amount = in_units(f"{seen(self.grid.ref(row, 'amount'))}*{self.unit}")
        return f"IF({seen(self.sure)},{amount},NA())"

    def _all(self, step: str) -> str:
        return f"{self.grid.ref(0, step)}:{self.grid.ref(len(self.lines) - 1, step)}"

    def _round(self, row: int, id: str, sign: str) -> None:
        amount = self.budget.total(id)
        total = self.grid.set(row, "total", snapped(f"({amount.euros}/{self.unit})"))
        units = self.grid.set(row, "units", whole(total, self.half))
        self.grid.set(row, "signed", f"{sign}{units}")
        self.grid.set(row, "error", f"ROUND({sign}({units}-{total}),{self.digits})")
        self.grid.set(row, "exact", f"{amount.decimals}+LOG10({self.unit})<={self.digits}")
        self.grid.set(row, "told", told_from_half(total, amount, self.unit))

    def _move(self, row: int) -> None:
        """Move a line by a unit where it is among as many as are missing, or too many."""
        own, errors = self.grid.ref(row, "error"), self._all("error")
        step = f"(({self.missing}>0)-({self.missing}<0))"
        before = f"SUMPRODUCT(({step}*{errors}<{step}*{own})*1)"
        if row:
            earlier = f"{self.grid.ref(0, 'error')}:{self.grid.ref(row - 1, 'error')}"
            before += f"+SUMPRODUCT(({earlier}={own})*1)"
        rank = self.grid.set(row, "rank", f"1+{before}")
        sign = "" if self.lines[row].kind == "expense" else "-"
        moved = f"{sign}({rank}<=ABS({self.missing}))*{step}"
        self.grid.set(row, "amount", f"{self.grid.ref(row, 'units')}+{moved}")
