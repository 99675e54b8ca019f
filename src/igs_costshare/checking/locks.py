"""Locks beside a description that it no longer holds, as findings of `check`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from igs_costshare.checking.report import Told
from igs_costshare.comparing.difference import diff
from igs_costshare.computing.statement import Statement
from igs_costshare.errors import InputError, Problem
from igs_costshare.freezing.beside import locks_beside
from igs_costshare.freezing.lock import Lock, read_lock
from igs_costshare.rules.file import LOCK
from igs_costshare.wording.language import Language, Words

_MOVED = Words(
    "`{lock}`{decision} klopt niet meer: het bestand geeft andere bedragen dan er vastgelegd zijn",
    "`{lock}`{decision} no longer holds: the file gives other amounts than were frozen",
)
_NO_SCENARIO = Words(
    "`{lock}`{decision} klopt niet meer: het scenario `{scenario}` staat niet meer in het bestand",
    "`{lock}`{decision} no longer holds: scenario `{scenario}` is no longer in the file",
)
_UNREADABLE = Words(
    "`{lock}` kan niet gelezen worden: {reason}", "`{lock}` cannot be read: {reason}"
)
_HINT = Words(
    "`igs-costshare verify` toont wat verschoof; `igs-costshare freeze --force` legt het opnieuw "
    "vast",
    "`igs-costshare verify` shows what moved; `igs-costshare freeze --force` freezes it anew",
)
Statements = Mapping[str | None, Statement]
"""The statements of a description, by scenario; that of the file as it stands has None."""


def broken_locks(
    file: str, statements: Statements, asked: str | None, language: Language
) -> Iterator[Told]:
    """Each lock of a file that its statements do not hold to, and each that cannot be read.

    Where one scenario is `asked` for, only the locks of that scenario.
    """
    for path in locks_beside(file):
        try:
            lock = read_lock(path)
        except InputError as error:
            for problem in error.problems:
                yield Told(LOCK.id, _unreadable(path, problem, language))
            continue
        scenario = lock.statement.scenario
        if asked is None or scenario == asked:
            words = _fault(lock, statements.get(scenario))
            if words is not None:
                yield Told(LOCK.id, _problem(path, lock, words, language))


def _fault(lock: Lock, statement: Statement | None) -> Words | None:
    """Why a lock does not hold; None where it does."""
    if statement is None:
        return _NO_SCENARIO
    try:
        return _MOVED if diff(lock.statement, statement).changed else None
    except InputError:  # another currency
        return _MOVED


def _unreadable(path: Path, problem: Problem, language: Language) -> Problem:
    """Why a lock cannot be read; the place, which is none in the description, in its words."""
    place = problem.place
    lock = f"{path.name}:{place.line}:{place.column}" if place else path.name
    told = _UNREADABLE.say(language, lock=lock, reason=problem.message)
    return Problem(told, hint=problem.hint, origin=str(path))


def _problem(path: Path, lock: Lock, words: Words, language: Language) -> Problem:
    decision = "" if lock.decision is None else f" ({lock.decision})"
    told = words.say(
        language, lock=path.name, decision=decision, scenario=lock.statement.scenario or ""
    )
    return Problem(told, hint=_HINT.say(language), origin=str(path))
