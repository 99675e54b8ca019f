"""What each kind of step does with its operands: the figures that its sentence tells.

A kind is a key of the area `step` of the catalogues, which has its sentence. What it tells is
worked out from the operands, and from the steps inside it; nobody hands in a figure that they give.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Literal

from igs_costshare.explaining.operands import Operand, Weighted, worth
from igs_costshare.money import Half, rounded

if TYPE_CHECKING:
    from igs_costshare.explaining.steps import Step

Result = Literal["amount", "rest", "kept", "share", "weights"]
"""The place of a sentence that an operation fills; `amount` is what the step comes to."""
MONEY: tuple[Result, ...] = ("amount", "rest", "kept")
Operands = Mapping[str, Operand]
Operation = Callable[[Operands, "tuple[Step, ...]"], Fraction]


def _stated(name: str = "amount") -> Operation:
    """A figure that stands elsewhere: in the file, in a step before, in the statement."""
    return lambda operands, _: worth(operands[name])


def _nothing(_operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    return Fraction(0)


def _product(*names: str) -> Operation:
    return lambda operands, _: prod((worth(operands[name]) for name in names), start=Fraction(1))


def _quotient(above: str, below: str) -> Operation:
    return lambda operands, _: worth(operands[above]) / worth(operands[below])


def _difference(whole: str, less: str) -> Operation:
    return lambda operands, _: worth(operands[whole]) - worth(operands[less])


def _sum(*names: str) -> Operation:
    return lambda operands, _: sum((worth(operands[name]) for name in names), Fraction(0))


def _one_of(operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    """The share of one of so many."""
    return 1 / worth(operands["members"])


def _matched(operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    """Each euro that is still to be paid brings `match` more."""
    match = worth(operands["match"])
    return worth(operands["base"]) * match / (1 + match)


def _left_of_fixed(operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    return worth(operands["pool"]) - worth(operands["members"]) * worth(operands["fixed"])


def _with_fixed(operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    return worth(operands["fixed"]) + worth(operands["fraction"]) * worth(operands["rest"])


def _at_least(operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    return max(worth(operands["given"]), worth(operands["bound"]))


def _at_most(least: str, other: str) -> Operation:
    return lambda operands, _: min(worth(operands[least]), worth(operands[other]))


def _opposite(operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    return -worth(operands["reserve"])


def _weights(operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    """What the weights of a mean make together."""
    terms = operands["sum"]
    if not isinstance(terms, Weighted):
        raise TypeError("a mean is taken over weighted terms")
    return sum((worth(weight) for weight, _ in terms.terms), Fraction(0))


def _mean(operands: Operands, steps: tuple[Step, ...]) -> Fraction:
    return worth(operands["sum"]) / _weights(operands, steps)


def _rounded(operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    unit = worth(operands["unit"])
    half: Half = "up" if operands["half"] == "up" else "even"
    return rounded(*(worth(operands["exact"]) / unit).as_integer_ratio(), half) * unit


def _floor(operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    unit = worth(operands["unit"])
    return worth(operands["exact"]) // unit * unit


def _remainder(operands: Operands, _steps: tuple[Step, ...]) -> Fraction:
    return worth(operands["exact"]) % worth(operands["unit"])


def _inner(_operands: Operands, steps: tuple[Step, ...]) -> Fraction:
    return sum((step.value or Fraction(0) for step in steps), Fraction(0))


def _inner_last(_operands: Operands, steps: tuple[Step, ...]) -> Fraction:
    """What the steps inside lead to, before it is rounded."""
    last = next(step for step in reversed(steps) if step.value is not None)
    return last.operand("exact") if last.kind == "rounded" else last.value or Fraction(0)


_STATED: Mapping[Result, Operation] = {"amount": _stated()}
_NOTHING: Mapping[Result, Operation] = {"amount": _nothing}
_PRICED: Mapping[Result, Operation] = {"amount": _product("quantity", "price")}
_ONE_OF: Mapping[Result, Operation] = {"share": _one_of}
_BY_KEY: Mapping[Result, Operation] = {"share": _quotient("figure", "total")}
_WON: Mapping[Result, Operation] = {"amount": _sum("floor", "unit")}
_LOST: Mapping[Result, Operation] = {"amount": _stated("floor")}

KINDS: Mapping[str, Mapping[Result, Operation]] = {
    # what a line costs or brings in
    "amount": _STATED,
    "staff": {"amount": _product("fte", "cost")},
    "price_amount": _STATED,
    "price_staff": {"amount": _product("fte", "cost")},
    "line_priced": _PRICED,
    "sum_of_cells": {"amount": _inner},
    "only": {},
    "except": {},
    "basis": {},
    "line_total": {"amount": _inner_last},
    # subsidies
    "subsidy_amount": _STATED,
    "subsidy_rate": {"amount": _product("rate", "base")},
    "eligible": _STATED,
    "subsidy_match": {"amount": _matched},
    "subsidy_match_nothing": _NOTHING,
    "subsidy_left": _STATED,
    "cap": {"amount": _at_most("cap", "gross")},
    "cap_idle": {},
    # the pool
    "pool_cost": _STATED,
    "pool_income": _STATED,
    "pool_left": {"amount": _stated("lines")},
    "pool_exact": _STATED,
    # shares
    "no_part": _NOTHING,
    "equal": _ONE_OF,
    "key": _BY_KEY,
    "agreed": {},
    "in_turn": {},
    "agreed_scaled": {"share": _quotient("percentage", "sum")},
    "weighted_equal": _ONE_OF,
    "weighted_key": _BY_KEY,
    "combined": {"share": _stated("sum")},
    "by_contribution": {
        "amount": _stated("contribution"),
        "share": _quotient("contribution", "pool"),
    },
    "contribution_model": {"amount": _product("fraction", "pool")},
    "contribution_fixed": {"amount": _with_fixed},
    "fixed_rest": {"amount": _left_of_fixed},
    "factor": {"amount": _product("factor", "given")},
    "held_low": {"amount": _at_least},
    "held_high": {"amount": _at_most("given", "bound")},
    "bounds_effect": {},
    "bounds_idle": {},
    "same_share": {},
    "product": {"amount": _product("fraction", "total")},
    # key figures
    "figure": {},
    "days_use": {"amount": _product("days", "price")},
    "days_size": {},
    # prices and charges
    "priced": _PRICED,
    "due_fixed": _STATED,
    "due_rate": _PRICED,
    "due_bracket": _PRICED,
    "due_class": _STATED,
    "due_days": _STATED,
    "dues": {"amount": _stated("parts")},
    "reserve": {"amount": _difference("pool", "charged")},
    "reserve_pays": {},
    "reserve_keeps": {},
    "reserve_even": {},
    "reserve_part": _STATED,
    "reserve_kept": {"amount": _stated("reserve"), "kept": _opposite},
    "charged": _STATED,
    "no_amount": {},
    # homes and day prices
    "homes_earn": {"amount": _product("homes", "days", "occupancy", "price")},
    "home_earns": {"amount": _product("days", "occupancy", "price")},
    "homes_none": _NOTHING,
    "homes_unpriced": _NOTHING,
    "mean_price": {"amount": _mean, "weights": _weights},
    "one_price": _STATED,
    "paid_total": _STATED,
    # rounding
    "rounded": {"amount": _rounded},
    "floor": {"amount": _floor, "rest": _remainder},
    "nothing_left": {},
    "left_over": {},
    "won_remainder": _WON,
    "won_burden": _WON,
    "won_burden_income": _WON,
    "won_order": _WON,
    "lost_remainder": _LOST,
    "lost_burden": _LOST,
    "lost_burden_income": _LOST,
    "lost_order": _LOST,
    "fell_back": {},
    "by_itself": {"amount": _rounded},
    "taker_largest": {},
    "taker_agreed": {},
    "taker_absent": {},
    "taken": {"amount": _sum("before", "change")},
    # totals
    "term": _STATED,
    "less_term": _STATED,
    "nothing": _NOTHING,
}
"""By kind, what its sentence tells besides its operands; a kind without `amount` has no value."""
