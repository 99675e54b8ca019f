"""What a register says of single stays: how many, how long, who is still there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.staying.cells import STILL_THERE
from igs_costshare.staying.days import Year
from igs_costshare.staying.overlaps import Overlap
from igs_costshare.staying.register import NightsBy, Register


class Counted(NamedTuple):
    """Stays, and their nights within the year."""

    stays: int
    nights: int


class Referred(NamedTuple):
    """Stays of the clients of a partner, and their nights within the year by household size."""

    stays: int
    nights: Mapping[int, int]


class Longest(NamedTuple):
    """The stay of the most nights that the year counts, the first of them where there are more."""

    stay: str | None
    """Its code; None where it has none."""
    unit: str | None
    """The home; None where it has no name."""
    owner: str
    nights: int
    """In whole, not cut at the ends of the year; who is still there, up to its last day."""
    line: int


class Summary(NamedTuple):
    """What `stays` reports of single stays; stays wholly outside the year do not count."""

    units: Mapping[str, Counted]
    """By home with a name, where anybody stayed; in the order of the description."""
    owners: Mapping[str, Counted]
    """By owner, where the register names no home."""
    referrers: Mapping[str, Referred]
    """By partner; those without a referrer under ""."""
    mean_nights: Fraction | None
    """Of the stays that ended in the year, in whole; None without any."""
    longest: Longest | None
    still_there: int
    """Stays that have no departure, or one after the year."""
    overlaps: tuple[Overlap, ...]


def summary_of(register: Register) -> Summary:
    """The summary of a register."""
    year = Year(register.lodgings.year, register.lodgings.count)
    columns = register.columns
    within = [
        at
        for at, (came, left) in enumerate(zip(columns.arrivals, columns.departures, strict=True))
        if not year.is_outside(came, left)
    ]
    came, left = columns.arrivals, columns.departures
    counted = [at for at in within if not year.is_without(came[at], left[at])]
    places = Counter(columns.lodgings[at] for at in counted)
    clients = Counter(columns.referrers[at] for at in counted)
    named = {register.lodging(at): stays for at, stays in sorted(places.items())}
    nights = register.nights
    return Summary(
        {
            each.unit: Counted(stays, _total(nights.unit, each.unit))
            for each, stays in named.items()
            if each.unit is not None
        },
        {
            each.owner: Counted(stays, _total(nights.owner, each.owner))
            for each, stays in named.items()
            if each.unit is None
        },
        {
            register.referrer(at): Referred(stays, _by_size(register, register.referrer(at)))
            for at, stays in sorted(clients.items())
        },
        _mean(register, within, year),
        _longest(register, counted, year),
        sum(columns.departures[at] >= year.end for at in within),
        register.overlaps,
    )


def _total(nights: NightsBy, id: str) -> int:
    return sum(sum(by_size.values()) for by_size in nights.get(id, {}).values())


def _by_size(register: Register, referrer: str) -> Mapping[int, int]:
    sizes: Counter[int] = Counter()
    for nights in (register.nights.unit, register.nights.owner):
        for of_home in nights.values():
            sizes.update(of_home.get(referrer, {}))
    return dict(sorted(sizes.items()))


def _mean(register: Register, within: list[int], year: Year) -> Fraction | None:
    """The nights of those that left in the year, from their arrival in whatever year."""
    came, left = register.columns.arrivals, register.columns.departures
    lengths = [left[at] - came[at] for at in within if left[at] < year.end]
    return Fraction(sum(lengths), len(lengths)) if lengths else None


def _longest(register: Register, within: list[int], year: Year) -> Longest | None:
    if not within:
        return None
    came, left = register.columns.arrivals, register.columns.departures

    def nights(at: int) -> int:
        return (year.end if left[at] == STILL_THERE else left[at]) - came[at]

    stay = max(within, key=nights)
    one = register.stay(stay)
    return Longest(one.code, one.unit, one.owner, nights(stay), one.line)
