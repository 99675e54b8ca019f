"""Where things stand on a sheet: references as formulas write them, rows and columns from 0."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

INPUT, STATEMENT, METHOD = "Input", "Statement", "Method"
"""The sheets. Their names are fixed, since formulas and other programs go by them."""


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
    """
    return f"{sheet}!{reference}"


class Column(NamedTuple):
    """The cells of all partners in one column of the workings, and their sum below them."""

    letter: str
    first: int
    """Row of the first partner, counted from 1 as in a reference."""
    size: int

    def at(self, position: int) -> str:
        """The cell of a partner."""
        return f"${self.letter}{self.first + position}"

    def seen(self, position: int) -> str:
        """The cell of a partner, from another sheet."""
        return f"{METHOD}!${self.letter}{self.first + position}"

    @property
    def range(self) -> str:
        """The cells of all partners."""
        return f"${self.letter}${self.first}:${self.letter}${self.first + self.size - 1}"

    @property
    def total(self) -> str:
        """The sum of all partners, or what else stands below them."""
        return f"${self.letter}${self.first + self.size}"
