"""`--year`: the statement of a year of a plan; what `check` and a lock say of every year."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import Result, run
from igs_costshare.reading.planned import plan_of_text
from test_planning import TEXT, plain


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    put(TEXT)


def put(text: str) -> None:
    Path("a.toml").write_text(text, encoding="utf-8")


def sound(*arguments: str) -> str:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    return plain(ran.text)


def test_the_statement_of_a_year(tmp_path: Path) -> None:
    assert sound("compute", "a.toml", "--year", "2028", "--format", "csv") == (
        "partner,name,units,rent,staff,expenses,revenues,balance\n"
        "stad,Stad,0,5674.91,28680.55,34355.46,0.00,-34355.46\n"
        "vlaardorp,Vlaardorp,0,2837.45,14340.27,17177.72,0.00,-17177.72\n"
        "beek,Beek,0,1891.64,9560.18,11451.82,0.00,-11451.82\n"
        "total,Total,0,10404.00,52581.00,62985.00,0.00,-62985.00\n"
    )
    assert sound("compute", "a.toml", "--year", "2028").startswith("Noodwoningen 2028\n")
    assert sound("compute", "a.toml", "--year", "2026") == sound("compute", "a.toml")
    page = sound("compute", "a.toml", "--year", "2028", "--format", "html")
    assert "<h1>Noodwoningen 2028</h1>" in page


def test_the_page_of_a_year_has_the_scenarios_of_that_year() -> None:
    other = "[scenario.other]\ncost.rent.amount = 20_000\n"
    broken = '[scenario.off]\nplan.2028.merge.x = ["dorp", "zand"]\n'
    put(f"{TEXT}{other}{broken}")
    page = run("compute", "a.toml", "--year", "2028", "--format", "html")
    assert page.code == 0
    assert "39,990" not in page.text
    assert "40,030.37" in page.text, page.text[:200]


def test_a_value_is_explained_from_the_line_of_its_base() -> None:
    put(TEXT.replace('"cost.rent.amount" = { 2030 = 100 }', '"cost.rent.amount" = 100'))
    told = [
        line.strip()
        for line in sound("explain", "a.toml", "stad", "rent", "--year", "2028").splitlines()
    ]
    assert told[5:10] == [
        "← a.toml:22: cost.rent.amount = (10_000 × 1.02 + 100) × 1.02 + 100 =",
        "10_606",
        '← a.toml:31: plan.index."cost.*.amount" = { 2027 = 0.02, 2028 = 0.02, 2029',
        "= 0.02 }",
        '← a.toml:35: plan.step."cost.rent.amount" = 100',
    ]


def test_a_capped_rise_is_explained_by_what_was_paid_the_year_before() -> None:
    capped = """title = "P"
year = 2026
[cost.a]
amount = 10_000
[contribution]
model = "variable"
key = "inhabitants"
max_rise = 0.10
previous = { x = 3_000 }
[partner.x]
keys = { inhabitants = 3_000 }
[partner.y]
keys = { inhabitants = 2_000 }
[plan]
until = 2028
[plan.2028]
contribution.previous = { x = 1_000 }
"""
    put(capped)
    told = {
        year: sound("explain", "a.toml", "x", "contribution", "--year", year)
        for year in ("2026", "2027", "2028")
    }
    assert "10 % above the € 3,000.00 of last year: € 3,300.00" in told["2026"]
    assert "a.toml:9: contribution.previous.x = 3_000" in told["2026"]
    in_2026 = "10 % above what it paid in 2026, € 3,300.00 for the whole year: € 3,630.00"
    assert in_2026 in told["2027"]
    assert "previous" not in told["2027"]
    assert "a.toml:17: plan.2028.contribution.previous.x = 1_000" in told["2028"]


def test_what_merged_is_explained_by_its_merger() -> None:
    told = sound("explain", "a.toml", "vlaardorp", "rent", "--year", "2029", "--lang", "en")
    assert "plan.2029.cost.rent.amount = 12_000" in told
    key = sound("explain", "a.toml", "vlaardorp", "rent", "--year", "2028", "--format", "json")
    given = [each for each in _inputs(json.loads(key)) if "merge" in each["path"]]
    assert given == [
        {
            "path": "plan.2028.merge.vlaardorp",
            "value": "15_075",
            "origin": "a.toml:39",
            "line": 39,
        }
    ]


def _inputs(found: object) -> list[dict[str, str]]:
    if isinstance(found, dict):
        own = [found] if {"path", "origin"} <= found.keys() else []
        return own + [each for inner in found.values() for each in _inputs(inner)]
    return [each for inner in found for each in _inputs(inner)] if isinstance(found, list) else []


def test_a_rounded_index_is_an_arrow() -> None:
    put(TEXT.replace("until = 2030", "until = 2030\nround = 1000"))
    told = sound("explain", "a.toml", "stad", "rent", "--year", "2028", "--format", "markdown")
    assert "10_000 × 1.02 × 1.02 → 10_000" in told.replace("\\", "")


def test_sweep_and_solve_vary_the_first_year() -> None:
    swept = sound(
        "sweep", "a.toml", "--year", "2028", "--vary", "cost.rent.amount=0:10000:10000",
        "--format", "csv", "--figure", "bill",
    ).splitlines()  # fmt: skip
    assert swept[0].startswith("value,expenses,revenues,balance,bill")
    assert swept[1].startswith("0,52581.00,0.00,-52581.00,52581.00,28680.55,")
    assert swept[2].startswith("10000,62985.00,0.00,-62985.00,62985.00,34355.46,")
    found = json.loads(
        sound(
            "solve", "a.toml", "--year", "2028", "--vary", "cost.rent.amount",
            "--target", "partner.vlaardorp.bill=17177.72", "--format", "json",
        )
    )  # fmt: skip
    assert abs(float(found["value"]) - 10_000) < 1
    ran = run("sweep", "a.toml", "--year", "2028", "--vary", "partner.veld.keys.inhabitants=0:1:1")
    assert ran.code == 0


def test_a_value_at_which_a_later_year_is_impossible() -> None:
    put(
        'title = "t"\nyear = 2026\npartner = { a = { keys.k = 1 }, b = { keys.k = 1 } }\n'
        'cost.x.amount = 1\ncontribution = { model = "variable", key = "k" }\n'
        'plan = { until = 2027, 2027 = { remove = ["partner.a"] } }\n'
    )
    swept = run(
        "sweep", "a.toml", "--year", "2027", "--vary", "partner.b.keys.k=0:1:1", "--format", "csv"
    )
    assert swept.err.splitlines()[0] == (
        "warning: --vary partner.b.keys.k=0:1:1: contribution.key: the key `k` is zero for every "
        "partner that takes part (in 2027): no figures at 0"
    )
    assert swept.text.splitlines()[1:] == ["0,,,,", "1,1.00,0.00,-1.00,-1.00"]


def test_settle_and_compare_in_a_year() -> None:
    settled = json.loads(sound("settle", "a.toml", "--year", "2028", "--format", "json"))
    assert (settled["year"], settled["total"]["bill"]) == (2028, "62985.00")
    compared = sound(
        "compare", "a.toml", "--year", "2028", "--models", "fixed,variable:inhabitants",
        "--format", "csv",
    )  # fmt: skip
    assert compared.splitlines()[1] == "stad,Stad,-20995.00,-34355.46"
    put(f"{TEXT}[scenario.other]\ncost.rent.amount = 20_000\n")
    both = sound("compare", "a.toml", "--year", "2028", "--format", "csv")
    assert both.splitlines()[-1] == "total,Total,-62985.00,-73389.00"


def refusal(*arguments: str) -> str:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, b"")
    return ran.err


def test_a_year_that_is_not_there() -> None:
    assert refusal("compute", "a.toml", "--year", "2031") == (
        "error: --year 2031: the plan has no such year\nhint: it goes from 2026 to 2030\n"
    )
    put(TEXT.partition("[plan]")[0])
    assert refusal("explain", "a.toml", "--year", "2027") == (
        "error: --year 2027: the plan has no such year\n"
        "hint: add `[plan]` with its last year: `until = …`\n"
    )
    put('title = "t"\npartner.a = {}\ncost.x.amount = 1\ncontribution.model = "fixed"\n')
    assert refusal(
        "solve", "a.toml", "--year", "2027", "--vary", "cost.x.amount", "--target", "x"
    ).startswith("error: --year 2027: the plan has no such year\nhint: ")
    assert refusal("sweep", "a.toml", "--year", "soon", "--vary", "x=1:2:1").startswith(
        "error: --year: is not valid\n"
    )


RISING = """\
title = "Plan"
year = 2026
[cost.rent]
amount = 10_000
[contribution]
model = "variable"
key = "inhabitants"
[partner.stad]
keys = { inhabitants = 30_000, unused = 3 }
[partner.dorp]
keys = { inhabitants = 10_000, unused = 4 }
[partner.veld]
keys = { inhabitants = 5_000, unused = 1 }
[plan]
until = 2029
[plan.index]
"cost.*.amount" = { 2027 = 0.1, 2029 = 0.02 }
[plan.2028]
merge = { vlaardorp = ["dorp", "veld"] }
[limits]
max_increase = 0.05
balance_min = -10_500
"""


def findings(ran: Result) -> list[str]:
    assert ran.code == 1
    return [
        line.partition(": a.toml:")[2].partition(": ")[2]
        for line in plain(ran.text).splitlines()
        if line.startswith(("error", "warning"))
    ]


def test_every_year_is_judged_and_what_years_share_is_told_once() -> None:
    put(RISING)
    assert findings(run("check", "a.toml")) == [
        "practice-unused-key: the key `unused` is not used anywhere (in 2026–2029)",
        (
            "limit-max-increase: the net bill of `stad` rises from € 6,666.67 to € 7,333.33, "
            "by 10 %; agreed is at most 5 %: € 333.32 too much (in 2027)"
        ),
        (
            "limit-max-increase: the net bill of `dorp` rises from € 2,222.22 to € 2,444.45, "
            "by 10 %; agreed is at most 5 %: € 111.11 too much (in 2027)"
        ),
        (
            "limit-max-increase: the net bill of `veld` rises from € 1,111.11 to € 1,222.22, "
            "by 10 %; agreed is at most 5 %: € 55.55 too much (in 2027)"
        ),
        (
            "limit-balance-min: the balance is € -11,000.00, agreed is at least € -10,500.00: "
            "€ 500.00 too low (in 2027 and 2028)"
        ),
        (
            "limit-balance-min: the balance is € -11,220.00, agreed is at least € -10,500.00: "
            "€ 720.00 too low (in 2029)"
        ),
    ]


def test_a_merged_bill_is_held_against_theirs_together() -> None:
    put(
        RISING.replace("2027 = 0.1, 2029 = 0.02", "2028 = 0.1").replace(
            "balance_min = -10_500\n", ""
        )
    )
    assert findings(run("check", "a.toml"))[1:] == [
        (
            "limit-max-increase: the net bill of `stad` rises from € 6,666.67 to € 7,333.33, "
            "by 10 %; agreed is at most 5 %: € 333.32 too much (in 2028)"
        ),
        (
            "limit-max-increase: the net bill of `vlaardorp` rises from € 3,333.33 to € 3,666.67, "
            "by 10 %; agreed is at most 5 %: € 166.67 too much (in 2028)"
        ),
    ]


def test_what_is_expected_of_a_year() -> None:
    expected = "[expected.plan.2028.partner.stad]\nbalance = -7000\n"
    put(RISING.partition("[limits]")[0] + expected)
    assert findings(run("check", "a.toml"))[1:] == [
        "expected: `stad` balance is € -7,333.33, expected € -7,000.00: € 333.33 too low"
    ]
    run("check", "--update", "a.toml")
    assert "balance = -7333.33\n" in Path("a.toml").read_text(encoding="utf-8")
    put(RISING + expected.replace("stad", "zand"))
    assert "expected.plan.2028.partner.zand: unknown partner `zand`" in run("check", "a.toml").text
    put(RISING + expected.replace("2028", "2030"))
    assert "expected.plan.2030: the plan has no such year" in run("check", "a.toml").text
    put(RISING.partition("[plan]")[0] + expected)
    assert "expected.plan.2028: the plan has no such year" in run("check", "a.toml").text


@pytest.mark.parametrize(
    ("of_the_file", "of_the_year", "found"),
    [
        ("euro", "", 0),
        ("cent", "", 1),
        ("cent", 'round = "euro"\n', 0),
        ("euro", 'round = "cent"\n', 1),
    ],
)
def test_the_rounding_of_what_is_expected_holds_in_a_year_that_has_none_of_its_own(
    of_the_file: str, of_the_year: str, found: int
) -> None:
    of_a_year = f"[expected.plan.2028]\n{of_the_year}partner.stad.balance = -7333\n"
    expected = f'[expected]\nround = "{of_the_file}"\n{of_a_year}'
    put(RISING.partition("[limits]")[0] + expected)
    told = plain(run("check", "a.toml").text)
    assert told.count("expected € -7,333.00: € 0.33 too low") == found


def test_a_scenario_is_judged_in_every_year() -> None:
    text = RISING.partition("[limits]")[0]
    put(f'{text}[scenario.odd]\nplan.2028.merge = {{ vlaardorp = ["dorp", "zand"] }}\n')
    told = run("check", "a.toml").text
    assert told.startswith("error: a.toml:21:42: scenario.odd.plan.2028.merge.vlaardorp[1]: ")
    assert "unknown partner `zand`" in told
    assert run("check", "a.toml", "--scenario", "odd").text == told


def test_a_lock_keeps_every_year() -> None:
    assert run("freeze", "a.toml") == Result(0, b"", "")
    assert "format = 3\n" in Path("a.toml.lock").read_text(encoding="utf-8")
    assert run("verify", "a.toml") == Result(0, b"", "")
    put(TEXT.replace("cost.rent.amount = 12_000", "cost.rent.amount = 12_500"))
    ran = run("verify", "a.toml")
    assert ran.code == 1
    assert ran.text.startswith("Noodwoningen 2029: from frozen to now\n")
    assert "Huur (€ 12,000.00 → € 12,500.00): € 500.00 more" in plain(ran.text)
    assert "Noodwoningen 2028" not in ran.text
    assert "no longer holds" in run("check", "a.toml").text
    put(TEXT.replace("until = 2030", "until = 2031"))
    ran = run("verify", "a.toml")
    assert (ran.code, ran.out) == (1, b"")
    same = "note: the years that were frozen and are still there come to the same amounts\n"
    assert ran.err == f"note: in the plan now, and not frozen: 2031\n{same}"
    put(TEXT.partition("[plan]")[0])
    ran = run("verify", "a.toml")
    assert ran.err.startswith("note: frozen, and no longer in the plan: 2027–2030\n")
    assert "the plan has other years than were frozen" in run("check", "a.toml").text


def test_years_that_are_gone_are_told_without_contradiction() -> None:
    put(RISING.partition("[limits]")[0].replace("2029 = 0.02", "2028 = 0.02"))
    text = Path("a.toml").read_text(encoding="utf-8")
    assert run("freeze", "a.toml").code == 0
    put(text.replace("until = 2029", "until = 2028"))
    ran = run("verify", "a.toml")
    assert (ran.code, ran.out) == (1, b"")
    assert ran.err == (
        "note: frozen, and no longer in the plan: 2029\n"
        "note: the years that were frozen and are still there come to the same amounts\n"
    )
    told = run("check", "a.toml").text
    assert "`a.toml.lock` no longer holds: the plan has other years than were frozen\n" in told


def test_a_lock_whose_later_year_was_changed_by_hand() -> None:
    run("freeze", "a.toml")
    lock = Path("a.toml.lock")
    text = lock.read_text(encoding="utf-8")
    lock.write_text(
        text.replace('expenses = "61750.00"', 'expenses = "61750.01"'), encoding="utf-8"
    )
    ran = run("verify", "a.toml")
    assert (ran.code, ran.out) == (2, b"")
    assert "is no sound statement" in ran.err


# ---------------------------------------------------------------- what a block states, varied

MIXED = """title = "Mixed"
year = 2026
cost.rent.amount = 10_000
contribution = { model = "variable", key = "inhabitants" }
partner.stad.keys.inhabitants = 3_000
partner.dorp.keys.inhabitants = 1_000
[plan]
until = 2029
[plan.2028]
contribution = { model = "mixed", fixed_share = 0.4, key = "inhabitants" }
"""
SHARE = "plan.2028.contribution.fixed_share"


def test_a_number_of_a_block_varies_as_set_does() -> None:
    put(MIXED)
    ends = ("--year", "2029", "--figure", "partner.dorp.bill", "--format", "csv")
    assert sound("sweep", "a.toml", "--vary", f"{SHARE}=0.2:0.6:0.2", *ends) == (
        "value,partner.dorp.bill\n0.2,3000.00\n0.4,3500.00\n0.6,4000.00\n"
    )
    dorp = "dorp,dorp,0,4000.00,4000.00,0.00,-4000.00"
    for year in ("2028", "2029"):
        held = sound(
            "compute", "a.toml", "--year", year, "--set", f"{SHARE}=0.6", "--format", "csv"
        )
        assert held.splitlines()[2] == dorp
    asked = ("--vary", f"{SHARE}=0:1", "--target", "partner.dorp.bill=3000")
    assert "fixed_share 0.2 gives a net contribution of € 3,000.00" in sound(
        "solve", "a.toml", "--year", "2029", *asked
    )


@pytest.mark.parametrize("field", ["contribution.fixed_sh", "label", "2028"])
def test_what_is_no_number_of_a_block_does_not_vary(field: str) -> None:
    put(MIXED)
    ran = run("sweep", "a.toml", "--year", "2028", "--vary", f"plan.2028.{field}=0:1:1")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.endswith(f": plan.2028.{field}: takes no number\n")


def test_a_merger_leaves_lists_and_tables_that_name_none_of_them() -> None:
    text = """title = "t"
year = 2026
partner = { a = { keys.k = 1 }, b = { keys.k = 1 }, c = { keys.k = 2 } }
cost.rent = { amount = 40, only = ["c"] }
cost.staff.amount = 100
[contribution]
model = "variable"
key = "k"
minimum = { c = 60 }
[plan]
until = 2027
[plan.2027]
merge = { ab = ["a", "b"] }
"""
    _, merged = plan_of_text(text, "a.toml")
    assert [(row.id, row.expenses) for row in merged.statement.partners] == [
        ("ab", 4_000),
        ("c", 10_000),
    ]
