"""Whether a description still gives every year of a plan that was frozen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igs_costshare.description.network import Network
from igs_costshare.errors import InputError
from igs_costshare.freezing.holding import Held, held, held_year, with_besides
from igs_costshare.freezing.lock import Lock
from igs_costshare.messages import Message, say
from igs_costshare.planning.told import in_words
from igs_costshare.reading.loading import Reading
from igs_costshare.reading.planned import plan_of_text, years_of
from igs_costshare.settling.settled import Settled


def held_years(lock: Lock, reading: Reading, settled: Settled | None = None) -> tuple[Held, ...]:
    """What becomes of each year of a lock that the description still has, the first one too.

    `settled` is the settlement that the description gives now. Raises `InputError` where the plan
    is not sound today.
    """
    if not lock.later:
        return (held(lock, reading, settled),)
    described = reading.source.whole_year
    same = lock.is_of(described)
    then = _networks(lock)
    now = {each.year: each for each in years_of(reading)}
    states: list[Held] = []
    for frozen in (lock.statement, *lock.later):
        year = now.get(frozen.year or 0)
        if year is not None:
            before = then.get(year.year)
            network = year.reading.network
            states.append(held_year(frozen, before, network, year.statement, same=same))
    if not states:  # a plan of other years altogether
        return (held(lock, reading, settled),)
    first = with_besides(states[0], lock, described, reading.statement(), settled)
    return (first, *states[1:])


def other_years(lock: Lock, reading: Reading, states: Sequence[Held]) -> Iterator[Message]:
    """Which years were frozen that the plan has no more, and which it has besides."""
    if not lock.later:
        return
    network = reading.network
    first, last = network.year or 0, network.year if network.plan is None else network.plan.until
    now = {*range(int(first), int(last or 0) + 1)}
    frozen = {each.year or 0 for each in (lock.statement, *lock.later)}
    if frozen - now:
        yield say("kept.years_gone", years=in_words(sorted(frozen - now)))
    if now - frozen:
        yield say("kept.years_more", years=in_words(sorted(now - frozen)))
    if frozen != now and frozen & now and not any(each.moved for each in states):
        yield say("kept.years_alike")


def _networks(lock: Lock) -> dict[int, Network]:
    """The networks of the years as they were frozen; none where they cannot be read today."""
    import tomli_w

    try:
        years = plan_of_text(tomli_w.dumps(lock.description or {}), "")
    except InputError:
        return {}
    return {each.year: each.reading.network for each in years}
