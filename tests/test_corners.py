"""Corners of the closed year and of the years that no other test turns."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import igs_costshare
from command import run
from igs_costshare.description.stays import Nights
from igs_costshare.reading import parse
from igs_costshare.reading.planned import plan_of_text
from igs_costshare.render.scale import years_scale
from igs_costshare.sharing.homes import stayed_in
from igs_costshare.sharing.presence import part_of_year
from igs_costshare.wording.tables import places_of
from stayed import CSV, NET, STAYS

PLAN = """title = "Plan"
year = 2026
[cost.rent]
amount = 1_000
[contribution]
model = "variable"
key = "inhabitants"
[partner.stad]
name = "Stad"
kind = "municipality"
units = 1
days = { 1 = 10 }
keys = { inhabitants = 3_000 }
[partner.dorp]
kind = "municipality"
days = { 1 = 5, 2 = 7 }
keys = { inhabitants = 1_000 }
[partner.veld]
keys = { inhabitants = 1_000 }
[settlement]
account = "veld"
[plan]
until = 2028
"""


@pytest.fixture
def net(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("net.toml").write_text(PLAN, encoding="utf-8")
    return Path("net.toml")


def test_a_year_of_an_index_is_a_year(net: Path) -> None:
    net.write_text(PLAN + '[plan.index]\n"cost.*.amount" = { later = 0.1 }\n')
    result = run("compute", net, "--lang", "en")
    assert result.code == 2
    assert 'must be a year such as `2027`, got "later"' in result.err


def test_stays_without_a_planned_occupancy_say_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = NET.replace("days = 360\noccupancy = 0.85\n", "") + "[partner.geen]\n" + STAYS
    Path("net.toml").write_text(text, encoding="utf-8")
    Path("stays.csv").write_text(CSV, encoding="utf-8")
    result = run("stays", "net.toml", "--lang", "en")
    assert (result.code, "Planned occupancy" in result.text) == (0, False)
    homes = json.loads(run("stays", "net.toml", "--format", "json").text)["homes"]
    assert [each["id"] for each in homes] == ["stad", "dorp", "brug"]


def test_nights_of_homes_and_owners_that_have_gone_are_nobody_s() -> None:
    gone = {"weg": {"": {"1": 2}}}
    nights = Nights.model_validate({"fingerprint": "a", "unit": gone, "owner": gone})
    assert list(stayed_in(parse(NET), nights)) == []


def test_a_step_alone_is_explained_without_a_factor(net: Path) -> None:
    net.write_text(PLAN + '[plan.step]\n"cost.rent.amount" = 100\n')
    text = run("explain", net, "stad", "rent", "--year", "2028", "--lang", "en").text
    assert "cost.rent.amount = 1_000 + 100 + 100 = 1_200" in text


def test_a_frozen_plan_of_other_years_has_moved(net: Path) -> None:
    assert run("freeze", net).code == 0
    net.write_text(PLAN.replace("2026", "2040").replace("2028", "2041"))
    assert run("verify", net).code == 1


def test_a_frozen_plan_that_cannot_be_read_alone_still_says_what_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = NET + STAYS + "[plan]\nuntil = 2027\n[cost.rent]\namount = 100\nonly = ['stad']\n"
    text += "[contribution]\nmodel = 'fixed'\n"
    Path("net.toml").write_text(text, encoding="utf-8")
    Path("stays.csv").write_text(CSV, encoding="utf-8")
    assert run("freeze", "net.toml").code == 0
    Path("net.toml").write_text(text.replace("amount = 100", "amount = 200"), encoding="utf-8")
    assert run("verify", "net.toml").code == 1


def test_a_turn_that_stays_with_one_is_no_event(net: Path) -> None:
    turns = 'model = "turns"\norder = ["stad"]'
    net.write_text(PLAN.replace('model = "variable"\nkey = "inhabitants"', turns))
    years = json.loads(run("plan", net, "--format", "json").text)["years"]
    assert [each["events"] for each in years] == [[], [], []]


def test_a_share_in_nothing_has_no_sum(net: Path) -> None:
    net.write_text(PLAN.replace("amount = 1_000", "amount = 0"))
    rows = json.loads(run("plan", net, "--figure", "share", "--format", "json").text)["rows"]
    assert rows[0]["total"] is None


def test_what_is_no_list_cannot_merge(net: Path) -> None:
    net.write_text(PLAN + '[plan.2027]\nmerge = { samen = "dorp" }\n')
    result = run("plan", net, "--lang", "en")
    assert result.code == 2
    assert "plan.2027.merge.samen" in result.err


def test_who_merges_keeps_what_is_shared_and_the_rest_stays(net: Path) -> None:
    block = '[plan.2027]\nmerge = { stad = ["stad", "dorp"] }\n'
    _, later, _ = plan_of_text(PLAN + block, "net.toml")
    network = later.reading.network
    stad = network.partner["stad"]
    assert (stad.name, stad.kind) == ("Stad", "municipality")
    assert stad.units == 1
    assert stad.days == {1: 15, 2: 7}
    assert network.settlement is not None
    assert network.settlement.account == "veld"


def test_a_plan_comes_from_python(net: Path) -> None:
    assert [each.year for each in igs_costshare.plan(net)] == [2026, 2027, 2028]


def test_a_merger_of_those_who_paid_nothing_before_is_free() -> None:
    text = PLAN.replace('[contribution]\nmodel = "variable"\nkey = "inhabitants"\n', "")
    text = text.replace("amount = 1_000", 'amount = 1_000\nper = "partner"')
    text += '[plan.2027]\nmerge = { samen = ["dorp", "veld"] }\ncost.extra.amount = 400\n'
    text += 'contribution = { model = "variable", key = "inhabitants", max_rise = 0.1 }\n'
    _, later, _ = plan_of_text(text, "n.toml")
    assert [line.total for line in later.statement.lines] == [2_000_00, 400_00]


def test_two_paths_alike_are_told_once_for_all_that_they_name(net: Path) -> None:
    prices = "[day_price]\nprices = { 1 = 10, 2 = 12 }\n"
    index = '[plan.index]\n"day_price.*" = 0.1\n"*.prices" = 0.1\n'
    net.write_text(PLAN.replace("[plan]", prices + "[plan]") + index)
    result = run("plan", net, "--lang", "en")
    assert result.code == 2
    assert result.err.count("fit `day_price.prices` alike") == 1


def test_a_plot_of_one_year_has_no_scale(net: Path) -> None:
    net.write_text(PLAN[: PLAN.index("[plan]")])
    assert run("plan", net, "--plot").code == 0


def test_who_comes_in_a_plan_rises_from_nothing(net: Path) -> None:
    text = PLAN.replace("[partner.veld]", "[partner.veld]\nfrom = 2027-01-01")
    text = text.replace('[settlement]\naccount = "veld"\n', "")
    net.write_text(text + "[limits]\nmax_increase = 0.5\n")
    assert run("check", net, "--lang", "en").text == ""


def test_a_part_of_a_year_before_or_after_is_none() -> None:
    assert part_of_year(date(2028, 1, 1), None, 2027, "days") == Fraction(0)


def test_an_answer_for_a_year_by_inhabitants(net: Path) -> None:
    target = "partner.stad.per_inhabitant=1"
    result = run("solve", net, "--year", "2027", "--vary", "cost.rent.amount", "--target", target)
    assert (result.code, result.err) == (0, "")


def test_percentages_have_one_decimal() -> None:
    assert places_of("percent", 2) == 1


def test_scales_of_one_year_and_of_a_narrow_plot_are_none() -> None:
    assert years_scale(Decimal(2026), Decimal(2026), 10) is None


def test_days_as_one_number_merge_as_one_number(net: Path) -> None:
    text = PLAN.replace("days = { 1 = 10 }", "days = 10")
    text = text.replace("days = { 1 = 5, 2 = 7 }", "days = 5")
    _, later, _ = plan_of_text(text + '[plan.2027]\nmerge = { x = ["stad", "dorp"] }\n', "n.toml")
    assert later.reading.network.partner["x"].days == 15


def test_figures_vary_in_a_year_too(net: Path) -> None:
    vary = ("--vary", "partner.stad.keys.inhabitants=1_000:3_000:1_000")
    result = run("sweep", net, "--year", "2027", *vary, "--figure", "partner.stad.per_inhabitant")
    assert (result.code, result.err) == (0, "")


def test_what_cannot_be_read_of_a_lock_any_more_tells_no_causes(
    net: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("freeze", net).code == 0
    net.write_text(PLAN.replace("1_000\n[contr", "2_000\n[contr"))

    def refused(_text: str, _name: str) -> None:
        raise igs_costshare.InputError([])

    monkeypatch.setattr("igs_costshare.freezing.planned.plan_of_text", refused)
    assert run("verify", net).code == 1
