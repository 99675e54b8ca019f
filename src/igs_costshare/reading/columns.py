"""Names in `[expected]` that must exist: partners, columns, scenarios."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.computing.statement import BUILT_IN_LINES, SUMS
from igs_costshare.description.kinds import references_of
from igs_costshare.description.settlement import BASE
from igs_costshare.errors import Problem
from igs_costshare.reading.description import EXPECTED, PLAN, SCENARIO, Description, found, table_at
from igs_costshare.reading.references import unknown_name


def unknown_expectations(description: Description) -> Iterator[Problem]:
    """Every name in `[expected]` that nothing answers to.

    Those of scenarios are judged in the description as it stands in the scenario.
    """
    partners = table_at(description, "partner")
    for path, _ in found(description, f"{EXPECTED}.partner.*"):
        yield from unknown_name("partner", path[-1], partners, path, at_key=True)
    for path, _ in found(description, f"{EXPECTED}.{SCENARIO}.*"):
        scenarios = table_at(description, SCENARIO)
        yield from unknown_name("scenario", path[-1], scenarios, path, at_key=True)
    yield from _unknown_in_later_years(description)
    columns = dict.fromkeys((*_lines(description), *SUMS, *BUILT_IN_LINES))
    for row in ("partner.*", "reserve", "total"):
        for path, _ in found(description, f"{EXPECTED}.{row}.*"):
            yield from unknown_name("column", path[-1], columns, path, at_key=True)


def _unknown_in_later_years(description: Description) -> Iterator[Problem]:
    """Names expected of years of a plan that nothing answers to in any year."""
    described = [description, *_blocks(description)]
    partners = dict.fromkeys(
        id for each in described for id in (*table_at(each, "partner"), *table_at(each, "merge"))
    )
    lines = (line for each in described for line in _lines(each))
    columns = dict.fromkeys((*lines, *SUMS, *BUILT_IN_LINES))
    for path, _ in found(description, f"{EXPECTED}.{PLAN}.*.partner.*"):
        yield from unknown_name("partner", path[-1], partners, path, at_key=True)
    for row in ("partner.*", "reserve", "total"):
        for path, _ in found(description, f"{EXPECTED}.{PLAN}.*.{row}.*"):
            yield from unknown_name("column", path[-1], columns, path, at_key=True)


def _blocks(description: Description) -> Iterator[Description]:
    """What the years of the plan lay over the description."""
    for name in table_at(description, PLAN):
        yield table_at(description, PLAN, name)


def unknown_settled(description: Description) -> Iterator[Problem]:
    """The scenario that is settled, where there is none of that name."""
    known = (*table_at(description, SCENARIO), BASE)
    for pattern, at_key in references_of("scenario"):
        for path, name in [] if at_key else found(description, pattern):
            yield from unknown_name("scenario", name, known, path)


def _lines(description: Description) -> Iterator[str]:
    for table in ("cost", "subsidy", "revenue"):
        yield from table_at(description, table)
