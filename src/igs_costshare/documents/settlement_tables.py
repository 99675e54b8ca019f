"""What stands beside a settlement: the budget, and the payments of the year."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.documents.side_by_side import side_by_side
from igs_costshare.messages import Percent
from igs_costshare.settling.settled import Settled
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Cell, Column, Table, TableRow


def differs_from_budget(settled: Settled) -> bool:
    """Whether there is anything to compare: not where the budget itself is settled."""
    return settled.scenario is not None or any(
        row.budgeted != row.figure("bill") for row in settled.partners
    )


def budget_table(settled: Settled, language: Language) -> Table:
    """The bill of each partner as it was budgeted, and as it is."""
    say = language.say
    columns = (
        Column("name", language.column("partner"), "text"),
        Column("budgeted", say("settling.budgeted"), "amount"),
        Column("actual", say("settling.actual"), "amount"),
        Column("change", say("compared.change"), "change"),
        Column("percent", say("compared.percent"), "percent"),
    )
    rows = [
        TableRow("partner", (row.name, *side_by_side(row.budgeted, row.figure("bill"))))
        for row in settled.partners
    ]
    shown = [row.budgeted for row in settled.partners if row.budgeted is not None]
    budgeted = sum(shown) if shown else None
    actual = sum(row.figure("bill") for row in settled.partners)
    total = (language.column("total"), *side_by_side(budgeted, actual))
    return Table(columns, (*rows, TableRow("total", total)), settled.decimals)


def payments_table(settled: Settled, language: Language) -> Table:
    """The payments of the year; without the columns in which none of them has anything."""
    say = language.say
    columns = (
        Column("payment", say("settling.payment"), "text"),
        Column("date", say("settling.date"), "text"),
        Column("total", say("settling.payment_total"), "amount"),
        Column("part", say("settling.part"), "number"),
    )
    rows = tuple(TableRow("partner", tuple(cells)) for cells in _payments(settled, language))
    table = Table(columns, rows, settled.decimals)
    used = [
        column.id
        for place, column in enumerate(columns)
        if any(row.cells[place] != "" for row in rows)
    ]
    return table.select(used)


def _payments(settled: Settled, language: Language) -> Iterator[tuple[Cell, ...]]:
    for each in settled.payments:
        yield (
            each.label,
            "" if each.day is None else language.write(each.day),
            each.total,
            "" if each.part is None else language.write(Percent(each.part)),
        )
