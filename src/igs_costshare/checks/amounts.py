"""Rules on the figures of a network whose structure is sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from igs_costshare.checks.groups import groups_agree, scales_have_figures
from igs_costshare.description.contributions import Model
from igs_costshare.description.places import lines
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import Money, say
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.homes import partners_pay
from igs_costshare.sharing.refusal import CannotShare
from igs_costshare.sharing.rule import USE


def subsidies_within_costs(apportionment: Apportionment) -> Iterator[Problem]:
    """Subsidies do not exceed all costs together."""
    budget = apportionment.budget
    if budget.network.subsidy and budget.subsidies > budget.costs:
        last = list(budget.network.subsidy)[-1]
        currency = budget.network.currency
        message = say(
            "sharing.subsidies_exceed",
            subsidies=Money(budget.subsidies, currency),
            costs=Money(budget.costs, currency),
        )
        yield Problem(message, ("subsidy", last), say("sharing.lower_subsidies"))


def pool_can_be_shared(apportionment: Apportionment) -> Iterator[Problem]:
    """The common contribution finds a way to share the pool."""
    try:
        if apportionment.by_charge:
            _ = apportionment.charges
        elif apportionment.network.contribution and apportionment.budget.has_pool:
            _ = apportionment.contributions
    except CannotShare as reason:
        yield _told(reason, ("contribution",), apportionment.network.contribution)


def own_lines_can_be_shared(apportionment: Apportionment) -> Iterator[Problem]:
    """Each line outside the pool finds a way to be shared."""
    for path, line in lines(apportionment.network):
        if line.pooled or line.per is not None:
            continue
        try:
            apportionment.weights(str(path[1]), line)
        except CannotShare as reason:
            if line.contribution is None:
                # The fields are those of the common contribution, and the line is at fault.
                yield Problem(reason.message, path, reason.hint)
            else:
                yield _told(reason, (*path, "contribution"), line.contribution)


def _told(reason: CannotShare, base: Path, model: Model | None) -> Problem:
    field = reason.field
    if field[:1] == ("key",) and isinstance(getattr(model, "key", None), str):
        field = field[:1]  # one key, which is no table
    return Problem(reason.message, (*base, *field), reason.hint)


def days_are_used(apportionment: Apportionment) -> Iterator[Problem]:
    """What the partners pay for days of use is divided by that use."""
    incomes = apportionment.home_incomes
    if not partners_pay(apportionment.network) or incomes is None:
        return
    if apportionment.network.nights is not None and not any(incomes):
        return  # nobody stayed, and there is nothing to pay
    if not any(apportionment.budget.figures[USE].numerators):
        yield Problem(
            say("sharing.no_use"),
            ("day_price", "paid_by"),
            say("sharing.give_days"),
        )


AMOUNTS: tuple[Callable[[Apportionment], Iterator[Problem]], ...] = (
    subsidies_within_costs,
    pool_can_be_shared,
    own_lines_can_be_shared,
    days_are_used,
    scales_have_figures,
    groups_agree,
)
