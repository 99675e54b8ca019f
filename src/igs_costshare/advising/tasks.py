"""Who bears the administration: one partner, several by turns or by task, or the association."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from igs_costshare.description.contributions import Turns
from igs_costshare.description.ids import ACCOUNT, EACH
from igs_costshare.description.network import Cost, Network

TaskModel: TypeAlias = Literal["central", "turns", "divided", "association"]


class Administration(NamedTuple):
    """Who does a line of administrative work."""

    line: str
    model: TaskModel
    partners: tuple[str, ...]
    """Who does it, where it is not the association; by turns in their order."""


def administrations(network: Network) -> tuple[Administration, ...]:
    """The cost lines that are marked as administration."""
    return tuple(
        _administration(id, cost, network)
        for id, cost in network.cost.items()
        if cost.administration
    )


def _administration(id: str, cost: Cost, network: Network) -> Administration:
    shared_by = cost.contribution or (network.contribution if cost.per is None else None)
    if isinstance(shared_by, Turns):
        return Administration(id, "turns", tuple(shared_by.order))
    doing = _doing(cost, network)
    if not doing:
        return Administration(id, "association", ())
    return Administration(id, "divided" if doing[1:] else "central", doing)


def _doing(cost: Cost, network: Network) -> tuple[str, ...]:
    """Who pays the bills or brings the work in; else who is named to take part."""
    if isinstance(cost.paid_by, dict):
        return tuple(id for id in cost.paid_by if id != ACCOUNT)
    if cost.paid_by == EACH:
        return tuple(network.partner)
    if cost.paid_by is not None and cost.paid_by != ACCOUNT:
        return (cost.paid_by,)
    return tuple(cost.only or ())
