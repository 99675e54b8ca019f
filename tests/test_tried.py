"""What is tried on a year of a plan holds in that year; what the plan carried there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run

NETWORK = """title = "Plan"
year = 2026
[partner.stad]
keys = { inhabitants = 30_000 }
[partner.dorp]
keys = { inhabitants = 10_000 }
[cost.rent]
amount = 8_000
[contribution]
model = "variable"
key = "inhabitants"
[plan]
until = 2028
[plan.2028]
contribution = { model = "agreed", shares = { stad = 90, dorp = 10 } }
"""
CAPPED = NETWORK.replace(
    'key = "inhabitants"\n',
    'key = "inhabitants"\nmax_rise = 0.05\nprevious = { dorp = 1_500 }\n',
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    return Path("plan.toml")


def bills(file: Path, text: str, *arguments: str) -> list[str]:
    """The rows of a comparison of net contributions, as CSV."""
    file.write_text(text, encoding="utf-8")
    ran = run("compare", file, "--figure", "bill", "--format", "csv", *arguments)
    assert ran.code == 0, ran.err
    return ran.text.splitlines()[1:3]


def test_a_model_that_is_tried_holds_in_the_year_although_its_block_states_another(
    file: Path,
) -> None:
    models = ("--models", "fixed,variable:inhabitants")
    assert bills(file, NETWORK, "--year", "2028", *models) == [
        "stad,stad,4000.00,6000.00",
        "dorp,dorp,4000.00,2000.00",
    ]


def test_what_each_paid_the_year_before_still_caps_what_is_tried(file: Path) -> None:
    # At most 1,500 x 1.05 in 2026, and 5 % more than that in 2027.
    assert bills(file, CAPPED, "--year", "2027", "--models", "fixed") == [
        "stad,stad,6346.25",
        "dorp,dorp,1653.75",
    ]


def test_what_varies_in_the_first_year_leaves_what_the_plan_carries_from_it(file: Path) -> None:
    file.write_text(CAPPED, encoding="utf-8")
    ran = run(
        *("sweep", file, "--year", "2027", "--vary", "cost.rent.amount=8000:9000:1000"),
        *("--figure", "partner.dorp.bill", "--format", "csv"),
    )
    assert ran.text.splitlines() == [
        "value,partner.dorp.bill",
        "8000,1653.75",
        "9000,1653.75",
    ]


def test_what_cannot_be_tried_is_told_of_the_option(file: Path) -> None:
    file.write_text(NETWORK, encoding="utf-8")
    ran = run("compare", file, "--year", "2028", "--models", "variable:people", "--lang", "en")
    assert (ran.code, ran.text) == (2, "")
    assert ran.err.splitlines()[0] == (
        "error: --models variable:people: contribution.key: unknown key `people`"
    )


def test_figures_that_do_not_fit_are_told_of_the_option_too(file: Path) -> None:
    file.write_text(NETWORK, encoding="utf-8")
    ran = run("compare", file, "--year", "2028", "--models", "per-day", "--lang", "en")
    assert (ran.code, ran.text) == (2, "")
    assert ran.err.startswith("error: --models per-day: ")


JOINS = """title = "J"
year = 2026
partner.stad.keys.k = 10
[partner.dorp]
keys.k = 10
from = 2027-07-01
[cost.rent]
amount = 900
contribution = { model = "variable", key = "k" }
"""


def test_who_is_there_goes_by_the_year_that_varies(file: Path) -> None:
    file.write_text(JOINS, encoding="utf-8")
    ran = run(
        *("sweep", file, "--vary", "year=2026:2028:1"),
        *("--figure", "partner.stad.bill", "--format", "csv"),
    )
    assert ran.text.splitlines() == [
        "value,partner.stad.bill",
        "2026,900.00",
        "2027,600.00",
        "2028,450.00",
    ]
