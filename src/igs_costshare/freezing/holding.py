"""Whether a description still gives what was frozen; where not, what moved it."""

from __future__ import annotations

from typing import NamedTuple

from igs_costshare.comparing.difference import Difference, diff
from igs_costshare.computing.amounts import SavedStatement
from igs_costshare.computing.engine import compute
from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.errors import InputError
from igs_costshare.freezing.lock import Lock
from igs_costshare.reading import Reading, from_tables


class Held(NamedTuple):
    """A lock beside what its description gives now."""

    moved: bool
    """Whether any amount is another."""
    same: bool
    """Whether the description still says the same, as far as the lock knows."""
    known: bool
    """Whether the causes are known: the lock keeps the description, and it can be read today."""
    by_program: Difference | None = None
    """From the frozen statement to what the frozen description gives in this version, where that
    is something else."""
    by_description: Difference | None = None
    """From there to what the description gives now; where the causes are not known, without them
    and from the frozen statement."""


def held(lock: Lock, reading: Reading) -> Held:
    """What becomes of a lock; raises `InputError` where the amounts are in another currency."""
    same = lock.is_of(reading.source.description)
    statement = reading.statement()
    return held_year(lock.statement, _network(lock), reading.network, statement, same=same)


def held_year(
    frozen: SavedStatement, then: Network | None, now: Network, statement: Statement, *, same: bool
) -> Held:
    """What becomes of a frozen statement; `then` is its network, where that is known.

    Raises `InputError` where the amounts are in another currency.
    """
    whole = diff(frozen, statement)
    if not whole.changed:
        return Held(moved=False, same=same, known=then is not None)
    if then is None:
        return Held(moved=True, same=same, known=False, by_description=whole)
    since = diff(frozen, compute(then))
    moved = diff(then, now)
    return Held(
        moved=True,
        same=same,
        known=True,
        # The program itself is the cause, and no value of the description.
        by_program=since._replace(causes=()) if since.changed else None,
        by_description=moved if moved.changed else None,
    )


def _network(lock: Lock) -> Network | None:
    """The network that was frozen; None where the lock does not keep it, or it is none today."""
    try:
        return None if lock.description is None else from_tables(lock.description)
    except InputError:
        return None
