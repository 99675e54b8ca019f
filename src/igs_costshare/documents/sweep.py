"""Figures along a range, as a document: a table, and for a terminal a plot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from igs_costshare.documents.document import Notes, Part, Plot
from igs_costshare.documents.sweep_data import VALUES, sweep_data
from igs_costshare.documents.varied_phrases import what_varies
from igs_costshare.errors import Path
from igs_costshare.varying.sweep import Sweep, SweepStep, SweptColumn
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import Language, capital, currency_sign
from igs_costshare.wording.sentences import title_of, whole_amounts
from igs_costshare.wording.tables import (
    Column,
    Table,
    TableRow,
    column_heading,
    in_whole_currency,
    labels_of,
)
from igs_costshare.wording.units import Notation, notation_at


class SweepDocument:
    """The figures at each value, or for two numbers that vary at each pair of values."""

    def __init__(
        self,
        sweep: Sweep,
        steps: Sequence[SweepStep],
        language: Language,
        *,
        whole: bool = False,
        plotted: bool = False,
    ) -> None:
        """`whole` shows people whole euros, `plotted` adds the plot."""
        self.sweep, self.steps, self.language = sweep, steps, language
        self.whole, self.plotted = whole, plotted
        self.names = tuple(
            what_varies(vary.path, sweep.name_at(vary.path), language) for vary in sweep.varies
        )

    @property
    def title(self) -> str:
        """The network, and what varies."""
        ranges = [
            self.language.say(
                "varied.range",
                what=name,
                first=self._number(vary.range.first, vary.path),
                last=self._number(vary.range.last, vary.path),
            )
            for name, vary in zip(self.names, self.sweep.varies, strict=True)
        ]
        title, told = title_of(self.sweep.base), self.language.listed(ranges)
        return self.language.say("value.labelled", label=title, text=told)

    def parts(self) -> Iterator[Part]:
        """The figures by value; where two numbers vary, one figure by both of them."""
        shown = self._grid() if self.names[1:] else self._list()
        yield in_whole_currency(shown) if self.whole else shown
        yield Notes(tuple(self._notes()))
        if self.plotted and not self.names[1:] and self._moves():
            yield self._plot()

    def table(self) -> Table:
        """A row for each step, with its values in front."""
        values = VALUES[: len(self.names)]
        columns = (
            *(Column(id, id, "number") for id in values),
            *(Column(each.id, each.id, "amount") for each in self.sweep.columns),
        )
        rows = (TableRow("partner", (*step.values, *self._amounts(step))) for step in self.steps)
        return Table(columns, tuple(rows), self.sweep.decimals)

    def data(self) -> Mapping[str, Any]:
        """The shape of `docs/commands.md`."""
        return sweep_data(self.sweep, self.steps)

    def _amounts(self, step: SweepStep) -> tuple[int | None, ...]:
        return step.amounts or (None,) * len(self.sweep.columns)

    def _list(self) -> Table:
        columns = (
            Column("value", capital(self.names[0]), "number"),
            *(Column(each.id, self._heading(each), "amount") for each in self.sweep.columns),
        )
        texts = self._texts([step.values[0] for step in self.steps], 0)
        rows = (
            TableRow("partner", (text, *self._amounts(step)))
            for text, step in zip(texts, self.steps, strict=True)
        )
        return Table(columns, tuple(rows), self.sweep.decimals)

    def _grid(self) -> Table:
        """The main figure, by the first number in the rows and the second in the columns."""
        across = list(dict.fromkeys(step.values[1] for step in self.steps))
        down = list(dict.fromkeys(step.values[0] for step in self.steps))
        cells = [self._amounts(step)[self.sweep.main] for step in self.steps]
        columns = (
            Column("value", f"{capital(self.names[0])} ↓ {self.names[1]} →", "number"),
            *(
                Column(str(place), text, "amount")
                for place, text in enumerate(self._texts(across, 1))
            ),
        )
        rows = (
            TableRow("partner", (text, *cells[place * len(across) : (place + 1) * len(across)]))
            for place, text in enumerate(self._texts(down, 0))
        )
        return Table(columns, tuple(rows), self.sweep.decimals)

    def _number(self, value: Decimal, path: Path) -> str:
        """A value as what it is: a year has no marks for thousands."""
        return decimal_text(value) if _is_year(path) else self.language.number(value)

    def _texts(self, values: Sequence[Decimal], place: int) -> list[str]:
        """The values of a range with as many decimals as the one that has most."""
        if _is_year(self.sweep.varies[place].path):
            return [decimal_text(value) for value in values]
        most = max(len(decimal_text(value).partition(".")[2]) for value in values)
        return [self.language.marked(f"{value:,.{most}f}") for value in values]

    def _heading(self, swept: SweptColumn) -> str:
        column = swept.figure.column
        heading = column_heading(column, labels_of(self.sweep.base).get(column), self.language)
        row = self.sweep.base.rows[swept.figure.row]
        if row.id == "total":
            return heading
        return f"{heading} {row.name or self.language.column(row.id)}"

    def _notes(self) -> Iterator[str]:
        if self.names[1:]:
            figure = self._heading(self.sweep.columns[self.sweep.main])
            rows, columns = self.names
            told = self.language.say("varied.grid", figure=figure, rows=rows, columns=columns)
            yield capital(told)
        currency = self.sweep.base.currency
        yield self.language.say("statement.amounts", currency=currency_sign(currency))
        if any(step.amounts is None for step in self.steps):
            yield self.language.say("varied.impossible")
        if self.whole:
            yield whole_amounts(currency, self.language)

    def _moves(self) -> bool:
        """Whether the figure of the plot is not the same at every value."""
        cells = {step.amounts[self.sweep.main] for step in self.steps if step.amounts is not None}
        return len(cells) > 1

    def _plot(self) -> Plot:
        main = self.sweep.main
        points = sorted(
            (step.values[0], None if step.amounts is None else step.amounts[main])
            for step in self.steps
        )
        heading = self._heading(self.sweep.columns[main])
        label = f"{heading}, {currency_sign(self.sweep.base.currency)}"
        return Plot(self.names[0], label, tuple(points), self.sweep.decimals)


def _is_year(path: Path) -> bool:
    return notation_at(path) is Notation.YEAR
