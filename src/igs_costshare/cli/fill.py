"""`igs-costshare fill`: key figures of a table, into the description."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.mistakes import mistake, mistaken
from igs_costshare.cli.options import AskedLang, File
from igs_costshare.cli.output import STANDARD, note, talk
from igs_costshare.cli.parameters import among
from igs_costshare.cli.reader import reader
from igs_costshare.errors import clipped, dotted, visible
from igs_costshare.messages import Message, say

if TYPE_CHECKING:
    from igs_costshare.filling.columns import Asked
    from igs_costshare.filling.filled import Filled

_NOT_FOUND = 1


class MatchBy(StrEnum):
    """By what a row of the table says whose it is."""

    NIS = "nis"
    ID = "id"
    NAME = "name"


def fill(
    file: File,
    data: Annotated[str, typer.Argument(metavar="DATA")],
    match: Annotated[MatchBy | None, typer.Option(metavar=among(MatchBy))] = None,
    column: Annotated[list[str] | None, typer.Option(metavar="KEY=HEADER")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    lang: AskedLang = None,
) -> None:
    """Write the key figures of a CSV or a workbook into a description, and touch no other byte.

    Example: igs-costshare fill network.toml inhabitants.csv
    """
    from igs_costshare.files import Drafts
    from igs_costshare.filling.filled import filled
    from igs_costshare.reading.text import bytes_of, name_of, text_of

    if file == STANDARD:
        raise mistaken("FILE", say("usage.not_rewritten"))
    if _same(file, data):
        raise mistake(data, say("usage.same_file"))
    asked = _asked(match, column or [])
    bytes_before = bytes_of(file)
    text = text_of(bytes_before, name_of(file)).removeprefix("\ufeff")
    made = filled(text, name_of(file), bytes_of(data), name_of(data), asked)
    if made.changes and not dry_run:
        mark = bytes_before[: len(bytes_before) - len(text.encode())]
        with Drafts() as drafts:
            drafts.add(Path(file), mark + made.text.encode(), rewritten=True)
            drafts.put_in_place()
    _tell_changes(made, name_of(file), dry_run=dry_run)
    for each in _notes(made, name_of(file), name_of(data)):
        note(each)
    if made.found.strangers or made.found.missing:
        raise typer.Exit(_NOT_FOUND)


def _same(file: str, data: str) -> bool:
    """Whether the table is the description itself."""
    try:
        return Path(file).samefile(data)
    except (OSError, ValueError):  # not there, as reading will tell
        return False


def _asked(match: MatchBy | None, columns: list[str]) -> "Asked":
    """What was said of the columns; raises `InputError` with all that is wrong."""
    from igs_costshare.filling.columns import MATCHES, Asked, asked_columns

    by = next((each for each in MATCHES if match is not None and each == match.value), None)
    return Asked(by, asked_columns(columns))


def _tell_changes(made: "Filled", file: str, *, dry_run: bool) -> None:
    """Which figures were written, or would be."""
    language = reader()
    for path, line, before, after in made.changes:
        named = dotted(path)
        if before is None and dry_run:
            told = say("data.would_add", path=named, after=after)
        elif before is None:
            told = say("data.added", path=named, after=after)
        elif dry_run:
            told = say("output.would_change", path=named, before=before, after=after)
        else:
            told = say("output.changed", path=named, before=before, after=after)
        talk(visible(f"{file}:{line}: {language.tell(told)}"))


def _notes(made: "Filled", file: str, data: str) -> Iterator[Message]:
    """Who was not found on either side, what is empty, and whether anything changed."""
    from igs_costshare.wording.writing import named

    found = made.found
    if not made.changes:
        yield say("data.no_change")
    if found.empty:
        yield say("data.left_empty", paths=named([*map(dotted, found.empty)]))
    if found.strangers:
        yield say("data.not_in_file", file=file, names=named([*map(clipped, found.strangers)]))
    if found.missing:
        yield say("data.not_in_data", data=data, names=named([*map(clipped, found.missing)]))
