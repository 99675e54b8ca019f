"""A divided line: whole units first, then the left-over units by `[rounding]`, ties by burdens.

The rules are those of `money.Divider`. With whole weights V (sum S) and a total that is whole in
1/D of a unit, each share is `q × V + r × V / F`, where q and r are the quotient and the remainder
of D × total by F = D × S: whole numbers, and exact where they stay below `EXACT_BELOW`. Where
weights or totals are not whole (thirds, amounts of many digits), q is 0, r the total and F a power
of ten: the remainders are then rounded to as many digits as a double has left, and a line in which
their noise could decide about a unit is not shown. Nor is one whose tie was settled by the burdens
of a line before it that doubles could not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from igs_costshare.computing.statement import LineKind
from igs_costshare.messages import Message, say
from igs_costshare.money import LARGEST_REMAINDER
from igs_costshare.workbook.amounts import SheetAmount, told_from_half, total_noise
from igs_costshare.workbook.cells import PartnerCells, on
from igs_costshare.workbook.formulas import (
    ENDLESS,
    EXACT_BELOW,
    MOST_PLACES,
    shortest,
    snapped,
    whole,
)
from igs_costshare.workbook.naming import of_name
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
_DIGITS_OF_KEY = 13
"""Digits that a remainder and the place of its partner behind it take together, which stays below
`EXACT_BELOW`."""
_DIGITS_OF_SHARE = 13
"""Digits of a share behind its first one: it keeps 14 of the 15 of a double."""
_ROUNDINGS = 2
"""Parts of a unit: one for rounding a remainder, one for what the floor of the noise drops."""


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
        self.unit = workings.inputs["rounding", "unit"]
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
        return _DividedLine(self, row, name, weights, kind).divided(total)


class _DividedLine:
    def __init__(
        self, dividing: Dividing, row: int, name: str, weights: Weights, kind: LineKind
    ) -> None:
        self.dividing, self.row, self.name = dividing, row, name
        self.weights, self.kind = weights, kind
        self.workings, self.language = dividing.workings, dividing.workings.language
        self.positions = dividing.workings.positions
        self.steps: dict[str, str] = {}

    def divided(self, total: SheetAmount) -> Divided:
        self._whole_numbers(total)
        self._set("noise", self._noise(total))
        full = self._column(say("workbook.full_units"), self._full)
        self._set("left", f"{self.steps['units']}-{full.total}")
        keys = self._column(say("workbook.order"), lambda at: self._key(full, at))
        left = self.steps["left"]
        self._set("threshold", f"IF({left}<1,{_NOBODY},LARGE({keys.range},{left}))")
        self._set(
            "next",
            f"IF(OR({left}<1,{left}>={self.dividing.count}),-{_NOBODY},"
            f"LARGE({keys.range},{left}+1))",
        )
        self._set("tied", self._tied())
        if not self.dividing.by_taker:
            self._set_sure(self._told(keys), total, f"NOT({self.steps['tied']})")
            self._carry(lambda at: self._extra(keys, at))
            return self._result(lambda at: f"{full.seen(at)}+{self._extra(keys, at, seen=True)}")
        return self._by_taker(full, keys, total)

    def _whole_numbers(self, amount: SheetAmount) -> None:
        """The total and the numbers that each share is computed from."""
        unit, weights = self.dividing.unit, self.weights
        total = self._set("total", snapped(f"({amount.euros}/{unit})"))
        self._set("units", whole(total, self.dividing.rounding.half))
        digits = shortest(total)
        parts = self._set("parts", f"10^({digits})")
        limit, keys = EXACT_BELOW, self.dividing.keys
        exact = self._set(
            "exact",
            f"AND({amount.decimals}<{ENDLESS},{weights.whole},{parts}<=10^{MOST_PLACES},"
            f"{total}*{parts}<{limit},"
            f"{parts}*{weights.sum}*{weights.largest}<{limit},{parts}*{weights.sum}*{keys}<{limit})",
        )
        self._set(
            "quotient", f"IF({exact},INT(ROUND({total}*{parts},0)/({parts}*{weights.sum})),0)"
        )
        quotient = self.steps["quotient"]
        self._set(
            "remainder",
            f"IF({exact},ROUND({total}*{parts},0)-{quotient}*{parts}*{weights.sum},{total})",
        )
        most = _DIGITS_OF_KEY - len(str(keys))
        decimals = f"MIN({most},{_DIGITS_OF_SHARE}-INT(LOG10(MAX(1,{total}))))"
        self._set("full", f"IF({exact},{parts}*{weights.sum},10^MAX(0,{decimals}))")
        self._set("times", f"IF({exact},1,{self.steps['full']}/{weights.sum})")

    def _share(self, at: int) -> str:
        """What a share is beyond its whole units of the quotient, in parts of a full unit."""
        times = f"{self.steps['remainder']}*{self.weights.column.at(at)}*{self.steps['times']}"
        return f"ROUND({times},0)"

    def _full(self, at: int) -> str:
        weight = self.weights.column.at(at)
        return f"{self.steps['quotient']}*{weight}+INT({self._share(at)}/{self.steps['full']})"

    def _over(self, full: PartnerCells, at: int) -> str:
        """What a share has over its whole units, in parts of a full unit."""
        weight = self.weights.column.at(at)
        whole_part = f"({full.at(at)}-{self.steps['quotient']}*{weight})*{self.steps['full']}"
        return f"{self._share(at)}-{whole_part}"

    def _key(self, full: PartnerCells, at: int) -> str:
        """One whole number that orders the partners: remainder, burden, place in the file."""
        dividing = self.dividing
        last = (dividing.lines + 1) * dividing.count - at
        burden = ""
        if dividing.burdens is not None:
            sign = "-" if self.kind == "expense" else "+"
            burden = f"{sign}{dividing.count}*{dividing.burdens.at(at)}"
        return f"({self._over(full, at)})*{dividing.keys}+{last}{burden}"

    def _extra(self, keys: PartnerCells, at: int, *, seen: bool = False) -> str:
        """Whether a partner gets one of the left-over units."""
        if seen:
            return f"({keys.seen(at)}>={self._seen('threshold')})"
        return f"({keys.at(at)}>={self.steps['threshold']})"

    def _carry(self, extra: Callable[[int], str]) -> None:
        """Add the left-over units to the burdens, for the lines after this one."""
        if not self.dividing.left:
            return
        before = self.dividing.burdens
        sign = "+" if self.kind == "expense" else "-"
        self.dividing.burdens = self._column(
            say("workbook.burden"),
            lambda at: f"{before.at(at) if before else 0}{sign}{extra(at)}",
        )

    def _noise(self, amount: SheetAmount) -> str:
        """By how much a remainder may be wrong, where not all are whole numbers.

        It is what the total may be wrong by, and what the part of a partner may be, in parts of
        a unit; one more for the rounding of the remainder itself.
        """
        total, weights = self.steps["total"], self.weights
        of_total = total_noise(total, amount, self.dividing.unit)
        of_parts = f"{total}*({weights.noise})"
        noise = f"{_ROUNDINGS}+INT({self.steps['full']}*({of_total}+{of_parts}))"
        return f"IF({self.steps['exact']},0,{noise})"

    def _tied(self) -> str:
        """Whether the last to get a unit and the first to miss it are as near as noise may be."""
        size, left = self.dividing.keys, self.steps["left"]
        last, following = (f"INT({self.steps[each]}/{size})" for each in ("threshold", "next"))
        inside = f"AND({left}>=1,{left}<{self.dividing.count})"
        return f"IF({inside},{last}-{following}<={self.steps['noise']},FALSE)"

    def _set_sure(self, told: str, total: SheetAmount, burdens_unused: str) -> None:
        """Say whether doubles could tell the line, and all lines until now."""
        steps, before = self.steps, self.dividing.burdens_known
        half = told_from_half(steps["total"], total, self.dividing.unit)
        precise = (
            f"{steps['full']}>=1E+{_LEAST_DIGITS},"
            f"{steps['full']}>{_LEAST_OF_NOISE}*{steps['noise']}"
        )
        own = f"OR({steps['exact']},AND({precise},{half},{told}))"
        self._set("sure", f"IFERROR(AND({own},OR({before},{burdens_unused})),FALSE)")
        self.dividing.burdens_known = self._set("burdens_known", f"AND({before},{steps['sure']})")

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

    def _by_taker(self, full: PartnerCells, keys: PartnerCells, total: SheetAmount) -> Divided:
        """Each share rounded by itself; one takes the difference, unless that makes it negative."""
        over = self._column(say("workbook.over"), lambda at: self._over(full, at))
        size = self.steps["full"]
        up = "1" if self.dividing.rounding.half == "up" else "{q}-2*INT({q}/2)"
        nearest = self._column(
            say("workbook.nearest"),
            lambda at: (
                f"{full.at(at)}+IF(2*{over.at(at)}={size},{up.format(q=full.at(at))},"
                f"(2*{over.at(at)}>{size})*1)"
            ),
        )
        taker = self._set("taker", self._taker())
        difference = self._set("difference", f"{self.steps['units']}-{nearest.total}")
        back = self._set("fallback", f"INDEX({nearest.range},{taker})+{difference}<0")
        noise, weights = self.steps["noise"], self.weights
        halves = f"SUMPRODUCT((ABS(2*{over.range}-{size})<=2*{noise})*1)=0"
        most = weights.largest
        nearly = f"SUMPRODUCT(({weights.column.range}>={most}*{_NEARLY_LARGEST})*1)"
        largest = f"{nearly}=SUMPRODUCT(({weights.column.range}={most})*1)"
        told = f"AND({halves},{largest},IF({back},{self._told(keys)},TRUE))"
        self._set_sure(told, total, f"NOT(AND({back},{self.steps['tied']}))")
        self._carry(lambda at: f"{back}*{self._extra(keys, at)}")
        return self._result(
            lambda at: (
                f"IF({self._seen('fallback')},{full.seen(at)}+{self._extra(keys, at, seen=True)},"
                f"{nearest.seen(at)}+({self._seen('taker')}={at + 1})*{self._seen('difference')})"
            )
        )

    def _taker(self) -> str:
        """The place of who takes the difference: the one named, or the largest share."""
        column, partners = self.weights.column, self.workings.partners
        largest = f"MATCH(MAX({column.range}),{column.range},0)"
        if self.dividing.rounding.difference not in partners:
            return largest
        named = partners.index(self.dividing.rounding.difference)
        return f"IF({column.at(named)}>0,{named + 1},{largest})"

    def _result(self, amount: Callable[[int], str]) -> Divided:
        return Divided(tuple(map(amount, self.positions)), self.steps["sure"])

    def _seen(self, step: str) -> str:
        """A step, as another sheet writes it."""
        return on(self.workings.names.method, self.steps[step])

    def _set(self, step: str, formula: str) -> str:
        self.steps[step] = self.dividing.grid.set(self.row, step, formula)
        return self.steps[step]

    def _column(self, step: Message, formula: Callable[[int], str]) -> PartnerCells:
        heading = of_name(self.name, step, self.language)
        return self.workings.column(heading, list(map(formula, self.positions)))
