"""Ways to divide what all together pay that go by what groups would pay, exact.

`None` where a game has no such division.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial

from igs_costshare.sharing.exact import ZERO


def shapley(players: int, costs: Sequence[int]) -> list[Fraction]:
    """What each adds, on average over all orders of joining (L. S. Shapley, 1953).

    `costs` are those of every group, by the bits of its members.

    >>> shapley(2, [0, 10, 6, 12])
    [Fraction(8, 1), Fraction(4, 1)]
    """
    orders = factorial(players)
    weights = [factorial(size) * factorial(players - size - 1) for size in range(players)]
    # A group counts for whoever is in it as the last that joined, and against whoever is not.
    size = [group.bit_count() for group in range(len(costs))]
    joined = [weights[n - 1] * cost if n else 0 for n, cost in zip(size, costs, strict=True)]
    before = [weights[n] * cost if n < players else 0 for n, cost in zip(size, costs, strict=True)]
    against = sum(before)
    pays = []
    for player in range(players):
        bit = 1 << player
        total = -against
        for start in range(bit, len(costs), 2 * bit):
            total += sum(joined[start : start + bit]) + sum(before[start : start + bit])
        pays.append(Fraction(total, orders))
    return pays


def separable(
    alone: Sequence[Fraction], adds: Sequence[Fraction], whole: Fraction
) -> list[Fraction] | None:
    """What each adds, and of the rest in proportion to what it saves beside that.

    None where nothing remains to be saved.
    """
    benefits = [one - other for one, other in zip(alone, adds, strict=True)]
    remaining = sum(benefits, ZERO)
    if remaining <= 0:
        return None
    rest = whole - sum(adds, ZERO)
    return [
        added + rest * benefit / remaining for added, benefit in zip(adds, benefits, strict=True)
    ]


def equal_saving(alone: Sequence[Fraction], whole: Fraction) -> list[Fraction]:
    """What each pays alone, less the same amount for each."""
    saving = (sum(alone, ZERO) - whole) / len(alone)
    return [each - saving for each in alone]


def proportional(alone: Sequence[Fraction], whole: Fraction) -> list[Fraction] | None:
    """In proportion to what each pays alone; None where that makes no proportions."""
    total = sum(alone, ZERO)
    if total == 0 or min(alone) < 0:
        return None
    return [whole * each / total for each in alone]


def saved_by_splitting(players: int, costs: Sequence[int]) -> tuple[int, int] | None:
    """Two groups, by their bits, that pay less apart than as one; None where there are none."""
    for group in range(1, 1 << players):
        cost = costs[group]
        part = (group - 1) & group
        # Each split once: the part that has the highest bit.
        highest = 1 << (group.bit_length() - 1)
        while part >= highest:
            if costs[part] + costs[group ^ part] < cost:
                return group ^ part, part
            part = (part - 1) & group
    return None


def is_concave(players: int, costs: Sequence[int]) -> bool:
    """Whether a newcomer never adds more to a larger group than to a smaller one."""
    for one in range(players):
        for other in range(one):
            first, second = 1 << one, 1 << other
            both = first | second
            for group in range(1 << players):
                if not group & both and (
                    costs[group | first] + costs[group | second]
                    < costs[group | both] + costs[group]
                ):
                    return False
    return True
