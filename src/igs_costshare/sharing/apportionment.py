"""Each partner's exact part in each line of the budget, in the order of the partners.

Raises `CannotShare` where the figures leave no way to share; `checks` turns that into a problem
of the file, so that `engine` only meets networks that can be shared.
"""

from __future__ import annotations

from fractions import Fraction

from igs_costshare.contributions import Model
from igs_costshare.network import Line, Network
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.charges import charges
from igs_costshare.sharing.figures import ZERO, Figures, home_income
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
    network = budget.network
    if line.contribution is None:
        common = _common(network)
        return proportions(common, network, budget.figures, taking_part(network, line))
    own = line.contribution
    part = taking_part(network, line, own)
    return divided(own, network, budget.figures, part, budget.totals[id]).weights


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
