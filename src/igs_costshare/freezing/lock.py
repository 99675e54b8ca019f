"""The lock beside a description: a frozen statement, what it came from, and the decision on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from igs_costshare.documents.statement import statement_data
from igs_costshare.errors import InputError, Problem, dotted
from igs_costshare.reading import bytes_of, text_of
from igs_costshare.reading.saved import saved_from_tables
from igs_costshare.reading.toml import NotToml, from_toml
from igs_costshare.saved import SavedStatement
from igs_costshare.statement import Statement
from igs_costshare.values import Text

FORMAT = 1
"""The version of the lock; it goes up when a field changes its meaning."""

_HEAD = "# Made by `igs-costshare freeze`; `igs-costshare verify` holds the description to it.\n\n"
_HINT = "`igs-costshare freeze FILE` makes one"
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


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[1]
    tool: Text
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
    decision: Text | None = None
    statement: dict[str, Any]


def lock_text(statement: Statement, fingerprint: str, tool: str, decision: str | None) -> str:
    """The lock of a statement, as TOML; the same statement gives the same bytes."""
    import tomli_w

    tables = {
        "format": FORMAT,
        "tool": tool,
        "sha256": fingerprint,
        "decision": decision,
        "statement": statement_data(statement),
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
        data = bytes_of(path)
    except InputError as error:
        raise InputError(each._replace(hint=_HINT) for each in error.problems) from None
    return _lock(data, str(path))


def _lock(data: bytes, name: str) -> Lock:
    try:
        tables = from_toml(text_of(data, name))
    except NotToml as error:
        raise InputError([error.problem._replace(origin=name)]) from None
    version = tables.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise _refused(f"has format {version}, and this version reads {FORMAT}", name)
    try:
        shape = _Shape.model_validate(tables)
    except ValidationError as error:
        where = dotted(error.errors()[0]["loc"])
        raise _refused(f"is no lock: `{where}` is not as expected", name) from None
    statement = saved_from_tables({**_ABSENT, **shape.statement}, name)
    return Lock(shape.tool, shape.sha256, shape.decision, statement)


def _refused(message: str, name: str) -> InputError:
    return InputError([Problem(message, hint=_HINT, origin=name)])
