"""What `--against` asks for: the file as it stands, a scenario, a year of its plan, or a file."""

from __future__ import annotations

from pathlib import PurePath

from igs_costshare.comparing.difference import diff
from igs_costshare.comparing.planned import years_difference
from igs_costshare.computing.amounts import SavedStatement
from igs_costshare.description.network import Network
from igs_costshare.description.settlement import BASE
from igs_costshare.errors import InputError, visible
from igs_costshare.freezing.loading import load_or_saved
from igs_costshare.papers.case import Before, Kind
from igs_costshare.papers.recognised import told_causes
from igs_costshare.reading.loading import Reading
from igs_costshare.reading.planned import in_year, years_of
from igs_costshare.reading.settled import SettledReadings
from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import scenario_name

ORIGIN = "--against"


def before_of(first: Reading, reading: Reading, asked: str, language: Language) -> Before:
    """What a reading changes; `first` is that of the first year, in its scenario.

    A scenario and a year go before a file that is called so. Raises `InputError`.
    """
    source = first.source
    if asked == BASE or asked in source.scenarios:
        scenario = None if asked == BASE else asked
        other = _variant(first, reading, scenario)
        chosen = other.source.chosen
        if chosen is None:
            settled = reading.source.scenario is not None
            settled = settled and reading.source.scenario == reading.source.settled
            return _between("budget" if settled else "base", "", other, reading, language)
        return _between("scenario", scenario_name(chosen, language), other, reading, language)
    if asked.isdecimal() and first.network.plan is not None:
        return _between_years(first, reading, int(asked), language)
    try:
        known = load_or_saved(asked, (), None)
    except InputError as error:
        raise InputError(
            each._replace(origin=each.origin or f"{ORIGIN} {asked}") for each in error.problems
        ) from None
    name = visible(PurePath(asked).name)
    side = known if isinstance(known, SavedStatement) else known.network
    difference = diff(side, reading.network)
    shown = difference.in_steps_shown()
    if isinstance(side, Network):
        told = told_causes(side, reading.network, difference, language)
        return Before("file", name, shown, told)
    return Before("file", name, shown)


def budget_of(readings: SettledReadings, language: Language) -> Before | None:
    """The budget, against which a closed year is held; None where that itself is settled."""
    budget, settled = readings
    if settled.source.scenario is None and not settled.source.settings:
        return None
    return _between("budget", "", budget, settled, language)


def budget_that_differs(readings: SettledReadings, language: Language) -> Before | None:
    """The same, where any amount is another than was budgeted."""
    budget = budget_of(readings, language)
    return budget if budget is not None and budget.difference.changed else None


def _variant(first: Reading, reading: Reading, scenario: str | None) -> Reading:
    """The file in a scenario, undisturbed by settings, in the year of the reading."""
    from igs_costshare.reading.loading import load_text

    other = load_text(first.source.layout.text, first.source.name, (), scenario)
    year = reading.source.year
    return other if year is None else in_year(other, year)


def _between(kind: Kind, name: str, other: Reading, reading: Reading, language: Language) -> Before:
    difference = diff(other.network, reading.network)
    told = told_causes(other.network, reading.network, difference, language)
    return Before(kind, name, difference.in_steps_shown(), told)


def _between_years(first: Reading, reading: Reading, year: int, language: Language) -> Before:
    """Two years of the plan, with its events as what causes the difference."""
    in_year(first, year)  # raises where there is no such year
    now = int(str(reading.network.year))
    years = [*years_of(first, max(year, now))]
    difference = years_difference(years, year, now)
    was = next(each.reading.network for each in years if each.year == year)
    told = told_causes(was, reading.network, difference, language)
    return Before("year", str(year), difference.in_steps_shown(), told)
