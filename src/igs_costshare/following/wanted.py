"""What the description of the next year says: that of this one as its plan carries it on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from igs_costshare.computing.statement import Statement
from igs_costshare.description.kinds import counts_in_order, lists_of
from igs_costshare.description.settlement import ACTUAL
from igs_costshare.errors import InputError, Path, Problem
from igs_costshare.following.carried import with_previous, with_turns, with_whole_shares
from igs_costshare.following.rounding import Rounded
from igs_costshare.messages import say
from igs_costshare.reading.description import (
    EXPECTED,
    PAYMENT,
    PLAN,
    SCENARIO,
    SETTLEMENT,
    TABLES_OF_IDS,
    Description,
    found,
    replaced,
    table_at,
    value_at,
)
from igs_costshare.reading.loading import Reading, load_text
from igs_costshare.reading.planned import PlannedYear, years_of
from igs_costshare.reading.removal import without_all
from igs_costshare.reading.rising import may_fit_alike
from igs_costshare.settling.ledger import course_of

_OPENING: Path = (SETTLEMENT, "opening")
_NO_LONGER = ((PAYMENT,), _OPENING, ("stays", "register"))
"""What belongs to the year that ends."""
_PLACES = 10
"""Decimals of a reserve that is worked out from the statement."""


@dataclass
class Wanted:
    """The description of the next year, and how it came about."""

    first: Reading
    statement: Statement
    """Of the year that ends."""
    planned: PlannedYear | None
    """The next year of the plan; None where it has no such year."""
    description: Description
    exact: dict[Path, Fraction] = field(default_factory=dict)
    """What was rounded."""
    left: list[str] = field(default_factory=list)
    """Partners whose last day lies before the year."""
    passing: list[str] = field(default_factory=list)
    """Partners whose last day lies before the year, and who still have a turn to pass on."""
    whole: list[str] = field(default_factory=list)
    """Partners whose first day lies before it."""
    dropped: list[Path] = field(default_factory=list)
    expecting: bool = False
    """Whether the figures that the plan expects of the year are now those of the file."""
    ended: list[tuple[Path, str]] = field(default_factory=list)
    """Indices and steps whose last year this was, each with the one that would take its place."""

    @property
    def before(self) -> Description:
        """What the file says of the year that ends."""
        return self.first.source.whole

    @property
    def year(self) -> int:
        """The next year."""
        return int(self.before["year"]) + 1

    @property
    def block(self) -> Description:
        """What the plan changes from the year on."""
        return table_at(self.before, *self.place) if self.planned else {}

    @property
    def place(self) -> Path:
        """Where the file has that."""
        return (PLAN, str(self.year))

    @property
    def merges(self) -> Mapping[str, Any]:
        """The partners that merge, by the one that they become."""
        return table_at(self.block, "merge")

    def drop(self, path: Path) -> None:
        """Leave out what belongs to the year that ends, and a table that then holds nothing."""
        if value_at(self.description, path) is not None:
            self.description = replaced(self.description, path, None)
            self.dropped.append(path)
            if len(path) > 1 and not value_at(self.description, path[:-1]):
                self.description = replaced(self.description, path[:-1], None)


def wanted_of(first: Reading) -> Wanted:
    """The description of the year after that of a reading; raises `InputError` without a year."""
    stated = first.network.year
    if stated is None:
        raise InputError([Problem(say("next.no_year"), (), say("register.add_year"))])
    year = int(stated) + 1
    plan = first.network.plan
    planned = None
    if plan is not None and year <= int(plan.until):
        *_, planned = years_of(first, year)
    whole = first.source.whole
    carried = planned.reading.source.whole_year if planned else whole
    of_file = {key: whole[key] for key in (SCENARIO, EXPECTED) if key in whole}
    description = {**carried, **of_file, "year": year}
    opening = value_at(whole, _OPENING)
    if opening is not None:  # no later year has it, and it is to be told that it goes
        description = replaced(description, _OPENING, opening)
    wanted = Wanted(first, first.statement(), planned, description)
    _without_the_past(wanted)
    wanted.description = with_turns(wanted.description, year - 1)
    wanted.description = with_whole_shares(wanted.description, whole)
    wanted.description = _with_later_plan(wanted)
    _year_bound(wanted)
    wanted.description = with_previous(wanted.description, first, wanted.statement, planned)
    rounded = Rounded(wanted.before, first.network.rounding.half)
    wanted.description = _without_empty(rounded.settled(wanted.description))
    wanted.exact = rounded.exact
    return wanted


def _without_empty(description: Description) -> Description:
    """The description without tables of entries that have none, of which a text has no trace."""
    return {key: value for key, value in description.items() if value or key not in TABLES_OF_IDS}


def _without_the_past(wanted: Wanted) -> None:
    """Leave out who is there no more, and the first day of who has been there since."""
    year = wanted.year
    for id, partner in table_at(wanted.description, "partner").items():
        if "until" in partner and partner["until"].year < year:
            if _has_a_turn(wanted.description, id):
                wanted.passing.append(id)
            elif not _named_later(wanted, id):
                wanted.left.append(id)
        elif "from" in partner and partner["from"].year < year:
            wanted.whole.append(id)
    names = [f"partner.{id}" for id in wanted.left]
    wanted.description, _ = without_all(wanted.description, names, ())
    for id in wanted.whole:
        wanted.description = replaced(wanted.description, ("partner", id, "from"), None)


def _has_a_turn(description: Description, id: str) -> bool:
    """Whether an order of turns names a partner: without it the others would get other years."""
    patterns = [
        f"{before}{pattern}.*"
        for pattern in filter(counts_in_order, lists_of("partner"))
        for before in ("", f"{PLAN}.*.", f"{SCENARIO}.*.")
    ]
    return any(name == id for pattern in patterns for _, name in found(description, pattern))


def _named_later(wanted: Wanted, id: str) -> bool:
    """Whether a later year still speaks of a partner."""
    plan = table_at(wanted.before, PLAN)
    later = [plan[name] for name in plan if name.isdecimal() and int(name) > wanted.year]
    return any(
        id in table_at(block, "partner")
        or f"partner.{id}" in block.get("remove", ())
        or any(id in members for members in table_at(block, "merge").values())
        for block in later
    )


def _with_later_plan(wanted: Wanted) -> Description:
    """The description with the years of the plan that are still to come."""
    description, (_, name) = wanted.description, wanted.place
    plan = table_at(description, PLAN)
    if not plan or (plan["until"] <= wanted.year and not _counts_days(description)):
        return _with(description, (PLAN,), None)
    description = _with(description, wanted.place, None)
    for path in _rises_of(plan, str(name)):
        description = _without_rise(wanted, description, path)
    if plan["until"] <= wanted.year:
        return _with(description, (PLAN,), {"until": wanted.year, "prorata": plan["prorata"]})
    return description


def _with(description: Description, path: Path, value: Any) -> Description:
    made: Description = replaced(description, path, value)
    return made


def _without_rise(wanted: Wanted, description: Description, path: Path) -> Description:
    """The description without the year of an index or a step.

    One that names no other year goes, unless another path would then raise its numbers: it says 0.
    """
    description = _with(description, path, None)
    (plan, table, named, _), rises = path, path[:-1]
    if value_at(description, rises):
        return description
    others = [each for each in table_at(description, plan, table) if each != named]
    heir = next((each for each in others if may_fit_alike(each, str(named))), None)
    if heir is not None:
        wanted.ended.append((rises, heir))
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


def _year_bound(wanted: Wanted) -> None:
    """Leave out what belongs to the year that ends, and let its reserve open the next."""
    _expect(wanted)
    for path in _NO_LONGER:
        wanted.drop(path)
    drop_scenario(wanted, ACTUAL)
    course = course_of(_closed(wanted), _PLACES)
    if course is not None and course.change:
        closing = Decimal(course.closing).scaleb(-_PLACES)
        wanted.description = replaced(wanted.description, ("reserve", "opening"), closing)


def _expect(wanted: Wanted) -> None:
    """Expect what the plan expects of the year, and of later years still what it does."""
    stated = table_at(wanted.description, EXPECTED)
    by_year = table_at(stated, PLAN) if wanted.planned else {}
    own = by_year.get(str(wanted.year), {})
    cents = stated.get("round", "cent")
    rounding = {"round": stated["round"]} if "round" in stated else {}
    made = {**rounding, **own}
    # A later year that does not say how its figures are rounded has that from the file.
    kept = {} if made.get("round", "cent") == cents else {"round": cents}
    later = {
        name: {**kept, **figures} for name, figures in by_year.items() if int(name) > wanted.year
    }
    if later:
        made[PLAN] = later
    if not own and not later:
        wanted.drop((EXPECTED,))
        return
    wanted.expecting = bool(own)
    gone = [name for name in stated if name not in ("round", PLAN)]
    wanted.dropped += [(EXPECTED, name) for name in gone]
    wanted.description = replaced(wanted.description, (EXPECTED,), made)


def _closed(wanted: Wanted) -> Statement:
    """The statement by which the year is settled."""
    source = wanted.first.source
    if source.settled is None:
        return wanted.statement
    return load_text(source.layout.text, source.name, (), source.settled).statement()


def drop_scenario(wanted: Wanted, id: str) -> None:
    """Leave out a scenario, also where the settlement names it."""
    wanted.drop((SCENARIO, id))
    if value_at(wanted.description, (SETTLEMENT, "scenario")) == id:
        wanted.drop((SETTLEMENT, "scenario"))
