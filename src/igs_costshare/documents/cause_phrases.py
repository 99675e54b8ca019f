"""Causes in words: `occupancy (0.85 → 0.6)`, `Dorp joins`, `inhabitants of 5 partners`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from igs_costshare.comparing.causes import Cause
from igs_costshare.documents.cause_words import CAUSES
from igs_costshare.errors import Path
from igs_costshare.language import Lang, Language

_LINES = ("cost", "subsidy", "revenue")
_ENTRIES = (*_LINES, "partner", "unit")


def phrase(cause: Cause, names: Mapping[Path, str], language: Language) -> str:
    """What a cause is, with both values where it is one number or one word."""
    words = CAUSES[Lang(language.code)]
    pattern = _pattern(cause)
    while pattern not in words:
        pattern = pattern.rpartition(".")[0]
    name = names.get(cause.path[:2], "")
    if cause.path[1:2] == ("*",):
        entries = {change.path[:2] for change in cause.changes}
        name = words["many"].format(count=len(entries))
    key = language.key(str(cause.path[-1]))
    what = words[pattern].format(name=name, key=key)
    if cause.sole is None:
        together = "*" in cause.path or all(
            change.path[: len(cause.path)] == cause.path for change in cause.changes
        )
        return what if together else words["also"].format(what=what)
    a, b = (_value(each, words, language) for each in (cause.sole.a, cause.sole.b))
    return f"{what} ({a} → {b})" if a and b and a != b else what


def _pattern(cause: Cause) -> str:
    """The name of its words, with a mark where an entry has come or gone."""
    one_sided = next(
        (each for each in cause.changes if each.path == cause.path and each.one_sided), None
    )
    came_or_went = len(cause.path) == len(("table", "id")) and cause.path[0] in _ENTRIES
    mark = "" if not (one_sided and came_or_went) else "+" if one_sided.a is None else "-"
    return pattern_of(cause.path) + mark


def pattern_of(path: Path) -> str:
    """A path as the words have it: ids become `*`, and lines of all kinds are told alike."""
    parts = tuple(str(part) for part in path)
    if parts[0] in _LINES and parts[1:]:
        parts = ("line", *parts[2:])
    elif parts[0] in _ENTRIES and parts[1:]:
        parts = (parts[0], "*", *parts[2:])
    if parts[2:3] == ("keys",):
        parts = (*parts[:3], "*")
    return ".".join(parts)


def _value(value: Any, words: Mapping[str, str], language: Language) -> str:
    """A value that fits in a sentence; nothing for a table or a list."""
    if isinstance(value, Decimal):
        return language.number(value)
    if isinstance(value, str):
        return language.key(value) if value in language.keys else value
    model = getattr(value, "model", None)
    return words[model] if model else ""
