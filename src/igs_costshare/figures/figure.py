"""One figure of a statement, by its name: `total.balance`, `partner.stad.share`, `max.bill`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, get_args

from igs_costshare.computing.statement import Statement
from igs_costshare.errors import InputError, Problem
from igs_costshare.figures.measures import Measure, measures_of
from igs_costshare.figures.quantities import Extreme, Outermost, Quantity
from igs_costshare.messages import say
from igs_costshare.reading.suggestions import chosen, suggestion

_EXTREMES: tuple[Extreme, ...] = get_args(Extreme)


class Figure(NamedTuple):
    """A figure at the same place in the statements of a network that varies."""

    row: int | Extreme
    """Its place among `Statement.rows`, or which of the partners' figures it is."""
    measure: Measure

    def of(self, statement: Statement) -> Quantity:
        """What it comes to."""
        if isinstance(self.row, int):
            return self.measure.got(statement, self.row)
        partners = range(len(statement.partners))
        return Outermost([self.measure.got(statement, row) for row in partners], self.row)

    def minor(self, statement: Statement, decimals: int) -> int | None:
        """What is shown, in the smallest step told; None where the statement has no such figure.

        `decimals` are those of amounts, no fewer than the statement shows.
        """
        quantity = self.of(statement)
        if quantity.missing() is not None:
            return None
        places = self.measure.places(decimals)
        return quantity.shown() * int(self.measure.step(statement).scaleb(places))


def rows_of(statement: Statement) -> tuple[str, ...]:
    """The names of all rows, in their order: `partner.stad`, `reserve`, `total`."""
    partners = len(statement.partners)
    return tuple(
        f"partner.{row.id}" if place < partners else row.id
        for place, row in enumerate(statement.rows)
    )


def figure_from(name: str, statement: Statement, origin: str) -> Figure:
    """The figure of that name; raises `InputError` with what was probably meant."""
    row, _, column = name.strip().rpartition(".")
    rows = rows_of(statement)
    if row not in (*rows, *_EXTREMES):
        raise InputError([_no_row(row, column, rows)._replace(origin=origin)])
    extreme = next((each for each in _EXTREMES if each == row), None)
    at = rows.index(row) if extreme is None else extreme
    return Figure(at, measure_from(column, statement, origin, at))


def measure_from(
    column: str, statement: Statement, origin: str, row: int | Extreme | None = None
) -> Measure:
    """The column, where the statement has it and the figures of the row can be told.

    Without a row those of all rows. Raises `InputError` with what was meant, or what is missing.
    """
    measures = measures_of(statement)
    measure = measures[chosen("column", column, measures, origin)]
    problem = measure.lacking(statement.worked_out.network, _partners_of(statement, row))
    if problem is not None:
        raise InputError([problem._replace(origin=origin)])
    return measure


def _partners_of(statement: Statement, row: int | Extreme | None) -> Sequence[str]:
    """Whose figures make that of a row: its own, or those of all for the total and extremes."""
    ids = [partner.id for partner in statement.partners]
    return [ids[row]] if isinstance(row, int) and row < len(ids) else ids


def _no_row(row: str, column: str, rows: tuple[str, ...]) -> Problem:
    if not row:
        hint = say("vary.figure_for_instance", row=rows[0])
        return Problem(say("vary.figure_form"), hint=hint)
    if row == "reserve":
        return Problem(say("vary.no_reserve"), hint=say("vary.reserve_with_charge"))
    message = say("reference.no_row", name=row)
    if f"partner.{row}" in rows:
        return Problem(message, hint=say("reference.meant", name=f"partner.{row}.{column}"))
    return Problem(message, hint=suggestion(row, (*rows, *_EXTREMES)))
