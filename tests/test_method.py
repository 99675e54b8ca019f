"""The method in words: every line that moves money has its rule, with the amounts it has."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import networks
from command import run
from igs_costshare import Statement, compute, parse, read
from igs_costshare.computing.statement import CONTRIBUTION
from igs_costshare.description.contributions import Fixed
from igs_costshare.method.models import divided_by
from igs_costshare.method.rows import line_rows
from igs_costshare.method.sentences import method_sentences
from igs_costshare.method.teller import Teller
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.rule import Division, InTurns, Percentages
from igs_costshare.wording.catalogue import codes
from igs_costshare.wording.language import Language
from igs_costshare.wording.language import language as language_of
from igs_costshare.wording.sentences import title_of, titled, together, warning_notes
from igs_costshare.wording.tables import line_heading
from reference import Description

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.toml"))
each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
LANGUAGES = {code: language_of(code) for code in codes()}
NL, EN = LANGUAGES["nl"], LANGUAGES["en"]
each_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
RANDOM = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
CHARGED = """
title = "T"
cost.rent.amount = 1000
contribution = { model = "fixed", fixed_amount = 450 }
partner.stad = {}
partner.dorp = {}
"""


def money(statement: Statement, units: int, language: Language) -> str:
    return language.money(statement.minor(units), statement.decimals, statement.currency)


def check_method(statement: Statement, language: Language) -> None:
    told = list(method_sentences(statement, language))
    shared = {line.id for line in statement.pool.lines}
    assert statement.record is not None
    network = statement.record.budget.network
    for line in statement.lines:
        if line.id in (CONTRIBUTION, *shared):
            continue
        heading = line_heading(line.id, line.label, language)
        start = language.say("value.labelled", label=heading, text="")
        own = [each for each in told if each.startswith(start)]
        assert len(own) >= 1, line.id
        assert any(money(statement, line.total, language) in each for each in own)
    for pooled in statement.pool.lines:
        label = (network.lines.get(pooled.id) or network.subsidy[pooled.id]).label
        heading = line_heading(pooled.id, label, language)
        inside = re.compile(rf"\([^()]*{re.escape(heading)}[^()]*\)")
        # Behind the staff, and who is there for a part of the year.
        assert any(inside.search(each) for each in told[:4]), pooled.id
    for id in network.subsidy:
        total = next(line.total for line in statement.pool.lines if line.id == id)
        heading = line_heading(id, network.subsidy[id].label, language)
        start = language.say("value.labelled", label=heading, text="")
        own = [each for each in told if each.startswith(start)]
        assert own
        unmet = network.subsidy[id].requires and not total  # told as what is not met
        assert unmet or any(money(statement, total, language) in each for each in own)
    assert not any("-" in each.split("(")[0] for each in figures_in(told))


def figures_in(told: list[str]) -> list[str]:
    """The amounts that are said."""
    sign, figure = r"(?:€|USD)", r"-?[\d.,]*\d"
    amounts = f"{sign}\u00a0{figure}|{figure}\u00a0{sign}"
    return [re.sub(r"[^-\d.,]", "", each) for each in re.findall(amounts, " ".join(told))]


def check_whole(statement: Statement) -> None:
    """Costs less income is what the partners pay, less what they receive and the reserve does."""
    english = EN
    said = together(statement, english)
    amounts = [Decimal(each.rstrip(".,").replace(",", "")) for each in figures_in([said])]
    assert all(amount >= 0 for amount in amounts)
    if statement.reserve is None:
        return
    said = re.sub(r" Of both, [^;]*? one another\.", "", said)
    signs = {"goes out": 1, "comes in": -1, "pay": -1, "receive": 1, "adds": -1, "goes into": 1}
    found = dict(zip(signs, ["out", "in", "paid", "received", "adds", "keeps"], strict=True))
    patterns = {
        "out": r"(\S+) goes out",
        "in": r"(\S+) comes in",
        "paid": r"pay (\S+) together",
        "received": r"receive (\S+),",
        "adds": r"adds (\S+)\.$",
        "keeps": r"and (\S+) goes into",
    }
    plain = said.replace("\N{NO-BREAK SPACE}", "").replace("€", "").replace("USD", "")
    total = Decimal(0)
    for word, sign in signs.items():
        match = re.search(patterns[found[word]], plain)
        total += sign * Decimal(match[1].replace(",", "")) if match else 0
    assert total == 0, said
    income = sum(line.total for line in statement.pool.lines if line.kind == "revenue")
    costs = money(statement, statement.total.expenses + income, english)
    assert said.startswith(f"Together {costs} goes out")


@each_example
@each_language
def test_an_example_tells_the_rule_of_every_line(path: Path, language: Language) -> None:
    statement = compute(read(path))
    check_method(statement, language)
    check_whole(statement)


@RANDOM
@given(networks.stated_descriptions(), st.sampled_from(codes()))
def test_a_random_network_tells_the_rule_of_every_line(
    description: Description, language: str
) -> None:
    statement = compute(parse(networks.as_toml(description)))
    check_method(statement, LANGUAGES[language])
    check_whole(statement)


@each_example
def test_the_page_has_all_that_stands_under_the_table(path: Path) -> None:
    network = read(path)
    statement, language = compute(network), NL.calling(network.key)
    page = run("compute", path, "--format", "html", "--lang", "nl").text
    text = re.sub(r"<[^>]*>", "", page).replace("&#34;", '"').replace("&#39;", "'")
    for sentence in (*method_sentences(statement, language), together(statement, language)):
        assert sentence in text


# ---------------------------------------------------------------- a charge tells the whole


def test_dues_and_a_grant_tell_costs_income_partners_and_reserve() -> None:
    path = next(each for each in EXAMPLES if each.stem == "erfgoed-voorkempen")
    assert together(compute(read(path)), NL).replace("\xa0", " ") == (
        "Samen gaat er € 150.500,00 uit en komt er € 120.000,00 in. De partners betalen samen "
        "€ 29.812,90 en de reserve legt € 687,10 bij."
    )


def test_money_into_the_reserve_is_no_negative_number() -> None:
    path = next(each for each in EXAMPLES if each.stem == "ledenbijdrage")
    page = run("compute", path, "--format", "html", "--lang", "nl").text.replace("\xa0", " ")
    assert "De partners betalen samen € 30.910,50 en er gaat € 1.710,50 naar de reserve." in page
    assert "€ -1.710,50" not in page.partition('id="explanation"')[0]
    assert "Naar de reserve</th><td>1.710,50</td>" in page


def test_whole_euros_stand_in_the_totals_too() -> None:
    statement = compute(parse(CHARGED.replace("450", "449.60")))
    assert together(statement, EN, whole=True).replace("\xa0", " ") == (
        "Together € 1,000 goes out and € 0 comes in. The partners pay € 899 together, and the "
        "reserve adds € 101."
    )


def test_day_prices_between_partners_are_told_apart() -> None:
    path = next(each for each in EXAMPLES if each.stem == "woningen-doorverwijzer")
    assert (
        together(compute(read(path)), NL)
        .replace("\xa0", " ")
        .endswith(" In beide zit € 22.032,00 aan dagprijzen die partners elkaar betalen.")
    )


# ---------------------------------------------------------------- homes

HOMES = """
title = "T"
cost.rent.amount = 1000
contribution.model = "fixed"
partner.stad = {{ {stad} }}
partner.dorp = {{ {dorp} }}
{rest}
"""


def told_of_homes(stad: str, dorp: str, rest: str) -> str:
    statement = compute(parse(HOMES.format(stad=stad, dorp=dorp, rest=rest)))
    told = method_sentences(statement, NL)
    return next(each for each in told if each.startswith("Dagprijzen")).replace("\xa0", " ")


PRICE = "day_price = { prices = { 1 = 10 }, days = 300, occupancy = 0.5 }"


def test_homes_that_differ_are_told_by_name() -> None:
    unit = (
        "unit.a = { owner = 'stad', name = 'Kerkstraat' }\nunit.b = { owner = 'stad', days = 10 }"
    )
    assert told_of_homes("", "units = 3", f"{PRICE}\n{unit}") == (
        "Dagprijzen: € 6.050,00, voor de eigenaar van elke woning; Kerkstraat en 3 woningen: "
        "300 dagen × 50 % bezetting × € 10,00 = € 1.500,00 per woning; b: 10 dagen × 50 % "
        "bezetting × € 10,00 = € 50,00 per woning."
    )


def test_homes_without_terms_earn_nothing() -> None:
    unit = (
        "unit.a = { owner = 'stad', days = 10, occupancy = 1, prices = { 1 = 7 } }\n"
        "unit.b = { owner = 'dorp' }"
    )
    assert told_of_homes("", "", unit) == (
        "Dagprijzen: € 70,00, voor de eigenaar van elke woning; a: 10 dagen × 100 % bezetting × "
        "€ 7,00 = € 70,00 per woning; b: zonder dagen, bezettingsgraad of prijs niets."
    )


def test_a_day_price_without_homes() -> None:
    assert told_of_homes("", "", PRICE) == (
        "Dagprijzen: € 0,00, voor de eigenaar van elke woning; er zijn geen woningen."
    )


# ---------------------------------------------------------------- the edges


def test_an_amount_that_never_ends_is_said_to_be_near() -> None:
    statement = compute(
        parse(
            "title = 'T'\npartner.a = {}\ncost.rent.amount = 100\ncontribution.model = 'fixed'\n"
            "subsidy.one.match = 2\nsubsidy.two.match = 0.5\n"
        )
    )
    *_, last = method_sentences(statement, NL)
    assert last.replace("\xa0", " ") == (
        "two: € 0,50 bij elke euro die de partners nog moeten betalen, hier van ≈ € 33,333333, "
        "dat is € 11,11."
    )


def test_a_charge_without_anything_to_share() -> None:
    statement = compute(parse(CHARGED.replace("cost.rent.amount = 1000\n", "")))
    assert list(method_sentences(statement, EN))[-1].replace("\xa0", " ") == (
        "There are no shared costs, so € 900.00 goes to the reserve."
    )


def test_a_charge_over_income_alone() -> None:
    statement = compute(parse(CHARGED.replace("cost.rent", "revenue.gift")))
    assert list(method_sentences(statement, NL))[-1].replace("\xa0", " ") == (
        "De gedeelde inkomsten (gift) zijn € 1.000,00, dus gaat er € 1.900,00 naar de reserve."
    )


def test_a_statement_without_its_record_is_not_explained() -> None:
    statement = replace(compute(parse(CHARGED)), record=None)
    with pytest.raises(TypeError, match="no record"):
        list(method_sentences(statement, EN))


def test_a_line_for_some_needs_the_common_contribution() -> None:
    network = parse(
        "title = 'T'\npartner.a = {}\npartner.b = {}\ncontribution.model = 'fixed'\n"
        "cost.club = { amount = 1, only = ['a'] }"
    )
    record = Apportionment(Budget(network.model_copy(update={"contribution": None})))
    with pytest.raises(TypeError, match="no common contribution"):
        list(method_sentences(replace(compute(network), record=record), EN))


def test_a_line_of_some_that_is_not_shared_goes_by_the_common_model() -> None:
    network = parse(
        "title = 'T'\npartner.a = {}\npartner.b = {}\npartner.c = {}\n"
        "contribution.model = 'fixed'\ncost.club = { amount = 9, only = ['a', 'b'] }"
    )
    (told,) = line_rows(compute(network), NL)
    assert told.who == "gelijk verdeeld over 2 partners. Neemt deel: a en b"


def test_a_charge_divides_no_line() -> None:
    network = parse(
        "title = 'T'\npartner.stad = {}\n"
        "cost.a = { amount = 9, only = ['stad'] }\ncontribution = { model = 'fixed' }\n"
    )
    charge = Fixed(model="fixed", fixed_amount=Decimal(5))
    record = Apportionment(Budget(network.model_copy(update={"contribution": charge})))
    with pytest.raises(TypeError, match="divides no line"):
        list(method_sentences(replace(compute(network), record=record), EN))


@pytest.mark.parametrize(
    ("model", "sentence"),
    [
        ("model = 'variable', key = 'partners'", "equally over 2 partners"),
        (
            "model = 'mixed', fixed_share = 0.25, key = 'partners'",
            "of which 25 % equally over 2 partners and the rest equally",
        ),
        (
            "model = 'mixed', fixed_amount = 1, key = 'partners'",
            "of which € 1.00 for each of 2 partners and the rest equally",
        ),
    ],
)
def test_the_key_of_which_everybody_has_one_divides_equally(model: str, sentence: str) -> None:
    statement = compute(
        parse(
            "title = 'T'\ncost.a.amount = 9\npartner.stad = {}\npartner.dorp = {}\n"
            f"contribution = {{ {model} }}\n"
        )
    )
    assert [each.replace("\xa0", " ") for each in method_sentences(statement, EN)] == [
        f"Shared by the partners (a): € 9.00, {sentence}."
    ]


def test_what_is_left_after_an_amount_may_go_by_percentages() -> None:
    statement = compute(parse("title = 'T'\npartner.stad = {}\npartner.dorp = {}\n"))
    assert statement.record is not None
    rest = Percentages({"stad": Fraction(60), "dorp": Fraction(40)})
    told = divided_by(
        Teller(statement, statement.record, NL), Division(rest, Fraction(5)), (True, True)
    )
    assert told.replace("\xa0", " ") == (
        "waarvan € 5,00 voor elk van de 2 partners en de rest volgens de afgesproken percentages"
    )


@pytest.mark.parametrize(
    ("amount", "dutch"),
    [
        (
            "9",
            "Samen gaat er € 9,00 uit en komt er € 4,00 in: de partners leggen samen € 5,00 bij.",
        ),
        ("4", "Samen gaat er € 4,00 uit en komt er evenveel in."),
        ("1", "Samen gaat er € 1,00 uit en komt er € 4,00 in: een overschot van € 3,00."),
    ],
)
def test_the_totals_are_told_without_a_sign(amount: str, dutch: str) -> None:
    statement = compute(
        parse(
            f"title = 'T'\ncost.a.amount = {amount}\npartner.stad = {{}}\n"
            "revenue.b = { amount = 4, per = 'partner' }\ncontribution = { model = 'fixed' }\n"
        )
    )
    assert together(statement, NL).replace("\xa0", " ") == dutch


# ---------------------------------------------------------------- warnings stand on the paper

WARNED = """
title = "T"
cost.rent.amount = 1000
contribution = { model = "agreed", shares = { stad = 66.6, dorp = 33.3 } }
partner.stad = {}
partner.dorp = {}
"""
WARNING, *_ = warning_notes(compute(parse(WARNED)), NL)


@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_a_warning_of_the_computation_stands_on_the_paper(format: str) -> None:
    out = run("compute", "-", "--format", format, "--lang", "nl", stdin=WARNED.encode()).text
    plain = " ".join(out.replace("\\", "").split())
    assert WARNING in plain


def test_a_warning_stands_on_the_sheet_too(tmp_path: Path) -> None:
    book = tmp_path / "n.xlsx"
    run("compute", "-", "--output", book, "--lang", "nl", stdin=WARNED.encode())
    sheet = load_workbook(book)["Methode"]
    assert WARNING in [cell.value for row in sheet for cell in row]


def test_a_rule_names_some_of_many_partners() -> None:
    partners = "".join(f"partner.p{at}.name = 'P{at}'\n" for at in range(12))
    only = ", ".join(f"'p{at}'" for at in range(9))
    statement = compute(
        parse(
            f"title = 'T'\n{partners}"
            f"cost.a = {{ amount = 9, only = [{only}], contribution = {{ model = 'fixed' }} }}\n"
        )
    )
    assert next(method_sentences(statement, NL)).replace("\xa0", " ") == (
        "a: € 9,00, gelijk verdeeld over 9 partners. "
        "Neemt deel: P0, P1, P2, P3, P4, P5, P6 en 2 andere."
    )


# ---------------------------------------------------------------- titles


@pytest.mark.parametrize(
    ("title", "year", "shown"),
    [
        ("Afrekening 2026", 2026, "Afrekening 2026"),
        ("2026: afrekening", 2026, "2026: afrekening"),
        ("Plan 2025-2026", 2026, "Plan 2025-2026"),
        ("Afrekening 2025", 2026, "Afrekening 2025 2026"),
        ("Dossier 120261", 2026, "Dossier 120261 2026"),
        ("Afrekening", 2026, "Afrekening 2026"),
        ("Afrekening", None, "Afrekening"),
    ],
)
def test_a_title_has_its_year_once(title: str, year: int | None, shown: str) -> None:
    assert titled(title, year) == shown


def test_every_document_has_the_year_once(tmp_path: Path) -> None:
    file = tmp_path / "n.toml"
    file.write_text(
        WARNED.replace('"T"', '"Afrekening 2026"\nyear = 2026')
        + "[scenario.lean]\ncost.rent.amount = 900\n"
    )
    assert title_of(compute(read(file))) == "Afrekening 2026"
    commands: list[list[str]] = [
        ["compute"],
        ["compute", "--format", "markdown"],
        ["compute", "--format", "html"],
        ["explain"],
        ["compare"],
        ["diff", "--scenario", "lean"],
        ["sweep", "--vary", "cost.rent.amount=1:3:1"],
        ["solve", "--vary", "cost.rent.amount", "--target", "total.balance=-5"],
    ]
    for command, *options in commands:
        text = run(command, file, *options).text
        assert "Afrekening 2026" in text
        assert "2026 2026" not in text


# ---------------------------------------------------------------- by turns

TURNS = (Path(__file__).parent.parent / "examples" / "secretariaat-om-beurten.toml").read_bytes()


def test_whose_turn_it_is_is_told_and_explained() -> None:
    told = run("compute", "-", "--lang", "nl", stdin=TURNS).text
    assert "om beurten gedragen, in 2027 door Dorp alleen" in " ".join(told.split())
    explained = run("explain", "-", "dorp", "secretariat", "--lang", "nl", stdin=TURNS).text
    assert "In 2027 is het de beurt van Dorp: 100 %" in explained.replace("\xa0", " ")
    explained = run("explain", "-", "stad", "secretariat", "--lang", "en", stdin=TURNS).text
    assert "In 2027 it is the turn of Dorp: 0 %" in explained.replace("\xa0", " ")


def test_turns_after_an_amount_are_told_as_the_rest() -> None:
    statement = compute(parse(TURNS.decode()))
    assert statement.record is not None
    teller = Teller(statement, statement.record, EN)
    division = Division(InTurns(("stad",), None), Fraction(5))
    assert divided_by(teller, division, (True, True, True)).endswith("the rest by turns")


def test_the_sheet_says_that_turns_are_fixed(tmp_path: Path) -> None:
    book = tmp_path / "n.xlsx"
    run("compute", "-", "--output", book, "--lang", "en", stdin=TURNS)
    cells = {cell.value for sheet in load_workbook(book) for row in sheet for cell in row}
    assert any("borne by the one whose turn it is" in str(cell) for cell in cells)
