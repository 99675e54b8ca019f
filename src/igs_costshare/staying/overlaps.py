"""Stays at one time in one home, or more than an owner has homes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from heapq import heappush, heappushpop
from typing import NamedTuple

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
    """The first day that both are there."""
    last: date
    """The last night that both are there."""


def overlaps_of(stays: Stays, directory: Directory, year: Year) -> list[Overlap]:
    """Each stay that begins where there is no place left, with the one that takes it longest.

    In the order of the lines, and no more than one beyond the most that are told. To leave on the
    day that somebody else arrives is no overlap, and a stay of 0 nights overlaps nothing.
    """
    by_lodging: dict[int, list[int]] = {}
    for at, lodging in enumerate(stays.lodgings):
        try:
            by_lodging[lodging].append(at)
        except KeyError:
            by_lodging[lodging] = [at]
    found: list[tuple[int, int]] = []
    for lodging, those in by_lodging.items():
        if len(those) > 1:
            those.sort(key=stays.arrivals.__getitem__)
            found += _within(stays, those, directory.homes_at(lodging), year.end)
    found.sort()
    return [_overlap(stays, directory, pair, year.end) for pair in found[: MOST_PROBLEMS + 1]]


def _within(stays: Stays, those: list[int], homes: int, end: int) -> Iterator[tuple[int, int]]:
    """The overlaps among the stays at some positions, by arrival, in homes that are alike.

    As positions, that of the line below first.
    """
    arrivals, departures = stays.arrivals, stays.departures
    longest: list[tuple[int, int]] = []
    """Of the stays so far, those that take the homes longest: departure and position."""
    for at in those:
        came, left = arrivals[at], departures[at]
        if left > end:
            left = max(end, came)
        if left == came:
            continue
        if len(longest) < homes:
            heappush(longest, (left, at))
            continue
        until, other = longest[0]
        if until > came:
            yield (at, other) if at > other else (other, at)
        heappushpop(longest, (left, at))


def _overlap(stays: Stays, directory: Directory, pair: tuple[int, int], end: int) -> Overlap:
    below, above = pair
    first = max(stays.arrivals[below], stays.arrivals[above])
    left = min(stays.departures[below], stays.departures[above], max(end, first + 1))
    return Overlap(
        directory.lodgings[stays.lodgings[below]],
        stays.lines[below],
        stays.lines[above],
        date.fromordinal(first),
        date.fromordinal(left - 1),
    )
