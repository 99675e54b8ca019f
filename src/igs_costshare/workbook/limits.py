"""Minimum and maximum of each partner on the sheet: for divisions and charges alike.

`sharing.bounds` says what they mean; a new bound is added here once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from igs_costshare.description.contributions import LEAST, MOST
from igs_costshare.messages import say
from igs_costshare.workbook.amounts import SheetAmount
from igs_costshare.workbook.formulas import largest
from igs_costshare.workbook.weighing import Participation, Weighing

BoundName = Literal["minimum", "maximum"]
_FIELDS: Mapping[BoundName, tuple[str, str]] = {"minimum": LEAST, "maximum": MOST}
_TIGHTER: Mapping[BoundName, str] = {"minimum": "MAX", "maximum": "MIN"}
_AMOUNTS, _PARTS = zip(LEAST, MOST, strict=True)
_NEARLY = "1E-12"
"""By how much, relatively, doubles may miss a part of the pool."""


class BoundCells:
    """The cells with the least and the most that each pays."""

    def __init__(self, weighing: Weighing, part: Participation, pool: SheetAmount) -> None:
        self.weighing, self.part, self.pool = weighing, part, pool
        if any(map(self._anybody, _PARTS)):
            self._refuse_crossed()

    def cell(self, which: BoundName, position: int, none: str) -> str:
        """What bounds a partner, in euros: the tighter where it has two, `none` without any."""
        amount, part = (self._stated(field, position) for field in _FIELDS[which])
        if not part:
            return amount or none
        of_pool = f"{part}*MAX(0,{self.pool.euros})"
        return f"{_TIGHTER[which]}(0+{amount},{of_pool})" if amount else of_pool

    def states(self, which: BoundName) -> bool:
        """Whether anybody has such a bound."""
        return any(map(self._anybody, _FIELDS[which]))

    @property
    def decimals(self) -> str:
        """How many decimals the bounds have, at most; a part of the pool adds its own to it."""
        parts = [self._decimals(field) for field in _PARTS if self._anybody(field)]
        of_pool = [f"{self.pool.decimals}+{each}" for each in parts]
        return largest([*map(self._decimals, _AMOUNTS), *of_pool])

    def _stated(self, field: str, position: int) -> str:
        """The cell of a field: the partner's own, or that of all; empty where there is none."""
        inputs, place = self.weighing.inputs, (*self.weighing.place, field)
        own = inputs.get((*place, self.weighing.workings.partners[position]), "")
        return own or inputs.get(place, "")

    def _anybody(self, field: str) -> bool:
        return any(self._stated(field, at) for at in self.weighing.workings.positions)

    def _decimals(self, field: str) -> str:
        if not self._anybody(field):
            return "0"
        common = self.weighing.inputs.get((*self.weighing.place, field), "")
        if common:
            return self.weighing.places(common)
        return self.weighing.most_places(
            [
                (self._stated(field, at) or "0") if included else "0"
                for at, included in enumerate(self.part)
            ]
        )

    def _refuse_crossed(self) -> None:
        """An amount and a part of the pool may cross as soon as the pool changes."""
        formulas = []
        for at, included in enumerate(self.part):
            low, high = self.cell("minimum", at, ""), self.cell("maximum", at, "")
            crosses = f"({low}>{high}*(1+{_NEARLY}))*1"
            formulas.append(crosses if included and low and high else "0")
        if set(formulas) != {"0"}:
            column = self.weighing.everyone(say("workbook.crossed_at_pool"), formulas)
            name = self.weighing.name
            message = self.weighing.language.say("workbook.bounds_crossed", name=name)
            self.weighing.workings.refuse(message, f"{column.total}>0")
