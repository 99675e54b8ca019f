"""A register of stays, from the bytes of its file: read and checked whole, and summed."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from igs_costshare.errors import MOST_PROBLEMS, InputError, Problem, cut_off
from igs_costshare.staying.cells import MOST_PERSONS
from igs_costshare.staying.days import Year
from igs_costshare.staying.directory import Directory
from igs_costshare.staying.fingerprint import fingerprint_of
from igs_costshare.staying.header import header_of
from igs_costshare.staying.lodgings import Lodgings
from igs_costshare.staying.register import Nights, Register
from igs_costshare.staying.rows import Rows, Stays
from igs_costshare.staying.source import Batch, opened

_KEPT = 4
"""Registers that are kept: the variants of one file read the same one."""
_SIZES = MOST_PERSONS + 1


@lru_cache(_KEPT)
def register_of(content: bytes, name: str, lodgings: Lodgings) -> Register:
    """The register in a file (CSV or XLSX), held against the homes and partners.

    Raises `InputError` with every fault, in line order; none of them repeats what may tell who
    somebody is.
    """
    some, others = opened(content, name)
    first = next(some, Batch([], []))
    header, before, problems = header_of(
        first.rows, first.lines, name, others, referrer=lodgings.referrer_needed
    )
    below = Batch(first.rows[before:], first.lines[before:], first.unread)
    directory = Directory(lodgings)
    year = Year(lodgings.year, lodgings.count)
    rows = Rows(header, directory, year, name)
    stays = Stays([], [], [], [], [], [], array("q"))
    for found in _read(rows, chain([below], some), problems):
        if not problems:
            _add(stays, found)
    if problems:
        raise InputError(cut_off(tuple(rows.told(problems)), name))
    nights = _nights(stays, directory, year)
    fingerprint = fingerprint_of(stays, directory)
    beside = tuple(others())
    return Register(name, lodgings, directory, header, stays, nights, fingerprint, beside)


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


def _nights(stays: Stays, directory: Directory, year: Year) -> Nights:
    """The nights of each home or owner, by referrer and size, in the order of the description."""
    many = len(directory.referrers)
    totals: dict[int, int] = defaultdict(int)
    who = (
        (home * many + referrer) * _SIZES + size
        for home, referrer, size in zip(stays.lodgings, stays.referrers, stays.persons, strict=True)
    )
    for each, number in zip(who, year.nights(stays.arrivals, stays.departures), strict=True):
        totals[each] += number
    units: dict[str, dict[str, dict[int, int]]] = {}
    owners: dict[str, dict[str, dict[int, int]]] = {}
    before, sizes = -1, dict[int, int]()
    for each in sorted(each for each, number in totals.items() if number):
        whose, size = divmod(each, _SIZES)
        if whose != before:
            home, referrer = divmod(whose, many)
            unit, owner = directory.lodgings[home]
            of_home = owners.setdefault(owner, {}) if unit is None else units.setdefault(unit, {})
            before, sizes = whose, of_home.setdefault(directory.referrers[referrer], {})
        sizes[size] = totals[each]
    return Nights(units, owners)
