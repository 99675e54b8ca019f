"""What deserves a look in a register: stays at one time in one home, stays of another year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge

from igs_costshare.errors import MOST_PROBLEMS, Place, Problem, first_few
from igs_costshare.messages import say
from igs_costshare.staying.days import Year
from igs_costshare.staying.directory import Directory
from igs_costshare.staying.header import Header
from igs_costshare.staying.overlaps import Overlap
from igs_costshare.staying.rows import Stays


def warnings_of(
    stays: Stays,
    year: Year,
    overlaps: Sequence[Overlap],
    directory: Directory,
    header: Header,
    name: str,
) -> tuple[Problem, ...]:
    """All of them in line order; the first ones where there are more than anybody reads."""
    of_overlaps = ((each.line, _overlap(each, directory, header, name)) for each in overlaps)
    of_others = _outside(stays, year, header, name)
    in_order = merge(of_overlaps, of_others, key=lambda each: each[0])
    found = first_few(problem for _, problem in in_order)
    if len(found) > MOST_PROBLEMS:
        message = say("register.more_warnings", told=MOST_PROBLEMS)
        found[-1] = Problem(message, severity="warning", origin=name)
    return tuple(found)


def of_sheets(numbers: Sequence[int], name: str) -> Iterator[Problem]:
    """That other sheets of a workbook, by their numbers, name the columns too."""
    if numbers:
        told = ", ".join(map(str, numbers[:_MOST_SHEETS]))
        more = " …" if numbers[_MOST_SHEETS:] else ""
        message, hint = say("register.other_sheets", sheets=told + more), say("register.on_one")
        yield Problem(message, hint=hint, severity="warning", origin=name)


_MOST_SHEETS = 12
"""Sheets that are named: those of the months."""


def _overlap(overlap: Overlap, directory: Directory, header: Header, name: str) -> Problem:
    place, days = Place(overlap.line, 0, ""), (overlap.first, overlap.last)
    called = directory.called(overlap.lodging)
    if overlap.lodging.unit is None:
        message = say(
            "register.more_than_homes",
            owner=called,
            line=str(overlap.other),
            first=days[0],
            last=days[1],
        )
        return Problem(message, header.path("from"), None, False, "warning", name, place)
    message = say(
        "register.overlap", home=called, line=str(overlap.other), first=days[0], last=days[1]
    )
    return Problem(message, header.path("from"), None, False, "warning", name, place)


def _outside(stays: Stays, year: Year, header: Header, name: str) -> Iterator[tuple[int, Problem]]:
    came, left = stays.arrivals, stays.departures
    if not came or (min(left) >= year.start and max(came) < year.end):
        return
    message, path = say("register.outside", year=str(year.number)), header.path("from")
    for at, line in enumerate(stays.lines):
        if year.is_outside(came[at], left[at]):
            yield line, Problem(message, path, None, False, "warning", name, Place(line, 0, ""))
