"""The command `plan`: the table, what happens in each year, the reserve, and every format."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from command import Result, run
from igs_costshare.reading.planned import plan_of_text

TEXT = """\
title = "Noodwoningen"
year = 2026
[partner.stad]
name = "Stad"
keys = { inhabitants = 30_000 }
[partner.dorp]
name = "Dorp"
keys = { inhabitants = 10_000 }
[partner.veld]
name = "Veld"
keys = { inhabitants = 5_000 }
[partner.caw]
name = "CAW"
keys = { inhabitants = 5_000 }
[partner.beek]
name = "Beek"
keys = { inhabitants = 10_000 }
from = 2027-07-01
until = 2029-06-30
[cost.rent]
label = "Huur"
amount = 10_000
[cost.staff]
amount = 50_000
[contribution]
model = "variable"
key = "inhabitants"
[plan]
until = 2030
[plan.index]
"cost.*.amount" = { 2027 = 0.02, 2028 = 0.02, 2029 = 0.02 }
"cost.staff.amount" = { 2027 = 0.031, 2028 = 0.02 }
"partner.*.keys.inhabitants" = { 2028 = 0.005 }
[plan.step]
"cost.rent.amount" = { 2030 = 100 }
[plan.2028]
label = "fusie"
remove = ["partner.caw"]
merge = { vlaardorp = ["dorp", "veld"] }
partner.vlaardorp.name = "Vlaardorp"
[plan.2029]
cost.rent.amount = 12_000
contribution = { model = "fixed" }
[plan.2030]
partner.brug = { name = "Brug", keys = { inhabitants = 1_000 } }
remove = ["cost.staff"]
"""


class Plan:
    """`igs-costshare plan` of a text."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, text: str, *arguments: str) -> Result:
        self.path.write_text(text, encoding="utf-8")
        return run("plan", self.path, *arguments)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    return Plan(Path("netwerk.toml"))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def told(ran: Result) -> list[str]:
    """What happens in each year, a line each."""
    assert (ran.code, ran.err) == (0, "")
    return [line[2:] for line in plain(ran.text).splitlines() if line.startswith("- 20")]


EVENTS = {
    "en": [
        "2027: Beek joins on 2027-07-01; indexation of 2 amounts, 2 % to 3.1 %",
        (
            "2028 (fusie): CAW leaves; Dorp and Veld merge into Vlaardorp; first full year of "
            "Beek; index 2 %; key figures 0.5 %"
        ),
        (
            "2029: Beek takes part until 2029-06-30; Huur (€ 10,404.00 → € 12,000.00); "
            "contribution model (variable → fixed); index 2 %"
        ),
        "2030: Beek leaves; Brug joins; no more: staff; a fixed rise of one number",
    ],
    "nl": [
        "2027: Beek treedt toe op 01/07/2027; indexering van 2 bedragen, 2 % tot 3,1 %",
        (
            "2028 (fusie): CAW vertrekt; Dorp en Veld fuseren tot Vlaardorp; eerste volledige jaar "
            "van Beek; indexering 2 %; kerncijfers 0,5 %"
        ),
        (
            "2029: Beek doet mee tot en met 30/06/2029; Huur (€ 10.404,00 → € 12.000,00); "
            "bijdragemodel (variabel → vast); indexering 2 %"
        ),
        "2030: Beek vertrekt; Brug treedt toe; valt weg: staff; een vaste stijging van één cijfer",
    ],
    "fr": [
        "2027 : Beek rejoint le 01/07/2027 ; indexation de 2 montants, de 2 % à 3,1 %",
        (
            "2028 (fusie) : CAW s’en va ; Dorp et Veld fusionnent en Vlaardorp ; première année "
            "complète de Beek ; indexation de 2 % ; chiffres clés 0,5 %"
        ),
        (
            "2029 : Beek participe jusqu’au 30/06/2029 ; Huur (10.404,00 € → 12.000,00 €) ; "
            "modèle de contribution (variable → fixe) ; indexation de 2 %"
        ),
        "2030 : Beek s’en va ; Brug rejoint ; supprimé : staff ; une hausse fixe d’un nombre",
    ],
}


@pytest.mark.parametrize("code", EVENTS)
def test_what_happens_is_told_in_every_language(plan: Plan, code: str) -> None:
    assert told(plan(TEXT, "--format", "markdown", "--lang", code)) == EVENTS[code]


DUTCH = """\
Noodwoningen 2026–2030: Nettobijdrage

Partner         2026       2027       2028       2029       2030      Totaal
────────────────────────────────────────────────────────────────────────────
Stad       36.000,00  33.681,82  34.355,46  25.832,40   4.033,34  133.903,02
Dorp       12.000,00  11.227,28          –          –          –   23.227,28
Veld        6.000,00   5.613,64          –          –          –   11.613,64
CAW         6.000,00   5.613,63          –          –          –   11.613,63
Beek               –   5.613,63  11.451,82  12.916,20          –   29.981,65
Vlaardorp          –          –  17.177,72  25.832,40   4.033,33   47.043,45
Brug               –          –          –          –   4.033,33    4.033,33
────────────────────────────────────────────────────────────────────────────
Totaal     60.000,00  61.750,00  62.985,00  64.581,00  12.100,00  261.416,00
"""


def test_who_pays_what_in_which_year(plan: Plan) -> None:
    ran = plan(TEXT, "--lang", "nl")
    head, _, rest = plain(ran.text).partition("\nBedragen in €.\n")
    assert head == DUTCH
    assert rest.startswith(
        "Nettobijdrage: uitgaven min inkomsten; wat iemand ontvangt, staat onder nul.\n"
        "– dat jaar geen partner.\n\nWat er gebeurt:\n\n2027: Beek"
    )


def test_a_spreadsheet_gets_empty_cells(plan: Plan) -> None:
    assert plan(TEXT, "--format", "csv", "--figure", "staff").text == (
        "partner,name,2026,2027,2028,2029,2030,total\n"
        "stad,Stad,30000.00,28118.18,28680.55,21032.40,,107831.13\n"
        "dorp,Dorp,10000.00,9372.73,,,,19372.73\n"
        "veld,Veld,5000.00,4686.37,,,,9686.37\n"
        "caw,CAW,5000.00,4686.36,,,,9686.36\n"
        "beek,Beek,,4686.36,9560.18,10516.20,,24762.74\n"
        "vlaardorp,Vlaardorp,,,14340.27,21032.40,,35372.67\n"
        "brug,Brug,,,,,,\n"
        "total,Total,50000.00,51550.00,52581.00,52581.00,,206712.00\n"
    )


def test_shares_inhabitants_and_homes(plan: Plan) -> None:
    def total(figure: str) -> str:
        return plan(TEXT, "--format", "csv", "--figure", figure).text.splitlines()[-1]

    assert total("share") == "total,Total,1.0000,1.0000,1.0000,1.0000,1.0000,1.0000"
    assert total("per_inhabitant") == "total,Total,1.20,1.03,1.14,1.17,0.26,4.80"
    assert total("units") == "total,Total,0,0,0,0,0,"
    stad = plan(TEXT, "--format", "csv", "--figure", "share").text.splitlines()[1]
    assert stad == "stad,Stad,0.6000,0.5455,0.5455,0.4000,0.3333,0.5122"


def test_a_figure_that_is_not_there(plan: Plan) -> None:
    assert plan(TEXT, "--figure", "billl").err == (
        "error: --figure billl: there is no column `billl`\nhint: did you mean `bill`?\n"
    )
    lacking = TEXT.replace("keys = { inhabitants = 1_000 }", "keys = { homes = 1 }")
    assert plan(lacking, "--figure", "per_inhabitant").err == (
        "error: --figure per_inhabitant: `per_inhabitant` needs the key `inhabitants`, which "
        "is missing for `brug` (in 2030)\nhint: add `inhabitants = …` to their `keys`\n"
    )


def test_programs_get_statements_events_and_rows(plan: Plan) -> None:
    data = json.loads(plan(TEXT, "--format", "json").out)
    assert list(data) == ["format", "title", "figure", "years", "rows"]
    assert [each["year"] for each in data["years"]] == [2026, 2027, 2028, 2029, 2030]
    assert data["years"][0]["events"] == []
    assert [plain(each) for each in data["years"][1]["events"]] == EVENTS["en"][0][6:].split("; ")
    assert {each["reserve"] for each in data["years"]} == {None}
    assert data["rows"][4] == {
        "id": "beek",
        "name": "Beek",
        "values": [None, "5613.63", "11451.82", "12916.20", None],
        "total": "29981.65",
    }
    statement = json.loads(run("compute", plan.path, "--year", "2028", "--format", "json").out)
    assert data["years"][2]["statement"] == statement


CHARGE = """\
title = "Ledenbijdrage"
year = 2026
partner.stad = {}
partner.dorp = {}
cost.rent = { amount = 1_000, label = "Huur" }
cost.admin = { amount = 300, contribution = { model = "turns", order = ["dorp", "stad"] } }
contribution = { model = "fixed", fixed_amount = 400 }
reserve.opening = 150
plan = { until = 2028, index = { "contribution.fixed_amount" = 0.25 } }
limits.reserve_min = 0
"""
COURSE = """De reserve:

2026: van € 150,00, € 200,00 eraf, naar € -50,00 (negatief)
2027: blijft € -50,00 (negatief)
2028: van € -50,00, € 250,00 erbij, naar € 200,00
"""


def test_the_reserve_goes_from_year_to_year(plan: Plan) -> None:
    ran = plan(CHARGE, "--lang", "nl")
    assert plain(ran.text).endswith(COURSE)
    assert (
        "Reserve: wat er op het einde van het jaar in zit; het totaal is dat van de\npartners.\n"
    ) in ran.text
    data = json.loads(plan(CHARGE, "--format", "json").out)
    assert data["years"][2]["reserve"] == {
        "opening": "-50.00",
        "change": "250.00",
        "closing": "200.00",
    }
    assert data["rows"][2] == {
        "id": "reserve",
        "name": "Reserve",
        "values": ["-50.00", "-50.00", "200.00"],
        "total": None,
    }
    settled = json.loads(run("settle", plan.path, "--year", "2028", "--format", "json").out)
    assert settled["reserve"] == data["years"][2]["reserve"]
    assert plain(run("check", plan.path).text) == (
        "error: netwerk.toml:10:22: limit-reserve-min: the reserve ends the year with € -50.00, "
        "agreed is at least € 0.00: € 50.00 too low (in 2026 and 2027)\n"
        "10 | limits.reserve_min = 0\n   |                      ^\n"
    )


def test_a_reserve_without_an_opening_begins_with_nothing(plan: Plan) -> None:
    text = CHARGE.replace("reserve.opening = 150\n", "").replace("limits.reserve_min = 0\n", "")
    data = json.loads(plan(text, "--format", "json").out)
    assert [each["reserve"]["closing"] for each in data["years"]] == ["-200.00", "-200.00", "50.00"]


def test_turns_are_events(plan: Plan) -> None:
    assert told(plan(CHARGE, "--format", "markdown", "--lang", "nl"))[:2] == [
        "2027: admin: de beurt van stad; indexering 25 %",
        "2028: admin: de beurt van dorp; indexering 25 %",
    ]
    pooled = """title = "t"
year = 2026
partner = { a = {}, b = {}, c = {} }
cost.rent.amount = 10
contribution = { model = "turns", order = ["a", "b", "c"] }
plan = { until = 2028, 2028 = { remove = ["partner.c"] } }
"""
    assert told(plan(pooled, "--format", "markdown", "--lang", "en")) == [
        "2027: the turn of b",
        "2028: c leaves; the turn of a",
    ]


CAPPED = """\
title = "Plafond"
year = 2026
partner.a = { keys = { k = 50 } }
partner.b = { keys = { k = 50 } }
partner.c = { keys = { k = 100 } }
cost.rent.amount = 20_000
contribution = { model = "variable", key = "k", max_rise = 0.05 }
[plan]
until = 2028
[plan.2027]
partner.a.keys.k = 70
[plan.2028]
contribution.maximum = { b = 3_500 }
cost.rent.amount = 18_000
"""


def test_a_cap_that_newly_holds_is_an_event(plan: Plan) -> None:
    assert told(plan(CAPPED, "--format", "markdown", "--lang", "nl")) == [
        "2027: “k” van a (50 → 70); de stijging van a is begrensd",
        "2028: maximum; rent (€ 20.000,00 → € 18.000,00); b bereikt het maximum",
    ]


MANY = "\n".join(
    ['title = "t"', "year = 2026", "cost.rent.amount = 100", 'contribution.model = "fixed"']
    + [f"partner.p{each} = {{}}" for each in range(10)]
    + ["plan = { until = 2027, 2027 = { merge = { samen = "]
)


def test_many_partners_are_counted(plan: Plan) -> None:
    text = f"{MANY}{[f'p{each}' for each in range(5)]} }} }} }}\n"
    assert told(plan(text, "--format", "markdown", "--lang", "nl")) == [
        "2027: 5 partners fuseren tot samen"
    ]


def test_the_total_is_plotted_on_request(plan: Plan) -> None:
    ran = plan(TEXT, "--plot", "--lang", "nl")
    assert "(Nettobijdrage, €)\n" in ran.text
    assert "2026      2027      2028      2029      2030" in ran.text
    assert "(Jaar)" in ran.text
    level = CHARGE.replace("0.25", "0").replace("cost.admin", "cost.other")
    assert "(Jaar)" not in plan(level, "--plot", "--lang", "nl").text
    long = CHARGE.replace("until = 2028", "until = 2039")
    assert "2026      2029      2032      2035      2038      2041" in plan(long, "--plot").text
    shares = plan(CAPPED, "--plot", "--figure", "units")
    assert "(Year)" not in shares.text


def test_a_file_without_a_plan_is_one_column(plan: Plan) -> None:
    text, _, _ = TEXT.partition("[plan]")
    ran = plan(text, "--lang", "nl", "--plot")
    assert ran.text.startswith("Noodwoningen 2026: Nettobijdrage\n")
    assert "Jaar" not in ran.text
    undated = text.replace("year = 2026\n", "").replace("from = 2027-07-01\n", "")
    undated = undated.replace("until = 2029-06-30\n", "")
    assert plan(undated, "--format", "csv").text.startswith("partner,name,base,total\n")
    assert json.loads(plan(undated, "--format", "json").out)["years"][0]["year"] is None
    assert "| Huidige afspraak |" in plan(undated, "--lang", "nl", "--format", "markdown").text
    assert "<svg" not in plan(undated, "--format", "html").text


def test_in_a_scenario(plan: Plan) -> None:
    text = f'{TEXT}[scenario.duur]\nlabel = "dure huur"\ncost.rent.amount = 20_000\n'
    ran = plan(text, "--scenario", "duur", "--lang", "nl")
    assert ran.text.startswith("Noodwoningen 2026–2030: dure huur: Nettobijdrage\n")
    more = plan(text, "--scenario", "duur", "--set", "plan.until=2027", "--format", "csv")
    assert more.code == 2
    assert "the plan has no such year" in more.err
    index = 'plan.index."cost.*.amount"=0.1'
    raised = plan(TEXT, "--set", index, "--format", "csv", "--figure", "rent")
    assert raised.text.splitlines()[-1] == (
        "total,Total,10000.00,11000.00,12100.00,12000.00,13300.00,58400.00"
    )


def test_whole_euros(plan: Plan) -> None:
    ran = plan(TEXT, "--round", "euro", "--lang", "nl")
    assert "33.682" in ran.text
    assert "Getoond in hele euro’s, elk bedrag apart afgerond." in ran.text


def test_a_warning_of_several_years_is_told_once_with_them(plan: Plan) -> None:
    odd = """title = "t"
year = 2026
partner = { a = { keys.k = 0 }, b = { keys.k = 0 } }
cost.rent = { amount = 10, per = "k" }
plan = { until = 2029, 2028 = { partner = { a = { keys = { k = 1 } } } } }
"""
    ran = plan(odd, "--format", "csv")
    assert ran.err.splitlines()[0] == (
        "warning: netwerk.toml:4:34: cost.rent.per: nobody bears this: the key `k` is 0 for every "
        "partner that takes part (in 2026 and 2027)"
    )
    gaps = odd.replace("2028 = {", '2027 = { cost.rent.per = "partners" }, 2028 = {')
    assert plan(gaps, "--format", "csv").err.count("warning:") == 1
    assert "(in" not in plan(gaps, "--format", "csv").err


def test_a_page_has_a_line_for_each_partner(plan: Plan) -> None:
    html = plan(TEXT, "--format", "html", "--lang", "nl").text
    assert {*re.findall(r'class="(line-\d)', html)} == {f"line-{at}" for at in range(6)}
    # a year in which each of them is there, in the drawing and in the one for a telephone
    assert html.count("<circle") == 2 * 17
    assert "De grafiek toont de 6 partners met de grootste bedragen, van 7;" in html
    assert "De cijfers van de partners van 2026 tot 2030, een lijn voor elk." in html
    assert "<h2>Wat er gebeurt</h2>" in html
    many = MANY.partition("plan =")[0] + "plan.until = 2027\n"
    few = plan(many, "--format", "html", "--lang", "nl").text
    assert "De grafiek toont de 6 partners met de grootste bedragen, van 10;" in few


def test_a_workbook_has_a_sheet_over_all_and_one_a_year(plan: Plan) -> None:
    ran = plan(TEXT, "--format", "xlsx", "--lang", "nl")
    book = load_workbook(BytesIO(ran.out))
    assert book.sheetnames == ["Plan", "2026", "2027", "2028", "2029", "2030"]
    sheet = book["Plan"]
    assert [cell.value for cell in sheet[3]] == [
        "Partner", "2026", "2027", "2028", "2029", "2030", "Totaal",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[8]] == [
        "Beek", None, 5613.63, 11451.82, 12916.2, None, 29981.65,
    ]  # fmt: skip
    texts = [str(row[0].value) for row in sheet.iter_rows(min_row=11)]
    assert "– dat jaar geen partner." in texts
    assert [cell.value for cell in book["2028"][4]][:2] == ["Stad", 5674.91]
    for figure in ("share", "per_inhabitant", "units"):
        other = load_workbook(BytesIO(plan(TEXT, "--format", "xlsx", "--figure", figure).out))
        assert len(other.sheetnames) == 6
    text, _, _ = TEXT.partition("year = 2026")
    undated = f'{text}partner.a = {{}}\ncost.x.amount = 1\ncontribution.model = "fixed"\n'
    alone = load_workbook(BytesIO(plan(undated, "--format", "xlsx").out))
    assert alone.sheetnames == ["Plan", "Current agreement"]


PLAN = """title = "t"
year = 2026
partner = { a={}, b={}, c={from=2027-07-01}, d={until=2027-12-31}, e={until=2028-12-30} }
cost.x = { amount = 10, only = ["a", "b"] }
contribution.model = "fixed"
[plan]
until = 2028
"""


CHARGED = """title = "Reserve"
year = 2026
cost.a.amount = 10_000
contribution = { model = "variable", rate = { inhabitants = 2.2 } }
reserve.opening = 1_000
[partner.x]
keys = { inhabitants = 3_000 }
[partner.y]
keys = { inhabitants = 2_000 }
[plan]
until = 2028
[plan.2027]
reserve.opening = 25_000
"""


def test_a_reserve_that_opens_otherwise_than_the_year_before_closed_is_told(plan: Plan) -> None:
    told = plain(plan(CHARGED).text)
    assert "2027: the reserve opens with € 25,000.00, and not with the € 2,000.00" in told
    assert "2026: from € 1,000.00, € 1,000.00 more, to € 2,000.00" in told
    assert "2027: from € 25,000.00, € 1,000.00 more, to € 26,000.00" in told
    rounded = plain(plan(f"{CHARGED}rounding.unit = 1\n").text)
    assert "that the\n  year before left; “rounding.unit”\n" in rounded
    without = plain(plan(CHARGED.replace("reserve.opening = 1_000\n", "")).text)
    assert "2027: the reserve opens with € 25,000.00\n" in without


def test_shares_and_amounts_per_inhabitant_beside_a_reserve_do_not_contradict(plan: Plan) -> None:
    charged = CHARGED.replace("2.2", "1")
    assert plan(charged, "--format", "csv", "--figure", "share").text.splitlines()[1:] == [
        "x,x,0.3000,0.3000,0.3000,0.3000",
        "y,y,0.2000,0.2000,0.2000,0.2000",
        "reserve,Reserve,0.5000,0.5000,0.5000,0.5000",
        "total,Total,1.0000,1.0000,1.0000,1.0000",
    ]
    assert "Reserve: the part that it bears" in plan(charged, "--figure", "share").text
    each = plan(charged, "--format", "csv", "--figure", "per_inhabitant").text.splitlines()
    assert each[1:] == [
        "x,x,1.00,1.00,1.00,3.00",
        "y,y,1.00,1.00,1.00,3.00",
        "total,Total,1.00,1.00,1.00,3.00",
    ]
    told = plan(charged, "--figure", "per_inhabitant").text
    assert "The total is that of the partners together, without the reserve." in told
    nobody = charged.replace("3_000", "0").replace("2_000", "0")
    each = plan(nobody, "--format", "csv", "--figure", "per_inhabitant").text.splitlines()
    assert each[-1] == "total,Total,,,,"


def test_an_index_of_1_or_more_was_perhaps_meant_in_percent(plan: Plan) -> None:
    index = "[plan.index]\n'cost.*.amount' = 2.5\n'partner.*.keys.*' = { 2028 = 1, 2027 = 0.9 }\n"
    ran = plan(CHARGED + index)
    assert plain(ran.err).splitlines() == [
        (
            'warning: netwerk.toml:15:19: plan.index."cost.*.amount": an index of 2.5 is 250 % '
            "a year"
        ),
        "15 | 'cost.*.amount' = 2.5",
        "   |                   ^",
        "hint: `0.025` is 2.5 %",
        "",
        (
            'warning: netwerk.toml:16:31: plan.index."partner.*.keys.*".2028: an index of 1 is '
            "100 % a year"
        ),
        "16 | 'partner.*.keys.*' = { 2028 = 1, 2027 = 0.9 }",
        "   |                               ^",
        "hint: `0.01` is 1 %",
    ]


LATER = """title = "Fouten"
year = 2026
cost.a.amount = 10_000
contribution = { model = "variable", key = "inhabitants" }
[partner.stad]
keys = { inhabitants = 3_000 }
until = 2028-12-31
[partner.dorp]
keys = { inhabitants = 2_000 }
[plan]
until = 2029
"""


@pytest.mark.parametrize(
    ("added", "told"),
    [
        (
            # What the fields of later years are known to have is told in one go.
            (
                "2028.partner.nieuw.name = 'Nieuw'\n2029.contribution.model = 'varable'\n"
                "index = { '' = 0.1, 'kost.*.amount' = 0.1 }"
            ),
            [
                (
                    "12:14: plan.2028.partner.nieuw.keys.inhabitants: partner `nieuw` lacks the "
                    "key `inhabitants`, which `contribution.key` uses (in 2028)"
                ),
                (
                    '13:27: plan.2029.contribution.model: must be one of "fixed", "variable", '
                    '"mixed", "per-day", "agreed", "turns", got "varable"'
                ),
                '14:11: plan.index."": fits no number of the file in any year',
                '14:21: plan.index."kost.*.amount": fits no number of the file in any year',
            ],
        ),
        (
            # A later year may go by what could not be merged: nothing of it is told.
            "2027.merge = { x = ['stad', 'zand'] }\n2028.partner.x.keys.area = 1",
            ["12:29: plan.2027.merge.x[1]: unknown partner `zand`"],
        ),
        (
            "step = { 'cost.*.amount' = -6_000 }",
            ["3:17: cost.a.amount: must be at least 0, got -2000 (in 2028)"],
        ),
        (
            "2029.remove = ['partner.dorp']",
            ["12:15: plan.2029.remove: nobody is left to share with in 2029"],
        ),
        (
            (
                "2027.merge = { x = ['stad', 'dorp'] }\n2027.contribution.key = 'area'\n"
                "2027.partner.stad.keys.area = 1"
            ),
            [
                (
                    "12:20: plan.2027.merge.x: partner `x` lacks the key `area`, which "
                    "`contribution.key` uses (in 2027)"
                ),
            ],
        ),
    ],
)
def test_all_that_is_known_of_later_years_is_told_at_its_place(
    plan: Plan, added: str, told: list[str]
) -> None:
    ran = plan(f"{LATER}{added}\n")
    assert (ran.code, ran.out) == (2, b"")
    errors = [line for line in plain(ran.err).splitlines() if line.startswith("error")]
    assert errors == [f"error: netwerk.toml:{each}" for each in told]


@pytest.mark.parametrize(
    ("added", "hint"),
    [
        (
            "step = { 'cost.*.amount' = -6_000 }",
            (
                'it rises by `plan.step."cost.*.amount"`; give it a value of its own in '
                "`[plan.2028]`, or another rise"
            ),
        ),
        (
            "contribution.max_rise = 0.02\nindex = { 'cost.*.amount' = 0.05 }",
            (
                "state in its block what counts as the year before, without who is free to pay "
                "more: `plan.2027.contribution.previous = { … }`; or allow a larger rise"
            ),
        ),
        (
            "2028.partner.nieuw.name = 'Nieuw'",
            (
                "add `inhabitants = …` to the `keys` of `nieuw`, or leave the partner out: "
                '`plan.2028.contribution.except = ["nieuw"]`'
            ),
        ),
        ("2028.remove = ['partner.dorp']", "let the plan end before: `until = 2028`"),
    ],
)
def test_the_way_out_of_a_fault_in_a_later_year(plan: Plan, added: str, hint: str) -> None:
    capped = 'key = "inhabitants", max_rise = 0.02 }'
    text = LATER.replace('key = "inhabitants" }', capped) if "max_rise" in added else LATER
    ran = plan(f"{text}{added.replace('contribution.max_rise = 0.02', '')}\n")
    assert ran.code == 2
    assert plain(ran.err).splitlines()[-1] == f"hint: {hint}"


def test_a_plan_ends_before_nobody_is_left(plan: Plan) -> None:
    text = LATER.replace("[partner.dorp]", "[partner.dorp]\nuntil = 2027-12-31")
    ran = plan(text.replace("2028-12-31", "2027-12-31"))
    assert plain(ran.err).splitlines()[0] == (
        "error: netwerk.toml:12:9: plan.until: nobody is left to share with in 2028"
    )


def test_who_is_there_all_of_a_year_may_merge_in_it_and_keeps_no_days() -> None:
    text = PLAN.replace(', only = ["a", "b"]', "").replace("2028\n", "2029\n", 1)
    merge = 'merge = { n = ["a", "c"] }\n'
    _, _, before, after = plan_of_text(f"{text}2029.{merge}", "netwerk.toml")
    assert [row.id for row in before.statement.partners] == ["a", "b", "c", "e"]
    assert [row.id for row in after.statement.partners] == ["n", "b"]
    assert after.reading.source.whole_year["partner"]["n"] == {}
    later = text.replace("from=2027-07-01", "until=2029-06-30")
    *_, after = plan_of_text(f"{later}2028.{merge}", "netwerk.toml")
    assert [row.id for row in after.statement.partners] == ["n", "b"]


@pytest.mark.parametrize(
    ("added", "told"),
    [
        (
            'index = { "cost.y.amount" = 0.1 }',
            '8:11: plan.index."cost.y.amount": fits no number of the file in any year',
        ),
        (
            'index = { "cost.*.amount" = 0.1, "*.x.amount" = 0.2 }',
            (
                '8:34: plan.index."*.x.amount": `cost.*.amount` and `*.x.amount` fit '
                "`cost.x.amount` alike"
            ),
        ),
        (
            '2027.merge = { n = ["a", "c"] }',
            "8:26: plan.2027.merge.n[1]: `c` is there for a part of 2027 only",
        ),
        (
            'prorata = "days"\n2028.merge = { n = ["a", "e"] }',
            "9:26: plan.2028.merge.n[1]: `e` is there for a part of 2028 only",
        ),
        (
            '2028.merge = { n = ["a", "d"] }',
            "8:26: plan.2028.merge.n[1]: `d` is not there in 2028",
        ),
        (
            '2028.merge = { n = ["a"] }',
            "8:20: plan.2028.merge.n: a merger is of several partners",
        ),
        (
            '2028.merge = { b = ["a", "zand"] }',
            "8:26: plan.2028.merge.b[1]: unknown partner `zand`",
        ),
        (
            '2027.remove = ["partner.zand"]',
            "8:16: plan.2027.remove[0]: there is no `partner.zand` to remove",
        ),
        (
            "2028.cost.x.amount = -1",
            "8:22: plan.2028.cost.x.amount: must be at least 0, got -1",
        ),
    ],
)
def test_what_is_wrong_in_a_later_year_is_told_at_its_place(
    plan: Plan, added: str, told: str
) -> None:
    ran = plan(f"{PLAN}{added}\n")
    assert (ran.code, ran.out) == (2, b"")
    assert f"error: netwerk.toml:{told}\n" in ran.err


MIXED = """\
title = "t"
year = 2026
partner.a = { keys = { k = 50, m = 1 }, units = 1 }
partner.b = { keys = { k = 50, m = 1 } }
partner.c = { keys = { k = 100, m = 1 } }
cost.rent.amount = 20_000
contribution = { model = "variable", key = "k", max_rise = 0.05, except = ["c"] }
[plan]
until = 2028
[plan.index]
"partner.*.keys.k" = 0.01
"partner.*.keys.m" = 0.02
[plan.2027]
reserve.opening = 10
[plan.2028]
merge = { d = ["a", "b"] }
partner.c.units = 2
"""


def test_key_figures_that_rise_apart_and_what_has_no_words(plan: Plan) -> None:
    text = MIXED
    events = told(plan(text, "--format", "markdown", "--lang", "nl"))[:2]
    assert [each.replace("\\", "") for each in events] == [
        "2027: de reserve begint met € 10,00; 6 kerncijfers, 1 % tot 2 %",
        "2028: a en b fuseren tot d; woningen van c; 6 kerncijfers, 1 % tot 2 %",
    ]


def test_who_merges_may_pay_what_they_paid_together_and_the_rise(plan: Plan) -> None:
    data = json.loads(plan(MIXED, "--format", "json").out)
    assert [row["values"] for row in data["rows"]][3] == [None, None, "20000.00"]


def test_shares_are_plotted_in_percent_and_homes_by_number(plan: Plan) -> None:
    homes = MIXED
    ran = plan(homes, "--plot", "--figure", "units", "--lang", "nl")
    assert "(Woningen)\n" in ran.text
    assert "(Jaar)" not in plan(homes, "--plot", "--figure", "share", "--lang", "nl").text


def test_a_warning_stands_under_the_table_too(plan: Plan) -> None:
    text = CHARGE.replace(
        'model = "fixed", fixed_amount = 400',
        'model = "agreed", shares = { stad = 60, dorp = 39.99 }',
    )
    text = text.replace('index = { "contribution.fixed_amount" = 0.25 }', 'prorata = "days"')
    ran = plan(text, "--lang", "en")
    assert "(in 2026–2028)" in ran.err
    assert "(in 2026–2028)" in ran.text.replace("\n", " ")


UNFIT = """title = "Y"
year = 2026
[cost.rent]
amount = 900
[contribution]
model = "fixed"
[partner.a]
[settlement]
[plan]
until = 2028
[plan.index]
"cost.late.amount" = 0.02
"""


@pytest.mark.parametrize(
    "command",
    [
        "plan",
        "compute --year 2027",
        "settle --year 2027",
        "compare --year 2027",
        "explain --year 2027",
        "diff --year 2027",
        "sweep --year 2027 --vary cost.rent.amount=1:2:1",
    ],
)
def test_a_rise_that_fits_nothing_is_an_error_in_every_command(command: str) -> None:
    name, *options = command.split()
    for text in (UNFIT, UNFIT.replace("cost.late", "cost.rent") + SCENARIO_WITHOUT):
        scenario = ["--scenario", "less"] if "less" in text and name != "compare" else []
        result = run(name, "-", *options, *scenario, "--lang", "en", stdin=text.encode())
        path = "cost.rent.amount" if "less" in text else "cost.late.amount"
        told = f'plan.index."{path}": fits no number of the file in any year'
        assert (result.code, told in result.err) == (2, True)


SCENARIO_WITHOUT = '[cost.other]\namount = 5\n[scenario.less]\nremove = ["cost.rent"]\n'
