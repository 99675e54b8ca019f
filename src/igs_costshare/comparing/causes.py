"""What each change does to each partner: the Shapley value over the changes.

The change of a partner's balance is attributed to the causes by their mean marginal effect over
all orders in which they could have come (Shapley 1953), on the balances as they are shown. So it
does not matter in which order the changes stand, and the way back gives the same with the signs
turned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from igs_costshare.comparing.changes import PARAMETERS, Change, told_together
from igs_costshare.comparing.inseparable import joined
from igs_costshare.comparing.shapley import Shapley
from igs_costshare.errors import Path
from igs_costshare.money import reconciled_table
from igs_costshare.reading.description import shared_start

MOST = 10
"""Causes that are told apart; each more would double the work."""
_MOST_AMOUNTS = 5_000_000
"""Amounts that are worked out to tell causes apart: some seconds of work."""


def most_causes(amounts: int) -> int:
    """How many causes are told apart where a statement has so many amounts: fewer of large ones.

    >>> most_causes(2_000), most_causes(24_000), most_causes(400_000)
    (10, 7, 3)
    """
    return max(1, min(MOST, (_MOST_AMOUNTS // max(1, amounts)).bit_length() - 1))


RowBalances = Mapping[str, int]
"""By row, in whole numbers of the smallest step shown; a row that is not there has 0."""
Outcome = Callable[[int], RowBalances | None]
"""The balances with a set of causes at work; None where no network can be like that."""


class Cause(NamedTuple):
    """Changes that are told as one."""

    path: Path
    """Where they stand; with `*` for several entries."""
    changes: tuple[Change, ...]

    @property
    def sole(self) -> Change | None:
        """The change, where it is one."""
        return self.changes[0] if len(self.changes) == 1 else None


def _in_order(path: Path) -> tuple[str, ...]:
    return tuple(map(str, path))


def cause_of(changes: Iterable[Change], path: Path = ()) -> Cause:
    """The cause that these changes are together, in an order that depends on nothing else."""
    ordered = tuple(sorted(changes, key=lambda change: _in_order(change.path)))
    return Cause(path or _leading(ordered), ordered)


def _leading(changes: Sequence[Change]) -> Path:
    """The path that tells most: of one field over entries, of a common table, of what leads."""
    first = changes[0].path
    if all((each.path[0], *each.path[2:]) == (first[0], *first[2:]) for each in changes):
        return (first[0], "*", *first[2:]) if changes[1:] else first
    common = first
    for change in changes:
        common = common[: shared_start(common, change.path)]
    if common[1:] or common[:1] in {(name,) for name in (*PARAMETERS, "contribution")}:
        return common
    return min(changes, key=_rank).path


def _rank(change: Change) -> tuple[bool, bool, int, tuple[str, ...]]:
    """Partners that come or leave lead, then the contribution, then what stands highest."""
    partner = change.path[0] == "partner" and change.is_entry
    return not partner, change.path[0] != "contribution", len(change.path), _in_order(change.path)


def grouped(changes: Sequence[Change], most: int | None = None) -> tuple[list[Cause], bool]:
    """At most so many causes (`MOST`), and whether changes were put together to have no more.

    First one field over all partners, then what belongs to one entry, then to one table; each
    time the largest groups first, and no more of them than needed. At last those with the fewest
    changes.
    """
    causes = [cause_of(group) for group in told_together(changes)]
    apart = len(causes)
    for group_of in (over_partners, _entry, _table):
        causes = _put_together(causes, group_of, most or MOST)
    causes = _smallest_as_one(causes, most or MOST)
    return sorted(causes, key=lambda cause: _in_order(cause.path)), len(causes) < apart


def _put_together(
    causes: Sequence[Cause], group_of: Callable[[Path], Path], most: int
) -> list[Cause]:
    """The causes, the largest groups of them as one until there are no more than may be."""
    groups: dict[Path, list[Cause]] = {}
    for cause in causes:
        groups.setdefault(group_of(cause.path), []).append(cause)
    left, whole, gone = len(causes), [], set()
    for path in sorted(groups, key=lambda path: (-len(groups[path]), _in_order(path))):
        group = groups[path]
        if left <= most or len(group) == 1:
            break
        left -= len(group) - 1
        gone |= {cause.path for cause in group}
        whole.append(cause_of((each for cause in group for each in cause.changes), path))
    return [*(cause for cause in causes if cause.path not in gone), *whole]


def over_partners(path: Path) -> Path:
    """One field of all partners; any other path stays as it is."""
    return ("partner", "*", *path[2:]) if path[0] == "partner" and path[2:] else path


def _entry(path: Path) -> Path:
    return path[:2]


def _table(path: Path) -> Path:
    return path[:1]


def _smallest_as_one(causes: list[Cause], most: int) -> list[Cause]:
    """As many causes as may be: those with the fewest changes are one, where there are more."""
    if len(causes) <= most:
        return causes
    by_size = sorted(causes, key=lambda cause: (len(cause.changes), _in_order(cause.path)))
    few, many = by_size[: len(causes) - most + 1], by_size[len(causes) - most + 1 :]
    return [*many, cause_of(change for cause in few for change in cause.changes)]


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
    return cause_of(change for cause in members for change in cause.changes)
