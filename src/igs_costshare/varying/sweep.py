"""Figures along a range: one statement for each value, or for each pair of values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from igs_costshare.computing.engine import computed
from igs_costshare.computing.statement import Statement
from igs_costshare.errors import InputError, Path, Problem, gathered
from igs_costshare.figures.figure import Figure, figure_from, measure_from
from igs_costshare.figures.measures import Notation, measures_of
from igs_costshare.reading.loading import Reading
from igs_costshare.varying.anew import variation_of
from igs_costshare.varying.ranges import Vary
from igs_costshare.varying.variation import Impossible, name_at

_TOTALS = ("expenses", "revenues", "balance")


class SweptColumn(NamedTuple):
    """A figure that is followed along the range."""

    id: str
    """`balance` is of the total, `balance.stad` of a partner."""
    figure: Figure

    @property
    def notation(self) -> Notation:
        """How its figures are written."""
        return self.figure.measure.notation


class SweepStep(NamedTuple):
    """The figures at one value of each path."""

    values: tuple[Decimal, ...]
    amounts: tuple[int | None, ...] | None
    """In the smallest step told of each column; None where there is no statement.

    A figure that a statement does not give, as a part of nothing, is None too.
    """
    problems: tuple[Problem, ...] = ()
    """Why there is none, or what is to be said of its rounding."""


class Sweep:
    """What is asked for, on a sound network."""

    def __init__(self, reading: Reading, varies: Sequence[Vary], figure: str | None = None) -> None:
        """Raises `InputError` for paths along which nothing varies, and unknown figures."""
        self.base = reading.statement()
        self.varies = tuple(varies)
        problems: list[Problem] = []
        with gathered(problems):
            self.variation = variation_of(reading, varies)
        with gathered(problems):
            self.columns, self.main = _columns(self.base, figure)
        if problems:
            raise InputError(problems)
        main = self.columns[self.main].figure.measure
        self.balances_asked = figure is not None and main.id == "balance"
        """Whether it is asked for balances by name."""
        whole = ("rounding", "unit") not in self.variation.paths
        self.decimals = self.base.decimals if whole else 3
        """Of the amounts: three where the step of rounding itself varies."""

    def name_at(self, path: Path) -> str:
        """What the file calls the entry that a path leads into; empty where it has no name."""
        return name_at(self.variation.base, path)

    def __len__(self) -> int:
        """How many steps there are."""
        count = 1
        for vary in self.varies:
            count *= len(vary.range)
        return count

    def steps(self) -> Iterator[SweepStep]:
        """Each step, the last path changing fastest."""
        for values in product(*(tuple(vary.range.values()) for vary in self.varies)):
            yield self._step(values)

    def _step(self, values: tuple[Decimal, ...]) -> SweepStep:
        try:
            statement = computed(self.variation.apportioned(values))
        except Impossible as reason:
            return SweepStep(values, None, reason.problems)
        amounts = tuple(column.figure.minor(statement, self.decimals) for column in self.columns)
        return SweepStep(values, amounts, statement.warnings)


def _columns(base: Statement, figure: str | None) -> tuple[tuple[SweptColumn, ...], int]:
    """Totals and a figure of each row, or one figure alone; and which of them comes first."""
    origin = f"--figure {figure}"
    if figure is not None and "." in figure:
        return (SweptColumn(figure.strip(), figure_from(figure, base, origin)),), 0
    asked = measure_from("balance" if figure is None else figure.strip(), base, origin)
    measures = measures_of(base)
    shown = [*(measures[each] for each in _TOTALS), *([asked] if asked.id not in _TOTALS else [])]
    *others, total = range(len(base.rows))
    columns = (
        *(SweptColumn(each.id, Figure(total, each)) for each in shown),
        *(SweptColumn(f"{asked.id}.{base.rows[row].id}", Figure(row, asked)) for row in others),
    )
    return columns, [each.id for each in shown].index(asked.id)
