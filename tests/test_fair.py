"""`fair`: the command, its columns and formats, its sentences, and what it refuses."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from command import Result, run
from igs_costshare import compute, parse
from igs_costshare.fairness.linear import is_concave_by_line, shapley_by_line
from igs_costshare.fairness.report import COLUMNS, fairness_of

AIRPORT = """title = "Baan"

[cost.runway]
amount = 120
scales = { largest = "metres" }

[contribution]
model = "fixed"

[partner.city]
name = "City"
keys = { metres = 120 }

[partner.town]
keys = { metres = 60 }

[partner.village]
keys = { metres = 40 }

[partner.hamlet]
keys = { metres = 30 }
"""
FLAT = """title = "Flat"

[partner.a]

[partner.b]

[partner.c]

[coalitions]
a = 300
b = 270
c = 280
"a+b" = 410
"c + a" = 410
"b+c" = 410
"a+b+c" = 550
"""
METHODS = ("shapley", "nucleolus", "scrb", "equal-saving", "proportional")


def fair(text: str, *options: str) -> Result:
    return run("fair", "-", *options, stdin=text.encode())


def as_json(text: str, *options: str) -> Any:
    ran = fair(text, "--format", "json", *options)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.text)


def column(text: str, name: str, *options: str) -> dict[str, str]:
    rows = csv.DictReader(StringIO(fair(text, "--format", "csv", *options).text))
    return {row["partner"]: row[name] for row in rows}


def sentences(text: str, *options: str) -> list[str]:
    shown = fair(text, "--format", "markdown", "--lang", "en", *options).text
    outcome = shown.partition("What that means:")[2]
    return [line[2:].replace("\N{NO-BREAK SPACE}", " ") for line in outcome.splitlines() if line]


# ---------------------------------------------------------------- figures


def test_the_runway_is_shared_by_every_method() -> None:
    assert fair(AIRPORT, "--format", "csv").text == (
        "partner,name,bill,alone,saving,adds,shapley,nucleolus,scrb,equal-saving,proportional\n"
        "city,City,30.00,120.00,90.00,60.00,80.84,76.67,78.95,87.50,57.60\n"
        "town,town,30.00,60.00,30.00,0.00,20.83,16.67,18.95,27.50,28.80\n"
        "village,village,30.00,40.00,10.00,0.00,10.83,13.33,12.63,7.50,19.20\n"
        "hamlet,hamlet,30.00,30.00,0.00,0.00,7.50,13.33,9.47,-2.50,14.40\n"
        "total,Total,120.00,250.00,130.00,60.00,120.00,120.00,120.00,120.00,120.00\n"
    )


def test_json_has_what_the_contract_names() -> None:
    told = as_json(AIRPORT)
    assert told.pop("partners")[3] == {
        "id": "hamlet",
        "name": "hamlet",
        "bill": "30.00",
        "alone": "30.00",
        "saving": "0.00",
        "adds": "0.00",
        "shapley": "7.50",
        "nucleolus": "13.33",
        "scrb": "9.47",
        "equal-saving": "-2.50",
        "proportional": "14.40",
    }
    assert told == {
        "format": 1,
        "title": "Baan",
        "total": "120.00",
        "saved": "130.00",
        "stable": False,
        "core": True,
        "subadditive": True,
        "concave": True,
        "better_alone": [],
        "better_together": [
            {"partners": ["town", "village", "hamlet"], "gain": "30.00"},
            {"partners": ["village", "hamlet"], "gain": "20.00"},
        ],
        "exact": True,
    }


def test_costs_found_by_study_need_no_lines() -> None:
    told = as_json(FLAT)
    assert [each["shapley"] for each in told["partners"]] == ["191.67", "176.67", "181.66"]
    assert [each["nucleolus"] for each in told["partners"]] == ["183.34", "183.33", "183.33"]
    assert [told["partners"][0][each] for each in ("bill", "saving")] == [None, None]
    keys = ("total", "stable", "better_alone", "better_together", "concave")
    assert [told[key] for key in keys] == ["550.00", None, None, None, False]
    header = fair(FLAT, "--format", "csv").text.splitlines()[0]
    assert header == "partner,name,alone,adds,shapley,nucleolus,scrb,equal-saving,proportional"
    assert fairness_of(compute(parse(FLAT))).better_together == ()
    assert sentences(FLAT)[1] == "The file has no lines, so it does not say what each pays."


def test_costs_found_by_study_stand_beside_lines() -> None:
    lines = '[cost.rent]\namount = 550\n[contribution]\nmodel = "fixed"\n'
    text = FLAT.replace("[partner.a]", f"{lines}[partner.a]\nalone = 300").replace(
        "a = 300\n", "", 1
    )
    for stated in (text, text.replace('"a+b+c" = 550', "").replace("alone = 300", "alone = 300.0")):
        told = as_json(stated)
        assert [each["bill"] for each in told["partners"]] == ["183.34", "183.33", "183.33"]
        assert (told["total"], told["stable"]) == ("550.00", True)


def test_where_every_group_gains_it_says_so() -> None:
    told = sentences(AIRPORT, "--set", "cost.runway.scales='partners'")
    assert told[-4:-1] == [
        "No group of partners pays more than on its own.",
        "There are divisions with which no group pays more than on its own.",
        "The larger the group, the less a newcomer adds: growing pays.",
    ]


def test_a_charge_leaves_something_to_the_reserve_that_all_together_pay() -> None:
    text = AIRPORT.replace('model = "fixed"', 'model = "fixed"\nfixed_amount = 10')
    assert sum(map(Decimal, column(text, "bill").values())) == 80
    assert as_json(text)["total"] == "120.00"


def test_amounts_follow_the_unit_of_rounding() -> None:
    text = AIRPORT + "[rounding]\nunit = 10\n"
    assert column(text, "shapley") == {
        "city": "80.00",
        "town": "20.00",
        "village": "10.00",
        "hamlet": "10.00",
        "total": "120.00",
    }


def test_every_method_adds_up_to_the_whole_to_the_cent() -> None:
    text = Path(__file__).parent.parent / "examples" / "warmtenet.toml"
    rows = [*csv.DictReader(StringIO(run("fair", text, "--format", "csv").text))]
    for method in ("bill", *METHODS):
        *parts, total = [Decimal(row[method]) for row in rows]
        assert sum(parts) == total == Decimal("140300.00")


def test_a_model_may_take_the_place_of_that_of_the_file() -> None:
    bills = column(AIRPORT, "bill", "--model", "variable:metres")
    assert bills["city"] == "57.60"
    assert column(AIRPORT, "alone", "--model", "variable:metres")["city"] == "120.00"


def test_a_scenario_and_a_setting_are_laid_over_the_file() -> None:
    text = AIRPORT + '[scenario.small]\nremove = ["partner.city"]\n'
    told = as_json(text, "--scenario", "small", "--set", "partner.town.alone=50")
    assert [each["alone"] for each in told["partners"]] == ["50.00", "80.00", "60.00"]


def test_a_scenario_drops_the_groups_of_who_leaves() -> None:
    text = FLAT + '[scenario.two]\nremove = ["partner.b"]\ncoalitions."c+a" = 420\n'
    told = as_json(text, "--scenario", "two")
    assert (told["total"], [each["id"] for each in told["partners"]]) == ("420.00", ["a", "c"])


def test_groups_of_merged_partners_stay_where_all_or_none_of_them_are() -> None:
    plan = 'year = 2026\n[plan]\nuntil = 2027\n[plan.2027.merge]\nab = ["a", "b"]\n'
    text = FLAT.replace("[partner.a]", plan + "[partner.a]", 1)
    told = as_json(text, "--year", "2027")
    assert [(each["id"], each["alone"]) for each in told["partners"]] == [
        ("ab", "410.00"),
        ("c", "280.00"),
    ]
    assert told["total"] == "550.00"


def test_a_partner_of_which_nothing_is_left_alone_has_no_proportions() -> None:
    free = "[partner.a]\nalone = 0\n[partner.b]\nalone = 0\n[cost.x]\namount = 4\n"
    text = f'title = "Nul"\n{free}[contribution]\nmodel = "fixed"\n'
    told = as_json(text)
    assert [each["proportional"] for each in told["partners"]] == [None, None]
    assert [each["scrb"] for each in told["partners"]] == [None, None]
    assert (told["core"], told["better_alone"], told["saved"]) == (False, ["a", "b"], "-4.00")
    assert sentences(text) == [
        (
            "All together pay € 4.00; each by itself they would pay € 0.00, so cooperation "
            "costs € 4.00 more."
        ),
        "a pays € 2.00 more than alone.",
        "b pays € 2.00 more than alone.",
        "With any division some group pays more than on its own.",
        "Some groups had better not form: split up, they pay less in all.",
        "That is so, for instance, of a with b.",
        "SCRB does not exist here: alone, nobody would pay more than it adds.",
        (
            "The column In proportion is empty: somebody would pay less than 0 alone, or all of "
            "them 0."
        ),
    ]


def test_what_the_only_partner_pays_alone_changes_nothing() -> None:
    text = of_many(1, "[cost.x]\namount = 4\n", "alone = 7\n")
    told = as_json(text)
    row = told["partners"][0]
    assert (row["alone"], row["adds"], row["shapley"], row["nucleolus"]) == (
        *("7.00", "4.00"),
        *("4.00", "4.00"),
    )
    assert (told["total"], told["stable"], told["core"]) == ("4.00", True, True)
    assert sentences(text) == [
        "p0 is the only partner: there are no smaller groups.",
        "SCRB does not exist here: alone, nobody would pay more than it adds.",
    ]
    dear = as_json(text.replace("alone = 7", "alone = 3"))
    assert (dear["stable"], dear["core"], dear["better_alone"]) == (True, True, [])
    assert [dear["partners"][0][each] for each in ("saving", "proportional")] == ["-1.00", "4.00"]


def test_a_charge_says_what_the_reserve_bears() -> None:
    text = (
        'title = "Heffing"\n[partner.a]\nkeys = { i = 30_000 }\n[partner.b]\n'
        "keys = { i = 9_000 }\n[cost.k]\namount = 20_000\n"
        '[contribution]\nmodel = "variable"\nrate = { i = 0.35 }\n'
    )
    assert sentences(text)[:2] == [
        (
            "The network costs € 20,000.00 in all: the partners pay € 13,650.00, and the reserve "
            "bears € 6,350.00."
        ),
        "Each by itself they would pay € 40,000.00, which is € 26,350.00 more than they pay now.",
    ]
    assert sentences(text.replace("0.35", "1"))[:2] == [
        (
            "The network costs € 20,000.00 in all: the partners pay € 39,000.00, of which "
            "€ 19,000.00 goes to the reserve."
        ),
        "Each by itself they would pay € 40,000.00, which is € 1,000.00 more than they pay now.",
    ]
    alone = text.replace("[partner.b]", "alone = 1\n[partner.b]\nalone = 2")
    assert sentences(alone)[1] == (
        "Each by itself they would pay € 3.00, which is € 13,647.00 less than they pay now."
    )
    alike = text.replace("[partner.b]", "alone = 10_500\n[partner.b]\nalone = 3_150")
    assert sentences(alike)[1] == "Each by itself they would pay as much as now."


def test_who_has_only_income_receives_it() -> None:
    text = (
        'title = "Steun"\n[partner.a]\n[partner.b]\n[revenue.r]\namount = 30\n'
        '[contribution]\nmodel = "fixed"\n'
    )
    told = as_json(text)
    assert [each["bill"] for each in told["partners"]] == ["-15.00", "-15.00"]
    assert (told["stable"], told["better_alone"]) == (False, ["a", "b"])
    assert sentences(text)[0] == (
        "All together receive € 30.00; each by itself they would receive € 60.00, so cooperation "
        "costs € 30.00 more."
    )
    more = text + "[coalitions]\na = 2\nb = -5\n"
    assert sentences(more)[0] == (
        "All together receive € 30.00; each by itself they would receive € 3.00, so cooperation "
        "brings in € 27.00."
    )
    studied = text + "[coalitions]\na = 4\nb = 5\n"
    assert [each["bill"] for each in as_json(studied)["partners"]] == ["-15.00", "-15.00"]


def test_subsidies_of_a_group_are_together_at_most_its_costs() -> None:
    text = (
        'title = "Toelagen"\n[partner.a]\n[partner.b]\n[cost.k]\namount = 100\nonly = ["a"]\n'
        '[cost.m]\namount = 50\nscales = "partners"\n[subsidy.x]\namount = 60\n[subsidy.y]\n'
        'amount = 60\n[contribution]\nmodel = "fixed"\n'
    )
    assert column(text, "alone") == {"a": "5.00", "b": "0.00", "total": "5.00"}


def test_what_a_partner_pays_alone_counts_for_its_part_of_the_year() -> None:
    text = (
        'title = "Deel"\nyear = 2026\n[partner.a]\n[partner.b]\nalone = 2_000\n'
        'from = 2026-07-01\n[cost.v]\namount = 900\n[contribution]\nmodel = "fixed"\n'
    )
    assert column(text, "alone") == {"a": "900.00", "b": "1000.00", "total": "1900.00"}


def test_a_group_whose_exact_gain_is_half_a_unit_gains() -> None:
    # Of three that pay 3.00 each, two would pay 5.995 by study: rounded by itself, just as much.
    groups = '"a+b" = 5.9950\n"a+c" = 9\n"b+c" = 9\n'
    text = (
        'title = "Half"\n[partner.a]\n[partner.b]\n[partner.c]\n[cost.k]\namount = 9\n'
        f'[rounding]\nhalf = "up"\n[contribution]\nmodel = "fixed"\n[coalitions]\n'
        f"a = 5\nb = 5\nc = 5\n{groups}"
    )
    told = as_json(text)
    assert told["better_together"] == [{"partners": ["a", "b"], "gain": "0.01"}]


def test_a_group_gains_where_the_gain_rounds_to_a_unit() -> None:
    # Each pays a third of 100.00 cents more or less; two of them alone would pay 66.6666.
    lines = '[cost.x]\namount = 100\nscales = "partners"\n[contribution]\nmodel = "fixed"\n'
    text = f'title = "Derden"\n[partner.a]\n[partner.b]\n[partner.c]\n{lines}'
    told = as_json(text)
    assert column(text, "bill") == {"a": "33.34", "b": "33.33", "c": "33.33", "total": "100.00"}
    assert (told["better_alone"], told["better_together"], told["stable"]) == (["a"], [], False)


def test_where_nothing_is_shared_nothing_is_saved() -> None:
    lines = '[cost.x]\namount = 5\nper = "partner"\n'
    text = f'title = "Elk"\n[partner.a]\n[partner.b]\n{lines}'
    assert sentences(text)[0] == "All together pay € 10.00, as much as each by itself."


def test_a_line_scales_by_those_whom_its_contribution_concerns() -> None:
    own = 'contribution = { model = "fixed", except = ["c"] }'
    text = (
        'title = "Deel"\n[partner.a]\nkeys = { m = 1 }\n[partner.b]\nkeys = { m = 3 }\n'
        "[partner.c]\n"
        f'[cost.x]\namount = 40\nscales = "m"\n{own}\n[cost.y]\namount = 8\nscales = "m"\n'
        '[contribution]\nmodel = "fixed"\nonly = ["a", "b"]\n'
    )
    assert column(text, "alone") == {"a": "12.00", "b": "36.00", "c": "0.00", "total": "48.00"}


# ---------------------------------------------------------------- many partners


def of_many(players: int, lines: str, partner: str = "") -> str:
    partners = "".join(f"[partner.p{at}]\nunits = {at + 1}\n{partner}" for at in range(players))
    return f'title = "Velen"\n{lines}\n{partners}[contribution]\nmodel = "fixed"\n'


def test_of_many_partners_it_says_what_was_not_looked_at() -> None:
    told = as_json(of_many(13, "[cost.x]\namount = 1300\n"))
    assert (told["exact"], told["stable"], told["core"], told["concave"]) == (
        *(False, None),
        *(True, True),
    )
    row = told["partners"][0]
    assert (row["shapley"], row["nucleolus"], row["scrb"]) == ("100.00", None, "100.00")
    lines = sentences(of_many(13, "[cost.x]\namount = 1300\n"))
    assert "None of the groups that were looked at pays more than on its own." in lines
    assert "With more than 12 partners the nucleolus is not worked out." in lines
    assert lines[-1].startswith("With more than 12 partners only single partners")


def test_of_many_partners_groups_of_two_and_nearly_all_are_looked_at() -> None:
    text = of_many(13, '[cost.x]\namount = 1300\nscales = "units"\n')
    told = as_json(text)
    assert (told["stable"], told["exact"]) == (False, False)
    first, second, *_ = told["better_together"]
    assert first == {"partners": ["p0", "p1"], "gain": "157.14"}
    assert second == {"partners": [f"p{at}" for at in range(11)], "gain": "157.14"}
    assert any(line.startswith("All but p11 and p12 together pay") for line in sentences(text))
    assert any(line.endswith("more groups pay more than on their own.") for line in sentences(text))


def test_of_many_partners_a_hundred_groups_are_named_and_all_are_counted() -> None:
    text = of_many(20, '[cost.x]\namount = 2_000\nscales = "units"\n')
    told = as_json(text)
    gains = [Decimal(each["gain"]) for each in told["better_together"]]
    assert (len(gains), gains) == (100, sorted(gains, reverse=True))
    assert gains[0] == Decimal(
        "171.43"
    )  # of the two with fewest homes, and of all but the two with most
    assert any(re.match(r"\d+ more groups pay", line) for line in sentences(text))


def test_what_was_looked_at_may_decide_it() -> None:
    steps = '{ key = "units", steps = [{ up_to = 80, amount = 1000 }, { amount = 1300 }] }'
    told = as_json(of_many(13, f"[cost.x]\namount = 1300\nscales = {steps}\n"))
    assert (told["core"], told["subadditive"], told["concave"]) == (None, None, False)
    assert told["partners"][0]["shapley"] is None
    told = as_json(of_many(13, "[cost.x]\namount = 1300\n", "alone = 1300\n"))
    assert (told["core"], told["subadditive"], told["concave"]) == (None, None, None)
    rising = '{ key = "units", steps = [{ up_to = 13, amount = 1 }, { amount = 1300 }] }'
    told = as_json(of_many(13, f"[cost.x]\namount = 1300\nscales = {rising}\n"))
    assert (told["core"], told["subadditive"], told["concave"]) == (False, False, False)


@pytest.mark.parametrize(
    "lines",
    [
        '[cost.x]\namount = 900\n[cost.y]\namount = 10\nonly = ["p1", "p2"]\n',
        '[cost.x]\namount = 900\nscales = "units"\n[cost.y]\namount = 3\nper = "unit"\n',
        '[cost.x]\namount = 900\nscales = { largest = "units" }\n',
        "[cost.x]\namount = 900\n[subsidy.s]\nrate = 0.25\n",
        '[cost.x]\namount = 900\n[cost.y]\namount = 20\n[subsidy.s]\nrate = 0.5\nof = ["y"]\n',
        "[cost.x]\namount = 900\n[subsidy.s]\namount = 100\ncap = 90\n",
        "[cost.x]\namount = 900\n[subsidy.s]\namount = 100\n",
        '[cost.x]\namount = 900\n[revenue.r]\namount = 90\nscales = "units"\n',
    ],
)
def test_the_value_that_follows_line_by_line_is_that_of_all_orders(lines: str) -> None:

    text = of_many(4, lines).replace("[partner.p1]", "[partner.p1]\nalone = 70")
    fairness = fairness_of(compute(parse(text)))
    assert shapley_by_line(fairness.game) == fairness.shapley


@pytest.mark.parametrize(
    "lines",
    [
        "[cost.x]\namount = 900\n[subsidy.s]\nmatch = 1\n",
        "[cost.x]\namount = 900\n[subsidy.s]\nrate = 0.5\ncap = 90\n",
        "[cost.x]\namount = 900\n[subsidy.s]\namount = 90\nrequires = { units = 3 }\n",
        '[cost.x]\namount = 900\nscales = "units"\n[subsidy.s]\namount = 500\n',
    ],
)
def test_of_many_partners_some_lines_tell_no_value(lines: str) -> None:
    told = as_json(of_many(13, lines))
    assert told["partners"][0]["shapley"] is None
    assert any("line by line" in line for line in sentences(of_many(13, lines)))


def test_the_only_partner_is_no_group_beside_what_it_pays_alone() -> None:

    text = of_many(1, "[cost.x]\namount = 900\n", "alone = 7\n")
    assert shapley_by_line(fairness_of(compute(parse(text))).game) == [Fraction(900)]


def test_many_groups_found_by_study_tell_no_value_line_by_line() -> None:

    game = fairness_of(compute(parse(FLAT))).game
    assert shapley_by_line(game) is None
    assert not is_concave_by_line(game)


# ---------------------------------------------------------------- years, and what cannot be


TIERS = """title = "Treden"
year = 2026
[cost.k]
amount = 100
scales = { key = "w", steps = [{ up_to = 5, amount = 60 }, { amount = 100 }] }
[contribution]
model = "fixed"
[partner.a]
keys = { w = 4 }
alone = 50
[partner.b]
keys = { w = 3 }
[plan]
until = 2027
"""


def test_the_steps_of_a_line_rise_with_its_amount() -> None:
    index = '[plan.index]\n"cost.*.amount" = 0.1\n[plan.step]\n"cost.k.amount" = 1\n'
    told = column(TIERS + index, "alone", "--year", "2027")
    assert told == {"a": "50.00", "b": "67.00", "total": "117.00"}
    own = TIERS.replace("[plan]", "[plan.index]\n'cost.*.amount' = 0.1\n[plan]")
    own = own.replace("0.1", "0.1\n'cost.*.scales.steps.*.amount' = 0.1\n'partner.*.alone' = 0.02")
    told = column(own, "alone", "--year", "2027")
    assert told == {"a": "51.00", "b": "66.00", "total": "117.00"}


def test_a_rise_that_fits_nothing_is_an_error_in_a_year_too() -> None:
    text = TIERS.replace("until = 2027", "until = 2028\n[plan.index]\n'cost.late.amount' = 0.1")
    ran = fair(text, "--year", "2027", "--lang", "en")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        (
            'error: <stdin>:16:1: plan.index."cost.late.amount": fits no number of the file in '
            "any year"
        ),
    )
    later = text + "[plan.2028.cost.late]\namount = 5\n"
    assert fair(later, "--year", "2027").code == 2  # it rises from the year after, which is none
    assert fair(later.replace("until = 2028", "until = 2029"), "--year", "2027").code == 0


def test_where_a_partner_leaves_the_bill_of_the_others_is_that_of_the_statement() -> None:
    groups = '[coalitions]\na = 4\nb = 4\nc = 5\n"a+b" = 7\n"b+c" = 8\n"c+a" = 7\n'
    lines = '[cost.k]\namount = 9\n[contribution]\nmodel = "fixed"\n'
    text = f'title = "Weg"\n[partner.a]\n[partner.b]\n[partner.c]\n{lines}{groups}'
    text += "[scenario.zonder]\nremove = ['partner.c']\n"
    told = as_json(text, "--scenario", "zonder")
    assert (told["total"], told["partners"][0]["adds"]) == ("9.00", "5.00")


def test_all_that_is_wrong_with_groups_is_told_at_once() -> None:
    text = (
        'title = "Fout"\n[partner.a]\nalone = 3\n[partner.b]\n[partner.c]\n[coalitions]\na = 4\n'
        '"a+b" = 7\n"b+a" = 7\n'
    )
    assert [line for line in fair(text, "--lang", "en").err.splitlines() if "error" in line] == [
        (
            "error: <stdin>:6:1: coalitions: lacks 5 groups of partners: `b`, `c`, `a+c`, `b+c`, "
            "`a+b+c`"
        ),
        (
            "error: <stdin>:7:5: coalitions.a: differs from what `partner.a.alone` says, € 3.00"
        ).replace("€ ", "€\N{NO-BREAK SPACE}"),
        'error: <stdin>:9:1: coalitions."b+a": is the same group as `a+b`',
    ]


def test_a_number_that_nobody_reads_is_not_told() -> None:
    partners = "".join(f"[partner.p{at}]\n" for at in range(40))
    ran = fair(f'title = "Veel"\n{partners}[coalitions]\np0 = 1\n', "--lang", "en")
    assert "lacks groups of the 40 partners, far more than anybody could study: `p1`" in ran.err


def test_a_larger_group_does_not_cost_less_by_a_step() -> None:
    ran = fair(TIERS.replace("amount = 60", "amount = 160"), "--lang", "en")
    assert "cost.k.scales.steps[1].amount: must rise: 100 comes after 160" in ran.err.replace(
        "steps.1", "steps[1]"
    )


# ---------------------------------------------------------------- for people


def test_the_columns_that_are_asked_for_are_shown_in_that_order() -> None:
    ran = fair(AIRPORT, "--methods", "shapley, alone", "--format", "csv")
    assert ran.text.splitlines()[:2] == ["partner,name,shapley,alone", "city,City,80.84,120.00"]
    assert set(as_json(AIRPORT, "--methods", "adds")["partners"][0]) == {"id", "name", "adds"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--methods", "alone,shaply"),
            "error: --methods shaply: there is no method `shaply`\nhint: did you mean `shapley`?\n",
        ),
        (("--methods", "adds,adds"), "error: --methods: names a method twice\n"),
        (
            ("--model", "fixed,variable:metres"),
            "error: --model: takes one model; `compare --models` sets several side by side\n",
        ),
        (
            ("--model", "fixd"),
            "error: --model fixd: unknown model `fixd`\nhint: did you mean `fixed`?\n",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(options: tuple[str, ...], message: str) -> None:
    ran = fair(AIRPORT, *options, "--lang", "en")
    assert (ran.code, ran.out, ran.err) == (2, b"", message)


def test_no_bill_is_shown_where_the_file_has_no_costs() -> None:
    ran = fair(FLAT, "--methods", "bill", "--lang", "en")
    message = "error: --methods: the file has no lines, so that nobody has a `bill`\n"
    assert (ran.code, ran.err) == (2, message)


def test_a_plot_shows_what_each_pays_between_what_it_adds_and_pays_alone() -> None:
    lines = fair(AIRPORT, "--plot", "--lang", "en").text.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("town    ├─"))
    assert lines[start] == "town    ├────────────────●─────────────────┤"
    assert lines[start + 3].split() == ["0.00", "120.00"]
    assert "├" not in fair(AIRPORT, "--lang", "en").text
    assert "├" not in fair(FLAT, "--plot", "--lang", "en").text
    assert "├" not in fair(AIRPORT, "--plot", "--format", "markdown").text


def test_a_plot_needs_room_and_different_amounts(monkeypatch: pytest.MonkeyPatch) -> None:
    same = 'title = "Een"\n[partner.a]\n[cost.x]\namount = 4\n[contribution]\nmodel = "fixed"\n'
    assert "●" not in fair(same, "--plot").text


def test_whole_euros_are_shown_on_request() -> None:
    shown = fair(AIRPORT, "--round", "euro", "--lang", "en").text
    assert "80.84" not in shown
    assert "Shown in whole euros" in shown or "whole euros" in shown


def test_the_page_has_the_table_and_the_sentences() -> None:
    page = fair(AIRPORT.replace('"City"', '"<b>"'), "--format", "html", "--lang", "nl").text
    assert "<h1>Baan: wint iedereen?</h1>" in page
    assert "&lt;b&gt;" in page
    assert "Niemand betaalt meer dan alleen." in page


def test_a_name_is_no_formula() -> None:
    text = AIRPORT.replace('"City"', '"=1+1"')
    assert "city,'=1+1,30.00" in fair(text, "--format", "csv").text


def test_a_warning_counts_where_it_is_asked() -> None:
    text = AIRPORT.replace("amount = 120", "amount = 120.000")
    assert fair(AIRPORT, "--strict").code == 0
    text = AIRPORT + "[subsidy.s]\namount = 5\nrequires = { metres = 9_999 }\n"
    assert (fair(text).code, fair(text, "--strict").code) == (0, 1)


# ---------------------------------------------------------------- as figures


def test_saving_and_alone_are_figures_of_other_commands() -> None:
    ran = run("compare", "-", "--models", "fixed,variable:metres", "--figure", "saving",
              "--format", "csv", stdin=AIRPORT.encode())  # fmt: skip
    assert ran.text.splitlines()[1] == "city,City,90.00,62.40"
    ran = run("sweep", "-", "--vary", "cost.runway.amount=120:240:120", "--figure", "alone",
              "--format", "csv", stdin=AIRPORT.encode())  # fmt: skip
    assert ran.text.splitlines() == [
        "value,expenses,revenues,balance,alone,alone.city,alone.town,alone.village,alone.hamlet",
        "120,120.00,0.00,-120.00,250.00,120.00,60.00,40.00,30.00",
        "240,240.00,0.00,-240.00,500.00,240.00,120.00,80.00,60.00",
    ]


def test_the_reserve_is_nobody_that_would_pay_alone() -> None:
    text = AIRPORT.replace('model = "fixed"', 'model = "fixed"\nfixed_amount = 10')
    ran = run("compare", "-", "--figure", "saving", "--format", "csv", stdin=text.encode())
    assert "reserve,Reserve,\n" in ran.text


def test_from_how_many_homes_on_a_partner_gains() -> None:
    text = (
        'title = "Woningen"\n[cost.x]\namount = 60_000\n[contribution]\nmodel = "variable"\n'
        'key = "units"\n[partner.stad]\nunits = 1\n[partner.dorp]\nunits = 1\nalone = 15_000\n'
    )
    ran = run("solve", "-", "--vary", "partner.stad.units", "--target", "partner.dorp.saving=0",
              "--lang", "en", stdin=text.encode())  # fmt: skip
    assert "Homes of stad: 3 gives a saving of € 0.00 for dorp." in ran.text.replace(
        "\xa0", " "
    ).replace("\n", " ")
    ran = run("solve", "-", "--vary", "cost.x.amount", "--target", "total.alone=100_000",
              "--format", "json", stdin=text.encode())  # fmt: skip
    assert json.loads(ran.text)["value"] == "85000"


# ---------------------------------------------------------------- how it arises


def explained(text: str, partner: str, *options: str) -> Result:
    return run("explain", "-", partner, "shapley", *options, stdin=text.encode())


def test_what_a_partner_adds_is_explained_order_by_order() -> None:
    shown = explained(AIRPORT, "town", "--format", "markdown", "--lang", "en").text
    assert shown.replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        "## Baan: what town adds",
        "",
        (
            "A partner that joins adds the difference between what the group pays with it and what "
            "it paid without it. On average over all 24 orders of joining town adds € 20.83."
        ),
        "",
        "| Joins as number | By the largest | Adds |",
        "| :--- | ---: | ---: |",
        "| 1 | 60.00 | 60.00 |",
        "| 2 | 16.67 | 16.67 |",
        "| 3 | 6.67 | 6.67 |",
        "| 4 | 0.00 | 0.00 |",
        "| **Mean** | **20.83** | **20.83** |",
        "",
        "Amounts in €.",
        "",
        "- By the largest: runway.",
        "",
        "Group by group:",
        "",
        "- As the first it adds € 60.00, in 6 orders.",
        "- After City it adds € 0.00, in 2 orders.",
        "- After village it adds € 20.00, in 2 orders.",
        "- After hamlet it adds € 30.00, in 2 orders.",
        "- After City and village it adds € 0.00, in 2 orders.",
        "- After City and hamlet it adds € 0.00, in 2 orders.",
        "- After village and hamlet it adds € 20.00, in 2 orders.",
        "- After City, village and hamlet it adds € 0.00, in 6 orders.",
        "",
        "Who would be better off by themselves:",
        "",
        (
            "- town, village and hamlet together pay € 90.00, and would pay € 60.00 on their own: "
            "€ 30.00 less."
        ),
    ]


def test_its_parts_add_up_whatever_the_lines_are() -> None:
    example = Path(__file__).parent.parent / "examples" / "warmtenet.toml"
    fractions = 0
    for id in ("stad", "dorp", "zorg", "zwembad"):
        told = json.loads(run("explain", example, id, "shapley", "--format", "json").text)
        assert sum(map(Decimal, told["parts"].values())) == Decimal(told["total"])
        for each in told["positions"]:
            assert sum(map(Decimal, each["parts"].values())) == Decimal(each["adds"])
            fractions += not each["adds"].endswith("00")
        assert sum(each["orders"] for each in told["arrivals"]) == told["orders"] == 24
        assert list(told["lines"]) == ["same", "own", "steps", "largest", "subsidies", "stated"]
    assert fractions


def test_who_pays_more_than_alone_is_told_so_in_json() -> None:
    text = AIRPORT.replace("metres = 30", "metres = 20")
    told = json.loads(explained(text, "hamlet", "--format", "json").text)
    assert told["better_off"][0] == {
        "partners": ["hamlet"],
        "bill": "30.00",
        "alone": "20.00",
        "gain": "10.00",
    }
    shown = explained(text, "hamlet", "--lang", "en").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "hamlet pays € 30.00, and would pay € 20.00 alone: € 10.00 less." in shown


def test_costs_found_by_study_and_homes_are_told_apart() -> None:
    told = json.loads(explained(FLAT, "a", "--format", "json").text)
    assert (told["parts"], told["better_off"]) == ({"stated": "191.67"}, [])
    shown = explained(FLAT, "a", "--lang", "en", "--format", "markdown").text
    assert "| Joins as number | As stated | Adds |" in shown
    homes = (
        "[day_price]\nprices = { 1 = 10 }\ndays = 100\noccupancy = 0.5\n[partner.x]\nunits = 1\n"
    )
    text = f'title = "Thuis"\n{homes}[partner.y]\n[cost.z]\namount = 10\nper = "unit"\n'
    told = json.loads(explained(text, "x", "--format", "json").text)
    assert told["parts"] == {"own": "10.00", "homes": "-500.00"}
    alone = 'title = "Een"\n[partner.x]\n[cost.z]\namount = 10\nper = "partner"\n'
    assert "x is the only one, and adds" in explained(alone, "x", "--lang", "en").text


def test_of_five_partners_and_more_the_groups_are_not_told_one_by_one() -> None:
    text = of_many(6, '[cost.x]\namount = 600\nscales = "units"\n')
    shown = explained(text, "p0", "--lang", "en").text
    assert "Group by group:" not in shown
    assert "Who would be better off by themselves:" in shown


def test_too_many_orders_are_not_gone_through() -> None:
    ran = explained(of_many(13, "[cost.x]\namount = 1300\n"), "p0", "--lang", "en")
    assert (ran.code, ran.err) == (
        2,
        (
            "error: <stdin>: with more than 12 partners there are too many orders of joining to go "
            "through\n"
        ),
    )
    ran = explained(AIRPORT, "citi", "--lang", "en")
    assert (ran.code, ran.err.splitlines()[-1]) == (2, "hint: did you mean `city`?")


def test_columns_of_fair_are_named_to_who_asks_for_them_elsewhere(tmp_path: Path) -> None:
    from igs_costshare.reading.suggestions import OF_FAIR

    assert COLUMNS[1:] == OF_FAIR
    path = tmp_path / "a.toml"
    path.write_text(AIRPORT, encoding="utf-8")
    ran = run("explain", str(path), "city", "nucleolus", "--lang", "en")
    hint = "hint: `nucleolus` is a column of `igs-costshare fair`"
    assert (ran.code, ran.err.splitlines()[1]) == (2, hint)


def test_without_lines_no_model_decides_what_each_pays() -> None:
    ran = fair(FLAT, "--model", "fixed", "--lang", "en")
    assert (ran.code, ran.err) == (
        2,
        "error: --model: the file has no lines, so that nobody has a `bill`\n",
    )


def test_a_name_that_is_cut_in_the_drawing_has_a_sign_of_it() -> None:
    long = AIRPORT.replace('"City"', '"Intergemeentelijke projectvereniging"')
    shown = fair(long, "--plot", "--lang", "en", "--methods", "bill").text
    assert "\nIntergemeentelijke proj… " in shown


def test_a_page_draws_what_each_pays() -> None:
    page = fair(AIRPORT, "--format", "html", "--lang", "en").text
    assert '<svg class="chart wide"' in page
    assert "What each pays, and what it would pay alone. The line runs between" in page
    few = 'title = "Cent"\n[partner.a]\n[cost.x]\namount = 0.03\n[contribution]\nmodel = "fixed"\n'
    assert '<svg class="chart wide"' in fair(few, "--format", "html").text
    for text in (FLAT, of_many(31, "[cost.x]\namount = 4\n"), few.replace("0.03", "0")):
        assert "<svg" not in fair(text, "--format", "html").text


def test_groups_that_had_better_not_form_need_not_pay_more_than_alone() -> None:
    groups = '[coalitions]\na = 4\nb = 4\nc = 4\n"a+b" = 9\n"b+c" = 7\n"c+a" = 7\n'
    lines = '[cost.k]\namount = 9\n[contribution]\nmodel = "fixed"\n'
    text = f'title = "Toch"\n[partner.a]\n[partner.b]\n[partner.c]\n{lines}{groups}'
    assert sentences(text)[-3:] == [
        "Some groups had better not form: split up, they pay less in all.",
        "That is so, for instance, of a with b.",
        "Still, as things are, no group pays more than on its own.",
    ]
