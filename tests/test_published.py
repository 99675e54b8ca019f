"""The published tables of real agreements, cell by cell, out of the files in `examples/`.

The tool runs here as its users run it: as a command that prints JSON.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.toml"))


@cache
def statement(example: str) -> dict[str, Any]:
    """The statement of `examples/{example}.toml`, as `compute --format json` prints it."""
    path = EXAMPLES / f"{example}.toml"
    command = [sys.executable, "-m", "igs_costshare", "compute", str(path), "--format", "json"]
    ran = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert (ran.returncode, ran.stderr) == (0, "")
    result: dict[str, Any] = json.loads(ran.stdout)
    return result


def amount(row: dict[str, Any], column: str) -> Decimal:
    """The amount of one row in a line, or in `expenses`, `revenues` or `balance`."""
    return Decimal(row["cells"][column] if column in row["cells"] else row[column])


def by_name(example: str, column: str) -> dict[str, Decimal]:
    """A column of an example: the amount of each partner, by its name."""
    return {row["name"]: amount(row, column) for row in statement(example)["partners"]}


def published(table: Mapping[str, int | str]) -> dict[str, Decimal]:
    """A published column, as exact amounts."""
    return {name: Decimal(figure) for name, figure in table.items()}


def whole(figures: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Amounts in whole euros, half to even, as the Crisisopvangnetwerk publishes them."""
    return {name: figure.quantize(Decimal(1), ROUND_HALF_EVEN) for name, figure in figures.items()}


# Crisisopvangnetwerk Vlaamse Ardennen: each column to the cent, and as published.


def one_of_five(stad: int | str, other: int | str) -> dict[str, Decimal]:
    """A column of that network: Stad, and four partners with one home each."""
    others = ("Gemeente 1", "Gemeente 2", "Gemeente 3", "CAW")
    return published({"Stad": stad, **dict.fromkeys(others, other)})


CRISIS = "crisisopvangnetwerk"
CRISIS_TO_THE_CENT = [
    ("overhead", "8450.00", "2112.50"),
    ("counselling", "33800.00", "8450.00"),
    ("expenses", "42250.00", "10562.50"),
    ("day_price", "22032.00", "5508.00"),
    ("revenues", "22032.00", "5508.00"),
    ("balance", "-20218.00", "-5054.50"),
]
CRISIS_PUBLISHED = [
    ("overhead", 8_450, 2_112),
    ("counselling", 33_800, 8_450),
    ("expenses", 42_250, 10_562),
    ("revenues", 22_032, 5_508),
]


@pytest.mark.parametrize(("column", "stad", "other"), CRISIS_TO_THE_CENT)
def test_the_crisis_network_is_exact_to_the_cent(column: str, stad: str, other: str) -> None:
    assert by_name(CRISIS, column) == one_of_five(stad, other)


@pytest.mark.parametrize(("column", "stad", "other"), CRISIS_PUBLISHED)
def test_the_crisis_network_gives_every_published_cell(column: str, stad: int, other: int) -> None:
    assert whole(by_name(CRISIS, column)) == one_of_five(stad, other)


def test_the_crisis_network_counts_eight_homes_and_employs_one_full_time_counsellor() -> None:
    result = statement(CRISIS)
    homes = {row["name"]: row["units"] for row in result["partners"]}
    assert homes == {"Stad": 4, "Gemeente 1": 1, "Gemeente 2": 1, "Gemeente 3": 1, "CAW": 1}
    assert (result["total"]["units"], result["fte"]) == (8, "1.0")


def test_the_crisis_network_adds_up_where_the_published_euros_are_two_short() -> None:
    expenses = by_name(CRISIS, "expenses")
    assert sum(whole(expenses).values()) == 84_498
    assert sum(expenses.values()) == amount(statement(CRISIS)["total"], "expenses") == 84_500


# Tables in whole units.

FIRE_STATION = {"Shoreview": 6_156_869, "Arden Hills": 2_422_703, "North Oaks": 1_431_597}
CLEAN_AIR = {"Amsterdam": 8, "Rotterdam": 13, "Den Haag": 23, "Utrecht": 31}
TOP_UP = {
    "Alkmaar": 5_735,
    "Almelo": 4_846,
    "Amersfoort": 10_111,
    "Amsterdam": 41_227,
    "Arnhem": 8_238,
    "Breda": 10_532,
    "Deventer": 6_319,
    "Dordrecht": 7_683,
    "Eindhoven": 11_590,
    "Emmen": 6_820,
    "Enschede": 9_254,
    "Groningen": 8_296,
    "Haarlem": 8_607,
    "Heerlen": 4_791,
    "Hengelo": 5_354,
    "Leeuwarden": 5_224,
    "Leiden": 6_359,
    "Lelystad": 5_084,
    "Maastricht": 5_780,
    "Nijmegen": 8_598,
    "Rotterdam": 35_250,
    "Schiedam": 4_629,
    "'s-Gravenhage": 29_362,
    "'s-Hertogenbosch": 8_280,
    "Sittard-Geleen": 5_562,
    "Tilburg": 12_021,
    "Utrecht": 16_103,
    "Venlo": 5_543,
    "Zaanstad": 9_121,
    "Zwolle": 7_499,
}


def test_the_cities_share_what_the_state_grant_leaves_of_the_fire_station() -> None:
    bills = {name: -balance for name, balance in by_name("brandweerpost", "balance").items()}
    assert bills == published(FIRE_STATION)
    assert sum(bills.values()) == 16_381_169 - 6_370_000


def test_the_tied_million_for_clean_air_goes_to_the_first_city() -> None:
    assert by_name("luchtkwaliteit", "air") == published(CLEAN_AIR)
    assert sum(by_name("luchtkwaliteit", "air").values()) == 75


def test_thirty_municipalities_get_the_published_top_up() -> None:
    assert by_name("gemeentefonds-toevoeging", "top-up") == published(TOP_UP)
    assert sum(by_name("gemeentefonds-toevoeging", "top-up").values()) == 313_818


# A partner leaves: the published cents are two short, ours are not.

WATER_PLANT = {
    "Deelnemer 1": "23529.41",
    "Deelnemer 2": "32352.94",
    "Deelnemer 3": "4411.76",
    "Deelnemer 4": "11764.71",
    "Deelnemer 5": "4411.76",
    "Deelnemer 6": "4411.76",
    "Deelnemer 7": "5882.35",
    "Deelnemer 8": "13235.29",
}


def test_the_first_two_of_three_equal_partners_bear_the_cents_that_the_publication_lost() -> None:
    shares = by_name("partner-vertrekt", "plant")
    lost = {"Deelnemer 3": "4411.77", "Deelnemer 5": "4411.77"}
    assert shares == published({**WATER_PLANT, **lost})


def test_the_shares_add_up_where_the_published_ones_are_two_cents_short() -> None:
    shares = by_name("partner-vertrekt", "plant")
    assert sum(published(WATER_PLANT).values()) == Decimal("99999.98")
    assert sum(shares.values()) == Decimal("100000.00")


# Dues in classes.


def test_dues_are_the_sum_of_two_classes_and_not_below_the_minimum() -> None:
    assert by_name("klassenbijdrage", "contribution") == published(
        {
            "Voorbeeldlid": 2_730,  # the published example: 1,260 + 1,470
            "Kleinbedrijf": 2_100,  # the minimum
            "Grensgeval": 2_205,  # `up_to` itself is still in the class
            "Net Erover": 2_415,
            "Grootbedrijf": 2_835,
        }
    )


# What the remarks in the other examples say.

REMARKS = [
    ("jeugdregio-vast", "waterstad", "balance", "-7687.55"),
    ("jeugdregio-vast", "lindedorp", "balance", "-7687.55"),
    ("jeugdregio-vast", "total", "flanders", "38437.75"),
    ("jeugdregio-variabel", "total", "flanders", "38437.75"),
    ("jeugdregio-gemengd", "total", "flanders", "38437.75"),
    ("ledenbijdrage", "stad-aan-de-vallei", "contribution", "11942.00"),
    ("ledenbijdrage", "lindedorp", "contribution", "2500.00"),
    ("ledenbijdrage", "dorpje", "contribution", "2500.00"),
    ("ledenbijdrage", "reserve", "contribution", "-1710.50"),
    ("woningen-per-dag", "stad", "contribution", "10890.00"),
    ("woningen-per-dag", "reserve", "contribution", "720.00"),
    ("woningen-per-dag", "stad", "laundry", "1067.50"),
    ("woningen-bij-naam", "stad", "day_price", "7776.00"),
    ("woningen-bij-naam", "bosrijk", "day_price", "5355.00"),
    ("woningen-bij-naam", "caw", "day_price", "6696.00"),
    ("woningen-doorverwijzer", "total", "day_price_paid", "22032.00"),
    ("woningen-doorverwijzer", "total", "day_price", "22032.00"),
    ("woningen-doorverwijzer", "stad", "day_price_paid", "10565.30"),
    ("klassenbijdrage", "reserve", "contribution", "115.00"),
    ("erfgoed-voorkempen", "stad", "contribution", "7393.28"),
    ("erfgoed-voorkempen", "reserve", "contribution", "687.10"),
    ("politiezone-klassiek", "stad", "police", "4806058.65"),
    ("politiezone-klassiek", "lindedorp", "shelter", "1972.51"),
    ("schelde", "vlaanderen", "commission", "229629.62"),
    ("schelde", "vlaanderen", "lock", "764619000.00"),
    ("schelde", "nederland", "lock", "155381000.00"),
    ("schelde", "belgie", "lock", "0.00"),
    ("schoolverlaters", "regio-west", "budget", "389043.44"),
]


@pytest.mark.parametrize(("example", "row", "column", "figure"), REMARKS)
def test_the_remarks_in_an_example_hold(example: str, row: str, column: str, figure: str) -> None:
    result = statement(example)
    rows = {partner["id"]: partner for partner in result["partners"]}
    rows |= {"reserve": result["reserve"], "total": result["total"]}
    assert amount(rows[row], column) == Decimal(figure)


# The Crisisopvangnetwerk, closed: the mean length of a stay is published, all else is made up.


def stayed(*options: str) -> dict[str, Any]:
    """What `stays --format json` says of the closed network."""
    path = EXAMPLES / "crisisopvangnetwerk-afgerekend.toml"
    command = [sys.executable, "-m", "igs_costshare", "stays", str(path), "--format", "json"]
    ran = subprocess.run([*command, *options], capture_output=True, check=False, encoding="utf-8")
    assert (ran.returncode, ran.stderr) == (0, "")
    result: dict[str, Any] = json.loads(ran.stdout)
    return result


def test_a_stay_lasts_88_nights_as_published() -> None:
    assert int(Decimal(stayed()["mean_nights"])) == 88


def test_twenty_stays_lasted_longer_than_three_months() -> None:
    assert len(stayed("--set", "stays.longest=90")["findings"]) == 20


def test_a_closed_network_still_has_the_published_budget() -> None:
    closed, budget = statement("crisisopvangnetwerk-afgerekend"), statement("crisisopvangnetwerk")
    assert closed["partners"] == budget["partners"]


# What holds for every example.


@pytest.mark.parametrize("example", NAMES)
def test_every_column_of_an_example_adds_up_to_its_total(example: str) -> None:
    result = statement(example)
    rows = [*result["partners"], *filter(None, [result["reserve"]])]
    columns = [*(line["id"] for line in result["lines"]), "expenses", "revenues", "balance"]
    sums = {name: sum(amount(row, name) for row in rows) for name in columns}
    assert sums == {name: amount(result["total"], name) for name in columns}


@pytest.mark.parametrize("example", NAMES)
def test_every_row_of_an_example_adds_up_to_its_balance(example: str) -> None:
    result = statement(example)
    signs = {line["id"]: 1 if line["kind"] == "revenue" else -1 for line in result["lines"]}
    for row in [*result["partners"], *filter(None, [result["reserve"]]), result["total"]]:
        cells = sum(sign * amount(row, name) for name, sign in signs.items())
        assert cells == amount(row, "balance") == amount(row, "revenues") - amount(row, "expenses")


@pytest.mark.parametrize("example", NAMES)
def test_no_example_earns_a_warning(example: str) -> None:
    assert statement(example)["warnings"] == []


@pytest.mark.parametrize("example", NAMES)
def test_every_example_begins_with_its_schema(example: str) -> None:
    text = (EXAMPLES / f"{example}.toml").read_text(encoding="utf-8")
    assert text.startswith("#:schema ../docs/network.schema.json\n")


@pytest.mark.parametrize("example", NAMES)
def test_every_example_says_what_is_expected_of_it_and_holds(example: str) -> None:
    file = EXAMPLES / f"{example}.toml"
    assert tomllib.loads(file.read_text(encoding="utf-8"))["expected"]
    command = [sys.executable, "-m", "igs_costshare", "check", str(file), "--format", "json"]
    ran = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert (ran.returncode, json.loads(ran.stdout)["ok"], ran.stderr) == (0, True, "")
