"""How large a description may be: far above what partners share, below what takes minutes."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.errors import Problem
from igs_costshare.reading.description import CONTRIBUTIONS, Description, found, table_at

MOST_AMOUNTS = 500_000
"""Partners by lines: the amounts that a statement shows."""
MOST_STEPS = 50
"""Keys of a contribution, brackets of a rate, subsidies that match: each is one more denominator
of the exact amounts of everybody."""


def too_large(description: Description) -> Iterator[Problem]:
    """Why a description is not even looked at."""
    partners = len(table_at(description, "partner"))
    lines = sum(len(table_at(description, table)) for table in ("cost", "subsidy", "revenue"))
    if partners * lines > MOST_AMOUNTS:
        yield Problem(
            f"{partners:,} partners by {lines:,} lines are {partners * lines:,} amounts; "
            f"at most {MOST_AMOUNTS:,} are shared at once",
            hint="take lines together, or spread them over several files",
        )
    yield from _long_contributions(description)
    matches = [path for path, _ in found(description, "subsidy.*.match")]
    for path in matches[MOST_STEPS : MOST_STEPS + 1]:
        yield Problem(f"is one of {len(matches):,}; at most {MOST_STEPS} subsidies match", path)


def _long_contributions(description: Description) -> Iterator[Problem]:
    for place in CONTRIBUTIONS:
        for pattern, what in (("key", "keys"), ("rate", "keys"), ("rate.*", "brackets")):
            for path, steps in found(description, f"{place}.{pattern}"):
                if isinstance(steps, dict | list) and len(steps) > MOST_STEPS:
                    yield Problem(f"has {len(steps):,} {what}; at most {MOST_STEPS}", path)
