"""Parts of a year, capped rises and thresholds: figures that can be checked with a pencil."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from igs_costshare import InputError, compute, parse
from igs_costshare.documents.explanation import ExplanationDocument
from igs_costshare.explaining import cell_explanation
from igs_costshare.method.sentences import method_sentences
from igs_costshare.reading import load_text
from igs_costshare.reading.planned import in_year, plan_of_text
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.presence import parts_in_year
from igs_costshare.wording.data import statement_data
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problems_text

PARTNERS = """title = "Jaren"
year = 2027
[partner.stad]
units = 2
days = 40
keys = { inhabitants = 30_000 }
[partner.dorp]
units = 2
days = 40
keys = { inhabitants = 10_000 }
[partner.beek]
units = 2
days = 20
keys = { inhabitants = 10_000 }
from = 2027-07-15
"""
RENT = "[cost.rent]\namount = 9_000\n"
CLASSES = "rate.inhabitants = [{ up_to = 6_000, amount = 100 }, { amount = 700 }]"
BY_KEY = '[contribution]\nmodel = "variable"\nkey = "inhabitants"\n'


def cells(text: str, line: str = "rent") -> list[str]:
    """What each partner has in a line, in the order of the file."""
    statement = compute(parse(text))
    (found,) = (each for each in statement.lines if each.id == line)
    return [f"{cell * statement.unit:.2f}" for cell in found.cells]


def shared(contribution: str, partners: str = PARTNERS) -> list[str]:
    return cells(f"{partners}{RENT}[contribution]\n{contribution}")


def charged(contribution: str) -> list[str]:
    return cells(f"{PARTNERS}{RENT}[contribution]\n{contribution}", "contribution")


# ---------------------------------------------------------------- parts of a year


def test_staff_for_a_third_of_a_year_is_no_decimal_that_ends_and_is_told_in_four() -> None:
    partners = PARTNERS.replace("from = 2027-07-15", "from = 2027-09-01")
    staff = '[fte]\ncost = 84_500\n[cost.staff]\nfte = 0.1\nper = "unit"\n'
    statement = compute(parse(f"{partners}{staff}"))
    # Two homes of each of three, of which the last for four months of twelve.
    assert statement.fte == Fraction(14, 30)
    assert statement_data(statement)["fte"] == "0.4667"
    assert next(iter(method_sentences(statement, english()))) == "Staff: 0.4667 FTE."


def test_without_a_year_nobody_is_there_for_a_part_of_it() -> None:
    network = parse(PARTNERS.replace("year = 2027\n", "").replace("from = 2027-07-15\n", ""))
    with pytest.raises(ValueError, match="without a year"):
        parts_in_year(network)


@pytest.mark.parametrize(
    ("contribution", "expected"),
    [
        ('model = "variable"\nkey = "inhabitants"', ["6000.00", "2000.00", "1000.00"]),
        ('model = "fixed"', ["3600.00", "3600.00", "1800.00"]),
        ('model = "variable"\nkey = "units"', ["3600.00", "3600.00", "1800.00"]),
        # Days of use are what they are.
        ('model = "variable"\nkey = "days"', ["3600.00", "3600.00", "1800.00"]),
        (
            'model = "mixed"\nfixed_share = 0.5\nkey = "inhabitants"',
            ["4800.00", "2800.00", "1400.00"],
        ),
        (
            'model = "mixed"\nfixed_amount = 1_800\nkey = "inhabitants"',
            ["4800.00", "2800.00", "1400.00"],
        ),
        (
            'model = "agreed"\nshares = { stad = 50, dorp = 30, beek = 20 }',
            ["5000.00", "3000.00", "1000.00"],
        ),
        (
            'model = "variable"\nkey = "inhabitants"\nminimum = 2_400',
            ["5400.00", "2400.00", "1200.00"],
        ),
        (
            'model = "variable"\nkey = "inhabitants"\nmaximum_share = { beek = 0.1 }',
            ["6412.50", "2137.50", "450.00"],
        ),
        (
            'model = "variable"\nkey = "inhabitants"\nmax_rise = 0.1\nprevious = { beek = 1_000 }',
            ["6337.50", "2112.50", "550.00"],
        ),
        ('model = "turns"\norder = ["beek", "stad"]', ["0.00", "0.00", "9000.00"]),
    ],
)
def test_a_division_counts_the_part_of_the_year(contribution: str, expected: list[str]) -> None:
    assert shared(contribution) == expected


def test_who_is_not_there_this_year_passes_its_turn_on() -> None:
    plan = """title = "Beurten"
year = 2026
[cost.admin]
amount = 1_000
[contribution]
model = "turns"
order = ["a", "b", "c", "d"]
[partner.a]
[partner.b]
[partner.c]
until = 2027-12-31
[partner.d]
[plan]
until = 2031
[plan.2031]
remove = ["partner.c"]
"""
    bearers = [
        next(row.id for row in each.statement.partners if row.expenses)
        for each in plan_of_text(plan, "plan.toml")
    ]
    # From 2031 on c is in the order no more: turns are then counted over the three who are left.
    assert bearers == ["a", "b", "d", "d", "a", "d"]
    next_year = plan.replace("2026", "2028").replace("order =", "since = 2026\norder =")
    assert [each.id for each in compute(parse(next_year)).partners if each.expenses] == ["d"]


def test_a_turn_of_somebody_unknown_is_told_where_others_are_not_there() -> None:
    turns = '[contribution]\nmodel = "turns"\norder = ["stad", "beek", "drop"]\n'
    with pytest.raises(InputError) as raised:
        parse(PARTNERS.replace("2027-07-15", "2028-07-15") + RENT + turns)
    (problem,) = raised.value.problems
    assert (english().tell(problem.message), problem.path) == (
        "unknown partner `drop`",
        ("contribution", "order", 2),
    )


@pytest.mark.parametrize(
    ("contribution", "expected"),
    [
        ('model = "fixed"\nfixed_amount = 500', ["500.00", "500.00", "250.00"]),
        (
            'model = "variable"\nrate = { inhabitants = 0.1 }',
            ["3000.00", "1000.00", "500.00"],
        ),
        (
            # Each bracket holds figures of a whole year.
            f'model = "variable"\n{CLASSES}',
            ["700.00", "700.00", "350.00"],
        ),
        ('model = "variable"\nrate = { days = 10 }', ["400.00", "400.00", "200.00"]),
        (
            'model = "mixed"\nfixed_amount = 100\nrate = { days = 10 }',
            ["500.00", "500.00", "250.00"],
        ),
        (
            'model = "fixed"\nfixed_amount = 500\nmaximum = 400',
            ["400.00", "400.00", "200.00"],
        ),
        (
            'model = "fixed"\nfixed_amount = 500\nmax_rise = 0.02\nprevious = { beek = 400 }',
            ["500.00", "500.00", "204.00"],
        ),
    ],
)
def test_a_charge_is_that_of_a_whole_year_and_then_cut(
    contribution: str, expected: list[str]
) -> None:
    assert charged(contribution) == expected


def test_a_price_and_what_homes_earn_are_cut_and_use_is_not() -> None:
    text = PARTNERS + (
        '[cost.visits]\namount = 100\nper = "unit"\n'
        '[cost.help]\namount = 100\nper = "day"\n'
        '[day_price]\nprices = { 1 = 10 }\ndays = 300\noccupancy = 0.5\npaid_by = "partner"\n'
    )
    assert cells(text, "visits") == ["200.00", "200.00", "100.00"]
    assert cells(text, "help") == ["4000.00", "4000.00", "2000.00"]
    assert cells(text, "day_price") == ["3000.00", "3000.00", "1500.00"]
    assert cells(text, "day_price_paid") == ["3000.00", "3000.00", "1500.00"]
    assert [row.units for row in compute(parse(text)).partners] == [2, 2, 2]


def test_agreed_percentages_of_a_part_of_the_year_are_scaled_without_a_warning() -> None:
    text = f'{PARTNERS}{RENT}[contribution]\nmodel = "agreed"\n'
    statement = compute(parse(text + "shares = { stad = 50, dorp = 30, beek = 20 }\n"))
    assert statement.warnings == ()


@pytest.mark.parametrize(
    ("dates", "prorata", "present"),
    [
        ("until = 2027-01-31", "days", Fraction(31, 365)),
        ("until = 2027-01-31", "months", Fraction(1, 12)),
        ("from = 2027-12-31", "days", Fraction(1, 365)),
        ("from = 2027-03-31\nuntil = 2027-05-01", "months", Fraction(3, 12)),
        ("from = 2020-01-01\nuntil = 2027-12-31", "months", None),
        ("from = 2027-01-31", "months", None),
    ],
)
def test_months_begun_count_whole_and_days_one_by_one(
    dates: str, prorata: str, present: Fraction | None
) -> None:
    text = PARTNERS.replace("from = 2027-07-15", dates) + RENT + BY_KEY
    network = parse(f'{text}[plan]\nuntil = 2028\nprorata = "{prorata}"\n')
    parts = Budget(network).figures.presence
    assert (None if parts is None else parts[2]) == present


@pytest.mark.parametrize("dates", ["from = 2028-01-01", "until = 2026-12-31"])
def test_who_is_there_on_no_day_of_the_year_is_as_if_removed(dates: str) -> None:
    text = PARTNERS.replace("from = 2027-07-15", dates) + RENT + BY_KEY
    assert [row.id for row in compute(parse(text)).partners] == ["stad", "dorp"]
    assert cells(text) == ["6750.00", "2250.00"]


def test_a_partner_that_is_there_all_year_in_one_year_is_in_another_for_a_part() -> None:
    plan = "[plan]\nuntil = 2029\n"
    text = PARTNERS.replace("from = 2027-07-15", "from = 2028-10-01") + RENT + BY_KEY + plan
    bills = [
        [f"{-row.balance * year.statement.unit:.2f}" for row in year.statement.partners]
        for year in plan_of_text(text, "plan.toml")
    ]
    assert bills == [
        ["6750.00", "2250.00"],
        ["6352.94", "2117.65", "529.41"],
        ["5400.00", "1800.00", "1800.00"],
    ]


# ---------------------------------------------------------------- rises and thresholds


def test_the_others_make_up_for_a_capped_rise() -> None:
    partners = PARTNERS.replace("from = 2027-07-15\n", "")
    rules = 'model = "variable"\nkey = "inhabitants"\nmax_rise = 0.05\nprevious = { stad = 4_000 }'
    assert shared(rules, partners) == ["4200.00", "2400.00", "2400.00"]


def test_in_a_plan_each_year_is_held_against_the_one_before_as_for_a_whole_year() -> None:
    text = f"{PARTNERS}{RENT}{BY_KEY}max_rise = 0.05\n[plan]\nuntil = 2028\n"
    (first, second) = plan_of_text(text, "plan.toml")
    record = first.statement.record
    assert isinstance(record, Apportionment)
    assert record.contributions.exact.at(2) == 1_000
    # For a whole year it paid 2,000; a key alone would give it 1,800 now.
    model = second.reading.network.contribution
    assert model is not None
    assert model.before("beek") == 2_000


def test_caps_that_leave_a_part_unpaid_are_told_with_the_year() -> None:
    plan = '[plan]\nuntil = 2028\nindex = { "cost.rent.amount" = 0.2 }\n'
    whole = PARTNERS.replace("from = 2027-07-15\n", "")
    first = load_text(f"{whole}{RENT}{BY_KEY}max_rise = 0.05\n{plan}", "plan.toml")
    with pytest.raises(InputError) as refused:
        in_year(first, 2028)
    assert problems_text(refused.value.problems, english()).replace("\xa0", " ").split("\n")[0] == (
        "error: plan.toml:20:12: contribution.max_rise: with a rise of at most 5 % the partners "
        "pay € 9,450.00, so that € 1,350.00 of the € 10,800.00 to share stays unpaid (in 2028)"
    )


UNPAID = "they count 3 partners, so that nothing is paid."
SUM = "a fixed sum of € 900.00."
RATE = "50 % of all costs (€ 9,000.00), which is € 4,500.00."
CAPPED = "50 % of all costs (€ 9,000.00), which would be € 4,500.00; at most € 600.00, so € 600.00."


def subsidised(requires: str, fields: str = "amount = 900") -> str:
    return f"{PARTNERS}{RENT}{BY_KEY}[subsidy.decree]\n{fields}\nrequires = {requires}\n"


@pytest.mark.parametrize(
    ("requires", "paid"),
    [
        ("{ partners = 3 }", Fraction(900)),  # who is there for a part counts whole
        ("{ inhabitants = 50_000 }", Fraction(900)),
        ("{ inhabitants = 50_000.1 }", Fraction(0)),
        ("{ units = 6, days = 100.5 }", Fraction(0)),
        ("{}", Fraction(900)),
    ],
)
def test_a_subsidy_is_paid_where_all_that_it_requires_is_met(requires: str, paid: Fraction) -> None:
    budget = Budget(parse(subsidised(requires)))
    assert (budget.grants["decree"].amount, budget.pool) == (paid, 9_000 - paid)


def test_what_is_required_is_counted_of_who_takes_part_in_the_contribution() -> None:
    text = subsidised("{ partners = 3 }").replace(BY_KEY, f'{BY_KEY}except = ["dorp"]\n')
    assert Budget(parse(text)).grants["decree"].amount == 0


@pytest.mark.parametrize(
    ("requires", "fields", "granted", "told"),
    [
        ("{ partners = 3 }", "amount = 900", SUM, "3 partners together, which they do."),
        (
            "{ partners = 4, units = 6 }",
            "amount = 900",
            SUM,
            f"4 partners and 6 homes together; {UNPAID}",
        ),
        ("{ partners = 4 }", "rate = 0.5\ncap = 600", CAPPED, f"4 partners together; {UNPAID}"),
        ("{ partners = 4 }", "rate = 0.5", RATE, f"4 partners together; {UNPAID}"),
    ],
)
def test_the_method_says_what_a_subsidy_requires(
    requires: str, fields: str, granted: str, told: str
) -> None:
    said = list(method_sentences(compute(parse(subsidised(requires, fields))), english()))
    (found,) = (each.replace("\xa0", " ") for each in said if each.startswith("decree"))
    assert found == f"decree: {granted} It requires that those who take part count {told}"


HOMES = "[day_price]\nprices = { 1 = 10 }\ndays = 300\noccupancy = 0.5\n"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("", "bounds and rates count for that part; days of use are never cut."),
        (
            HOMES,
            (
                "bounds, rates and the planned income of its homes count for that part; "
                "days of use are never cut."
            ),
        ),
    ],
)
def test_the_method_says_who_is_there_for_a_part_of_the_year(text: str, counted: str) -> None:
    said = list(method_sentences(compute(parse(f"{PARTNERS}{RENT}{BY_KEY}{text}")), english()))
    assert said[0] == (
        f"There for a part of the year: beek (6/12). Its figures, amounts, {counted}"
    )


def test_what_homes_of_others_earn_is_not_told_of_who_has_none() -> None:
    text = f"{PARTNERS}{RENT}{BY_KEY}{HOMES}".replace("units = 2\ndays = 20", "days = 20")
    said = next(iter(method_sentences(compute(parse(text)), english())))
    assert "income" not in said


def test_the_method_says_that_agreed_percentages_are_scaled_in_a_part_of_the_year() -> None:
    agreed = '[contribution]\nmodel = "agreed"\nshares = { stad = 50, dorp = 30, beek = 20 }\n'
    said = " ".join(method_sentences(compute(parse(f"{PARTNERS}{RENT}{agreed}")), english()))
    assert "scaled" in said


# ---------------------------------------------------------------- explanations


LAMBDA = "the factor at which all contributions, within their bounds, add up to € 9,000.00"


def explained(text: str, partner: str, column: str) -> list[str]:
    """The sentences of a cell, inner steps behind the step that they are in."""
    reading = load_text(text, "network.toml")
    statement = reading.statement()
    row = next(each for each in statement.rows if each.id == partner)
    told = cell_explanation(statement, reading.source, row, column)
    document = ExplanationDocument(told, english())
    (cell,) = document.data()["rows"][0]["cells"]
    return [text.replace("\xa0", " ") for step in cell["steps"] for text in sentences(step)]


def sentences(step: dict[str, Any]) -> Iterator[str]:
    yield step["text"]
    for inner in step["steps"]:
        yield from sentences(inner)


def test_the_part_of_the_year_of_a_figure_an_amount_and_a_rise_are_steps() -> None:
    rules = (
        '[contribution]\nmodel = "mixed"\nfixed_amount = 1_800\nkey = "inhabitants"\n'
        "max_rise = 0.05\nprevious = { beek = 2_310 }\n"
    )
    assert explained(f"{PARTNERS}{RENT}{rules}", "beek", "rent")[2:8] == [
        "Key: 5,000 of 45,000 inhabitants, or 11.111111… %",
        "6/12 of the year: 10,000 inhabitants × 6/12 = 5,000",
        "After 2.5 × € 1,800.00 fixed, € 4,500.00 of € 9,000.00 is left",
        "Contribution: € 900.00 and 5,000/45,000 × € 4,500.00, together € 1,400.00",
        "6/12 of the year: € 1,800.00 × 6/12 = € 900.00",
        f"λ × € 1,400.00 = € 1,434.493421…, with λ = 1.024638…: {LAMBDA}",
    ]


def test_a_capped_rise_says_above_what() -> None:
    rules = f"{BY_KEY}max_rise = 0.05\nprevious = {{ beek = 1_000 }}\n"
    assert explained(f"{PARTNERS}{RENT}{rules}", "beek", "rent")[6:9] == [
        "At most 5 % above the € 1,000.00 of last year, € 525.00: € 525.00 instead of € 1,059.375",
        "5 % above the € 1,000.00 of last year: € 1,050.00",
        "6/12 of the year: € 1,050.00 × 6/12 = € 525.00",
    ]


def test_a_charge_in_part_of_the_year_is_told_by_its_parts() -> None:
    rules = '[contribution]\nmodel = "mixed"\nfixed_amount = 500\nrate = { days = 10 }\n'
    assert explained(f"{PARTNERS}{RENT}{rules}", "beek", "contribution") == [
        "6/12 of the year: € 500.00 × 6/12 = € 250.00",
        "Fixed amount: € 500.00",
        "20 days of use × € 10.00 = € 200.00",
        "Together: € 450.00",
    ]


def test_an_agreed_percentage_is_cut_and_scaled() -> None:
    rules = '[contribution]\nmodel = "agreed"\nshares = { stad = 50, dorp = 30, beek = 20 }\n'
    assert explained(f"{PARTNERS}{RENT}{rules}", "beek", "rent")[2:4] == [
        "Agreed share: 10 % of 90 % together, scaled to 100 %: 11.111111… %",
        "6/12 of the year: 20 % × 6/12 = 10 %",
    ]


def test_what_a_subsidy_requires_is_a_step_met_or_not() -> None:
    told = explained(subsidised("{ partners = 3, units = 7 }"), "beek", "decree")
    assert told[1:4] == [
        "Fixed sum: € 900.00",
        "Required: 3 partners; those who take part count 3 partners together",
        (
            "Required: 7 homes; those who take part count only 6 homes together: "
            "€ 0.00 instead of € 900.00"
        ),
    ]
