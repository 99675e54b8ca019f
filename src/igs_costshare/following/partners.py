"""Partners of the next year: who is there no more, and who has been there since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from igs_costshare.description.kinds import counts_in_order, lists_of, references_of, tables_of
from igs_costshare.errors import Path
from igs_costshare.reading.description import (
    PLAN,
    SCENARIO,
    SETTLEMENT,
    Description,
    found,
    replaced,
    table_at,
    value_at,
)
from igs_costshare.reading.removal import without_all


class Past(NamedTuple):
    """The partners of which a day lies before the year."""

    left: list[str]
    """Whose last day does."""
    passing: list[str]
    """Whose last day does, and who still have a turn to pass on."""
    owing: list[str]
    """Whose last day does, and whom the settlement of the year that ends leaves a balance."""
    whole: list[str]
    """Whose first day does."""


def without_past(
    description: Description, before: Description, year: int, balances: Mapping[str, int]
) -> tuple[Description, Past]:
    """The description without who is there no more, and without first days that are past.

    `before` is what the file says of the year that ends, and `balances` what its settlement leaves
    those who are not even.
    """
    past = Past([], [], [], [])
    for id in has_left(description, year):
        if id in balances:
            past.owing.append(id)
        if _has_a_turn(description, id):
            past.passing.append(id)
        elif id not in balances and not _named_later(before, id, year):
            past.left.append(id)
    for id, partner in table_at(description, "partner").items():
        if "until" in partner and partner["until"].year < year:
            continue
        if "from" in partner and partner["from"].year < year:
            past.whole.append(id)
    names = [f"partner.{id}" for id in past.left]
    description, _ = without_all(description, names, ())
    for id in past.whole:
        description = replaced(description, ("partner", id, "from"), None)
    return description, past


def has_left(description: Description, year: int) -> Iterator[str]:
    """The partners whose last day lies before a year."""
    for id, partner in table_at(description, "partner").items():
        if "until" in partner and partner["until"].year < year:
            yield id


def held_by(description: Description, partner: str) -> Iterator[Path]:
    """Where the file says that a partner pays or receives a line, brings it in, or has the account.

    Who is there no more does not; payments are of the year that ends.
    """
    for reference in references_of("payer"):
        for path, name in found(description, reference.pattern):
            if name == partner:
                yield from _with_in_kind(description, path)
    if value_at(description, (SETTLEMENT, "account")) == partner:
        yield SETTLEMENT, "account"


def amounts_held(description: Description) -> Iterator[Path]:
    """Where the file says who paid or received how much of a line, or brought it in."""
    for pattern in tables_of("holder"):
        for path, amounts in found(description, pattern):
            if isinstance(amounts, dict):
                yield from _with_in_kind(description, path)


def _with_in_kind(description: Description, path: Path) -> Iterator[Path]:
    """The path of who paid a line, and of what says that it was brought in by them."""
    yield path
    in_kind: Path = (*path[:-1], "in_kind")
    if value_at(description, in_kind) is not None:
        yield in_kind


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
