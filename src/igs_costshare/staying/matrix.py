"""Who stayed in whose homes, in whole units that agree with what the statement shows of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from igs_costshare.money import Half, rounded

Pair = tuple[str, str]
"""A referrer and an owner."""


def spread(exact: Sequence[Fraction], total: int, half: Half) -> list[int]:
    """Amounts rounded by themselves, then moved by units until they add up to the total.

    Those move that rounding had carried furthest the other way; what is 0 stays so where it can.

    >>> spread([Fraction(3, 2), Fraction(0), Fraction(3, 2)], 2, "even")
    [1, 0, 1]
    """
    amounts = [rounded(each.numerator, each.denominator, half) for each in exact]
    missing = total - sum(amounts)
    step = 1 if missing > 0 else -1
    for _ in range(abs(missing)):
        at = min(
            range(len(amounts)),
            key=lambda at: (
                not exact[at],
                amounts[at] + step < 0,
                step * (amounts[at] - exact[at]),
            ),
        )
        amounts[at] += step
    return amounts


def agreeing(
    exact: Mapping[Pair, Fraction], rows: Mapping[str, int], columns: Mapping[str, int], half: Half
) -> dict[Pair, int]:
    """The pairs in units, which add up to the rows and, where that is possible, to the columns.

    Only these pairs have an amount. It is not possible where rounding carried a unit of the
    statement between partners of whom no clients stay with one another. Rows and columns are what
    the caller says: those that must hold come first.
    """
    amounts: dict[Pair, int] = {}
    for row, total in rows.items():
        own = [pair for pair in exact if pair[0] == row]
        amounts |= zip(own, spread([exact[pair] for pair in own], total, half), strict=True)
    missing = dict(columns)
    for (_, column), units in amounts.items():
        missing[column] -= units
    owners, referrers = _partners_of(exact)
    while moves := _moves(amounts, missing, owners, referrers):
        for row, giver, taker in moves:
            amounts[row, giver] -= 1
            amounts[row, taker] += 1
        missing[moves[0][2]] -= 1
        missing[moves[-1][1]] += 1
    return amounts


Move = tuple[str, str, str]
"""In the row of a referrer a unit goes from one owner to another."""


def _partners_of(pairs: Iterable[Pair]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The owners of each referrer, and the referrers of each owner."""
    owners, referrers = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for row, column in pairs:
        owners[row].append(column)
        referrers[column].append(row)
    return owners, referrers


def _moves(
    amounts: Mapping[Pair, int],
    missing: Mapping[str, int],
    owners: Mapping[str, list[str]],
    referrers: Mapping[str, list[str]],
) -> list[Move]:
    """The fewest moves that bring a unit from a column with too much to one with too little."""
    waiting = [column for column in referrers if missing[column] > 0]
    reached: dict[str, list[Move]] = {column: [] for column in waiting}
    for taker in waiting:  # which grows
        for row in referrers[taker]:
            for giver in owners[row]:
                if giver not in reached and amounts[row, giver] > 0:
                    reached[giver] = [*reached[taker], (row, giver, taker)]
                    if missing[giver] < 0:
                        return reached[giver]
                    waiting.append(giver)
    return []
