"""What the description of the next year says: that of this one as its plan carries it on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from igs_costshare.computing.statement import Statement
from igs_costshare.description.settlement import ACTUAL
from igs_costshare.errors import InputError, Path, Problem
from igs_costshare.following.balances import Closing, closing_of
from igs_costshare.following.carried import with_previous, with_turns, with_whole_shares
from igs_costshare.following.later import Ended, with_later_plan
from igs_costshare.following.partners import Past, amounts_held, has_left, held_by, without_past
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
    replaced,
    table_at,
    value_at,
)
from igs_costshare.reading.loading import Reading
from igs_costshare.reading.planned import PlannedYear, years_of
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
    closing: Closing
    """How that year is settled."""
    planned: PlannedYear | None
    """The next year of the plan; None where it has no such year."""
    description: Description
    past: Past
    """The partners that are there no more, or now for the whole year."""
    ended: list[Ended]
    """Indices and steps whose last year this was, each with the one that would take its place."""
    exact: dict[Path, Fraction] = field(default_factory=dict)
    """What was rounded."""
    dropped: list[Path] = field(default_factory=list)
    expecting: bool = False
    """Whether the figures that the plan expects of the year are now those of the file."""

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

    def drop_scenario(self, id: str) -> None:
        """Leave out a scenario, also where the settlement names it."""
        self.drop((SCENARIO, id))
        if value_at(self.description, (SETTLEMENT, "scenario")) == id:
            self.drop((SETTLEMENT, "scenario"))


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
    statement = first.statement()
    there, left = table_at(description, "partner"), has_left(description, year)
    gone = [each for each in table_at(whole, "partner") if each not in there]
    closing = closing_of(first, statement, (*gone, *left))
    description, past = without_past(description, whole, year, closing.balances)
    description = with_turns(description, year - 1)
    description = with_whole_shares(description, whole)
    description, ended = with_later_plan(description, year)
    wanted = Wanted(first, statement, closing, planned, description, past, ended)
    _year_bound(wanted)
    wanted.description = with_previous(wanted.description, first, statement, planned)
    rounded = Rounded(wanted.before, first.network.rounding.half)
    wanted.description = _without_empty(rounded.settled(wanted.description))
    wanted.exact = rounded.exact
    return wanted


def _without_empty(description: Description) -> Description:
    """The description without tables of entries that have none, of which a text has no trace."""
    return {key: value for key, value in description.items() if value or key not in TABLES_OF_IDS}


def _year_bound(wanted: Wanted) -> None:
    """Leave out what belongs to the year that ends, and let its reserve open the next."""
    _expect(wanted)
    for path in (*_NO_LONGER, *_held(wanted)):
        wanted.drop(path)
    wanted.drop_scenario(ACTUAL)
    course = course_of(wanted.closing.statement, _PLACES)
    if course is not None and course.change:
        closing = Decimal(course.closing).scaleb(-_PLACES)
        wanted.description = replaced(wanted.description, ("reserve", "opening"), closing)


def _held(wanted: Wanted) -> Iterator[Path]:
    """Amounts that somebody paid or received of a line, and what those who left no longer do.

    What the block of the year says holds for that year.
    """
    past = dict.fromkeys((*wanted.past.owing, *wanted.past.passing))
    gone = (path for id in past for path in held_by(wanted.description, id))
    for path in dict.fromkeys((*amounts_held(wanted.description), *gone)):
        if value_at(wanted.block, path) is None:
            yield path


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
