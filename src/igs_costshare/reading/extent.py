"""How large a description may be: far above what partners share, below what takes minutes.

One limit for each thing that makes a file long to read or to compute; the reference has them in
one table. They are judged on the description, before anything that grows with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from igs_costshare.description.alternatives import CONTRIBUTIONS
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import say
from igs_costshare.reading.description import (
    SCENARIO,
    Description,
    found,
    table_at,
)
from igs_costshare.reading.scenarios import without_scenarios

MOST_ENTRIES = 20_000
"""Entries of one table or list: partners, costs, names. Belgium has 565 municipalities."""
MOST_AMOUNTS = 500_000
"""Partners by lines: the amounts that a statement shows."""
MOST_STEPS = 50
"""Keys of a contribution, brackets of a rate, subsidies that match: each is one more denominator
of the exact amounts of everybody."""
MOST_SCENARIOS = 1_000
"""Scenarios of a file, each of which is read and checked anew."""
MOST_SCENARIO_VALUES = 250_000
"""Tables and values of the description, once for each scenario."""
MOST_SCENARIO_AMOUNTS = 1_000_000
"""Amounts of all statements: partners by lines, in each scenario."""
MOST_IN_WORKBOOK = 200_000
"""Amounts of a workbook, each with its formula and the workings behind it."""
MOST_EXPLAINED = 30_000
"""Figures of a network that are explained at once; of a single row there are always fewer."""

_SHORTEST_ENTRY = 2
"""Characters that an entry takes in a file, at least."""
_LINES = ("cost", "subsidy", "revenue")


def too_many_entries(description: Description, text: str) -> list[Problem]:
    """The tables and lists of a text that are larger than a description needs."""
    if len(text) < MOST_ENTRIES * _SHORTEST_ENTRY:
        return []
    return list(_crowded(description, ()))


def too_large(description: Description) -> Iterator[Problem]:
    """Why a description is not even looked at."""
    partners = len(table_at(description, "partner"))
    lines = sum(len(table_at(description, table)) for table in _LINES)
    if partners * lines > MOST_AMOUNTS:
        yield Problem(
            say(
                "reference.amounts",
                partners=partners,
                lines=lines,
                amounts=partners * lines,
                most=MOST_AMOUNTS,
            ),
            hint=say("reference.take_together"),
        )
    yield from _long_contributions(description)
    matches = [path for path, _ in found(description, "subsidy.*.match")]
    for path in matches[MOST_STEPS : MOST_STEPS + 1]:
        yield Problem(say("reference.matches", matches=len(matches), most=MOST_STEPS), path)


def too_many_scenarios(description: Description) -> Iterator[Problem]:
    """What a file with so many scenarios of that size is refused with; one reason is enough."""
    scenarios = table_at(description, SCENARIO)
    count = len(scenarios)
    values = count * _count(without_scenarios(description)) if scenarios else 0
    amounts = sum(_amounts(description, scenario) for scenario in scenarios)
    reasons = (
        (count > MOST_SCENARIOS, say("reference.scenarios", scenarios=count, most=MOST_SCENARIOS)),
        (
            values > MOST_SCENARIO_VALUES,
            say(
                "reference.scenario_values",
                scenarios=count,
                values=values,
                most=MOST_SCENARIO_VALUES,
            ),
        ),
        (
            amounts > MOST_SCENARIO_AMOUNTS,
            say(
                "reference.scenario_amounts",
                scenarios=count,
                amounts=amounts,
                most=MOST_SCENARIO_AMOUNTS,
            ),
        ),
    )
    beyond = [reason for is_beyond, reason in reasons if is_beyond]
    for reason in beyond[:1]:
        yield Problem(reason, (SCENARIO,), say("reference.spread_scenarios"))


def _crowded(holder: Any, path: Path) -> Iterator[Problem]:
    if len(holder) > MOST_ENTRIES:
        yield Problem(say("reference.entries", entries=len(holder), most=MOST_ENTRIES), path)
        return
    entries = holder.items() if isinstance(holder, dict) else enumerate(holder)
    for name, inner in entries:
        if isinstance(inner, dict | list) and inner:
            yield from _crowded(inner, (*path, name))


def _long_contributions(description: Description) -> Iterator[Problem]:
    for place in CONTRIBUTIONS:
        for pattern in ("key", "rate", "rate.*"):
            for path, steps in found(description, f"{place}.{pattern}"):
                if isinstance(steps, dict | list) and len(steps) > MOST_STEPS:
                    keys = say("reference.keys", number=len(steps), most=MOST_STEPS)
                    brackets = say("reference.brackets", number=len(steps), most=MOST_STEPS)
                    yield Problem(brackets if pattern == "rate.*" else keys, path)


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
