"""The years of a plan as readings, each computed, for the next one may go by it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from igs_costshare.computing.statement import Named, Statement
from igs_costshare.description.network import Network
from igs_costshare.description.places import taking_part
from igs_costshare.errors import InputError, Problem, gathered
from igs_costshare.messages import say
from igs_costshare.reading.description import PLAN, Description, table_at, value_at
from igs_costshare.reading.later import all_told, fields_of_year
from igs_costshare.reading.loading import (
    Reading,
    figured,
    load_text,
    sound_variants,
)
from igs_costshare.reading.overrides import Arguments
from igs_costshare.reading.rising import Rises
from igs_costshare.reading.settings import Settings, settings_of
from igs_costshare.reading.source import Risen, Source
from igs_costshare.reading.text import bytes_of, name_of, text_of
from igs_costshare.reading.years import years_after
from igs_costshare.settling.ledger import course_of


class PlannedYear(NamedTuple):
    """A year of a plan."""

    year: int
    """0 where the file states none."""
    reading: Reading
    statement: Statement
    risen: tuple[Risen, ...] = ()
    """The numbers that an index or a step raised."""


def plan(
    path: str | os.PathLike[str], *, settings: Settings = (), scenario: str | None = None
) -> tuple[PlannedYear, ...]:
    """Every year of the plan of a file with its statement; for the rest as `read`."""
    return load_plan(path, settings_of(settings), scenario)


def parse_plan(
    text: str,
    name: str = "<text>",
    *,
    settings: Settings = (),
    scenario: str | None = None,
) -> tuple[PlannedYear, ...]:
    """Every year of the plan of a TOML text with its statement; for the rest as `parse`."""
    return plan_of_text(text, name, settings_of(settings), scenario)


def load_plan(
    path: str | os.PathLike[str], settings: Arguments = (), scenario: str | None = None
) -> tuple[PlannedYear, ...]:
    """Every year of the plan of a file, the first one too; one year where it has no plan.

    Raises `InputError`: for the first year, for the first later year that is not sound, and for
    paths of `index` and `step` that fit nothing in any year.
    """
    name = name_of(path)
    return plan_of_text(text_of(bytes_of(path), name), name, settings, scenario)


def plan_of_text(
    text: str, name: str, settings: Arguments = (), scenario: str | None = None
) -> tuple[PlannedYear, ...]:
    """As `load_plan`, of a text."""
    return tuple(years_of(load_text(text, name, settings, scenario)))


def load_year(
    path: str | os.PathLike[str],
    settings: Arguments = (),
    scenario: str | None = None,
    year: int | None = None,
) -> Reading:
    """The reading of one year of the plan of a file; of the file itself where None is asked for.

    Raises `InputError`, also where the plan has no such year.
    """
    name = name_of(path)
    first = load_text(text_of(bytes_of(path), name), name, settings, scenario)
    return first if year is None else in_year(first, year)


def in_year(first: Reading, year: int, *, every_rise: bool = True) -> Reading:
    """The reading of a year, from that of the first; raises `InputError` where there is none.

    Also where a path of the plan fits nothing in any year, as in `plan`; not of a variant that
    nobody asked for, or of one of many (`every_rise`).
    """
    stated = first.network.year
    if stated is not None and int(stated) == year:
        return first
    plan = first.network.plan
    if stated is None or plan is None or not int(stated) < year <= int(plan.until):
        raise InputError([_no_such_year(first, year)])
    *_, found = years_of(first, year, every_rise=every_rise)
    return found.reading


def sound_variants_in_year(
    reading: Reading,
) -> tuple[tuple[Reading, ...], tuple[Named | None, ...]]:
    """As `sound_variants`, in the year of the reading."""
    sound, left_out = sound_variants(reading)
    year = reading.source.year
    if year is None:
        return sound, left_out
    readings: list[Reading] = []
    for each in sound:
        try:
            readings.append(in_year(each, year, every_rise=False))
        except InputError:
            left_out = (*left_out, each.source.chosen)
    return tuple(readings), left_out


def _no_such_year(first: Reading, year: int) -> Problem:
    stated, plan = first.network.year, first.network.plan
    if stated is None:
        hint = say("register.add_year")
    elif plan is None:
        hint = say("plan.add_plan")
    else:
        hint = say("plan.years", first=str(stated), last=str(plan.until))
    return Problem(say("plan.no_such_year"), hint=hint, origin=f"--year {year}")


def years_of(
    first: Reading, last: int | None = None, *, every_rise: bool = False
) -> Iterator[PlannedYear]:
    """The years of a plan from its first on, up to the last that is asked for."""
    network, plan = first.network, first.network.plan
    statement = first.statement()
    yield PlannedYear(0 if network.year is None else int(network.year), first, statement)
    if plan is None:
        return
    rises = Rises(plan, network.rounding.half)
    before = statement
    years = later = years_after(first.source, plan, rises)
    if last is not None:
        years = islice(years, last - int(network.year or last))
    for source in years:
        found, problems = fields_of_year(source, rises)
        if found is not None and not problems:
            with gathered(problems):
                reading = figured(_carrying(found, source, before), source, problems)
        if problems:
            raise InputError(all_told(source, problems, years, rises, whole=last is None))
        before = reading.statement()
        yield PlannedYear(int(str(source.year)), reading, before, rises.latest)
    if last is not None and not every_rise:
        return
    for _ in later:
        pass  # what a year brings that nobody asked for may rise as well
    unused = [*rises.unused()]
    if unused:
        raise InputError(first.source.located(unused))


def _carrying(network: Network, source: Source, before: Statement) -> Network:
    """The network with the reserve that the year before left, and what each paid in it.

    The latter where a rise is capped. What the block of the year states of that itself goes first.
    """
    changes: dict[str, object] = {}
    model, brings = network.contribution, source.layers[-1].brings
    if (
        model is not None
        and model.max_rise is not None
        and not brings(("contribution", "previous"))
    ):
        merges = table_at(source.whole_year, PLAN, str(source.year), "merge")
        carried = _merged(paid(before), merges)
        changes["contribution"] = model.model_copy(update={"carried": carried})
    course = course_of(before, before.decimals)
    if network.reserve is not None and course is not None and not brings(("reserve", "opening")):
        opening = Decimal(course.closing).scaleb(-before.decimals)
        changes["reserve"] = network.reserve.model_copy(update={"opening": opening})
    return network.model_copy(update=changes) if changes else network


def paid(before: Statement) -> dict[str, Fraction]:
    """What each paid to the pool, exact, in euros; who was there for a part, of a whole year."""
    record = before.record
    if record is None or record.network.contribution is None:
        return {}
    exact = record.charges if record.by_charge else record.contributions.exact
    figures = record.budget.figures
    members = taking_part(record.network, record.network.contribution)
    return {
        id: exact.at(at) / figures.present(at)
        for at, (id, included) in enumerate(zip(record.network.partner, members, strict=True))
        if included and figures.present(at)
    }


def _merged(paid: Mapping[str, Fraction], merges: Description) -> dict[str, Fraction]:
    """The same for partners that became one: together, where all of them paid."""
    merged = dict(paid)
    for new, members in merges.items():
        amounts = [paid.get(each) for each in members]
        for each in members:
            merged.pop(each, None)
        if None not in amounts:
            merged[new] = sum(filter(None, amounts), Fraction(0))
    return merged


def plan_label(source: Source) -> str | None:
    """What the block of a year is called."""
    label = value_at(source.whole_year, (PLAN, str(source.year), "label"))
    return label if isinstance(label, str) else None
