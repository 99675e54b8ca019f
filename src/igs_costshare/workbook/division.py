"""A divided line: whole units first, then the left-over units by `[rounding]`, ties by burdens.

The rules are those of `money.Divider`, on the shares of `workbook.shares`. Where these are not
exact, a line in which their noise could decide about a unit is not shown. Nor is one whose tie was
settled by the burdens of a line before it that doubles could not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from igs_costshare.computing.statement import LineKind
from igs_costshare.messages import Message, say
from igs_costshare.money import LARGEST_REMAINDER
from igs_costshare.workbook.amounts import SheetAmount, told_from_half
from igs_costshare.workbook.cells import PartnerCells
from igs_costshare.workbook.line_cells import LineCells
from igs_costshare.workbook.shares import Shares
from igs_costshare.workbook.weights import Weights
from igs_costshare.workbook.workings import StepGrid, Workings

STEPS: Mapping[str, Message] = {
    "total": say("workbook.step_total"),
    "units": say("workbook.step_rounded"),
    "parts": say("workbook.step_parts"),
    "exact": say("workbook.step_exact"),
    "quotient": say("workbook.step_quotient"),
    "remainder": say("workbook.step_remainder"),
    "times": say("workbook.step_times"),
    "full": say("workbook.step_full"),
    "left": say("workbook.step_left"),
    "threshold": say("workbook.step_threshold"),
}
TAKER_STEPS: Mapping[str, Message] = {
    "taker": say("workbook.step_taker"),
    "difference": say("workbook.step_difference"),
    "fallback": say("workbook.step_fallback"),
}
LAST_STEPS: Mapping[str, Message] = {
    "noise": say("workbook.step_noise"),
    "next": say("workbook.step_next"),
    "tied": say("workbook.step_tied"),
    "sure": say("workbook.step_sure"),
    "burdens_known": say("workbook.step_burdens_known"),
}

_LEAST_DIGITS = 4
"""Decimals of a remainder that must be left for it to be trusted: two for noise, two to tell."""
_LEAST_OF_NOISE = 50
"""A unit is as many times the noise of the remainders, for those to say anything."""
_NEARLY_LARGEST = "(1-1E-11)"
"""Weights from here up to the largest may be as large: those that are no whole numbers carry noise
of some parts in 1E12."""
_NOBODY = "1E+15"
"""A threshold above every key."""


class Divided(NamedTuple):
    """A line in whole units of rounding."""

    amounts: tuple[str, ...]
    """By partner, as the sheet Statement writes them."""
    sure: str
    """The cell that says whether doubles could tell."""


class Dividing:
    """Divides the lines of a statement one after the other, with the burdens between them."""

    def __init__(self, workings: Workings, grid: StepGrid, lines: int) -> None:
        self.workings, self.grid, self.lines = workings, grid, lines
        self.rounding = workings.network.rounding
        self.left = lines
        """Lines still to be divided."""
        self.count = workings.count
        self.by_taker = self.rounding.difference != LARGEST_REMAINDER
        self.burdens: PartnerCells | None = None
        self.burdens_known = "TRUE"
        """The cell that says whether doubles could tell all lines so far."""
        # A key is the remainder, then the burden, then the place in the file: M keys a remainder.
        self.keys = (2 * lines + 1) * self.count

    def divide(
        self, row: int, name: str, total: SheetAmount, weights: Weights, kind: LineKind
    ) -> Divided:
        """Divide a total over the partners."""
        self.left -= 1
        cells = LineCells(self.workings, self.grid, row, name)
        return _DividedLine(self, cells, total, weights, kind).divided()


class _DividedLine:
    def __init__(
        self,
        dividing: Dividing,
        cells: LineCells,
        total: SheetAmount,
        weights: Weights,
        kind: LineKind,
    ) -> None:
        self.dividing, self.cells, self.steps = dividing, cells, cells.steps
        self.total, self.weights, self.kind = total, weights, kind
        self.shares = Shares(cells, total, weights, dividing.keys)

    def divided(self) -> Divided:
        full = self.cells.column(say("workbook.full_units"), self.shares.whole_units)
        self.cells.set("left", f"{self.steps['units']}-{full.total}")
        keys = self.cells.column(say("workbook.order"), lambda at: self._key(full, at))
        left = self.steps["left"]
        self.cells.set("threshold", f"IF({left}<1,{_NOBODY},LARGE({keys.range},{left}))")
        self.cells.set(
            "next",
            f"IF(OR({left}<1,{left}>={self.dividing.count}),-{_NOBODY},"
            f"LARGE({keys.range},{left}+1))",
        )
        self.cells.set("tied", self._tied())
        if not self.dividing.by_taker:
            self._set_sure(self._told(keys), f"NOT({self.steps['tied']})")
            self._carry(lambda at: self._extra(keys, at))
            return self._result(lambda at: f"{full.seen(at)}+{self._extra(keys, at, seen=True)}")
        return self._by_taker(full, keys)

    def _key(self, full: PartnerCells, at: int) -> str:
        """One whole number that orders the partners: remainder, burden, place in the file."""
        dividing = self.dividing
        last = (dividing.lines + 1) * dividing.count - at
        burden = ""
        if dividing.burdens is not None:
            sign = "-" if self.kind == "expense" else "+"
            burden = f"{sign}{dividing.count}*{dividing.burdens.at(at)}"
        return f"({self.shares.over(full, at)})*{dividing.keys}+{last}{burden}"

    def _extra(self, keys: PartnerCells, at: int, *, seen: bool = False) -> str:
        """Whether a partner gets one of the left-over units."""
        if seen:
            return f"({keys.seen(at)}>={self.cells.seen('threshold')})"
        return f"({keys.at(at)}>={self.steps['threshold']})"

    def _carry(self, extra: Callable[[int], str]) -> None:
        """Add the left-over units to the burdens, for the lines after this one."""
        if not self.dividing.left:
            return
        before = self.dividing.burdens
        sign = "+" if self.kind == "expense" else "-"
        self.dividing.burdens = self.cells.column(
            say("workbook.burden"),
            lambda at: f"{before.at(at) if before else 0}{sign}{extra(at)}",
        )

    def _tied(self) -> str:
        """Whether the last to get a unit and the first to miss it are as near as noise may be."""
        size, left = self.dividing.keys, self.steps["left"]
        last, following = (f"INT({self.steps[each]}/{size})" for each in ("threshold", "next"))
        inside = f"AND({left}>=1,{left}<{self.dividing.count})"
        return f"IF({inside},{last}-{following}<={self.steps['noise']},FALSE)"

    def _set_sure(self, told: str, burdens_unused: str) -> None:
        """Say whether doubles could tell the line, and all lines until now."""
        steps, before = self.steps, self.dividing.burdens_known
        half = told_from_half(steps["total"], self.total, self.shares.unit)
        precise = (
            f"{steps['full']}>=1E+{_LEAST_DIGITS},"
            f"{steps['full']}>{_LEAST_OF_NOISE}*{steps['noise']}"
        )
        own = f"OR({steps['exact']},AND({precise},{half},{told}))"
        self.cells.set("sure", f"IFERROR(AND({own},OR({before},{burdens_unused})),FALSE)")
        known = self.cells.set("burdens_known", f"AND({before},{steps['sure']})")
        self.dividing.burdens_known = known

    def _told(self, keys: PartnerCells) -> str:
        """Whether the last to get a unit and the first to miss it can be told apart.

        Either their remainders differ, or all that are as near have the same weight: a true tie.
        """
        size, weights, noise = self.dividing.keys, self.weights.column, self.steps["noise"]
        threshold = self.steps["threshold"]
        last = f"INT({threshold}/{size})"
        near = f"({keys.range}>=({last}-{noise})*{size})*({keys.range}<({last}+{noise}+1)*{size})"
        same = f"({weights.range}=INDEX({weights.range},MATCH({threshold},{keys.range},0)))"
        return f"IF({self.steps['tied']},SUMPRODUCT({near})=SUMPRODUCT({near}*{same}),TRUE)"

    def _by_taker(self, full: PartnerCells, keys: PartnerCells) -> Divided:
        """Each share rounded by itself; one takes the difference, unless that makes it negative."""
        over = self.cells.column(say("workbook.over"), lambda at: self.shares.over(full, at))
        size = self.steps["full"]
        up = "1" if self.dividing.rounding.half == "up" else "{q}-2*INT({q}/2)"
        nearest = self.cells.column(
            say("workbook.nearest"),
            lambda at: (
                f"{full.at(at)}+IF(2*{over.at(at)}={size},{up.format(q=full.at(at))},"
                f"(2*{over.at(at)}>{size})*1)"
            ),
        )
        taker = self.cells.set("taker", self._taker())
        difference = self.cells.set("difference", f"{self.steps['units']}-{nearest.total}")
        back = self.cells.set("fallback", f"INDEX({nearest.range},{taker})+{difference}<0")
        noise, weights = self.steps["noise"], self.weights
        halves = f"SUMPRODUCT((ABS(2*{over.range}-{size})<=2*{noise})*1)=0"
        most = weights.largest
        nearly = f"SUMPRODUCT(({weights.column.range}>={most}*{_NEARLY_LARGEST})*1)"
        largest = f"{nearly}=SUMPRODUCT(({weights.column.range}={most})*1)"
        told = f"AND({halves},{largest},IF({back},{self._told(keys)},TRUE))"
        self._set_sure(told, f"NOT(AND({back},{self.steps['tied']}))")
        self._carry(lambda at: f"{back}*{self._extra(keys, at)}")
        seen = self.cells.seen
        return self._result(
            lambda at: (
                f"IF({seen('fallback')},{full.seen(at)}+{self._extra(keys, at, seen=True)},"
                f"{nearest.seen(at)}+({seen('taker')}={at + 1})*{seen('difference')})"
            )
        )

    def _taker(self) -> str:
        """The place of who takes the difference: the one named, or the largest share."""
        column, partners = self.weights.column, self.dividing.workings.partners
        largest = f"MATCH(MAX({column.range}),{column.range},0)"
        if self.dividing.rounding.difference not in partners:
            return largest
        named = partners.index(self.dividing.rounding.difference)
        return f"IF({column.at(named)}>0,{named + 1},{largest})"

    def _result(self, amount: Callable[[int], str]) -> Divided:
        return Divided(tuple(map(amount, self.dividing.workings.positions)), self.steps["sure"])
