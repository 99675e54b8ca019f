"""The contributions of a network, by their normal form (`sharing.rule`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from igs_costshare.description.contributions import Contribution
from igs_costshare.description.network import Network
from igs_costshare.description.places import lines
from igs_costshare.errors import Path
from igs_costshare.sharing.models import taking_part
from igs_costshare.sharing.rule import Charge, Division, rule_of


def contributions_of(
    network: Network,
) -> Iterator[tuple[Path, Contribution, tuple[bool, ...]]]:
    """Every contribution with its place and who takes part: the common one, then of lines."""
    common = network.contribution
    if common is not None:
        yield ("contribution",), common, taking_part(network, common)
    for path, line in lines(network):
        own = line.contribution
        if own is not None:
            yield (*path, "contribution"), own, taking_part(network, line, own)


def common_of(network: Network) -> Contribution:
    """The common contribution."""
    if network.contribution is None:
        raise TypeError("the network has no common contribution; `read` refuses such a file")
    return network.contribution


def division_of(model: Contribution) -> Division:
    """The normal form of a model that is known to divide; raises `TypeError` for a charge."""
    rule = rule_of(model)
    match rule:
        case Division():
            return rule
        case Charge():
            raise TypeError(f"{type(model).__name__} is a charge and divides nothing")
        case _:
            assert_never(rule)


def charge_of(model: Contribution) -> Charge:
    """The normal form of a model that is known to charge; raises `TypeError` for a division."""
    rule = rule_of(model)
    match rule:
        case Charge():
            return rule
        case Division():
            raise TypeError(f"{type(model).__name__} divides a pool and is no charge")
        case _:
            assert_never(rule)
