"""The exact share of each in a divided line, in whole numbers that a double holds.

With whole weights V (sum S) and a total that is whole in 1/D of a unit, each share is
`q × V + r × V / F`, where q and r are the quotient and the remainder of D × total by F = D × S:
whole numbers, and exact where they stay below `EXACT_BELOW`. Where weights or totals are not whole
(thirds, amounts of many digits), q is 0, r the total and F a power of ten: the remainders are then
rounded to as many digits as a double has left, and how far they may be wrong is told.
"""

from __future__ import annotations

from igs_costshare.money import Half
from igs_costshare.workbook.amounts import SheetAmount, total_noise
from igs_costshare.workbook.cells import PartnerCells
from igs_costshare.workbook.formulas import (
    ENDLESS,
    EXACT_BELOW,
    MOST_PLACES,
    shortest,
    snapped,
    whole,
)
from igs_costshare.workbook.line_cells import LineCells
from igs_costshare.workbook.weights import Weights

_DIGITS_OF_KEY = 13
"""Digits that a remainder and the place of its partner behind it take together, which stays below
`EXACT_BELOW`."""
_DIGITS_OF_SHARE = 13
"""Digits of a share behind its first one: it keeps 14 of the 15 of a double."""
_ROUNDINGS = 2
"""Parts of a unit: one for rounding a remainder, one for what the floor of the noise drops."""


class Shares:
    """The shares of a line in units of rounding, each in whole units and what is over."""

    def __init__(self, cells: LineCells, total: SheetAmount, weights: Weights, keys: int) -> None:
        """Write what each share is computed from; a remainder has room for `keys` behind it."""
        self.cells, self.weights, self.steps = cells, weights, cells.steps
        self.unit = cells.workings.inputs["rounding", "unit"]
        self._write(total, cells.workings.network.rounding.half, keys)

    def _write(self, amount: SheetAmount, half: Half, keys: int) -> None:
        write, weights = self.cells.set, self.weights
        total = write("total", snapped(f"({amount.euros}/{self.unit})"))
        write("units", whole(total, half))
        digits = shortest(total)
        parts = write("parts", f"10^({digits})")
        limit = EXACT_BELOW
        exact = write(
            "exact",
            f"AND({amount.decimals}<{ENDLESS},{weights.whole},{parts}<=10^{MOST_PLACES},"
            f"{total}*{parts}<{limit},"
            f"{parts}*{weights.sum}*{weights.largest}<{limit},{parts}*{weights.sum}*{keys}<{limit})",
        )
        quotient = write(
            "quotient", f"IF({exact},INT(ROUND({total}*{parts},0)/({parts}*{weights.sum})),0)"
        )
        write(
            "remainder",
            f"IF({exact},ROUND({total}*{parts},0)-{quotient}*{parts}*{weights.sum},{total})",
        )
        most = _DIGITS_OF_KEY - len(str(keys))
        decimals = f"MIN({most},{_DIGITS_OF_SHARE}-INT(LOG10(MAX(1,{total}))))"
        full = write("full", f"IF({exact},{parts}*{weights.sum},10^MAX(0,{decimals}))")
        write("times", f"IF({exact},1,{full}/{weights.sum})")
        write("noise", self._noise(amount))

    def whole_units(self, at: int) -> str:
        """The whole units of a share."""
        weight = self.weights.column.at(at)
        return f"{self.steps['quotient']}*{weight}+INT({self._share(at)}/{self.steps['full']})"

    def over(self, full: PartnerCells, at: int) -> str:
        """What a share has over its whole units, in parts of a full unit."""
        weight = self.weights.column.at(at)
        whole_part = f"({full.at(at)}-{self.steps['quotient']}*{weight})*{self.steps['full']}"
        return f"{self._share(at)}-{whole_part}"

    def _share(self, at: int) -> str:
        """What a share is beyond its whole units of the quotient, in parts of a full unit."""
        times = f"{self.steps['remainder']}*{self.weights.column.at(at)}*{self.steps['times']}"
        return f"ROUND({times},0)"

    def _noise(self, amount: SheetAmount) -> str:
        """By how much a remainder may be wrong, where not all are whole numbers.

        It is what the total may be wrong by, and what the part of a partner may be, in parts of
        a unit; one more for the rounding of the remainder itself.
        """
        total = self.steps["total"]
        of_total = total_noise(total, amount, self.unit)
        of_parts = f"{total}*({self.weights.noise})"
        noise = f"{_ROUNDINGS}+INT({self.steps['full']}*({of_total}+{of_parts}))"
        return f"IF({self.steps['exact']},0,{noise})"
