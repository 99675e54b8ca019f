"""The sheet Input: every figure in a cell of its own, and where the formulas find it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.description.network import Network
from igs_costshare.description.values import LARGEST_NUMBER
from igs_costshare.errors import Path
from igs_costshare.workbook.book import Book, Sheet, column_of_names, pages_across
from igs_costshare.workbook.cells import INPUT, absolute, letters, on
from igs_costshare.workbook.fields import (
    Field,
    FieldColumn,
    Kind,
    home_columns,
    partner_columns,
    sections,
)
from igs_costshare.workbook.styles import THOUSANDS
from igs_costshare.workbook.words import Words

HEADINGS = 3
"""Row of the headings on Input and Statement; the first partner stands in the next."""
FIRST = HEADINGS + 1

_LABEL, _VALUE, _REMARK, _PARTNER = 0, 1, 2, 4

_LIST_WIDTHS = (38, 18, 26, 3)
"""Characters of label, value and remark, and of the gap before the partners."""
_LIST_WIDTH = sum(_LIST_WIDTHS)
_FIGURE_WIDTH = 16

_LARGEST: Mapping[Kind, int] = {"part": 1, "days": 366}
_UNITS = ("0.001", "0.01", "0.1", "1", "10", "100", "1000")
_ROWS = 1_048_577
"""More than any row."""
_LONGEST_NAME = 240
"""Characters of the name of a cell, with room for a number; 255 are the most."""
_DIGITS = 15
"""Significant digits of a figure that a double holds whatever they are."""


class Block(NamedTuple):
    """Cells under one another that may hold the same kind of figure."""

    title: str
    """Where people find them."""
    kind: Kind
    reference: str
    """The cells, as other sheets write them."""

    def refused(self) -> str:
        """Whether some cell holds what the file could not: no number, or one out of bounds."""
        cells = self.reference
        if self.kind == "unit":
            return f"AND({','.join(f'{cells}<>{unit}' for unit in _UNITS)})"
        return f"SUMPRODUCT({self._wrong})>0"

    def where(self) -> str:
        """The name of the first cell that does, as a formula."""
        letter = self.reference.split("$")[1]
        cells = self.reference
        if ":" not in cells:
            return f'"{cells.replace("$", "")}"'
        first = f"{_ROWS}-SUMPRODUCT(LARGE({self._wrong}*({_ROWS}-ROW({cells})),1))"
        return f'"{INPUT}!{letter}"&({first})'

    @property
    def _wrong(self) -> str:
        """For each cell 1 where it is wrong: empty, below 0, above what may be, or a text.

        A text is more than any number.
        """
        cells, most = self.reference, _LARGEST.get(self.kind, LARGEST_NUMBER)
        return f'((({cells}="")+({cells}<0)+({cells}>{most})>0)*1)'


class Inputs:
    """Where each figure stands."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.blocks: list[Block] = []
        self.inexact: list[tuple[str, Decimal]] = []
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

    def column(self, path: Path) -> str | None:
        """The cells of all partners for one of their figures; None where nobody states it."""
        return self._columns.get(path)

    def place(self, path: Path, row: int, column: int, value: Decimal) -> None:
        """Say where a figure stands."""
        self._cells[path] = on(INPUT, absolute(row, column))
        if len(value.normalize().as_tuple().digits) > _DIGITS:
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


def write_inputs(book: Book, sheet: Sheet, network: Network, words: Words, title: str) -> Inputs:
    """Write the sheet Input and tell where everything stands."""
    inputs = Inputs(network)
    sheet.text(0, 0, title, "title")
    sheet.text(1, 0, words["input_hint"], "hint")
    _List(book, sheet, inputs, words).write()
    names = {id: each.name or id for id, each in network.partner.items()}
    table = _Table(book, sheet, inputs, _PARTNER)
    last = table.write("partner", words["partner"], names, partner_columns(network, words))
    if network.unit:
        homes = {id: each.name or id for id, each in network.unit.items()}
        owners = [names[each.owner] for each in network.unit.values()]
        table = _Table(book, sheet, inputs, last + 2, words["owner"], owners)
        table.write("unit", words["home"], homes, home_columns(network, words))
    for column, width in enumerate(_LIST_WIDTHS):
        sheet.page.set_column(column, column, width)
    sheet.page.freeze_panes(FIRST, 1)
    _print(sheet, network, words, title, last)
    sheet.protect()
    return inputs


def _print(sheet: Sheet, network: Network, words: Words, title: str, last: int) -> None:
    """Print the partners' figures on as many pages side by side as they ask for."""
    names = column_of_names([each.name or id for id, each in network.partner.items()])
    pages = pages_across(names, _LIST_WIDTH + names + _FIGURE_WIDTH * (last - _PARTNER))
    sheet.print_on_a4(title, words["page"], (0, HEADINGS), pages)
    if pages > 1 and not network.unit:
        # Homes have names of their own.
        sheet.page.repeat_columns(_PARTNER, _PARTNER)


class _Cells:
    """Writes figures into cells that may be changed, and says what they may hold."""

    def __init__(self, book: Book, sheet: Sheet, inputs: Inputs) -> None:
        self.book, self.sheet, self.inputs = book, sheet, inputs

    def open(self, row: int, column: int, value: Decimal, kind: Kind) -> None:
        self.sheet.number(row, column, value, _STYLES[kind])

    def block(self, title: str, kind: Kind, rows: tuple[int, int], column: int) -> None:
        """Cells under one another, first row and last."""
        first, last = rows
        cells = absolute(first, column)
        if last > first:
            cells += f":{absolute(last, column)}"
        self.inputs.blocks.append(Block(title, kind, on(INPUT, cells)))
        self.sheet.page.data_validation(first, column, last, column, dict(_ALLOWED[kind]))
        if _STYLES[kind] == "open_figure":
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


_STYLES: Mapping[Kind, str] = {
    "amount": "open_amount",
    "figure": "open_figure",
    "part": "open_part",
    "days": "open_figure",
    "count": "open_figure",
    "unit": "open_unit",
}
_DECIMAL = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": LARGEST_NUMBER}
_ALLOWED: Mapping[Kind, Mapping[str, object]] = {
    "amount": _DECIMAL,
    "figure": _DECIMAL,
    "part": {**_DECIMAL, "maximum": 1},
    "days": {**_DECIMAL, "maximum": 366},
    "count": {**_DECIMAL, "validate": "integer"},
    "unit": {"validate": "list", "source": [Decimal(unit) for unit in _UNITS]},
}


class _List(_Cells):
    """The figures that stand alone, one under the other."""

    def __init__(self, book: Book, sheet: Sheet, inputs: Inputs, words: Words) -> None:
        super().__init__(book, sheet, inputs)
        self.words = words

    def write(self) -> None:
        row = HEADINGS
        self.sheet.text(row, _LABEL, self.words["figure"], "heading")
        self.sheet.text(row, _VALUE, self.words["value"], "heading_right")
        self.sheet.text(row, _REMARK, "", "heading")
        row += 1
        for section in sections(self.inputs.network, self.words):
            for column in (_LABEL, _VALUE, _REMARK):
                self.sheet.text(row, column, section.title if column == _LABEL else "", "section")
            self._fields(section.title, section.fields, row + 1)
            row += len(section.fields) + 2

    def _fields(self, title: str, fields: Sequence[Field], first: int) -> None:
        begin = first
        for row, field in enumerate(fields, start=first):
            self.sheet.text(row, _LABEL, field.label)
            self.sheet.text(row, _REMARK, field.remark, "remark")
            self.open(row, _VALUE, field.value, field.kind)
            self.inputs.place(field.path, row, _VALUE, field.value)
            self.book.name(self.inputs.named(field.path), self.inputs[field.path])
            following = fields[row - first + 1 : row - first + 2]
            if not following or following[0].kind != field.kind:
                self.block(title, field.kind, (begin, row), _VALUE)
                begin = row + 1


class _Table(_Cells):
    """The figures of partners, or of homes: a row for each, a column for each kind."""

    def __init__(
        self,
        book: Book,
        sheet: Sheet,
        inputs: Inputs,
        left: int,
        heading: str = "",
        remarks: Sequence[str] = (),
    ) -> None:
        super().__init__(book, sheet, inputs)
        self.left, self.heading, self.remarks = left, heading, remarks

    def write(
        self, table: str, heading: str, names: Mapping[str, str], columns: Iterable[FieldColumn]
    ) -> int:
        """Write it; returns its last column."""
        self.sheet.text(HEADINGS, self.left, heading, "heading")
        self.sheet.names(self.left, FIRST, list(names.values()))
        column = self.left
        if self.remarks:
            column += 1
            self.sheet.text(HEADINGS, column, self.heading, "heading")
            self.sheet.page.set_column(column, column, 22)
            for row, remark in enumerate(self.remarks, start=FIRST):
                self.sheet.text(row, column, remark, "remark")
        for stated in columns:
            column += 1
            self._column(table, list(names), stated, column)
        return column

    def _column(self, table: str, ids: list[str], stated: FieldColumn, column: int) -> None:
        self.sheet.text(HEADINGS, column, stated.heading, "heading_right")
        # A column that nobody fills in is there for who wants it, and out of the way.
        unused = not any(value is not None for value in stated.values.values())
        self.sheet.page.set_column(column, column, _FIGURE_WIDTH, None, {"hidden": unused})
        for row, id in enumerate(ids, start=FIRST):
            if id in stated.values:
                # What the file leaves out is 0, and a cell that somebody empties is not.
                value = stated.values[id] or Decimal(0)
                self.open(row, column, value, stated.kind)
                self.inputs.place(stated.path_of(table, id), row, column, value)
            else:
                self.sheet.text(row, column, "–", "locked_text")
        rows = (FIRST, FIRST + len(ids) - 1)
        self._blocks(stated, ids, column)
        path = stated.path if stated.model else (table, *stated.path)
        cells = on(INPUT, f"{absolute(rows[0], column)}:{absolute(rows[1], column)}")
        self.inputs.place_column(path, cells)
        self.book.name(self.inputs.named(path), cells)

    def _blocks(self, stated: FieldColumn, ids: list[str], column: int) -> None:
        """The runs of cells that hold figures."""
        begin: int | None = None
        for row, id in enumerate([*ids, ""], start=FIRST):
            if id in stated.values:
                begin = row if begin is None else begin
            elif begin is not None:
                self.block(stated.heading, stated.kind, (begin, row - 1), column)
                begin = None
