"""Several forms of one budget side by side: scenarios, or contribution models."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Literal, NamedTuple, TypeAlias

from igs_costshare.comparing.sequences import merged
from igs_costshare.computing.engine import compute
from igs_costshare.computing.statement import Named, Statement
from igs_costshare.description.contributions import Contribution
from igs_costshare.description.network import Network
from igs_costshare.description.values import EXACT, exact_sum
from igs_costshare.errors import InputError, Problem
from igs_costshare.figures.figure import Figure
from igs_costshare.figures.measures import INHABITANTS, Better, Measure, Notation, measures_of
from igs_costshare.messages import say
from igs_costshare.money import rounded
from igs_costshare.reading.suggestions import chosen

BASE = "base"
"""The id of the description as it stands."""
HOMES = "units"
"""The column that counts homes."""

Told: TypeAlias = Notation | Literal["count"]
"""How the figures of a comparison are written."""


class Option(NamedTuple):
    """What is compared with the others."""

    id: str
    name: str
    model: Contribution | None = None
    """The contribution model, where it is one that is tried."""
    agreed: Contribution | None = None
    """Then also the contribution of the file, where that has bounds: they hold for the model, or
    are left out."""
    is_budget: bool = False
    """Whether another option is what was settled of it."""


def forms(chosen: Sequence[Named | None], settled: str | None) -> list[Option]:
    """The options that are a description as it stands (None) and its scenarios.

    `settled` is the scenario that says what really happened; None where there is none.
    """
    is_budget = any(each is not None and each.id == settled for each in chosen)
    base = Option(BASE, BASE, is_budget=is_budget)
    return [base if each is None else Option(*each) for each in chosen]


class ComparedRow(NamedTuple):
    """The figure of one row under each option, in the smallest step told."""

    id: str
    name: str
    values: tuple[int | None, ...]
    """None where the row does not stand in an option, or has no such figure there."""
    per_inhabitant: tuple[int | None, ...]
    """The amount (of the balance: the net bill) for each inhabitant, to the same step."""
    nis: str | None = None

    @property
    def spread(self) -> int | None:
        """The highest less the lowest figure; None where there are no two."""
        stated = [value for value in self.values if value is not None]
        return max(stated) - min(stated) if stated[1:] else None

    def best(self, better: int) -> tuple[int, ...]:
        """The places of the options that are the cheapest; `-better` gives the dearest.

        None where it makes no difference.
        """
        if not better or not self.spread:
            return ()
        most = max(better * value for value in self.values if value is not None)
        return tuple(
            place
            for place, value in enumerate(self.values)
            if value is not None and better * value == most
        )


class Comparison(NamedTuple):
    """One figure for every partner, under each option; amounts are whole numbers."""

    title: str
    year: int | None
    currency: str
    figure: str
    """A column of the statement."""
    label: str | None
    """What the file calls that column."""
    is_line: bool
    """Whether the column is a line of the file."""
    notation: Told
    decimals: int
    """Of the figures, as they are told."""
    better: Better
    options: tuple[Option, ...]
    partners: tuple[ComparedRow, ...]
    reserve: ComparedRow | None
    total: ComparedRow

    @property
    def rows(self) -> tuple[ComparedRow, ...]:
        """The partners, the reserve where there is one, and the total."""
        return (*self.partners, *filter(None, [self.reserve]), self.total)

    def records(self) -> list[dict[str, str | Decimal | None]]:
        """A dict for each partner: the figure under each option, by its id."""
        places = {"amount": self.decimals, "each": 2, "part": 4, "count": 0}[self.notation]
        return [
            {
                "partner": row.id,
                "name": row.name,
                **{
                    option.id: None if value is None else Decimal(value).scaleb(-places, EXACT)
                    for option, value in zip(self.options, row.values, strict=True)
                },
            }
            for row in self.partners
        ]


def comparison(options: Sequence[tuple[Option, Network]], figure: str = "balance") -> Comparison:
    """The figure (a column of the statement) of every row under each option.

    Raises `InputError` where no option has such a column, or they are in several currencies.
    """
    sides = [_side(network) for _, network in options]
    statements = [side.statement for side in sides]
    _one_currency([option for option, _ in options], statements)
    asked = _asked(options, statements, figure)
    decimals = asked.places(max(each.decimals for each in statements))
    order: list[str] = []
    for each in statements:
        order = merged(order, [row.id for row in each.partners])
    row = partial(_row, sides=sides, asked=asked, decimals=decimals)
    first = statements[0]
    return Comparison(
        title=first.title,
        year=first.year,
        currency=first.currency,
        figure=figure,
        label=asked.label,
        is_line=asked.measure is not None and asked.measure.is_line,
        notation="count" if asked.measure is None else asked.measure.notation,
        decimals=decimals,
        better=0 if asked.measure is None else asked.measure.better,
        options=tuple(option for option, _ in options),
        partners=tuple(map(row, order)),
        reserve=row("reserve") if any(each.reserve for each in statements) else None,
        total=row("total"),
    )


class _Side(NamedTuple):
    """A statement to be compared, and what it was computed from."""

    network: Network
    statement: Statement
    columns: Collection[str]
    places: Mapping[str, int]
    """Of its rows, by id."""


def _side(network: Network) -> _Side:
    statement = compute(network)
    places = {row.id: place for place, row in enumerate(statement.rows)}
    return _Side(network, statement, measures_of(statement).keys(), places)


class _Asked(NamedTuple):
    """The column that is compared."""

    measure: Measure | None
    """None for the homes."""
    label: str | None = None

    def places(self, decimals: int) -> int:
        """Decimals of its figures, where amounts have so many."""
        return 0 if self.measure is None else self.measure.places(decimals)

    @property
    def is_amount(self) -> bool:
        """Whether its figures can be told for each inhabitant."""
        return self.measure is not None and self.measure.notation == "amount"

    def value(self, side: _Side, id: str, decimals: int) -> int | None:
        """The figure of a row; None where the option has no such row, line or figure."""
        place = side.places.get(id)
        if place is None:
            return None
        if self.measure is None:
            return side.statement.rows[place].units
        if self.measure.id not in side.columns:
            return None
        return Figure(place, self.measure).minor(side.statement, decimals)


def _row(id: str, sides: Sequence[_Side], asked: _Asked, decimals: int) -> ComparedRow:
    """The figure of one row under each option."""
    values = tuple(asked.value(side, id, decimals) for side in sides)
    sign = -1 if asked.measure is not None and asked.measure.id == "balance" else 1
    each_inhabitant = (
        _per_inhabitant(value, _inhabitants(side.network, id), sign) if asked.is_amount else None
        for value, side in zip(values, sides, strict=True)
    )
    rows = [side.statement.rows[side.places[id]] for side in sides if id in side.places]
    nis = next((each.nis for each in rows if each.nis), None)
    return ComparedRow(id, rows[0].name, values, tuple(each_inhabitant), nis)


def _one_currency(options: Sequence[Option], statements: Sequence[Statement]) -> None:
    """Refuse amounts of several currencies."""
    first = statements[0].currency
    problems = [
        Problem(
            say(
                "compare.other_currency",
                option=option.id,
                currency=each.currency,
                first=options[0].id,
                other=first,
            )
        )
        for option, each in zip(options, statements, strict=True)
        if each.currency != first
    ]
    if problems:
        raise InputError(problems)


def _asked(
    options: Sequence[tuple[Option, Network]], statements: Sequence[Statement], figure: str
) -> _Asked:
    """The column, where some option has it and all state what it needs; raises `InputError`."""
    known = {id: each for one in statements for id, each in measures_of(one).items()}
    origin = f"--figure {figure}"
    asked = chosen("column", figure, (HOMES, *known), origin)
    if asked == HOMES:
        return _Asked(None)
    measure = known[asked]
    lacking: dict[Problem, Problem] = {}
    for option, network in options:
        problem = measure.lacking(network, list(network.partner))
        if problem is not None:
            lacking.setdefault(problem, _told_of(option, problem)._replace(origin=origin))
    if lacking:
        raise InputError(lacking.values())
    labels = {line.id: line.label for one in statements for line in one.lines}
    return _Asked(measure, labels.get(asked))


def _told_of(option: Option, problem: Problem) -> Problem:
    """The problem as one of a scenario, where the option is one."""
    if option.id == BASE or option.model is not None:
        return problem
    message = say("reference.in_scenario", message=problem.message, scenario=option.id)
    return problem._replace(message=message)


def _inhabitants(network: Network, id: str) -> Decimal | None:
    """The inhabitants of a partner, or of all partners for the total where all are known."""
    partners = network.partner.values() if id == "total" else [network.partner.get(id)]
    figures = [each.keys.get(INHABITANTS) if each else None for each in partners]
    known = [figure for figure in figures if figure is not None]
    return exact_sum(known) if len(known) == len(figures) else None


def _per_inhabitant(value: int | None, inhabitants: Decimal | None, sign: int) -> int | None:
    """What is really paid, as the statement shows it, for each inhabitant."""
    if value is None or not inhabitants:
        return None
    above, below = inhabitants.as_integer_ratio()
    return rounded(sign * value * below, above, "even")
