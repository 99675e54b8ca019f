"""What Pydantic finds wrong with the fields, in the words and at the places of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from igs_costshare.contributions import Table
from igs_costshare.errors import Path, Problem, clipped
from igs_costshare.network import Network, Partner
from igs_costshare.reading.description import Description, table_at, value_at
from igs_costshare.reading.suggestions import likeliest, mistyped, suggestion
from igs_costshare.values import shown

_EXPECTED = re.compile(r"'([^']*)'")


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
            return Problem(context["message"], path, context["hint"], at_key)
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
            hint = f"a list stands between brackets: `[{got}]`" if got[0] == '"' else ""
            return Problem(f"expected a list, got {got}", path, hint)
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
    match value:
        case [{}, *_]:
            return "a table has single brackets: `[…]`"
        case str() if path[-1] == "contribution":
            return f"write it as `{{ model = {shown(value)} }}`"
        case _:
            return ""


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


def models_of(kind: type[Table]) -> tuple[str, ...]:
    """What the field `model` of a table may be; nothing for tables without one."""
    return get_args(kind.model_fields["model"].annotation) if "model" in kind.model_fields else ()


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
    if classes == [Partner] and not likeliest(name, fields_of(Partner)):
        hint = f"figures of keys stand under `keys`: `keys = {{ {clipped(str(name))} = … }}`"
        return Problem("unknown field", path, hint, at_key=True)
    known = [field for each in here for field in fields_of(each)]
    return Problem("unknown field", path, suggestion(name, known), at_key=True)


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


def fields_of(table: type[Table]) -> list[str]:
    """The fields of a table, as the file names them; those of its own before those it shares."""
    kinds = [kind for kind in table.__mro__ if issubclass(kind, Table)]
    own_first = sorted(
        table.model_fields.items(),
        key=lambda field: sum(field[0] in kind.model_fields for kind in kinds),
    )
    return [field.alias or name for name, field in own_first]


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
