"""Rules on who paid and received, and on amounts that pass as they are stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from igs_costshare.description.ids import EACH
from igs_costshare.description.network import Network
from igs_costshare.description.tables import Payers
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import Toml, say
from igs_costshare.sharing.homes import partners_pay
from igs_costshare.sharing.rule import is_charge


def each_bears_what_it_pays(network: Network) -> Iterator[Problem]:
    """Nobody bears a part of a line that a charge takes into the pool."""
    if network.contribution is None or not is_charge(network.contribution):
        return
    pooled: dict[Path, Payers | None] = {
        **{
            ("cost", id, "paid_by"): cost.paid_by
            for id, cost in network.cost.items()
            if cost.pooled
        },
        **{
            ("subsidy", id, "received_by"): each.received_by for id, each in network.subsidy.items()
        },
        **{
            ("revenue", id, "received_by"): revenue.received_by
            for id, revenue in network.revenue.items()
            if revenue.pooled
        },
    }
    for path, payers in pooled.items():
        if payers == EACH:
            yield Problem(say("settling.each_of_charge"), path, say("settling.name_one"))


def day_price_passes_once(network: Network) -> Iterator[Problem]:
    """What the partners pay one another in the settlement has been received by nobody yet."""
    if partners_pay(network) and network.day_price and network.day_price.received_by is not None:
        yield Problem(
            say("settling.day_price_not_received"),
            ("day_price", "received_by"),
            say("settling.leave_out"),
        )


def amounts_are_payable(network: Network) -> Iterator[Problem]:
    """Amounts that pass as they stand have no more decimals than the statement."""
    for path, amount in _stated(network):
        if amount != round(amount, network.rounding.decimals):
            yield Problem(
                say("settling.too_fine", got=Toml(amount), most=network.rounding.decimals),
                path,
                say("settling.round_it"),
            )


def _stated(network: Network) -> Iterator[tuple[Path, Decimal]]:
    tables: dict[Path, Mapping[str, Decimal] | str | None] = {
        **{("cost", id, "paid_by"): each.paid_by for id, each in network.cost.items()},
        **{
            ("subsidy", id, "received_by"): each.received_by for id, each in network.subsidy.items()
        },
        **{
            ("revenue", id, "received_by"): each.received_by for id, each in network.revenue.items()
        },
        **{("payment", id, "amounts"): each.amounts for id, each in network.payment.items()},
    }
    if network.settlement is not None:
        tables["settlement", "opening"] = network.settlement.opening
    for path, amounts in tables.items():
        for partner, amount in amounts.items() if isinstance(amounts, Mapping) else ():
            yield (*path, partner), amount
    if network.reserve is not None:
        yield ("reserve", "opening"), network.reserve.opening


PAYERS = (
    each_bears_what_it_pays,
    day_price_passes_once,
    amounts_are_payable,
)
