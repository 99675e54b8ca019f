"""The figure whose tenth moves a bill most, and what the bills are around what is budgeted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from igs_costshare.computing.engine import balances
from igs_costshare.description.numbers import number_at
from igs_costshare.description.places import models
from igs_costshare.description.values import Later
from igs_costshare.errors import Path, dotted
from igs_costshare.reading.description import Description, table_at, value_at
from igs_costshare.reading.loading import Reading
from igs_costshare.sharing.rule import keys_in, rule_of
from igs_costshare.varying.question import answered
from igs_costshare.varying.ranges import Search
from igs_costshare.varying.variation import Impossible, Variation, name_at

OCCUPANCY: Path = ("day_price", "occupancy")
STEPS = tuple(map(Decimal, ("-0.1", "-0.05", "0", "0.05", "0.1")))
"""By which part of itself the figure varies."""
_MOST_TRIED = 40
"""Figures that are tried; the rest of a file with more is left out."""
_MOST_FOR_EVEN = 100
"""Partners up to which the value is looked for at which all come out even."""


class Point(NamedTuple):
    """What is paid at a value, in units of rounding; below 0 it is received."""

    part: Decimal
    """By which part of itself the figure varies here."""
    value: Decimal
    bills: tuple[int, ...]
    """Of each partner, in their order."""

    @property
    def together(self) -> int:
        """What all pay."""
        return sum(self.bills)

    def bill(self, at: int | None) -> int:
        """What one partner pays, by its place; what all pay for None."""
        return self.together if at is None else self.bills[at]


class Risk(NamedTuple):
    """The figure, its entry by name, and what is paid around what is budgeted."""

    path: Path
    name: str
    """What the file calls the entry that it stands in; empty where it has no name."""
    points: tuple[Point, ...]
    at_even: Point | None = None
    """Where the partners together pay nothing; None where that is nowhere."""

    @property
    def budgeted(self) -> Point:
        """Where the figure is as the file states it."""
        return next(each for each in self.points if not each.part)

    @property
    def is_agreed(self) -> bool:
        """Whether it is a rate of the contribution, which nobody but the partners changes."""
        return "contribution" in self.path

    @property
    def even(self) -> Decimal | None:
        """At which value the partners together pay nothing."""
        return None if self.at_even is None else self.at_even.value


def largest_risk(reading: Reading, own: str | None = None) -> Risk | None:
    """Among the figures that are tried what moves the bill of `own`, or of all, most.

    A rate that the partners agreed is none where anything else moves it. None where nothing does.
    """
    at = None if own is None else [*reading.network.partner].index(own)
    found = [_risk(reading, path) for path in _candidates(reading, own)]
    moving = [each for each in found if each is not None and _moves(each, at)]
    if not moving:
        return None
    risk = max(moving, key=lambda each: _size(each, at))
    return risk._replace(at_even=_even(reading, risk))


class Risks:
    """The risk of each partner: what is the same figure for all is worked out once."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._stated = reading, reading.source.description
        self._ids = [*reading.network.partner]

    @cached_property
    def _shared(self) -> tuple[Risk, ...]:
        """Those of figures that are no partner's own."""
        found = (_risk(self._reading, path) for path in _candidates(self._reading, None))
        return tuple(each for each in found if each is not None)

    def of(self, own: str) -> Risk | None:
        """Occupancy where that moves the bill of a partner, else what moves it most.

        None where nothing moves it.
        """
        at = self._ids.index(own)
        for each in self._shared:
            if each.path == OCCUPANCY and _moves(each, at):
                return each
        keys = [path for path in _all(self._reading, self._stated, own) if path[0] == "partner"]
        found = (_risk(self._reading, path) for path in keys if value_at(self._stated, path))
        risks = (*self._shared, *(each for each in found if each is not None))
        moving = [each for each in risks if _moves(each, at)]
        return max(moving, key=lambda each: _size(each, at), default=None)


def _candidates(reading: Reading, own: str | None) -> Iterator[Path]:
    """Where the figures stand that are tried."""
    stated = reading.source.description
    paths = [*_all(reading, stated, own)]
    yield from [path for path in paths if value_at(stated, path)][:_MOST_TRIED]


def _all(reading: Reading, stated: Description, own: str | None) -> Iterator[Path]:
    yield OCCUPANCY
    for id in table_at(stated, "subsidy"):
        yield from (("subsidy", id, field) for field in ("rate", "amount", "match"))
    for path, model, _ in models(reading.network):
        table = value_at(stated, path)
        rates = table.get("rate") if isinstance(table, dict) else None
        if isinstance(rates, dict):
            yield from ((*path, "rate", key) for key, rate in rates.items() if _plain(rate))
        if own is not None:
            yield from (("partner", own, "keys", key) for key in keys_in(rule_of(model)))
    if own is not None:
        yield ("partner", own, "days")
        lines = reading.network.lines.values()
        yield from (("partner", own, "keys", line.per_key) for line in lines if line.per_key)


def _plain(rate: object) -> bool:
    return isinstance(rate, int | Decimal) and not isinstance(rate, bool)


def _numbers_at(reading: Reading, path: Path) -> dict[Path, Decimal]:
    """The numbers that vary together: one, or the days of every size of household."""
    stated = value_at(reading.source.description, path)
    if isinstance(stated, dict):
        return {(*path, size): _decimal(number) for size, number in stated.items()}
    return {path: _decimal(stated)}


def _decimal(number: int | Decimal) -> Decimal:
    return number if isinstance(number, Decimal) else Decimal(number)


def _risk(reading: Reading, path: Path) -> Risk | None:
    """The bills around what is budgeted; None where nothing varies there."""
    numbers = _numbers_at(reading, path)
    # In a later year of a plan the figure varies as it stands there.
    variation = Variation(reading, [Search(dotted(each), each) for each in numbers])
    points = []
    for part in STEPS:
        values = [_varied(each, current, part) for each, current in numbers.items()]
        if not all(map(_fits, numbers, values)):
            continue
        try:
            found = balances(variation.apportioned(values)).partners
        except Impossible:
            continue
        points.append(Point(part, sum(values, Decimal(0)), tuple(-each for each in found)))
    # What a year carries over from the one before may not be in its description.
    stands = tuple(-row.balance for row in reading.statement().partners)
    if not any(each.bills == stands for each in points if not each.part):
        return None
    return Risk(path, name_at(reading.network, path), tuple(points))


def _varied(path: Path, current: Decimal, part: Decimal) -> Decimal:
    """The figure with a part on top; people and days stay whole where they are."""
    if not part:
        return current
    value = current + current * part
    if path[0] == "partner" and not current % 1:
        return value.to_integral_value()
    # What has risen has more digits than a file may state.
    return Later(value) if isinstance(current, Later) else value


def _fits(path: Path, value: Decimal) -> bool:
    field = number_at(path)
    return field is not None and field.smallest <= value <= field.largest


def _moves(risk: Risk, at: int | None) -> int:
    """How far the bill moves at most, of one partner or of all."""
    base = risk.budgeted.bill(at)
    return max(abs(each.bill(at) - base) for each in risk.points)


def _size(risk: Risk, at: int | None) -> tuple[bool, int]:
    """How large a risk is: what the partners agree is smaller than anything else."""
    return not risk.is_agreed, _moves(risk, at)


def _even(reading: Reading, risk: Risk) -> Point | None:
    """Where the partners together pay nothing; not looked for where a reserve comes between."""
    statement, path = reading.statement(), risk.path
    alone = path in _numbers_at(reading, path)
    if not alone or statement.reserve is not None or len(statement.partners) > _MOST_FOR_EVEN:
        return None
    solution = answered(reading, dotted(path), "total.bill=0", as_it_stands=True).solution
    if solution.passed or solution.others or solution.value is None:
        return None
    value = solution.value
    found = balances(Variation(reading, [Search(dotted(path), path)]).apportioned([value]))
    part = value / risk.budgeted.value - 1
    return Point(part, value, tuple(-each for each in found.partners))
