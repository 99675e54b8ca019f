"""The lines of a closed year beside its budget, and what the reserve does."""

from __future__ import annotations

import pytest

from test_closing import WHY, articles, closing, many, notes
from test_nota import LINES, paper, plain, table

YEAR = """title = "Netwerk"
year = 2027

[cost.huur]
label = "Huur"
amount = 700
basis = "artikel 1"

[cost.verhuis]
label = "Verhuis"
amount = 40

[subsidy.s]
label = "Subsidie"
amount = 100

[contribution]
model = "variable"
rate = { partners = 350 }

[partner.a]
name = "Aalst"

[partner.b]
name = "Brug"

[reserve]
opening = 1_000
"""
ACTUAL = """
[scenario.actual]
label = "werkelijke cijfers"
remove = ["cost.verhuis"]
cost.huur.amount = 820

[scenario.actual.cost.boiler]
label = "Boiler"
amount = 30
only = ["a"]
contribution = { model = "fixed" }
"""


def test_every_line_stands_beside_its_budget_those_of_one_side_too() -> None:
    rows = [row[:4] for row in table(closing(YEAR + ACTUAL), LINES, 1)]
    assert rows == [
        ("Post", "Begroting", "Werkelijk", "Verschil"),
        ("Huur", "700,00", "820,00", "+120,00"),
        ("Boiler", "–", "30,00", "+30,00"),
        ("Verhuis", "40,00", "–", "−40,00"),
        ("Uitgaven", "740,00", "850,00", "+110,00"),
        ("Subsidie", "−100,00", "−100,00", "0,00"),
        ("Naar de reserve (−: uit de reserve)", "60,00", "−20,00", "−80,00"),
        ("Nettobijdragen samen", "700,00", "730,00", "+30,00"),
    ]


def test_an_amount_that_was_spent_is_no_fixed_one() -> None:
    rows = {row[0]: row[4:] for row in table(closing(YEAR + ACTUAL), LINES, 1)}
    assert rows["Huur"][0] == "werkelijk bedrag"
    assert rows["Subsidie"][0] == "werkelijk bedrag"
    assert rows["Verhuis"][0] == "vast bedrag"
    assert rows["Boiler"][:2] == ("werkelijk bedrag", "Aalst alleen")
    budget = {row[0]: row for row in table(closing(YEAR), LINES, 1)}
    assert budget["Huur"][:3] == ("Huur", "700,00", "vast bedrag")


def test_where_no_line_differs_there_is_one_column() -> None:
    same = YEAR + "[scenario.actual]\ncontribution.rate.partners = 360\n"
    assert table(closing(same), LINES, 1)[0][:3] == ("Post", "Bedrag", "Hoe berekend")


def test_the_small_lines_of_many_are_beside_their_budget_together() -> None:
    costs = "".join(f"[cost.k{at}]\namount = {at + 1}\n" for at in range(14))
    actual = "[scenario.actual]\nremove = ['cost.k0']\ncost.k1.amount = 5\ncost.k13.amount = 20\n"
    found = closing(YEAR + costs + actual)
    small = next(row for row in table(found, LINES, 1) if "kleinere posten" in row[0])
    assert small[:4] == ("7 kleinere posten", "28,00", "30,00", "+2,00")
    (annex,) = found.sheets[2:]
    assert "k0" in str(annex)


@pytest.mark.parametrize(
    ("rate", "word"),
    [("400", "Naar de reserve"), ("250", "Uit de reserve"), ("320", "Uit de reserve")],
)
def test_the_reserve_is_beside_what_was_budgeted(rate: str, word: str) -> None:
    described = YEAR.replace("partners = 350", f"partners = {rate}") + ACTUAL
    found = [row[:4] for row in table(closing(described), LINES, 1)]
    assert found[-2][0].startswith(word)


def test_the_causes_say_what_the_reserve_gets_more_or_adds() -> None:
    found = closing(YEAR + ACTUAL)
    heads, *rows = table(found, WHY)
    named = ("Nieuw: Boiler", "Huur (€ 700,00 → € 820,00)", "Valt weg: Verhuis")
    assert tuple(map(plain, heads)) == ("Partner", *named, "Verschil")
    assert rows == [
        ("Aalst", "+30,00", "0,00", "0,00", "+30,00"),
        ("Brug", "0,00", "0,00", "0,00", "0,00"),
        ("Alle partners samen", "+30,00", "0,00", "0,00", "+30,00"),
        ("Reserve", "0,00", "+120,00", "−40,00", "+80,00"),
    ]
    assert "Reserve: wat ze meer bijlegt; met een minteken wat er meer naartoe gaat." in notes(
        found
    )


def test_causes_that_do_not_fit_are_others_where_some_move_the_reserve_alone() -> None:
    more = "".join(f"[cost.k{at}]\namount = 10\n" for at in range(4))
    spent = "".join(f"cost.k{at}.amount = {20 + at}\n" for at in range(4))
    actual = ACTUAL.replace("cost.huur", f"{spent}cost.huur")
    heads = table(closing(YEAR + more + actual), WHY)[0]
    assert heads[1] == "Nieuw: Boiler"
    assert heads[-2] == "2 andere oorzaken"


def test_a_nota_on_what_all_receive_has_no_row_of_the_reserve() -> None:
    income = (
        'title = "N"\n[revenue.r]\nlabel = "Huur"\namount = 100\n[contribution]\nmodel = "fixed"\n'
        '[partner.a]\nname = "A"\n[partner.b]\nname = "B"\n'
        "[scenario.s]\nrevenue.r.amount = 120\n[scenario.s.revenue.q]\namount = 5\n"
    )
    rows = table(paper(income, scenario="s", against="base"), "Waardoor het verandert")
    assert [row[0] for row in rows] == ["Partner", "A", "B", "Totaal"]


def test_an_article_decides_on_the_reserve() -> None:
    assert articles(closing(YEAR))[3:] == [
        "Artikel 3. € 60,00 gaat naar de reserve, die op 31/12/2027 € 1.060,00 bedraagt."
    ]
    assert articles(closing(YEAR + ACTUAL))[3:] == [
        "Artikel 3. De reserve legt € 20,00 bij en bedraagt op 31/12/2027 € 980,00."
    ]
    even = YEAR.replace("partners = 350", "partners = 320").replace("year = 2027\n", "")
    (article,) = articles(closing(even))[3:]
    assert article == (
        "Artikel 3. De reserve bedraagt aan het einde van het jaar € 1.000,00: er ging niets bij "
        "of af."
    )
    assert len(articles(closing(YEAR.partition("[reserve]")[0]))) == 3
    assert len(articles(closing(many(3)))) == 3
