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
                "bounds, rates and the planned income of their homes count for that part; "
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
                "grenzen, tarieven en de geplande opbrengst van hun woningen tellen voor dat deel; "
                "gebruiksdagen worden nooit ingekort."
            ),
            (
                "grenzen en tarieven tellen voor dat deel; gebruiksdagen, en wat woningen volgens "
                "het register opbrachten, worden nooit ingekort."
            ),
        ),
        (
            "fr",
            (
                "limites, tarifs et le revenu prévu de leurs logements comptent pour cette "
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
