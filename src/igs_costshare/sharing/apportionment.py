"""Each partner's exact part in each line of the budget, in the order of the partners.

Raises `CannotShare` where the figures leave no way to share; `checks` turns that into a problem
of the file, so that `engine` only meets networks that can be shared.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.description.contributions import Model
from igs_costshare.description.network import Line, Network
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.charges import charges
from igs_costshare.sharing.figures import ZERO, Figures, HomeIncome, home_income
from igs_costshare.sharing.models import Contributions, divided, proportions, taking_part


def common_contributions(budget: Budget) -> Contributions:
    """What each partner contributes to the pool, by the common contribution, a division."""
    if budget.contributions is None:
        model = _common(budget.network)
        part = taking_part(budget.network, model)
        budget.contributions = divided(model, budget.network, budget.figures, part, budget.pool)
    return budget.contributions


def common_charges(budget: Budget) -> Figures:
    """What the common contribution, a charge, makes each partner pay, in euros."""
    model = _common(budget.network)
    return charges(model, budget.network, budget.figures, taking_part(budget.network, model))


def own_weights(budget: Budget, id: str, line: Line) -> tuple[int, ...]:
    """The weights of a line outside the pool: by its own contribution, or the common model's."""
    own = own_contributions(budget, id, line)
    if own is not None:
        return own.weights
    network = budget.network
    return proportions(_common(network), network, budget.figures, taking_part(network, line))


def own_contributions(budget: Budget, id: str, line: Line) -> Contributions | None:
    """What each partner contributes to a line by its own contribution; None without one."""
    own = line.contribution
    if own is None:
        return None
    part = taking_part(budget.network, line, own)
    return divided(own, budget.network, budget.figures, part, budget.totals[id])


class Homes(NamedTuple):
    """Homes that earn the same: those of a count, or one by name."""

    income: HomeIncome | None
    """None where they earn nothing: no days, occupancy or price is known."""
    number: int = 1
    id: str | None = None
    """Of a home by name."""

    @property
    def amount(self) -> Fraction:
        """What they earn together a year, exact, in euros."""
        return ZERO if self.income is None else self.number * self.income.amount


def earning_homes(budget: Budget) -> Mapping[str, list[Homes]]:
    """The homes of each partner with what they earn, of which `home_incomes` gives the sums."""
    network = budget.network
    common = home_income(network)
    named: dict[str, list[Homes]] = {}
    for id, home in network.unit.items():
        named.setdefault(home.owner, []).append(Homes(home_income(network, home), id=id))
    return {
        partner: named.get(partner) or [Homes(common, budget.figures.homes[partner])]
        for partner in network.partner
    }


def home_incomes(budget: Budget) -> list[Fraction] | None:
    """What each partner's homes earn a year, exact, in euros.

    None where neither `[day_price]` nor any home states days of availability.
    """
    network = budget.network
    common = home_income(network)
    named = [(home.owner, home_income(network, home)) for home in network.unit.values()]
    stated = network.day_price is not None and network.day_price.days is not None
    if not stated and not any(income for _, income in named):
        return None
    owners = {owner for owner, _ in named}
    each = ZERO if common is None else common.amount
    homes = {
        partner: 0 if partner in owners else budget.figures.homes[partner]
        for partner in network.partner
    }
    # Many partners have as many homes as another: each number is multiplied once.
    amounts_of = {count: count * each for count in set(homes.values())}
    amounts = {partner: amounts_of[count] for partner, count in homes.items()}
    for owner, income in named:
        if income is not None:
            amounts[owner] += income.amount
    return list(amounts.values())


def _common(network: Network) -> Model:
    if network.contribution is None:
        raise TypeError("the network has no common contribution; `read` refuses such a file")
    return network.contribution
