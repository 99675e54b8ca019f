"""`igs-costshare compute`: the statement of a network."""

import typer

from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedLang,
    AskedRound,
    File,
    Scenario,
    Settings,
    Strict,
)
from igs_costshare.cli.output import Output, tell
from igs_costshare.cli.showing import showing
from igs_costshare.render import Format, Round


def compute(
    file: File,
    format: AskedFormat = None,
    output: Output = None,
    lang: AskedLang = None,
    round: AskedRound = Round.CENT,
    csv_dialect: AskedDialect = None,
    scenario: Scenario = None,
    settings: Settings = None,
    strict: Strict = False,
) -> None:
    """Show what each partner pays and receives.

    Example: igs-costshare compute network.toml --output network.csv
    """
    from igs_costshare.documents.statement import StatementDocument
    from igs_costshare.reading import load

    shown = showing([file], format, output, lang, round, csv_dialect, tuple(Format))
    reading = load(file, settings or (), scenario)
    statement = reading.statement()
    document = StatementDocument(statement, shown.language, whole=shown.whole)
    if shown.format is Format.HTML:
        from igs_costshare.cli.page import page_of

        data = page_of(document, reading)
    elif shown.format is Format.XLSX:
        from igs_costshare.workbook import workbook_bytes

        data = workbook_bytes(reading.network, statement, shown.language)
    else:
        data = shown.rendered(document)
    tell(reading.source.located(statement.warnings))
    shown.deliver(data)
    if strict and statement.warnings:
        raise typer.Exit(1)
