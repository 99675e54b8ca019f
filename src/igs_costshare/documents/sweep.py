"""Figures along a range, as a document: a table, and for a terminal a plot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from igs_costshare.documents.document import Notes, Part, Plot
from igs_costshare.documents.figure_phrases import unit_sign
from igs_costshare.documents.sweep_data import VALUES, sweep_data
from igs_costshare.documents.sweep_figures import SweepFigures, amounts_of
from igs_costshare.figures.measures import BILL
from igs_costshare.varying.sweep import Sweep, SweepStep
from igs_costshare.wording.language import Language, capital, currency_sign
from igs_costshare.wording.sentences import title_of, whole_amounts
from igs_costshare.wording.tables import Column, Table, TableRow, in_whole_currency


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
        self.figures = SweepFigures(sweep, steps, language)
        self.names = self.figures.names

    @property
    def title(self) -> str:
        """The network, and what varies."""
        ranges = [
            self.language.say(
                "varied.range",
                what=name,
                first=self.figures.number(vary.range.first, vary.path),
                last=self.figures.number(vary.range.last, vary.path),
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
            *(Column(each.id, each.id, each.notation) for each in self.sweep.columns),
        )
        rows = (
            TableRow("partner", (*step.values, *amounts_of(step, self.sweep)))
            for step in self.steps
        )
        return Table(columns, tuple(rows), self.sweep.decimals)

    def data(self) -> Mapping[str, Any]:
        """The shape of `docs/commands.md`."""
        return sweep_data(self.sweep, self.steps)

    def _list(self) -> Table:
        columns = (
            Column("value", capital(self.names[0]), "number"),
            *(
                Column(each.id, self.figures.heading(each), each.notation)
                for each in self.sweep.columns
            ),
        )
        rows = (
            TableRow("partner", (text, *self.figures.cells(step)))
            for text, step in zip(self.figures.texts(), self.steps, strict=True)
        )
        return Table(columns, tuple(rows), self.sweep.decimals)

    def _grid(self) -> Table:
        """The main figure, by the first number in the rows and the second in the columns."""
        down, across = self.figures.texts(0), self.figures.texts(1)
        cells = [[*self.figures.cells(step)][self.sweep.main] for step in self.steps]
        notation = self.sweep.columns[self.sweep.main].notation
        columns = (
            Column("value", f"{capital(self.names[0])} ↓ {self.names[1]} →", "number"),
            *(Column(str(place), text, notation) for place, text in enumerate(across)),
        )
        rows = (
            TableRow("partner", (text, *cells[place * len(across) : (place + 1) * len(across)]))
            for place, text in enumerate(down)
        )
        return Table(columns, tuple(rows), self.sweep.decimals)

    def _notes(self) -> Iterator[str]:
        if self.names[1:]:
            figure = self.figures.heading(self.sweep.columns[self.sweep.main])
            rows, columns = self.names
            told = self.language.say("varied.grid", figure=figure, rows=rows, columns=columns)
            yield capital(told)
        currency = self.sweep.base.currency
        notations = {each.notation for each in self.sweep.columns}
        if notations != {"part"}:
            yield self.language.say("statement.amounts", currency=currency_sign(currency))
        if any(self.figures.told_as(column) is BILL for column in self.sweep.columns):
            yield self.language.say("compared.bill_sign")
        if any(step.amounts is None for step in self.steps):
            yield self.language.say("varied.impossible")
        if self.whole:
            yield whole_amounts(currency, self.language)

    def _moves(self) -> bool:
        """Whether the figure of the plot is not the same at every value."""
        return len({*map(self.figures.main, self.steps)} - {None}) > 1

    def _plot(self) -> Plot:
        main = self.sweep.columns[self.sweep.main]
        measure = main.figure.measure
        points = sorted((step.values[0], self.figures.main(step)) for step in self.steps)
        sign = unit_sign(measure.notation, self.sweep.base.currency)
        percent = 2 if measure.notation == "part" else 0
        decimals = measure.places(self.sweep.decimals) - percent
        return Plot(self.names[0], f"{self.figures.heading(main)}, {sign}", tuple(points), decimals)
