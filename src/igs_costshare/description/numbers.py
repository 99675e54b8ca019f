"""What numbers may stand at a path of a description: their bounds, and whether they are whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import WithJsonSchema

from igs_costshare.description.kinds import kinds_at, notes_of
from igs_costshare.errors import Path


class NumberField(NamedTuple):
    """The numbers that a field takes."""

    smallest: Decimal
    largest: Decimal
    whole: bool


def number_at(path: Path) -> NumberField | None:
    """The numbers that may stand at a path; None where the file has no number there."""
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
