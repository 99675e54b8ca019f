"""What the common contribution shares: costs, less revenues and subsidies in their order."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.explaining.contributed import effect_step
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.lines import total_steps
from igs_costshare.explaining.steps import Cell, Step


def pool_cell(dossier: Dossier) -> Cell | None:
    """The pool and how it arises; None where nothing is shared."""
    statement = dossier.statement
    if statement.method is None:
        return None
    steps = [*pool_steps(dossier, nested=False), *_bounds(dossier)]
    value = statement.pool.total * dossier.unit
    heading = dossier.words.say("pool")
    return Cell("pool", heading, value, dossier.money(value), tuple(steps))


def pool_steps(dossier: Dossier, *, nested: bool = True) -> Iterator[Step]:
    """Each line of the pool, signed, and what is left; `nested` says how each arises."""
    pool = dossier.statement.pool
    for line in pool.lines:
        cost = line.kind == "expense"
        amount = line.total * dossier.unit
        yield dossier.step(
            "pool_cost" if cost else "pool_income",
            amount,
            (),
            total_steps(dossier, line.id) if nested else (),
            label=dossier.heading(line.id),
        )
    left = pool.total * dossier.unit
    exact = dossier.budget.pool
    inner = () if exact == left else (dossier.step("pool_exact", exact),)
    yield dossier.step("pool_left", left, (), inner)


def _bounds(dossier: Dossier) -> Iterator[Step]:
    """Who pays more and who less, where bounds change a division of the pool."""
    model = dossier.network.contribution
    if model is None or model.is_charge or not dossier.budget.has_pool or not model.has_bounds:
        return
    contributions = dossier.record.contributions
    if contributions.factor != Fraction(1) or any(contributions.held):
        yield effect_step(dossier, contributions)
    else:
        yield dossier.step("bounds_idle")
