"""`igs-costshare sweep`: figures along a range."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.mistakes import mistake
from igs_costshare.cli.options import (
    WITH_PAGE,
    AskedDialect,
    AskedLang,
    AskedPage,
    AskedRound,
    File,
    Output,
    Scenario,
    Settings,
    Strict,
    Year,
)
from igs_costshare.cli.output import is_standard, tell
from igs_costshare.cli.progress import in_progress
from igs_costshare.cli.showing import showing
from igs_costshare.messages import say
from igs_costshare.render import Format, Round

if TYPE_CHECKING:
    from igs_costshare.varying.sweep import Sweep, SweepStep

_LONG = 30_000
"""Cells to compute from which a bar shows how far it is: a second or so."""


def sweep(
    file: File,
    vary: Annotated[list[str], typer.Option(metavar="PATH=FROM:TO:STEP")],
    figure: Annotated[str | None, typer.Option(metavar="COLUMN")] = None,
    scenario: Scenario = None,
    year: Year = None,
    settings: Settings = None,
    format: AskedPage = None,
    output: Output = None,
    lang: AskedLang = None,
    round: AskedRound = Round.CENT,
    csv_dialect: AskedDialect = None,
    strict: Strict = False,
) -> None:
    """Show figures along a range, with a plot in the terminal.

    Example: igs-costshare sweep network.toml --vary day_price.occupancy=0.6:0.9:0.05
    """
    from igs_costshare.cli.swept import SweptDocument
    from igs_costshare.errors import InputError
    from igs_costshare.reading.planned import load_year
    from igs_costshare.varying.impossible import told_of, why_none
    from igs_costshare.varying.ranges import varies_from
    from igs_costshare.varying.sweep import Sweep

    if vary[2:]:
        raise mistake("--vary", say("usage.goes_twice"))
    shown = showing([file], format, output, lang, round, csv_dialect, WITH_PAGE, settings=settings)
    varies = varies_from(vary)
    reading = load_year(file, settings or (), scenario, year)
    shown = shown.calling(reading.network)
    swept = Sweep(reading, varies, figure)
    steps = tuple(watched(swept))
    if all(step.amounts is None for step in steps):
        raise InputError(why_none(steps, varies))
    plotted = shown.format is Format.TABLE and is_standard(output)
    document = SweptDocument(swept, steps, shown.language, whole=shown.whole, plotted=plotted)
    data = shown.rendered(document)
    warned = (*reading.source.located(swept.base.warnings), *told_of(steps, varies))
    tell(warned)
    shown.deliver(data)
    if strict and warned:
        raise typer.Exit(1)


def watched(swept: "Sweep") -> "Iterable[SweepStep]":
    """The steps, with a bar on a terminal where there are many."""
    cells = len(swept) * len(swept.base.rows) * len(swept.base.lines)
    return in_progress(swept.steps(), len(swept), long=cells >= _LONG)
