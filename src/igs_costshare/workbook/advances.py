"""Advances that are a part of each partner's net bill, on the sheet Settlement."""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.messages import say
from igs_costshare.settling.held import network_of
from igs_costshare.workbook.amounts import NEAR
from igs_costshare.workbook.cells import on
from igs_costshare.workbook.formulas import TOLD_BELOW, in_units, snapped, whole
from igs_costshare.workbook.naming import of_name
from igs_costshare.workbook.settling import BILL, BUDGETED, SourceTable
from igs_costshare.workbook.workings import Workings

_CENT = "0.01"


def advance_formulas(
    workings: Workings, table: SourceTable, column: int, heading: str, left_out: tuple[str, ...]
) -> Mapping[str, str]:
    """By partner that may pay, what it pays: a part of its bill, to the cent as the budget rounds.

    Nobody pays of a bill that is not positive. Where doubles cannot tell a half, it is `NA()`.
    """
    settling, sheet = table.settling, workings.names.settlement
    budgeted = {row.id for row in settling.budget.partners}
    paying = [id for id in table.names if id in budgeted and id not in left_out]
    part = on(sheet, table.part_of(column))
    bills = BUDGETED if table.has_budget else BILL

    def exact_units(id: str) -> str:
        return snapped(f"({part}*MAX(0,{on(sheet, table.cell(id, bills))})/{_CENT})")

    exact = workings.column(
        of_name(heading, say("workbook.exact_units"), workings.language),
        [exact_units(id) if id in paying else "0" for id in workings.partners],
    )
    places = workings.seen(workings.places(part))
    half = network_of(settling.budget).rounding.half
    seen = {id: exact.seen(at) for at, id in enumerate(workings.partners)}
    formulas = {}
    for id in paying:
        # Who is not there this year has no row among the workings.
        amount = seen.get(id) or f"({exact_units(id)})"
        known = f"{amount}*10^{places}<{TOLD_BELOW}"
        away = f"ABS({amount}-INT({amount})-0.5)>{NEAR}*{amount}+{NEAR}"
        paid = in_units(f"({whole(amount, half)})*{_CENT}")
        formulas[id] = f"IF(OR({known},{away}),{paid},NA())"
    return formulas


def smallest_step(workings: Workings) -> str:
    """The smallest step that the statement shows, in euros."""
    return f"IF({workings.inputs['rounding', 'unit']}<0.01,0.001,0.01)"
