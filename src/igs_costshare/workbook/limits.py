"""Minimum and maximum of each partner on the sheet: for divisions and charges alike.

`sharing.bounds` says what they mean; a new bound is added here once.
"""

from __future__ import annotations

from typing import Literal

from igs_costshare.workbook.formulas import largest
from igs_costshare.workbook.weighing import Participation, Weighing

BoundName = Literal["minimum", "maximum"]
BOUNDS: tuple[BoundName, ...] = ("minimum", "maximum")


class BoundCells:
    """The cells with the least and the most that each pays."""

    def __init__(self, weighing: Weighing, part: Participation) -> None:
        self.weighing, self.part = weighing, part

    def cell(self, which: BoundName, position: int, none: str) -> str:
        """The cell with a partner's bound: its own, or that of all; `none` where there is none."""
        inputs, place = self.weighing.inputs, (*self.weighing.place, which)
        own = inputs.get((*place, self.weighing.workings.partners[position]), "")
        return own or inputs.get(place, none)

    def states(self, which: BoundName) -> bool:
        """Whether anybody has such a bound."""
        return any(self.cell(which, at, "") for at in self.weighing.workings.positions)

    @property
    def decimals(self) -> str:
        """How many decimals the bounds have, at most."""
        return largest(map(self._decimals, BOUNDS))

    def _decimals(self, which: BoundName) -> str:
        if not self.states(which):
            return "0"
        common = self.weighing.inputs.get((*self.weighing.place, which), "")
        if common:
            return self.weighing.places(common)
        return self.weighing.most_places(
            [
                self.cell(which, at, "0") if included else "0"
                for at, included in enumerate(self.part)
            ]
        )
