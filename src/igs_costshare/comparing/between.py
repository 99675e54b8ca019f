"""Networks between two: some of the changes made, the others not.

They are put together from the tables of the two networks as they were read, so that nothing is
validated twice, and each table is made once for each set of the changes that touch it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from igs_costshare.comparing.changes import ORDER, PARAMETERS, STAYS, YEAR, Change
from igs_costshare.comparing.fields import counts_in_order, listed_by, name_of, when_of
from igs_costshare.comparing.sequences import merged
from igs_costshare.description.contributions import FileTable
from igs_costshare.description.network import Network
from igs_costshare.errors import Path
from igs_costshare.money import LARGEST, LARGEST_REMAINDER

_ENTRIES = ("partner", "cost", "subsidy", "revenue", "unit")
"""Tables of entries, those first that others name."""
_NAMED = ("partner", "cost")
"""Tables whose entries are named in other tables."""

Present = Mapping[str, AbstractSet[str]]
"""The ids of partners and costs that a network has."""


class Between:
    """The networks from `a`, where no cause is at work, to `b`, where all are.

    A cause is a set of changes; a set of causes is a whole number, with bit 1 for the first.
    """

    def __init__(self, a: Network, b: Network, causes: Sequence[Sequence[Change]]) -> None:
        self._a, self._b = a, b
        self._bits: dict[Path, int] = {}
        self._touching: dict[Path, int] = {}
        for place, cause in enumerate(causes):
            for path in (change.path for change in cause):
                self._bits[path] = 1 << place
                for length in range(1, len(path) + 1):
                    known = self._touching.get(path[:length], 0)
                    self._touching[path[:length]] = known | 1 << place
        self._orderly = self._bits.get(ORDER, 0)
        self._loose = 0
        for path, bit in self._bits.items():
            if path[0] in _NAMED and len(path) == len(("table", "id")):
                self._loose |= bit
        """The causes that bring or take away what other tables name."""
        self._made: dict[tuple[str, int], Any] = {}

    def network(self, causes: int) -> Network:
        """The network with these causes at work."""
        tables: dict[str, Any] = {}
        present: dict[str, AbstractSet[str]] = {}
        for name in (*_ENTRIES, *PARAMETERS, "contribution"):
            touching = self._touching.get((name,), 0) | self._orderly
            touching |= 0 if name == "partner" else self._loose
            known = (name, causes & touching)
            if known not in self._made:
                self._made[known] = (
                    self._entries(name, causes, present)
                    if name in _ENTRIES
                    else self._table((name,), *self._sides(name), causes, present)
                )
            tables[name] = self._made[known]
            if name in _NAMED:
                present[name] = tables[name].keys()
        tables["stays"] = (self._b if causes & self._bits.get(STAYS, 0) else self._a).stays
        tables["year"] = (self._b if causes & self._bits.get(YEAR, 0) else self._a).year
        return self._a.model_copy(update=tables)

    def _sides(self, name: str) -> tuple[Any, Any]:
        return getattr(self._a, name), getattr(self._b, name)

    def _entries(self, name: str, causes: int, present: Present) -> dict[str, Any]:
        """The entries of a table, in the order of the side that the order is taken from."""
        a, b = self._sides(name)
        ids = merged([*b], [*a]) if causes & self._orderly else merged([*a], [*b])
        made = ((id, self._table((name, id), a.get(id), b.get(id), causes, present)) for id in ids)
        return {
            id: entry
            for id, entry in made
            if entry is not None and (name != "unit" or entry.owner in present["partner"])
        }

    def _table(
        self, path: Path, a: FileTable | None, b: FileTable | None, causes: int, present: Present
    ) -> Any:
        """One table, with the values of the changes that are made in it."""
        if path in self._bits:
            chosen = b if causes & self._bits[path] else a
            a = b = chosen
        if a is None or b is None or not self._concerns(path):
            return a
        updates: dict[str, Any] = {}
        for field in type(a).model_fields:
            one = getattr(a, field)
            value = self._value(path, a, b, field, causes, present)
            if value is not one and value != one:
                updates[field] = value
        return a.model_copy(update=updates) if updates else a

    def _concerns(self, path: Path) -> bool:
        """Whether something in a table depends on the causes."""
        return path in self._touching or (bool(self._loose) and path[0] != "partner")

    def _value(
        self, path: Path, a: FileTable, b: FileTable, field: str, causes: int, present: Present
    ) -> Any:
        one, other = getattr(a, field), getattr(b, field)
        here = (*path, when_of(a, b) if field == "present" else name_of(a, field))
        if field == "contribution":
            return self._table(here, one, other, causes, present)
        if field == "keys":
            return self._keys(here, one, other, causes)
        made = causes & self._bits.get(here, 0)
        chosen, left = (other, one) if made else (one, other)
        if not self._loose:
            return chosen
        if field == "difference":
            return self._taker(here, chosen, left, present)
        if counts_in_order(type(a), field):
            return self._in_order(one, other, present, made=bool(made))
        return self._fitting(field, chosen, left, present)

    def _keys(self, path: Path, one: Any, other: Any, causes: int) -> Any:
        """The key figures of a partner, each from the side that its change says."""
        keys = {}
        for key in dict.fromkeys((*one, *other)):
            side = other if causes & self._bits.get((*path, key), 0) else one
            if key in side:
                keys[key] = side[key]
        return keys

    def _taker(self, path: Path, chosen: str, left: str, present: Present) -> str:
        """Who takes the difference of rounding: one that stands on one side only takes it along."""
        sides = (chosen,) if path in self._bits else (chosen, left)
        newcomers = present["partner"] - self._shared("partner")
        takers = (*newcomers, *self._shared("partner"), LARGEST_REMAINDER)
        return min(
            (each for each in sides if each in takers),
            key=lambda each: each not in newcomers,
            default=LARGEST,
        )

    def _shared(self, table: str) -> AbstractSet[str]:
        a, b = self._sides(table)
        shared: AbstractSet[str] = a.keys() & b.keys()
        return shared

    def _in_order(
        self, one: Sequence[str], other: Sequence[str], present: Present, *, made: bool
    ) -> list[str]:
        """The turns of those who are present, and of those who pass them on where a side has it so.

        An order may name partners that are not there this year.
        """
        ours, theirs = self._sides("partner")
        chosen, left = (other, one) if made else (one, other)

        def stands(id: str) -> bool:
            like_a, like_b = ((id in side) == (id in present["partner"]) for side in (ours, theirs))
            return id in (chosen if like_a and like_b else one if like_a else other)

        return [id for id in merged(chosen, left) if stands(id)]

    def _fitting(self, field: str, chosen: Any, left: Any, present: Present) -> Any:
        """The value with the partners and costs that are present, and no others.

        What stands on one side only takes its own places along.
        """
        table = listed_by(field)
        if table is None or not isinstance(chosen, list | dict):
            return chosen
        shared = self._shared(table)
        others = left if isinstance(left, type(chosen)) else type(chosen)()
        newcomers = [id for id in (*chosen, *others) if id in present[table] and id not in shared]
        kept = (id for id in chosen if id in shared or id in newcomers)
        ids = dict.fromkeys((*kept, *newcomers))
        if isinstance(chosen, list):
            return list(ids)
        return {id: chosen[id] if id in chosen else others[id] for id in ids}
