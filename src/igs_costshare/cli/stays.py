"""`igs-costshare stays`: what the register of stays comes to, beside the plan."""

from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedHeadings,
    AskedLang,
    File,
    Output,
    Scenario,
    Settings,
)
from igs_costshare.cli.papers import AskedDate, AskedStatus, page_marks
from igs_costshare.cli.showing import showing
from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import say
from igs_costshare.render import Format

_FORMATS = tuple(Format)


def stays(
    file: File,
    scenario: Scenario = None,
    settings: Settings = None,
    format: AskedFormat = None,
    output: Output = None,
    status: AskedStatus = None,
    date: AskedDate = None,
    lang: AskedLang = None,
    csv_dialect: AskedDialect = None,
    headings: AskedHeadings = None,
) -> None:
    """Show who stayed in which home, for how long, and what that comes to.

    Example: igs-costshare stays network.toml --output stays.csv
    """
    from igs_costshare.cli.footed import Footing
    from igs_costshare.cli.stayed import StayedDocument, findings_in
    from igs_costshare.reading.settled import load_of_year
    from igs_costshare.staying.report import stays_report

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
    reading = load_of_year(file, settings or (), scenario)
    shown = shown.calling(reading.network)
    stated, register = reading.network.stays, reading.register
    if stated is None or register is None:
        problem = Problem(say("stays.no_register"), hint=say("stays.name_register"))
        raise InputError([problem._replace(origin=reading.source.name)])
    statement = reading.statement()
    report = stays_report(register, reading.network, statement)
    findings = findings_in(reading, statement)
    document = StayedDocument(report, statement, findings, stated.count, shown.language)
    document.footing = Footing(reading, marked)
    shown.show(document)
