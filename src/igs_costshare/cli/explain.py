"""`igs-costshare explain`: how a figure of the statement arises."""

from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.options import AskedLang, File, Output, Scenario, Settings, Year
from igs_costshare.cli.output import tell
from igs_costshare.cli.parameters import among
from igs_costshare.cli.showing import showing
from igs_costshare.messages import say
from igs_costshare.render import Format, every_document

if TYPE_CHECKING:
    from igs_costshare.computing.statement import Statement
    from igs_costshare.documents.document import Document
    from igs_costshare.explaining import Explanation
    from igs_costshare.reading import Reading
    from igs_costshare.reading.settled import SettledReadings
    from igs_costshare.wording.language import Language

_FORMATS = tuple(each for each in every_document() if each is not Format.CSV)
"""A tree is no table for a spreadsheet."""
SHAPLEY = "shapley"
"""The column of what a partner adds on average, over all orders of joining."""


def explain(
    file: File,
    partner: Annotated[str | None, typer.Argument(metavar="PARTNER")] = None,
    column: Annotated[str | None, typer.Argument(metavar="COLUMN")] = None,
    format: Annotated[Format | None, typer.Option(metavar=among(_FORMATS))] = None,
    output: Output = None,
    lang: AskedLang = None,
    scenario: Scenario = None,
    year: Year = None,
    settings: Settings = None,
    every: Annotated[bool, typer.Option("--all")] = False,
) -> None:
    """Show how a figure arises, step by step.

    Example: igs-costshare explain network.toml city --output city.md
    """
    from igs_costshare.description.settlement import BASE
    from igs_costshare.documents.explanation import ExplanationDocument
    from igs_costshare.explaining import SETTLED_COLUMNS, columns_of
    from igs_costshare.reading.planned import load_year
    from igs_costshare.reading.settled import load_settled

    shown = showing([file], format, output, lang, formats=_FORMATS, settings=settings)
    reading = load_year(file, settings or (), None if scenario == BASE else scenario, year)
    shown = shown.calling(reading.network)
    statement = reading.statement()
    if column == SHAPLEY and column not in columns_of(statement) and partner is not None:
        document: Document = _orders(reading, statement, partner, shown.language)
    elif column in SETTLED_COLUMNS and column not in columns_of(statement) and partner is not None:
        readings = load_settled(file, settings or (), scenario, year)
        reading, statement = readings.settled, readings.settled.statement()
        explained = _settled(readings, statement, partner, column)
        document = ExplanationDocument(explained, shown.language)
    else:
        explained = _explained(reading, statement, partner, column)
        # One figure that is asked for is told whole.
        short = column is None and not every
        document = ExplanationDocument(explained, shown.language, short=short)
    data = shown.rendered(document)
    tell(reading.source.located(statement.warnings))
    shown.deliver(data)


def _explained(
    reading: "Reading", statement: "Statement", partner: str | None, column: str | None
) -> "Explanation":
    """The figures of the statement: all of them, those of a row, or one."""
    from igs_costshare.explaining import (
        SETTLED_COLUMNS,
        cell_explanation,
        columns_of,
        explanation,
        row_explanation,
    )
    from igs_costshare.reading.suggestions import chosen, chosen_row

    source = reading.source
    if partner is None:
        return explanation(statement, source)
    row = chosen_row(partner, statement.rows, source.name)
    if column is None:
        return row_explanation(statement, source, row)
    columns = columns_of(statement)
    chosen("column", column, dict.fromkeys((*columns, *SETTLED_COLUMNS, SHAPLEY)), source.name)
    return cell_explanation(statement, source, row, column)


def _orders(
    reading: "Reading", statement: "Statement", partner: str, language: "Language"
) -> "Document":
    """What a partner adds in every order of joining."""
    from igs_costshare.documents.orders import OrdersDocument
    from igs_costshare.errors import InputError, Problem
    from igs_costshare.fairness.game import MOST_PLAYERS
    from igs_costshare.fairness.report import fairness_of
    from igs_costshare.reading.suggestions import chosen_row

    source, partners = reading.source, list(reading.network.partner)
    row = chosen_row(partner, statement.partners, source.name)
    if len(partners) > MOST_PLAYERS:
        message = say("fair.too_many_orders", most=MOST_PLAYERS)
        raise InputError([Problem(message, origin=source.name)])
    return OrdersDocument(fairness_of(statement), partners.index(row.id), language)


def _settled(
    readings: "SettledReadings", statement: "Statement", partner: str, column: str
) -> "Explanation":
    """One figure of the settlement."""
    from igs_costshare.explaining import settled_explanation
    from igs_costshare.reading.suggestions import chosen_row

    settled = readings.outcome(statement)
    source = readings.settled.source
    row = chosen_row(partner, settled.rows, source.name)
    return settled_explanation(settled, statement, source, row, column)
