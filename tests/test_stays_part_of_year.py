"""A register of a network of which a partner leaves in the year: income, days, and who is gone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from command import run

HALF = """title = "Half"
year = 2026
[cost.b]
amount = 8_000
per = "unit"
[day_price]
prices = { 1 = 20 }
days = 360
occupancy = 0.85
[partner.stad]
name = "Stad"
units = 1
[partner.dorp]
name = "Dorp"
units = 1
until = 2026-06-30
[scenario.actual]
stays.register = "half.csv"
"""
ROWS = """eigenaar;personen;aankomst;vertrek
Dorp;1;1/01/2026;30/06/2026
Stad;1;1/01/2026;30/06/2026
Dorp;1;1/09/2026;31/10/2026
"""


@pytest.fixture
def half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("half.toml").write_text(HALF, encoding="utf-8")
    Path("half.csv").write_text(ROWS, encoding="utf-8")
    return Path("half.toml")


def text_of(*arguments: str | Path) -> str:
    """What a command shows, on one line, with plain spaces."""
    result = run(*arguments)
    assert result.code == 0, result.err
    return " ".join(result.text.replace("\N{NO-BREAK SPACE}", " ").split())


# ---------------------------------------------------------------- what counts for the part


@pytest.mark.parametrize(
    ("lang", "planned", "stayed"),
    [
        (
            "en",
            (
                "bounds, rates and the planned income of its homes count for that part; "
                "days of use are never cut."
            ),
            (
                "bounds and rates count for that part; days of use, and what homes earned by the "
                "register, are never cut."
            ),
        ),
        (
            "nl",
            (
                "grenzen, tarieven en de geplande opbrengst van de woningen van die partner "
                "tellen voor dat deel; gebruiksdagen worden nooit ingekort."
            ),
            (
                "grenzen en tarieven van die partner tellen voor dat deel; gebruiksdagen, en wat "
                "woningen volgens het register opbrachten, worden nooit ingekort."
            ),
        ),
        (
            "fr",
            (
                "limites, tarifs et le revenu prévu de ses logements comptent pour cette "
                "partie ; les jours d’utilisation ne sont jamais réduits."
            ),
            (
                "limites et tarifs comptent pour cette partie ; les jours d’utilisation, et ce que "
                "les logements ont rapporté selon le registre, ne sont jamais réduits."
            ),
        ),
    ],
)
@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_income_counts_for_the_part_only_as_planned(
    half: Path, lang: str, planned: str, stayed: str, format: str
) -> None:
    options = ("--lang", lang, "--format", format)
    assert planned in text_of("compute", half, *options)
    assert stayed in text_of("compute", half, "--scenario", "actual", *options)


def test_the_sheet_says_that_the_income_of_a_register_is_not_cut(half: Path) -> None:
    def method(*options: str) -> str:
        assert run("compute", half, "--output", "half.xlsx", "--lang", "en", *options).code == 0
        sheet = load_workbook("half.xlsx")["Method"]
        return " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)

    assert "each partner counts; days of use are never cut." in method()
    told = "each partner counts; days of use, and what homes earned by the register, are never cut."
    assert told in method("--scenario", "actual")


def test_an_explanation_cuts_the_income_only_as_planned(half: Path) -> None:
    def income(*options: str) -> str:
        return text_of("explain", half, "dorp", "day_price", "--lang", "en", *options)

    assert "6/12" in income()
    assert "6/12" not in income("--scenario", "actual")


# ---------------------------------------------------------------- the days that a home is there


def homes_of(net: Path) -> list[dict[str, Any]]:
    homes: list[dict[str, Any]] = json.loads(run("stays", net, "--format", "json").text)["homes"]
    return homes


def test_a_home_is_available_as_long_as_its_owner_is_there(half: Path) -> None:
    stad, dorp = homes_of(half)
    assert (stad["available"], stad["occupancy"]) == (360, "0.5000")
    assert (dorp["nights"], dorp["available"], dorp["occupancy"]) == (240, 180, "1.3333")
    assert dorp["income"] == "4800.00"
    table = [line.split() for line in run("stays", half, "--lang", "en").text.splitlines()]
    assert ["Total", "3", "420", "540", "77.8", "%", "8,400.00"] in table


def test_days_count_as_planned_income_does(half: Path) -> None:
    days = (31 + 28 + 31 + 30 + 31 + 30) * 360 / 365
    half.write_text(HALF + '[plan]\nuntil = 2027\nprorata = "days"\n', encoding="utf-8")
    _, dorp = homes_of(half)
    assert dorp["available"] == 179 == round(days)
    # Of 178.52… days, not of the 179 that are shown.
    assert dorp["occupancy"] == f"{int(240 / days * 10_000) / 10_000}"


def test_half_of_a_day_is_shown_as_a_whole_one(half: Path) -> None:
    half.write_text(HALF.replace("days = 360", "days = 365"), encoding="utf-8")
    _, dorp = homes_of(half)
    assert (dorp["available"], dorp["occupancy"]) == (183, "1.3150")  # 240 / 182.5


def test_a_home_with_a_name_is_there_as_long_as_its_owner(half: Path) -> None:
    home = '[unit.brug]\nowner = "dorp"\ndays = 300\noccupancy = 0.5\n'
    text = HALF.replace("units = 1\nuntil", "until").replace("[scenario", f"{home}[scenario")
    half.write_text(text, encoding="utf-8")
    _, brug, dorp = homes_of(half)
    assert (brug["id"], brug["available"]) == ("brug", 150)
    assert (dorp["nights"], dorp["available"]) == (240, 0)  # of which the register names no home
    planned = json.loads(run("stays", half, "--format", "json").text)["planned"]
    # 306 of the 360 days of Stad, 75 of the 150 of the home that is there half of the year.
    assert planned == {"occupancy": "0.7470"}


def test_whole_days_have_no_decimals_in_any_format(half: Path) -> None:
    text = HALF.replace("units = 1", "units = 4", 1).replace("days = 360", "days = 365.5")
    half.write_text(text.replace("until = 2026-06-30\n", ""), encoding="utf-8")
    stad, dorp = homes_of(half)
    assert (stad["available"], dorp["available"]) == (1462, "365.5")
    rows = run("stays", half, "--format", "csv").text.splitlines()
    assert rows[1].startswith("stad,Stad,stad,1,180,1462,")
    assert rows[2].startswith("dorp,Dorp,dorp,2,240,365.5,")


# ---------------------------------------------------------------- stays of who is not there

JOINS = HALF.replace("until = 2026-06-30", "from = 2026-03-15")


def absences(net: Path) -> list[str]:
    """What `check` finds of who is not there, by line, in English."""
    files = json.loads(run("check", net, "--format", "json", "--scenario", "actual").text)["files"]
    return [
        f"{each['line']}: {each['message']}"
        for each in files[0]["findings"]
        if each["rule"] == "stays-absent"
    ]


@pytest.mark.parametrize(
    ("text", "row", "found"),
    [
        (HALF, "dorp,,1,2026-06-01,2026-07-01", []),
        (HALF, "dorp,,1,2026-06-01,2026-07-02", ["a stay that goes on after Dorp left"]),
        (HALF, "dorp,,1,2026-06-30,", ["a stay that goes on after Dorp left"]),
        (HALF, "dorp,,1,2026-07-01,2026-07-02", ["a stay after Dorp left"]),
        (HALF, "dorp,,1,2026-07-01,2026-07-01", []),
        (HALF, "dorp,,1,2025-07-01,2025-07-09", []),
        (HALF, "stad,dorp,1,2026-08-01,2026-08-09", ["a stay after Dorp left"]),
        (HALF, "dorp,dorp,1,2026-08-01,2026-08-09", ["a stay after Dorp left"]),
        (HALF, "stad,stad,1,2026-01-01,", []),
        (JOINS, "dorp,,1,2025-12-20,2026-03-15", ["a stay before Dorp joined"]),
        (JOINS, "dorp,,1,2026-03-14,2026-03-16", ["a stay that begins before Dorp joined"]),
        (JOINS, "dorp,,1,2026-03-15,2026-03-16", []),
        (
            HALF.replace("until =", "from = 2026-03-01\nuntil ="),
            "dorp,,1,2025-12-20,2026-07-02",
            ["a stay that begins before Dorp joined", "a stay that goes on after Dorp left"],
        ),
        (HALF.replace("2026-06-30", "2026-12-31"), "dorp,,1,2026-06-01,", []),
    ],
)
def test_a_stay_while_its_partner_is_not_there_is_found(
    half: Path, text: str, row: str, found: list[str]
) -> None:
    half.write_text(text, encoding="utf-8")
    Path("half.csv").write_text(f"owner,referrer,persons,from,until\n{row}\n")
    days = {"joined": "2026-03-15", "left": "2026-06-30"}
    if "2026-03-01" in text:
        days["joined"] = "2026-03-01"
    assert absences(half) == [f"2: {each} ({days[each.split()[-1]]})" for each in found]


def test_counting_days_the_day_of_departure_counts(half: Path) -> None:
    Path("half.csv").write_text("owner,persons,from,until\ndorp,1,2026-06-01,2026-07-01\n")
    assert absences(half) == []
    half.write_text(f'{HALF}stays.count = "days"\n', encoding="utf-8")
    assert absences(half) == ["2: a stay that goes on after Dorp left (2026-06-30)"]


def test_a_home_is_told_by_its_own_column(half: Path) -> None:
    home = '[unit.brug]\nowner = "dorp"\n'
    half.write_text(HALF.replace("[scenario", f"{home}[scenario"), encoding="utf-8")
    rows = "owner;woning;personen;van;tot;toeleider\n;brug;1;1/08/2026;2/08/2026;dorp\n"
    Path("half.csv").write_text(f"{rows}stad;;1;1/08/2026;2/08/2026;dorp\n")
    warned = run("compute", half, "--scenario", "actual", "--lang", "nl").err
    told = "verblijf na het vertrek van Dorp (30/06/2026)"
    hint = "de nachten tellen mee zoals andere: kijk de dagen na, of `from` en `until`"
    assert f"let op: half.csv:2: woning: {told}\ntip: {hint} van de partner\n" in warned
    assert f"let op: half.csv:3: toeleider: {told}\n" in warned


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "a stay after Dorp left (2026-06-30)"),
        ("nl", "verblijf na het vertrek van Dorp (30/06/2026)"),
        ("fr", "séjour après le départ de Dorp (30/06/2026)"),
    ],
)
def test_every_command_tells_of_a_stay_after_leaving(half: Path, lang: str, told: str) -> None:
    for command in (("compute", half, "--scenario", "actual"), ("settle", half)):
        result = run(*command, "--lang", lang)
        assert f"half.csv:4: eigenaar: {told}\n" in result.err.replace("\N{NO-BREAK SPACE}:", ":")
    assert told in run("check", half, "--lang", lang).text
    assert told in run("stays", half, "--lang", lang).text
    # The nights count all the same.
    assert homes_of(half)[1]["income"] == "4800.00"


def test_warnings_of_a_register_stand_in_the_order_of_its_lines(half: Path) -> None:
    Path("half.csv").write_text(f"{ROWS}Stad;1;1/01/2025;2/01/2025\nDorp;1;1/09/2026;2/09/2026\n")
    warned = run("compute", half, "--scenario", "actual", "--lang", "en").err.splitlines()
    places = [each.split(": ")[1] for each in warned if each.startswith("warning")]
    assert places == ["half.csv:4", "half.csv:5", "half.csv:6", "half.csv:6"]


def test_no_more_is_told_than_anybody_reads(half: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("errors", "staying.absent"):
        monkeypatch.setattr(f"igs_costshare.{module}.MOST_PROBLEMS", 2)
    Path("half.csv").write_text(ROWS + "Dorp;1;1/07/2026;2/07/2026\n" * 3)
    found = absences(half)
    assert sorted(found) == [
        "4: a stay after Dorp left (2026-06-30)",
        "5: a stay after Dorp left (2026-06-30)",
        "None: has more that deserves a look: these are the first 2",
    ]
