"""Stays in the homes, or of the clients, of a partner that was not there yet, or no longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from heapq import merge
from typing import NamedTuple

from igs_costshare.description.network import Network
from igs_costshare.errors import MOST_PROBLEMS, Place, Problem, first_few
from igs_costshare.messages import Message, say
from igs_costshare.staying.cells import Column
from igs_costshare.staying.days import Year
from igs_costshare.staying.register import Register


def register_warnings(register: Register, network: Network) -> tuple[Problem, ...]:
    """All that `compute` warns of in a register, in line order."""
    absences = absent_warnings(register, network)
    return tuple(merge(register.warnings, absences, key=_line)) if absences else register.warnings


def absent_warnings(register: Register, network: Network) -> tuple[Problem, ...]:
    """Stays outside the time that their owner or referrer takes part, in line order.

    The first ones where there are more than anybody reads.
    """
    found = first_few(_absences(register, network))
    if len(found) > MOST_PROBLEMS:
        message = say("register.more_warnings", told=MOST_PROBLEMS)
        found[-1] = Problem(message, severity="warning", origin=register.name)
    return tuple(found)


def _line(problem: Problem) -> tuple[bool, int]:
    """That there are more comes last."""
    place = problem.place
    return place is None, 0 if place is None else place.line


class _There(NamedTuple):
    """Who is there for a part of the year, from one day to another, both included."""

    name: str
    first: int
    last: int


def _absences(register: Register, network: Network) -> Iterator[Problem]:
    year = Year(register.lodgings.year, register.lodgings.count)
    there = dict(_in_part(network, year))
    if not there:
        return
    columns = register.columns
    in_days = register.lodgings.count == "days"
    days = zip(columns.arrivals, columns.departures, strict=True)
    for at, (came, left) in enumerate(days):
        unit, owner = register.lodging(columns.lodgings[at])
        referrer = register.referrer(columns.referrers[at])
        first, last = max(came, year.start), min(left if in_days else left - 1, year.end - 1)
        if first > last:
            continue
        place = Place(columns.lines[at], 0, "")
        for partner in dict.fromkeys((owner, referrer)):
            if partner in there:
                lodged: Column = "owner" if unit is None else "unit"
                path = register.heading(lodged if partner == owner else "referrer")
                for message in _messages(there[partner], first, last):
                    yield Problem(message, path, _HINT, False, "warning", register.name, place)


_HINT = say("register.counts_all_the_same")


def _in_part(network: Network, year: Year) -> Iterator[tuple[str, _There]]:
    for id, partner in network.partner.items():
        first, last = year.start, year.end - 1
        if partner.from_ is not None:
            first = max(first, partner.from_.toordinal())
        if partner.until is not None:
            last = min(last, partner.until.toordinal())
        if (first, last) != (year.start, year.end - 1):
            yield id, _There(network.called("partner", id), first, last)


def _messages(there: _There, first: int, last: int) -> Iterator[Message]:
    """What is wrong with a stay from one day to another; nothing where its partner was there."""
    name, came, left = there
    if last < came:
        yield say("register.before_joining", partner=name, day=date.fromordinal(came))
    elif first < came:
        yield say("register.begins_before_joining", partner=name, day=date.fromordinal(came))
    if first > left:
        yield say("register.after_leaving", partner=name, day=date.fromordinal(left))
    elif last > left:
        yield say("register.goes_on_after_leaving", partner=name, day=date.fromordinal(left))
