"""English."""

from __future__ import annotations

from fractions import Fraction

NAME = "English"
LOCALES = ("en", "english")
"""How the locale of a user begins, in lower case: `en_GB.UTF-8`, or `English_…` on Windows."""
DECIMAL_MARK = "."
THOUSANDS_MARK = ","
DATE = "%Y-%m-%d"


def is_one(number: int | Fraction) -> bool:
    """Whether a number takes the singular."""
    return number == 1
