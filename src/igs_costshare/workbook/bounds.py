"""Fixed amounts, minimum and maximum of a division: the weights that follow from them.

The rules are those of `sharing.bounds`. Σ clamp(λ × gives, minimum, maximum) grows with λ; so a
partner is held at its minimum where the sum at the λ of its minimum reaches the pool already, and
at its maximum where the sum at the λ of that does not exceed it. The λ itself need not be
computed: what those who are held leave is divided among the others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from igs_costshare.description.contributions import Contribution
from igs_costshare.messages import Message, say
from igs_costshare.sharing.rule import division_of
from igs_costshare.workbook.amounts import SheetAmount
from igs_costshare.workbook.budget import BudgetSheet
from igs_costshare.workbook.cells import PartnerCells
from igs_costshare.workbook.formulas import ENDLESS, known
from igs_costshare.workbook.limits import BoundCells
from igs_costshare.workbook.weighing import Participation, Weighing
from igs_costshare.workbook.weights import NOISE, Given, Weights, finished, proportions

_NO_MAXIMUM = "1E+15"
"""Above what any pool can be: the numbers of a file go up to 1E12."""
_NEARLY = "1E-12"
"""Two sums that differ by less, relatively, are the same but for the noise of doubles: a sum over
a thousand partners misses by less than a thousand times 1.2E-16."""
_NEAR = "2E-12"
"""Twice as much: with no sum as near to the pool, there is no doubt who is held."""
_MARK_NOISE = "4E-12"
"""How far parts may be wrong where a mark goes by sums that differ by less than `_NEARLY`: twice
`_NEAR`."""


_SOME = "1E-9"
"""So much of a pool at least, where it divides: a pool of 0 is refused, not an error of its own."""


def divided_weights(
    weighing: Weighing,
    budget: BudgetSheet,
    model: Contribution,
    part: Participation,
    pool: SheetAmount,
) -> Weights:
    """The weights by which a contribution divides a pool."""
    division = division_of(model)
    given = proportions(weighing, division, part)
    if division.amount_each is not None or model.has_bounds:
        message = say("workbook.nothing_to_share", name=weighing.name)
        weighing.workings.refuse(message, f"{pool.euros}<=0")
    if division.amount_each is not None:
        amount = weighing.figure(division.amount_each, "fixed_amount")
        given = _after_amounts(weighing, budget, amount, given, part, pool)
    if model.has_bounds:
        given = _Bounded(weighing, budget, model, part, given, pool).weights()
    return finished(weighing, given)


def _after_amounts(
    weighing: Weighing,
    budget: BudgetSheet,
    amount: str,
    own: Given,
    part: Participation,
    pool: SheetAmount,
) -> Given:
    """An amount for each and the rest by weight, both times the sum of the weights."""
    column, keys = own.column, weighing.keys
    members = str(sum(part))
    if keys.length > 1:
        each_present = [keys.present(at) for at in weighing.workings.positions]
        members = weighing.column(say("workbook.present"), each_present, part).total
    pool = in_parts(pool, keys.length)
    decimals = known(f"MAX({pool.decimals},{weighing.places(amount)})", pool.euros)
    rest = weighing.set("beyond", budget.settled(f"{pool.euros}-{members}*{amount}", decimals))
    message = say("workbook.amounts_exceed", name=weighing.name)
    weighing.workings.refuse(message, f"{rest}<0")
    given = weighing.column(
        say("workbook.given"),
        [
            f"{keys.in_parts(amount, '', at)}*{column.total}+{rest}*{column.at(at)}"
            for at in weighing.workings.positions
        ],
        part,
    )
    return Given(given, f"{decimals}+{own.decimals}", _noise(pool))


def in_parts(pool: SheetAmount, length: int) -> SheetAmount:
    """An amount in parts of the year, of which it has so many."""
    if length == 1:
        return pool
    return SheetAmount(f"({length}*{pool.euros})", pool.decimals, f"{length}*{pool.size}")


def _noise(pool: SheetAmount) -> str:
    """How far parts of a pool may be wrong: its own noise, unless it is known exactly."""
    unknown = f"MAX({pool.euros},{pool.size})/MAX({pool.euros},{_SOME})*{NOISE}"
    return f"{NOISE}+IF({pool.decimals}<{ENDLESS},0,{unknown})"


class _Limits(NamedTuple):
    """Bounds of each partner in euros, and the factor at which it reaches them."""

    low: PartnerCells
    high: PartnerCells
    at_low: PartnerCells
    at_high: PartnerCells
    decimals: str
    """Of the bounds, at most."""


class _Sums(NamedTuple):
    """By partner: what all pay together where it reaches its bounds."""

    low: PartnerCells
    high: PartnerCells | None
    """None where there is no maximum."""


class _Bounded:
    """The weights within bounds: who is held where, and what is left for the others."""

    def __init__(
        self,
        weighing: Weighing,
        budget: BudgetSheet,
        model: Contribution,
        part: Participation,
        given: Given,
        pool: SheetAmount,
    ) -> None:
        self.weighing, self.budget = weighing, budget
        self.bounds = BoundCells(weighing, model, part, pool)
        self.part, self.given = part, given.column
        self.pool = in_parts(pool, weighing.keys.length)
        self.given_decimals, self.given_noise = given.decimals, given.noise
        self.positions = weighing.workings.positions

    def weights(self) -> Given:
        limits = self._limits()
        sums = self._sums(limits)
        mark = self._column(say("workbook.mark"), lambda at: self._mark(sums, at))
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
            say("workbook.bounds_impossible", name=self.weighing.name),
            f"AND({free}<=0,ABS({rest})>{_NEARLY}*{self.pool.euros})",
        )
        column = self._column(
            say("workbook.bounded"),
            lambda at: (
                f"IF({mark.at(at)}=0,{rest}*{self.given.at(at)},"
                f"IF({mark.at(at)}<0,{limits.low.at(at)},{limits.high.at(at)})"
                f"*IF({free}>0,{free},1))"
            ),
        )
        told = self._all_told(sums)
        decimals = f"IF({told},{of_rest}+{self.given_decimals},{ENDLESS})"
        noise = f"{self.given_noise}+{_MARK_NOISE}+{_noise(self.pool)}"
        return Given(column, decimals, noise)

    def _limits(self) -> _Limits:
        cell = self.bounds.cell
        low = self._column(say("workbook.minimum"), lambda at: cell("least", at, "0"))
        high = self._column(say("workbook.maximum"), lambda at: cell("most", at, _NO_MAXIMUM))
        decimals = self.bounds.decimals
        at_low = self._column(say("workbook.at_minimum"), lambda at: self._ratio(low, at))
        at_high = self._column(say("workbook.at_maximum"), lambda at: self._ratio(high, at))
        return _Limits(low, high, at_low, at_high, decimals)

    def _column(self, step: Message, formula: Callable[[int], str]) -> PartnerCells:
        return self.weighing.column(step, list(map(formula, self.positions)), self.part)

    def _ratio(self, bound: PartnerCells, at: int) -> str:
        """The factor at which a partner reaches a bound."""
        given = self.given.at(at)
        return f"IF({given}>0,{bound.at(at)}/{given},0)"

    def _sums(self, limits: _Limits) -> _Sums:
        """What all pay where a partner reaches its bounds."""
        high = None
        if self.bounds.states("most"):
            high = self._column(
                say("workbook.sum_at_maximum"),
                lambda at: self._sum_at(limits, limits.at_high.at(at)),
            )
        low = self._column(
            say("workbook.sum_at_minimum"), lambda at: self._sum_at(limits, limits.at_low.at(at))
        )
        return _Sums(low, high)

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
