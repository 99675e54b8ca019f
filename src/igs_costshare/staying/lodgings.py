"""What a register is held against: the homes, the partners, and the year that counts."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from igs_costshare.messages import Message


class Home(NamedTuple):
    """A home with a name."""

    id: str
    name: str | None
    owner: str
    prices: tuple[tuple[int, Decimal], ...] | None
    """Euros a day by household size; None where it has none."""


class Body(NamedTuple):
    """A partner: one that owns homes, refers households, or both."""

    id: str
    name: str | None
    nis: str | None
    counted: int
    """Its homes without a name; 0 where it names its homes."""


class Gone(NamedTuple):
    """A home or a partner of the file that is not there in what is computed."""

    id: str
    called: str
    names: tuple[str, ...]
    """All that it answers to besides."""
    owner: str
    """Of a home; of a partner, itself."""
    why: Message
    hint: Message
    """The way out where a stay asks for it."""


class Lodgings(NamedTuple):
    """What a register is held against; it can be hashed, so that a register is read once."""

    year: int
    count: Literal["nights", "days"]  # type: ignore[assignment] # tuples have a method of that name
    """Whether the day of departure counts: not in nights, in days it does."""
    homes: tuple[Home, ...]
    partners: tuple[Body, ...]
    referrer_needed: bool
    """Whether something asks who referred each household."""
    gone_homes: tuple[Gone, ...] = ()
    """Of another year, or taken away by a scenario or a plan: only old stays are there."""
    gone_partners: tuple[Gone, ...] = ()
