"""What the plan still says in the file of the next year: the years that are to come after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from igs_costshare.errors import Path
from igs_costshare.reading.description import PLAN, Description, replaced, table_at, value_at
from igs_costshare.reading.rising import may_fit_alike

Ended = tuple[Path, str]
"""An index or a step whose last year this was, and the one that would take its place."""


def with_later_plan(description: Description, year: int) -> tuple[Description, list[Ended]]:
    """The description with the years of the plan after this one, and what stays of rises as 0."""
    ended: list[Ended] = []
    plan = table_at(description, PLAN)
    if not plan or (plan["until"] <= year and not _counts_days(description)):
        return _with(description, (PLAN,), None), ended
    description = _with(description, (PLAN, str(year)), None)
    for path in _rises_of(plan, str(year)):
        description = _without_rise(description, path, ended)
    if plan["until"] <= year:
        description = _with(description, (PLAN,), {"until": year, "prorata": plan["prorata"]})
    return description, ended


def _with(description: Description, path: Path, value: Any) -> Description:
    made: Description = replaced(description, path, value)
    return made


def _without_rise(description: Description, path: Path, ended: list[Ended]) -> Description:
    """The description without the year of an index or a step.

    One that names no other year goes, unless another path would then raise its numbers: it says 0,
    and is one of those that ended.
    """
    description = _with(description, path, None)
    (plan, table, named, _), rises = path, path[:-1]
    if value_at(description, rises):
        return description
    others = [each for each in table_at(description, plan, table) if each != named]
    heir = next((each for each in others if may_fit_alike(each, str(named))), None)
    if heir is not None:
        ended.append((rises, heir))
        return _with(description, rises, 0)
    description = _with(description, rises, None)
    return description if others else _with(description, rises[:-1], None)


def _rises_of(plan: Description, year: str) -> Iterator[Path]:
    """Where an index or a step names the year."""
    for table in ("index", "step"):
        for path, rises in table_at(plan, table).items():
            if isinstance(rises, dict) and year in rises:
                yield (PLAN, table, path, year)


def _counts_days(description: Description) -> bool:
    """Whether a part of this last year goes by its days, which only a plan says."""
    partners = table_at(description, "partner").values()
    return value_at(description, (PLAN, "prorata")) == "days" and any(
        {"from", "until"} & partner.keys() for partner in partners
    )
