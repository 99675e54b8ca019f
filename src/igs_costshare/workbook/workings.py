"""The workings on the sheet Method: steps of lines in tables, steps of partners in columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from igs_costshare.description.network import Network
from igs_costshare.messages import Message
from igs_costshare.wording.language import Language
from igs_costshare.workbook.book import Sheet
from igs_costshare.workbook.cells import PartnerCells, absolute, letters, on, sheet_names
from igs_costshare.workbook.formulas import largest, places, unlike
from igs_costshare.workbook.inputs import Inputs
from igs_costshare.workbook.stays import StayCells


class StepGrid:
    """A table of workings: a row for each entry, a column for each step."""

    def __init__(self, sheet: Sheet, top: int, steps: Mapping[str, str], rows: Sequence[str]):
        """Write the headings of the steps in row `top`, and the names of the rows below it."""
        self.sheet = sheet
        self._columns = {step: column for column, step in enumerate(steps, start=1)}
        self._rows = range(top + 1, top + 1 + len(rows))
        sheet.text(top, 0, "", "heading")
        for step, column in self._columns.items():
            sheet.text(top, column, steps[step], "heading_right")
        for row, name in zip(self._rows, rows, strict=True):
            sheet.text(row, 0, name, "working_text")

    def ref(self, row: int, step: str) -> str:
        """The cell of a step, whether written yet or not."""
        return absolute(self._rows[row], self._columns[step])

    def ranges(self, rows: Sequence[int], step: str) -> str:
        """The cells of a step in these rows, those that follow one another as one range."""
        runs: list[list[int]] = []
        for row in sorted(set(rows)):
            if runs and runs[-1][1] == row - 1:
                runs[-1][1] = row
            else:
                runs.append([row, row])
        cells = [
            self.ref(first, step) + (f":{self.ref(last, step)}" if last > first else "")
            for first, last in runs
        ]
        return ",".join(cells)

    def set(self, row: int, step: str, formula: str, style: str = "working") -> str:
        """Write a step and tell where it stands."""
        at = self._rows[row]
        self.sheet.formula(at, self._columns[step], unlike(formula, at), style)
        return self.ref(row, step)


_PLACES = 4
"""The column, below the partners, with the decimals of figures that stand alone."""


class Refusal(NamedTuple):
    """What the command would refuse, and the formula that is true where it does."""

    message: str
    condition: str
    place: str = ""
    """A formula of the cell that it is about, where that can be told."""


class Workings:
    """What the formulas of one workbook are built from, and where they are written."""

    def __init__(
        self, network: Network, inputs: Inputs, sheet: Sheet, language: Language, top: int
    ):
        """The columns of the partners begin in row `top`, with their headings."""
        self.network, self.inputs, self.sheet, self.language = network, inputs, sheet, language
        self.names = sheet_names(language)
        self.top = top
        self.partners = list(network.partner)
        self.count = len(self.partners)
        self.refusals: list[Refusal] = []
        self._next = 1
        self._places: dict[str, str] = {}

    @cached_property
    def stays(self) -> StayCells | None:
        """The nights of the register of stays; None where days are planned."""
        if self.network.nights is None:
            return None
        return StayCells(self.network, self.inputs, self.names.stays)

    @property
    def positions(self) -> range:
        """The partners, by their place in the file."""
        return range(self.count)

    @property
    def last_row(self) -> int:
        """The row below the partners, which holds the sums of the columns."""
        return self.top + 1 + self.count

    @property
    def last_column(self) -> int:
        """The last column in use."""
        return self._next - 1

    def column(self, heading: str, formulas: Sequence[str], below: str = "SUM") -> PartnerCells:
        """Write a step of all partners, with its sum below, or what else the function gives."""
        place, style = self._next, "working"
        self._next += 1
        column = PartnerCells(letters(place), self.top + 2, self.count, self.names.method)
        self.sheet.text(self.top, place, heading, "heading_right")
        for row, formula in enumerate(formulas, start=self.top + 1):
            self.sheet.formula(row, place, unlike(formula, row), style)
        self.sheet.formula(self.last_row, place, f"{below}({column.range})", style)
        return column

    def seen(self, cell: str) -> str:
        """A cell of the workings, as other sheets write it."""
        return on(self.names.method, cell)

    def places(self, cell: str) -> str:
        """The cell with the decimals of a figure of Input that stands alone."""
        if cell not in self._places:
            row = self.last_row + 3 + len(self._places)
            self._places[cell] = absolute(row, _PLACES)
            self.sheet.formula(row, _PLACES, unlike(places(cell), row), "working")
        return self._places[cell]

    def most_places(self, heading: str, *cells: Sequence[str]) -> str:
        """The cell with the most decimals of the cells of Input, of each partner some.

        Each sequence has a cell of each partner; what is no cell but a bare 0 has none.
        """
        formulas = [
            largest(places(cell) for cell in each if cell != "0")
            for each in zip(*cells, strict=True)
        ]
        return self.column(heading, formulas, "MAX").total

    def refuse(self, message: Message | str, condition: str, place: str = "") -> None:
        """Note what the command would refuse."""
        self.refusals.append(Refusal(self.language.tell(message), condition, place))
