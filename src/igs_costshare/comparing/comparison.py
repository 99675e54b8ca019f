"""Several forms of one budget side by side: scenarios, or contribution models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Literal, NamedTuple

from igs_costshare.comparing.sequences import merged
from igs_costshare.computing.amounts import SavedRow, SavedStatement, saved_from
from igs_costshare.computing.engine import compute
from igs_costshare.description.contributions import Contribution
from igs_costshare.description.network import Network
from igs_costshare.description.values import exact_sum
from igs_costshare.errors import InputError, Problem
from igs_costshare.money import rounded
from igs_costshare.reading.suggestions import chosen

BASE = "base"
"""The id of the description as it stands."""
INHABITANTS = "inhabitants"

Better = Literal[1, -1, 0]
"""Whether the higher figure is the cheaper one for a partner (1), the lower (-1), or neither."""


class Option(NamedTuple):
    """What is compared with the others."""

    id: str
    name: str
    model: Contribution | None = None
    """The contribution model, where it is one that is tried."""
    agreed: Contribution | None = None
    """Then also the contribution of the file, where that has bounds: they hold for the model, or
    are left out."""


class ComparedRow(NamedTuple):
    """The figure of one row under each option, in the smallest step shown."""

    id: str
    name: str
    values: tuple[int | None, ...]
    """None where the row does not stand in an option."""
    per_inhabitant: tuple[int | None, ...]
    """The figure (of the balance: the net bill) for each inhabitant, to the same step."""

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
    decimals: int
    better: Better
    options: tuple[Option, ...]
    partners: tuple[ComparedRow, ...]
    reserve: ComparedRow | None
    total: ComparedRow

    @property
    def rows(self) -> tuple[ComparedRow, ...]:
        """The partners, the reserve where there is one, and the total."""
        return (*self.partners, *filter(None, [self.reserve]), self.total)


def comparison(options: Sequence[tuple[Option, Network]], figure: str = "balance") -> Comparison:
    """The figure (a column of the statement) of every row under each option.

    Raises `InputError` where no option has such a column, or they are in several currencies.
    """
    networks = [network for _, network in options]
    statements = [saved_from(compute(network)) for network in networks]
    _one_currency([option for option, _ in options], statements)
    better, label = _column(statements, figure)
    decimals = 0 if figure == "units" else max(each.decimals for each in statements)
    order: list[str] = []
    for each in statements:
        order = merged(order, [row.id for row in each.partners])
    sides = [
        _Side(network, statement.rows, decimals - statement.decimals)
        for network, statement in zip(networks, statements, strict=True)
    ]
    row = partial(_row, sides=sides, figure=figure)
    first = statements[0]
    return Comparison(
        title=first.title,
        year=first.year,
        currency=first.currency,
        figure=figure,
        label=label,
        decimals=decimals,
        better=better,
        options=tuple(option for option, _ in options),
        partners=tuple(map(row, order)),
        reserve=row("reserve") if any(each.reserve for each in statements) else None,
        total=row("total"),
    )


class _Side(NamedTuple):
    """A statement to be compared, with its rows by id."""

    network: Network
    rows: Mapping[str, SavedRow]
    places: int
    """Decimals that others show and it does not."""


def _row(id: str, sides: Sequence[_Side], figure: str) -> ComparedRow:
    """The figure of one row under each option."""
    rows = [side.rows.get(id) for side in sides]
    values = tuple(
        _value(each, figure, side.places) for each, side in zip(rows, sides, strict=True)
    )
    name = next(each.name for each in rows if each is not None)
    if figure == "units":
        return ComparedRow(id, name, values, (None,) * len(values))
    sign = -1 if figure == "balance" else 1
    each_inhabitant = (
        _per_inhabitant(value, _inhabitants(side.network, id), sign)
        for value, side in zip(values, sides, strict=True)
    )
    return ComparedRow(id, name, values, tuple(each_inhabitant))


def _one_currency(options: Sequence[Option], statements: Sequence[SavedStatement]) -> None:
    """Refuse amounts of several currencies."""
    first = statements[0].currency
    problems = [
        Problem(
            f"the amounts of `{option.id}` are in {each.currency}, those of `{options[0].id}` in "
            f"{first}: they cannot be compared"
        )
        for option, each in zip(options, statements, strict=True)
        if each.currency != first
    ]
    if problems:
        raise InputError(problems)


def _column(statements: Sequence[SavedStatement], figure: str) -> tuple[Better, str | None]:
    """Which way a column is cheaper for a partner, and its label."""
    totals: Mapping[str, Better] = {"units": 0, "expenses": -1, "revenues": 1, "balance": 1}
    if figure in totals:
        return totals[figure], None
    lines = {line.id: line for statement in statements for line in statement.lines}
    line = lines[chosen("column", figure, (*totals, *lines), f"--figure {figure}")]
    return (-1 if line.kind == "expense" else 1), None if line.label == line.id else line.label


def _value(row: SavedRow | None, figure: str, places: int) -> int | None:
    """The figure of a row; None where the option has no such row or line."""
    if row is None:
        return None
    if figure == "units":
        return row.units
    amount = row.columns.get(figure)
    return None if amount is None else amount * int(10**places)


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
