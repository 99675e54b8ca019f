"""Papers on a budget say what passes through a partner's own hands, as `settle` counts it."""

from __future__ import annotations

import re

import pytest

from command import run
from igs_costshare import settle
from igs_costshare.papers.blocks import Heading, Paragraph
from igs_costshare.papers.letters import Letter
from igs_costshare.reading.settled import settled_readings
from paperwork import text as text_of
from test_closing import notes
from test_letters import blocks, headings, letters, of, plain, settled, table
from test_nota import paper
from test_nota import said as asked

BUDGET = """title = "Netwerk"
year = 2027

[bank]
iban = "BE68 5390 0754 7034"

[cost.onderhoud]
label = "Onderhoud"
amount = 3_000
per = "unit"

[cost.coach]
label = "Wooncoach"
amount = 900
paid_by = "b"
in_kind = true

[cost.huur]
label = "Huur"
amount = 600
paid_by = { a = 100, account = 500 }

[subsidy.vlaanderen]
label = "Vlaamse subsidie"
amount = 300
received_by = "c"

[contribution]
model = "fixed"

[day_price]
prices = { 1 = 10 }
days = 365
occupancy = 0.5

[partner.a]
name = "Aalst"
units = 1

[partner.b]
name = "Brug"
units = 1

[partner.c]
name = "Dorp"
"""


def paragraphs(letter: Letter) -> list[str]:
    return [
        plain("".join(run.text for run in block.runs))
        for block in blocks(letter)
        if isinstance(block, Paragraph)
    ]


def apart(letter: Letter) -> str:
    return next((each for each in paragraphs(letter) if each.startswith("In het bedrag")), "")


def euros(told: str) -> list[int]:
    found = re.findall(r"€ (-?[\d.]+),(\d\d)", told)
    return [int(whole.replace(".", "") + cents) for whole, cents in found]


def test_a_letter_says_what_comes_on_top_and_what_goes_off_in_the_settlement() -> None:
    found = letters(BUDGET)
    assert apart(of(found, "a")) == (
        "In het bedrag van € 1.575,00 zijn uitgaven en inkomsten verrekend. Wat u zelf ontvangt "
        "(Dagprijzen € 1.825,00), komt er bij de afrekening na afloop van het jaar nog bij. Wat u "
        "zelf betaalt of inbrengt (Huur € 100,00), gaat er bij de afrekening na afloop van het "
        "jaar nog af."
    )
    assert apart(of(found, "b")) == (
        "In het bedrag van € 1.575,00 zijn uitgaven en inkomsten verrekend. Wat u zelf ontvangt "
        "(Dagprijzen € 1.825,00), komt er bij de afrekening na afloop van het jaar nog bij. Wat u "
        "zelf betaalt of inbrengt (Wooncoach € 900,00), gaat er bij de afrekening na afloop van "
        "het jaar nog af."
    )
    readings = settled_readings(BUDGET, "netwerk.toml")
    rows = settle(readings.budget.statement(), readings.settled.statement()).partners
    for row in rows:
        bill, received, *paid = euros(apart(of(found, row.id)))
        assert bill + received - sum(paid) == row.due


def test_what_is_left_of_last_year_comes_on_top_or_goes_off() -> None:
    found = letters(BUDGET + "[settlement]\nopening = { a = 7, c = -5 }\n")
    assert apart(of(found, "a")).endswith(
        "Het saldo van vorig jaar (€ 7,00) komt er bij de afrekening na afloop van het jaar nog "
        "bij."
    )
    assert apart(of(found, "c")).endswith(
        "Het tegoed van vorig jaar (€ 5,00) gaat er bij de afrekening na afloop van het jaar nog "
        "af."
    )


def test_what_advances_leave_is_then_not_what_the_settlement_asks() -> None:
    advanced = BUDGET + "[payment.p]\nlabel = 'Voorschot'\npart = 1\n"
    rows = [row[0] for row in table(of(letters(advanced), "a"), "Betaling")]
    assert rows == ["Voorschot", "Rest van dit bedrag", "Te betalen"]
    alone = advanced.replace('received_by = "c"', 'received_by = "account"')
    rows = [row[0] for row in table(of(letters(alone), "c"), "Betaling")]
    assert rows == ["Voorschot", "Saldo bij de afrekening", "Te betalen"]


def test_of_who_receives_on_balance_it_is_the_other_way_round() -> None:
    described = BUDGET.replace("occupancy = 0.5", "occupancy = 1")
    assert apart(of(letters(described), "b")) == (
        "In het bedrag van € 250,00 zijn uitgaven en inkomsten verrekend. Wat u zelf ontvangt "
        "(Dagprijzen € 3.650,00), gaat er bij de afrekening na afloop van het jaar nog af. Wat u "
        "zelf betaalt of inbrengt (Wooncoach € 900,00), komt er bij de afrekening na afloop van "
        "het jaar nog bij."
    )
    assert headings(of(letters(described), "b"))[-1] == "Betaling"


def test_of_who_passes_nothing_itself_it_says_nothing() -> None:
    plainly = BUDGET.replace('received_by = "c"', 'received_by = "account"')
    assert apart(of(letters(plainly), "c")) == ""


def test_of_many_lines_the_sum_is_told() -> None:
    more = "".join(
        f'[cost.x{at}]\nlabel = "Post {at}"\namount = 10\npaid_by = "c"\n' for at in range(5)
    )
    assert "(5 posten, samen € 50,00)" in apart(of(letters(BUDGET + more), "c"))


def test_the_letter_of_a_final_account_has_it_in_the_account() -> None:
    assert apart(settled(BUDGET, "a")) == ""


def test_a_letter_on_the_scenario_that_closes_the_year_leaves_it_to_the_final_account() -> None:
    actual = BUDGET + "[scenario.actual]\ncost.huur.amount = 600\n"
    assert apart(of(letters(actual, "actual"), "a")) == ""
    assert apart(of(letters(actual), "a"))


def test_the_nota_says_it_under_the_table_where_it_holds_for_anybody() -> None:
    assert (
        "Wat partners zelf ontvangen (Dagprijzen € 3.650,00 en Vlaamse subsidie € 300,00), komt er "
        "bij de afrekening na afloop van het jaar nog bij. Wat partners zelf betalen of inbrengen "
        "(Wooncoach € 900,00 en Huur € 100,00), gaat er bij de afrekening na afloop van het jaar "
        "nog af."
    ) in notes(paper(BUDGET))[0]
    apart = 'title = "N"\n[cost.a]\namount = 9\n[contribution]\nmodel = "fixed"\n[partner.a]\n'
    assert "bij de afrekening" not in notes(paper(apart))[0]


def test_a_nota_where_all_receive_turns_it_round() -> None:
    income = (
        'title = "N"\n[revenue.a]\nlabel = "Huur"\namount = 10\nreceived_by = "a"\n'
        '[contribution]\nmodel = "fixed"\n[partner.a]\n[partner.b]\n'
    )
    assert "(Huur € 10,00), gaat er bij de afrekening" in notes(paper(income))[0]
    spent = '[cost.x]\nlabel = "Kost"\namount = 4\npaid_by = "a"\n'
    assert "(Kost € 4,00), komt er bij de afrekening" in notes(paper(income + spent))[0]


PURSES = BUDGET + '[settlement]\ntransfers = "none"\n'
NOTHING_PASSES = "Gesloten beurzen: er wordt niets overgeschreven, ook niet voor het verschil."


def test_with_closed_purses_a_letter_asks_for_no_payment() -> None:
    letter = of(letters(PURSES), "a")
    assert plain(letter.paper.title) == "Aalst draagt € 1.575,00 in 2027"
    assert (letter.amount, letter.reference) == (157_500, "")
    at = blocks(letter).index(Heading("Betaling"))
    assert [*map(type, blocks(letter)[at:])] == [Heading, Paragraph]
    assert paragraphs(letter)[-1] == NOTHING_PASSES
    assert NOTHING_PASSES in notes(paper(PURSES))[0]


def test_payments_that_are_agreed_are_asked_for_all_the_same() -> None:
    paid = PURSES + "[payment.x]\namounts = { a = 50 }\n"
    letter = of(letters(paid), "a")
    assert plain(letter.paper.title) == "Aalst betaalt € 1.575,00 in 2027"
    assert letter.reference
    assert NOTHING_PASSES not in paragraphs(letter)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "What partners receive themselves (Day prices € 3,650.00 and Vlaamse subsidie"),
        ("fr", "Ce que des partenaires reçoivent eux-mêmes (Prix de journée 3.650,00 €"),
    ],
)
def test_it_is_said_in_every_language(lang: str, told: str) -> None:
    ran = run("nota", "-", "--lang", lang, stdin=BUDGET.encode())
    assert told in text_of(ran.out)


def test_the_first_paragraph_names_what_a_partner_brings_in_pays_and_receives_itself() -> None:
    told = (
        "Brug brengt Wooncoach € 900,00 in natura in en ontvangt zelf Dagprijzen € 1.825,00; dat "
        "telt mee bij de afrekening."
    )
    assert asked(paper(BUDGET, own="b")).endswith(f"Brug betaalt € 1.575,00. {told}")
    assert told in paragraphs(of(letters(BUDGET), "b"))[0]
    assert asked(paper(BUDGET, own="a")).endswith(
        "Aalst betaalt zelf Huur € 100,00 en ontvangt zelf Dagprijzen € 1.825,00; dat telt mee bij "
        "de afrekening."
    )


def test_it_names_nothing_for_all_nor_of_the_year_that_closes_nor_for_who_passes_nothing() -> None:
    assert "zelf" not in asked(paper(BUDGET))
    assert "zelf" not in paragraphs(settled(BUDGET, "b"))[0]
    actual = BUDGET + "[scenario.actual]\ncost.coach.amount = 950\n"
    assert "zelf" not in asked(paper(actual, scenario="actual", own="b"))
    assert "zelf" not in paragraphs(of(letters(actual, "actual"), "b"))[0]
    alone = 'title = "N"\n[cost.a]\namount = 9\n[contribution]\nmodel = "fixed"\n[partner.a]\n'
    assert asked(paper(alone, own="a")).endswith("betaalt € 9,00.")
    assert "zelf" not in paragraphs(of(letters(alone), "a"))[0]
