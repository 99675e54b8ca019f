"""Where things stand on a sheet: references as formulas write them, rows and columns from 0."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from igs_costshare.wording.language import Language


class SheetNames(NamedTuple):
    """What the sheets are called, in the language of the reader; formulas go by these names."""

    input: str
    stays: str
    statement: str
    settlement: str
    method: str


def sheet_names(language: Language) -> SheetNames:
    """The sheets in the order in which they stand in the workbook, as far as it has them."""
    return SheetNames(
        language.say("workbook.sheet_input"),
        language.say("workbook.sheet_stays"),
        language.say("workbook.sheet_statement"),
        language.say("workbook.sheet_settlement"),
        language.say("workbook.sheet_method"),
    )


@cache
def letters(column: int) -> str:
    """The name of a column.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name


def absolute(row: int, column: int) -> str:
    """A reference to one cell of the same sheet.

    >>> absolute(4, 2)
    '$C$5'
    """
    return f"${letters(column)}${row + 1}"


def on(sheet: str, reference: str) -> str:
    """A reference as another sheet writes it.

    >>> on("Input", "$B$2:$B$9")
    'Input!$B$2:$B$9'
    >>> on("Données", "$B$2")
    "'Données'!$B$2"
    """
    plain = sheet.isascii() and sheet.isalnum()
    return f"{sheet}!{reference}" if plain else f"'{sheet}'!{reference}"


class PartnerCells(NamedTuple):
    """The cells of all partners in one column of the workings, and their sum below them."""

    letter: str
    first: int
    """Row of the first partner, counted from 1 as in a reference."""
    size: int
    sheet: str
    """The name of the sheet."""

    def at(self, position: int) -> str:
        """The cell of a partner."""
        return f"${self.letter}{self.first + position}"

    def seen(self, position: int) -> str:
        """The cell of a partner, from another sheet."""
        return on(self.sheet, self.at(position))

    @property
    def range(self) -> str:
        """The cells of all partners."""
        return f"${self.letter}${self.first}:${self.letter}${self.first + self.size - 1}"

    @property
    def total(self) -> str:
        """The sum of all partners, or what else stands below them."""
        return f"${self.letter}${self.first + self.size}"
