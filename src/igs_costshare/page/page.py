"""The page as a whole: what the templates fill in."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from jinja2 import Environment

from igs_costshare.charts.statement import Money, payers_of, statement_chart
from igs_costshare.charts.svg import svg
from igs_costshare.comparing.comparison import Comparison
from igs_costshare.description.network import Network
from igs_costshare.documents.comparison import ComparisonDocument
from igs_costshare.documents.document import Notes
from igs_costshare.documents.explanation import StepTeller
from igs_costshare.documents.statement import StatementDocument
from igs_costshare.explaining import Explanation
from igs_costshare.method.sentences import method_sentences
from igs_costshare.page.answer import answer_table
from igs_costshare.page.environment import environment
from igs_costshare.page.explained import explained, places
from igs_costshare.page.grid import PORTRAIT, Grid, grids
from igs_costshare.page.method import pool_table, rounding_sentences
from igs_costshare.wording.minus import with_minus
from igs_costshare.wording.sentences import reserve_note, table_notes, together, warning_notes
from igs_costshare.wording.tables import NONE, Table, in_whole_currency, shown_table

MOST_EXPLAINED = 600
"""Figures of partners that a page explains one by one: some thirty sheets of paper."""


class OtherScenarios(NamedTuple):
    """The scenarios of a file side by side."""

    comparison: Comparison | None = None
    """None where there are none to compare."""
    different: tuple[str, ...] = ()
    """What each changes in the file as it stands, in words."""
    left_out: tuple[str, ...] = ()
    """What people call the scenarios that cannot be computed."""


class _Section(NamedTuple):
    """A table with its caption, in as many pieces as the paper asks for."""

    id: str
    caption: str
    grids: tuple[Grid, ...]


def page(
    document: StatementDocument,
    network: Network,
    explanation: Explanation,
    alternatives: OtherScenarios,
    file: str,
    foot: str,
) -> str:
    """The HTML of a statement; `file` is the name of the description it was made from.

    `foot` tells this page from others.

    Where the explanation has the totals only, the page says how to get that of a partner.
    """
    statement, language = document.statement, document.language

    table = _shown(document, shown_table(document.table()))
    answer = _shown(document, answer_table(statement, language))
    overview = _Section("statement", language.say("page.statement"), grids(table, language))
    pool = pool_table(network, statement, language)
    money = Money(table.decimals, statement.currency, language)
    drawn = statement_chart(payers_of(table), money)
    scenarios, scenario_notes = _scenarios(document, alternatives)
    landscape = any(
        grid.width > PORTRAIT
        for each in (overview, scenarios)
        if each is not None
        for grid in each.grids
    )
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            lang=language.code,
            language=language,
            say=language.say,
            title=document.title,
            together=together(statement, language, whole=document.whole),
            answer=_Section("answer", language.say("page.answer"), grids(answer, language)),
            overview=overview,
            notes=table_notes(statement, table, language),
            reserve=reserve_note(statement, language),
            warnings=warning_notes(statement, language),
            pool=pool
            and _Section(
                "pool", language.say("page.pool"), grids(_shown(document, pool), language)
            ),
            method=method_sentences(statement, language),
            rounding=rounding_sentences(network, statement, language),
            chart=drawn,
            picture="" if drawn is None else svg(drawn, "chart"),
            scenarios=scenarios,
            scenario_notes=scenario_notes,
            left_out=language.listed(alternatives.left_out),
            explained=explained(explanation),
            tell=StepTeller(language, statement.currency),
            file=file,
            size={"partners": len(statement.partners), "lines": len(statement.lines)},
            sums=(*table.sums, "balance"),
            landscape=landscape,
            foot=foot,
        )
    )


def _shown(document: StatementDocument, table: Table) -> Table:
    return in_whole_currency(table) if document.whole else table


def _scenarios(
    document: StatementDocument, alternatives: OtherScenarios
) -> tuple[_Section | None, tuple[str, ...]]:
    """The table of `compare`, with what is different in each, and the sentences under it."""
    if alternatives.comparison is None:
        return None, ()
    language, compared = document.language, alternatives.comparison
    parts = list(ComparisonDocument(compared, language, whole=document.whole).parts())
    table = next(part for part in parts if isinstance(part, Table))
    notes = next(part for part in parts if isinstance(part, Notes))
    caption = language.say("page.scenario_table")
    different = [language.say("paper.what_differs"), NONE, *alternatives.different]
    different += [""] * (len(table.columns) - len(different))  # the spread
    return _Section("scenario_table", caption, grids(table, language, different)), notes.sentences


@cache
def _environment() -> Environment:
    made = environment()
    made.filters["places"] = places
    made.filters["minus"] = with_minus
    return made
