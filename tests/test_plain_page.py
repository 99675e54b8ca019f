"""The plain page of what `diff` and `compare` show: tables, sentences and causes."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from browser import Seen, chromium, needs_chromium
from command import run

EXAMPLES = Path(__file__).parent.parent / "examples"

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
    assert '<caption id="part-1-1"><span>Huis &amp; tuin: from ' in told
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


@needs_chromium
@pytest.mark.long
@pytest.mark.parametrize("command", ["settle", "stays"])
def test_on_a_telephone_headings_are_whole_and_a_wide_table_says_that_it_goes_on(
    command: str, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    example = EXAMPLES / "crisisopvangnetwerk-afgerekend.toml"
    assert run(command, example, "--lang", "nl", "--output", file).code == 0
    with chromium() as browser:
        seen = Seen(browser, file, 375)
        # What goes by scrolling stands a frame or two after the page itself.
        seen.page.wait_for_function(
            """[...document.querySelectorAll(".scroll")].every(each =>
                (each.scrollWidth > each.clientWidth)
                    === (each.querySelector(".aside").getBoundingClientRect().height > 0))"""
        )
        tables: list[tuple[bool, bool, str]] = seen.page.evaluate(
            """[...document.querySelectorAll(".scroll")].map(each => {
                const title = each.querySelector("caption > *").getBoundingClientRect();
                const aside = each.querySelector(".aside");
                const told = aside.getBoundingClientRect().height ? aside.textContent : "";
                return [title.right <= 375, each.scrollWidth > each.clientWidth, told];
            })"""
        )
        assert all(whole for whole, _, _ in tables)
        assert [bool(told) for _, _, told in tables] == [wide for _, wide, _ in tables]
        assert {wide for _, wide, _ in tables} == ({True, False} if command == "settle" else {True})
        if command == "settle":
            assert tables[0][2] == "Schuif de tabel opzij: ze gaat verder tot “Nog te betalen”."
        wide = Seen(browser, file, 1280)
        heights = wide.page.eval_on_selector_all(".aside", "all => all.map(e => e.clientHeight)")
        assert not any(heights)


def test_a_name_on_a_narrow_chart_is_not_crossed_by_the_lines_behind_it() -> None:
    style = files("igs_costshare.page") / "templates" / "style.css"
    rule = "svg.narrow text { paint-order: stroke; stroke: #fff;"
    assert rule in style.read_text("utf-8")
