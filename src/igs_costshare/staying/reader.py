"""A register of stays, from the bytes of its file: read and checked whole, and summed."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from igs_costshare.errors import MOST_PROBLEMS, InputError, Problem, cut_off
from igs_costshare.staying.days import Year
from igs_costshare.staying.directory import Lodging
from igs_costshare.staying.fingerprint import fingerprint_of
from igs_costshare.staying.header import Header, header_of
from igs_costshare.staying.lodgings import Lodgings
from igs_costshare.staying.register import Nights, Register
from igs_costshare.staying.rows import Rows, Stays
from igs_costshare.staying.source import Batch, batches

_KEPT = 4
"""Registers that are kept: the variants of one file read the same one."""


@lru_cache(_KEPT)
def register_of(content: bytes, name: str, lodgings: Lodgings) -> Register:
    """The register in a file (CSV or XLSX), held against the homes and partners.

    Raises `InputError` with every fault, in line order; none of them repeats what may tell who
    somebody is.
    """
    some = batches(content, name)
    first = next(some, Batch([], []))
    header, before, problems = header_of(
        first.rows, first.lines, name, referrer=lodgings.referrer_needed
    )
    below = Batch(first.rows[before:], first.lines[before:])
    rows = Rows(header, lodgings, name)
    stays = Stays([], [], [], [], [], [], array("q"))
    for found in _read(rows, chain([below], some), problems):
        if not problems:
            _add(stays, found)
    if problems:
        raise InputError(cut_off(tuple(problems), name))
    return _register(stays, header, name, lodgings)


def _read(rows: Rows, some: Iterator[Batch], problems: list[Problem]) -> Iterator[Stays]:
    """The stays of all rows without fault; problems are added to those of the header."""
    try:
        for batch in some:
            found = rows.read(batch)
            if isinstance(found, Stays):
                yield found
            else:
                problems += found
            if len(problems) > MOST_PROBLEMS:
                return
    except InputError as error:
        problems += error.problems


def _add(stays: Stays, more: Stays) -> None:
    stays.lodgings.extend(more.lodgings)
    stays.referrers.extend(more.referrers)
    stays.persons.extend(more.persons)
    stays.arrivals.extend(more.arrivals)
    stays.departures.extend(more.departures)
    stays.codes.extend(more.codes)
    stays.lines.extend(more.lines)


def _register(stays: Stays, header: Header, name: str, lodgings: Lodgings) -> Register:
    nights = Year(lodgings.year, lodgings.count).nights(stays.arrivals, stays.departures)
    summed = _summed(stays, nights, lodgings)
    return Register(name, lodgings, header, stays, summed, fingerprint_of(stays))


def _summed(stays: Stays, nights: list[int], lodgings: Lodgings) -> Nights:
    """The nights of each home or owner, by referrer and size, in the order of the description."""
    totals: dict[tuple[Lodging, str, int], int] = defaultdict(int)
    who = zip(stays.lodgings, stays.referrers, stays.persons, strict=True)
    for key, number in zip(who, nights, strict=True):
        totals[key] += number
    order = {id: at for at, id in enumerate(["", *(body.id for body in lodgings.partners)])}
    unit: dict[str, dict[str, dict[int, int]]] = {home.id: {} for home in lodgings.homes}
    owner: dict[str, dict[str, dict[int, int]]] = {body.id: {} for body in lodgings.partners}
    for (lodging, referrer, size), number in sorted(
        totals.items(), key=lambda each: (order[each[0][1]], each[0][2])
    ):
        if number:
            of = owner[lodging.owner] if lodging.unit is None else unit[lodging.unit]
            of.setdefault(referrer, {})[size] = number
    return Nights(
        {id: each for id, each in unit.items() if each},
        {id: each for id, each in owner.items() if each},
    )
