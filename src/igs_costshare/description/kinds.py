"""What may stand where in a file: the kinds of value at a path, from the classes of the network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic.json_schema import SkipJsonSchema

from igs_costshare.description.contributions import FileTable
from igs_costshare.description.ids import (
    IN_ORDER,
    CostRef,
    HolderRef,
    IncomeRef,
    KeyRef,
    PartnerRef,
    PayerRef,
    ScenarioRef,
)
from igs_costshare.description.network import Network
from igs_costshare.description.values import Amount, Figure, Rate
from igs_costshare.errors import Path
from igs_costshare.messages import Message


def kinds_at(path: Path) -> list[Any]:
    """The types that may stand at a path of the file, with their notes."""
    kinds: list[Any] = [Network]
    for part in path:
        kinds = [inner for kind in kinds for inner in _inner(kind, part)]
    return kinds


def tables_at(path: Path) -> Iterator[type[FileTable]]:
    """The kinds of table that may stand at a path of the file."""
    for kind in kinds_at(path):
        for each in alternatives(kind):
            if isinstance(each, type) and issubclass(each, FileTable):
                yield each


def takes_a_table(path: Path) -> bool:
    """Whether a table may stand at a path of the file: one of ours, or of figures by name."""
    found = (each for kind in kinds_at(path) for each in alternatives(kind))
    return any(
        get_origin(each) is dict or (isinstance(each, type) and issubclass(each, FileTable))
        for each in found
    )


def _inner(kind: Any, part: str | int) -> Iterator[Any]:
    """The types of what stands at a name, or a place, of a value of this type."""
    for each in alternatives(kind):
        if isinstance(each, type) and issubclass(each, FileTable):
            for name, field in each.model_fields.items():
                if part == (field.alias or name):
                    # Pydantic keeps a type and its notes apart.
                    yield Annotated[field.annotation, *field.metadata, None]
            if each.others is not None and part not in fields_of(each):
                yield each.others
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


def fields_of(table: type[FileTable]) -> tuple[str, ...]:
    """The fields of a table, as the file names them; those of its own before those it shares."""
    return tuple(name for name, _ in named_fields(table))


@cache
def named_fields(table: type[FileTable]) -> tuple[tuple[str, str], ...]:
    """The fields of a table, as the file names them and as the class does, in the same order."""
    kinds = [kind for kind in table.__mro__ if issubclass(kind, FileTable)]
    own_first = sorted(
        ((name, field) for name, field in table.model_fields.items() if not is_hidden(field)),
        key=lambda field: sum(field[0] in kind.model_fields for kind in kinds),
    )
    return tuple((field.alias or name, name) for name, field in own_first)


def is_hidden(field: FieldInfo) -> bool:
    """Whether a field is none of the file: the reader fills it."""
    return any(type(note) is SkipJsonSchema for note in field.metadata)


def meaning_of(table: type[FileTable], field: str = "") -> Message:
    """What a table is, or a field of it, as the file names it.

    The key follows from the class that states the field: a line's `only` is `field.Scoped.only`.
    """
    if not field:
        return Message(f"field.{table.__name__}")
    name = next(name for name, each in table.model_fields.items() if field in (name, each.alias))
    home = next(kind for kind in table.__mro__ if name in kind.__annotations__)
    return Message(f"field.{home.__name__}.{field}")


def models_of(kind: type[FileTable]) -> tuple[str, ...]:
    """What the field `model` of a table may be; nothing for tables without one."""
    return get_args(kind.model_fields["model"].annotation) if "model" in kind.model_fields else ()


def kinds_of(kind: type[FileTable]) -> Iterator[type[FileTable]]:
    """A kind of table and all that are made from it."""
    yield kind
    for each in kind.__subclasses__():
        yield from kinds_of(each)


class Reference(NamedTuple):
    """Where a file names an entry of another table."""

    pattern: str
    """Dotted, with `*` for any id and any place of a list: `cost.*.only.*`."""
    at_key: bool
    """Whether the name is a key there, with a figure of its own: `contribution.shares.*`."""

    @property
    def place(self) -> str:
        """The list or the table that it stands in."""
        return self.pattern.removesuffix(".*")

    @property
    def in_list(self) -> bool:
        """Whether it is one of a list of names."""
        return not self.at_key and self.pattern.endswith(".*")


_REFERENCES: Mapping[str, Any] = {
    "partner": PartnerRef,
    "cost": CostRef,
    "income": IncomeRef,
    "key": KeyRef,
    "holder": HolderRef,
    "payer": PayerRef,
    "scenario": ScenarioRef,
}
_NUMBERS = (Amount, Rate, Figure)
"""Euros, prices and quantities: what may rise from year to year."""
_CHECKED_BY = {
    **{id(kind.__metadata__[0]): name for name, kind in _REFERENCES.items()},
    **{id(get_args(kind)[1]): "number" for kind in _NUMBERS},
}
"""What a name refers to, by the note that checks how it is written."""


Referred: TypeAlias = Literal[
    "partner", "cost", "income", "key", "holder", "payer", "scenario", "number"
]
"""What a name in a file may refer to; a `number` is none, but is found by its kind as well."""


def references_of(name: Referred) -> tuple[Reference, ...]:
    """Every place where the file may name a partner, a cost, an income or a key."""
    return tuple(dict.fromkeys(each for to, each in _references(Network) if to == name))


def lists_of(name: Literal["partner", "cost", "income"]) -> tuple[str, ...]:
    """Where the file lists such names, as patterns: `contribution.only`."""
    return tuple(each.place for each in references_of(name) if each.in_list)


@cache
def counts_in_order(pattern: str) -> bool:
    """Whether the order of a list of names says something: that of turns does."""
    kinds = kinds_at(tuple(pattern.split(".")))
    return any(note is IN_ORDER for kind in kinds for note in notes_of(kind))


def tables_of(name: Literal["partner", "holder"]) -> tuple[str, ...]:
    """Where the file has a figure for each such name, as patterns: `contribution.shares`."""
    return tuple(each.place for each in references_of(name) if each.at_key)


@cache
def _references(table: type[FileTable]) -> tuple[tuple[str, Reference], ...]:
    """What the entries of a table may refer to, and where; each class is looked at once."""
    return tuple(
        found
        for name, field in table.model_fields.items()
        for found in _within(field.annotation, field.metadata, field.alias or name)
    )


def _within(kind: Any, notes: Sequence[Any], pattern: str) -> Iterator[tuple[str, Reference]]:
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *notes = get_args(kind)
        yield from _within(inner, notes, pattern)
    elif origin in (Union, UnionType):
        for each in get_args(kind):
            yield from _within(each, (), pattern)
    elif origin in (dict, list):
        *keys, inner = get_args(kind)
        for key in keys:
            yield from _named(getattr(key, "__metadata__", ()), f"{pattern}.*", at_key=True)
        yield from _within(inner, (), f"{pattern}.*")
    elif isinstance(kind, type) and issubclass(kind, FileTable):
        for to, (rest, at_key) in _references(kind):
            yield to, Reference(f"{pattern}.{rest}", at_key)
    else:
        yield from _named(notes, pattern, at_key=False)


def _named(notes: Sequence[Any], pattern: str, *, at_key: bool) -> Iterator[tuple[str, Reference]]:
    for note in notes:
        if id(note) in _CHECKED_BY:
            yield _CHECKED_BY[id(note)], Reference(pattern, at_key)
