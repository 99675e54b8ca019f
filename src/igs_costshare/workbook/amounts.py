"""Exact amounts on the sheet, and how much a double may be wrong about them."""

from __future__ import annotations

from typing import NamedTuple

from igs_costshare.workbook.formulas import ENDLESS, EXACT_BELOW

NEAR = "1E-13"
"""How near to a half, as a part of the amount, an amount may be taken for it."""
_MOST_OF_MATCH = 3
"""Decimals that the part of a match is looked for in: a half, a quarter, an eighth."""


class SheetAmount(NamedTuple):
    """An exact amount on the sheet."""

    euros: str
    """The cell, or formula, with it."""
    decimals: str
    """The cell, or formula, with its decimals; `ENDLESS` where doubles cannot tell them."""
    size: str = "0"
    """The cell with what it is a difference of, which it may be wrong by a part of."""


def told_from_half(total: str, amount: SheetAmount, unit: str) -> str:
    """Whether doubles tell on which side of a half a total (the amount in units) lies."""
    away = f"ABS({total}-INT({total})-0.5)>{total_noise(total, amount, unit)}"
    return f"OR({amount.decimals}<{ENDLESS},{away})"


def total_noise(total: str, amount: SheetAmount, unit: str) -> str:
    """By how many units a total (the amount in units) may be wrong.

    What is known to the last decimal is as near as a double comes to it.
    """
    unknown = f"({amount.decimals}>={ENDLESS})*{amount.size}/{unit}"
    return f"({NEAR}*(ABS({total})+{unknown}))"


def places_of_match(match: str, scale: str) -> str:
    """How many decimals the part that a match makes, match / (1 + match), has.

    It ends where the whole numbers that it is a quotient of divide without a rest; the scale
    makes the match whole.
    """
    above, below = f"ROUND({match}*{scale},0)", f"ROUND((1+{match})*{scale},0)"
    formula = str(ENDLESS)
    for count in reversed(range(_MOST_OF_MATCH + 1)):
        whole = f"{above}*10^{count}"
        divides = f"ROUND({whole}/{below},0)*{below}={whole}"
        formula = f"IF({divides},{count},{formula})"
    return f"IF({below}*10^{_MOST_OF_MATCH}<{EXACT_BELOW},{formula},{ENDLESS})"
