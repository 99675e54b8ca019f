"""What a network says of a settlement: payments, openings, who keeps the account and who paid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from igs_costshare.description.network import Network
from igs_costshare.description.settlement import Settlement
from igs_costshare.errors import Path


def has_settlement(network: Network) -> bool:
    """Whether what is due follows from more than the bills."""
    return bool(network.payment) or network.settlement is not None or any(payers(network).values())


def passing(network: Network) -> Any:
    """What passes between the partners and the account, and who keeps that."""
    settlement = network.settlement or Settlement()
    payments = {
        id: (payment.amounts, payment.part, payment.except_, payment.to)
        for id, payment in network.payment.items()
    }
    return payments, settlement.opening, settlement.account


def payers(network: Network) -> Mapping[Path, Any]:
    """Who paid, brought in or received each line, as the file says it; None where it does not."""
    said: dict[Path, Any] = {
        ("cost", id): (cost.paid_by, cost.in_kind) if cost.paid_by else None
        for id, cost in network.cost.items()
    }
    said |= {("subsidy", id): line.received_by for id, line in network.subsidy.items()}
    said |= {("revenue", id): line.received_by for id, line in network.revenue.items()}
    if network.day_price is not None:
        said["day_price",] = network.day_price.received_by
    return said


def unpaid(network: Network) -> Network:
    """The network without what moves no balance of its statement: who paid, and what was there."""
    tables: dict[str, Any] = {"payment": {}, "settlement": None, "reserve": None}
    for table, silence in (
        ("cost", {"paid_by": None, "in_kind": False}),
        ("subsidy", {"received_by": None}),
        ("revenue", {"received_by": None}),
    ):
        lines = getattr(network, table)
        tables[table] = {id: line.model_copy(update=silence) for id, line in lines.items()}
    if network.day_price is not None:
        tables["day_price"] = network.day_price.model_copy(update={"received_by": None})
    return network.model_copy(update=tables)
