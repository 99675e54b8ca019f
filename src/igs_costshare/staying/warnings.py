"""What deserves a look in a register: stays at one time in one home, of another year, twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, date
from heapq import merge

from igs_costshare.errors import MOST_PROBLEMS, Path, Place, Problem, first_few
from igs_costshare.messages import Message, say
from igs_costshare.staying.cells import STILL_THERE
from igs_costshare.staying.days import Year
from igs_costshare.staying.directory import Directory
from igs_costshare.staying.header import Header
from igs_costshare.staying.overlaps import Overlap
from igs_costshare.staying.rows import Stays
from igs_costshare.staying.twice import repeated


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
    in_order = merge(
        of_overlaps,
        _outside(stays, year, header, name),
        _twice(stays, directory, year, header, name),
        _far_away(stays, year, header, name),
        key=lambda each: each[0],
    )
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
    path, days = header.path("from"), (overlap.first, overlap.last)
    called = directory.called(overlap.lodging)
    if overlap.lodging.unit is None:
        message = say(
            "register.more_than_homes",
            owner=called,
            line=str(overlap.other),
            first=days[0],
            last=days[1],
        )
        return _warning(message, path, None, name, overlap.line)
    message = say(
        "register.overlap", home=called, line=str(overlap.other), first=days[0], last=days[1]
    )
    return _warning(message, path, None, name, overlap.line)


def _warning(message: Message, path: Path, hint: Message | None, name: str, line: int) -> Problem:
    return Problem(message, path, hint, False, "warning", name, Place(line, 0, ""))


def _outside(stays: Stays, year: Year, header: Header, name: str) -> Iterator[tuple[int, Problem]]:
    came, left = stays.arrivals, stays.departures
    if not came or (min(left) >= year.start and max(came) < year.end):
        return
    message, path = say("register.outside", year=str(year.number)), header.path("from")
    for at, line in enumerate(stays.lines):
        if year.is_outside(came[at], left[at]):
            yield line, _warning(message, path, None, name, line)


def _twice(
    stays: Stays, directory: Directory, year: Year, header: Header, name: str
) -> Iterator[tuple[int, Problem]]:
    for each in repeated(stays, directory, year):
        line, above = stays.lines[each.at], str(stays.lines[each.above])
        path, hint = header.path("stay"), say("register.one_of_both")
        if not each.code:
            path, message = (), say("register.same_row", line=above)
        elif each.rest:
            message = say("register.twice", line=above)
        else:
            message, hint = say("register.same_code", line=above), say("register.own_code")
        yield line, _warning(message, path, hint, name, line)


_LONG_AGO = 5
"""Years before the one that counts in which nobody comes who is still there."""


def _far_away(stays: Stays, year: Year, header: Header, name: str) -> Iterator[tuple[int, Problem]]:
    """Days whose year was probably mistyped, of stays that touch the year by them."""
    came, left = stays.arrivals, stays.departures
    first = date(max(1, year.number - _LONG_AGO), 1, 1).toordinal()
    last = date(min(MAXYEAR, year.number + 1), 12, 31).toordinal()
    if not came or (
        min(came) >= first and all(each <= last or each == STILL_THERE for each in left)
    ):
        return
    earliest, latest = str(year.number - _LONG_AGO), str(year.number + 1)
    for at, line in enumerate(stays.lines):
        if year.is_outside(came[at], left[at]):
            continue
        if came[at] < first:
            message, hint = say("register.long_ago", year=earliest), say("register.look_at_year")
            yield line, _warning(message, header.path("from"), hint, name, line)
        if last < left[at] < STILL_THERE:
            message, hint = say("register.far_ahead", year=latest), say("register.or_leave_empty")
            yield line, _warning(message, header.path("until"), hint, name, line)
