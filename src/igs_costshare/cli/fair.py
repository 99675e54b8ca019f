"""`igs-costshare fair`: does every partner gain, and every group of them?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.mistakes import mistake
from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
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
from igs_costshare.messages import say
from igs_costshare.render import Format, Round, every_document

if TYPE_CHECKING:
    from igs_costshare.fairness.report import FairColumn, Fairness
    from igs_costshare.reading import Reading

_FORMATS = (*every_document(), Format.HTML)


def fair(
    file: File,
    methods: Annotated[str | None, typer.Option(metavar="METHOD,METHOD…")] = None,
    model: Annotated[str | None, typer.Option("--model", metavar="MODEL")] = None,
    plot: Annotated[bool, typer.Option("--plot")] = False,
    scenario: Scenario = None,
    year: Year = None,
    settings: Settings = None,
    format: AskedFormat = None,
    output: Output = None,
    status: AskedStatus = None,
    date: AskedDate = None,
    lang: AskedLang = None,
    round: AskedRound = Round.CENT,
    csv_dialect: AskedDialect = None,
    strict: Strict = False,
) -> None:
    """Show whether every partner gains, and every group of them.

    Example: igs-costshare fair network.toml --plot
    """
    from igs_costshare.cli.faired import FairedDocument
    from igs_costshare.cli.footed import Footing
    from igs_costshare.fairness.report import fairness_of
    from igs_costshare.reading.planned import load_year

    shown = showing([file], format, output, lang, round, csv_dialect, _FORMATS, settings=settings)
    marked = page_marks(shown.format, status, date)
    first = reading = load_year(file, settings or (), scenario, year)
    if model is not None:
        reading = _under(reading, model)
    shown = shown.calling(reading.network)
    statement = reading.statement()
    fairness = fairness_of(statement)
    if model is not None and not fairness.has_bills:
        raise mistake("--model", say("usage.no_bills", column="bill"))
    columns = [] if methods is None else _columns(methods, fairness)
    plotted = plot and shown.format is Format.TABLE
    document = FairedDocument(fairness, shown.language, columns, whole=shown.whole, plotted=plotted)
    document.footing = Footing(first, marked)
    data = shown.rendered(document)
    warned = reading.source.located(statement.warnings)
    tell(warned)
    shown.deliver(data)
    if strict and warned:
        raise typer.Exit(1)


def _under(reading: "Reading", model: str) -> "Reading":
    """The same description under another contribution model."""
    from igs_costshare.comparing.models import settings_of_models
    from igs_costshare.reading.tried import tried_in_year

    tried = settings_of_models(model, option="--model")
    if len(tried) > 1:
        raise mistake("--model", say("usage.one_model"))
    return tried_in_year(reading, *tried.values())


def _columns(methods: str, fairness: "Fairness") -> "Sequence[FairColumn]":
    """The columns that are asked for, in the order in which they are."""
    from igs_costshare.documents.fairness import columns_of
    from igs_costshare.fairness.report import COLUMNS
    from igs_costshare.reading.suggestions import chosen

    known = {str(each): each for each in COLUMNS}
    names = [name.strip() for name in methods.split(",")]
    columns = [known[chosen("method", name, known, f"--methods {name}".rstrip())] for name in names]
    if len({*columns}) < len(columns):
        raise mistake("--methods", say("usage.method_twice"))
    for column in columns:
        if column not in columns_of(fairness):
            raise mistake("--methods", say("usage.no_bills", column=column))
    return columns
