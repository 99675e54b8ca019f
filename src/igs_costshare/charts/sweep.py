"""The chart of a sweep: a line for each partner along the number that varies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from igs_costshare.charts.bars import Words
from igs_costshare.charts.curves import Along, Series, axis_of, curves, largest
from igs_costshare.charts.scene import Scene
from igs_costshare.documents.sweep import SweepDocument
from igs_costshare.documents.sweep_figures import SweepFigures
from igs_costshare.wording.tables import Column, cell_text

_MOST_PLACES = 40
"""Places along a line that are drawn; of more every second, third … one."""
_MOST_TEXTS = 6


def sweep_chart(document: SweepDocument) -> Scene | None:
    """The drawing; None where two numbers vary, or the places are not evenly apart."""
    figures, language = document.figures, document.language
    lines = [*figures.lines()]
    every = _every(len(document.steps))
    if not lines or every is None or not figures.is_even:
        return None
    series = [Series(each.name, each.values[::every]) for each in lines]
    texts = figures.texts()[::every]
    column, decimals = Column("", "", lines[0].notation), document.sweep.decimals
    axis = [
        (figure, cell_text(figure, column, decimals, language).replace("-", "−"))
        for figure in axis_of(series)
    ]
    drawn, note = len(largest(series)), ""
    if drawn < len(series):
        note = language.say("chart.most", count=drawn, all=len(series))
    told = language.say("chart.sweep_text", what=figures.names[0], first=texts[0], last=texts[-1])
    title = language.say("chart.sweep", figure=lines[0].heading, what=figures.names[0])
    along = Along(tuple(_some(texts)), tuple(_budgeted(figures)))
    return curves(series, along, Words(title, told, note), axis)


def _every(count: int, most: int = _MOST_PLACES) -> int | None:
    """Every which of so many places is taken, so that the first and the last are.

    >>> _every(6), _every(101), _every(2, 1), _every(1)
    (1, 4, 1, None)
    """
    apart = count - 1
    parts = (each for each in range(1, apart + 1) if not apart % each)
    return next((each for each in parts if apart // each <= most), None)


def _some(texts: Sequence[str]) -> Iterator[str]:
    """A few of the texts below the lines; the others make room."""
    apart = len(texts) - 1
    step = next(
        each for each in range(1, apart + 1) if not apart % each and apart // each < _MOST_TEXTS
    )
    for at, text in enumerate(texts):
        yield "" if at % step else text


def _budgeted(figures: SweepFigures) -> Iterator[tuple[int, str]]:
    """Where the number of the file lies, if it lies on the way."""
    first, last = (figures.steps[at].values[0] for at in (0, -1))
    stated = figures.stated
    if stated is not None and min(first, last) <= stated <= max(first, last):
        way = Fraction(stated - first) / Fraction(last - first)
        yield round(100 * way), figures.language.say("chart.budgeted")
