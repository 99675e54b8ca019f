"""`sweep`: figures along a range, in every format, and steps without a statement."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st

import networks
from command import Result, run
from igs_costshare import InputError, Problem, compute
from igs_costshare.cli import sweep as command
from igs_costshare.messages import Message, Toml, say
from igs_costshare.reading import Reading, load_text
from igs_costshare.varying.impossible import told_of, why_none
from igs_costshare.varying.ranges import varies_from
from igs_costshare.varying.sweep import Sweep, SweepStep
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import english, language
from networks import as_toml

ROOT = Path(__file__).parent.parent
SEED = ROOT / "examples" / "crisisopvangnetwerk.toml"

THREE = """\
title = "Drie gemeenten"

[partner.stad]
name = "Stad"
keys = { inhabitants = 30_000 }

[partner.dorp]
keys = { inhabitants = 10_000 }

[partner.caw]

[cost.rent]
label = "Huur"
amount = 12_000

[subsidy.grant]
amount = 2_000

[contribution]
model = "fixed"
"""


def sweep(*arguments: str, text: str = THREE) -> Result:
    return run("sweep", "-", *arguments, stdin=text.encode())


def table(*arguments: str, text: str = THREE) -> list[list[str]]:
    ran = sweep(*arguments, "--format", "csv", text=text)
    assert ran.code == 0
    return list(csv.reader(io.StringIO(ran.text)))


# ---------------------------------------------------------------- CSV


def test_a_row_holds_the_totals_and_the_balance_of_each_partner() -> None:
    assert table("--vary", "cost.rent.amount=12_000:12_300:150") == [
        ["value", "expenses", "revenues", "balance", "balance.stad", "balance.dorp", "balance.caw"],
        ["12000", "12000.00", "2000.00", "-10000.00", "-3333.33", "-3333.33", "-3333.34"],
        ["12150", "12150.00", "2000.00", "-10150.00", "-3383.33", "-3383.33", "-3383.34"],
        ["12300", "12300.00", "2000.00", "-10300.00", "-3433.33", "-3433.33", "-3433.34"],
    ]


CHARGE = THREE.replace('"fixed"', '"fixed"\nfixed_amount = 3_000')


def test_a_reserve_has_its_column() -> None:
    assert table("--vary", "contribution.fixed_amount=3_000:4_000:1_000", text=CHARGE) == [
        [
            *("value", "expenses", "revenues", "balance"),
            *("balance.stad", "balance.dorp", "balance.caw", "balance.reserve"),
        ],
        ["3000", "10000.00", "0.00", "-10000.00", *["-3000.00"] * 3, "-1000.00"],
        ["4000", "10000.00", "0.00", "-10000.00", *["-4000.00"] * 3, "2000.00"],
    ]


def test_a_column_replaces_the_balance_of_each_partner() -> None:
    vary = ("--vary", "cost.rent.amount=3_000:3_000:1")
    assert table(*vary, "--figure", "expenses") == [
        ["value", "expenses", "revenues", "balance", *(f"expenses.{each}" for each in IDS)],
        ["3000", "3000.00", "2000.00", "-1000.00", "1000.00", "1000.00", "1000.00"],
    ]
    assert table(*vary, "--figure", "grant") == [
        ["value", "expenses", "revenues", "balance", "grant", *(f"grant.{each}" for each in IDS)],
        ["3000", "3000.00", "2000.00", "-1000.00", "2000.00", "666.67", "666.67", "666.66"],
    ]


IDS = ("stad", "dorp", "caw")


@pytest.mark.parametrize(
    ("figure", "amount"),
    [
        ("total.balance", "-1000.00"),
        ("total.rent", "3000.00"),
        ("partner.stad.expenses", "1000.00"),
        ("partner.dorp.revenues", "666.67"),
    ],
)
def test_one_figure_stands_alone(figure: str, amount: str) -> None:
    rows = table("--vary", "cost.rent.amount=3_000:3_000:1", "--figure", figure)
    assert rows == [["value", figure], ["3000", amount]]


def test_a_figure_of_the_reserve() -> None:
    vary = ("--vary", "contribution.fixed_amount=3_000:3_000:1")
    rows = table(*vary, "--figure", "reserve.contribution", text=CHARGE)
    assert rows == [["value", "reserve.contribution"], ["3000", "1000.00"]]


def test_a_grid_has_both_values_and_the_last_changes_fastest() -> None:
    rows = table(
        *("--vary", "cost.rent.amount=3_000:6_000:3_000", "--vary", "subsidy.grant.amount=0:1:0.5"),
        *("--figure", "total.balance"),
    )
    assert rows == [
        ["value", "value2", "total.balance"],
        ["3000", "0", "-3000.00"],
        ["3000", "0.5", "-2999.50"],
        ["3000", "1", "-2999.00"],
        ["6000", "0", "-6000.00"],
        ["6000", "0.5", "-5999.50"],
        ["6000", "1", "-5999.00"],
    ]


def test_two_fields_of_one_entry_vary_together() -> None:
    text = THREE + "[fte]\ncost = 80_000\n[cost.staff]\nfte = 0.5\n"
    rows = table(
        *("--vary", "cost.staff.fte=1:2:1", "--vary", "cost.staff.fte_cost=100:200:100"),
        *("--figure", "total.staff"),
        text=text,
    )
    assert [row[2] for row in rows[1:]] == ["100.00", "200.00", "200.00", "400.00"]


def test_excel_in_belgium_reads_the_values_as_numbers() -> None:
    ran = sweep(
        "--vary", "cost.rent.amount=2500.5:2501:0.5", "--format", "csv", "--csv-dialect", "excel-be"
    )
    assert ran.text.splitlines()[1] == "2500,5;2500,50;2000,00;-500,50;-166,83;-166,83;-166,84"


def test_an_amount_replaces_what_excludes_it_as_a_setting_does() -> None:
    rows = table("--vary", "cost.overhead.amount=1_000:1_000:1", text=SEED.read_text())
    assert rows[1][:2] == ["1000", "68600.00"]


def test_the_step_of_rounding_may_vary() -> None:
    vary = ("--vary", "rounding.unit=0.001:1:0.999", "--figure", "partner.stad.balance")
    assert table(*vary)[1:] == [["0.001", "-3333.333"], ["1", "-3333.000"]]


def test_the_year_may_vary_though_it_changes_nothing() -> None:
    rows = table("--vary", "year=2025:2026:1", "--figure", "total.balance")
    assert rows[1:] == [["2025", "-10000.00"], ["2026", "-10000.00"]]


def test_scenarios_and_settings_go_first() -> None:
    text = THREE + '[scenario.lean]\nremove = ["subsidy.grant"]\n'
    arguments = ("--scenario", "lean", "--set", "cost.rent.amount=900")
    rows = table(*arguments, "--vary", "partner.stad.keys.inhabitants=1:1:1", text=text)
    assert rows[1][1:4] == ["900.00", "0.00", "-900.00"]


def test_agreed_shares_of_those_who_stay_are_scaled_at_every_step() -> None:
    text = THREE.replace('"fixed"', '"agreed"\nshares = { stad = 50, dorp = 25, caw = 25 }')
    text += '[scenario.without]\nremove = ["partner.caw"]\n'
    vary = ("--vary", "cost.rent.amount=2_300:2_300:1", "--scenario", "without")
    assert table(*vary, text=text)[1] == [
        "2300",
        "2300.00",
        "2000.00",
        *["-300.00", "-200.00"],
        "-100.00",
    ]


# ---------------------------------------------------------------- steps without a statement


def test_an_impossible_step_is_empty_and_told_once_with_its_values() -> None:
    ran = run("sweep", SEED, "--vary", "day_price.occupancy=0.9:1.3:0.1", "--format", "csv")
    assert ran.code == 0
    assert ran.text.splitlines()[2:4] == [
        "1,84500.00,51840.00,-32660.00,-16330.00,-4082.50,-4082.50,-4082.50,-4082.50",
        "1.1,,,,,,,,",
    ]
    assert ran.err == (
        "warning: --vary day_price.occupancy=0.9:1.3:0.1: day_price.occupancy: "
        "must be at most 1: no figures at 1.1 to 1.3\n"
    )


def test_an_impossible_step_is_a_warning_like_any_other() -> None:
    vary = ("--vary", "day_price.occupancy=0.9:1.1:0.1", "--format", "csv")
    assert run("sweep", SEED, *vary, "--strict").code == 1
    assert run("sweep", SEED, "--vary", "day_price.occupancy=0.9:1:0.1", "--strict").code == 0


def test_figures_that_cannot_be_shared_are_told_by_their_first_step() -> None:
    ran = sweep("--vary", "subsidy.grant.amount=11_000:14_000:1_000", "--format", "csv")
    assert ran.err == (
        "warning: --vary subsidy.grant.amount=11_000:14_000:1_000: subsidy.grant: the subsidies "
        "are €\N{NO-BREAK SPACE}13,000.00, more than all costs together "
        "(€\N{NO-BREAK SPACE}12,000.00): no figures at 13,000, 14,000\n"
        "hint: lower them, or limit one with `cap`\n"
    )


def test_reasons_are_told_one_by_one() -> None:
    ran = sweep("--vary", "subsidy.grant.amount=-1_000:13_000:7_000", "--format", "csv")
    assert ran.err == (
        "warning: --vary subsidy.grant.amount=-1_000:13_000:7_000: subsidy.grant.amount: "
        "must be at least 0: no figures at -1,000\n\n"
        "warning: --vary subsidy.grant.amount=-1_000:13_000:7_000: subsidy.grant: the subsidies "
        "are €\N{NO-BREAK SPACE}13,000.00, more than all costs together "
        "(€\N{NO-BREAK SPACE}12,000.00): no figures at 13,000\n"
        "hint: lower them, or limit one with `cap`\n"
    )
    assert [line.split(",")[0] for line in ran.text.splitlines()] == [
        "value",
        "-1000",
        "6000",
        "13000",
    ]


def test_halves_of_homes_are_impossible() -> None:
    ran = run("sweep", SEED, "--vary", "partner.stad.units=1:5:0.5", "--format", "csv")
    assert ran.err == (
        "warning: --vary partner.stad.units=1:5:0.5: partner.stad.units: "
        "expected a whole number: no figures at 1.5, 2.5, 3.5 …\n"
    )


def test_in_a_grid_a_field_is_told_by_its_own_values() -> None:
    ran = run(
        *("sweep", SEED, "--format", "csv"),
        *("--vary", "day_price.occupancy=1:1.1:0.1", "--vary", "fte.cost=1:3:1"),
    )
    assert ran.err == (
        "warning: --vary day_price.occupancy=1:1.1:0.1: day_price.occupancy: "
        "must be at most 1: no figures at 1.1\n"
    )
    assert ran.text.splitlines()[4] == "1.1,1,,,,,,,,"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("nl", "mag hoogstens 1 zijn: geen cijfers bij 1,1; 1,2"),
        ("fr", "doit être au plus 1\u00a0: pas de chiffres à 1,1\u00a0; 1,2"),
    ],
)
def test_values_without_figures_are_told_in_the_marks_of_the_language(code: str, told: str) -> None:
    at = say("fault.at_most", most=1, got=Toml(Decimal("1.1")))
    (vary,) = varies_from(["day_price.occupancy=1:1.2:0.1"])
    steps = [
        SweepStep((Decimal(1),), (0,)),
        *(SweepStep((Decimal(each),), None, (Problem(at, vary.path),)) for each in ("1.1", "1.2")),
    ]
    (warning,) = told_of(steps, [vary])
    assert language(code).tell(warning.message) == told
    (error,) = why_none(steps, [vary])
    assert (error.severity, error.origin) == ("error", vary.origin)
    assert language(code).tell(error.message) == told.partition(":")[0].strip()


def above(partner: str, figure: int) -> Message:
    return say("sharing.above_brackets", partner=partner, figure=Fraction(figure), key="youth")


def at_least_0(got: object) -> Message:
    return say("fault.at_least", least=0, got=Toml(got))


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        # The same of other figures is one reason, of other names another.
        (at_least_0(-1), at_least_0(Decimal("-0.5")), 1),
        (above("stad", 5), above("stad", 6), 1),
        (above("stad", 5), above("dorp", 5), 2),
        (say("kept.cannot_read", lock="a", reason=at_least_0(-1)), at_least_0(-1), 2),
        (
            say("kept.cannot_read", lock="a", reason=at_least_0(-1)),
            say("kept.cannot_read", lock="a", reason=at_least_0(-2)),
            1,
        ),
    ],
)
def test_reasons_are_the_same_whatever_their_figures_are(
    one: Message, other: Message, reasons: int
) -> None:
    (vary,) = varies_from(["day_price.occupancy=1:2:1"])
    steps = [
        SweepStep((Decimal(1),), None, (Problem(one, vary.path),)),
        SweepStep((Decimal(2),), None, (Problem(other, vary.path),)),
    ]
    assert len(told_of(steps, [vary])) == reasons


def test_in_a_grid_figures_are_told_by_the_first_pair() -> None:
    ran = sweep(
        *("--vary", "cost.rent.amount=1_000:3_000:1_000", "--format", "csv"),
        *("--vary", "subsidy.grant.amount=0:2_500:2_500"),
    )
    assert ran.err == (
        "warning: --vary cost.rent.amount=1_000:3_000:1_000 --vary subsidy.grant.amount="
        "0:2_500:2_500: subsidy.grant: the subsidies are "
        "€\N{NO-BREAK SPACE}2,500.00, more than all costs together "
        "(€\N{NO-BREAK SPACE}1,000.00): no figures at 2 of 6 pairs, the first 1,000 and 2,500\n"
        "hint: lower them, or limit one with `cap`\n"
    )


def test_a_range_without_any_statement_is_an_error() -> None:
    ran = run("sweep", SEED, "--vary", "day_price.occupancy=1.1:1.2:0.1")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == (
        "error: --vary day_price.occupancy=1.1:1.2:0.1: day_price.occupancy: must be at most 1\n"
    )


def test_what_is_to_be_said_of_rounding_is_said_once() -> None:
    text = THREE + '[rounding]\ndifference = "largest"\nunit = 1000\n'
    swept = Sweep(load_text(text, "x"), varies_from(["cost.rent.amount=2_400:2_500:100"]))
    steps = list(swept.steps())
    assert [step.problems for step in steps] == [(), ()]
    warned = steps[0]._replace(problems=(swept.base.warnings or (*_fallen_back(),)))
    assert told_of([warned, warned], swept.varies) == _fallen_back()


def _fallen_back() -> tuple[Any, ...]:
    from igs_costshare.errors import Problem

    return (Problem(say("sharing.fell_back", line="rent"), ("rounding", "difference")),)


# ---------------------------------------------------------------- for people


def test_a_table_and_a_plot() -> None:
    vary = ("--vary", "day_price.occupancy=0.5:1:0.25", "--figure", "total.balance")
    ran = run("sweep", SEED, *vary, "--lang", "nl")
    assert ran.err == ""
    assert (
        ran.text
        == """\
Crisisopvangnetwerk 2023: bezettingsgraad van 0,5 tot 1

Bezettingsgraad       Saldo
───────────────────────────
           0,50  -58.580,00
           0,75  -45.620,00
           1,00  -32.660,00

Bedragen in €.

(Saldo, €)
   -30.000 |
   -35.000 |                                            ⢀⣀⣀⠤⠤⠔⠒
   -40.000 |                                   ⣀⣀⡠⠤⠔⠒⠒⠉⠉⠁
   -45.000 |                         ⣀⣀⡠⠤⠤⠒⠒⠊⠉⠉
   -50.000 |                ⣀⣀⡠⠤⠔⠒⠒⠉⠉
   -55.000 |       ⣀⣀⠤⠤⠔⠒⠊⠉⠉
   -60.000 | ⠤⠔⠒⠊⠉⠉
-----------|-|---------|---------|---------|---------|---------|->
           | 0,5       0,6       0,7       0,8       0,9       1
                                              (bezettingsgraad)
"""
    )


def test_a_figure_that_does_not_move_has_no_plot() -> None:
    vary = ("--vary", "partner.stad.keys.inhabitants=1:3:1", "--lang", "en")
    assert sweep(*vary, "--figure", "total.balance").text.endswith("Amounts in €.\n")
    plotted = run("sweep", SEED, "--vary", "fte.cost=1:2:1", "--figure", "balance", "--lang", "en")
    assert "(Balance, €)" in plotted.text


def test_a_year_has_no_thousands() -> None:
    years = ("--vary", "year=2026:2030:1")
    shown = sweep(*years, "--figure", "total.balance", "--lang", "en").text
    assert shown.startswith("Drie gemeenten: year from 2026 to 2030\n\nYear     Balance\n")
    assert "\n2030  -10,000.00\n" in shown
    grid = sweep(*years, "--vary", "cost.rent.amount=3_000:4_000:1_000", "--lang", "nl").text
    rows = [line.split() for line in grid.splitlines() if line.lstrip().startswith("20")]
    assert [row[0] for row in rows] == ["2026", "2027", "2028", "2029", "2030"]
    assert "3.000" in grid
    assert "2.026" not in grid


def test_a_file_has_the_table_without_the_plot(tmp_path: Path) -> None:
    vary = ("--vary", "day_price.occupancy=0.5:1:0.25", "--lang", "en")
    file = tmp_path / "sweep.txt"
    assert run("sweep", SEED, *vary, "--output", file).out == b""
    assert file.read_text(encoding="utf-8").endswith("what is received is below 0.\n")
    assert run("sweep", SEED, *vary, "--output", "-").text.endswith("(occupancy)\n")


def test_where_nothing_is_empty_nothing_is_said_of_it() -> None:
    english = run("sweep", SEED, "--vary", "day_price.occupancy=0.9:1.1:0.1", "--lang", "en").text
    dutch = run("sweep", SEED, "--vary", "day_price.occupancy=0.9:1.1:0.1", "--lang", "nl").text
    assert "Empty: no statement is possible there." in english
    assert "Leeg: daar is geen berekening mogelijk." in dutch


def test_a_table_of_all_figures_names_whose_they_are() -> None:
    ran = sweep("--vary", "cost.rent.amount=3_000:3_000:1", "--lang", "en", "--figure", "rent")
    assert (
        ran.text
        == """\
Drie gemeenten: Huur from 3,000 to 3,000

                                    Net                Huur      Huur
 Huur  Expenses  Revenues  contribution      Huur      Stad      dorp  Huur caw
───────────────────────────────────────────────────────────────────────────────
3,000  3,000.00  2,000.00      1,000.00  3,000.00  1,000.00  1,000.00  1,000.00

Amounts in €.
Net contribution: expenses less revenues; what is received is below 0.
"""
    )


def test_a_grid_is_one_figure_by_both_values() -> None:
    arguments = (
        *(
            "--vary",
            "cost.rent.amount=3_000:3_500:500",
            "--vary",
            "subsidy.grant.amount=0:3_200:3_200",
        ),
        *("--round", "euro"),
    )
    assert (
        sweep(*arguments, "--lang", "nl").text
        == """\
Drie gemeenten: Huur van 3.000 tot 3.500 en grant van 0 tot 3.200

 Huur ↓
grant →      0  3.200
─────────────────────
  3.000  3.000
  3.500  3.500    300

Nettobijdrage: in de rijen Huur, in de kolommen grant.
Bedragen in €.
Nettobijdrage: uitgaven min inkomsten; wat iemand ontvangt, staat onder nul.
Leeg: daar is geen berekening mogelijk.
Getoond in hele euro’s, elk bedrag apart afgerond.
"""
    )
    english = sweep(*arguments, "--lang", "en").text
    assert "Net contribution: the rows are Huur, the columns grant." in english


def test_another_currency_is_named() -> None:
    text = f'currency = "CHF"\n{THREE}'
    ran = sweep(
        "--vary", "cost.rent.amount=3_000:4_000:500", "--round", "euro", "--lang", "en", text=text
    )
    assert "Amounts in CHF.\n" in ran.text
    assert "\nShown in whole CHF, each amount rounded by itself." in ran.text
    assert "(Net contribution, CHF)" in ran.text


def test_markdown_has_the_table_and_no_plot() -> None:
    ran = sweep(*("--vary", "cost.rent.amount=3_000:4_000:1_000", "--figure", "total.balance"),
                *("--format", "markdown", "--lang", "en"))  # fmt: skip
    assert (
        ran.text
        == """\
## Drie gemeenten: Huur from 3,000 to 4,000

| Huur | Balance |
| ---: | ---: |
| 3,000 | -1,000.00 |
| 4,000 | -2,000.00 |

Amounts in €.
"""
    )


def test_json_has_the_ranges_and_a_cell_for_each_column() -> None:
    vary = ("--vary", "subsidy.grant.amount=11_000:13_000:2_000")
    ran = sweep(*vary, "--format", "json", "--figure", "partner.stad.balance")
    assert json.loads(ran.text) == {
        "format": 1,
        "title": "Drie gemeenten",
        "year": None,
        "currency": "EUR",
        "scenario": None,
        "vary": [{"path": "subsidy.grant.amount", "from": "11000", "to": "13000", "step": "2000"}],
        "steps": [
            {"value": "11000", "cells": {"partner.stad.balance": "-333.33"}},
            {"value": "13000", "cells": None},
        ],
    }


def test_json_of_a_scenario_and_of_a_grid() -> None:
    text = THREE + "[scenario.lean]\ncost.rent.amount = 9_000\n"
    ran = sweep(
        *("--vary", "cost.rent.amount=3_000:3_000:1", "--vary", "subsidy.grant.amount=0.5:0.5:1"),
        *("--scenario", "lean", "--figure", "total.rent", "--format", "json"),
        text=text,
    )
    data = json.loads(ran.text)
    assert data["scenario"] == "lean"
    assert data["steps"] == [{"value": "3000", "value2": "0.5", "cells": {"total.rent": "3000.00"}}]


# ---------------------------------------------------------------- what is asked wrongly


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("cost.rant.amount", "there is no cost `rant`\nhint: did you mean `rent`?"),
        ("cost.rent.amont", "unknown field\nhint: did you mean `amount`?"),
        ("cost.rent", ("is a table, and only a number varies\n"
         "hint: name a number in it, such as `cost.rent.amount`")),
        ("partner.caw", "is a table, and only a number varies"),
        ("partner.stad.name", "is a text, and only a number varies"),
        ("cost.rent.only", "takes no number"),
        ("cost.rent.basis", "takes no number"),
        ("cost.rent.label.x", "nothing to set: `cost.rent.label` is not a table"),
        ("partner.stad.keys.inhabitent",
         "no partner has a key `inhabitent`\nhint: did you mean `inhabitants`?"),
        ("contribution.fixed_share", ("`fixed_share` does not go with the model `fixed`\n"
         "hint: it takes `fixed_amount`, `minimum`, `maximum`, `minimum_share`, "
         "`maximum_share`, `max_rise`, `previous`, `only`, `except`, `basis`")),
    ],
)  # fmt: skip
def test_a_path_leads_to_a_number(path: str, expected: str) -> None:
    ran = sweep("--vary", f"{path}=1:2:1")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == f"error: --vary {path}=1:2:1: {path}: {expected}\n"


def test_a_list_does_not_vary_but_a_number_in_it_does() -> None:
    text = THREE.replace(
        'model = "fixed"',
        'model = "variable"\nexcept = ["caw"]\n'
        "rate = { inhabitants = [ { up_to = 20_000, rate = 0.5 }, { rate = 0.25 } ] }",
    )
    path = "contribution.rate.inhabitants"
    ran = sweep("--vary", f"{path}=1:2:1", text=text)
    assert ran.err == (
        f"error: --vary {path}=1:2:1: {path}: is a list, and only a number varies\n"
        f"hint: name a number in it, such as `{path}[0].up_to`\n"
    )
    rows = table("--vary", f"{path}[1].rate=0.25:0.5:0.25", "--figure", "total.balance", text=text)
    assert len(rows) == 3
    heading = sweep("--vary", f"{path}[1].rate=0.25:0.5:0.25", "--lang", "en", text=text).text
    assert "rate (inhabitants[1].rate) from 0.25 to 0.5" in heading
    ran = sweep("--vary", "contribution.except=1:2:1", text=text)
    assert ran.err.endswith("contribution.except: is a list, and only a number varies\n")


def test_a_table_of_bounds_is_named_by_its_partners() -> None:
    text = THREE.replace('"fixed"', '"fixed"\nminimum = { stad = 100 }')
    ran = sweep("--vary", "contribution.minimum=1:2:1", text=text)
    assert ran.err.endswith(
        "contribution.minimum: is a table, and only a number varies\n"
        "hint: name a number in it, such as `contribution.minimum.stad`\n"
    )
    ran = sweep("--vary", "contribution.minimum.sted=1:2:1", text=text)
    assert ran.err == (
        "error: --vary contribution.minimum.sted=1:2:1: contribution.minimum.sted: "
        "unknown partner `sted`\nhint: did you mean `stad`?\n"
    )


def test_a_bound_that_is_not_there_yet_may_vary() -> None:
    text = THREE.replace('"fixed"', '"variable"\nkey = "inhabitants"\nexcept = ["caw"]')
    rows = table("--vary", "contribution.minimum=2_500:3_000:500", text=text)
    assert [row[5] for row in rows[1:]] == ["-2500.00", "-3000.00"]


def test_a_key_that_others_have_may_vary() -> None:
    vary = ("--vary", "partner.caw.keys.inhabitants=1:2:1", "--figure", "total.balance")
    assert [row[1] for row in table(*vary)[1:]] == ["-10000.00", "-10000.00"]


def test_rules_without_figures_hold_at_every_step() -> None:
    text = THREE.replace(
        '"fixed"',
        '"variable"\nexcept = ["caw"]\nrate = { inhabitants = [ '
        "{ up_to = 20_000, rate = 0.5 }, { up_to = 40_000, rate = 0.25 } ] }",
    )
    path = "contribution.rate.inhabitants"
    ran = sweep("--vary", f"{path}[1].up_to=20_000:60_000:20_000", "--format", "csv", text=text)
    assert ran.err == (
        f"warning: --vary {path}[1].up_to=20_000:60_000:20_000: {path}[1].up_to: "
        "must rise: 20000 comes after 20000: no figures at 20,000\n"
    )


def test_a_scenario_does_not_vary() -> None:
    text = THREE + "[scenario.lean]\ncost.rent.amount = 9_000\n"
    ran = sweep("--vary", "scenario.lean.cost.rent.amount=1:2:1", text=text)
    assert ran.err == (
        "error: --vary scenario.lean.cost.rent.amount=1:2:1: scenario.lean.cost.rent.amount: "
        "a setting does not change a scenario\n"
        "hint: settings come after the scenario: leave out its name, as in "
        "`--vary cost.rent.amount=…`\n"
    )


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("balanc", "there is no column `balanc`\nhint: did you mean `balance`?"),
        ("total.balanc", "there is no column `balanc`\nhint: did you mean `balance`?"),
        ("totaal.balance", "there is no row `totaal`\nhint: did you mean `total`?"),
        ("stad.rent", "there is no row `stad`\nhint: did you mean `partner.stad.rent`?"),
        ("partner.sted.rent", "there is no row `partner.sted`\nhint: did you mean `partner.stad`?"),
        ("reserve.balance", ("there is no reserve\n"
         "hint: there is one where `[contribution]` is a charge")),
        (".balance", ("expected ROW.COLUMN\n"
         "hint: for instance `total.balance` or `partner.stad.expenses`")),
    ],
)  # fmt: skip
def test_a_figure_is_one_of_the_statement(figure: str, expected: str) -> None:
    ran = sweep("--vary", "cost.rent.amount=1:2:1", "--figure", figure)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == f"error: --figure {figure}: {expected}\n"


def test_the_faults_of_all_arguments_are_told_together() -> None:
    ran = sweep(
        *("--vary", "cost.rant.amount=1:2:1", "--vary", "cost.rent.amout=1:2:1"),
        *("--figure", "balanc"),
    )
    assert ran.err.count("error: ") == 3


def test_three_numbers_do_not_vary_at_once() -> None:
    ran = sweep(*("--vary", "a=1:2:1") * 3)
    assert ran.code == 2
    assert "error: --vary: goes once, or twice for a grid" in ran.err


def test_faults_of_the_file_come_first() -> None:
    ran = sweep("--vary", "cost.rant.amount=1:2:1", text=THREE.replace("12_000", '"12"'))
    assert ran.err.startswith("error: <stdin>:14:10: cost.rent.amount: expected a number")


# ---------------------------------------------------------------- a bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_long_sweep_on_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    swept = Sweep(load_text(THREE, "x"), varies_from(["cost.rent.amount=3_000:3_500:500"]))
    error = Terminal()
    monkeypatch.setattr("sys.stderr", error)
    assert len(list(command.watched(swept))) == 2
    assert error.getvalue() == ""
    monkeypatch.setattr(command, "_LONG", 1)
    assert len(list(command.watched(swept))) == 2
    assert "100%" in error.getvalue()


# ---------------------------------------------------------------- properties


def numbers_in(value: Any, path: str = "") -> list[tuple[str, Decimal]]:
    """Every number of a description, with its path."""
    if isinstance(value, bool):
        return []
    if isinstance(value, int | Decimal):
        return [(path, Decimal(value))]
    entries: list[tuple[str, Any]] = []
    if isinstance(value, dict):
        entries = [(f"{path}.{key}" if path else str(key), each) for key, each in value.items()]
    elif isinstance(value, list):
        entries = [(f"{path}[{place}]", each) for place, each in enumerate(value)]
    return [found for inner, each in entries for found in numbers_in(each, inner)]


def cells(text: str, setting: str) -> tuple[int, ...] | list[str]:
    """What `compute --set` gives: the totals and each balance, or what is wrong."""
    try:
        statement = compute(load_text(text, "x", [setting]).network)
    except InputError as error:
        return [english().tell(problem.message) for problem in error.problems]
    total = statement.total
    amounts = (total.expenses, total.revenues, total.balance)
    return tuple(
        statement.minor(amount)
        for amount in (*amounts, *(row.balance for row in statement.rows[:-1]))
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(networks.descriptions(), st.data())
def test_each_step_is_what_compute_gives_with_that_value_set(
    description: Any, data: st.DataObject
) -> None:
    text = as_toml(description)
    # Of the year it is tried elsewhere: it decides who has a row. The end of a plan moves nothing.
    fixed = ("rounding.unit", "year", "plan.until")
    numbers = [found for found in numbers_in(description) if found[0] not in fixed]
    assume(numbers)
    path, number = data.draw(st.sampled_from(numbers))
    factor = data.draw(st.sampled_from(["0", "0.5", "1", "1.1", "3"]))
    value = (number * Decimal(factor)).quantize(Decimal("0.0001"))
    reading = sound(text)
    assume(is_there(path, reading))
    first, last = decimal_text(value), decimal_text(value + 1)
    swept = Sweep(reading, varies_from([f"{path}={first}:{last}:1"]))
    for step in swept.steps():
        expected = cells(text, f"{path}={decimal_text(step.values[0])}")
        given = _cells(step, swept)
        assert given == expected


def is_there(path: str, reading: Reading) -> bool:
    """Whether what a path leads into is there in the year: a partner, or a home of one."""
    table, _, rest = path.partition(".")
    if table not in ("partner", "unit"):
        return True
    return rest.partition(".")[0] in getattr(reading.network, table)


def sound(text: str) -> Reading:
    """The reading of a description; a description that is refused is no example."""
    try:
        return load_text(text, "x")
    except InputError:
        reject()


def _cells(step: SweepStep, swept: Sweep) -> tuple[int | None, ...] | list[str]:
    if step.amounts is None:
        return [english().tell(problem.message) for problem in step.problems]
    return step.amounts
