"""What a field of the file is to a difference: whether it moves an amount, and whom it names."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from igs_costshare.description.contributions import FileTable, Model
from igs_costshare.description.ids import IN_ORDER
from igs_costshare.description.kinds import lists_of, tables_of
from igs_costshare.description.network import DayPrice
from igs_costshare.money import LARGEST

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


def is_silent(table: type[FileTable], field: str) -> bool:
    """Whether a field moves no amount of the statement."""
    passed = field in _PASSED and (table, field) != (DayPrice, "paid_by")
    return field in _SILENT or passed


def stated(model: Model) -> tuple[type, frozenset[str]]:
    """A model of a contribution, and which of its fields that move an amount are stated."""
    silent = (*_SILENT, *_BEFORE)
    fields = (field for field in type(model).model_fields if field not in silent)
    return type(model), frozenset(each for each in fields if getattr(model, each) is not None)


def differs(table: type[FileTable], field: str, one: Any, other: Any, alone: Alone) -> bool:
    """Whether two values of a field differ, but for the entries that stand on one side only.

    The order of a list counts where its type says so. An order may name who is not there this
    year, so that both name one that is on one side only.
    """
    ordered = counts_in_order(table, field)
    if ordered and isinstance(one, list) and isinstance(other, list):
        named = {*one} & {*other}
        alone = {name: ids - named for name, ids in alone.items()}
    one, other = _without(field, one, alone), _without(field, other, alone)
    if isinstance(one, list) and not ordered:
        # A list of which nobody is left still says something: `only` nobody is not everybody.
        return other is None or sorted(one) != sorted(other)
    return bool(one != other)


def _without(field: str, value: Any, alone: Alone) -> Any:
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


def when_of(a: FileTable, b: FileTable) -> str:
    """The field that makes the part of the year of a partner another one."""
    return "until" if getattr(a, "from_", None) == getattr(b, "from_", None) else "from"
