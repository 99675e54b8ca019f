"""`igs-costshare explain`: how a figure of the statement arises."""

from enum import StrEnum
from typing import Annotated

import typer

from igs_costshare.cli.options import AskedLang, File, Scenario, Settings
from igs_costshare.cli.output import Output, tell
from igs_costshare.cli.showing import showing
from igs_costshare.render import Format


class ExplainedFormat(StrEnum):
    """The formats of an explanation: a tree is no table for a spreadsheet."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


def explain(
    file: File,
    partner: Annotated[
        str | None,
        typer.Argument(
            metavar="[PARTNER]", help="A partner, reserve or total.", show_default=False
        ),
    ] = None,
    column: Annotated[
        str | None,
        typer.Argument(
            metavar="[COLUMN]",
            help="A line, units, expenses, revenues, balance or contribution.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        ExplainedFormat | None,
        typer.Option(help="Default: by the ending of --output, otherwise table (a list)."),
    ] = None,
    output: Output = None,
    lang: AskedLang = None,
    scenario: Scenario = None,
    settings: Settings = None,
) -> None:
    """Show how a figure arises, step by step.

    Example: igs-costshare explain network.toml stad --output stad.md
    """
    from igs_costshare.documents.explanation import ExplanationDocument
    from igs_costshare.explaining import (
        cell_explanation,
        columns_of,
        explanation,
        row_explanation,
    )
    from igs_costshare.reading import load
    from igs_costshare.reading.suggestions import chosen

    shown = showing([file], format, output, lang)
    if shown.format is Format.CSV:
        raise typer.BadParameter(
            "an explanation is no table: take table, json or markdown", param_hint="'--output'"
        )
    reading = load(file, settings or (), scenario)
    source = reading.source
    statement = reading.statement()
    if partner is None:
        explained = explanation(statement, source)
    else:
        rows = {row.id: row for row in statement.rows}
        row = rows[chosen("row", partner, rows, source.name)]
        if column is None:
            explained = row_explanation(statement, source, row)
        else:
            column = chosen("column", column, columns_of(statement), source.name)
            explained = cell_explanation(statement, source, row, column)
    data = shown.rendered(ExplanationDocument(explained, shown.language))
    tell(source.located(statement.warnings))
    shown.deliver(data)
