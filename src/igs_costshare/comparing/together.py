"""Changes that are told together, as they are one by what the file means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from igs_costshare.comparing.changes import Change
from igs_costshare.description.alternatives import ALTERNATIVES
from igs_costshare.errors import Path


def told_together(changes: Sequence[Change]) -> list[tuple[Change, ...]]:
    """The changes, those together that are one by what the file means.

    Fields that exclude one another go together (an `amount` that becomes an `fte`), a price with
    what it is a price for, and a partner that comes or leaves with its homes.
    """
    entries = {change.path: change for change in changes if change.is_entry}
    places: dict[Path, list[Change]] = {}
    for change in changes:
        place = _with_owner(change, entries) if change.is_entry else change.path[:-1]
        places.setdefault(place, []).append(change)
    return [
        group
        for place in places.values()
        for group in ([tuple(place)] if place[0].is_entry else _connected(place))
    ]


def _with_owner(entry: Change, entries: Mapping[Path, Change]) -> Path:
    """The path of the partner that a home comes or leaves with; of another entry its own."""
    if entry.path[0] == "unit":
        home = entry.b if entry.a is None else entry.a
        owner = entries.get(("partner", home.owner))
        if owner is not None and (owner.a is None) == (entry.a is None):
            return owner.path
    return entry.path


def _connected(changes: Sequence[Change]) -> list[tuple[Change, ...]]:
    """Changes in one table, those together that are one."""
    groups: dict[int, list[Change]] = {}
    group_of: dict[_Rule, int] = {}
    for place, change in enumerate(changes):
        joined = sorted({group_of[rule] for rule in _rules_of(change) if rule in group_of})
        groups[place] = [*(each for group in joined for each in groups.pop(group)), change]
        group_of |= {rule: place for each in groups[place] for rule in _rules_of(each)}
    return [tuple(group) for group in groups.values()]


_Rule = tuple[str, ...]
_PRICES: tuple[_Rule, ...] = (("per", "amount"), ("per", "fte"), ("per", "fte_cost"))


def _rules_of(change: Change) -> Iterator[_Rule]:
    """The fields of an entry of which a change is one: changes of the same such fields are one."""
    if len(change.path) != len(("table", "id", "field")):
        return
    table, _, field = change.path
    yield from (rule for rule in _PRICES if field in rule)
    if change.one_sided:
        where = f"{table}.*"
        yield from (
            rule.fields for rule in ALTERNATIVES if rule.where == where and field in rule.fields
        )
