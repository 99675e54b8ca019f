"""The later years of a plan, each to be judged as a description of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from igs_costshare.computing.amounts import saved_from
from igs_costshare.reading.description import PLAN, table_at
from igs_costshare.reading.loading import Reading
from igs_costshare.reading.planned import PlannedYear, years_of
from igs_costshare.rules.rule import Before, Case
from igs_costshare.sharing.presence import ONE, presence_of


def cases_of_years(first: Reading, base: Case | None) -> Iterator[tuple[Case, PlannedYear]]:
    """Each year after the first; `base` is the first without its scenario.

    Raises `InputError` where one is not sound.
    """
    for before, after in pairwise(years_of(first)):
        source = after.reading.source
        case = Case(
            after.reading.network,
            after.statement,
            source.scenario,
            base=base,
            register=after.reading.register,
            before=_before(before, after),
        )
        yield case, after


def _before(before: PlannedYear, after: PlannedYear) -> Before:
    network = before.reading.network
    present = presence_of(network) or (ONE,) * len(network.partner)
    merged = table_at(after.reading.source.whole_year, PLAN, str(after.year), "merge")
    parts = dict(zip(network.partner, present, strict=True))
    return Before(saved_from(before.statement), parts, merged)
