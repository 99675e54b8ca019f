"""Minimum and maximum of each partner on the sheet: for divisions and charges alike.

`sharing.bounds` says what they mean; what one of a measure comes to stands here once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from igs_costshare.description.bounds import BOUNDS, BoundKind, Measure, Side
from igs_costshare.description.contributions import Model
from igs_costshare.messages import say
from igs_costshare.workbook.amounts import SheetAmount
from igs_costshare.workbook.formulas import ENDLESS, largest, nearly
from igs_costshare.workbook.weighing import Participation, Weighing

_TIGHTER: Mapping[Side, str] = {"least": "MAX", "most": "MIN"}
_NEARLY = "1E-12"
"""By how much, relatively, doubles may miss a part of the pool."""


class BoundCells:
    """The cells with the least and the most that each pays, in parts of the year."""

    def __init__(
        self, weighing: Weighing, model: Model, part: Participation, pool: SheetAmount
    ) -> None:
        self.weighing, self.model, self.part, self.pool = weighing, model, part, pool
        self.kinds = [kind for kind in BOUNDS if self._anybody(kind)]
        if any(kind.measure is not Measure.EUROS for kind in self.kinds):
            self._refuse_crossed()

    def cell(self, side: Side, position: int, none: str) -> str:
        """What bounds a partner, in euros: the tighter where it has two, `none` without any."""
        stated = [
            self.weighing.keys.in_parts(bound, "", position)
            for kind in self.kinds
            if kind.side == side and (bound := self._in_euros(kind, position))
        ]
        if len(stated) < 2:
            return "".join(stated) or none
        # A minimum leaves empty cells out, as it would not leave out 0.
        return f"{_TIGHTER[side]}({','.join(f'0+{each}' for each in stated)})"

    def states(self, side: Side) -> bool:
        """Whether anybody has such a bound."""
        return any(kind.side == side for kind in self.kinds)

    @property
    def decimals(self) -> str:
        """How many decimals the bounds have in euros, at most."""
        return largest(map(self._decimals, self.kinds))

    def _in_euros(self, kind: BoundKind, position: int) -> str:
        """What a bound comes to for a whole year; empty where a partner has none."""
        cell = self._stated(kind.field, position)
        if not cell:
            return ""
        match kind.measure:
            case Measure.EUROS:
                return cell
            case Measure.PART:
                return f"{cell}*MAX(0,{self.pool.euros})"
            case Measure.RISE:
                before = self._before(position)
                return before and f"{before}*(1+{cell})"
            case _:
                assert_never(kind.measure)

    def _before(self, position: int) -> str:
        """What a partner paid the year before: the cell of it, or the figure itself."""
        partner = self.weighing.workings.partners[position]
        before = self.model.before(partner)
        if before is None:
            return ""
        if self.model.carried is not None:
            return nearly(before)
        return self.weighing.inputs[*self.weighing.place, "previous", partner]

    def _stated(self, field: str, position: int) -> str:
        """The cell of a field: the partner's own, or that of all; empty where there is none."""
        inputs, place = self.weighing.inputs, (*self.weighing.place, field)
        own = inputs.get((*place, self.weighing.workings.partners[position]), "")
        return own or inputs.get(place, "")

    def _anybody(self, kind: BoundKind) -> bool:
        return any(self._in_euros(kind, at) for at in self.weighing.workings.positions)

    def _decimals(self, kind: BoundKind) -> str:
        own = self._places(kind.field)
        match kind.measure:
            case Measure.EUROS:
                return own
            case Measure.PART:
                return f"{self.pool.decimals}+{own}"
            case Measure.RISE if self.model.carried is not None:
                return str(ENDLESS)
            case Measure.RISE:
                cells = (self._before(at) or "0" for at in self.weighing.workings.positions)
                return f"{own}+{self.weighing.most_places(list(cells))}"
            case _:
                assert_never(kind.measure)

    def _places(self, field: str) -> str:
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
            low, high = self.cell("least", at, ""), self.cell("most", at, "")
            crosses = f"({low}>{high}*(1+{_NEARLY}))*1"
            formulas.append(crosses if included and low and high else "0")
        if set(formulas) != {"0"}:
            column = self.weighing.everyone(say("workbook.crossed_at_pool"), formulas)
            message = say("workbook.bounds_crossed", name=self.weighing.name)
            self.weighing.workings.refuse(message, f"{column.total}>0")
