"""The paper by which a council approves the settlement of a year: every sentence is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command import run
from igs_costshare import settle
from igs_costshare.papers.blocks import (
    Boxed,
    Cards,
    Drawing,
    Grid,
    Heading,
    Note,
    Paper,
    Paragraph,
)
from igs_costshare.papers.closed import Closed
from igs_costshare.papers.html import page
from igs_costshare.papers.marks import Marks
from igs_costshare.papers.nota import settlement_nota
from igs_costshare.reading.settled import settled_readings
from igs_costshare.wording.language import language
from paperwork import pages, text
from test_nota import blocks, headings, plain, said, table

EXAMPLES = Path(__file__).parent.parent / "examples"
CRISIS = EXAMPLES / "crisisopvangnetwerk-afgerekend.toml"
YOUTH = EXAMPLES / "projectvereniging-afrekening.toml"
PURSES = EXAMPLES / "gesloten-beurzen.toml"
NL = language("nl")

DUE = "Wat ieder nog moet betalen"
WHO = "Wie betaalt aan wie"
BY_BUDGET = "De afrekening steunt op de begrote cijfers, niet op wat er werkelijk gebeurde."
BUDGET_SETTLED = (
    "ter info: deze afrekening steunt op de begrote cijfers: het bestand heeft geen scenario "
    '`actual`; is wat erin staat wat er gebeurde, zeg het dan met `scenario = "base"` onder '
    "`[settlement]`\n"
)
PAID = "Betalingen tijdens het jaar"
WHY = "Waarom het anders is dan begroot"


def closing(
    description: str,
    own: str | None = None,
    *,
    scenario: str | None = None,
    settings: tuple[str, ...] = (),
) -> Paper:
    """The blocks of the paper, which take no time to make."""
    readings = settled_readings(description, "netwerk.toml", settings, scenario)
    return settlement_nota(Closed(readings, NL, own), readings.settled, Marks())


def cards(found: Paper) -> list[tuple[str, str]]:
    (all,) = (block for block in blocks(found) if isinstance(block, Cards))
    return [(plain(card.figure), plain(card.words)) for card in all.cards]


def articles(found: Paper) -> list[str]:
    (box,) = (block for block in blocks(found, 1) if isinstance(block, Boxed))
    return [plain("".join(run.text for run in each)) for each in box.paragraphs]


def under(found: Paper, heading: str, sheet: int = 1) -> str:
    """The paragraph under a heading."""
    all = blocks(found, sheet)
    at = all.index(Heading(heading))
    told = next(block for block in all[at:] if isinstance(block, Paragraph))
    return plain("".join(run.text for run in told.runs))


def notes(found: Paper, sheet: int = 0) -> list[str]:
    return [plain(block.text) for block in blocks(found, sheet) if isinstance(block, Note)]


def drawn(found: Paper) -> Drawing:
    return next(block for block in blocks(found) if isinstance(block, Drawing))


def decided(found: Paper) -> str:
    """What is asked beside the approval itself."""
    asked = re.split(
        r"goedkeuren\. |Kennisnemen van de afrekening van \d+\. ", said(found), maxsplit=1
    )
    return asked[1].removesuffix(f" {BY_BUDGET}")


NETWORK = """title = "Netwerk"
year = 2027

[cost.huur]
label = "Huur"
amount = 120

[partner.a]
name = "Aalst"
kind = "municipality"

[partner.b]
name = "Brug"

[partner.c]
name = "Dorp"

[contribution]
model = "fixed"
"""
ACTUAL = '\n[scenario.actual]\nlabel = "werkelijke cijfers"\ncost.huur.amount = 150\n'
ADVANCE = '\n[payment.p]\nlabel = "Voorschot"\ndate = 2027-03-01\npart = 0.5\n'
KEPT = '\n[settlement]\naccount = "a"\n'


def many(partners: int, more: str = "") -> str:
    return (
        'title = "Groot"\nyear = 2027\n[cost.huur]\nlabel = "Huur"\namount = 30000\n'
        '[contribution]\nmodel = "variable"\nkey = "inhabitants"\n'
        + "".join(
            f'[partner.p{at}]\nname = "Gemeente {at}"\nkeys.inhabitants = {5_000 + 137 * at}\n'
            for at in range(partners)
        )
        + more
    )


# ---------------------------------------------------------------- the command


def made(file: Path, *options: str) -> bytes:
    ran = run("nota", file, "--settlement", "--lang", "nl", *options)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_the_paper_of_a_partner_asks_for_what_the_settlement_says() -> None:
    first, second = pages(made(CRISIS, "--partner", "stad", "--date", "2023-03-01"))
    assert first.startswith(
        "Nota voor de raad voor maatschappelijk welzijn · Stad Crisisopvangnetwerk 2022: "
        "afrekening Gevraagde beslissing. De afrekening van 2022 goedkeuren. Stad betaalt nog "
        "€ 13.483,70 aan CAW. € 13.483,70 is het aandeel in het jaar (€ 20.769,20) en wat Stad "
        "zelf ontving (Dagprijzen € 22.944,00), min het tegoed van vorig jaar (€ 120,50) en de "
        "betaalde voorschotten (€ 30.109,00). Het aandeel van Stad in het jaar is € 20.769,20: "
        "€ 551,20 hoger dan in de begroting. "
        "De oorzaken: kost van een VTE (€ 84.500,00 → € 86.190,00), € 845,00 meer; de nieuwe post "
        "Herstellingen, € 618,20 meer; daartegenover verblijven in de woningen, € 912,00 minder."
    )
    assert "Artikel 2. Stad betaalt € 13.483,70 aan CAW." in second
    assert "igs-costshare settle crisisopvangnetwerk-afgerekend.toml --scenario actual" in second
    assert re.search(
        "Crisisopvangnetwerk 2022 · scenario werkelijke cijfers · ontwerp van 01/03/2023 · bestand "
        "crisisopvangnetwerk-afgerekend.toml [0-9a-f]{8} · igs- ?costshare 0.1.0 2 van 2$",
        second,
    )


@pytest.mark.parametrize("example", [CRISIS, YOUTH, PURSES], ids=lambda path: path.stem)
def test_every_amount_of_the_settlement_stands_on_the_first_page(example: Path) -> None:
    from igs_costshare import read

    scenario = None if example == PURSES else "actual"
    settled = settle(read(example), read(example, scenario=scenario))
    first, second = pages(made(example))
    for row in settled.rows:
        for amount in row.columns.values():
            assert NL.figure(amount, 2) in first
    for each in settled.transfers:
        assert NL.figure(each.amount, 2) in second
    for word in ("risico", "meerjarenplan", "begroot)", "Huidige afspraak"):
        assert word not in first + second


def test_the_page_of_html_says_the_same_as_the_sheets(tmp_path: Path) -> None:
    output = tmp_path / "nota.html"
    assert made(YOUTH, "--partner", "stad", "--output", str(output)) == b""
    shown = output.read_text("utf-8").replace("\xa0", " ")
    assert "Stad ontvangt nog" in shown
    assert "€ 2.130,00" in shown
    assert "De reserve begint het jaar met € 25.000,00" in shown


@pytest.mark.parametrize(
    ("lang", "asked", "decided"),
    [
        (
            "en",
            (
                "Approve the settlement of 2026. Stad still gets € 2,130.00 from the common "
                "account. € 2,130.00 is what Stad paid itself (Activiteiten € 2,400.00) and the "
                "advances that were paid (€ 26,418.40), less the share in the year (€ 26,688.40). "
                "The reserve adds € 1,658.75 (€ 23,341.25 then). The share of Stad in the year is "
                "€ 26,688.40: € 270.00 higher than "
                "in the budget."
            ),
            "Article 2. Stad receives € 2,130.00 from the common account.",
        ),
        (
            "fr",
            (
                "Approuver le règlement de 2026. Stad reçoit encore 2.130,00 € du compte commun. "
                "2.130,00 €, c’est ce que Stad a payé lui-même (Activiteiten 2.400,00 €) et les "
                "avances payées (26.418,40 €), moins la part de l’année (26.688,40 €). "
                "La réserve ajoute 1.658,75 € (alors 23.341,25 €). La part de Stad dans l’année "
                "est de 26.688,40 € : 270,00 € de plus que celle "
                "au budget."
            ),
            "Article 2. Stad reçoit 2.130,00 € du compte commun.",
        ),
    ],
)
def test_it_is_in_the_language_of_the_reader(lang: str, asked: str, decided: str) -> None:
    ran = run("nota", YOUTH, "--settlement", "--partner", "stad", "--lang", lang)
    first, second = pages(ran.out)
    assert asked in first
    assert decided in second


def test_a_nota_of_the_scenario_that_closes_the_year_is_that_of_the_settlement() -> None:
    ran = run("nota", CRISIS, "--scenario", "actual", "--against", "base", "--lang", "nl")
    assert ran.code == 0
    assert ran.out == made(CRISIS)
    assert ran.err == (
        "ter info: dit is de nota bij de afrekening, zoals met --settlement: scenario `actual` "
        "sluit het jaar af\n"
    )


def test_a_nota_of_another_scenario_or_of_the_budget_is_what_it_was() -> None:
    other = CRISIS.read_text("utf-8")
    other += '\n[scenario.minder]\nlabel = "Minder"\nfte.cost = 80_000\n'
    other = other.replace("verblijven-2022.csv", str(EXAMPLES / "verblijven-2022.csv"))
    for options in (("--scenario", "minder"), ()):
        ran = run("nota", "-", *options, "--lang", "nl", stdin=other.encode())
        assert (ran.code, ran.err) == (0, "")
        assert "De verdeling van de kosten voor 2022 goedkeuren" in pages(ran.out)[0]


def test_without_a_settlement_in_the_file_a_scenario_called_actual_is_one_like_others() -> None:
    ran = run(
        "nota", "-", "--scenario", "actual", "--lang", "nl", stdin=(NETWORK + ACTUAL).encode()
    )
    assert (ran.code, ran.err) == (0, "")
    assert "volgens “werkelijke cijfers”" in pages(ran.out)[0]


@pytest.mark.parametrize("asked", [("--settlement",), ("--scenario", "actual")])
@pytest.mark.parametrize("against", ["actual", "2021", "other.toml"])
def test_a_settlement_is_held_against_the_budget_and_nothing_else(
    asked: tuple[str, ...], against: str, tmp_path: Path
) -> None:
    output = tmp_path / "nota.pdf"
    ran = run("nota", CRISIS, *asked, "--against", against, "--output", output)
    assert (ran.code, output.exists()) == (2, False)
    assert ran.err == (
        "error: --against: a settlement is held against the budget, and against nothing else\n"
        "hint: leave --against out, or take --against base\n"
    )


def test_an_unknown_partner_and_a_settlement_that_cannot_be_made_are_told() -> None:
    ran = run("nota", CRISIS, "--settlement", "--partner", "stat")
    assert ran.code == 2
    assert "did you mean `stad`" in ran.err
    off = NETWORK.replace("amount = 120", "amount = 120\npaid_by = { a = 100 }")
    assert run("nota", "-", "--settlement", stdin=off.encode()).code == 2


def test_a_year_of_a_plan_is_settled_by_the_budget_of_that_year(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    plan = '\n[plan]\nuntil = 2029\nindex = { "cost.*.amount" = 0.1 }\n'
    file.write_text(NETWORK + ADVANCE + ACTUAL + plan, "utf-8")
    for asked in ("--settlement", "--scenario=actual"):
        ran = run("nota", file, asked, "--year", "2028", "--partner", "a", "--lang", "nl")
        first, second = pages(ran.out)
        assert "De afrekening van 2028 goedkeuren. Aalst betaalt nog € 33,00 aan de" in first
        assert "Voorschot – 50 % 66,00 22,00" in second
        assert "--scenario actual --year 2028" in second
    other = run("nota", file, "--year", "2028", "--lang", "nl")
    assert "De verdeling van de kosten voor 2028 goedkeuren" in pages(other.out)[0]
    frozen = run("freeze", file, "--scenario", "actual")
    assert frozen.code == 0
    lock = Path(f"{file}.lock").read_text("utf-8")
    hash = lock.partition('sha256 = "')[2][:8]
    assert f"bestand plan.toml {hash}" in first
    options = ("--settlement", "--year", "2028", "--lang", "nl", "--output", tmp_path / "brieven")
    assert run("letters", file, *options).code == 0
    assert f"bestand plan.toml {hash}" in text((tmp_path / "brieven" / "01-a.pdf").read_bytes())


def test_letters_about_the_closed_year_say_that_they_ask_for_no_balance(tmp_path: Path) -> None:
    options = ("--lang", "nl", "--output", tmp_path / "brieven")
    ran = run("letters", CRISIS, "--scenario", "actual", *options)
    assert ran.code == 0
    assert ran.err == (
        "ter info: deze brieven zeggen wat ieder draagt, niet wat er nog te betalen is: dat staat "
        "in de brieven met --settlement\n"
    )
    sheet = (tmp_path / "brieven" / "01-stad.pdf").read_bytes()
    told = "Dit is het aandeel in het jaar. Wat al betaald of ontvangen is, staat hier niet bij"
    assert told in text(sheet)
    for asked in (("--settlement",), ()):
        ran = run("letters", CRISIS, *asked, *options)
        assert (ran.code, ran.err) == (0, "")
        assert told not in text((tmp_path / "brieven" / "01-stad.pdf").read_bytes())


# ---------------------------------------------------------------- what is decided


def test_for_all_a_few_transfers_are_told_one_by_one() -> None:
    found = closing(YOUTH.read_text("utf-8"))
    assert said(found) == (
        "Gevraagde beslissing. De afrekening van 2026 goedkeuren. De gemeenschappelijke rekening "
        "betaalt € 2.130,00 aan Stad en € 225,00 aan Bosrijk. "
        "Beekdorp betaalt € 135,00 aan de gemeenschappelijke rekening. De reserve legt "
        "€ 1.658,75 bij (dan € 23.341,25). De nettobijdragen van het jaar zijn samen € 60.900,00: "
        "€ 180,00 hoger dan in de begroting. De oorzaken: "
        "“campers” van Stad (60 → 66), € 270,00 meer; “campers” van Beekdorp (20 → 23), € 135,00 "
        "meer; daartegenover “campers” van Bosrijk (40 → 35), € 225,00 minder."
    )
    assert found.title == "Projectvereniging Jeugdwerk 2026: afrekening"
    assert found.over == "Nota voor de besturen van de 5 partners"
    assert articles(found) == [
        (
            "Financiële gevolgen. Elke partner boekt wat hij volgens de tabel nog betaalt of "
            "ontvangt: actie …, beleidsveld …, algemene rekening …."
        ),
        (
            "Artikel 1. Het bestuur keurt de afrekening van “Projectvereniging Jeugdwerk” voor "
            "2026 goed zoals in deze nota."
        ),
        "Artikel 2. De 3 overschrijvingen in deze nota worden uitgevoerd: samen € 2.490,00.",
        "Artikel 3. De reserve legt € 1.658,75 bij en bedraagt op 31/12/2026 € 23.341,25.",
    ]


def test_who_has_nothing_left_to_pay_is_told_so() -> None:
    found = closing(YOUTH.read_text("utf-8"), "heidedorp")
    assert decided(found) == (
        "Heidedorp heeft niets meer te betalen en niets meer te ontvangen. Het aandeel in het jaar "
        "(€ 9.888,00) is evenveel als de betaalde voorschotten (€ 9.888,00). De reserve legt "
        "€ 1.658,75 bij (dan € 23.341,25). Het aandeel van Heidedorp in het jaar is € 9.888,00, "
        "evenveel als in de begroting."
    )
    assert cards(found)[-1] == ("€ 0", "nog te betalen door Heidedorp")
    assert articles(found)[0] == (
        "Financiële gevolgen. Per saldo is er niets te betalen of te ontvangen."
    )
    assert articles(found)[2] == (
        "Artikel 2. Heidedorp heeft niets meer te betalen en niets meer te ontvangen."
    )


def test_who_paid_for_others_and_not_by_an_advance_gets_nothing_back() -> None:
    paid = NETWORK.replace("amount = 120", 'amount = 120\npaid_by = "a"')
    found = closing(paid + '[settlement]\ntransfers = "direct"\n', "a")
    assert decided(found) == (
        "Aalst ontvangt nog € 40,00 van Brug en € 40,00 van Dorp. € 80,00 per "
        "saldo is wat Aalst zelf betaalde (Huur € 120,00), min het aandeel in het jaar (€ 40,00)."
    )
    assert cards(found) == [
        ("€ 120", "nettobijdragen van de 3 partners samen"),
        ("€ 120", "door partners betaald voor allen"),
        ("€ 80,00", "nog te ontvangen door Aalst"),
    ]
    assert articles(found)[2] == ("Artikel 2. Aalst ontvangt € 40,00 van Brug en € 40,00 van Dorp.")
    other = closing(paid + '[settlement]\ntransfers = "direct"\n', "b")
    assert decided(other) == "Brug betaalt nog € 40,00 aan Aalst."


def test_who_keeps_the_account_pays_some_and_gets_from_others() -> None:
    file = NETWORK.replace("amount = 120", 'amount = 120\npaid_by = "b"') + KEPT
    found = closing(file, "a")
    assert decided(found) == (
        "Aalst betaalt nog € 80,00 aan Brug. Aalst ontvangt nog € 40,00 van Dorp."
    )
    assert articles(found) == [
        (
            "Financiële gevolgen. Per saldo nog te betalen: € 40,00. Boeking: actie …, "
            "beleidsveld …, algemene rekening …."
        ),
        (
            "Artikel 1. De gemeenteraad keurt de afrekening van “Netwerk” voor 2027 goed zoals in "
            "deze nota."
        ),
        "Artikel 2. Aalst betaalt € 80,00 aan Brug. Aalst ontvangt € 40,00 van Dorp.",
    ]
    even = closing(file.replace("amount = 120", "amount = 90") + "opening = { c = 30 }\n", "a")
    assert articles(even)[0] == (
        "Financiële gevolgen. Per saldo is er niets te betalen of te ontvangen."
    )
    assert "Aalst betaalt nog € 60,00 aan Brug" in decided(even)


def test_through_an_account_many_transfers_are_told_by_their_sums() -> None:
    kept = many(6, '[settlement]\naccount = "p0"\n')
    assert decided(closing(kept)).startswith("5 partners betalen nog samen € 25.320,54 aan")
    paid = kept.replace("amount = 30000", 'amount = 30000\npaid_by = "p1"')
    assert decided(closing(paid)) == (
        "4 partners betalen nog samen € 20.512,87 aan Gemeente 0. "
        "Gemeente 0 betaalt € 25.192,33 aan Gemeente 1."
    )
    found = closing(paid, "p0")
    assert decided(found) == (
        "Gemeente 0 ontvangt nog € 20.512,87 van 4 partners. "
        "Gemeente 0 betaalt nog € 25.192,33 aan Gemeente 1."
    )
    assert articles(found)[2] == f"Artikel 2. {decided(found)}"


def test_an_account_of_the_network_is_paid_by_many_and_pays_many() -> None:
    assert decided(closing(many(6))) == (
        "6 partners betalen nog samen € 30.000,00 aan de gemeenschappelijke rekening."
    )
    income = many(6).replace("[cost.huur]", "[revenue.huur]")
    found = closing(income)
    assert decided(found) == (
        "De gemeenschappelijke rekening betaalt nog samen € 30.000,00 aan 6 partners."
    )
    assert cards(found) == [
        ("€ 30.000", "netto-inkomsten van de 6 partners samen"),
        ("€ 30.000", "nog te betalen, in 6 overschrijvingen"),
    ]
    kept = closing(income + '[settlement]\naccount = "p0"\n')
    assert decided(kept) == "Gemeente 0 betaalt nog samen € 25.320,54 aan 5 partners."


def test_without_one_party_through_whom_all_passes_transfers_are_counted() -> None:
    direct = many(6, '[settlement]\ntransfers = "direct"\n')
    assert decided(closing(direct)) == "Er zijn nog 6 overschrijvingen te doen, samen € 30.000,00."
    own = closing(direct, "p1")
    assert decided(own) == "Gemeente 1 betaalt nog € 4.807,67 aan de gemeenschappelijke rekening."


def test_nothing_due_is_told_as_nothing() -> None:
    each = NETWORK.replace("amount = 120", 'amount = 120\npaid_by = "each"')
    found = closing(each)
    assert decided(found) == "Niemand heeft nog iets te betalen."
    assert cards(found)[-1] == ("€ 0", "over te schrijven")
    assert under(found, WHO) == "Niemand heeft nog iets te betalen."
    assert articles(found) == [
        "Financiële gevolgen. Er is niets meer te betalen of te ontvangen.",
        (
            "Artikel 1. Het bestuur keurt de afrekening van “Netwerk” voor 2027 goed zoals in deze "
            "nota."
        ),
        "Artikel 2. Niemand heeft nog iets te betalen.",
    ]


def test_without_a_year_the_settlement_is_approved_all_the_same() -> None:
    found = closing(NETWORK.replace("year = 2027\n", ""), "a")
    assert said(found).startswith("Gevraagde beslissing. De afrekening goedkeuren. Aalst betaalt")
    assert articles(found)[1] == (
        "Artikel 1. De gemeenteraad keurt de afrekening van “Netwerk” goed zoals in deze nota."
    )


# ---------------------------------------------------------------- closed purses


def test_with_closed_purses_nothing_passes() -> None:
    found = closing(PURSES.read_text("utf-8"))
    assert decided(found) == (
        "Gesloten beurzen: er wordt niets overgeschreven, ook niet voor het verschil."
    )
    assert articles(found)[2] == "Artikel 2. Er wordt niets overgeschreven."
    assert table(found, "Wat ieder draagt en inbracht") == [
        ("Partner", "Nettobijdrage", "In natura", "Verschil"),
        ("Stad", "30.672,00", "31.200,00", "−528,00"),
        ("Dorp", "15.336,00", "15.300,00", "36,00"),
        ("Heide", "17.892,00", "17.400,00", "492,00"),
        ("Totaal", "63.900,00", "63.900,00", "0,00"),
    ]
    assert (
        "Een minteken betekent: deze partner bracht meer in dan het eigen deel." in notes(found)[0]
    )
    assert cards(found)[1:] == [
        ("€ 63.900", "in natura ingebracht"),
        ("€ 0", "over te schrijven"),
    ]


@pytest.mark.parametrize(
    ("partner", "expected", "card"),
    [
        (
            "stad",
            "Stad bracht € 528,00 meer in dan zijn aandeel.",
            "door Stad meer ingebracht dan zijn aandeel",
        ),
        (
            "dorp",
            "Dorp bracht € 36,00 minder in dan zijn aandeel.",
            "door Dorp minder ingebracht dan zijn aandeel",
        ),
    ],
)
def test_with_closed_purses_a_partner_reads_what_it_brought_in(
    partner: str, expected: str, card: str
) -> None:
    found = closing(PURSES.read_text("utf-8"), partner)
    assert expected in decided(found)
    assert cards(found)[-1][1] == card


def test_the_chart_of_closed_purses_has_the_signs_of_the_table() -> None:
    scene = drawn(closing(PURSES.read_text("utf-8"))).scene
    assert scene.description == (
        "Wat elke partner inbracht, en zijn aandeel. Open: wat die partner inbracht. "
        "Vol: zijn aandeel. Rechts het verschil."
    )
    assert scene.narrow is not None
    assert scene.narrow.title == scene.title == "Wat elke partner inbracht, en zijn aandeel"
    assert scene.texts()[-6:] == ("Stad", "−528", "Dorp", "+36,00", "Heide", "+492")


def test_closed_purses_beside_a_budget_have_its_chart_and_both_differences() -> None:
    found = closing(NETWORK + '[settlement]\ntransfers = "none"\n' + ACTUAL)
    heads = table(found, "Wat ieder draagt en inbracht")[0]
    assert heads[3] == "Verschil met begroting"
    assert heads[-1] == "Verschil"
    assert drawn(found).scene.title == "Meer dan begroot voor Aalst, Brug en Dorp"


# ---------------------------------------------------------------- the table


def test_the_table_goes_from_the_budget_to_what_is_due() -> None:
    rows = table(closing(YOUTH.read_text("utf-8"), "stad"), DUE)
    assert rows[0] == (
        *("Partner", "Begroting", "Werkelijk", "Verschil met begroting", "Reserve"),
        *("Saldo vorig jaar", "Betaald", "Ontvangen", "Voorschotten", "Nog te betalen"),
    )
    assert rows[1] == (
        *("Stad", "26.418,40", "26.688,40", "+270,00", "0,00"),
        *("0,00", "2.400,00", "0,00", "26.418,40", "−2.130,00"),
    )
    assert rows[-2] == (
        *("Gemeenschappelijke rekening", "", "", "", "1.658,75"),
        *("212,40", "103.418,75", "43.260,00", "−60.507,60", "2.220,00"),
    )
    assert rows[-1] == (
        *("Totaal", "60.720,00", "60.900,00", "+180,00", "1.658,75"),
        *("0,00", "105.818,75", "43.260,00", "0,00", "0,00"),
    )


def test_the_own_row_is_shaded_in_every_table() -> None:
    found = closing(
        CRISIS.read_text("utf-8").replace(
            "verblijven-2022.csv", str(EXAMPLES / "verblijven-2022.csv")
        ),
        "stad",
    )
    grids = [b for sheet in found.sheets for b in sheet.blocks if isinstance(b, Grid)]
    own = [[line.cells[0] for line in grid.lines if line.role == "own"] for grid in grids]
    assert own == [["Stad"], ["Stad"], [], [], ["Stad"]]


def test_the_note_says_how_what_is_due_is_made_of_the_columns() -> None:
    assert notes(closing(YOUTH.read_text("utf-8")))[0].startswith(
        "Bedragen in €. Nog te betalen = werkelijk + reserve + saldo vorig jaar − betaald + "
        "ontvangen − voorschotten. Een minteken betekent dat dit bedrag nog te ontvangen is. "
        "Begroting en werkelijk: de nettobijdrage van elke partner, uitgaven min inkomsten. "
        "Reserve: wat de reserve bijlegt; met een minteken wat ernaartoe gaat. Saldo vorig jaar:"
    )
    kept = closing(NETWORK + KEPT)
    assert table(kept, DUE)[0] == ("Partner", "Nettobijdrage", "Betaald", "Nog te betalen")
    assert notes(kept)[0].endswith(
        "Aalst beheert de gemeenschappelijke rekening: wat van die rekening is, staat in de rij "
        "van Aalst."
    )


def test_what_the_reserve_bears_is_no_part_of_the_keepers_bill() -> None:
    tariff = NETWORK.replace('model = "fixed"', 'model = "variable"\nrate = { heads = 5 }')
    for at, heads in (("a", 10), ("b", 8), ("c", 9)):
        tariff = tariff.replace(f"[partner.{at}]", f"[partner.{at}]\nkeys.heads = {heads}")
    found = closing(tariff + KEPT + "\n[reserve]\nopening = 10\n" + ACTUAL)
    assert table(found, DUE) == [
        ("Partner", "Nettobijdrage", "Reserve", "Betaald", "Nog te betalen"),
        ("Aalst", "50,00", "15,00", "150,00", "−85,00"),
        ("Brug", "40,00", "0,00", "0,00", "40,00"),
        ("Dorp", "45,00", "0,00", "0,00", "45,00"),
        ("Totaal", "135,00", "15,00", "150,00", "0,00"),
    ]
    assert under(found, "Reserve") == (
        "De reserve begint het jaar met € 10,00, legt € 15,00 bij en eindigt met € −5,00."
    )
    assert decided(found).endswith("zijn samen € 135,00, evenveel als in de begroting.")


def test_where_the_budget_itself_is_settled_nothing_stands_beside_it() -> None:
    found = closing(NETWORK + ADVANCE + ACTUAL, "a", scenario="base")
    assert headings(found) == [DUE]
    assert cards(found)[0] == ("€ 120", "nettobijdragen van de 3 partners samen")
    assert notes(found, 1)[-1].startswith(
        "Narekenen: igs-costshare settle netwerk.toml --scenario base. "
    )
    set = closing(NETWORK + ADVANCE, settings=("cost.huur.amount=90",))
    assert drawn(set).scene.note == "Open: begroting. Vol: de afrekening. Rechts het verschil."
    assert decided(set).endswith(
        "€ 90,00: € 30,00 lager dan in de begroting. Dat komt door: Huur (€ 120,00 → € 90,00)."
    )
    assert drawn(set).scene.title == "Minder dan begroot voor Aalst, Brug en Dorp"
    assert notes(set, 1)[-1].startswith(
        "Narekenen: igs-costshare settle netwerk.toml --set cost.huur.amount=90. "
    )


def test_who_joined_was_not_in_the_budget_and_who_left_has_nothing_due() -> None:
    file = NETWORK + '\n[scenario.actual]\nremove = ["partner.c"]\npartner.d.name = "Erpe"\n'
    found = closing(file, "d")
    assert decided(found) == (
        "Erpe betaalt nog € 40,00 aan de gemeenschappelijke rekening. Erpe draagt over het jaar "
        "netto € 40,00; in de begroting stond Erpe niet."
    )
    rows = table(found, DUE)
    assert rows[3] == ("Erpe", "–", "40,00", "+40,00", "0,00", "40,00")
    assert rows[4] == ("Dorp", "40,00", "–", "−40,00", "–", "–")
    assert "Een streepje staat waar iemand geen partner is." in notes(found)[0]
    assert drawn(found).scene.title == "Wie komt en wie vertrekt"
    assert table(found, WHY, 0)[-1] == ("Totaal", "0,00", "0,00", "0,00")


def test_who_was_there_for_a_part_of_the_year_bears_a_part() -> None:
    found = closing(NETWORK + ACTUAL + "partner.c.until = 2027-06-30\n", "c")
    assert decided(found).startswith("Dorp betaalt nog € 30,00 aan de gemeenschappelijke rekening.")


# ---------------------------------------------------------------- who receives on balance

INCOME = NETWORK.replace(
    "[partner.a]", '[revenue.r]\nlabel = "Giften"\namount = 180\n\n[partner.a]'
)


def test_who_receives_on_balance_does_not_bear_a_negative_share() -> None:
    found = closing(INCOME + ACTUAL, "a")
    assert decided(found) == (
        "Aalst ontvangt nog € 10,00 van de gemeenschappelijke rekening. Aalst ontvangt over het "
        "jaar netto € 10,00; begroot was € 20,00 te ontvangen. Dat komt door: Huur (€ 120,00 → "
        "€ 150,00)."
    )
    assert cards(found)[:2] == [
        ("€ 60,00", "netto-inkomsten van de 3 partners samen, begroot"),
        ("€ 30,00", "netto-inkomsten van de 3 partners samen, werkelijk (−50,0 %)"),
    ]
    assert drawn(found).scene.title == "Nettobijdragen, begroot en werkelijk"
    assert "Wie netto ontvangt, heeft daar een minteken." in notes(found)[0]
    assert table(found, DUE)[1] == (
        *("Aalst", "−20,00", "−10,00", "+10,00", "0,00", "0,00", "−10,00"),
    )


def test_for_all_what_is_received_is_told_so_and_not_as_less_than_nothing() -> None:
    assert (
        decided(closing(INCOME + ACTUAL))
        .partition("De partners")[2]
        .startswith(
            " ontvangen over het jaar samen netto € 30,00; begroot was € 60,00 te ontvangen."
        )
    )
    dear = INCOME + ACTUAL.replace("150", "240")
    assert (
        decided(closing(dear))
        .partition("De partners")[2]
        .startswith(" dragen over het jaar samen netto € 60,00; begroot was € 60,00 te ontvangen.")
    )
    assert cards(closing(dear))[1] == (
        "€ 60,00",
        "nettobijdragen van de 3 partners samen, werkelijk",
    )
    rich = NETWORK + ACTUAL.replace("cost.huur.amount = 150", "revenue.r.amount = 150")
    assert "Aalst ontvangt over het jaar netto € 10,00; begroot was € 40,00 te dragen." in decided(
        closing(rich, "a")
    )
    same = INCOME + ACTUAL.replace("cost.huur.amount = 150", 'cost.huur.label = "Loon"')
    assert decided(closing(same, "a")).endswith(
        "Aalst ontvangt over het jaar netto € 20,00, zoals begroot."
    )


# ---------------------------------------------------------------- the chart


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (200, "Meer dan begroot voor 6 van de 6 partners"),
        (100, "Minder dan begroot voor 6 van de 6 partners"),
    ],
)
def test_more_than_three_are_counted(amount: int, expected: str) -> None:
    file = many(6, f"[scenario.actual]\ncost.huur.amount = {amount * 200}\n")
    assert drawn(closing(file)).scene.title == expected


def test_those_of_both_kinds_are_named_or_counted() -> None:
    both = many(6, "[scenario.actual]\npartner.p0.keys.inhabitants = 9000\n")
    assert drawn(closing(both)).scene.title == (
        "Meer dan begroot voor 1 van de 6 partners, minder voor 5"
    )
    scene = drawn(closing(YOUTH.read_text("utf-8"))).scene
    assert scene.title == "Meer dan begroot voor Stad en Beekdorp, minder voor Bosrijk"
    less = many(3, "[scenario.actual]\ncost.huur.amount = 29000\n")
    assert drawn(closing(less)).scene.title.startswith("Minder dan begroot voor Gemeente 0, ")


def test_a_sole_partner_has_no_chart() -> None:
    found = closing(many(1, "[scenario.actual]\ncost.huur.amount = 29000\n"))
    assert not any(isinstance(block, Drawing) for block in blocks(found))
    assert cards(found)[:2] == [
        ("€ 30.000", "nettobijdrage van de partner, begroot"),
        ("€ 29.000", "nettobijdrage van de partner, werkelijk (−3,3 %)"),
    ]
    assert articles(found)[2] == (
        "Artikel 2. De overschrijving in deze nota wordt uitgevoerd: € 29.000,00."
    )


# ---------------------------------------------------------------- what was paid


def test_the_payments_have_their_days_and_what_the_reader_paid_of_each() -> None:
    found = closing(YOUTH.read_text("utf-8"), "lindedorp")
    assert table(found, PAID, 1) == [
        ("Betaling", "Datum", "Deel van begroting", "Totaal", "Lindedorp"),
        ("Voorschot 1e kwartaal", "31/01/2026", "25 %", "15.180,00", "1.770,80"),
        ("Voorschot 2e kwartaal", "30/04/2026", "25 %", "15.180,00", "1.770,80"),
        ("Voorschot 3e kwartaal", "31/07/2026", "25 %", "15.180,00", "1.770,80"),
        ("Voorschot 4e kwartaal", "31/10/2026", "25 %", "15.180,00", "1.770,80"),
        ("Terugbetaling 2025", "16/02/2026", "–", "−212,40", "−212,40"),
        ("Totaal", "", "", "60.507,60", "6.870,80"),
    ]


def test_a_payment_to_a_partner_says_so_and_the_keeper_has_received_the_others() -> None:
    direct = (
        '\n[payment.q]\namounts = { c = 7 }\nto = "b"\n[payment.r]\namounts = { c = 9 }\nto = "a"\n'
    )
    found = closing(
        NETWORK + ADVANCE.replace("part = 0.5", "amounts = { b = 20 }") + direct + KEPT, "a"
    )
    assert table(found, PAID, 1) == [
        ("Betaling", "Datum", "Totaal", "Aalst"),
        ("Voorschot", "01/03/2027", "20,00", "−20,00"),
        ("q (aan Brug)", "–", "7,00", "0,00"),
        ("r", "–", "9,00", "−9,00"),
        ("Totaal", "", "36,00", "−29,00"),
    ]
    assert cards(found)[1] == ("€ 36,00", "betaald aan voorschotten tijdens het jaar")


def test_more_payments_than_a_page_holds_stand_in_the_annex() -> None:
    monthly = "".join(
        f'\n[payment.m{at}]\nlabel = "Maand {at}"\namounts = {{ a = 1 }}\n' for at in range(13)
    )
    found = closing(NETWORK + monthly)
    assert table(found, PAID, 1)[1:] == [("13 betalingen, in de bijlage", "", "13,00")]
    assert len(table(found, f"Bijlage: {PAID}", 2)) == 15


def test_where_nothing_was_paid_there_is_no_such_table_and_no_such_figure() -> None:
    found = closing(NETWORK)
    assert PAID not in headings(found, 1)
    assert [words for _, words in cards(found)] == [
        "nettobijdragen van de 3 partners samen",
        "nog te betalen, in 3 overschrijvingen",
    ]


# ---------------------------------------------------------------- large networks


def test_however_large_the_network_the_paper_is_two_pages_and_the_annex_has_all() -> None:
    more = '[settlement]\naccount = "p0"\n[scenario.actual]\ncost.huur.amount = 31000\n'
    more += "partner.p3.keys.inhabitants = 9000\n"
    found = closing(many(30, more), "p2")
    assert headings(found)[:1] == ["De 10 grootste saldi"]
    rows = table(found, "De 10 grootste saldi")
    assert [row[0] for row in rows[-4:]] == [
        "Gemeente 22",
        "Gemeente 2",
        "19 andere partners",
        "Totaal",
    ]
    assert notes(found)[0].endswith("Alle 30 partners staan in de bijlage.")
    assert [row[0] for row in table(found, WHY)[1:]] == ["Gemeente 2", "Totaal"]
    assert table(found, WHO, 1)[1:3] == [
        ("Gemeente 2", "Gemeente 0", "766,92"),
        ("28 andere overschrijvingen", "", "29.506,01"),
    ]
    assert headings(found, 2) == [
        f"Bijlage: {DUE}",
        f"Bijlage: {WHY}",
        f"Bijlage: {WHO}",
    ]
    assert len(table(found, f"Bijlage: {DUE}", 2)) == 32
    assert len(table(found, f"Bijlage: {WHO}", 2)) == 31
    all = closing(many(30, more))
    assert [row[0] for row in table(all, WHO, 1)[1:]][-2:] == [
        "19 andere overschrijvingen",
        "Totaal",
    ]
    assert "in de bijlage staan alle 30 partners" in page(found)


def test_the_paper_of_thirty_partners_sets_on_its_pages() -> None:
    file = many(30, '[settlement]\naccount = "p0"\n[scenario.actual]\ncost.huur.amount = 31000\n')
    ran = run("nota", "-", "--settlement", "--lang", "nl", stdin=file.encode())
    found = pages(ran.out)
    assert "Voor het besluit" in found[1]
    assert found[2].startswith("Bijlage: Wat ieder nog moet betalen")


def test_long_terms_of_a_line_stand_in_the_annex() -> None:
    lines = "".join(f'[cost.c{at}]\nlabel = "Post {at}"\namount = {at}\n' for at in range(1, 14))
    found = closing(NETWORK + lines)
    assert headings(found, 2) == ["Bijlage: Hoe elke kost verdeeld wordt"]


def test_the_lines_add_up_to_the_net_contributions() -> None:
    rows = table(closing(YOUTH.read_text("utf-8")), "Hoe elke kost verdeeld wordt", 1)
    assert rows[0][:4] == ("Post", "Begroting", "Werkelijk", "Verschil")
    assert rows[-2][:4] == ("Uit de reserve", "−600,00", "−1.658,75", "−1.058,75")
    assert rows[-1][:4] == ("Nettobijdragen samen", "60.720,00", "60.900,00", "+180,00")


def test_a_refund_is_not_told_as_an_advance() -> None:
    words = [each for _, each in cards(closing(YOUTH.read_text("utf-8")))]
    assert "betaald tijdens het jaar, min terugbetalingen" in words
    words = [each for _, each in cards(closing(NETWORK + ACTUAL + ADVANCE))]
    assert "betaald aan voorschotten tijdens het jaar" in words


def test_the_first_paragraph_says_what_the_reserve_gets() -> None:
    reserve = many(3).replace('model = "variable"\nkey = "inhabitants"\n', 'model = "fixed"\n')
    reserve = reserve.replace('model = "fixed"\n', 'model = "fixed"\nfixed_amount = 12_000\n')
    found = closing(reserve + "[reserve]\nopening = 100\n")
    assert "€ 6.000,00 gaat naar de reserve (dan € 6.100,00)." in decided(found)
    even = closing(reserve.replace("12_000", "10_000") + "[reserve]\nopening = 100\n")
    assert "reserve" not in decided(even)


def test_what_is_paid_in_and_what_is_paid_out_are_not_added_up() -> None:
    assert cards(closing(YOUTH.read_text("utf-8")))[-1] == (
        "€ 135",
        "nog te betalen aan de gemeenschappelijke rekening, en € 2.355,00 door die rekening",
    )
    kept = many(6, '[settlement]\naccount = "p0"\n')
    kept = kept.replace("amount = 30000", 'amount = 30000\npaid_by = "p1"')
    assert cards(closing(kept))[-1] == (
        "€ 20.513",
        "nog te betalen aan Gemeente 0, en € 25.192,33 door Gemeente 0",
    )


def test_that_figures_were_warned_of_is_told() -> None:
    paid = NETWORK + "[payment.q]\ndate = 2026-01-31\namounts = { a = 10 }\n"
    assert notes(closing(paid))[0].endswith(
        "Let op: bij deze cijfers hoort 1 opmerking; `igs-costshare settle` zegt welke."
    )
    right = paid.replace("2026-01-31", "2027-01-31")
    assert not any("opmerking" in each for each in notes(closing(right)))
