"""What Pydantic finds wrong with the fields, in the words and at the places of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from igs_costshare.contributions import Table
from igs_costshare.errors import Path, Problem
from igs_costshare.network import Network
from igs_costshare.reading.description import Description, table_at, value_at
from igs_costshare.reading.references import mistyped, suggestion
from igs_costshare.values import shown

_EXPECTED = re.compile(r"'([^']*)'")


def field_problems(error: ValidationError, description: Description) -> Iterator[Problem]:
    """A problem for each fault that Pydantic found in the description."""
    for detail in error.errors(include_url=False):
        problem = _problem(detail, description)
        *table, field = problem.path
        if detail["type"] != "missing" or not mistyped(str(field), table_at(description, *table)):
            yield problem


def _problem(detail: ErrorDetails, description: Description) -> Problem:
    path, at_key = _path(detail, description)
    context = detail.get("ctx", {})
    match detail["type"]:
        case "fault":
            return Problem(context["message"], path, context["hint"], at_key)
        case "missing":
            return Problem("is missing", path, _meaning(path))
        case "union_tag_not_found":
            return Problem("is missing", (*path, "model"), "one of fixed, variable, mixed …")
        case "extra_forbidden":
            return _unknown_field(path, description)
        case "literal_error":
            return _not_among(_EXPECTED.findall(context["expected"]), detail["input"], path)
        case "union_tag_invalid":
            expected = _EXPECTED.findall(context["expected_tags"])
            return _not_among(expected, context["tag"], (*path, "model"))
        case "list_type":
            return Problem(f"expected a list, got {shown(detail['input'])}", path)
        case "too_short":
            return Problem("is empty: there is nobody to share with", path)
        case _:  # a table was expected, and something else stands there
            return Problem(f"expected a table, got {shown(detail['input'])}", path)


def _path(detail: ErrorDetails, description: Description) -> tuple[Path, bool]:
    """The path in the file, without the tags that Pydantic adds, and whether its key is wrong."""
    path: Path = ()
    *outer, last = (*detail["loc"],) or ("",)
    for part in (*outer, last):
        if part == "[key]":
            return path, True
        missing = detail["type"] == "missing" and part is last
        if missing or _stands_in(value_at(description, path), part):
            path = (*path, part)
    return path, detail["type"] == "extra_forbidden"


def _stands_in(value: object, part: str | int) -> bool:
    if isinstance(value, dict):
        return part in value
    return isinstance(value, list) and isinstance(part, int)


def _unknown_field(path: Path, description: Description) -> Problem:
    *parent, name = path
    table = table_at(description, *parent)
    classes = list(tables_at(tuple(parent)))
    here = [each for each in classes if _is_model(each, table.get("model"))] or classes
    if any(name in fields_of(each) for each in classes):
        model = table.get("model")
        return Problem(
            f"`{name}` does not go with the model `{model}`",
            path,
            f"it takes {', '.join(f'`{field}`' for field in fields_of(here[0])[1:])}",
            at_key=True,
        )
    known = [field for each in here for field in fields_of(each)]
    return Problem("unknown field", path, suggestion(name, known), at_key=True)


def _is_model(table: type[Table], model: object) -> bool:
    field = table.model_fields.get("model")
    return field is not None and model in get_args(field.annotation)


def _not_among(expected: list[str], got: object, path: Path) -> Problem:
    allowed = ", ".join(f'"{each}"' for each in expected)
    hint = suggestion(got, expected)
    return Problem(
        f"must be one of {allowed}, got {shown(got)}",
        path,
        hint if hint.startswith("did") else "",
    )


def _meaning(path: Path) -> str:
    """What the missing field is for."""
    meanings = (
        field.description or ""
        for table in tables_at(path[:-1])
        for name, field in table.model_fields.items()
        if path[-1] == (field.alias or name)
    )
    meaning = next(meanings, "")
    return f"add `{path[-1]}`: {meaning[:1].lower()}{meaning[1:]}"


def fields_of(table: type[Table]) -> list[str]:
    """The fields of a table, as the file names them; `model` first."""
    names = [field.alias or name for name, field in table.model_fields.items()]
    return sorted(names, key=lambda name: name != "model")


def tables_at(path: Path) -> Iterator[type[Table]]:
    """The kinds of table that may stand at a path of the file."""
    kinds: list[Any] = [Network]
    for part in path:
        kinds = [inner for kind in kinds for inner in _inner_kinds(kind, part)]
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, Table):
            yield kind


def _inner_kinds(kind: Any, part: str | int) -> Iterator[Any]:
    if isinstance(kind, type) and issubclass(kind, Table):
        for name, field in kind.model_fields.items():
            if part == (field.alias or name):
                yield from _plain_kinds(field.annotation)
    elif get_origin(kind) in (dict, list):
        yield from _plain_kinds(get_args(kind)[-1])


def _plain_kinds(annotation: Any) -> Iterator[Any]:
    """The kinds of a type with alternatives and notes."""
    if get_origin(annotation) is Annotated:
        yield from _plain_kinds(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for each in get_args(annotation):
            yield from _plain_kinds(each)
    else:
        yield annotation
