"""What each change does to each partner: the Shapley value over the changes.

The change of a partner's balance is attributed to the causes by their mean marginal effect over
all orders in which they could have come (Shapley 1953), on the balances as they are shown. So it
does not matter in which order the changes stand, and the way back gives the same with the signs
turned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
    game = Shapley(len(groups))
    # Whatever the order in which they stand, units move in the same rows.
    rows = sorted({row for each in balances for row in each})
    worth = [[each.get(row, 0) for each in balances] for row in rows]
    parts = reconciled_table(
        [game.values(each) for each in worth], [each[-1] - each[0] for each in worth], "even"
    )
    shares = {row: tuple(each) for row, each in zip(rows, parts, strict=True)}
    return Attribution(tuple(_together(causes, group) for group in groups), shares)


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
