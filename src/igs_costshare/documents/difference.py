"""The difference between two statements as a document: what changes for whom, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from igs_costshare.comparing.difference import Amounts, Difference, RowChange
from igs_costshare.documents.cause_phrases import Teller
from igs_costshare.documents.compared_words import said
from igs_costshare.documents.difference_data import difference_data
from igs_costshare.documents.document import Item, Listing, Notes, Part
from igs_costshare.errors import dotted
from igs_costshare.language import Language
from igs_costshare.money import rounded
from igs_costshare.sentences import titled, whole_amounts
from igs_costshare.tables import Cell, Column, Table, TableRow, column_heading, in_whole_currency

_NAMED = 5
"""Unchanged partners that are named one by one."""
_MARKS = {"both": "~", "a": "-", "b": "+"}


class Standpoint(NamedTuple):
    """Where a side comes from."""

    file: str
    scenario: str | None
    heading: str
    """What it is called above its column."""


class DifferenceDocument:
    """From one statement to another."""

    def __init__(
        self,
        difference: Difference,
        standpoints: tuple[Standpoint, Standpoint],
        language: Language,
        *,
        whole: bool = False,
    ) -> None:
        """`whole` shows people whole euros."""
        self.difference, self.language, self.whole = difference.in_steps_shown(), language, whole
        self.a, self.b = standpoints

    @property
    def title(self) -> str:
        """The network, and from what to what."""
        named = titled(self.difference.b.title, self.difference.b.year)
        return said("difference", self.language, title=named, a=self.a.heading, b=self.b.heading)

    def parts(self) -> Iterator[Part]:
        """Balances, the columns that changed, and the causes in words."""
        difference, language = self.difference, self.language
        if not difference.changed:
            yield Notes((said("same", language),))
            return
        changed = [row for row in difference.rows if row.changed]
        yield self._shown(self._balances())
        yield Notes((said("marks", language), *self._unchanged(), *self._rounding()))
        columns = self._columns(changed)
        if columns.rows:
            yield self._shown(columns)
        if difference.causes is None:
            yield Notes((said("no_causes", language),))
            return
        told = [row for row in changed if row.side == "both" or row.columns["balance"].change]
        yield Listing(tuple(map(self._caused, told)))
        if difference.together:
            yield Notes((said("told_together", language, most=str(difference.most)),))

    def table(self) -> Table:
        """A row for each column, and for each cause, of each row that changed."""
        columns = (
            *(Column(id, id, "text") for id in ("partner", "name", "kind", "what")),
            *(Column(id, id, "amount") for id in ("a", "b", "change")),
        )
        rows = tuple(
            TableRow("partner", (row.id, row.name or self.language.word(row.id), *cells))
            for row in self.difference.rows
            if row.changed
            for cells in self._plain(row)
        )
        return Table(columns, rows, self.difference.decimals)

    def data(self) -> Mapping[str, Any]:
        """The shape of `docs/format.md`."""
        sides = [{"file": side.file, "scenario": side.scenario} for side in (self.a, self.b)]
        return difference_data(self.difference, sides)

    def _plain(self, row: RowChange) -> Iterator[tuple[Cell, ...]]:
        for column, amounts in row.columns.items():
            cells = (*amounts, amounts.change)
            # Homes are numbers, not amounts.
            homes = (each if each is None else Decimal(each) for each in cells)
            yield "column", column, *(homes if column == "units" else cells)
        for cause, part in zip(self.difference.causes or (), row.causes, strict=True):
            yield "cause", dotted(cause.path), None, None, part

    def _shown(self, table: Table) -> Table:
        return in_whole_currency(table) if self.whole else table

    def _rounding(self) -> tuple[str, ...]:
        currency = self.difference.b.currency
        return (whole_amounts(currency, self.language),) if self.whole else ()

    def _headings(self) -> tuple[Column, ...]:
        return (
            Column("a", self.a.heading, "amount"),
            Column("b", self.b.heading, "amount"),
            Column("change", said("change", self.language), "change"),
            Column("percent", said("percent", self.language), "percent"),
        )

    def _balances(self) -> Table:
        """A row for each partner that changed, the reserve, and the total."""
        name = Column("name", self.language.word("balance"), "text")
        rows = tuple(
            TableRow(
                "total" if row.id == "total" else "partner",
                (self._marked(row), *_compared(row.columns["balance"])),
            )
            for row in self.difference.rows
            if row.changed or row.id == "total"
        )
        return Table((name, *self._headings()), rows, self.difference.decimals)

    def _columns(self, changed: list[RowChange]) -> Table:
        """A row for each column of a row that changed, the balance aside."""
        names = (
            Column("name", self.language.word("partner"), "text"),
            Column("column", said("column", self.language), "text"),
        )
        rows = []
        for row in changed:
            name = self._marked(row)
            for column, amounts in row.columns.items():
                if amounts.change and column not in ("units", "balance"):
                    cells = (name, self._heading(column), *_compared(amounts))
                    rows.append(TableRow("partner", cells))
                    name = ""
        return Table((*names, *self._headings()), tuple(rows), self.difference.decimals)

    def _heading(self, column: str) -> str:
        lines = (*self.difference.b.lines, *self.difference.a.lines)
        label = next((line.label for line in lines if line.id == column != line.label), None)
        return column_heading(column, label, self.language)

    def _name(self, row: RowChange) -> str:
        return row.name or self.language.word(row.id)

    def _marked(self, row: RowChange) -> str:
        mark = "~" if row.id == "reserve" else _MARKS[row.side]
        return f"{mark if row.changed else ' '} {self._name(row)}"

    def _unchanged(self) -> Iterator[str]:
        names = [row.name for row in self.difference.partners if not row.changed]
        if names:
            word = (
                "unchanged_one"
                if not names[1:]
                else "unchanged"
                if not names[_NAMED:]
                else "unchanged_many"
            )
            count, listed = str(len(names)), self.language.listed(names)
            yield said(word, self.language, count=count, names=listed)

    def _caused(self, row: RowChange) -> Item:
        """What a row pays more or less, and the part of each cause, the largest first."""
        verb, sign = _view(row.columns["balance"])
        more = sign * row.columns["balance"].change
        change = f"{verb}_{'more' if more > 0 else 'less' if more < 0 else 'same'}"
        head = said(
            f"everybody_{change}" if row.id == "total" else change,
            self.language,
            name=self._name(row),
            amount=self._money(abs(more)),
        )
        items = (*self._parts(row, verb, sign), *self._homes(row))
        return Item(f"{head}:" if items else f"{head}.", items)

    def _parts(self, row: RowChange, verb: str, sign: int) -> Iterator[Item]:
        """The part of each cause, the largest first."""
        difference = self.difference
        teller = Teller(difference.names, difference.b.currency, self.language)
        up, down = ("higher", "lower") if verb == "balance" else ("more", "less")
        parts = sorted((-abs(part), place) for place, part in enumerate(row.causes) if part)
        for size, place in parts:
            yield Item(
                said(
                    up if sign * row.causes[place] > 0 else down,
                    self.language,
                    what=teller.phrase((difference.causes or ())[place]),
                    amount=self._money(-size),
                )
            )

    def _homes(self, row: RowChange) -> Iterator[Item]:
        """Homes that come or go, where they move no amount and nothing else tells of them."""
        homes = row.columns["units"]
        if homes.change and not any(row.causes) and row.side == "both":
            yield Item(said("homes", self.language, a=str(homes.a), b=str(homes.b)))

    def _money(self, minor: int) -> str:
        decimals, currency = self.difference.decimals, self.difference.b.currency
        whole = rounded(minor, 10**decimals, "even")
        if self.whole and (whole or not minor):
            return self.language.money(whole, 0, currency)
        return self.language.money(minor, decimals, currency)


def _view(balance: Amounts) -> tuple[str, int]:
    """Whether a row receives, pays, or changes from the one to the other; what more means then."""
    low, high = sorted((balance.a or 0, balance.b or 0))
    if high <= 0:
        return "pays", -1
    return ("receives", 1) if low >= 0 else ("balance", 1)


def _compared(amounts: Amounts) -> tuple[int | None, ...]:
    """Both amounts, the change, and the change in tenths of a percent of the first."""
    percent = rounded(1000 * amounts.change, abs(amounts.a), "even") if amounts.a else None
    return (amounts.a, amounts.b, amounts.change, percent)
