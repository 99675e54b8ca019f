"""Dutch, as in Flanders."""

from __future__ import annotations

from fractions import Fraction

NAME = "Nederlands"
LOCALES = ("nl", "dutch")
"""How the locale of a user begins, in lower case: `nl_BE.UTF-8`, or `Dutch_Belgium.1252`."""
DECIMAL_MARK = ","
THOUSANDS_MARK = "."
MONEY = "{sign}\xa0{figure}"
NO_BREAK = ()
"""Where a space of a text is one at which no line ends."""
DATE = "%d/%m/%Y"
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SEMICOLON = "; "
"""Between two parts that have commas of their own."""


def is_one(number: int | Fraction) -> bool:
    """Whether a number takes the singular."""
    return number == 1
