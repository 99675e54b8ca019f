"""One divided line on the sheet: its row in the table of lines, and its columns of partners."""

from __future__ import annotations

from collections.abc import Callable

from igs_costshare.messages import Message
from igs_costshare.workbook.cells import PartnerCells
from igs_costshare.workbook.naming import of_name
from igs_costshare.workbook.workings import StepGrid, Workings


class LineCells:
    """Where the formulas of one line write their steps, and find them."""

    def __init__(self, workings: Workings, grid: StepGrid, row: int, name: str) -> None:
        self.workings, self.grid, self.row, self.name = workings, grid, row, name
        self.steps: dict[str, str] = {}
        """The cell of each step that is written."""

    def set(self, step: str, formula: str) -> str:
        """Write a step of the table of lines."""
        self.steps[step] = self.grid.set(self.row, step, formula)
        return self.steps[step]

    def seen(self, step: str) -> str:
        """A step, as another sheet writes it."""
        return self.workings.seen(self.steps[step])

    def column(self, step: Message, formula: Callable[[int], str]) -> PartnerCells:
        """A column of all partners, by their place in the file."""
        heading = of_name(self.name, step, self.workings.language)
        return self.workings.column(heading, list(map(formula, self.workings.positions)))
