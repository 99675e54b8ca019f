"""How exact numbers are written: which decimals are shown, and what is cut off."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from igs_costshare.money import rounded

MOST_DECIMALS = 10
"""Decimals up to which a figure is written out whole: as many as a file may state."""
CUT_DECIMALS = 6
"""Decimals of a figure that never ends, or ends later; `…` says that it goes on."""


class Written(NamedTuple):
    """A figure as a whole number of its last decimal shown."""

    minor: int
    decimals: int
    cut: str = ""
    """`…` where it goes on."""


def written(number: Fraction, least: int = 0) -> Written:
    """The exact figure with at least so many decimals, cut off where it goes on too long.

    >>> written(Fraction(2112, 1), 2), written(Fraction(100, 3))
    (Written(minor=211200, decimals=2, cut=''), Written(minor=33333333, decimals=6, cut='…'))
    """
    decimals = decimals_of(number.denominator)
    if decimals is None or decimals > MOST_DECIMALS:
        return Written(int(number * 10**CUT_DECIMALS), CUT_DECIMALS, "…")
    shown = max(least, decimals)
    return Written(number.numerator * 10**shown // number.denominator, shown)


def shown_with(number: Fraction, decimals: int, *, trimmed: bool = False) -> Written:
    """The figure rounded to so many decimals for display only, half to even.

    `trimmed` leaves out zeros at the end.
    """
    steps = number * 10**decimals
    minor = rounded(steps.numerator, steps.denominator, "even")
    while trimmed and decimals and minor % 10 == 0:
        minor, decimals = minor // 10, decimals - 1
    return Written(minor, decimals)


def decimals_of(denominator: int) -> int | None:
    """Decimals of a fraction in lowest terms with this denominator; None where it never ends."""
    twos = (denominator & -denominator).bit_length() - 1
    rest, fives = denominator >> twos, 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    return max(twos, fives) if rest == 1 else None


def exact_text(number: Fraction, least: int) -> str:
    """An exact number: a decimal with at least so many decimals, or a fraction.

    >>> exact_text(Fraction(8450), 2), exact_text(Fraction(1, 8), 2), exact_text(Fraction(1, 3), 2)
    ('8450.00', '0.125', '1/3')
    """
    ends = decimals_of(number.denominator)
    if ends is None:
        return f"{number.numerator}/{number.denominator}"
    decimals = max(least, ends)
    minor = abs(number.numerator) * 10**decimals // number.denominator
    digits = f"{minor:0{decimals + 1}}"
    sign = "-" if number < 0 else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)
