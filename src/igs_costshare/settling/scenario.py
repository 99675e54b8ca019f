"""Who must not be missing from the scenario that a year is settled by."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from igs_costshare.computing.statement import Statement
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.description.network import Network
from igs_costshare.description.settlement import Settlement
from igs_costshare.errors import Path, Problem, dotted
from igs_costshare.messages import listed, say
from igs_costshare.settling.held import PayersOf, network_of
from igs_costshare.settling.payments import advances


def left_behind(budget: Statement, settled: Statement) -> Iterator[Problem]:
    """Partners of the budget that the settled scenario removes, though the settlement needs them.

    They paid or received a line that stands there still, keep the account, make or get a payment,
    or have an opening.
    """
    base, actual = network_of(budget), network_of(settled)
    restated = _restated(base, settled)
    where: Path = () if settled.scenario is None else ("scenario", settled.scenario.id, "remove")
    for partner in base.parties:
        if partner not in actual.parties:
            needed = [
                *(path for path in _held_by(partner, base, actual) if path not in restated),
                *_settled_by(partner, base.settlement or Settlement()),
                *_paid_by(partner, base, budget),
            ]
            if needed:
                fields = listed(f"`{dotted(path)}`" for path in needed)
                message = say("settling.left_behind", partner=partner, fields=fields)
                yield Problem(message, where, say("settling.keep", partner=partner))


def _restated(base: Network, settled: Statement) -> Collection[Path]:
    """Who paid or received a line as the settled scenario itself says it, whatever that is."""
    scenario = None if settled.scenario is None else base.scenario.get(settled.scenario.id)
    if scenario is None:
        return ()
    return [path for path, _ in _payers(base) if _states(scenario.model_extra, path)]


def _states(overlay: object, path: Path) -> bool:
    """Whether tables of a file bring something to a path."""
    for part in path:
        overlay = overlay.get(part) if isinstance(overlay, dict) else None
    return overlay is not None


def _held_by(partner: str, base: Network, actual: Network) -> Iterator[Path]:
    """Lines that a partner paid or received, and that nobody else does since it left."""
    after = dict(_payers(actual))
    for path, payers in _payers(base):
        holds = payers.get(partner) if isinstance(payers, dict) else payers == partner
        if holds and path in after and after[path] == _without(payers, actual):
            yield path


def _payers(network: Network) -> Iterator[tuple[Path, PayersOf | None]]:
    """Who paid or received each line, as the file says it."""
    for id, cost in network.cost.items():
        yield ("cost", id, "paid_by"), cost.paid_by
    for id, subsidy in network.subsidy.items():
        yield ("subsidy", id, "received_by"), subsidy.received_by
    for id, revenue in network.revenue.items():
        yield ("revenue", id, "received_by"), revenue.received_by
    if network.day_price is not None:
        yield ("day_price", "received_by"), network.day_price.received_by


def _without(payers: PayersOf | None, actual: Network) -> Mapping[str, Decimal] | None:
    """What becomes of who paid when those who have left count as the account."""
    if not isinstance(payers, dict):
        return None
    stay = {each: sum for each, sum in payers.items() if each in (*actual.parties, ACCOUNT)}
    gone = sum((sum for each, sum in payers.items() if each not in stay), Decimal(0))
    return {**stay, ACCOUNT: stay.get(ACCOUNT, Decimal(0)) + gone}


def _settled_by(partner: str, settlement: Settlement) -> Iterator[Path]:
    """What the settlement itself says of a partner."""
    if settlement.account == partner:
        yield ("settlement", "account")
    if settlement.opening.get(partner):
        yield ("settlement", "opening", partner)


def _paid_by(partner: str, base: Network, budget: Statement) -> Iterator[Path]:
    """Payments that a partner makes, or that are made to it."""
    for id, payment in base.payment.items():
        if payment.to == partner:
            yield ("payment", id, "to")
        if (payment.amounts or {}).get(partner):
            yield ("payment", id, "amounts", partner)
        if advances(payment, budget).get(partner):
            yield ("payment", id)
