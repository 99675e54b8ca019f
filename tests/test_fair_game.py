"""What groups pay: held against the engine, given the network of each group alone."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import tomli_w

from igs_costshare import compute, parse
from igs_costshare.description.network import Network
from igs_costshare.fairness.families import AllBut, AllButTwo, Chosen, EveryGroup, Family, Pairs
from igs_costshare.fairness.game import Game
from igs_costshare.fairness.report import Fairness, fairness_of
from igs_costshare.reading.removal import without_all
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.budget import Budget

Description = dict[str, Any]
KEYS = ("inhabitants", "metres")
IDS = ("stad", "dorp", "caw", "gehucht", "veld", "bos")


def game_of(text: str) -> Game:
    return Game(Apportionment(Budget(parse(text))))


def fair(text: str) -> Fairness:
    return fairness_of(compute(parse(text)))


def amounts(text: str) -> list[Fraction]:
    """What every group pays, in euros."""
    game = game_of(text)
    return [Fraction(each, game.denominator) for each in game.of_groups]


# ------------------------------------------------------------------ the engine, group by group


def figure(partner: Description, key: str) -> Decimal:
    if key == "partners":
        return Decimal(1)
    return Decimal(partner.get("units", 0) if key == "units" else partner["keys"][key])


def for_group(description: Description, group: set[str]) -> Description:
    """The description of a group alone, each line as it scales, worked out by hand."""
    gone = [f"partner.{id}" for id in description["partner"] if id not in group]
    made, _ = without_all(description, gone, ())
    for table in ("cost", "revenue"):
        for id, line in list(made.get(table, {}).items()):
            whole = description[table][id]
            part = {each for each in description["partner"] if concerns(whole, each)}
            if not part & group:
                del made[table][id]
                continue
            scales = line.pop("scales", None)
            if scales is not None:
                line["amount"] = scaled(description, whole["amount"], scales, part, group)
    for subsidy in made.get("subsidy", {}).values():
        costs = made.get("cost", {})
        if "of" in subsidy:
            subsidy["of"] = [each for each in subsidy["of"] if each in costs]
    return with_grants_within_costs(made)


def with_grants_within_costs(description: Description) -> Description:
    """Each subsidy as the amount that is paid: at most what those before it left of the costs."""
    paid: dict[str, Description] = {}
    left = costs_of(description)
    for id, subsidy in description.get("subsidy", {}).items():
        tried = {**description, "subsidy": {**paid, id: subsidy}}
        amount = min(Budget(modelled(tried)).grants[id].amount, left)
        left -= amount
        paid[id] = {"amount": amount}
    return {**description, "subsidy": paid} if paid else description


def concerns(line: Description, partner: str) -> bool:
    return partner in line.get("only", [partner]) and partner not in line.get("except", [])


def scaled(
    description: Description, amount: Any, scales: Any, part: set[str], group: set[str]
) -> Fraction:
    partners = description["partner"]
    key = scales if isinstance(scales, str) else scales.get("key", scales.get("largest"))
    figures = {id: Fraction(figure(partners[id], key)) for id in part}
    here = [figures[id] for id in part & group]
    if isinstance(scales, str):
        return Fraction(amount) * sum(here) / sum(figures.values())
    if "largest" in scales:
        return Fraction(amount) * max(here) / max(figures.values())
    return next(
        Fraction(step["amount"])
        for step in scales["steps"]
        if sum(here) <= step.get("up_to", sum(here))
    )


def costs_of(description: Description) -> Fraction:
    return Budget(modelled({**description, "subsidy": {}})).costs


def modelled(description: Description) -> Network:
    """The network, with amounts that no file could state exactly."""
    exact: dict[tuple[str, str], Fraction] = {}

    def stated(table: str) -> dict[str, Any]:
        made = {}
        for id, line in description.get(table, {}).items():
            made[id] = {**line}
            if isinstance(line.get("amount"), Fraction):
                exact[table, id] = line["amount"]
                made[id]["amount"] = 0
        return made

    tables = {table: stated(table) for table in ("cost", "subsidy", "revenue")}
    network = Network.model_validate({**description, **tables})
    for (table, id), amount in exact.items():
        entry = getattr(network, table)[id].model_copy(update={"amount": amount})
        network = network.model_copy(update={table: {**getattr(network, table), id: entry}})
    return network


def by_engine(description: Description) -> list[Fraction]:
    """What the engine says of the network of each group."""
    ids = list(description["partner"])
    costs = [Fraction(0)]
    for bits in range(1, 1 << len(ids)):
        group = {id for at, id in enumerate(ids) if bits >> at & 1}
        budget = Budget(modelled(for_group(description, group)))
        costs.append(Apportionment(budget).net_bill)
    return costs


def random_description(random: Random) -> Description:
    """Partners with figures, lines that scale in every way, subsidies of each kind, homes."""
    ids = IDS[: random.randint(1, 5)]
    partners = {
        id: {
            "units": random.randint(0, 4),
            "keys": {key: random.randint(1, 50) for key in KEYS},
        }
        for id in ids
    }
    description: Description = {"title": "Proef", "partner": partners}
    if random.random() < 0.5:
        description["day_price"] = {
            "prices": {"1": random.randint(1, 30)},
            "days": 360,
            "occupancy": Decimal("0.85"),
        }
    description["cost"] = {f"c{at}": random_line(random, partners) for at in range(4)}
    description["revenue"] = {"gift": random_line(random, partners, most=50)}
    kinds: list[Description] = [
        {"rate": Decimal("0.2")},
        {"rate": Decimal("0.3"), "of": ["c0", "c2"], "cap": 40},
        {"match": random.choice([1, 2, Decimal("0.5")])},
        {"amount": random.randint(0, 20)},
        {"amount": 15, "requires": {"inhabitants": random.randint(1, 60)}},
    ]
    chosen = random.sample(kinds, random.randint(0, 3))
    description["subsidy"] = {f"s{at}": each for at, each in enumerate(chosen)}
    description["contribution"] = {"model": "fixed"}
    return description


def random_line(random: Random, partners: Description, most: int = 900) -> Description:
    amount = random.randint(100, most) if most > 100 else random.randint(0, most)
    line: Description = {"amount": amount}
    if random.random() < 0.2:
        return {**line, "amount": random.randint(1, 9), "per": random.choice(["partner", *KEYS])}
    if random.random() < 0.4:
        few = sorted(random.sample(list(partners), random.randint(1, len(partners))))
        line["only"] = few
    part = [id for id in partners if concerns(line, id)]
    key = random.choice(["partners", *KEYS])
    whole = sum(figure(partners[id], key) for id in part)
    ways: list[Any] = [
        None,
        key,
        {"largest": key},
        {
            "key": key,
            "steps": [
                {"up_to": int(whole / 2), "amount": int(amount / 2)},
                *([{"up_to": int(whole), "amount": amount}]),
            ],
        },
    ]
    scales = random.choice(ways)
    return line if scales is None else {**line, "scales": scales}


def test_every_group_pays_what_the_engine_says_of_it_alone() -> None:
    random, several = Random(14), 0
    for _ in range(250):
        description = random_description(random)
        text = tomli_w.dumps(description)
        try:
            game = game_of(text)
        except ValueError:
            continue
        several += 1
        stated = tomllib.loads(text, parse_float=Decimal)
        costs = [Fraction(each, game.denominator) for each in game.of_groups]
        assert costs == by_engine(stated), text
    assert several > 150


def test_families_agree_on_what_their_groups_pay() -> None:
    random = Random(15)
    for _ in range(40):
        text = tomli_w.dumps(random_description(random))
        try:
            game = game_of(text)
        except ValueError:
            continue
        every, players = game.of_groups, game.players
        singles = [(each,) for each in range(players)]
        families: list[Family] = [
            Pairs(players),
            AllBut(players),
            AllButTwo(players),
            Chosen(players, singles),
        ]
        for family in families:
            costs = game.costs(family)
            for place, cost in enumerate(costs):
                group = family.members(place)
                assert family.size(place) == len(group)
                assert cost == every[sum(1 << each for each in group)]
        assert len(EveryGroup(players)) == len(every)
