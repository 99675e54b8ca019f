"""Two years of a plan side by side: its events are the causes."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from command import run
from igs_costshare import InputError
from igs_costshare.comparing.difference import Difference
from igs_costshare.comparing.planned import years_difference
from igs_costshare.documents.cause_phrases import PhraseTeller
from igs_costshare.errors import dotted
from igs_costshare.reading.planned import plan_of_text
from igs_costshare.wording.language import language

PLAN = """title = "Plan"
year = 2026
[cost.rent]
amount = 10_000
[cost.staff]
fte = 1
[cost.fair]
amount = 900
contribution = { model = "turns", order = ["stad", "caw"] }
[fte]
cost = 80_000
[contribution]
model = "variable"
key = "inhabitants"
max_rise = 0.6
[partner.stad]
keys = { inhabitants = 30_000 }
[partner.dorp]
name = "Dorp"
keys = { inhabitants = 10_000 }
[partner.veld]
name = "Veld"
keys = { inhabitants = 5_000 }
[partner.caw]
name = "CAW"
keys = { inhabitants = 3_000 }
[partner.laan]
keys = { inhabitants = 2_000 }
[partner.beek]
name = "Beek"
keys = { inhabitants = 5_000 }
from = 2027-07-01
until = 2029-12-31
[unit.huis]
owner = "dorp"
[plan]
until = 2031
[plan.index]
"cost.rent.amount" = 0.02
"partner.*.keys.inhabitants" = { 2027 = 0.005 }
[plan.step]
"fte.cost" = 500
[plan.2028]
merge = { vlaardorp = ["dorp", "veld"] }
partner.vlaardorp.name = "Vlaardorp"
[plan.2029]
remove = ["partner.caw", "cost.fair"]
merge = { laan = ["vlaardorp", "laan"] }
[plan.2030]
cost.rent.amount = 12_000
partner.brug = { name = "Brug", keys = { inhabitants = 1_000 } }
[plan.2031]
contribution = { model = "fixed" }
"""
YEARS = range(2026, 2032)


def paths(difference: Difference) -> list[str]:
    return [dotted(cause.path) for cause in difference.causes or ()]


def test_every_year_against_every_other_adds_up_and_is_opposite() -> None:
    years = plan_of_text(PLAN, "plan.toml")
    for a, b in permutations(YEARS, 2):
        if a < b:
            there, back = years_difference(years, a, b), years_difference(years, b, a)
            assert paths(there) == paths(back)
            for row in there.rows:
                assert sum(row.causes) == row.columns["balance"].change
                (other,) = (each for each in back.rows if each.id == row.id)
                assert row.causes == tuple(-part for part in other.causes)


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (2026, 2026, []),
        (
            2026,
            2027,
            ["contribution.previous", "partner.beek.from", "plan.index", "plan.step", "year"],
        ),
        (
            2027,
            2028,
            [
                "contribution.previous",
                "partner.beek.from",
                "plan.2028.merge.vlaardorp",
                "plan.index",
                "plan.step",
                "year",
            ],
        ),
        (
            2028,
            2029,
            [
                "contribution.previous",
                "plan.2029.merge.laan",
                "plan.2029.remove.cost.fair",
                "plan.2029.remove.partner.caw",
                "plan.index",
                "plan.step",
                "year",
            ],
        ),
        (
            2029,
            2030,
            [
                "contribution.previous",
                "partner.beek.until",
                "plan.2030.cost.rent.amount",
                "plan.2030.partner.brug",
                "plan.step",
            ],
        ),
        (2030, 2031, ["plan.2031.contribution", "plan.index", "plan.step"]),
    ],
)
def test_the_events_between_two_years(a: int, b: int, told: list[str]) -> None:
    assert paths(years_difference(plan_of_text(PLAN, "plan.toml"), a, b)) == told


def words(a: int, b: int, lang: str) -> list[str]:
    difference = years_difference(plan_of_text(PLAN, "plan.toml"), a, b)
    teller = PhraseTeller(difference.names, "EUR", language(lang))
    return [
        teller.phrase(cause).replace("\N{NO-BREAK SPACE}", " ") for cause in difference.causes or ()
    ]


def test_the_events_in_words() -> None:
    assert words(2026, 2027, "nl") == [
        "bijdragen van vorig jaar",
        "Beek treedt toe",
        "indexering van 6 cijfers",
        "stap voor 1 cijfer",
        "jaar (2026 → 2027)",
    ]
    assert words(2027, 2028, "nl")[1:5] == [
        "deel van het jaar van Beek (1/2 → 1)",
        "Dorp en Veld fuseren tot Vlaardorp (in 2028)",
        "indexering +2 % van 1 cijfer",
        "stap voor 1 cijfer",
    ]
    assert words(2028, 2029, "nl")[1:4] == [
        "laan en Vlaardorp fuseren tot laan (in 2029)",
        "valt weg: fair (in 2029)",
        "CAW vertrekt (in 2029)",
    ]
    assert words(2029, 2030, "fr")[1:5] == [
        "Beek sort",
        "rent (10.612,08 € → 12.000,00 €) (en 2030)",
        "Brug entre (en 2030)",
        "augmentation fixe de 1 chiffre",
    ]
    assert words(2030, 2031, "en") == [
        "contribution model (variable → fixed) (in 2031)",
        "indexation +2 % of 1 figure",
        "step of 1 figure",
    ]
    assert words(2031, 2030, "en")[1] == "indexation of 1 figure"
    assert words(2026, 2031, "en")[0] == "laan, Dorp and Veld merge into laan (in 2029)"


TIGHT = PLAN.replace("max_rise = 0.6", "max_rise = 0.2")


def test_events_of_which_none_makes_sense_without_the_others_are_told_one_by_one() -> None:
    difference = years_difference(plan_of_text(TIGHT, "plan.toml"), 2029, 2030)
    assert paths(difference) == ["partner.beek.until"]
    teller = PhraseTeller(difference.names, "EUR", language("en"))
    (cause,) = difference.causes or ()
    assert (
        teller.phrase(cause) == "Beek leaves, contributions of the year before and 3 other changes"
    )


def test_the_command(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    shown = run("diff", str(file), "--year", "2029", "--lang", "en")
    assert "Plan 2029: from 2026 to 2029" in shown.text
    found = run("diff", str(file), "--year", "2028", "--year", "2029", "--format", "json")
    data = json.loads(found.text)
    assert (data["a"]["year"], data["b"]["year"]) == (2028, 2029)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["b.toml", "--year", "2027"], "--year: one file with a plan, without a second file"),
        (["--due", "--year", "2027"], "--year: one file with a plan, without a second file"),
        (["--year", "2027"] * 3, "--year: at most two years can be compared"),
        (
            ["--year", "2027", "--scenario", "x", "--scenario", "y"],
            "--scenario: with --year, one scenario is laid over the base",
        ),
        (["--year", "2040"], "--year 2040"),
    ],
)
def test_what_cannot_be_asked(tmp_path: Path, arguments: list[str], said: str) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    result = run("diff", str(file), *arguments, "--lang", "en")
    assert result.code == 2
    assert said in result.err


# ---------------------------------------------------------------- turns of who comes and leaves

IDS = ("a", "b", "c", "d", "e")


@st.composite
def plans_with_turns(draw: st.DrawFn) -> str:
    """A plan in which partners come, leave and merge, and bear a cost by turns."""
    ids = IDS[: draw(st.integers(2, 5))]
    order = draw(st.permutations(ids))
    own = {"model": "turns", "order": order[: draw(st.integers(1, len(ids)))], "since": 2024}
    days = st.dates(date(2025, 1, 1), date(2031, 12, 31))
    partners: dict[str, Any] = {id: {} for id in ids}
    for id in ids[1:]:
        first, last = sorted((draw(days), draw(days)))
        which = draw(st.sampled_from(["", "from", "until", "both"]))
        partners[id] |= {"from": first} if which in ("from", "both") else {}
        partners[id] |= {"until": last} if which in ("until", "both") else {}
    block: dict[str, Any] = {}
    way = draw(st.sampled_from(["stay", "remove", "join", "turn"]))
    if way == "remove":
        block = {"remove": [f"partner.{draw(st.sampled_from(ids[1:]))}"]}
    if way == "join":
        block = {"partner": {"x": {}}}
        names = [*order, "x"]
        block["cost"] = {"admin": {"contribution": {"order": draw(st.permutations(names))}}}
    if way == "turn":
        block["cost"] = {"admin": {"contribution": {"order": draw(st.permutations(ids))}}}
    return tomli_w.dumps(
        {
            "title": "t",
            "year": 2026,
            "cost": {"admin": {"amount": 1_000, "contribution": own}, "rent": {"amount": 900}},
            "contribution": {"model": "fixed"},
            "partner": partners,
            "plan": {"until": 2030, "2028": block},
        }
    )


@given(plans_with_turns())
@settings(max_examples=25, deadline=None)
def test_turns_of_who_comes_and_leaves_add_up(text: str) -> None:
    try:
        years = plan_of_text(text, "plan.toml")
    except InputError:  # nobody of those in the order is there
        return
    for a, b in ((2026, 2030), (2027, 2028), (2027, 2029)):
        there, back = years_difference(years, a, b), years_difference(years, b, a)
        for row in there.rows:
            assert sum(row.causes) == row.columns["balance"].change
            (other,) = (each for each in back.rows if each.id == row.id)
            assert row.causes == tuple(-part for part in other.causes)
