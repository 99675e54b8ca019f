"""What Pydantic finds wrong with the fields, in the words and at the places of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from igs_costshare.description.contributions import Table
from igs_costshare.description.kinds import fields_of, kinds_of, models_of, tables_at
from igs_costshare.description.network import Network, Partner
from igs_costshare.description.numerals import THOUSANDTH, in_thousandths
from igs_costshare.description.values import nearest_id, shown
from igs_costshare.errors import Path, Problem, clipped, dotted
from igs_costshare.reading.description import (
    EXPECTED,
    TABLES_OF_IDS,
    Description,
    table_at,
    value_at,
)
from igs_costshare.reading.extent import first_few
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
            hint = context["hint"] or _as_one(detail["input"], path)
            return Problem(context["message"], path, hint, at_key)
        case "missing":
            return Problem("is missing", path, _meaning(path))
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
            got = shown(detail["input"])
            return Problem(f"expected a list, got {got}", path, _as_list(detail["input"]))
        case "too_short":
            return Problem("is empty: there is nobody to share with", path, _ADD_PARTNERS)
        case _:  # a table was expected, and something else stands there
            return Problem(
                f"expected a table, got {shown(detail['input'])}",
                path,
                _as_table(detail["input"], path),
            )


_ADD_PARTNERS = "add a table for each partner: `[partner.ID]`"


def _as_table(value: object, path: Path) -> str:
    """How to write what should have been a table."""
    by_size = path[-1] in ("prices", "mix")
    match value:
        case [{}, *_] if path[-1] == "rate":
            return "write it by key, for instance `{ inhabitants = [ … ] }`"
        case [{}, *_]:
            return "a table has single brackets: `[…]`"
        case str() if path[-1] == "contribution":
            return f"write it as `{{ model = {shown(value)} }}`"
        case [_, *_] if by_size and all(map(_is_number, value)):
            return f"{_BY_SIZE}: {_table_of(enumerate(value, 1))}"
        case _ if by_size and _is_number(value):
            return f"{_BY_SIZE}: {_table_of([(1, value)])}"
        case _ if path[-1] in ("rate", "keys") and _is_number(value):
            return f"write it by key, for instance {_table_of([('inhabitants', value)])}"
        case _:
            return ""


_BY_SIZE = "write it by household size"


def _as_one(value: object, path: Path) -> str:
    """How to write what stands as a list or a table, where one value or the other was expected."""
    match value:
        case {} if path[-3:-1] == ("contribution", "rate"):
            return "brackets stand in a list: `[ { up_to = 100, rate = 0.50 }, { rate = 0.30 } ]`"
        case [str(), *_] if path[-1] == "key":
            return f"several keys have weights: {_table_of((each, 1) for each in value)}"
        case [_, *_] if path[0] == "partner" and path[2:] == ("days",):
            return f"{_BY_SIZE}: {_table_of(enumerate(value, 1))}"
        case _:
            return ""


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _table_of(entries: Iterable[tuple[object, object]]) -> str:
    """A table as TOML writes it on one line, of names that need no quotes."""
    fields = (f"{clipped(str(name))} = {shown(value)}" for name, value in entries)
    return f"`{{ {', '.join(islice(fields, _MOST_SHOWN))} }}`"


_MOST_SHOWN = 12
"""Entries of a table or list that a hint writes out."""


def _as_list(value: object) -> str:
    """How to write what should have been a list: names between commas are told apart."""
    texts = re.split(r"[,;]", value) if isinstance(value, str) else []
    names = [shown(each.strip()) for each in texts if each.strip()]
    if not names:
        return ""
    return f"a list stands between brackets: `[{', '.join(names[:_MOST_SHOWN])}]`"


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
        return Problem("unknown field", (*path, meant), "did you mean `model`?", at_key=True)
    names = [name for kind in tables_at(path) for name in models_of(kind)]
    listed = ", ".join(f'"{name}"' for name in names)
    return Problem("is missing", (*path, "model"), f"add `model`: one of {listed}")


def _unknown_field(path: Path, description: Description) -> Problem:
    *parent, name = path
    table = table_at(description, *parent)
    classes = list(tables_at(tuple(parent)))
    here = [each for each in classes if table.get("model") in models_of(each)] or classes
    if any(name in fields_of(each) for each in classes):
        model = table.get("model")
        return Problem(
            f"`{name}` does not go with the model `{model}`",
            path,
            f"it takes {', '.join(f'`{field}`' for field in fields_of(here[0])[1:])}",
            at_key=True,
        )
    known = [field for each in here for field in fields_of(each)]
    hint = _above_tables(path, description) or _of_a_partner(path, description)
    if not hint and not likeliest(name, known):
        hint = _belonging(path, description, classes)
    return Problem("unknown field", path, hint or suggestion(name, known), at_key=True)


def _of_a_partner(path: Path, description: Description) -> str:
    """Where the expected figures of a partner stand, whose id is taken for a field."""
    *table, name = path
    if path[0] != EXPECTED or name not in table_at(description, "partner"):
        return ""
    return f"figures of partners stand in `[{dotted((*table, 'partner', name))}]`"


def _above_tables(path: Path, description: Description) -> str:
    """What to do with a field of the file itself that stands in one of its tables."""
    *table, name = path
    field = translated(name, _AT_THE_TOP)
    if not table or not field or field in description:
        return ""
    return f"`{field}` stands at the top, above the first `[table]`"


def _belonging(path: Path, description: Description, classes: list[type[Table]]) -> str:
    """Where else an unknown field belongs: in the id, or under the keys."""
    *parent, name = path
    if len(parent) == 2 and parent[0] in TABLES_OF_IDS:
        known = fields_of(classes[0])
        if _only_tables(table_at(description, *parent), known):
            rest = _names_of_tables(value_at(description, path), known)
            id = "-".join(str(each) for each in (parent[1], name, *rest))
            return f"an id has no point: `{nearest_id(id)}`"
    if classes == [Partner] and _is_number(value_at(description, path)):
        fields = {field for kind in kinds_of(Table) for field in fields_of(kind)}
        if not likeliest(name, fields, _NEARLY_THE_SAME):
            return f"figures of keys stand under `keys`: `keys = {{ {clipped(str(name))} = … }}`"
    return ""


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
    allowed = ", ".join(f'"{each}"' for each in expected)
    meant = likeliest(got, expected)
    return Problem(
        f"must be one of {allowed}, got {shown(got)}",
        path,
        f"did you mean `{meant}`?" if meant else "",
    )


def _meaning(path: Path) -> str:
    """What the missing field is for."""
    if path == ("partner",):
        return _ADD_PARTNERS
    meanings = (
        field.description or ""
        for table in tables_at(path[:-1])
        for name, field in table.model_fields.items()
        if path[-1] == (field.alias or name)
    )
    meaning = next(meanings, "")
    return f"add `{path[-1]}`: {meaning[:1].lower()}{meaning[1:]}"
