"""Subsidies that pay for the same cost twice."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.description.network import Network, Subsidy
from igs_costshare.messages import listed, say
from igs_costshare.rules.rule import Case, Finding, Rule


def _paid_twice(case: Case) -> Iterator[Finding]:
    """Each subsidy that pays for a cost which one before it pays for as well."""
    network = case.network
    paid = {id: _paid_for(network, subsidy) for id, subsidy in network.subsidy.items()}
    earlier: list[str] = []
    for id, costs in paid.items():
        for other in earlier:
            shared = [cost for cost in network.cost if cost in costs and cost in paid[other]]
            if shared:
                names = listed(f"`{cost}`" for cost in shared)
                yield Finding(
                    say("rule.double_funding_both", one=other, other=id, costs=names),
                    ("subsidy", id),
                    say("rule.double_funding_allowed"),
                )
                break
        earlier.append(id)


def _paid_for(network: Network, subsidy: Subsidy) -> frozenset[str]:
    """The costs that a subsidy pays a part of; a fixed sum is for none in particular."""
    if subsidy.match is not None:
        return frozenset(id for id, cost in network.cost.items() if cost.pooled)
    if subsidy.rate is not None:
        return frozenset(network.cost if subsidy.of is None else subsidy.of)
    return frozenset()


DOUBLE_FUNDING: tuple[Rule, ...] = (
    Rule(
        "practice-double-funding",
        "warning",
        "docs/regels.md",
        say("rule.is_practice_double_funding"),
        _paid_twice,
    ),
)
