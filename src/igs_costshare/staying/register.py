"""What a register comes to: its stays, the nights within the year, and what deserves a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeAlias

from igs_costshare.errors import Path, Problem
from igs_costshare.staying.cells import STILL_THERE, Column
from igs_costshare.staying.days import Year
from igs_costshare.staying.directory import Directory, Lodging
from igs_costshare.staying.header import Header
from igs_costshare.staying.lodgings import Lodgings
from igs_costshare.staying.overlaps import Overlap, overlaps_of
from igs_costshare.staying.rows import Stays
from igs_costshare.staying.warnings import of_sheets, warnings_of

NightsBy: TypeAlias = Mapping[str, Mapping[str, Mapping[int, int]]]
"""Nights within the year by home or owner, referrer ("" where none is named), household size."""


class Stay(NamedTuple):
    """One stay of a household."""

    unit: str | None
    """The home, where it has a name."""
    owner: str
    referrer: str
    """Empty where the register names none."""
    persons: int
    arrival: date
    departure: date | None
    """None: still there at the end of the year."""
    code: str | None
    line: int
    """In the file; the row in a sheet."""


class Nights(NamedTuple):
    """Nights within the year; of none, there is no entry."""

    unit: NightsBy
    """By home with a name."""
    owner: NightsBy
    """By owner of the homes, where the register names no home."""


class Register:
    """The stays of a register, read without fault."""

    def __init__(
        self,
        name: str,
        lodgings: Lodgings,
        directory: Directory,
        header: Header,
        columns: Stays,
        nights: Nights,
        fingerprint: str,
        sheets: tuple[int, ...] = (),
    ) -> None:
        self.name = name
        """Of the file."""
        self.lodgings = lodgings
        """What it was held against."""
        self._directory = directory
        self._header = header
        self._year = Year(lodgings.year, lodgings.count)
        self.columns = columns
        self.nights = nights
        self.fingerprint = fingerprint
        """SHA-256 of the stays, however the file writes and orders them; not of their codes."""
        self._sheets = sheets
        """The numbers of the sheets that have headers too, and are not read."""

    def __len__(self) -> int:
        return len(self.columns.lodgings)

    @property
    def stays(self) -> Iterator[Stay]:
        """Each stay in turn, as the file has them."""
        for at in range(len(self)):
            yield self.stay(at)

    def stay(self, at: int) -> Stay:
        """The stay at a position, counted from 0."""
        columns = self.columns
        home, left = self.lodging(columns.lodgings[at]), columns.departures[at]
        return Stay(
            home.unit,
            home.owner,
            self.referrer(columns.referrers[at]),
            columns.persons[at],
            date.fromordinal(columns.arrivals[at]),
            None if left == STILL_THERE else date.fromordinal(left),
            columns.codes[at] or None,
            columns.lines[at],
        )

    def lodging(self, position: int) -> Lodging:
        """The place that a figure in the column of places stands for."""
        return self._directory.lodgings[position]

    def called(self, line: int) -> str:
        """What the home is called in which the stay of a line was; of counted homes, the owner."""
        return self._directory.called(self.lodging(self.columns.lodgings[self._at[line]]))

    @cached_property
    def _at(self) -> dict[int, int]:
        """Where the stay of each line stands."""
        return {line: at for at, line in enumerate(self.columns.lines)}

    def referrer(self, position: int) -> str:
        """The partner that a figure in the column of referrers stands for; "" for nobody."""
        return self._directory.referrers[position]

    @cached_property
    def overlaps(self) -> tuple[Overlap, ...]:
        """Stays at a time in one home, or more than there are homes; in line order."""
        return tuple(overlaps_of(self.columns, self._directory, self._year))

    def heading(self, column: Column) -> Path:
        """What the file calls a column, as the path of what is wrong there."""
        return self._header.path(column)

    @cached_property
    def warnings(self) -> tuple[Problem, ...]:
        """What is no error but deserves a look: stays in line order, then other sheets."""
        found = warnings_of(
            self.columns, self._year, self.overlaps, self._directory, self._header, self.name
        )
        return (*found, *of_sheets(self._sheets, self.name))
