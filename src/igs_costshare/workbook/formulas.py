"""Pieces of formulas that keep the numbers of a spreadsheet, which are doubles, exact.

A double holds 15 significant digits. What is computed in several steps misses in the last ones;
`snapped` takes that away again before anything is rounded or compared. All functions here and
elsewhere mean the same in Excel, LibreOffice and other programs, and none needs array entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, localcontext
from fractions import Fraction

from igs_costshare.description.values import MOST_DECIMALS
from igs_costshare.money import Half

DIGITS = 15
"""Significant digits of a decimal number that a double holds whatever they are: its 53 bits tell
15 of them apart (DBL_DIG of IEEE 754)."""

_KEPT = DIGITS - 1
"""Digits that are still right after several steps, each of which may miss in the last one."""

DECIMALS_OF_UNIT = 3
"""What is in whole units of rounding has no more decimals: the least unit is a thousandth."""

EXACT_BELOW = "2E+13"
"""Whole numbers below this stay exact through products, floors and comparisons everywhere: some
programs round to 15 digits when they compare, and LibreOffice when it takes a floor."""

TOLD_BELOW = "9E+12"
"""An amount of so many parts of a euro is told from its neighbours after `snapped`: half a part is
more of it than the snapping moves."""

MOST_PLACES = 6
"""Decimals of what is made a whole number; more would leave too little below `EXACT_BELOW` for the
amount itself: 20 million units with all six."""

ENDLESS = 99
"""As a number of decimals: there are more than can be told, or no end to them. Far above what sums
of true decimals reach, and still a power of ten that a double holds."""


def snapped(amount: str) -> str:
    """The amount to 14 significant digits, which is what several steps on doubles keep."""
    return f"ROUND({amount},{_KEPT - 1}-INT(LOG10(MAX(1,ABS({amount})))))"


def in_units(amount: str) -> str:
    """An amount that is in whole units of rounding, without the noise of computing it."""
    return f"ROUND({amount},{DECIMALS_OF_UNIT})"


def whole(amount: str, half: Half) -> str:
    """The nearest whole number; `half` as in `money.rounded`."""
    if half == "up":
        return f"ROUND({amount},0)"
    return f"IF(ABS({amount}-INT({amount}))=0.5,2*ROUND({amount}/2,0),ROUND({amount},0))"


def places(figure: str) -> str:
    """How many decimals a cell of Input has; `ENDLESS` where there are more than a file may state.

    Only for figures as somebody wrote them: what was computed may come near to fewer decimals
    than it has.
    """
    return _first_that_keeps(figure, MOST_DECIMALS)


def shortest(figure: str) -> str:
    """How many decimals a figure has, of which it is known that `snapped` keeps all of them."""
    return _first_that_keeps(figure, MOST_PLACES)


def _first_that_keeps(figure: str, most: int) -> str:
    """The fewest decimals that rounding leaves a figure the same at; `ENDLESS` beyond the most."""
    formula = str(ENDLESS)
    for count in reversed(range(most + 1)):
        formula = f"IF(ROUND({figure},{count})={figure},{count},{formula})"
    return formula


def known(decimals: str, size: str) -> str:
    """The decimals of an amount of that size, where doubles can tell them; else `ENDLESS`."""
    return f"IF(ABS({size})*10^MIN({ENDLESS},{decimals})<{TOLD_BELOW},{decimals},{ENDLESS})"


def added(terms: Iterable[str]) -> str:
    """The sum of the terms, 0 where there are none; in pieces that every program can read.

    >>> added(["B2", "B3"]), added([])
    ('B2+B3', '0')
    """
    return "+".join(terms) or "0"


def largest(terms: Iterable[str]) -> str:
    """The largest of the terms, 0 where there are none.

    >>> largest(["B2"]), largest(["B2", "B3"]), largest([])
    ('B2', 'MAX(B2,B3)', '0')
    """
    stated = list(dict.fromkeys(terms))
    return f"MAX({','.join(stated)})" if len(stated) > 1 else "".join(stated) or "0"


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


def constant(figure: Fraction) -> str:
    """A figure as a formula writes it: a decimal number, or a quotient where it has no end.

    >>> constant(Fraction(25, 2)), constant(Fraction(1, 3))
    ('12.5', '(1/3)')
    """
    scaled = figure * 10**MOST_DECIMALS
    if scaled.denominator > 1:
        return f"({figure.numerator}/{figure.denominator})"
    whole_part, rest = divmod(scaled.numerator, 10**MOST_DECIMALS)
    return f"{whole_part}.{rest:0{MOST_DECIMALS}}".rstrip("0").rstrip(".")


def nearly(figure: Fraction) -> str:
    """A figure as near as a double comes to it.

    >>> nearly(Fraction(25, 2)), nearly(Fraction(1, 3))
    ('12.5', '0.33333333333333333')
    """
    with localcontext(prec=_DIGITS_OF_DOUBLE):
        return f"{Decimal(figure.numerator) / Decimal(figure.denominator):f}"


_DIGITS_OF_DOUBLE = 17
"""As many tell any double from its neighbours."""
