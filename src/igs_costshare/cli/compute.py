"""`igs-costshare compute`: the statement of a network."""

import typer

from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedHeadings,
    AskedLang,
    AskedRound,
    File,
    Output,
    Scenario,
    Settings,
    Strict,
    Year,
)
from igs_costshare.cli.output import tell
from igs_costshare.cli.papers import AskedDate, AskedStatus, page_marks
from igs_costshare.cli.showing import showing
from igs_costshare.render import Format, Round


def compute(
    file: File,
    format: AskedFormat = None,
    output: Output = None,
    lang: AskedLang = None,
    round: AskedRound = Round.CENT,
    csv_dialect: AskedDialect = None,
    headings: AskedHeadings = None,
    scenario: Scenario = None,
    year: Year = None,
    settings: Settings = None,
    status: AskedStatus = None,
    date: AskedDate = None,
    strict: Strict = False,
) -> None:
    """Show what each partner pays and receives.

    Example: igs-costshare compute network.toml --output network.csv
    """
    from igs_costshare.cli.computed import ComputedDocument
    from igs_costshare.reading import load
    from igs_costshare.reading.planned import in_year

    shown = showing(
        [file],
        format,
        output,
        lang,
        round,
        csv_dialect,
        tuple(Format),
        settings=settings,
        headings=headings,
    )
    marked = page_marks(shown.format, status, date)
    first = load(file, settings or (), scenario)
    reading = first if year is None else in_year(first, year)
    shown = shown.calling(reading.network)
    document = ComputedDocument(
        reading, shown.language, whole=shown.whole, first=first, marks=marked
    )
    data = shown.rendered(document)
    warnings = document.statement.warnings
    tell(reading.source.located(warnings))
    shown.deliver(data)
    if strict and warnings:
        raise typer.Exit(1)
