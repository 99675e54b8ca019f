"""What a statement was worked out from: the very objects, so that it can be explained later.

What the engine had no need of is derived from them when somebody first asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from igs_costshare.description.network import Line
from igs_costshare.sharing.apportionment import (
    Homes,
    common_contributions,
    earning_homes,
    own_contributions,
)
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.models import Contributions


class Record:
    """The budget of a network, and each partner's part in it, exact, in euros."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._own: dict[str, Contributions | None] = {}

    @cached_property
    def contributions(self) -> Contributions:
        """What each partner contributes to the pool, by a division."""
        return common_contributions(self.budget)

    def own(self, id: str, line: Line) -> Contributions | None:
        """What each contributes to a line that has a contribution of its own."""
        if id not in self._own:
            self._own[id] = own_contributions(self.budget, id, line)
        return self._own[id]

    @cached_property
    def homes(self) -> Mapping[str, list[Homes]]:
        """The homes of each partner with what they earn."""
        return earning_homes(self.budget)
