"""What is said to people, as data without a language.

A message is a key of the catalogues in `wording/locales` and a raw value for each of its places.
Whoever finds something wrong, deep in the program, knows no language; the edge turns the message
into text, and the type of each value decides how it is written:

| value | in Dutch |
|---|---|
| `int`, `Decimal`, `Fraction` | a figure: `1.234,5` |
| `Money` | `€ 1.234,50` |
| `Percent` | `12,5 %` |
| `Toml` | as it stands in the file: `1234.5`, `"stad"`, `een tabel` |
| `Listed` | `a, b en c` |
| `Noun` | `inwoners`, as the file calls them or the catalogue |
| `date` | `14/03/2026` |
| `Message` | the text of that message |
| `str` | as it is: an id, a name, a year |
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, Union


class Money(NamedTuple):
    """An amount with its currency."""

    amount: Fraction | Decimal | int
    currency: str = "EUR"
    decimals: int | None = None
    """To how many it is rounded for display; None: exact, and cut off with `…` where it goes on."""


class Percent(NamedTuple):
    """A part of a whole (0 to 1) that is written as a percentage."""

    part: Fraction | Decimal
    decimals: int | None = None
    """At how many decimals it is rounded for display; None: exact."""


class Toml(NamedTuple):
    """A value as it stands in the file."""

    value: object

    def __hash__(self) -> int:
        """By the value; tables and lists, which have no hash of their own, share one."""
        return 0 if isinstance(self.value, dict | list) else hash(self.value)


class Listed(NamedTuple):
    """Several values in one phrase."""

    values: tuple[Place, ...]
    joined: Literal["and", "or"] = "and"


class Noun(NamedTuple):
    """What so many of a key are called: `woningen`."""

    key: str
    number: Fraction


class Message(NamedTuple):
    """A key of the catalogues, and a value for each place of its text."""

    key: str
    """Area and name: `fault.at_most`."""
    places: tuple[tuple[str, Place], ...] = ()
    """Name and value of each place of the text."""

    def __str__(self) -> str:
        """The message as a programmer reads it, whatever the language."""
        return f"{self.key}({', '.join(f'{name}={value}' for name, value in self.places)})"


Place: TypeAlias = Union[  # noqa: UP007 - evaluated by NamedTuple on Python 3.11
    str, int, Decimal, Fraction, date, Money, Percent, Toml, Listed, Noun, Message
]


def say(key: str, /, **places: Place) -> Message:
    """The message of that key; a test holds every call to the catalogues.

    >>> say("fault.at_most", largest=1, got=Toml(2)).key
    'fault.at_most'
    """
    return Message(key, tuple(places.items()))


def listed(values: Iterable[Place], joined: Literal["and", "or"] = "and") -> Listed:
    """The values in one phrase."""
    return Listed(tuple(values), joined)
