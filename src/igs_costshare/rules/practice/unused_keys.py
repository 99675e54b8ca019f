"""Key figures that are stated and never used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from igs_costshare.description.network import Network
from igs_costshare.description.places import lines, models
from igs_costshare.messages import say
from igs_costshare.rules.programme.plan import plan_of
from igs_costshare.rules.rule import Case, Finding, Rule
from igs_costshare.sharing.rule import keys_in, rule_of
from igs_costshare.sharing.scaling import scaling_of

_OF_OTHER_USE = frozenset(("inhabitants", "non_eu14"))
"""Keys that limits and programmes go by."""


def _unused(case: Case) -> Iterator[Finding]:
    """Keys of the partners that neither the description nor a scenario uses; each once."""
    used = _used(case.network)
    for id, partner in case.network.partner.items():
        for key in partner.keys:
            if key not in used:
                used.add(key)
                yield Finding(
                    say("rule.unused_keys_unused", key=key),
                    ("partner", id, "keys", key),
                    say("rule.unused_keys_use_it", key=key),
                    at_key=True,
                )


def _used(network: Network) -> set[str]:
    used = set(_OF_OTHER_USE)
    for _, model, _ in models(network):
        used.update(keys_in(rule_of(model)))
    for _, line in lines(network):
        scaled = scaling_of(line)
        used.update(key for key in (line.per_key, scaled and scaled.key) if key is not None)
    for subsidy in network.subsidy.values():
        used.update(subsidy.requires or ())
    plan = plan_of(network)
    if plan is not None:
        used.add(plan.key)
    for scenario in network.scenario.values():
        overlay = scenario.model_extra or {}
        used.update(_names({field: overlay[field] for field in overlay if field != "partner"}))
    return used


def _names(value: Any) -> Iterator[str]:
    """All names and texts in a part of a scenario, among which the keys that it uses."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from _names(inner)


UNUSED: tuple[Rule, ...] = (
    Rule(
        "practice-unused-key",
        "warning",
        "docs/regels.md",
        say("rule.is_practice_unused_key"),
        _unused,
        in_scenarios=False,
    ),
)
