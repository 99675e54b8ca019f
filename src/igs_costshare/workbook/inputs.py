"""The sheet Input: every figure in a cell of its own, and where the formulas find it."""

from __future__ import annotations

import re
from decimal import Decimal

from igs_costshare.description.network import Network
from igs_costshare.errors import Path
from igs_costshare.workbook.blocks import FigureBlock
from igs_costshare.workbook.cells import absolute, on
from igs_costshare.workbook.formulas import DIGITS

_LONGEST_NAME = 240
"""Characters of the name of a cell, with room for a number; 255 are the most."""


class Inputs:
    """Where each figure stands."""

    def __init__(self, network: Network, sheet: str) -> None:
        """`sheet` is the name of Input."""
        self.network, self.sheet = network, sheet
        self.blocks: list[FigureBlock] = []
        self.inexact: list[tuple[str, Decimal | str]] = []
        """Cells whose figure in the file has more digits than a double holds."""
        self._cells: dict[Path, str] = {}
        self._columns: dict[Path, str] = {}
        self._names: dict[str, str] = {}

    def __getitem__(self, path: Path) -> str:
        """The cell of a figure, as other sheets write it."""
        return self._cells[path]

    def get(self, path: Path, default: str) -> str:
        """The cell of a figure, or the default where the file states none."""
        return self._cells.get(path, default)

    def fixed(self, number: str) -> str:
        """A figure that stands in a formula; noted where it has more digits than a double holds."""
        if sum(map(str.isdigit, number)) > DIGITS:
            self.inexact.append((number, number))
        return number

    def column(self, path: Path) -> str | None:
        """The cells of all partners for one of their figures; None where nobody states it."""
        return self._columns.get(path)

    def place(
        self, path: Path, row: int, column: int, value: Decimal, sheet: str | None = None
    ) -> None:
        """Say where a figure stands: on Input, or on another sheet."""
        self._cells[path] = on(sheet or self.sheet, absolute(row, column))
        if len(value.normalize().as_tuple().digits) > DIGITS:
            self.inexact.append((self._cells[path], value))

    def place_column(self, path: Path, reference: str) -> None:
        """Say where the figures of all partners stand."""
        self._columns[path] = reference

    def named(self, path: Path) -> str:
        """A name for a figure that no other has: its path, with `_` between its parts."""
        plain = re.sub(r"\W", "_", "_".join(map(str, path)), flags=re.ASCII)[:_LONGEST_NAME]
        name, number = plain, 1
        while name.lower() in self._names:
            number += 1
            name = f"{plain}_{number}"
        self._names[name.lower()] = name
        return name
