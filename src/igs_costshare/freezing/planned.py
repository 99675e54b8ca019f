"""Whether a description still gives every year of a plan that was frozen."""

from __future__ import annotations

from igs_costshare.description.network import Network
from igs_costshare.errors import InputError
from igs_costshare.freezing.holding import Held, held, held_year, with_besides
from igs_costshare.freezing.lock import Lock
from igs_costshare.messages import Message, say
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


def gone(lock: Lock, reading: Reading) -> Message | None:
    """That the plan has not all the years any more that were frozen; None where it has."""
    frozen = [each.year for each in (lock.statement, *lock.later)]
    network = reading.network
    last = network.year if network.plan is None else network.plan.until
    if not lock.later or (network.year, last) == (frozen[0], frozen[-1]):
        return None
    return say("kept.other_years", first=str(frozen[0]), last=str(frozen[-1]))


def _networks(lock: Lock) -> dict[int, Network]:
    """The networks of the years as they were frozen; none where they cannot be read today."""
    import tomli_w

    try:
        years = plan_of_text(tomli_w.dumps(lock.description or {}), "")
    except InputError:
        return {}
    return {each.year: each.reading.network for each in years}
