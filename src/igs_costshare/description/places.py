"""Where lines and contributions stand in a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igs_costshare.description.contributions import Model
from igs_costshare.description.network import Line, Network
from igs_costshare.errors import Path
from igs_costshare.sharing.models import taking_part


def lines(network: Network) -> Iterator[tuple[Path, Line]]:
    """Every cost and revenue, with its place in the file."""
    for id, cost in network.cost.items():
        yield ("cost", id), cost
    for id, revenue in network.revenue.items():
        yield ("revenue", id), revenue


def models(network: Network) -> Iterator[tuple[Path, Model, Sequence[bool]]]:
    """Every contribution, with who takes part in it."""
    if network.contribution is not None:
        yield ("contribution",), network.contribution, taking_part(network, network.contribution)
    for path, line in lines(network):
        if line.contribution is not None:
            part = taking_part(network, line, line.contribution)
            yield (*path, "contribution"), line.contribution, part
