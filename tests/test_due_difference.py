"""`diff --due`: what changes from one settlement to another, for whom, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import networks
from command import Result, run
from igs_costshare import parse, settle
from igs_costshare.comparing import grouping
from igs_costshare.comparing.difference import Difference
from igs_costshare.comparing.dues import Settling, due_difference
from networks import as_toml
from reference import Description

YEAR = """\
title = "Noodopvang"
year = 2026

[cost.rent]
label = "Huur"
amount = 9_000
paid_by = "caw"

[cost.staff]
amount = 3_000
paid_by = { stad = 1_000, account = 2_000 }

[cost.hall]
amount = 600
paid_by = "dorp"
in_kind = true

[subsidy.decree]
label = "Subsidie"
amount = 1_200

[contribution]
model = "fixed"

[partner.stad]
name = "Stad"

[partner.dorp]

[partner.caw]
name = "CAW"

[payment.q1]
label = "Voorschot 1"
part = 0.25
except = ["caw"]

[payment.extra]
amounts = { stad = 300 }

[settlement]
opening = { dorp = -50 }

[scenario.actual]
label = "Werkelijk"
cost.rent.amount = 9_600
cost.hall.amount = 500
"""
OTHER = (
    YEAR.replace("{ stad = 300 }", "{ stad = 500, dorp = 20 }")
    .replace('paid_by = "caw"', 'paid_by = "stad"')
    .replace("{ dorp = -50 }", "{ dorp = 70 }")
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    put(YEAR)
    put(OTHER, "b.toml")


def put(text: str, name: str = "a.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def told(*arguments: str, lang: str = "en") -> str:
    """What is said from the first cause on."""
    ran = run("diff", *arguments, "--due", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    return plain(ran.text).rpartition("\n\n")[2]


def causes_of(*arguments: str) -> dict[str, dict[str, str]]:
    """The part of each cause in what is due, by row."""
    rows = json.loads(run("diff", *arguments, "--due", "--format", "json").text)
    named = [*((row["id"], row) for row in rows["partners"]), ("account", rows["account"])]
    return {
        id: {each["path"]: each["change"] for each in row["causes"] if each["change"] != "0.00"}
        for id, row in named
        if row is not None
    }


DUTCH = """\
Noodopvang 2026: afrekening, van begroting naar Werkelijk

Nog te betalen  Begroting  Werkelijk  Verschil
──────────────────────────────────────────────
~ Stad           1.550,00   1.716,67   +166,67
~ dorp           2.200,00   2.466,67   +266,67
~ CAW           -5.200,00  -5.633,34   -433,34
──────────────────────────────────────────────
~ Totaal             0,00       0,00      0,00

~ gewijzigd, + toegetreden, - vertrokken. Wat er nog te betalen is en onder nul
staat, krijgt men terug.

Partner   Post           Begroting  Werkelijk  Verschil
───────────────────────────────────────────────────────
~ Stad    Nettobijdrage   3.800,00   3.966,67   +166,67
~ dorp    Nettobijdrage   3.800,00   3.966,67   +166,67
          In natura         600,00     500,00   -100,00
~ CAW     Nettobijdrage   3.800,00   3.966,66   +166,66
          Betaald         9.000,00   9.600,00   +600,00
~ Totaal  Nettobijdrage  11.400,00  11.900,00   +500,00
          Betaald        12.000,00  12.600,00   +600,00
          In natura         600,00     500,00   -100,00

Stad moet nog € 166,67 meer betalen:
  Huur (€ 9.000,00 → € 9.600,00): € 200,00 meer
  hall (€ 600,00 → € 500,00): € 33,33 minder
dorp moet nog € 266,67 meer betalen:
  Huur (€ 9.000,00 → € 9.600,00): € 200,00 meer
  ingebracht voor allen: hall: € 100,00 meer
  hall (€ 600,00 → € 500,00): € 33,33 minder
CAW krijgt € 433,34 meer terug:
  betaald voor allen: Huur: € 600,00 meer
  Huur (€ 9.000,00 → € 9.600,00): € 200,00 minder
  hall (€ 600,00 → € 500,00): € 33,34 meer
"""


def test_the_settlement_of_a_scenario_is_compared_with_that_of_the_file() -> None:
    ran = run("diff", "a.toml", "--scenario", "actual", "--due", "--lang", "nl")
    assert (ran.code, ran.err, plain(ran.text)) == (0, "", DUTCH)


def test_two_files_are_each_settled_by_their_own_scenario() -> None:
    assert told("a.toml", "b.toml") == (
        "Stad now gets back instead of paying, a difference of € 9,800.00:\n"
        "  paid for all: Huur (CAW → Stad): € 9,600.00 less to pay\n"
        "  payment: extra: € 200.00 less to pay\n"
        "dorp still pays € 100.00 more:\n"
        "  from last year: € 120.00 more\n"
        "  payment: extra: € 20.00 less\n"
        "CAW now pays instead of getting back, a difference of € 9,600.00:\n"
        "  paid for all: Huur (CAW → Stad): € 9,600.00 more to pay\n"
        "The common account still pays € 100.00 more:\n"
        "  payment: extra: € 220.00 more\n"
        "  from last year: € 120.00 less\n"
    )
    assert "settlement, from a.toml, Werkelijk to b.toml, Werkelijk" in plain(
        run("diff", "a.toml", "b.toml", "--due", "--lang", "en").text
    )


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", "  betaald voor allen: Huur (CAW → ieder het zijne): € 3.200,00 minder te betalen"),
        ("en", "  paid for all: Huur (CAW → everyone their own): € 3,200.00 less to pay"),
        ("fr", "  payé pour tous : Huur (CAW → chacun le sien): 3.200,00 € de moins à payer"),
    ],
)
def test_who_paid_is_said_in_every_language(lang: str, words: str) -> None:
    said = told("a.toml", "--set", "cost.rent.paid_by=each", lang=lang).replace(" : ", ": ")
    assert words.replace(" : ", ": ") in said


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("payment.q1.part=0.5", "payment: Voorschot 1 (25 % → 50 %): € 950.00 less"),
        ("payment.extra.to=caw", "payment: extra (common account → CAW): € 300.00 less"),
        ("payment.q1.except=[]", "payment: Voorschot 1: € 950.00 more"),
        ("settlement.opening.caw=5", "from last year: € 5.00 less"),
        ("subsidy.decree.received_by=dorp", "received for all: Subsidie (common account → dorp): "),
        ("cost.hall.paid_by=stad", "brought in for all: hall (dorp → Stad): € 500.00 less"),
    ],
)
def test_what_passed_otherwise_is_a_cause_by_its_name(setting: str, words: str) -> None:
    said = told("a.toml", "--set", setting)
    assert words in said


def test_an_advance_that_is_new_and_a_cost_that_is_new_are_causes_too() -> None:
    more = '[payment.q2]\nto = "caw"\namounts = { dorp = 80 }\n[cost.taxi]\namount = 30\n'
    put(YEAR.replace("[settlement]", f'{more}paid_by = "dorp"\n[settlement]'), "b.toml")
    said = causes_of("a.toml", "b.toml")
    assert said["dorp"] == {
        "cost.taxi": "10.00",
        "cost.taxi.paid_by": "-30.00",
        "payment.q1": "-2.50",
        "payment.q2": "-80.00",
    }
    assert said["caw"] == {"cost.taxi": "10.00", "payment.q2": "80.00"}
    assert "payment: q2: € 80.00 less" in told("a.toml", "b.toml")


def test_another_keeper_is_one_cause_with_all_that_is_of_the_account() -> None:
    put(OTHER.replace("[settlement]", '[settlement]\naccount = "caw"'), "b.toml")
    moved = causes_of("a.toml", "b.toml")
    assert moved["caw"] == {"cost.rent.paid_by": "9600.00", "settlement.account": "1550.00"}
    assert moved["account"] == {"settlement.account": "-1450.00"}
    assert moved["stad"] == {"cost.rent.paid_by": "-9600.00", "payment.extra.amounts": "-200.00"}
    assert "who keeps the common account (common account → CAW): € 1,550.00 more" in told(
        "a.toml", "b.toml"
    )


def test_with_the_same_keeper_what_is_of_the_account_is_the_keepers() -> None:
    kept = "[settlement]\naccount = 'caw'"
    put(YEAR.replace("[settlement]", kept))
    put(OTHER.replace("[settlement]", kept), "b.toml")
    assert causes_of("a.toml", "b.toml")["caw"] == {
        "cost.rent.paid_by": "9600.00",
        "payment.extra.amounts": "220.00",
        "settlement.opening": "-120.00",
    }


CHARGED = """\
title = "Tarief"
[partner.stad]
[partner.dorp]
[contribution]
model = "fixed"
fixed_amount = 400
[cost.rent]
amount = 1_000
"""


@pytest.mark.parametrize("keeper", ["", '[settlement]\naccount = "dorp"\n'])
def test_what_the_reserve_bears_is_of_the_account(keeper: str) -> None:
    put(CHARGED + keeper)
    row = "dorp" if keeper else "account"
    moved = causes_of("a.toml", "--set", "contribution.fixed_amount=450")
    assert moved["stad"] == {"contribution.fixed_amount": "50.00"}
    assert moved[row]["contribution.fixed_amount"] == ("-50.00" if keeper else "-100.00")


def test_spreadsheets_have_a_line_for_each_figure_and_each_cause() -> None:
    setting = "payment.extra.amounts.stad=0"
    ran = run("diff", "a.toml", "--set", setting, "--due", "--format", "csv", "--lang", "nl")
    assert ran.text.replace("\r\n", "\n") == (
        "partner,name,kind,what,a,b,change\n"
        "stad,Stad,column,bill,3966.67,3966.67,0.00\n"
        "stad,Stad,column,opening,0.00,0.00,0.00\n"
        "stad,Stad,column,paid,1000.00,1000.00,0.00\n"
        "stad,Stad,column,in_kind,0.00,0.00,0.00\n"
        "stad,Stad,column,received,0.00,0.00,0.00\n"
        "stad,Stad,column,payments,1250.00,950.00,-300.00\n"
        "stad,Stad,column,due,1716.67,2016.67,300.00\n"
        "stad,Stad,cause,payment.extra.amounts,{ stad = 300 },{ stad = 0 },300.00\n"
        "account,Gemeenschappelijke rekening,column,bill,0.00,0.00,0.00\n"
        "account,Gemeenschappelijke rekening,column,opening,50.00,50.00,0.00\n"
        "account,Gemeenschappelijke rekening,column,paid,2000.00,2000.00,0.00\n"
        "account,Gemeenschappelijke rekening,column,in_kind,0.00,0.00,0.00\n"
        "account,Gemeenschappelijke rekening,column,received,1200.00,1200.00,0.00\n"
        "account,Gemeenschappelijke rekening,column,payments,-2200.00,-1900.00,300.00\n"
        "account,Gemeenschappelijke rekening,column,due,1450.00,1150.00,-300.00\n"
        "account,Gemeenschappelijke rekening,cause,payment.extra.amounts,"
        "{ stad = 300 },{ stad = 0 },-300.00\n"
    )


def test_programs_read_the_values_as_the_file_writes_them() -> None:
    data = json.loads(run("diff", "a.toml", "b.toml", "--due", "--format", "json").text)
    assert [*data] == ["format", "title", "currency", "a", "b", "partners", "account", "total"]
    assert data["a"] == {"file": "a.toml", "scenario": "actual"}
    assert data["account"]["columns"]["due"] == {"a": "1450.00", "b": "1550.00", "change": "100.00"}
    assert data["partners"][0]["causes"] == [
        {
            "path": "cost.rent.paid_by",
            "paths": ["cost.rent.paid_by"],
            "a": "caw",
            "b": "stad",
            "change": "-9600.00",
        },
        {
            "path": "payment.extra.amounts",
            "paths": ["payment.extra.amounts"],
            "a": "{ stad = 300 }",
            "b": "{ stad = 500, dorp = 20 }",
            "change": "-200.00",
        },
        {
            "path": "settlement.opening",
            "paths": ["settlement.opening"],
            "a": "{ dorp = -50 }",
            "b": "{ dorp = 70 }",
            "change": "0.00",
        },
    ]


def test_markdown_is_written_as_of_any_difference() -> None:
    ran = run("diff", "a.toml", "b.toml", "--due", "--format", "markdown", "--lang", "en")
    assert "| \\~ dorp | 2,466.67 | 2,566.67 | +100.00 |" in plain(ran.text)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "nl",
            (
                "Er verandert geen enkel bedrag. Betalingen, of wie betaalde of ontving, "
                "verschillen wel: `--due` vergelijkt de afrekeningen."
            ),
        ),
        (
            "en",
            (
                "No amount changes. Payments, or who paid or received, do differ: "
                "`--due` compares the settlements."
            ),
        ),
        (
            "fr",
            (
                "Aucun montant ne change. Les paiements, ou qui a payé ou reçu, "
                "diffèrent pourtant : `--due` compare les règlements."
            ),
        ),
    ],
)
def test_the_statements_say_where_payments_are_compared(lang: str, words: str) -> None:
    ran = run("diff", "a.toml", "b.toml", "--exit-code", "--lang", lang)
    assert ran.code == 0
    assert plain(ran.text).partition("\n\n")[2].replace("\n", " ") == f"{words} "


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("part = 0.25", "part = 0.2"),
        ("{ dorp = -50 }", "{ dorp = -40 }"),
        ("[settlement]", '[settlement]\naccount = "stad"'),
        ("in_kind = true", "in_kind = false"),
        ('label = "Subsidie"', 'received_by = "stad"'),
    ],
)
def test_whatever_passed_otherwise_is_noticed(before: str, after: str) -> None:
    assert before in YEAR
    put(YEAR.replace(before, after), "b.toml")
    assert "`--due`" in run("diff", "a.toml", "b.toml").text


@pytest.mark.parametrize(
    ("before", "after"),
    [('label = "Voorschot 1"', 'label = "Een"'), ("[payment.q1]", "[payment.q1] # een")],
)
def test_a_label_of_a_payment_changes_nothing(before: str, after: str) -> None:
    put(YEAR.replace(before, after), "b.toml")
    assert "--due" not in run("diff", "a.toml", "b.toml").text
    ran = run("diff", "a.toml", "b.toml", "--due", "--exit-code", "--lang", "en")
    assert (ran.code, ran.text.partition("\n\n")[2]) == (0, "Nothing changes.\n")


def test_residents_that_paid_another_are_noticed() -> None:
    homes = "[day_price]\nprices = { 1 = 10 }\ndays = 10\noccupancy = 1\n"
    net = YEAR.replace("[partner.dorp]", f"[partner.dorp]\nunits = 1\n{homes}")
    put(net)
    put(net.replace(homes, f'{homes}received_by = "caw"\n'), "b.toml")
    assert "`--due`" in run("diff", "a.toml", "b.toml").text
    assert causes_of("a.toml", "b.toml") == {
        "dorp": {"day_price.received_by": "-100.00"},
        "caw": {"day_price.received_by": "100.00"},
        "account": {},
    }
    said = told("a.toml", "b.toml")
    assert "day prices received (everyone their own → CAW): € 100.00 less" in said


def test_residents_that_no_longer_pay_are_noticed() -> None:
    homes = (
        "units = 1\ndays = { 1 = 5 }\n[day_price]\nprices = { 1 = 10 }\ndays = 10\noccupancy = 1\n"
    )
    net = YEAR.replace("[partner.dorp]", f"[partner.dorp]\n{homes}")
    put(net)
    put(net.replace(homes, f'{homes}paid_by = "partner"\n'), "b.toml")
    assert causes_of("a.toml", "b.toml")["dorp"]["day_price.received_by"] == "-100.00"


NET = "title = 'Net'\n[partner.stad]\n[partner.dorp]\n[cost.rent]\namount = 90\n"
FIXED = "[contribution]\nmodel = 'fixed'\n"
FINE = f"{NET}{FIXED}[rounding]\nunit = 0.001\n"


@pytest.mark.parametrize("due", [[], ["--due"]])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{NET}paid_by = 'each'\n{FIXED}", f"{NET}{FIXED}fixed_amount = 30\n"),
        (f"{FINE}[reserve]\nopening = 0.125\n", f"{NET}{FIXED}"),
        (f"{FINE}[settlement]\nopening = {{ stad = 0.125 }}\n", f"{NET}{FIXED}"),
    ],
)
def test_who_paid_and_what_was_there_take_no_part_in_the_game(
    one: str, other: str, due: list[str]
) -> None:
    put(one)
    put(other, "b.toml")
    for sides in (("a.toml", "b.toml"), ("b.toml", "a.toml")):
        ran = run("diff", *sides, *due)
        assert (ran.code, ran.err) == (0, "")


def test_homes_by_name_have_day_prices_that_someone_received() -> None:
    home = '[unit.huis]\nowner = "stad"\nprices = { 1 = 10 }\ndays = 10\noccupancy = 1\n'
    put(YEAR.replace("[payment.q1]", f"{home}[payment.q1]"), "b.toml")
    assert causes_of("a.toml", "b.toml")["stad"] == {
        "unit.huis": "-100.00",
        "day_price.received_by": "100.00",
        "payment.q1": "25.00",
    }


def test_a_partner_that_joins_has_one_side_only() -> None:
    put(YEAR.replace("[partner.dorp]", "[partner.dorp]\n[partner.gavere]"), "b.toml")
    ran = plain(run("diff", "a.toml", "b.toml", "--due", "--lang", "en").text)
    assert (
        "gavere still pays € 2,262.50 more:\n  gavere joins: € 2,975.00 more\n"
        "  payment: Voorschot 1: € 712.50 less"
    ) in ran
    assert "\n+ gavere                      2,262.50  +2,262.50\n" in ran


def test_a_side_with_more_decimals_is_told_in_those() -> None:
    put(YEAR.replace("[contribution]", "[rounding]\nunit = 0.001\n[contribution]"), "b.toml")
    data = json.loads(run("diff", "a.toml", "b.toml", "--due", "--format", "json").text)
    assert data["partners"][0]["columns"]["due"] == {
        "a": "1716.670",
        "b": "1716.667",
        "change": "-0.003",
    }


def many() -> str:
    partners = "".join(f"[partner.p{number:02}]\n" for number in range(12))
    return f"""title = "Veel"\n{partners}[contribution]\nmodel = "fixed"\n[cost.rent]\namount = 120
[payment.q1]\namounts = {{ {", ".join(f"p{each:02} = {each}" for each in range(12))} }}\n"""


def test_of_many_partners_the_largest_changes_are_told() -> None:
    put(many())
    put(many().replace("p11 = 11", "p11 = 41").replace("= 120", "= 240"), "b.toml")
    ran = plain(run("diff", "a.toml", "b.toml", "--due", "--lang", "en").text)
    assert ran.startswith(
        "Veel: settlement, from a.toml to b.toml\n\nStill to pay      a.toml   b.toml"
    )
    assert "\n~ 2 others          1.00    21.00  +20.00\n" in ran
    told = ran.rpartition("\n\n")[2]
    assert told.startswith("p11 gets back € 20.00 more:\n  payment: q1: € 30.00 more\n")
    assert told.endswith(
        "The common account gets back € 90.00 more:\n"
        "  paid for all: rent: € 120.00 more\n  payment: q1: € 30.00 less\n"
    )


def test_where_nothing_is_due_otherwise_only_the_columns_are_shown() -> None:
    ran = run("diff", "a.toml", "--set", "cost.hall.in_kind=false", "--due", "--lang", "en")
    assert plain(ran.text).endswith(
        "~ dorp   Paid          0.00      500.00  +500.00\n"
        "         In kind     500.00        0.00  -500.00\n"
        "~ Total  Paid     12,600.00   13,100.00  +500.00\n"
        "         In kind     500.00        0.00  -500.00\n"
    )


def test_whole_euros_and_every_partner_are_options_as_of_any_difference() -> None:
    ran = run("diff", "a.toml", "b.toml", "--due", "--round", "euro", "--all", "--lang", "en")
    assert "~ dorp                2,467      2,567    +100\n" in ran.text


def test_settlements_that_differ_end_with_one_where_that_is_asked() -> None:
    assert run("diff", "a.toml", "b.toml", "--due", "--exit-code").code == 1


def test_one_file_is_read_once() -> None:
    ran = run("diff", "-", "--set", "payment.q1.part=0", "--due", stdin=YEAR.encode())
    assert (ran.code, ran.err) == (0, "")


def test_base_is_the_description_as_it_stands() -> None:
    base = run("diff", "a.toml", "--scenario", "base", "--scenario", "actual", "--due")
    assert base == run("diff", "a.toml", "--scenario", "actual", "--due")


def test_a_saved_statement_has_no_settlement() -> None:
    run("compute", "a.toml", "--format", "json", "--output", "a.json")
    assert run("diff", "a.json", "b.toml", "--due", "--lang", "nl") == Result(
        2,
        b"",
        "fout: a.json: is een bewaarde afrekening, die niet zegt wie wat betaalde\n"
        "tip: geef de beschrijving zelf\n",
    )


def test_what_cannot_be_settled_is_told_at_its_place() -> None:
    put(YEAR + 'remove = ["partner.caw"]\n', "b.toml")
    ran = run("diff", "a.toml", "b.toml", "--due", "--lang", "en")
    assert ran.code == 2
    assert ran.err.startswith("error: b.toml:48:10: scenario.actual.remove: takes `caw` away")


@pytest.mark.long
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(st.tuples(networks.years(), networks.years()))
def test_the_causes_add_up_to_the_change_of_what_is_due_both_ways(
    pair: tuple[Description, Description],
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(grouping, "MOST", 4)
        a, b = (settling(year) for year in pair)
        there, back = due_difference(a, b), due_difference(b, a)
    for row in there.rows:
        assert sum(row.causes) == row.columns["due"].change
        columns = {column: each.change for column, each in row.columns.items()}
        assert columns["due"] == (
            columns["bill"]
            + columns["opening"]
            - columns["paid"]
            - columns["in_kind"]
            - columns["payments"]
            + columns["received"]
        )
    assert by_path(there, 1) == by_path(back, -1)


def settling(year: Description) -> Settling:
    network = parse(as_toml({**year, "currency": "EUR"}))
    return Settling(network, settle(network, network))


def by_path(difference: Difference, sign: int) -> dict[str, dict[object, int]]:
    paths = [cause.path for cause in difference.causes or ()]
    return {
        row.id: {path: sign * part for path, part in zip(paths, row.causes, strict=True)}
        for row in difference.rows
    }


@pytest.mark.parametrize("format", ["table", "markdown", "html", "xlsx", "json", "csv"])
def test_who_only_settles_is_named_among_the_causes(format: str) -> None:
    text = YEAR.replace("[partner.dorp]", "[partner.dorp]\n\n[partner.oud]\nuntil = 2025-12-31")
    put(text)
    paid = text.replace('paid_by = "caw"', 'paid_by = "oud"').replace(
        "part = 0.25", 'part = 0.25\nto = "oud"'
    )
    put(paid, "b.toml")
    for pair in (("a.toml", "b.toml"), ("b.toml", "a.toml")):
        ran = run("diff", *pair, "--due", "--format", format, "--lang", "en")
        assert (ran.code, ran.err) == (0, "")
    causes = " ".join(told("a.toml", "b.toml").split())
    assert "payment: Voorschot 1 (common account → oud)" in causes
