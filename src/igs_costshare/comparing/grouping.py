"""Which changes are told as one: by what they mean, and where there are too many of them.

By what they mean: one factor on several amounts is an index, partners whose figures add up are a
merger. Too many are put together with what they have most in common; who joins, leaves and merges
is put together last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from igs_costshare.comparing.cause import Cause, as_one, cause_of, in_order
from igs_costshare.comparing.changes import Change
from igs_costshare.comparing.indexing import indices
from igs_costshare.comparing.mergers import mergers
from igs_costshare.comparing.together import told_together
from igs_costshare.errors import Path

Recognise: TypeAlias = Callable[[Sequence[Change]], list[Cause]]
"""Which changes are one cause by what they mean."""

MOST = 10
"""Causes that are told apart; each more would double the work."""
_MOST_AMOUNTS = 5_000_000
"""Amounts that are worked out to tell causes apart: some seconds of work."""
_MOST_ORDERS = 100


def most_causes(amounts: int) -> int:
    """How many causes are told apart where a statement has so many amounts: fewer of large ones.

    >>> most_causes(2_000), most_causes(24_000), most_causes(400_000)
    (10, 7, 3)
    """
    return max(1, min(MOST, (_MOST_AMOUNTS // max(1, amounts)).bit_length() - 1))


def orders_of(amounts: int, causes: int) -> int:
    """In how many orders, and their reverses, so many causes are tried where they are sampled.

    >>> orders_of(40, 20), orders_of(400_000, 20)
    (100, 1)
    """
    return max(1, min(_MOST_ORDERS, _MOST_AMOUNTS // max(1, 2 * causes * amounts)))


def recognised(changes: Sequence[Change]) -> list[Cause]:
    """The causes that changes are by what they mean, before any are put together for being many."""
    groups = told_together(changes)
    found = [*mergers(groups), *indices([group[0] for group in groups if len(group) == 1])]
    taken = {change.path for cause in found for change in cause.changes}
    return [*found, *(cause_of(group) for group in groups if group[0].path not in taken)]


def put_together(causes: Sequence[Cause], most: int) -> tuple[list[Cause], bool]:
    """At most so many causes, and whether any were put together.

    First one field over all partners, then what belongs to one entry, then to one table; each
    time the largest groups first, and no more of them than needed. Then those with the fewest
    changes; at last who joins, leaves and merges.
    """
    moving = [cause for cause in causes if cause.moves_partners]
    others = [cause for cause in causes if not cause.moves_partners]
    room = max(1, most - len(moving))
    for group_of in (over_partners, _entry, _table):
        others = _by_group(others, group_of, room)
    others = _smallest_as_one(others, room)
    moving = _smallest_as_one(moving, max(1, most - len(others)))
    told = _smallest_as_one([*others, *moving], most)
    return sorted(told, key=lambda cause: in_order(cause.path)), len(told) < len(causes)


def _by_group(causes: Sequence[Cause], group_of: Callable[[Path], Path], most: int) -> list[Cause]:
    """The causes, the largest groups of them as one until there are no more than may be."""
    groups: dict[Path, list[Cause]] = {}
    for cause in causes:
        groups.setdefault(group_of(cause.path), []).append(cause)
    left, whole, gone = len(causes), [], set()
    for path in sorted(groups, key=lambda path: (-len(groups[path]), in_order(path))):
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
    """An entry with all that changes in it; one field of many partners stays as it is."""
    return path if "*" in path or path[0] == "plan" else path[:2]


def _table(path: Path) -> Path:
    """A table with all that changes in it, but that of the partners."""
    return path if path[0] in ("partner", "plan") else path[:1]


def _smallest_as_one(causes: list[Cause], most: int) -> list[Cause]:
    """As many causes as may be: those with the fewest changes are one, where there are more."""
    if len(causes) <= most:
        return causes
    by_size = sorted(causes, key=lambda cause: (len(cause.changes), in_order(cause.path)))
    few, many = by_size[: len(causes) - most + 1], by_size[len(causes) - most + 1 :]
    return [*many, as_one(few)]
