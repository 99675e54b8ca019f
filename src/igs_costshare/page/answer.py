"""What everybody wants to know first: what each pays, before all that it is made of."""

from __future__ import annotations

from igs_costshare.computing.statement import Statement
from igs_costshare.figures.figure import Figure
from igs_costshare.figures.measures import Measure, measures_of
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Column, Table, TableRow, roles_of


def answer_table(statement: Statement, language: Language) -> Table:
    """The net contribution of each, its share, and the same for each inhabitant.

    The share only where nobody receives, and the last only where all state their inhabitants.
    """
    measures = measures_of(statement)
    shown = [measures["bill"], *(measures[id] for id in ("share", "per_inhabitant"))]
    shown = [each for each in shown if _holds(each, statement)]
    columns = (
        Column("name", language.column("partner"), "text"),
        *(Column(each.id, _heading(each, language), each.notation) for each in shown),
    )
    rows = (
        TableRow(
            role,
            (
                row.name or language.column(row.id),
                *(Figure(at, each).minor(statement, statement.decimals) for each in shown),
            ),
        )
        for at, (role, row) in enumerate(roles_of(statement))
    )
    return Table(columns, tuple(rows), statement.decimals)


def _heading(measure: Measure, language: Language) -> str:
    """Short, for a telephone."""
    match measure.id:
        case "share":
            return language.say("page.share")
        case "per_inhabitant":
            return language.say("page.per_inhabitant")
    return language.column(measure.id)


def _holds(measure: Measure, statement: Statement) -> bool:
    """Whether the figures of a column say something for every partner."""
    bills = [-row.balance for row in statement.partners]
    partners = [row.id for row in statement.partners]
    if measure.id == "share":
        return min(bills, default=0) >= 0 and any(bills)
    return measure.lacking(statement.worked_out.network, partners) is None
