"""What the common contribution shares: costs, less revenues and subsidies in their order."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.explaining.contributed import effect_steps
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.lines import total_steps
from igs_costshare.explaining.operands import amounts, worth
from igs_costshare.explaining.steps import Cell, Step
from igs_costshare.messages import say
from igs_costshare.sharing.rule import is_charge


def pool_cell(dossier: Dossier) -> Cell | None:
    """The pool and how it arises; None where nothing is shared."""
    statement = dossier.statement
    if statement.method is None:
        return None
    steps = [*pool_steps(dossier, nested=False), *_bounds(dossier)]
    value = statement.pool.total * dossier.unit
    return Cell("pool", say("step.pool"), value, tuple(steps))


def pool_steps(dossier: Dossier, *, nested: bool = True) -> Iterator[Step]:
    """Each line of the pool, signed, and what is left; `nested` says how each arises."""
    pool, unit = dossier.statement.pool, dossier.unit
    for line in pool.lines:
        yield dossier.step(
            "pool_cost" if line.kind == "expense" else "pool_income",
            (),
            total_steps(dossier, line.id) if nested else (),
            label=dossier.heading(line.id),
            amount=dossier.money(line.total * unit),
        )
    signed = amounts(
        line.total * unit * (1 if line.kind == "expense" else -1) for line in pool.lines
    )
    exact = dossier.budget.pool
    inner = dossier.step("pool_exact", amount=dossier.money(exact))
    yield dossier.step("pool_left", (), () if exact == worth(signed) else (inner,), lines=signed)


def _bounds(dossier: Dossier) -> Iterator[Step]:
    """Who pays more and who less, where bounds change a division of the pool."""
    model = dossier.network.contribution
    if model is None or not dossier.budget.has_pool or is_charge(model):
        return
    yield from effect_steps(dossier, dossier.record.contributions)
