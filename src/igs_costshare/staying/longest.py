"""Stays that are longer than was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from igs_costshare.staying.cells import STILL_THERE
from igs_costshare.staying.days import Year
from igs_costshare.staying.register import Register


class LongStay(NamedTuple):
    """A stay, by its line, and its nights in whole; of who is still there, up to the year's end."""

    line: int
    nights: int


def longer_than(register: Register, most: int) -> Iterator[LongStay]:
    """The stays of more nights than that which touch the year, in the order of the file."""
    year = Year(register.lodgings.year, register.lodgings.count)
    columns = register.columns
    for at, (came, left) in enumerate(zip(columns.arrivals, columns.departures, strict=True)):
        nights = (year.end if left == STILL_THERE else left) - came
        if nights > most and not year.is_outside(came, left):
            yield LongStay(columns.lines[at], nights)
