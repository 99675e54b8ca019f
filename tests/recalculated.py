"""Random networks that try a spreadsheet's doubles: `python tests/recalculated.py 20000 [SEED]`.

Amounts of any size with any decimals, near halves and near ties, every model, bounds, homes with
their stays, and ways of rounding; wilder than the networks of `networks`, and drawn in a fraction
of the time.
What a recalculated workbook shows otherwise than `compute` is printed, and its description kept.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any

import tomli_w

from igs_costshare import InputError, compute, parse
from igs_costshare.description.network import Network
from igs_costshare.reading.loading import from_tables
from igs_costshare.settling.ledger import settle
from igs_costshare.wording.language import english
from igs_costshare.workbook import workbook_bytes
from igs_costshare.workbook.settling import Settling
from spreadsheets import STATUS, Cells, IronCalc, expected, expected_due, misses

UNSURE = "Some figures"
KEYS = ("k0", "k1", "k2")
BUILT_IN = ("units", "partners")


def number(random: Random, most: int = 9) -> Decimal:
    """An amount: round, in cents, with many decimals, or nearly half a cent."""
    size = random.randrange(1, 10 ** random.randrange(1, most + 1))
    kind = random.randrange(6)
    if kind == 0:
        return Decimal(size)
    if kind in (1, 2):
        return Decimal(size).scaleb(-2)
    if kind == 3:
        return Decimal(size).scaleb(-random.randrange(3, 7))
    half = Decimal(size).scaleb(-2) + Decimal("0.005")
    return half + random.choice([0, 1, -1, 2]) * Decimal(1).scaleb(-random.randrange(6, 11))


def figure(random: Random) -> Decimal:
    """A key figure."""
    kind = random.randrange(8)
    if kind < 5:
        return Decimal(random.randrange(0, 10 ** random.randrange(1, 7)))
    if kind == 5:
        return Decimal(random.randrange(0, 10 ** random.randrange(1, 7))).scaleb(-2)
    return Decimal(random.randrange(0, 10**6)).scaleb(-random.randrange(0, 6))


def part(random: Random) -> Decimal:
    """A part of 1."""
    digits = random.choice([1, 2, 2, 3, 5])
    return Decimal(random.randrange(0, 10**digits + 1)).scaleb(-digits)


def some(random: Random, ids: list[str]) -> dict[str, list[str]]:
    """Who takes part, at times."""
    if random.random() < 0.75:
        return {}
    word = "only" if random.random() < 0.5 else "except"
    return {word: random.sample(ids, random.randrange(1, len(ids) + 1))}


def bounds(random: Random, ids: list[str], model: dict[str, Any]) -> None:
    """A minimum, a maximum or both, for all or for some."""
    for bound in ("minimum", "maximum"):
        if random.random() < 0.5:
            scale = number(random, 5 if bound == "minimum" else 9)
            if random.random() < 0.5:
                model[bound] = scale
            else:
                chosen = random.sample(ids, random.randrange(1, len(ids) + 1))
                model[bound] = {id: number(random, 7) for id in chosen}
        if random.random() < 0.3:
            model[f"{bound}_share"] = part(random)


def division(random: Random, ids: list[str]) -> dict[str, Any]:
    """A model that divides a pool."""
    key = random.choice([*KEYS, *KEYS, *BUILT_IN])
    name = random.choice(["fixed", "variable", "variable", "weighted", "mixed", "mixed", "agreed"])
    model: dict[str, Any] = {"model": name}
    if name == "weighted":
        first = part(random)
        model = {"model": "variable", "key": {"k0": first, "k1": 1 - first}}
    elif name == "variable":
        model["key"] = key
    elif name == "mixed":
        model["key"] = key
        if random.random() < 0.5:
            model["fixed_share"] = part(random)
        else:
            model["fixed_amount"] = number(random, 5)
    elif name == "agreed":
        cuts = sorted(random.randrange(0, 10001) for _ in ids[1:])
        sizes = [b - a for a, b in zip([0, *cuts], [*cuts, 10000], strict=True)]
        model["shares"] = {
            id: Decimal(size).scaleb(-2) for id, size in zip(ids, sizes, strict=True)
        }
    if random.random() < 0.3:
        bounds(random, ids, model)
    return model


def charge(random: Random, ids: list[str]) -> dict[str, Any]:
    """A model that sets what each pays."""
    model: dict[str, Any] = {"model": random.choice(["fixed", "variable", "variable", "mixed"])}
    if model["model"] != "variable":
        model["fixed_amount"] = number(random, 7)
    if model["model"] != "fixed":
        model["rate"] = {key: rate(random) for key in random.sample(KEYS, random.randrange(1, 3))}
    if random.random() < 0.3:
        bounds(random, ids, model)
    return model


def rate(random: Random) -> Decimal | list[dict[str, Decimal]]:
    """One rate, or brackets."""
    if random.random() < 0.6:
        return number(random, 4)
    ends = sorted({figure(random) + 1 for _ in range(random.randrange(1, 4))})
    steps = [{"up_to": end} for end in ends]
    return [{**step, random.choice(["rate", "amount"]): number(random, 4)} for step in [*steps, {}]]


def lines(random: Random, ids: list[str], letter: str) -> dict[str, Any]:
    """Costs or revenues."""
    made: dict[str, Any] = {}
    for at in range(random.choice([0, 1, 2, 3]) + (letter == "c")):
        line: dict[str, Any] = {"amount": number(random, 10 if letter == "c" else 5)}
        if letter == "c" and random.random() < 0.3:
            line = {"fte": number(random, 3), "fte_cost": number(random, 7)}
        kind = random.randrange(6)
        if kind == 0:
            line |= {"per": random.choice([*KEYS, "unit", "partner"])} | some(random, ids)
        elif kind == 1:
            line["contribution"] = division(random, ids)
        elif kind == 2 and letter == "c":
            line |= some(random, ids)
        made[f"{letter}{at}"] = line
    return made


def subsidies(random: Random, costs: dict[str, Any], charged: bool) -> dict[str, Any]:
    """Grants of each kind."""
    made: dict[str, Any] = {}
    for at in range(random.choice([0, 0, 1, 1, 2])):
        grant: dict[str, Any] = {}
        kind = random.choice(["amount", "rate"] + ([] if charged else ["match"]))
        if kind == "amount":
            grant["amount"] = number(random, 4)
        elif kind == "rate":
            grant["rate"] = part(random) / 2
            if random.random() < 0.5:
                grant["of"] = random.sample(list(costs), random.randrange(1, len(costs) + 1))
        else:
            grant["match"] = random.choice([Decimal(1), Decimal(2), Decimal(3), number(random, 3)])
        if random.random() < 0.3:
            grant["cap"] = number(random, 6)
        made[f"s{at}"] = grant
    return made


def description(random: Random) -> dict[str, Any]:
    """A network, which the command may refuse."""
    ids = [f"p{at}" for at in range(random.choice([1, 2, 3, 3, 4, 5, 7, 12, 25]))]
    same = {key: figure(random) for key in KEYS if random.random() < 0.25}
    made: dict[str, Any] = {
        "title": "t",
        "partner": {
            id: {
                "units": random.randrange(0, 6),
                "keys": {key: same.get(key, figure(random)) for key in KEYS},
            }
            for id in ids
        },
        "cost": lines(random, ids, "c"),
        "revenue": lines(random, ids, "r"),
    }
    if random.random() < 0.3:
        parts_of_year(random, made)
    charged = random.random() < 0.3
    made["contribution"] = charge(random, ids) if charged else division(random, ids)
    if random.random() < 0.15:
        rise(random, ids, made["contribution"])
    made["subsidy"] = subsidies(random, made["cost"], charged)
    for grant in made["subsidy"].values():
        if random.random() < 0.3:
            requirement(random, made["partner"], grant)
    if random.random() < 0.4:
        made["rounding"] = {
            "unit": Decimal(random.choice(["0.01", "0.01", "0.001", "0.1", "1", "10", "1000"])),
            "half": random.choice(["even", "up"]),
            "difference": random.choice(["largest-remainder", "largest", *ids[:2]]),
        }
    if random.random() < 0.25:
        days(random, made, ids)
        if random.random() < 0.5:
            stays(random, made, ids)
    if random.random() < 0.3:
        settlement(random, made, ids)
    return {name: each for name, each in made.items() if each}


def parts_of_year(random: Random, made: dict[str, Any]) -> None:
    """Partners that are there for months or days of the year."""
    made["year"] = random.choice([2027, 2028])
    if random.random() < 0.4:
        made["plan"] = {"until": 2030, "prorata": random.choice(["months", "days"])}
    for partner in made["partner"].values():
        if random.random() < 0.5:
            days = sorted(date(made["year"], 1, 1) + timedelta(random.randrange(366)) for _ in "12")
            both = {"from": days[0], "until": days[1]}
            named = random.choice([["from"], ["until"], ["from", "until"]])
            partner.update({field: both[field] for field in named})


def rise(random: Random, ids: list[str], model: dict[str, Any]) -> None:
    """A rise that is capped, above what some paid before."""
    model["max_rise"] = part(random)
    chosen = random.sample(ids, random.randrange(1, len(ids) + 1))
    model["previous"] = {id: number(random, 7) for id in chosen}


def requirement(random: Random, partners: dict[str, Any], grant: dict[str, Any]) -> None:
    """What a subsidy requires: about as much as all count for."""
    key = random.choice([*KEYS, *BUILT_IN])
    figures = [
        Decimal(1) if key == "partners" else Decimal({**each["keys"], **each}[key])
        for each in partners.values()
    ]
    change = Decimal(random.choice(["0", "0", "1", "-1", "0.01", "-0.000001"]))
    grant["requires"] = {key: max(Decimal(0), sum(figures, change))}


def days(random: Random, made: dict[str, Any], ids: list[str]) -> None:
    """Homes that earn a day price, and days of use."""
    sizes = [str(size) for size in range(1, random.randrange(2, 5))]
    terms: dict[str, Any] = {
        "prices": {size: number(random, 4) for size in sizes},
        "days": random.randrange(1, 366),
        "occupancy": part(random),
    }
    if random.random() < 0.5:
        terms["mix"] = {size: random.choice([1, 2, 3, part(random) + 1]) for size in sizes}
    made["day_price"] = terms
    for id in ids:
        made["partner"][id]["days"] = {size: random.randrange(0, 400) for size in sizes}
    if random.random() < 0.4:
        terms["paid_by"] = "partner"
    if random.random() < 0.4:
        made["unit"] = {
            f"u{at}": {"owner": random.choice(ids), "occupancy": part(random)}
            | ({"prices": {"1": number(random, 4)}} if random.random() < 0.5 else {})
            for at in range(random.randrange(1, 5))
        }
        for home in made["unit"].values():
            made["partner"][home["owner"]].pop("units", None)


def stays(random: Random, made: dict[str, Any], ids: list[str]) -> None:
    """A register of stays in homes with a name and in those that are counted."""

    def nights() -> dict[str, dict[str, int]]:
        referrers = random.sample(["", *ids], random.randrange(1, min(4, len(ids) + 2)))
        return {
            referrer: {
                str(size): random.choice([0, 1, 30, random.randrange(400)])
                for size in random.sample(range(1, 6), random.randrange(1, 4))
            }
            for referrer in referrers
        }

    homes = list(made.get("unit", {}))
    made["stays"] = {
        "register": "register.csv",
        "count": random.choice(["nights", "days"]),
        "nights": {
            "fingerprint": "f",
            "unit": {id: nights() for id in homes if random.random() < 0.8},
            "owner": {id: nights() for id in ids if random.random() < 0.6},
        },
    }
    terms = made["day_price"]
    if random.random() < 0.5:
        del terms["days"], terms["occupancy"]
        for home in made.get("unit", {}).values():
            del home["occupancy"]
    for table in (made.get("contribution", {}), *made["cost"].values()):
        if "key" in table and isinstance(table["key"], str) and random.random() < 0.5:
            table["key"] = random.choice(["days", "use"])
        if "per" in table and random.random() < 0.5:
            table["per"] = random.choice(["days", "use"])
    if "rate" in made["contribution"] and random.random() < 0.3 and "paid_by" not in terms:
        made["contribution"] = {"model": "per-day"}


def settlement(random: Random, made: dict[str, Any], ids: list[str]) -> None:
    """Who paid and received, advances, what is left from last year, and what really happened."""
    payers(random, made, ids)
    made["payment"] = {f"y{at}": payment(random, ids) for at in range(random.randrange(4))}
    made["settlement"] = {"transfers": random.choice(["account", "direct", "none"])}
    if random.random() < 0.5:
        made["settlement"]["account"] = random.choice(ids)
    if random.random() < 0.5:
        made["settlement"]["opening"] = {random.choice(ids): cents(random)}
    if random.random() < 0.3:
        made["reserve"] = {"opening": cents(random)}
    costs = [id for id, cost in made["cost"].items() if "amount" in cost]
    if costs and random.random() < 0.4:
        made["scenario"] = {"actual": {"cost": {costs[0]: {"amount": number(random, 5)}}}}


def payers(random: Random, made: dict[str, Any], ids: list[str]) -> None:
    """Who paid the costs, and who received the income."""
    model = made["contribution"]
    fixed = "fixed_amount" in model and "key" not in model
    charged = fixed or "rate" in model or model["model"] == "per-day"
    holders = ["account", *ids, *([] if charged else ["each", "each"])]
    for cost in made["cost"].values():
        if random.random() < 0.6:
            cost["paid_by"] = random.choice(holders)
            cost["in_kind"] = cost["paid_by"] != "account" and random.random() < 0.3
    for line in [*made.get("subsidy", {}).values(), *made.get("revenue", {}).values()]:
        if random.random() < 0.6:
            line["received_by"] = random.choice(holders)
    terms = made.get("day_price", {"paid_by": "nobody"})
    if "paid_by" not in terms and random.random() < 0.5:
        terms["received_by"] = random.choice(["each", "account", *ids])


def payment(random: Random, ids: list[str]) -> dict[str, Any]:
    """An advance, or an amount that somebody paid or got back."""
    made: dict[str, Any] = {"to": random.choice(["account", "account", *ids])}
    if random.random() < 0.4:
        return made | {"amounts": {random.choice(ids): cents(random)}}
    made["part"] = random.choice([part(random), Decimal("0.25"), Decimal("0.5")])
    return made | ({"except": random.sample(ids, 1)} if random.random() < 0.3 else {})


def cents(random: Random) -> Decimal:
    """An amount that can be paid, or paid back."""
    return Decimal(random.randrange(-(10**7), 10**7)).scaleb(-2)


def network_of(text: str, scenario: str | None = None) -> Network:
    """The network of a text, which may state the nights that otherwise a register has."""
    tables = tomllib.loads(text, parse_float=Decimal)
    if "stays" not in tables:
        return parse(text, scenario=scenario)
    for id, cost in tables.pop("scenario", {}).get(scenario, {}).get("cost", {}).items():
        tables["cost"][id] |= cost
    return from_tables(tables)


def settling_of(text: str) -> Settling | None:
    """The settlement of a text that has one, by its scenario `actual` where it has that."""
    tables = tomllib.loads(text, parse_float=Decimal)
    if "settlement" not in tables:
        return None
    statement = compute(network_of(text, "actual" if "scenario" in tables else None))
    budget = compute(network_of(text))
    return Settling(settle(budget, statement), budget, statement)


def recalculated(text: str, file: Path) -> tuple[str, list[str]]:
    """The status that a workbook shows, and the cells that it shows wrong."""
    settling = settling_of(text)
    statement = compute(network_of(text)) if settling is None else settling.statement
    network = network_of(text) if settling is None else settling.network
    file.write_bytes(workbook_bytes(network, statement, english(), settling))
    sheet = IronCalc(file)
    cells = sheet.shown()
    told = str(cells[STATUS])
    missed = wrong(cells, expected(statement), unsure=told.startswith(UNSURE))
    if settling is not None:
        due = sheet.shown("Settlement")
        unknown = str(due[STATUS]).startswith("Not all")
        missed += wrong(due, expected_due(settling.outcome), unsure=unknown)
        told += "; settled, unknown" if unknown else "; settled"
        if not unknown and due[STATUS] != "What is due adds up to 0.":
            missed.append(due[STATUS])
    return told, missed


def wrong(cells: Cells, wanted: Mapping[tuple[int, int], Decimal], *, unsure: bool) -> list[str]:
    """The cells that are wrong; where a sheet is unsure, those that it does not leave out."""
    if unsure:
        wanted = {place: each for place, each in wanted.items() if cells.get(place) != "#N/A"}
    return list(misses(cells, wanted))


def main(count: int, seed: int) -> int:
    """Try so many; returns how many showed a wrong cell."""
    random, folder = Random(seed), Path(mkdtemp(prefix="recalculated-"))
    statuses: Counter[str] = Counter()
    faulty = 0
    while statuses.total() < count:
        text = tomli_w.dumps(description(random))
        try:
            told, missed = recalculated(text, folder / "network.xlsx")
        except InputError:
            continue
        statuses[told[:40] + told[-9:] * told.endswith("settled")] += 1
        if missed:
            faulty += 1
            kept = folder / f"{seed}-{statuses.total()}.toml"
            kept.write_text(text, encoding="utf-8")
            sys.stdout.write("\n  ".join((str(kept), told[:30], *missed[:4])) + "\n")
    told = f"{count} networks of seed {seed}: {faulty} with a wrong cell; {dict(statuses)}"
    sys.stdout.write(told + "\n")
    return faulty


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 1)))
