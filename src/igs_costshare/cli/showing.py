"""How a command shows its document: the format, language and file that were asked for."""

import os
from collections.abc import Container, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import typer

from igs_costshare.cli.output import (
    deliver,
    is_screen,
    is_standard,
    is_terminal,
    language_of_user,
    refuse_to_overwrite,
    say,
)
from igs_costshare.documents.document import Document
from igs_costshare.render import (
    DISPLAYED,
    ENDINGS,
    FORMATS,
    OTHERS,
    CsvDialect,
    Format,
    Options,
    Round,
    render,
)
from igs_costshare.wording.language import LANGUAGES, Lang, Language


class Showing(NamedTuple):
    """What was asked for, with every default filled in."""

    format: Format
    language: Language
    whole: bool
    """Whole euros, in the formats that people read."""
    dialect: CsvDialect
    output: Path | None

    def rendered(self, document: Document) -> bytes:
        """The document in its format."""
        shown = self.format is Format.TABLE and self.output is None
        options = Options(
            language=self.language,
            csv_dialect=self.dialect,
            width=_width() if shown else 80,
            styled=shown and is_terminal() and not os.environ.get("NO_COLOR"),
        )
        return render(document, self.format, options)

    def deliver(self, data: bytes) -> None:
        """Write what was rendered, and say where an option had no effect."""
        if self.whole and self.format not in DISPLAYED:
            say(f"note: {self.format} always has the exact amounts, not --round euro")
        deliver(data, self.output)

    def show(self, document: Document) -> None:
        """Render and write."""
        self.deliver(self.rendered(document))


def showing(
    sources: Sequence[str],
    format: StrEnum | None,
    output: Path | None,
    lang: Lang | None,
    round: Round = Round.CENT,
    csv_dialect: CsvDialect | None = None,
    formats: Container[Format] = FORMATS,
) -> Showing:
    """The options of a command; `sources` are the files that the output may not replace.

    `formats` are those that the command has. Raises `typer.BadParameter` where it lacks the one
    that the output asks for, and where the options contradict one another.
    """
    chosen = Format(format) if format else _format_of(output)
    if chosen not in formats:
        raise typer.BadParameter(f"only `compute` has {chosen}", param_hint="'--output'")
    if chosen is Format.XLSX and is_standard(output) and is_screen():
        raise typer.BadParameter(
            "a terminal cannot show a workbook; give --output, as in --output network.xlsx",
            param_hint="'--format'",
        )
    if csv_dialect is not None and chosen is not Format.CSV:
        raise typer.BadParameter("goes with --format csv", param_hint="'--csv-dialect'")
    for source in sources:
        refuse_to_overwrite(output, source)
    for_people = chosen in (*DISPLAYED, Format.XLSX)
    default = language_of_user() if for_people else Lang.EN
    return Showing(
        chosen,
        LANGUAGES[lang or default],
        round is Round.EURO,
        csv_dialect or CsvDialect.PLAIN,
        output,
    )


def _format_of(output: Path | None) -> Format:
    """The format that the name of the output asks for; the table where it asks for none."""
    ending = output.suffix.lower() if output else ""
    if ending in OTHERS:
        raise typer.BadParameter(
            f"there is no format for {ending}; a page (.html) prints to PDF and opens in Word, "
            "a workbook (.xlsx) opens in Excel and LibreOffice",
            param_hint="'--output'",
        )
    return ENDINGS.get(ending, Format.TABLE)


def _width() -> int:
    """Columns of the terminal; 80 where there is none, unless COLUMNS says otherwise."""
    import shutil

    return max(40, shutil.get_terminal_size((80, 24)).columns)
