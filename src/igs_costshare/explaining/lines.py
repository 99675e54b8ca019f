"""What a line costs or brings in, before anybody shares it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.description.network import Cost, Line
from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.operands import Operand
from igs_costshare.explaining.steps import Step
from igs_costshare.explaining.subsidies import subsidy_steps
from igs_costshare.messages import Noun


def path_of(dossier: Dossier, id: str) -> Path:
    """The table of the description that a line stands in."""
    network = dossier.network
    table = "cost" if id in network.cost else "revenue" if id in network.revenue else "subsidy"
    return table, id


def total_steps(dossier: Dossier, id: str) -> list[Step]:
    """How the exact total of a cost, revenue or subsidy comes about."""
    if id in dossier.network.subsidy:
        return subsidy_steps(dossier, id)
    line, path = dossier.sources[id], path_of(dossier, id)
    return [
        amount_step(dossier, id),
        *_quantity(dossier, line),
        *dossier.scope(path, line),
        *dossier.basis(path, line),
    ]


def amount_step(dossier: Dossier, id: str) -> Step:
    """The amount of a line, or the price of one where it has `per`: stated, or staff in FTE."""
    line, path = dossier.sources[id], path_of(dossier, id)
    places: dict[str, Operand] = {}
    if line.per_key is not None:
        places["key"] = Noun(line.per_key, Fraction(1))
    per = dossier.inputs((*path, "per"))
    if isinstance(line, Cost) and line.fte is not None:
        fte_cost: Path = ("fte", "cost") if line.fte_cost is None else (*path, "fte_cost")
        cost = dossier.money(Fraction(dossier.budget.cost_of_fte(line)))
        places |= {"fte": Fraction(line.fte), "cost": cost}
        inputs = (*dossier.inputs((*path, "fte"), fte_cost), *per)
        return dossier.step("price_staff" if line.per_key else "staff", inputs, **places)
    places["amount"] = dossier.money(dossier.budget.price(line))
    inputs = (*dossier.inputs((*path, "amount")), *per)
    return dossier.step("price_amount" if line.per_key else "amount", inputs, **places)


def _quantity(dossier: Dossier, line: Line) -> Iterator[Step]:
    """How many times a price is due."""
    if line.per_key is None:
        return
    budget = dossier.budget
    yield dossier.step(
        "line_priced",
        quantity=dossier.counted(budget.quantity(line), line.per_key),
        price=dossier.money(budget.price(line)),
    )
