"""A settlement as a document: what is still to pay, the reserve, and who pays whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.documents.document import Item, Listing, Notes, Part
from igs_costshare.documents.headings import in_words
from igs_costshare.documents.settlement_phrases import (
    against_the_budget,
    column_sentences,
    course_sentence,
    due_sentence,
    figure_headings,
    no_transfers,
    party,
    sign_sentence,
    transfer_sentence,
)
from igs_costshare.documents.settlement_tables import (
    budget_table,
    differs_from_budget,
    payments_table,
)
from igs_costshare.settling.settled import Settled, SettledRow
from igs_costshare.wording.language import Language, currency_sign
from igs_costshare.wording.problems import told_together
from igs_costshare.wording.sentences import scenario_name, titled
from igs_costshare.wording.settlement_data import settlement_data
from igs_costshare.wording.tables import Cell, Column, Table, TableRow, coded

_ALWAYS = ("bill", "due")
"""Columns that people see even where all of it is 0."""


class SettlementDocument:
    """What each still has to pay or gets back, and the payments that settle it."""

    def __init__(
        self, settled: Settled, language: Language, *, transfers_only: bool = False
    ) -> None:
        """`transfers_only` leaves out all but who pays whom, for people and spreadsheets."""
        self.settled, self.language, self.transfers_only = settled, language, transfers_only

    @property
    def title(self) -> str:
        """Title, year and what is settled."""
        settled = self.settled
        title = titled(settled.title, settled.year)
        if settled.scenario is None:
            return self.language.say("settling.title", title=title)
        return self.language.say(
            "settling.title_of",
            title=title,
            scenario=scenario_name(settled.scenario, self.language),
        )

    def parts(self) -> Iterator[Part]:
        """The settlement with its notes, the bills against the budget, and the transfers."""
        if not self.transfers_only:
            yield self.shown()
            yield Notes(tuple(self.notes()))
            yield from self._beside_it()
        yield from self._transfer_parts()

    def _beside_it(self) -> Iterator[Part]:
        """The payments of the year, and the bills against the budget."""
        settled, language = self.settled, self.language
        if settled.payments:
            yield Notes((language.say("settling.payments_made"),))
            yield payments_table(settled, language)
        if differs_from_budget(settled):
            yield Notes((language.say("settling.beside_budget"),))
            yield budget_table(settled, language)
            yield Listing(tuple(map(Item, against_the_budget(settled, language))))

    def table(self) -> Table:
        """A row for each partner, the account and the total; or a row for each transfer."""
        if self.transfers_only:
            transfers = self.settled.transfers
            columns = (
                Column("from", "from", "text"),
                Column("to", "to", "text"),
                Column("amount", "amount", "amount"),
            )
            rows = tuple(TableRow("partner", tuple(each)) for each in transfers)
            return Table(columns, rows, self.settled.decimals)
        names = (Column("partner", "partner", "text"), Column("name", "name", "text"))
        figures = (Column(id, id, "amount") for id in self.settled.total.columns)
        all = (*self.settled.rows, self.settled.total)
        rows = tuple(
            row._replace(cells=(each.id, *row.cells))
            for each, row in zip(all, self._rows(all), strict=True)
        )
        return coded(Table((*names, *figures), rows, self.settled.decimals), all)

    def worded(self) -> Table:
        """The table with headings for people; who pays whom by name."""
        if self.transfers_only:
            return self.transfers()
        headings = figure_headings(self.language, self.settled.way)
        return in_words(self.table(), self.language, {**headings})

    def data(self) -> dict[str, Any]:
        """The shape of `docs/commands.md`."""
        return settlement_data(self.settled)

    def _rows(self, rows: Iterable[SettledRow]) -> Iterator[TableRow]:
        """Name and figures of each row."""
        for row in rows:
            name = party(row.id, row.name, self.language)
            cells: tuple[Cell, ...] = (name, *row.columns.values())
            yield TableRow("total" if row is self.settled.total else "partner", cells)

    def shown(self) -> Table:
        """What people read: without the columns, and the account, in which nothing happened."""
        headings = figure_headings(self.language, self.settled.way)
        rows = (*self.settled.moved, self.settled.total)
        columns = (
            Column("name", self.language.column("partner"), "text"),
            *(Column(id, headings[id], "amount") for id in self.settled.total.columns),
        )
        table = Table(columns, tuple(self._rows(rows)), self.settled.decimals)
        return table.select(("name", *self._used()))

    def _used(self) -> list[str]:
        """The columns in which something happened."""
        return [
            id
            for id in self.settled.total.columns
            if id in _ALWAYS or any(row.columns[id] for row in self.settled.rows)
        ]

    def notes(self) -> Iterator[str]:
        """What the amounts are, who keeps the account, what was warned of, and the reserve."""
        settled, language = self.settled, self.language
        yield language.say("statement.amounts", currency=currency_sign(settled.currency))
        yield due_sentence(self._used(), settled.way, language)
        yield sign_sentence(settled.way, language)
        yield from column_sentences(self._used(), language)
        if settled.keeper is not None:
            yield language.say("settling.kept_by", name=self._names()[settled.keeper])
        for sentence in told_together(settled.warnings, language):
            yield language.say("statement.warning", problem=sentence)
        if settled.reserve is not None:
            yield course_sentence(settled.reserve, self._money, language)

    def transfers(self) -> Table:
        """The payments as people read them, to copy from."""
        language = self.language
        columns = (
            Column("from", language.say("settling.from"), "text"),
            Column("to", language.say("settling.to"), "text"),
            Column("amount", language.say("settling.amount"), "amount"),
        )
        names = self._names()
        rows = (
            (
                party(each.payer, names[each.payer], language),
                party(each.taker, names[each.taker], language),
                each.amount,
            )
            for each in self.settled.transfers
        )
        return Table(
            columns, tuple(TableRow("partner", cells) for cells in rows), self.settled.decimals
        )

    def _transfer_parts(self) -> Iterator[Part]:
        """The payments as a table, and each in a sentence; or why there are none."""
        settled, language = self.settled, self.language
        if not settled.transfers:
            yield Notes((no_transfers(settled, language),))
            return
        yield Notes((language.say("settling.transfers"),))
        yield self.transfers()
        names = self._names()
        sentences = (
            transfer_sentence(
                names[each.payer], names[each.taker], self._money(each.amount), language
            )
            for each in settled.transfers
        )
        yield Listing(tuple(map(Item, sentences)))

    def _names(self) -> dict[str, str]:
        """What the parties are called; the account has no name of its own."""
        return {ACCOUNT: "", **{row.id: row.name for row in self.settled.partners}}

    def _money(self, minor: int) -> str:
        return self.language.money(minor, self.settled.decimals, self.settled.currency)
