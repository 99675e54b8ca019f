"""A description as TOML gives it: nested tables, searched by pattern before it is a Network.

Patterns are dotted, with `*` for any key of a table or any place in a list. What does not have
the shape that a pattern expects is passed over here; `network` says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from itertools import takewhile
from operator import eq
from typing import Any

from igs_costshare.errors import Path

Description = dict[str, Any]

"""Where a contribution may stand."""

PLAN_SAMENLEVEN = "programme.plan_samenleven"
SCENARIO = "scenario"
"""The table of scenarios."""

EXPECTED, LIMITS = "expected", "limits"
"""Tables that say what `check` must find; no scenario takes them over from the file."""

ASSESSMENT, COALITIONS = "assessment", "coalitions"
"""The tables of what partners think of the cooperation, and of what groups would pay."""

PLAN = "plan"
"""The table of the years of a plan."""

PAYMENT, SETTLEMENT = "payment", "settlement"
"""Tables of what passed and how that is settled; a scenario has those of the file, and no other."""

ABSENT = "absent"
"""The table that the reader fills with partners of the file that are not there in the year; no file
states it."""

TABLES_OF_IDS = ("partner", "unit", "cost", "subsidy", "revenue")
"""Tables whose entries have names that the file chooses."""


def found(description: Description, pattern: str) -> Iterator[tuple[Path, Any]]:
    """Every path that fits the pattern, with what stands there.

    >>> list(found({"cost": {"rent": {"amount": 7}}}, "cost.*.amount"))
    [(('cost', 'rent', 'amount'), 7)]
    """
    return _found(description, tuple(pattern.split(".")), ())


def _found(value: Any, pattern: tuple[str, ...], path: Path) -> Iterator[tuple[Path, Any]]:
    if not pattern:
        yield path, value
        return
    first, rest = pattern[0], pattern[1:]
    if first == "*":
        for key, inner in _entries(value):
            yield from _found(inner, rest, (*path, key))
    elif isinstance(value, dict) and first in value:
        yield from _found(value[first], rest, (*path, first))


def _entries(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def fits(path: Path, pattern: str) -> bool:
    """Whether a path is one that the pattern means, whatever stands there.

    >>> fits(("cost", "rent"), "cost.*"), fits(("cost", "rent", "label"), "cost.*")
    (True, False)
    """
    parts = pattern.split(".")
    return len(parts) == len(path) and all(map(_is_part, parts, path))


def _is_part(pattern: str, part: str | int) -> bool:
    return pattern in ("*", part)


def value_at(description: Description, path: Path) -> Any:
    """What stands at the path; None where nothing does."""
    value: Any = description
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value


def table_at(description: Description, *path: str | int) -> Description:
    """The table at the path; an empty one where there is none."""
    value = value_at(description, path)
    return value if isinstance(value, dict) else {}


def replaced(holder: Any, path: Path, value: Any) -> Any:
    """A copy of the holder with the value at the path; None takes away what stands there."""
    first, rest = path[0], path[1:]
    if isinstance(holder, list) and isinstance(first, int):
        inner = replaced(holder[first], rest, value) if rest else value
        return [*holder[:first], inner, *holder[first + 1 :]]
    table = dict(holder or {})
    if rest:
        table[str(first)] = replaced(table.get(first), rest, value)
    elif value is None:
        table.pop(first, None)
    else:
        table[str(first)] = value
    return table


def with_values(description: Description, values: Mapping[Path, Any]) -> Description:
    """A copy with other values at paths where something stands; each table is copied once."""
    copies: dict[Path, Any] = {(): dict(description)}
    for path, value in values.items():
        for length in range(1, len(path)):
            if path[:length] not in copies:
                above = copies[path[: length - 1]]
                copies[path[:length]] = above[path[length - 1]] = copy(above[path[length - 1]])
        copies[path[:-1]][path[-1]] = value
    whole: Description = copies[()]
    return whole


def shared_start(one: Sequence[object], other: Sequence[object]) -> int:
    """How many parts of two paths, or letters of two names, are the same from the start.

    >>> shared_start(("cost", "rent", "amount"), ("cost", "rent", "label"))
    2
    """
    return sum(takewhile(bool, map(eq, one, other)))
