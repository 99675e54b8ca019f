"""`explain`: every figure from the inputs up, in words that can be read out to a council.

`explained/` holds whole explanations of some examples; `pytest --rewrite` writes
them anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings

from command import run
from conftest import Kept, KeptNames
from igs_costshare import Statement, compute, explain
from igs_costshare.documents.explanation import ExplanationDocument, StepTeller
from igs_costshare.explaining import (
    Cell,
    Step,
    cell_explanation,
    columns_of,
    explanation,
    row_explanation,
    row_explanations,
)
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.shares import Shared, model_share
from igs_costshare.explaining.steps import Input
from igs_costshare.reading import Reading, load_text
from igs_costshare.sharing.rule import Division, Keys
from igs_costshare.wording.figures import exact_text
from igs_costshare.wording.language import language
from networks import as_toml, stated_descriptions

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
SEED = EXAMPLES / "crisisopvangnetwerk.toml"
EXPLAINED = Path(__file__).parent / "explained"
NL, EN = StepTeller(language("nl"), "EUR"), StepTeller(language("en"), "EUR")

GOLDEN: dict[str, tuple[str, ...]] = {
    "crisisopvangnetwerk.nl.txt": ("crisisopvangnetwerk.toml",),
    "crisisopvangnetwerk.stad.en.txt": ("crisisopvangnetwerk.toml", "stad"),
    "jeugdregio-gemengd.bosrijk.nl.md": ("jeugdregio-gemengd.toml", "bosrijk"),
    "klassenbijdrage.nl.txt": ("klassenbijdrage.toml",),
    "ledenbijdrage.nl.txt": ("ledenbijdrage.toml",),
    "schelde.nederland.lock.nl.txt": ("schelde.toml", "nederland", "lock"),
    "schelde.nederland.lock.json": ("schelde.toml", "nederland", "lock"),
    "woningen-bij-naam.stad.nl.txt": ("woningen-bij-naam.toml", "stad"),
    "woningen-doorverwijzer.stad.nl.txt": ("woningen-doorverwijzer.toml", "stad"),
    "woningen-per-dag.nl.txt": ("woningen-per-dag.toml",),
}
"""Whole explanations, and what was asked for each."""


def golden(name: str) -> bytes:
    """What the command prints now, for a file of `GOLDEN`."""
    file, *asked = GOLDEN[name]
    ending = name.rpartition(".")[2]
    format = {"txt": "table", "md": "markdown", "json": "json"}[ending]
    lang = "en" if ".en." in name else "nl"
    with pytest.MonkeyPatch.context() as here:
        here.chdir(EXAMPLES)
        here.setenv("COLUMNS", "80")
        ran = run("explain", file, *asked, "--all", "--format", format, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("name", GOLDEN)
def test_an_example_is_explained_in_these_words(name: str, kept: Kept) -> None:
    kept(EXPLAINED / name, golden(name))


def test_no_explanation_is_left_without_its_example(kept_names: KeptNames) -> None:
    kept_names(EXPLAINED, "*", set(GOLDEN))


# ---------------------------------------------------------------- one figure in words


def lines_of(step: Step, depth: int, tell: StepTeller) -> Iterator[str]:
    indent = "  " * depth
    yield indent + tell.step(step).replace("\xa0", " ")
    yield from (f"{indent}  {each.origin}: {each.path} = {each.value}" for each in step.inputs)
    for inner in step.steps:
        yield from lines_of(inner, depth + 1, tell)


def told(
    text: str, row: str, column: str, tell: StepTeller = EN, *, scenario: str | None = None
) -> list[str]:
    """A figure and its steps, one sentence a line, with the inputs under each."""
    return told_of(load_text(text, "n.toml", (), scenario), row, column, tell)


def told_of(reading: Reading, row: str, column: str, tell: StepTeller = EN) -> list[str]:
    statement = stated(reading)
    rows = {each.id: each for each in statement.rows}
    explained = cell_explanation(statement, reading.source, rows[row], column)
    [cell] = explained.rows[0].cells
    lines = [line for step in cell.steps for line in lines_of(step, 0, tell)]
    return [tell.amount(cell).replace("\xa0", " "), *lines]


def sentences(text: str, row: str, column: str, tell: StepTeller = EN) -> list[str]:
    """The same without the inputs."""
    return [
        line for line in told(text, row, column, tell) if not line.lstrip().startswith("n.toml")
    ]


def stated(reading: Reading) -> Statement:
    return replace(compute(reading.network), scenario=reading.source.chosen)


def network(*blocks: str, partners: str = "stad dorp") -> str:
    named = [f"[partner.{id}]" for id in partners.split()]
    return "\n".join(['title = "T"', *blocks, *named])


POOL = "[cost.rent]\namount = 1_000"
BY_KEY = """\
title = "T"
[contribution]
model = "variable"
key = "inhabitants"
{bounds}
[cost.rent]
amount = {amount}
[partner.stad]
name = "Stad"
keys = {{ inhabitants = 8_000 }}
[partner.dorp]
name = "Dorp"
keys = {{ inhabitants = 1_500 }}
[partner.gehucht]
name = "Gehucht"
keys = {{ inhabitants = 500 }}
"""


def by_key(bounds: str = "", amount: str = "1_000") -> str:
    return BY_KEY.format(bounds=bounds, amount=amount)


def test_the_seed_network_is_explained_from_the_staff_to_the_share() -> None:
    text = SEED.read_text(encoding="utf-8")
    bare = "\n".join(line for line in text.splitlines() if line and not line.startswith("#"))
    reading = load_text(bare, "n.toml")
    assert told_of(reading, "stad", "overhead", NL) == [
        "€ 8.450,00",
        "Omkadering: € 16.900,00 te verdelen",
        "  0,2 VTE × € 84.500,00 = € 16.900,00",
        "    n.toml:9: cost.overhead.fte = 0.2",
        "    n.toml:6: fte.cost = 84_500",
        "Verdeelsleutel: 4 van 8 woningen, of 50 %",
        '  n.toml:16: contribution.key = "units"',
        "  n.toml:25: partner.stad.units = 4",
        "4/8 × € 16.900,00 = € 8.450,00",
    ]
    assert told_of(reading, "caw", "day_price") == [
        "€ 5,508.00",
        "1 home × 360 days × 85 % × € 18.00 = € 5,508.00",
        "  n.toml:41: partner.caw.units = 1",
        "  n.toml:20: day_price.days = 360",
        "  n.toml:21: day_price.occupancy = 0.85",
        "  Mean day price: (1 × € 16.00 + 1 × € 18.00 + 1 × € 20.00) / 3 = € 18.00",
        "    n.toml:18: day_price.prices = { 1 = 16, 2 = 18, 3 = 20 }",
        "    n.toml:19: day_price.mix = { 1 = 1, 2 = 1, 3 = 1 }",
    ]


def test_the_balance_is_the_revenues_less_the_expenses() -> None:
    seed = SEED.read_text(encoding="utf-8")
    assert sentences(seed, "stad", "balance", NL) == [
        "€ -20.218,00",
        "Inkomsten: € 22.032,00",
        "min Uitgaven: € 42.250,00",
    ]


def test_a_tie_goes_by_what_each_bore_so_far_and_then_by_the_file() -> None:
    text = network(
        '[contribution]\nmodel = "fixed"', "[cost.a]\namount = 0.01", "[cost.b]\namount = 0.01"
    )
    assert sentences(text, "stad", "a")[-3:] == [
        "In whole cents: € 0.00; the remainder is € 0.005",
        "Rounding down leaves € 0.01 over, € 0.01 each for the largest remainders: stad",
        (
            "stad gets € 0.01: its remainder is as large as that of dorp, which bore as many "
            "left-over cents so far; then the order in the file counts"
        ),
    ]
    assert sentences(text, "dorp", "a")[-1] == (
        "dorp gets none: its remainder is as large as that of stad, which bore as many "
        "left-over cents so far; then the order in the file counts"
    )
    assert sentences(text, "dorp", "b")[-1] == (
        "dorp gets € 0.01: its remainder is as large as that of stad, which bore more left-over "
        "cents so far (1 against 0)"
    )
    assert sentences(text, "stad", "b")[-1] == (
        "stad gets none: its remainder is as large as that of dorp, which bore fewer left-over "
        "cents so far (0 against 1)"
    )


def test_a_left_over_cent_of_income_goes_to_who_bore_most() -> None:
    text = network(
        '[contribution]\nmodel = "fixed"', "[cost.a]\namount = 0.01", "[revenue.b]\namount = 0.01"
    )
    assert sentences(text, "stad", "b", NL)[-1] == (
        "stad krijgt € 0,01: de rest is even groot als die van dorp, die tot nu toe minder "
        "overgebleven centen droeg (0 tegenover 1)"
    )
    assert sentences(text, "dorp", "b", NL)[-1] == (
        "dorp krijgt er geen: de rest is even groot als die van stad, die tot nu toe meer "
        "overgebleven centen droeg (1 tegenover 0)"
    )


def test_a_larger_remainder_needs_no_tie() -> None:
    text = by_key(amount="0.01")
    assert sentences(text, "stad", "rent")[-1] == (
        "Stad gets € 0.01: its remainder is among the largest"
    )
    assert sentences(text, "dorp", "rent")[-1] == "Dorp gets none: its remainder is smaller"


def test_the_remainders_of_a_total_that_rounds_down_go_to_nobody() -> None:
    assert sentences(
        network('[contribution]\nmodel = "fixed"', "[cost.a]\namount = 0.004"), "stad", "a"
    ) == [
        "€ 0.00",
        "a: € 0.004 to divide",
        "  Amount: € 0.004",
        "  Rounded to the cent: € 0.004 becomes € 0.00",
        "Equal parts: 1 of 2 partners, or 50 %",
        "1/2 × € 0.004 = € 0.002",
        "In whole cents: € 0.00; the remainder is € 0.002",
        "Rounding down leaves nothing over",
    ]


def test_the_largest_share_or_a_partner_takes_the_difference() -> None:
    largest = by_key(amount="0.10") + '[rounding]\nunit = 0.1\ndifference = "largest"\n'
    assert sentences(largest, "dorp", "rent")[-1] == (
        "Rounded by itself to € 0.10: € 0.015 becomes € 0.00"
    )
    thirds = network(
        '[contribution]\nmodel = "fixed"',
        "[cost.a]\namount = 1",
        '[rounding]\ndifference = "{}"',
        partners="a1 b1 c1",
    )
    assert sentences(thirds.format("largest"), "a1", "a")[-3:] == [
        "Rounded by itself to the cent: € 0.333333… becomes € 0.33",
        (
            "Together the rounded shares are € 0.01 off the total; a1 has the largest share and "
            "takes the difference"
        ),
        "With the difference: € 0.34",
    ]
    assert sentences(thirds.format("c1"), "a1", "a")[-1] == (
        "Together the rounded shares are € 0.01 off the total; c1 takes the difference, as agreed"
    )
    absent = thirds.format("c1") + "\n[cost.b]\namount = 0.01\nonly = ['a1', 'b1']"
    assert sentences(absent, "a1", "b")[-2:] == [
        (
            "Together the rounded shares are € 0.01 off the total; c1 has no share here, so a1, "
            "with the largest share, takes the difference"
        ),
        "With the difference: € 0.01",
    ]
    assert sentences(absent, "c1", "b")[-1].strip() == (
        "Together the rounded shares are € 0.01 off the total; c1 has no share here, so a1, with "
        "the largest share, takes the difference"
    )


def test_a_bound_says_who_pays_for_it() -> None:
    text = by_key("minimum = 200\nmaximum = { stad = 900 }")
    assert told(text, "stad", "rent") == [
        "€ 600.00",
        "rent: € 1,000.00 to divide",
        "  Amount: € 1,000.00",
        "    n.toml:8: cost.rent.amount = 1_000",
        "Key: 8,000 of 10,000 inhabitants, or 80 %",
        '  n.toml:4: contribution.key = "inhabitants"',
        "  n.toml:11: partner.stad.keys.inhabitants = 8_000",
        "Contribution: 8,000/10,000 × € 1,000.00 = € 800.00",
        (
            "λ × € 800.00 = € 600.00, with λ = 0.75: the factor at which all contributions, "
            "within their bounds, add up to € 1,000.00"
        ),
        (
            "Because of the bounds some pay more and others less: Stad € 200.00 less, Dorp € 50.00 "
            "more and Gehucht € 150.00 more"
        ),
        "Share: of the whole € 1,000.00 it contributes € 600.00, or 60 %",
        "60 % × € 1,000.00 = € 600.00",
    ]
    assert told(text, "dorp", "rent", NL)[8:11] == [
        (
            "λ × € 150,00 = € 112,50, met λ = 0,75: de factor waarmee alle bijdragen, binnen hun "
            "grenzen, samen € 1.000,00 zijn"
        ),
        "Het minimum van € 200,00 geldt: € 200,00 in plaats van € 112,50",
        "  n.toml:5: contribution.minimum = 200",
    ]
    assert told(by_key("maximum = { stad = 600 }"), "stad", "rent")[9:11] == [
        "The maximum of € 600.00 holds: € 600.00 instead of € 1,600.00",
        "  n.toml:5: contribution.maximum.stad = 600",
    ]


def test_days_by_household_are_told_of_all_days_and_not_of_a_bracket() -> None:
    text = """
    title = "Network"
    partner.city = { days = { 1 = 145, 2 = 73 } }
    partner.town = { days = { 1 = 20, 2 = 30 } }
    day_price.prices = { 1 = 2 }
    contribution.model = "variable"
    contribution.rate.days = [{ up_to = 173, rate = 3 }, { rate = 1 }]
    """
    assert [row for row in sentences(text, "city", "contribution") if "Household" in row] == []
    assert [row for row in sentences(text, "town", "contribution") if "Household" in row] == [
        "  Household of 1: 20 days of use",
        "  Household of 2: 30 days of use",
    ]


def test_a_bound_that_is_a_part_of_the_whole_says_which_part() -> None:
    text = by_key("maximum = 900\nmaximum_share = { stad = 0.2 }")
    assert told(text, "stad", "rent")[9:11] == [
        "The maximum of 20 % of the whole, € 200.00, holds: € 200.00 instead of € 3,200.00",
        "  n.toml:6: contribution.maximum_share.stad = 0.2",
    ]
    assert "Le maximum de 20 % du total, 200,00 €, s’applique" in "".join(
        told(text, "stad", "rent", StepTeller(language("fr"), "EUR"))
    )


def test_of_two_bounds_the_one_that_holds_is_told() -> None:
    text = by_key("minimum = 200\nminimum_share = 0.15")
    assert "  n.toml:5: contribution.minimum = 200" in told(text, "dorp", "rent")
    text = by_key("minimum = 150\nminimum_share = 0.2")
    assert told(text, "dorp", "rent")[9:11] == [
        "The minimum of 20 % of the whole, € 200.00, holds: € 200.00 instead of € 112.50",
        "  n.toml:6: contribution.minimum_share = 0.2",
    ]


def test_a_part_of_a_line_with_its_own_contribution_is_a_part_of_that_line() -> None:
    text = (
        'title = "T"\n[cost.rent]\namount = 900\n[cost.lock]\namount = 100\n'
        '[cost.lock.contribution]\nmodel = "fixed"\nmaximum_share = { stad = 0.3 }\n'
        '[contribution]\nmodel = "fixed"\n[partner.stad]\n[partner.dorp]\n'
    )
    assert (
        "The maximum of 30 % of the whole, € 30.00, holds: € 30.00 instead of € 70.00"
        in sentences(text, "stad", "lock")
    )


def test_bounds_that_cancel_out_need_no_factor() -> None:
    text = by_key("minimum = { dorp = 200 }\nmaximum = { stad = 750 }")
    assert sentences(text, "dorp", "rent")[4:7] == [
        "Contribution: 1,500/10,000 × € 1,000.00 = € 150.00",
        "The minimum of € 200.00 holds: € 200.00 instead of € 150.00",
        (
            "Because of the bounds some pay more and others less: Stad € 50.00 less and "
            "Dorp € 50.00 more"
        ),
    ]
    reading = load_text(text, "n.toml")
    pool = explanation(stated(reading), reading.source).pool
    assert pool is not None
    assert NL.step(pool.steps[-1]) == (
        "Door de grenzen betaalt de ene meer en de andere minder: Stad €\xa050,00 minder en Dorp "
        "€\xa050,00 meer"
    )


def test_bounds_that_change_nothing_are_said_to() -> None:
    assert sentences(by_key("minimum = 1"), "stad", "rent")[-2] == (
        "Within the agreed bounds, which change nothing here"
    )
    reading = load_text(by_key("minimum = 1"), "n.toml")
    pool = explanation(stated(reading), reading.source).pool
    assert pool is not None
    assert pool.steps[-1].kind == "bounds_idle"


def test_a_share_that_bounds_leave_without_end_is_a_fraction() -> None:
    text = by_key("minimum = 100", amount="999")
    assert "Share: of the whole € 999.00 it contributes € 100.00, or 10.010010… %" in sentences(
        text, "gehucht", "rent"
    )
    assert sentences(text, "gehucht", "rent")[-1] == "100/999 × € 999.00 = € 100.00"


def test_a_fixed_amount_comes_before_the_rest() -> None:
    text = by_key("").replace('"variable"', '"mixed"\nfixed_amount = 100')
    assert sentences(text, "dorp", "rent")[-4:] == [
        "After 3 × € 100.00 fixed, € 700.00 of € 1,000.00 is left",
        "Contribution: € 100.00 and 1,500/10,000 × € 700.00, together € 205.00",
        "Share: of the whole € 1,000.00 it contributes € 205.00, or 20.5 %",
        "20.5 % × € 1,000.00 = € 205.00",
    ]
    bounded = text.replace("fixed_amount = 100", "fixed_amount = 100\nminimum = 1")
    assert "Within the agreed bounds, which change nothing here" in sentences(
        bounded, "dorp", "rent"
    )


def test_weighted_keys_are_told_one_by_one() -> None:
    text = by_key().replace('"inhabitants"\n', "{ inhabitants = 1, partners = 2 }\n")
    assert told(text, "dorp", "rent")[4:] == [
        "1/3 of it by key: 1,500 of 10,000 inhabitants, or 15 %",
        "  n.toml:4: contribution.key.inhabitants = 1",
        "  n.toml:13: partner.dorp.keys.inhabitants = 1_500",
        "2/3 of it by key: 1 of 3 partners, or 33.333333… %",
        "  n.toml:4: contribution.key.partners = 2",
        "Together: 1/3 × 1,500/10,000 + 2/3 × 1/3 = 27.222222… %",
        "49/180 × € 1,000.00 = € 272.222222…",
        "In whole cents: € 272.22; the remainder is € 0.002222…",
        (
            "Rounding down leaves € 0.02 over, € 0.01 each for the largest remainders: Stad and "
            "Gehucht"
        ),
        "Dorp gets none: its remainder is smaller",
    ]
    single = by_key().replace('"inhabitants"\n', "{ inhabitants = 1 }\n")
    assert sentences(single, "dorp", "rent")[-1] == "1,500/10,000 × € 1,000.00 = € 150.00"


def test_agreed_percentages_are_scaled_where_they_miss_100() -> None:
    text = network(POOL, '[contribution]\nmodel = "agreed"\nshares = {{ stad = 40, dorp = {} }}')
    assert sentences(text.format(60), "stad", "rent")[-2:] == [
        "Agreed share: 40 %",
        "40 % × € 1,000.00 = € 400.00",
    ]
    scaled = sentences(text.format("59.95"), "stad", "rent", NL)
    assert scaled[3:5] == [
        "Afgesproken aandeel: 40 % van samen 99,95 %, herrekend tot 100 %: 40,020010… %",
        "40/99,95 × € 1.000,00 = € 400,200100…",
    ]


def test_who_takes_no_part_is_told_so() -> None:
    text = network(POOL, '[contribution]\nmodel = "fixed"\nexcept = ["dorp"]\nbasis = "art. 7"')
    assert told(text, "dorp", "rent")[4:] == [
        "For everybody except dorp",
        '  n.toml:6: contribution.except = ["dorp"]',
        "dorp does not take part in this",
        "Basis: art. 7",
        '  n.toml:7: contribution.basis = "art. 7"',
    ]
    priced = network(
        '[cost.fee]\namount = 10\nper = "partner"\nonly = ["stad"]\nbasis = "besluit 3"'
    )
    assert told(priced, "dorp", "fee", NL) == [
        "€ 0,00",
        "Prijs: € 10,00 per partner",
        "  n.toml:3: cost.fee.amount = 10",
        '  n.toml:4: cost.fee.per = "partner"',
        "Enkel voor stad",
        '  n.toml:5: cost.fee.only = ["stad"]',
        "Grondslag: besluit 3",
        '  n.toml:6: cost.fee.basis = "besluit 3"',
        "dorp neemt hieraan niet deel",
    ]
    charge = network(POOL, '[contribution]\nmodel = "fixed"\nfixed_amount = 400\nonly = ["stad"]')
    assert sentences(charge, "dorp", "contribution") == [
        "€ 0.00",
        "dorp does not take part in this",
    ]


SUBSIDIES = network(
    POOL,
    "[cost.extra]\nfte = 0.5\nfte_cost = 1_000\nper = 'partner'",
    "[cost.none]\nfte = 0\nfte_cost = 1_000",
    '[contribution]\nmodel = "fixed"',
    "[revenue.gifts]\namount = 100",
    "[subsidy.region]\namount = 150\ncap = 120",
    '[subsidy.province]\nrate = 0.1\nof = ["rent"]\nbasis = "besluit"\ncap = 500',
    "[subsidy.all]\nrate = 0.1",
    "[subsidy.state]\nmatch = 1",
)


def test_subsidies_are_told_in_their_order() -> None:
    def of(id: str) -> list[str]:
        return sentences(SUBSIDIES, "total", id)

    assert of("region") == [
        "€ 120.00",
        "Fixed sum: € 150.00",
        "At most € 120.00, so € 120.00 instead of € 150.00",
    ]
    assert of("province") == [
        "€ 100.00",
        "10 % of the eligible costs, € 1,000.00: € 100.00",
        "  Eligible: rent, € 1,000.00",
        "At most € 500.00, which is not reached",
        "Basis: besluit",
    ]
    assert of("all") == [
        "€ 200.00",
        "10 % of the eligible costs, € 2,000.00: € 200.00",
        "  Eligible: rent, € 1,000.00",
        "  Eligible: extra, € 1,000.00",
        "  Eligible: none, € 0.00",
    ]
    assert of("state") == [
        "€ 240.00",
        (
            "For each euro that the partners still have to pay, € 1.00 is added: of € 480.00 that "
            "makes € 240.00"
        ),
        "  Left to share when its turn comes: € 480.00",
    ]
    assert of("none") == ["€ 0.00", "0 FTE × € 1,000.00 = € 0.00"]


def test_a_match_of_nothing_says_so() -> None:
    text = network(
        POOL,
        "[revenue.gifts]\namount = 1_000",
        "[subsidy.state]\nmatch = 1",
        '[contribution]\nmodel = "fixed"',
    )
    assert sentences(text, "total", "state")[1] == (
        "Nothing is left to pay, so there is nothing to match: € 0.00"
    )


def test_the_contribution_of_a_division_is_what_a_partner_bears_of_the_pool() -> None:
    assert sentences(SUBSIDIES, "stad", "contribution") == [
        "€ 120.00",
        "Equal parts: 1 of 2 partners, or 50 %",
        "rent: € 500.00",
        "none: € 0.00",
        "less region: € 60.00",
        "less province: € 50.00",
        "less all: € 100.00",
        "less state: € 120.00",
        "less gifts: € 50.00",
    ]
    assert sentences(SUBSIDIES, "total", "contribution")[-1] == "Left to share: € 240.00"


CHARGE = """\
title = "T"
[cost.work]
amount = 17_000
[contribution]
model = "mixed"
fixed_amount = 100
minimum = { dorp = 5_000 }
maximum = 9_000
basis = "reglement"
[contribution.rate]
inhabitants = [ { up_to = 10_000, rate = 0.50 }, { up_to = 20_000, rate = 0.3 }, { rate = 0.1 } ]
staff = [ { up_to = 25, amount = 50 }, { amount = 80.005 } ]
area = 2
[partner.stad]
name = "Stad"
keys = { inhabitants = 24_000, staff = 26, area = 1 }
[partner.dorp]
name = "Dorp"
keys = { inhabitants = 6_000, staff = 25, area = 2.5 }
"""


def test_a_charge_is_told_by_bracket_class_and_bound() -> None:
    assert told(CHARGE, "stad", "contribution") == [
        "€ 8,582.00",
        "Fixed amount: € 100.00",
        "  n.toml:6: contribution.fixed_amount = 100",
        "Bracket 1 of inhabitants, up to 10,000: 10,000 inhabitants × € 0.50 = € 5,000.00",
        "  n.toml:11: contribution.rate.inhabitants[0].up_to = 10_000",
        "  n.toml:11: contribution.rate.inhabitants[0].rate = 0.50",
        "  n.toml:16: partner.stad.keys.inhabitants = 24_000",
        (
            "Bracket 2 of inhabitants, above 10,000, up to 20,000: 10,000 inhabitants × € 0.30 = "
            "€ 3,000.00"
        ),
        "  n.toml:11: contribution.rate.inhabitants[1].up_to = 20_000",
        "  n.toml:11: contribution.rate.inhabitants[1].rate = 0.3",
        "  n.toml:16: partner.stad.keys.inhabitants = 24_000",
        "Bracket 3 of inhabitants, above 20,000: 4,000 inhabitants × € 0.10 = € 400.00",
        "  n.toml:11: contribution.rate.inhabitants[2].rate = 0.1",
        "  n.toml:16: partner.stad.keys.inhabitants = 24_000",
        "Class 2 of “staff”, above 25, for a figure of 26: € 80.005",
        "  n.toml:12: contribution.rate.staff[1].amount = 80.005",
        "  n.toml:16: partner.stad.keys.staff = 26",
        "1 “area” × € 2.00 = € 2.00",
        "  n.toml:13: contribution.rate.area = 2",
        "  n.toml:16: partner.stad.keys.area = 1",
        "Together: € 8,582.005",
        "Basis: reglement",
        '  n.toml:9: contribution.basis = "reglement"',
        "Rounded to the cent: € 8,582.005 becomes € 8,582.00",
    ]
    assert sentences(CHARGE, "dorp", "contribution", NL)[-3:] == [
        "Samen: € 3.155,00",
        "Het minimum van € 5.000,00 geldt: € 5.000,00 in plaats van € 3.155,00",
        "Grondslag: reglement",
    ]
    part = CHARGE.replace("maximum = 9_000", "maximum = 9_000\nmaximum_share = 0.5")
    assert told(part, "stad", "contribution")[-4:-2] == [
        "The maximum of 50 % of the whole, € 8,500.00, holds: € 8,500.00 instead of € 8,582.005",
        "  n.toml:9: contribution.maximum_share = 0.5",
    ]
    capped = CHARGE.replace("maximum = 9_000", "maximum = 8_000")
    assert "The maximum of € 8,000.00 holds: € 8,000.00 instead of € 8,582.005" in sentences(
        capped, "stad", "contribution"
    )


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        ("17_000", "The contributions fall short: the reserve pays the difference"),
        ("13_000", "The contributions exceed it: the difference goes into the reserve"),
        ("13_582", "The contributions meet it exactly"),
    ],
)
def test_the_reserve_takes_what_a_charge_leaves(cost: str, said: str) -> None:
    text = CHARGE.replace("17_000", cost)
    assert sentences(text, "reserve", "contribution")[-1] == said


def test_the_reserve_has_no_other_figure() -> None:
    text = CHARGE + "[cost.fee]\namount = 1\nper = 'partner'\n"
    assert sentences(text, "reserve", "fee", NL) == [
        "€ 0,00",
        "Geen enkel bedrag voor Reserve",
    ]
    assert sentences(text, "reserve", "units") == ["0"]
    assert sentences(text, "reserve", "revenues") == ["€ 0.00", "No lines: € 0.00"]


def test_days_of_use_are_told_by_size_and_price() -> None:
    text = """\
title = "T"
[cost.a]
amount = 10
[contribution]
model = "per-day"
[day_price]
prices = { 1 = 16, 2 = 18 }
[partner.stad]
days = { 1 = 2, 3 = 1 }
[partner.dorp]
"""
    assert told(text, "stad", "contribution", NL) == [
        "€ 50,00",
        "Gebruiksdagen tegen de dagprijs: € 50,00",
        "  2 gebruiksdagen × € 16,00 = € 32,00",
        "    n.toml:9: partner.stad.days.1 = 2",
        "    n.toml:7: day_price.prices.1 = 16",
        "  1 gebruiksdag × € 18,00 = € 18,00",
        "    n.toml:9: partner.stad.days.3 = 1",
        "    n.toml:7: day_price.prices.2 = 18",
    ]
    one_price = text.replace(", 2 = 18", "").replace("{ 1 = 2, 3 = 1 }", "3")
    assert told(one_price, "stad", "contribution")[2:] == [
        "  3 days of use × € 16.00 = € 48.00",
        "    n.toml:9: partner.stad.days = 3",
        "    n.toml:7: day_price.prices.1 = 16",
    ]


PAID = """\
title = "T"
[day_price]
prices = { 1 = 10 }
days = 100
occupancy = 0.5
paid_by = "partner"
basis = "tariefreglement"
[partner.stad]
units = 2
days = 3
[partner.dorp]
days = 1
[unit.los]
owner = "caw"
prices = { 1 = 5, 2 = 7 }
mix = { 1 = 0, 2 = 3 }
[unit.vast]
owner = "caw"
name = "Vaste woning"
days = 10
occupancy = 1
[partner.caw]
"""


def test_day_prices_that_partners_pay_are_divided_by_use() -> None:
    assert told(PAID, "dorp", "day_price_paid", NL) == [
        "€ 362,50",
        "Betaalde dagprijzen: € 1.450,00 te verdelen",
        "  De dagprijzen die de woningen samen opbrengen: € 1.450,00",
        '    n.toml:6: day_price.paid_by = "partner"',
        "  Grondslag: tariefreglement",
        '    n.toml:7: day_price.basis = "tariefreglement"',
        "Verdeelsleutel: € 10,00 van € 40,00, of 25 %",
        "  1 gebruiksdag × € 10,00 = € 10,00",
        "    n.toml:12: partner.dorp.days = 1",
        "    n.toml:3: day_price.prices.1 = 10",
        "10/40 × € 1.450,00 = € 362,50",
    ]


def test_homes_by_name_earn_each_on_their_own_terms() -> None:
    assert told(PAID, "caw", "day_price") == [
        "€ 450.00",
        "los: 100 days × 50 % × € 7.00 = € 350.00",
        "  n.toml:4: day_price.days = 100",
        "  n.toml:5: day_price.occupancy = 0.5",
        "  Day price: € 7.00",
        "    n.toml:15: unit.los.prices = { 1 = 5, 2 = 7 }",
        "    n.toml:16: unit.los.mix = { 1 = 0, 2 = 3 }",
        "Vaste woning: 10 days × 100 % × € 10.00 = € 100.00",
        "  n.toml:20: unit.vast.days = 10",
        "  n.toml:21: unit.vast.occupancy = 1",
        "  Day price: € 10.00",
        "    n.toml:3: day_price.prices = { 1 = 10 }",
        "Together: € 450.00",
        "Basis: tariefreglement",
        '  n.toml:7: day_price.basis = "tariefreglement"',
    ]
    assert told(PAID, "caw", "units") == [
        "2",
        "caw: 2 homes",
        '  n.toml:14: unit.los.owner = "caw"',
        '  n.toml:18: unit.vast.owner = "caw"',
    ]
    assert sentences(PAID, "dorp", "day_price")[1] == "No homes, so no day prices"
    assert sentences(PAID, "total", "units") == ["4", "stad: 2 homes", "caw: 2 homes"]
    assert sentences(PAID, "total", "day_price_paid", NL)[1] == (
        "De dagprijzen die de woningen samen opbrengen: € 1.450,00"
    )


def test_a_home_without_a_price_earns_nothing() -> None:
    text = """\
title = "T"
[day_price]
prices = { 1 = 5 }
[unit.a]
owner = "stad"
days = 10
occupancy = 1
[unit.b]
owner = "stad"
[partner.stad]
"""
    assert told(text, "stad", "day_price")[-2:] == [
        "b: no days, occupancy or price is known, so € 0.00",
        "Together: € 50.00",
    ]


def test_a_line_of_its_own_is_told_by_its_own_contribution() -> None:
    text = network(
        POOL,
        "[cost.lock]\namount = 90",
        '[cost.lock.contribution]\nmodel = "fixed"\nminimum = { stad = 60 }',
        '[contribution]\nmodel = "fixed"',
    )
    assert sentences(text, "dorp", "lock")[3:] == [
        "Equal parts: 1 of 2 partners, or 50 %",
        "Contribution: 1/2 × € 90.00 = € 45.00",
        (
            "λ × € 45.00 = € 30.00, with λ = 0.666666…: the factor at which all contributions, "
            "within their bounds, add up to € 90.00"
        ),
        (
            "Because of the bounds some pay more and others less: stad € 15.00 more and dorp "
            "€ 15.00 less"
        ),
    ]


def test_of_many_partners_the_first_are_named() -> None:
    text = network(
        '[contribution]\nmodel = "fixed"\n[cost.a]\namount = 0.10\nexcept = ["p11"]',
        partners=" ".join(f"p{n}" for n in range(12)),
    )
    assert sentences(text, "p1", "a")[-2] == (
        "Rounding down leaves € 0.10 over, € 0.01 each for the largest remainders: p0, p1, p2, p3, "
        "p4, p5, p6 and 3 others"
    )


def test_a_taker_that_would_go_below_zero_takes_nothing() -> None:
    figures = {"stad": 2, "a1": 18, "b1": 18, "c1": 18, "leeg": 0}
    text = network(
        '[rounding]\nunit = 1\ndifference = "stad"',
        '[contribution]\nmodel = "variable"\nkey = "x"',
        "[cost.a]\namount = 2",
        *(f"[partner.{id}]\nkeys = {{ x = {figure} }}" for id, figure in figures.items()),
        partners="",
    )
    fell_back = (
        "Who takes the difference by agreement would have gone below zero, so this line is "
        "divided by largest remainder"
    )
    assert sentences(text, "b1", "a")[-4:] == [
        fell_back,
        "In whole steps of € 1.00: € 0.00; the remainder is € 0.642857…",
        "Rounding down leaves € 2.00 over, € 1.00 each for the largest remainders: a1 and b1",
        (
            "b1 gets € 1.00: its remainder is as large as that of c1, which bore as many left-over "
            "steps of € 1.00 so far; then the order in the file counts"
        ),
    ]
    assert sentences(text, "leeg", "a")[-2:] == ["0/56 × € 2.00 = € 0.00", fell_back]


def test_planned_days_are_told_by_size() -> None:
    text = network(
        POOL,
        '[contribution]\nmodel = "variable"\nkey = "days"',
        "[day_price]\nprices = { 1 = 16, 2 = 18 }",
        "[partner.stad]\ndays = { 1 = 2, 2 = 4 }",
        "[partner.dorp]\ndays = { 1 = 2 }",
        partners="",
    )
    assert told(text, "stad", "rent", NL)[4:] == [
        "Verdeelsleutel: 6 van 8 gebruiksdagen, of 75 %",
        '  n.toml:6: contribution.key = "days"',
        "  n.toml:10: partner.stad.days = { 1 = 2, 2 = 4 }",
        "  Gezin van 1: 2 gebruiksdagen",
        "    n.toml:10: partner.stad.days.1 = 2",
        "  Gezin van 2: 4 gebruiksdagen",
        "    n.toml:10: partner.stad.days.2 = 4",
        "6/8 × € 1.000,00 = € 750,00",
    ]
    assert sentences(text, "dorp", "rent")[-2] == "Key: 2 of 8 days of use, or 25 %"


def test_terms_of_the_normal_form_that_no_field_states_rest_on_the_model() -> None:
    reading = load_text(by_key().replace('variable"\nkey = "inhabitants"', 'fixed"'), "n.toml")
    dossier = Dossier(reading.statement(), reading.source)
    rule = Division(Keys((("inhabitants", Fraction(1)),)), part_equally=Fraction(2, 5))
    part = dossier.takers.part()
    shared = Shared(rule, dossier.common, ("contribution",), part)
    alike, by_figures, together = model_share(dossier, shared, 1).steps
    model = Input("contribution.model", '"fixed"', "n.toml:3", 3)
    assert (alike.kind, alike.inputs) == ("weighted_equal", (model,))
    assert (by_figures.kind, by_figures.inputs[0]) == ("weighted_key", model)
    assert together.results == {"share": Fraction(67, 300)}


def test_the_parts_of_a_mixed_contribution_are_told() -> None:
    text = by_key().replace('"variable"', '"mixed"\nfixed_share = 0.4')
    assert told(text, "dorp", "rent")[4:] == [
        "40 % of it in equal parts: 1 of 3 partners, or 33.333333… %",
        "  n.toml:4: contribution.fixed_share = 0.4",
        "60 % of it by key: 1,500 of 10,000 inhabitants, or 15 %",
        '  n.toml:5: contribution.key = "inhabitants"',
        "  n.toml:14: partner.dorp.keys.inhabitants = 1_500",
        "Together: 40 % × 1/3 + 60 % × 1,500/10,000 = 22.333333… %",
        "67/300 × € 1,000.00 = € 223.333333…",
        "In whole cents: € 223.33; the remainder is € 0.003333…",
        "Rounding down leaves € 0.01 over, € 0.01 each for the largest remainders: Stad",
        (
            "Dorp gets none: its remainder is as large as that of Stad, which bore as many "
            "left-over cents so far; then the order in the file counts"
        ),
    ]


def test_without_a_common_contribution_nothing_goes_by_it() -> None:
    reading = load_text(network("[cost.a]\namount = 1\nper = 'partner'"), "n.toml")
    with pytest.raises(TypeError, match="the network has no common contribution"):
        _ = Dossier(compute(reading.network), None).common


# ---------------------------------------------------------------- where inputs come from


def test_inputs_are_told_with_their_scenario_and_their_setting() -> None:
    text = by_key() + "[scenario.duur]\nlabel = 'Duurder'\ncost.rent.amount = 2_000\n"
    reading = load_text(text, "n.toml", ["partner.stad.keys.inhabitants=9_000"], "duur")
    assert told_of(reading, "stad", "rent")[1:6] == [
        "rent: € 2,000.00 to divide",
        "  Amount: € 2,000.00",
        "    n.toml:19: scenario.duur.cost.rent.amount = 2_000",
        "Key: 9,000 of 11,000 inhabitants, or 81.818181… %",
        '  n.toml:4: contribution.key = "inhabitants"',
    ]
    statement = stated(reading)
    explained = explanation(statement, reading.source)
    assert (explained.title, explained.scenario) == ("T: Duurder", "duur")
    ran = run(
        "explain",
        "-",
        "stad",
        "rent",
        "--scenario",
        "duur",
        "--set",
        "partner.stad.keys.inhabitants=9_000",
        "--lang",
        "en",
        stdin=text.encode(),
    )
    assert "    ← --set partner.stad.keys.inhabitants=9_000\n" in ran.text
    assert "      ← <stdin>:19: scenario.duur.cost.rent.amount = 2_000\n" in ran.text


def test_a_long_value_is_cut() -> None:
    text = network(POOL, '[contribution]\nmodel = "fixed"\nbasis = "{}"'.format("besluit " * 12))
    said = told(text, "stad", "rent")
    assert [len(line) for line in said if "contribution.basis" in line] == [
        len("  n.toml:6: contribution.basis = ") + 60
    ]


def test_without_a_source_there_are_words_but_no_inputs() -> None:
    reading = load_text(SEED.read_text(encoding="utf-8"), "n.toml")
    for row in row_explanations(compute(reading.network), None):
        for cell in row.cells:
            assert all(step.inputs == () for step in walked(cell))


def test_a_statement_without_its_record_cannot_be_explained() -> None:
    reading = load_text(SEED.read_text(encoding="utf-8"), "n.toml")
    bare = replace(compute(reading.network), record=None)
    with pytest.raises(TypeError, match="the statement has no record"):
        explanation(bare, reading.source)


# ---------------------------------------------------------------- whole rows and documents


def test_a_row_tells_the_share_in_the_pool_once() -> None:
    text = network(
        "[cost.a]\namount = 1",
        "[cost.b]\namount = 2",
        '[contribution]\nmodel = "fixed"\nexcept = ["dorp"]',
    )
    reading = load_text(text, "n.toml")
    stad, dorp, _ = row_explanations(compute(reading.network), reading.source)
    assert [step.kind for step in stad.cells[0].steps] == [
        "line_total",
        "except",
        "equal",
        "product",
    ]
    assert [NL.step(step) for step in stad.cells[1].steps][1:] == [
        "Aandeel in de gedeelde kosten, zoals hierboven: 100\xa0%",
        "1/1 × €\xa02,00 = €\xa02,00",
    ]
    assert dorp.cells[1].steps[-1].kind == "no_part"


def test_the_total_of_a_row_has_the_pool_with_it() -> None:
    reading = load_text(SEED.read_text(encoding="utf-8"), "n.toml")
    statement = stated(reading)
    explained = row_explanation(statement, reading.source, statement.total)
    assert explained.pool is not None
    assert EN.amount(explained.pool) == "€\xa016,900.00"
    assert row_explanation(statement, reading.source, statement.rows[0]).pool is None
    nothing = load_text(network("[cost.a]\namount = 1\nper = 'partner'"), "n.toml")
    bare = stated(nothing)
    assert explanation(bare, nothing.source).pool is None
    assert "contribution" not in columns_of(bare)


def test_the_pool_before_rounding_is_told_where_it_differs() -> None:
    text = network("[cost.a]\namount = 0.004", '[contribution]\nmodel = "fixed"')
    reading = load_text(text, "n.toml")
    pool = explanation(stated(reading), reading.source).pool
    assert pool is not None
    assert [EN.step(each) for each in pool.steps[-1].steps] == ["Before rounding: €\xa00.004"]


def test_an_explanation_is_no_table() -> None:
    reading = load_text(SEED.read_text(encoding="utf-8"), "n.toml")
    document = ExplanationDocument(explanation(stated(reading), reading.source), language("en"))
    with pytest.raises(TypeError, match="an explanation is no table"):
        document.table()


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Fraction(0), "0.00"),
        (Fraction(-1, 4), "-0.25"),
        (Fraction(-1, 3), "-1/3"),
        (Fraction(1, 1_000), "0.001"),
        (Fraction(84_500), "84500.00"),
    ],
)
def test_exact_amounts_are_decimals_or_fractions(number: Fraction, written: str) -> None:
    assert exact_text(number, 2) == written


def walked(cell: Cell) -> Iterator[Step]:
    waiting = list(cell.steps)
    while waiting:
        step = waiting.pop()
        yield step
        waiting += step.steps


@settings(deadline=None, max_examples=20)
@given(stated_descriptions())
def test_every_explanation_ends_at_the_figure_of_the_statement(
    description: dict[str, object],
) -> None:
    reading = load_text(as_toml(description), "n.toml")
    statement = stated(reading)
    unit = Fraction(statement.unit)
    whole = explanation(statement, reading.source)
    document = ExplanationDocument(whole, language("nl"))
    assert json.loads(json.dumps(document.data()))["format"] == 1
    assert list(document.parts())
    for explained, row in zip(
        row_explanations(statement, reading.source), statement.rows, strict=True
    ):
        cells = dict(zip((line.id for line in statement.lines), row.cells, strict=True))
        figures = {
            **cells,
            "expenses": row.expenses,
            "revenues": row.revenues,
            "balance": row.balance,
        }
        shown = {cell.id: cell for cell in explained.cells if cell.id != "units"}
        assert {id: cell.value for id, cell in shown.items()} == {
            id: figure * unit for id, figure in figures.items()
        }
        for id, cell in shown.items():
            said = [step.value for step in cell.steps if step.value is not None]
            if id in ("expenses", "revenues"):
                assert sum(said) == cell.value
            elif id == "balance":
                assert said[0] - said[1] == cell.value
            elif row in statement.partners:
                assert said[-1] == cell.value
    for row in statement.rows:
        for column in columns_of(statement):
            assert cell_explanation(statement, reading.source, row, column).rows


# ---------------------------------------------------------------- the command


CALLED = """title = "N"
[cost.rent]
amount = 100
[contribution]
model = "fixed"
[partner.olsen]
name = "Olsen-aan-de-Leie"
nis = "44021"
[partner.stad]
name = "olsen"
[partner.twin]
name = "Tweeling"
[partner.twin2]
name = "tweeling"
[partner.hof]
[settlement]
account = "olsen"
"""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("olsen", "Olsen-aan-de-Leie"),  # an id goes before a name
        ("OLSEN", "Olsen-aan-de-Leie"),
        ("olsen-aan-de-leie", "Olsen-aan-de-Leie"),
        ("44021", "Olsen-aan-de-Leie"),
        ("Hof", "hof"),
    ],
)
def test_a_partner_is_explained_by_its_id_its_name_or_its_code(
    tmp_path: Path, asked: str, told: str
) -> None:
    path = tmp_path / "n.toml"
    path.write_text(CALLED, encoding="utf-8")
    for column in ((), ("rent",), ("due",), ("shapley",)):
        ran = run("explain", path, asked, *column, "--lang", "en")
        assert ran.code == 0, ran.err
        assert told in ran.text
    assert explain(path, asked, "rent").rows[0].name == told


def test_a_name_of_more_than_one_asks_for_the_id(tmp_path: Path) -> None:
    path = tmp_path / "n.toml"
    path.write_text(CALLED, encoding="utf-8")
    ran = run("explain", path, "Tweeling", "due", "--lang", "nl")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.endswith(
        "n.toml: meer dan één heet `Tweeling`\ntip: schrijf de id: `twin` of `twin2`\n"
    )


@pytest.mark.parametrize(
    ("asked", "meant"), [("olson", "olsen"), ("Olsen aan de Leie", "Olsen-aan-de-Leie")]
)
def test_a_mistyped_name_is_told_with_the_one_that_was_meant(
    tmp_path: Path, asked: str, meant: str
) -> None:
    path = tmp_path / "n.toml"
    path.write_text(CALLED, encoding="utf-8")
    ran = run("explain", path, asked, "--lang", "en")
    assert ran.code == 2
    assert ran.err.endswith(f"there is no row `{asked}`\nhint: did you mean `{meant}`?\n")


def test_an_unknown_row_or_column_is_told_with_the_one_that_was_meant() -> None:
    ran = run("explain", SEED, "sad", "overhead")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == f"error: {SEED}: there is no row `sad`\nhint: did you mean `stad`?\n"
    ran = run("explain", SEED, "stad", "overhed")
    assert (ran.code, ran.out) == (2, b"")
    assert (
        ran.err == f"error: {SEED}: there is no column `overhed`\nhint: did you mean `overhead`?\n"
    )


def test_an_explanation_is_written_by_the_ending_of_its_file(tmp_path: Path) -> None:
    output = tmp_path / "uitleg.md"
    assert run("explain", SEED, "stad", "overhead", "--output", output, "--lang", "nl").code == 0
    assert output.read_text(encoding="utf-8").startswith("## Crisisopvangnetwerk 2023\n\n- Stad, ")
    refused = run("explain", SEED, "--output", tmp_path / "uitleg.csv")
    assert refused.code == 2
    assert "this command has no csv: take table, json, markdown or pdf" in refused.err


def test_an_explanation_fits_the_terminal() -> None:
    for name in GOLDEN:
        if name.endswith(".txt"):
            lines = (EXPLAINED / name).read_text(encoding="utf-8").splitlines()
            assert max(map(len, lines)) <= 80


def test_a_year_stands_as_in_the_file_without_thousands() -> None:
    text = (
        'title = "T"\nyear = 2027\n[partner.stad]\n[partner.dorp]\n[cost.rent]\namount = 9_000\n'
        '[contribution]\nmodel = "turns"\norder = ["stad", "dorp"]\nsince = 2026\n'
    )
    told = run("explain", "-", "stad", "rent", stdin=text.encode()).text
    assert "← <stdin>:2: year = 2027\n" in told
    assert "← <stdin>:10: contribution.since = 2026\n" in told
    assert "← <stdin>:6: cost.rent.amount = 9_000\n" in told


def test_of_several_figures_what_decides_them_is_told_and_the_rest_on_asking() -> None:
    short = run("explain", SEED, "stad", "--lang", "nl").text.replace("\xa0", " ")
    whole = run("explain", SEED, "stad", "--lang", "nl", "--all").text
    assert "← " not in short
    assert "← " in whole
    assert "Gemiddelde dagprijs" in whole
    assert "Gemiddelde dagprijs" not in short
    assert short.count("€ 8.450,00\n  Omkadering: € 16.900,00 te verdelen\n") == 1
    assert " ".join(short.split()).endswith("toont --all; één kolom is altijd volledig.")
    assert "--all" not in whole


def test_of_one_figure_all_is_told() -> None:
    assert run("explain", SEED, "stad", "day_price", "--lang", "nl").text == (
        run("explain", SEED, "stad", "day_price", "--lang", "nl", "--all").text
    )


def test_programs_get_all_of_it() -> None:
    assert run("explain", SEED, "--format", "json").text == (
        run("explain", SEED, "--format", "json", "--all").text
    )
