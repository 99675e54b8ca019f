"""`igs-costshare diff`: what changes between two statements, for whom, and why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedHeadings,
    AskedLang,
    AskedRound,
    Output,
    Settings,
)
from igs_costshare.cli.output import tell
from igs_costshare.cli.papers import AskedDate, AskedStatus, page_marks
from igs_costshare.cli.showing import showing
from igs_costshare.render import Format, Round

if TYPE_CHECKING:
    from igs_costshare.computing.amounts import SavedStatement


def diff(
    a: Annotated[str, typer.Argument(metavar="A")],
    b: Annotated[str | None, typer.Argument(metavar="B")] = None,
    scenario: Annotated[list[str] | None, typer.Option(metavar="ID")] = None,
    settings: Settings = None,
    format: AskedFormat = None,
    output: Output = None,
    status: AskedStatus = None,
    date: AskedDate = None,
    lang: AskedLang = None,
    round: AskedRound = Round.CENT,
    csv_dialect: AskedDialect = None,
    headings: AskedHeadings = None,
    year: Annotated[list[int] | None, typer.Option("--year", metavar="YEAR")] = None,
    every: Annotated[bool, typer.Option("--all")] = False,
    due: Annotated[bool, typer.Option("--due")] = False,
    causes: Annotated[int | None, typer.Option(metavar="N", min=1, max=50)] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code")] = False,
) -> None:
    """Show what changes for each partner, and which change causes it.

    Example: igs-costshare diff network.toml --set day_price.occupancy=0.6
    """
    from igs_costshare.cli.differences import between_settlements, between_statements, between_years
    from igs_costshare.cli.footed import Footing
    from igs_costshare.cli.sides import side_of_years, sides_of, standpoints_of
    from igs_costshare.cli.tabled import DuesDocument, StatementsDocument
    from igs_costshare.reading import Reading, warned

    shown = showing(
        [a, *([b] if b else [])],
        format,
        output,
        lang,
        round,
        csv_dialect,
        formats=tuple(Format),
        settings=settings,
        headings=headings,
    )
    marked = page_marks(shown.format, status, date)
    loaded: Sequence[Reading | SavedStatement]
    if year:
        side = side_of_years(a, b, scenario or [], settings or [], year, due=due)
        loaded, difference, standpoints = between_years(side, year, causes)
    else:
        sides = sides_of(a, b, scenario or [], settings or [])
        loaded, difference = (
            between_settlements(sides, scenario or [], causes)
            if due
            else between_statements(sides, causes)
        )
        standpoints = standpoints_of(sides, loaded, b, shown.language)
    shown = shown.calling(*(each.network for each in loaded if isinstance(each, Reading)))
    document = (DuesDocument if due else StatementsDocument)(
        difference,
        standpoints,
        shown.language,
        whole=shown.whole,
        every=every,
    )
    readings = [side for side in loaded if isinstance(side, Reading)]
    if readings:  # saved figures have no file
        document.footing = Footing(readings[-1], marked, readings[:-1])
    data = shown.rendered(document)
    tell(warned(readings))
    shown.deliver(data)
    if exit_code and difference.changed:
        raise typer.Exit(1)
