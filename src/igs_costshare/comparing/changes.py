"""Which values of two networks differ: one change for each value that can move an amount.

Names, labels, `basis` and what else moves no amount are never changes. A partner or a cost that
stands on one side only is one change, which takes its places in lists, bounds and shares along.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from igs_costshare.description.alternatives import ALTERNATIVES
from igs_costshare.description.contributions import FileTable, Model
from igs_costshare.description.ids import IN_ORDER
from igs_costshare.description.kinds import lists_of, tables_of
from igs_costshare.description.network import DayPrice, Network
from igs_costshare.description.places import models
from igs_costshare.errors import Path
from igs_costshare.money import LARGEST
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

_SILENT = (
    *("name", "nis", "reference", "label", "basis", "kind", "region", "model", "from_", "until"),
    *("alone", "scales", "administration"),
)
"""Fields that move no amount; `model` does, as a part of its whole table, and when a partner comes
and leaves does by the part of the year that this makes."""
_BEFORE = ("previous", "carried")
"""What each paid the year before: as stated, or as worked out."""
_PASSED = ("paid_by", "in_kind", "received_by")
"""Fields that say who paid and received: they move no balance, but what is due in a settlement.

Who pays the day price (`day_price.paid_by`) is part of the statement.
"""

_LISTS = {
    place.rpartition(".")[2]: table
    for table, places in (
        ("partner", (*lists_of("partner"), *tables_of("partner"))),
        ("cost", lists_of("cost")),
    )
    for place in places
}
"""Fields that name entries of another table, as the file calls them, with that table."""


Alone = Mapping[str, AbstractSet[str]]
"""By table, the entries that stand on one side only."""


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
        if _is_silent(type(a), field) or one == other:
            continue
        if field == "contribution":
            yield from _of_contribution((*path, field), one, other, alone)
        elif field == "present":
            yield Change((*path, when_of(a, b)), one, other)
        elif field == "keys":
            yield from _of_keys((*path, field), one, other)
        elif _differs(type(a), field, *_of_both(type(a), field, one, other, alone)):
            yield Change((*path, name_of(a, field)), one, other)


def _of_keys(path: Path, one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Change]:
    """The key figures of a partner that differ, each by itself."""
    for key in sorted({*one, *other}):
        if one.get(key) != other.get(key):
            yield Change((*path, key), one.get(key), other.get(key))


def when_of(a: FileTable, b: FileTable) -> str:
    """The field that makes the part of the year of a partner another one."""
    return "until" if getattr(a, "from_", None) == getattr(b, "from_", None) else "from"


def _is_silent(table: type[FileTable], field: str) -> bool:
    """Whether a field moves no amount of the statement."""
    passed = field in _PASSED and (table, field) != (DayPrice, "paid_by")
    return field in _SILENT or passed


def _of_contribution(
    path: Path, a: Model | None, b: Model | None, alone: Alone
) -> Iterator[Change]:
    """One change where the model or its set of fields is another, else one for each value."""
    if a is not None and b is not None and _stated(a) == _stated(b):
        yield from _of_table(path, a, b, alone)
    elif a != b:
        yield Change(path, a, b)


def _stated(model: Model) -> tuple[type, frozenset[str]]:
    silent = (*_SILENT, *_BEFORE)
    fields = (field for field in type(model).model_fields if field not in silent)
    return type(model), frozenset(each for each in fields if getattr(model, each) is not None)


def _of_both(
    table: type[FileTable], field: str, one: Any, other: Any, alone: Alone
) -> tuple[Any, Any]:
    """Two values of a field without what stands on one side only.

    An order may name who is not there this year, so that both name one that is on one side only.
    """
    if isinstance(one, list) and isinstance(other, list) and counts_in_order(table, field):
        named = {*one} & {*other}
        alone = {name: ids - named for name, ids in alone.items()}
    return without(field, one, alone), without(field, other, alone)


def without(field: str, value: Any, alone: Alone) -> Any:
    """The value of a field without the partners and costs that stand on one side only."""
    if field == "difference":
        return LARGEST if value in alone["partner"] else value
    table = listed_by(field)
    if table is None:
        return value
    ids = alone[table]
    if isinstance(value, list):
        return [each for each in value if each not in ids]
    if isinstance(value, dict):
        return {id: amount for id, amount in value.items() if id not in ids}
    return value


def _differs(table: type[FileTable], field: str, one: Any, other: Any) -> bool:
    """Whether two values of a field differ; the order of a list counts where its type says so."""
    if isinstance(one, list) and not counts_in_order(table, field):
        # A list of which nobody is left still says something: `only` nobody is not everybody.
        return other is None or sorted(one) != sorted(other)
    return bool(one != other)


def counts_in_order(table: type[FileTable], field: str) -> bool:
    """Whether the order of a list says something, as that of turns does."""
    return IN_ORDER in table.model_fields[field].metadata


def listed_by(field: str) -> str | None:
    """The table whose entries a field names; None for any other field."""
    name = "previous" if field in _BEFORE else field
    return _LISTS.get(name.rstrip("_"))  # `except` is a word of Python


def name_of(table: FileTable, field: str) -> str:
    """What the file calls a field."""
    if field in _BEFORE:
        return "previous"
    return type(table).model_fields[field].alias or field


def told_together(changes: Sequence[Change]) -> list[tuple[Change, ...]]:
    """The changes, those together that are one by what the file means.

    Fields that exclude one another go together (an `amount` that becomes an `fte`), a price with
    what it is a price for, and a partner that comes or leaves with its homes.
    """
    entries = {change.path: change for change in changes if change.is_entry}
    places: dict[Path, list[Change]] = {}
    for change in changes:
        place = _with_owner(change, entries) if change.is_entry else change.path[:-1]
        places.setdefault(place, []).append(change)
    return [
        group
        for place in places.values()
        for group in ([tuple(place)] if place[0].is_entry else _connected(place))
    ]


def _with_owner(entry: Change, entries: Mapping[Path, Change]) -> Path:
    """The path of the partner that a home comes or leaves with; of another entry its own."""
    if entry.path[0] == "unit":
        home = entry.b if entry.a is None else entry.a
        owner = entries.get(("partner", home.owner))
        if owner is not None and (owner.a is None) == (entry.a is None):
            return owner.path
    return entry.path


def _connected(changes: Sequence[Change]) -> list[tuple[Change, ...]]:
    """Changes in one table, those together that are one."""
    groups: dict[int, list[Change]] = {}
    group_of: dict[_Rule, int] = {}
    for place, change in enumerate(changes):
        joined = sorted({group_of[rule] for rule in _rules_of(change) if rule in group_of})
        groups[place] = [*(each for group in joined for each in groups.pop(group)), change]
        group_of |= {rule: place for each in groups[place] for rule in _rules_of(each)}
    return [tuple(group) for group in groups.values()]


_Rule = tuple[str, ...]
_PRICES: tuple[_Rule, ...] = (("per", "amount"), ("per", "fte"), ("per", "fte_cost"))


def _rules_of(change: Change) -> Iterator[_Rule]:
    """The fields of an entry of which a change is one: changes of the same such fields are one."""
    if len(change.path) != len(("table", "id", "field")):
        return
    table, _, field = change.path
    yield from (rule for rule in _PRICES if field in rule)
    if change.one_sided:
        where = f"{table}.*"
        yield from (
            rule.fields for rule in ALTERNATIVES if rule.where == where and field in rule.fields
        )
