"""The sheet Statement: the table of `tables`, its cells live formulas over the workings."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from igs_costshare.computing.statement import Statement
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Table, statement_table
from igs_costshare.workbook.book import Book, Sheet, column_of_names, pages_across
from igs_costshare.workbook.cells import absolute, letters, on, sheet_names
from igs_costshare.workbook.formulas import in_units, unlike
from igs_costshare.workbook.keys import KeyCells
from igs_costshare.workbook.layout import FIRST, HEADINGS, SURE, VALID
from igs_costshare.workbook.lines import Shown
from igs_costshare.workbook.refusals import Status

_HOMES_WIDTH = 10
"""Characters of the column of homes."""
_NARROWEST, _SIGNS = 16, 8
"""Characters of a column of amounts, at least; and those of sign, minus and marks beside digits."""
_MARGIN = 5
"""Characters of a column that a bold heading may not fill."""


class Results:
    """Where the table stands, and what is written in it."""

    def __init__(self, book: Book, sheet: Sheet, statement: Statement, language: Language) -> None:
        self.book, self.sheet, self.statement, self.language = book, sheet, statement, language
        self.names = sheet_names(language)
        self.table: Table = statement_table(statement, language)
        """Its first column, the id, gives way to the name."""
        self._columns = {each.id: at - 1 for at, each in enumerate(self.table.columns)}
        self.count = len(statement.partners)

    @property
    def last(self) -> int:
        """The row of the totals."""
        return FIRST + len(self.statement.rows) - 1

    def column(self, id: str) -> int:
        """Where a column stands: the name in the first, the homes in the second."""
        return self._columns[id]

    def total(self, id: str) -> str:
        """The cell with the total of a column, as other sheets write it."""
        return on(self.names.statement, absolute(self.last, self.column(id)))

    def write(self, lines: Iterable[Shown], keys: KeyCells, unit: str, title: str) -> None:
        """Write headings, cells and totals."""
        self._headings(title)
        self._names()
        self._homes(keys)
        for place, shown in enumerate(lines):
            self._line(place, shown, unit)
        self._sums()
        self._finish(title)

    def _headings(self, title: str) -> None:
        self.sheet.text(0, 0, title, "title")
        for at, column in enumerate(self.table.columns[1:]):
            self.sheet.text(HEADINGS, at, column.heading, "heading_right" if at else "heading")

    def _names(self) -> None:
        word = self.language.column
        self.sheet.names(0, FIRST, [each.name or word(each.id) for each in self.statement.rows])
        self.sheet.text(self.last, 0, word("total"), "total_text")

    def _homes(self, keys: KeyCells) -> None:
        for row, each in enumerate(self.statement.rows, start=FIRST):
            at = row - FIRST
            if at < self.count:
                formula = keys.homes(at)
            else:
                formula = f"SUM(B{FIRST + 1}:B{FIRST + self.count})" if row == self.last else "0"
            style = "count_total" if row == self.last else "count"
            self._put(
                row, 1, f"IF({on(self.names.method, VALID)},{formula},NA())", style, each.units
            )

    def _line(self, place: int, shown: Shown, unit: str) -> None:
        line = self.statement.lines[place]
        column, test = self.column(line.id), on(self.names.method, shown.sure)
        for at, amount in enumerate(shown.amounts):
            formula = f"IF({test},{in_units(f'({amount})*{unit}')},NA())"
            self._amount(FIRST + at, column, formula, line.cells[at])
        if self.statement.reserve is not None:
            rest = "0"
            if shown.pool:
                cells = self._range(column, self.count)
                rest = in_units(f"{on(self.names.method, shown.pool)}*{unit}-SUM({cells})")
            self._amount(self.last - 1, column, f"IF({test},{rest},NA())", line.reserve)
        total = in_units(f"SUM({self._range(column, self.last - FIRST)})")
        self._amount(self.last, column, total, line.total)

    def _range(self, column: int, rows: int) -> str:
        letter = letters(column)
        return f"{letter}{FIRST + 1}:{letter}{FIRST + rows}"

    def _sums(self) -> None:
        """Expenses, revenues and balance of each row."""
        expenses, revenues = self.column("expenses"), self.column("revenues")
        balance = self.column("balance")
        for row, each in enumerate(self.statement.rows, start=FIRST):
            for first, column, value in (
                (2, expenses, each.expenses),
                (expenses + 1, revenues, each.revenues),
            ):
                cells = f"{letters(first)}{row + 1}:{letters(column - 1)}{row + 1}"
                total = (
                    in_units(f"SUM({cells})")
                    if column > first
                    else f"IF({on(self.names.method, VALID)},0,NA())"
                )
                self._amount(row, column, total, value)
            formula = in_units(f"{letters(revenues)}{row + 1}-{letters(expenses)}{row + 1}")
            self._amount(row, balance, formula, each.balance)

    def _amount(self, row: int, column: int, formula: str, units: int) -> None:
        value = Decimal(self.statement.minor(units)).scaleb(-self.statement.decimals)
        self._put(row, column, formula, "amount_total" if row == self.last else "amount", value)

    def _put(self, row: int, column: int, formula: str, style: str, value: Decimal | int) -> None:
        self.sheet.formula(row, column, unlike(formula, row), style, value)

    def _finish(self, title: str) -> None:
        page = self.sheet.page
        columns = self.table.columns[1:]
        page.set_column(1, 1, _HOMES_WIDTH, None, {"hidden": not self.statement.total.units})
        width = _amount_width(self.statement)
        page.set_column(2, len(columns) - 1, width)
        longest = max(len(column.heading) for column in columns[2:])
        self.sheet.high(HEADINGS, 1 + longest // (width - _MARGIN))
        page.freeze_panes(FIRST, 1)
        below = self.last + 2
        for row, note in enumerate(
            (
                self.language.say("workbook.note_live", input=self.names.input),
                self.language.say("workbook.note_method", method=self.names.method),
            ),
            start=below,
        ):
            self.sheet.text(row, 0, note, "hint")
        names = column_of_names([each.name for each in self.statement.rows])
        pages = pages_across(names, names + width * (len(columns) - 1))
        self.sheet.print_on_a4(
            title, self.language.say("workbook.page_footer"), (HEADINGS, HEADINGS), pages
        )
        page.repeat_columns(0, 0)
        page.print_area(0, 0, below + 1, len(columns) - 1)
        self.sheet.protect()


def _amount_width(statement: Statement) -> int:
    """Characters for the widest amount with its sign, or a heading."""
    largest = max(
        abs(units)
        for row in statement.rows
        for units in (*row.cells, row.expenses, row.revenues, row.balance)
    )
    return width_of_amount(statement.minor(largest))


def width_of_amount(minor: int) -> int:
    """Characters for an amount in the smallest step shown, with its sign and marks."""
    return max(_NARROWEST, len(f"{minor:,}") + _SIGNS)


def write_status(sheet: Sheet, status: Status, language: Language) -> None:
    """The line under the title: all is exact, or what the command would refuse, or no precision."""
    sheets = sheet_names(language)
    flags, messages, places = (
        on(sheets.method, each) for each in (status.flags, status.messages, status.places)
    )
    valid, sure = on(sheets.method, VALID), on(sheets.method, SURE)
    exact = language.say("workbook.status_exact", input=sheets.input)
    unsure, refused = (
        language.say("workbook.status_unsure"),
        language.say("workbook.status_refused"),
    )
    first = f"MATCH(1,{flags},0)"
    reason = f'"{refused} "&INDEX({messages},{first})&INDEX({places},{first})'
    told = f'IF({sure},"{exact}","{unsure}")'
    sheet.formula(1, 0, f"IF({valid},{told},{reason})", "status", exact)
    wrong = {
        "type": "formula",
        "criteria": f"=NOT(AND({valid},{sure}))",
        "format": sheet.book.style("warning"),
    }
    sheet.page.conditional_format(1, 0, 1, 0, wrong)
