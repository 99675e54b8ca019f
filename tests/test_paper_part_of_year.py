"""What papers say of who takes part for a part of the year."""

from __future__ import annotations

import pytest

from command import run
from paperwork import text
from test_closing import closing
from test_closing import notes as notes_of
from test_letters import letters, of, said, settled
from test_nota import blocks, paper

CHARGE = """title = "Netwerk"
year = 2026

[cost.x]
label = "Werking"
amount = 9_000

[contribution]
model = "variable"
rate = { inhabitants = 2 }

[partner.a]
name = "Aalst"
keys.inhabitants = 4_000

[partner.b]
name = "Brug"
keys.inhabitants = 1_000
from = 2026-07-01
"""
IN_PART = (
    "Een deel van het jaar erbij: Brug (6/12). De cijfers, bedragen, grenzen en tarieven van die "
    "partner tellen voor dat deel; gebruiksdagen worden nooit ingekort."
)
CUT = (
    "Elk van de 2 partners betaalt € 2,00 per inwoner, samen € 9.000,00: elk naar het deel van het "
    "jaar dat die meedoet."
)


def test_a_nota_says_who_takes_part_for_which_part_of_the_year() -> None:
    assert IN_PART in notes_of(paper(CHARGE))[0]
    assert IN_PART in notes_of(closing(CHARGE))[0]
    whole = CHARGE.replace("from = 2026-07-01\n", "")
    assert "Een deel van het jaar" not in str(blocks(paper(whole)))


def test_the_sentence_on_the_rate_does_not_say_that_everybody_pays_all_of_it() -> None:
    for found in (paper(CHARGE), closing(CHARGE)):
        assert CUT in notes_of(found, 1)
    whole = notes_of(paper(CHARGE.replace("from = 2026-07-01\n", "")), 1)
    assert "Elk van de 2 partners betaalt € 2,00 per inwoner, samen € 10.000,00." in whole
    ran = run("compute", "-", "--lang", "nl", stdin=CHARGE.encode())
    assert CUT in " ".join(ran.out.decode().replace("\xa0", " ").split())


def test_of_days_of_use_that_are_never_cut_it_says_nothing_of_the_kind() -> None:
    used = CHARGE.replace("{ inhabitants = 2 }", "{ days = 2 }").replace(
        "keys.inhabitants = ", "days.1 = "
    )
    assert not any("naar het deel van het jaar" in each for each in notes_of(paper(used), 1))


def test_of_several_it_speaks_in_the_plural() -> None:
    both = CHARGE + '[partner.c]\nname = "Dorp"\nkeys.inhabitants = 5\nuntil = 2026-01-31\n'
    assert (
        "Een deel van het jaar erbij: Brug (6/12) en Dorp (1/12). Hun cijfers, bedragen, grenzen "
        "en tarieven tellen voor dat deel;"
    ) in notes_of(paper(both))[0]


def test_a_letter_says_for_which_part_an_amount_per_inhabitant_is() -> None:
    found = letters(CHARGE)
    assert said(of(found, "b")).endswith(
        "Per inwoner betaalt Brug € 1,00 (voor 6 van de 12 maanden)."
    )
    assert said(of(found, "a")).endswith("Per inwoner betaalt Aalst € 2,00.")
    told = "Per inwoner is het aandeel € 1,00 (voor 6 van de 12 maanden)."
    assert told in said(settled(CHARGE, "b"))


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Its figures, amounts, bounds and rates count for that part"),
        ("fr", "Ses chiffres, montants, limites et tarifs comptent pour cette partie"),
    ],
)
def test_so_it_does_in_every_language(lang: str, told: str) -> None:
    ran = run("nota", "-", "--lang", lang, stdin=CHARGE.encode())
    assert told in text(ran.out)
