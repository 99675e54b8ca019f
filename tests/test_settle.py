"""The command `settle`: what people, spreadsheets and programs read of a settlement."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from command import Result, run
from igs_costshare.documents.document import Item, Listing, Notes, Part, Plot
from igs_costshare.page.plain import plain_page
from igs_costshare.wording.language import language
from igs_costshare.wording.tables import Column, Table, TableRow

TEXT = """\
title = "Noodwoningen"
year = 2026
[partner.stad]
name = "Stad"
units = 4
[partner.dorp]
name = "Dorp"
units = 1
[partner.caw]
name = "CAW"
units = 1
[cost.overhead]
amount = 16_900
paid_by = "caw"
[cost.premises]
amount = 300
paid_by = "dorp"
in_kind = true
[contribution]
model = "variable"
key = "units"
[subsidy.decree]
amount = 1_000
received_by = "stad"
[payment.q1]
part = 0.25
except = ["caw"]
"""
ACTUAL = """
[scenario.actual]
label = "werkelijk"
cost.overhead.amount = 17_000
cost.premises.amount = 260
partner.nieuw = { units = 0 }
[scenario.duur]
cost.overhead.amount = 18_000
"""
KEPT = '\n[settlement]\naccount = "caw"\nopening = { stad = -120.50 }\n'
CHARGE = """\
title = "Ledenbijdrage"
[partner.stad]
[partner.dorp]
[contribution]
model = "fixed"
fixed_amount = 400
[cost.rent]
amount = 1_000
[reserve]
opening = 500
"""


class Settle:
    """`igs-costshare settle` of a text."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, text: str, *arguments: str) -> Result:
        self.path.write_text(text, encoding="utf-8")
        return run("settle", self.path, *arguments)

    def told(self, text: str, *arguments: str, lang: str = "en") -> str:
        result = self(text, "--lang", lang, *arguments)
        assert (result.code, result.err) == (0, "")
        return result.text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def settled(tmp_path: Path) -> Settle:
    return Settle(tmp_path / "netwerk.toml")


NL = """\
Noodwoningen 2026: afrekening, werkelijk

                        Saldo
                        vorig               In                            Nog te
Partner Nettobijdrage    jaar   Betaald natura Ontvangen Voorschotten    betalen
────────────────────────────────────────────────────────────────────────────────
Stad        10.840,00 -120,50      0,00   0,00  1.000,00     2.700,00   9.019,50
Dorp         2.710,00    0,00      0,00 260,00      0,00       675,00   1.775,00
CAW          2.710,00  120,50 17.000,00   0,00      0,00    -3.375,00 -10.794,50
nieuw            0,00    0,00      0,00   0,00      0,00         0,00       0,00
────────────────────────────────────────────────────────────────────────────────
Totaal      16.260,00    0,00 17.000,00 260,00  1.000,00         0,00       0,00

Bedragen in €.
Nog te betalen = nettobijdrage + saldo vorig jaar − betaald − in natura +
ontvangen − voorschotten.
Een minteken betekent dat dit bedrag nog te ontvangen is.
Saldo vorig jaar: wat van vorig jaar nog te betalen was; een tegoed staat met
een minteken.
Betaald: posten die een partner of de gemeenschappelijke rekening betaalde.
In natura: posten die een partner inbracht in plaats van ze te betalen.
Ontvangen: inkomsten die een partner of de gemeenschappelijke rekening al
ontving.
Voorschotten: wat in de loop van het jaar vooraf werd betaald, min wat zo werd
ontvangen.
CAW beheert de gemeenschappelijke rekening: wat van die rekening is, staat in de
rij van CAW.

Voorschotten en andere betalingen tijdens het jaar:

                     Deel van
Betaling    Totaal  begroting
─────────────────────────────
q1        3.375,00       25 %

De nettobijdragen vergeleken met de begroting:

                                         Verschil
Partner  Begroting  Werkelijk  Verschil         %
─────────────────────────────────────────────────
Stad     10.800,00  10.840,00    +40,00    +0,4 %
Dorp      2.700,00   2.710,00    +10,00    +0,4 %
CAW       2.700,00   2.710,00    +10,00    +0,4 %
nieuw                    0,00      0,00
─────────────────────────────────────────────────
Totaal   16.200,00  16.260,00    +60,00    +0,4 %

Stad: € 40,00 meer dan begroot
Dorp: € 10,00 meer dan begroot
CAW: € 10,00 meer dan begroot
nieuw: niet in de begroting

Overschrijvingen:

Van   Aan    Bedrag
───────────────────
Stad  CAW  9.019,50
Dorp  CAW  1.775,00

Stad betaalt € 9.019,50 aan CAW.
Dorp betaalt € 1.775,00 aan CAW.
"""


def test_a_terminal_shows_all_of_the_settlement(settled: Settle) -> None:
    assert settled.told(TEXT + KEPT + ACTUAL, lang="nl") == NL


def test_the_account_has_a_row_and_what_never_happened_no_column(settled: Settle) -> None:
    plain = TEXT.partition("[subsidy")[0].replace('paid_by = "dorp"\nin_kind = true\n', "")
    plain += '[settlement]\nscenario = "base"\n'
    assert (
        settled.told(plain)
        == """\
Noodwoningen 2026: settlement

                         Net               Still to
Partner         contribution       Paid         pay
───────────────────────────────────────────────────
Stad               11,466.67       0.00   11,466.67
Dorp                2,866.67       0.00    2,866.67
CAW                 2,866.66  16,900.00  -14,033.34
Common account          0.00     300.00     -300.00
───────────────────────────────────────────────────
Total              17,200.00  17,200.00        0.00

Amounts in €.
Still to pay = net contribution − paid.
A minus means that this amount is still to be received.
Paid: items that a partner or the common account paid.

Transfers:

From            To                 Amount
─────────────────────────────────────────
Stad            Common account  11,466.67
Dorp            Common account   2,866.67
Common account  CAW             14,033.34

Stad pays the common account € 11,466.67.
Dorp pays the common account € 2,866.67.
The common account pays CAW € 14,033.34.
"""
    )


def test_where_nothing_happened_at_all_that_is_said(settled: Settle) -> None:
    assert settled.told('title = "Niets"\n[partner.stad]\n').endswith("""\
Amounts in €.
Still to pay = net contribution.
A minus means that this amount is still to be received.
The settlement rests on the budgeted figures, not on what really happened.

Nobody has anything left to pay.
""")


FR = """\
Noodwoningen 2026 : règlement

Virements :

De             À                Montant
───────────────────────────────────────
Stad           Compte commun   9.100,00
Dorp           Compte commun   1.725,00
Compte commun  CAW            14.200,00

Stad paie 9.100,00 € au compte commun.
Dorp paie 1.725,00 € au compte commun.
Le compte commun paie 14.200,00 € à CAW.
"""


def test_only_who_pays_whom_is_shown_on_request(settled: Settle) -> None:
    assert settled.told(TEXT, "--transfers", lang="fr") == FR


def test_closed_purses_are_no_reason_to_think_that_nothing_is_due(settled: Settle) -> None:
    way = '[settlement]\ntransfers = "none"\n'
    told = settled.told(TEXT + way, "--transfers")
    assert told.endswith(
        "\n\nClosed purses: nothing is transferred, not even for the difference.\n"
    )
    nothing = settled.told(f'title = "Niets"\n[partner.stad]\n{way}', "--transfers")
    assert nothing.endswith("\n\nNobody has anything left to pay.\n")


CLOSED = """\
Noodwoningen 2026: afrekening

                                       In
Partner  Nettobijdrage    Betaald  natura    Verschil
─────────────────────────────────────────────────────
Stad         11.466,67       0,00    0,00   11.466,67
Dorp          2.866,67       0,00  300,00    2.566,67
CAW           2.866,66  16.900,00    0,00  -14.033,34
─────────────────────────────────────────────────────
Totaal       17.200,00  16.900,00  300,00        0,00

Bedragen in €.
Verschil = nettobijdrage − betaald − in natura.
Een minteken betekent: deze partner bracht meer in dan het eigen deel.
Betaald: posten die een partner of de gemeenschappelijke rekening betaalde.
In natura: posten die een partner inbracht in plaats van ze te betalen.

Gesloten beurzen: er wordt niets overgeschreven, ook niet voor het verschil.
"""


def test_with_closed_purses_nobody_is_told_to_get_anything_back(settled: Settle) -> None:
    happened = '[settlement]\nscenario = "base"\ntransfers = "none"\n'
    closed = TEXT.partition("[subsidy")[0] + happened
    assert settled.told(closed, lang="nl") == CLOSED
    page = settled.told(closed, "--format", "html", lang="nl")
    assert '<caption id="part-1-1"><h2>Wat ieder draagt en inbracht</h2></caption>' in page
    rows = [row["id"] for row in json.loads(settled.told(closed, "--format", "json"))["rows"]]
    assert rows == ["stad", "dorp", "caw", "account"]
    assert "\naccount,Common account,0.00," in settled.told(closed, "--format", "csv")


def test_an_account_through_which_all_passes_keeps_its_row(settled: Settle) -> None:
    told = settled.told(TEXT.partition("[subsidy")[0])
    assert "\nCommon account          0.00" in told
    at_rest = settled.told(TEXT.partition("[subsidy")[0] + '[settlement]\ntransfers = "direct"\n')
    assert "Common account" not in at_rest


DATED = """
[payment.extra]
label = "Bijstorting"
date = 2026-09-30
amounts = { stad = 1_250, dorp = -300 }
to = "caw"
"""


def test_the_payments_of_the_year_are_listed(settled: Settle) -> None:
    told = settled.told(TEXT + DATED, lang="nl")
    assert told.partition("\n\nVoorschotten en andere betalingen tijdens het jaar:\n\n")[
        2
    ].startswith("""\
                                    Deel van
Betaling     Datum         Totaal  begroting
────────────────────────────────────────────
q1                       3.375,00       25 %
Bijstorting  30/09/2026    950,00

""")
    assert "Datum" not in settled.told(TEXT, lang="nl")


@pytest.mark.parametrize(
    ("charge", "sentence"),
    [
        ("400", "begins the year with € 500.00, gives € 200.00 and ends it with € 300.00."),
        ("600", "begins the year with € 500.00, gets € 200.00 and ends it with € 700.00."),
        ("500", "begins and ends the year with € 500.00."),
    ],
)
def test_the_course_of_the_reserve_is_told(settled: Settle, charge: str, sentence: str) -> None:
    told = settled.told(CHARGE.replace("400", charge), "--format", "markdown")
    assert f"\n\nThe reserve {sentence}\n\n" in told


def test_markdown_has_tables_and_a_list(settled: Settle) -> None:
    assert settled.told(CHARGE, "--format", "markdown").startswith("""\
## Ledenbijdrage: settlement

| Partner | Net contribution | Paid | Still to pay |
| :--- | ---: | ---: | ---: |
| stad | 400.00 | 0.00 | 400.00 |
| dorp | 400.00 | 0.00 | 400.00 |
| Common account | 200.00 | 1,000.00 | -800.00 |
| **Total** | **1,000.00** | **1,000.00** | **0.00** |
""")
    assert "\n- stad pays the common account € 400.00.\n" in settled.told(
        CHARGE, "--format", "markdown"
    )


def test_bills_are_told_beside_the_budget_where_they_differ_or_a_scenario_is_settled(
    settled: Settle,
) -> None:
    less = settled.told(TEXT, "--set", "cost.overhead.amount=16_300")
    assert less.partition("\n\nNet contributions compared with the budget:\n\n")[2].startswith("""\
                                        Change
Partner     Budget        New   Change       %
──────────────────────────────────────────────
Stad     10,800.00  10,400.00  -400.00  -3.7 %
Dorp      2,700.00   2,600.00  -100.00  -3.7 %
CAW       2,700.00   2,600.00  -100.00  -3.7 %
──────────────────────────────────────────────
Total    16,200.00  15,600.00  -600.00  -3.7 %

Stad: € 400.00 less than budgeted
""")
    same = "\n[scenario.same]\nyear = 2026\n"
    assert "\nDorp: as budgeted\n" in settled.told(TEXT + same, "--scenario", "same")
    assert "compared" not in settled.told(TEXT + ACTUAL, "--scenario", "base")
    assert "compared" not in settled.told(TEXT, "--set", "payment.q1.part=0.5")


CHANGED = """\
title = "T"
[cost.a]
amount = 1_200
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
[partner.oud]
[scenario.actual]
remove = ["partner.oud"]
cost.a.amount = 1_400
partner.nieuw.name = "Nieuw"
[scenario.lean]
label = "Zuinig"
cost.a.amount = 900
"""


def test_the_budget_is_all_of_it_with_who_left_and_who_joined(settled: Settle) -> None:
    told = settled.told(CHANGED, lang="nl")
    assert told.partition("vergeleken met de begroting:\n\n")[2].startswith("""\
                                         Verschil
Partner  Begroting  Werkelijk  Verschil         %
─────────────────────────────────────────────────
stad        400,00     466,67    +66,67   +16,7 %
dorp        400,00     466,67    +66,67   +16,7 %
Nieuw                  466,66   +466,66
oud         400,00              -400,00  -100,0 %
─────────────────────────────────────────────────
Totaal    1.200,00   1.400,00   +200,00   +16,7 %

stad: € 66,67 meer dan begroot
dorp: € 66,67 meer dan begroot
Nieuw: niet in de begroting
oud: wel in de begroting, maar doet niet meer mee
""")
    assert "| oud | 400.00 |  | -400.00 | -100.0 % |" in settled.told(
        CHANGED, "--format", "markdown"
    )
    assert "oud" not in settled.told(CHANGED, "--format", "csv")


def test_a_keeper_is_held_to_what_it_bears_itself(settled: Settle) -> None:
    kept = CHANGED.replace('model = "fixed"', 'model = "fixed"\nfixed_amount = 300')
    kept += '[settlement]\naccount = "stad"\n'
    assert "compared with the budget" not in settled.told(kept, "--scenario", "base")
    assert "stad: as budgeted" in settled.told(kept, "--scenario", "lean")


@pytest.mark.parametrize(
    ("arguments", "named", "heading"),
    [
        ([], "", "Actual"),
        ([], '[settlement]\nscenario = "lean"\n', "Actual"),
        (["--scenario", "lean"], "", "Zuinig"),
        (["--scenario", "actual"], '[settlement]\nscenario = "lean"\n', "actual figures"),
        (["--scenario", "actual", "--set", "cost.a.amount=3"], "", "actual figures, new"),
        (["--scenario", "lean", "--set", "cost.a.amount=3"], "", "Zuinig, new"),
        (["--scenario", "base", "--set", "cost.a.amount=3"], "", "New"),
    ],
)
def test_only_what_happened_is_called_so(
    settled: Settle, arguments: list[str], named: str, heading: str
) -> None:
    told = settled.told(CHANGED + named, "--format", "markdown", *arguments)
    assert f"| Partner | Budget | {heading} | Change | Change % |" in told


def test_of_a_later_year_nothing_has_happened_yet(settled: Settle) -> None:
    plan = CHANGED.replace('"T"', '"T"\nyear = 2026') + "[plan]\nuntil = 2027\n"
    told = settled.told(plan, "--format", "markdown", "--year", "2027")
    assert "| Partner | Budget | actual figures |" in told


def test_csv_has_the_columns_of_the_contract(settled: Settle) -> None:
    assert (
        settled.told(TEXT, "--format", "csv", lang="nl")
        == """\
partner,name,bill,opening,paid,in_kind,received,payments,due
stad,Stad,10800.00,0.00,0.00,0.00,1000.00,2700.00,9100.00
dorp,Dorp,2700.00,0.00,0.00,300.00,0.00,675.00,1725.00
caw,CAW,2700.00,0.00,16900.00,0.00,0.00,0.00,-14200.00
account,Gemeenschappelijke rekening,0.00,0.00,0.00,0.00,0.00,-3375.00,3375.00
total,Totaal,16200.00,0.00,16900.00,300.00,1000.00,0.00,0.00
"""
    )


@pytest.mark.parametrize(
    ("lang", "header", "account"),
    [
        ("en", "From,To,Amount", "Common account"),
        ("nl", "Van,Aan,Bedrag", "Gemeenschappelijke rekening"),
        ("fr", "De,À,Montant", "Compte commun"),
    ],
)
def test_csv_of_the_transfers_has_names_where_labels_are_asked_for(
    settled: Settle, lang: str, header: str, account: str
) -> None:
    options = ("--format", "csv", "--transfers", "--headings", "labels")
    rows = settled.told(TEXT, *options, lang=lang).splitlines()
    ids = settled.told(TEXT, "--format", "csv", "--transfers").splitlines()
    assert rows[0] == header
    names = {"stad": "Stad", "dorp": "Dorp", "caw": "CAW", "account": account}
    named = [",".join(names.get(cell, cell) for cell in row.split(",")) for row in ids[1:]]
    assert rows[1:] == named
    assert any(account in row for row in named)


def test_csv_of_the_transfers_is_for_the_bank(settled: Settle) -> None:
    assert (
        settled.told(TEXT + KEPT, "--format", "csv", "--transfers")
        == """\
from,to,amount
stad,caw,8979.50
dorp,caw,1725.00
"""
    )
    belgian = settled(TEXT + KEPT, "--format", "csv", "--transfers", "--csv-dialect", "excel-be")
    assert belgian.text.split("\r\n")[1] == "stad;caw;8979,50"


def test_json_has_the_keys_of_the_contract(settled: Settle) -> None:
    nothing = {"opening": "0.00", "in_kind": "0.00", "received": "0.00", "payments": "0.00"}
    partner = {"bill": "400.00", **nothing, "paid": "0.00", "due": "400.00"}
    assert json.loads(settled.told(CHARGE, "--format", "json", lang="nl")) == {
        "format": 1,
        "title": "Ledenbijdrage",
        "year": None,
        "scenario": None,
        "rows": [
            {"id": "stad", "name": "stad", **partner},
            {"id": "dorp", "name": "dorp", **partner},
            {
                "id": "account",
                "name": "Common account",
                "bill": "200.00",
                **nothing,
                "paid": "1000.00",
                "due": "-800.00",
            },
        ],
        "total": {"bill": "1000.00", **nothing, "paid": "1000.00", "due": "0.00"},
        "transfers": [
            {"from": "stad", "to": "account", "amount": "400.00"},
            {"from": "dorp", "to": "account", "amount": "400.00"},
        ],
        "reserve": {"opening": "500.00", "change": "-200.00", "closing": "300.00"},
        "warnings": [],
    }
    data = json.loads(settled.told(TEXT + ACTUAL, "--format", "json", "--transfers"))
    assert (data["year"], data["scenario"], data["reserve"]) == (2026, "actual", None)
    assert list(data["rows"][0]) == [
        *("id", "name", "bill", "opening", "paid", "in_kind", "received", "payments", "due"),
    ]


def test_what_is_warned_of_is_told_beside_the_settlement(settled: Settle) -> None:
    text = TEXT.replace('"Dorp"', '"Stad"')
    result = settled(text, "--lang", "en")
    assert result.code == 0
    assert result.err.startswith(f"warning: {settled.path}:")
    assert "\nWarning: partner.dorp.name: `partner.stad` is called “Stad” as well.\n" in result.text
    data = json.loads(settled(text, "--format", "json").text)
    assert data["warnings"] == ["partner.dorp.name: `partner.stad` is called “Stad” as well"]


def test_the_page_is_one_file_with_both_tables(settled: Settle) -> None:
    page = settled.told(TEXT + KEPT + ACTUAL, "--format", "html", lang="nl")
    assert page.startswith('<!doctype html>\n<html lang="nl">')
    assert "<h1>Noodwoningen 2026: afrekening, werkelijk</h1>" in page
    assert '<caption id="part-1-1"><h2>Wat ieder nog moet betalen</h2></caption>' in page
    assert (
        '<caption id="part-4-1"><h2>Voorschotten en andere betalingen tijdens het jaar</h2>' in page
    )
    assert '<caption id="part-6-1"><h2>De nettobijdragen vergeleken met de begroting</h2>' in page
    assert "<td>10.800,00</td><td>10.840,00</td><td>+40,00</td><td>+0,4 %</td>" in page
    assert '<caption id="part-9-1"><h2>Overschrijvingen</h2></caption>' in page
    assert '<th scope="row">Stad</th><td class="text">CAW</td><td>9.019,50</td>' in page
    assert "<li>Dorp betaalt € 1.775,00 aan CAW.</li>" in page
    assert "landscape" not in page
    assert "<p>Niemand heeft" not in page


def test_a_page_of_large_amounts_lies_on_its_side_and_names_are_no_markup(settled: Settle) -> None:
    large = (TEXT + KEPT).replace("16_900", "999_999_999_999").replace('"Stad"', '"<b>Stad</b>"')
    page = settled.told(large, "--format", "html")
    assert "size: A4 landscape" in page
    assert "&lt;b&gt;Stad&lt;/b&gt; pays CAW" in page
    assert "<b>" not in page


def test_the_workbook_opens_at_the_settlement_with_who_pays_whom(
    settled: Settle, tmp_path: Path
) -> None:
    output = tmp_path / "afrekening.xlsx"
    assert settled(TEXT + KEPT, "--lang", "nl", "--output", str(output)).code == 0
    book = load_workbook(output, data_only=True)
    assert book.sheetnames == ["Invoer", "Overzicht", "Afrekening", "Methode"]
    sheet = book["Afrekening"]
    assert book.active == sheet
    assert sheet["A1"].value == "Noodwoningen 2026: afrekening"
    rows = [[cell.value for cell in row] for row in sheet["A4:H8"]]
    assert rows[0][:2] == ["Partner", "Nettobijdrage"]
    assert rows[1] == ["Stad", 10_800, -120.5, 0, 0, 1_000, 2_700, 8_979.5]
    assert rows[4] == ["Totaal", 16_200, 0, 16_900, 300, 1_000, 0, 0]
    transfers = [[cell.value for cell in row] for row in sheet["A19:D20"]]
    assert [[*row[:2], row[3]] for row in transfers] == [
        ["Stad", "CAW", 8_979.5],
        ["Dorp", "CAW", 1_725],
    ]
    before = output.read_bytes()
    settled(TEXT + KEPT, "--lang", "nl", "--output", str(output))
    assert output.read_bytes() == before


def test_a_workbook_without_transfers_says_why(settled: Settle, tmp_path: Path) -> None:
    output = tmp_path / "closed.xlsx"
    text = TEXT.replace('"Stad"', '"=1+1"') + '[settlement]\ntransfers = "none"\n'
    settled(text, "--lang", "en", "--output", str(output))
    sheet = load_workbook(output, data_only=True)["Settlement"]
    assert sheet["A5"].value == "=1+1"
    assert sheet["A16"].value == "Transfers"
    assert sheet["A17"].value == (
        "Closed purses: nothing is transferred, not even for the difference."
    )


def test_what_cannot_be_settled_is_refused_at_its_place(settled: Settle) -> None:
    gone = '[scenario.actual]\nremove = ["partner.caw"]\n'
    result = settled(TEXT + gone, "--lang", "en")
    assert (result.code, result.out) == (2, b"")
    assert "netwerk.toml:29:10: scenario.actual.remove: takes `caw` away" in result.err
    assert settled(TEXT + gone, "--scenario", "base").code == 0


def test_standard_input_is_settled_too() -> None:
    result = run("settle", "-", "--format", "csv", "--transfers", stdin=TEXT.encode())
    assert result.text.startswith("from,to,amount\nstad,account,9100.00\n")


def test_a_workbook_of_the_transfers_alone_is_refused_with_a_way_out(
    settled: Settle, tmp_path: Path
) -> None:
    output = tmp_path / "lijst.xlsx"
    result = settled(TEXT, "--transfers", "--output", str(output), "--lang", "nl")
    assert (result.code, result.out, output.exists()) == (2, b"", False)
    assert result.err == (
        "fout: --transfers: een werkmap heeft altijd de hele afrekening, en de overschrijvingen "
        "staan erin\ntip: laat --transfers weg, of neem table, csv, json, markdown of html\n"
    )


def test_a_page_of_the_transfers_alone_has_that_list_only(settled: Settle) -> None:
    page = settled.told(TEXT + KEPT, "--transfers", "--format", "html", lang="nl")
    assert page.count("<table>") == 1
    assert "<h2>Overschrijvingen</h2>" in page


class Mixed:
    """A document with a part of every kind."""

    title = "Vanalles & nog wat"

    def parts(self) -> tuple[Part, ...]:
        rows = (TableRow("partner", ("een", 100)),)
        table = Table((Column("a", "A", "text"), Column("b", "B", "amount")), rows, 2)
        return (
            table,
            Notes(("Kop :",)),
            Listing((Item("eerste"),)),
            Listing((Item("tweede"),)),
            Notes(("Eén:", "twee.")),
            Plot("x", "y", (), 2),
        )

    def table(self) -> Table:
        raise NotImplementedError

    def data(self) -> dict[str, str]:
        raise NotImplementedError


def test_a_page_of_any_document_has_all_but_its_plots() -> None:
    page = plain_page(Mixed(), "Bovenschrift", language("nl"))
    main = re.sub(
        r"\s*\n\s*", "", page.partition('<main class="plain">')[2].partition("</main>")[0]
    )
    assert "<h1>Vanalles &amp; nog wat</h1>" in page
    assert '<caption id="part-1-1"><h2>Bovenschrift</h2></caption>' in main
    assert main.endswith(
        '<h2>Kop</h2><ul class="after"><li>eerste</li></ul>'
        '<ul class="after"><li>tweede</li></ul>'
        '<div class="notes"><p>Eén:</p><p>twee.</p></div>'
    )


def test_a_statement_names_a_register_wherever_it_lies(tmp_path: Path) -> None:
    network = tmp_path / "map" / "a.toml"
    network.parent.mkdir()
    network.write_text(
        'title = "T"\nyear = 2026\nday_price.prices = { 1 = 10 }\nstays.register = "r.csv"\n'
        "partner.stad.units = 1\n",
        encoding="utf-8",
    )
    register = "owner,persons,from,until\nstad,1,2026-01-01,2026-02-01\nstad,1,2026-01-20,\n"
    (network.parent / "r.csv").write_text(register, encoding="utf-8")
    for command in ("compute", "settle"):
        for format in ("table", "json", "html"):
            ran = run(command, network, "--format", format, "--lang", "en")
            assert "r.csv, line 3" in ran.text
            assert str(tmp_path) not in ran.text
            assert str(network.parent) in ran.err
