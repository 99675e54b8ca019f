"""Where lines and contributions stand in a network, and who takes part in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igs_costshare.description.contributions import Contribution, Scoped
from igs_costshare.description.network import Line, Network
from igs_costshare.errors import Path


def lines(network: Network) -> Iterator[tuple[Path, Line]]:
    """Every cost and revenue, with its place in the file."""
    for id, cost in network.cost.items():
        yield ("cost", id), cost
    for id, revenue in network.revenue.items():
        yield ("revenue", id), revenue


def pays_by_lines(network: Network) -> bool:
    """Whether the file says what each pays; groups found by study may stand without any line."""
    return network.coalitions is None or bool(network.lines)


def models(network: Network) -> Iterator[tuple[Path, Contribution, Sequence[bool]]]:
    """Every contribution, with who takes part in it."""
    if network.contribution is not None:
        yield ("contribution",), network.contribution, taking_part(network, network.contribution)
    for path, line in lines(network):
        if line.contribution is not None:
            part = taking_part(network, line, line.contribution)
            yield (*path, "contribution"), line.contribution, part


def taking_part(network: Network, *scopes: Scoped | None) -> tuple[bool, ...]:
    """Who takes part, by the first of the scopes that names anybody; otherwise everyone."""
    for scope in scopes:
        if scope is not None and scope.has_list:
            break
    else:
        return (True,) * len(network.partner)
    if scope.only is not None:
        named = set(scope.only)
        return tuple(partner in named for partner in network.partner)
    left_out = set(scope.except_ or ())
    return tuple(partner not in left_out for partner in network.partner)
