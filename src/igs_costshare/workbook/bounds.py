"""Fixed amounts, minimum and maximum of a division: the weights that follow from them.

The rules are those of `sharing.bounds`. Σ clamp(λ × gives, minimum, maximum) grows with λ; so a
partner is held at its minimum where the sum at the λ of its minimum reaches the pool already, and
at its maximum where the sum at the λ of that does not exceed it. The λ itself need not be
computed: what those who are held leave is divided among the others.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from igs_costshare.description.contributions import Mixed, Model
from igs_costshare.workbook.amounts import Amount
from igs_costshare.workbook.budget import BudgetSheet
from igs_costshare.workbook.cells import Column
from igs_costshare.workbook.formulas import ENDLESS, known, largest
from igs_costshare.workbook.weights import NOISE, Given, Part, Weighing, Weights

_NO_MAXIMUM = "1E+15"
"""Above what any pool can be."""
_NEARLY = "1E-12"
"""Two sums that differ by less, relatively, are the same but for the noise of doubles."""
_NEAR = "2E-12"
"""Somewhat more: with no sum as near to the pool, there is no doubt who is held."""
_MARK_NOISE = "4E-12"
"""How far parts may be wrong where a mark goes by sums that differ by less than `_NEARLY`."""


def divided_weights(
    weighing: Weighing, budget: BudgetSheet, model: Model, part: Part, pool: Amount
) -> Weights:
    """The weights by which a contribution divides a pool."""
    given = weighing.own(model, part)
    fixed = isinstance(model, Mixed) and model.fixed_amount is not None
    if fixed or model.has_bounds:
        message = weighing.words.say("nothing_to_share", name=weighing.name)
        weighing.workings.refuse(message, f"{pool.euros}<=0")
    if fixed:
        given = _after_fixed_amounts(weighing, budget, given, part, pool)
    if model.has_bounds:
        given = _Bounded(weighing, budget, model, part, given, pool).weights()
    return weighing.finished(given)


def _after_fixed_amounts(
    weighing: Weighing, budget: BudgetSheet, own: Given, part: Part, pool: Amount
) -> Given:
    """The fixed amount for each and the rest by weight, both times the sum of the weights."""
    amount, column = weighing.input("fixed_amount"), own.column
    decimals = known(f"MAX({pool.decimals},{weighing.places(amount)})", pool.euros)
    rest = weighing.set("beyond", budget.settled(f"{pool.euros}-{sum(part)}*{amount}", decimals))
    weighing.workings.refuse(weighing.words.say("amounts_exceed", name=weighing.name), f"{rest}<0")
    given = weighing.column(
        "given",
        [f"{amount}*{column.total}+{rest}*{column.at(at)}" for at in weighing.workings.positions],
        part,
    )
    return Given(given, f"{decimals}+{own.decimals}", _noise(pool))


def _noise(pool: Amount) -> str:
    """How far parts of a pool may be wrong: its own noise, unless it is known exactly."""
    unknown = f"MAX({pool.euros},{pool.size})/MAX({pool.euros},1E-9)*{NOISE}"
    return f"{NOISE}+IF({pool.decimals}<{ENDLESS},0,{unknown})"


class _Limits(NamedTuple):
    """Bounds of each partner in euros, and the factor at which it reaches them."""

    low: Column
    high: Column
    at_low: Column
    at_high: Column
    decimals: str
    """Of the bounds, at most."""


class _Sums(NamedTuple):
    """By partner: what all pay together where it reaches its bounds."""

    low: Column
    high: Column | None
    """None where there is no maximum."""


class _Bounded:
    """The weights within bounds: who is held where, and what is left for the others."""

    def __init__(
        self,
        weighing: Weighing,
        budget: BudgetSheet,
        model: Model,
        part: Part,
        given: Given,
        pool: Amount,
    ) -> None:
        self.weighing, self.budget, self.model = weighing, budget, model
        self.part, self.given, self.pool = part, given.column, pool
        self.given_decimals, self.given_noise = given.decimals, given.noise
        self.positions = weighing.workings.positions

    def weights(self) -> Given:
        limits = self._limits()
        sums = self._sums(limits)
        mark = self._column("mark", [self._mark(sums, at) for at in self.positions])
        held = self.weighing.set(
            "held",
            f"SUMPRODUCT(({mark.range}=-1)*{limits.low.range}+({mark.range}=1)*{limits.high.range})",
        )
        free = self.weighing.set("free", f"SUMPRODUCT(({mark.range}=0)*{self.given.range})")
        of_rest = known(f"MAX({self.pool.decimals},{limits.decimals})", self.pool.euros)
        rest = self.weighing.set("rest", self.budget.settled(f"{self.pool.euros}-{held}", of_rest))
        self.weighing.set(
            "factor",
            f"IF({free}>0,{rest}/{free}*{self.given.total}/{self.pool.euros},1)",
        )
        self.weighing.workings.refuse(
            self.weighing.words.say("bounds_impossible", name=self.weighing.name),
            f"AND({free}<=0,ABS({rest})>{_NEARLY}*{self.pool.euros})",
        )
        column = self._column(
            "bounded",
            [
                f"IF({mark.at(at)}=0,{rest}*{self.given.at(at)},"
                f"IF({mark.at(at)}<0,{limits.low.at(at)},{limits.high.at(at)})"
                f"*IF({free}>0,{free},1))"
                for at in self.positions
            ],
        )
        told = self._all_told(sums)
        decimals = f"IF({told},{of_rest}+{self.given_decimals},{ENDLESS})"
        noise = f"{self.given_noise}+{_MARK_NOISE}+{_noise(self.pool)}"
        return Given(column, decimals, noise)

    def _limits(self) -> _Limits:
        low = self._column("minimum", [self._bound("minimum", at, "0") for at in self.positions])
        high = self._column(
            "maximum", [self._bound("maximum", at, _NO_MAXIMUM) for at in self.positions]
        )
        given = self.given
        stated = [
            bound_decimals(self.weighing, self.model, which, self.part)
            for which in ("minimum", "maximum")
        ]
        return _Limits(
            low,
            high,
            self._column("at_minimum", [_ratio(low, given, at) for at in self.positions]),
            self._column("at_maximum", [_ratio(high, given, at) for at in self.positions]),
            largest(stated),
        )

    def _bound(self, which: str, position: int, none: str) -> str:
        return bound_cell(self.weighing, self.model, which, position, none)

    def _column(self, step: str, formulas: list[str]) -> Column:
        return self.weighing.column(step, formulas, self.part)

    def _sums(self, limits: _Limits) -> _Sums:
        """What all pay where a partner reaches its bounds."""
        low = [self._sum_at(limits, limits.at_low.at(at)) for at in self.positions]
        high = None
        if self.model.maximum is not None:
            high = self._column(
                "sum_at_maximum",
                [self._sum_at(limits, limits.at_high.at(at)) for at in self.positions],
            )
        return _Sums(self._column("sum_at_minimum", low), high)

    def _mark(self, sums: _Sums, at: int) -> str:
        """-1 where the minimum holds a partner, 1 where the maximum does, 0 where neither."""
        above = f"{sums.low.at(at)}>={self.pool.euros}*(1-{_NEARLY})"
        below = "0"
        if sums.high is not None:
            below = f"IF({sums.high.at(at)}<={self.pool.euros}*(1+{_NEARLY}),1,0)"
        return f"IF({self.given.at(at)}<=0,-1,IF({above},-1,{below}))"

    def _all_told(self, sums: _Sums) -> str:
        """Whether no sum is so near to the pool that doubles cannot tell who is held."""
        near = "+".join(
            f"SUMPRODUCT(({self.given.range}>0)"
            f"*({column.range}>={self.pool.euros}*(1-{_NEAR}))"
            f"*({column.range}<={self.pool.euros}*(1+{_NEAR})))"
            for column in sums
            if column is not None
        )
        return f"{near}=0"

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
    partner = weighing.workings.partners[position]
    return weighing.inputs.get((*weighing.place, which, partner), none)


def bound_decimals(weighing: Weighing, model: Model, which: str, part: Part) -> str:
    """How many decimals the bounds of a kind have at most; 0 where there are none."""
    limit = getattr(model, which)
    if limit is None:
        return "0"
    if isinstance(limit, Decimal):
        return weighing.places(weighing.input(which))
    cells = [
        bound_cell(weighing, model, which, at, "0") if included else "0"
        for at, included in enumerate(part)
    ]
    return weighing.most_places(cells)
