"""Causes in words: `occupancy (85 % → 60 %)`, `Dorp joins`, `inhabitants of 5 partners`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

from igs_costshare.comparing.cause import INDEX, MERGE, Cause, cause_of
from igs_costshare.comparing.changes import Change
from igs_costshare.comparing.grouping import over_partners, recognised
from igs_costshare.comparing.indexing import amounts_in
from igs_costshare.documents.cause_patterns import (
    CAUSES,
    HOLDERS,
    PAYERS,
    PRICED,
    TAKERS,
    CausePhrase,
)
from igs_costshare.errors import Path
from igs_costshare.reading.description import PLAN
from igs_costshare.wording.language import Language
from igs_costshare.wording.units import Notation, notation_at, number_text

_LINES = ("cost", "subsidy", "revenue")
_ENTRIES = (*_LINES, "partner", "unit", "payment")
_TOLD_DECIMALS = 4
"""Of the part of an index that is not exact: hundredths of a percent."""
_EXACT_DECIMALS = 6
"""Of the part of an index that is told as it is."""
_LISTED = 3
"""Changes of one cause that are named one by one."""


class PhraseTeller(NamedTuple):
    """How the two sides call things."""

    names: Mapping[Path, str]
    """Entries, by table and id."""
    currency: str
    language: Language
    told: Mapping[Path, str] = MappingProxyType({})
    """What some causes are called by what happens, by their paths."""

    def phrase(self, cause: Cause) -> str:
        """What a cause is, with both values where it is one number or one word."""
        if _is_plain(cause):
            return self._plain(cause)
        parts = [self._plain(each) for each in _apart(cause)]
        if parts[_LISTED:]:
            left = len(parts) - _LISTED + 1
            parts[_LISTED - 1 :] = [self.language.say("cause.more", count=left)]
        return self.language.listed(parts)

    def _plain(self, cause: Cause) -> str:
        if cause.path in self.told:
            return self.told[cause.path]
        if cause.path[0] == INDEX:
            return self._index(cause)
        if cause.path[0] == MERGE:
            return self._merger(cause)
        if cause.path[0] == PLAN:
            return self._planned(cause)
        if cause.moves_partners:
            cause = cause_of(cause.changes)
        pattern = pattern_of(cause.path) + _came_or_went(cause)
        while pattern not in CAUSES:
            pattern = pattern.rpartition(".")[0]
        told = CausePhrase(self._name(cause), self.language.key(str(cause.path[-1])))
        return self._with_values(cause, self.language.tell(CAUSES[pattern](told)))

    def _index(self, cause: Cause) -> str:
        """By which part how many amounts rise; of several indices how many amounts."""
        say, count = self.language.say, amounts_in(cause)
        if cause.part is None:
            return say("cause.indices", count=count)
        return say("cause.index", part=self._rise(cause.part), count=count)

    def _rise(self, part: Decimal) -> str:
        """By which part amounts rise or fall; one that is not short in hundredths of a percent."""
        short = -int(part.as_tuple().exponent) <= _EXACT_DECIMALS
        part = part if short else round(part, _TOLD_DECIMALS)
        told = number_text(part, Notation.PART, self.currency, self.language)
        return f"+{told}" if part > 0 else told

    def _planned(self, cause: Cause) -> str:
        """An event of a plan, with its year where it has one."""
        say, event = self.language.say, cause.path[1]
        if event == "index" and cause.part is not None:
            return say("cause.plan_index_by", part=self._rise(cause.part), count=amounts_in(cause))
        if event == "index":
            return say("cause.plan_index", count=amounts_in(cause))
        if event == "step":
            return say("cause.plan_step", count=amounts_in(cause))
        merges = cause.path[2] == MERGE
        what = self._merger(cause) if merges else self.phrase(cause_of(cause.changes))
        return say("cause.in_year", what=what, year=str(event))

    def _merger(self, cause: Cause) -> str:
        """Who become one, or what one becomes."""
        one = cause.path[-1]
        entries = [each for each in cause.changes if each.is_entry and each.path[0] == "partner"]
        gone = [each for each in entries if each.path[1] != one]
        came = gone[0].b is None
        stays = [self.names["partner", one]] if len(gone) == len(entries) else []
        name = self.names["partner", one]
        names = self.language.listed([*stays, *(self.names[each.path] for each in gone)])
        if came:
            return self.language.say("cause.merge", name=name, names=names)
        return self.language.say("cause.split", name=name, names=names)

    def _name(self, cause: Cause) -> str:
        """What the entry is called that a cause is about, or how many there are; else nothing."""
        table, *entry = cause.path
        if table not in _ENTRIES or not entry:
            return ""
        if entry[0] == "*":
            entries = {change.path[:2] for change in cause.changes}
            return self.language.say("cause.many", count=len(entries))
        return self.names[cause.path[:2]]

    def _with_values(self, cause: Cause, what: str) -> str:
        """What changed with both its values; a contribution with the other fields of it."""
        change = cause.sole
        if change is None:
            return what
        fields = _other_fields(change)
        if fields:
            here = self.language.listed(list(map(self._field, fields)))
            return self.language.say("cause.with", what=what, fields=here)
        a, b = (self._value(each, change.path) for each in (change.a, change.b))
        if not (a and b) or a == b:
            return what
        return self.language.say("cause.from_to", what=what, a=a, b=b)

    def _field(self, field: str) -> str:
        """What a field of a contribution is called; one without words by its name."""
        called = CAUSES.get(f"contribution.{field}")
        return field if called is None else self.language.tell(called(CausePhrase("", "")))

    def _value(self, value: Any, path: Path) -> str:
        """A value that fits in a sentence; nothing for a table or a list."""
        if isinstance(value, Decimal):
            return number_text(value, notation_at(path), self.currency, self.language)
        if isinstance(value, Fraction):
            return str(value)
        if isinstance(value, str):
            return self._word(value, path)
        model = getattr(value, "model", None)
        return self.language.text("model", model) if model else ""

    def _word(self, value: str, path: Path) -> str:
        tell, field = self.language.tell, str(path[-1])
        if _is_holder(path):
            return self.names.get(("partner", value)) or tell(HOLDERS[value])
        if field in ("difference", "owner"):
            return self.names.get(("partner", value)) or tell(TAKERS[value])
        if field == "paid_by":
            return tell(PAYERS[value])
        if field == "per":
            return tell(PRICED[value]) if value in PRICED else self.language.key(value)
        return self.language.key(value) if field == "key" else value


def _is_holder(path: Path) -> bool:
    """Whether a field says who paid, received or keeps something; residents pay a day price."""
    if path[0] in ("settlement", "payment"):
        return path[-1] in ("account", "to")
    return path != ("day_price", "paid_by") and path[-1] in ("paid_by", "in_kind", "received_by")


def _is_plain(cause: Cause) -> bool:
    """Whether the words for its path say all of it."""
    if cause.members or cause.path[1:] == ("*",):
        return False
    if cause.sole is not None or "*" in cause.path or cause.path[0] in (INDEX, MERGE, PLAN):
        return True
    return all(change.path[: len(cause.path)] == cause.path for change in cause.changes)


def _apart(cause: Cause) -> list[Cause]:
    """The parts of a cause that would be told by themselves, what leads it first."""
    groups: dict[Path, list[Cause]] = {}
    for part in cause.members or recognised(cause.changes):
        groups.setdefault(over_partners(part.path), []).append(part)
    parts = [
        group[0] if len(group) == 1 else cause_of(each for part in group for each in part.changes)
        for group in groups.values()
    ]
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
