"""What the common contribution shares, and how, as a statement tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeVar

from igs_costshare.computing.statement import LineKind, Method, Pool, PoolLine
from igs_costshare.description.contributions import Contribution
from igs_costshare.description.network import Network
from igs_costshare.description.places import taking_part
from igs_costshare.money import Half, reconciled
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.rule import rule_of


def pool_of_division(network: Network, totals: Mapping[str, int]) -> Pool:
    """The pool of a division, from the totals of its lines in units of rounding.

    Its total is the sum of what is shown.
    """
    lines = tuple(PoolLine(id, kind, totals[id]) for id, kind in _pooled_lines(network))
    return Pool(lines, sum(_signed(line.total, line.kind) for line in lines))


def pool_of_charge(budget: Budget, unit: Fraction, total: int, half: Half) -> Pool:
    """The pool of a charge: its total is the exact pool rounded once, in units of rounding.

    The lines stand nowhere else in the statement; where, each rounded by itself, they do not
    add up to the total, the fewest of them are moved by one unit.
    """
    parts = list(_pooled_lines(budget.network))
    exact = [_signed(budget.totals[id], kind) / unit for id, kind in parts]
    amounts = reconciled(exact, total, half)
    lines = tuple(
        PoolLine(id, kind, _signed(amount, kind))
        for amount, (id, kind) in zip(amounts, parts, strict=True)
    )
    return Pool(lines, total)


_Number = TypeVar("_Number", int, Fraction)


def _signed(amount: _Number, kind: LineKind) -> _Number:
    return amount if kind == "expense" else -amount


def _pooled_lines(network: Network) -> Iterator[tuple[str, LineKind]]:
    """Id and kind of every line that the common contribution shares."""
    for id, cost in network.cost.items():
        if cost.pooled:
            yield id, "expense"
    for id in network.subsidy:
        yield id, "revenue"
    for id, revenue in network.revenue.items():
        if revenue.pooled:
            yield id, "revenue"


def method_of(model: Contribution, network: Network) -> Method:
    """How a contribution shares."""
    return Method(
        model=model.model,
        rule=rule_of(model),
        bounded=model.has_bounds,
        members=sum(taking_part(network, model)),
        basis=model.basis,
    )
