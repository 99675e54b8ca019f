"""What was warned of in the years of a plan: each once, with its years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from igs_costshare.errors import Problem
from igs_costshare.messages import Listed, listed, say
from igs_costshare.reading.description import PLAN
from igs_costshare.reading.planned import PlannedYear
from igs_costshare.reading.source import Source

_RUN = 3
"""Years in a row that are told as from one to another."""


def warnings_of(years: Sequence[PlannedYear]) -> tuple[Problem, ...]:
    """The warnings of all years with their places, in the order of the file."""
    return told_once([(each.year, each.reading.source, each.statement.warnings) for each in years])


def told_once(
    found: Sequence[tuple[int, Source, Sequence[Problem]]],
) -> tuple[Problem, ...]:
    """What is found in each year with its place in the file, what several have alike once.

    What is found in the first year only is told as of a file without a plan.
    """
    known: dict[Problem, list[int]] = {}
    sources: dict[Problem, Source] = {}
    for year, source, problems in found:
        for problem in dict.fromkeys(problems):
            known.setdefault(problem, []).append(year)
            sources.setdefault(problem, source)
    base = found[0][1]
    placed: list[Problem] = []
    for problem, years in known.items():
        source = sources[problem]
        of_the_file = problem.path[:1] == (PLAN,)  # what a plan says of itself is of no year
        if of_the_file or years == [found[0][0]]:
            placed += source.located([problem])
        else:
            placed.append(placed_in(problem, source, years))
    return base.in_order(placed)


def placed_in(problem: Problem, source: Source, years: Sequence[int]) -> Problem:
    """A problem of several years with its place in the file, and the years."""
    (told,) = replace(source, year=None).located([problem])
    message = say("reference.in_year", message=told.message, year=in_words(years))
    return told._replace(message=message)


def in_words(years: Sequence[int]) -> Listed:
    """The years in one phrase: `2027, 2028 and 2030`, `2026–2031`."""
    return listed(_spans(years))


def _spans(years: Sequence[int]) -> Iterator[str]:
    """The years, those in a row together."""
    run: list[int] = []
    for year in (*years, None):
        if year is not None and (not run or year == run[-1] + 1):
            run.append(year)
            continue
        yield from [f"{run[0]}–{run[-1]}"] if run[_RUN - 1 :] else map(str, run)
        run = [] if year is None else [year]
