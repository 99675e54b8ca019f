"""`igs-costshare settle`: what each still has to pay or gets back, and who pays whom."""

from typing import Annotated

import typer

from igs_costshare.cli.mistakes import mistake
from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedHeadings,
    AskedLang,
    File,
    Output,
    Scenario,
    Settings,
    Year,
)
from igs_costshare.cli.output import tell
from igs_costshare.cli.papers import AskedDate, AskedStatus, page_marks
from igs_costshare.cli.showing import showing
from igs_costshare.messages import listed, say
from igs_costshare.render import Format

_FORMATS = tuple(Format)


def settle(
    file: File,
    scenario: Scenario = None,
    year: Year = None,
    settings: Settings = None,
    transfers: Annotated[bool, typer.Option("--transfers")] = False,
    format: AskedFormat = None,
    output: Output = None,
    status: AskedStatus = None,
    date: AskedDate = None,
    lang: AskedLang = None,
    csv_dialect: AskedDialect = None,
    headings: AskedHeadings = None,
) -> None:
    """Settle the year: show what each still has to pay or gets back, and who pays whom.

    Example: igs-costshare settle network.toml --transfers
    """
    from igs_costshare.cli.settled import SettledDocument
    from igs_costshare.reading.settled import load_settled

    shown = showing(
        [file],
        format,
        output,
        lang,
        csv_dialect=csv_dialect,
        formats=_FORMATS,
        settings=settings,
        headings=headings,
    )
    marked = page_marks(shown.format, status, date)
    if transfers and not shown.format.is_text:
        others = listed([each.value for each in _FORMATS if each.is_text], "or")
        hint = say("usage.list_alone", formats=others)
        raise mistake("--transfers", say("usage.no_list_alone"), hint)
    readings = load_settled(file, settings or (), scenario, year)
    shown = shown.calling(readings.settled.network)
    document = SettledDocument(readings, shown.language, transfers_only=transfers, marks=marked)
    data = shown.rendered(document)
    tell(readings.settled.source.located(document.statement.warnings))
    shown.deliver(data)
