"""French, as in Belgium."""

from __future__ import annotations

from fractions import Fraction

NAME = "Français"
LOCALES = ("fr", "french")
"""How the locale of a user begins, in lower case: `fr_BE.UTF-8`, or `French_Belgium.1252`."""
DECIMAL_MARK = ","
THOUSANDS_MARK = "."
MONEY = "{figure}\xa0{sign}"
NO_BREAK = (" :", " ;", " ?", " !", " »", "« ")
"""Where a space of a text is one at which no line ends."""
DATE = "%d/%m/%Y"
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
SEMICOLON = "\xa0; "
"""Between two parts that have commas of their own."""


def is_one(number: int | Fraction) -> bool:
    """Whether a number takes the singular, as all do below 2."""
    return -2 < number < 2
