"""The figure whose tenth moves a bill most, and what the bills are around what is budgeted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.computing.engine import balances
from igs_costshare.description.numbers import number_at
from igs_costshare.description.places import models
from igs_costshare.errors import InputError, Path, dotted
from igs_costshare.reading.description import Description, table_at, value_at
from igs_costshare.reading.loading import Reading
from igs_costshare.sharing.rule import keys_in, rule_of
from igs_costshare.varying.anew import variation_of
from igs_costshare.varying.question import answered
from igs_costshare.varying.ranges import Search
from igs_costshare.varying.variation import Impossible, name_at

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
    together: int
    own: int | None
    """What one partner pays; None where it is asked for all."""


class Risk(NamedTuple):
    """The figure, its entry by name, and what is paid around what is budgeted."""

    path: Path
    name: str
    """What the file calls the entry that it stands in; empty where it has no name."""
    points: tuple[Point, ...]
    even: Decimal | None = None
    """At which value the partners together pay nothing; None where there is none."""

    @property
    def budgeted(self) -> Point:
        """Where the figure is as the file states it."""
        return next(each for each in self.points if not each.part)


def largest_risk(reading: Reading, own: str | None = None) -> Risk | None:
    """Among occupancy, subsidies, rates and keys what moves the bill of `own`, or of all, most.

    None where none of them moves it.
    """
    found = [_risk(reading, path, own) for path in _candidates(reading, own)]
    moving = [each for each in found if each is not None and _moves(each)]
    if not moving:
        return None
    risk = max(moving, key=_moves)
    return risk._replace(even=_even(reading, risk.path))


def _candidates(reading: Reading, own: str | None) -> Iterator[Path]:
    """Where the figures stand that are tried."""
    stated = reading.source.description
    paths = [*_all(reading, stated, own)]
    yield from [path for path in paths if value_at(stated, path)][:_MOST_TRIED]


def _all(reading: Reading, stated: Description, own: str | None) -> Iterator[Path]:
    yield ("day_price", "occupancy")
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
        lines = reading.network.lines.values()
        yield from (("partner", own, "keys", line.per_key) for line in lines if line.per_key)


def _plain(rate: object) -> bool:
    return isinstance(rate, int | Decimal) and not isinstance(rate, bool)


def _risk(reading: Reading, path: Path, own: str | None) -> Risk | None:
    """The bills around what is budgeted; None where nothing varies there."""
    field, stated = number_at(path), value_at(reading.source.description, path)
    if field is None or not _plain(stated):
        return None
    try:
        variation = variation_of(reading, [Search(dotted(path), path)])
    except InputError:
        return None
    current = Decimal(stated)
    ids = [*reading.network.partner]
    points = []
    for part in STEPS:
        value = current + current * part
        if not field.smallest <= value <= field.largest or (field.whole and value % 1):
            continue
        try:
            found = balances(variation.apportioned([value])).partners
        except Impossible:
            continue
        mine = None if own is None else -found[ids.index(own)]
        points.append(Point(part, value, -sum(found), mine))
    risk = Risk(path, name_at(reading.network, path), tuple(points))
    return risk if any(not each.part for each in points) else None


def _moves(risk: Risk) -> int:
    """How far the bill moves at most, of one partner or of all."""
    base = risk.budgeted
    if base.own is None:
        return max(abs(each.together - base.together) for each in risk.points)
    return max(abs((each.own or 0) - base.own) for each in risk.points)


def _even(reading: Reading, path: Path) -> Decimal | None:
    """Where the partners together pay nothing; not looked for where a reserve comes between."""
    statement = reading.statement()
    if statement.reserve is not None or len(statement.partners) > _MOST_FOR_EVEN:
        return None
    try:
        answer = answered(reading, dotted(path), "total.bill=0")
    except InputError:
        return None
    solution = answer.solution
    return None if solution.passed or solution.others else solution.value
