"""English."""

from __future__ import annotations

from fractions import Fraction

NAME = "English"
LOCALES = ("en", "english")
"""How the locale of a user begins, in lower case: `en_GB.UTF-8`, or `English_…` on Windows."""
DECIMAL_MARK = "."
THOUSANDS_MARK = ","
MONEY = "{sign}\xa0{figure}"
NO_BREAK = ()
"""Where a space of a text is one at which no line ends."""
DATE = "%Y-%m-%d"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEMICOLON = "; "
"""Between two parts that have commas of their own."""


def is_one(number: int | Fraction) -> bool:
    """Whether a number takes the singular."""
    return number == 1
