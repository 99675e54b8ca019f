"""Two readings of one file: the budget, and what is settled."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from igs_costshare.description.settlement import BASE
from igs_costshare.errors import InputError, Problem, dotted
from igs_costshare.messages import listed, say
from igs_costshare.reading.loading import Reading, keeper_is_gone, load_text, source_of
from igs_costshare.reading.overrides import Arguments, settings_from
from igs_costshare.reading.planned import in_year
from igs_costshare.reading.text import bytes_of, name_of, text_of
from igs_costshare.settling.stated import has_settlement

if TYPE_CHECKING:
    from igs_costshare.computing.statement import Statement
    from igs_costshare.reading.source import Source
    from igs_costshare.settling.settled import Settled


class SettledReadings(NamedTuple):
    """The description as it stands, and in the scenario that is settled, under settings."""

    budget: Reading
    settled: Reading

    @property
    def by_budget(self) -> bool:
        """Whether it is the budget that is settled, and the file says nowhere that it happened."""
        source, settlement = self.settled.source, self.settled.network.settlement
        stated = None if settlement is None else settlement.scenario
        return source.scenario is None and not source.settings and stated != BASE

    def of_year(self, year: int | None) -> SettledReadings:
        """Both in a year of the plan; as they are where none is asked for. Raises `InputError`."""
        if year is None:
            return self
        return SettledReadings(in_year(self.budget, year), in_year(self.settled, year))

    def outcome(self, statement: Statement) -> Settled:
        """The settlement by the settled statement; raises `InputError`, with places."""
        from igs_costshare.settling.ledger import settle

        source = self.settled.source
        problems = [*keeper_is_gone(source), *_left_in_plan(source)]
        if problems:
            raise InputError(source.located(problems))
        try:
            settled = settle(self.budget.statement(), statement)
        except InputError as error:
            raise InputError(source.located(error.problems)) from None
        return replace(
            settled,
            is_actual=settled.is_actual and source.year is None,
            proposed=bool(source.settings),
        )


def _left_in_plan(source: Source) -> Iterator[Problem]:
    """Partners that the plan takes away, though the settlement of this year needs them."""
    for (place, partner), left in groupby(source.left, lambda each: (each.place, each.partner)):
        fields = listed(f"`{dotted(each.path)}`" for each in left)
        message = say("settling.left_behind", partner=partner, fields=fields)
        yield Problem(message, place, say("settling.keep_in_plan", year=str(place[1])))


def budgeted(reading: Reading) -> SettledReadings:
    """A reading beside the budget of its text, of which its advances are a part."""
    source = reading.source
    if source.scenario is None:
        return SettledReadings(reading, reading)
    return SettledReadings(load_text(source.layout.text, source.name), reading)


def load_settled(
    path: str | os.PathLike[str],
    settings: Arguments = (),
    scenario: str | None = None,
    year: int | None = None,
) -> SettledReadings:
    """The budget of a file and the form of it that is settled (`base` is as it stands).

    Where no scenario is asked for, that of `[settlement]`, else `actual` where the file has it.
    Settings are laid over what is settled, and not over the budget; both are of the year that is
    asked for. Raises `InputError`.
    """
    name = name_of(path)
    readings = settled_readings(text_of(bytes_of(path), name), name, settings, scenario)
    return readings.of_year(year)


def settled_readings(
    text: str, name: str, settings: Arguments = (), scenario: str | None = None
) -> SettledReadings:
    """As `load_settled`, of a text."""
    budget = load_text(text, name)
    asked = budget.source.variant(None, settings_from(settings))
    chosen = asked.settled if scenario is None else scenario
    return SettledReadings(
        budget, load_text(text, name, settings, None if chosen == BASE else chosen)
    )


def load_of_year(
    path: str | os.PathLike[str], settings: Arguments = (), scenario: str | None = None
) -> Reading:
    """What `load_settled` settles, without the budget; raises `InputError`."""
    name = name_of(path)
    text = text_of(bytes_of(path), name)
    asked = source_of(text, name, settings)
    chosen = asked.settled if scenario is None else scenario
    return load_text(text, name, settings, None if chosen == BASE else chosen)


def as_settled(reading: Reading) -> SettledReadings | None:
    """A reading as what its file settles, beside the budget; None where the file settles another.

    Raises `InputError` where the budget cannot be read.
    """
    source = reading.source
    if source.settled != source.scenario:
        return None
    if source.scenario is None and not source.settings:
        return SettledReadings(reading, reading)
    budget = load_text(source.layout.text, source.name)
    return SettledReadings(budget if source.year is None else in_year(budget, source.year), reading)


def closes_the_year(reading: Reading) -> bool:
    """Whether a reading is the scenario by which its file settles what was paid and received."""
    source = reading.source
    asked = source.scenario is not None and source.scenario == source.settled
    return asked and has_settlement(reading.network)
