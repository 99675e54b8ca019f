"""What `stays` tells of a register: homes, referrers, who stayed where, and how long."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from command import run
from stayed import CSV, NET, STAYS


@pytest.fixture
def net(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("net.toml").write_text(NET + STAYS, encoding="utf-8")
    Path("stays.csv").write_text(CSV, encoding="utf-8")
    return Path("net.toml")


def told(net: Path, *options: str) -> dict[str, object]:
    result = run("stays", net, "--format", "json", *options)
    assert result.code == 0, result.err
    data: dict[str, object] = json.loads(result.text)
    return data


def test_homes_are_told_beside_the_plan(net: Path) -> None:
    data = told(net)
    assert data["homes"] == [
        {
            "id": "stad",
            "name": "Stad",
            "owner": "stad",
            "stays": 2,
            "nights": 20,
            "available": 720,
            "occupancy": "0.0277",
            "income": "360.00",
        },
        {
            "id": "dorp",
            "name": "Dorp",
            "owner": "dorp",
            "stays": 0,
            "nights": 0,
            "available": 360,
            "occupancy": "0.0000",
            "income": "0.00",
        },
        {
            "id": "brug",
            "name": "brug",
            "owner": "caw",
            "stays": 1,
            "nights": 4,
            "available": 360,
            "occupancy": "0.0111",
            "income": "80.00",
        },
    ]
    assert data["planned"] == {"occupancy": "0.8500"}


def test_referrers_are_told_with_the_homes_of_others(net: Path) -> None:
    data = told(net)
    assert data["referrers"] == [
        {
            "id": "stad",
            "stays": 1,
            "nights": 10,
            "days": {"3": 10},
            "amount": "180.00",
            "elsewhere": 0,
        },
        {
            "id": "dorp",
            "stays": 2,
            "nights": 14,
            "days": {"1": 4, "2": 10},
            "amount": "260.00",
            "elsewhere": 14,
        },
    ]
    assert data["between"] == [
        {"referrer": "stad", "owner": "stad", "nights": 10, "amount": "180.00"},
        {"referrer": "dorp", "owner": "stad", "nights": 10, "amount": "180.00"},
        {"referrer": "dorp", "owner": "caw", "nights": 4, "amount": "80.00"},
    ]


def test_lengths_are_not_cut_at_the_ends_of_the_year(net: Path) -> None:
    data = told(net)
    # 10, 10, and 6 of which 4 lie in the year
    assert data["mean_nights"] == "8.6"
    assert data["longest"] == {"stay": None, "unit": "stad", "nights": 10}
    assert data["still_there"] == 0
    assert data["findings"] == []


def test_who_is_still_there_has_no_length_yet(net: Path) -> None:
    Path("stays.csv").write_text("unit,referrer,persons,from,until\nbrug,dorp,1,2026-12-01,\n")
    data = told(net)
    assert data["mean_nights"] is None
    assert data["longest"] == {"stay": None, "unit": "brug", "nights": 31}
    assert data["still_there"] == 1


def test_an_empty_register_is_told_as_such(net: Path) -> None:
    Path("stays.csv").write_text("unit,referrer,persons,from,until\n")
    data = told(net)
    assert (data["longest"], data["mean_nights"], data["still_there"]) == (None, None, 0)
    assert data["referrers"] == []
    assert run("stays", net).code == 0


def test_a_year_of_another_length_where_no_days_are_stated(net: Path) -> None:
    net.write_text(
        net.read_text()
        .replace("days = 360\noccupancy = 0.85\n", "")
        .replace("year = 2026", "year = 2028")
    )
    Path("stays.csv").write_text("unit,persons,from,until\nbrug,1,2028-12-01,2028-12-02\n")
    data = told(net)
    homes = data["homes"]
    assert isinstance(homes, list)
    assert [each["available"] for each in homes] == [732, 366, 366]
    assert data["planned"] == {"occupancy": None}


def test_half_days_are_a_text(net: Path) -> None:
    net.write_text(net.read_text().replace("days = 360", "days = 180.5"))
    homes = told(net)["homes"]
    assert isinstance(homes, list)
    assert [each["available"] for each in homes] == [361, "180.5", "180.5"]


def test_homes_that_are_not_there_have_no_occupancy(net: Path) -> None:
    net.write_text(net.read_text().replace('owner = "caw"', 'owner = "caw"\ndays = 0'))
    homes = told(net)["homes"]
    assert isinstance(homes, list)
    assert homes[2]["occupancy"] is None
    assert "brug,brug,caw,1,4,0,,80.00" in run("stays", net, "--format", "csv").text


def test_the_homes_of_an_owner_need_no_names(net: Path) -> None:
    Path("stays.csv").write_text("owner,persons,from,until\ncaw,1,2026-05-01,2026-05-04\n")
    result = run("stays", net, "--format", "csv")
    assert result.text == (
        "unit,name,owner,stays,nights,available,occupancy,income\n"
        "stad,Stad,stad,0,0,720,0.0000,0.00\n"
        "dorp,Dorp,dorp,0,0,360,0.0000,0.00\n"
        "brug,brug,caw,0,0,360,0.0000,0.00\n"
        "caw,CAW,caw,1,3,0,,60.00\n"
    )


DUTCH = """
Netwerk 2026: verblijven

                                              Dagen
Woning  Eigenaar  Verblijven  Nachten  beschikbaar  Bezetting  Dagprijzen
"""


def test_people_read_tables_and_sentences_in_their_language(net: Path) -> None:
    Path("stays.csv").write_text(
        "woning;eigenaar;doorverwijzer;personen;van;tot;verblijf\n"
        "brug;;dorp;1;30/12/2025;05/01/2026;A-1\n"
        ";stad;;2;01/12/2026;;A-2\n"
    )
    text = run("stays", net, "--lang", "nl").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Het langste verblijf: A-2, in een woning van Stad, 31 nachten." in text
    assert "Verblijven die in het jaar eindigden, duurden gemiddeld 6 nachten." in text
    assert "1 verblijf loopt na het jaareinde door." in text
    assert "Van 31 nachten, in 1 verblijf, is geen doorverwijzer bekend: regel 3." in text
    assert "Geplande bezetting: 85,0 %." in text
    table = [line.split() for line in text.splitlines()]
    assert ["brug", "CAW", "1", "4", "360", "1,1", "%", "80,00"] in table
    assert ["Totaal", "2", "35", "1.440", "2,4", "%", "638,00"] in table


def test_the_page_has_the_same_tables(net: Path) -> None:
    page = run("stays", net, "--format", "html", "--lang", "nl").text
    assert "<title>Netwerk 2026: verblijven</title>" in page
    assert page.count("<table") >= 4


def test_the_scenario_that_is_settled_is_told(net: Path) -> None:
    net.write_text(NET + '[scenario.actual]\nlabel = "Werkelijk"\nstays.register = "stays.csv"\n')
    assert told(net)["scenario"] == "actual"
    assert run("stays", net).text.splitlines()[0] == "Netwerk 2026: stays, Werkelijk"
    assert told(net, "--scenario", "actual")["scenario"] == "actual"


def test_without_a_register_there_is_nothing_to_tell(net: Path) -> None:
    net.write_text(NET)
    result = run("stays", net, "--lang", "nl")
    assert (result.code, result.err) == (
        2,
        (
            "fout: net.toml: heeft geen register van verblijven\n"
            'tip: noem het: `[stays] register = "verblijven.csv"`, in het bestand of in een '
            "scenario\n"
        ),
    )
    assert run("stays", net, "--scenario", "base").code == 2


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("brug,,dorp,1,2026-12-01,,A-1", "brug: A-1, brug, 31 nachten."),
        ("brug,,dorp,1,2026-12-01,,", "brug: brug, 31 nachten."),
        (",stad,dorp,1,2026-12-01,,", "in een woning van Stad, 31 nachten."),
        (",stad,dorp,1,2026-12-01,2026-12-02,A-2", "A-2, in een woning van Stad, 1 nacht."),
    ],
)
def test_the_longest_stay_is_told_with_its_home_or_the_owner(
    net: Path, row: str, sentence: str
) -> None:
    Path("stays.csv").write_text(f"unit,owner,referrer,persons,from,until,stay\n{row}\n")
    text = run("stays", net, "--lang", "nl").text.replace("\N{NO-BREAK SPACE}", " ")
    assert f"\nHet langste verblijf: {sentence.removeprefix('brug: ')}\n" in text


def test_columns_by_household_say_what_they_count(net: Path) -> None:
    Path("stays.csv").write_text(
        "unit,owner,referrer,persons,from,until\nbrug,,dorp,2,2026-12-01,2026-12-11\n"
    )
    table = run("stays", net, "--lang", "nl", "--format", "markdown").text
    assert "| Nachten, gezin van 2 | Nachten | In woningen van anderen |" in table
    in_days = net.read_text().replace('"stays.csv"', '"stays.csv"\ncount = "days"')
    net.write_text(in_days)
    table = run("stays", net, "--lang", "nl", "--format", "markdown").text
    assert "| Dagen, gezin van 2 | Dagen | In woningen van anderen |" in table


FINDINGS = """unit,referrer,persons,from,until
brug,dorp,1,2026-01-01,2026-03-05
brug,stad,1,2026-03-04,2026-03-06
brug,stad,1,2025-03-04,2025-03-06
"""


def test_check_finds_what_deserves_a_look_in_the_register(net: Path) -> None:
    net.write_text(net.read_text().replace('"stays.csv"', '"stays.csv"\nlongest = 60'))
    Path("stays.csv").write_text(FINDINGS)
    result = run("check", net, "--lang", "nl")
    assert result.code == 0
    assert result.text == (
        "let op: stays.csv:2: stays-longest: een verblijf van 63 nachten, langer dan de "
        "afgesproken 60\ntip: ga na of het verblijf met een beslissing verlengd werd\n\n"
        "let op: stays.csv:3: stays-overlap: overlapt met regel 2 in de woning `brug`: beide "
        "zijn er van 04/03/2026 tot en met 04/03/2026\n\n"
        "let op: stays.csv:4: stays-outside: geen enkele dag van dit verblijf ligt in 2026\n"
    )
    assert run("check", net, "--strict").code == 1
    found = json.loads(run("check", net, "--format", "json").text)["files"][0]["findings"]
    assert [(each["rule"], each["line"], each["file"]) for each in found] == [
        ("stays-longest", 2, "stays.csv"),
        ("stays-overlap", 3, "stays.csv"),
        ("stays-outside", 4, "stays.csv"),
    ]
    annotations = run("check", net, "--format", "github").text.splitlines()
    assert annotations[1].startswith("::warning file=stays.csv,line=3,title=stays-overlap::")
    findings = told(net)["findings"]
    assert isinstance(findings, list)
    assert [(each["rule"], each["severity"], each["line"]) for each in findings] == [
        ("stays-longest", "warning", 2),
        ("stays-overlap", "warning", 3),
        ("stays-outside", "warning", 4),
    ]
    assert "line 3, brug: overlaps with line 2" in run("stays", net, "--lang", "en").text


def test_check_and_stays_find_what_stands_there_twice_or_far_away(net: Path) -> None:
    Path("stays.csv").write_text(
        "unit,referrer,persons,from,until,stay\nbrug,dorp,1,2026-02-01,2026-03-05,a\n"
        "brug,dorp,1,2026-03-05,2062-03-08,a\n"
    )
    found = told(net)["findings"]
    assert isinstance(found, list)
    assert [(each["rule"], each["severity"], each["line"]) for each in found] == [
        ("stays-twice", "warning", 3),
        ("stays-year", "warning", 3),
    ]
    result = run("check", net, "--lang", "nl")
    assert "let op: stays.csv:3: stays-twice: heeft dezelfde code als regel 2\n" in result.text
    assert "let op: stays.csv:3: stays-year: het vertrek ligt na 2027\n" in result.text


def test_compute_warns_of_the_register_once(net: Path) -> None:
    Path("stays.csv").write_text(FINDINGS)
    assert run("compute", net, "--lang", "en").err.count("warning: ") == 2


@pytest.mark.parametrize(
    ("lang", "nights", "days"),
    [
        ("en", "(rows) stayed, in nights:", "(rows) stayed, in days:"),
        ("nl", "(rijen) verbleven, in nachten:", "(rijen) verbleven, in dagen:"),
        ("fr", "(lignes) ont séjourné, en nuits :", "(lignes) ont séjourné, en jours :"),
    ],
)
def test_the_matrix_says_what_it_counts(net: Path, lang: str, nights: str, days: str) -> None:
    def told() -> str:
        text = run("stays", net, "--lang", lang).text
        return " ".join(text.split()).replace("\N{NO-BREAK SPACE}", " ")

    assert nights in told()
    assert days not in told()
    net.write_text(net.read_text().replace('"stays.csv"', '"stays.csv"\ncount = "days"'))
    assert days in told()
    assert nights not in told()


def sheets(name: str) -> dict[str, list[list[object]]]:
    """The rows of each sheet that have anything."""
    return {
        sheet.title: [
            [cell.value for cell in row if cell.value not in (None, "")]
            for row in sheet.iter_rows()
            if any(cell.value is not None for cell in row)
        ]
        for sheet in load_workbook(name)
    }


def test_the_workbook_has_a_sheet_for_each_table_with_figures_to_count_on(net: Path) -> None:
    assert run("stays", net, "--output", "stays.xlsx", "--lang", "nl").code == 0
    book = sheets("stays.xlsx")
    assert [*book] == [*["Verblijven", "Verblijven 2", "Verblijven 3", "Verblijven 4"], "Cijfers"]
    assert book["Verblijven"][1:6] == [
        [
            "Woning",
            "Eigenaar",
            "Verblijven",
            "Nachten",
            "Dagen beschikbaar",
            "Bezetting",
            "Dagprijzen",
        ],
        ["Stad", "Stad", 2, 20, 720, 0.0278, 360],
        ["Dorp", "Dorp", 0, 0, 360, 0, 0],
        ["brug", "CAW", 1, 4, 360, 0.0111, 80],
        ["Totaal", 3, 24, 1440, 0.0167, 440],
    ]
    assert book["Verblijven 3"][0] == [
        "In wiens woningen (kolommen) de cliënten van wie (rijen) verbleven, in nachten"
    ]
    assert book["Cijfers"][2] == ["stad", "Stad", "Stad", 2, 20, 720, 0.0277, 360]


def test_a_home_without_days_has_no_occupancy_on_its_sheet(net: Path) -> None:
    net.write_text(net.read_text().replace('owner = "caw"', 'owner = "caw"\ndays = 0'))
    half = net.read_text().replace("days = 360", "days = 180.5")
    net.write_text(half)
    assert run("stays", net, "--output", "stays.xlsx", "--lang", "en").code == 0
    book = sheets("stays.xlsx")["Stays"]
    assert book[2:5] == [
        ["Stad", "Stad", 2, 20, 361, 0.0554, 360],
        ["Dorp", "Dorp", 0, 0, 180.5, 0, 0],
        ["brug", "CAW", 1, 4, 0, 80],
    ]


def test_headings_in_the_language_of_the_reader(net: Path) -> None:
    options = ("--format", "csv", "--headings", "labels", "--csv-dialect", "excel-be")
    rows = run("stays", net, *options, "--lang", "nl").text.splitlines()
    assert rows[0].lstrip("\ufeff") == (
        "Id;Woning;Eigenaar;Verblijven;Nachten;Dagen beschikbaar;Bezetting;Dagprijzen"
    )
    # With names instead of ids.
    assert rows[3] == "brug;brug;CAW;1;4;360;0,0111;80,00"
    net.write_text(net.read_text().replace('"stays.csv"', '"stays.csv"\ncount = "days"'))
    assert "Propriétaire;Séjours;Jours;" in run("stays", net, *options, "--lang", "fr").text
    # Programs keep the contract.
    header = run("stays", net, "--format", "csv").text.splitlines()[0]
    assert header == "unit,name,owner,stays,nights,available,occupancy,income"
