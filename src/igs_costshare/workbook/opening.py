"""Cells that may be changed: how they look, what may be filled in, and that it is looked at."""

from __future__ import annotations

from decimal import Decimal

from igs_costshare.wording.language import Language
from igs_costshare.workbook.blocks import FigureBlock, allowed, style_of
from igs_costshare.workbook.book import Book, Sheet
from igs_costshare.workbook.cells import absolute, letters
from igs_costshare.workbook.inputs import Inputs
from igs_costshare.workbook.kinds import FigureKind
from igs_costshare.workbook.styles import THOUSANDS


class OpenCells:
    """Writes figures into cells that may be changed, and says what they may hold."""

    def __init__(
        self, book: Book, sheet: Sheet, inputs: Inputs, language: Language, name: str
    ) -> None:
        """`name` is that of the sheet."""
        self.book, self.sheet, self.inputs, self.language = book, sheet, inputs, language
        self.name = name

    def open(self, row: int, column: int, value: Decimal, kind: FigureKind) -> None:
        """A cell with a figure."""
        self.sheet.number(row, column, value, style_of(kind))

    def block(self, title: str, kind: FigureKind, rows: tuple[int, int], column: int) -> None:
        """Cells under one another, first row and last."""
        first, last = rows
        cells = absolute(first, column)
        if last > first:
            cells += f":{absolute(last, column)}"
        self.inputs.blocks.append(FigureBlock(title, kind, self.name, cells))
        self.sheet.page.data_validation(
            first, column, last, column, allowed(kind, self.language, title)
        )
        if style_of(kind) == "open_figure":
            self.sheet.page.conditional_format(
                first,
                column,
                last,
                column,
                {
                    "type": "formula",
                    "criteria": f"=INT({letters(column)}{first + 1})={letters(column)}{first + 1}",
                    "format": self.book.file.add_format({"num_format": THOUSANDS}),
                },
            )
