"""Rules on homes, their day prices and the days that they are used."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from igs_costshare.description.contributions import PerDay
from igs_costshare.description.network import DayPrice, Network
from igs_costshare.description.places import lines, models
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import say
from igs_costshare.sharing.homes import (
    day_prices,
    home_income,
    homes_named,
    partners_pay,
    prices_of_owner,
    terms,
)
from igs_costshare.sharing.rule import USE, Charge, keys_in, rule_of


def homes_counted_once(network: Network) -> Iterator[Problem]:
    """A count of homes agrees with the homes that are named."""
    for id, count in homes_named(network).items():
        stated = network.partner[id].units
        if stated is not None and stated != count:
            yield Problem(
                say("sharing.homes_differ", stated=stated, named=count),
                ("partner", id, "units"),
                say("sharing.homes_agree"),
            )


def days_have_a_price(network: Network) -> Iterator[Problem]:
    """Days of use as one number need one price; `use` needs prices at all."""
    prices = day_prices(network)
    for id, partner in network.partner.items():
        if network.nights is None and isinstance(partner.days, Decimal) and len(prices) > 1:
            yield Problem(
                say("sharing.days_without_size"),
                ("partner", id, "days"),
                say("sharing.days_by_size"),
            )
    if not prices and network.nights is None:
        yield from _use_without_price(network)


def _use_without_price(network: Network) -> Iterator[Problem]:
    """Where something goes by days of use, which have no price."""
    hint = say("sharing.add_day_price")
    for path, model, _ in models(network):
        rule = rule_of(model)
        if isinstance(model, PerDay):
            yield Problem(say("sharing.per_day_without_price"), (*path, "model"), hint)
        elif USE in keys_in(rule):
            field = "rate" if isinstance(rule, Charge) else "key"
            yield Problem(say("sharing.use_without_price"), (*path, field), hint)
    for path, line in lines(network):
        if line.per_key == USE:
            yield Problem(say("sharing.use_without_price"), (*path, "per"), hint)
    for id, subsidy in network.subsidy.items():
        if USE in (subsidy.requires or {}):
            requires: Path = ("subsidy", id, "requires", USE)
            yield Problem(say("sharing.use_without_price"), requires, hint, at_key=True)


def homes_can_earn(network: Network) -> Iterator[Problem]:
    """Days and occupancy come together, and with a price."""
    common = network.day_price or DayPrice()
    if (common.days is None) != (common.occupancy is None):
        lacking = "days" if common.days is None else "occupancy"
        message = say("sharing.days_with_occupancy", field=lacking)
        yield Problem(message, ("day_price",), say("sharing.give_both"))
        return
    if common.days is not None and not common.prices:
        named = homes_named(network)
        counted = [id for id, each in network.partner.items() if each.units and id not in named]
        if counted:
            yield Problem(say("sharing.no_prices"), ("day_price",), say("sharing.add_prices"))
    for id, home in network.unit.items():
        stated = [each for each in (home, common) if each.days is not None]
        lived_in = [each for each in (home, common) if each.occupancy is not None]
        if bool(stated) != bool(lived_in):
            lacking = "occupancy" if stated else "days"
            message = say("sharing.days_with_occupancy", field=lacking)
            yield Problem(message, ("unit", id), say("sharing.give_both"))
        elif stated and home_income(network, home) is None:
            yield Problem(say("sharing.no_price"), ("unit", id), say("sharing.add_prices"))


def stays_have_a_price(network: Network) -> Iterator[Problem]:
    """Homes that a register says somebody stayed in have a day price."""
    if network.nights is None:
        return
    for id in network.nights.unit:
        if id in network.unit and not terms(network, network.unit[id]).prices:
            yield Problem(say("sharing.stays_unpriced"), ("unit", id), say("sharing.add_prices"))
    if not all(prices_of_owner(network, id) for id in network.nights.owner):
        yield Problem(say("sharing.stays_unpriced"), ("day_price",), say("sharing.add_prices"))


def partners_pay_days_once(network: Network) -> Iterator[Problem]:
    """`paid_by = "partner"` needs income to pay and does not go with a charge per day."""
    if not partners_pay(network):
        return
    path = ("day_price", "paid_by")
    if isinstance(network.contribution, PerDay):
        yield Problem(
            say("sharing.days_billed_twice"),
            path,
            say("sharing.bill_days_once"),
        )
