"""An exact simplex for one kind of program: the least satisfied group as satisfied as can be.

Its dual divides a weight of 1 over groups so that every player counts 0 in all. A basis has one
column of whole numbers, 0 and 1, for each player and one for the weight; columns are worked out
when they are needed, all groups are priced at once by doubling, and pivots stay whole (J. Edmonds
and J.-F. Maurras, *Note sur les Q-matrices d'Edmonds*, RAIRO 31, 1997; E. H. Bareiss, *Sylvester's
Identity and Multistep Integer-Preserving Gaussian Elimination*, Math. Comp. 22, 1968).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.fairness.families import EveryGroup

_STALLS = 30
"""Pivots in a row that change nothing, after which the first group goes in, so that none comes
back for ever (R. G. Bland, *New Finite Pivoting Rules for the Simplex Method*, 1977)."""


class Held(NamedTuple):
    """A group whose payment is settled, with what its members pay together."""

    group: int
    pays: int


class Optimum(NamedTuple):
    """The best there is, as whole numbers over `scale`."""

    pays: list[int]
    """By player."""
    satisfaction: int
    """What the least satisfied group pays less than by itself."""
    scale: int
    tight: list[int]
    """Groups that are as little satisfied in every best division."""


class Basis:
    """The columns of a basis, with its inverse times its determinant in whole numbers."""

    def __init__(self, players: int) -> None:
        self.players = players
        self.rows: list[list[int]] = []
        """The inverse, times `scale`."""
        self.columns: list[tuple[int, bool]] = []
        """The groups, and whether each may leave."""
        self.scale = 1

    def column(self, group: int, weight: int) -> list[int]:
        """What a group counts for: each of its members, and the weight."""
        return [*(group >> player & 1 for player in range(self.players)), weight]

    def start(self, columns: Sequence[tuple[int, bool]]) -> None:
        """Begin with those of the columns that are independent, in their order.

        They are brought in one by one in place of unit columns.
        """
        size = self.players + 1
        self.rows = [[int(one == other) for other in range(size)] for one in range(size)]
        taken: list[tuple[int, bool] | None] = [None] * size
        for group, leaves in columns:
            made = self.times(self.column(group, int(leaves)))
            free = [at for at in range(size) if taken[at] is None and made[at]]
            if free:
                self.pivot(free[0], made)
                taken[free[0]] = (group, leaves)
        self.columns = [each for each in taken if each is not None]

    def times(self, column: Sequence[int]) -> list[int]:
        """The column in terms of the basis, times the scale."""
        chosen = [at for at, each in enumerate(column) if each]
        return [sum([row[at] for at in chosen]) for row in self.rows]

    def pivot(self, at: int, made: Sequence[int]) -> None:
        """Bring a column in, given in terms of the basis, at the place of another."""
        pivot, scale, chosen = made[at], self.scale, self.rows[at]
        for place, row in enumerate(self.rows):
            factor = made[place]
            if place == at:
                continue
            if factor:
                self.rows[place] = [
                    (pivot * each - factor * other) // scale
                    for each, other in zip(row, chosen, strict=True)
                ]
            elif pivot != scale:
                self.rows[place] = [pivot * each // scale for each in row]
        self.scale = pivot
        if pivot < 0:
            self.scale = -pivot
            self.rows = [[-each for each in row] for row in self.rows]


def optimum(
    players: int, costs: Sequence[int], held: Sequence[Held], groups: Sequence[int]
) -> Optimum:
    """The division in which the least satisfied of the groups is as satisfied as can be.

    `costs` are those of all groups, by their bits; `held` are independent, the whole among them,
    and none of the `groups`, which come with their complements, depends on those.
    """
    basis, family = Basis(players), EveryGroup(players)
    everybody = (1 << players) - 1
    first = min(groups, key=lambda group: costs[group] + costs[everybody ^ group])
    basis.start(
        [
            *((each.group, False) for each in held),
            (first, True),
            (everybody ^ first, True),
            *((1 << player, True) for player in range(players)),
        ]
    )
    of_held = {each.group: each.pays for each in held}
    own = [costs[group] for group in groups]
    stalls = 0
    while True:
        prices = [costs[group] if leaves else of_held[group] for group, leaves in basis.columns]
        columns = zip(*basis.rows, strict=True)
        *pays, least = (
            sum([price * each for price, each in zip(prices, column, strict=True)])
            for column in columns
        )
        scale = basis.scale
        sums = family.sums(tuple(pays))
        reduced = [
            scale * cost - sums[group] - least for cost, group in zip(own, groups, strict=True)
        ]
        lowest = min(reduced)
        if lowest >= 0:
            weights = zip(basis.columns, basis.rows, strict=True)
            tight = [group for (group, leaves), row in weights if leaves and row[-1] > 0]
            return Optimum(pays, least, scale, tight)
        at = reduced.index(lowest)
        if stalls >= _STALLS:
            at = next(place for place, each in enumerate(reduced) if each < 0)
        made = basis.times(basis.column(groups[at], 1))
        leaving = _leaving(basis, made)
        stalls = 0 if basis.rows[leaving][-1] else stalls + 1
        basis.columns[leaving] = (groups[at], True)
        basis.pivot(leaving, made)


def _leaving(basis: Basis, made: Sequence[int]) -> int:
    """The place whose weight runs out first; of several, of the first group.

    There is one: no division leaves every group without bound satisfied.
    """
    return min(
        (place for place, (_, leaves) in enumerate(basis.columns) if leaves and made[place] > 0),
        key=lambda place: (
            Fraction(basis.rows[place][-1], made[place]),
            basis.columns[place][0],
        ),
    )
