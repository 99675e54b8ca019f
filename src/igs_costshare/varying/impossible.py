"""What is said of steps without a statement: each reason once, with the values it concerns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from igs_costshare.errors import Path, Problem
from igs_costshare.varying.ranges import Vary
from igs_costshare.varying.sweep import Step
from igs_costshare.wording.decimals import decimal_text

_FIGURES = re.compile(r"[0-9][0-9.,_]*")
_GOT = re.compile(r", got [^,]*$")
_MOST_RUNS = 3
"""Stretches of values that a warning names."""

Reason = tuple[Path, str]
"""Where something is wrong, and the words for it without their figures."""


def told_of(steps: Sequence[Step], varies: Sequence[Vary]) -> tuple[Problem, ...]:
    """A warning for each distinct reason; the first step that has it says it in figures."""
    first: dict[Reason, Problem] = {}
    places: dict[Reason, list[int]] = {}
    for place, step in enumerate(steps):
        for problem in step.problems:
            reason = problem.path, _FIGURES.sub("#", str(problem.message))
            first.setdefault(reason, problem)
            places.setdefault(reason, []).append(place)
    return tuple(
        problem
        if steps[places[reason][0]].amounts is not None
        else _warning(problem, places[reason], steps, varies)
        for reason, problem in first.items()
    )


def why_none(steps: Sequence[Step], varies: Sequence[Vary]) -> tuple[Problem, ...]:
    """The reasons as errors, for a range without a single statement."""
    return tuple(
        problem._replace(severity="error", message=str(problem.message).partition(_SO)[0])
        for problem in told_of(steps, varies)
    )


_SO = ": no figures at "


def _warning(
    problem: Problem, places: Sequence[int], steps: Sequence[Step], varies: Sequence[Vary]
) -> Problem:
    concerned = [place for place, vary in enumerate(varies) if vary.path == problem.path]
    if len(varies) == 1 or concerned:
        (one,) = concerned or (0,)
        values = list(dict.fromkeys(steps[place].values[one] for place in places))
        at = _listed(values, list(varies[one].range.values()))
        origin = varies[one].origin
    else:
        pair = " and ".join(map(decimal_text, steps[places[0]].values))
        at = f"{len(places)} of {len(steps)} pairs, the first {pair}"
        origin = " ".join(vary.origin for vary in varies)
    message = f"{_GOT.sub('', str(problem.message))}{_SO}{at}"
    return problem._replace(message=message, severity="warning", origin=origin)


def _listed(values: Sequence[Decimal], all_values: Sequence[Decimal]) -> str:
    """The values, those in a row as `1.1 to 1.4`."""
    places = {value: place for place, value in enumerate(all_values)}
    runs = list(_runs(sorted(places[value] for value in values)))
    texts = [
        ", ".join(decimal_text(each) for each in all_values[start : end + 1])
        if end < start + 2
        else f"{decimal_text(all_values[start])} to {decimal_text(all_values[end])}"
        for start, end in runs[:_MOST_RUNS]
    ]
    return ", ".join(texts) + (" …" if len(runs) > _MOST_RUNS else "")


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each stretch of places in a row."""
    for _, group in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        run = [place for _, place in group]
        yield run[0], run[-1]
