"""What rises from one year of a plan to the next: each value by its index, and then by its step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from functools import cache
from itertools import chain
from typing import Any, Literal, NamedTuple

from igs_costshare.description.kinds import references_of
from igs_costshare.description.plan import Plan
from igs_costshare.description.values import Later
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import say
from igs_costshare.money import Half, rounded
from igs_costshare.reading.description import Description, found, table_at, value_at, with_values
from igs_costshare.reading.source import Risen
from igs_costshare.reading.suggestions import suggestion

_EXACT = Context(prec=5_000, traps=[Inexact])
"""Digits for 30 years of an index with ten decimals, and to spare; nothing is rounded."""
_NEVER = ("expected", "limits", "payment", "settlement", "reserve", "programme", "plan", "scenario")
"""Tables of which no number rises."""
_PASSED = {"paid_by", "received_by"}
"""Fields that say what was paid in the first year, by whom."""
_AMOUNTS = ("amount", "cap", "fixed_amount", "minimum", "maximum", "cost", "fte_cost")
"""Fields with euros for a whole year, which `round` concerns; not prices, rates and figures."""

Table = Literal["index", "step"]


class Number(NamedTuple):
    """A number of a description that may rise."""

    path: Path
    value: Decimal
    named: tuple[str, ...]
    """The path by which a plan names it: that of the table that it is one of, where it is."""


class Rises:
    """The indices and steps of a plan, and which of them were ever used."""

    def __init__(self, plan: Plan, half: Half) -> None:
        self.plan, self.half = plan, half
        self._tables: Mapping[Table, Mapping[str, Any]] = {"index": plan.index, "step": plan.step}
        self._used: set[tuple[Table, str]] = set()
        self._described: list[Description] = []
        self._patterns = _patterns_of(chain(plan.index, plan.step))
        self._holding: dict[tuple[Table, Path], str | None] = {}
        """The path of a table that holds for a number, by its own."""
        self.problems: list[Problem] = []
        self.latest: tuple[Risen, ...] = ()
        """What rose in the last year that was asked for."""

    def risen(self, description: Description, year: int) -> Description:
        """The description of the year before with every number as it is in this year."""
        changes: dict[Path, Decimal] = {}
        risen: list[Risen] = []
        self._described.append(description)
        for number in numbers_that_rise(description, self._patterns):
            index, by_index = self.of("index", number, year)
            step, by_step = self.of("step", number, year)
            if index or step:
                changes[number.path] = self._risen(description, number, index, step)
                risen.append(Risen(number.path, index, step, (*by_index, *by_step)))
        for each in [*risen]:
            for along in _rising_along(description, each.path):
                if along.path not in changes:
                    changes[along.path] = self._risen(description, along, each.part, each.step)
                    risen.append(each._replace(path=along.path))
        self.latest = tuple(risen)
        return with_values(description, changes)

    def unused(self) -> Iterator[Problem]:
        """The paths of which nothing was ever found."""
        for table, paths in self._tables.items():
            for path in paths:
                if (table, path) not in self._used:
                    hint, place = suggestion(path, self._known()), ("plan", table, path)
                    yield Problem(say("plan.fits_nothing"), place, hint, at_key=True)

    def _known(self) -> dict[str, None]:
        """Every path that would have raised something in some year."""
        return {
            ".".join(_general(number.named)): None
            for description in self._described
            for number in numbers_that_rise(description)
        }

    def of(self, table: Table, number: Number, year: int) -> tuple[Decimal, tuple[Path, ...]]:
        """By how much a number rises, and where the plan says so; 0 where it does not."""
        key = table, number.path
        if key not in self._holding:
            self._holding[key] = self._best(table, number)
        best = self._holding[key]
        if best is None:
            return Decimal(0), ()
        stated = self._tables[table][best]
        by_year = stated.get(str(year)) if isinstance(stated, dict) else stated
        if not by_year:
            return Decimal(0), ()
        return by_year, (("plan", table, best),)

    def _best(self, table: Table, number: Number) -> str | None:
        """The path with the fewest stars of those that fit a number; None where none does."""
        paths = self._tables[table]
        fitting = [path for path in paths if _fits(number.named, path) or _fits(number.path, path)]
        if not fitting:
            return None
        self._used |= {(table, path) for path in fitting}
        least = min(path.count("*") for path in fitting)
        best = [path for path in fitting if path.count("*") == least]
        if len(best) > 1:
            named = ".".join(number.named)
            problem = Problem(
                say("plan.fit_alike", one=best[0], other=best[1], number=named),
                ("plan", table, best[1]),
                say("plan.name_it"),
                at_key=True,
            )
            if problem not in self.problems:
                self.problems.append(problem)
        return best[0]

    def _risen(
        self, description: Description, number: Number, index: Decimal, step: Decimal
    ) -> Decimal:
        grown = _EXACT.multiply(number.value, _EXACT.add(Decimal(1), index))
        value = Later(_EXACT.add(grown, step))
        unit = self.plan.round
        if unit is None or not _is_amount(description, number):
            return value
        units = rounded(*(Fraction(value) / Fraction(unit)).as_integer_ratio(), self.half)
        return Later(_EXACT.multiply(Decimal(units), unit))


def numbers_that_rise(
    description: Description, patterns: Iterable[str] | None = None
) -> Iterator[Number]:
    """Every amount, price, rate and figure that a plan may raise; or those of some patterns."""
    for pattern in _patterns() if patterns is None else patterns:
        for path, value in found(description, pattern):
            if isinstance(value, int | Decimal) and not isinstance(value, bool):
                yield Number(path, Decimal(value), _named(path))


def _rising_along(description: Description, path: Path) -> Iterator[Number]:
    """The amounts of the steps of a line, one of which is that of the line itself."""
    if path[2:] != ("amount",):
        return
    for place, value in found(table_at(description, *path[:2]), "scales.steps.*.amount"):
        yield Number((*path[:2], *place), Decimal(value), _named(path))


@cache
def _patterns() -> tuple[str, ...]:
    return tuple(
        each.pattern
        for each in references_of("number")
        if (parts := each.pattern.split("."))[0] not in _NEVER and not _PASSED & {*parts}
    )


def _patterns_of(paths: Iterable[str]) -> tuple[str, ...]:
    """The patterns of numbers of which one of the paths may name some."""
    named = [_parts(path) for path in paths]
    return tuple(
        each for each in _patterns() if any(_may_name(path, _parts(each)) for path in named)
    )


def may_fit_alike(one: str, other: str) -> bool:
    """Whether two paths of a plan may name the same number.

    >>> may_fit_alike("cost.*.amount", "cost.rent.amount"), may_fit_alike("fte.cost", "cost.*.cost")
    (True, False)
    """
    return _may_name(_parts(one), _parts(other)) or _may_name(_parts(other), _parts(one))


def _may_name(path: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether a path of a plan may be that of a number, or of the table which it is one of."""
    return len(path) <= len(pattern) and all(
        one == other or "*" in (one, other) for one, other in zip(path, pattern, strict=False)
    )


@cache
def _named(place: Path) -> tuple[str, ...]:
    """The path that raises a number: of all prices, all bounds of partners, a rate with classes."""
    path = tuple(map(str, place))
    if "prices" in path:
        return path[: path.index("prices") + 1]
    if "rate" in path:
        at = path.index("rate")
        return (*path[: at + 2], "up_to") if path[-1] == "up_to" else path[: at + 2]
    for field in ("minimum", "maximum", "previous"):
        if field in path:
            return path[: path.index(field) + 1]
    return path


def _general(path: Path) -> tuple[str, ...]:
    """The path with a star for the name of an entry, as hints have it."""
    entries = ("cost", "subsidy", "revenue", "partner", "unit")
    return tuple(
        "*" if at == 1 and path[0] in entries else str(part) for at, part in enumerate(path)
    )


@cache
def _parts(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.split("."))


def _fits(path: Path, pattern: str) -> bool:
    parts = _parts(pattern)
    return len(parts) == len(path) and all(
        one in ("*", str(other)) for one, other in zip(parts, path, strict=True)
    )


def _is_amount(description: Description, number: Number) -> bool:
    """Whether a number is euros for a whole year, and no price for each one of a key."""
    field = next((part for part in reversed(number.path) if part in _AMOUNTS), None)
    if field is None or "keys" in number.path:
        return False
    entry = table_at(description, *number.path[:2])
    return not (field in ("amount", "fte_cost") and value_at(entry, ("per",)) is not None)
