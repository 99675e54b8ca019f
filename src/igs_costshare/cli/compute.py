"""`igs-costshare compute`: the statement of a network."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from igs_costshare.cli.output import (
    Output,
    deliver,
    is_terminal,
    language_of_user,
    refuse_to_overwrite,
    say,
    tell,
)
from igs_costshare.language import LANGUAGES, Lang
from igs_costshare.render import (
    DISPLAYED,
    ENDINGS,
    OTHERS,
    CsvDialect,
    Format,
    Options,
    Round,
    render,
)


def compute(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Description; - reads stdin.")],
    format: Annotated[
        Format | None,
        typer.Option(help="Default: by the ending of --output, otherwise table."),
    ] = None,
    output: Output = None,
    lang: Annotated[
        Lang | None,
        typer.Option(help="Default: your locale for table and markdown, en for csv and json."),
    ] = None,
    round: Annotated[
        Round, typer.Option(help="Show cents or whole euros, in table and markdown.")
    ] = Round.CENT,
    csv_dialect: Annotated[
        CsvDialect | None, typer.Option(help="excel-be: as Excel in Belgium opens it.")
    ] = None,
    scenario: Annotated[
        str | None, typer.Option(metavar="ID", help="Compute this scenario of the file.")
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="PATH=VALUE",
            help="Replace a value of the file, as day_price.occupancy=0.9; repeatable.",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 on a warning.")] = False,
) -> None:
    """Show what each partner pays and receives.

    Example: igs-costshare compute network.toml --output network.csv
    """
    from igs_costshare.engine import compute as statement_of
    from igs_costshare.reading import load

    chosen = format or _format_of(output)
    if csv_dialect is not None and chosen is not Format.CSV:
        raise typer.BadParameter("goes with --format csv", param_hint="'--csv-dialect'")
    refuse_to_overwrite(output, file)
    reading = load(file, settings or (), scenario)
    statement = replace(statement_of(reading.network), scenario=reading.source.chosen)
    data = render(
        statement,
        chosen,
        _options(chosen, lang, round, csv_dialect or CsvDialect.PLAIN, output),
    )
    tell(reading.source.located(statement.warnings))
    if round is Round.EURO and chosen not in DISPLAYED:
        say(f"note: {chosen} always has the exact amounts, not --round euro")
    deliver(data, output)
    if strict and statement.warnings:
        raise typer.Exit(1)


def _format_of(output: Path | None) -> Format:
    """The format that the name of the output asks for; the table where it asks for none."""
    ending = output.suffix.lower() if output else ""
    if ending in OTHERS:
        raise typer.BadParameter(
            f"there is no format for {ending}; Excel opens what "
            "--format csv --csv-dialect excel-be writes to a .csv file",
            param_hint="'--output'",
        )
    return ENDINGS.get(ending, Format.TABLE)


def _options(
    format: Format, lang: Lang | None, round: Round, dialect: CsvDialect, output: Path | None
) -> Options:
    default = language_of_user() if format in DISPLAYED else Lang.EN
    shown = format is Format.TABLE and output is None
    return Options(
        language=LANGUAGES[lang or default],
        round=round,
        csv_dialect=dialect,
        width=_width() if shown else 80,
        styled=shown and is_terminal() and not os.environ.get("NO_COLOR"),
    )


def _width() -> int:
    """Columns of the terminal; 80 where there is none, unless COLUMNS says otherwise."""
    import shutil

    return max(40, shutil.get_terminal_size((80, 24)).columns)
