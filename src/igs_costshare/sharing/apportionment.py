"""Each partner's exact part in each line of the budget, in the order of the partners.

Raises `CannotShare` where the figures leave no way to share; `checks` turns that into a problem
of the file, so that `engine` only meets networks that can be shared.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from igs_costshare.description.contributions import Contribution
from igs_costshare.description.network import Line
from igs_costshare.description.places import taking_part
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.charges import charged
from igs_costshare.sharing.divisions import Contributions, divided, proportions
from igs_costshare.sharing.exact import Figures, total_of
from igs_costshare.sharing.homes import Homes, earning_homes, home_incomes, partners_pay
from igs_costshare.sharing.rule import charge_of, division_of, is_charge


class Apportionment:
    """Who bears and receives what of a budget, exact; each part is worked out when first asked.

    It is what a statement was worked out from, so that it can be explained later.
    """

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.network = budget.network
        self._own: dict[str, Contributions | None] = {}

    @cached_property
    def by_charge(self) -> bool:
        """Whether the common contribution sets what each pays: a reserve takes the difference."""
        common = self.network.contribution
        return common is not None and is_charge(common)

    @cached_property
    def contributions(self) -> Contributions:
        """What each partner contributes to the pool, by a division."""
        model, budget = self._common, self.budget
        part = taking_part(self.network, model)
        return divided(division_of(model), model, self.network, budget.figures, part, budget.pool)

    @cached_property
    def charges(self) -> Figures:
        """What each partner pays by a charge, in euros."""
        model, budget = self._common, self.budget
        part = taking_part(self.network, model)
        return charged(charge_of(model), model, budget.figures, part, budget.pool)

    def own(self, id: str, line: Line) -> Contributions | None:
        """What each contributes to a line by its own contribution; None without one."""
        if id not in self._own:
            self._own[id] = self._by_own(id, line)
        return self._own[id]

    def weights(self, id: str, line: Line) -> tuple[int, ...]:
        """The weights of a line outside the pool: by its own contribution, or the common one."""
        own = self.own(id, line)
        if own is not None:
            return own.weights
        part = taking_part(self.network, line)
        return proportions(division_of(self._common), self.network, self.budget.figures, part)

    @cached_property
    def homes(self) -> Mapping[str, list[Homes]]:
        """The homes of each partner with what they earn."""
        return earning_homes(self.network)

    @cached_property
    def home_incomes(self) -> list[Fraction] | None:
        """What each partner's homes earn a year, in euros; None where no days are stated."""
        return home_incomes(self.network, self.budget.figures.presence)

    @property
    def sharing_pool(self) -> tuple[bool, ...]:
        """Who takes part in the common contribution."""
        return taking_part(self.network, self.network.contribution)

    @cached_property
    def net_bill(self) -> Fraction:
        """What all partners and the reserve bear together, in euros."""
        budget = self.budget
        homes = () if partners_pay(self.network) else self.home_incomes or ()
        received = total_of(budget.totals[id] for id in self.network.revenue)
        return budget.costs - budget.subsidies - received - total_of(homes)

    def _by_own(self, id: str, line: Line) -> Contributions | None:
        own, budget = line.contribution, self.budget
        if own is None:
            return None
        part = taking_part(self.network, line, own)
        return divided(division_of(own), own, self.network, budget.figures, part, budget.totals[id])

    @property
    def _common(self) -> Contribution:
        if self.network.contribution is None:
            raise TypeError("the network has no common contribution; `read` refuses such a file")
        return self.network.contribution
