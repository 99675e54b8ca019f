"""The lines of the statement on the sheet: how each column comes about, in column order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from igs_costshare.computing.statement import (
    CONTRIBUTION,
    DAY_PRICE,
    DAY_PRICE_PAID,
    Statement,
    StatementLine,
)
from igs_costshare.description.network import Line as Source
from igs_costshare.errors import Path
from igs_costshare.messages import say
from igs_costshare.sharing.rule import USE, charge_of, division_of
from igs_costshare.wording.tables import line_heading
from igs_costshare.workbook.amounts import SheetAmount
from igs_costshare.workbook.bounds import divided_weights
from igs_costshare.workbook.budget import BudgetSheet
from igs_costshare.workbook.charges import charged
from igs_costshare.workbook.division import Dividing
from igs_costshare.workbook.formulas import DECIMALS_OF_UNIT
from igs_costshare.workbook.homes import HomeEarnings, stayed_incomes
from igs_costshare.workbook.keys import KeyCells
from igs_costshare.workbook.layout import HELD, VALID
from igs_costshare.workbook.limits import BoundCells
from igs_costshare.workbook.naming import name_of, of_name
from igs_costshare.workbook.pricing import ExactAmounts, parts_of, priced, rounded_pool
from igs_costshare.workbook.ruled import common_of
from igs_costshare.workbook.tables import weighed
from igs_costshare.workbook.weighing import Weighing
from igs_costshare.workbook.weights import Given, Weights, finished, proportions
from igs_costshare.workbook.workings import StepGrid, Workings


class Shown(NamedTuple):
    """A column of the statement."""

    amounts: tuple[str, ...]
    """Whole units of rounding of each partner."""
    sure: str
    """The cell, on the sheet Method, that says whether doubles could tell."""
    pool: str = ""
    """With a charge, the cell with the units that charges and reserve make together."""


class Lines:
    """The columns of the statement, worked out one after the other."""

    def __init__(
        self,
        workings: Workings,
        grids: Mapping[str, StepGrid],
        statement: Statement,
        day_prices: str,
    ) -> None:
        """`day_prices` is the cell with what the homes earn together, on the sheet Statement."""
        self.workings, self.grids, self.statement = workings, grids, statement
        self.network, self.language = workings.network, workings.language
        self.day_prices = day_prices
        self.keys = KeyCells(workings)
        self.budget = BudgetSheet(workings, self.keys, grids["budget"])
        divided = sum(line.rounding == "divided" for line in statement.lines)
        self.dividing = Dividing(workings, grids["lines"], divided)
        self.incomes = self._incomes()
        self._sources = self.network.lines
        self._rows = {path: row for row, path in enumerate(weighed(self.network))}

    def _incomes(self) -> ExactAmounts | None:
        """What the homes of each earn; None where the statement has no such line."""
        if self.workings.stays is not None:
            return stayed_incomes(self.workings, self.keys, self.workings.stays)
        if "homes" not in self.grids:
            return None
        return HomeEarnings(self.workings, self.keys, self.grids["homes"]).incomes()

    @cached_property
    def _common(self) -> Weights:
        """The weights by which pooled lines are divided."""
        path = ("contribution",)
        model, weighing = common_of(self.network), self._weighing(path, path)
        part = self.keys.part(model)
        return divided_weights(weighing, self.budget, model, part, self.budget.pool)

    def shown(self) -> Iterator[Shown]:
        """Each column in turn."""
        for row, line in enumerate(self.statement.lines):
            yield self._shown(row, line)

    def _shown(self, row: int, line: StatementLine) -> Shown:
        name = line_heading(line.id, line.label, self.language)
        source = self._sources.get(line.id)
        if line.id == CONTRIBUTION:
            return self._charged(row, name)
        if line.id == DAY_PRICE and self.incomes is not None:
            return self._priced(row, name, self.incomes)
        if source is not None and source.per_key is not None:
            price, figures = self.budget.price(line.id), self.budget.figures[line.id]
            euros = [
                self.keys.of_parts(f"{price}*{figures.at(at)}") for at in self.workings.positions
            ]
            decimals = self.budget.price_decimals(line.id)
            parts = parts_of(f"{decimals}+{self.keys.decimals(source.per_key)}", self.keys.length)
            return self._priced(row, name, ExactAmounts(euros, parts))
        if line.id == DAY_PRICE_PAID:
            total = SheetAmount(self.day_prices, str(DECIMALS_OF_UNIT))
            weights_of = self._use(name)
        else:
            total = self.budget.total(line.id)
            weights_of = self._weights(line.id, source)
        done = self.dividing.divide(row, name, total, weights_of, line.kind)
        return Shown(done.amounts, self._sure(row, done.sure))

    def _priced(self, row: int, name: str, exact: ExactAmounts) -> Shown:
        done = priced(self.workings, name, exact)
        return Shown(done.amounts, self._shown_if(row, done.sure))

    def _charged(self, row: int, name: str) -> Shown:
        path = ("contribution",)
        model, weighing = common_of(self.network), self._weighing(path, path)
        part = self.keys.part(model)
        bounds = None
        if model.has_bounds:
            bounds = BoundCells(weighing, model, part, self.budget.pool)
        done = priced(self.workings, name, charged(weighing, charge_of(model), part, bounds))
        pool = rounded_pool(self.workings, self.grids["lines"], row, self.budget)
        sure = self._shown_if(row, f"AND({done.sure},{pool.sure})")
        return Shown(done.amounts, sure, pool.units)

    def _shown_if(self, row: int, sure: str) -> str:
        return self._sure(row, self.grids["lines"].set(row, "sure", sure))

    def _sure(self, row: int, sure: str) -> str:
        """Whether the line is shown: nothing is refused, and doubles could tell."""
        formula = f"IF(ISERROR({sure}),FALSE,AND({VALID},{HELD},{sure}))"
        return self.grids["lines"].set(row, "shown", formula)

    def _weights(self, id: str, source: Source | None) -> Weights:
        if source is None or source.pooled:
            return self._common
        path = ("cost" if id in self.network.cost else "revenue", id)
        own = source.contribution
        if own is None:
            weighing = self._weighing(path, ("contribution",))
            division = division_of(common_of(self.network))
            return finished(weighing, proportions(weighing, division, self.keys.part(source)))
        weighing = self._weighing(path, (*path, "contribution"))
        part = self.keys.part(source, own)
        return divided_weights(weighing, self.budget, own, part, self.budget.total(id))

    def _use(self, name: str) -> Weights:
        weighing = self._weighing(("day_price",), ("day_price",))
        heading = of_name(name, say("workbook.use"), self.language)
        column = self.keys.among(USE, self.keys.part(), heading)
        stays, unused = self.workings.stays, f"{column.total}<=0"
        if stays is not None:
            # Where nobody stayed there is nothing to pay, which 0 of everybody divides.
            unused = f"AND({unused},{stays.earned}>0)"
        self.workings.refuse(say("workbook.no_days"), unused)
        given = Given(column, self.keys.decimals(USE))
        return finished(weighing, given, or_nothing=stays is not None)

    def _weighing(self, row: Path, place: Path) -> Weighing:
        name = name_of(self.network, row, self.language)
        grid = self.grids["weights"]
        return Weighing(self.workings, self.keys, grid, self._rows[row], name, place)
