"""CSV: for spreadsheets and programs; the dialect `excel-be` as Excel in Belgium opens it."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

from igs_costshare.documents.document import Document
from igs_costshare.render import CsvDialect, Options
from igs_costshare.tables import AMOUNTS, Cell, Column, plain_amount

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render(document: Document, options: Options) -> str:
    """The table of the document, with the ids of its columns as its header."""
    table = document.table()
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


def _cell(cell: Cell, column: Column, decimals: int, mark: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return as_data(cell)
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", mark)
    places = decimals if column.kind in AMOUNTS else 1 if column.kind == "percent" else 0
    return plain_amount(cell, places, mark) if places else str(cell)


def as_data(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
