"""`igs-costshare compare`: scenarios or contribution models side by side."""

from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.mistakes import mistake
from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedHeadings,
    AskedLang,
    AskedRound,
    File,
    Output,
    Settings,
    Year,
)
from igs_costshare.cli.output import note, tell
from igs_costshare.cli.papers import AskedDate, AskedStatus, page_marks
from igs_costshare.cli.showing import showing
from igs_costshare.messages import say
from igs_costshare.render import Format, Round

if TYPE_CHECKING:
    from igs_costshare.comparing.comparison import Option
    from igs_costshare.reading import Reading


def compare(
    file: File,
    models: Annotated[str | None, typer.Option(metavar="MODEL,MODEL…")] = None,
    no_bounds: Annotated[bool, typer.Option("--no-bounds")] = False,
    figure: Annotated[str | None, typer.Option(metavar="COLUMN")] = None,
    scenario: Annotated[list[str] | None, typer.Option(metavar="ID")] = None,
    year: Year = None,
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
    """Show scenarios or contribution models side by side.

    Example: igs-costshare compare network.toml --models fixed,variable:units
    """
    from igs_costshare.cli.footed import Footing
    from igs_costshare.cli.tabled import ComparedDocument
    from igs_costshare.comparing.comparison import comparison
    from igs_costshare.reading import warned

    shown = showing(
        [file],
        format,
        output,
        lang,
        round,
        csv_dialect,
        formats=tuple(Format),
        settings=settings,
        headings=headings,
    )
    chosen, asked = scenario or [], settings or []
    if no_bounds and models is None:
        raise mistake("--no-bounds", say("usage.goes_with", option="--models"))
    marked = page_marks(shown.format, status, date)
    if models is None:
        options = _scenarios(file, chosen, asked, year)
        first = options[0][1]
    else:
        first, options = _models(file, models, chosen, asked, year, bounds=not no_bounds)
    networks = [(option, reading.network) for option, reading in options]
    shown = shown.calling(*(network for _, network in reversed(networks)))
    compared = comparison(networks) if figure is None else comparison(networks, figure.strip())
    document = ComparedDocument(
        compared, shown.language, whole=shown.whole, asked=figure is not None
    )
    document.footing = Footing(first, marked)
    data = shown.rendered(document)
    tell(warned([reading for _, reading in options]))
    if shown.format is Format.CSV:
        for sentence in document.bounds():
            note(sentence)
    shown.deliver(data)


def _scenarios(
    file: str, chosen: list[str], settings: list[str], year: int | None
) -> "list[tuple[Option, Reading]]":
    """The description as it stands, and its scenarios or those of them that are chosen."""
    from igs_costshare.comparing.comparison import forms
    from igs_costshare.reading import load_every
    from igs_costshare.reading.planned import in_year

    readings = load_every(file, settings, chosen)
    options = forms([each.source.chosen for each in readings], readings[0].source.settled)
    held = [each if year is None else in_year(each, year) for each in readings]
    return [*zip(options, held, strict=True)]


def _models(
    file: str,
    models: str,
    chosen: list[str],
    settings: list[str],
    year: int | None,
    *,
    bounds: bool,
) -> "tuple[Reading, list[tuple[Option, Reading]]]":
    """The budget, and under each model; or every problem of all of them."""
    from igs_costshare.comparing.comparison import Option
    from igs_costshare.comparing.models import settings_of_models, with_way_out
    from igs_costshare.errors import InputError, Problem
    from igs_costshare.reading.planned import load_year
    from igs_costshare.reading.tried import tried_in_year

    if chosen[1:]:
        raise mistake("--scenario", say("usage.goes_once", option="--models"))
    reading = load_year(file, settings, next(iter(chosen), None), year)
    common = reading.network.contribution
    agreed = common if common is not None and common.has_bounds else None
    options: list[tuple[Option, Reading]] = []
    problems: list[Problem] = []
    for name, tried in settings_of_models(models, bounds=bounds).items():
        try:
            under_it = tried_in_year(reading, tried)
            options.append((Option(name, name, under_it.network.contribution, agreed), under_it))
        except InputError as error:
            told = map(with_way_out, error.problems)
            problems += [each for each in told if each not in problems]
    if problems:
        raise InputError(problems)
    return reading, options
