"""Whose turn it is: who bears what goes by turns, in a year or another form of a budget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from igs_costshare.description.network import Network
from igs_costshare.description.places import models
from igs_costshare.errors import Path
from igs_costshare.sharing.divisions import bearer_of
from igs_costshare.sharing.rule import Division, InTurns, rule_of


def turned(was: Network, now: Network) -> Iterator[tuple[Path, str]]:
    """The places of what another bears now than before, each with who does."""
    before = _bearers(was)
    for place, bearer in _bearers(now).items():
        if before.get(place) not in (None, bearer):
            yield place, bearer


def _bearers(network: Network) -> Mapping[Path, str]:
    """Who bears what goes by turns."""
    found: dict[Path, str] = {}
    for place, model, part in models(network):
        rule = rule_of(model)
        if isinstance(rule, Division) and isinstance(rule.rest, InTurns):
            found[place] = bearer_of(rule.rest, network, part)
    return found
