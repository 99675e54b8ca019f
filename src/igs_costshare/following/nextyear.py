"""The file of the next year: written as text, and read back before anybody gets it."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.errors import InputError, Path, Problem, cut_off, gathered
from igs_costshare.following.editor import rewritten
from igs_costshare.following.notation import alike
from igs_costshare.following.summary import summary
from igs_costshare.following.wanted import Wanted, wanted_of
from igs_costshare.messages import Message, say
from igs_costshare.reading.description import TABLES_OF_IDS, Description, table_at
from igs_costshare.reading.loading import (
    Reading,
    fields_of_description,
    figured,
    load_text,
    source_of,
)
from igs_costshare.reading.planned import years_of
from igs_costshare.reading.references import unknown_in_order
from igs_costshare.reading.rising import Rises
from igs_costshare.reading.source import Source
from igs_costshare.reading.text import text_of
from igs_costshare.reading.toml import from_toml
from igs_costshare.reading.years import faults_of_plan, years_after

_MOST_AMOUNTS = 200_000
"""Amounts of later years that are worked out to read a file back: a second of work."""


class NextYear(NamedTuple):
    """The description of the next year."""

    text: str
    changes: tuple[Message, ...]
    """What changed, in the order in which a year goes."""


def next_year(data: bytes, name: str, into: str) -> NextYear:
    """The description of the year after that of a file; `into` is what the new one is called.

    Raises `InputError` where the file, a year of its plan or what would be written is not sound.
    """
    text = text_of(data, name)
    wanted = wanted_of(load_text(text, name))
    source = source_of(_written(text, wanted), into)
    network, problems = _judged(source)
    if network is None or problems:
        told = Problem(say("next.not_sound", year=str(wanted.year)), origin=into)
        raise InputError(cut_off((told, *source.located(problems)), into))
    unsound = [id for id in source.scenarios if _judged(source.variant(id))[1]]
    for id in unsound:
        wanted.drop_scenario(id)
    for path in _rises_of_nothing(source, network):
        wanted.drop(path)
    made = _written(text, wanted)
    _read_back(made, wanted, into)
    return NextYear(made, tuple(summary(wanted)))


def _written(text: str, wanted: Wanted) -> str:
    """The text with all that is wanted."""
    places: dict[Path, Path] = {}
    for new, members in wanted.merges.items():
        first = next(id for id in table_at(wanted.before, "partner") if id in members)
        if first != new:
            places["partner", new] = ("partner", first)
    return rewritten(text, wanted.before, wanted.description, wanted.exact, places, wanted.place)


def _judged(source: Source) -> tuple[Network | None, list[Problem]]:
    """The network of a text as it stands or in a scenario, and what is wrong with it."""
    network, problems = fields_of_description(source.description)
    problems += [*source.problems, *faults_of_plan(source.description)]
    problems += unknown_in_order(source.whole_year)
    if network is not None and not problems:
        with gathered(problems):
            figured(network, source, problems)
    return network, problems


def _rises_of_nothing(source: Source, network: Network) -> list[Path]:
    """Indices and steps of what is there no more."""
    if network.plan is None:
        return []
    rises = Rises(network.plan, network.rounding.half)
    for _ in years_after(source, network.plan, rises):
        pass
    return [problem.path for problem in rises.unused()]


def _read_back(text: str, wanted: Wanted, into: str) -> None:
    """Raise `InputError` where the text does not say what is wanted, or gives other years.

    What was rounded may move amounts; what stands on a register is no longer there.
    """
    said = from_toml(text)
    right = alike(said, wanted.description) and _orders(said) == _orders(wanted.description)
    if right and wanted.planned and ("stays", "register") not in wanted.dropped:
        right = _same_years(wanted, load_text(text, into))
    if not right:
        raise InputError([Problem(say("next.not_written"), (), say("next.by_hand"), origin=into)])


def _same_years(wanted: Wanted, made: Reading) -> bool:
    """Whether the file gives what the plan gives in the years that are still to come.

    Where that are many amounts, in the first of them only.
    """
    plan, statement = made.network.plan, wanted.statement
    years = 1 if plan is None else 1 + int(plan.until) - wanted.year
    few = years * len(statement.rows) * (len(statement.lines) + 1) <= _MOST_AMOUNTS
    last = None if few else wanted.year
    planned, said = _told(wanted.first, wanted, last), _told(made, wanted, last)
    # A cent of what was rounded may leave caps no room in a later year.
    return said[: len(planned)] == planned[: len(said) if wanted.exact else None]


def _told(reading: Reading, wanted: Wanted, last: int | None) -> list[object]:
    """What rises in each year from the next on, as far as they are sound, and what each pays."""
    told: list[object] = []
    with suppress(InputError):
        for each in years_of(reading, last):
            if each.year >= wanted.year:
                rises = each.year > wanted.year
                risen = {number.path: number[1:3] for number in each.risen if rises}
                told.append((each.year, risen, wanted.exact or _cells(each.statement)))
    return told


def _orders(description: Description) -> list[list[str]]:
    """The entries of each table in their order, which the statement follows."""
    return [[*table_at(description, table)] for table in TABLES_OF_IDS]


def _cells(statement: Statement) -> list[tuple[str, tuple[int, ...]]]:
    """What each pays and receives, line by line."""
    return [(row.id, row.cells) for row in statement.rows]
