"""The lines of the statement on the sheet: how each column comes about, in column order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from igs_costshare.computing.statement import (
    CONTRIBUTION,
    DAY_PRICE,
    DAY_PRICE_PAID,
    Line,
    Statement,
)
from igs_costshare.description.contributions import Model
from igs_costshare.description.network import Line as Source
from igs_costshare.description.network import Network
from igs_costshare.errors import Path
from igs_costshare.money import LARGEST_REMAINDER
from igs_costshare.wording.tables import line_heading
from igs_costshare.workbook import budget, division, homes, weights
from igs_costshare.workbook.amounts import Amount
from igs_costshare.workbook.bounds import divided_weights
from igs_costshare.workbook.budget import BudgetSheet
from igs_costshare.workbook.charges import charged
from igs_costshare.workbook.division import Dividing
from igs_costshare.workbook.homes import Homes
from igs_costshare.workbook.keys import Keys
from igs_costshare.workbook.pricing import Prices, parts_of, priced, rounded_pool
from igs_costshare.workbook.weights import Given, Weighing, Weights
from igs_costshare.workbook.words import Words
from igs_costshare.workbook.workings import Grid, Workings


class Table(NamedTuple):
    """A table of workings: its title, its steps by name with their headings, and its rows."""

    title: str
    steps: Mapping[str, str]
    rows: tuple[str, ...]


class Shown(NamedTuple):
    """A column of the statement."""

    amounts: tuple[str, ...]
    """Whole units of rounding of each partner."""
    sure: str
    """The cell, on the sheet Method, that says whether doubles could tell."""
    pool: str = ""
    """With a charge, the cell with the units that charges and reserve make together."""


def contributions(network: Network) -> Iterator[Path]:
    """What has weights of its own: the common contribution, and lines outside the pool."""
    common = network.contribution
    pooled = bool(network.subsidy) or any(line.pooled for line in network.lines.values())
    if common is not None and (common.is_charge or pooled):
        yield ("contribution",)
    for table, lines in (("cost", network.cost), ("revenue", network.revenue)):
        for id, line in lines.items():
            if not line.pooled and line.per is None:
                yield (table, id)
    if network.day_price is not None and network.day_price.paid_by == "partner":
        yield ("day_price",)


def tables(network: Network, statement: Statement, words: Words) -> dict[str, Table]:
    """The tables of workings, as many rows as the description asks for."""

    def steps(names: tuple[str, ...]) -> dict[str, str]:
        return {name: words[f"step_{name}"] for name in names}

    taking = division.TAKER_STEPS if network.rounding.difference != LARGEST_REMAINDER else ()
    told = {
        "budget": Table(words["budget"], steps(budget.STEPS), tuple(budget.names(network, words))),
        "homes": Table(
            words["homes"],
            steps(homes.STEPS),
            (words["counted_home"], *(each.name or id for id, each in network.unit.items())),
        ),
        "weights": Table(
            words["weighing"],
            steps(weights.STEPS),
            tuple(_name(network, path, words) for path in contributions(network)),
        ),
        "lines": Table(
            words["lines"],
            steps((*division.STEPS, *taking, *division.LAST_STEPS, "shown")),
            tuple(line_heading(line.id, line.label, words.language) for line in statement.lines),
        ),
    }
    earns = any(line.id == DAY_PRICE for line in statement.lines)
    kept = {"homes": earns, "weights": bool(told["weights"].rows)}
    return {name: table for name, table in told.items() if kept.get(name, True)}


def _name(network: Network, path: Path, words: Words) -> str:
    if len(path) == 1:
        return (
            words["contribution"]
            if path == ("contribution",)
            else words.language.column(DAY_PRICE_PAID)
        )
    id = str(path[1])
    return line_heading(id, network.lines[id].label, words.language)


class Lines:
    """The columns of the statement, worked out one after the other."""

    def __init__(
        self, workings: Workings, grids: Mapping[str, Grid], statement: Statement, day_prices: str
    ) -> None:
        """`day_prices` is the cell with what the homes earn together, on the sheet Statement."""
        self.workings, self.grids, self.statement = workings, grids, statement
        self.network, self.words = workings.network, workings.words
        self.day_prices = day_prices
        self.keys = Keys(workings)
        self.budget = BudgetSheet(workings, self.keys, grids["budget"])
        divided = sum(line.rounding == "divided" for line in statement.lines)
        self.dividing = Dividing(workings, grids["lines"], divided)
        self.incomes = (
            Homes(workings, self.keys, grids["homes"]).incomes() if "homes" in grids else None
        )
        self._sources = self.network.lines
        self._rows = {path: row for row, path in enumerate(contributions(self.network))}

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

    def _shown(self, row: int, line: Line) -> Shown:
        name = line_heading(line.id, line.label, self.words.language)
        source = self._sources.get(line.id)
        if line.id == CONTRIBUTION:
            return self._charged(row, name)
        if line.id == DAY_PRICE and self.incomes is not None:
            return self._priced(row, name, self.incomes)
        if source is not None and source.per_key is not None:
            price, figures = self.budget.price(line.id), self.budget.figures[line.id]
            euros = [f"{price}*{figures.at(at)}" for at in self.workings.positions]
            decimals = self.budget.price_decimals(line.id)
            parts = parts_of(f"{decimals}+{self.keys.decimals(source.per_key)}")
            return self._priced(row, name, Prices(euros, parts))
        if line.id == DAY_PRICE_PAID:
            # Whole units of rounding, the least of which is a thousandth.
            total, weights_of = Amount(self.day_prices, "3"), self._use(name)
        else:
            total = self.budget.total(line.id)
            weights_of = self._weights(line.id, source)
        done = self.dividing.divide(row, name, total, weights_of, line.kind)
        return Shown(done.amounts, self._sure(row, done.sure))

    def _priced(self, row: int, name: str, prices: Prices) -> Shown:
        done = priced(self.workings, name, prices)
        return Shown(done.amounts, self._shown_if(row, done.sure))

    def _charged(self, row: int, name: str) -> Shown:
        weighing = self._weighing(("contribution",), ("contribution",))
        model = common_of(self.network)
        done = priced(self.workings, name, charged(weighing, model, self.keys.part(model)))
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
        table = "cost" if id in self.network.cost else "revenue"
        if source.contribution is None:
            weighing = self._weighing((table, id), ("contribution",))
            model = common_of(self.network)
            return weighing.finished(weighing.own(model, self.keys.part(source)))
        weighing = self._weighing((table, id), (table, id, "contribution"))
        part = self.keys.part(source, source.contribution)
        return divided_weights(
            weighing, self.budget, source.contribution, part, self.budget.total(id)
        )

    def _use(self, name: str) -> Weights:
        weighing = self._weighing(("day_price",), ("day_price",))
        everyone = self.keys.part()
        column = self.keys.among("use", everyone, f"{name}: {self.words['use']}")
        self.workings.refuse(self.words["no_days"], f"{column.total}<=0")
        return weighing.finished(Given(column, self.keys.decimals("use")))

    def _weighing(self, row: Path, place: Path) -> Weighing:
        name = _name(self.network, row, self.words)
        return Weighing(
            self.workings, self.keys, self.grids["weights"], self._rows[row], name, place
        )


def common_of(network: Network) -> Model:
    """The common contribution."""
    if network.contribution is None:
        raise TypeError("the network has no common contribution; `read` refuses such a file")
    return network.contribution


VALID, HELD = "$B$3", "$B$5"
"""The cell, on the sheet Method, that says whether the command would take these inputs."""
