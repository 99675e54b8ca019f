"""Pieces of formulas that keep the numbers of a spreadsheet, which are doubles, exact.

A double holds 15 significant digits. What is computed in several steps misses in the last ones;
`snapped` takes that away again before anything is rounded or compared. All functions here and
elsewhere mean the same in Excel, LibreOffice and other programs, and none needs array entry.
"""

from __future__ import annotations

from collections.abc import Iterable

from igs_costshare.money import Half

EXACT_BELOW = "9E+13"
"""Whole numbers below this stay exact through products, floors and comparisons everywhere: some
programs round to 15 digits when they compare, and LibreOffice when it takes a floor."""

MOST_PLACES = 6
"""Decimals that are looked for in a figure; one with more counts as endless."""


def snapped(amount: str) -> str:
    """The amount to 14 significant digits, which is what several steps on doubles keep."""
    return f"ROUND({amount},13-INT(LOG10(MAX(1,ABS({amount})))))"


def whole(amount: str, half: Half) -> str:
    """The nearest whole number; `half` as in `money.rounded`."""
    if half == "up":
        return f"ROUND({amount},0)"
    return f"IF(ABS({amount}-INT({amount}))=0.5,2*ROUND({amount}/2,0),ROUND({amount},0))"


def places(figure: str) -> str:
    """How many decimals a figure has; 9 where there are more than `MOST_PLACES`."""
    formula = "9"
    for count in reversed(range(MOST_PLACES + 1)):
        formula = f"IF(ROUND({figure},{count})={figure},{count},{formula})"
    return formula


def added(terms: Iterable[str]) -> str:
    """The sum of the terms, 0 where there are none; in pieces that every program can read.

    >>> added(["B2", "B3"]), added([])
    ('B2+B3', '0')
    """
    return "+".join(terms) or "0"


_BLOCK = 64
"""Rows of like formulas under one another, well below 100."""


def unlike(formula: str, row: int) -> str:
    """The formula of a row, in turns with and without `+0` for so many rows.

    LibreOffice works out 100 like formulas under one another at once, and then takes formulas
    that wait for one another for a circle (error 522, seen in 7.4).
    """
    return f"{formula}+0" if row // _BLOCK % 2 else formula


def either(conditions: Iterable[str]) -> str:
    """Whether one of the conditions holds; there is at least one.

    >>> either(["B2<0"]), either(["B2<0", "B3<0"])
    ('B2<0', 'OR(B2<0,B3<0)')
    """
    stated = list(conditions)
    return stated[0] if len(stated) == 1 else f"OR({','.join(stated)})"
