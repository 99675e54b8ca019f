"""What a network costs and receives before anybody shares it: exact totals, and the pool.

All amounts are exact euros; `docs/file.md` has the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from igs_costshare.description.network import Cost, Line, Network, Subsidy
from igs_costshare.description.places import taking_part
from igs_costshare.sharing.exact import ZERO, product, total_of
from igs_costshare.sharing.keys import KeyFigures


class Threshold(NamedTuple):
    """What a subsidy requires those who share the pool to count for together, by one key."""

    key: str
    least: Fraction
    counted: Fraction
    """What they count for, each as for a whole year."""

    @property
    def met(self) -> bool:
        """Whether they count for so much."""
        return self.counted >= self.least


class Grant(NamedTuple):
    """How a subsidy comes about, in exact euros."""

    left: Fraction
    """What of the pool was left when its turn came."""
    base: Fraction
    """What its rate or match applies to; the amount itself where it is a fixed sum."""
    gross: Fraction
    """What it comes to before its cap."""
    granted: Fraction
    """What it comes to within its cap."""
    thresholds: tuple[Threshold, ...] = ()

    @property
    def due(self) -> bool:
        """Whether every threshold is met."""
        return all(each.met for each in self.thresholds)

    @property
    def amount(self) -> Fraction:
        """What is paid: nothing where a threshold is not met."""
        return self.granted if self.due else ZERO


class Budget:
    """The exact totals of every line of a network, and what is left for the partners to share."""

    def __init__(self, network: Network, figures: KeyFigures | None = None) -> None:
        """`figures` are those of the network, where they are known already."""
        self.network = network
        self.figures = figures or KeyFigures(network)
        lines = network.lines
        self.quantities = {
            id: self.quantity(line) for id, line in lines.items() if line.per_key is not None
        }
        """How many times the price of each line with `per` is due."""
        self.totals: dict[str, Fraction] = {id: self._total(id, line) for id, line in lines.items()}
        before = self._pooled(network.cost) - self._pooled(network.revenue)
        self.grants = self._granted_from(before)
        """How each subsidy comes about, in file order."""
        self.totals |= {id: grant.amount for id, grant in self.grants.items()}
        self.pool = before - self.subsidies

    def price(self, line: Line) -> Fraction:
        """The amount of a line in euros: for the network, or for one where it has `per`."""
        if line.amount is not None or not isinstance(line, Cost):
            return Fraction(line.amount or 0)
        return product(line.fte or Decimal(0), self.cost_of_fte(line))

    def cost_of_fte(self, line: Cost) -> Decimal:
        """What one FTE of a line costs, in euros a year: its own cost, else the common one.

        0 where the file states neither, which `checks.structure` refuses.
        """
        if line.fte_cost is not None:
            return line.fte_cost
        return self.network.fte.cost if self.network.fte else Decimal(0)

    def quantity(self, line: Line) -> Fraction:
        """How many times the price of a line is due: 1, or the figures of all who take part."""
        if line.per_key is None:
            return Fraction(1)
        figures = self.figures.cut(line.per_key)
        taken = compress(figures.numerators, taking_part(self.network, line))
        return Fraction(sum(taken), figures.denominator)

    @property
    def has_pool(self) -> bool:
        """Whether anything is shared by the common contribution."""
        return bool(self.network.subsidy) or any(
            line.pooled for line in self.network.lines.values()
        )

    @cached_property
    def costs(self) -> Fraction:
        """All cost lines together."""
        return total_of(self.totals[id] for id in self.network.cost)

    @cached_property
    def subsidies(self) -> Fraction:
        """All subsidies together."""
        return total_of(grant.amount for grant in self.grants.values())

    @property
    def fte(self) -> Fraction | None:
        """Full-time equivalents of all staff lines; None where the network has no such line."""
        staff = {id: line.fte for id, line in self.network.cost.items() if line.fte is not None}
        if not staff:
            return None
        return total_of(
            Fraction(fte) * self.quantities[id] if id in self.quantities else Fraction(fte)
            for id, fte in staff.items()
        )

    def _total(self, id: str, line: Line) -> Fraction:
        price = self.price(line)
        return price if line.per_key is None else price * self.quantities[id]

    def _pooled(self, lines: Mapping[str, Line]) -> Fraction:
        return total_of(self.totals[id] for id, line in lines.items() if line.pooled)

    def _of(self, costs: Sequence[str]) -> Fraction:
        return total_of(self.totals[id] for id in costs)

    def _granted_from(self, left: Fraction) -> dict[str, Grant]:
        """Each subsidy in file order, which is the order in which they apply to the pool."""
        granted: dict[str, Grant] = {}
        for id, subsidy in self.network.subsidy.items():
            granted[id] = self._granted(subsidy, left)
            left -= granted[id].amount
        return granted

    def _granted(self, subsidy: Subsidy, left: Fraction) -> Grant:
        if subsidy.rate is not None:
            base = self.costs if subsidy.of is None else self._of(subsidy.of)
            amount = Fraction(subsidy.rate) * base
        elif subsidy.match is not None:
            # Each euro that the partners pay brings `match` more, so that of what is left
            # they pay 1 / (1 + match).
            match = Fraction(subsidy.match)
            base = max(left, ZERO)
            amount = base * match / (1 + match)
        else:
            base = amount = Fraction(subsidy.amount or 0)
        capped = amount if subsidy.cap is None else min(amount, Fraction(subsidy.cap))
        return Grant(left, base, amount, capped, tuple(self._thresholds(subsidy)))

    def _thresholds(self, subsidy: Subsidy) -> Iterator[Threshold]:
        """What it requires, and what all who take part in the common contribution count for."""
        part = taking_part(self.network, self.network.contribution)
        for key, least in (subsidy.requires or {}).items():
            figures = self.figures[key]
            counted = Fraction(sum(compress(figures.numerators, part)), figures.denominator)
            yield Threshold(key, Fraction(least), counted)
