"""`igs-costshare settle`: what each still has to pay or gets back, and who pays whom."""

from typing import Annotated

import typer

from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedLang,
    File,
    Output,
    Scenario,
    Settings,
)
from igs_costshare.cli.output import tell
from igs_costshare.cli.showing import showing
from igs_costshare.render import Format


def settle(
    file: File,
    scenario: Scenario = None,
    settings: Settings = None,
    transfers: Annotated[bool, typer.Option("--transfers")] = False,
    format: AskedFormat = None,
    output: Output = None,
    lang: AskedLang = None,
    csv_dialect: AskedDialect = None,
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
        formats=tuple(Format),
        settings=settings,
    )
    readings = load_settled(file, settings or (), scenario)
    document = SettledDocument(readings, shown.language, transfers_only=transfers)
    data = shown.rendered(document)
    tell(readings.settled.source.located(document.statement.warnings))
    shown.deliver(data)
