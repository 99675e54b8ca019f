"""Papers of a settlement with somebody in it who is no partner that year."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run
from paperwork import text
from test_closing import DUE, WHY, articles, cards, closing, decided, many, notes, under
from test_letters import said as told_in
from test_letters import settled
from test_nota import headings, said, table

LEFT = """title = "Netwerk"
year = 2026

[cost.werking]
label = "Werking"
amount = 3_000

[contribution]
model = "fixed"

[partner.a]
name = "Aa"

[partner.b]
name = "Bee"

[partner.zande]
name = "Zande"
kind = "municipality"
until = 2025-12-31

[settlement]
account = "a"
opening = { zande = 312.40 }
"""


def left(*names: str) -> str:
    """A network of five that settles with partners of the year before."""
    partners = "".join(f'[partner.{each}]\nname = "{each.title()}"\n' for each in "abcde")
    gone = "".join(
        f'[partner.{each}]\nname = "{each.title()}"\nuntil = 2025-12-31\n' for each in names
    )
    opening = ", ".join(f"{each} = 10" for each in names)
    return (
        'title = "Netwerk"\nyear = 2026\n[cost.x]\namount = 500\n[contribution]\nmodel = "fixed"\n'
        f"{partners}{gone}[settlement]\nopening = {{ {opening} }}\n"
    )


def test_who_is_no_partner_and_still_settles_has_a_row_so_that_the_columns_add_up() -> None:
    found = closing(LEFT)
    assert table(found, DUE)[1:] == [
        ("Aa", "1.500,00", "−312,40", "3.000,00", "−1.812,40"),
        ("Bee", "1.500,00", "0,00", "0,00", "1.500,00"),
        ("Zande", "–", "312,40", "0,00", "312,40"),
        ("Totaal", "3.000,00", "0,00", "3.000,00", "0,00"),
    ]
    assert notes(found)[0].endswith("Een streepje staat waar iemand geen partner is.")


def test_the_dash_of_who_is_not_there_is_told_once_beside_the_budget_too() -> None:
    more = "[scenario.actual]\ncost.werking.amount = 4_000\npartner.c = {}\n"
    (told, *_) = notes(closing(LEFT + more))
    assert told.count("Een streepje staat waar iemand geen partner is.") == 1


def test_who_is_no_partner_has_a_nota_of_its_own() -> None:
    found = closing(LEFT, "zande")
    assert found.over == "Nota voor de gemeenteraad · Zande"
    assert decided(found) == (
        "Zande betaalt nog € 312,40 aan Aa. € 312,40 is het saldo van vorig jaar. Zande doet in "
        "2026 niet mee. Hier staat wat nog te verrekenen is."
    )
    assert cards(found)[-1] == ("€ 312", "nog te betalen door Zande")
    assert under(found, "Wie betaalt aan wie") == "Zande betaalt nog € 312,40 aan Aa."
    ran = run("nota", "-", "--settlement", "--partner", "zande", "--lang=nl", stdin=LEFT.encode())
    assert ran.code == 0
    assert "Artikel 2. Zande betaalt € 312,40 aan Aa." in text(ran.out)


def test_who_is_no_partner_and_has_nothing_to_settle_has_none() -> None:
    gone = LEFT.replace("opening = { zande = 312.40 }\n", "")
    ran = run("nota", "-", "--settlement", "--partner", "zande", "--lang=nl", stdin=gone.encode())
    assert ran.code == 2
    assert "er is geen partner `zande`" in ran.err
    ran = run("nota", "-", "--partner", "zande", "--lang=nl", stdin=LEFT.encode())
    assert "er is geen partner `zande`" in ran.err


def test_a_partner_is_one_that_takes_part_wherever_they_are_counted() -> None:
    found = closing(left("zande"))
    assert found.over == "Nota voor de besturen van de 5 partners"
    assert "5 partners en Zande (in 2026 geen partner) betalen nog samen € 510,00 aan" in said(
        found
    )
    told = said(closing(left("p", "q", "r", "s")))
    assert "5 partners en 4 die in 2026 geen partner zijn betalen nog samen € 540,00" in told


def test_the_letter_of_who_keeps_the_account_counts_them_likewise() -> None:
    description = left("zande").replace("[settlement]", '[settlement]\naccount = "a"')
    extra = "".join(f'[partner.{each}]\nname = "{each.title()}"\n' for each in "fgh")
    letter = settled(description.replace("[settlement]", f"{extra}[settlement]"), "a")
    assert "7 partners en Zande (in 2026 geen partner) betalen u samen" in told_in(letter, -1)


def test_among_many_who_is_no_partner_is_counted_with_the_others_but_as_no_partner() -> None:
    more = (
        '[partner.zande]\nname = "Zande"\nuntil = 2026-12-31\n[settlement]\nopening.zande = 0.5\n'
    )
    found = closing(many(30, more))
    row = next(line for line in table(found, "De 10 grootste saldi") if "andere" in line[0])
    assert row[0] == "21 andere"
    assert "Iedereen staat in de bijlage." in notes(found)[0]
    (annex,) = found.sheets[2:]
    assert "Zande" in str(annex)
    own = closing(many(30, more), "zande")
    assert any(line[0] == "Zande" for line in table(own, "De 10 grootste saldi"))


def test_with_the_fewest_payments_the_account_may_be_among_who_pays() -> None:
    description = left("zande").replace("[settlement]", '[settlement]\ntransfers = "direct"')
    paid = "[payment.x]\namounts = { a = 1_000 }\n"
    told = (
        "A ontvangt nog € 900,00 van 4 partners, Zande (in 2026 geen partner) en de "
        "gemeenschappelijke rekening."
    )
    assert told in said(closing(description + paid, "a"))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_it_is_said_in_every_language(lang: str, tmp_path: Path) -> None:
    file = tmp_path / "n.toml"
    file.write_text(left("zande"), "utf-8")
    ran = run("nota", file, "--settlement", "--lang", lang)
    said = {"en": "5 partners and Zande (no partner in 2026)", "fr": "pas partenaire en 2026"}
    assert said[lang] in text(ran.out)


def test_the_partners_of_the_budget_are_counted_apart_from_those_of_the_year() -> None:
    gone = left("zande").replace("opening = {", "opening = { e = 5,")
    found = closing(gone + "[scenario.actual]\npartner.e.until = 2025-12-31\n")
    assert [words for _, words in cards(found)][:2] == [
        "nettobijdragen van de 5 partners samen, begroot",
        "nettobijdragen van de 4 partners samen, werkelijk",
    ]
    assert [row[0] for row in table(found, DUE)].count("E") == 1


RESERVE = "[reserve]\nopening = 500\n"
MORE = "[scenario.actual]\ncost.werking.amount = 4_000\ncost.x = { label = 'X', amount = 10 }\n"


def test_who_takes_no_part_takes_note_and_decides_nothing_on_the_reserve() -> None:
    found = closing(LEFT + RESERVE + MORE, "zande")
    assert said(found).startswith("Gevraagde beslissing. Kennisnemen van de afrekening van 2026.")
    assert articles(found)[1:] == [
        (
            "Artikel 1. De gemeenteraad neemt kennis van de afrekening van “Netwerk” voor 2026 "
            "zoals in deze nota."
        ),
        "Artikel 2. Zande betaalt € 312,40 aan Aa.",
    ]
    assert headings(found) == [DUE]
    assert WHY in headings(closing(LEFT + RESERVE + MORE, "a"))
    assert len(articles(closing(LEFT + RESERVE + MORE, "a"))) == 4


def test_the_causes_concern_who_was_budgeted_and_left() -> None:
    gone = "[scenario.actual]\npartner.b.until = 2025-12-31\n[payment.p]\namounts = { b = 100 }\n"
    found = closing(LEFT + gone, "b")
    assert said(found).startswith("Gevraagde beslissing. Kennisnemen van de afrekening van 2026.")
    assert WHY in headings(found)
