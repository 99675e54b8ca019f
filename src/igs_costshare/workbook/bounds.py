"""Fixed amounts, minimum and maximum of a division: the weights that follow from them.

The rules are those of `sharing.bounds`. Σ clamp(λ × gives, minimum, maximum) grows with λ; so a
partner is held at its minimum where the sum at the λ of its minimum reaches the pool already, and
at its maximum where the sum at the λ of that does not exceed it. The λ itself need not be
computed: what those who are held leave is divided among the others.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from igs_costshare.contributions import Mixed, Model
from igs_costshare.workbook.budget import BudgetSheet
from igs_costshare.workbook.cells import Column
from igs_costshare.workbook.weights import Part, Weighing, Weights

_NO_MAXIMUM = "1E+15"
"""Above what any pool can be."""
_NEARLY = "1E-12"
"""Two sums that differ by less, relatively, are the same but for the noise of doubles."""


def divided_weights(
    weighing: Weighing, budget: BudgetSheet, model: Model, part: Part, pool: str
) -> Weights:
    """The weights by which a contribution divides a pool (the cell with its euros)."""
    given = weighing.own(model, part)
    fixed = isinstance(model, Mixed) and model.fixed_amount is not None
    if fixed or model.has_bounds:
        message = weighing.words.say("nothing_to_share", name=weighing.name)
        weighing.workings.refuse(message, f"{pool}<=0")
    if fixed:
        given = _after_fixed_amounts(weighing, budget, given, part, pool)
    if model.has_bounds:
        given = _Bounded(weighing, budget, model, part, given, pool).weights()
    return weighing.finished(given)


def _after_fixed_amounts(
    weighing: Weighing, budget: BudgetSheet, own: Column, part: Part, pool: str
) -> Column:
    """The fixed amount for each and the rest by weight, both times the sum of the weights."""
    amount = weighing.input("fixed_amount")
    rest = weighing.set("beyond", budget.settled(f"{pool}-{sum(part)}*{amount}"))
    weighing.workings.refuse(weighing.words.say("amounts_exceed", name=weighing.name), f"{rest}<0")
    return weighing.column(
        "given",
        [f"{amount}*{own.total}+{rest}*{own.at(at)}" for at in weighing.workings.positions],
        part,
    )


class _Limits(NamedTuple):
    """Bounds of each partner in euros, and the factor at which it reaches them."""

    low: Column
    high: Column
    at_low: Column
    at_high: Column


class _Bounded:
    """The weights within bounds: who is held where, and what is left for the others."""

    def __init__(
        self,
        weighing: Weighing,
        budget: BudgetSheet,
        model: Model,
        part: Part,
        given: Column,
        pool: str,
    ) -> None:
        self.weighing, self.budget, self.model = weighing, budget, model
        self.part, self.given, self.pool = part, given, pool
        self.positions = weighing.workings.positions

    def weights(self) -> Column:
        limits = self._limits()
        mark = self._column("mark", [self._mark(limits, at) for at in self.positions])
        held = self.weighing.set(
            "held",
            f"SUMPRODUCT(({mark.range}=-1)*{limits.low.range}+({mark.range}=1)*{limits.high.range})",
        )
        free = self.weighing.set("free", f"SUMPRODUCT(({mark.range}=0)*{self.given.range})")
        rest = self.weighing.set("rest", self.budget.settled(f"{self.pool}-{held}"))
        self.weighing.set(
            "factor",
            f"IF({free}>0,{rest}/{free}*{self.given.total}/{self.pool},1)",
        )
        self.weighing.workings.refuse(
            self.weighing.words.say("bounds_impossible", name=self.weighing.name),
            f"AND({free}<=0,ABS({rest})>{_NEARLY}*{self.pool})",
        )
        return self._column(
            "bounded",
            [
                f"IF({mark.at(at)}=0,{rest}*{self.given.at(at)},"
                f"IF({mark.at(at)}<0,{limits.low.at(at)},{limits.high.at(at)})"
                f"*IF({free}>0,{free},1))"
                for at in self.positions
            ],
        )

    def _limits(self) -> _Limits:
        low = self._column("minimum", [self._bound("minimum", at, "0") for at in self.positions])
        high = self._column(
            "maximum", [self._bound("maximum", at, _NO_MAXIMUM) for at in self.positions]
        )
        given = self.given
        return _Limits(
            low,
            high,
            self._column("at_minimum", [_ratio(low, given, at) for at in self.positions]),
            self._column("at_maximum", [_ratio(high, given, at) for at in self.positions]),
        )

    def _bound(self, which: str, position: int, none: str) -> str:
        return bound_cell(self.weighing, self.model, which, position, none)

    def _column(self, step: str, formulas: list[str]) -> Column:
        return self.weighing.column(step, formulas, self.part)

    def _mark(self, limits: _Limits, at: int) -> str:
        """-1 where the minimum holds a partner, 1 where the maximum does, 0 where neither."""
        low = self._sum_at(limits, limits.at_low.at(at))
        above = f"{low}>={self.pool}*(1-{_NEARLY})"
        below = "0"
        if self.model.maximum is not None:
            high = self._sum_at(limits, limits.at_high.at(at))
            below = f"IF({high}<={self.pool}*(1+{_NEARLY}),1,0)"
        return f"IF({self.given.at(at)}<=0,-1,IF({above},-1,{below}))"

    def _sum_at(self, limits: _Limits, factor: str) -> str:
        """What all pay where λ is the factor."""
        low, high = limits.low.range, limits.high.range
        share = f"{factor}*{self.given.range}"
        return (
            f"SUMPRODUCT(({share}<{low})*{low}+({share}>={low})*({share}<={high})*{share}"
            f"+({share}>{high})*{high})"
        )


def _ratio(bound: Column, given: Column, at: int) -> str:
    return f"IF({given.at(at)}>0,{bound.at(at)}/{given.at(at)},0)"


def bound_cell(weighing: Weighing, model: Model, which: str, position: int, none: str) -> str:
    """The cell with a partner's bound."""
    limit = getattr(model, which)
    if limit is None:
        return none
    if isinstance(limit, Decimal):
        return weighing.input(which)
    partner = list(weighing.workings.network.partner)[position]
    return weighing.inputs.get((*weighing.place, which, partner), none)
