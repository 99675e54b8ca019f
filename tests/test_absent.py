"""Partners of the file that are not there in the year, and still have something to settle."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from pathlib import Path

import pytest

from command import run
from igs_costshare import InputError, parse
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problem_text
from test_workbook_settlement import agrees, fill_in, page_of, sheet_of

TEXT = """\
title = "T"
year = 2026
[cost.a]
amount = 1_000
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
[partner.oud]
name = "Oud Dorp"
nis = "11001"
until = 2025-12-31
[settlement]
account = "dorp"
opening = { oud = 70, stad = 10 }
"""
PAID = """\
title = "T"
year = 2026
[cost.a]
amount = 1_000
paid_by = { oud = 600, account = 400 }
[cost.b]
amount = 600
paid_by = "oud"
in_kind = true
[subsidy.s]
amount = 100
received_by = "oud"
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
[partner.oud]
from = 2027-01-01
[partner.weg]
until = 2024-12-31
[settlement]
opening = { oud = -5 }
[payment.x]
amounts = { oud = 50, stad = 6 }
[payment.y]
amounts = { stad = 3 }
to = "oud"
[payment.q]
part = 0.2
except = ["oud"]
"""
PLANNED = """\
title = "T"
year = 2026
[cost.a]
amount = 1_000
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
[partner.oud]
[settlement]
opening = { oud = 70, stad = 10 }
[plan]
until = 2028
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(text: str, name: str = "n.toml") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def rows(text: str, *arguments: str) -> dict[str, dict[str, str]]:
    """The rows of the settlement, without what is 0."""
    result = run("settle", put(text), "--format", "csv", *arguments)
    assert (result.code, result.err) == (0, "")
    return {
        row["partner"]: {
            column: each
            for column, each in row.items()
            if column not in ("partner", "name", "nis") and each != "0.00"
        }
        for row in csv.DictReader(io.StringIO(result.text))
    }


def told(*arguments: str, code: int = 2) -> str:
    result = run(*arguments)
    assert result.code == code
    return result.err if code == 2 else result.text


# ---------------------------------------------------------------- a row of its own


def test_who_left_before_the_year_still_settles_its_last_balance() -> None:
    assert rows(TEXT) == {
        "stad": {"bill": "500.00", "opening": "10.00", "due": "510.00"},
        "dorp": {"bill": "500.00", "opening": "-80.00", "paid": "1000.00", "due": "-580.00"},
        "oud": {"opening": "70.00", "due": "70.00"},
        "total": {"bill": "1000.00", "paid": "1000.00"},
    }


def test_who_comes_after_the_year_may_have_paid_received_and_brought_in() -> None:
    settled = rows(PAID)
    assert settled["oud"] == {
        "opening": "-5.00",
        "paid": "600.00",
        "in_kind": "600.00",
        "received": "100.00",
        "payments": "47.00",
        "due": "-1152.00",
    }
    assert settled["stad"]["payments"] == "159.00"
    assert "weg" not in settled
    assert "due" not in settled["total"]


def test_it_is_told_by_name_with_its_transfer_and_bears_no_bill() -> None:
    text = run("settle", put(TEXT), "--lang", "nl").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Oud Dorp           0,00       70,00" in text
    assert "Oud Dorp betaalt € 70,00 aan dorp." in text
    assert "begroting" not in text
    data = json.loads(run("settle", put(TEXT), "--format", "json").text)
    assert data["rows"][2]["name"] == "Oud Dorp"
    assert data["rows"][2]["nis"] == "11001"
    assert data["transfers"][1] == {"from": "oud", "to": "dorp", "amount": "70.00"}


def test_what_is_due_of_it_is_explained() -> None:
    text = run("explain", put(PAID), "oud", "due").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "less From last year (Common account): € 5.00" in text
    assert "cost.a.paid_by = { oud = 600, account = 400 }" in text
    assert "less y, received from stad: € 3.00" in text
    assert "x, paid to the common account: € 50.00" in text


def test_without_anything_to_settle_it_has_no_row() -> None:
    assert "oud" not in rows(TEXT.replace("oud = 70", "oud = 0"))


def test_a_scenario_in_which_it_is_not_there_keeps_its_advances() -> None:
    text = TEXT.replace("until = 2025-12-31\n", "")
    text += "[payment.q]\npart = 0.1\n[scenario.actual]\npartner.oud.until = 2025-12-31\n"
    assert rows(text)["oud"] == {"opening": "70.00", "payments": "33.33", "due": "36.67"}
    assert "Oud Dorp: in the budget, and no longer there" in run("settle", put(text)).text


def test_a_scenario_that_removes_who_was_not_there_anyhow_is_refused() -> None:
    text = TEXT + '[scenario.actual]\nremove = ["partner.oud"]\n'
    assert told("settle", put(text)) == (
        "error: n.toml:17:10: scenario.actual.remove: takes `oud` away, which the settlement "
        "needs: `settlement.opening.oud`\n"
        '17 | remove = ["partner.oud"]\n'
        "   |          ^\n"
        "hint: settle another scenario, or let `oud` stay in this one\n"
    )


# ---------------------------------------------------------------- wherever it is read


def test_a_figure_that_is_expected_of_it_is_held_to_that() -> None:
    wrong = put(TEXT + "[expected.settlement]\noud = 71\n")
    assert "`oud` due is €\N{NO-BREAK SPACE}70.00, expected" in told("check", wrong, code=1)
    assert run("check", put(TEXT + "[expected.settlement]\noud = 70\n")).code == 0
    none = put(TEXT.replace("oud = 70, ", "") + "[expected.settlement]\noud = 70\n")
    assert run("check", none).code == 1


def test_a_lock_keeps_its_row_and_what_it_is_called() -> None:
    put(TEXT)
    assert run("freeze", "n.toml").code == 0
    lock = tomllib.loads(Path("n.toml.lock").read_text(encoding="utf-8"))
    assert lock["settlement"]["rows"][2]["due"] == "70.00"
    assert lock["description"]["absent"] == {"oud": {"name": "Oud Dorp", "nis": "11001"}}
    assert run("verify", "n.toml").code == 0
    put(TEXT.replace("oud = 70", "oud = 80"))
    result = run("verify", "n.toml")
    assert (result.code, "Oud Dorp" in result.text) == (1, True)


def test_another_name_of_it_is_the_same_description() -> None:
    put(TEXT)
    run("freeze", "n.toml")
    put(TEXT.replace("Oud Dorp", "Oudorp"))
    assert (run("verify", "n.toml").code, run("verify", "n.toml").err) == (0, "")


def test_a_difference_of_what_is_due_names_it() -> None:
    put(TEXT)
    put(TEXT.replace("oud = 70", "oud = 80"), "m.toml")
    text = run("diff", "n.toml", "m.toml", "--due").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Oud Dorp still pays € 10.00 more:\n  from last year: € 10.00 more" in text


def test_it_has_a_letter_of_its_own_and_a_line_in_the_index() -> None:
    put(TEXT.replace('name = "Oud Dorp"', 'name = "Oud Dorp"\nreference = "+++123/4567/89002+++"'))
    assert run("letters", "n.toml", "--settlement", "--output", "out").code == 0
    index = Path("out/index.csv").read_text(encoding="utf-8")
    assert "oud,Oud Dorp,11001,70.00,+++123/4567/89002+++,,03-oud.pdf\n" in index


def test_without_a_settlement_it_has_no_letter() -> None:
    put(TEXT)
    assert run("letters", "n.toml", "--output", "out").code == 0
    assert sorted(each.name for each in Path("out").iterdir()) == [
        "01-stad.pdf",
        "02-dorp.pdf",
        "index.csv",
    ]


CHARGED = PAID.replace('model = "fixed"', 'model = "fixed"\nfixed_amount = 700')
LATER = (
    PAID.replace("from = 2027-01-01\n", "").replace('except = ["oud"]', 'except = ["stad"]')
    + "[scenario.actual]\ncost.b.amount = 610\npartner.oud.from = 2027-01-01\n"
)


@pytest.mark.parametrize("text", [TEXT, PAID, CHARGED, LATER], ids=["kept", "paid", "charge", "by"])
def test_the_workbook_recalculates_to_the_same(text: str, tmp_path: Path) -> None:
    assert agrees(sheet_of(tmp_path, text), text) == []


def test_on_the_workbook_its_advance_follows_the_part(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, LATER)
    fill_in(sheet, "payment_q_part", 0)
    assert agrees(sheet, LATER.replace("part = 0.2", "part = 0.0")) == []
    sheet = sheet_of(tmp_path, LATER)
    fill_in(sheet, "settlement_opening", 30, below=2)
    assert agrees(sheet, LATER.replace("oud = -5", "oud = 30")) == []


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize("command", ["settle", "compute", "check"])
def test_who_is_not_there_cannot_keep_the_account(command: str) -> None:
    text = put(TEXT.replace('account = "dorp"', 'account = "oud"'))
    result = run(command, text, "--lang", "nl")
    assert result.code == 2
    assert "`oud` doet dat jaar niet mee, en kan de rekening niet beheren" in (
        result.err + result.text
    )


def test_a_keeper_that_is_not_there_in_what_is_settled_is_told_where_that_is_read() -> None:
    text = TEXT + "[scenario.actual]\npartner.dorp.until = 2025-12-31\n"
    assert told("settle", put(text)).startswith(
        "error: n.toml:14:11: settlement.account: `dorp` takes no part in this year, and cannot "
        "keep the account (in scenario `actual`)"
    )
    assert run("compute", put(text.replace("actual", "lean")), "--scenario", "lean").code == 0
    assert run("settle", put(text.replace("actual", "lean")), "--scenario", "lean").code == 2
    assert run("settle", put(TEXT), "--set", "partner.dorp.until=2025-12-31").code == 2


def test_no_file_says_itself_who_is_not_there() -> None:
    for text in (TEXT, TEXT.replace("until = 2025-12-31\n", "")):
        assert "absent: unknown field" in told("compute", put(text + "[absent.x]\n"))


def test_a_wrong_name_of_who_is_not_there_is_told_where_it_stands() -> None:
    with pytest.raises(InputError) as error:
        parse(TEXT.replace('"Oud Dorp"', "5"))
    (problem,) = error.value.problems
    assert problem_text(problem, english()).startswith("error: <text>:10:8: partner.oud.name: ")


# ---------------------------------------------------------------- later years of a plan


def test_the_balance_of_last_year_is_that_of_the_first_year_only() -> None:
    assert rows(PLANNED)["oud"]["opening"] == "70.00"
    assert "opening" not in rows(PLANNED, "--year", "2027")["oud"]
    kept = PLANNED.replace("[settlement]", '[settlement]\naccount = "stad"')
    assert rows(kept, "--year", "2027").keys() == {"stad", "dorp", "oud", "total"}


def test_payments_come_back_in_a_later_year_for_who_is_there_only() -> None:
    text = PLANNED.replace("[partner.oud]", "[partner.oud]\nuntil = 2026-12-31")
    text += """\
[payment.x]
amounts = { oud = 5, stad = 3 }
[payment.y]
amounts = { oud = 7 }
[payment.z]
amounts = { stad = 11 }
to = "oud"
[payment.part]
part = 0.1
"""
    assert rows(text)["oud"]["payments"] == "34.33"
    assert rows(text, "--year", "2027").keys() == {"stad", "dorp", "account", "total"}
    assert rows(text, "--year", "2027")["stad"]["payments"] == "53.00"
    assert run("compute", put(text), "--year", "2027", "--output", "y.xlsx").code == 0
    only = text.partition("[payment.x]")[0] + "[payment.y]\namounts = { oud = 7 }\n"
    assert "payments" not in rows(only, "--year", "2027")["stad"]


def test_payments_of_who_joins_come_back_once_it_is_there() -> None:
    text = PLANNED.replace("[partner.oud]", "[partner.oud]\nfrom = 2028-01-01")
    text += "[payment.x]\namounts = { oud = 5 }\n"
    assert rows(text)["oud"]["payments"] == "5.00"
    assert "oud" not in rows(text, "--year", "2027")
    assert rows(text, "--year", "2028")["oud"]["payments"] == "5.00"


REMOVED = PLANNED.replace("amount = 1_000", 'amount = 1_000\npaid_by = "oud"') + (
    '2027.remove = ["partner.oud"]\n[payment.x]\namounts = { oud = 5 }\n'
    '[payment.y]\namounts = { stad = 5 }\nto = "oud"\n'
)


@pytest.mark.parametrize("year", ["2027", "2028"])
def test_who_a_year_takes_away_is_missed_by_its_settlement_and_by_nothing_else(year: str) -> None:
    assert told("settle", put(REMOVED), "--year", year).startswith(
        "error: n.toml:15:15: plan.2027.remove: takes `oud` away, which the settlement needs: "
        "`payment.y.to`, `cost.a.paid_by` and `payment.x.amounts`\n"
    )
    for command in (["plan"], ["compute", "--year", year], ["check"]):
        assert run(command[0], put(REMOVED), *command[1:]).code == 0
    assert "oud" in rows(REMOVED)


@pytest.mark.parametrize(
    ("lang", "hint"),
    [
        ("en", "settle a year before 2027, or say under `[plan.2027]` what holds instead"),
        ("nl", "reken een jaar vóór 2027 af, of zeg onder `[plan.2027]` wat dan geldt"),
        ("fr", "réglez une année avant 2027, ou dites sous `[plan.2027]` ce qui vaut alors"),
    ],
)
def test_the_way_out_is_said_in_every_language(lang: str, hint: str) -> None:
    assert hint in told("settle", put(REMOVED), "--year", "2027", "--lang", lang)


def test_a_year_may_say_what_holds_instead() -> None:
    instead = REMOVED.replace(
        '2027.remove = ["partner.oud"]',
        '2027.remove = ["partner.oud", "payment.x", "payment.y"]\n2027.cost.a.paid_by = "stad"',
    )
    assert rows(instead, "--year", "2028")["stad"]["paid"] == "1000.00"
    later = REMOVED.replace(
        '2027.remove = ["partner.oud"]',
        '2027.remove = ["partner.oud", "payment.x", "payment.y"]\n2028.cost.a.paid_by = "stad"',
    )
    assert run("settle", put(later), "--year", "2027").code == 2
    assert rows(later, "--year", "2028")["stad"]["paid"] == "1000.00"


def test_a_keeper_that_a_year_takes_away_is_refused_there() -> None:
    text = (
        PLANNED.replace("opening", 'account = "oud"\nopening') + '2027.remove = ["partner.oud"]\n'
    )
    assert "`settlement.account`" in told("settle", put(text), "--year", "2027")
    assert run("compute", "n.toml", "--year", "2027", "--output", "y.xlsx").code == 0
    gone = text.replace('2027.remove = ["partner.oud"]\n', "").replace(
        "[partner.oud]", "[partner.oud]\nuntil = 2026-12-31"
    )
    assert "takes no part in this year" in told("settle", put(gone), "--year", "2027")
    assert run("plan", put(gone)).code == 0


def test_a_workbook_of_the_first_year_that_cannot_be_settled_is_refused() -> None:
    text = TEXT + '[scenario.actual]\nremove = ["partner.oud"]\n'
    result = run("compute", put(text), "--scenario", "actual", "--output", "y.xlsx")
    assert (result.code, Path("y.xlsx").exists()) == (2, False)


def test_members_of_a_merger_have_their_payments_in_the_row_of_the_new_one() -> None:
    text = PLANNED + (
        '2027.merge.samen = ["dorp", "oud"]\n[payment.x]\namounts = { dorp = 3, oud = 5 }\n'
    )
    assert rows(text, "--year", "2027")["samen"]["payments"] == "8.00"


def test_the_year_after_begins_without_the_balance_that_the_file_had() -> None:
    text = run("next", put(PLANNED)).text
    assert "opening" not in text


# ---------------------------------------------------------------- tables of who paid

TABLE = """\
title = "T"
year = 2026
[cost.a]
amount = 1_000
paid_by = { stad = 500, dorp = 500 }
[cost.b]
amount = 100
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
[expected.settlement]
stad = 50
[plan]
until = 2028
[plan.index]
"cost.a.amount" = { 2028 = 0.1 }
[scenario.actual]
label = "Werkelijk"
[scenario.lean]
cost.a.amount = 500
"""


@pytest.mark.parametrize("arguments", [[], ["--scenario", "actual"], ["--scenario", "lean"]])
def test_a_table_of_who_paid_is_of_the_first_year(arguments: list[str]) -> None:
    put(TABLE)
    for command in (["plan"], ["compute", "--year", "2028"], ["check"], ["freeze", "--force"]):
        assert run(command[0], "n.toml", *command[1:], *arguments).code == 0, command
    assert run("compute", "n.toml", "--year", "2028", "--output", "y.xlsx").code == 0
    assert run("verify", "n.toml").code == 0


def test_in_a_later_year_it_holds_as_long_as_it_adds_up() -> None:
    assert rows(TABLE, "--year", "2027")["stad"]["paid"] == "500.00"
    assert told("settle", put(TABLE), "--year", "2028").replace("\N{NO-BREAK SPACE}", " ") == (
        "error: n.toml:5:11: cost.a.paid_by: the amounts come to € 1,000.00, and the line to "
        "€ 1,100.00 (in scenario `actual`) (in 2028)\n"
        "5 | paid_by = { stad = 500, dorp = 500 }\n"
        "  |           ^\n"
        "hint: € 100.00 is missing\n"
    )
    anew = TABLE + "[plan.2028]\ncost.a.paid_by = { stad = 600, dorp = 500 }\n"
    assert rows(anew, "--year", "2028")["stad"]["paid"] == "600.00"


def test_a_figure_of_the_settlement_is_expected_of_the_year_of_the_file() -> None:
    wrong = put(TABLE.replace("stad = 50\n", "stad = 51\n"))
    assert told("check", wrong, code=1).count("due is") == 1


def test_no_index_raises_what_was_paid() -> None:
    text = TABLE.replace('"cost.a.amount"', '"cost.*.paid_by.*"')
    assert told("plan", put(text)).startswith('error: n.toml:17:1: plan.index."cost.*.paid_by.*": ')


# ---------------------------------------------------------------- all at once


def test_what_nobody_brings_in_is_told_beside_who_is_not_known() -> None:
    text = """\
title = "T"
[cost.a]
amount = 1
paid_by = "cav"
[cost.b]
amount = 1
in_kind = true
[cost.c]
amount = 1
paid_by = { account = 1 }
in_kind = true
[cost.d]
amount = "x"
paid_by = "account"
in_kind = true
[contribution]
model = "fixed"
[partner.caw]
"""
    said = told("settle", put(text))
    assert [line.partition(": ")[2] for line in said.splitlines() if line.startswith("error")] == [
        "n.toml:4:11: cost.a.paid_by: unknown partner `cav`",
        "n.toml:7:11: cost.b.in_kind: `in_kind` needs `paid_by`: nothing says who brings it in",
        "n.toml:10:13: cost.c.paid_by.account: the common account brings nothing in kind",
        'n.toml:13:10: cost.d.amount: expected a number, got "x"',
        "n.toml:14:11: cost.d.paid_by: the common account brings nothing in kind",
    ]


def test_an_amount_of_0_brings_nothing_in() -> None:
    text = TABLE.replace(
        "paid_by = { stad = 500,", "in_kind = true\npaid_by = { account = 0, stad = 500,"
    )
    assert rows(text)["stad"]["in_kind"] == "500.00"


# ---------------------------------------------------------------- what else may be stated


@pytest.mark.parametrize("table", ["cost", "subsidy", "revenue"])
@pytest.mark.parametrize("id", ["account", "each"])
def test_no_line_is_called_as_who_may_have_paid(table: str, id: str) -> None:
    said = told("compute", put(f"{TABLE}[{table}.{id}]\namount = 1\n"))
    assert f"{table}.{id}: `{id}` is reserved\n" in said


def test_an_entry_of_0_says_nothing_of_who_leaves() -> None:
    text = """\
title = "T"
[cost.a]
amount = 1_000
paid_by = { caw = 0, stad = 1_000 }
in_kind = true
[contribution]
model = "fixed"
[partner.stad]
[partner.caw]
[settlement]
opening = { caw = 0 }
[scenario.actual]
remove = ["partner.caw"]
"""
    assert rows(text)["stad"] == {"bill": "1000.00", "in_kind": "1000.00"}


def test_advances_are_to_the_cent_though_amounts_have_a_tenth_of_it() -> None:
    text = """\
title = "T"
[cost.a]
amount = 1_000.001
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
[partner.oud]
[rounding]
unit = 0.001
half = "up"
[payment.q]
part = 0.255
[settlement]
"""
    result = run("settle", put(text), "--format", "csv")
    assert "stad,stad,333.334,0.000,0.000,0.000,0.000,85.000,248.334\n" in result.text
    said = run("explain", put(text), "stad", "payments").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Rounded to the cent: € 85.00017 becomes € 85" in said


def test_the_workbook_rounds_advances_to_the_cent_too(tmp_path: Path) -> None:
    text = PAID.replace('title = "T"', 'title = "T"\nrounding.unit = 0.001').replace(
        "amount = 1_000", "amount = 1_000.007"
    )
    text = text.replace("{ oud = 600, account = 400 }", '"oud"')
    assert agrees(sheet_of(tmp_path, text), text) == []


def test_who_only_stands_in_the_scenario_has_no_cell_for_an_opening(tmp_path: Path) -> None:
    text = PLANNED.replace("[plan]\nuntil = 2028\n", "") + (
        "[scenario.actual]\npartner.nieuw.name = 'Nieuw'\n"
    )
    sheet = sheet_of(tmp_path, text)
    assert agrees(sheet, text) == []
    page = page_of(text)
    names = [page.cell(row, 1).value for row in range(1, page.max_row + 1)]
    found = [row for row, name in enumerate(names, 1) if name in ("oud", "Nieuw")]
    old, new = found[-2:]
    assert [page.cell(row, 3).protection.locked for row in (old, new)] == [False, True]


DATED = """\
title = "T"
year = 2026
[cost.a]
amount = 1_000
[contribution]
model = "fixed"
[partner.stad]
[payment.q]
date = 2025-12-31
part = 0.25
[payment.r]
date = 2027-01-31
part = 0.25
[payment.s]
date = 2026-01-31
part = 0.25
[plan]
until = 2028
"""


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "2025-12-31 is no day of 2026, the year in which the payment counts"),
        ("nl", "31/12/2025 is geen dag van 2026, en de betaling telt mee in dat jaar"),
        ("fr", "31/12/2025 n’est pas un jour de 2026, l’année où le paiement compte"),
    ],
)
def test_a_payment_of_another_year_deserves_a_look(lang: str, words: str) -> None:
    put(DATED)
    assert words in run("settle", "n.toml", "--lang", lang).err
    found = run("check", "n.toml", "--lang", lang).text
    assert words in found
    assert found.count("payment.") == 2
    undated = DATED.replace("year = 2026\n", "").partition("[plan]")[0]
    assert "payment." not in run("check", put(undated)).text


def test_in_a_later_year_the_days_that_are_past_are_of_the_first() -> None:
    for year in ("2027", "2028"):
        result = run("settle", put(DATED), "--year", year)
        assert (result.err, "2025-12-31" in result.text) == ("", False)
        assert ("2027-01-31" in result.text) == (year == "2027")


def test_a_table_where_one_may_have_received_has_a_way_out() -> None:
    text = TABLE + "[day_price]\nreceived_by = { stad = 5 }\n"
    assert "hint: write one id here, between quotes\n" in told("settle", put(text))


# ---------------------------------------------------------------- causes of what is due


def causes(text: str) -> list[tuple[str, str, str]]:
    result = run("diff", put(text), "--scenario", "actual", "--due", "--format", "json")
    found = {
        (each["path"], each["a"], each["b"])
        for row in json.loads(result.text)["partners"]
        for each in row["causes"]
    }
    return sorted(found)


RENT = TABLE.partition("[plan]")[0].replace("{ stad = 500, dorp = 500 }", '"stad"')


def test_a_cause_says_what_differs_where_the_same_paid_another_amount() -> None:
    assert causes(f"{RENT}[scenario.actual]\ncost.a.amount = 1_100\n") == [
        ("cost.a.amount", "1000", "1100"),
        ("cost.a.paid_by", "{ stad = 1000 }", "{ stad = 1100 }"),
    ]


@pytest.mark.parametrize("payers", ['"stad"', "{ stad = 500, dorp = 500 }"])
def test_a_cause_says_that_the_same_brought_it_in(payers: str) -> None:
    text = RENT.replace('"stad"', payers) + "[scenario.actual]\ncost.a.in_kind = true\n"
    assert causes(text) == [("cost.a.in_kind", "false", "true")]
