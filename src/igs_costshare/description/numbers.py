"""The numbers of a description: where they stand, and which ones may stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import WithJsonSchema

from igs_costshare.description.contributions import FileTable
from igs_costshare.description.kinds import alternatives, kinds_at, named_fields, notes_of
from igs_costshare.description.plan import is_year
from igs_costshare.description.values import Amount, Figure, Rate, Signed
from igs_costshare.errors import Path


class NumberField(NamedTuple):
    """The numbers that a field takes."""

    smallest: Decimal
    largest: Decimal
    whole: bool


def number_at(path: Path) -> NumberField | None:
    """The numbers that may stand at a path; None where the file has no number there.

    Within a year of a plan as in the file, of which its block has the shape.
    """
    if path[:1] == ("plan",) and len(path) > len(("plan", "year")) and is_year(str(path[1])):
        return number_at(path[2:])
    schemas = (
        note.json_schema
        for kind in kinds_at(path)
        for note in notes_of(kind)
        if isinstance(note, WithJsonSchema)
    )
    return next((field for schema in schemas if (field := _number(schema))), None)


def _number(schema: dict[str, Any] | None) -> NumberField | None:
    match schema:
        case {"type": "integer" | "number" as kind, "minimum": low, "maximum": high}:
            return NumberField(Decimal(low), Decimal(high), kind == "integer")
        case {"enum": [*steps]}:
            allowed = sorted(Decimal(str(step)) for step in steps)
            return NumberField(allowed[0], allowed[-1], whole=False)
        case _:
            return None


def numbers_of(value: object, path: Path = ()) -> Iterator[tuple[Path, Decimal]]:
    """Every number below a value of the file, with its path, in the order of the schema."""
    if isinstance(value, Decimal):
        yield path, value
    for part, inner in _inside(value):
        yield from numbers_of(inner, (*path, part))


def holds(value: object, kind: type[Decimal]) -> bool:
    """Whether any number below a value of the file is of that kind; several times as fast."""
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, kind):
            return True
        if isinstance(each, FileTable):
            left += each.__dict__.values()
        elif isinstance(each, Mapping):
            left += each.values()
        elif isinstance(each, list):
            left += each
    return False


def _inside(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, FileTable):
        yield from ((name, getattr(value, own)) for name, own in named_fields(type(value)))
    elif isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


_OF_ANY_SIZE = {id(get_args(kind)[1]) for kind in (Amount, Signed, Rate, Figure)}
"""By the notes that check them: euros and quantities, not weights, parts and staff."""


def may_be_thousands(path: Path) -> bool:
    """Whether the numbers at a path are ones that people write with a point for thousands."""
    return any(id(note) in _OF_ANY_SIZE for kind in kinds_at(path) for note in notes_of(kind))


def as_in_file(path: Path) -> Path:
    """The path as a file has it: a size is the name of a field there, no place in a list."""
    return tuple(str(part) if _names(path[:at]) else part for at, part in enumerate(path))


def _names(path: Path) -> bool:
    """Whether what stands at a path may be a table with names of its own."""
    return any(get_origin(each) is dict for kind in kinds_at(path) for each in alternatives(kind))
