"""Exact numbers, one for each partner, as whole numbers over one denominator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm, prod
from typing import NamedTuple

ZERO = Fraction(0)


class Figures(NamedTuple):
    """One figure for each partner, in file order: `numerators[i] / denominator`."""

    numerators: tuple[int, ...]
    denominator: int

    def at(self, position: int) -> Fraction:
        """The exact value at a position."""
        return Fraction(self.numerators[position], self.denominator)


def product(one: Decimal, other: Decimal) -> Fraction:
    """The exact product of two numbers of the file."""
    above, below = one.as_integer_ratio()
    over, under = other.as_integer_ratio()
    return Fraction(above * over, below * under)


def over_one_denominator(numbers: Sequence[Decimal | Fraction | int]) -> Figures:
    """The numbers as whole numbers over their least common denominator.

    >>> over_one_denominator([Decimal("0.5"), Decimal("2")])
    Figures(numerators=(1, 4), denominator=2)
    """
    ratios = [number.as_integer_ratio() for number in numbers]
    denominator = lcm(*(below for _, below in ratios))
    return Figures(tuple(above * (denominator // below) for above, below in ratios), denominator)


def total_of(numbers: Iterable[Fraction]) -> Fraction:
    """The exact sum: of many numbers at once, several times as fast as one after the other.

    >>> total_of([Fraction(1, 2), Fraction(1, 3)])
    Fraction(5, 6)
    """
    figures = over_one_denominator(list(numbers))
    return Fraction(sum(figures.numerators), figures.denominator)


def reduced(weights: Sequence[int]) -> tuple[int, ...]:
    """The same proportions in the smallest whole numbers."""
    common = gcd(*weights) or 1
    return tuple(weight // common for weight in weights)


def masked(numbers: Sequence[int], part: Sequence[bool]) -> tuple[int, ...]:
    """The numbers of those that take part; 0 for the others."""
    return tuple(number if included else 0 for number, included in zip(numbers, part, strict=True))


def times(price: Decimal | Fraction, figures: Figures, part: Sequence[bool]) -> Figures:
    """The price times the figure of each that takes part; 0 for the others."""
    above, below = price.as_integer_ratio()
    taken = masked(figures.numerators, part)
    return Figures(tuple(above * number for number in taken), below * figures.denominator)


def summed(parts: Sequence[Figures]) -> Figures:
    """The figures of each partner together."""
    if len(parts) == 1:
        return parts[0]
    common = lcm(*(each.denominator for each in parts))
    scaled = (
        [number * (common // each.denominator) for number in each.numerators] for each in parts
    )
    return Figures(tuple(map(sum, zip(*scaled, strict=True))), common)


def combined(shares: Sequence[tuple[Fraction, Sequence[int]]]) -> tuple[int, ...]:
    """Weighted sum of proportions, each of which counts as a whole; in whole numbers.

    >>> combined([(Fraction(1, 2), [1, 1]), (Fraction(1, 2), [3, 1])])
    (5, 3)
    """
    if len(shares) == 1:
        return reduced(shares[0][1])
    common = lcm(*(weight.denominator for weight, _ in shares))
    totals = [sum(own) for _, own in shares]
    everything = prod(totals)
    factors = [
        int(weight * common) * (everything // total)
        for (weight, _), total in zip(shares, totals, strict=True)
    ]
    columns = zip(*(own for _, own in shares), strict=True)
    return reduced(
        [sum(f * each for f, each in zip(factors, column, strict=True)) for column in columns]
    )
