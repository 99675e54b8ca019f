"""Causes: changes that are told as one, with the path that tells most of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.comparing.changes import PARAMETERS, Change
from igs_costshare.errors import Path
from igs_costshare.reading.description import PLAN, shared_start

INDEX = "index"
"""The path of one factor on several amounts; of further factors with a number behind it."""
MERGE = "merge"
"""The start of the path of a merger, before the id of the partner that is one on its side."""


class Cause(NamedTuple):
    """Changes that are told as one."""

    path: Path
    """Where they stand; with `*` for several entries."""
    changes: tuple[Change, ...]
    part: Decimal | None = None
    """Of an index: by which part of themselves the amounts rise (0.025), or fall below 0."""
    members: tuple[Cause, ...] = ()
    """The causes that were put together in this one, where each is told by itself."""

    @property
    def sole(self) -> Change | None:
        """The change, where it is one."""
        return self.changes[0] if len(self.changes) == 1 else None

    @property
    def moves_partners(self) -> bool:
        """Whether partners come, leave or merge."""
        return any(change.is_entry and change.path[0] == "partner" for change in self.changes)


def in_order(path: Path) -> tuple[str, ...]:
    """By which paths are sorted: numbers and ids alike."""
    return tuple(map(str, path))


def cause_of(changes: Iterable[Change], path: Path = (), part: Decimal | None = None) -> Cause:
    """The cause that these changes are together, in an order that depends on nothing else."""
    ordered = tuple(sorted(changes, key=lambda change: in_order(change.path)))
    return Cause(path or _leading(ordered), ordered, part)


def as_one(causes: Sequence[Cause]) -> Cause:
    """Several causes as one, which a merger leads where there is one, or an event of a plan."""
    members = [each for cause in causes for each in (cause.members or (cause,))]
    members.sort(key=lambda cause: in_order(cause.path))
    events = [each for each in members if each.path[0] in (MERGE, PLAN) or _comes_or_goes(each)]
    leader = min(events, key=lambda cause: not cause.moves_partners, default=None)
    one = cause_of(change for cause in causes for change in cause.changes)
    path = one.path if leader is None else leader.path
    return one._replace(path=path, members=tuple(members))


def _comes_or_goes(cause: Cause) -> bool:
    """Whether it is told by the day on which a partner comes or leaves."""
    return cause.path[0] == "partner" and cause.path[-1] in ("from", "until")


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
    return not partner, change.path[0] != "contribution", len(change.path), in_order(change.path)
