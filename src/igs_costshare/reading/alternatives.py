"""Tables that break a rule of `description.alternatives`, and what an override takes away."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.description.alternatives import (
    ALTERNATIVES,
    CONTRIBUTIONS,
    MODEL_FIELDS,
    Alternatives,
)
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import listed, say
from igs_costshare.reading.description import (
    Description,
    fits,
    found,
    value_at,
)


def misused_alternatives(description: Description) -> Iterator[Problem]:
    """Tables with two fields of which one is allowed, or without the one that is needed."""
    for rule in ALTERNATIVES:
        for path, table in found(description, rule.where):
            if isinstance(table, dict) and rule.model in ("", table.get("model")):
                yield from _misuse(rule, path, table)


def _misuse(rule: Alternatives, path: Path, table: Description) -> Iterator[Problem]:
    given = [field for field in rule.fields if field in table]
    if len(given) > 1:
        yield Problem(
            say("fault.exclusive", one=given[0], other=given[1]),
            (*path, given[1]),
            say("fault.keep_one"),
            at_key=True,
        )
    elif rule.needed and not given and not _mistyped(rule, table):
        fields = listed((f"`{field}`" for field in rule.fields), "or")
        yield Problem(say("fault.lacks", fields=fields), path, say("fault.give_one"))


def _mistyped(rule: Alternatives, table: Description) -> bool:
    """Whether a name in the table probably means one of the fields."""
    from igs_costshare.reading.suggestions import mistyped

    return any(mistyped(each, table) for each in rule.fields)


def excluded_by(path: Path, description: Description) -> Iterator[Path]:
    """The paths that must go when the value at `path` is laid over a description."""
    for length, field in enumerate(path):
        where = path[:length]
        table = value_at(description, where)
        if isinstance(table, dict):
            yield from ((*where, other) for other in excluded_beside(where, table, field))


def excluded_beside(path: Path, table: Description, field: str | int) -> Iterator[str]:
    """The fields of a table that must go when that field is laid over it, by its model if any.

    What another model would have for one of its own does not go: it is refused itself.
    """
    for rule in ALTERNATIVES:
        of_model = rule.model in ("", table.get("model"))
        if of_model and field in rule.fields and fits(path, rule.where):
            yield from (other for other in rule.fields if other != field)
    if field == "model" and any(fits(path, where) for where in CONTRIBUTIONS):
        yield from MODEL_FIELDS
