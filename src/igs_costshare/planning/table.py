"""One figure of a plan for every partner and year, in whole numbers that add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Literal, NamedTuple, TypeAlias

from igs_costshare.computing.statement import Row, Statement
from igs_costshare.errors import InputError, Problem
from igs_costshare.figures.figure import Figure
from igs_costshare.figures.measures import EACH, Measure, Notation, inhabitants_of, measures_of
from igs_costshare.messages import say
from igs_costshare.money import rounded
from igs_costshare.planning.courses import courses_of
from igs_costshare.reading.planned import PlannedYear
from igs_costshare.reading.suggestions import chosen
from igs_costshare.settling.settled import Course

HOMES = "units"
"""The column that counts homes."""

Told: TypeAlias = Notation | Literal["count"]
"""How the figures are written."""


_OF_ROWS: Mapping[str, Callable[[Row], int]] = {
    "bill": lambda row: -row.balance,
    "balance": lambda row: row.balance,
    "expenses": lambda row: row.expenses,
    "revenues": lambda row: row.revenues,
}
"""Figures that stand in a row as they are."""


class PlanRow(NamedTuple):
    """A figure in each year, in the smallest step told, and over all years."""

    id: str
    name: str
    values: tuple[int | None, ...]
    """None where the row does not stand in a year, or has no such figure there."""
    total: int | None
    """The sum; of a share that of all years; None where a sum says nothing, as of homes."""
    nis: str | None = None


class PlanTable(NamedTuple):
    """One figure over the years of a plan."""

    title: str
    currency: str
    scenario: str | None
    """What the scenario is called."""
    figure: str
    label: str | None
    """What the file calls that column."""
    is_line: bool
    notation: Told
    decimals: int
    """Of the figures, as they are told."""
    amount_decimals: int
    """Of amounts, such as those of the reserve."""
    years: tuple[int | None, ...]
    """None where the file states no year."""
    partners: tuple[PlanRow, ...]
    """In the order in which they first appear."""
    reserve: PlanRow | None
    """What it comes to at the end of each year; of shares, what it bears of the whole."""
    total: PlanRow
    """Of the partners, without the reserve."""
    courses: tuple[Course | None, ...]
    """What the reserve does in each year, in 10^-amount_decimals."""

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        """The partners, the reserve where there is one, and the total."""
        return (*self.partners, *filter(None, [self.reserve]), self.total)


def plan_table(years: Sequence[PlannedYear], figure: str = "bill") -> PlanTable:
    """The figure of every partner in each year.

    Raises `InputError` where no year has such a column, or where partners lack what it needs.
    """
    measure, label = _asked(years, figure)
    first = years[0].statement
    amounts = max(each.statement.decimals for each in years)
    decimals = 0 if measure is None else measure.places(amounts)
    sides = [_Side.of(each.statement) for each in years]
    names: dict[str, str] = {}
    codes: dict[str, str] = {}
    for each in years:
        names = {**{row.id: row.name for row in each.statement.partners}, **names}
        codes = {**{row.id: row.nis for row in each.statement.partners if row.nis}, **codes}
    order = dict.fromkeys(row.id for each in years for row in each.statement.partners)
    row = partial(_row, sides=sides, measure=measure, decimals=decimals)
    partners = tuple(row(id, names[id])._replace(nis=codes.get(id)) for id in order)
    courses = courses_of(years, amounts)
    total, reserve = row("total", ""), row("reserve", "")
    if measure is None or measure.notation == "amount":
        total = _sums(partners)
        closings = tuple(None if each is None else each.closing for each in courses)
        reserve = PlanRow("reserve", "", closings, None)
    elif measure.notation == "each":
        total = _each(sides)
    has_reserve = measure is not None and any(each is not None for each in reserve.values)
    return PlanTable(
        title=first.title,
        currency=first.currency,
        scenario=None if first.scenario is None else first.scenario.name,
        figure=figure,
        label=label,
        is_line=measure is not None and measure.is_line,
        notation="count" if measure is None else measure.notation,
        decimals=decimals,
        amount_decimals=amounts,
        years=tuple(each.year or None for each in years),
        partners=partners,
        reserve=reserve if has_reserve else None,
        total=total,
        courses=courses,
    )


class _Side(NamedTuple):
    """The statement of a year, with what is looked up in it."""

    statement: Statement
    columns: Mapping[str, Measure]
    places: Mapping[str, int]
    """Of its rows, by id."""

    @classmethod
    def of(cls, statement: Statement) -> _Side:
        """The statement with its columns and the places of its rows."""
        places = {row.id: place for place, row in enumerate(statement.rows)}
        return cls(statement, measures_of(statement), places)

    def value(self, id: str, measure: Measure | None, decimals: int) -> int | None:
        """The figure of a row; None where the year has no such row, line or figure."""
        place = self.places.get(id)
        if place is None:
            return None
        if measure is None:
            return self.statement.rows[place].units
        if measure.id in _OF_ROWS and not measure.is_line:
            units = _OF_ROWS[measure.id](self.statement.rows[place])
            return self.statement.minor(units) * int(10 ** (decimals - self.statement.decimals))
        here = self.columns.get(measure.id)
        return None if here is None else Figure(place, here).minor(self.statement, decimals)


def _row(
    id: str, name: str, sides: Sequence[_Side], measure: Measure | None, decimals: int
) -> PlanRow:
    values = tuple(side.value(id, measure, decimals) for side in sides)
    return PlanRow(id, name, values, _over_all(id, values, sides, measure))


def _over_all(
    id: str, values: Sequence[int | None], sides: Sequence[_Side], measure: Measure | None
) -> int | None:
    """The sum over the years; of a share the part of all that is paid in them; none of homes."""
    if measure is None:
        return None
    if measure.notation != "part":
        return _sum(values)
    bills = [(_bill(side, id), _bill(side, "total")) for side in sides]
    paid, all_paid = (sum(each, Fraction(0)) for each in zip(*bills, strict=True))
    if all_paid <= 0:
        return None
    share = 10 ** measure.places(0) * paid / all_paid
    return rounded(share.numerator, share.denominator, "even")


def _bill(side: _Side, id: str) -> Fraction:
    """What a row pays on balance in a year, in euros; 0 where it is not there."""
    place = side.places.get(id)
    if place is None:
        return Fraction(0)
    return -side.statement.rows[place].balance * Fraction(side.statement.unit)


def _sums(partners: Sequence[PlanRow]) -> PlanRow:
    """All partners together."""
    columns = zip(*(row.values for row in partners), strict=True)
    totals = tuple(row.total for row in partners)
    return PlanRow("total", "", tuple(map(_sum, columns)), _sum(totals))


def _each(sides: Sequence[_Side]) -> PlanRow:
    """All partners together for each of their inhabitants, without the reserve."""
    values = tuple(_each_in(side.statement) for side in sides)
    return PlanRow("total", "", values, _sum(values))


def _each_in(statement: Statement) -> int | None:
    """The bills of all partners, for each inhabitant, in the smallest step told."""
    counted = inhabitants_of(statement.worked_out.network.partner.values())
    if not counted:
        return None
    bills = -sum(row.balance for row in statement.partners) * Fraction(statement.unit)
    each = bills * 10**EACH / counted
    return rounded(each.numerator, each.denominator, "even")


def _sum(cells: Sequence[int | None]) -> int | None:
    """The sum of those that there are; None where there are none."""
    known = [each for each in cells if each is not None]
    return sum(known) if known else None


def _asked(years: Sequence[PlannedYear], figure: str) -> tuple[Measure | None, str | None]:
    """The column, where some year has it and all state what it needs, and what it is called."""
    known = {id: each for year in years for id, each in measures_of(year.statement).items()}
    origin = f"--figure {figure}"
    asked = chosen("column", figure, (HOMES, *known), origin)
    if asked == HOMES:
        return None, None
    measure = known[asked]
    lacking: dict[Problem, Problem] = {}
    for each in years:
        network = each.reading.network
        problem = measure.lacking(network, list(network.partner))
        if problem is not None:
            message = say("reference.in_year", message=problem.message, year=str(each.year))
            told = problem if each is years[0] else problem._replace(message=message)
            lacking.setdefault(problem, told._replace(origin=origin))
    if lacking:
        raise InputError(lacking.values())
    labels = {line.id: line.label for year in years for line in year.statement.lines}
    return measure, labels.get(asked)
