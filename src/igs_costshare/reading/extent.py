"""How large a description may be: far above what partners share, below what takes minutes."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.errors import Problem
from igs_costshare.messages import say
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


def _long_contributions(description: Description) -> Iterator[Problem]:
    for place in CONTRIBUTIONS:
        for pattern in ("key", "rate", "rate.*"):
            for path, steps in found(description, f"{place}.{pattern}"):
                if isinstance(steps, dict | list) and len(steps) > MOST_STEPS:
                    keys = say("reference.keys", number=len(steps), most=MOST_STEPS)
                    brackets = say("reference.brackets", number=len(steps), most=MOST_STEPS)
                    yield Problem(brackets if pattern == "rate.*" else keys, path)
