"""Several forms of one budget side by side, as a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from igs_costshare.comparing.comparison import BASE, ComparedRow, Comparison, Option
from igs_costshare.documents.compared_bounds import bounds_data, bounds_told
from igs_costshare.documents.document import Notes, Part
from igs_costshare.documents.figure_phrases import measure_heading, nobody_pays
from igs_costshare.documents.headings import in_words as as_worded
from igs_costshare.figures.measures import BILL
from igs_costshare.method.short import in_words
from igs_costshare.wording.data import code_of
from igs_costshare.wording.language import Language, capital, currency_sign
from igs_costshare.wording.sentences import titled, whole_amounts
from igs_costshare.wording.tables import (
    NONE,
    Cell,
    Column,
    ColumnKind,
    Role,
    Table,
    TableRow,
    coded,
    in_whole_currency,
    plain_amount,
)

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""
_CHEAPEST, _DEAREST = "↓", "↑"


class ComparisonDocument:
    """One figure for every partner, under each option."""

    def __init__(
        self,
        comparison: Comparison,
        language: Language,
        *,
        whole: bool = False,
        asked: bool = False,
    ) -> None:
        """`whole` shows people whole euros.

        Unless somebody `asked` for them, people read bills instead of balances.
        """
        self.comparison, self.language, self.whole = comparison, language, whole
        balances = (value for row in comparison.rows for value in row.values)
        told = comparison.figure == "balance" and not asked
        self.bills = told and not nobody_pays(balances)

    @property
    def title(self) -> str:
        """The network, and which figure is compared."""
        named = titled(self.comparison.title, self.comparison.year)
        return self.language.say("compared.compared", title=named, figure=self._figure())

    def parts(self) -> Iterator[Part]:
        """The figures, cheapest and dearest marked; then the same for each inhabitant."""
        rows = self.comparison.rows
        shown = self._shown([self._row(row) for row in rows], spread=self._has_spread())
        yield in_whole_currency(shown) if self.whole and self._kind == "amount" else shown
        yield Notes(tuple(self._notes()))
        known = [row for row in rows if any(each is not None for each in row.per_inhabitant)]
        if known:
            if self._are_bills or self.comparison.figure == "balance":
                heading = self.language.say("compared.bill_per_inhabitant")
            else:
                heading = self.language.say("compared.per_inhabitant")
            yield Notes((heading,))
            yield self._shown([self._each(row) for row in known], spread=False)

    def table(self) -> Table:
        """A row for each partner, the reserve where there is one, and the total."""
        names = (Column("partner", "partner", "text"), Column("name", "name", "text"))
        columns = (Column(each.id, each.id, self._kind) for each in self.comparison.options)
        rows = (
            TableRow("partner", (row.id, self._name(row), *row.values))
            for row in self.comparison.rows
        )
        table = Table((*names, *columns), tuple(rows), self.comparison.decimals)
        return coded(table, self.comparison.rows)

    def worded(self) -> Table:
        """The table with headings for people."""
        options = self.comparison.options
        names = _headings(options, self.language)
        own = {option.id: capital(name) for option, name in zip(options, names, strict=True)}
        return as_worded(self.table(), self.language, own)

    def data(self) -> Mapping[str, Any]:
        """The shape of `docs/commands.md`."""
        comparison = self.comparison
        reserve = comparison.reserve
        return {
            "format": FORMAT,
            "title": comparison.title,
            "currency": comparison.currency,
            "figure": comparison.figure,
            "options": [_option(each) for each in comparison.options],
            "partners": [
                {"id": row.id, "name": row.name, **code_of(row), **self._data(row)}
                for row in comparison.partners
            ],
            "reserve": None if reserve is None else self._data(reserve),
            "total": self._data(comparison.total),
        }

    def bounds(self) -> Iterator[str]:
        """Sentences on which bounds of the file hold for the models; none where it has none."""
        headings = [*_headings(self.comparison.options, self.language)]
        return bounds_told(self.comparison, headings, self.language)

    @property
    def _kind(self) -> ColumnKind:
        return self.comparison.notation

    @property
    def _are_bills(self) -> bool:
        """Whether people read bills, asked for or not."""
        return self.bills or (self.comparison.figure == BILL.id and not self.comparison.is_line)

    def _figure(self) -> str:
        compared = self.comparison
        id = BILL.id if self.bills else compared.figure
        return measure_heading(id, compared.label, self.language, is_line=compared.is_line)

    def _name(self, row: ComparedRow) -> str:
        return row.name or self.language.column(row.id)

    def _notes(self) -> Iterator[str]:
        language, currency = self.language, self.comparison.currency
        if self._kind in ("amount", "each"):
            yield language.say("statement.amounts", currency=currency_sign(currency))
        if self._are_bills:
            yield language.say("compared.bill_sign")
        rows = self.comparison.rows
        if not self.comparison.options[1:]:
            yield language.say("compared.only_one")
        elif any(row.spread for row in rows):
            if self.comparison.better:
                yield language.say("compared.cheapest")
        elif not any(None in row.values for row in rows):
            yield language.say("compared.no_difference")
        yield from self.bounds()
        if self.whole:
            yield whole_amounts(currency, language)

    def _has_spread(self) -> bool:
        """Whether any row stands in two options at least."""
        return any(row.spread is not None for row in self.comparison.rows)

    def _shown(self, rows: Sequence[TableRow], *, spread: bool) -> Table:
        options = self.comparison.options
        headings = [  # a name of the file stays as it is
            each if each.startswith(option.name) else capital(each)
            for option, each in zip(options, _headings(options, self.language), strict=True)
        ]
        headings += [self.language.say("compared.spread")] if spread else []
        columns = (
            Column("name", self.language.column("partner"), "text"),
            *(Column(str(place), each, self._kind) for place, each in enumerate(headings)),
        )
        return Table(columns, tuple(rows), self.comparison.decimals)

    def _row(self, row: ComparedRow) -> TableRow:
        spread = [row.spread] if self._has_spread() else []
        cells: tuple[Cell, ...] = (self._name(row), *map(self._shown_value, row.values), *spread)
        cheapest = row.best(self.comparison.better)
        dearest = row.best(-self.comparison.better)
        marks = [
            _CHEAPEST if place in cheapest else _DEAREST if place in dearest else ""
            for place in range(len(row.values))
        ]
        return TableRow(_role(row), cells, ("", *marks, *("" for _ in spread)))

    def _shown_value(self, value: int | None) -> Cell:
        """What people read: a bill for a balance, `–` where there is no such figure."""
        if value is None:
            return NONE if self._kind in ("each", "part") else None
        return -value if self.bills else value

    def _each(self, row: ComparedRow) -> TableRow:
        return TableRow(_role(row), (self._name(row), *row.per_inhabitant))

    def _data(self, row: ComparedRow) -> dict[str, Any]:
        ids = [option.id for option in self.comparison.options]
        better = self.comparison.better
        return {
            "values": dict(zip(ids, map(self._amount, row.values), strict=True)),
            "per_inhabitant": dict(zip(ids, map(self._amount, row.per_inhabitant), strict=True)),
            "cheapest": [ids[place] for place in row.best(better)],
            "dearest": [ids[place] for place in row.best(-better)],
            "spread": self._amount(row.spread),
        }

    def _amount(self, value: int | None) -> str | int | None:
        if value is None or self._kind == "count":
            return value
        return plain_amount(value, self.comparison.decimals)


def _option(option: Option) -> dict[str, Any]:
    named = {"id": option.id, "name": option.name}
    return named if option.model is None else {**named, "bounds": bounds_data(option.model)}


def _role(row: ComparedRow) -> Role:
    return "total" if row.id == "total" else "partner"


def _headings(options: Sequence[Option], language: Language) -> Iterator[str]:
    """What people call the options: scenarios by their labels, models in words."""
    names = [_heading(option, language) for option in options]
    for option, name in zip(options, names, strict=True):
        yield name if names.count(name) == 1 else f"{name} ({option.id})"


def _heading(option: Option, language: Language) -> str:
    told = None if option.model is None else in_words(option.model, language)
    if told is not None:
        return told
    return base_name(option, language) if option.id == BASE else option.name


def base_name(option: Option, language: Language) -> str:
    """What people call the description as it stands: the budget, where it is settled."""
    if option.is_budget:
        return language.say("compared.budget")
    return language.say("compared.base")
