"""What a register is held against: the homes, the partners, and the year that counts."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple


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
    """Homes and partners that a scenario takes away: their ids, with what else they are called."""

    scenario: str
    homes: tuple[tuple[str, tuple[str, ...]], ...]
    partners: tuple[tuple[str, tuple[str, ...]], ...]


class Lodgings(NamedTuple):
    """What a register is held against; it can be hashed, so that a register is read once."""

    year: int
    count: Literal["nights", "days"]  # type: ignore[assignment] # tuples have a method of that name
    """Whether the day of departure counts: not in nights, in days it does."""
    homes: tuple[Home, ...]
    partners: tuple[Body, ...]
    referrer_needed: bool
    """Whether something asks who referred each household."""
    gone: Gone | None = None
    """What the scenario takes away from the description; None where none is asked for."""
