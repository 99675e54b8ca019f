"""A file judged by every rule, as it stands, in each of its scenarios, and in each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from igs_costshare.checking.locks import broken_locks
from igs_costshare.checking.report import Report, Told
from igs_costshare.computing.amounts import SavedStatement
from igs_costshare.computing.statement import Statement
from igs_costshare.errors import InputError, Problem, dotted
from igs_costshare.messages import say
from igs_costshare.reading import Reading, load_text, load_text_every
from igs_costshare.reading.overrides import Arguments
from igs_costshare.reading.source import Source
from igs_costshare.rules import RULES
from igs_costshare.rules.file import INVALID
from igs_costshare.rules.rule import Case, Finding, Rule
from igs_costshare.wording.language import Language, english


class Asked(NamedTuple):
    """How files are to be judged."""

    language: Language = english()
    settings: Arguments = ()
    """What is laid over each file, such as `PATH=VALUE`."""
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
    statements: dict[str | None, list[Statement]] = {}
    for case, _ in variants:
        statements.setdefault(case.scenario, []).append(case.statement)
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
        return tuple(_years(reading, asked, _base(text, name, asked)))
    base, *others = load_text_every(text, name, asked.settings)
    first, *later = _years(base, asked, None)
    scenarios = (year for each in others for year in _years(each, asked, first.case))
    return (first, *later, *scenarios)


def _years(reading: Reading, asked: Asked, base: Case | None) -> Iterator[Judged]:
    """A reading and, where it has a plan, each later year of it."""
    yield Judged(_case(reading, asked, base), reading.source)
    if reading.network.plan is not None:
        from igs_costshare.checking.planned import cases_of_years

        for case, year in cases_of_years(reading, base):
            yield Judged(case, year.reading.source)


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

    What a scenario has in common with the description as it stands is told once, and so is what
    several years of one have in common.
    """
    told: list[Told] = []
    of_base: set[tuple[str, Finding]] = set()
    for scenario, years in groupby(variants, lambda each: each.case.scenario):
        found = _found([*years])
        told += (
            _told(rule, finding, in_years)
            for (rule, finding), in_years in found.items()
            if (rule.id, finding) not in of_base or in_years[0].brings(finding.path)
        )
        if scenario is None:
            of_base = {(rule.id, finding) for rule, finding in found}
    return tuple(sorted(told, key=_place))


def _found(years: Sequence[Judged]) -> dict[tuple[Rule, Finding], list[Source]]:
    """What the rules find in the years of one description, and in which of them."""
    found: dict[tuple[Rule, Finding], list[Source]] = {}
    for case, source in years:
        for rule in _rules(case):
            for finding in dict.fromkeys(rule.find(case)):
                found.setdefault((rule, finding), []).append(source)
    return found


def _rules(case: Case) -> Iterator[Rule]:
    return (rule for rule in RULES if rule.in_scenarios or case.scenario is None)


def _told(rule: Rule, finding: Finding, sources: Sequence[Source]) -> Told:
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
    first = sources[0]
    if len(sources) == 1:
        (placed,) = first.located([problem])
        return Told(rule.id, placed)
    from igs_costshare.planning.told import placed_in

    return Told(rule.id, placed_in(problem, first, [each.whole_year["year"] for each in sources]))


def _place(told: Told) -> tuple[int, int]:
    place = told.problem.place
    return (place.line, place.column) if place else (0, 0)
