"""Stays at one time in one home, or more than an owner has homes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import heappush, heappushpop
from typing import NamedTuple, TypeAlias

from igs_costshare.errors import MOST_PROBLEMS
from igs_costshare.staying.days import Year
from igs_costshare.staying.directory import Directory, Lodging
from igs_costshare.staying.rows import Stays


class Overlap(NamedTuple):
    """A stay that begins while another one still takes the (last) home."""

    lodging: Lodging
    line: int
    """Of the stay that stands lower in the file."""
    other: int
    """The line of the other one."""
    first: date
    """The first day of the year that both are there."""
    last: date
    """The last night that both are there."""


class _Taken(NamedTuple):
    """That a stay begins where no place is left: both positions, and the days that it lasts."""

    below: int
    above: int
    first: int
    left: int


def overlaps_of(stays: Stays, directory: Directory, year: Year) -> list[Overlap]:
    """Each stay that begins where there is no place left, with the one that takes it longest.

    In the order of the lines, and no more than one beyond the most that are told. To leave on the
    day that somebody else arrives is no overlap, and a stay of 0 nights overlaps nothing; nor does
    one of another year.
    """
    by_lodging: dict[int, list[int]] = {}
    for at, lodging in enumerate(stays.lodgings):
        try:
            by_lodging[lodging].append(at)
        except KeyError:
            by_lodging[lodging] = [at]
    for those in by_lodging.values():
        if len(those) > 1:
            those.sort(key=stays.arrivals.__getitem__)
    found: list[tuple[_Taken, Lodging]] = []
    for lodging, those in by_lodging.items():
        if directory.gone(lodging):  # only stays of other years are there
            continue
        place = directory.lodgings[lodging]
        homes = 1 if place.unit is not None else directory.homes_of(place.owner)
        beside = () if place.unit is not None else directory.places_beside(lodging)
        named = [by_lodging[each] for each in beside if each in by_lodging]
        if len(those) > 1 or named:
            spans = [*_spans(stays, those, year)]
            for of_home in named:
                spans += _one_at_a_time(_spans(stays, of_home, year))
            if named:
                spans.sort()
            found += ((each, place) for each in _within(spans, homes))
    found.sort()
    return [_overlap(stays, *each, year) for each in found[: MOST_PROBLEMS + 1]]


_Span: TypeAlias = tuple[int, int, int]
"""The days from which on, and up to which, a home is taken, and the position of the stay."""


def _spans(stays: Stays, those: list[int], year: Year) -> Iterator[_Span]:
    """What the stays at some positions take of the year, by arrival; of another year, nothing."""
    arrivals, departures, start, end = stays.arrivals, stays.departures, year.start, year.end
    for at in those:
        came, left = arrivals[at], departures[at]
        if left > end:
            left = max(end, came)
        if left != came and left > start and came < end:
            yield came, left, at


def _one_at_a_time(spans: Iterable[_Span]) -> Iterator[_Span]:
    """The days that a home is taken, each once; that two take it at a time is told of the home."""
    free = 0
    for came, left, at in spans:
        if left > free:
            yield max(came, free), left, at
            free = left


def _within(spans: Iterable[_Span], homes: int) -> Iterator[_Taken]:
    """The overlaps among what takes homes that are alike, by arrival; the line below first."""
    longest: list[tuple[int, int]] = []
    """Of the stays so far, those that take the homes longest: departure and position."""
    for came, left, at in spans:
        if len(longest) < homes:
            heappush(longest, (left, at))
            continue
        until, other = longest[0]
        if until > came:
            below, above = (at, other) if at > other else (other, at)
            yield _Taken(below, above, came, min(left, until))
        heappushpop(longest, (left, at))


def _overlap(stays: Stays, taken: _Taken, place: Lodging, year: Year) -> Overlap:
    return Overlap(
        place,
        stays.lines[taken.below],
        stays.lines[taken.above],
        date.fromordinal(max(taken.first, year.start)),
        date.fromordinal(taken.left - 1),
    )
