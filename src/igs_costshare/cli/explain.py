"""`igs-costshare explain`: how a figure of the statement arises."""

from typing import Annotated

import typer

from igs_costshare.cli.mistakes import mistake
from igs_costshare.cli.options import AskedLang, File, Output, Scenario, Settings
from igs_costshare.cli.output import tell
from igs_costshare.cli.parameters import among
from igs_costshare.cli.showing import showing
from igs_costshare.messages import listed, say
from igs_costshare.render import Format, every_document

_FORMATS = tuple(each for each in every_document() if each is not Format.CSV)
"""A tree is no table for a spreadsheet."""


def explain(
    file: File,
    partner: Annotated[str | None, typer.Argument(metavar="PARTNER")] = None,
    column: Annotated[str | None, typer.Argument(metavar="COLUMN")] = None,
    format: Annotated[Format | None, typer.Option(metavar=among(_FORMATS))] = None,
    output: Output = None,
    lang: AskedLang = None,
    scenario: Scenario = None,
    settings: Settings = None,
) -> None:
    """Show how a figure arises, step by step.

    Example: igs-costshare explain network.toml city --output city.md
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
        asked_by = "--format" if format else "--output"
        raise mistake(asked_by, say("usage.no_tree", formats=listed(_FORMATS, "or")))
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
