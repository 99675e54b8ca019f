"""Stays at one time in one home, or more than an owner has homes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from heapq import heappush, heappushpop, nsmallest
from typing import NamedTuple

from igs_costshare.errors import MOST_PROBLEMS
from igs_costshare.staying.directory import Lodging, homes_of
from igs_costshare.staying.lodgings import Lodgings
from igs_costshare.staying.rows import Stays


class Overlap(NamedTuple):
    """A stay that begins while another one still takes the (last) home."""

    lodging: Lodging
    line: int
    """Of the stay that stands lower in the file."""
    other: int
    """The line of the other one."""
    first: date
    """The first day that both are there."""
    last: date
    """The last night that both are there."""


class _Found(NamedTuple):
    line: int
    other: int
    first: int
    last: int
    lodging: Lodging


def overlaps_of(stays: Stays, lodgings: Lodgings) -> list[Overlap]:
    """Each stay that begins where there is no place left, with the one that takes it longest.

    In the order of the lines, and no more than one beyond the most that are told. To leave on the
    day that somebody else arrives is no overlap, and a stay of 0 nights overlaps nothing.
    """
    end = date(lodgings.year, 12, 31).toordinal() + 1
    by_lodging: dict[Lodging, list[int]] = {}
    for at, lodging in enumerate(stays.lodgings):
        by_lodging.setdefault(lodging, []).append(at)
    found = (
        overlap
        for lodging, those in by_lodging.items()
        for overlap in _within(stays, those, homes_of(lodgings, lodging), end)
    )
    return [
        Overlap(
            each.lodging,
            each.line,
            each.other,
            date.fromordinal(each.first),
            date.fromordinal(each.last),
        )
        for each in nsmallest(MOST_PROBLEMS + 1, found)
    ]


def _within(stays: Stays, those: list[int], homes: int, end: int) -> Iterator[_Found]:
    """The overlaps among the stays at some positions, in homes that are alike."""
    arrivals, departures = stays.arrivals, stays.departures
    those.sort(key=arrivals.__getitem__)
    longest: list[tuple[int, int]] = []
    """Of the stays so far, those that take the homes longest: departure and position."""
    for at in those:
        came = arrivals[at]
        left = min(departures[at], max(end, came))
        if left == came:
            continue
        if len(longest) < homes:
            heappush(longest, (left, at))
            continue
        until, other = longest[0]
        if until > came:
            one, two = stays.lines[at], stays.lines[other]
            last = min(until, left) - 1
            yield _Found(max(one, two), min(one, two), came, last, stays.lodgings[at])
        heappushpop(longest, (left, at))
