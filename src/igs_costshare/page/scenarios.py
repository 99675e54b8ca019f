"""The scenarios of a file beside what it describes: the balance of each partner in each."""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.language import Language
from igs_costshare.page.words import WORDS
from igs_costshare.statement import Row, Statement
from igs_costshare.tables import Cell, Column, Role, Table, TableRow


def balances(statements: Sequence[Statement], language: Language) -> Table:
    """A row for each partner of any of the statements, a column with its balance in each.

    Nothing stands where a partner takes no part in a scenario.
    """
    words = WORDS[language.code]
    decimals = statements[0].decimals
    columns = [Column("partner", language.word("partner"), "text")]
    for statement in statements:
        scenario = statement.scenario
        id, heading = (scenario.id, scenario.name) if scenario else ("base", words["base"])
        columns.append(Column(id, heading, "amount"))
    by_id = [{row.id: row for row in statement.rows} for statement in statements]
    names = {
        row.id: row.name or language.word(row.id)
        for statement in statements
        for row in statement.partners
    }
    if any(statement.reserve for statement in statements):
        names["reserve"] = language.word("reserve")
    names["total"] = language.word("total")

    def cell(at: int, row: Row | None) -> Cell:
        return None if row is None else statements[at].minor(row.balance)

    rows = tuple(
        TableRow(_role(id), (name, *(cell(at, rows.get(id)) for at, rows in enumerate(by_id))))
        for id, name in names.items()
    )
    return Table(tuple(columns), rows, decimals)


def _role(id: str) -> Role:
    match id:
        case "reserve" | "total":
            return id
        case _:
            return "partner"
