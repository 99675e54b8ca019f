"""What numbers may stand at a path of a description: their bounds, and whether they are whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from igs_costshare.contributions import Table
from igs_costshare.errors import Path
from igs_costshare.network import Network


class NumberField(NamedTuple):
    """The numbers that a field takes."""

    smallest: Decimal
    largest: Decimal
    whole: bool


def number_at(path: Path) -> NumberField | None:
    """The numbers that may stand at a path; None where the file has no number there."""
    kinds: list[Any] = [Network]
    for part in path:
        kinds = [inner for kind in kinds for inner in _inner(kind, part)]
    schemas = (note.json_schema for kind in kinds for note in _notes(kind))
    return next((field for schema in schemas if (field := _number(schema))), None)


def _type_of(field: FieldInfo) -> Any:
    """The type of a field with its notes, which Pydantic keeps apart."""
    return Annotated[field.annotation, *field.metadata, None]


def _inner(kind: Any, part: str | int) -> Iterator[Any]:
    """The types of what stands at a name, or a place, of a value of this type."""
    for each in _alternatives(kind):
        if isinstance(each, type) and issubclass(each, Table):
            for name, field in each.model_fields.items():
                if part == (field.alias or name):
                    yield _type_of(field)
        elif get_origin(each) in (dict, list):
            yield get_args(each)[-1]


def _alternatives(kind: Any) -> Iterator[Any]:
    """The types that a value may have, without their notes."""
    if get_origin(kind) is Annotated:
        yield from _alternatives(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for each in get_args(kind):
            yield from _alternatives(each)
    else:
        yield kind


def _notes(kind: Any) -> Iterator[WithJsonSchema]:
    """The schemas that a type, or one of its alternatives, is noted with."""
    if get_origin(kind) is Annotated:
        inner, *notes = get_args(kind)
        yield from (note for note in notes if isinstance(note, WithJsonSchema))
        yield from _notes(inner)
    elif get_origin(kind) in (Union, UnionType):
        for each in get_args(kind):
            yield from _notes(each)


def _number(schema: dict[str, Any] | None) -> NumberField | None:
    match schema:
        case {"type": "integer" | "number" as kind, "minimum": low, "maximum": high}:
            return NumberField(Decimal(low), Decimal(high), kind == "integer")
        case {"enum": [*steps]}:
            allowed = sorted(Decimal(str(step)) for step in steps)
            return NumberField(allowed[0], allowed[-1], whole=False)
        case _:
            return None
