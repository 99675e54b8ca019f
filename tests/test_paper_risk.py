"""What a paper calls a risk or an alternative: neither what is agreed nor what happened."""

from __future__ import annotations

import pytest

from command import run
from paperwork import text
from test_letters import headings as headings_of
from test_letters import letters, of
from test_nota import headings, paper, table

RATED = """title = "Netwerk"
year = 2027

[cost.x]
label = "Werking"
amount = 9_000

[contribution]
model = "variable"
rate = { inhabitants = 2 }

[partner.a]
name = "Aalst"
units = 1
keys.inhabitants = 4_000

[partner.b]
name = "Brug"
units = 1
keys.inhabitants = 1_000
"""
HOMES = "[day_price]\nprices = { 1 = 10 }\ndays = 365\noccupancy = 0.5\n"
AGREED = "Als de afspraak anders was: tarief per inwoner"


def test_a_rate_that_is_agreed_is_no_risk_where_anything_else_moves_the_bill() -> None:
    assert "Het grootste risico: bezettingsgraad" in headings(paper(RATED + HOMES), 1)
    assert "Het grootste risico: het aantal inwoners van Aalst" in headings(
        paper(RATED, own="a"), 1
    )


def test_a_rate_that_alone_moves_the_bill_is_told_as_what_is_agreed() -> None:
    found = paper(RATED)
    assert AGREED in headings(found, 1)
    assert not any("risico" in each for each in headings(found, 1))
    assert table(found, AGREED, 1)[0][0] == "Tarief per inwoner"


def test_a_letter_names_the_inhabitants_before_the_rate() -> None:
    found = headings_of(of(letters(RATED), "a"))
    assert "Het grootste risico: het aantal inwoners van Aalst" in found
    without = RATED.replace("rate = { inhabitants = 2 }", "rate = { partners = 2 }")
    found = headings_of(of(letters(without), "a"))
    assert "Als de afspraak anders was: tarief per partner" in found


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "If the agreement were another: rate per inhabitant"),
        ("fr", "Si la convention était autre : tarif par habitant"),
    ],
)
def test_so_it_is_in_every_language(lang: str, told: str) -> None:
    ran = run("nota", "-", "--lang", lang, stdin=RATED.encode())
    assert told in text(ran.out)


# ---------------------------------------------------------------- alternatives

OPTIONS = "De alternatieven"
ACTUAL = '[scenario.actual]\nlabel = "Werkelijk"\ncost.x.amount = 8_000\n'
OTHER = '[scenario.minder]\nlabel = "Minder"\ncontribution.rate.inhabitants = 1\n'
PAID = "[payment.p]\npart = 0.5\n"


def test_what_really_happened_is_no_alternative() -> None:
    assert OPTIONS not in headings(paper(RATED + PAID + ACTUAL), 1)
    heads = table(paper(RATED + PAID + ACTUAL + OTHER), OPTIONS, 1)[0]
    assert heads == ("Te betalen door", "Begroting", "Minder")


def test_a_scenario_of_that_name_is_one_where_nothing_is_settled() -> None:
    heads = table(paper(RATED + ACTUAL), OPTIONS, 1)[0]
    assert "Werkelijk" in heads


def test_it_stands_there_in_the_paper_that_is_about_it() -> None:
    heads = table(paper(RATED + PAID + ACTUAL, scenario="actual"), OPTIONS, 1)[0]
    assert "Werkelijk" in heads


def test_what_happened_and_is_not_sound_in_that_year_is_not_named_as_left_out() -> None:
    planned = "[plan]\nuntil = 2028\n[plan.2028]\nremove = ['partner.b']\n"
    faulty = "[scenario.actual]\npartner.b.units = 2\ncost.x.only = ['b']\n"
    found = paper(RATED + PAID + faulty + OTHER + planned, year="2028")
    assert "actual" not in str(found.sheets[1])
