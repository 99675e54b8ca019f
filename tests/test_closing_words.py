"""Words of a settlement that read as people say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser import chromium, needs_chromium
from command import run
from igs_costshare.papers.html import page
from paperwork import reader
from test_closing import EXAMPLES, closing, decided, many
from test_letters import settled, table
from test_nota import plain

CRISIS = EXAMPLES / "crisisopvangnetwerk-afgerekend.toml"
STAYED = """title = "Netwerk"
year = 2022

[cost.x]
label = "Werking"
amount = 900

[contribution]
model = "fixed"

[day_price]
prices = {{ 1 = 10, 2 = 12, 3 = 14, 4 = 16, 5 = 18, 6 = 20 }}
days = 365
occupancy = 0.5

[partner.stad]
name = "Stad"
units = 5

[partner.gemeente-1]
name = "Gemeente 1"
units = 2

[scenario.actual]
stays.register = "{register}"
"""
ONE = """title = "Netwerk"
year = 2027

[cost.x]
label = "Werking"
amount = 900

[cost.boiler]
label = "Boiler"
amount = 30
only = ["a"]
contribution = { model = "MODEL" }

[contribution]
model = "fixed"

[partner.a]
name = "Aalst"

[partner.b]
name = "Brug"
"""


def register(tmp_path: Path) -> str:
    file = tmp_path / "verblijven.csv"
    file.write_text(
        "eigenaar,personen,van,tot\nstad,1,2022-01-01,2022-03-01\n"
        "gemeente-1,2,2022-01-01,2022-02-01\n",
        "utf-8",
    )
    return str(file)


def test_the_stays_are_a_cause_with_an_article(tmp_path: Path) -> None:
    described = STAYED.format(register=register(tmp_path))
    assert decided(closing(described)).endswith("Dat komt door de verblijven in de woningen.")
    more = described + "cost.x.amount = 905\n"
    assert decided(closing(more)).endswith("Dat komt vooral door de verblijven in de woningen.")


@pytest.mark.parametrize("model", ["fixed", 'variable", key = "partners'])
def test_a_line_of_the_reader_alone_is_not_told_as_a_key(model: str) -> None:
    rows = table(settled(ONE.replace("MODEL", model), "a"), "Wat u draagt en ontvangt")
    assert {row[0]: row[1] for row in rows}["Boiler"] == "U alleen"
    assert "U alleen" not in {row[1] for row in rows if row[0] == "Werking"}


def test_a_minus_is_told_so_that_it_holds_for_the_account_too() -> None:
    ran = run("settle", CRISIS, "--lang", "nl")
    assert "Een minteken betekent dat dit bedrag nog te ontvangen is." in ran.out.decode()


# ---------------------------------------------------------------- the page, printed


@needs_chromium
@pytest.mark.parametrize("partners", [8, 10])
def test_a_printed_page_keeps_the_text_of_the_decision_together(
    partners: int, tmp_path: Path
) -> None:
    file, printed = tmp_path / "nota.html", tmp_path / "nota.pdf"
    costs = "".join(f'[cost.k{at}]\nlabel = "Post {at}"\namount = {at}\n' for at in range(10))
    actual = "[scenario.actual]\ncost.huur.amount = 31_000\ncost.k3.amount = 40\n"
    paid = "".join(f"[payment.{each}]\npart = 0.25\n" for each in "pq")
    file.write_text(page(closing(many(partners, costs + actual + paid))), "utf-8")
    with chromium() as browser:
        opened = browser.new_page()
        opened.goto(file.as_uri())
        opened.pdf(path=printed, prefer_css_page_size=True)
    texts = [plain(each.extract_text()) for each in reader(printed.read_bytes()).pages]
    (last,) = (each for each in texts if "Financiële gevolgen." in each)
    assert "Artikel 1." in last
    assert "Artikel 2." in last
    assert len(texts) == (2 if partners < 9 else 3)
