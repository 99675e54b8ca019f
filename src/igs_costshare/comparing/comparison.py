"""Several forms of one budget side by side: scenarios, or contribution models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from igs_costshare.comparing.sequences import merged
from igs_costshare.engine import compute
from igs_costshare.errors import InputError, Problem
from igs_costshare.money import rounded
from igs_costshare.network import Network
from igs_costshare.reading.suggestions import suggestion
from igs_costshare.saved import SavedRow, SavedStatement, saved_from
from igs_costshare.statement import Named
from igs_costshare.values import exact_sum

BASE = "base"
"""The id of the description as it stands."""
INHABITANTS = "inhabitants"

Better = Literal[1, -1, 0]
"""Whether the higher figure is the cheaper one for a partner (1), the lower (-1), or neither."""


class ComparedRow(NamedTuple):
    """The figure of one row under each option, in the smallest step shown."""

    id: str
    name: str
    values: tuple[int | None, ...]
    """None where the row does not stand in an option."""
    per_inhabitant: tuple[int | None, ...]
    """The figure (of the balance: the net bill) for each inhabitant, to the same step."""

    @property
    def spread(self) -> int:
        """The highest less the lowest figure."""
        stated = [value for value in self.values if value is not None]
        return max(stated) - min(stated)

    def best(self, better: int) -> tuple[int, ...]:
        """The places of the options that are the cheapest; `-better` gives the dearest.

        None where it makes no difference.
        """
        stated = [better * value for value in self.values if value is not None]
        if not better or not self.spread:
            return ()
        return tuple(
            place
            for place, value in enumerate(self.values)
            if value is not None and better * value == max(stated)
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
    options: tuple[Named, ...]
    partners: tuple[ComparedRow, ...]
    reserve: ComparedRow | None
    total: ComparedRow

    @property
    def rows(self) -> tuple[ComparedRow, ...]:
        """The partners, the reserve where there is one, and the total."""
        return (*self.partners, *filter(None, [self.reserve]), self.total)


def comparison(options: Sequence[tuple[Named, Network]], figure: str = "balance") -> Comparison:
    """The figure (a column of the statement) of every row under each option.

    Raises `InputError` where no option has such a column.
    """
    statements = [saved_from(compute(network)) for _, network in options]
    better, label = _column(statements, figure)
    decimals = 0 if figure == "units" else max(each.decimals for each in statements)
    ids = [[row.id for row in statement.partners] for statement in statements]
    networks = [network for _, network in options]

    def row(id: str) -> ComparedRow:
        rows = [statement.rows.get(id) for statement in statements]
        values = [
            _value(each, figure, decimals - statement.decimals)
            for each, statement in zip(rows, statements, strict=True)
        ]
        sign = -1 if figure == "balance" else 1
        return ComparedRow(
            id,
            next(each.name for each in reversed(rows) if each is not None),
            tuple(values),
            tuple(
                _per_inhabitant(value, _inhabitants(network, id), sign)
                for value, network in zip(values, networks, strict=True)
            )
            if figure != "units"
            else (None,) * len(values),
        )

    first = statements[0]
    order: list[str] = []
    for each in ids:
        order = merged(order, each)
    return Comparison(
        title=first.title,
        year=first.year,
        currency=first.currency,
        figure=figure,
        label=label,
        decimals=decimals,
        better=better,
        options=tuple(named for named, _ in options),
        partners=tuple(map(row, order)),
        reserve=row("reserve") if any(each.reserve for each in statements) else None,
        total=row("total"),
    )


def _column(statements: Sequence[SavedStatement], figure: str) -> tuple[Better, str | None]:
    """Which way a column is cheaper for a partner, and its label."""
    totals: Mapping[str, Better] = {"units": 0, "expenses": -1, "revenues": 1, "balance": 1}
    if figure in totals:
        return totals[figure], None
    lines = {line.id: line for statement in statements for line in statement.lines}
    if figure not in lines:
        hint = suggestion(figure, (*totals, *lines))
        raise InputError(
            [Problem(f"there is no column `{figure}`", hint=hint, origin=f"--figure {figure}")]
        )
    line = lines[figure]
    return (-1 if line.kind == "expense" else 1), None if line.label == line.id else line.label


def _value(row: SavedRow | None, figure: str, places: int) -> int | None:
    """The figure of a row; a line that the option lacks is nothing for those that take part."""
    if row is None:
        return None
    if figure == "units":
        return row.units
    return int(row.columns.get(figure, 0) * 10**places)


def _inhabitants(network: Network, id: str) -> Decimal | None:
    """The inhabitants of a partner, or of all partners for the total where all are known."""
    partners = network.partner.values() if id == "total" else [network.partner.get(id)]
    figures = [each.keys.get(INHABITANTS) if each else None for each in partners]
    known = [figure for figure in figures if figure is not None]
    return exact_sum(known) if len(known) == len(figures) else None


def _per_inhabitant(value: int | None, inhabitants: Decimal | None, sign: int) -> int | None:
    if value is None or not inhabitants:
        return None
    above, below = inhabitants.as_integer_ratio()
    return rounded(sign * value * below, above, "even")
