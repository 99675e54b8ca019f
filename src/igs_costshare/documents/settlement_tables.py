"""What stands beside a settlement: the budget, and the payments of the year."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.documents.side_by_side import side_by_side
from igs_costshare.messages import Percent
from igs_costshare.settling.settled import Settled
from igs_costshare.wording.language import Language, capital
from igs_costshare.wording.sentences import scenario_name
from igs_costshare.wording.tables import Cell, Column, Table, TableRow


def differs_from_budget(settled: Settled) -> bool:
    """Whether there is anything to compare: not where the budget itself is settled."""
    return settled.scenario is not None or any(
        each.budgeted != each.actual for each in settled.bills
    )


def budget_table(settled: Settled, language: Language) -> Table:
    """The bill of each partner as it was budgeted, and as it is; also of who has left since."""
    say = language.say
    columns = (
        Column("name", language.column("partner"), "text"),
        Column("budgeted", say("settling.budgeted"), "amount"),
        Column("actual", _settled_heading(settled, language), "amount"),
        Column("change", say("compared.change"), "change"),
        Column("percent", say("compared.percent"), "percent"),
    )
    rows = [
        TableRow("partner", (each.name, *side_by_side(each.budgeted, each.actual)))
        for each in settled.bills
    ]
    budgeted = [each.budgeted for each in settled.bills if each.budgeted is not None]
    actual = sum(each.actual for each in settled.bills if each.actual is not None)
    figures = side_by_side(sum(budgeted) if budgeted else None, actual)
    total = TableRow("total", (language.column("total"), *figures))
    return Table(columns, (*rows, total), settled.decimals)


def _settled_heading(settled: Settled, language: Language) -> str:
    """What stands beside the budget: what happened, or else what `diff` calls it."""
    if settled.is_actual and not settled.proposed:
        return language.say("settling.actual")
    new = language.say("compared.new")
    if settled.scenario is None:
        return capital(new)
    name = scenario_name(settled.scenario, language)
    return f"{name}, {new}" if settled.proposed else name


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
