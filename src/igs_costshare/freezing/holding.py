"""Whether a description still gives what was frozen; where not, what moved it."""

from __future__ import annotations

from typing import NamedTuple

from igs_costshare.comparing.difference import Difference, diff
from igs_costshare.comparing.dues import changed_dues
from igs_costshare.computing.amounts import SavedStatement
from igs_costshare.computing.engine import compute
from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.errors import InputError
from igs_costshare.freezing.kept_settlement import KeptSettlement
from igs_costshare.freezing.lock import Lock
from igs_costshare.freezing.meaning import fingerprint, register_told, without_register
from igs_costshare.reading import Reading, from_tables
from igs_costshare.reading.description import Description, value_at
from igs_costshare.settling.dues import dues_of
from igs_costshare.settling.ledger import course_of
from igs_costshare.settling.settled import Course, Settled, Transfer

_OPENING = ("reserve", "opening")


class MovedDues(NamedTuple):
    """A settlement that is another than the one that was kept."""

    difference: Difference
    then: tuple[Transfer, ...]
    """Who was to pay whom."""
    now: tuple[Transfer, ...]
    reserve: tuple[Course | None, Course | None] | None = None
    """The reserve then and now, in the steps of the difference, where it is another."""

    @property
    def only_reserve(self) -> bool:
        """Whether everybody has to pay what was kept, to whom it was."""
        return not self.difference.changed and {*self.then} == {*self.now}


class Held(NamedTuple):
    """A lock beside what its description gives now."""

    moved: bool
    """Whether any amount is another."""
    same: bool
    """Whether the description still says the same, as far as the lock knows."""
    register: bool
    """Whether the register of stays is another one, as far as the lock knows."""
    besides: bool
    """Whether anything else of the description is another."""
    known: bool
    """Whether the causes are known: the lock keeps the description, and it can be read today."""
    by_program: Difference | None = None
    """From the frozen statement to what the frozen description gives in this version, where that
    is something else."""
    by_description: Difference | None = None
    """From there to what the description gives now; where the causes are not known, without them
    and from the frozen statement."""
    dues: MovedDues | None = None
    """The settlement, where that is another."""
    reserve: bool = False
    """Whether the reserve begins with another amount, where no settlement is kept."""


def held(lock: Lock, reading: Reading, settled: Settled | None = None) -> Held:
    """What becomes of a lock; raises `InputError` where the amounts are in another currency.

    `settled` is the settlement that the description gives now; it is needed where the lock keeps
    one.
    """
    statement, now = reading.statement(), reading.source.description
    state = held_year(
        lock.statement, _network(lock), reading.network, statement, same=lock.is_of(now)
    )
    return with_besides(state, lock, now, statement, settled)


def with_besides(
    state: Held, lock: Lock, now: Description, statement: Statement, settled: Settled | None
) -> Held:
    """The same with what else moved: the register, the settlement, the rest of the description."""
    then = lock.description
    dues = moved_dues(lock, diff(lock.statement, statement), settled)
    return state._replace(
        moved=state.moved or dues is not None,
        register=then is not None and register_told(then) != register_told(now),
        besides=not state.same if then is None else _differs(then, now),
        dues=dues,
        reserve=then is not None
        and lock.settlement is None
        and value_at(then, _OPENING) != value_at(now, _OPENING),
    )


def held_year(
    frozen: SavedStatement, then: Network | None, now: Network, statement: Statement, *, same: bool
) -> Held:
    """What becomes of a frozen statement; `then` is its network, where that is known.

    Raises `InputError` where the amounts are in another currency.
    """
    whole = diff(frozen, statement)
    known = then is not None
    state = Held(whole.changed, same=same, register=False, besides=not same, known=known)
    if not whole.changed:
        return state
    if then is None:
        return state._replace(by_description=whole)
    since = diff(frozen, compute(then))
    moved = diff(then, now)
    return state._replace(
        # The program itself is the cause, and no value of the description.
        by_program=since._replace(causes=()) if since.changed else None,
        by_description=moved if moved.changed else None,
    )


def moved_dues(lock: Lock, whole: Difference, settled: Settled | None) -> MovedDues | None:
    """What moved in the settlement that a lock keeps; None where nothing did, or it keeps none.

    `whole` is the difference of the statements.
    """
    if lock.settlement is None or settled is None:
        return None
    then, now = lock.settlement, dues_of(settled)
    difference = changed_dues(whole.in_steps_shown(), then.dues, now)
    courses = (
        _in_steps(_course_then(lock, then, settled), difference.decimals),
        _in_steps(Reserve(settled.reserve, settled.decimals), difference.decimals),
    )
    reserve = None if courses[0] == courses[1] else courses
    moved = MovedDues(difference, then.transfers, settled.transfers, reserve)
    return None if moved.only_reserve and reserve is None else moved


class Reserve(NamedTuple):
    """What a reserve does, in 10^-decimals; None where there is none."""

    course: Course | None
    decimals: int


def _course_then(lock: Lock, kept: KeptSettlement, settled: Settled) -> Reserve:
    """The reserve as it was frozen; of an older lock by the description that it keeps.

    Where that cannot be read today, it is the one of now.
    """
    decimals = kept.dues.decimals
    if kept.reserve is not None:
        return Reserve(kept.reserve, decimals)
    network = _network(lock)
    if network is None:
        return Reserve(settled.reserve, settled.decimals)
    return Reserve(course_of(compute(network), decimals), decimals)


def _in_steps(reserve: Reserve, decimals: int) -> Course | None:
    """A course in 10^-decimals, no fewer than it has."""
    course, wider = reserve.course, 10 ** (decimals - reserve.decimals)
    return course and Course(wider * course.opening, wider * course.change)


def _differs(then: Description, now: Description) -> bool:
    """Whether two descriptions differ in more than their register of stays."""
    one, other = (fingerprint(without_register(each)) for each in (then, now))
    return one != other


def _network(lock: Lock) -> Network | None:
    """The network that was frozen; None where the lock does not keep it, or it is none today."""
    try:
        return None if lock.description is None else from_tables(lock.description)
    except InputError:
        return None
