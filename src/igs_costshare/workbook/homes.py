"""What homes earn: days × occupancy × mean day price, by home and by partner."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.network import Unit
from igs_costshare.sharing.figures import home_income
from igs_costshare.workbook.cells import Column
from igs_costshare.workbook.formulas import added
from igs_costshare.workbook.keys import Keys
from igs_costshare.workbook.workings import Grid, Workings

STEPS = ("days", "occupancy", "mean", "income")


class Homes:
    """The income of each home that has a name, and of one that is only counted."""

    def __init__(self, workings: Workings, keys: Keys, grid: Grid) -> None:
        """The rows of the grid are the counted home, then those with a name."""
        self.workings, self.keys, self.grid = workings, keys, grid
        self.network = workings.network
        self._refuse_without_price()
        self.counted = self._income(0, "", None)
        self.named = {
            id: self._income(row, id, home)
            for row, (id, home) in enumerate(self.network.unit.items(), start=1)
        }

    def incomes(self) -> Column:
        """What each partner's homes earn, exact, in euros."""
        owners = {home.owner for home in self.network.unit.values()}
        formulas = []
        for at, partner in enumerate(self.network.partner):
            if partner in owners:
                formulas.append(added(self._sums(partner)))
            else:
                formulas.append(f"{self.keys.homes(at)}*{self.counted}")
        return self.workings.column(self.workings.words["home_income"], formulas)

    def _sums(self, partner: str) -> Iterator[str]:
        """The rows of a partner's homes, those that follow one another as one sum."""
        rows = [
            row
            for row, home in enumerate(self.network.unit.values(), start=1)
            if home.owner == partner
        ]
        begin = rows[0]
        for row, following in zip(rows, [*rows[1:], -1], strict=True):
            if following != row + 1:
                first, last = self.grid.ref(begin, "income"), self.grid.ref(row, "income")
                yield f"SUM({first}:{last})"
                begin = following

    def _income(self, row: int, id: str, home: Unit | None) -> str:
        if home_income(self.network, home) is None:
            return self.grid.set(row, "income", "0")
        days = self.grid.set(row, "days", self._stated(id, "days"))
        occupancy = self.grid.set(row, "occupancy", self._stated(id, "occupancy"))
        mean = self.grid.set(row, "mean", self._mean(id, home), "working_amount")
        return self.grid.set(row, "income", f"{days}*{occupancy}*{mean}", "working_amount")

    def _stated(self, id: str, field: str) -> str:
        """The cell of the home itself, else that of `[day_price]`."""
        inputs = self.workings.inputs
        return inputs.get(("unit", id, field), "") or inputs["day_price", field]

    def _mean(self, id: str, home: Unit | None) -> str:
        """The mean day price, by the weights of the household sizes."""
        inputs, terms = self.workings.inputs, self.network.day_price
        own_prices = home.prices if home else None
        prices = own_prices or (terms and terms.prices) or {}
        of_prices = ("unit", id) if own_prices else ("day_price",)
        cells = {size: inputs[*of_prices, "prices", size] for size in prices}
        own_mix = home.mix if home else None
        mix = own_mix or (terms and terms.mix)
        if not mix:
            return f"({added(cells.values())})/{len(cells)}"
        of_mix = ("unit", id) if own_mix else ("day_price",)
        weights = {size: inputs[*of_mix, "mix", size] for size in mix}
        weighted = added(
            f"{weight}*{cells[min(size, len(cells))]}" for size, weight in weights.items()
        )
        total = added(weights.values())
        return f"({weighted})/IF({total}>0,{total},1)"

    def _refuse_without_price(self) -> None:
        """A home that is only counted needs the price of `[day_price]`."""
        terms = self.network.day_price
        if terms is None or terms.days is None or terms.prices:
            return
        counted = self.workings.inputs.column(("partner", "units"))
        self.workings.refuse(self.workings.words["no_price"], f"SUM({counted})>0")
