"""The sheet Statement: the table of `tables`, its cells live formulas over the workings."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from igs_costshare.computing.statement import Statement
from igs_costshare.wording.tables import Table, statement_table
from igs_costshare.workbook.book import Book, Sheet, column_of_names, pages_across
from igs_costshare.workbook.cells import METHOD, absolute, letters, on
from igs_costshare.workbook.formulas import unlike
from igs_costshare.workbook.inputs import FIRST, HEADINGS
from igs_costshare.workbook.keys import Keys
from igs_costshare.workbook.lines import VALID, Shown
from igs_costshare.workbook.refusals import Status
from igs_costshare.workbook.words import Words

_MARGIN = 5
"""Characters of a column that a bold heading may not fill."""
SURE = "$B$4"
"""The cell, on the sheet Method, that says whether doubles can tell every amount."""


class Results:
    """Where the table stands, and what is written in it."""

    def __init__(self, book: Book, sheet: Sheet, statement: Statement, words: Words) -> None:
        self.book, self.sheet, self.statement, self.words = book, sheet, statement, words
        self.table: Table = statement_table(statement, words.language)
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
        return f"Statement!{absolute(self.last, self.column(id))}"

    def write(self, lines: Iterable[Shown], keys: Keys, unit: str, title: str) -> None:
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
        word = self.words.language.column
        self.sheet.names(0, FIRST, [each.name or word(each.id) for each in self.statement.rows])
        self.sheet.text(self.last, 0, word("total"), "total_text")

    def _homes(self, keys: Keys) -> None:
        for row, each in enumerate(self.statement.rows, start=FIRST):
            at = row - FIRST
            if at < self.count:
                formula = keys.homes(at)
            else:
                formula = f"SUM(B{FIRST + 1}:B{FIRST + self.count})" if row == self.last else "0"
            style = "count_total" if row == self.last else "count"
            self._put(row, 1, f"IF({on(METHOD, VALID)},{formula},NA())", style, each.units)

    def _line(self, place: int, shown: Shown, unit: str) -> None:
        line = self.statement.lines[place]
        column, test = self.column(line.id), on(METHOD, shown.sure)
        for at, amount in enumerate(shown.amounts):
            formula = f"IF({test},ROUND(({amount})*{unit},3),NA())"
            self._amount(FIRST + at, column, formula, line.cells[at])
        if self.statement.reserve is not None:
            rest = "0"
            if shown.pool:
                cells = self._range(column, self.count)
                rest = f"ROUND({on(METHOD, shown.pool)}*{unit}-SUM({cells}),3)"
            self._amount(self.last - 1, column, f"IF({test},{rest},NA())", line.reserve)
        total = f"ROUND(SUM({self._range(column, self.last - FIRST)}),3)"
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
                    f"ROUND(SUM({cells}),3)"
                    if column > first
                    else f"IF({on(METHOD, VALID)},0,NA())"
                )
                self._amount(row, column, total, value)
            formula = f"ROUND({letters(revenues)}{row + 1}-{letters(expenses)}{row + 1},3)"
            self._amount(row, balance, formula, each.balance)

    def _amount(self, row: int, column: int, formula: str, units: int) -> None:
        value = Decimal(self.statement.minor(units)).scaleb(-self.statement.decimals)
        self._put(row, column, formula, "amount_total" if row == self.last else "amount", value)

    def _put(self, row: int, column: int, formula: str, style: str, value: Decimal | int) -> None:
        self.sheet.formula(row, column, unlike(formula, row), style, value)

    def _finish(self, title: str) -> None:
        page = self.sheet.page
        columns = self.table.columns[1:]
        page.set_column(1, 1, 10, None, {"hidden": not self.statement.total.units})
        width = _amount_width(self.statement)
        page.set_column(2, len(columns) - 1, width)
        longest = max(len(column.heading) for column in columns[2:])
        self.sheet.high(HEADINGS, 1 + longest // (width - _MARGIN))
        page.freeze_panes(FIRST, 1)
        below = self.last + 2
        for row, note in enumerate(
            (self.words["note_live"], self.words["note_method"]), start=below
        ):
            self.sheet.text(row, 0, note, "hint")
        names = column_of_names([each.name for each in self.statement.rows])
        pages = pages_across(names, names + width * (len(columns) - 1))
        self.sheet.print_on_a4(title, self.words["page"], (HEADINGS, HEADINGS), pages)
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
    digits = len(f"{statement.minor(largest):,}")
    return max(16, digits + 8)


def write_status(sheet: Sheet, status: Status, words: Words) -> None:
    """The line under the title: all is exact, or what the command would refuse, or no precision."""
    flags, messages, places = (
        on(METHOD, each) for each in (status.flags, status.messages, status.places)
    )
    first = f"MATCH(1,{flags},0)"
    refused = f'"{words["status_refused"]} "&INDEX({messages},{first})&INDEX({places},{first})'
    told = f'IF({on(METHOD, SURE)},"{words["status_exact"]}","{words["status_unsure"]}")'
    formula = f"IF({on(METHOD, VALID)},{told},{refused})"
    sheet.formula(1, 0, formula, "status", words["status_exact"])
    warning = sheet.book.style("warning")
    sheet.page.conditional_format(
        1,
        0,
        1,
        0,
        {
            "type": "formula",
            "criteria": f"=NOT(AND({on(METHOD, VALID)},{on(METHOD, SURE)}))",
            "format": warning,
        },
    )
