"""Rules on the figures of a network whose structure is sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from igs_costshare.description.places import lines
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import Money, say
from igs_costshare.sharing.apportionment import (
    common_charges,
    common_contributions,
    home_incomes,
    own_weights,
)
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.refusal import CannotShare


def subsidies_within_costs(budget: Budget) -> Iterator[Problem]:
    """Subsidies do not exceed all costs together."""
    if budget.network.subsidy and budget.subsidies > budget.costs:
        last = list(budget.network.subsidy)[-1]
        currency = budget.network.currency
        message = say(
            "sharing.subsidies_exceed",
            subsidies=Money(budget.subsidies, currency),
            costs=Money(budget.costs, currency),
        )
        yield Problem(message, ("subsidy", last), say("sharing.lower_subsidies"))


def pool_can_be_shared(budget: Budget) -> Iterator[Problem]:
    """The common contribution finds a way to share the pool."""
    common = budget.network.contribution
    if common is None or not (common.is_charge or budget.has_pool):
        return
    try:
        if common.is_charge:
            common_charges(budget)
        else:
            common_contributions(budget)
    except CannotShare as reason:
        yield _told(reason, ("contribution",))


def own_lines_can_be_shared(budget: Budget) -> Iterator[Problem]:
    """Each line outside the pool finds a way to be shared."""
    for path, line in lines(budget.network):
        if line.pooled or line.per is not None:
            continue
        try:
            own_weights(budget, str(path[1]), line)
        except CannotShare as reason:
            if line.contribution is None:
                # The fields are those of the common contribution, and the line is at fault.
                yield Problem(reason.message, path, reason.hint)
            else:
                yield _told(reason, (*path, "contribution"))


def _told(reason: CannotShare, base: Path) -> Problem:
    return Problem(reason.message, (*base, *reason.field), reason.hint)


def days_are_used(budget: Budget) -> Iterator[Problem]:
    """What the partners pay for days of use is divided by that use."""
    day_price = budget.network.day_price
    if day_price is None or day_price.paid_by != "partner" or home_incomes(budget) is None:
        return
    if not any(budget.figures["use"].numerators):
        yield Problem(
            say("sharing.no_use"),
            ("day_price", "paid_by"),
            say("sharing.give_days"),
        )


AMOUNTS: tuple[Callable[[Budget], Iterator[Problem]], ...] = (
    subsidies_within_costs,
    pool_can_be_shared,
    own_lines_can_be_shared,
    days_are_used,
)
