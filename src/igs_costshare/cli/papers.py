"""What the commands that make papers ask for, each option written once."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.mistakes import mistake
from igs_costshare.cli.parameters import among
from igs_costshare.messages import listed, say
from igs_costshare.render import OTHERS, Format, format_of

if TYPE_CHECKING:
    from igs_costshare.papers.case import Before
    from igs_costshare.papers.marks import Marks
    from igs_costshare.reading import Reading
    from igs_costshare.wording.language import Language

STATUSES = ("ontwerp", "definitief")
FORMATS = (Format.PDF, Format.HTML)
Against = Annotated[str | None, typer.Option("--against", metavar="AGAINST")]
AskedStatus = Annotated[str | None, typer.Option(metavar=among(STATUSES))]
AskedDate = Annotated[str | None, typer.Option("--date", metavar="DATE")]
AskedSettlement = Annotated[bool, typer.Option("--settlement")]
AskedPaper = Annotated[Format | None, typer.Option(metavar=among(FORMATS))]


def paper_format(format: Format | None, output: Path | None) -> Format | None:
    """PDF, unless a format is asked for, or the name of the output asks for one.

    A name that promises another format (`.docx`) is refused where the output is looked at.
    """
    ending = "" if output is None else output.suffix.lower()
    if format is not None or ending in OTHERS or format_of(ending) is not None:
        return format
    return Format.PDF


def marks(status: str | None, date: str | None, default: str | None = STATUSES[0]) -> Marks:
    """Status and day as they are asked for; raises `InputError`."""
    from igs_costshare.papers.marks import Marks, Status, day_from

    if status is not None and status not in STATUSES:
        allowed = say("value.or", first=STATUSES[0], last=STATUSES[1])
        raise mistake("--status", say("usage.not_among", allowed=allowed, got=status))
    day = None if date is None else day_from(date)
    if date is not None and day is None:
        raise mistake("--date", say("usage.no_day"), say("usage.no_day_hint"))
    chosen = status or default
    return Marks(None if chosen is None else Status(chosen), day)


def page_marks(format: Format, status: str | None, date: str | None) -> Marks | None:
    """The same for a page of figures, which has a status only where somebody says so."""
    for option, value in (("--status", status), ("--date", date)):
        if value is not None and format not in FORMATS:
            told = listed([f"--format {each.value}" for each in FORMATS], "or")
            raise mistake(option, say("usage.goes_with", option=told))
    return None if status is None and date is None else marks(status, date, None)


def partner_of(partners: Collection[str], id: str | None) -> str | None:
    """The partner of that id; raises `InputError` with what was probably meant."""
    from igs_costshare.reading.suggestions import suggestion

    if id is not None and id not in partners:
        message = say("reference.none", what=say("reference.partner"), name=id)
        raise mistake("--partner", message, suggestion(id, partners))
    return id


def before(
    first: Reading, reading: Reading, against: str | None, language: Language
) -> Before | None:
    """What the statement is held against, where that is asked for."""
    from igs_costshare.papers.against import before_of

    return None if against is None else before_of(first, reading, against, language)
