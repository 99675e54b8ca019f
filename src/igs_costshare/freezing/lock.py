"""The lock beside a description: a frozen statement, what it came from, and the decision on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from igs_costshare.computing.amounts import SavedStatement
from igs_costshare.computing.statement import Statement
from igs_costshare.description.texts import Text
from igs_costshare.errors import InputError, Place, Problem, dotted
from igs_costshare.errors import Path as Where
from igs_costshare.freezing.kept_settlement import (
    KeptSettlement,
    SettlementShape,
    faults_of,
    kept_settlement,
)
from igs_costshare.freezing.meaning import fingerprint, told
from igs_costshare.freezing.saved import saved_from_tables
from igs_costshare.freezing.saved_shape import path_of_fault
from igs_costshare.messages import Toml, say
from igs_costshare.reading import bytes_of, text_of
from igs_costshare.reading.description import Description
from igs_costshare.reading.layout import Layout
from igs_costshare.reading.toml import NotToml, from_toml
from igs_costshare.settling.settled import Settled
from igs_costshare.wording.data import statement_data
from igs_costshare.wording.settlement_data import kept_data

PLAIN, FORMAT = 2, 3
"""The versions of the lock that are written: without a plan, and with the statements of its years.

It goes up when a field changes its meaning. Since 2 a lock keeps the description, and its `sha256`
covers the order of the entries; 1 is still read."""

READ = (1, PLAIN, FORMAT)
"""The versions that are read."""

_HEAD = "# Made by `igs-costshare freeze`; `igs-costshare verify` holds the description to it.\n\n"
_HINT = say("kept.freeze_one")
_ABSENT = {"year": None, "scenario": None, "reserve": None}
"""What TOML leaves out of a statement."""


class Lock(NamedTuple):
    """What a lock holds."""

    tool: str
    """Version of the program that froze it."""
    fingerprint: str
    """Of the description; see `freezing.meaning`."""
    decision: str | None
    statement: SavedStatement
    description: Description | None
    """What was said of the statement, in its scenario; None in a lock of format 1."""
    settlement: KeptSettlement | None = None
    """None where the description said nothing of payments, or `freeze` kept none yet."""
    later: tuple[SavedStatement, ...] = ()
    """The later years of a plan."""

    def is_of(self, description: Description) -> bool:
        """Whether it was made from what this description says, as far as the lock knows."""
        ordered = self.description is not None
        return fingerprint(description, ordered=ordered) == self.fingerprint


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    tool: Text
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
    decision: Text | None = None
    statement: dict[str, Any]


class _First(_Shape):
    format: Literal[1]


class _Second(_Shape):
    format: Literal[2]
    description: dict[str, Any]
    settlement: SettlementShape | None = None


class _Third(_Shape):
    format: Literal[3]
    description: dict[str, Any]
    settlement: SettlementShape | None = None
    later: list[dict[str, Any]]


def lock_text(
    statement: Statement,
    description: Description,
    tool: str,
    decision: str | None,
    settled: Settled | None = None,
    later: Sequence[Statement] = (),
) -> str:
    """The lock of a statement, and of the `later` years of its plan, as TOML.

    `settled` is its settlement, where that is kept. The same description gives the same bytes.
    """
    import tomli_w

    tables = {
        "format": FORMAT if later else PLAIN,
        "tool": tool,
        "sha256": fingerprint(description),
        "decision": decision,
        "statement": statement_data(statement),
        "settlement": None if settled is None else kept_data(settled),
        "description": told(description),
        "later": [statement_data(each) for each in later] or None,
    }
    return _HEAD + tomli_w.dumps(_without_nothing(tables))


def _without_nothing(value: Any) -> Any:
    """The value without what TOML cannot say."""
    if isinstance(value, dict):
        return {name: _without_nothing(each) for name, each in value.items() if each is not None}
    return [_without_nothing(each) for each in value] if isinstance(value, list) else value


def read_lock(path: Path) -> Lock:
    """The lock in a file; raises `InputError` for what `freeze` did not write."""
    try:
        text = text_of(bytes_of(path), str(path)).removeprefix("\ufeff")
    except InputError as error:
        raise InputError(each._replace(hint=_HINT) for each in error.problems) from None
    return _lock(text, str(path))


def _lock(text: str, name: str) -> Lock:
    layout = Layout(text)
    try:
        tables = from_toml(text)
    except NotToml as error:
        raise InputError([error.problem._replace(origin=name)]) from None
    try:
        return _from_tables(tables, layout.place)
    except InputError as error:
        problems = (each._replace(hint=_HINT, origin=name) for each in error.problems)
        raise InputError(problems) from None


def _from_tables(tables: Description, place: Callable[[Where], Place]) -> Lock:
    shape = _shaped(tables, place)
    statement = saved_from_tables(
        {**_ABSENT, **shape.statement}, "", lambda path: place(("statement", *path))
    )
    later: list[SavedStatement] = []
    for at, each in enumerate(shape.later if isinstance(shape, _Third) else ()):
        where = partial(_place_in, place, at)
        later.append(saved_from_tables({**_ABSENT, **each}, "", where))
    if isinstance(shape, _First):
        return Lock(shape.tool, shape.sha256, shape.decision, statement, None)
    described, settlement = shape.description, _settlement(shape.settlement, place)
    lock = Lock(
        shape.tool, shape.sha256, shape.decision, statement, described, settlement, tuple(later)
    )
    if not lock.is_of(described):
        raise InputError([Problem(say("kept.unsound_lock"), place=place(("sha256",)))])
    return lock


def _settlement(
    shape: SettlementShape | None, place: Callable[[Where], Place]
) -> KeptSettlement | None:
    if shape is None:
        return None
    problems = [
        Problem(say("kept.unsound", fault=fault), place=place(("settlement", *path)))
        for path, fault in faults_of(shape)
    ]
    if problems:
        raise InputError(problems)
    return kept_settlement(shape)


def _place_in(place: Callable[[Where], Place], at: int, path: Where) -> Place:
    """Where a path of a later year stands in the lock."""
    return place(("later", at, *path))


def _shaped(tables: Description, place: Callable[[Where], Place]) -> _First | _Second | _Third:
    """The fields of a lock of any format that is read; raises `InputError`."""
    version = tables.get("format")
    if isinstance(version, int) and version > FORMAT:
        message = say("kept.newer", version=Toml(version), known=FORMAT)
        raise InputError([Problem(message, place=place(("format",)))])
    try:
        if version == FORMAT:
            return _Third.model_validate(tables)
        if version == PLAIN:
            return _Second.model_validate(tables)
        return _First.model_validate(tables)
    except ValidationError as error:
        faults = error.errors() if version in READ else []  # without it, it is something else
        paths = dict.fromkeys([path_of_fault(each, tables) for each in faults] or [("format",)])
        raise InputError(
            Problem(say("kept.no_lock", path=dotted(path)), place=place(path)) for path in paths
        ) from None
