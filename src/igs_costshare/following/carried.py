"""What the next year has from this one untold: whose turn it is, shares, contributions."""

from __future__ import annotations

from fractions import Fraction

from igs_costshare.computing.statement import Statement
from igs_costshare.description.values import ROUNDED_PERCENT
from igs_costshare.reading.description import Description, found, replaced, table_at
from igs_costshare.reading.loading import Reading
from igs_costshare.reading.planned import PlannedYear, paid

_CONTRIBUTIONS = ("contribution", "cost.*.contribution", "revenue.*.contribution")
_TURNS = tuple(
    f"{before}{pattern}" for before in ("", "plan.*.", "scenario.*.") for pattern in _CONTRIBUTIONS
)


def with_turns(description: Description, base: int) -> Description:
    """The description with the year of the first turn wherever it was that of the file."""
    for pattern in _TURNS:
        for path, model in [*found(description, pattern)]:
            if isinstance(model, dict) and model.get("model") == "turns" and "since" not in model:
                description = replaced(description, (*path, "since"), base)
    return description


def with_whole_shares(description: Description, before: Description) -> Description:
    """The description with agreed percentages of those who stay, where others left: 100 again.

    A year of a plan takes them in proportion; of a file they have to add up.
    """
    there = table_at(description, "partner").keys()
    for pattern in _CONTRIBUTIONS:
        for path, shares in [*found(description, f"{pattern}.shares")]:
            total = sum(map(Fraction, shares.values()))
            off = total and abs(total - 100) > Fraction(ROUNDED_PERCENT)
            if off and not table_at(before, *path).keys() <= there:
                whole = {id: Carried(Fraction(share) * 100 / total) for id, share in shares.items()}
                description = replaced(description, path, whole)
    return description


def with_previous(
    description: Description, first: Reading, statement: Statement, planned: PlannedYear | None
) -> Description:
    """The description with what each paid this year, exact, where a rise is capped."""
    model = (planned.reading if planned else first).network.contribution
    if model is None or model.max_rise is None:
        return description
    amounts = model.carried if planned else paid(statement)
    if amounts is None:  # the block of the year states them
        return description
    there = table_at(description, "partner")
    previous = {id: Carried(amount) for id, amount in amounts.items() if id in there}
    made: Description = replaced(description, ("contribution", "previous"), previous or None)
    return made


class Carried(Fraction):
    """A number that was worked out from others of the year before, exact."""
