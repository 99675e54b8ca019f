"""Does everybody gain, as a document: what each pays, alone and together, and fair divisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from igs_costshare.documents.document import Item, Listing, Notes, Part, Span, Spans
from igs_costshare.documents.fairness_phrases import FairPhrases
from igs_costshare.fairness.gaining import Together
from igs_costshare.fairness.report import COLUMNS, FairColumn, Fairness
from igs_costshare.wording.language import Language, currency_sign
from igs_costshare.wording.sentences import title_of, whole_amounts
from igs_costshare.wording.tables import (
    NONE,
    Cell,
    Column,
    Table,
    TableRow,
    in_whole_currency,
    plain_amount,
)

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""
_OF_BILLS: tuple[FairColumn, ...] = ("bill", "saving")
_TOTAL = "total"


def columns_of(fairness: Fairness) -> tuple[FairColumn, ...]:
    """The columns there are: without costs in the file nothing says what each pays."""
    return tuple(each for each in COLUMNS if fairness.has_bills or each not in _OF_BILLS)


class FairnessDocument:
    """What each partner pays, what it would pay alone, and what fair divisions give."""

    def __init__(
        self,
        fairness: Fairness,
        language: Language,
        columns: Sequence[FairColumn] = (),
        *,
        whole: bool = False,
        plotted: bool = False,
    ) -> None:
        """`columns` are those that were asked for, or none for all; `whole` shows whole euros."""
        self.fairness, self.language = fairness, language
        self.asked = tuple(columns)
        self.columns = self.asked or columns_of(fairness)
        self.whole, self.plotted = whole, plotted
        self.names = [row.name for row in fairness.statement.partners]
        self.phrases = FairPhrases(fairness, self.names, language)

    @property
    def title(self) -> str:
        """Title, year and scenario."""
        return self.language.say("fair.title", title=title_of(self.fairness.statement))

    def parts(self) -> Iterator[Part]:
        """The figures, what the columns are, and what they mean for whom."""
        table = self._shown()
        yield in_whole_currency(table) if self.whole else table
        if self.plotted and self.fairness.bills is not None:
            yield self.spans(self.fairness.bills)
        yield Notes(tuple(self._notes()))
        yield Notes((self.language.say("fair.meaning"),))
        yield Listing(tuple(map(Item, self.phrases.of_columns(self.columns))))
        yield Notes((self.language.say("fair.outcome"),))
        yield Listing(tuple(map(Item, self.phrases.outcome(self.columns))))

    def table(self) -> Table:
        """A row for each partner, and the total."""
        names = (Column("partner", "partner", "text"), Column("name", "name", "text"))
        columns = (Column(each, each, "amount") for each in self.columns)
        rows = [
            TableRow("partner", (id, name, *cells))
            for id, name, cells in zip(
                self.fairness.game.ids, self.names, self._cells(), strict=True
            )
        ]
        total = TableRow("total", (_TOTAL, self.language.column(_TOTAL), *self._totals()))
        return Table((*names, *columns), (*rows, total), self._decimals)

    def data(self) -> dict[str, Any]:
        """The shape of `docs/commands.md`."""
        fairness = self.fairness
        columns = self.asked or COLUMNS
        paid = fairness.has_bills
        ids = fairness.game.ids
        return {
            "format": FORMAT,
            "title": fairness.statement.title,
            "partners": [
                {
                    "id": id,
                    "name": name,
                    **{column: self._figure(column, at) for column in columns},
                }
                for at, (id, name) in enumerate(zip(ids, self.names, strict=True))
            ],
            "total": self._amount(fairness.total),
            "saved": self._amount(fairness.saved),
            "stable": fairness.stable,
            "core": fairness.core,
            "subadditive": fairness.subadditive,
            "concave": fairness.concave,
            "better_alone": [ids[at] for at in fairness.better_alone] if paid else None,
            "better_together": [self._group(each) for each in fairness.better_together]
            if paid
            else None,
            "exact": fairness.exact,
        }

    @property
    def _decimals(self) -> int:
        return self.fairness.statement.decimals

    def _amount(self, units: int) -> str:
        return plain_amount(self.fairness.statement.minor(units), self._decimals)

    def _figure(self, column: FairColumn, at: int) -> str | None:
        figures = self.fairness.columns[column]
        return None if figures is None else self._amount(figures[at])

    def _group(self, group: Together) -> dict[str, Any]:
        ids = self.fairness.game.ids
        return {
            "partners": [ids[each] for each in group.players],
            "gain": self._amount(group.gain),
        }

    def _cells(self) -> Iterator[tuple[Cell, ...]]:
        """The figures of each partner, in the smallest step shown."""
        minor, figures = self.fairness.statement.minor, self.fairness.columns
        for at in range(self.fairness.game.players):
            chosen = (figures[column] for column in self.columns)
            yield tuple(None if each is None else minor(each[at]) for each in chosen)

    def _totals(self) -> Iterator[Cell]:
        minor = self.fairness.statement.minor
        for column in self.columns:
            figures = self.fairness.columns[column]
            yield None if figures is None else minor(sum(figures))

    def _shown(self) -> Table:
        """What people read: names for ids, and a mark where there is no such figure."""
        columns = (
            Column("name", self.language.column("partner"), "text"),
            *(Column(each, self.phrases.heading(each), "amount") for each in self.columns),
        )
        rows = [
            TableRow("partner", (name, *map(_marked, cells)))
            for name, cells in zip(self.names, self._cells(), strict=True)
        ]
        total = self.language.column(_TOTAL)
        rows.append(TableRow("total", (total, *map(_marked, self._totals()))))
        return Table(columns, tuple(rows), self._decimals)

    def _notes(self) -> Iterator[str]:
        currency = self.fairness.statement.currency
        yield self.language.say("statement.amounts", currency=currency_sign(currency))
        if self.whole:
            yield whole_amounts(currency, self.language)

    def spans(self, bills: Sequence[int]) -> Spans:
        """What each pays, between what it adds and what it would pay alone."""
        fairness = self.fairness
        minor = fairness.statement.minor
        added = tuple(map(fairness.units, fairness.game.added))
        rows = tuple(
            Span(name, minor(low), minor(bill), minor(high))
            for name, low, bill, high in zip(self.names, added, bills, fairness.alone, strict=True)
        )
        return Spans(self.language.say("fair.plot"), rows, self._decimals)


def _marked(cell: Cell) -> Cell:
    return NONE if cell is None else cell
