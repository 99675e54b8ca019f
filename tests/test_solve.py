"""`solve`: the value at which a figure meets its target, or how near it comes."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import networks
from command import Result, run
from igs_costshare import InputError, compute
from igs_costshare.figures.figure import figure_from
from igs_costshare.reading import load_text
from igs_costshare.varying.question import Answer, answered
from igs_costshare.wording.decimals import decimal_text
from networks import as_toml
from test_sweep import SEED, THREE, numbers_in, sound


def solve(vary: str, target: str, *arguments: str, text: str = THREE) -> Result:
    return run("solve", "-", "--vary", vary, "--target", target, *arguments, stdin=text.encode())


def found(vary: str, target: str, *arguments: str, text: str = THREE) -> dict[str, Any]:
    ran = solve(vary, target, *arguments, "--format", "json", text=text)
    assert ran.code == 0, ran.err
    data: dict[str, Any] = json.loads(ran.text)
    return data


def value(vary: str, target: str, *arguments: str, text: str = THREE) -> str:
    answer = found(vary, target, *arguments, text=text)
    assert answer["target"] == answer["reached"]
    return str(answer["value"])


def sentences(vary: str, target: str, *arguments: str, text: str = THREE) -> str:
    """What the table says under the title, in one line."""
    ran = solve(vary, target, *arguments, "--lang", "en", text=text)
    return " ".join(ran.text.split("\n\n", 1)[1].split())


SEED_TEXT = SEED.read_text(encoding="utf-8")


# ---------------------------------------------------------------- where it is linear


def test_the_answer_in_json() -> None:
    assert found("day_price.occupancy", "total.balance=-40_000", text=SEED_TEXT) == {
        "path": "day_price.occupancy",
        "value": "0.8584105",
        "target": "-40000.00",
        "reached": "-40000.00",
    }


def test_the_answer_in_csv() -> None:
    ran = solve("cost.rent.amount", "total.balance=0", "--format", "csv")
    assert ran.text == "path,value,target,reached\ncost.rent.amount,2000,0.00,0.00\n"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nl", "Bezettingsgraad 85,84105 % geeft een saldo van € -40.000,00.\n"),
        ("en", "Occupancy 85.84105 % gives a balance of € -40,000.00.\n"),
    ],
)
def test_the_answer_in_words(lang: str, expected: str) -> None:
    ran = solve("day_price.occupancy", "total.balance=-40000", "--lang", lang, text=SEED_TEXT)
    shown = ran.text.replace("\N{NO-BREAK SPACE}", " ")
    assert shown == f"Crisisopvangnetwerk 2023\n\n{expected}"


@pytest.mark.parametrize(
    ("vary", "target", "expected"),
    [
        ("cost.rent.amount", "partner.caw.balance=-4000", "14000"),
        ("cost.rent.amount", "total.rent=12000.50", "12000.5"),
        ("subsidy.grant.amount", "partner.stad.expenses=4000", "2000"),
        ("subsidy.grant.amount", "total.revenues=0", "0"),
    ],
)
def test_on_a_line_the_value_is_exact(vary: str, target: str, expected: str) -> None:
    assert value(vary, target) == expected


def test_of_all_decimals_that_meet_the_target_the_shortest_is_told() -> None:
    # 10,001.50 to 10,004.49 all give a third of 3,334 in whole euros.
    text = THREE + "[rounding]\nunit = 1\n"
    assert value("cost.rent.amount", "total.rent=12_345", text=text) == "12345"
    text = SEED_TEXT + "\n[rounding]\nunit = 1000\n"
    assert value("day_price.occupancy", "total.balance=-43_000", text=text) == "0.79"


def test_the_value_that_stands_in_the_file_may_do() -> None:
    assert sentences("cost.rent.amount", "total.balance=-10_000") == (
        "Huur € 12,000.00, as it stands, gives a balance of € -10,000.00 already."
    )


def test_a_figure_for_somebody_says_for_whom() -> None:
    assert sentences("cost.rent.amount", "partner.stad.balance=0") == (
        "Huur € 2,000.00 gives a balance of € 0.00 for Stad."
    )
    assert sentences("cost.rent.amount", "partner.dorp.rent=5_000") == (
        "Huur € 15,000.00 gives € 5,000.00 on the line “Huur” for dorp."
    )


def test_revenues_are_told_as_such() -> None:
    assert sentences("subsidy.grant.amount", "total.revenues=0").endswith(" revenues of € 0.00.")


def test_the_reserve_breaks_even() -> None:
    text = THREE.replace('"fixed"', '"variable"\nrate = { inhabitants = 0.2 }\nexcept = ["caw"]')
    assert value("contribution.rate.inhabitants", "reserve.balance=0", text=text) == "0.25"
    assert sentences("contribution.rate.inhabitants", "reserve.balance=0", text=text) == (
        "Rate per inhabitant: € 0.25 gives a balance of € 0.00 for the reserve."
    )
    assert value("cost.rent.amount", "total.contribution=8_000", text=text) == "10000"


def test_what_is_not_in_the_file_yet_has_a_solution_too() -> None:
    text = THREE.replace('"fixed"', '"variable"\nkey = "inhabitants"\nexcept = ["caw"]')
    assert value("contribution.minimum", "partner.dorp.balance=-3_500", text=text) == "3500"


# ---------------------------------------------------------------- where it is not


def test_a_key_figure_is_no_line_and_is_found_by_halving() -> None:
    text = THREE.replace('"fixed"', '"variable"\nkey = "inhabitants"\nexcept = ["caw"]')
    # 10,000 / (30,000 + x) × 10,000 = 2,000
    path = "partner.stad.keys.inhabitants"
    assert value(path, "partner.dorp.balance=-2_000", text=text) == "40000"
    assert value(path, "partner.dorp.balance=-3_000", text=text) == "23333.3"


def test_a_bend_is_no_line_either() -> None:
    text = THREE.replace("amount = 2_000", "rate = 0.5\ncap = 4_000")
    assert value("cost.rent.amount", "total.balance=-10_000", text=text) == "14000"
    assert value("cost.rent.amount", "total.balance=-3_000", text=text) == "6000"
    assert value("subsidy.grant.rate", "total.balance=-9_000", text=text) == "0.25"


def test_where_the_figure_stays_at_the_target_the_nearest_end_is_told() -> None:
    text = THREE.replace("amount = 2_000", "rate = 0.25\ncap = 4_000")
    assert value("subsidy.grant.rate", "total.balance=-8_000", text=text) == "0.34"
    assert value("subsidy.grant.rate", "total.balance=-8_000", "--set", "subsidy.grant.rate=1",
                 text=text) == "1"  # fmt: skip


CLASSES = THREE.replace(
    'model = "fixed"',
    'model = "variable"\nexcept = ["caw"]\nrate = { inhabitants = [ '
    "{ up_to = 20_000, amount = 1_000 }, { up_to = 40_000, amount = 500 }, { amount = 1_500 } ] }",
)


def test_of_several_solutions_the_nearest_is_told_and_that_there_are_others() -> None:
    path, target = "partner.stad.keys.inhabitants", "partner.stad.balance=-1_000"
    assert sentences(path, target, text=CLASSES) == (
        "Inhabitants of Stad: 20,000 gives a balance of € -1,000.00 for Stad. "
        "Other values meet or pass the target too; this one is nearest to 30,000."
    )


def test_classes_jump_past_a_target_between_them() -> None:
    ran = solve(
        *("partner.stad.keys.inhabitants", "partner.stad.balance=-1_200", "--lang", "en"),
        text=CLASSES,
    )
    assert ran.code == 1
    assert " ".join(ran.text.split("\n\n", 1)[1].split()) == (
        "No value of inhabitants of Stad gives a balance of € -1,200.00 for Stad to the cent: "
        "the amount jumps past it. With --step, such as --step 0.01, the first value at "
        "or past it is given. 20,000 comes nearest, with a balance of € -1,000.00 for Stad."
    )


def test_right_beside_what_stands_the_shortest_is_told_too() -> None:
    text = """title = "t"
fte.cost = 84_500.05
partner.a = {}
cost.x.fte = 0.1
contribution.model = "fixed"
"""
    # 8,450.005 is rounded to 8,450.00: any more than that gives 8,450.01.
    assert value("fte.cost", "total.balance=-8_450.01", text=text) == "84500.1"
    assert value("fte.cost", "total.balance=-8_450.00", text=text) == "84500.05"
    assert value("fte.cost", "total.balance=-8_449.99", text=text) == "84499.9"
    assert value("cost.x.fte", "total.balance=-8_450.10", text=text) == "0.1000011"


# ---------------------------------------------------------------- steps and whole numbers


def test_a_step_gives_the_first_value_at_the_target_or_past_it() -> None:
    answer = found("day_price.prices.1", "total.balance=0", "--step", "0.50", text=SEED_TEXT)
    assert answer == {
        "path": "day_price.prices.1",
        "value": "66",
        "target": "0.00",
        "reached": "364.00",
    }
    assert sentences("day_price.prices.1", "total.balance=0", "--step", "0.50", text=SEED_TEXT) == (
        "Day prices (1): € 66.00 is the first past the target: it gives a balance of € 364.00."
    )


def test_a_step_may_meet_the_target() -> None:
    assert value("cost.rent.amount", "total.balance=-12_500", "--step", "500") == "14500"
    assert value("cost.rent.amount", "total.balance=-10_000", "--step", "500") == "12000"


def test_steps_are_counted_from_0_and_not_from_what_stands_in_the_file() -> None:
    text = THREE.replace("12_000", "12_010")
    assert (
        found("cost.rent.amount", "total.balance=-9_990", "--step", "50", text=text)["value"]
        == "11950"
    )
    assert (
        found("cost.rent.amount", "total.balance=-10_005", "--step", "50", text=text)["value"]
        == "12000"
    )
    assert (
        found("cost.rent.amount", "total.balance=-10_020", "--step", "50", text=text)["value"]
        == "12050"
    )


def test_whole_numbers_step_by_themselves() -> None:
    answer = found("partner.caw.units", "partner.caw.overhead=3_000", text=SEED_TEXT)
    assert (answer["value"], answer["reached"]) == ("2", "3755.55")
    answer = found(
        "partner.caw.units", "partner.stad.overhead=5_000", "--step", "5", text=SEED_TEXT
    )
    assert (answer["value"], answer["reached"]) == ("10", "3976.47")


# ---------------------------------------------------------------- no solution


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "nl",
            (
                "Bezettingsgraad: geen enkele waarde van 0 % tot 100 % geeft een saldo van "
                "€ 0,00. 100 % komt het dichtst in de buurt, met een saldo van € -32.660,00, en "
                "hoger kan niet."
            ),
        ),
        (
            "en",
            (
                "No value of occupancy from 0 % to 100 % gives a balance of € 0.00. "
                "100 % comes nearest, with a balance of € -32,660.00, and is the highest that "
                "can be."
            ),
        ),
    ],
)
def test_the_bounds_of_the_field_may_leave_no_solution(lang: str, expected: str) -> None:
    ran = solve("day_price.occupancy", "total.balance=0", "--lang", lang, text=SEED_TEXT)
    assert (ran.code, ran.err) == (1, "")
    assert " ".join(ran.text.split("\n\n", 1)[1].split()) == " ".join(expected.split())


def test_no_solution_in_json() -> None:
    ran = solve("day_price.occupancy", "total.balance=0", "--format", "json", text=SEED_TEXT)
    assert ran.code == 1
    assert json.loads(ran.text) == {
        "path": "day_price.occupancy",
        "value": None,
        "target": "0.00",
        "reached": "-32660.00",
    }


def test_a_range_limits_the_search() -> None:
    assert value("cost.rent.amount=13_000:15_000", "total.balance=-12_000") == "14000"
    assert sentences("cost.rent.amount=13_500:15_000", "total.balance=-11_000") == (
        "No value of Huur from € 13,500.00 to € 15,000.00 gives a balance of € -11,000.00. "
        "€ 13,500.00 comes nearest, with a balance of € -11,500.00, and is the lowest that can be."
    )


def test_a_figure_may_not_depend_on_the_value() -> None:
    ran = solve("partner.stad.keys.inhabitants", "total.balance=0", "--lang", "en")
    assert ran.code == 1
    assert " ".join(ran.text.split("\n\n", 1)[1].split()) == (
        "Inhabitants of Stad makes no difference: every value gives a balance of € -10,000.00."
    )


def test_the_rules_on_figures_bound_the_search_as_well() -> None:
    ran = solve("subsidy.grant.amount", "total.balance=1", "--lang", "en")
    assert ran.code == 1
    assert " ".join(ran.text.split("\n\n", 1)[1].split()) == (
        "No value of grant gives a balance of € 1.00. With the other sign there is one: "
        "€ 11,999.00 gives a balance of € -1.00. A balance is negative for who pays more than it "
        "receives. € 12,000.00 comes nearest, with a balance of € 0.00."
    )
    assert ran.err == (
        "warning: --vary subsidy.grant.amount: subsidy.grant: the subsidies are "
        "€\N{NO-BREAK SPACE}12,000.0000000001, more "
        "than all costs together (€\N{NO-BREAK SPACE}12,000.00): no figures beyond 12,000\n"
        "hint: lower them, or limit one with `cap`\n"
    )


def test_the_first_possible_value_may_be_the_answer() -> None:
    path, target = "cost.rent.amount=1_000:2_000", "total.balance=0"
    assert value(path, target) == "2000"
    assert value(path, target, "--step", "500") == "2000"


def test_without_a_current_value_the_lowest_of_several_is_told() -> None:
    text = SEED_TEXT.replace('name = "CAW"\nkind = "nonprofit"\nunits = 1', 'name = "CAW"')
    assert sentences("partner.caw.units", "partner.caw.overhead=0", text=text) == (
        "Homes of CAW: 0 gives € 0.00 on the line “Omkadering” for CAW."
    )
    text = text.replace('per = "unit"', 'only = ["stad"]')
    # 5,508 for each home, less its part of 84,500: down first, and then up.
    text = text.replace('per = "unit"', 'only = ["stad"]').replace("fte = 0.2", "fte = 1")
    assert sentences("partner.caw.units", "partner.caw.balance=-2_000", text=text) == (
        "Homes of CAW: 1 is the first past the target: it gives a balance of € -5,054.50 for CAW. "
        "Other values meet or pass the target too; this one is the lowest."
    )


def test_impossible_values_do_not_hide_a_solution() -> None:
    assert value("subsidy.grant.amount", "total.balance=0") == "12000"
    assert value("cost.rent.amount", "total.balance=0") == "2000"


def test_a_range_without_any_statement_is_an_error() -> None:
    ran = solve("subsidy.grant.amount=13_000:14_000", "total.balance=0")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == (
        "error: --vary subsidy.grant.amount=13_000:14_000: subsidy.grant: the subsidies are "
        "€\N{NO-BREAK SPACE}13,000.00, more than all costs together "
        "(€\N{NO-BREAK SPACE}12,000.00)\n"
        "hint: lower them, or limit one with `cap`\n"
    )


# ---------------------------------------------------------------- signs and bounds


def test_what_the_other_sign_would_give_is_said() -> None:
    path, target = "cost.rent.amount", "partner.stad.balance=4000"
    assert sentences(path, target) == (
        "No value of Huur gives a balance of € 4,000.00 for Stad. "
        "With the other sign there is one: € 14,000.00 gives a balance of € -4,000.00 for Stad. "
        "A balance is negative for who pays more than it receives. "
        "€ 2,000.00 comes nearest, with a balance of € 0.00 for Stad."
    )
    assert sentences(path, "partner.stad.expenses=-4000") == (
        "No value of Huur gives expenses of € -4,000.00 for Stad. "
        "With the other sign there is one: € 12,000.00 gives expenses of € 4,000.00 for Stad. "
        "€ 2,000.00 comes nearest, with expenses of € 666.67 for Stad."
    )


@pytest.mark.parametrize("format", ["csv", "json"])
def test_beside_data_the_other_sign_is_said_on_standard_error(format: str) -> None:
    ran = solve("cost.rent.amount", "partner.stad.balance=4000", "--format", format)
    assert ran.code == 1
    assert (
        "note: With the other sign there is one: €\N{NO-BREAK SPACE}14,000.00 gives a balance of "
        "€\N{NO-BREAK SPACE}-4,000.00 for Stad."
    ) in ran.err


def test_a_step_that_only_passes_the_other_sign_is_no_answer() -> None:
    ran = solve("cost.rent.amount", "total.balance=4001", "--step", "500", "--lang", "en")
    assert ran.code == 1
    assert "other sign" not in ran.text


def test_bounds_that_nobody_stated_are_not_told() -> None:
    path = "partner.stad.keys.inhabitants"
    text = THREE.replace('"fixed"', '"variable"\nkey = "inhabitants"\nexcept = ["caw"]')
    assert sentences(path, "partner.stad.balance=-20000", text=text) == (
        "No value of inhabitants of Stad gives a balance of € -20,000.00 for Stad. "
        "The higher the value, the nearer it comes, but none gets there."
    )
    assert sentences("cost.rent.amount=2_500:1_000_000_000_000", "total.balance=-100") == (
        "No value of Huur from € 2,500.00 on gives a balance of € -100.00. "
        "€ 2,500.00 comes nearest, with a balance of € -500.00, and is the lowest that can be."
    )
    ran = solve("cost.rent.amount=-5:-1", "total.balance=0")
    assert ran.err == (
        "error: --vary cost.rent.amount=-5:-1: cost.rent.amount: no value fits: it is at least 0\n"
    )


LIMIT = """title = "Solve across borders"
cost.line.amount = 100
partner.a = { keys = { x = 12 }, units = 2 }
partner.b = { keys = { x = 8 }, units = 1 }

[contribution]
model = "variable"
rate.x = [ { up_to = 10, rate = 1 }, { up_to = 20, rate = 0.5 }, { rate = 0.1 } ]
"""


def test_the_upper_end_of_a_bracket_is_no_amount() -> None:
    path = "contribution.rate.x[0].up_to"
    assert sentences(path, "partner.a.balance=-10", text=LIMIT) == (
        "Rate (x[0].up_to): 8 gives a balance of € -10.00 for a."
    )


# ---------------------------------------------------------------- what is asked wrongly


@pytest.mark.parametrize(
    ("vary", "target", "expected"),
    [
        ("cost.rant.amount", "total.balance=0",
         ("--vary cost.rant.amount: cost.rant.amount: there is no cost `rant`\n"
         "hint: did you mean `rent`?")),
        ("cost.rent.amount=1", "total.balance=0",
         ("--vary cost.rent.amount=1: expected PATH or PATH=FROM:TO\n"
         "hint: for instance `day_price.occupancy=0.6:0.9`")),
        ("subsidy.grant.rate=2:3", "total.balance=0",
         "--vary subsidy.grant.rate=2:3: subsidy.grant.rate: no value fits: it goes from 0 to 1"),
        ("partner.stad.units=1.2:1.8", "total.balance=0",
         ("--vary partner.stad.units=1.2:1.8: partner.stad.units: "
         "no whole number lies from 1.2 to 1.8")),
        ("rounding.unit", "total.balance=0",
         "--vary rounding.unit: rounding.unit: takes no range of numbers"),
        ("cost.rent.amount", "total.balance",
         "--target total.balance: expected COLUMN=VALUE\nhint: for instance `total.balance=0`"),
        ("cost.rent.amount", "total.balans=0",
         "--target total.balans=0: there is no column `balans`\nhint: did you mean `balance`?"),
        ("cost.rent.amount", "balance=0",
         ("--target balance=0: expected ROW.COLUMN\n"
         "hint: for instance `total.balance` or `partner.stad.expenses`")),
        ("cost.rent.amount", "total.balance=nul",
         "--target total.balance=nul: expected a number, got `nul`"),
        ("cost.rent.amount", "total.balance=12.000",
         ("--target total.balance=12.000: 12.000 would be read as 12\n"
         "hint: for thousands write `12_000`, otherwise `12`")),
        ("cost.rent.amount", "total.balance=0.005",
         "--target total.balance=0.005: amounts are rounded to 0.01, so that no figure is 0.005"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(vary: str, target: str, expected: str) -> None:
    ran = solve(vary, target)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == f"error: {expected}\n"


@pytest.mark.parametrize(
    ("vary", "step", "expected"),
    [
        ("cost.rent.amount", "x", "--step x: expected a number, got `x`"),
        ("cost.rent.amount", "0", "--step 0: expected a number above 0"),
        ("partner.stad.units", "0.5",
         "--step 0.5: leads to numbers that are not whole, which the field does not take"),
        ("cost.rent.amount=1:2", "5",
         "--vary cost.rent.amount=1:2: cost.rent.amount: no multiple of 5 lies from 1 to 2"),
    ],
)  # fmt: skip
def test_a_step_that_leads_nowhere_is_refused(vary: str, step: str, expected: str) -> None:
    ran = solve(vary, "total.balance=0", "--step", step)
    assert (ran.code, ran.err) == (2, f"error: {expected}\n")


def test_the_faults_of_both_arguments_are_told_together() -> None:
    assert solve("cost.rant.amount", "balance=0").err.count("error: ") == 2


def test_warnings_count_with_strict() -> None:
    text = THREE.replace("12_000", "12000.500")
    assert solve("subsidy.grant.amount", "total.balance=0", text=text).code == 0
    assert solve("subsidy.grant.amount", "total.balance=0", "--strict", text=text).code == 1
    assert solve("subsidy.grant.amount", "total.balance=0", "--strict").code == 0


def test_scenarios_and_settings_go_first(tmp_path: Path) -> None:
    text = THREE + '[scenario.lean]\nlabel = "Lean"\ncost.rent.amount = 5_000\n'
    ran = solve(
        *("subsidy.grant.amount", "total.balance=-500", "--scenario", "lean", "--lang", "en"),
        *("--set", "cost.rent.amount=4_000"),
        text=text,
    )
    assert ran.text.startswith("Drie gemeenten: Lean\n\nGrant €\N{NO-BREAK SPACE}3,500.00 gives")


# ---------------------------------------------------------------- properties


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(networks.descriptions(), st.data())
def test_the_value_that_is_told_really_gives_the_target(
    description: Any, data: st.DataObject
) -> None:
    text = as_toml(description)
    numbers = [found for found in numbers_in(description) if found[0] != "rounding.unit"]
    assume(numbers)
    path, number = data.draw(st.sampled_from(numbers))
    factor = data.draw(st.sampled_from(["0", "0.5", "0.9", "1.1", "3"]))
    at = decimal_text((number * Decimal(factor)).quantize(Decimal("0.01")))
    rows = ["total", "max", "min", *(f"partner.{each}" for each in description["partner"])]
    row = data.draw(st.sampled_from(rows))
    column = data.draw(st.sampled_from(["balance", "expenses", "revenues", "bill", "share"]))
    target = figure_at(text, f"{path}={at}", f"{row}.{column}")
    assume(target is not None)
    answer = answered(sound(text), path, f"{row}.{column}={target}")
    assert_answered(answer, text, path, f"{row}.{column}", str(target))


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    deadline=None,
    max_examples=25,
)
@given(networks.descriptions(), st.data())
def test_no_shorter_value_gives_the_target(description: Any, data: st.DataObject) -> None:
    text = as_toml(description)
    numbers = [found for found in numbers_in(description) if found[0] != "rounding.unit"]
    assume(numbers)
    path, number = data.draw(st.sampled_from(numbers))
    factor = data.draw(st.sampled_from(["0.9", "0.99", "1.0001", "1.1", "3"]))
    at = decimal_text((number * Decimal(factor)).quantize(Decimal("0.0001")))
    first = f"partner.{next(iter(description['partner']))}"
    name = data.draw(st.sampled_from(["total.balance", f"{first}.balance", f"{first}.share"]))
    target = figure_at(text, f"{path}={at}", name)
    assume(target is not None)
    answer = answered(sound(text), path, f"{name}={target}")
    value = answer.solution.value
    assume(value is not None and value != answer.current and not answer.solution.passed)
    assert value is not None
    for shorter in shorter_beside(value):
        assert figure_at(text, f"{path}={decimal_text(shorter)}", name) != target


def shorter_beside(value: Decimal) -> list[Decimal]:
    """Decimals of every shorter length around a value.

    Not farther than a twenty-fifth of it: where the figure stays at the target, what is told is
    the shortest near the end of the stretch.
    """
    decimals = len(decimal_text(value).partition(".")[2])
    pitches = [Decimal(1).scaleb(-length) for length in range(decimals)]
    around = [
        (value // pitch + away) * pitch for pitch in pitches for away in range(-_BESIDE, _BESIDE)
    ]
    return [each for each in around if each >= 0 and abs(each - value) <= abs(value) / 25]


_BESIDE = 3


def figure_at(text: str, setting: str, name: str) -> str | None:
    """The figure with a value set, as `solve` takes it; None where there is none."""
    try:
        statement = compute(load_text(text, "x", [setting]).network)
    except InputError:
        return None
    figure = figure_from(name, statement, "")
    quantity = figure.of(statement)
    if quantity.missing() is not None:
        return None
    return decimal_text(quantity.shown() * figure.measure.step(statement))


def assert_answered(answer: Answer, text: str, path: str, name: str, target: str) -> None:
    """Some value gives the target, so that one is found, and it does."""
    solution = answer.solution
    assert solution.value is not None
    reached = figure_at(text, f"{path}={decimal_text(solution.value)}", name)
    step = answer.figure.measure.step(answer.base)
    assert reached == decimal_text(solution.reached * step)
    assert reached == target or (solution.passed and solution.value == int(solution.value))
