"""The plain page of what `diff` and `compare` show: tables, sentences and causes."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run

TEXT = """title = "Huis & tuin"
cost.rent = { label = "Huur <b>", amount = 900 }
contribution.model = "fixed"
partner = { stad = {}, dorp = {} }
[scenario.dear]
cost.rent.amount = 1_200
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(TEXT, encoding="utf-8")


def page(*arguments: str) -> str:
    ran = run(*arguments, "--format", "html", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    return ran.text.replace("\u202f", " ").replace("\xa0", " ")


def test_a_difference_has_its_causes_under_each_partner() -> None:
    told = page("diff", "a.toml", "--scenario", "dear")
    assert told.startswith('<!doctype html>\n<html lang="en">')
    assert "<h1>Huis &amp; tuin: from " in told
    assert '<caption id="part-1-1">Huis &amp; tuin: from ' in told
    assert '<th scope="row">~ stad</th><td>450.00</td><td>600.00</td>' in told
    cause = "<li>Huur &lt;b&gt; (€ 900.00 → € 1,200.00): € 150.00 more</li>"
    assert f"rises by € 150.00:\n<ul>\n{cause}\n</ul>\n</li>" in told


def test_a_comparison_has_a_page_and_other_commands_say_what_they_have() -> None:
    told = page("compare", "a.toml")
    assert '<th scope="row">stad</th>' in told
    assert "<h2>" not in told.partition("</table>")[0]
    ran = run(
        "solve",
        "a.toml",
        "--vary",
        "cost.rent.amount",
        "--target",
        "total.bill=9",
        "--format",
        "html",
    )
    assert ran.code == 2
