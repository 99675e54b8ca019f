"""The years of a plan: the description of each, from that of the year before.

In each year first every number rises, then the block of that year takes away, merges, and lays its
values over the rest. What a year sets is its value, and rises from the next year on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from igs_costshare.description.dates import is_day
from igs_costshare.description.kinds import fields_of
from igs_costshare.description.plan import LONGEST_PLAN, Plan, is_year
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import say
from igs_costshare.reading.basis import fields_within, still_agreed
from igs_costshare.reading.description import (
    EXPECTED,
    LIMITS,
    PAYMENT,
    PLAN,
    SCENARIO,
    SETTLEMENT,
    Description,
    found,
    replaced,
    table_at,
    value_at,
)
from igs_costshare.reading.merging import merged
from igs_costshare.reading.overrides import path_of
from igs_costshare.reading.removal import settled_by, without_all
from igs_costshare.reading.rising import Rises
from igs_costshare.reading.scenarios import laid_over
from igs_costshare.reading.source import Layer, Left, Risen, Source
from igs_costshare.reading.suggestions import suggestion

HEAD = ("label", "remove", "merge")
"""What the block of a year says of itself; everything else in it is laid over the description."""
_OPENING: Path = (SETTLEMENT, "opening")
_NOT_IN_A_YEAR = (SCENARIO, EXPECTED, LIMITS, PLAN, "year", PAYMENT, SETTLEMENT)
"""Tables and fields of the file that no year brings."""


def years_after(source: Source, plan: Plan, rises: Rises) -> Iterator[Source]:
    """The source of each year after the first, in their order; `plan` is that of the source.

    What cannot be taken away, merged or laid over is among the problems of its source.
    """
    first = int(source.whole_year["year"])
    for year in range(first + 1, int(plan.until) + 1):
        source = _next(source, year, first, rises)
        yield source


def _next(before: Source, year: int, first: int, rises: Rises) -> Source:
    place: Path = (PLAN, str(year))
    block = table_at(before.whole_year, *place)
    risen = rises.risen(before.whole_year, year)
    if value_at(risen, _OPENING) is not None:
        # What was left from the year before the first.
        whole = table_at(risen, SETTLEMENT).keys() == {_OPENING[-1]}
        risen = replaced(risen, _OPENING[:1] if whole else _OPENING, None)
    risen = _without_days_gone(risen, year)
    problems: list[Problem] = []
    described = {key: value for key, value in risen.items() if key not in (SCENARIO, EXPECTED)}
    removals = value_at(block, ("remove",))
    left: list[Left] = []
    if isinstance(removals, list):
        left = [*_left(described, removals, (*place, "remove"))]
        described, missing = without_all(described, removals, (*place, "remove"))
        problems += missing
    described, refused = merged(described, table_at(block, "merge"), (*place, "merge"), year)
    problems += refused
    overlay = {key: value for key, value in block.items() if key not in (*HEAD, *_NOT_IN_A_YEAR)}
    described = _turning(laid_over(described, overlay), first)
    described = still_agreed(risen, described, [*fields_within(overlay), *_removed(removals)])
    described = {**described, "year": year}
    expected = table_at(before.whole, EXPECTED, PLAN, str(year))
    if expected:
        overlay = {**overlay, EXPECTED: expected}
        described = {**described, EXPECTED: {**_rounding(before.whole), **expected}}
    have_left = not set(table_at(risen, "partner")) <= set(table_at(described, "partner"))
    return replace(
        before,
        problems=tuple(problems),
        layers=(*before.layers, Layer(place, overlay)),
        partners_left=before.partners_left or have_left,
        year=year,
        risen=_since_stated(before, rises.latest, Layer(place, overlay)),
        left=tuple(_still_left((*before.left, *left), described, Layer(place, overlay))),
    ).describing(described)


def _without_days_gone(description: Description, year: int) -> Description:
    """The description without the days of payments before a year: they are of the first one."""
    for path, day in [*found(description, f"{PAYMENT}.*.date")]:
        if is_day(day) and day.year < year:
            description = replaced(description, path, None)
    return description


def _left(described: Description, removals: Sequence[object], where: Path) -> Iterator[Left]:
    """What names partners in a settlement that are taken away."""
    removed = (path_of(each) for each in removals if isinstance(each, str))
    for path in removed:
        if path is not None and len(path) == len(("partner", "id")) and path[0] == "partner":
            partner = str(path[1])
            yield from (Left(where, partner, each) for each in settled_by(described, partner))


def _still_left(left: Sequence[Left], described: Description, layer: Layer) -> Iterator[Left]:
    """Those of a line or a payment that still stands, and of which the year does not say more."""
    for each in left:
        stands = each.path[0] == SETTLEMENT or value_at(described, each.path[:-1]) is not None
        if stands and not layer.brings(each.path):
            yield each


def _rounding(whole: Description) -> Description:
    """How the figures that are expected are rounded, for a year that does not say it itself."""
    return {name: each for name, each in table_at(whole, EXPECTED).items() if name == "round"}


def _since_stated(
    before: Source, latest: Sequence[Risen], layer: Layer
) -> dict[Path, tuple[Risen, ...]]:
    """What raised each number since it was last stated; this year's block states some anew."""
    risen = dict(before.risen)
    for each in latest:
        risen[each.path] = (*risen.get(each.path, ()), each)
    if not layer.overlay:
        return risen
    return {path: each for path, each in risen.items() if not layer.brings(path)}


def _turning(description: Description, first: int) -> Description:
    """The description with the year of the first turn, which is the first of the plan."""
    for pattern in ("contribution", "cost.*.contribution", "revenue.*.contribution"):
        for path, model in found(description, pattern):
            if isinstance(model, dict) and model.get("model") == "turns" and "since" not in model:
                description = replaced(description, (*path, "since"), first)
    return description


def _removed(names: object) -> Iterator[Path]:
    for name in names if isinstance(names, list) else ():
        yield (path_of(name) or ()) if isinstance(name, str) else ()


def faults_of_plan(description: Description) -> Iterator[Problem]:
    """What is wrong with the years of a plan, whatever stands in them."""
    plan, first = table_at(description, PLAN), description.get("year")
    expected = table_at(description, EXPECTED, PLAN)
    if PLAN not in description:
        for name in expected:
            place: Path = (EXPECTED, PLAN, name)
            yield Problem(say("plan.no_such_year"), place, say("plan.add_plan"), at_key=True)
    last = plan.get("until")
    if not isinstance(last, int):
        return
    if not isinstance(first, int):
        yield Problem(say("plan.no_year"), (PLAN,), say("register.add_year"))
        return
    if not first <= last <= first + LONGEST_PLAN:
        message = say("plan.until", first=str(first), last=str(first + LONGEST_PLAN))
        yield Problem(message, (PLAN, "until"))
    stated = [(PLAN, name) for name in plan], [(EXPECTED, PLAN, name) for name in expected]
    for place in (*stated[0], *_years_of_rises(plan), *stated[1]):
        name = str(place[-1])
        if is_year(name) and not first < int(name) <= last:
            yield _outside(place, first, last)
    for name in plan:
        yield from _year_faults(plan, name)


def _years_of_rises(plan: Description) -> Iterator[Path]:
    """Where an index or a step names a year."""
    for table in ("index", "step"):
        for path, rises in table_at(plan, table).items():
            for name in rises if isinstance(rises, dict) else ():
                yield (PLAN, table, path, name)


def _year_faults(plan: Description, name: str) -> Iterator[Problem]:
    """What is neither a field of a plan nor a year, and what no year brings."""
    place: Path = (PLAN, name)
    if not is_year(name) and name not in fields_of(Plan):
        meant = say("reference.meant", name=str(int(name))) if name.isdecimal() else None
        hint = meant or suggestion(name, fields_of(Plan))
        yield Problem(say("fault.unknown_field"), place, hint, at_key=True)
    for field in table_at(plan, name) if is_year(name) else ():
        if field in _NOT_IN_A_YEAR:
            message = say("plan.not_in_a_year", field=field)
            yield Problem(message, (*place, field), say("plan.of_the_file"), at_key=True)


def _outside(place: Path, first: int, last: int) -> Problem:
    if place[-1] == str(first):
        return Problem(say("plan.first_year"), place, say("plan.write_above"), at_key=True)
    years = say("plan.years", first=str(first + 1), last=str(last))
    return Problem(say("plan.no_such_year"), place, years, at_key=True)
