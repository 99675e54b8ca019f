"""The one place that rounds: whole units of money, and the division that adds up.

Amounts are whole numbers of the rounding unit (cents, unless `[rounding]` says otherwise).
Everything before the one rounding is an exact fraction, kept as whole numbers over a common
denominator, which is several times as fast as adding and dividing fractions one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Literal, NamedTuple

Half = Literal["even", "up"]
LARGEST_REMAINDER = "largest-remainder"
LARGEST = "largest"


def rounded(numerator: int, denominator: int, half: Half) -> int:
    """The whole number nearest to numerator / denominator, halves as `half` says.

    `"even"` goes to the even neighbour, `"up"` away from zero.

    >>> rounded(5, 2, "even"), rounded(5, 2, "up"), rounded(-5, 2, "up")
    (2, 3, -3)
    """
    whole, rest = divmod(numerator, denominator)
    twice = 2 * rest
    if twice != denominator:
        return whole + (twice > denominator)
    if half == "even":
        return whole + whole % 2
    return whole + (numerator > 0)


class Exact(NamedTuple):
    """Exact amounts, in units of rounding: `numerators[i] / denominator`."""

    numerators: tuple[int, ...]
    denominator: int

    def at(self, position: int) -> Fraction:
        """The exact value at a position."""
        return Fraction(self.numerators[position], self.denominator)

    def rounded(self, half: Half) -> tuple[int, ...]:
        """Each amount rounded by itself."""
        return tuple(rounded(numerator, self.denominator, half) for numerator in self.numerators)


class Apportioned(NamedTuple):
    """A total divided into whole units that add up to it."""

    exact: Exact
    """What each would get without rounding."""
    amounts: tuple[int, ...]
    """What each gets, in units of rounding."""
    extra: tuple[int, ...]
    """The left-over units in each amount (negative where the taker gave up some)."""
    fell_back: bool = False
    """The taker of the difference would have gone below zero: largest remainder stood in."""
    burdens: tuple[int, ...] = ()
    """What settled its ties: the left-over units that each bore before; empty where nothing did."""


class Divider(NamedTuple):
    """How totals are rounded and who takes what rounding leaves over: `[rounding]`."""

    half: Half = "even"
    difference: str = LARGEST_REMAINDER
    """`largest-remainder`, `largest`, or `taker`, the position of one of those who share."""
    taker: int | None = None

    def divide(
        self,
        total: Fraction,
        weights: Sequence[int],
        burdens: Sequence[int] | None = None,
        *,
        income: bool = False,
    ) -> Apportioned:
        """Divide `total` (in units of rounding, not negative) in the proportion of `weights`.

        The weights are not negative and not all zero, unless the total is zero. `burdens`
        settles ties between remainders: the smallest comes first, for `income` the largest,
        then the order of the weights.

        >>> Divider().divide(Fraction(75), [10, 17, 31, 42]).amounts
        (8, 13, 23, 31)
        """
        above, below = total.as_integer_ratio()
        exact = Exact(tuple(above * weight for weight in weights), below * (sum(weights) or 1))
        whole = rounded(above, below, self.half)
        borne = () if burdens is None else tuple(burdens)
        if self.difference != LARGEST_REMAINDER:
            division = self._by_taker(exact, whole, weights)
            if min(division.amounts) >= 0:
                return division
        return _by_largest_remainder(
            exact,
            whole,
            borne,
            income=income,
            fell_back=self.difference != LARGEST_REMAINDER,
        )

    def _by_taker(self, exact: Exact, whole: int, weights: Sequence[int]) -> Apportioned:
        """Each share is rounded by itself; the taker takes what is missing or too much."""
        amounts = list(exact.rounded(self.half))
        extra = [0] * len(amounts)
        taker = self.taker
        if taker is None or not weights[taker]:
            taker = max(range(len(weights)), key=weights.__getitem__)
        extra[taker] = whole - sum(amounts)
        amounts[taker] += extra[taker]
        return Apportioned(exact, tuple(amounts), tuple(extra))


def _by_largest_remainder(
    exact: Exact, whole: int, burdens: tuple[int, ...], *, income: bool, fell_back: bool
) -> Apportioned:
    """Hamilton's method: whole units first, then one more by the size of the remainder.

    It stays within the quota: nobody is a whole unit away from its exact share (M. L. Balinski
    and H. P. Young, *Fair Representation*, 2nd edition, Brookings, 2001, on the method of 1792).
    """
    denominator = exact.denominator
    amounts = [numerator // denominator for numerator in exact.numerators]
    extra = [0] * len(amounts)
    left = whole - sum(amounts)
    if left:
        remainders = [numerator % denominator for numerator in exact.numerators]
        # Most remainders differ: sort the numbers, and look closer at those that tie only.
        last = sorted(remainders, reverse=True)[left - 1]
        first = [position for position, each in enumerate(remainders) if each > last]
        tied = [position for position, each in enumerate(remainders) if each == last]
        if burdens:
            sign = -1 if income else 1
            tied.sort(key=lambda position: sign * burdens[position])
        for position in (*first, *tied[: left - len(first)]):
            extra[position] = 1
            amounts[position] += 1
    return Apportioned(exact, tuple(amounts), tuple(extra), fell_back, burdens)


def reconciled(exact: Sequence[Fraction], total: int, half: Half) -> tuple[int, ...]:
    """Each amount rounded by itself, the fewest of them moved by one unit so that all add up.

    `total` lies within one unit an amount of their sum. Those move that rounding had carried
    furthest the other way, ties in the order given.

    >>> reconciled([Fraction(3, 2), Fraction(3, 2)], 3, "even")
    (1, 2)
    """
    amounts = [rounded(amount.numerator, amount.denominator, half) for amount in exact]
    missing = total - sum(amounts)
    step = 1 if missing > 0 else -1
    error = [step * (amount - given) for amount, given in zip(amounts, exact, strict=True)]
    for position in sorted(range(len(amounts)), key=error.__getitem__)[: abs(missing)]:
        amounts[position] += step
    return tuple(amounts)


def reconciled_table(
    exact: Sequence[Sequence[Fraction]], totals: Sequence[int], half: Half
) -> list[list[int]]:
    """Rows of whole units that add up to their totals, and columns as near to exact as can be.

    Each row is `reconciled`; then units move within a row, where they stray least, until each
    column comes to what the exact sums of the columns round to.

    >>> half = Fraction(1, 2)
    >>> reconciled_table([[half, half], [half, half]], [1, 1], "even")
    [[0, 1], [1, 0]]
    """
    rows = [[*reconciled(row, total, half)] for row, total in zip(exact, totals, strict=True)]
    wanted = reconciled([sum(column) for column in zip(*exact, strict=True)], sum(totals), half)
    missing = [
        goal - sum(column) for goal, column in zip(wanted, zip(*rows, strict=True), strict=True)
    ]
    scale = lcm(*(amount.denominator for row in exact for amount in row))
    strays = [
        [scale * amount - int(scale * given) for amount, given in zip(row, ideal, strict=True)]
        for row, ideal in zip(rows, exact, strict=True)
    ]
    while any(missing):
        row, giver, taker = _least_stray(strays, missing, scale)
        for column, step in ((giver, -1), (taker, 1)):
            rows[row][column] += step
            strays[row][column] += step * scale
            missing[column] -= step
    return rows


def _least_stray(
    strays: Sequence[Sequence[int]], missing: Sequence[int], scale: int
) -> tuple[int, int, int]:
    """The row in which a unit moves at the least cost, from a column that has too much.

    Ties go to the first row and columns, whichever of them gives.
    """
    givers = [column for column, units in enumerate(missing) if units < 0]
    takers = [column for column, units in enumerate(missing) if units > 0]
    _, row, low, high = min(
        (
            abs(stray[giver] - scale)
            + abs(stray[taker] + scale)
            - abs(stray[giver])
            - abs(stray[taker]),
            row,
            min(giver, taker),
            max(giver, taker),
        )
        for row, stray in enumerate(strays)
        for giver in givers
        for taker in takers
    )
    return (row, low, high) if missing[low] < 0 else (row, high, low)
