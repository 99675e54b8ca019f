"""Key figures: what a partner counts for, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.operands import Counted, Operand
from igs_costshare.explaining.steps import Input, Step
from igs_costshare.sharing.homes import Used, counted_in
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
        if dossier.network.nights is None:
            yield "partner", partner, "days"
        else:
            yield "stays", "register"
    elif key not in (PARTNERS, USE):
        yield "partner", partner, "keys", key


def figure_steps(dossier: Dossier, key: str, partner: str) -> list[Step]:
    """How a figure that is made of others comes about: days of use at their prices."""
    if key not in (USE, DAYS) or dossier.brief:
        return []
    used = dossier.budget.figures.use[partner]
    if key == DAYS and len(used) < 2:
        return []
    tell = _days if key == DAYS else _at_price
    return [tell(dossier, partner, each) for each in used]


def _days(dossier: Dossier, partner: str, used: Used) -> Step:
    """Days of one size of household; those of a register in one home, or those of one owner."""
    if used.owner is None:
        days = Counted(Fraction(used.days), DAYS)
        inputs = _planned_inputs(dossier, partner, used)
        return dossier.step("days_size", inputs, size=used.size, days=days)
    home, days = _where(dossier, used.home, used.owner), _nights(dossier, used)
    return dossier.step("stayed_size", _register(dossier), home=home, size=used.size, days=days)


def _at_price(dossier: Dossier, partner: str, used: Used) -> Step:
    if used.owner is not None:
        return stayed_step(dossier, _where(dossier, used.home, used.owner), used)
    inputs = _planned_inputs(dossier, partner, used)
    return dossier.step(
        "days_use",
        (*inputs, *_price_inputs(dossier, used)),
        days=Counted(Fraction(used.days), DAYS),
        price=dossier.money(Fraction(used.price)),
    )


def stayed_step(dossier: Dossier, home: Operand, used: Used) -> Step:
    """What the nights of a register come to, of one size of household in one home."""
    return dossier.step(
        "stayed",
        (*_register(dossier), *_price_inputs(dossier, used)),
        home=home,
        days=_nights(dossier, used),
        price=dossier.money(Fraction(used.price)),
    )


def _nights(dossier: Dossier, used: Used) -> Counted:
    """So many nights, or days where the register counts those."""
    return Counted(Fraction(used.days), counted_in(dossier.network))


def _where(dossier: Dossier, home: str | None, owner: str) -> str:
    """The name of a home, or of the owner of homes that have none."""
    network = dossier.network
    return network.called("partner", owner) if home is None else network.called("unit", home)


def _register(dossier: Dossier) -> tuple[Input, ...]:
    return dossier.inputs(("stays", "register"))


def _planned_inputs(dossier: Dossier, partner: str, used: Used) -> tuple[Input, ...]:
    path: Path = ("partner", partner, "days")
    by_size = isinstance(dossier.network.partner[partner].days, dict)
    return dossier.inputs((*path, str(used.size)) if by_size else path)


def _price_inputs(dossier: Dossier, used: Used) -> tuple[Input, ...]:
    """Where the price of a day stands: at the home, or at all of them."""
    homes = dossier.network.unit
    home = used.home or next((id for id in homes if homes[id].owner == used.owner), None)
    table: Path = ("day_price",)
    if home is not None and homes[home].prices is not None:
        table = ("unit", home)
    return dossier.inputs((*table, "prices", str(min(used.size, len(used.prices or ())))))
