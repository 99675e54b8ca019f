"""A network in which some numbers vary, made anew for each value without reading it all again.

What a value changes is one entry of the description, which is validated anew. Names, and what
excludes what, do not depend on numbers and are checked once; the rules on figures are checked
for every value.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from igs_costshare.checks import faults_of_amounts, faults_of_structure
from igs_costshare.description.contributions import FileTable
from igs_costshare.description.kinds import tables_at
from igs_costshare.description.network import Line, Network
from igs_costshare.errors import InputError, Path, Problem
from igs_costshare.reading.alternatives import misused_alternatives
from igs_costshare.reading.description import (
    SCENARIO,
    TABLES_OF_IDS,
    Description,
    replaced,
    value_at,
)
from igs_costshare.reading.faults import validated
from igs_costshare.reading.loading import Reading
from igs_costshare.reading.overrides import Setting, overridden
from igs_costshare.reading.references import broken_references
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.keys import KeyFigures
from igs_costshare.varying.paths import why_no_number
from igs_costshare.varying.ranges import Search, Vary


class Impossible(ValueError):
    """There is no statement at these values; `problems` says why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].message)
        self.problems = tuple(problems)


class Variation:
    """A sound network whose numbers at `paths` take one value after the other."""

    def __init__(self, reading: Reading, varies: Sequence[Vary | Search]) -> None:
        """Raises `InputError` where a path leads to no number."""
        self.base, self.stated = reading.network, reading.source.description
        self.partners_left = reading.source.partners_left
        self.paths = tuple(vary.path for vary in varies)
        self._description = _prepared(reading.source.description, varies)
        self._entries = {entry: _quick(entry) for entry in map(_entry_of, self.paths)}
        # Worked out once where no key figure varies.
        changing = any(path[:2] == _PRICES or path[0] in _KEYED for path in self.paths)
        self._figures = None if changing else KeyFigures(self.base)

    def apportioned(self, values: Sequence[Decimal]) -> Apportionment:
        """Who pays what with these values at the paths; raises `Impossible`."""
        network = self.network(values)
        problems = faults_of_structure(network, partners_left=self.partners_left)
        if problems:
            raise Impossible(problems)
        apportionment = Apportionment(Budget(network, self._figures))
        problems = faults_of_amounts(apportionment)
        if problems:
            raise Impossible(problems)
        return apportionment

    def network(self, values: Sequence[Decimal]) -> Network:
        """The network with these values at the paths; raises `Impossible` for a field's bounds."""
        network = self.base
        for entry, quick in self._entries.items():
            table = value_at(self._description, entry)
            for path, value in zip(self.paths, values, strict=True):
                if path[: len(entry)] == entry:
                    rest = path[len(entry) :]
                    table = replaced(table, rest, value) if rest else value
            network = _with_entry(network, entry, table, quick)
        return network


_KEYED = ("partner", "unit")
_PRICES = ("day_price", "prices")
"""What the figures of keys come from."""


def name_at(network: Network, path: Path) -> str:
    """What the file calls the entry that a path leads into; empty where it has no name."""
    if path[0] not in TABLES_OF_IDS:
        return ""
    return network.called(str(path[0]), str(path[1]))


def _entry_of(path: Path) -> Path:
    """The entry that a path leads into: `("cost", "rent")`, `("day_price",)`."""
    return path[: 2 if path[0] in TABLES_OF_IDS else 1]


_AROUND: Description = {
    "title": "around",
    **{table: {} for table in (*TABLES_OF_IDS, SCENARIO)},
    "partner": {"partner-1": {}},
}
"""The least that is a network; all tables are given, for Pydantic takes its time over defaults."""


def _quick(entry: Path) -> type[FileTable] | None:
    """The class of an entry that can be made by itself in no time.

    Not so where there are several classes, or where Pydantic would first have to prepare them all
    again: a line may hold any contribution.
    """
    kinds = list(tables_at(entry))
    return None if len(kinds) != 1 or issubclass(kinds[0], Line) else kinds[0]


def _with_entry(
    network: Network, entry: Path, table: Any, quick: type[FileTable] | None
) -> Network:
    """The network with another entry, made from its table; raises `Impossible`."""
    name, *ids = map(str, entry)
    given = {ids[0]: table} if ids else table
    try:
        if quick is None:
            held = getattr(Network.model_validate({**_AROUND, name: given}), name)
        else:
            made = quick.model_validate(table)
            held = {ids[0]: made} if ids else made
    except ValidationError:
        raise Impossible(validated({**_AROUND, name: given})[1]) from None
    whole = {**getattr(network, name), **held} if ids else held
    return network.model_copy(update={name: whole})


def _prepared(description: Description, varies: Sequence[Vary | Search]) -> Description:
    """The description with a number at each path, and nothing beside it that excludes it."""
    problems: list[Problem] = []
    for vary in varies:
        setting = Setting(vary.argument, vary.path, Decimal(1), "--vary")
        laid_over, told = overridden(description, [setting])
        told = told or list(why_no_number(description, laid_over, vary.path))
        problems += (each._replace(origin=vary.origin) for each in told)
        description = description if told else laid_over
    if not problems:
        broken = [*misused_alternatives(description), *broken_references(description)]
        problems += (each._replace(origin=varies[-1].origin) for each in broken)
    if problems:
        raise InputError(problems)
    return description
