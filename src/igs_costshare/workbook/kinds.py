"""What a figure of the file is on the sheet: its unit and its bounds, as the schema states them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple, get_origin

from pydantic import WithJsonSchema

from igs_costshare.description.kinds import alternatives, kinds_at, notes_of
from igs_costshare.description.numbers import number_at
from igs_costshare.errors import Path
from igs_costshare.wording.units import Notation, notation_at


class FigureKind(NamedTuple):
    """It decides how a figure is shown, and what may be filled in."""

    unit: Notation
    least: Decimal
    most: Decimal
    whole: bool
    choices: tuple[Decimal, ...] = ()
    """All that it may be; empty where any number within the bounds will do."""


def kind_at(path: Path) -> FigureKind:
    """The kind of the figure that stands at a path of the file.

    >>> kind_at(("cost", "rent", "amount")).unit.name, kind_at(("partner", "stad", "units")).whole
    ('MONEY', True)
    """
    entry = len(path) > 1 and _has_entries(path[0])
    # Whichever entry it is of: thousands of lines have a dozen kinds of figures.
    return _kind_of((path[0], EACH, *path[2:]) if entry else path)


EACH = "*"
"""Stands in a path for the id of any entry."""


@cache
def _has_entries(table: str | int) -> bool:
    """Whether a table of the file has entries by id: costs, partners."""
    return any(
        get_origin(each) is dict for kind in kinds_at((table,)) for each in alternatives(kind)
    )


@cache
def _kind_of(path: Path) -> FigureKind:
    numbers = number_at(path)
    if numbers is None:
        raise TypeError(f"the schema has no number at {'.'.join(map(str, path))}")
    return FigureKind(
        notation_at(path), numbers.smallest, numbers.largest, numbers.whole, tuple(_choices(path))
    )


def _choices(path: Path) -> list[Decimal]:
    """The numbers out of which a field takes one, where the schema lists them."""
    listed = (
        note.json_schema["enum"]
        for kind in kinds_at(path)
        for note in notes_of(kind)
        if isinstance(note, WithJsonSchema) and note.json_schema and "enum" in note.json_schema
    )
    return [Decimal(str(number)) for numbers in listed for number in numbers]
