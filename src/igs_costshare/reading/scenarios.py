"""Scenarios: what a file lays over its own description, and what it takes away from it."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.description.groups import members_of
from igs_costshare.errors import Path, Problem, dotted
from igs_costshare.messages import say
from igs_costshare.reading.alternatives import excluded_beside
from igs_costshare.reading.description import (
    COALITIONS,
    EXPECTED,
    LIMITS,
    PAYMENT,
    SCENARIO,
    SETTLEMENT,
    TABLES_OF_IDS,
    Description,
    table_at,
    value_at,
)
from igs_costshare.reading.overrides import path_of

HEAD = ("label", "remove")
"""What a scenario says of itself; everything else in it is laid over the description."""

_WHOLE = ("key", "mix", "days", "scales")
"""Fields whose tables replace what stood there, rather than merge with it."""

_IDS = tuple((table,) for table in TABLES_OF_IDS)


_OF_THE_FILE = (SCENARIO, EXPECTED, LIMITS)
"""Tables that hold for the description as it stands, or for the file as a whole."""
_NOT_LAID_OVER = (*_OF_THE_FILE, PAYMENT, SETTLEMENT)
"""Tables that no scenario brings."""


def without_scenarios(description: Description) -> Description:
    """The description itself, which every scenario begins with."""
    return {key: value for key, value in description.items() if key not in _OF_THE_FILE}


def overlay_of(description: Description, scenario: str) -> Description:
    """What a scenario lays over the description, and the figures that are expected of it."""
    table = table_at(description, SCENARIO, scenario)
    overlay = {key: value for key, value in table.items() if key not in (*HEAD, *_NOT_LAID_OVER)}
    expected = value_at(description, (EXPECTED, SCENARIO, scenario))
    return overlay if expected is None else {**overlay, EXPECTED: expected}


def _misplaced(description: Description, scenario: str) -> Iterator[Problem]:
    """Tables of the file in a scenario."""
    elsewhere = dotted((EXPECTED, SCENARIO, scenario))
    words = {
        SCENARIO: (say("reference.scenario_in_scenario"), None),
        EXPECTED: (
            say("reference.expected_in_scenario"),
            say("reference.expected_stand", table=elsewhere),
        ),
        LIMITS: (say("reference.limits_in_scenario"), say("reference.limits_hold")),
        PAYMENT: (say("reference.payment_in_scenario"), say("reference.payments_hold")),
        SETTLEMENT: (say("reference.settlement_in_scenario"), say("reference.settlement_holds")),
    }
    for table in table_at(description, SCENARIO, scenario):
        if table in words:
            message, hint = words[table]
            yield Problem(message, (SCENARIO, scenario, table), hint, at_key=True)


_HOLD = {
    PAYMENT: (say("reference.payment_removed"), say("reference.payments_hold")),
    SETTLEMENT: (say("reference.settlement_removed"), say("reference.settlement_holds")),
}


def _held(removals: list[object], where: Path) -> Iterator[Problem]:
    """What a scenario would take away of the tables that hold for the file."""
    for place, name in enumerate(removals):
        path = path_of(name) if isinstance(name, str) else None
        if path and path[0] in _HOLD:
            message, hint = _HOLD[path[0]]
            yield Problem(message, (*where, place), hint)


def in_scenario(description: Description, scenario: str) -> tuple[Description, list[Problem]]:
    """The description as it stands in a scenario, and what could not be taken away from it.

    What `remove` names goes first; then the overrides are laid over the rest.
    """
    base = without_scenarios(description)
    problems = [*_misplaced(description, scenario)]
    removals = value_at(description, (SCENARIO, scenario, "remove"))
    if isinstance(removals, list):
        from igs_costshare.reading.removal import without_all

        where = (SCENARIO, scenario, "remove")
        problems += _held(removals, where)
        base, missing = without_all(base, removals, where)
        problems += missing
    overlay = overlay_of(description, scenario)
    rounding = value_at(description, (EXPECTED, "round"))
    if EXPECTED in overlay and rounding is not None:
        base[EXPECTED] = {"round": rounding}
    return laid_over(base, overlay, ()), problems


def removed_partners(base: Description, merged: Description) -> bool:
    """Whether partners of the description have left."""
    return not set(table_at(base, "partner")) <= set(table_at(merged, "partner"))


def laid_over(table: Description, overlay: Description, path: Path = ()) -> Description:
    """The table at a path with the overlay on it: tables merge, the rest replaces what stands.

    Of fields that exclude one another, the one of the overlay wins.
    """
    table = dict(table)
    for field in sorted(overlay, key=lambda name: name != "model"):
        value, stands = overlay[field], table.get(field)
        if path == (COALITIONS,):
            table = _without_group(table, field)
        for other in [*excluded_beside(path, table, field)]:
            if other not in overlay:
                table.pop(other, None)
        whole = field in _WHOLE and path not in _IDS
        if isinstance(value, dict) and isinstance(stands, dict) and not whole:
            table[field] = laid_over(stands, value, (*path, field))
        else:
            table[field] = value
    return table


def _without_group(costs: Description, group: str) -> Description:
    """The costs of groups without that of these partners, in whatever order it names them."""
    members = {*members_of(group)}
    return {each: cost for each, cost in costs.items() if {*members_of(each)} != members}
