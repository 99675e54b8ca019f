"""Partners of the next year: who is there no more, and who has been there since."""

from __future__ import annotations

from typing import NamedTuple

from igs_costshare.description.kinds import counts_in_order, lists_of
from igs_costshare.reading.description import (
    PLAN,
    SCENARIO,
    Description,
    found,
    replaced,
    table_at,
)
from igs_costshare.reading.removal import without_all


class Past(NamedTuple):
    """The partners of which a day lies before the year."""

    left: list[str]
    """Whose last day does."""
    passing: list[str]
    """Whose last day does, and who still have a turn to pass on."""
    whole: list[str]
    """Whose first day does."""


def without_past(
    description: Description, before: Description, year: int
) -> tuple[Description, Past]:
    """The description without who is there no more, and without first days that are past.

    `before` is what the file says of the year that ends.
    """
    past = Past([], [], [])
    for id, partner in table_at(description, "partner").items():
        if "until" in partner and partner["until"].year < year:
            if _has_a_turn(description, id):
                past.passing.append(id)
            elif not _named_later(before, id, year):
                past.left.append(id)
        elif "from" in partner and partner["from"].year < year:
            past.whole.append(id)
    names = [f"partner.{id}" for id in past.left]
    description, _ = without_all(description, names, ())
    for id in past.whole:
        description = replaced(description, ("partner", id, "from"), None)
    return description, past


def _has_a_turn(description: Description, id: str) -> bool:
    """Whether an order of turns names a partner: without it the others would get other years."""
    patterns = [
        f"{before}{pattern}.*"
        for pattern in filter(counts_in_order, lists_of("partner"))
        for before in ("", f"{PLAN}.*.", f"{SCENARIO}.*.")
    ]
    return any(name == id for pattern in patterns for _, name in found(description, pattern))


def _named_later(before: Description, id: str, year: int) -> bool:
    """Whether a year after this one still speaks of a partner."""
    plan = table_at(before, PLAN)
    later = [plan[name] for name in plan if name.isdecimal() and int(name) > year]
    return any(
        id in table_at(block, "partner")
        or f"partner.{id}" in block.get("remove", ())
        or any(id in members for members in table_at(block, "merge").values())
        for block in later
    )
