"""Key figures: what a partner counts for, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.steps import Input, Step
from igs_costshare.sharing.figures import days_by_size, price_for


def figure_inputs(dossier: Dossier, key: str, partner: str) -> tuple[Input, ...]:
    """The values that a figure of a partner rests on."""
    return dossier.inputs(*_paths(dossier, key, partner))


def _paths(dossier: Dossier, key: str, partner: str) -> Iterator[Path]:
    if key == "units":
        homes = [id for id, home in dossier.network.unit.items() if home.owner == partner]
        yield from (("unit", id, "owner") for id in homes)
        if not homes:
            yield "partner", partner, "units"
    elif key == "days":
        yield "partner", partner, "days"
    elif key not in ("partners", "use"):
        yield "partner", partner, "keys", key


def figure_steps(dossier: Dossier, key: str, partner: str) -> list[Step]:
    """How a figure that is made of others comes about: days of use at their prices."""
    if key not in ("use", "days") or dossier.brief:
        return []
    stated = dossier.network.partner[partner].days
    by_size = days_by_size(dossier.network.partner[partner])
    if key == "days" and len(by_size) < 2:
        return []
    steps = []
    for size, days in by_size.items():
        path: Path = ("partner", partner, "days")
        inputs = dossier.inputs((*path, str(size)) if isinstance(stated, dict) else path)
        counted = dossier.words.counted(Fraction(days), "days")
        if key == "days":
            steps.append(dossier.step("days_size", None, inputs, size=str(size), days=counted))
            continue
        prices = dossier.budget.figures.prices
        price = Fraction(price_for(size, prices))
        inputs += dossier.inputs(("day_price", "prices", str(min(size, len(prices)))))
        amount = Fraction(days) * price
        steps.append(
            dossier.step("days_use", amount, inputs, days=counted, price=dossier.money(price))
        )
    return steps


def fraction_text(dossier: Dossier, above: Fraction, below: Fraction) -> str:
    """Numerator and denominator as the figures give them: `4/8`, `31.866/84.020`."""
    return f"{dossier.words.number(above)}/{dossier.words.number(below)}"
