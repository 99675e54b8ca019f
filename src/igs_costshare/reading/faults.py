"""What Pydantic finds wrong with the fields, in the words and at the places of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from igs_costshare.description.contributions import FileTable
from igs_costshare.description.fault import Fault
from igs_costshare.description.ids import nearest_id
from igs_costshare.description.kinds import (
    fields_of,
    kinds_of,
    meaning_of,
    models_of,
    tables_at,
    takes_a_table,
)
from igs_costshare.description.literal import literal
from igs_costshare.description.network import Network, Partner
from igs_costshare.description.numerals import THOUSANDTH, in_thousandths
from igs_costshare.errors import Path, Problem, clipped, dotted, first_few
from igs_costshare.messages import Message, Toml, say
from igs_costshare.reading.description import (
    EXPECTED,
    TABLES_OF_IDS,
    Description,
    table_at,
    value_at,
)
from igs_costshare.reading.suggestions import likeliest, mistyped, suggestion, translated

_EXPECTED = re.compile(r"'([^']*)'")


def validated(description: Description) -> tuple[Network | None, list[Problem]]:
    """The network of a description, or what is wrong with its fields."""
    if value_at(description, ("rounding", "unit")) == THOUSANDTH:
        description = in_thousandths(description)
    try:
        return Network.model_validate(description), []
    except ValidationError as error:
        return None, first_few(field_problems(error, description))


def field_problems(error: ValidationError, description: Description) -> Iterator[Problem]:
    """A problem for each fault that Pydantic found in the description."""
    for detail in error.errors(include_url=False):
        problem = _problem(detail, description)
        if detail["type"] == "missing":
            *table, field = problem.path
            if mistyped(str(field), table_at(description, *table)):
                continue
        yield problem


def _problem(detail: ErrorDetails, description: Description) -> Problem:
    path, at_key = _path(detail, description)
    context = detail.get("ctx", {})
    match detail["type"]:
        case "fault":
            fault: Fault = context["fault"]
            hint = fault.hint or _as_one(detail["input"], path)
            return Problem(fault.message, path, hint, at_key)
        case "missing":
            return Problem(say("fault.missing"), path, _to_add(path))
        case "union_tag_not_found":
            return _no_model(path, table_at(description, *path))
        case "extra_forbidden":
            return _unknown_field(path, description)
        case "literal_error":
            return _not_among(_EXPECTED.findall(context["expected"]), detail["input"], path)
        case "union_tag_invalid":
            expected = _EXPECTED.findall(context["expected_tags"])
            return _not_among(expected, detail["input"]["model"], (*path, "model"))
        case "list_type":
            got = Toml(detail["input"])
            return Problem(say("fault.no_list", got=got), path, _as_list(detail["input"]))
        case "too_short":
            hint = _ADD_PARTNERS if path == ("partner",) else say("fault.name_in_turn")
            return Problem(say("fault.nobody"), path, hint)
        case "model_type" | "dict_type" | "model_attributes_type":
            got = Toml(detail["input"])
            return Problem(say("fault.no_table", got=got), path, _as_table(got.value, path))
        case kind:
            raise ValueError(f"no words for the error `{kind}` of Pydantic")


_ADD_PARTNERS = say("fault.add_partners")


def _as_table(value: object, path: Path) -> Message | None:
    """How to write what should have been a table."""
    by_size = path[-1] in ("prices", "mix")
    match value:
        case [{}, *_] if path[-1] == "rate":
            return say("fault.brackets_by_key")
        case [{}, *_]:
            return say("fault.single_brackets")
        case str() if path[-1] == "contribution":
            return say("fault.as_model", model=Toml(value))
        case [*prices] if by_size:
            return _by_size(prices)
        case int() | Decimal() if by_size and _is_number(value):
            return say("fault.by_size", written=_table_of([(1, value)]))
        case int() | Decimal() if path[-1] in ("rate", "keys") and _is_number(value):
            return say("fault.by_key", written=_table_of([("inhabitants", value)]))
        case int() | Decimal() if path[-1] in ("amounts", "opening") and _is_number(value):
            return say("fault.by_partner", written=_table_of([("stad", value)]))
        case _:
            return None


def _as_one(value: object, path: Path) -> Message | None:
    """How to write what stands as a list or a table, where one value or the other was expected."""
    match value:
        case {} if path[-3:-1] == ("contribution", "rate"):
            return say("fault.brackets_in_list")
        case [str(), *_] if path[-1] == "key":
            return say("fault.several_keys", written=_table_of((each, 1) for each in value))
        case [str(), *_] if path[-1] in ("paid_by", "received_by"):
            return say("fault.several_payers")
        case [*days] if path[0] == "partner" and path[2:] == ("days",):
            return _by_size(days)
        case _:
            return None


def _by_size(values: Sequence[object]) -> Message | None:
    """The values of a list as a table by household size, where all are numbers."""
    numbers = [each for each in values if isinstance(each, int | Decimal) and _is_number(each)]
    if not numbers or len(numbers) < len(values):
        return None
    return say("fault.by_size", written=_table_of(enumerate(numbers, 1)))


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _table_of(entries: Iterable[tuple[object, int | Decimal]]) -> str:
    """A table as TOML writes it on one line, of names that need no quotes."""
    fields = (f"{clipped(str(name))} = {literal(value)}" for name, value in entries)
    return f"{{ {', '.join(islice(fields, _MOST_SHOWN))} }}"


_MOST_SHOWN = 12
"""Entries of a table or list that a hint writes out."""


def _as_list(value: object) -> Message | None:
    """How to write what should have been a list: names between commas are told apart."""
    texts = re.split(r"[,;]", value) if isinstance(value, str) else []
    names = [literal(each.strip()) for each in texts if each.strip()]
    if not names:
        return None
    return say("fault.list", written=f"[{', '.join(names[:_MOST_SHOWN])}]")


def _path(detail: ErrorDetails, description: Description) -> tuple[Path, bool]:
    """The path in the file, without the tags that Pydantic adds, and whether its key is wrong."""
    path: Path = ()
    before: str | int = ""
    for part in detail["loc"]:
        value = value_at(description, path)
        is_model = (
            before == "contribution" and isinstance(value, dict) and value.get("model") == part
        )
        if not is_model and _stands_in(value, part):
            path = (*path, part)
        elif part == "[key]":
            return path, True
        before = part
    if detail["type"] == "missing":
        path = (*path, before)
    return path, detail["type"] == "extra_forbidden"


def _stands_in(value: object, part: str | int) -> bool:
    if isinstance(value, dict):
        return part in value
    return isinstance(value, list) and isinstance(part, int)


def _no_model(path: Path, contribution: Description) -> Problem:
    """Which models there are; or the name that stands where `model` was meant."""
    meant = next((name for name in contribution if likeliest(name, ["model"])), None)
    if meant is not None:
        hint = say("reference.meant", name="model")
        return Problem(say("fault.unknown_field"), (*path, meant), hint, at_key=True)
    names = [name for kind in tables_at(path) for name in models_of(kind)]
    hint = say("fault.add_model", models=_quoted(names))
    return Problem(say("fault.missing"), (*path, "model"), hint)


def _quoted(names: Iterable[str]) -> str:
    """Names as they stand in a file, one after the other."""
    return ", ".join(f'"{name}"' for name in names)


def _unknown_field(path: Path, description: Description) -> Problem:
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
    if classes == [Partner] and _is_number(value_at(description, path)):
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


def _not_among(expected: list[str], got: object, path: Path) -> Problem:
    meant = likeliest(got, expected)
    return Problem(
        say("fault.not_among", allowed=_quoted(expected), got=Toml(got)),
        path,
        say("reference.meant", name=meant) if meant else None,
    )


def _to_add(path: Path) -> Message:
    """What to add for a missing field, and what that is for."""
    if path == ("partner",):
        return _ADD_PARTNERS
    field = str(path[-1])
    table = next(kind for kind in tables_at(path[:-1]) if field in fields_of(kind))
    return say("fault.add_field", field=field, meaning=meaning_of(table, field))
