"""How much a file may ask for with its scenarios, each of which is read and computed anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from igs_costshare.errors import Problem
from igs_costshare.messages import say
from igs_costshare.reading.description import SCENARIO, Description, table_at
from igs_costshare.reading.scenarios import without_scenarios

MOST_SCENARIOS = 1_000
MOST_VALUES = 250_000
"""Tables and values of the description, once for each scenario."""
MOST_AMOUNTS = 1_000_000
"""Amounts of all statements: partners by lines, in each scenario."""

_LINES = ("cost", "subsidy", "revenue")


def too_many_scenarios(description: Description) -> Iterator[Problem]:
    """What a file with so many scenarios of that size is refused with; one reason is enough."""
    scenarios = table_at(description, SCENARIO)
    count = len(scenarios)
    values = count * _count(without_scenarios(description)) if scenarios else 0
    amounts = sum(_amounts(description, scenario) for scenario in scenarios)
    reasons = (
        (count > MOST_SCENARIOS, say("reference.scenarios", scenarios=count, most=MOST_SCENARIOS)),
        (
            values > MOST_VALUES,
            say("reference.scenario_values", scenarios=count, values=values, most=MOST_VALUES),
        ),
        (
            amounts > MOST_AMOUNTS,
            say("reference.scenario_amounts", scenarios=count, amounts=amounts, most=MOST_AMOUNTS),
        ),
    )
    beyond = [reason for is_beyond, reason in reasons if is_beyond]
    for reason in beyond[:1]:
        yield Problem(reason, (SCENARIO,), say("reference.spread_scenarios"))


def _count(value: Any) -> int:
    """The tables, lists and values in a value, and itself."""
    if isinstance(value, dict):
        return 1 + sum(map(_count, value.values()))
    return 1 + sum(map(_count, value)) if isinstance(value, list) else 1


def _amounts(description: Description, scenario: str) -> int:
    """Partners by lines, with what the scenario brings."""
    partners = _entries(description, scenario, "partner")
    return partners * sum(_entries(description, scenario, table) for table in _LINES)


def _entries(description: Description, scenario: str, table: str) -> int:
    """How many entries a table has in a scenario that takes none away."""
    return len(
        table_at(description, table).keys() | table_at(description, SCENARIO, scenario, table)
    )
