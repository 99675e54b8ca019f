"""Fields that no table has: what was probably meant, and where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igs_costshare.description.contributions import FileTable
from igs_costshare.description.ids import nearest_id
from igs_costshare.description.kinds import fields_of, kinds_of, models_of, tables_at, takes_a_table
from igs_costshare.description.network import Partner
from igs_costshare.errors import Path, Problem, clipped, dotted
from igs_costshare.messages import Message, say
from igs_costshare.reading.description import (
    EXPECTED,
    TABLES_OF_IDS,
    Description,
    table_at,
    value_at,
)
from igs_costshare.reading.shapes import is_number
from igs_costshare.reading.suggestions import likeliest, suggestion, translated


def unknown_field(path: Path, description: Description) -> Problem:
    """The problem of a field that no table has there, with the likeliest way out."""
    *parent, name = path
    table = table_at(description, *parent)
    classes = list(tables_at(tuple(parent)))
    here = [each for each in classes if table.get("model") in models_of(each)] or classes
    if any(name in fields_of(each) for each in classes):
        others = ", ".join(f"`{field}`" for field in fields_of(here[0])[1:])
        return Problem(
            say("fault.other_model", field=str(name), model=str(table.get("model"))),
            path,
            say("fault.model_takes", fields=others),
            at_key=True,
        )
    known = [field for each in here for field in fields_of(each)]
    hint = _above_tables(path, description) or _of_a_partner(path, description)
    if not hint and not likeliest(name, _alike_in_kind(known, path, description)):
        hint = _belonging(path, description, classes)
    hint = hint or suggestion(name, known)
    return Problem(say("fault.unknown_field"), path, hint, at_key=True)


def _alike_in_kind(known: Sequence[str], path: Path, description: Description) -> list[str]:
    """The fields that what stands at a path may be meant for: a table is none of one value."""
    if not isinstance(value_at(description, path), dict):
        return list(known)
    return [field for field in known if takes_a_table((*path[:-1], field))]


def _of_a_partner(path: Path, description: Description) -> Message | None:
    """Where the expected figures of a partner stand, whose id is taken for a field."""
    *table, name = path
    if path[0] != EXPECTED or name not in table_at(description, "partner"):
        return None
    return say("fault.of_partners", table=dotted((*table, "partner", name)))


def _above_tables(path: Path, description: Description) -> Message | None:
    """What to do with a field of the file itself that stands in one of its tables."""
    *table, name = path
    field = translated(name, _AT_THE_TOP)
    if not table or not field or field in description:
        return None
    return say("fault.at_the_top", field=field)


def _belonging(
    path: Path, description: Description, classes: list[type[FileTable]]
) -> Message | None:
    """Where else an unknown field belongs: in the id, or under the keys."""
    *parent, name = path
    if len(parent) == 2 and parent[0] in TABLES_OF_IDS:
        known = fields_of(classes[0])
        if _only_tables(table_at(description, *parent), known):
            rest = _names_of_tables(value_at(description, path), known)
            id = "-".join(str(each) for each in (parent[1], name, *rest))
            return say("fault.id_without_point", id=nearest_id(id))
    if classes == [Partner] and is_number(value_at(description, path)):
        fields = {field for kind in kinds_of(FileTable) for field in fields_of(kind)}
        if not likeliest(name, fields, _NEARLY_THE_SAME):
            return say("fault.under_keys", key=clipped(str(name)))
    return None


_AT_THE_TOP = ("title", "year", "currency")
"""Fields that belong to no table."""

_NEARLY_THE_SAME = 85


def _only_tables(table: Description, known: Sequence[str]) -> bool:
    """Whether a table holds nothing but tables that are none of its fields."""
    return all(isinstance(each, dict) and name not in known for name, each in table.items())


def _names_of_tables(table: Description, known: Sequence[str]) -> Iterator[str]:
    """The names of tables that stand in one another with nothing beside them."""
    while len(table) == 1 and _only_tables(table, known):
        ((name, table),) = table.items()
        yield name
