"""From rows of cells to columns of values; where a row is faulty, what is wrong with each cell."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from operator import le
from typing import NamedTuple, TypeVar, cast

from igs_costshare.errors import Place, Problem
from igs_costshare.messages import say
from igs_costshare.staying.cells import (
    MONTH_FIRST,
    Cells,
    Column,
    Fault,
    are_codes,
    arrival,
    cell_without_value,
    code_fault,
    departure,
    persons,
    unread,
)
from igs_costshare.staying.days import Year
from igs_costshare.staying.directory import Directory
from igs_costshare.staying.header import Header
from igs_costshare.staying.source import Batch
from igs_costshare.staying.unread import MERGED


class Stays(NamedTuple):
    """Stays by columns, all of one length."""

    lodgings: list[int]
    """Positions in `Directory.lodgings`."""
    referrers: list[int]
    """Positions in `Directory.referrers`."""
    persons: list[int]
    arrivals: list[int]
    """Numbers of days in the calendar."""
    departures: list[int]
    """Likewise; `STILL_THERE` where somebody has not left."""
    codes: list[str]
    """Empty where there is none."""
    lines: array[int]


_K = TypeVar("_K")
_V = TypeVar("_V")

_MERGED = bytes((0, MERGED))
_TOTALS = ("totaal", "total", "subtotaal", "subtotal", "eindtotaal", "som", "sum", "somme")


class Rows:
    """Reads the rows below a header; what it has read once, it does not work out again."""

    def __init__(self, header: Header, directory: Directory, days: Year, name: str) -> None:
        self._header, self._name, self._year = header, name, days.number
        self._directory, self._days = directory, days
        self._lodgings = Cells[tuple[str, str], int](self._lodging)
        self._units = Cells[str, int](lambda unit: self._lodging((unit, "")))
        self._referrers = Cells[str, int](self._referrer)
        self._persons = Cells[str, int](_persons)
        self._arrivals = Cells[str, int](_arrival)
        self._departures = Cells[str, int](_departure)
        self._month_first = Counter[Column]()
        """In how many rows the month stands before the day, by column."""

    def read(self, batch: Batch) -> Stays | list[Problem]:
        """The stays of some rows, or what is wrong with them; empty rows are passed over."""
        width = len(self._header.named)
        flat = batch.flat(width) if all(self._header.named) else None
        if flat and (found := self._values(lambda at: flat[at::width], batch.lines)):
            return found
        batch = self._in_shape(self._with_unread(batch))
        stays = self._columns(batch)
        if stays is None:
            batch = _filled(batch)
            stays = self._columns(batch)
        return stays or [
            problem
            for row, line in zip(batch.rows, batch.lines, strict=True)
            for problem in self._problems(row, line)
        ]

    def _with_unread(self, batch: Batch) -> Batch:
        """The rows with what tells that a cell of a column has no value."""
        for row, line in zip(batch.rows, batch.lines, strict=True) if batch.unread else ():
            marks = batch.unread.get(line, b"")
            if not any(map(str.strip, row)) and not marks.strip(_MERGED):
                continue  # merged with what stands above, and nothing beside it: an empty row
            for at in self._header.at.values():
                if marks[at : at + 1].strip(b"\0"):
                    row[at] = cell_without_value(marks[at])
        return batch

    def _in_shape(self, batch: Batch) -> Batch:
        """The rows with a cell for each column at least."""
        width = len(self._header.named)
        if min(map(len, batch.rows), default=width) >= width:
            return batch
        rows = [row + [""] * (width - len(row)) for row in batch.rows]
        return Batch(rows, batch.lines)

    def _nameless(self, row: Sequence[str]) -> bool:
        """Whether anything stands in no column that has a header."""
        named = self._header.named
        within = (each for each, header in zip(row, named, strict=False) if not header)
        return any(map(str.strip, within)) or any(map(str.strip, row[len(named) :]))

    def _columns(self, batch: Batch) -> Stays | None:
        """The values of all rows in shape; None where a cell or a row is faulty."""
        named = self._header.named
        whole = all(named) and max(map(len, batch.rows), default=0) <= len(named)
        if not whole and any(map(self._nameless, batch.rows)):
            return None
        return self._values(lambda at: [row[at] for row in batch.rows], batch.lines)

    def _values(self, column_at: Callable[[int], list[str]], lines: Sequence[int]) -> Stays | None:
        """The values of all columns; None where a cell or a row is faulty."""
        empty = [""] * len(lines)

        def cells(column: Column) -> list[str]:
            at = self._header.at.get(column)
            return empty if at is None else column_at(at)

        codes = self._codes(cells("stay"))
        units = cells("unit")
        if "owner" in self._header.at:
            lodgings = _valued(self._lodgings, zip(units, cells("owner"), strict=True))
        else:  # as most registers: a text is found faster than two
            lodgings = _valued(self._units, units)
        referrers = _valued(self._referrers, cells("referrer"))
        sizes = _valued(self._persons, cells("persons"))
        arrivals = _valued(self._arrivals, cells("from"))
        departures = _valued(self._departures, cells("until"))
        if (
            codes is None
            or lodgings is None
            or referrers is None
            or sizes is None
            or arrivals is None
            or departures is None
            or not all(map(le, arrivals, departures))
            or not self._without_gone(lodgings, referrers, arrivals, departures)
        ):
            return None
        return Stays(lodgings, referrers, sizes, arrivals, departures, codes, array("q", lines))

    def _without_gone(
        self,
        lodgings: list[int],
        referrers: list[int],
        arrivals: list[int],
        departures: list[int],
    ) -> bool:
        """Whether no stay of the year asks for a home or a partner that is not there in it."""
        if self._directory.all_there:
            return True
        gone = self._directory.is_gone(lodgings, referrers)
        stays = compress(zip(arrivals, departures, strict=True), gone)
        return all(self._days.is_without(came, left) for came, left in stays)

    def _codes(self, cells: list[str]) -> list[str] | None:
        if are_codes(cells, self._year):
            return cells
        if any(_code_fault(cell, self._year) for cell in cells):
            return None
        return [cell.strip() for cell in cells]

    def _problems(self, row: Sequence[str], line: int) -> Iterator[Problem]:
        """What is wrong with a row, in the order of its columns."""
        place = Place(line, 0, "")
        faults = sorted(self._faults(row), key=lambda each: self._position(each.column))
        if faults and _is_total(row):
            message, hint = say("register.total_row"), say("register.take_out_row")
            yield Problem(message, hint=hint, origin=self._name, place=place)
            return
        for fault in faults:
            if fault.message == MONTH_FIRST:
                self._month_first[fault.column] += 1
                if self._month_first[fault.column] > 1:
                    continue
            path = self._header.path(fault.column)
            yield Problem(fault.message, path, fault.hint, origin=self._name, place=place)
        if self._nameless(row):
            message, hint = say("register.nameless"), say("register.clear_cells")
            yield Problem(message, hint=hint, origin=self._name, place=place)

    def told(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems of all rows; what is wrong with many of a column says how many."""
        counts = {self._header.path(each): many for each, many in self._month_first.items()}
        for problem in problems:
            rows = next((many for path, many in counts.items() if path == problem.path), 1)
            if problem.message == MONTH_FIRST and rows > 1:
                yield problem._replace(message=say("register.months_first", rows=rows))
            else:
                yield problem

    def _position(self, column: Column) -> int:
        return self._header.at.get(column, 0)

    def _faults(self, row: Sequence[str]) -> Iterator[Fault]:
        def cell(column: Column) -> str:
            at = self._header.at.get(column)
            return "" if at is None else row[at]

        alone = _without_value(map(cell, self._header.at), self._header.at)
        if alone:
            yield from alone
            return
        came, left = _arrival(cell("from")), _departure(cell("until"))
        lodging = self._lodging((cell("unit"), cell("owner")))
        referrer = self._referrer(cell("referrer"))
        found = (
            lodging,
            referrer,
            _persons(cell("persons")),
            came,
            left,
            _code_fault(cell("stay"), self._year),
        )
        yield from (each for each in found if isinstance(each, Fault))
        if not isinstance(came, int) or not isinstance(left, int):
            return
        if left < came:
            yield Fault("until", say("register.left_before"))
        elif not self._days.is_without(came, left):
            if isinstance(lodging, int) and (gone := self._directory.gone(lodging)):
                yield Fault("unit" if cell("unit").strip() else "owner", gone.why, gone.hint)
            if isinstance(referrer, int) and (gone := self._directory.gone_referrer(referrer)):
                yield Fault("referrer", gone.why, gone.hint)

    def _lodging(self, cells: tuple[str, str]) -> int | Fault:
        unit, owner = cells
        return unread(unit, "unit") or unread(owner, "owner") or self._directory.lodging(cells)

    def _referrer(self, cell: str) -> int | Fault:
        return unread(cell, "referrer") or self._directory.referrer(cell)


def _arrival(cell: str) -> int | Fault:
    return unread(cell, "from") or arrival(cell)


def _departure(cell: str) -> int | Fault:
    return unread(cell, "until") or departure(cell)


def _persons(cell: str) -> int | Fault:
    return unread(cell, "persons") or persons(cell)


def _code_fault(cell: str, year: int) -> Fault | None:
    return unread(cell, "stay") or code_fault(cell, year)


def _without_value(cells: Iterable[str], columns: Iterable[Column]) -> list[Fault]:
    """The cells without a value of a row that has none but such; empty where it has another."""
    filled = [(cell, column) for cell, column in zip(cells, columns, strict=True) if cell.strip()]
    faults = [unread(cell, column) for cell, column in filled]
    return [] if None in faults else [fault for fault in faults if fault]


def _valued(known: Cells[_K, _V], cells: Iterable[_K]) -> list[_V] | None:
    """The values of all cells of a column; None where one of them has none."""
    values = list(map(known.__getitem__, cells))
    return None if known.faulty and None in values else cast("list[_V]", values)


def _filled(batch: Batch) -> Batch:
    """The rows that are not empty."""
    filled = [
        (row, line)
        for row, line in zip(batch.rows, batch.lines, strict=True)
        if any(map(str.strip, row))
    ]
    return Batch([row for row, _ in filled], [line for _, line in filled])


def _is_total(row: Sequence[str]) -> bool:
    return any(cell.strip().casefold().rstrip(":").startswith(_TOTALS) for cell in row)
