"""What papers are made of: rows of lines, the largest risk, the account, in the corners."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from command import run
from igs_costshare import compute, parse, plan
from igs_costshare.charts.plan import plan_chart
from igs_costshare.documents.alternatives import what_differs
from igs_costshare.method.rows import line_rows
from igs_costshare.papers.blocks import Grid, Head, Paper, Sheet, TableLine
from igs_costshare.papers.case import Standing
from igs_costshare.papers.compile import pdf
from igs_costshare.papers.pen import Pen, print_minus
from igs_costshare.papers.widths import breakable, hyphenated
from igs_costshare.planning.table import plan_table
from igs_costshare.reading import load, load_text
from igs_costshare.reading.planned import in_year
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.budget import Budget
from igs_costshare.varying.risk import Risks, largest_risk
from igs_costshare.wording.language import language
from paperwork import reader

EXAMPLES = Path(__file__).parent.parent / "examples"
NL = language("nl")

TWO = """
title = "Twee"
year = 2027
partner.a = { name = "Aalst", keys = { inhabitants = 100 } }
partner.b = { name = "Brug", keys = { inhabitants = 300 } }
"""


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def rows(text: str) -> dict[str, tuple[str, str, str]]:
    """How each line came about, who bears it, and on what basis."""
    told = line_rows(compute(parse(TWO + text)), NL)
    return {row.id: (plain(row.how), plain(row.who), row.basis) for row in told}


# ---------------------------------------------------------------- lines in words


def test_a_line_says_how_it_came_about_and_who_bears_it() -> None:
    found = rows(
        """
        fte = { cost = 80_000 }
        contribution = { model = "variable", key = "inhabitants", basis = "art. 1" }
        cost.staff = { fte = 0.5 }
        cost.own = { amount = 2.5, per = "inhabitants", only = ["a"], basis = "art. 2" }
        cost.alone = { amount = 10, only = ["b"] }
        cost.half = { amount = 10, contribution = { model = "fixed", minimum = 1 } }
        revenue.back = { amount = 1, per = "partner" }
        revenue.gift = { amount = 4 }
        """
    )
    assert found == {
        "staff": ("0,5 VTE × € 80.000,00", "volgens het aantal inwoners", "art. 1"),
        "own": (
            "100 inwoners × € 2,50",
            "Aalst alleen",
            "art. 2",
        ),
        "alone": (
            "vast bedrag",
            "Brug alleen",
            "art. 1",
        ),
        "half": (
            "vast bedrag",
            "gelijk verdeeld over 2 partners, binnen de afgesproken grenzen",
            "",
        ),
        "back": ("2 partners × € 1,00", "elke partner ontvangt zijn eigen deel", ""),
        "gift": ("vast bedrag", "verlaagt wat verdeeld wordt", "art. 1"),
    }


def test_a_subsidy_says_what_it_goes_by_and_what_holds_it() -> None:
    found = rows(
        """
        contribution = { model = "fixed" }
        cost.c = { amount = 1_000 }
        subsidy.rate = { rate = 0.2 }
        subsidy.capped = { rate = 0.5, cap = 100 }
        subsidy.sum = { amount = 50, requires = { inhabitants = 1_000 } }
        subsidy.match = { match = 1 }
        """
    )
    assert {id: how for id, (how, _, _) in found.items()} == {
        "c": "vast bedrag",
        "rate": "20 % van € 1.000,00",
        "capped": "50 % van € 1.000,00, ten hoogste € 100,00",
        "sum": "vast bedrag; niet betaald, want de voorwaarde is niet vervuld",
        "match": "€ 1,00 bij elke euro van de partners",
    }


def test_a_price_for_use_is_told_in_euros() -> None:
    text = (EXAMPLES / "woningen-doorverwijzer.toml").read_text("utf-8")
    statement = compute(parse(text + '\n[cost.fee]\namount = 0.1\nper = "use"\n'))
    (fee,) = (row for row in line_rows(statement, NL) if row.id == "fee")
    assert fee.how.replace("\xa0", " ") == "€ 21.020,00 × € 0,10"


# ---------------------------------------------------------------- the largest risk


def test_the_largest_risk_is_what_moves_the_bill_most() -> None:
    reading = load_text(
        TWO
        + """
        contribution = { model = "variable", key = "inhabitants" }
        cost.c = { amount = 1_000 }
        subsidy.s = { amount = 400 }
        """,
        "a.toml",
    )
    risk = largest_risk(reading)
    assert risk is not None
    assert risk.path == ("subsidy", "s", "amount")
    assert [point.together for point in risk.points] == [64_000, 62_000, 60_000, 58_000, 56_000]
    assert risk.even == 1_000
    own = largest_risk(reading, "a")
    assert own is not None
    assert own.path == ("partner", "a", "keys", "inhabitants")
    assert own.budgeted.bill(0) == 15_000
    assert Risks(reading).of("a") == own._replace(at_even=None)


def test_rates_are_tried_and_a_reserve_has_no_break_even() -> None:
    reading = load_text(
        TWO + "contribution = { model = 'variable', rate = { inhabitants = 0.5 } }\n"
        "[cost.c]\namount = 10\n",
        "a.toml",
    )
    risk = largest_risk(reading)
    assert risk is not None
    assert (risk.path, risk.even) == (("contribution", "rate", "inhabitants"), None)


def test_brackets_are_no_rate_and_where_nothing_moves_there_is_no_risk() -> None:
    brackets = "rate = { inhabitants = [{ up_to = 200, amount = 5 }, { amount = 9 }] }"
    reading = load_text(
        f"{TWO}[contribution]\nmodel = 'variable'\n{brackets}\n[cost.c]\namount = 10\n", "a.toml"
    )
    assert largest_risk(reading) is None
    assert Risks(reading).of("a") is None
    assert largest_risk(load_text(TWO, "a.toml"), "a") is None


def test_values_beyond_what_a_field_takes_are_left_out() -> None:
    reading = load(EXAMPLES / "onderhandeling.toml", ("day_price.occupancy=0.95",))
    risk = Risks(reading).of("beek")
    assert risk is not None
    assert [point.value for point in risk.points] == list(
        map(Decimal, ("0.855", "0.9025", "0.95", "0.9975"))
    )


def test_what_cannot_be_computed_is_left_out() -> None:
    reading = load_text(
        TWO + "contribution.model = 'fixed'\ncost.c.amount = 100\nsubsidy.s.amount = 100\n",
        "a.toml",
    )
    risk = largest_risk(reading)
    assert risk is not None
    assert [point.part for point in risk.points] == list(map(Decimal, ("-0.1", "-0.05", "0")))


def test_in_a_later_year_figures_are_tried_as_they_stand_there() -> None:
    first = load(EXAMPLES / "zes-jaar-vooruit.toml")
    later = in_year(first, 2030)
    stands = [-row.balance for row in later.statement().partners]
    for partner in ("stad", "vlaardorp"):
        risk = largest_risk(later, partner)
        assert risk is not None
        assert list(risk.budgeted.bills) == stands
    risk = largest_risk(later)
    assert risk is not None
    assert risk.path == ("contribution", "rate", "inhabitants")
    assert risk.budgeted.value == Decimal("0.40") * Decimal("1.02") ** 4


def test_in_a_later_year_the_break_even_is_of_that_year() -> None:
    file = TWO.replace('"T"', '"T"\nyear = 2027') + (
        "[contribution]\nmodel = 'fixed'\n[cost.c]\namount = 100\n[subsidy.s]\nrate = 0.95\n"
        "[plan]\nuntil = 2028\n[plan.2028]\ncost.d.amount = 5\nsubsidy.s.of = ['c']\n"
    )
    risk = largest_risk(in_year(load_text(file, "a.toml"), 2028))
    assert risk is not None
    assert risk.path == ("subsidy", "s", "rate")


def test_days_of_every_size_of_household_vary_together() -> None:
    """They cost Stad more than occupancy, of which it owns two homes of four."""
    risk = largest_risk(load(EXAMPLES / "woningen-doorverwijzer.toml"), "stad")
    assert risk is not None
    assert (risk.path, risk.name) == (("partner", "stad", "days"), "Stad")
    assert [point.value for point in risk.points] == [522, 551, 580, 609, 638]
    assert risk.points[-1].bill(0) - risk.budgeted.bill(0) == 92_699
    assert risk.at_even is None


def test_people_are_whole_where_they_are_stated_so() -> None:
    risk = largest_risk(load(EXAMPLES / "onderhandeling.toml"), "beek")
    figures = [point.value for point in risk.points] if risk else []
    text = TWO + "contribution = { model = 'variable', key = 'inhabitants' }\ncost.c.amount = 9\n"
    one = largest_risk(load_text(text.replace("= 100 ", "= 105 "), "a.toml"), "a")
    assert one is not None
    assert figures
    assert all(not point.value % 1 for point in one.points)


def test_what_a_year_carries_over_is_not_tried() -> None:
    file = TWO + (
        "[contribution]\nmodel = 'variable'\nrate = { inhabitants = 0.5 }\nmax_rise = 0.01\n"
        "previous = { a = 60, b = 150 }\n[reserve]\nopening = 100\n[cost.c]\namount = 10\n"
        "[plan]\nuntil = 2028\n[plan.index]\n'contribution.rate.inhabitants' = 0.5\n"
    )
    first = load_text(file, "a.toml")
    assert largest_risk(first) is not None
    assert largest_risk(in_year(first, 2028)) is None


# ---------------------------------------------------------------- the account


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            'iban = "BE68 5390 0754 7035"',
            'bank.iban: "BE68 5390 0754 7035" is no valid IBAN: its check digits do not fit',
            "a digit was copied wrong: look it up on a statement of the account",
        ),
        (
            'iban = "BE68 5390 0754 703"',
            "bank.iban: an IBAN of BE has 16 characters, these are 15",
            'as in `iban = "BE68 5390 0754 7034"`',
        ),
        (
            "iban = 5",
            "bank.iban: must be an account number (IBAN), but is 5",
            'as in `iban = "BE68 5390 0754 7034"`',
        ),
        (
            'iban = "GB82 WEST 1234 5698 7654 32"\nbic = "kort"',
            'bank.bic: must be a BIC, but is "kort"',
            'eight or eleven letters and digits, as in `bic = "GKCCBEBB"`',
        ),
        ('iban = "BE68539007547034"\nbic = 3', "bank.bic: must be a BIC, but is 3", "eight or"),
    ],
)
def test_a_fault_of_the_account_is_told_at_its_line(line: str, message: str, hint: str) -> None:
    file = f"title = 'x'\n[partner.a]\n[bank]\n{line}\n"
    ran = run("compute", "-", "--lang", "en", stdin=file.encode())
    assert ran.code == 2
    number = 3 + len(line.splitlines())
    assert ran.err.startswith(f"error: <stdin>:{number}:")
    assert message in ran.err
    assert f"hint: {hint}" in ran.err


def test_an_account_may_have_spaces_and_moves_no_amount() -> None:
    bank = "[bank]\niban = 'be68-5390.0754 7034'\nbic = 'kred be bb'\n"
    network = parse(TWO + bank)
    assert network.bank is not None
    assert (network.bank.iban, network.bank.bic) == ("BE68539007547034", "KREDBEBB")
    other = "[bank]\niban = 'NL91ABNA0417164300'\n"
    assert not run(
        "diff",
        "-",
        "--set",
        'bank.iban="NL91ABNA0417164300"',
        "--exit-code",
        stdin=(TWO + bank).encode(),
    ).code
    assert parse(TWO + other).bank is not None


# ---------------------------------------------------------------- figures, and a plan


def test_figures_have_the_minus_of_print_and_large_ones_no_cents() -> None:
    pen = Pen(NL, "EUR", 2)
    plain = [
        pen.figure(-5),
        pen.change(5),
        pen.large(-1_234_567),
        pen.large(5),
        pen.large(0),
        pen.large_change(-1_234_550),
    ]
    assert [text.replace("\xa0", " ") for text in plain] == [
        *("−0,05", "+0,05", "€ −12.346", "€ 0,05", "€ 0", "−12.346"),
    ]
    assert print_minus("a-1") == "a−1"


def test_a_plan_of_many_partners_says_that_not_all_are_drawn() -> None:
    partners = "".join(f"[partner.p{at}]\nkeys.k = {at + 1}\n" for at in range(8))
    text = f"title='x'\nyear=2026\n[plan]\nuntil=2028\n[cost.c]\namount=1\nper='k'\n{partners}"
    from igs_costshare import parse_plan

    years = parse_plan(text)
    drawn = plan_chart(plan_table(years, "bill"), "x", NL)
    assert drawn is not None
    assert drawn.note.startswith("De grafiek toont de 6 partners met de grootste bedragen, van 8")
    assert len(plan(EXAMPLES / "zes-jaar-vooruit.toml")) == 6


def test_a_line_for_some_needs_the_common_contribution() -> None:
    statement = compute(
        parse(f"{TWO}contribution.model = 'fixed'\ncost.club = {{ amount = 1, only = ['a'] }}")
    )
    bare = statement.worked_out.network.model_copy(update={"contribution": None})
    without = replace(statement, record=Apportionment(Budget(bare)))
    with pytest.raises(TypeError, match="no common contribution"):
        line_rows(without, NL)


def test_who_is_no_longer_there_has_no_place_among_the_partners() -> None:
    assert Standing("a", "Aa", 2, 100).place == 2
    with pytest.raises(ValueError, match="a is no longer there"):
        _ = Standing("a", "Aa", None, None, 100).place


# ---------------------------------------------------------------- long words

LONG = "samenwerkingsovereenkomst"


def narrow(*cells: str, code: str = "nl") -> str:
    """The text of a sheet with these cells in narrow columns, a line for each of its lines."""
    grid = Grid(
        "Woorden",
        tuple(Head("Kop", right=False) for _ in range(8)),
        tuple(TableLine((cell,) * 8) for cell in cells),
    )
    paper = Paper(code, "Titel", "", "voet", (Sheet((grid,)),))
    (page,) = reader(pdf(paper)).pages
    return page.extract_text().replace("\N{SOFT HYPHEN}", "-")


@pytest.mark.parametrize(
    ("code", "word", "piece"),
    [
        ("nl", LONG, "kingsovereen-"),
        ("nl", f"({LONG.upper()}),", "KINGSOVER"),
        ("fr", "anticonstitutionnellement", "tionnel"),
        ("en", "incomprehensibilities", "incomprehen-"),
    ],
)
def test_a_long_word_breaks_with_a_hyphen_by_the_rules_of_its_language(
    code: str, word: str, piece: str
) -> None:
    assert hyphenated([word]) == (word.strip("(),"),)
    assert "\N{ZERO WIDTH SPACE}" not in breakable(word)
    found = narrow(word, code=code)
    assert piece in found
    assert "-" in found


@pytest.mark.parametrize(
    "code",
    [
        f"cost_{LONG}",
        f"{LONG}2026",
        f"http://{LONG}.be/{LONG}",
        "ABC1234567890123456789012345",
        "X" * 30,
        "a" * 30,
        f"{LONG}{LONG}",
    ],
)
def test_no_figure_code_or_id_has_a_hyphen_put_into_it(code: str) -> None:
    assert hyphenated([code]) == ()
    assert "\N{ZERO WIDTH SPACE}" in breakable(code)
    assert "-" not in narrow(code, LONG[:9])


def test_a_word_is_hyphenated_where_it_stands_by_itself_and_not_within_an_id() -> None:
    found = narrow(f"{LONG} 2025", f"c_{LONG[:12]}")
    assert "kingsovereen-" in found
    assert hyphenated([f"de {LONG} en gemeente-{LONG}"]) == (LONG,)


def test_what_is_different_stops_after_a_change_and_says_how_many_more_there_are() -> None:
    base = '[contribution]\nmodel = "fixed"\n'
    base += "".join(f"[cost.k{at}]\nlabel = 'Een kost van {at}'\namount = 5\n" for at in range(9))
    other = base.replace("amount = 5", "amount = 6")
    told = what_differs(parse(TWO + base), parse(TWO + other), NL, 160)
    assert len(told) <= 160
    assert plain(told).startswith("Een kost van 0 (€ 5,00 → € 6,00); Een kost van 1 (")
    assert plain(told).endswith("→ € 6,00); nog 5 wijzigingen")
    french = what_differs(parse(TWO + base), parse(TWO + other), language("fr"), 160)
    assert " ; Een kost van 1" in plain(french)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([421, 53_721, -553_395, 0], ["+4", "+537", "−5.534", "0"]),
        ([49, 53_721], ["+0,49", "+537,21"]),  # nothing would be left of the first
        ([421, -9_999], ["+4,21", "−99,99"]),
        ([], []),
    ],
)
def test_the_changes_of_a_chart_have_one_precision(changes: list[int], expected: list[str]) -> None:
    assert Pen(NL, "EUR", 2).large_changes(changes) == expected
