"""What each kind of step does with its operands: the figures that its sentence tells.

A kind is a key of the area `step` of the catalogues, which has its sentence. What it tells is
worked out from the operands, and from the steps inside it; nobody hands in a figure that they give.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from operator import add, mul
from typing import Literal, Protocol, cast

from igs_costshare.explaining.operands import Operand, Weighted, worth
from igs_costshare.money import Half, rounded

Result = Literal["amount", "rest", "kept", "share", "weights", "counted"]
"""The place of a sentence that an operation fills; `amount` is what the step comes to."""
Operands = Mapping[str, Operand]


class Inner(Protocol):
    """What an operation asks of a step inside it."""

    @property
    def kind(self) -> str:
        """Its kind."""

    @property
    def value(self) -> Fraction | None:
        """What it comes to."""

    def operand(self, name: str) -> Fraction:
        """What one of its operands comes to."""


Operation = Callable[[Operands, Sequence[Inner]], Fraction]


def _stated(name: str = "amount") -> Operation:
    """A figure that stands elsewhere: in the file, in a step before, in the statement."""
    return lambda operands, _: worth(operands[name])


def _nothing(_operands: Operands, _steps: Sequence[Inner]) -> Fraction:
    return Fraction(0)


def _product(*names: str) -> Operation:
    return lambda operands, _: reduce(mul, [worth(operands[name]) for name in names])


def _quotient(above: str, below: str) -> Operation:
    return lambda operands, _: worth(operands[above]) / worth(operands[below])


def _difference(whole: str, less: str) -> Operation:
    return lambda operands, _: worth(operands[whole]) - worth(operands[less])


def _sum(*names: str) -> Operation:
    return lambda operands, _: reduce(add, [worth(operands[name]) for name in names])


def _one_of(operands: Operands, _steps: Sequence[Inner]) -> Fraction:
    """The share of one of so many."""
    return 1 / worth(operands["members"])


def _risen(operands: Operands, _steps: Sequence[Inner]) -> Fraction:
    """What was paid the year before, and a part of it on top."""
    return worth(operands["previous"]) * (1 + worth(operands["part"]))


def _matched(operands: Operands, _steps: Sequence[Inner]) -> Fraction:
    """Each euro that is still to be paid brings `match` more."""
    match = worth(operands["match"])
    return worth(operands["base"]) * match / (1 + match)


def _left_of_fixed(operands: Operands, _steps: Sequence[Inner]) -> Fraction:
    return worth(operands["pool"]) - worth(operands["members"]) * worth(operands["fixed"])


def _with_fixed(operands: Operands, _steps: Sequence[Inner]) -> Fraction:
    return worth(operands["fixed"]) + worth(operands["fraction"]) * worth(operands["rest"])


def _most(*names: str) -> Operation:
    return lambda operands, _: max(worth(operands[name]) for name in names)


def _least(*names: str) -> Operation:
    return lambda operands, _: min(worth(operands[name]) for name in names)


def _opposite(operands: Operands, _steps: Sequence[Inner]) -> Fraction:
    return -worth(operands["reserve"])


def _weights(operands: Operands, _steps: Sequence[Inner]) -> Fraction:
    """What the weights of a mean make together."""
    terms = operands["sum"]
    if not isinstance(terms, Weighted):
        raise TypeError("a mean is taken over weighted terms")
    return sum((worth(weight) for weight, _ in terms.terms), Fraction(0))


def _mean(operands: Operands, steps: Sequence[Inner]) -> Fraction:
    return worth(operands["sum"]) / _weights(operands, steps)


def _rounded(operands: Operands, _steps: Sequence[Inner]) -> Fraction:
    unit = worth(operands["unit"])
    half: Half = "up" if operands["half"] == "up" else "even"
    return rounded(*(worth(operands["exact"]) / unit).as_integer_ratio(), half) * unit


def _floor(operands: Operands, _steps: Sequence[Inner]) -> Fraction:
    """Whole units below the exact amount; in whole numbers, which is several times as fast."""
    above, below = worth(operands["exact"]).as_integer_ratio()
    unit, under = worth(operands["unit"]).as_integer_ratio()
    return Fraction(above * under // (below * unit) * unit, under)


def _remainder(operands: Operands, steps: Sequence[Inner]) -> Fraction:
    return worth(operands["exact"]) - _floor(operands, steps)


def _inner(_operands: Operands, steps: Sequence[Inner]) -> Fraction:
    return sum((step.value or Fraction(0) for step in steps), Fraction(0))


def _inner_last(_operands: Operands, steps: Sequence[Inner]) -> Fraction:
    """What the steps inside lead to, before it is rounded."""
    last = next(step for step in reversed(steps) if step.value is not None)
    return last.operand("exact") if last.kind == "rounded" else last.value or Fraction(0)


Results = Mapping[Result, Operation]


def _kinds(names: str, **results: Operation) -> dict[str, Results]:
    """The kinds of these names, which work out the same from their operands."""
    return dict.fromkeys(names.split(), cast("Results", results))


KINDS: Mapping[str, Results] = {
    **_kinds("only except basis cap_idle bounds_effect bounds_idle"),
    **_kinds("threshold_met agreed in_turn same_share figure days_size stayed_size no_amount"),
    **_kinds("reserve_pays reserve_keeps reserve_even"),
    **_kinds("nothing_left left_over fell_back taker_largest taker_agreed taker_absent"),
    # figures that stand elsewhere, and none
    **_kinds("amount price_amount subsidy_amount eligible subsidy_left", amount=_stated()),
    **_kinds("pool_cost pool_income pool_exact charged reserve_part", amount=_stated()),
    **_kinds("due_fixed due_class due_days one_price paid_total", amount=_stated()),
    **_kinds("term less_term", amount=_stated()),
    **_kinds(
        "subsidy_match_nothing no_part homes_none homes_unpriced not_stayed nobody_stayed nothing"
        " threshold_missed",
        amount=_nothing,
    ),
    # parts of the year
    **_kinds("part_of_figure", counted=_product("figure", "part")),
    **_kinds("part_of_share", share=_product("percentage", "part")),
    **_kinds("part_of_amount", amount=_product("whole", "part")),
    # prices and quantities
    **_kinds("staff price_staff", amount=_product("fte", "cost")),
    **_kinds("line_priced priced due_rate due_bracket", amount=_product("quantity", "price")),
    **_kinds("days_use stayed", amount=_product("days", "price")),
    **_kinds("homes_earn", amount=_product("homes", "days", "occupancy", "price")),
    **_kinds("home_earns", amount=_product("days", "occupancy", "price")),
    **_kinds("mean_price", amount=_mean, weights=_weights),
    **_kinds("advance", amount=_product("part", "bill")),
    # totals
    **_kinds("line_total", amount=_inner_last),
    **_kinds("sum_of_cells", amount=_inner),
    **_kinds("dues", amount=_stated("parts")),
    **_kinds("pool_left", amount=_stated("lines")),
    **_kinds("reserve", amount=_difference("pool", "charged")),
    **_kinds("reserve_kept", amount=_stated("reserve"), kept=_opposite),
    # subsidies
    **_kinds("subsidy_rate", amount=_product("rate", "base")),
    **_kinds("subsidy_match", amount=_matched),
    **_kinds("cap", amount=_least("cap", "gross")),
    # shares and contributions
    **_kinds("equal weighted_equal", share=_one_of),
    **_kinds("key weighted_key", share=_quotient("figure", "total")),
    **_kinds("agreed_scaled", share=_quotient("percentage", "sum")),
    **_kinds("combined", share=_stated("sum")),
    **_kinds(
        "by_contribution",
        amount=_stated("contribution"),
        share=_quotient("contribution", "pool"),
    ),
    **_kinds("product", amount=_product("fraction", "total")),
    **_kinds("contribution_model", amount=_product("fraction", "pool")),
    **_kinds("contribution_fixed", amount=_with_fixed),
    **_kinds("fixed_rest", amount=_left_of_fixed),
    **_kinds("factor", amount=_product("factor", "given")),
    **_kinds("held_low held_low_part", amount=_most("given", "bound")),
    **_kinds("held_high held_high_part held_rise", amount=_least("given", "bound")),
    **_kinds("rise rise_in_plan", amount=_risen),
    # rounding
    **_kinds("rounded by_itself", amount=_rounded),
    **_kinds("floor", amount=_floor, rest=_remainder),
    **_kinds("won_remainder won_burden won_burden_income won_order", amount=_sum("floor", "unit")),
    **_kinds("lost_remainder lost_burden lost_burden_income lost_order", amount=_stated("floor")),
    **_kinds("taken", amount=_sum("before", "change")),
}
"""By kind, what its sentence tells besides its operands; a kind without `amount` has no value."""
