"""What Pydantic finds wrong with the fields, in the words and at the places of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from igs_costshare.description.fault import Fault
from igs_costshare.description.kinds import (
    fields_of,
    meaning_of,
    models_of,
    tables_at,
)
from igs_costshare.description.plan import Plan, is_year
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import Message, Toml, say
from igs_costshare.reading.description import (
    PLAN,
    Description,
    table_at,
    value_at,
)
from igs_costshare.reading.shapes import as_list, as_one, as_table
from igs_costshare.reading.suggestions import likeliest, mistyped
from igs_costshare.reading.unknown import unknown_field

_EXPECTED = re.compile(r"'([^']*)'")


def field_problems(error: ValidationError, description: Description) -> Iterator[Problem]:
    """A problem for each fault that Pydantic found in the description."""
    for detail in error.errors(include_url=False):
        problem = _problem(detail, description)
        if problem.path[:1] == (PLAN,) and len(problem.path) == 2 and _is_no_field(problem.path[1]):
            continue  # that is told of the plan
        if detail["type"] == "missing":
            *table, field = problem.path
            if mistyped(str(field), table_at(description, *table)):
                continue
        yield problem


def _is_no_field(name: str | int) -> bool:
    """Whether a name in a plan is neither a field nor a year."""
    return not is_year(str(name)) and name not in fields_of(Plan)


def _problem(detail: ErrorDetails, description: Description) -> Problem:
    path, at_key = _path(detail, description)
    context = detail.get("ctx", {})
    match detail["type"]:
        case "fault":
            fault: Fault = context["fault"]
            hint = fault.hint or as_one(detail["input"], path)
            return Problem(fault.message, path, hint, at_key)
        case "missing":
            return Problem(say("fault.missing"), path, _to_add(path))
        case "union_tag_not_found":
            return _no_model(path, table_at(description, *path))
        case "extra_forbidden":
            return unknown_field(path, description)
        case "literal_error":
            return _not_among(_EXPECTED.findall(context["expected"]), detail["input"], path)
        case "union_tag_invalid":
            expected = _EXPECTED.findall(context["expected_tags"])
            return _not_among(expected, detail["input"]["model"], (*path, "model"))
        case "list_type":
            got = Toml(detail["input"])
            return Problem(say("fault.no_list", got=got), path, as_list(detail["input"]))
        case "too_short":
            hint = _ADD_PARTNERS if path == ("partner",) else say("fault.name_in_turn")
            return Problem(say("fault.nobody"), path, hint)
        case "model_type" | "dict_type" | "model_attributes_type":
            got = Toml(detail["input"])
            return Problem(say("fault.no_table", got=got), path, as_table(got.value, path))
        case kind:
            raise ValueError(f"no words for the error `{kind}` of Pydantic")


_ADD_PARTNERS = say("fault.add_partners")


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
