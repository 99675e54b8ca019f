"""`igs-costshare verify`: whether descriptions still give the statements that were frozen."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.freeze import lock_of
from igs_costshare.cli.options import AskedLang, LockName
from igs_costshare.cli.output import deliver, note
from igs_costshare.cli.showing import Showing, showing

if TYPE_CHECKING:
    from igs_costshare.errors import Problem
    from igs_costshare.freezing.beside import Locked
    from igs_costshare.freezing.holding import Held
    from igs_costshare.freezing.lock import Lock
    from igs_costshare.messages import Message


def verify(
    paths: Annotated[list[str], typer.Argument(metavar="PATH")],
    lock: LockName = None,
    lang: AskedLang = None,
) -> None:
    """Prove that descriptions still give what `freeze` kept.

    Silent, with exit code 0, when they do; otherwise it shows what moved, and why.

    Example: igs-costshare verify network.toml
    """
    from igs_costshare.errors import InputError, Problem, gathered

    shown = showing(paths, None, None, lang)
    problems: list[Problem] = []
    found: dict[Locked, None] = {}  # each once, in the order of the paths
    for path in paths:
        locks, faults = _locks(path, lock)
        found |= dict.fromkeys(locks)
        problems += faults
    moved = 0
    for each in found:
        with gathered(problems):
            moved += _verified(each, shown, first=not moved, alone=len(found) == 1)
    if problems:
        raise InputError(problems)
    raise typer.Exit(1 if moved else 0)


def _locks(path: str, name: str | None) -> "tuple[list[Locked], list[Problem]]":
    """The locks that a path stands for: those of a description, or all in a folder."""
    from igs_costshare.freezing.beside import Locked, locks_beside, locks_in

    plain = lock_of(path, name)
    if _is_folder(path):
        return locks_in(path, name)
    beside = locks_beside(path) if name is None else ()
    # Where there is none, reading the plain one tells so.
    return [Locked(path, lock) for lock in beside or [plain]], []


def _is_folder(path: str) -> bool:
    """Whether a path leads to a folder; an empty one leads nowhere, though `Path("")` is here."""
    try:
        return bool(path) and Path(path).is_dir()
    except (OSError, ValueError):  # not the name of a file, as reading it will tell
        return False


def _verified(locked: "Locked", shown: Showing, *, first: bool, alone: bool) -> bool:
    """Show what moved, in each year of a plan, and say why; whether anything did."""
    from igs_costshare import __version__
    from igs_costshare.checking.kept import documents, notes
    from igs_costshare.errors import visible

    lock, states, years = _states(locked)
    name = visible(str(locked.lock))
    separator, head = "" if first else "\n", "" if alone else f"{name}:\n"
    for state in states:
        for document in documents(locked, lock, state, shown.language):
            deliver(f"{separator}{head}".encode(), None)
            shown.show(document)
            separator = "\n"
    moved = next((each for each in states if each.moved), states[0])
    besides = [] if years and not moved.moved else notes(lock, moved, __version__)
    for message in (*years, *besides):
        told = shown.language.tell(message)
        note(told if alone else f"{name}: {told}")
    return moved.moved or bool(years)


def _states(locked: "Locked") -> "tuple[Lock, tuple[Held, ...], tuple[Message, ...]]":
    """A lock beside what its description gives now, with the file that a problem is of."""
    from igs_costshare.errors import InputError
    from igs_costshare.freezing.lock import read_lock
    from igs_costshare.freezing.planned import held_years, other_years
    from igs_costshare.reading import load
    from igs_costshare.reading.settled import budgeted

    lock = read_lock(locked.lock)
    reading = load(locked.file, (), lock.statement.scenario)
    settled = None
    if lock.settlement is not None:
        settled = budgeted(reading).outcome(reading.statement())
    try:
        states = held_years(lock, reading, settled)
        return lock, states, tuple(other_years(lock, reading, states))
    except InputError as error:
        problems = (each._replace(origin=str(locked.lock)) for each in error.problems)
        raise InputError(problems) from None
