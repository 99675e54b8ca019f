"""What a line costs or brings in, before anybody shares it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.description.network import Cost, Line
from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.steps import Step
from igs_costshare.explaining.subsidies import subsidy_steps


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
    price = dossier.budget.price(line)
    places = {"key": dossier.words.noun(line.per_key, one=True)} if line.per_key else {}
    per = dossier.inputs((*path, "per"))
    if isinstance(line, Cost) and line.fte is not None:
        fte_cost: Path = ("fte", "cost") if line.fte_cost is None else (*path, "fte_cost")
        cost = price / Fraction(line.fte) if line.fte else _cost_of_fte(dossier, line)
        places |= {"fte": dossier.words.number(Fraction(line.fte)), "cost": dossier.money(cost)}
        inputs = dossier.inputs((*path, "fte"), fte_cost)
        return dossier.step(
            "price_staff" if per_price(line) else "staff", price, (*inputs, *per), **places
        )
    inputs = dossier.inputs((*path, "amount"))
    return dossier.step(
        "price_amount" if per_price(line) else "amount", price, (*inputs, *per), **places
    )


def per_price(line: Line) -> bool:
    """Whether the amount of a line is the price of one."""
    return line.per_key is not None


def _cost_of_fte(dossier: Dossier, line: Cost) -> Fraction:
    fte = dossier.network.fte
    return Fraction(line.fte_cost or (fte.cost if fte else 0) or 0)


def _quantity(dossier: Dossier, line: Line) -> Iterator[Step]:
    """How many times a price is due."""
    if line.per_key is None:
        return
    price, quantity = dossier.budget.price(line), dossier.budget.quantity(line)
    yield dossier.step(
        "line_priced",
        price * quantity,
        quantity=dossier.words.counted(quantity, line.per_key),
        price=dossier.money(price),
    )
