"""How many nights of a stay lie within a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal


class Year:
    """A calendar year by the numbers of its days: from `start` up to, but not including, `end`."""

    def __init__(self, year: int, count: Literal["nights", "days"]) -> None:
        self.number = year
        self.start = date(year, 1, 1).toordinal()
        self.end = date(year, 12, 31).toordinal() + 1
        self._departure = int(count == "days")
        """How much of the day of departure counts: nothing in nights, all of it in days."""

    def nights(self, arrivals: Sequence[int], departures: Sequence[int]) -> list[int]:
        """The nights (or days) of each stay within the year.

        Who is still there at the end of the year (`cells.STILL_THERE`) has stayed through its last
        day. To arrive and leave on one day is 0 nights, or 1 day.
        """
        start, more = self.start, self._departure
        last = self.end - more
        lengths = [
            (left if left < last else last) - (came if came > start else start) + more  # noqa: FURB136 - half the time
            for came, left in zip(arrivals, departures, strict=True)
        ]
        return [length if length > 0 else 0 for length in lengths]  # noqa: FURB136

    def is_outside(self, arrival: int, departure: int) -> bool:
        """Whether no day of a stay lies within the year."""
        return departure < self.start or arrival >= self.end

    def is_without(self, arrival: int, departure: int) -> bool:
        """Whether no day that counts lies within the year: also where one leaves on its first."""
        before = departure + self._departure <= self.start and arrival < self.start
        return before or arrival >= self.end
