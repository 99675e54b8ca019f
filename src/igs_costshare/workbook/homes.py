"""What homes earn: days × occupancy × mean day price, or a register's nights at their prices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from igs_costshare.description.network import Unit
from igs_costshare.messages import Message, say
from igs_costshare.sharing.homes import home_income
from igs_costshare.sharing.rule import USE
from igs_costshare.workbook.formulas import TOLD_BELOW, added, largest
from igs_costshare.workbook.keys import KeyCells
from igs_costshare.workbook.layout import FIRST
from igs_costshare.workbook.pricing import ExactAmounts, parts_of
from igs_costshare.workbook.stays import StayCells
from igs_costshare.workbook.workings import StepGrid, Workings

STEPS: Mapping[str, Message] = {
    "days": say("workbook.step_days"),
    "occupancy": say("workbook.step_occupancy"),
    "mean": say("workbook.step_mean"),
    "income": say("workbook.step_income"),
    "parts": say("workbook.step_parts"),
}


class _Mean(NamedTuple):
    """The mean of day prices."""

    formula: str
    prices: Sequence[str]
    """The cells with the prices."""
    weights: Sequence[str]
    """The cells with the weights; empty where all count the same."""
    total: str
    """What the weights come to."""


class HomeEarnings:
    """The income of each home that has a name, and of one that is only counted."""

    def __init__(self, workings: Workings, keys: KeyCells, grid: StepGrid) -> None:
        """The rows of the grid are the counted home, then those with a name."""
        self.workings, self.keys, self.grid = workings, keys, grid
        self.network = workings.network
        self._rows_of: dict[str, list[int]] = {}
        for row, home in enumerate(self.network.unit.values(), start=1):
            self._rows_of.setdefault(home.owner, []).append(row)
        self._refuse_without_price()
        self.counted = self._income(0, "", None)
        self.named = {
            id: self._income(row, id, home)
            for row, (id, home) in enumerate(self.network.unit.items(), start=1)
        }

    def incomes(self) -> ExactAmounts:
        """What each partner's homes earn, exact, in euros."""
        formulas = []
        for at, partner in enumerate(self.network.partner):
            earned = f"{self.keys.homes(at)}*{self.counted}"
            if partner in self._rows_of:
                earned = added(self._sums(partner))
            formulas.append(self.keys.of_parts(self.keys.in_parts(earned, "", at)))
        column = self.workings.column(self.workings.language.say("workbook.home_income"), formulas)
        return ExactAmounts([column.at(at) for at in self.workings.positions], self._all_parts())

    def _all_parts(self) -> str:
        """The parts of a euro of which the incomes of all homes are whole numbers."""
        first, last = (self.grid.ref(row, "parts") for row in (0, len(self.network.unit)))
        parts = f"IFERROR(LCM({first}:{last}),{TOLD_BELOW})"
        return parts if self.keys.length == 1 else f"{self.keys.length}*{parts}"

    def _sums(self, partner: str) -> Iterator[str]:
        """The rows of a partner's homes, those that follow one another as one sum."""
        rows = self._rows_of[partner]
        begin = rows[0]
        for row, following in zip(rows, [*rows[1:], -1], strict=True):
            if following != row + 1:
                first, last = self.grid.ref(begin, "income"), self.grid.ref(row, "income")
                yield f"SUM({first}:{last})"
                begin = following

    def _income(self, row: int, id: str, home: Unit | None) -> str:
        if home_income(self.network, home) is None:
            self.grid.set(row, "parts", "1")
            return self.grid.set(row, "income", "0")
        days = self.grid.set(row, "days", self._stated(id, "days"))
        occupancy = self.grid.set(row, "occupancy", self._stated(id, "occupancy"))
        mean = self.grid.set(row, "mean", self._mean(id, home).formula, "working_amount")
        self.grid.set(row, "parts", self._parts(id, home))
        return self.grid.set(row, "income", f"{days}*{occupancy}*{mean}", "working_amount")

    def _stated(self, id: str, field: str) -> str:
        """The cell of the home itself, else that of `[day_price]`."""
        inputs = self.workings.inputs
        return inputs.get(("unit", id, field), "") or inputs["day_price", field]

    def _parts(self, id: str, home: Unit | None) -> str:
        """The parts of a euro of which what a home earns is a whole number.

        Days × occupancy × prices × weights have so many decimals, over the sum of the weights.
        """
        told, mean = self.workings.places, self._mean(id, home)
        prices, weights = (largest(map(told, cells)) for cells in (mean.prices, mean.weights))
        days, occupancy = (told(self._stated(id, each)) for each in ("days", "occupancy"))
        decimals = f"{days}+{occupancy}+{prices}"
        scale = parts_of(weights)
        parts = f"{parts_of(decimals)}*MAX(1,ROUND({mean.total}*{scale},0))"
        return f"MIN({TOLD_BELOW},{parts})"

    def _mean(self, id: str, home: Unit | None) -> _Mean:
        """The mean day price, by the weights of the household sizes."""
        inputs, terms = self.workings.inputs, self.network.day_price
        own_prices = home.prices if home else None
        prices = own_prices or (terms and terms.prices) or {}
        of_prices = ("unit", id) if own_prices else ("day_price",)
        cells = {size: inputs[*of_prices, "prices", size] for size in prices}
        own_mix = home.mix if home else None
        mix = own_mix or (terms and terms.mix)
        if not mix:
            return _Mean(
                f"({added(cells.values())})/{len(cells)}", list(cells.values()), [], str(len(cells))
            )
        of_mix = ("unit", id) if own_mix else ("day_price",)
        weights = {size: inputs[*of_mix, "mix", size] for size in mix}
        weighted = added(
            f"{weight}*{cells[min(size, len(cells))]}" for size, weight in weights.items()
        )
        total = added(weights.values())
        return _Mean(
            f"({weighted})/IF({total}>0,{total},1)",
            list(cells.values()),
            list(weights.values()),
            f"({total})",
        )

    def _refuse_without_price(self) -> None:
        """A home that is only counted needs the price of `[day_price]`."""
        terms = self.network.day_price
        if terms is None or terms.days is None or terms.prices:
            return
        counted = self.workings.inputs.column(("partner", "units"))
        self.workings.refuse(self.workings.language.say("workbook.no_price"), f"SUM({counted})>0")


def stayed_incomes(workings: Workings, keys: KeyCells, stays: StayCells) -> ExactAmounts:
    """What each partner's homes earned by the nights of a register, exact, in euros."""
    _refuse_broken_nights(workings, stays)
    column = workings.column(
        workings.language.say("workbook.home_income"), [stays.income(id) for id in keys.partners]
    )
    # Nights are whole, so that amounts have the decimals of the prices.
    return ExactAmounts.of(column, keys.decimals(USE))


def _refuse_broken_nights(workings: Workings, stays: StayCells) -> None:
    """Nights are whole numbers."""
    if stays.rows:
        message = say("workbook.figure_wrong", place=say("workbook.nights"))
        row = f"(MATCH(1,{stays.broken},0)+{FIRST})"
        at = f'"{stays.sheet}!"&{row}&":"&{row}'
        workings.refuse(message, f"SUM({stays.broken})>0", at)
