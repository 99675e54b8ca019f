"""Locks beside a description that it no longer holds, as findings of `check`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from igs_costshare.checking.report import Told
from igs_costshare.comparing.difference import Difference, diff
from igs_costshare.computing.statement import Statement
from igs_costshare.errors import InputError, Problem
from igs_costshare.freezing.beside import locks_beside
from igs_costshare.freezing.holding import moved_dues
from igs_costshare.freezing.lock import Lock, read_lock
from igs_costshare.messages import Message, say
from igs_costshare.rules.file import LOCK
from igs_costshare.settling.ledger import settle

Statements = Mapping[str | None, Sequence[Statement]]
"""The statements of a description, by scenario; those of the file as it stands have None.

The later years of a plan come after the first."""


def broken_locks(
    file: str, statements: Statements, asked: str | None, budget: Statement | None
) -> Iterator[Told]:
    """Each lock of a file that its statements do not hold to, and each that cannot be read.

    Where one scenario is `asked` for, only the locks of that scenario. `budget` is the statement
    of the file as it stands, without which no settlement is held to; None where it has none.
    """
    for path in locks_beside(file):
        try:
            lock = read_lock(path)
        except InputError as error:
            for problem in error.problems:
                yield Told(LOCK.id, _unreadable(path, problem))
            continue
        scenario = lock.statement.scenario
        if asked is None or scenario == asked:
            message = _fault(path, lock, statements.get(scenario, ()), budget)
            if message is not None:
                problem = Problem(message, hint=say("kept.freeze_anew"), origin=str(path))
                yield Told(LOCK.id, problem)


def _fault(
    path: Path, lock: Lock, statements: Sequence[Statement], budget: Statement | None
) -> Message | None:
    """Why a lock does not hold; None where it does."""
    called = _called(path, lock)
    if not statements:
        scenario = lock.statement.scenario or ""
        return say("kept.scenario_gone", lock=called, scenario=scenario)
    frozen = (lock.statement, *lock.later)
    # Without a plan in the lock, only the first year was frozen.
    now = statements if lock.later else statements[:1]
    try:
        wholes = [diff(then, each) for then, each in zip(frozen, now, strict=False)]
    except InputError:  # another currency
        return say("kept.moved", lock=called)
    years = [[each.year for each in side] for side in (frozen, now)]
    if any(whole.changed for whole in wholes):
        return say("kept.moved", lock=called)
    if years[0] != years[1]:
        return say("kept.other_years", lock=called)
    if lock.settlement is not None and budget is not None:
        return _fault_of_settlement(called, lock, wholes[0], (budget, statements[0]))
    return None


def _fault_of_settlement(
    called: Message, lock: Lock, whole: Difference, sides: tuple[Statement, Statement]
) -> Message | None:
    """Why the settlement of a lock does not hold; None where it does.

    `sides` are the budget and what is settled.
    """
    try:
        settled = settle(*sides)
    except InputError:  # told where it is settled
        return say("kept.settled_otherwise", lock=called)
    moved = moved_dues(lock, whole, settled)
    if moved is None:
        return None
    if moved.only_reserve:
        return say("kept.reserve_otherwise", lock=called)
    return say("kept.settled_otherwise", lock=called)


def _called(path: Path, lock: Lock) -> Message:
    """The lock by its file, and the decision that it keeps."""
    if lock.decision is None:
        return say("kept.lock", lock=path.name)
    return say("kept.lock_of_decision", lock=path.name, decision=lock.decision)


def _unreadable(path: Path, problem: Problem) -> Problem:
    """Why a lock cannot be read; the place, which is none in the description, in its words."""
    place = problem.place
    lock = f"{path.name}:{place.line}:{place.column}" if place else path.name
    message = say("kept.cannot_read", lock=lock, reason=problem.message)
    return Problem(message, hint=problem.hint, origin=str(path))
