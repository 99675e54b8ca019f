"""Writes the sheet Input: the figures that stand alone, and the tables of partners and homes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from igs_costshare.description.network import Network
from igs_costshare.wording.language import Language
from igs_costshare.workbook.book import Book, Sheet, column_of_names, pages_across
from igs_costshare.workbook.cells import absolute, on, sheet_names
from igs_costshare.workbook.columns import FieldColumn, home_columns, partner_columns
from igs_costshare.workbook.fields import Field, sections
from igs_costshare.workbook.inputs import Inputs
from igs_costshare.workbook.layout import FIRST, HEADINGS
from igs_costshare.workbook.opening import OpenCells

_LABEL, _VALUE, _REMARK, _PARTNER = 0, 1, 2, 4

_LIST_WIDTHS = (38, 18, 26, 3)
"""Characters of label, value and remark, and of the gap before the partners."""
_LIST_WIDTH = sum(_LIST_WIDTHS)
_FIGURE_WIDTH = 16


def write_inputs(
    book: Book, sheet: Sheet, network: Network, language: Language, title: str
) -> Inputs:
    """Write the sheet Input and tell where everything stands."""
    sheets = sheet_names(language)
    inputs = Inputs(network, sheets.input)
    sheet.text(0, 0, title, "title")
    sheet.text(1, 0, language.say("workbook.input_hint", statement=sheets.statement), "hint")
    _FigureList(book, sheet, inputs, language, sheets.input).write()
    names = {id: each.name or id for id, each in network.partner.items()}
    table = _FigureTable(book, sheet, inputs, language, _PARTNER)
    last = table.write(language.column("partner"), names, partner_columns(network, language))
    if network.unit:
        homes = {id: each.name or id for id, each in network.unit.items()}
        owners = [names[each.owner] for each in network.unit.values()]
        table = _FigureTable(
            book, sheet, inputs, language, last + 2, language.say("workbook.owner"), owners
        )
        table.write(language.say("workbook.home"), homes, home_columns(network, language))
    for column, width in enumerate(_LIST_WIDTHS):
        sheet.page.set_column(column, column, width)
    sheet.page.freeze_panes(FIRST, 1)
    _print(sheet, network, language, title, last)
    sheet.protect()
    return inputs


def _print(sheet: Sheet, network: Network, language: Language, title: str, last: int) -> None:
    """Print the partners' figures on as many pages side by side as they ask for."""
    names = column_of_names([each.name or id for id, each in network.partner.items()])
    pages = pages_across(names, _LIST_WIDTH + names + _FIGURE_WIDTH * (last - _PARTNER))
    sheet.print_on_a4(title, language.say("workbook.page_footer"), (0, HEADINGS), pages)
    if pages > 1 and not network.unit:
        # Homes have names of their own.
        sheet.page.repeat_columns(_PARTNER, _PARTNER)


class _FigureList(OpenCells):
    """The figures that stand alone, one under the other."""

    def write(self) -> None:
        row = HEADINGS
        self.sheet.text(row, _LABEL, self.language.say("workbook.figure"), "heading")
        self.sheet.text(row, _VALUE, self.language.say("workbook.value"), "heading_right")
        self.sheet.text(row, _REMARK, "", "heading")
        row += 1
        for section in sections(self.inputs.network, self.language):
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


class _FigureTable(OpenCells):
    """The figures of partners, or of homes: a row for each, a column for each kind."""

    def __init__(
        self,
        book: Book,
        sheet: Sheet,
        inputs: Inputs,
        language: Language,
        left: int,
        heading: str = "",
        remarks: Sequence[str] = (),
    ) -> None:
        super().__init__(book, sheet, inputs, language, inputs.sheet)
        self.left, self.heading, self.remarks = left, heading, remarks

    def write(self, heading: str, names: Mapping[str, str], columns: Iterable[FieldColumn]) -> int:
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
            self._column(list(names), stated, column)
        return column

    def _column(self, ids: list[str], stated: FieldColumn, column: int) -> None:
        self.sheet.text(HEADINGS, column, stated.heading, "heading_right")
        # A column that nobody fills in is there for who wants it, and out of the way.
        unused = not any(value is not None for value in stated.values.values())
        self.sheet.page.set_column(column, column, _FIGURE_WIDTH, None, {"hidden": unused})
        for row, id in enumerate(ids, start=FIRST):
            if id in stated.values:
                # What the file leaves out is 0, and a cell that somebody empties is not.
                value = stated.values[id] or Decimal(0)
                self.open(row, column, value, stated.kind)
                self.inputs.place(stated.path_of(id), row, column, value)
            else:
                self.sheet.text(row, column, "–", "locked_text")
        rows = (FIRST, FIRST + len(ids) - 1)
        self._blocks(stated, ids, column)
        path = stated.path_of_all
        cells = on(self.inputs.sheet, f"{absolute(rows[0], column)}:{absolute(rows[1], column)}")
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
