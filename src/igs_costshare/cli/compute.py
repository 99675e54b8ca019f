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
    strict: Strict = False,
) -> None:
    """Show what each partner pays and receives.

    Example: igs-costshare compute network.toml --output network.csv
    """
    from igs_costshare.cli.computed import ComputedDocument
    from igs_costshare.reading.planned import load_year

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
    reading = load_year(file, settings or (), scenario, year)
    shown = shown.calling(reading.network)
    document = ComputedDocument(reading, shown.language, whole=shown.whole)
    data = shown.rendered(document)
    warnings = document.statement.warnings
    tell(reading.source.located(warnings))
    shown.deliver(data)
    if strict and warnings:
        raise typer.Exit(1)
