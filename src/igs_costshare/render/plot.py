"""The plot of a terminal, by plotille: a line of dots between two axes, without colour."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from plotille import Figure

from igs_costshare.documents.document import Plot
from igs_costshare.language import Language
from igs_costshare.tables import plain_amount

_MOST_ROWS = 12
_APART = 10
"""Columns from one number under the plot to the next, as plotille has it."""
_AXIS = 10
"""Columns that plotille keeps for the amounts beside the plot."""
_FINE = 1_000
"""Parts of a column or a row, of which plotille makes two dots, or four."""
_HALF_A_DOT = 251
_EMPTY = "\N{BRAILLE PATTERN BLANK}"


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
        place = int((number - self.first) * length * _FINE / (self.last - self.first))
        # Plotille leaves out what lies nearer to the end than half a dot.
        return min(place, length * _FINE - _HALF_A_DOT)

    def marks(self) -> Iterator[Fraction]:
        """Every number."""
        for count in range(self.steps + 1):
            yield self.first + count * self.step


def drawn(plot: Plot, language: Language, width: int) -> list[str]:
    """The lines of the plot; none where there are not two points, or no room to show them."""
    known = [amount for _, amount in plot.points if amount is not None]
    if len(known) < len(("from", "to")):
        return []
    upright = _amounts(min(known), max(known))
    labels = _amount_labels(upright, plot.decimals, language)
    beside = max(_AXIS, *map(len, labels))
    level = _numbers(plot.points[0][0], plot.points[-1][0], (width - beside - 3) // _APART)
    if level is None:
        return []
    figure = Figure()
    figure.with_colors, figure.origin, figure.linesep = False, False, "\n"
    figure.register_label_formatter(str, _whole_label)
    figure.width, figure.height = level.steps * _APART, upright.steps
    figure.x_label = figure.y_label = ""
    figure.set_x_limits(0, figure.width * _FINE)
    figure.set_y_limits(0, figure.height * _FINE)
    beneath, left = iter(_number_labels(level, language)), iter(labels)
    figure.x_ticks_fkt = lambda _low, _high: next(beneath)
    figure.y_ticks_fkt = lambda _low, _high: next(left).rjust(beside)
    if upright.first < 0 < upright.last:
        zero = upright.place(Fraction(0), figure.height)
        figure.plot([0, figure.width * _FINE], [zero, zero])
    for possible, run in groupby(plot.points, lambda point: point[1] is not None):
        if possible:
            _add(figure, list(run), level, upright)
    _, *dots, axis, numbers = figure.show().replace(_EMPTY, " ").split("\n")
    more = beside - _AXIS
    return [
        f"({plot.y_label})",
        *dots,
        "-" * more + axis.removesuffix(" ()"),
        " " * more + numbers,
        f"({plot.x_label})".rjust(beside + 3 + figure.width),
    ]


def _whole_label(val: object, chars: int, delta: object, left: bool) -> str:
    """A label as it is, which plotille would cut to the columns that it keeps for it."""
    return str(val)


def _add(
    figure: Figure, run: list[tuple[Decimal, int | None]], level: Scale, upright: Scale
) -> None:
    """Points in a row, as a line; a point alone as a dot."""
    draw = figure.plot if run[1:] else figure.scatter
    draw(
        [level.place(Fraction(number), figure.width) for number, _ in run],
        [upright.place(Fraction(amount or 0), figure.height) for _, amount in run],
    )


def _amounts(lowest: int, highest: int) -> Scale:
    """Round amounts around all there are."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            first = lowest // step
            rows = max(1, -(-highest // step) - first)
            if rows <= _MOST_ROWS:
                return Scale(Fraction(first * step), Fraction(step), rows)
        power *= 10


def _amount_labels(scale: Scale, decimals: int, language: Language) -> list[str]:
    """The amounts, in whole euros where they all are."""
    whole = 10**decimals
    if all(mark % whole == 0 for mark in scale.marks()):
        return [language.figure(int(mark / whole), 0) for mark in scale.marks()]
    return [language.figure(int(mark), decimals) for mark in scale.marks()]


def _numbers(first: Decimal, last: Decimal, most: int) -> Scale | None:
    """The numbers under the plot: as many as there is room for, with as few decimals as may be."""
    apart = Fraction(last) - Fraction(first)
    if not apart or most < _LEAST_STEPS:
        return None
    scales = [
        Scale(Fraction(first), apart / steps, steps)
        for steps in range(min(_MOST_STEPS, most), _LEAST_STEPS - 1, -1)
    ]
    return min(scales, key=lambda scale: len(_text(scale.step)))


_LEAST_STEPS, _MOST_STEPS = 4, 6
"""Of the numbers under a plot."""


def _number_labels(scale: Scale, language: Language) -> list[str]:
    """The numbers as plotille sets them; every other one where they are long."""
    labels = [language.number(Decimal(_text(mark))) for mark in scale.marks()]
    if max(map(len, labels)) < _APART:
        return [label.ljust(_APART - 1) for label in labels]
    return [
        "" if position % 2 else label.ljust(2 * (_APART - 1))
        for position, label in enumerate(labels)
    ]


def _text(number: Fraction) -> str:
    """The number with at most twelve decimals, without zeros at the end."""
    return plain_amount(round(number * 10**_DECIMALS), _DECIMALS).rstrip("0").rstrip(".")


_DECIMALS = 12
"""Of a number of the file, and two more for its parts."""
