"""Cells of Input that hold the same kind of figure: what may be filled in, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from igs_costshare.messages import Message, listed, say
from igs_costshare.wording.language import Language
from igs_costshare.wording.units import Notation
from igs_costshare.workbook.cells import on
from igs_costshare.workbook.kinds import FigureKind

_ROWS = 1_048_577
"""More than any row: the first wrong one is the largest of this less the row."""

_TITLE = 32
"""Characters above a message; a spreadsheet takes no more."""

_STYLES: Mapping[Notation, str] = {
    Notation.MONEY: "open_amount",
    Notation.PART: "open_part",
    Notation.PERCENT: "open_figure",
    Notation.YEAR: "open_figure",
    Notation.NUMBER: "open_figure",
}


def style_of(kind: FigureKind) -> str:
    """The style of the cells: by their unit, but for a step out of a list."""
    return "open_unit" if kind.choices else _STYLES[kind.unit]


def allowed(kind: FigureKind, language: Language, title: str) -> dict[str, Any]:
    """What a spreadsheet lets people fill in; it says so beside the cell, and to anything else."""
    rule = language.tell(_rule(kind))
    said = {
        "input_title": title[:_TITLE],
        "input_message": rule,
        "error_title": language.say("workbook.allowed_title"),
        "error_message": rule,
    }
    if kind.choices:
        return {"validate": "list", "source": list(kind.choices), **said}
    return {
        "validate": "integer" if kind.whole else "decimal",
        "criteria": "between",
        "minimum": kind.least,
        "maximum": kind.most,
        **said,
    }


def _rule(kind: FigureKind) -> Message:
    if kind.choices:
        return say("workbook.allowed_choice", choices=listed(kind.choices, "or"))
    if kind.unit is Notation.PART:
        return say("workbook.allowed_part")
    if kind.whole:
        return say("workbook.allowed_whole", least=kind.least, most=kind.most)
    return say("workbook.allowed_number", least=kind.least, most=kind.most)


class FigureBlock(NamedTuple):
    """Cells under one another that may hold the same kind of figure."""

    title: str
    """Where people find them."""
    kind: FigureKind
    sheet: str
    """The name of Input."""
    cells: str
    """The cells on it."""

    @property
    def reference(self) -> str:
        """The cells, as other sheets write them."""
        return on(self.sheet, self.cells)

    def refused(self) -> str:
        """Whether some cell holds what the file could not: no number, or one out of bounds."""
        if self.kind.choices:
            return f"AND({','.join(f'{self.reference}<>{each}' for each in self.kind.choices)})"
        return f"SUMPRODUCT({self._wrong})>0"

    def where(self) -> str:
        """The name of the first cell that does, as a formula."""
        letter, cells = self.cells.split("$")[1], self.reference
        if ":" not in cells:
            return f'"{self.sheet}!{self.cells.replace("$", "")}"'
        first = f"{_ROWS}-SUMPRODUCT(LARGE({self._wrong}*({_ROWS}-ROW({cells})),1))"
        return f'"{self.sheet}!{letter}"&({first})'

    @property
    def _wrong(self) -> str:
        """For each cell 1 where it is wrong: empty, below 0, above what may be, or a text.

        A text is more than any number.
        """
        cells, kind = self.reference, self.kind
        return f'((({cells}="")+({cells}<{kind.least})+({cells}>{kind.most})>0)*1)'
