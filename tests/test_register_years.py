"""A register of several years: homes and partners that are not there in the year that counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run
from igs_costshare.reading import load
from igs_costshare.staying.summary import summary_of

NET = """title = "T"
year = 2026

[cost.a]
amount = 100
contribution = { model = "variable", key = "partners" }

[day_price]
prices = { 1 = 10 }

[partner.stad]
name = "Stad"
nis = "44021"
units = 1
until = 2025-12-31

[partner.dorp]
name = "Dorp"
units = 1

[partner.beek]
from = 2027-03-01

[unit.huis]
name = "Het huis"
owner = "beek"

[partner.caw]
[unit.kaai]
owner = "caw"

[partner.oord]

[stays]
register = "s.csv"
"""
PLAN = """
[plan]
until = 2029
2028 = { remove = ["partner.dorp", "unit.kaai"] }
[plan.2029.merge]
nieuw = ["caw", "oord"]
"""
HEAD = "unit,owner,referrer,persons,from,until\n"


@pytest.fixture
def net(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("n.toml")


def told(net: Path, rows: str, *options: str, text: str = NET, lang: str = "en") -> str:
    """What `compute` says besides the statement."""
    net.write_text(text, encoding="utf-8")
    Path("s.csv").write_text(HEAD + rows, encoding="utf-8")
    result = run("compute", net, "--format", "csv", "--lang", lang, *options)
    assert result.code == (2 if "error" in result.err or "fout" in result.err else 0)
    return result.err.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def outside(*lines: int, year: int = 2026) -> str:
    return "\n".join(
        f"warning: s.csv:{line}: from: no day of this stay lies in {year}\n" for line in lines
    )


def test_stays_of_other_years_may_name_who_is_not_there(net: Path) -> None:
    rows = (
        ",stad,dorp,1,2025-01-01,2025-02-01\n,Stad,44021,1,2025-03-01,2025-03-02\n"
        "het huis,,dorp,1,2027-04-01,\nhuis,beek,beek,1,2027-12-01,2027-12-05\n"
    )
    assert told(net, rows) == outside(2, 3, 4, 5)


def test_who_left_on_new_years_day_counts_nowhere(net: Path) -> None:
    rows = ",stad,stad,1,2025-12-01,2026-01-01\n"
    assert told(net, rows) == ""
    register = load(net).register
    assert register is not None
    summary = summary_of(register)
    assert (summary.owners, summary.referrers, summary.longest) == ({}, {}, None)
    assert summary.mean_nights == 31
    in_days = NET.replace('"s.csv"', '"s.csv"\ncount = "days"')
    assert "`stad` is no partner any more in 2026" in told(net, rows, text=in_days)


STAD = "hint: `partner.stad.until` says so: mend that day, or this row\n"
LEFT = f"`stad` is no partner any more in 2026\n{STAD}"
BEEK = "hint: `partner.beek.from` says so: mend that day, or this row\n"
NOT_YET = f"`beek` is no partner yet in 2026\n{BEEK}"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            ",Stad,dorp,1,2025-12-01,2026-01-02",
            f"owner: `stad` is no partner any more in 2026\n{STAD}",
        ),
        (",dorp,44021,1,2026-01-01,", f"referrer: `stad` is no partner any more in 2026\n{STAD}"),
        (
            ",dorp,beek,1,2026-05-05,2026-05-05",
            f"referrer: `beek` is no partner yet in 2026\n{BEEK}",
        ),
        (
            "Het huis,beek,dorp,1,2026-12-31,",
            f"unit: the home `huis` is of `beek`, no partner yet in 2026\n{BEEK}",
        ),
        (
            "huis,dorp,dorp,1,2025-12-31,2025-12-31",
            (
                "owner: home `huis` belongs to `beek`, not to this owner\n"
                "hint: leave the owner out: it follows from the home\n"
            ),
        ),
    ],
)
def test_a_stay_of_the_year_says_why_they_are_not_there(net: Path, row: str, words: str) -> None:
    assert told(net, f"{row}\n") == f"error: s.csv:2: {words}"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "nl",
            (
                "fout: s.csv:2: owner: `stad` is in 2026 geen partner meer\n"
                "tip: `partner.stad.until` zegt dat: verbeter die dag, of deze rij\n\n"
                "fout: s.csv:2: referrer: `beek` is in 2026 nog geen partner\n"
                "tip: `partner.beek.from` zegt dat: verbeter die dag, of deze rij\n\n"
                "fout: s.csv:3: unit: de woning `huis` is van `beek`, in 2026 nog geen partner\n"
                "tip: `partner.beek.from` zegt dat: verbeter die dag, of deze rij\n"
            ),
        ),
        (
            "fr",
            (
                "erreur : s.csv:2: owner: `stad` n’est plus partenaire en 2026\n"
                "conseil : `partner.stad.until` le dit : corrigez ce jour, ou cette ligne\n\n"
                "erreur : s.csv:2: referrer: `beek` n’est pas encore partenaire en 2026\n"
                "conseil : `partner.beek.from` le dit : corrigez ce jour, ou cette ligne\n\n"
                "erreur : s.csv:3: unit: le logement `huis` est de `beek`, qui n’est pas encore "
                "partenaire en 2026\n"
                "conseil : `partner.beek.from` le dit : corrigez ce jour, ou cette ligne\n"
            ),
        ),
    ],
)
def test_it_is_told_in_the_language_of_the_reader(net: Path, lang: str, words: str) -> None:
    rows = ",stad,beek,1,2026-01-01,\nhuis,,dorp,1,2026-01-01,\n"
    result = told(net, rows, lang=lang) if lang == "nl" else _in_french(net, rows)
    assert result == words


def _in_french(net: Path, rows: str) -> str:
    net.write_text(NET, encoding="utf-8")
    Path("s.csv").write_text(HEAD + rows, encoding="utf-8")
    said = run("compute", net, "--lang", "fr").err
    return said.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_a_home_of_who_has_left_is_told_so(net: Path) -> None:
    text = NET.replace("from = 2027-03-01", "until = 2025-03-01")
    said = "home `huis` is of `beek`, no partner any more in 2026\nhint: `partner.beek.until`"
    assert said in told(net, "huis,,dorp,1,2026-01-01,\n", text=text)


def test_another_year_has_others(net: Path) -> None:
    rows = ",stad,dorp,1,2025-01-01,2025-02-01\n,dorp,stad,1,2026-01-01,2026-02-01\n"
    assert told(net, rows, "--set", "year=2025") == outside(3, year=2025)
    rows = rows.replace(",dorp,stad", ",dorp,dorp")
    later = told(net, f"{rows}huis,,dorp,1,2027-04-01,\n", text=NET + PLAN)
    assert "error" not in later
    assert told(net, f"{rows}huis,,dorp,1,2027-04-01,\n", "--year", "2027", text=NET + PLAN) == (
        outside(2, 3, year=2027)
    )


def test_the_day_is_named_where_it_stands(net: Path) -> None:
    text = NET + "[scenario.weg]\npartner.dorp.until = 2025-06-30\n"
    said = told(net, ",dorp,caw,1,2026-01-01,\n", "--scenario", "weg", text=text)
    assert said == (
        "error: s.csv:2: owner: `dorp` is no partner any more in 2026\n"
        "hint: `scenario.weg.partner.dorp.until` says so: mend that day, or this row\n"
    )


def test_who_a_scenario_takes_away_may_have_stays_of_other_years(net: Path) -> None:
    text = NET + '[scenario.weg]\nremove = ["partner.dorp"]\n'
    rows = ",dorp,caw,1,2025-01-01,2025-01-02\n"
    assert told(net, rows, "--scenario", "weg", text=text) == outside(2)


TAKEN = "`plan.2028.remove` takes it away: let it stay, or take the row out\n"


@pytest.mark.parametrize(
    ("row", "year", "words"),
    [
        (
            ",dorp,caw,1,2028-01-01,2028-02-01",
            2028,
            f"owner: there is no partner `dorp` (in 2028)\nhint: {TAKEN}",
        ),
        (
            "kaai,,caw,1,2028-01-01,",
            2029,
            f"unit: there is no home `kaai` (in 2028)\nhint: {TAKEN}",
        ),
        (
            "huis,,oord,1,2029-01-01,",
            2029,
            (
                "referrer: there is no partner `oord` (in 2029)\nhint: "
                "`plan.2029.merge.nieuw` takes it up: write `nieuw`, or take the row out\n"
            ),
        ),
    ],
)
def test_who_a_year_of_the_plan_takes_away_is_told_so(
    net: Path, row: str, year: int, words: str
) -> None:
    options = ("--year", str(year))
    assert told(net, f"{row}\n", *options, text=NET + PLAN) == f"error: s.csv:2: {words}"
    earlier = f"{row.rsplit(',', 2)[0]},2027-05-01,2027-06-01\n"
    assert told(net, earlier, *options, text=NET + PLAN) == outside(2, year=year)


def test_the_home_of_who_a_year_takes_away_goes_with_it(net: Path) -> None:
    text = NET + PLAN.replace('"partner.dorp"', '"partner.caw"').replace(', "unit.kaai"', "")
    text = text.replace('["caw", "oord"]', '["beek", "oord"]')
    said = told(net, "kaai,,dorp,1,2028-05-01,\n", "--year", "2028", text=text)
    assert said == f"error: s.csv:2: unit: there is no home `kaai` (in 2028)\nhint: {TAKEN}"


def test_all_homes_may_go_at_once(net: Path) -> None:
    text = NET + PLAN.replace('"unit.kaai"', '"unit"')
    said = told(net, "kaai,,caw,1,2028-05-01,\n", "--year", "2028", text=text)
    assert said == f"error: s.csv:2: unit: there is no home `kaai` (in 2028)\nhint: {TAKEN}"


def test_who_goes_after_others_merged_is_told_where_it_goes(net: Path) -> None:
    plan = "[plan]\nuntil = 2028\n2027.merge.nieuw = ['caw', 'oord']\n"
    text = f'{NET}{plan}2028.remove = ["partner.dorp"]\n'
    said = told(net, ",dorp,nieuw,1,2028-05-01,\n", "--year", "2028", text=text)
    assert said == f"error: s.csv:2: owner: there is no partner `dorp` (in 2028)\nhint: {TAKEN}"


def test_of_homes_that_a_setting_takes_away_nothing_is_known(net: Path) -> None:
    said = told(net, "huis,,dorp,1,2025-01-01,2025-02-01\n", "--set", "unit={}")
    assert said == "error: s.csv:2: unit: there is no home `huis`\n"


def test_who_only_the_plan_has_may_go_again(net: Path) -> None:
    plan = "[plan]\nuntil = 2028\n2027.partner.nieuw.units = 1\n"
    text = f'{NET}{plan}2028.remove = ["partner.nieuw"]\n'
    row = ",nieuw,dorp,1,2028-05-01,\n"
    said = told(net, row, "--year", "2028", text=text)
    assert said == f"error: s.csv:2: owner: there is no partner `nieuw` (in 2028)\nhint: {TAKEN}"
    assert told(net, row, text=text) == outside(2)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "`{}` brings it later: mend the days of this row, or take the row out"),
        ("nl", "`{}` brengt die pas later: verbeter de dagen van deze rij, of haal de rij weg"),
        ("fr", "`{}` ne l’apporte que plus tard : corrigez les jours de cette ligne, ou ôtez-la"),
    ],
)
def test_who_the_plan_brings_later_is_told_so(net: Path, lang: str, words: str) -> None:
    plan = (
        "[plan]\nuntil = 2028\n2027.unit.hoek.owner = 'caw'\n2028.merge.nieuw = ['caw', 'oord']\n"
    )
    net.write_text(NET + plan, encoding="utf-8")
    Path("s.csv").write_text(f"{HEAD}hoek,,nieuw,1,2026-05-01,2026-06-01\n", encoding="utf-8")
    said = run("compute", net, "--lang", lang).err.replace("\N{NO-BREAK SPACE}", " ")
    assert words.format("plan.2027.unit.hoek") in said
    assert words.format("plan.2028.merge.nieuw") in said


def test_a_stay_of_another_year_is_told_by_the_name_of_who_has_left(net: Path) -> None:
    told(net, ",stad,dorp,1,2025-01-01,2025-02-01\nhuis,,dorp,1,2027-05-01,\n")
    said = run("stays", net, "--lang", "nl").text
    assert "regel 2, Stad: geen enkele dag van dit verblijf ligt in 2026" in said
    assert "regel 3, Het huis: geen enkele dag van dit verblijf ligt in 2026" in said
