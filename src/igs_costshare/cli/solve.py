"""`igs-costshare solve`: the value at which a target is met."""

from typing import Annotated

import typer

from igs_costshare.cli.options import (
    AskedDialect,
    AskedLang,
    AskedText,
    File,
    Output,
    Scenario,
    Settings,
    Strict,
    Year,
)
from igs_costshare.cli.output import note, tell
from igs_costshare.cli.showing import showing


def solve(
    file: File,
    vary: Annotated[str, typer.Option(metavar="PATH[=FROM:TO]")],
    target: Annotated[str, typer.Option(metavar="COLUMN=VALUE")],
    step: Annotated[str | None, typer.Option(metavar="NUMBER")] = None,
    scenario: Scenario = None,
    year: Year = None,
    settings: Settings = None,
    format: AskedText = None,
    output: Output = None,
    lang: AskedLang = None,
    csv_dialect: AskedDialect = None,
    strict: Strict = False,
) -> None:
    """Find the value at which a figure reaches its target.

    Example: igs-costshare solve network.toml --vary fte.cost --target total.balance=0
    """
    from igs_costshare.documents.answer import AnswerDocument
    from igs_costshare.reading.planned import load_year
    from igs_costshare.varying.question import answered

    shown = showing([file], format, output, lang, csv_dialect=csv_dialect, settings=settings)
    reading = load_year(file, settings or (), scenario, year)
    shown = shown.calling(reading.network)
    answer = answered(reading, vary, target, step)
    document = AnswerDocument(answer, shown.language)
    data = shown.rendered(document)
    warned = (*reading.source.located(answer.base.warnings), *answer.warnings())
    tell(warned)
    if not shown.format.for_people:
        for sentence in document.opposite():
            note(sentence)
    shown.deliver(data)
    if answer.solution.value is None or (strict and warned):
        raise typer.Exit(1)
