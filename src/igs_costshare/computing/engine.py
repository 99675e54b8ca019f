"""From a network to its statement: pure, exact until the one rounding of each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from itertools import repeat
from typing import NamedTuple

from igs_costshare.checks import warnings_of
from igs_costshare.computing.pool import method_of, pool_of_charge, pool_of_division
from igs_costshare.computing.statement import (
    CONTRIBUTION,
    DAY_PRICE,
    DAY_PRICE_PAID,
    LineKind,
    Pool,
    Row,
    Statement,
    StatementLine,
)
from igs_costshare.description.network import Line as Source
from igs_costshare.description.network import Network
from igs_costshare.description.places import taking_part
from igs_costshare.errors import Problem
from igs_costshare.messages import say
from igs_costshare.money import (
    LARGEST_REMAINDER,
    Apportioned,
    Divider,
    Exact,
    rounded,
)
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.exact import Figures, over_one_denominator
from igs_costshare.sharing.homes import partners_pay
from igs_costshare.sharing.rule import USE


def compute(network: Network) -> Statement:
    """The statement of a network that `read` or `parse` gave.

    Rounded amounts are whole numbers of the rounding unit; each line keeps the exact amounts
    beside them.
    """
    return _warned(network, typed=True)


def compute_later(network: Network) -> Statement:
    """As `compute`, of a later year of a plan whose numbers were not typed for it."""
    return _warned(network, typed=False)


def _warned(network: Network, *, typed: bool) -> Statement:
    apportionment = Apportionment(Budget(network))
    statement = computed(apportionment)
    warnings = warnings_of(apportionment, typed=typed)
    return replace(statement, warnings=(*warnings, *statement.warnings))


def computed(apportionment: Apportionment) -> Statement:
    """The statement of a sound network whose budget is known, as `compute` gives it.

    It warns of what comes up in rounding only, not of the network: for many statements in a row,
    and for checks that have apportioned the budget already.
    """
    return _Computation(apportionment).statement()


class Balances(NamedTuple):
    """What is left for everybody, in units of rounding: revenues less expenses."""

    partners: tuple[int, ...]
    reserve: int
    """0 where there is none."""


def balances(apportionment: Apportionment) -> Balances:
    """The balances of the statement that `computed` gives, without the statement around them."""
    network = apportionment.network
    expenses, revenues = _Computation(apportionment).lines()
    return Balances(
        tuple(
            received - paid
            for paid, received in zip(
                _sums(expenses, network), _sums(revenues, network), strict=True
            )
        ),
        -sum(line.reserve for line in expenses),
    )


def _sums(lines: Sequence[StatementLine], network: Network) -> Sequence[int]:
    """What the lines come to for each partner."""
    if not lines:
        return [0] * len(network.partner)
    return list(map(sum, zip(*(line.cells for line in lines), strict=True)))


class _Computation:
    """The lines of one statement in column order, with the burdens that settle ties."""

    def __init__(self, apportionment: Apportionment) -> None:
        self.apportionment = apportionment
        self.budget = apportionment.budget
        self.network = network = apportionment.network
        self.figures = self.budget.figures
        self.unit = Fraction(network.rounding.unit)
        self.divider = _divider(network)
        self.burdens = [0] * len(network.partner)
        self.warnings: list[Problem] = []
        self.charge = apportionment.by_charge

    def lines(self) -> tuple[tuple[StatementLine, ...], tuple[StatementLine, ...]]:
        """Expenses and revenues; worked out in this order, in which ties are settled."""
        day_price = self._day_price()
        return tuple(self._expenses(day_price)), tuple(self._revenues(day_price))

    def statement(self) -> Statement:
        expenses, revenues = self.lines()
        lines = (*expenses, *revenues)
        rows = zip(*(line.cells for line in lines), strict=True) if lines else repeat(())
        row = partial(_row, len(expenses), tuple(line.id for line in lines), self.network)
        partners = tuple(
            row(id, partner.name or id, self.figures.homes[id], cells)._replace(nis=partner.nis)
            for (id, partner), cells in zip(self.network.partner.items(), rows, strict=False)
        )
        reserve = tuple(line.reserve for line in lines)
        totals = tuple(line.total for line in lines)
        units = sum(row.units for row in partners)
        shared_by = self.network.contribution if self.charge or self.budget.has_pool else None
        return Statement(
            title=self.network.title,
            year=None if self.network.year is None else int(self.network.year),
            currency=self.network.currency,
            unit=self.network.rounding.unit,
            lines=lines,
            partners=partners,
            reserve=row("reserve", "", 0, reserve) if self.charge else None,
            total=row("total", "", units, totals),
            pool=self._pool(lines),
            method=method_of(shared_by, self.network) if shared_by else None,
            fte=self.budget.fte,
            warnings=tuple(self.warnings),
            record=self.apportionment,
        )

    def _expenses(self, day_price: StatementLine | None) -> Iterator[StatementLine]:
        charged = not self.charge
        for id, cost in self.network.cost.items():
            if cost.pooled and self.charge:
                if not charged:
                    yield self._charged()
                charged = True
            else:
                yield self._line(id, cost, "expense")
        if not charged:
            yield self._charged()
        if day_price and partners_pay(self.network):
            yield self._divided(
                DAY_PRICE_PAID,
                None,
                "expense",
                Fraction(day_price.total),
                self.figures[USE].numerators,
            )

    def _revenues(self, day_price: StatementLine | None) -> Iterator[StatementLine]:
        if day_price:
            yield day_price
        if not self.charge:
            for id, subsidy in self.network.subsidy.items():
                yield self._pooled(id, subsidy.label, "revenue")
        for id, revenue in self.network.revenue.items():
            if not (revenue.pooled and self.charge):
                yield self._line(id, revenue, "revenue")

    def _line(self, id: str, source: Source, kind: LineKind) -> StatementLine:
        if source.per_key is not None:
            return self._priced(id, source, source.per_key, kind)
        if source.pooled:
            return self._pooled(id, source.label, kind)
        total = self.budget.totals[id] / self.unit
        return self._divided(id, source.label, kind, total, self.apportionment.weights(id, source))

    def _pooled(self, id: str, label: str | None, kind: LineKind) -> StatementLine:
        total = self.budget.totals[id] / self.unit
        return self._divided(id, label, kind, total, self.apportionment.contributions.weights)

    def _divided(
        self, id: str, label: str | None, kind: LineKind, total: Fraction, weights: Sequence[int]
    ) -> StatementLine:
        income = kind == "revenue"
        division = self.divider.divide(total, weights, self.burdens, income=income)
        self._settle(division, id, income=income)
        return StatementLine(
            id,
            label,
            kind,
            "divided",
            division.amounts,
            sum(division.amounts),
            division.exact,
            division=division,
        )

    def _settle(self, division: Apportioned, id: str, *, income: bool) -> None:
        """Carry the left-over units of a largest-remainder division into the burdens."""
        if division.fell_back:
            self.warnings.append(
                Problem(
                    say("sharing.fell_back", line=id),
                    ("rounding", "difference"),
                    severity="warning",
                )
            )
        if self.divider.difference == LARGEST_REMAINDER or division.fell_back:
            for position, extra in enumerate(division.extra):
                if extra:
                    self.burdens[position] += -extra if income else extra

    def _priced(self, id: str, source: Source, key: str, kind: LineKind) -> StatementLine:
        figures = self.figures.cut(key)
        part = taking_part(self.network, source)
        above, below = (self.budget.price(source) / self.unit).as_integer_ratio()
        exact = Exact(
            tuple(
                above * number if included else 0
                for number, included in zip(figures.numerators, part, strict=True)
            ),
            below * figures.denominator,
        )
        return self._each_rounded(id, source.label, kind, exact)

    def _each_rounded(
        self, id: str, label: str | None, kind: LineKind, exact: Exact
    ) -> StatementLine:
        cells = exact.rounded(self.divider.half)
        return StatementLine(id, label, kind, "priced", cells, sum(cells), exact)

    def _charged(self) -> StatementLine:
        """The line of a charge: what each pays, and what the reserve makes up or keeps."""
        exact = self._in_units(self.apportionment.charges)
        cells = exact.rounded(self.divider.half)
        pool = self._round(self.budget.pool)
        reserve = pool - sum(cells)
        return StatementLine(CONTRIBUTION, None, "expense", "priced", cells, pool, exact, reserve)

    def _day_price(self) -> StatementLine | None:
        """What each partner's homes earn; None where no days of availability are given."""
        incomes = self.apportionment.home_incomes
        if incomes is None:
            return None
        exact = self._in_units(over_one_denominator(incomes))
        return self._each_rounded(DAY_PRICE, None, "revenue", exact)

    def _in_units(self, euros: Figures) -> Exact:
        """Euros as exact units of rounding."""
        above, below = self.unit.denominator, self.unit.numerator
        return Exact(tuple(above * each for each in euros.numerators), below * euros.denominator)

    def _round(self, euros: Fraction) -> int:
        units = euros / self.unit
        return rounded(units.numerator, units.denominator, self.divider.half)

    def _pool(self, lines: Sequence[StatementLine]) -> Pool:
        if self.charge:
            total = self._round(self.budget.pool)
            return pool_of_charge(self.budget, self.unit, total, self.divider.half)
        return pool_of_division(self.network, {line.id: line.total for line in lines})


def _divider(network: Network) -> Divider:
    rounding = network.rounding
    ids = list(network.partner)
    taker = ids.index(rounding.difference) if rounding.difference in network.partner else None
    return Divider(rounding.half, rounding.difference, taker)


def _row(
    expenses: int,
    lines: tuple[str, ...],
    network: Network,
    id: str,
    name: str,
    units: int,
    cells: tuple[int, ...],
) -> Row:
    """The row of these cells, of which the first `expenses` are expenses."""
    paid, received = sum(cells[:expenses]), sum(cells[expenses:])
    unit = network.rounding.unit
    return Row(id, name, units, cells, paid, received, lines=lines, unit=unit)
