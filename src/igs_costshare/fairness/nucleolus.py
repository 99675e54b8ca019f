"""The division whose least satisfied groups are as satisfied as can be, one after the other.

D. Schmeidler, *The Nucleolus of a Characteristic Function Game*, SIAM J. Appl. Math. 17, 1969;
M. Maschler, B. Peleg and L. Shapley, *Geometric Properties of the Kernel, Nucleolus, and Related
Solution Concepts*, 1979, for programs one after the other. It goes to the end: a division that
stops at the first program is not the nucleolus (M. Guajardo and K. Jörnsten, *Common mistakes in
computing the nucleolus*, EJOR 241, 2015).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd
from typing import NamedTuple

from igs_costshare.fairness.families import EveryGroup
from igs_costshare.fairness.simplex import Held, Optimum, optimum


class Nucleolus(NamedTuple):
    """The division, and what the least satisfied of all groups saves in it."""

    pays: list[Fraction]
    """By player, in the unit of the costs."""
    least: Fraction
    """Negative where no division satisfies every group; 0 for a single player."""


def nucleolus(players: int, costs: Sequence[int]) -> Nucleolus:
    """The nucleolus among all divisions of what all together pay.

    `costs` are those of every group, by the bits of its members.

    >>> nucleolus(2, [0, 10, 6, 12]).pays
    [Fraction(8, 1), Fraction(4, 1)]
    """
    everybody = (1 << players) - 1
    costs, scale = list(costs), 1
    held = [Held(everybody, costs[everybody])]
    least: Fraction | None = None
    settled = _Span(players, held)
    while len(held) < players:
        groups = settled.outside()
        best = optimum(players, costs, held, groups)
        if least is None:
            least = Fraction(best.satisfaction, best.scale)
        costs = [best.scale * cost for cost in costs]
        held = [Held(each.group, best.scale * each.pays) for each in held]
        scale *= best.scale
        held, settled = _settle(players, held, best)
        costs, held, scale = _reduced(costs, held, scale)
    pays = settled.solved(held)
    return Nucleolus([each / scale for each in pays], least or Fraction(0))


def _settle(players: int, held: list[Held], best: Optimum) -> tuple[list[Held], _Span]:
    """What is settled with the groups that are as little satisfied in every best division."""
    sums = EveryGroup(players).sums(tuple(best.pays))
    span = _Span(players, held)
    for group in best.tight:
        if span.add(group):
            held = [*held, Held(group, sums[group])]
    return held, span


def _reduced(costs: list[int], held: list[Held], scale: int) -> tuple[list[int], list[Held], int]:
    """The same over a smaller denominator, where there is one."""
    common = gcd(scale, *costs, *(each.pays for each in held))
    if common == 1:
        return costs, held, scale
    held = [Held(each.group, each.pays // common) for each in held]
    return [cost // common for cost in costs], held, scale // common


class _Span:
    """The groups whose payment follows from those of groups that are held."""

    def __init__(self, players: int, held: Sequence[Held]) -> None:
        self.players = players
        self.rows: list[tuple[int, list[Fraction]]] = []
        """Each with the player that it is solved for, and what all players count for."""
        for each in held:
            self.add(each.group)

    def add(self, group: int) -> bool:
        """Take a group in; false where it follows from the others already."""
        row = [Fraction(group >> player & 1) for player in range(self.players)]
        for lead, other in self.rows:
            if factor := row[lead]:
                row = [one - factor * each for one, each in zip(row, other, strict=True)]
        first = next((player for player, each in enumerate(row) if each), None)
        if first is None:
            return False
        row = [each / row[first] for each in row]
        for at, (place, other) in enumerate(self.rows):
            if factor := other[first]:
                reduced = [one - factor * each for one, each in zip(other, row, strict=True)]
                self.rows[at] = (place, reduced)
        self.rows.append((first, row))
        return True

    def outside(self) -> list[int]:
        """The groups that do not follow, in the order of their bits.

        A group follows where every direction in which the others may still move leaves it as it
        is; all directions are looked at in one number, each in digits of its own.
        """
        leads = {lead for lead, _ in self.rows}
        free = [player for player in range(self.players) if player not in leads]
        moves = [0] * self.players
        for digit, player in enumerate(free):
            common = 1
            for _, row in self.rows:
                common = common * row[player].denominator // gcd(common, row[player].denominator)
            shift = digit * _DIGITS
            moves[player] += common << shift
            for lead, row in self.rows:
                moves[lead] -= int(row[player] * common) << shift
        family = EveryGroup(self.players)
        sums = family.sums(tuple(moves))
        return [group for group in range(1, len(sums)) if sums[group]]

    def solved(self, held: Sequence[Held]) -> list[Fraction]:
        """What each pays, once all is settled."""
        size = self.players
        rows = [
            [*(Fraction(each.group >> at & 1) for at in range(size)), Fraction(each.pays)]
            for each in held
        ]
        for at in range(size):
            chosen = next(place for place in range(at, size) if rows[place][at])
            rows[at], rows[chosen] = rows[chosen], rows[at]
            rows[at] = [each / rows[at][at] for each in rows[at]]
            for place in range(size):
                if place != at and rows[place][at]:
                    factor = rows[place][at]
                    rows[place] = [
                        one - factor * other
                        for one, other in zip(rows[place], rows[at], strict=True)
                    ]
        return [row[-1] for row in rows]


_DIGITS = 64
"""Bits in which a sum of such whole numbers of any group lies: determinants of so few rows of 0 and
1 are far below it (Hadamard)."""
