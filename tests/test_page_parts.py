"""What stands on the page of a statement, without a browser."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from command import run
from igs_costshare.page.grid import LANDSCAPE, grids
from igs_costshare.wording.language import language
from igs_costshare.wording.tables import (
    Cell,
    Column,
    Table,
    TableRow,
)

NL = language("nl")

HOMES = """
title = "Two homes"
year = 2026

[cost.rent]
label = "Rent"
amount = 100

[contribution]
model = "fixed"
basis = "art. 7"

[revenue.gift]
amount = 10.01

[revenue.sale]
amount = 0.005
per = "partner"

[partner.stad]
name = "Stad"

[partner.dorp]
name = "Dorp"
"""


class Texts(HTMLParser):
    """The texts of a page, one for each element that has any and is not hidden from readers."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.ignored = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.ignored = tag == "style" or ("aria-hidden", "true") in attributes

    def handle_data(self, data: str) -> None:
        if not self.ignored and data.strip():
            self.texts.append(" ".join(data.replace("\xa0", " ").split()))


def page(description: str, *options: str) -> str:
    ran = run("compute", "-", "--format", "html", *options, stdin=description.encode())
    assert (ran.code, ran.err) == (0, "")
    return ran.text


def texts(description: str, *options: str) -> list[str]:
    parser = Texts()
    parser.feed(page(description, *options))
    return parser.texts


def under(heading: str, told: list[str], until: str) -> list[str]:
    """What stands between two headings, of which the first is in the contents as well."""
    start = len(told) - told[::-1].index(heading)
    return told[start : told.index(until, start)]


# ---------------------------------------------------------------- the command


def test_the_same_file_gives_the_same_page() -> None:
    assert page(HOMES) == page(HOMES)


@pytest.mark.parametrize("name", ["page.html", "page.HTM"])
def test_the_ending_of_the_output_asks_for_the_page(tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    ran = run("compute", "-", "--output", output, stdin=HOMES.encode())
    assert (ran.code, ran.out, ran.err) == (0, b"", "")
    assert output.read_text("utf-8").startswith("<!doctype html>\n")


def test_a_command_without_a_page_says_what_it_has() -> None:
    asked = ("--vary", "cost.rent.amount", "--target", "total.balance=0")
    ran = run("solve", "-", *asked, "--output", "page.html", stdin=HOMES.encode())
    assert (ran.code, ran.out) == (2, b"")
    formats = "table, csv, json, markdown or pdf"
    assert ran.err == f"error: --output: this command has no html: take {formats}\n"
    ran = run("solve", "-", *asked, "--format", "html", stdin=HOMES.encode())
    assert (ran.code, ran.out) == (2, b"")
    formats = "table, csv, json, markdown or pdf"
    assert ran.err == f"error: --format: this command has no html: take {formats}\n"


def test_the_page_is_in_the_language_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    assert '<html lang="nl">' in page(HOMES)
    assert '<html lang="en">' in page(HOMES, "--lang", "en")


def test_title_and_totals_come_first() -> None:
    assert texts(HOMES, "--lang", "en")[:3] == [
        "Two homes 2026",
        "Two homes 2026",
        (
            "Together € 100.00 goes out and € 10.01 comes in: the partners pay the difference of "
            "€ 89.99 together."
        ),
    ]


def test_the_page_shows_whole_euros_where_they_are_asked_for() -> None:
    told = texts(HOMES, "--lang", "nl", "--round", "euro", "--set", "revenue.sale.amount=0.4")
    assert (
        "Samen gaat er € 100 uit en komt er € 11 in: de partners leggen samen € 89 bij."
    ) in told
    assert (
        "Getoond in hele euro’s, elk bedrag apart afgerond; zo tellen niet precies op: “sale”, "
        "“Inkomsten” en “Saldo”." in told
    )
    assert "Bedragen in €." in told


# ---------------------------------------------------------------- the method


def test_the_page_says_what_is_shared_and_how() -> None:
    assert under("How it was divided", texts(HOMES, "--lang", "en"), "How the figures arise") == [
        (
            "Shared by the partners (Rent): € 100.00 of costs less € 10.01 of income (gift) is "
            "€ 89.99, equally over 2 partners."
        ),
        "Basis: art. 7.",
        ("sale: € 0.005 per partner, together € 0.00; each partner receives its own part."),
        "What the partners share",
        "Line",
        "Amount",
        "Rent",
        "100.00",
        "gift",
        "−10.01",
        "To share",
        "89.99",
        (
            "Everything is computed exactly and rounded once, at the end, to € 0.01. What is then "
            "left over of a divided amount goes, € 0.01 each, to the partners with the largest "
            "remainders, so that every column adds up. Prices and rates are rounded for each "
            "partner by itself: who uses as much pays as much."
        ),
    ]


@pytest.mark.parametrize(
    ("rounding", "told"),
    [
        (
            'unit = 1\ndifference = "largest"',
            "op € 1,00. Wat er dan van een verdeeld bedrag overblijft, is voor de partner met het ",
        ),
        (
            'unit = 0.001\ndifference = "stad"',
            "op € 0,001. Wat er dan van een verdeeld bedrag overblijft, is voor Stad (of, waar ",
        ),
    ],
)
def test_the_page_says_who_takes_the_difference(rounding: str, told: str) -> None:
    shown = texts(f"{HOMES}\n[rounding]\n{rounding}\n", "--lang", "nl")
    assert any(told in text for text in shown)


def test_a_network_that_shares_nothing_has_no_pool() -> None:
    told = texts('title = "Nothing"\n[partner.a]\n', "--lang", "en")
    assert under("How it was divided", told, "How the figures arise") == [
        "Everything is computed exactly and rounded once, at the end, to € 0.01.",
    ]


# ---------------------------------------------------------------- scenarios

SCENARIOS = """
[scenario.lean]
label = "Lower rent"
cost.rent.amount = 50

[scenario.other]
label = "Dorp leaves, Brug joins"
remove = ["partner.dorp"]
partner.brug.name = "Brug"

[scenario.broken]
contribution = { model = "mixed", fixed_amount = 1_000_000, key = "partners" }
"""


def test_scenarios_stand_side_by_side_and_what_cannot_be_computed_is_named() -> None:
    told = texts(HOMES + SCENARIOS, "--lang", "en")
    assert under("Scenarios side by side", told, "How the figures arise") == [
        "Net contribution of each partner in each scenario",
        *("Partner", "Current agreement", "Lower rent", "Dorp leaves, Brug joins", "Spread"),
        *("what is different", "–"),
        "Rent (€ 100.00 → € 50.00)",
        "Dorp leaves; Brug joins",
        *("Stad", "↑ 44.99", "↓ 19.99", "↑ 44.99", "25.00"),
        *("Brug", "45.00"),
        *("Dorp", "↑ 45.00", "↓ 20.00", "25.00"),
        *("Total", "↑ 89.99", "↓ 39.99", "↑ 89.99", "50.00"),
        "Amounts in €.",
        "Net contribution: expenses less revenues; what is received is below 0.",
        "↓ cheapest for that row, ↑ dearest. Spread: the highest less the lowest.",
        "Left out, because it cannot be computed: broken.",
    ]


def test_settings_hold_for_every_scenario_and_the_chosen_one_is_in_the_title() -> None:
    options = ("--lang", "en", "--scenario", "lean", "--set", "revenue.gift.amount=20")
    told = texts(HOMES + SCENARIOS, *options)
    assert told[0] == "Two homes 2026: Lower rent"
    assert "↑ 80.00" in under("Scenarios side by side", told, "How the figures arise")


def test_a_setting_that_a_scenario_cannot_take_leaves_that_scenario_out() -> None:
    setting = ("--set", "partner.dorp.name=Dorpje")
    told = texts(HOMES + SCENARIOS, "--lang", "en", *setting)
    assert "Left out, because it cannot be computed: Dorp leaves, Brug joins and broken." in told


def test_a_reserve_has_its_row_beside_the_scenarios() -> None:
    description = """
title = "Dues"
cost.office.amount = 100
contribution = { model = "fixed", fixed_amount = 40 }
partner.a = {}
partner.b = {}
scenario.more.contribution.fixed_amount = 60
"""
    told = texts(description, "--lang", "en")
    beside = under("Scenarios side by side", told, "How the figures arise")
    at = beside.index("Reserve")
    assert beside[at + 1 : at + 4] == ["↑ 20.00", "↓ −20.00", "40.00"]


def test_where_nothing_is_left_to_compare_there_is_no_table() -> None:
    broken = SCENARIOS[SCENARIOS.index("[scenario.broken]") :]
    told = texts(HOMES + broken, "--lang", "en")
    assert under("Scenarios side by side", told, "How the figures arise") == [
        "Left out, because it cannot be computed: broken."
    ]


def test_a_scenario_stands_though_the_base_cannot_be_computed() -> None:
    description = """
title = "Too much"
cost.rent.amount = 100
subsidy.state.amount = 200
contribution.model = "fixed"
partner.a = {}
scenario.less.subsidy.state.amount = 50
scenario.none.remove = ["subsidy.state"]
"""
    told = texts(description, "--lang", "en", "--scenario", "less")
    assert "Left out, because it cannot be computed: current agreement." in told


def test_a_file_without_scenarios_says_nothing_of_them() -> None:
    assert "Scenarios side by side" not in texts(HOMES, "--lang", "en")


# ---------------------------------------------------------------- how the figures arise


def test_the_page_explains_lines_once_and_partners_briefly() -> None:
    told = texts(HOMES, "--lang", "en", "--set", "cost.rent.amount=99.99")
    why = told[told.index("The network as a whole") :]
    first, second = why.index("Stad"), why.index("Dorp")
    whole, stad = why[:first], why[first:second]
    assert "--set cost.rent.amount=99.99" in whole
    assert "line 14" in whole
    assert sum(text.startswith("Rounding down leaves € 0.01 over") for text in whole) == 2
    assert stad[1:5] == [
        "Rent",
        "€ 50.00",
        "Equal parts: 1 of 2 partners, or 50 %",
        "1/2 × € 99.99 = € 49.995",
    ]
    assert not any("leaves" in text for text in stad)
    assert stad[-5:] == ["Expenses € 50.00", "·", "Revenues € 5.01", "·", "Balance € −44.99"]


def test_a_very_large_network_is_explained_as_a_whole_only() -> None:
    partners = "\n".join(f"[partner.p{at}]" for at in range(601))
    told = texts(f"{HOMES.partition('[revenue')[0]}\n{partners}\n", "--lang", "en")
    assert "The network as a whole" in told
    assert told[-2] == (
        "For 601 partners and 1 lines this would take hundreds of sheets. The command "
        "“igs-costshare explain” tells it for the partner that is asked for."
    )


# ---------------------------------------------------------------- the chart


def test_the_chart_stands_under_its_finding_and_in_the_contents() -> None:
    even = HOMES.replace("amount = 10.01", "amount = 10.00")
    assert texts(even, "--lang", "en").count("All partners have the same amount") == 4


def test_where_nothing_compares_there_is_no_chart_and_no_word_of_it() -> None:
    alone = page("title = 'Alone'\n[partner.stad]\n[cost.a]\namount = 5\nper = 'partner'")
    assert "<svg" not in alone
    assert "#chart" not in alone


# ---------------------------------------------------------------- tables on paper


def wide(columns: int) -> Table:
    names = [Column("name", "Partner", "text")]
    amounts = [Column(f"c{at}", f"Line {at}", "amount") for at in range(columns)]
    cells: tuple[Cell, ...] = ("Stad", *(123_456_789 for _ in range(columns)))
    return Table((*names, *amounts), (TableRow("total", cells),), 2)


def test_a_table_that_fits_stays_whole() -> None:
    (grid,) = grids(wide(10), NL)
    assert [heading.text for heading in grid.headings][:2] == ["Partner", "Line 0"]
    assert grid.lines[0].cells == ("1.234.567,89",) * 10


def test_a_wider_one_comes_in_pieces_of_much_the_same_width_with_the_names_in_front() -> None:
    pieces = grids(wide(30), NL)
    assert [len(piece.headings) - 1 for piece in pieces] == [11, 11, 8]
    assert {piece.headings[0].text for piece in pieces} == {"Partner"}
    assert {piece.lines[0].name for piece in pieces} == {"Stad"}
    assert all(piece.width <= LANDSCAPE for piece in pieces)
    told = [heading.text for piece in pieces for heading in piece.headings[1:]]
    assert told == [f"Line {at}" for at in range(30)]


def test_a_word_that_no_column_can_hold_is_broken_off() -> None:
    table = wide(2)._replace(
        columns=(
            Column("name", "Partner", "text"),
            Column("c0", "x" * 200, "amount"),
            Column("c1", "Line 1", "amount"),
        )
    )
    (grid,) = grids(table, NL)
    assert [heading.is_long for heading in grid.headings] == [False, True, False]
    assert grid.width < LANDSCAPE


def test_a_column_too_wide_for_any_sheet_stands_alone() -> None:
    columns = (
        Column("name", "Partner", "text"),
        Column("c0", "Line 0", "text"),
        Column("c1", "Line 1", "amount"),
    )
    table = Table(columns, (TableRow("total", ("Stad", "x" * 200, 1)),), 2)
    assert [len(piece.headings) - 1 for piece in grids(table, NL)] == [1, 1]


def test_the_page_begins_with_what_each_pays() -> None:
    told = texts(HOMES, "--lang", "nl")
    at = told.index("Nettobijdrage per partner")
    assert told.index("Wat elke partner draagt en ontvangt") > at
    assert told[at + 1 : at + 6] == ["Partner", "Nettobijdrage", "Aandeel", "Stad", "44,99"]


def test_the_foot_tells_status_day_file_and_program(tmp_path: Path) -> None:
    file = tmp_path / "huis.toml"
    file.write_text(HOMES, encoding="utf-8")
    asked = ("--format", "html", "--lang", "nl", "--status", "definitief", "--date", "2027-03-12")
    foot = re.findall(r"<footer><p>(.*)</p>", run("compute", file, *asked).text)
    assert [re.sub(r"toml \w{8} ", "toml HASH ", each) for each in foot] == [
        "Two homes 2026 · definitief van 12/03/2027 · bestand huis.toml HASH · igs-costshare 0.1.0"
    ]


@pytest.mark.parametrize("option", [("--status", "definitief"), ("--date", "2027-03-12")])
def test_status_and_day_are_of_a_page(option: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "huis.toml"
    file.write_text(HOMES, encoding="utf-8")
    ran = run("compute", file, "--lang", "nl", *option)
    assert (ran.code, ran.text) == (2, "")
    assert ran.err.startswith(f"fout: {option[0]}: ")
