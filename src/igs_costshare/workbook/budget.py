"""What the network costs and receives, exact, and the pool: a row for each line of the file.

The order and the rules are those of `sharing.budget`.
"""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.network import Cost, Line, Network, Subsidy
from igs_costshare.tables import line_heading
from igs_costshare.workbook.cells import Column
from igs_costshare.workbook.formulas import added, snapped
from igs_costshare.workbook.keys import Keys
from igs_costshare.workbook.words import Words
from igs_costshare.workbook.workings import Grid, Workings

STEPS = ("price", "quantity", "total", "left")
_COUNTS = ("digits", "staff")
SUMS = ("all_costs", "all_subsidies", "before", "pool", "digits", "staff")


def names(network: Network, words: Words) -> list[str]:
    """What the rows are called: the lines in file order, then the sums."""
    labels = {id: line.label for id, line in network.lines.items()}
    labels |= {id: subsidy.label for id, subsidy in network.subsidy.items()}
    lines = [line_heading(id, label, words.language) for id, label in labels.items()]
    return [*lines, *(words[name] for name in SUMS)]


class BudgetSheet:
    """Where the exact amounts of the lines stand, in euros."""

    def __init__(self, workings: Workings, keys: Keys, grid: Grid) -> None:
        self.workings, self.keys, self.grid = workings, keys, grid
        self.network = workings.network
        told = (*self.network.cost, *self.network.revenue, *self.network.subsidy)
        self._rows = {id: row for row, id in enumerate(told)}
        self._sums = {name: row for row, name in enumerate(SUMS, start=len(told))}
        self.figures: dict[str, Column] = {}
        """By line with a price: the figures that it is a price for."""
        self._write()

    def total(self, id: str) -> str:
        """The exact total of a line."""
        return self.grid.ref(self._rows[id], "total")

    def sum(self, name: str) -> str:
        """One of `SUMS`."""
        return self.grid.ref(self._sums[name], "total")

    def price(self, id: str) -> str:
        """The price of a line with `per`."""
        return self.grid.ref(self._rows[id], "price")

    def _write(self) -> None:
        for table, lines in (("cost", self.network.cost), ("revenue", self.network.revenue)):
            for id, line in lines.items():
                self._line(table, id, line)
        costs = self._added(list(self.network.cost))
        self._set_sum("all_costs", costs)
        everything = self._added([*self.network.cost, *self.network.revenue])
        # A difference of two amounts is no more precise than the larger of them.
        self._set_sum("digits", f"15-INT(LOG10(MAX(1,{everything})))")
        pooled = self._pooled(self.network.cost)
        self._set_sum("before", self.settled(f"({pooled})-({self._pooled(self.network.revenue)})"))
        left = self.sum("before")
        for id, subsidy in self.network.subsidy.items():
            left = self._subsidy(id, subsidy, left)
        self._set_sum("all_subsidies", self._added(list(self.network.subsidy)))
        self._set_sum("pool", left)
        self._staff()
        if self.network.subsidy:
            condition = f"{snapped(self.sum('all_subsidies'))}>{snapped(self.sum('all_costs'))}"
            self.workings.refuse(self.workings.words["too_much_subsidy"], condition)

    def settled(self, difference: str) -> str:
        """A difference of amounts, without the noise that subtraction leaves on doubles."""
        return f"ROUND({difference},{self.sum('digits')})"

    def _set_sum(self, name: str, formula: str) -> None:
        style = "working" if name in _COUNTS else "working_amount"
        self.grid.set(self._sums[name], "total", formula, style)

    def _set(self, id: str, formula: str, step: str = "total") -> str:
        style = "working" if step == "quantity" else "working_amount"
        return self.grid.set(self._rows[id], step, formula, style)

    def _added(self, ids: list[str]) -> str:
        return added(self.total(id) for id in ids)

    def _pooled(self, lines: Mapping[str, Line]) -> str:
        return self._added([id for id, line in lines.items() if line.pooled])

    def _line(self, table: str, id: str, line: Line) -> None:
        inputs = self.workings.inputs
        if isinstance(line, Cost) and line.fte is not None:
            own = (table, id, "fte_cost")
            rate = inputs[own] if line.fte_cost is not None else inputs["fte", "cost"]
            price = self._set(id, f"{inputs[table, id, 'fte']}*{rate}", "price")
        else:
            price = self._set(id, inputs[table, id, "amount"], "price")
        if line.per_key is None:
            self._set(id, price)
            return
        heading = f"{line_heading(id, line.label, self.workings.words.language)}: {line.per_key}"
        self.figures[id] = self.keys.among(line.per_key, self.keys.part(line), heading)
        quantity = self._set(id, f"ROUND({self.figures[id].total},10)", "quantity")
        self._set(id, f"{price}*{quantity}")

    def _subsidy(self, id: str, subsidy: Subsidy, left: str) -> str:
        """Write what a subsidy grants; returns what is left of the pool after it."""
        inputs, place = self.workings.inputs, ("subsidy", id)
        if subsidy.rate is not None:
            eligible = list(self.network.cost) if subsidy.of is None else subsidy.of
            granted = f"{inputs[*place, 'rate']}*({self._added(eligible)})"
        elif subsidy.match is not None:
            match = inputs[*place, "match"]
            granted = f"MAX({left},0)*{match}/(1+{match})"
        else:
            granted = inputs[*place, "amount"]
        if subsidy.cap is not None:
            granted = f"MIN({granted},{inputs[*place, 'cap']})"
        total = self._set(id, granted)
        return self._set(id, self.settled(f"{left}-{total}"), "left")

    def _staff(self) -> None:
        """Full-time equivalents of all staff lines."""
        parts = []
        for id, cost in self.network.cost.items():
            if cost.fte is not None:
                cell = self.workings.inputs["cost", id, "fte"]
                row = self._rows[id]
                per = cost.per_key is not None
                parts.append(f"{cell}*{self.grid.ref(row, 'quantity')}" if per else cell)
        self._set_sum("staff", f"ROUND({added(parts)},10)")
