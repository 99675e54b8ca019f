"""Homes that were used on more days than they are there, and what a day cost by a register."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from command import run

FULL = """title = "Vol"
year = 2026
[cost.rent]
amount = 6_000
per = "unit"
[day_price]
prices = { 1 = 16, 2 = 20 }
days = 300
occupancy = 0.8
[partner.stad]
name = "Stad"
units = 2
[partner.dorp]
name = "Dorp"
[unit.brug]
owner = "dorp"
name = "Brugstraat"
[unit.kaai]
owner = "dorp"
[limits]
occupancy_max = 0.95
[scenario.actual]
stays.register = "full.csv"
"""
BRUG = "unit,owner,persons,from,until\nbrug,,1,2026-01-01,2026-11-22\n"


@pytest.fixture
def full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("full.toml").write_text(FULL, encoding="utf-8")
    Path("full.csv").write_text(BRUG, encoding="utf-8")
    return Path("full.toml")


def found(net: Path, rule: str, *options: str) -> list[str]:
    """What `check` finds by a rule, in English."""
    report = json.loads(run("check", net, "--format", "json", *options).text)
    return [each["message"] for each in report["files"][0]["findings"] if each["rule"] == rule]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Brugstraat: 325 nights, more than the days that it was available (300)"),
        ("nl", "Brugstraat: 325 nachten, meer dan de beschikbare dagen (300)"),
        ("fr", "Brugstraat : 325 nuits, plus que les jours disponibles (300)"),
    ],
)
def test_more_nights_than_days_are_found(full: Path, lang: str, told: str) -> None:
    for command in ("check", "stays"):
        text = " ".join(run(command, full, "--lang", lang).text.split())
        assert told in text.replace("\N{NO-BREAK SPACE}", " ")
    data = json.loads(run("stays", full, "--format", "json").text)
    assert [(each["rule"], each["line"]) for each in data["findings"]] == [
        ("stays-available", None)
    ]
    # No warning of the computation, whose figures are as right as the register.
    assert run("compute", full, "--scenario", "actual").err == ""


def test_a_day_of_changeover_counts_for_both_where_that_is_agreed(full: Path) -> None:
    days = FULL.replace("days = 300\noccupancy = 0.8\n", "") + 'stays.count = "days"\n'
    full.write_text(days, encoding="utf-8")
    row = "brug,,1,2026-{}-01,2026-{}-01\n"
    year = "unit,owner,persons,from,until\n" + row.format("01", "07") + "brug,,1,2026-07-01,\n"
    Path("full.csv").write_text(year)
    assert found(full, "stays-available") == []


def test_what_was_counted_is_named(full: Path) -> None:
    full.write_text(f'{FULL}stays.count = "days"\n', encoding="utf-8")
    (told,) = found(full, "stays-available")
    assert told == "Brugstraat: 326 days of use, more than the days that it was available (300)"


def test_half_a_year_of_months_has_its_days_of_the_calendar(full: Path) -> None:
    half = FULL.replace("days = 300\noccupancy = 0.8\n", "").replace(
        'name = "Dorp"', 'name = "Dorp"\nfrom = 2026-07-01'
    )
    full.write_text(half, encoding="utf-8")
    Path("full.csv").write_text("unit,owner,persons,from,until\nbrug,,1,2026-07-01,\n")
    assert found(full, "stays-available") == []
    Path("full.csv").write_text("unit,owner,persons,from,until\nbrug,,1,2026-06-30,\n")
    (told,) = found(full, "stays-available")
    assert told.startswith("Brugstraat: 185 nights, more than the days that it was available (184)")


def test_as_many_nights_as_days_are_right(full: Path) -> None:
    Path("full.csv").write_text(BRUG.replace("11-22", "10-28"))
    assert found(full, "stays-available") == []


def test_stays_of_no_named_home_are_held_against_all_of_their_owner(full: Path) -> None:
    """600 days of both homes: no finding of a row without days of its own."""
    Path("full.csv").write_text(f"{BRUG},dorp,1,2026-01-01,2026-10-01\n".replace("11-22", "10-01"))
    assert found(full, "stays-available") == []
    Path("full.csv").write_text(f"{BRUG},dorp,1,2026-01-01,2026-12-01\n".replace("11-22", "10-28"))
    assert found(full, "stays-available") == [
        "Dorp: 634 nights, more than the days that it was available (600)"
    ]


def test_days_that_are_shown_whole_contradict_nobody(full: Path) -> None:
    """Of 150.5 days 151 are shown, and 151 nights are told to be no more than them."""
    text = FULL.replace("days = 300", "days = 301").replace(
        'name = "Dorp"', 'name = "Dorp"\nuntil = 2026-06-30'
    )
    full.write_text(text, encoding="utf-8")
    Path("full.csv").write_text(BRUG.replace("11-22", "06-01"))
    assert found(full, "stays-available") == []
    Path("full.csv").write_text(BRUG.replace("11-22", "06-02"))
    assert len(found(full, "stays-available")) == 1


# ---------------------------------------------------------------- the limit


def test_the_limit_of_occupancy_is_one_of_what_is_planned(full: Path) -> None:
    assert found(full, "limit-occupancy-max", "--scenario", "actual") == []
    assert found(full, "limit-occupancy-max") == []
    full.write_text(FULL.replace("0.95", "0.5"), encoding="utf-8")
    assert len(found(full, "limit-occupancy-max")) == 1


# ---------------------------------------------------------------- what a day cost


def cost_of_a_day(net: Path, *options: str) -> list[tuple[str, str]]:
    """The day price and the cost of a day of each finding."""
    told = found(net, "practice-day-price", *options)
    words = [each.replace("\N{NO-BREAK SPACE}", " ").replace(",", "").split() for each in told]
    amounts = [[each for each in sentence if "." in each] for sentence in words]
    return [(price, cost.rstrip(":")) for price, cost in amounts]


def test_a_day_costs_what_the_nights_of_a_register_make_it(full: Path) -> None:
    # As planned: 6,000 over 240 days, at the mean of both prices.
    full.write_text(FULL.split("[scenario", maxsplit=1)[0], encoding="utf-8")
    assert cost_of_a_day(full) == [("18.00", "25.00")]
    full.write_text(FULL, encoding="utf-8")
    # By the register: 6,000 over the nights of each of four homes, at what they came to.
    rows = "brug,,2,2026-01-01,2026-05-01\n,stad,1,2026-01-01,2026-09-08\n"
    Path("full.csv").write_text(f"unit,owner,persons,from,until\n{rows}")
    nights = 120 + 250
    cost, price = Fraction(6_000 * 4, nights), Fraction(120 * 20 + 250 * 16, nights)
    assert cost_of_a_day(full)[1:] == [(f"{float(price):.2f}", f"{float(cost):.2f}")]


def test_a_home_with_a_price_of_its_own_has_its_own_nights(full: Path) -> None:
    text = FULL.replace('name = "Brugstraat"', 'name = "Brugstraat"\nprices = { 1 = 17 }')
    full.write_text(text, encoding="utf-8")
    found_there = cost_of_a_day(full, "--scenario", "actual")
    assert found_there == [("17.00", f"{6_000 / 325:.2f}")]


def test_stays_of_no_named_home_count_in_each_of_them(full: Path) -> None:
    price = "prices = { 1 = 17 }"
    text = FULL.replace('name = "Brugstraat"', f'name = "Brugstraat"\n{price}')
    full.write_text(text.replace("[unit.kaai]", f"[unit.kaai]\n{price}"), encoding="utf-8")
    Path("full.csv").write_text(f"{BRUG},dorp,1,2026-01-01,2026-04-11\n")
    told = cost_of_a_day(full, "--scenario", "actual")
    # 6,000 over 325 + 50 nights is less than 17; over 50 it is more.
    assert told == [("17.00", "120.00")]


def test_who_is_there_for_half_of_the_year_bears_half_of_a_home(full: Path) -> None:
    text = FULL.replace('name = "Stad"', 'name = "Stad"\nuntil = 2026-06-30')
    full.write_text(text, encoding="utf-8")
    Path("full.csv").write_text("owner,persons,from,until\nstad,1,2026-01-01,2026-06-30\n")
    # One home-year of Stad, two of Dorp, and 180 nights.
    assert cost_of_a_day(full, "--scenario", "actual") == [("16.00", f"{6_000 * 3 / 180:.2f}")]


def test_a_register_without_nights_says_nothing_of_a_price(full: Path) -> None:
    Path("full.csv").write_text("owner,persons,from,until\n")
    assert cost_of_a_day(full, "--scenario", "actual") == []


def test_a_home_without_a_price_has_no_day_price(full: Path) -> None:
    text = FULL.replace("prices = { 1 = 16, 2 = 20 }\ndays = 300\noccupancy = 0.8\n", "")
    full.write_text(text.replace("[day_price]\n", ""), encoding="utf-8")
    assert cost_of_a_day(full, "--scenario", "actual") == []
