"""Rules on smaller groups of partners: how lines scale, what groups pay, and who pays alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, islice, pairwise

from igs_costshare.description.groups import JOINS, Scaling, members_of
from igs_costshare.description.network import Network
from igs_costshare.description.places import lines, pays_by_lines
from igs_costshare.errors import Path, Problem, clipped
from igs_costshare.messages import Money, Toml, say
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.exact import masked
from igs_costshare.sharing.presence import presence_of
from igs_costshare.sharing.scaling import BySteps, alone_in_year, concerned, scaling_of

_NAMED = 10
"""Missing groups that a message names."""
_COUNTED = 10**6
"""More of them are not counted: nobody reads such a number."""


def scale_steps_rise(network: Network) -> Iterator[Problem]:
    """Each step ends above the one before it, and costs no less; only the last is open."""
    for path, line in lines(network):
        if not isinstance(line.scales, Scaling) or line.scales.steps is None:
            continue
        place: Path = (*path, "scales", "steps")
        steps = line.scales.steps
        if not steps:
            yield Problem(say("fair.no_step"), place)
        below: Decimal | None = None
        for position, step in enumerate(steps):
            if step.up_to is None and position < len(steps) - 1:
                yield Problem(say("fair.step_open"), (*place, position))
            if step.up_to is not None and below is not None and step.up_to <= below:
                message = say("fair.steps_fall", end=Toml(step.up_to), before=Toml(below))
                yield Problem(message, (*place, position, "up_to"))
            below = step.up_to if step.up_to is not None else below
        for position, (before, step) in enumerate(pairwise(steps), 1):
            if step.amount < before.amount:
                fall = say("fair.steps_fall", end=Toml(step.amount), before=Toml(before.amount))
                yield Problem(fall, (*place, position, "amount"))


def groups_are_stated_once(network: Network) -> Iterator[Problem]:
    """Each group once, in whatever order."""
    yield from stated_twice(network.coalitions or ())


def stated_twice(groups: Iterable[str]) -> Iterator[Problem]:
    """Groups that have the members of one before them."""
    known: dict[frozenset[str], str] = {}
    for name in groups:
        same = known.setdefault(frozenset(members_of(name)), name)
        if same != name:
            message = say("fair.group_twice", group=clipped(same))
            yield Problem(message, ("coalitions", name), say("fault.keep_one"), at_key=True)


def _alone_agrees(network: Network) -> Iterator[Problem]:
    """What a partner pays alone is the same in both places where it may be stated."""
    step, presence = Fraction(network.rounding.unit), presence_of(network)
    for name, cost in (network.coalitions or {}).items():
        members = members_of(name)
        if len(members) == 1 and len(network.partner) > 1:
            alone = alone_in_year(network, presence, members[0])
            if alone is not None and abs(alone - Fraction(cost)) >= step:
                stated = Money(alone, network.currency)
                message = say("fair.alone_differs", partner=members[0], alone=stated)
                yield Problem(message, ("coalitions", name), say("fair.state_once"))


def groups_are_complete(network: Network) -> Iterator[Problem]:
    """Every group has its cost, but all together, whose cost may be the bill of the statement."""
    if network.coalitions is None:
        return
    known = {frozenset(members_of(each)) for each in network.coalitions}
    known |= {frozenset((id,)) for id, each in network.partner.items() if each.alone is not None}
    partners = list(network.partner)
    computed = pays_by_lines(network)
    largest = len(partners) - computed
    missing = (
        group
        for size in range(1, largest + 1)
        for group in combinations(partners, size)
        if frozenset(group) not in known
    )
    first = [*islice(missing, _NAMED)]
    if first:
        wanted = 2 ** len(partners) - 1 - computed
        whole = frozenset(partners) in known and computed
        count = wanted - len(known) + whole
        names = ", ".join(f"`{JOINS.join(each)}`" for each in first)
        names += " …" if count > len(first) else ""
        message = say("fair.groups_missing", count=count, names=names)
        if count > _COUNTED:
            message = say("fair.many_groups_missing", partners=len(partners), names=names)
        yield Problem(message, ("coalitions",), say("fair.give_groups"))
        yield from _alone_agrees(network)


def scales_have_figures(apportionment: Apportionment) -> Iterator[Problem]:
    """Somebody that takes part has some of the key that a line goes by."""
    network, figures = apportionment.network, apportionment.budget.figures
    for path, line in lines(network):
        scaled = scaling_of(line)
        if scaled is None:
            continue
        part = concerned(network, line)
        counted = figures[scaled.key]
        place: Path = (*path, "scales")
        if isinstance(line.scales, Scaling):
            place = (*place, "key" if isinstance(scaled, BySteps) else "largest")
        if not any(masked(counted.numerators, part)):
            message = say("sharing.key_zero", key=scaled.key)
            yield Problem(message, place, say("sharing.give_figures"))
        elif isinstance(scaled, BySteps):
            whole = Fraction(sum(masked(counted.numerators, part)), counted.denominator)
            amount = apportionment.budget.price(line)
            yield from _of_all(network, scaled, whole, amount, (*path, "scales", "steps"))


def _of_all(
    network: Network, scaled: BySteps, whole: Fraction, amount: Fraction, place: Path
) -> Iterator[Problem]:
    """The step of all together is what the line comes to."""
    given = scaled.at(whole)
    if given is None:
        message = say("fair.above_steps", whole=whole, key=scaled.key)
        yield Problem(message, place, say("fair.add_open_step"))
    elif given != amount:
        message = say(
            "fair.step_of_all",
            given=Money(given, network.currency),
            whole=whole,
            key=scaled.key,
            amount=Money(amount, network.currency),
        )
        yield Problem(message, place, say("fair.steps_agree"))


def groups_agree(apportionment: Apportionment) -> Iterator[Problem]:
    """What is stated twice is the same: a partner alone, and all together."""
    network = apportionment.network
    yield from _alone_agrees(network)
    step = Fraction(network.rounding.unit)
    everybody = set(network.partner)
    for name, cost in (network.coalitions or {}).items():
        members = members_of(name)
        path: Path = ("coalitions", name)
        if set(members) == everybody and pays_by_lines(network):
            bill = apportionment.net_bill
            if abs(bill - Fraction(cost)) >= step:
                message = say("fair.whole_differs", bill=Money(bill, network.currency))
                yield Problem(message, path, say("fair.leave_whole"))
