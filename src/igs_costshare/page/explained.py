"""How the figures arise, as the page tells it: once for a line, then briefly for each partner."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from igs_costshare.explaining import Cell, ExplainedRow, Explanation, Input, Step
from igs_costshare.wording.language import Language

OF_THE_LINE = frozenset(("basis", "left_over", "nothing_left", "fell_back"))
"""Steps in the figure of a partner that are the same for each; they go with the line."""


class Explained(NamedTuple):
    """What a page explains: the network as a whole, and each partner."""

    whole: tuple[Cell, ...]
    rows: tuple[ExplainedRow, ...]


def explained(explanation: Explanation) -> Explained:
    """The explanation with what holds for a line told once."""
    total, *others = explanation.rows
    whole = [cell._replace(steps=_with_shared(cell, others)) for cell in total.cells]
    pool = () if explanation.pool is None else (explanation.pool,)
    rows = (
        row._replace(cells=tuple(each._replace(steps=_own(each.steps)) for each in row.cells))
        for row in others
    )
    return Explained((*pool, *whole), tuple(rows))


def _with_shared(total: Cell, rows: Iterable[ExplainedRow]) -> tuple[Step, ...]:
    """The steps of a total, and what is the same for each partner in it."""
    shared = (
        step
        for row in rows
        for cell in row.cells
        if cell.id == total.id
        for step in cell.steps
        if step.kind in OF_THE_LINE
    )
    return tuple(dict.fromkeys((*total.steps, *shared)))


def _own(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step.kind not in OF_THE_LINE)


def places(inputs: Iterable[Input], language: Language) -> str:
    """Where inputs were given: the lines of the file, and the settings."""
    lines = [
        language.say("page.line_of", line=str(each.line))
        for each in inputs
        if each.line is not None
    ]
    settings = [each.origin for each in inputs if each.line is None]
    return ", ".join(dict.fromkeys((*lines, *settings)))
