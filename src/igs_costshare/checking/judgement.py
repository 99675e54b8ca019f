"""A file judged by every rule, as it stands and in each of its scenarios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from igs_costshare.checking.locks import broken_locks
from igs_costshare.checking.report import Report, Told
from igs_costshare.computing.amounts import SavedStatement
from igs_costshare.errors import InputError, Problem, dotted
from igs_costshare.messages import say
from igs_costshare.reading import Reading, load_text, load_text_every
from igs_costshare.reading.source import Source
from igs_costshare.rules import RULES
from igs_costshare.rules.file import INVALID
from igs_costshare.rules.rule import Case, Finding, Rule
from igs_costshare.wording.language import Language, english


class Asked(NamedTuple):
    """How files are to be judged."""

    language: Language = english()
    settings: tuple[str, ...] = ()
    """`PATH=VALUE`, laid over each file."""
    scenario: str | None = None
    """The only scenario to judge; None for the file as it stands and in all of them."""
    against: SavedStatement | None = None
    """An earlier statement to compare with."""


class Judged(NamedTuple):
    """A variant of a description, computed, with the source that knows its places."""

    case: Case
    source: Source


def report(text: str, name: str, asked: Asked) -> Report:
    """All that the rules find in a text; `name` is what the report calls it."""
    try:
        variants = judged(text, name, asked)
    except InputError as error:
        return unusable(name, error)
    told = _findings(variants)
    if not asked.settings:  # a lock is of the file as it is
        told += tuple(_of_locks(name, variants, asked))
    return Report(name, told)


def _of_locks(name: str, variants: Sequence[Judged], asked: Asked) -> Iterator[Told]:
    """The locks beside a file that no longer hold."""
    statements = {case.scenario: case.statement for case, _ in variants}
    first = variants[0].case
    base = first if first.scenario is None else first.base
    budget = None if base is None else base.statement
    return broken_locks(name, statements, asked.scenario, budget)


def unusable(name: str, error: InputError) -> Report:
    """The report on a file that cannot be read or computed."""
    told = (Told(INVALID.id, _whole(problem)) for problem in error.problems)
    return Report(name, tuple(told), usable=False)


def _whole(problem: Problem) -> Problem:
    """The problem with all that it says in its message."""
    if not problem.path:
        return problem
    message = say("problem.at", path=dotted(problem.path), message=problem.message)
    return problem._replace(message=message, path=())


def judged(text: str, name: str, asked: Asked) -> tuple[Judged, ...]:
    """The variants of a text that are asked for, computed; raises `InputError`."""
    if asked.scenario is not None:
        reading = load_text(text, name, asked.settings, asked.scenario)
        return (Judged(_case(reading, asked, _base(text, name, asked)), reading.source),)
    base, *others = load_text_every(text, name, asked.settings)
    case = _case(base, asked, None)
    scenarios = (Judged(_case(each, asked, case), each.source) for each in others)
    return (Judged(case, base.source), *scenarios)


def _case(reading: Reading, asked: Asked, base: Case | None) -> Case:
    source = reading.source
    return Case(
        reading.network,
        reading.statement(),
        source.scenario,
        asked.against,
        base,
        reading.register,
    )


def _base(text: str, name: str, asked: Asked) -> Case | None:
    """The network without the scenario, where it can be computed."""
    try:
        return _case(load_text(text, name, asked.settings), asked, None)
    except InputError:
        return None


def _findings(variants: Sequence[Judged]) -> tuple[Told, ...]:
    """What the rules find, in the order of the file.

    What a scenario has in common with the description as it stands is told once.
    """
    told: list[Told] = []
    of_base: set[tuple[str, Finding]] = set()
    for case, source in variants:
        found = [(rule, each) for rule in _rules(case) for each in rule.find(case)]
        told += (
            _told(rule, finding, source)
            for rule, finding in found
            if (rule.id, finding) not in of_base or source.brings(finding.path)
        )
        if case.scenario is None:
            of_base = {(rule.id, finding) for rule, finding in found}
    return tuple(sorted(told, key=_place))


def _rules(case: Case) -> Iterator[Rule]:
    return (rule for rule in RULES if rule.in_scenarios or case.scenario is None)


def _told(rule: Rule, finding: Finding, source: Source) -> Told:
    severity = finding.severity or rule.severity
    problem = Problem(
        finding.message,
        finding.path,
        finding.hint,
        finding.at_key,
        severity,
        finding.origin,
        finding.place,
    )
    (placed,) = source.located([problem])
    return Told(rule.id, placed)


def _place(told: Told) -> tuple[int, int]:
    place = told.problem.place
    return (place.line, place.column) if place else (0, 0)
