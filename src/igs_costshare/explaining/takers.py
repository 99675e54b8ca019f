"""Who takes part in what, and what they count for together: found once for all partners."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import compress

from igs_costshare.description.contributions import Contribution, Scoped
from igs_costshare.description.places import taking_part
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.exact import ZERO, total_of
from igs_costshare.sharing.rule import Division, Percentages, division_of


class Takers:
    """Those who take part in the lines of a budget."""

    def __init__(self, budget: Budget) -> None:
        self._network, self._figures = budget.network, budget.figures
        self._parts: dict[tuple[int, ...], tuple[bool, ...]] = {}
        self._sums: dict[tuple[str | int, int], Fraction] = {}
        self._divisions: dict[int, Division] = {}

    def part(self, *scopes: Scoped | None) -> tuple[bool, ...]:
        """Who takes part, found once for all partners."""
        asked = tuple(map(id, scopes))
        if asked not in self._parts:
            self._parts[asked] = taking_part(self._network, *scopes)
        return self._parts[asked]

    def total(self, key: str, part: Sequence[bool]) -> Fraction:
        """The figures of all who take part, as `part` gives them, added up once."""
        if (key, id(part)) not in self._sums:
            figures = self._figures.cut(key)
            taken = sum(compress(figures.numerators, part))
            self._sums[key, id(part)] = Fraction(taken, figures.denominator)
        return self._sums[key, id(part)]

    def division(self, model: Contribution) -> Division:
        """The normal form of a contribution that divides, found once for all partners."""
        if id(model) not in self._divisions:
            self._divisions[id(model)] = division_of(model)
        return self._divisions[id(model)]

    def percentages(self, agreed: Percentages, part: Sequence[bool]) -> Fraction:
        """What the agreed percentages of all who take part make, added up once.

        Of a line of some partners only, those are the whole; of who is there for a part of the
        year, that part.
        """
        key = (id(agreed), id(part))
        if key not in self._sums:
            self._sums[key] = total_of(
                agreed.of.get(partner, ZERO) * self._figures.present(at)
                for at, partner in compress(enumerate(self._network.partner), part)
            )
        return self._sums[key]
