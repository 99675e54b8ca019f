"""Partners that became one, or one that became several: those whose figures add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from math import comb
from typing import TypeAlias

from igs_costshare.comparing.cause import MERGE, Cause, cause_of
from igs_costshare.comparing.changes import Change
from igs_costshare.description.network import Partner

_MOST_TRIED = 20_000
"""Sets of partners of one size that are tried; where there are more, none of that size."""

_NONE = Decimal(0)

Group: TypeAlias = tuple[Change, ...]
"""A partner on one side with its homes, or another change."""
_Figures: TypeAlias = Mapping[tuple[str, str], Decimal]


def mergers(groups: Sequence[Group]) -> Iterator[Cause]:
    """Each merger, and each split, of the partners on one side only, with homes that pass over.

    Homes, planned days and every key that all of them have add up.
    """
    passing = [group[0] for group in groups if group[0].path[::2] == ("unit", "owner")]
    sides: tuple[dict[str, Group], dict[str, Group]] = ({}, {})
    for group in groups:
        lead = group[0]
        if lead.is_entry and lead.path[0] == "partner":
            sides[lead.a is None][str(lead.path[1])] = group
    figures = {id: _figures(id, group, passing) for side in sides for id, group in side.items()}
    for id in sorted(figures):
        own = sides[id in sides[1]]
        others = sides[id not in sides[1]]
        members = _adding_up(figures[id], {each: figures[each] for each in sorted(others)})
        if id in own and members:
            gone = {id, *members}
            homes = [each for each in passing if {each.a, each.b} <= gone]
            entries = [*own.pop(id), *(each for one in members for each in others.pop(one))]
            yield cause_of([*entries, *homes], (MERGE, id))


def _figures(id: str, group: Group, passing: Sequence[Change]) -> _Figures:
    """What has to add up: homes, days by size, and keys."""
    lead = group[0]
    partner: Partner = lead.b if lead.a is None else lead.a
    homes = len(group) - 1 + sum(id in (each.a, each.b) for each in passing)
    found = {("units", ""): Decimal(homes if partner.units is None else partner.units)}
    days = partner.days
    by_size = days.items() if isinstance(days, dict) else [] if days is None else [("1", days)]
    found |= {("days", str(size)): Decimal(number) for size, number in by_size}
    return found | {("keys", key): Decimal(number) for key, number in partner.keys.items()}


def _adding_up(whole: _Figures, others: Mapping[str, _Figures]) -> tuple[str, ...]:
    """The fewest of the others, two at least, that add up to the figures; nobody without."""
    for size in range(2, len(others) + 1):
        if comb(len(others), size) > _MOST_TRIED:
            break
        for members in combinations(others, size):
            if _are_sum(whole, [others[each] for each in members]):
                return members
    return ()


def _are_sum(whole: _Figures, members: Sequence[_Figures]) -> bool:
    """Whether the figures are the sum of those of the members, who all count for something."""
    places = {*whole, *(place for each in members for place in each)}
    shared = [
        place
        for place in places
        if place[0] != "keys" or all(place in each for each in (whole, *members))
    ]
    sums = {place: sum(each.get(place, _NONE) for each in members) for place in shared}
    counting = all(any(each.get(place) for place in shared) for each in members)
    return counting and all(whole.get(place, _NONE) == total for place, total in sums.items())
