"""The library: settings of a program, and one unit for the same amount."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from igs_costshare import InputError, compute, diff, parse, read
from igs_costshare.description.governance import Governance

BASE = """title = "Netwerk"
[partner.stad]
units = 2
[partner.dorp]
units = 1
[cost.rent]
amount = 1_000
[contribution]
model = "variable"
key = "units"
[day_price]
prices = { 1 = 16 }
days = 300
occupancy = 0.5
[governance]
form = "agreement"
[scenario.s2027]
cost.rent.amount = 1_200
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "netwerk.toml"
    path.write_text(BASE, encoding="utf-8")
    return path


# Settings


@pytest.mark.parametrize(
    "settings",
    [
        {"cost.rent.amount": 1_500},
        {"cost.rent.amount": Decimal("1500.00")},
        {"cost.rent.amount": "1_500"},
        [("cost.rent.amount", 1_500)],
        (("cost.rent.amount", 9), ("cost.rent.amount", 1_500)),
        [["cost.rent.amount", 1_500]],
        ["cost.rent.amount=1_500"],
        iter([("cost.rent.amount", 1_500)]),
    ],
)
def test_settings_are_a_dict_or_pairs(file: Path, settings: Any) -> None:
    assert read(file, settings=settings).cost["rent"].amount == 1_500
    assert parse(BASE, settings={"cost.rent.amount": 1_500}).cost["rent"].amount == 1_500


def test_a_setting_takes_tables_lists_texts_and_dates() -> None:
    network = parse(
        BASE,
        settings={
            "day_price.prices": {1: 17, "2": Decimal("18.5")},
            "contribution.only": ("stad",),
            "contribution.key": "days",
            "partner.stad.days": {1: 5},
            "partner.dorp.name": "Dorp aan de Leie",
            "governance.end": date(2030, 12, 31),
        },
    )
    assert network.day_price is not None
    assert network.day_price.prices == {1: Decimal(17), 2: Decimal("18.5")}
    assert network.contribution is not None
    assert network.contribution.only == ["stad"]
    assert network.partner["dorp"].name == "Dorp aan de Leie"
    assert network.governance == Governance(form="agreement", end=date(2030, 12, 31))


def test_a_scenario_is_not_taken_for_settings(file: Path) -> None:
    with pytest.raises(TypeError, match="positional argument"):
        read(file, "s2027")  # type: ignore[call-arg]  # what the test is about
    with pytest.raises(TypeError, match="positional argument"):
        parse(BASE, "netwerk.toml", "s2027")  # type: ignore[call-arg]  # what the test is about
    assert read(file, scenario="s2027").cost["rent"].amount == 1_200


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("s2027", "settings are a dict or a list of pairs, .* not the text 's2027'"),
        (b"s2027", "not the text b's2027'"),
        ([("cost.rent.amount",)], "not \\('cost.rent.amount',\\)"),
        ([("cost.rent.amount", 1, 2)], "settings are a dict or a list of pairs"),
        ([7], "settings are a dict or a list of pairs, .* not 7"),
        ({7: 1}, "settings are a dict or a list of pairs"),
        ({"cost.rent.amount": 0.5}, r"cost.rent.amount: a float is not exact or not TOML"),
        ({"day_price.prices": {1: 0.5}}, "day_price.prices: a float"),
        ({"contribution.only": [None]}, "contribution.only: a NoneType"),
        ({"day_price.prices": {None: 1}}, "day_price.prices: the names of fields are texts"),
    ],
)
def test_what_is_no_setting_is_a_clear_error_of_type(settings: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        parse(BASE, settings=settings)


def test_every_path_that_is_none_is_told() -> None:
    with pytest.raises(InputError) as refused:
        parse(BASE, settings=[("", 1), "no", ("cost..x", 2)])
    assert str(refused.value) == (
        "error: setting : expected a PATH\nhint: for instance `day_price.occupancy`\n\n"
        "error: --set no: expected PATH=VALUE\nhint: for instance `day_price.occupancy=0.9`\n\n"
        "error: setting cost..x: expected a PATH\nhint: for instance `day_price.occupancy`"
    )


def test_a_problem_names_the_setting_that_brought_it() -> None:
    with pytest.raises(InputError) as refused:
        parse(BASE, settings={"day_price.occupancy": 2})
    assert str(refused.value).startswith(
        "error: setting day_price.occupancy: day_price.occupancy: must be at most 1, got 2"
    )


# One unit


@pytest.mark.parametrize("unit", ["0.001", "0.01", "0.1", "1", "10", "100", "1000"])
def test_compute_and_diff_give_the_same_number_for_the_same_balance(unit: str) -> None:
    a = parse(BASE, settings={"rounding.unit": Decimal(unit)})
    b = parse(BASE, settings={"rounding.unit": Decimal(unit), "cost.rent.amount": 8_888})
    difference, ours, theirs = diff(a, b), compute(a), compute(b)
    assert difference.unit == ours.unit == Decimal(unit)
    for row, one, other in zip(difference.rows, ours.rows, theirs.rows, strict=True):
        assert row.columns["balance"] == (one.balance, other.balance)
        assert row.columns["expenses"] == (one.expenses, other.expenses)
        assert row.columns["units"] == (one.units, other.units)
        assert sum(row.causes) == other.balance - one.balance
    assert diff(ours, theirs).rows == tuple(row._replace(causes=()) for row in difference.rows)


def test_two_steps_of_rounding_are_compared_in_the_smaller_one() -> None:
    cents, euros = parse(BASE), parse(BASE, settings={"rounding.unit": 1})
    for a, b in ((cents, euros), (euros, cents)):
        difference = diff(a, b)
        assert difference.unit == Decimal("0.01")
        balances = difference.total.columns["balance"]
        assert balances == tuple(
            compute(each).total.balance * (1 if each is cents else 100) for each in (a, b)
        )


def test_a_difference_is_shown_in_the_smallest_step_whatever_its_unit() -> None:
    a = parse(BASE, settings={"rounding.unit": 10})
    difference = diff(a, parse(BASE, settings={"rounding.unit": 10, "cost.rent.amount": 2_000}))
    shown = difference.in_steps_shown()
    assert (difference.unit, shown.unit) == (Decimal(10), Decimal("0.01"))
    for row, step in zip(difference.rows, shown.rows, strict=True):
        assert step.columns["balance"] == row.columns["balance"].times(1_000)
        assert step.columns["units"] == row.columns["units"]
        assert step.causes == tuple(1_000 * part for part in row.causes)
