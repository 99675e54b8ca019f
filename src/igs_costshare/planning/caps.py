"""Whose contribution to the pool is held by a cap."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.computing.statement import Statement
from igs_costshare.description.places import taking_part
from igs_costshare.sharing.bounds import limits_of


def capped(statement: Statement) -> Iterator[tuple[str, str]]:
    """The field of the cap, and the partner, for each whose exact contribution is at its most.

    Nobody where there is no common contribution.
    """
    worked = statement.worked_out
    network, model = worked.network, worked.network.contribution
    if model is None or not model.has_bounds:
        return
    exact = worked.charges if worked.by_charge else worked.contributions.exact
    figures, pool = worked.budget.figures, worked.budget.pool
    members = taking_part(network, model)
    for at, (id, included) in enumerate(zip(network.partner, members, strict=True)):
        if included:
            most = limits_of(model, network, id, pool, figures.present(at)).most
            if most is not None and exact.at(at) == most.euros:
                yield most.kind.field, id
