"""The output formats, one module each; `render` picks the module when it is asked for.

A new format is a module with a `render(document, options)` function and a line in `Format`.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import NamedTuple, Self

from igs_costshare.documents.document import Document
from igs_costshare.wording.language import Language, english


class Format(StrEnum):
    """The formats there are, each a record of all that there is to know of it."""

    module: str
    """Where its `render` is."""
    endings: tuple[str, ...]
    """The endings of the names of files by which it is asked for."""
    for_people: bool
    """In the language of the reader; others are for programs, and are English."""
    is_text: bool
    """Its `render` gives text; otherwise bytes, which no terminal can show."""
    of_every_document: bool
    """Otherwise only the statement that `compute` makes has it."""

    TABLE = "table", "igs_costshare.render.terminal", (), True, True, True
    CSV = "csv", "igs_costshare.render.csv", (".csv",), False, True, True
    JSON = "json", "igs_costshare.render.json", (".json",), False, True, True
    MARKDOWN = "markdown", "igs_costshare.render.markdown", (".md",), True, True, True
    HTML = "html", "igs_costshare.render.html", (".html", ".htm"), True, True, False
    XLSX = "xlsx", "igs_costshare.render.xlsx", (".xlsx",), True, False, False
    PDF = "pdf", "igs_costshare.render.pdf", (".pdf",), True, False, True

    def __new__(
        cls,
        name: str,
        module: str,
        endings: tuple[str, ...],
        for_people: bool,
        is_text: bool,
        of_every_document: bool,
    ) -> Self:
        """The format of that name, with its record."""
        format = str.__new__(cls, name)
        format._value_ = name
        format.module, format.endings = module, endings
        format.for_people, format.is_text = for_people, is_text
        format.of_every_document = of_every_document
        return format

    @property
    def in_whole_euros(self) -> bool:
        """Whether it shows whole euros on request: where people read, and nothing reckons on."""
        return self.for_people and self is not Format.XLSX


class Round(StrEnum):
    """How exact amounts are shown."""

    CENT = "cent"
    EURO = "euro"


class CsvDialect(StrEnum):
    """Who is going to open the CSV."""

    PLAIN = "plain"
    EXCEL_BE = "excel-be"


class Headings(StrEnum):
    """What stands above the columns of a CSV."""

    IDS = "ids"
    LABELS = "labels"


class Options(NamedTuple):
    """How a document is to be shown."""

    language: Language = english()
    csv_dialect: CsvDialect = CsvDialect.PLAIN
    width: int = 80
    """Columns of the terminal."""
    styled: bool = False
    """Whether the terminal shows bold."""
    headings: Headings = Headings.IDS
    """What stands above the columns of a CSV."""


OTHERS = (".docx", ".ods", ".xls")
"""Endings that promise what no format here keeps."""


def every_document() -> tuple[Format, ...]:
    """The formats that every document has."""
    return tuple(format for format in Format if format.of_every_document)


def format_of(ending: str) -> Format | None:
    """The format that the ending of a file's name asks for: `.csv`."""
    return next((format for format in Format if ending in format.endings), None)


def render(document: Document, format: Format, options: Options) -> bytes:
    """The document in a format, as the bytes of a file."""
    module = import_module(format.module)
    if format.is_text:
        text: str = module.render(document, options)
        return encoded(text)
    data: bytes = module.render(document, options)
    return data


def encoded(text: str) -> bytes:
    r"""A text as UTF-8.

    What no text can hold, as in a file name or an argument that is not UTF-8, stands in it as
    messages show it: `\udcff`.
    """
    return text.encode(errors="backslashreplace")
