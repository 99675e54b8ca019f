"""Figures along a range, as a document: a table, and for a terminal a plot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from igs_costshare.documents.document import Notes, Part, Plot
from igs_costshare.documents.figure_phrases import (
    figure_heading,
    measure_heading,
    nobody_pays,
    unit_sign,
)
from igs_costshare.documents.sweep_data import VALUES, sweep_data
from igs_costshare.documents.varied_phrases import what_varies
from igs_costshare.errors import Path
from igs_costshare.figures.measures import BILL, Measure
from igs_costshare.figures.measures import Notation as MeasureNotation
from igs_costshare.reading.description import value_at
from igs_costshare.varying.sweep import Sweep, SweepStep, SweptColumn
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import Language, capital, currency_sign
from igs_costshare.wording.sentences import title_of, whole_amounts
from igs_costshare.wording.tables import (
    NONE,
    Cell,
    Column,
    Table,
    TableRow,
    in_whole_currency,
    labels_of,
)
from igs_costshare.wording.units import Notation, notation_at


class Line(NamedTuple):
    """A figure of a partner along the range."""

    name: str
    heading: str
    """What the figure is called."""
    notation: MeasureNotation
    values: tuple[int | None, ...]
    """At each step, in the smallest step told; None where there is no figure."""


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
        """`whole` shows people whole euros, `plotted` adds the plot.

        Unless somebody asked for balances, people read bills instead.
        """
        self.sweep, self.steps, self.language = sweep, steps, language
        self.whole, self.plotted = whole, plotted
        self.bills = not sweep.balances_asked and not nobody_pays(self._balances())
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

    def lines(self) -> Iterator[Line]:
        """The figure of each partner along the range; none where two numbers vary."""
        cells = [] if self.names[1:] else [[*self._shown(step)] for step in self.steps]
        partners = self.sweep.base.partners
        for place, column in enumerate(self.sweep.columns):
            row, measure = column.figure.row, self._told_as(column)
            if cells and isinstance(row, int) and row < len(partners):
                heading = measure_heading(
                    measure.id,
                    labels_of(self.sweep.base).get(measure.id),
                    self.language,
                    is_line=measure.is_line,
                )
                values = (each[place] for each in cells)
                figures = tuple(each if isinstance(each, int) else None for each in values)
                yield Line(partners[row].name, heading, measure.notation, figures)

    @property
    def texts(self) -> list[str]:
        """The values of the first number that varies, as people write them."""
        return self._texts([step.values[0] for step in self.steps], 0)

    @property
    def decimals(self) -> int:
        """Those that amounts are told with."""
        return self.sweep.decimals

    @property
    def is_even(self) -> bool:
        """Whether the steps are all as far apart; the last one may come early."""
        apart = {b.values[0] - a.values[0] for a, b in pairwise(self.steps)}
        return len(apart) == 1

    @property
    def stated(self) -> Decimal | None:
        """What the file says where the first number varies; None where it is worked out."""
        value = value_at(self.sweep.variation.stated, self.sweep.varies[0].path)
        return Decimal(value) if isinstance(value, int | Decimal) else None

    def table(self) -> Table:
        """A row for each step, with its values in front."""
        values = VALUES[: len(self.names)]
        columns = (
            *(Column(id, id, "number") for id in values),
            *(Column(each.id, each.id, each.notation) for each in self.sweep.columns),
        )
        rows = (
            TableRow("partner", (*step.values, *_amounts(step, self.sweep))) for step in self.steps
        )
        return Table(columns, tuple(rows), self.sweep.decimals)

    def data(self) -> Mapping[str, Any]:
        """The shape of `docs/commands.md`."""
        return sweep_data(self.sweep, self.steps)

    def _balances(self) -> Iterator[int | None]:
        """Every balance that people would read."""
        for step in self.steps:
            for column, amount in zip(self.sweep.columns, _amounts(step, self.sweep), strict=True):
                yield amount if column.figure.measure.id == "balance" else None

    def _shown(self, step: SweepStep) -> Iterator[Cell]:
        """What people read of a step: a bill for a balance, `–` where there is no such figure."""
        for column, amount in zip(self.sweep.columns, _amounts(step, self.sweep), strict=True):
            if amount is None:
                yield None if step.amounts is None else NONE
            else:
                turned = self._told_as(column) is not column.figure.measure
                yield -amount if turned else amount

    def _told_as(self, column: SweptColumn) -> Measure:
        """What people read in a column: bills for balances, with the sign turned."""
        measure = column.figure.measure
        return BILL if self.bills and measure.id == "balance" else measure

    def _list(self) -> Table:
        columns = (
            Column("value", capital(self.names[0]), "number"),
            *(Column(each.id, self._heading(each), each.notation) for each in self.sweep.columns),
        )
        texts = self._texts([step.values[0] for step in self.steps], 0)
        rows = (
            TableRow("partner", (text, *self._shown(step)))
            for text, step in zip(texts, self.steps, strict=True)
        )
        return Table(columns, tuple(rows), self.sweep.decimals)

    def _grid(self) -> Table:
        """The main figure, by the first number in the rows and the second in the columns."""
        across = list(dict.fromkeys(step.values[1] for step in self.steps))
        down = list(dict.fromkeys(step.values[0] for step in self.steps))
        cells = [[*self._shown(step)][self.sweep.main] for step in self.steps]
        notation = self.sweep.columns[self.sweep.main].notation
        columns = (
            Column("value", f"{capital(self.names[0])} ↓ {self.names[1]} →", "number"),
            *(
                Column(str(place), text, notation)
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
        figure = swept.figure._replace(measure=self._told_as(swept))
        return figure_heading(figure, self.sweep.base, self.language)

    def _notes(self) -> Iterator[str]:
        if self.names[1:]:
            figure = self._heading(self.sweep.columns[self.sweep.main])
            rows, columns = self.names
            told = self.language.say("varied.grid", figure=figure, rows=rows, columns=columns)
            yield capital(told)
        currency = self.sweep.base.currency
        notations = {each.notation for each in self.sweep.columns}
        if notations != {"part"}:
            yield self.language.say("statement.amounts", currency=currency_sign(currency))
        if any(self._told_as(column) is BILL for column in self.sweep.columns):
            yield self.language.say("compared.bill_sign")
        if any(step.amounts is None for step in self.steps):
            yield self.language.say("varied.impossible")
        if self.whole:
            yield whole_amounts(currency, self.language)

    def _moves(self) -> bool:
        """Whether the figure of the plot is not the same at every value."""
        return len({*map(self._point, self.steps)} - {None}) > 1

    def _plot(self) -> Plot:
        main = self.sweep.columns[self.sweep.main]
        measure = main.figure.measure
        points = sorted((step.values[0], self._point(step)) for step in self.steps)
        sign = unit_sign(measure.notation, self.sweep.base.currency)
        percent = 2 if measure.notation == "part" else 0
        decimals = measure.places(self.sweep.decimals) - percent
        return Plot(self.names[0], f"{self._heading(main)}, {sign}", tuple(points), decimals)

    def _point(self, step: SweepStep) -> int | None:
        """The main figure at a step, where there is one."""
        cell = [*self._shown(step)][self.sweep.main]
        return cell if isinstance(cell, int) else None


def _amounts(step: SweepStep, sweep: Sweep) -> tuple[int | None, ...]:
    return step.amounts or (None,) * len(sweep.columns)


def _is_year(path: Path) -> bool:
    return notation_at(path) is Notation.YEAR
