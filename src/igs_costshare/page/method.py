"""How the costs were divided, in a small table and in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Column, Table, TableRow, line_heading


def pool_table(network: Network, statement: Statement, language: Language) -> Table | None:
    """The lines of the pool, what lowers it with a minus sign, and what is left to share."""
    if not statement.pool.lines:
        return None
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
    total = TableRow(
        "total", (language.say("page.to_share"), statement.minor(statement.pool.total))
    )
    left = () if statement.reserve is None else _left(statement, language)
    columns = (
        Column("line", language.say("page.line"), "text"),
        Column("amount", language.say("page.amount"), "amount"),
    )
    return Table(columns, (*rows, total, *left), statement.decimals)


def _left(statement: Statement, language: Language) -> tuple[TableRow, ...]:
    """What the partners pay by a charge, and what is left for the reserve to pay or to keep."""
    left = sum(line.reserve for line in statement.lines)
    charged = statement.pool.total - left
    contributions = language.say("page.contributions")
    word = language.say("page.reserve_pays") if left >= 0 else language.say("page.reserve_keeps")
    return (
        TableRow("partner", (contributions, -statement.minor(charged))),
        TableRow("total", (word, statement.minor(abs(left)))),
    )


def rounding_sentences(network: Network, statement: Statement, language: Language) -> Iterator[str]:
    """To what amounts are rounded, and who takes what is left over."""
    rounding = network.rounding
    unit = language.money(statement.minor(1), statement.decimals, statement.currency)
    yield language.say("page.rounding", unit=unit)
    kinds = {line.rounding for line in statement.lines}
    if "divided" in kinds:
        match rounding.difference:
            case "largest-remainder":
                yield language.say("page.largest_remainder", unit=unit)
            case "largest":
                yield language.say("page.largest")
            case taker:
                yield language.say("page.taker", partner=network.partner[taker].name or taker)
    if "priced" in kinds:
        yield language.say("page.priced")
