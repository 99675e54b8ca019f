"""What changed from one year to the next, told in the order in which a year goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from igs_costshare.errors import dotted
from igs_costshare.following.wanted import Wanted
from igs_costshare.messages import Message, Percent, Place, listed, say
from igs_costshare.reading.basis import fields_within
from igs_costshare.reading.description import PLAN, SCENARIO, Description, table_at, value_at
from igs_costshare.reading.rising import Rises, numbers_that_rise
from igs_costshare.reading.scenarios import overlay_of
from igs_costshare.reading.years import HEAD


def summary(wanted: Wanted) -> Iterator[Message]:
    """Everything that the file of the next year says otherwise."""
    yield say("next.year", before=str(wanted.year - 1), after=str(wanted.year))
    yield from _rises(wanted)
    yield from _block(wanted)
    yield from (say("next.left", partner=_called(wanted, id)) for id in wanted.past.left)
    yield from _owing(wanted)
    yield from (say("next.passing", partner=_called(wanted, id)) for id in wanted.past.passing)
    yield from (say("next.whole", partner=_called(wanted, id)) for id in wanted.past.whole)
    yield from _carried(wanted)
    if wanted.closing.settles:
        yield say("next.settle", year=str(wanted.year - 1))
    yield from _dropped(wanted)
    if wanted.exact:
        yield say("next.rounded", count=len(wanted.exact))
    yield from _plan(wanted)


def _called(wanted: Wanted, id: str) -> str:
    """What the file calls a partner."""
    name = value_at(wanted.before, ("partner", id, "name"))
    return name if isinstance(name, str) else id


def _owing(wanted: Wanted) -> Iterator[Message]:
    """Who left, or is no partner of its own any more, and is not even."""
    year, closing = str(wanted.year - 1), wanted.closing
    for id, due in closing.balances.items():
        places: dict[str, Place] = {
            "partner": _called(wanted, id),
            "year": year,
            "amount": closing.money(id),
        }
        if id in wanted.past.owing:
            yield say("next.owing", **places) if due > 0 else say("next.owed", **places)
        else:
            yield say("next.gone_owing", **places) if due > 0 else say("next.gone_owed", **places)


def _rises(wanted: Wanted) -> Iterator[Message]:
    """Each index and each step, with how many numbers it raised; not those that the year sets."""
    plan = wanted.first.network.plan
    if plan is None or wanted.planned is None:
        return
    indices, steps = _counted(wanted.before, Rises(plan, "even"), wanted.year, wanted.block)
    for index, count in indices.items():
        yield say("next.index", rise=Percent(index), count=count)
    for step, count in steps.items():
        yield say("next.step", step=step, count=count)


def _counted(
    description: Description, rises: Rises, year: int, block: Description
) -> tuple[Counter[Decimal], Counter[Decimal]]:
    numbers = [
        each for each in numbers_that_rise(description) if value_at(block, each.path) is None
    ]
    indices = Counter(rises.of("index", each, year)[0] for each in numbers)
    steps = Counter(rises.of("step", each, year)[0] for each in numbers)
    for counted in (indices, steps):
        counted.pop(Decimal(0), None)
    return indices, steps


def _block(wanted: Wanted) -> Iterator[Message]:
    """What the block of the year takes away, merges and sets."""
    for name in wanted.block.get("remove", ()):
        yield say("next.removed", path=name)
    for new, members in wanted.merges.items():
        called = listed(_called(wanted, each) for each in members)
        name = value_at(wanted.description, ("partner", new, "name"))
        yield say("next.merged", members=called, partner=name or new)
    overlay = {key: value for key, value in wanted.block.items() if key not in HEAD}
    paths = [dotted(path) for path in fields_within(overlay)]
    if paths:
        yield say("next.set", paths=listed(paths))


def _carried(wanted: Wanted) -> Iterator[Message]:
    """What the year that ends leaves to the next."""
    for path, told in (
        (("contribution", "previous"), say("next.previous")),
        (("reserve", "opening"), say("next.reserve")),
    ):
        stated = value_at(wanted.description, path)
        if stated is not None and stated != value_at(wanted.before, path):
            yield told


def _dropped(wanted: Wanted) -> Iterator[Message]:
    """What is expected now, what is left out, and scenarios whose amounts did not rise."""
    if wanted.expecting:
        yield say("next.expected", year=str(wanted.year))
    for path in wanted.dropped:
        if path == (SCENARIO, wanted.first.source.settled):
            yield say("next.settled_dropped", scenario=str(path[1]))
        elif path[0] == SCENARIO:
            yield say("next.scenario_dropped", scenario=str(path[1]))
        else:
            yield say("next.dropped", path=dotted(path))
    plan = wanted.first.network.plan
    if plan is None or wanted.planned is None:
        return
    for id in table_at(wanted.description, SCENARIO):
        rises = Rises(plan, "even")
        if any(_counted(overlay_of(wanted.before, id), rises, wanted.year, {})):
            yield say("next.scenario_not_raised", scenario=id)


def _plan(wanted: Wanted) -> Iterator[Message]:
    """What has ended of the plan, and how far it still goes."""
    for path, heir in wanted.ended:
        yield say("next.rise_ended", path=dotted(path), other=heir)
    if PLAN in wanted.description:
        until = str(wanted.description[PLAN]["until"])
        yield say("next.plan_goes_on", until=until)
    elif PLAN in wanted.before:
        yield say("next.plan_ends")
