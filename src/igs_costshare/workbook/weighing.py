"""One contribution on the sheet: its row in the table of weights, its columns and its figures."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from igs_costshare.errors import Path
from igs_costshare.messages import Message, say
from igs_costshare.workbook.cells import PartnerCells
from igs_costshare.workbook.formulas import constant
from igs_costshare.workbook.keys import KeyCells
from igs_costshare.workbook.naming import of_name
from igs_costshare.workbook.workings import StepGrid, Workings

Participation = tuple[bool, ...]
"""By partner, whether it takes part."""


class Weighing:
    """Where the formulas of one contribution find its figures, and write their steps."""

    def __init__(
        self, workings: Workings, keys: KeyCells, grid: StepGrid, row: int, name: str, place: Path
    ) -> None:
        self.workings, self.keys, self.grid, self.row = workings, keys, grid, row
        self.name, self.place = name, place
        self.language, self.inputs = workings.language, workings.inputs

    def figure(self, value: Fraction, *field: str | int) -> str:
        """The cell of a field; the figure itself where the file states it in no such field."""
        cell = self.inputs.get((*self.place, *field), "")
        return cell or self.inputs.fixed(constant(value))

    def places(self, figure: str) -> str:
        """The cell with the decimals of a figure that stands alone."""
        return self.workings.places(figure)

    def most_places(self, figures: Sequence[str]) -> str:
        """The cell with the most decimals of any of the figures, one of each partner."""
        heading = of_name(self.name, say("workbook.places"), self.language)
        return self.workings.most_places(heading, figures)

    def column(self, step: Message, formulas: Sequence[str], part: Participation) -> PartnerCells:
        """A column of those who take part; 0 for the others."""
        return self.everyone(
            step,
            [each if included else "0" for each, included in zip(formulas, part, strict=True)],
        )

    def everyone(self, step: Message, formulas: Sequence[str]) -> PartnerCells:
        """A column of all partners."""
        return self.workings.column(of_name(self.name, step, self.language), formulas)

    def set(self, step: str, formula: str) -> str:
        """Write a step of the table of weights."""
        return self.grid.set(self.row, step, formula)
