"""Causes in words: `occupancy (85 % → 60 %)`, `Dorp joins`, `inhabitants of 5 partners`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from igs_costshare.comparing.causes import Cause, cause_of, over_partners
from igs_costshare.comparing.changes import Change, told_together
from igs_costshare.documents.cause_words import CAUSES
from igs_costshare.errors import Path
from igs_costshare.wording.language import Language
from igs_costshare.wording.units import number_text, unit_at

_LINES = ("cost", "subsidy", "revenue")
_ENTRIES = (*_LINES, "partner", "unit")
_LISTED = 3
"""Changes of one cause that are named one by one."""


class Teller(NamedTuple):
    """How the two sides call things."""

    names: Mapping[Path, str]
    """Entries, by table and id."""
    currency: str
    language: Language

    @property
    def words(self) -> Mapping[str, str]:
        """What causes are called."""
        return CAUSES[self.language.code]

    def phrase(self, cause: Cause) -> str:
        """What a cause is, with both values where it is one number or one word."""
        if _is_plain(cause):
            return self._plain(cause)
        parts = [self._plain(each) for each in _apart(cause)]
        if parts[_LISTED:]:
            left = len(parts) - _LISTED + 1
            parts[_LISTED - 1 :] = [self.words["more"].format(count=left)]
        return self.language.listed(parts)

    def _plain(self, cause: Cause) -> str:
        pattern = pattern_of(cause.path) + _came_or_went(cause)
        while pattern not in self.words:
            pattern = pattern.rpartition(".")[0]
        name = self.names.get(cause.path[:2], "")
        if cause.path[1:2] == ("*",):
            entries = {change.path[:2] for change in cause.changes}
            name = self.words["many"].format(count=len(entries))
        key = self.language.key(str(cause.path[-1]))
        what = self.words[pattern].format(name=name, key=key)
        values = self._values(cause)
        return f"{what} ({values})" if values else what

    def _values(self, cause: Cause) -> str:
        """Both values of the change; of a contribution with other fields, which these are."""
        change = cause.sole
        if change is None:
            return ""
        fields = _other_fields(change)
        if fields:
            here = (self.words.get(f"contribution.{field}", field) for field in fields)
            return self.language.listed([*here])
        a, b = (self._value(each, change.path) for each in (change.a, change.b))
        return f"{a} → {b}" if a and b and a != b else ""

    def _value(self, value: Any, path: Path) -> str:
        """A value that fits in a sentence; nothing for a table or a list."""
        if isinstance(value, Decimal):
            return number_text(value, unit_at(path), self.currency, self.language)
        if isinstance(value, str):
            return self._word(value, str(path[-1]))
        model = getattr(value, "model", None)
        return self.words[model] if model else ""

    def _word(self, value: str, field: str) -> str:
        if field in ("difference", "owner"):
            return self.names.get(("partner", value)) or self.words[value]
        if field == "paid_by":
            return self.words["paid_by_partner" if value == "partner" else value]
        if field == "per":
            return self.words.get(f"per.{value}") or self.language.key(value)
        return self.language.key(value) if field == "key" else value


def _is_plain(cause: Cause) -> bool:
    """Whether the words for its path say all of it."""
    if cause.sole is not None or "*" in cause.path:
        return True
    return all(change.path[: len(cause.path)] == cause.path for change in cause.changes)


def _apart(cause: Cause) -> list[Cause]:
    """The parts of a cause that would be told by themselves, what leads it first."""
    groups: dict[Path, list[Change]] = {}
    for changes in told_together(cause.changes):
        groups.setdefault(over_partners(cause_of(changes).path), []).extend(changes)
    parts = [cause_of(changes) for changes in groups.values()]
    return sorted(parts, key=lambda part: part.path != cause.path)


def _other_fields(change: Change) -> Sequence[str]:
    """The fields that only one side of a contribution of the same model states, or differ."""
    a, b = change.a, change.b
    if a is None or type(a) is not type(b) or not hasattr(a, "model"):
        return ()
    return [
        field.rstrip("_")
        for field in type(a).model_fields
        if field != "basis" and getattr(a, field) != getattr(b, field)
    ]


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


def _came_or_went(cause: Cause) -> str:
    """`+` where the entry at the path has come, `-` where it has gone."""
    for change in cause.changes:
        if change.path == cause.path and change.is_entry:
            return "+" if change.a is None else "-"
    return ""
