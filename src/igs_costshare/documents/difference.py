"""The difference between two statements as a document: what changes for whom, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from igs_costshare.comparing.difference import Difference, RowChange
from igs_costshare.documents.difference_causes import CauseTeller
from igs_costshare.documents.difference_data import difference_data, values_of
from igs_costshare.documents.difference_tables import Compared
from igs_costshare.documents.document import Listing, Notes, Part
from igs_costshare.documents.headings import in_words
from igs_costshare.errors import dotted
from igs_costshare.messages import listed
from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import titled, whole_amounts
from igs_costshare.wording.tables import Cell, Column, Table, TableRow, coded, in_whole_currency

LARGEST = 10
"""Partners that are shown one by one where more of them change, and columns of the total."""
_MOST_COLUMNS = 100
"""Rows of columns that are shown; of more, those of the total."""
_NAMED = 5
"""Unchanged partners that are named one by one."""


class Standpoint(NamedTuple):
    """Where a side comes from."""

    file: str
    scenario: str | None
    heading: str
    """What it is called above its column."""
    year: int | None = None
    """Of a side that is a year of a plan."""


class DifferenceDocument:
    """From one statement to another."""

    def __init__(
        self,
        difference: Difference,
        standpoints: tuple[Standpoint, Standpoint],
        language: Language,
        *,
        whole: bool = False,
        every: bool = False,
    ) -> None:
        """`whole` shows people whole euros, `every` all partners that change, however many."""
        self.difference, self.language = difference.in_steps_shown(), language
        self.whole, self.every = whole, every
        self.a, self.b = standpoints
        self.changed = tuple(row for row in self.difference.partners if row.changed)

    @property
    def title(self) -> str:
        """The network, and from what to what."""
        named = titled(self.difference.b.title, self.difference.b.year)
        return self.language.say(
            "compared.difference", title=named, a=self.a.heading, b=self.b.heading
        )

    def parts(self) -> Iterator[Part]:
        """What people pay, the columns that changed, and the causes in words.

        Where many partners change, the total comes first, then the largest changes.
        """
        difference = self.difference
        if not difference.changed:
            yield Notes((self._same,))
            return
        compared, teller = self._compared, self._teller
        if self._brief:
            yield from self._headline(teller)
        yield self._shown(compared.balances(self._largest, self._others))
        columns, whole = self._columns(compared)
        yield Notes((compared.marks, *self._left_out(whole), *self._rounding()))
        if columns.rows:
            yield self._shown(columns)
        yield from self._causes(teller)

    def table(self) -> Table:
        """A row for each column, and for each cause, of each row that changed."""
        columns = (
            *(Column(id, id, "text") for id in ("partner", "name", "kind", "what")),
            *(Column(id, id, "amount") for id in ("a", "b", "change")),
        )
        rows = tuple(
            TableRow("partner", (row.id, self._name(row), *cells))
            for row in self.difference.rows
            if row.changed
            for cells in self._plain(row)
        )
        return coded(Table(columns, rows, self.difference.decimals), self.difference.rows)

    def worded(self) -> Table:
        """The table with headings for people."""
        say = self.language.say
        own = {"kind": say("heading.kind"), "what": say("heading.what")}
        own |= {each.id: each.heading for each in self._compared.figure_columns()}
        return in_words(self.table(), self.language, own)

    def data(self) -> Mapping[str, Any]:
        """The shape of `docs/commands.md`."""
        sides = [
            {"file": side.file, "scenario": side.scenario}
            | ({} if side.year is None else {"year": side.year})
            for side in (self.a, self.b)
        ]
        return difference_data(self.difference, sides)

    @property
    def _compared(self) -> Compared:
        """Both sides next to each other."""
        return Compared(self.difference, self.language, (self.a.heading, self.b.heading))

    @property
    def _teller(self) -> CauseTeller:
        """The causes in words."""
        return CauseTeller(self.difference, self.language, whole=self.whole)

    @property
    def _same(self) -> str:
        """That no amount changes, and where to look where payments or who paid differ."""
        if self.difference.passed:
            return self.language.say("compared.same_but_passed")
        return self.language.say("compared.same")

    def _headline(self, teller: CauseTeller) -> Iterator[Part]:
        """What comes first where many partners change: all of them together."""
        yield Listing((teller.caused(self.difference.total, parts=teller.sole is None),))

    def _name(self, row: RowChange) -> str:
        """What a row is called."""
        return row.name or self.language.column(row.id)

    @property
    def _brief(self) -> bool:
        """Whether more partners change than are shown one by one."""
        return not self.every and len(self.changed) > LARGEST

    @property
    def _largest(self) -> tuple[RowChange, ...]:
        """The partners that are shown, where not all of them are the largest changes first."""
        if not self._brief:
            return self.changed
        figure = self.difference.figure
        by_size = sorted(self.changed, key=lambda row: -abs(row.columns[figure].change))
        return tuple(by_size[:LARGEST])

    @property
    def _others(self) -> tuple[RowChange, ...]:
        """The partners that change and are not shown."""
        shown = {row.id for row in self._largest}
        return tuple(row for row in self.changed if row.id not in shown)

    @property
    def _common(self) -> tuple[RowChange, ...]:
        """The reserve and the total, where they change."""
        difference = self.difference
        rows = filter(None, (difference.reserve, difference.total))
        return tuple(row for row in rows if row.changed)

    @property
    def _told_last(self) -> tuple[RowChange, ...]:
        """What is told after the partners; all together came first where these are many."""
        return () if self._brief else self._common

    def _columns(self, compared: Compared) -> tuple[Table, bool]:
        """The columns of the rows that change, or those of the total; and whether these are all."""
        if not self._brief:
            table = compared.columns((*self.changed, *self._common))
            if self.every or len(table.rows) <= _MOST_COLUMNS:
                return table, True
        return compared.columns((self.difference.total,), LARGEST), False

    def _causes(self, teller: CauseTeller) -> Iterator[Part]:
        difference, language = self.difference, self.language
        if difference.causes is None:
            yield Notes((language.say("compared.no_causes"),))
            return
        if self._brief and teller.sole is not None:
            yield Notes((language.say("compared.sole_cause", what=teller.phrase(teller.sole)),))
        else:
            told = (row for row in (*self._largest, *self._told_last) if self._is_told(row))
            items = tuple(map(teller.caused, told))
            if items:
                yield Listing(items)
        if difference.most is not None:
            yield Notes((language.say("compared.told_together", most=difference.most),))
        if difference.orders is not None:
            yield Notes((language.say("compared.sampled", orders=difference.orders),))

    def _plain(self, row: RowChange) -> Iterator[tuple[Cell, ...]]:
        for column, amounts in row.columns.items():
            cells = (*amounts, amounts.change)
            # Homes are numbers, not amounts.
            homes = (each if each is None else Decimal(each) for each in cells)
            yield "column", column, *(homes if column == "units" else cells)
        for cause, part in zip(self.difference.causes or (), row.causes, strict=True):
            yield "cause", dotted(cause.path), *values_of(cause), part

    def _shown(self, table: Table) -> Table:
        return in_whole_currency(table) if self.whole else table

    def _rounding(self) -> tuple[str, ...]:
        currency = self.difference.b.currency
        return (whole_amounts(currency, self.language),) if self.whole else ()

    def _left_out(self, whole: bool) -> Iterator[str]:
        """Who does not change, and what is shown with `--all` only."""
        language = self.language
        if self._brief:
            yield language.say("compared.largest", count=len(self.changed), shown=LARGEST)
        elif not whole:
            yield language.say("compared.columns_of_total", shown=LARGEST)
        names = [row.name for row in self.difference.partners if not row.changed]
        if names[_NAMED:]:
            yield language.say("compared.unchanged_many", number=len(names))
        elif names:
            yield language.say("compared.unchanged", count=len(names), names=listed(names))

    def _is_told(self, row: RowChange) -> bool:
        """Whether there is something to say of a row in words."""
        return row.side == "both" or bool(row.columns["balance"].change)
