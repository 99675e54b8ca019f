"""The contributions of a network, by their normal form (`sharing.rule`)."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.description.contributions import Contribution
from igs_costshare.description.network import Network
from igs_costshare.description.places import lines, taking_part
from igs_costshare.errors import Path


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
