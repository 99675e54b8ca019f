"""What people read of a sweep: bills for balances, and the values of a range in writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from igs_costshare.documents.figure_phrases import figure_heading, measure_heading, nobody_pays
from igs_costshare.documents.varied_phrases import what_varies
from igs_costshare.errors import Path
from igs_costshare.figures.measures import BILL, Measure
from igs_costshare.figures.measures import Notation as MeasureNotation
from igs_costshare.reading.description import value_at
from igs_costshare.varying.sweep import Sweep, SweepStep, SweptColumn
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import NONE, Cell, labels_of
from igs_costshare.wording.units import Notation, notation_at


class Line(NamedTuple):
    """A figure of a partner along the range."""

    name: str
    heading: str
    """What the figure is called."""
    notation: MeasureNotation
    values: tuple[int | None, ...]
    """At each step, in the smallest step told; None where there is no figure."""


class SweepFigures:
    """The figures at each step, in a language; unless somebody asked for balances, as bills."""

    def __init__(self, sweep: Sweep, steps: Sequence[SweepStep], language: Language) -> None:
        self.sweep, self.steps, self.language = sweep, steps, language
        self.bills = not sweep.balances_asked and not nobody_pays(self._balances())
        self.names = tuple(
            what_varies(vary.path, sweep.name_at(vary.path), language) for vary in sweep.varies
        )
        """What the numbers that vary are called."""

    def told_as(self, column: SweptColumn) -> Measure:
        """What people read in a column: bills for balances, with the sign turned."""
        measure = column.figure.measure
        return BILL if self.bills and measure.id == "balance" else measure

    def heading(self, column: SweptColumn) -> str:
        """What a column is called."""
        figure = column.figure._replace(measure=self.told_as(column))
        return figure_heading(figure, self.sweep.base, self.language)

    def cells(self, step: SweepStep) -> Iterator[Cell]:
        """What people read of a step: a bill for a balance, `–` where there is no such figure."""
        for column, amount in zip(self.sweep.columns, amounts_of(step, self.sweep), strict=True):
            if amount is None:
                yield None if step.amounts is None else NONE
            else:
                turned = self.told_as(column) is not column.figure.measure
                yield -amount if turned else amount

    def main(self, step: SweepStep) -> int | None:
        """The main figure at a step, where there is one."""
        cell = [*self.cells(step)][self.sweep.main]
        return cell if isinstance(cell, int) else None

    def lines(self) -> Iterator[Line]:
        """The figure of each partner along the range; none where two numbers vary."""
        cells = [] if self.names[1:] else [[*self.cells(step)] for step in self.steps]
        partners = self.sweep.base.partners
        for place, column in enumerate(self.sweep.columns):
            row, measure = column.figure.row, self.told_as(column)
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

    def number(self, value: Decimal, path: Path) -> str:
        """A value as what it is: a year has no marks for thousands."""
        return decimal_text(value) if _is_year(path) else self.language.number(value)

    def texts(self, place: int = 0) -> list[str]:
        """The values of a number that varies, with as many decimals as the one that has most."""
        values = list(dict.fromkeys(step.values[place] for step in self.steps))
        if _is_year(self.sweep.varies[place].path):
            return [decimal_text(value) for value in values]
        most = max(len(decimal_text(value).partition(".")[2]) for value in values)
        return [self.language.marked(f"{value:,.{most}f}") for value in values]

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

    def _balances(self) -> Iterator[int | None]:
        """Every balance that people would read."""
        for step in self.steps:
            for column, amount in zip(
                self.sweep.columns, amounts_of(step, self.sweep), strict=True
            ):
                yield amount if column.figure.measure.id == "balance" else None


def amounts_of(step: SweepStep, sweep: Sweep) -> tuple[int | None, ...]:
    """The figure of each column at a step; None where there is none, as where nothing comes out."""
    return step.amounts or (None,) * len(sweep.columns)


def _is_year(path: Path) -> bool:
    return notation_at(path) is Notation.YEAR
