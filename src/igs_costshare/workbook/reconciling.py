"""Lines that a charge takes into its pool, each rounded so that together they make the pool.

The rule is that of `money.reconciled`: each is rounded by itself; where they do not add up, those
move by a unit that rounding had carried furthest the other way, ties in the order of the lines.
"""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.computing.statement import Statement
from igs_costshare.messages import Message, say
from igs_costshare.money import Half
from igs_costshare.workbook.amounts import told_from_half
from igs_costshare.workbook.budget import BudgetSheet
from igs_costshare.workbook.formulas import in_units, snapped, whole
from igs_costshare.workbook.workings import StepGrid

STEPS: Mapping[str, Message] = {
    "total": say("workbook.step_total"),
    "units": say("workbook.step_rounded"),
    "signed": say("workbook.step_signed"),
    "error": say("workbook.step_error"),
    "missing": say("workbook.step_missing"),
    "rank": say("workbook.step_rank"),
    "amount": say("workbook.step_amount"),
    "sure": say("workbook.step_sure"),
}
_ERROR_DECIMALS = 5
"""Decimals of what rounding carried off, in units: doubles keep so many of amounts below
`_ERRORS_BELOW`."""
_ERRORS_BELOW = "1E+9"


class PooledLines:
    """What each pooled line of a charge comes to, in euros."""

    def __init__(
        self, grid: StepGrid, statement: Statement, budget: BudgetSheet, pool: str, half: Half
    ) -> None:
        """`pool` is the cell with the units of the whole pool."""
        self.grid, self.budget, self.half = grid, budget, half
        self.unit = budget.workings.inputs["rounding", "unit"]
        self.lines = statement.pool.lines
        for row, line in enumerate(self.lines):
            self._round(row, line.id, "" if line.kind == "expense" else "-")
        missing = grid.set(0, "missing", f"{pool}-SUM({self._all('signed')})")
        for row in range(len(self.lines)):
            self._move(row, missing)

    def euros(self, id: str) -> str:
        """What a line comes to, or `NA()` where doubles cannot tell (a formula)."""
        row = next(row for row, line in enumerate(self.lines) if line.id == id)
        amount, sure = (
            self.budget.workings.seen(self.grid.ref(row, step)) for step in ("amount", "sure")
        )
        return f"IF({sure},{in_units(f'{amount}*{self.unit}')},NA())"

    def _all(self, step: str) -> str:
        return f"{self.grid.ref(0, step)}:{self.grid.ref(len(self.lines) - 1, step)}"

    def _round(self, row: int, id: str, sign: str) -> None:
        amount = self.budget.total(id)
        total = self.grid.set(row, "total", snapped(f"({amount.euros}/{self.unit})"))
        units = self.grid.set(row, "units", whole(total, self.half))
        self.grid.set(row, "signed", f"{sign}{units}")
        self.grid.set(row, "error", f"ROUND({sign}({units}-{total}),{_ERROR_DECIMALS})")

    def _move(self, row: int, missing: str) -> None:
        """Move a line by a unit where it is among as many as are missing, or too many."""
        line, errors = self.lines[row], self._all("error")
        own = self.grid.ref(row, "error")
        step = f"(({missing}>0)-({missing}<0))"
        before = f"SUMPRODUCT(({step}*{errors}<{step}*{own})*1)"
        if row:
            earlier = f"{self.grid.ref(0, 'error')}:{self.grid.ref(row - 1, 'error')}"
            before += f"+SUMPRODUCT(({earlier}={own})*1)"
        rank = self.grid.set(row, "rank", f"1+{before}")
        moved = f"({rank}<=ABS({missing}))*{step}"
        sign = "" if line.kind == "expense" else "-"
        self.grid.set(row, "amount", f"{self.grid.ref(row, 'units')}+{sign}{moved}")
        self._tell(row, line.id, missing)

    def _tell(self, row: int, id: str, missing: str) -> None:
        """Whether doubles can tell how the line is rounded, and which lines move."""
        amount = self.budget.total(id)
        total = self.grid.ref(row, "total")
        half = told_from_half(total, amount, self.unit)
        finest = f"{amount.decimals}+LOG10({self.unit})<={_ERROR_DECIMALS}"
        ordered = f"AND({total}<{_ERRORS_BELOW},{finest})"
        self.grid.set(row, "sure", f"AND({half},OR(ABS({missing})<0.5,{ordered}))")
