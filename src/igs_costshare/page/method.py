"""How the costs were divided, in a small table and in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.page.words import WORDS
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Column, Table, TableRow, line_heading


def pool_table(network: Network, statement: Statement, language: Language) -> Table | None:
    """The lines of the pool, what lowers it with a minus sign, and what is left to share."""
    if not statement.pool.lines:
        return None
    words = WORDS[language.code]
    labels: dict[str, str | None] = {id: cost.label for id, cost in network.cost.items()}
    labels |= {id: subsidy.label for id, subsidy in network.subsidy.items()}
    labels |= {id: revenue.label for id, revenue in network.revenue.items()}
    rows = [
        TableRow(
            "partner",
            (
                line_heading(line.id, labels[line.id], language),
                statement.minor(line.total if line.kind == "expense" else -line.total),
            ),
        )
        for line in statement.pool.lines
    ]
    total = TableRow("total", (words["to_share"], statement.minor(statement.pool.total)))
    left = () if statement.reserve is None else _left(statement, words)
    columns = (
        Column("line", words["line"], "text"),
        Column("amount", words["amount"], "amount"),
    )
    return Table(columns, (*rows, total, *left), statement.decimals)


def _left(statement: Statement, words: Mapping[str, str]) -> tuple[TableRow, ...]:
    """What the partners pay by a charge, and what is left for the reserve to pay or to keep."""
    left = sum(line.reserve for line in statement.lines)
    charged = statement.pool.total - left
    word = "reserve_pays" if left >= 0 else "reserve_keeps"
    return (
        TableRow("partner", (words["contributions"], -statement.minor(charged))),
        TableRow("total", (words[word], statement.minor(abs(left)))),
    )


def rounding_sentences(network: Network, statement: Statement, language: Language) -> Iterator[str]:
    """To what amounts are rounded, and who takes what is left over."""
    words = WORDS[language.code]
    rounding = network.rounding
    unit = language.money(statement.minor(1), statement.decimals, statement.currency)
    yield words["rounding"].format(unit=unit)
    kinds = {line.rounding for line in statement.lines}
    if "divided" in kinds:
        match rounding.difference:
            case "largest-remainder" | "largest" as way:
                yield words[way].format(unit=unit)
            case taker:
                yield words["taker"].format(partner=network.partner[taker].name or taker)
    if "priced" in kinds:
        yield words["priced"]
