"""The day price, held against what a day costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from igs_costshare.description.network import Network
from igs_costshare.description.places import taking_part
from igs_costshare.errors import Path
from igs_costshare.messages import say
from igs_costshare.rules.rule import Case, Finding, Rule
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.exact import ZERO, total_of
from igs_costshare.sharing.homes import Terms, homes_named, mean_price, terms


class _Home(NamedTuple):
    """A home, or all that only `[day_price]` describes, as far as a day in it goes."""

    path: Path
    owners: frozenset[str]
    price: Fraction
    """The mean day price, in euros: as stated, or of the nights of a register."""
    occupied: Fraction | None
    """Days a year that somebody stays, in each of them; None where that is not stated."""


class _Stayed(NamedTuple):
    """What a register has in homes."""

    years: Fraction
    """How many homes, each for the part of the year that its owner is there."""
    nights: Fraction
    amount: Fraction
    """In euros."""


_Row: TypeAlias = tuple[Literal["unit", "partner"], str]
"""A home with a name, or the counted homes of a partner."""
_Register: TypeAlias = Mapping[_Row, _Stayed]


def _homes(budget: Budget) -> Iterator[_Home]:
    network = budget.network
    register = None if network.nights is None else _by_row(network)
    common = {id for id, count in budget.figures.homes.items() if count}
    common -= {home.owner for home in network.unit.values()}
    alike: list[_Row] = [("partner", id) for id in common]
    for id, home in network.unit.items():
        if (home.days, home.occupancy, home.prices, home.mix) == (None, None, None, None):
            common.add(home.owner)
            alike.append(("unit", id))
        else:
            path: Path = ("unit", id, "prices") if home.prices else ("unit", id)
            yield from _home(path, (home.owner,), terms(network, home), register, [("unit", id)])
    if not any(budget.figures.homes.values()):
        common = set(network.partner)  # homes that nobody counts, used in common
    if common:
        yield from _home(("day_price", "prices"), common, terms(network), register, alike)


def _home(
    path: Path,
    owners: Iterable[str],
    stated: Terms,
    register: _Register | None,
    rows: Sequence[_Row],
) -> Iterator[_Home]:
    """The home, where a price is stated for it; `rows` are where a register has it."""
    if stated.prices is None:
        return
    price, occupied = mean_price(stated.prices, stated.mix), stated.occupied
    if register is not None:
        years, nights, amount = (
            total_of(each) for each in zip(_NOTHING, *(register[row] for row in rows), strict=True)
        )
        price = amount / nights if nights else price
        occupied = nights / years if years else None
    yield _Home(path, frozenset(owners), price, occupied)


_NOTHING = _Stayed(ZERO, ZERO, ZERO)


def _by_row(network: Network) -> _Register:
    """What a register has in each home, and in the counted homes of each partner.

    Stays of which no home is named, though all have a name, are as many in each of them.
    """
    from igs_costshare.staying.lodged import lodged

    named, rows, elsewhere = homes_named(network), dict[_Row, _Stayed](), dict[str, _Stayed]()
    for each in lodged(network):
        stayed = _Stayed(each.years, Fraction(each.nights), each.amount)
        if each.home is not None:
            rows["unit", each.home] = stayed
        elif each.owner in named:
            elsewhere[each.owner] = stayed
        else:
            rows["partner", each.owner] = stayed
    for id, home in network.unit.items():
        _, nights, amount = elsewhere.get(home.owner, _NOTHING)
        own, homes = rows["unit", id], named[home.owner]
        more = own.nights + nights / homes, own.amount + amount / homes
        rows["unit", id] = _Stayed(own.years, *more)
    return rows


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
