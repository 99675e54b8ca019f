"""`igs-costshare freeze`: the statement as it was decided, in a lock beside the description."""

from pathlib import Path
from typing import Annotated

import typer

from igs_costshare.cli.mistakes import mistake, mistaken
from igs_costshare.cli.options import AskedLang, Force, LockName, Scenario
from igs_costshare.cli.output import (
    STANDARD,
    deliver,
    note,
    refuse_to_overwrite_all,
    refuse_to_replace,
    tell,
)
from igs_costshare.messages import say


def freeze(
    file: Annotated[str, typer.Argument(metavar="FILE")],
    decision: Annotated[str | None, typer.Option(metavar="TEXT")] = None,
    scenario: Scenario = None,
    lock: LockName = None,
    force: Force = False,
    lang: AskedLang = None,
) -> None:
    """Keep the statement of a description in FILE.lock.

    With --lock NAME in FILE.NAME.lock. `verify` tells later whether the description still gives
    it, and what moved where not.

    Example: igs-costshare freeze network.toml --decision "council 2026-03-12, item 7"
    """
    from igs_costshare import __version__
    from igs_costshare.freezing.lock import lock_text
    from igs_costshare.reading import load
    from igs_costshare.reading.planned import years_of
    from igs_costshare.reading.settled import budgeted
    from igs_costshare.settling.stated import has_settlement

    path = lock_of(file, lock)
    if not force:
        refuse_to_replace(path, say("output.lock_exists_hint"))
    _refuse_hidden(decision)
    refuse_to_overwrite_all(path, file)  # it may be a link to it, or to its register
    replaced = _decision_in(path)
    reading = load(file, (), scenario)
    statement = reading.statement()
    tell(reading.source.located(statement.warnings))
    later = [each.statement for each in years_of(reading)][1:]
    source, settled = reading.source, None
    if has_settlement(reading.network) and source.scenario == source.settled:
        settled = budgeted(reading).outcome(statement)
    described = source.whole_year if later else source.description
    text = lock_text(statement, described, __version__, decision, settled, later)
    deliver(text.encode(), path)
    if replaced is not None:
        note(say("output.replaces", decision=replaced))


def _decision_in(lock: Path) -> str | None:
    """The decision that a lock on disk was made with; None without one, or where it is no lock."""
    from igs_costshare.errors import InputError
    from igs_costshare.freezing.lock import read_lock

    try:
        return read_lock(lock).decision
    except InputError:
        return None


def lock_of(file: str, name: str | None) -> Path:
    """The lock that belongs to a description, the one of that name where it is given."""
    from igs_costshare.freezing.beside import NAME, lock_beside

    if file == STANDARD:
        raise mistaken("FILE", say("usage.no_lock_beside"))
    if name is not None and not NAME.fullmatch(name):
        raise mistake("--lock", say("usage.lock_name"), say("usage.lock_name_hint"))
    return lock_beside(file, name)


def _refuse_hidden(decision: str | None) -> None:
    """A decision is a text like those of the file: one line that can be read."""
    from igs_costshare.errors import is_hidden

    if decision is not None and (not decision.strip() or any(map(is_hidden, decision))):
        raise mistake("--decision", say("usage.no_line"))
