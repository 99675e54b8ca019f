"""The output formats, one module each; `render` picks the module when it is asked for.

A new format is a module with a `render(document, options)` function and a line in `FORMATS`.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import NamedTuple

from igs_costshare.documents.document import Document
from igs_costshare.wording.language import LANGUAGES, Lang, Language


class Format(StrEnum):
    """The formats there are; those of `FORMATS` are for every document."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    XLSX = "xlsx"


class TextFormat(StrEnum):
    """The formats of `FORMATS`, which every document has."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


class Round(StrEnum):
    """How exact amounts are shown."""

    CENT = "cent"
    EURO = "euro"


class CsvDialect(StrEnum):
    """Who is going to open the CSV."""

    PLAIN = "plain"
    EXCEL_BE = "excel-be"


class Options(NamedTuple):
    """How a document is to be shown."""

    language: Language = LANGUAGES[Lang.EN]
    csv_dialect: CsvDialect = CsvDialect.PLAIN
    width: int = 80
    """Columns of the terminal."""
    styled: bool = False
    """Whether the terminal shows bold."""


FORMATS = {
    Format.TABLE: "igs_costshare.render.terminal",
    Format.CSV: "igs_costshare.render.csv",
    Format.JSON: "igs_costshare.render.json",
    Format.MARKDOWN: "igs_costshare.render.markdown",
}
DISPLAYED = (Format.TABLE, Format.MARKDOWN, Format.HTML)
"""The formats for people to read, in their language and, on request, in whole euros."""
ENDINGS = {
    ".csv": Format.CSV,
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,
    ".htm": Format.HTML,
    ".html": Format.HTML,
    ".xlsx": Format.XLSX,
}
"""The format that the ending of a file's name asks for."""
OTHERS = (".docx", ".ods", ".pdf", ".xls")
"""Endings that promise what no format here keeps."""


def render(document: Document, format: Format, options: Options) -> bytes:
    """The document in a format, as the bytes of a file."""
    module = import_module(FORMATS[format])
    text: str = module.render(document, options)
    return encoded(text)


def encoded(text: str) -> bytes:
    r"""A text as UTF-8.

    What no text can hold, as in a file name or an argument that is not UTF-8, stands in it as
    messages show it: `\udcff`.
    """
    return text.encode(errors="backslashreplace")
