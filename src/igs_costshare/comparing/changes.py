"""Which values of two networks differ: one change for each value that can move an amount.

Names, labels, `basis` and what else moves no amount are never changes. A partner or a cost that
stands on one side only is one change, which takes its places in lists, bounds and shares along.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from igs_costshare.comparing.fields import Alone, differs, is_silent, name_of, stated, when_of
from igs_costshare.description.contributions import FileTable, Model
from igs_costshare.description.network import Network
from igs_costshare.description.places import models
from igs_costshare.errors import Path
from igs_costshare.reading.description import TABLES_OF_IDS
from igs_costshare.settling.stated import passing, payers
from igs_costshare.sharing.rule import goes_by_year

PARAMETERS = ("rounding", "fte", "day_price")
"""Tables of the network that are no collections of entries."""

ORDER: Path = ("order",)
"""The path of a change in the order of the entries, which ties follow."""

STAYS: Path = ("stays",)
"""The path of a change in the nights of the register of stays."""

YEAR: Path = ("year",)
"""The path of a change of the year, where a contribution goes by it."""


class Change(NamedTuple):
    """A value that differs: where it stands, and what it is on either side."""

    path: Path
    a: Any
    b: Any

    @property
    def one_sided(self) -> bool:
        """Whether what stands at the path is there on one side only."""
        return self.a is None or self.b is None

    @property
    def is_entry(self) -> bool:
        """Whether it is a whole partner, home or line, which stands on one side only."""
        return self.path[0] in TABLES_OF_IDS and len(self.path) == len(("table", "id"))


def changes_between(a: Network, b: Network) -> list[Change]:
    """Every change from one network to another, each at the path of its value."""
    shared = {
        table: [id for id in getattr(a, table) if id in getattr(b, table)]
        for table in TABLES_OF_IDS
    }
    alone = {table: getattr(a, table).keys() ^ getattr(b, table).keys() for table in TABLES_OF_IDS}
    changes: list[Change] = []
    for name in PARAMETERS:
        changes += _of_table((name,), getattr(a, name), getattr(b, name), alone)
    changes += _of_contribution(("contribution",), a.contribution, b.contribution, alone)
    for table in TABLES_OF_IDS:
        ours, theirs = getattr(a, table), getattr(b, table)
        for id in dict.fromkeys((*ours, *theirs)):
            changes += _of_table((table, id), ours.get(id), theirs.get(id), alone)
    if a.nights != b.nights:
        changes.append(Change(STAYS, a.stays, b.stays))
    if a.year != b.year and (_goes_by_year(a) or _goes_by_year(b)):
        changes.append(Change(YEAR, a.year, b.year))
    if any(_order(a, table, ids) != _order(b, table, ids) for table, ids in shared.items()):
        changes.append(Change(ORDER, (), ()))
    return changes


def passed_otherwise(a: Network, b: Network) -> bool:
    """Whether payments, openings, who keeps the account or who paid or received a line differ.

    Of the lines that stand on both sides; none of it moves a balance of the statement.
    """
    ours, theirs = payers(a), payers(b)
    shared = ours.keys() & theirs.keys()
    return passing(a) != passing(b) or any(ours[path] != theirs[path] for path in shared)


def _goes_by_year(network: Network) -> bool:
    """Whether its year moves an amount."""
    return any(goes_by_year(model) for _, model, _ in models(network))


def _order(network: Network, table: str, shared: Collection[str]) -> list[str]:
    kept = set(shared)
    return [id for id in getattr(network, table) if id in kept]


def _of_table(
    path: Path, a: FileTable | None, b: FileTable | None, alone: Alone
) -> Iterator[Change]:
    """The changes in a table of the file, each value of it by itself."""
    if a is None or b is None:
        if a is not b:
            yield Change(path, a, b)
        return
    for field in type(a).model_fields:
        one, other = getattr(a, field), getattr(b, field)
        if is_silent(type(a), field) or one == other:
            continue
        if field == "contribution":
            yield from _of_contribution((*path, field), one, other, alone)
        elif field == "present":
            yield Change((*path, when_of(a, b)), one, other)
        elif field == "keys":
            yield from _of_keys((*path, field), one, other)
        elif differs(type(a), field, one, other, alone):
            yield Change((*path, name_of(a, field)), one, other)


def _of_keys(path: Path, one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Change]:
    """The key figures of a partner that differ, each by itself."""
    for key in sorted({*one, *other}):
        if one.get(key) != other.get(key):
            yield Change((*path, key), one.get(key), other.get(key))


def _of_contribution(
    path: Path, a: Model | None, b: Model | None, alone: Alone
) -> Iterator[Change]:
    """One change where the model or its set of fields is another, else one for each value."""
    if a is not None and b is not None and stated(a) == stated(b):
        yield from _of_table(path, a, b, alone)
    elif a != b:
        yield Change(path, a, b)
