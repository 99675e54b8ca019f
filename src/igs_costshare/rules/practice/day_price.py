"""The day price, held against what a day costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.description.network import Network, Unit
from igs_costshare.description.places import taking_part
from igs_costshare.errors import Path
from igs_costshare.messages import say
from igs_costshare.rules.rule import Case, Finding, Rule
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.exact import ZERO
from igs_costshare.sharing.homes import mean_price, terms


class _Home(NamedTuple):
    """A home, or all that only `[day_price]` describes, as far as a day in it goes."""

    path: Path
    owners: frozenset[str]
    price: Fraction
    """The mean day price, in euros."""
    occupied: Fraction | None
    """Days a year that somebody stays; None where that is not stated."""


def _homes(budget: Budget) -> Iterator[_Home]:
    network = budget.network
    common = {id for id, count in budget.figures.homes.items() if count}
    common -= {home.owner for home in network.unit.values()}
    for id, home in network.unit.items():
        if (home.days, home.occupancy, home.prices, home.mix) == (None, None, None, None):
            common.add(home.owner)
        else:
            path: Path = ("unit", id, "prices") if home.prices else ("unit", id)
            yield from _home(network, path, (home.owner,), home)
    if not any(budget.figures.homes.values()):
        common = set(network.partner)  # homes that nobody counts, used in common
    if common:
        yield from _home(network, ("day_price", "prices"), common, None)


def _home(
    network: Network, path: Path, owners: Iterable[str], home: Unit | None
) -> Iterator[_Home]:
    """The home, where a price is stated for it."""
    stated = terms(network, home)
    if stated.prices is not None:
        mean = mean_price(stated.prices, stated.mix)
        yield _Home(path, frozenset(owners), mean, stated.occupied)


def _cost_of_a_day(budget: Budget, home: _Home) -> Fraction:
    """Costs per home over its occupied days, and costs per day, in euros.

    Of the owners, the one that bears most of them counts.
    """
    borne = dict.fromkeys(budget.network.partner, ZERO)
    for cost in budget.network.cost.values():
        if cost.per_key == "days":
            each = budget.price(cost)
        elif cost.per_key == "units" and home.occupied:
            each = budget.price(cost) / home.occupied
        else:
            continue
        for partner, included in zip(borne, taking_part(budget.network, cost), strict=True):
            borne[partner] += each if included else ZERO
    return max(borne[owner] for owner in home.owners)


def _below_cost(case: Case) -> Iterator[Finding]:
    budget = Budget(case.network)
    for home in _homes(budget):
        cost = _cost_of_a_day(budget, home)
        if home.price < cost:
            message = say(
                "rule.day_price_below",
                price=case.money(home.price),
                cost=case.money(cost),
            )
            yield Finding(message, home.path, say("rule.day_price_made_of"))


DAY_PRICE: tuple[Rule, ...] = (
    Rule(
        "practice-day-price",
        "warning",
        "docs/regels.md",
        say("rule.is_practice_day_price"),
        _below_cost,
    ),
)
