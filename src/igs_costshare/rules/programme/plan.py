"""What the rules of Plan Samenleven ask of a network: its partners and their residents."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from igs_costshare.description.governance import PlanSamenleven
from igs_costshare.description.ids import BUILT_IN_KEYS
from igs_costshare.description.network import Network
from igs_costshare.errors import Path
from igs_costshare.rules.governance.forms import LOCAL
from igs_costshare.sharing.keys import KeyFigures

PLAN: Path = ("programme", "plan_samenleven")
"""Where the programme stands in a network."""

SOURCE = "Plan Samenleven, voorwaarden voor een IGS"


def plan_of(network: Network) -> PlanSamenleven | None:
    """What the network says of the programme; None where it takes no part in it."""
    return None if network.programme is None else network.programme.plan_samenleven


def local_governments(network: Network) -> list[str]:
    """The partners that the conditions are about: local governments, and those of no kind."""
    return [id for id, each in network.partner.items() if each.kind is None or each.kind in LOCAL]


def residents(network: Network, plan: PlanSamenleven) -> Mapping[str, Fraction]:
    """The figure of each partner that states one, in residents."""
    figures = KeyFigures(network)[plan.key]
    return {
        id: figures.at(position)
        for position, (id, partner) in enumerate(network.partner.items())
        if plan.key in partner.keys or plan.key in BUILT_IN_KEYS
    }
