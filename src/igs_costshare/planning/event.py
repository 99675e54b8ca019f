"""What may happen in a year of a plan: each kind of event, as data with the paths of a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from igs_costshare.errors import Path


class Left(NamedTuple):
    """A partner that is not there any more."""

    path: str
    """`plan.2028.remove.partner.caw`, or `partner.beek.until`."""
    id: str
    name: str


class Joined(NamedTuple):
    """A partner that was not there the year before."""

    path: str
    """`partner.beek.from`, or `plan.2028.partner.brug`."""
    id: str
    name: str
    since: date | None
    """The day from which it takes part, where that is not the whole year."""


class Whole(NamedTuple):
    """A partner that is there for its first full year."""

    path: str
    id: str
    name: str


class Ending(NamedTuple):
    """A partner that leaves within the year."""

    path: str
    id: str
    name: str
    until: date


class Merged(NamedTuple):
    """Partners that became one."""

    path: str
    """`plan.2028.merge.vlaardorp`."""
    id: str
    name: str
    members: tuple[str, ...]
    """What they were called."""


class Removed(NamedTuple):
    """Something else that the block of the year takes away."""

    path: str
    place: Path
    name: str


class Changed(NamedTuple):
    """A value that the block of the year sets."""

    path: str
    """`plan.2028.contribution`, `plan.2028.cost.rent.amount`."""
    place: Path
    """In the description."""
    name: str
    """What the entry is called that it stands in; empty where it stands in none."""
    a: Any
    """The value of the year before; None where there was none."""
    b: Any


class Turned(NamedTuple):
    """Who bears by turns what another bore the year before."""

    path: str
    name: str
    line: str
    """What the line is called; empty for all that is shared together."""


class Capped(NamedTuple):
    """Partners whose contribution is held by a cap that did not hold it the year before."""

    path: str
    """`contribution.max_rise`."""
    field: str
    names: tuple[str, ...]


class Rising(NamedTuple):
    """Numbers that an index raised: how many, and by which part at least and at most."""

    path: str
    """`plan.index`."""
    number: int
    least: Decimal
    most: Decimal
    figures: bool
    """Whether they are figures of partners and homes; otherwise amounts, prices and rates."""


class Stepped(NamedTuple):
    """Numbers that a step raised."""

    path: str
    number: int


Event: TypeAlias = (
    Left | Joined | Whole | Ending | Merged | Removed | Changed | Turned | Capped | Rising | Stepped
)


class YearEvents(NamedTuple):
    """What happened in a year, partners first and indices last."""

    year: int
    label: str | None
    """What the block of the year is called."""
    events: tuple[Event, ...]
