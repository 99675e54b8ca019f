"""How a command shows its document: the format, language and file that were asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from igs_costshare.cli.mistakes import mistake
from igs_costshare.cli.output import (
    deliver,
    is_screen,
    is_standard,
    is_terminal,
    note,
    refuse_to_overwrite_all,
)
from igs_costshare.cli.reader import code_of_user
from igs_costshare.documents.document import Document
from igs_costshare.messages import listed, say
from igs_costshare.render import (
    OTHERS,
    CsvDialect,
    Format,
    Headings,
    Options,
    Round,
    every_document,
    format_of,
    render,
)
from igs_costshare.wording.catalogue import DEFAULT
from igs_costshare.wording.language import Language, language

if TYPE_CHECKING:
    from igs_costshare.description.network import Network


class Showing(NamedTuple):
    """What was asked for, with every default filled in."""

    format: Format
    language: Language
    whole: bool
    """Whole euros, in the formats that people read."""
    dialect: CsvDialect
    output: Path | None
    headings: Headings = Headings.IDS

    def calling(self, *networks: Network) -> Showing:
        """The same in the words that the descriptions have for their keys; the last ones count."""
        words = {key: each for network in networks for key, each in network.key.items()}
        return self._replace(language=self.language.calling(words)) if words else self

    def rendered(self, document: Document) -> bytes:
        """The document in its format."""
        shown = self.format is Format.TABLE and self.output is None
        options = Options(
            language=self.language,
            csv_dialect=self.dialect,
            headings=self.headings,
            width=_width() if shown else 80,
            styled=shown and is_terminal() and not os.environ.get("NO_COLOR"),
        )
        return render(document, self.format, options)

    def deliver(self, data: bytes) -> None:
        """Write what was rendered, and say where an option had no effect."""
        if self.whole and not self.format.in_whole_euros:
            note(say("output.exact", format=self.format.value))
        deliver(data, self.output)

    def show(self, document: Document) -> None:
        """Render and write."""
        self.deliver(self.rendered(document))


def showing(
    sources: Sequence[str],
    format: Format | None,
    output: Path | None,
    lang: str | None,
    round: Round = Round.CENT,
    csv_dialect: CsvDialect | None = None,
    formats: Sequence[Format] = every_document(),
    settings: Sequence[str] | None = None,
    headings: Headings | None = None,
) -> Showing:
    """The options of a command; `sources` are the files that the output may not replace.

    Nor may it replace what they name, also by the `settings` that are laid over them.
    `formats` are those that the command has. Raises `InputError` where it lacks the one that is
    asked for, and where the options contradict one another.
    """
    chosen = format or _format_of(output)
    if chosen not in formats:
        asked_by = "--format" if format else "--output"
        offered = listed([each.value for each in formats], "or")
        raise mistake(asked_by, say("usage.not_offered", format=chosen.value, formats=offered))
    if not chosen.is_text and is_standard(output) and is_screen():
        hint = say("usage.no_screen_hint", format=chosen.value)
        raise mistake("--format", say("usage.no_screen", format=chosen.value), hint)
    if csv_dialect is not None and chosen is not Format.CSV:
        raise mistake("--csv-dialect", say("usage.goes_with", option="--format csv"))
    if headings is not None and chosen not in (Format.CSV, Format.XLSX):
        raise mistake("--headings", say("usage.goes_with", option="--format csv"))
    if headings is Headings.IDS and chosen is Format.XLSX:
        raise mistake("--headings", say("usage.headings_of_people"))
    people = chosen.for_people or headings is Headings.LABELS
    refuse_to_overwrite_all(output, *sources, settings=settings or ())
    return Showing(
        chosen,
        language(lang or (code_of_user() if people else DEFAULT)),
        round is Round.EURO,
        csv_dialect or CsvDialect.PLAIN,
        output,
        headings or Headings.IDS,
    )


def _format_of(output: Path | None) -> Format:
    """The format that the name of the output asks for; the table where it asks for none."""
    ending = output.suffix.lower() if output else ""
    if ending in OTHERS:
        message = say("usage.no_format", ending=ending)
        raise mistake("--output", message, say("usage.no_format_hint"))
    return format_of(ending) or Format.TABLE


def _width() -> int:
    """Columns of the terminal; 80 where there is none, unless COLUMNS says otherwise."""
    import shutil

    return max(40, shutil.get_terminal_size((80, 24)).columns)
