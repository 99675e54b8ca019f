"""What is said of steps without a statement: each reason once, with the values it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import groupby
from typing import NamedTuple

from igs_costshare.errors import Problem
from igs_costshare.messages import Message, Place, say
from igs_costshare.varying.ranges import Vary
from igs_costshare.varying.sweep import SweepStep

_MOST_RUNS = 3
"""Stretches of values that a warning names."""


class _Reason(NamedTuple):
    """A reason as the first step that has it says it, and the places of all that do."""

    problem: Problem
    places: list[int]


def told_of(steps: Sequence[SweepStep], varies: Sequence[Vary]) -> tuple[Problem, ...]:
    """A warning for each distinct reason; the first step that has it says it in figures."""
    return tuple(
        problem
        if steps[places[0]].amounts is not None
        else _warning(problem, places, steps, varies)
        for problem, places in _reasons(steps)
    )


def why_none(steps: Sequence[SweepStep], varies: Sequence[Vary]) -> tuple[Problem, ...]:
    """The reasons as errors, for a range without a single statement."""
    return tuple(
        problem._replace(message=_bare(problem.message), origin=_origin(problem, varies))
        for problem, _ in _reasons(steps)
    )


def _reasons(steps: Sequence[SweepStep]) -> Iterable[_Reason]:
    """The reasons in the order of the steps; those that differ in their figures only are one."""
    found: dict[object, _Reason] = {}
    for place, step in enumerate(steps):
        for problem in step.problems:
            same = problem.path, _without_figures(problem.message)
            found.setdefault(same, _Reason(problem, [])).places.append(place)
    return found.values()


def _without_figures(value: Place) -> object:
    """What a message says, and of whom, whatever its figures are."""
    if isinstance(value, Message):
        return value.key, tuple((name, _without_figures(each)) for name, each in value.places)
    return value if isinstance(value, str) else None


def _bare(message: Message) -> Message:
    """The message without the one value that it happens to quote; the range has others."""
    match message:
        case Message("fault.at_least", places):
            return say("vary.at_least", least=dict(places)["least"])
        case Message("fault.at_most", places):
            return say("vary.at_most", most=dict(places)["most"])
        case Message("fault.not_whole"):
            return say("vary.not_whole")
    return message


def _warning(
    problem: Problem, places: Sequence[int], steps: Sequence[SweepStep], varies: Sequence[Vary]
) -> Problem:
    one = _concerned(problem, varies)
    if one is None:
        first, second = steps[places[0]].values
        at = say("vary.pairs", count=len(places), all=len(steps), one=first, other=second)
    else:
        values = list(dict.fromkeys(steps[place].values[one] for place in places))
        at = _runs_of(values, list(varies[one].range.values()))
    message = say("vary.no_figures_at", reason=_bare(problem.message), values=at)
    return problem._replace(message=message, severity="warning", origin=_origin(problem, varies))


def _concerned(problem: Problem, varies: Sequence[Vary]) -> int | None:
    """Which of the paths the problem is of; None where that may be either."""
    if len(varies) == 1:
        return 0
    return next((at for at, vary in enumerate(varies) if vary.path == problem.path), None)


def _origin(problem: Problem, varies: Sequence[Vary]) -> str:
    one = _concerned(problem, varies)
    return " ".join(vary.origin for vary in varies) if one is None else varies[one].origin


def _runs_of(values: Sequence[Decimal], all_values: Sequence[Decimal]) -> Message:
    """The values, those in a row as `1.1 to 1.4`."""
    places = {value: place for place, value in enumerate(all_values)}
    runs = list(_runs(sorted(places[value] for value in values)))
    told = [
        _in_a_row(all_values[start : end + 1])
        if end < start + 2
        else say("vary.run", first=all_values[start], last=all_values[end])
        for start, end in runs[:_MOST_RUNS]
    ]
    every = reduce(_and_then, told)
    return say("vary.and_so_on", values=every) if len(runs) > _MOST_RUNS else every


def _in_a_row(values: Sequence[Decimal]) -> Message:
    return reduce(_and_then, [say("vary.value", value=value) for value in values])


def _and_then(first: Message, following: Message) -> Message:
    return say("vary.more", first=first, next=following)


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each stretch of places in a row."""
    for _, group in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        run = [place for _, place in group]
        yield run[0], run[-1]
