"""The axes of a plot: round amounts beside it, and numbers under it with few decimals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.wording.tables import plain_amount

FINE = 1_000
"""Parts of a column or a row, of which plotille makes two dots, or four."""
_HALF_A_DOT = 251
_MOST_ROWS = 12
_LEAST_STEPS, _MOST_STEPS = 4, 6
"""Of the numbers under a plot."""
_DECIMALS = 12
"""Of a number of the file, and two more for its parts."""


class Scale(NamedTuple):
    """Numbers along an axis at equal distances."""

    first: Fraction
    step: Fraction
    steps: int

    @property
    def last(self) -> Fraction:
        """The number at the end."""
        return self.first + self.steps * self.step

    def place(self, number: Fraction, length: int) -> int:
        """Where a number lies along an axis of so many columns or rows, in fine parts of one."""
        place = int((number - self.first) * length * FINE / (self.last - self.first))
        # Plotille leaves out what lies nearer to the end than half a dot.
        return min(place, length * FINE - _HALF_A_DOT)

    def marks(self) -> Iterator[Fraction]:
        """Every number."""
        for count in range(self.steps + 1):
            yield self.first + count * self.step


def amounts_scale(lowest: int, highest: int) -> Scale:
    """Round amounts around all there are."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            first = lowest // step
            rows = max(1, -(-highest // step) - first)
            if rows <= _MOST_ROWS:
                return Scale(Fraction(first * step), Fraction(step), rows)
        power *= 10


def numbers_scale(first: Decimal, last: Decimal, most: int) -> Scale | None:
    """The numbers under the plot: as many as there is room for, with as few decimals as may be."""
    apart = Fraction(last) - Fraction(first)
    if not apart or most < _LEAST_STEPS:
        return None
    scales = [
        Scale(Fraction(first), apart / steps, steps)
        for steps in range(min(_MOST_STEPS, most), _LEAST_STEPS - 1, -1)
    ]
    return min(scales, key=lambda scale: len(text_of(scale.step)))


def years_scale(first: Decimal, last: Decimal, most: int) -> Scale | None:
    """Whole years under the plot, beyond the last where they do not come out on it."""
    apart = int(last - first)
    if not apart or most < _LEAST_STEPS:
        return None
    step = -(-apart // min(_MOST_STEPS, most))
    return Scale(Fraction(first), Fraction(step), -(-apart // step))


def text_of(number: Fraction) -> str:
    """The number with at most twelve decimals, without zeros at the end."""
    return plain_amount(round(number * 10**_DECIMALS), _DECIMALS).rstrip("0").rstrip(".")
