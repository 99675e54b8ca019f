"""A description with key figures of a table in it: its text with those digits, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from igs_costshare.errors import InputError, Path, Problem
from igs_costshare.filling.columns import (
    UNITS,
    Asked,
    columns_of,
    known_words,
    refuse_mistyped,
)
from igs_costshare.filling.data import data_of
from igs_costshare.filling.matching import Matched, matched
from igs_costshare.following.editor import rewritten
from igs_costshare.following.notation import alike
from igs_costshare.following.pieces import Pieces
from igs_costshare.messages import say
from igs_costshare.reading.description import Description, replaced, table_at, value_at
from igs_costshare.reading.faults import validated
from igs_costshare.reading.loading import load_text, source_of
from igs_costshare.reading.toml import from_toml


class Change(NamedTuple):
    """A figure that is written."""

    path: Path
    line: int
    """In the text that is written, from 1."""
    before: str | None
    """As the file had it; None where it had no such figure."""
    after: str


class Filled(NamedTuple):
    """A text with the figures of a table in it."""

    text: str
    changes: tuple[Change, ...]
    """In the order of the text."""
    found: Matched


def keys_of(description: Description) -> list[str]:
    """The keys of which the description has figures, and homes."""
    partners = table_at(description, "partner")
    tables = (table_at(partners, id) for id in partners)
    own = (key for table in tables for key in table_at(table, "keys"))
    return [UNITS, *dict.fromkeys(own)]


def filled(text: str, name: str, content: bytes, table: str, asked: Asked) -> Filled:
    """The text of a description with the figures that a table has of its partners.

    `table` is what problems call that. Raises `InputError` for what would not be sound, and for
    every figure that is in doubt.
    """
    before = source_of(text, name).whole
    if validated(before)[0] is None:
        load_text(text, name)  # which says why
    known = keys_of(before)
    refuse_mistyped(asked, known)
    keys = list(asked.columns) or known
    data = data_of(content, table, known_words(keys, asked))
    found = matched(data, columns_of(data, keys, asked), before)
    after = before
    for path, number in found.figures.items():
        if _differs(value_at(before, path), number):
            after = replaced(after, path, _as_toml(number))
    made = rewritten(text, before, after, {}, {}, ())
    if not alike(from_toml(made), after):
        hint = say("next.by_hand")
        raise InputError([Problem(say("data.not_written"), hint=hint, origin=name)])
    _judge(made, name)
    return Filled(made, _changes(text, made, found.figures, before, after), found)


def _judge(made: str, name: str) -> None:
    """Raise `InputError` for what would not be sound."""
    try:
        load_text(made, name)
    except InputError as error:
        told = Problem(say("data.not_sound"), origin=name)
        raise InputError([told, *error.problems]) from None


def _differs(stated: Any, number: Decimal) -> bool:
    return stated is None or Decimal(stated) != number


def _as_toml(number: Decimal) -> int | Decimal:
    """The figure as a file has it: whole where it is."""
    whole = number == number.to_integral_value()
    return int(number) if whole else number


def _changes(
    text: str,
    made: str,
    figures: Mapping[Path, Decimal],
    before: Description,
    after: Description,
) -> tuple[Change, ...]:
    """What is written otherwise, as both texts have it."""
    old, new = (Pieces(f"{each}\n".encode()) for each in (text, made))
    changes = []
    for path in figures:
        if alike(value_at(before, path), value_at(after, path)):
            continue
        item, was = new.at[path], old.at.get(path)
        changes.append(
            Change(
                path,
                new.row_of(item.value) + 1,
                None if was is None else old.data[was.value : was.end].decode(),
                new.data[item.value : item.end].decode(),
            )
        )
    return tuple(sorted(changes, key=lambda change: change.line))
