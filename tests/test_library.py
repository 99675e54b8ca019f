"""The library: settings of a program, and one unit for the same amount."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from igs_costshare import (
    InputError,
    check,
    compare,
    compute,
    diff,
    explain,
    fair,
    parse,
    read,
    settle,
    solve,
    sweep,
)
from igs_costshare.description.governance import Governance
from igs_costshare.fairness.report import COLUMNS

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


# Amounts, and what is asked in one call

TWO = """title = "Two"
[partner.stad]
nis = 44021
units = 2
[partner.dorp]
units = 1
[cost.rent]
amount = 1_000
[cost.bill]
amount = 10
[contribution]
model = "variable"
key = "units"
[expected]
total.expenses = 1_010
[scenario.dear]
label = "Dear"
cost.rent.amount = 1_500
"""


@pytest.mark.parametrize("unit", ["0.001", "0.01", "1", "100"])
def test_amounts_are_decimals_of_the_currency_beside_units(unit: str) -> None:
    statement = compute(parse(TWO, settings={"rounding.unit": Decimal(unit)}))
    for row in statement.rows:
        assert row.amount("expenses") == row.expenses * Decimal(unit) == row.amount(row.expenses)
        assert row.amount("balance") == statement.amount(row.balance) == -row.amount("expenses")
        assert row.amount("rent") == row.cells[0] * Decimal(unit)
    bill = statement.total.cells[1] * Decimal(unit)  # a line goes before what is so called
    assert statement.total.amount("bill") == bill
    with pytest.raises(KeyError, match="rnet"):
        statement.total.amount("rnet")


def test_records_are_the_columns_of_the_csv() -> None:
    statement = compute(parse(TWO))
    stad, dorp = statement.records()
    assert [*stad] == [
        *("partner", "name", "nis", "units", "rent", "bill", "expenses", "revenues", "balance")
    ]
    assert (stad["nis"], dorp["nis"]) == ("44021", None)
    assert stad["rent"] == Decimal("666.67")
    *_, total = statement.records(totals=True)
    assert (total["partner"], total["balance"]) == ("total", Decimal("-1010.00"))
    without = compute(parse(TWO.replace("nis = 44021", ""))).records()
    assert "nis" not in without[0]


def test_a_settlement_has_records() -> None:
    text = TWO.replace("amount = 1_000", 'amount = 1_000\npaid_by = "stad"')
    outcome = settle(parse(text), parse(text))
    assert [(each["partner"], each["due"]) for each in outcome.records()] == [
        ("stad", Decimal("-326.66")),
        ("dorp", Decimal("336.66")),
    ]


def test_scenarios_are_compared_by_name(tmp_path: Path) -> None:
    path = tmp_path / "two.toml"
    path.write_text(TWO)
    for source in (TWO, path, str(path)):
        compared = compare(source, figure="expenses")
        assert [each["dear"] for each in compared.records()] == [
            Decimal("1006.67"),
            Decimal("503.33"),
        ]
        assert [each.id for each in compare(source, scenarios=["dear"]).options] == ["base", "dear"]
    assert compare({"now": parse(TWO)}).records()[1]["now"] == Decimal("-336.66")
    assert sweep(path, "cost.rent.amount=1:2:1").steps[0].values == (Decimal(1),)
    cheap = compare(path, settings={"cost.rent.amount": 0}).records()
    assert cheap[0]["base"] == Decimal("-6.67")
    without = TWO + 'remove = ["partner.dorp"]\n'
    assert compare(without, figure="units").records()[1]["dear"] is None


def test_a_range_has_none_where_there_is_no_figure() -> None:
    text = TWO + '[scenario.few]\nremove = ["cost.bill"]\n'
    swept = sweep(text, "partner.stad.units=0:1:1", settings={"partner.dorp.units": 0})
    first, second = swept.records()
    assert first["partner.stad.units"] == 0
    assert (first["balance"], second["balance"]) == (None, Decimal("-1010.00"))
    grid = sweep(TWO, ["cost.rent.amount=0:1:1", "cost.bill.amount=0:1:1"], scenario="dear")
    assert len(grid.records()) == 4


def test_a_target_is_solved_in_a_scenario() -> None:
    answer = solve(TWO, "cost.rent.amount=0:2000", "total.expenses=500", step="10", scenario="dear")
    assert answer.solution.value == 490


def test_a_statement_explains_itself_without_places() -> None:
    statement = compute(parse(TWO))
    assert [row.id for row in explain(statement).rows] == ["total", "stad", "dorp"]
    assert [row.id for row in explain(statement, "dorp").rows] == ["dorp"]
    (cell,) = explain(TWO, "dorp", "rent", scenario="dear").rows[0].cells
    assert cell.value == 500
    with pytest.raises(InputError, match="did you mean `stad`"):
        explain(statement, "stat")
    with pytest.raises(InputError, match="did you mean `rent`"):
        explain(statement, "stad", "rnet")


def test_a_file_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "two.toml"
    path.write_text(TWO)
    assert check(path).code(strict=False) == 0
    assert check(path, settings={"cost.rent.amount": 1}).findings[0].rule == "expected"
    assert not check("title =\n").usable
    earlier = compute(parse(TWO, settings={"cost.rent.amount": 500}))
    limited = TWO.replace("[scenario.dear]", "[limits]\nmax_increase = 0.1\n[scenario.dear]")
    found = check(limited, against=earlier).findings
    assert [each.rule for each in found] == ["limit-max-increase"] * 2
    assert check(limited, scenario="dear").findings == ()


def test_fairness_is_that_of_a_statement_or_of_a_source(tmp_path: Path) -> None:
    made = fair(compute(parse(TWO)))
    path = tmp_path / "two.toml"
    path.write_text(TWO)
    assert made.records() == fair(path).records() == fair(TWO).records()
    assert [*made.records()[0]] == ["partner", "name", *COLUMNS]
    alone = "title = 't'\npartner = { a = {}, b = {} }\n[coalitions]\n'a' = 1\n'b' = 2\n'a+b' = 3\n"
    assert [(each["bill"], each["alone"]) for each in fair(alone).records()] == [
        (None, Decimal("1.00")),
        (None, Decimal("2.00")),
    ]
