"""Stays that a register seems to hold twice: a code that comes back, a row pasted again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from igs_costshare.staying.days import Year
from igs_costshare.staying.directory import Directory
from igs_costshare.staying.rows import Stays


class Repeated(NamedTuple):
    """A stay that says again what one above it says; both by their positions."""

    at: int
    above: int
    code: bool
    """Whether they have a code, and the same one."""
    rest: bool
    """Whether they have the same home and days."""


def repeated(stays: Stays, directory: Directory, year: Year) -> Iterator[Repeated]:
    """The stays with a day that counts in the year and that come back in it, in file order.

    A stay of the year before that ends on New Year's Day may go on under its own code.

    Without a code, only those of homes without a name, which have room for two: of a home with a
    name they overlap. There, all that the rows say is the same.
    """
    codes = set(stays.codes)
    once = len(codes) == len(stays.codes) - max(0, stays.codes.count("") - 1)
    unnamed = {at for at in set(stays.lodgings) if directory.lodgings[at].unit is None}
    if once and not unnamed:
        return
    seen: dict[object, int] = {}
    columns = zip(
        stays.lodgings,
        stays.arrivals,
        stays.departures,
        stays.referrers,
        stays.persons,
        strict=True,
    )
    for at, (code, row) in enumerate(zip(stays.codes, columns, strict=True)):
        home, came, left, *_ = row
        if year.is_without(came, left):
            continue
        if code:
            days = (code, home, came, left)
            above = seen.setdefault(days, at)
            if above != at:
                yield Repeated(at, above, code=True, rest=True)
            elif (first := seen.setdefault(code, at)) != at:
                yield Repeated(at, first, code=True, rest=False)
        elif home in unnamed and (above := seen.setdefault(row, at)) != at:
            yield Repeated(at, above, code=False, rest=True)
