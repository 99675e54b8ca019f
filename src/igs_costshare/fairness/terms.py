"""What lines come to for the groups of a family, as whole numbers over one denominator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm
from operator import add
from typing import NamedTuple, TypeAlias, assert_never

from igs_costshare.fairness.families import Family
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


def together(terms: Sequence[Weighted], family: Family, denominator: int) -> list[int]:
    """What the terms come to for each group; players' own amounts are added up first."""
    own = [ZERO] * family.players
    totals: list[int] | None = None
    constants: dict[tuple[bool, ...], Fraction] = {}
    for sign, term in terms:
        if isinstance(term, Additive):
            own = [one + sign * other for one, other in zip(own, term.each, strict=True)]
        elif isinstance(term, Constant):
            constants[term.part] = constants.get(term.part, ZERO) + sign * term.amount
        else:
            vector = _vector(term, family, sign * denominator)
            totals = vector if totals is None else [*map(add, totals, vector)]
    sums = family.sums([int(each * denominator) for each in own])
    totals = sums if totals is None else [*map(add, totals, sums)]
    for part, amount in constants.items():
        there = family.largest([int(each) for each in part])
        units = int(amount * denominator)
        totals = [total + units * each for total, each in zip(totals, there, strict=True)]
    return totals


def _vector(term: Stepped | Topped, family: Family, scale: int) -> list[int]:
    match term:
        case Topped(amount=amount, figures=figures):
            each = int(amount * scale / max(figures))
            return [each * largest for largest in family.largest(figures)]
        case Stepped(scaled=scaled, figures=figures, denominator=below, part=part):
            at: dict[int, int] = {0: 0}
            there = family.largest([int(each) for each in part])
            sums = [
                total + 1 if some else 0
                for total, some in zip(family.sums(figures), there, strict=True)
            ]
            for total in {*sums} - {0}:
                step = scaled.at(Fraction(total - 1, below))
                at[total] = int((step or ZERO) * scale)
            return [at[total] for total in sums]
        case _:
            assert_never(term)
