"""The plot of a terminal, by plotille: a line of dots between two axes, without colour."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from plotille import Figure

from igs_costshare.documents.document import Plot
from igs_costshare.render.scale import (
    FINE,
    Scale,
    amounts_scale,
    numbers_scale,
    text_of,
    years_scale,
)
from igs_costshare.wording.language import Language

_APART = 10
"""Columns from one number under the plot to the next, as plotille has it."""
_AXIS = 10
"""Columns that plotille keeps for the amounts beside the plot."""
_EMPTY = "\N{BRAILLE PATTERN BLANK}"


def drawn(plot: Plot, language: Language, width: int) -> list[str]:
    """The lines of the plot; none where there are not two points, or no room to show them."""
    known = [amount for _, amount in plot.points if amount is not None]
    if len(known) < len(("from", "to")):
        return []
    upright = amounts_scale(min(known), max(known))
    labels = _amount_labels(upright, plot.decimals, language)
    beside = max(_AXIS, *map(len, labels))
    scale = years_scale if plot.dates else numbers_scale
    level = scale(plot.points[0][0], plot.points[-1][0], (width - beside - 3) // _APART)
    if level is None:
        return []
    figure = Figure()
    figure.with_colors, figure.origin, figure.linesep = False, False, "\n"
    figure.register_label_formatter(str, _whole_label)
    figure.width, figure.height = level.steps * _APART, upright.steps
    figure.x_label = figure.y_label = ""
    figure.set_x_limits(0, figure.width * FINE)
    figure.set_y_limits(0, figure.height * FINE)
    beneath, left = iter(_number_labels(level, plot, language)), iter(labels)
    figure.x_ticks_fkt = lambda _low, _high: next(beneath)
    figure.y_ticks_fkt = lambda _low, _high: next(left).rjust(beside)
    if upright.first < 0 < upright.last:
        zero = upright.place(Fraction(0), figure.height)
        figure.plot([0, figure.width * FINE], [zero, zero])
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


def _amount_labels(scale: Scale, decimals: int, language: Language) -> list[str]:
    """The amounts, in whole euros where they all are."""
    whole = 10**decimals
    if all(mark % whole == 0 for mark in scale.marks()):
        return [language.figure(int(mark / whole), 0) for mark in scale.marks()]
    return [language.figure(int(mark), decimals) for mark in scale.marks()]


def _number_labels(scale: Scale, plot: Plot, language: Language) -> list[str]:
    """The numbers as plotille sets them; every other one where they are long."""
    numbers = [text_of(mark) for mark in scale.marks()]
    labels = numbers if plot.dates else [language.number(Decimal(each)) for each in numbers]
    if max(map(len, labels)) < _APART:
        return [label.ljust(_APART - 1) for label in labels]
    return [
        "" if position % 2 else label.ljust(2 * (_APART - 1))
        for position, label in enumerate(labels)
    ]
