"""What each change does to each partner: the Shapley value over the changes.

The change of a partner's balance is attributed to the causes by their mean marginal effect over
all orders in which they could have come (Shapley 1953), on the balances as they are shown. So it
does not matter in which order the changes stand, and the way back gives the same with the signs
turned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from igs_costshare.comparing.cause import Cause, as_one
from igs_costshare.comparing.inseparable import joined
from igs_costshare.comparing.shapley import Shapley
from igs_costshare.money import reconciled_table

RowBalances = Mapping[str, int]
"""By row, in whole numbers of the smallest step shown; a row that is not there has 0."""
Outcome = Callable[[int], RowBalances | None]
"""The balances with a set of causes at work; None where no network can be like that."""


class Attribution(NamedTuple):
    """Causes, and what each of them changes in the balance of each row."""

    causes: tuple[Cause, ...]
    shares: Mapping[str, tuple[int, ...]]
    """By row, in the order of the causes; they add up to the change of its balance."""


def attributed(
    causes: Sequence[Cause], outcome_of: Callable[[Sequence[Cause]], Outcome]
) -> Attribution:
    """The change of every balance by cause, to the smallest step shown.

    Causes that make no sense apart are made one first: no network can have the one without the
    other.
    """
    outcome = outcome_of(causes)
    outcomes = [outcome(at_work) for at_work in range(1 << len(causes))]
    groups = [1 << place for place in range(len(causes))]
    while True:
        sets = _unions(groups)
        impossible = {place for place, each in enumerate(sets) if outcomes[each] is None}
        if not impossible:
            break
        tied = joined(len(groups), impossible)
        groups = [sum(groups[place] for place in places) for places in tied]
    balances = [outcomes[each] or {} for each in sets]
    told = tuple(_together(causes, group) for group in groups)
    return _shared(told, balances, Shapley(len(groups)).values)


def sampled(
    causes: Sequence[Cause], outcome_of: Callable[[Sequence[Cause]], Outcome], orders: int
) -> Attribution:
    """As `attributed`, as the mean over twice so many orders only: each of them and its reverse.

    What comes while no network can be like that is shared alike by all that came meanwhile. The
    orders depend on the number of causes only, so that the way back has the same ones.
    """
    outcome = cache(outcome_of(causes))
    weights: dict[int, list[Fraction]] = {}
    for places in _mixed(len(causes), orders):
        for order in (places, places[::-1]):
            for at_work, came in _steps(order, outcome):
                weight = weights.setdefault(at_work, [Fraction(0)] * len(causes))
                for place, part in came.items():
                    weight[place] += part
    sets = sorted({0, *weights})
    balances = [outcome(each) or {} for each in sets]

    def values(worth: Sequence[int]) -> tuple[Fraction, ...]:
        known = dict(zip(sets, worth, strict=True))
        parts = [[known[each] * part for part in weight] for each, weight in weights.items()]
        return tuple(sum(each, Fraction(0)) / (2 * orders) for each in zip(*parts, strict=True))

    return _shared(tuple(causes), balances, values)


def _mixed(causes: int, orders: int) -> Iterator[list[int]]:
    """So many orders of the causes, the same each time: shuffled by numbers of a fixed sequence.

    >>> [*_mixed(5, 2)]
    [[4, 1, 2, 3, 0], [1, 0, 2, 3, 4]]
    """
    places, number = list(range(causes)), causes
    for _ in range(orders):
        for place in range(causes - 1, 0, -1):
            # Knuth's sequence (MMIX), of which the upper half is mixed well.
            number = (6364136223846793005 * number + 1442695040888963407) % 2**64
            other = (number >> 32) % (place + 1)
            places[place], places[other] = places[other], places[place]
        yield [*places]


def _steps(order: Sequence[int], outcome: Outcome) -> Iterator[tuple[int, dict[int, Fraction]]]:
    """What each network of an order counts for in the parts of the causes around it."""
    before, at_work, came = 0, 0, list[int]()
    for place in order:
        at_work |= 1 << place
        came.append(place)
        if outcome(at_work) is not None:
            yield at_work, dict.fromkeys(came, Fraction(1, len(came)))
            yield before, dict.fromkeys(came, Fraction(-1, len(came)))
            before, came = at_work, []


def _shared(
    causes: tuple[Cause, ...],
    balances: Sequence[RowBalances],
    values: Callable[[Sequence[int]], Sequence[Fraction]],
) -> Attribution:
    """The parts of each row, from the balances without any cause to those with all of them."""
    # Whatever the order in which they stand, units move in the same rows.
    rows = sorted({row for each in balances for row in each})
    worth = [[each.get(row, 0) for each in balances] for row in rows]
    parts = reconciled_table(
        [values(each) for each in worth], [each[-1] - each[0] for each in worth], "even"
    )
    shares = {row: tuple(each) for row, each in zip(rows, parts, strict=True)}
    return Attribution(causes, shares)


def _unions(groups: Sequence[int]) -> list[int]:
    """The union of each set of the groups, sets in the order of their numbers.

    >>> _unions([0b001, 0b110])
    [0, 1, 6, 7]
    """
    unions = [0]
    for group in groups:
        unions += [each | group for each in unions]
    return unions


def _together(causes: Sequence[Cause], group: int) -> Cause:
    members = [cause for place, cause in enumerate(causes) if group >> place & 1]
    if len(members) == 1:
        return members[0]
    return as_one(members)
