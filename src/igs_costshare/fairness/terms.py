"""What lines come to for the groups of a family, as whole numbers over one denominator."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import floor, lcm
from operator import add, mul
from typing import NamedTuple, TypeAlias, assert_never

from igs_costshare.fairness.families import Answers
from igs_costshare.sharing.exact import ZERO
from igs_costshare.sharing.scaling import BySteps


class Additive(NamedTuple):
    """What each player brings, whoever else is there."""

    each: tuple[Fraction, ...]


class Constant(NamedTuple):
    """An amount, wherever one of those whom it concerns is in the group."""

    amount: Fraction
    part: tuple[bool, ...]


class Stepped(NamedTuple):
    """An amount by the sum of a figure of those whom it concerns."""

    scaled: BySteps
    figures: tuple[int, ...]
    denominator: int
    part: tuple[bool, ...]


class Topped(NamedTuple):
    """An amount in proportion to the largest figure."""

    amount: Fraction
    figures: tuple[int, ...]


Term: TypeAlias = Additive | Constant | Stepped | Topped
"""How a line goes by the group."""
Weighted: TypeAlias = tuple[int, Term]
"""A term that counts so many times: 1, or -1 for what lowers."""


def denominator_of(terms: Iterable[Term]) -> int:
    """A denominator over which all that terms come to are whole numbers."""
    return lcm(*(number.denominator for term in terms for number in _numbers(term)))


def _numbers(term: Term) -> Iterable[Fraction]:
    match term:
        case Additive(each=each):
            return each
        case Constant(amount=amount):
            return (amount,)
        case Stepped(scaled=scaled):
            return (step.amount for step in scaled.steps)
        case Topped(amount=amount, figures=figures):
            return (amount / max(figures),)
        case _:
            assert_never(term)


def together(terms: Sequence[Weighted], family: Answers, denominator: int) -> list[int]:
    """What the terms come to for each group; those that go by the same figures at once."""
    own = [ZERO] * family.players
    constants: dict[tuple[bool, ...], Fraction] = {}
    prices: dict[tuple[int, ...], Fraction] = {}
    stepped: dict[_Counted, list[tuple[int, BySteps]]] = {}
    for sign, term in terms:
        match term:
            case Additive(each=each):
                own = [one + sign * other for one, other in zip(own, each, strict=True)]
            case Constant(amount=amount, part=part):
                constants[part] = constants.get(part, ZERO) + sign * amount
            case Topped(amount=amount, figures=figures):
                prices[figures] = prices.get(figures, ZERO) + sign * amount / max(figures)
            case Stepped(scaled=scaled, figures=figures, denominator=below, part=part):
                stepped.setdefault((figures, below, part), []).append((sign, scaled))
            case _:
                assert_never(term)
    totals = family.sums(tuple(int(each * denominator) for each in own))
    for part, amount in constants.items():
        totals = _plus(totals, int(amount * denominator), _there(family, part))
    for figures, price in prices.items():
        totals = _plus(totals, int(price * denominator), family.largest(figures))
    for counted, ways in stepped.items():
        for sign, scaled in ways:
            totals = [*map(add, totals, _by_steps(scaled, counted, family, sign * denominator))]
    return totals


_Counted: TypeAlias = tuple[tuple[int, ...], int, tuple[bool, ...]]
"""Figures, their denominator, and whom they concern."""


def _plus(totals: list[int], times: int, values: Sequence[int]) -> list[int]:
    return [total + times * value for total, value in zip(totals, values, strict=True)]


def _there(family: Answers, part: tuple[bool, ...]) -> list[int]:
    """For each group 1 where one of those is in it, else 0."""
    return family.largest(tuple(map(int, part)))


def _by_steps(scaled: BySteps, counted: _Counted, family: Answers, scale: int) -> list[int]:
    """The step of each group, times the scale; nothing where nobody is there."""
    figures, below, part = counted
    amounts = [int(step.amount * scale) for step in scaled.steps]
    ends = [floor(step.up_to * below) for step in scaled.steps if step.up_to is not None]
    steps = [amounts[bisect_left(ends, total)] for total in family.sums(figures)]
    return [*map(mul, _there(family, part), steps)]
