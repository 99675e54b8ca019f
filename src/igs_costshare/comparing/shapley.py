"""The Shapley value: what each player of a game adds to it, in the mean over all orders."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial
from operator import mul


class Shapley:
    """Games with a number of players; a set of players is a whole number, bit 1 the first.

    >>> Shapley(2).values([0, 10, 20, 60])
    (Fraction(25, 1), Fraction(35, 1))
    """

    def __init__(self, players: int) -> None:
        self._orders = factorial(players)
        joining = [factorial(size) * factorial(players - size - 1) for size in range(players)]
        # A set counts for its members, as what they made of the set without them, and against
        # those outside, as what they found.
        counts, found = [0, *joining], [*joining, 0]
        sizes = [players_in.bit_count() for players_in in range(1 << players)]
        self._found = [found[size] for size in sizes]
        self._both = [counts[size] + found[size] for size in sizes]
        self._having = [
            [players_in for players_in in range(1 << players) if players_in >> player & 1]
            for player in range(players)
        ]

    def values(self, worth: Sequence[int]) -> tuple[Fraction, ...]:
        """The value of each player, from the worth of each set; they add up to that of all.

        The worth of nobody is taken off.
        """
        found = sum(map(mul, self._found, worth))
        both = list(map(mul, self._both, worth))
        return tuple(
            Fraction(sum(map(both.__getitem__, having)) - found, self._orders)
            for having in self._having
        )
