"""Key figures: what a partner counts for, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.operands import Counted
from igs_costshare.explaining.steps import Input, Step
from igs_costshare.sharing.homes import days_by_size, price_for
from igs_costshare.sharing.rule import PARTNERS, USE

DAYS, UNITS = "days", "units"


def figure_inputs(dossier: Dossier, key: str, partner: str) -> tuple[Input, ...]:
    """The values that a figure of a partner rests on."""
    return dossier.inputs(*_paths(dossier, key, partner))


def _paths(dossier: Dossier, key: str, partner: str) -> Iterator[Path]:
    if key == UNITS:
        homes = [id for id, home in dossier.network.unit.items() if home.owner == partner]
        yield from (("unit", id, "owner") for id in homes)
        if not homes:
            yield "partner", partner, "units"
    elif key == DAYS:
        yield "partner", partner, "days"
    elif key not in (PARTNERS, USE):
        yield "partner", partner, "keys", key


def figure_steps(dossier: Dossier, key: str, partner: str) -> list[Step]:
    """How a figure that is made of others comes about: days of use at their prices."""
    if key not in (USE, DAYS) or dossier.brief:
        return []
    stated = dossier.network.partner[partner].days
    by_size = days_by_size(dossier.network.partner[partner])
    if key == DAYS and len(by_size) < 2:
        return []
    steps = []
    for size, number in by_size.items():
        path: Path = ("partner", partner, "days")
        inputs = dossier.inputs((*path, str(size)) if isinstance(stated, dict) else path)
        days = Counted(Fraction(number), DAYS)
        if key == DAYS:
            steps.append(dossier.step("days_size", inputs, size=size, days=days))
            continue
        prices = dossier.budget.figures.prices
        price = dossier.money(Fraction(price_for(size, prices)))
        inputs += dossier.inputs(("day_price", "prices", str(min(size, len(prices)))))
        steps.append(dossier.step("days_use", inputs, days=days, price=price))
    return steps
