"""What the network costs and receives, exact, and the pool: a row for each line of the file.

The order and the rules are those of `sharing.budget`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from igs_costshare.description.network import Cost, Line, Network, Subsidy
from igs_costshare.description.values import MOST_DECIMALS
from igs_costshare.messages import Message, say
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import line_heading
from igs_costshare.workbook.amounts import SheetAmount, places_of_match
from igs_costshare.workbook.cells import PartnerCells
from igs_costshare.workbook.formulas import (
    DIGITS,
    ENDLESS,
    added,
    known,
    largest,
    places,
    snapped,
)
from igs_costshare.workbook.keys import KeyCells
from igs_costshare.workbook.naming import key_word, of_name
from igs_costshare.workbook.workings import StepGrid, Workings

STEPS: Mapping[str, Message] = {
    "pooled": say("workbook.step_pooled"),
    "price": say("workbook.step_price"),
    "price_decimals": say("workbook.step_price_decimals"),
    "quantity": say("workbook.step_quantity"),
    "total": say("workbook.step_total"),
    "decimals": say("workbook.step_decimals"),
    "left": say("workbook.step_left"),
    "left_decimals": say("workbook.step_left_decimals"),
}
_COUNTS = ("digits", "staff")
_FIGURES = ("pooled", "price_decimals", "quantity", "decimals", "left_decimals")
_CLEARLY_MORE = "(1+1E-12)"
"""A grant that exceeds its cap by more does so for certain: some products on doubles miss by less
than a part in 1E13. Then the cap is what is paid, whose decimals are known."""
SUMS: Mapping[str, Message] = {
    "all_costs": say("workbook.all_costs"),
    "all_subsidies": say("workbook.all_subsidies"),
    "before": say("workbook.before"),
    "pool": say("workbook.pool"),
    "digits": say("workbook.digits"),
    "staff": say("workbook.staff"),
}


def line_names(network: Network, language: Language) -> dict[str, str]:
    """What costs, revenues and subsidies are called, by id, in file order."""
    labels = {id: line.label for id, line in network.lines.items()}
    labels |= {id: subsidy.label for id, subsidy in network.subsidy.items()}
    return {id: line_heading(id, label, language) for id, label in labels.items()}


def names(network: Network, language: Language) -> list[str]:
    """What the rows are called: the lines in file order, then the sums."""
    return [*line_names(network, language).values(), *map(language.tell, SUMS.values())]


class BudgetSheet:
    """Where the exact amounts of the lines stand, in euros."""

    def __init__(self, workings: Workings, keys: KeyCells, grid: StepGrid) -> None:
        self.workings, self.keys, self.grid = workings, keys, grid
        self.network = workings.network
        told = (*self.network.cost, *self.network.revenue, *self.network.subsidy)
        self._rows = {id: row for row, id in enumerate(told)}
        self._sums = {name: row for row, name in enumerate(SUMS, start=len(told))}
        self.figures: dict[str, PartnerCells] = {}
        """By line with a price: the figures that it is a price for."""
        self._write()

    def total(self, id: str) -> SheetAmount:
        """The exact total of a line."""
        row = self._rows[id]
        subsidy = self.network.subsidy.get(id)
        matched = subsidy is not None and subsidy.match is not None
        return self._amount(row, self.everything if matched else "0")

    @property
    def pool(self) -> SheetAmount:
        """What there is to share."""
        return self._amount(self._sums["pool"], self.everything)

    def _amount(self, row: int, size: str) -> SheetAmount:
        return SheetAmount(self.grid.ref(row, "total"), self.grid.ref(row, "decimals"), size)

    def sum(self, name: str) -> str:
        """One of `SUMS`."""
        return self.grid.ref(self._sums[name], "total")

    @property
    def everything(self) -> str:
        """What the pool is a difference of: all that comes in it and goes out, added up."""
        return self.grid.ref(self._sums["pool"], "quantity")

    def price(self, id: str) -> str:
        """The price of a line with `per`."""
        return self.grid.ref(self._rows[id], "price")

    def price_decimals(self, id: str) -> str:
        """How many decimals the price of a line has, at most."""
        return self.grid.ref(self._rows[id], "price_decimals")

    def _write(self) -> None:
        for table, lines in (("cost", self.network.cost), ("revenue", self.network.revenue)):
            for id, line in lines.items():
                self._line(table, id, line)
        self._set_sum("all_costs", self._sum_of(list(self.network.cost)))
        left, decimals = self._before()
        for id, subsidy in self.network.subsidy.items():
            left, decimals = self._subsidy(id, subsidy, left, decimals)
        self._set_sum("all_subsidies", self._sum_of(list(self.network.subsidy)))
        self._set_sum("pool", left)
        everything = f"{self._gross}+{self.sum('all_subsidies')}"
        self.grid.set(self._sums["pool"], "quantity", everything)
        self.grid.set(self._sums["pool"], "decimals", decimals)
        self._staff()
        if self.network.subsidy:
            condition = f"{snapped(self.sum('all_subsidies'))}>{snapped(self.sum('all_costs'))}"
            self.workings.refuse(say("workbook.too_much_subsidy"), condition)

    def _before(self) -> tuple[str, str]:
        """The pool before subsidies, and its decimals."""
        spent, received = self._pooled(self.network.cost), self._pooled(self.network.revenue)
        row = self._sums["before"]
        gross = self.grid.set(row, "quantity", f"{spent}+{received}")
        # A difference of two amounts is no more precise than the larger of them.
        self._set_sum("digits", f"{DIGITS}-INT(LOG10(MAX(1,{gross})))")
        ids = [*self.network.cost, *self.network.revenue]
        most = f"MAX({self._cells(ids, 'left_decimals')})" if ids else "0"
        decimals = self.grid.set(row, "decimals", known(most, gross))
        self._set_sum("before", self.settled(f"{spent}-{received}", decimals))
        return self.sum("before"), decimals

    @property
    def _gross(self) -> str:
        """Pooled costs and revenues added up."""
        return self.grid.ref(self._sums["before"], "quantity")

    def settled(self, difference: str, decimals: str = str(ENDLESS)) -> str:
        """A difference of amounts, without the noise that subtraction leaves on doubles."""
        return f"ROUND({difference},MIN({self.sum('digits')},{decimals}))"

    def _set_sum(self, name: str, formula: str) -> None:
        style = "working" if name in _COUNTS else "working_amount"
        self.grid.set(self._sums[name], "total", formula, style)

    def _set(self, id: str, formula: str, step: str = "total") -> str:
        style = "working" if step in _FIGURES else "working_amount"
        return self.grid.set(self._rows[id], step, formula, style)

    def _cells(self, ids: Sequence[str], step: str) -> str:
        """The cells of a step of these lines, as few ranges, for a function to take."""
        return self.grid.ranges([self._rows[id] for id in ids], step)

    def _sum_of(self, ids: Sequence[str]) -> str:
        return f"SUM({self._cells(ids, 'total')})" if ids else "0"

    def _pooled(self, lines: Mapping[str, Line]) -> str:
        """What the pooled of the lines come to; each row says whether it is one."""
        if not lines:
            return "0"
        pooled, totals = (self._cells(list(lines), step) for step in ("pooled", "total"))
        return f"SUMPRODUCT({pooled},{totals})"

    def _factors(self, table: str, id: str, line: Line) -> list[str]:
        """The cells that make the price of a line."""
        inputs = self.workings.inputs
        if isinstance(line, Cost) and line.fte is not None:
            own = (table, id, "fte_cost")
            rate = inputs[own] if line.fte_cost is not None else inputs["fte", "cost"]
            return [inputs[table, id, "fte"], rate]
        return [inputs[table, id, "amount"]]

    def _places(self, factors: Sequence[str]) -> str:
        """The decimals of a price; the one cost of an FTE is told once for all lines."""
        own, *rate = factors
        return "+".join([places(own), *map(self.workings.places, rate)])

    def _line(self, table: str, id: str, line: Line) -> None:
        factors = self._factors(table, id, line)
        self._set(id, str(int(line.pooled)), "pooled")
        price = self._set(id, "*".join(factors), "price")
        decimals = self._set(id, self._places(factors), "price_decimals")
        total = price
        if line.per_key is not None:
            language = self.workings.language
            name = line_heading(id, line.label, language)
            heading = of_name(name, key_word(line.per_key, language), language)
            self.figures[id] = self.keys.among(line.per_key, self.keys.part(line), heading)
            of_key = self.keys.decimals(line.per_key)
            decimals = f"{decimals}+{of_key}"
            rounded = f"ROUND({self.figures[id].total},MIN({MOST_DECIMALS},{of_key}))"
            quantity = self._set(id, self.keys.of_parts(rounded), "quantity")
            if self.keys.length > 1:
                # In twelfths there may be no end to its decimals.
                whole = f"ROUND({quantity},0)={quantity}"
                decimals = f"IF({whole},{decimals},{ENDLESS})"
            total = f"{price}*{quantity}"
        known_ones = self._set(id, known(decimals, self._set(id, total)), "decimals")
        # What the pool may take over from this line.
        self._set(id, known_ones if line.pooled else "0", "left_decimals")

    def _subsidy(self, id: str, subsidy: Subsidy, left: str, left_decimals: str) -> tuple[str, str]:
        """Write what a subsidy grants; returns what is left of the pool after it."""
        inputs, place = self.workings.inputs, ("subsidy", id)
        if subsidy.rate is not None:
            eligible = list(self.network.cost) if subsidy.of is None else subsidy.of
            rate = inputs[*place, "rate"]
            granted = f"{rate}*{self._sum_of(eligible)}"
            most = f"MAX({self._cells(eligible, 'decimals')})" if eligible else "0"
            decimals = f"{self.workings.places(rate)}+{most}"
        elif subsidy.match is not None:
            match = inputs[*place, "match"]
            granted = f"MAX({left},0)*{match}/(1+{match})"
            scale = self._set(id, f"10^{self.workings.places(match)}", "quantity")
            decimals = f"{left_decimals}+{places_of_match(match, scale)}"
        else:
            granted = inputs[*place, "amount"]
            decimals = self.workings.places(granted)
        if subsidy.requires:
            granted = f"IF({self._due(id, subsidy.requires)},{granted},0)"
        gross = self._set(id, granted, "price")
        if subsidy.cap is not None:
            cap = inputs[*place, "cap"]
            granted = f"MIN({gross},{cap})"
            decimals = f"IF({gross}>{cap}*{_CLEARLY_MORE},0,{decimals})"
            decimals = largest([decimals, self.workings.places(cap)])
        total = self._set(id, granted if subsidy.cap is not None else gross)
        of_total = self._set(id, known(decimals, total), "decimals")
        most = known(f"MAX({left_decimals},{of_total})", f"(ABS({left})+{total})")
        after = self._set(id, most, "left_decimals")
        return self._set(id, self.settled(f"{left}-{total}", after), "left"), after

    def _due(self, id: str, requires: Iterable[str]) -> str:
        """Whether those who share the pool count for all that a subsidy requires."""
        language = self.workings.language
        part = self.keys.part(self.network.contribution)
        conditions = []
        for key in requires:
            heading = of_name(self._name(id), key_word(key, language), language)
            together = self.keys.among(key, part, heading, whole=True).total
            least = self.workings.inputs["subsidy", id, "requires", key]
            decimals = f"MIN({MOST_DECIMALS},{self.keys.decimals(key)})"
            conditions.append(f"ROUND({together},{decimals})>={least}")
        return f"AND({','.join(conditions)})"

    def _name(self, id: str) -> str:
        return line_heading(id, self.network.subsidy[id].label, self.workings.language)

    def _staff(self) -> None:
        """Full-time equivalents of all staff lines."""
        parts = []
        for id, cost in self.network.cost.items():
            if cost.fte is not None:
                cell = self.workings.inputs["cost", id, "fte"]
                row = self._rows[id]
                per = cost.per_key is not None
                parts.append(f"{cell}*{self.grid.ref(row, 'quantity')}" if per else cell)
        self._set_sum("staff", f"ROUND({added(parts)},{MOST_DECIMALS})")
