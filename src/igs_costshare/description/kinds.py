"""What may stand where in a file: the kinds of value at a path, from the classes of the network."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from igs_costshare.description.contributions import Table
from igs_costshare.description.network import Network
from igs_costshare.errors import Path
from igs_costshare.messages import Message


def kinds_at(path: Path) -> list[Any]:
    """The types that may stand at a path of the file, with their notes."""
    kinds: list[Any] = [Network]
    for part in path:
        kinds = [inner for kind in kinds for inner in _inner(kind, part)]
    return kinds


def tables_at(path: Path) -> Iterator[type[Table]]:
    """The kinds of table that may stand at a path of the file."""
    for kind in kinds_at(path):
        for each in alternatives(kind):
            if isinstance(each, type) and issubclass(each, Table):
                yield each


def _inner(kind: Any, part: str | int) -> Iterator[Any]:
    """The types of what stands at a name, or a place, of a value of this type."""
    for each in alternatives(kind):
        if isinstance(each, type) and issubclass(each, Table):
            for name, field in each.model_fields.items():
                if part == (field.alias or name):
                    # Pydantic keeps a type and its notes apart.
                    yield Annotated[field.annotation, *field.metadata, None]
        elif get_origin(each) in (dict, list):
            yield get_args(each)[-1]


def alternatives(kind: Any) -> Iterator[Any]:
    """The types that a value may have, without their notes."""
    if get_origin(kind) is Annotated:
        yield from alternatives(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for each in get_args(kind):
            yield from alternatives(each)
    else:
        yield kind


def notes_of(kind: Any) -> Iterator[Any]:
    """What a type, or one of its alternatives, is noted with."""
    if get_origin(kind) is Annotated:
        inner, *notes = get_args(kind)
        yield from notes
        yield from notes_of(inner)
    elif get_origin(kind) in (Union, UnionType):
        for each in get_args(kind):
            yield from notes_of(each)


def fields_of(table: type[Table]) -> list[str]:
    """The fields of a table, as the file names them; those of its own before those it shares."""
    kinds = [kind for kind in table.__mro__ if issubclass(kind, Table)]
    own_first = sorted(
        table.model_fields.items(),
        key=lambda field: sum(field[0] in kind.model_fields for kind in kinds),
    )
    return [field.alias or name for name, field in own_first]


def meaning_of(table: type[Table], field: str = "") -> Message:
    """What a table is, or a field of it, as the file names it.

    The key follows from the class that states the field: a line's `only` is `field.Scoped.only`.
    """
    if not field:
        return Message(f"field.{table.__name__}")
    name = next(name for name, each in table.model_fields.items() if field in (name, each.alias))
    home = next(kind for kind in table.__mro__ if name in kind.__annotations__)
    return Message(f"field.{home.__name__}.{field}")


def models_of(kind: type[Table]) -> tuple[str, ...]:
    """What the field `model` of a table may be; nothing for tables without one."""
    return get_args(kind.model_fields["model"].annotation) if "model" in kind.model_fields else ()


def kinds_of(kind: type[Table]) -> Iterator[type[Table]]:
    """A kind of table and all that are made from it."""
    yield kind
    for each in kind.__subclasses__():
        yield from kinds_of(each)
