"""Tables for spreadsheets: headings for people in a CSV, and workbooks of `compare` and `diff`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from command import run

NETWORK = """title = "Noord"
[key.leerlingen]
label = "leerlingen"
one = "leerling"
[key.units]
label = "appartementen"
one = "appartement"
[partner.stad]
name = "=Stad"
nis = 44021
units = 3
keys = { leerlingen = 1, inhabitants = 10 }
[partner.dorp]
name = "Dorp"
nis = "01002"
reference = "PO 7"
units = 1
keys = { leerlingen = 2, inhabitants = 20 }
[partner.caw]
name = "CAW"
[cost.rent]
label = "Huur"
amount = 100
except = ["caw"]
[cost.phone]
amount = 5
per = "unit"
[contribution]
model = "variable"
key = "leerlingen"
except = ["caw"]
[scenario.homes]
label = "Per woning"
contribution.key = "units"
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    Path("n.toml").write_text(NETWORK)


def csv_of(*arguments: str) -> list[str]:
    ran = run(arguments[0], "n.toml", *arguments[1:], "--format", "csv")
    assert ran.code == 0, ran.err
    return ran.text.splitlines()


def sheets(name: str) -> dict[str, list[list[Any]]]:
    book = load_workbook(name)
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book
    }


# Codes


@pytest.mark.parametrize(
    ("arguments", "header"),
    [
        (("compute",), "partner,name,nis,units,rent,phone,expenses,revenues,balance"),
        (("compare",), "partner,name,nis,base,homes"),
        (("diff", "--scenario", "homes"), "partner,name,nis,kind,what,a,b,change"),
        (("plan",), "partner,name,nis,base,total"),
        (("settle",), "partner,name,nis,bill,opening,paid,in_kind,received,payments,due"),
        (
            ("diff", "--due", "--scenario", "homes"),
            "partner,name,nis,kind,what,a,b,change",
        ),
    ],
)
def test_codes_stand_behind_the_names_in_every_csv_with_partners(
    arguments: tuple[str, ...], header: str
) -> None:
    lines = csv_of(*arguments)
    assert lines[0] == header
    codes = {line.split(",")[0]: line.split(",")[2] for line in lines[1:]}
    assert (codes["stad"], codes["dorp"]) == ("44021", "01002")
    assert {codes[id] for id in codes if id not in ("stad", "dorp")} <= {""}


def test_without_any_code_there_is_no_column() -> None:
    Path("n.toml").write_text(
        "\n".join(line for line in NETWORK.splitlines() if not line.startswith("nis"))
    )
    assert csv_of("compute")[0] == "partner,name,units,rent,phone,expenses,revenues,balance"


def test_a_code_is_kept_in_a_saved_statement_and_in_json() -> None:
    import json

    saved = run("compute", "n.toml", "--format", "json").out
    partners = json.loads(saved)["partners"]
    assert [each.get("nis") for each in partners] == ["44021", "01002", None]
    assert "nis" not in partners[2]
    Path("s.json").write_bytes(saved)
    lines = run("diff", "s.json", "n.toml", "--scenario", "homes", "--format", "csv").text
    assert lines.startswith("partner,name,nis,kind")
    assert "\nstad,'=Stad,44021,column,rent," in lines
    for command in ("compare", "plan", "settle"):
        told = json.loads(run(command, "n.toml", "--format", "json").out)
        rows = told.get("partners") or told["rows"]
        assert rows[0]["nis"] == "44021"


def test_names_codes_and_references_move_no_balance_and_no_lock() -> None:
    Path("o.toml").write_text(NETWORK.replace("44021", "44022").replace("PO 7", "PO 8"))
    ran = run("diff", "n.toml", "o.toml", "--lang", "en", "--exit-code")
    assert ran.code == 0
    assert run("freeze", "n.toml").code == 0
    assert run("verify", "n.toml").code == 0
    assert 'nis = "01002"' in Path("n.toml.lock").read_text()


@pytest.mark.parametrize("nis", ['"4402"', "440211", '"4402a"', "true", '"\uff14\uff14021"'])
def test_a_code_has_five_digits(nis: str) -> None:
    Path("n.toml").write_text(NETWORK.replace("44021", nis))
    ran = run("compute", "n.toml", "--lang", "en")
    assert ran.code == 2
    assert "partner.stad.nis: must be a NIS code of five digits, got " in ran.err


def test_partners_that_merge_lose_their_codes_unless_the_block_gives_one() -> None:
    plan = """
[plan]
until = 2027
[plan.2027]
merge.samen = ["stad", "dorp"]
partner.samen.name = "Samen"
"""
    text = "year = 2026\n" + NETWORK.replace("[scenario.homes]\n", "").replace(
        'label = "Per woning"\ncontribution.key = "units"\n', ""
    )
    Path("n.toml").write_text(text + plan)
    assert csv_of("compute", "--year", "2027")[0].startswith("partner,name,units")
    Path("n.toml").write_text(text + plan + "partner.samen.nis = 44999\n")
    assert csv_of("compute", "--year", "2027")[1].startswith("samen,Samen,44999,")
    assert run("next", "n.toml", "--output", "2027.toml").code == 0
    assert "44999" in Path("2027.toml").read_text()
    assert "PO 7" not in Path("2027.toml").read_text()


# What keys are called


def test_a_key_is_called_as_the_file_says_in_every_output() -> None:
    shown = run("compute", "n.toml").text
    assert "Appartementen" in shown
    assert "verdeeld volgens het aantal leerlingen" in shown
    assert "€ 5,00 per appartement" in shown.replace("\xa0", " ")
    assert "1 van 3 leerlingen" in run("explain", "n.toml", "stad", "rent").text
    assert "het aantal leerlingen → het aantal appartementen" in run(
        "diff", "n.toml", "--scenario", "homes"
    ).text.replace("\n    ", " ")
    assert "3 appartementen × " in run("explain", "n.toml", "stad", "phone").text
    assert "leerlingen" in run("compute", "n.toml", "--format", "html").text
    run("compute", "n.toml", "--output", "n.xlsx")
    assert any("Leerlingen" in map(str, row) for row in sheets("n.xlsx")["Invoer"])


def test_in_french_an_article_is_cut_off_before_a_vowel() -> None:
    Path("n.toml").write_text(NETWORK.replace('"leerlingen"\none = "leerling"', '"élèves"'))
    shown = run("compute", "n.toml", "--lang", "fr").text.replace("\n", " ")
    assert "le nombre d’élèves" in shown
    assert (
        "pupils"
        in run("compute", "n.toml", "--lang", "en", "--set", "key.leerlingen.label=pupils").text
    )


def test_words_for_a_key_that_nobody_has_are_refused() -> None:
    Path("n.toml").write_text(NETWORK.replace("[key.leerlingen]", "[key.leerling]"))
    ran = run("compute", "n.toml", "--lang", "en")
    assert (ran.code, ran.err) == (
        2,
        (
            "error: n.toml:2:6: key.leerling: unknown key `leerling`\n"
            "2 | [key.leerling]\n"
            "  |      ^\n"
            "hint: did you mean `leerlingen`?\n"
        ),
    )


# Headings


@pytest.mark.parametrize(
    ("arguments", "header"),
    [
        (("compute",), "Id,Partner,NIS-code,Appartementen,Huur,phone,Uitgaven,Inkomsten,Saldo"),
        (("compare",), "Id,Partner,NIS-code,Huidige afspraak,Per woning"),
        (
            ("diff", "--scenario", "homes"),
            "Id,Partner,NIS-code,Soort,Wat,Huidige afspraak,Per woning,Verschil",
        ),
        (("plan",), "Id,Partner,NIS-code,Huidige afspraak,Totaal"),
        (
            ("settle",),
            (
                "Id,Partner,NIS-code,Nettobijdrage,Saldo vorig jaar,Betaald,In natura,Ontvangen,"
                "Voorschotten,Nog te betalen"
            ),
        ),
        (("settle", "--transfers"), "Van,Aan,Bedrag"),
    ],
)
def test_headings_are_those_of_people_where_they_ask_for_them(
    arguments: tuple[str, ...], header: str
) -> None:
    assert csv_of(*arguments, "--headings", "labels")[0] == header
    assert csv_of(*arguments, "--headings", "ids") == csv_of(*arguments)
    assert csv_of(*arguments, "--headings", "labels", "--lang", "en")[0] != header


def test_headings_are_texts_in_every_dialect() -> None:
    Path("n.toml").write_text(NETWORK.replace('"Huur"', '"=1+1"'))
    assert "'=1+1" in csv_of("compute", "--headings", "labels")[0]


def test_headings_go_with_csv() -> None:
    ran = run("compute", "n.toml", "--headings", "labels", "--lang", "en")
    assert ran.err == "error: --headings: goes with --format csv\n"
    ran = run("compute", "n.toml", "--output", "n.xlsx", "--headings", "ids", "--lang", "en")
    assert ran.err == "error: --headings: are ids only in a CSV: a workbook is for people\n"
    assert run("compute", "n.toml", "--output", "n.xlsx", "--headings", "labels").code == 0


# Workbooks


def test_a_comparison_is_a_workbook_of_values() -> None:
    assert run("compare", "n.toml", "--output", "c.xlsx", "--round", "euro").code == 0
    found = sheets("c.xlsx")
    assert [*found] == ["Vergelijking", "Vergelijking 2", "Cijfers"]
    first = found["Vergelijking"]
    assert first[0][0] == "Noord: Nettobijdrage"
    assert first[2] == ["Partner", "Huidige afspraak", "Per woning", "Spreiding"]
    assert first[3] == ["=Stad", 48.33, 90, 41.67]
    assert found["Cijfers"][3] == ["stad", "=Stad", 44021, -48.33, -90]
    sheet = load_workbook("c.xlsx")["Vergelijking"]
    assert sheet["A4"].data_type == "s"
    assert '"↓ "' in sheet["B4"].number_format
    assert sheet.freeze_panes == "B4"
    assert sheet.print_title_rows == "$1:$3"
    once = Path("c.xlsx").read_bytes()
    run("compare", "n.toml", "--output", "c.xlsx")
    assert Path("c.xlsx").read_bytes() == once


def test_a_difference_is_a_workbook_of_values() -> None:
    ran = run("diff", "n.toml", "--scenario", "homes", "--output", "d.xlsx")
    assert ran.code == 0, ran.err
    found = sheets("d.xlsx")
    assert [*found] == ["Verschil", "Verschil 2", "Cijfers"]
    assert found["Verschil"][3] == ["~ =Stad", 48.33, 90, 41.67, 0.862]
    sentences = [row[0] for row in found["Verschil 2"] if row[0]]
    assert sentences[-1].startswith("  verdeelsleutel (het aantal leerlingen → het aantal")
    assert ["stad", "=Stad", 44021, "column", "units", 3, 3, 0] in found["Cijfers"]
    sheet = load_workbook("d.xlsx")["Verschil"]
    assert sheet["D4"].number_format == "+#,##0.00;-#,##0.00;#,##0.00"
    assert sheet["E4"].number_format == "+0.0%;-0.0%;0.0%"


def test_a_share_is_a_percentage_and_homes_are_whole() -> None:
    run("compare", "n.toml", "--figure", "share", "--output", "c.xlsx")
    sheet = load_workbook("c.xlsx")["Vergelijking"]
    assert (sheet["B4"].value, sheet["B4"].number_format) == (0.4028, '"↓ "0.00%')
    run("compare", "n.toml", "--figure", "units", "--output", "c.xlsx")
    sheet = load_workbook("c.xlsx")["Vergelijking"]
    assert (sheet["B4"].value, sheet["B4"].number_format) == (3, "#,##0")


def test_where_nothing_differs_a_sentence_says_so() -> None:
    run("diff", "n.toml", "n.toml", "--output", "d.xlsx", "--lang", "en")
    found = sheets("d.xlsx")
    assert [*found] == ["Difference", "Figures"]
    assert "Nothing changes." in [row[0] for row in found["Difference"]]


def test_a_difference_of_what_is_due_is_a_workbook_too() -> None:
    ran = run("diff", "n.toml", "--due", "--scenario", "homes", "--output", "d.xlsx")
    assert ran.code == 0, ran.err
    assert sheets("d.xlsx")["Verschil"][2] == [
        "Nog te betalen",
        "Huidige afspraak",
        "Per woning",
        "Verschil",
    ]


def test_a_partner_that_is_in_one_option_only_has_an_empty_cell() -> None:
    Path("n.toml").write_text(NETWORK + 'remove = ["partner.caw"]\n')
    run("compare", "n.toml", "--output", "c.xlsx")
    rows = sheets("c.xlsx")["Cijfers"]
    assert rows[5][:2] == ["caw", "CAW"]
    assert rows[5][4] is None


def test_a_plot_is_for_terminals() -> None:
    from igs_costshare.documents.plan import PlanDocument
    from igs_costshare.reading.planned import plan_of_text
    from igs_costshare.wording.language import language
    from igs_costshare.workbook.shown import shown_bytes

    text = f'year = 2026\n{NETWORK}\n[plan]\nuntil = 2027\nindex = {{ "cost.*.amount" = 0.1 }}\n'
    years = plan_of_text(text, "n.toml")
    document = PlanDocument(years, language("nl"), plotted=True)
    Path("p.xlsx").write_bytes(shown_bytes(document, "EUR", "Plan"))
    assert [*sheets("p.xlsx")] == ["Plan", "Cijfers"]


def test_who_is_not_there_in_an_option_that_people_read_has_an_empty_cell() -> None:
    Path("n.toml").write_text(NETWORK + 'remove = ["partner.caw"]\n')
    run("compare", "n.toml", "--output", "c.xlsx")
    rows = sheets("c.xlsx")["Vergelijking"]
    assert rows[5][:3] == ["CAW", 0, None]
