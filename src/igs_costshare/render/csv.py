"""CSV: for spreadsheets and programs; the dialect `excel-be` as Excel in Belgium opens it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, cast

from igs_costshare.documents.document import Document
from igs_costshare.render import CsvDialect, Headings, Options
from igs_costshare.wording.tables import Cell, Table, places_of, plain_amount, plain_amounts

if TYPE_CHECKING:
    from igs_costshare.documents.document import Worded

_FORMULA = re.compile(
    r"[\t\r\n]|[\s\u00ad\u200b-\u200f\u2060\ufeff]*"
    r"[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]"
)
"""What a spreadsheet may take for the start of a formula: also after spaces that it cuts off, and
in the wide and small forms of East Asian keyboards."""

_COMMUNICATION = re.compile(r"\+\+\+(\d{3}/\d{4}/\d{5})\+\+\+", re.ASCII)
"""The reference of a payment, as Belgian banks write it."""

_MONTH = (
    "jan(uari|uary|vier|uar)?|feb(ruari|ruary|ruar)?|f[eé]v(rier)?|mrt|maart|mar(s|ch)?|m[aä]rz"
    "|apr(il)?|avr(il)?|mei|mai|may|june?|juni|juin|july?|juli|juil(let)?|aug(ustus|ust)?|ao[uû]t"
    "|sept?(ember|embre)?|okt(ober)?|oct(ober|obre)?|nov(ember|embre)?|d[eé][cz](ember|embre)?"
)
_NO_TEXT = rf"""(?=.*\d)(?: [\d\s.,:/()%€$£+-] | (?<=\d) e (?=[+-]?\d) )+  # 03, 1-2, 1/2, 5 %, 03e5
      | (?=.*\d)[\d\s.,:/-]* ({_MONTH}) [\d\s.,:/-]*                   # mei-1, 1 maart 2026, sept2
      | \s*\d[\d\s:.,]*[ap]\.?(m\.?)?\s*                                # 10 am, 3 p
      | \s*(true|false|waar|onwaar|vrai|faux|wahr|falsch)\s*
      | \#[^\W\d][\w/]*[!?]?                                           # #N/A, #REF!
    """
"""What Excel, opening a CSV, makes a number, a date, a time, a truth value or an error of, in
Dutch, French, English or German; quotes around a field do not keep it from that."""


@cache
def _no_text() -> re.Pattern[str]:
    """The pattern, made where it is asked for: that takes longer than a small CSV."""
    return re.compile(_NO_TEXT, re.VERBOSE | re.IGNORECASE)


def render(document: Document, options: Options) -> str:
    """The table of the document, with the ids of its columns as its header."""
    table = _table(document, options)
    belgian = options.csv_dialect is CsvDialect.EXCEL_BE
    mark = "," if belgian else "."
    output = StringIO()
    writer = csv.writer(
        output, delimiter=";" if belgian else ",", lineterminator="\r\n" if belgian else "\n"
    )
    as_text = as_text_in_excel if belgian else as_data
    labelled = options.headings is Headings.LABELS
    writer.writerow(as_text(column.heading if labelled else column.id) for column in table.columns)
    columns = zip(*(row.cells for row in table.rows), strict=True)
    texts = (
        _texts(cells, places_of(column.kind, table.decimals), mark, as_text)
        for column, cells in zip(table.columns, columns, strict=False)
    )
    writer.writerows(zip(*texts, strict=True))
    return ("\ufeff" if belgian else "") + output.getvalue()


def _table(document: Document, options: Options) -> Table:
    """The table of a document, with headings for people where these are asked for."""
    if options.headings is Headings.IDS:
        return document.table()
    return cast("Worded", document).worded()  # as each is that a command offers this for


def _texts(
    cells: Sequence[Cell], places: int, mark: str, as_text: Callable[[str], str]
) -> list[str]:
    """The cells of a column."""
    whole = [cell for cell in cells if isinstance(cell, int)]
    if len(whole) == len(cells):  # as nearly all are of a large network: without a detour for each
        return plain_amounts(whole, places, mark) if places else list(map(str, whole))
    return [
        plain_amount(cell, places, mark)
        if places and isinstance(cell, int)
        else _text(cell, mark, as_text)
        for cell in cells
    ]


def _text(cell: Cell, mark: str, as_text: Callable[[str], str]) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return as_text(cell)
    return f"{cell:f}".replace(".", mark) if isinstance(cell, Decimal) else str(cell)


def as_data(text: str) -> str:
    """A text that no spreadsheet takes for a formula; less its first `'` it is the same again.

    The structured communication of a payment is none: no formula ends so, and the program of the
    accounts wants it as it is.
    """
    if _COMMUNICATION.fullmatch(text):
        return text
    return f"'{text}" if _FORMULA.match(text.lstrip("'")) else text


def as_text_in_excel(text: str) -> str:
    """A text that stays one where Excel opens it: no formula, and no number or date either.

    The mark is a `'` here too, and not a formula such as `="1-2"`: no text becomes a formula. The
    structured communication of a payment needs none as banks also write it, `***…***`: people copy
    it from its cell, and a `'` would go with it.
    """
    communication = _COMMUNICATION.fullmatch(text)
    if communication is not None:
        return f"***{communication[1]}***"
    return f"'{text}" if _no_text().fullmatch(text.lstrip("'")) else as_data(text)
