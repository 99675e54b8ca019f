"""CSV: for spreadsheets and programs; the dialect `excel-be` as Excel in Belgium opens it."""

from __future__ import annotations

import csv
from io import StringIO

from igs_costshare.render import CsvDialect, Options
from igs_costshare.statement import Statement
from igs_costshare.tables import Column, statement_table

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render(statement: Statement, options: Options) -> str:
    """One row a partner, then the reserve where there is one, then the total."""
    table = statement_table(statement, options.language)
    belgian = options.csv_dialect is CsvDialect.EXCEL_BE
    mark = "," if belgian else "."
    output = StringIO()
    writer = csv.writer(
        output, delimiter=";" if belgian else ",", lineterminator="\r\n" if belgian else "\n"
    )
    writer.writerow(column.id for column in table.columns)
    for row in table.rows:
        writer.writerow(
            _cell(cell, column, table.decimals, mark)
            for cell, column in zip(row.cells, table.columns, strict=True)
        )
    return ("\ufeff" if belgian else "") + output.getvalue()


def _cell(cell: str | int, column: Column, decimals: int, mark: str) -> str:
    if isinstance(cell, str):
        return as_data(cell)
    return plain_amount(cell, decimals, mark) if column.kind == "amount" else str(cell)


def as_data(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def plain_amount(minor: int, decimals: int, mark: str = ".") -> str:
    """An amount without thousands separators: `-20218.00`."""
    whole, rest = divmod(abs(minor), 10**decimals)
    return f"{'-' if minor < 0 else ''}{whole}{mark}{rest:0{decimals}}"
