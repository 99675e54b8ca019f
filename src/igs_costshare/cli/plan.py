"""`igs-costshare plan`: who pays what in which year, and why it moves."""

from typing import Annotated

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
)
from igs_costshare.cli.output import tell
from igs_costshare.cli.papers import AskedDate, AskedStatus, page_marks
from igs_costshare.cli.showing import showing
from igs_costshare.render import Format, Round


def plan(
    file: File,
    figure: Annotated[str, typer.Option(metavar="COLUMN")] = "bill",
    plot: Annotated[bool, typer.Option("--plot")] = False,
    scenario: Scenario = None,
    settings: Settings = None,
    format: AskedFormat = None,
    output: Output = None,
    status: AskedStatus = None,
    date: AskedDate = None,
    lang: AskedLang = None,
    round: AskedRound = Round.CENT,
    csv_dialect: AskedDialect = None,
    headings: AskedHeadings = None,
) -> None:
    """Show who pays what in each year of a plan, and what happens in it.

    Example: igs-costshare plan network.toml --plot
    """
    from igs_costshare.cli.footed import Footing
    from igs_costshare.cli.planned import PlannedDocument
    from igs_costshare.reading.planned import load_plan

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
    years = load_plan(file, settings or (), scenario)
    shown = shown.calling(*(each.reading.network for each in reversed(years)))
    document = PlannedDocument(years, shown.language, figure, whole=shown.whole, plotted=plot)
    document.footing = Footing(years[0].reading, marked, is_dated=False)
    data = shown.rendered(document)
    tell(document.warnings)
    shown.deliver(data)
