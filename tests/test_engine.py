"""Statements worked out by hand, cell by cell, in units of rounding (cents unless said)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from igs_costshare import Statement, compute, parse
from igs_costshare.computing.statement import Method, Pool, PoolLine, StatementLine, Unbalanced
from igs_costshare.money import Exact
from igs_costshare.sharing.rule import Charge, Division, Keys, Percentages, Rate
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import sentence_of

THREE = """
title = "Three"
[partner.stad]
units = 3
keys = { inhabitants = 6000 }
[partner.dorp]
units = 1
keys = { inhabitants = 3000 }
[partner.caw]
units = 0
keys = { inhabitants = 1000 }
"""
EQUALLY = '[contribution]\nmodel = "fixed"\n'
BY_HOMES = '[contribution]\nmodel = "variable"\nkey = "units"\n'
BY_INHABITANTS = '[contribution]\nmodel = "variable"\nkey = "inhabitants"\n'


def statement(text: str, partners: str = THREE) -> Statement:
    return compute(parse(f"{partners}\n{text}"))


def columns(result: Statement) -> dict[str, list[int]]:
    """Every column from the first partner down to the reserve, if any, and the total."""
    made = {line.id: [row.cells[at] for row in result.rows] for at, line in enumerate(result.lines)}
    made["expenses"] = [row.expenses for row in result.rows]
    made["revenues"] = [row.revenues for row in result.rows]
    made["balance"] = [row.balance for row in result.rows]
    return made


def column(text: str, name: str) -> list[int]:
    """One column of the three partners, the reserve, if any, and the total."""
    return columns(statement(text))[name]


def pool(result: Statement) -> list[tuple[str, int]]:
    """The lines of the pool with the signs they have in it, and its total."""
    signs = {"expense": 1, "revenue": -1}
    lines = [(line.id, signs[line.kind] * line.total) for line in result.pool.lines]
    return [*lines, ("total", result.pool.total)]


def warnings(result: Statement) -> list[str]:
    return [sentence_of(problem, english()) for problem in result.warnings]


# Shared, priced and own lines.


def test_a_division_shares_costs_less_income_line_by_line() -> None:
    result = statement(f"""
{BY_HOMES}
[cost.rent]
amount = 100.02
[cost.energy]
amount = 50.50
[subsidy.flanders]
amount = 30.10
[revenue.gifts]
amount = 9.99
""")
    # 75.015, 37.875, 22.575 and 7.4925 for three of four homes.
    assert columns(result) == {
        "rent": [7502, 2500, 0, 10002],
        "energy": [3787, 1263, 0, 5050],
        "expenses": [11289, 3763, 0, 15052],
        "flanders": [2258, 752, 0, 3010],
        "gifts": [749, 250, 0, 999],
        "revenues": [3007, 1002, 0, 4009],
        "balance": [-8282, -2761, 0, -11043],
    }
    assert pool(result) == [
        ("rent", 10002),
        ("energy", 5050),
        ("flanders", -3010),
        ("gifts", -999),
        ("total", 11043),
    ]
    assert [(row.id, row.name, row.units) for row in result.rows] == [
        ("stad", "stad", 3),
        ("dorp", "dorp", 1),
        ("caw", "caw", 0),
        ("total", "", 4),
    ]
    assert result.reserve is None


def test_a_priced_line_is_rounded_for_each_and_the_total_is_the_sum() -> None:
    priced = '[cost.insurance]\namount = 33.335\nper = "unit"'
    assert column(priced, "insurance") == [10000, 3334, 0, 13334]


def test_equal_use_costs_equal_money() -> None:
    priced = '[cost.card]\namount = 0.005\nper = "partner"\n[rounding]\nhalf = "up"'
    assert column(priced, "card") == [1, 1, 1, 3]


def test_a_priced_revenue_goes_to_each() -> None:
    result = statement('[revenue.fees]\namount = 0.125\nper = "inhabitants"\nexcept = ["dorp"]')
    assert columns(result) == {
        "fees": [75000, 0, 12500, 87500],
        "expenses": [0, 0, 0, 0],
        "revenues": [75000, 0, 12500, 87500],
        "balance": [75000, 0, 12500, 87500],
    }
    (fees,) = result.lines
    assert [fees.exact.at(each) for each in range(3)] == [75000, 0, 12500]


def test_lines_outside_the_pool_stand_in_the_order_of_the_file() -> None:
    result = statement(
        f"""
{BY_INHABITANTS}
[cost.visits]
amount = 0.10
per = "inhabitants"
[cost.rent]
amount = 1000
[cost.some]
amount = 100
only = ["dorp", "caw"]
[cost.own]
amount = 90.01
contribution = {{ model = "fixed" }}
[revenue.gifts]
amount = 200
[revenue.tickets]
amount = 40
except = ["caw"]
[revenue.shop]
amount = 30
contribution = {{ model = "agreed", shares = {{ stad = 10, dorp = 20, caw = 70 }} }}
"""
    )
    assert columns(result) == {
        "visits": [60000, 30000, 10000, 100000],
        "rent": [60000, 30000, 10000, 100000],
        "some": [0, 7500, 2500, 10000],
        "own": [3001, 3000, 3000, 9001],
        "expenses": [123001, 70500, 25500, 219001],
        "gifts": [12000, 6000, 2000, 20000],
        "tickets": [2667, 1333, 0, 4000],
        "shop": [300, 600, 2100, 3000],
        "revenues": [14967, 7933, 4100, 27000],
        "balance": [-108034, -62567, -21400, -192001],
    }
    assert pool(result) == [("rent", 100000), ("gifts", -20000), ("total", 80000)]


def test_a_line_of_some_partners_takes_no_part_of_the_fixed_amount() -> None:
    result = statement("""
[contribution]
model = "mixed"
fixed_amount = 100
key = "inhabitants"
[cost.rent]
amount = 1000
[cost.some]
amount = 70
only = ["stad", "caw"]
""")
    # 100 each and 700 by 6, 3 and 1; 70 by 6 and 1.
    assert columns(result)["rent"] == [52000, 31000, 17000, 100000]
    assert columns(result)["some"] == [6000, 0, 1000, 7000]


def test_bounds_act_on_the_pool_and_every_pooled_line_follows() -> None:
    result = statement(f"""
{BY_INHABITANTS}minimum = 160
[cost.rent]
amount = 500
[cost.energy]
amount = 500
[revenue.gifts]
amount = 200
""")
    # 800 by 6, 3 and 1 is 480, 240 and 80; at 160 the others share 640 by 6 to 3.
    assert columns(result) == {
        "rent": [26667, 13333, 10000, 50000],
        "energy": [26667, 13333, 10000, 50000],
        "expenses": [53334, 26666, 20000, 100000],
        "gifts": [10667, 5333, 4000, 20000],
        "revenues": [10667, 5333, 4000, 20000],
        "balance": [-42667, -21333, -16000, -80000],
    }


def test_income_above_the_costs_is_shared_in_the_proportions_of_the_model() -> None:
    result = statement(f"{BY_HOMES}[cost.rent]\namount = 10\n[revenue.gifts]\namount = 50")
    assert columns(result)["balance"] == [3000, 1000, 0, 4000]
    assert pool(result) == [("rent", 1000), ("gifts", -5000), ("total", -4000)]


def test_each_line_keeps_its_exact_amounts() -> None:
    result = statement(
        f'{EQUALLY}[cost.rent]\namount = 100\n[cost.card]\namount = 0.125\nper="unit"'
    )
    rent, card = result.lines
    assert [rent.exact.at(each) for each in range(3)] == [Fraction(10000, 3)] * 3
    assert [card.exact.at(each) for each in range(3)] == [Fraction(75, 2), Fraction(25, 2), 0]
    assert (rent.rounding, card.rounding) == ("divided", "priced")
    assert card.division is None
    assert rent.division is not None
    assert (rent.division.amounts, rent.division.extra) == ((3334, 3333, 3333), (1, 0, 0))


def test_lines_keep_their_labels() -> None:
    result = statement(f"""
{EQUALLY}
[cost.rent]
label = "Huur"
amount = 10
[cost.card]
label = "Kaart"
amount = 1
per = "partner"
[cost.own]
label = "Eigen"
amount = 1
only = ["stad"]
[subsidy.flanders]
label = "Vlaanderen"
amount = 1
[revenue.gifts]
amount = 1
""")
    assert [line.label for line in result.lines] == ["Huur", "Kaart", "Eigen", "Vlaanderen", None]


# Charges and the reserve.


def test_a_charge_replaces_the_pool_and_the_reserve_pays_what_is_short() -> None:
    result = statement("""
[contribution]
model = "variable"
rate = { inhabitants = 0.35 }
[cost.card]
amount = 1
per = "partner"
[cost.rent]
amount = 4000
[cost.own]
amount = 3
contribution = { model = "fixed" }
[cost.energy]
amount = 100.50
[revenue.gifts]
amount = 50
[revenue.fees]
amount = 2
per = "unit"
[subsidy.flanders]
rate = 0.1
""")
    # A tenth of 4,106.50 is 410.65; 2,100, 1,050 and 350 are charged.
    assert columns(result) == {
        "card": [100, 100, 100, 0, 300],
        "contribution": [210000, 105000, 35000, 13985, 363985],
        "own": [100, 100, 100, 0, 300],
        "expenses": [210200, 105200, 35200, 13985, 364585],
        "fees": [600, 200, 0, 0, 800],
        "revenues": [600, 200, 0, 0, 800],
        "balance": [-209600, -105000, -35200, -13985, -363785],
    }
    assert pool(result) == [
        ("rent", 400000),
        ("energy", 10050),
        ("flanders", -41065),
        ("gifts", -5000),
        ("total", 363985),
    ]
    assert result.reserve is not None
    assert (result.reserve.id, result.reserve.name, result.reserve.units) == ("reserve", "", 0)


def test_a_charge_above_the_pool_leaves_a_surplus_in_the_reserve() -> None:
    charge = '[contribution]\nmodel = "fixed"\nfixed_amount = 40\n[cost.rent]\namount = 100'
    assert column(charge, "contribution") == [4000, 4000, 4000, -2000, 10000]


def test_the_reserve_takes_what_is_left_of_the_rounded_pool() -> None:
    charge = '[contribution]\nmodel = "fixed"\nfixed_amount = 33.345\n[cost.rent]\namount = 100.005'
    # Half to even: 33.34 three times, and 100.00.
    assert column(charge, "contribution") == [3334, 3334, 3334, -2, 10000]
    up = '[rounding]\nhalf = "up"'
    assert column(f"{charge}\n{up}", "contribution") == [3335, 3335, 3335, -4, 10001]


def test_the_line_of_a_charge_keeps_its_exact_amounts() -> None:
    charge = '[contribution]\nmodel = "variable"\nrate = { units = 0.005 }'
    (line,) = statement(charge).lines
    assert (line.rounding, line.cells, line.division) == ("priced", (2, 0, 0), None)
    assert [line.exact.at(each) for each in range(3)] == [Fraction(3, 2), Fraction(1, 2), 0]


def test_a_charge_without_pooled_costs_stands_after_the_costs() -> None:
    result = statement("""
[contribution]
model = "fixed"
fixed_amount = 10
only = ["stad"]
[cost.card]
amount = 1
per = "partner"
[revenue.gifts]
amount = 6
""")
    assert [line.id for line in result.lines] == ["card", "contribution"]
    assert columns(result)["contribution"] == [1000, 0, 0, -1600, -600]


def test_the_lines_of_a_charged_pool_are_shown_so_that_they_add_up() -> None:
    result = statement("""
[contribution]
model = "fixed"
fixed_amount = 1
[cost.a]
amount = 1.004
[cost.b]
amount = 1.003
[cost.c]
amount = 1.004
[revenue.gifts]
amount = 0.001
""")
    # 1.00 three times less 0.00 is 3.00, where the pool is 3.01.
    assert pool(result) == [("a", 101), ("b", 100), ("c", 100), ("gifts", 0), ("total", 301)]


@pytest.mark.parametrize(("half", "a", "b"), [("even", 1, 0), ("up", 0, 1)])
def test_halves_of_a_charged_pool_go_as_they_are_rounded(half: str, a: int, b: int) -> None:
    result = statement(f"""
[rounding]
half = "{half}"
[contribution]
model = "fixed"
fixed_amount = 1
[cost.a]
amount = 0.005
[cost.b]
amount = 0.005
""")
    assert pool(result) == [("a", a), ("b", b), ("total", 1)]


def test_income_of_a_charged_pool_moves_where_it_was_rounded_furthest() -> None:
    result = statement("""
[contribution]
model = "fixed"
fixed_amount = 1
[cost.a]
amount = 5.003
[revenue.gifts]
amount = 2.006
""")
    assert pool(result) == [("a", 500), ("gifts", -200), ("total", 300)]


# Subsidies.


def test_subsidies_apply_in_the_order_of_the_file() -> None:
    result = statement(f"""
{EQUALLY}
[cost.rent]
amount = 900
[cost.card]
amount = 100
per = "partner"
[subsidy.state]
rate = 0.25
cap = 250
[subsidy.match]
match = 1
cap = 200
[subsidy.rest]
match = 0.5
""")
    # 250 of 1,200; 200 of half of 650; a third of 450.
    assert columns(result)["state"] == [8334, 8333, 8333, 25000]
    assert columns(result)["match"] == [6666, 6667, 6667, 20000]
    assert columns(result)["rest"] == [5000, 5000, 5000, 15000]
    assert pool(result) == [
        ("rent", 90000),
        ("state", -25000),
        ("match", -20000),
        ("rest", -15000),
        ("total", 30000),
    ]


def test_a_subsidy_counts_what_it_names() -> None:
    result = statement(f"""
{EQUALLY}
[fte]
cost = 84_500
[cost.staff]
fte = 0.2
[cost.rent]
amount = 900
[subsidy.flanders]
rate = 0.5
of = ["staff"]
""")
    assert columns(result)["staff"] == [563334, 563333, 563333, 1690000]
    assert columns(result)["flanders"] == [281667, 281667, 281666, 845000]
    assert result.fte == Fraction("0.2")


# Day prices.


def test_homes_earn_day_prices_for_their_owners() -> None:
    result = statement(
        """
[day_price]
prices = { 1 = 16, 2 = 18, 3 = 20 }
days = 360
occupancy = 0.85
"""
    )
    assert columns(result) == {
        "day_price": [1652400, 550800, 0, 2203200],
        "expenses": [0, 0, 0, 0],
        "revenues": [1652400, 550800, 0, 2203200],
        "balance": [1652400, 550800, 0, 2203200],
    }
    assert [(line.kind, line.rounding) for line in result.lines] == [("revenue", "priced")]
    assert result.method is None
    assert result.fte is None


HOMES = """
title = "Named homes"
[partner.stad]
units = 2
days = { 1 = 10, 2 = 20 }
[partner.dorp]
days = { 3 = 30 }
[unit.mill]
owner = "dorp"
prices = { 1 = 10.01 }
[unit.barn]
owner = "dorp"
occupancy = 0.5
mix = { 2 = 1 }
[day_price]
prices = { 1 = 16, 2 = 18 }
days = 100
occupancy = 0.75
"""


def test_named_homes_earn_on_their_own_terms() -> None:
    result = statement("", HOMES)
    # Twice 75 × 17; 75 × 10.01 and 50 × 18.
    assert columns(result)["day_price"] == [255000, 75075 + 90000, 420075]
    assert [row.units for row in result.rows] == [2, 2, 4]


def test_partners_may_pay_the_day_prices_by_their_use() -> None:
    result = statement(
        f"""
paid_by = "partner"
{EQUALLY}
[cost.rent]
amount = 100
""",
        HOMES,
    )
    # 4,200.75 by 160 + 360 to 540 is 2,060.745… and 2,140.004….
    assert columns(result) == {
        "rent": [5000, 5000, 10000],
        "day_price_paid": [206075, 214000, 420075],
        "expenses": [211075, 219000, 430075],
        "day_price": [255000, 165075, 420075],
        "revenues": [255000, 165075, 420075],
        "balance": [43925, -53925, -10000],
    }
    assert pool(result) == [("rent", 10000), ("total", 10000)]


def test_partners_pay_the_rounded_day_prices_after_a_charge() -> None:
    result = statement(
        'paid_by = "partner"\n[contribution]\nmodel = "fixed"\nfixed_amount = 5', HOMES
    )
    assert [line.id for line in result.lines] == ["contribution", "day_price_paid", "day_price"]
    assert columns(result)["day_price_paid"] == [206075, 214000, 0, 420075]


def test_partners_pay_no_day_prices_where_homes_earn_none() -> None:
    result = statement('[day_price]\nprices = { 1 = 16 }\npaid_by = "partner"')
    assert result.lines == ()


def test_days_of_use_may_be_charged() -> None:
    result = statement('[contribution]\nmodel = "per-day"\n[cost.rent]\namount = 1_000', HOMES)
    assert columns(result)["contribution"] == [52000, 54000, -6000, 100000]


# Rounding.


@pytest.mark.parametrize(
    ("unit", "rent", "card"),
    [
        ("0.001", [3702989, 3702989, 3702988, 11108966], [1234329, 411443, 0, 1645772]),
        ("0.01", [370299, 370299, 370299, 1110897], [123433, 41144, 0, 164577]),
        ("0.1", [37030, 37030, 37030, 111090], [12343, 4114, 0, 16457]),
        ("1", [3703, 3703, 3703, 11109], [1234, 411, 0, 1645]),
        ("10", [371, 370, 370, 1111], [123, 41, 0, 164]),
        ("100", [37, 37, 37, 111], [12, 4, 0, 16]),
        ("1000", [4, 4, 3, 11], [1, 0, 0, 1]),
    ],
)
def test_amounts_are_whole_numbers_of_the_rounding_unit(
    unit: str, rent: list[int], card: list[int]
) -> None:
    result = statement(f"""
{EQUALLY}
[rounding]
unit = {unit}
[cost.rent]
amount = 11108.9655
[cost.card]
amount = 411.443
per = "unit"
""")
    assert result.unit == Decimal(unit)
    assert columns(result)["rent"] == rent
    assert columns(result)["card"] == card


@pytest.mark.parametrize(
    ("half", "total", "each"),
    [("even", [1, 1, 0, 2], [0, 0, 0, 0]), ("up", [1, 1, 1, 3], [1] * 3 + [3])],
)
def test_halves_go_to_even_or_up(half: str, total: list[int], each: list[int]) -> None:
    result = statement(f"""
{EQUALLY}
[rounding]
half = "{half}"
[cost.rent]
amount = 0.025
[cost.card]
amount = 0.005
per = "partner"
""")
    assert columns(result)["rent"] == total
    assert columns(result)["card"] == each


@pytest.mark.parametrize(
    ("difference", "rent"),
    [
        ("largest-remainder", [1428, 4286, 4286, 10000]),
        ("largest", [1429, 4285, 4286, 10000]),
        ("stad", [1428, 4286, 4286, 10000]),
        ("caw", [1429, 4286, 4285, 10000]),
    ],
)
def test_a_difference_goes_to_who_takes_it(difference: str, rent: list[int]) -> None:
    partners = """
title = "Sevenths"
[partner.stad]
units = 1
[partner.dorp]
units = 3
[partner.caw]
units = 3
"""
    result = statement(
        f'{BY_HOMES}[cost.rent]\namount = 100\n[rounding]\ndifference = "{difference}"', partners
    )
    assert columns(result)["rent"] == rent


def test_a_taker_without_a_share_in_a_line_leaves_it_to_the_largest_share() -> None:
    rent = '[cost.rent]\namount = 0.02\n[rounding]\ndifference = "caw"'
    assert column(f"{EQUALLY}{rent}", "rent") == [1, 1, 0, 2]
    assert column(f"{BY_HOMES}{rent}", "rent") == [2, 0, 0, 2]


SPARED = """
title = "Spared"
[rounding]
half = "up"
difference = "stad"
[partner.stad]
units = 1
[partner.dorp]
units = 9
[partner.caw]
units = 9
[partner.agb]
units = 9
"""


def test_a_taker_is_not_pushed_below_zero_and_a_warning_says_so() -> None:
    result = statement(f"{BY_HOMES}[cost.rent]\namount = 0.02\n[cost.energy]\namount = 1", SPARED)
    assert columns(result)["rent"] == [0, 1, 1, 0, 2]
    assert columns(result)["energy"] == [4, 32, 32, 32, 100]
    assert warnings(result) == [
        (
            "rounding.difference: the rounding difference would turn an amount of `rent` "
            "negative, so this line is divided by largest remainder"
        )
    ]
    assert [problem.severity for problem in result.warnings] == ["warning"]


def test_the_lines_that_spare_a_taker_take_turns() -> None:
    result = statement(
        f"{BY_HOMES}[cost.rent]\namount = 0.02\n[cost.energy]\namount = 0.02\n"
        "[revenue.gifts]\namount = 0.02",
        SPARED,
    )
    assert columns(result)["rent"] == [0, 1, 1, 0, 2]
    assert columns(result)["energy"] == [0, 1, 0, 1, 2]
    assert columns(result)["gifts"] == [0, 1, 1, 0, 2]


# Left-over units over several lines.


def test_left_over_units_go_round_over_the_lines() -> None:
    result = statement(f"""
{EQUALLY}
[cost.rent]
amount = 100
[cost.energy]
amount = 100
[cost.water]
amount = 200
[cost.phone]
amount = 100
""")
    assert columns(result) == {
        "rent": [3334, 3333, 3333, 10000],
        "energy": [3333, 3334, 3333, 10000],
        "water": [6667, 6666, 6667, 20000],
        "phone": [3333, 3334, 3333, 10000],
        "expenses": [16667, 16667, 16666, 50000],
        "revenues": [0, 0, 0, 0],
        "balance": [-16667, -16667, -16666, -50000],
    }


def test_left_over_units_of_income_go_to_who_bears_most() -> None:
    result = statement(f"""
{EQUALLY}
[cost.rent]
amount = 100
[subsidy.flanders]
amount = 10
[revenue.gifts]
amount = 20
""")
    # The rent leaves a cent with the first; the first income gives it back, the next goes round.
    assert columns(result)["rent"] == [3334, 3333, 3333, 10000]
    assert columns(result)["flanders"] == [334, 333, 333, 1000]
    assert columns(result)["gifts"] == [667, 667, 666, 2000]
    assert columns(result)["balance"] == [-2333, -2333, -2334, -7000]


def test_left_over_units_of_lines_outside_the_pool_count_too() -> None:
    own = '[cost.own]\namount = 100\ncontribution = { model = "fixed" }\n'
    result = statement(f"{EQUALLY}{own}[cost.rent]\namount = 100")
    assert columns(result)["own"] == [3334, 3333, 3333, 10000]
    assert columns(result)["rent"] == [3333, 3334, 3333, 10000]


def test_left_over_units_of_the_paid_day_prices_count_too() -> None:
    partners = """
title = "Equal use"
[partner.stad]
days = 10
units = 1
[partner.dorp]
days = 10
[day_price]
prices = { 1 = 10.01 }
days = 1
occupancy = 1
paid_by = "partner"
"""
    result = statement(f"{EQUALLY}[revenue.gifts]\namount = 0.01", partners)
    assert columns(result)["day_price_paid"] == [501, 500, 1001]
    assert columns(result)["gifts"] == [1, 0, 1]


def test_priced_lines_carry_no_burden() -> None:
    priced = '[cost.card]\namount = 0.336\nper = "unit"\n'
    assert column(f"{EQUALLY}{priced}[cost.rent]\namount = 100", "rent") == [
        3334,
        3333,
        3333,
        10000,
    ]


def test_a_taker_of_the_difference_carries_no_burden() -> None:
    rents = "[cost.rent]\namount = 100\n[cost.energy]\namount = 100\n"
    result = statement(f'{EQUALLY}{rents}[rounding]\ndifference = "largest"')
    assert columns(result)["rent"] == [3334, 3333, 3333, 10000]
    assert columns(result)["energy"] == [3334, 3333, 3333, 10000]


# What a statement says of itself.


def test_a_statement_says_what_it_is_of() -> None:
    partners = """
title = "Zwin"
year = 2026
currency = "USD"
[partner.stad]
name = "Stad Damme"
[partner.dorp]
"""
    result = statement("", partners)
    assert (result.title, result.year, result.currency) == ("Zwin", 2026, "USD")
    assert [row.name for row in result.partners] == ["Stad Damme", "dorp"]
    assert statement("").year is None
    assert statement("").currency == "EUR"


def test_a_statement_carries_the_warnings_of_its_network() -> None:
    result = statement(f"{EQUALLY}[cost.rent]\namount = 1.500")
    assert warnings(result) == [
        "cost.rent.amount: 1.500 is read as 1.5: the point is a decimal point"
    ]


ONE = Fraction(1)


@pytest.mark.parametrize(
    ("contribution", "expected"),
    [
        (
            'model = "fixed"\nbasis = "art. 4"',
            Method("fixed", Division(Keys((("partners", ONE),))), members=3, basis="art. 4"),
        ),
        (
            'model = "fixed"\nfixed_amount = 5\nonly = ["stad"]',
            Method("fixed", Charge(Fraction(5), ()), members=1),
        ),
        (
            'model = "variable"\nkey = "units"\nminimum = 0',
            Method("variable", Division(Keys((("units", ONE),))), bounded=True, members=3),
        ),
        (
            'model = "variable"\nkey = { inhabitants = 3, partners = 1 }\nexcept = ["caw"]',
            Method(
                "variable",
                Division(Keys((("inhabitants", Fraction(3, 4)), ("partners", Fraction(1, 4))))),
                members=2,
            ),
        ),
        (
            'model = "variable"\nrate = { inhabitants = 0.35, units = 2 }',
            Method(
                "variable",
                Charge(None, (Rate("inhabitants", Fraction("0.35")), Rate("units", Fraction(2)))),
                members=3,
            ),
        ),
        (
            'model = "mixed"\nfixed_share = 0.3\nkey = "inhabitants"',
            Method(
                "mixed",
                Division(Keys((("inhabitants", ONE),)), part_equally=Fraction("0.3")),
                members=3,
            ),
        ),
        (
            'model = "mixed"\nfixed_amount = 2.50\nkey = "inhabitants"',
            Method("mixed", Division(Keys((("inhabitants", ONE),)), Fraction("2.50")), members=3),
        ),
        (
            'model = "agreed"\nshares = { stad = 50, dorp = 50, caw = 0 }',
            Method(
                "agreed",
                Division(
                    Percentages({"stad": Fraction(50), "dorp": Fraction(50), "caw": Fraction(0)})
                ),
                members=3,
            ),
        ),
    ],
)
def test_a_statement_says_how_the_pool_was_shared(contribution: str, expected: Method) -> None:
    result = statement(f"[contribution]\n{contribution}\n[cost.rent]\namount = 100")
    assert result.method == expected


def test_a_statement_without_a_pool_was_not_shared() -> None:
    priced = '[cost.card]\namount = 1\nper = "partner"'
    assert statement(f"{EQUALLY}{priced}").method is None
    charged = statement(f'[contribution]\nmodel = "fixed"\nfixed_amount = 1\n{priced}')
    assert charged.method is not None


def test_subsidies_alone_are_a_pool() -> None:
    priced = '[cost.card]\namount = 1\nper = "partner"'
    result = statement(f"{EQUALLY}{priced}\n[subsidy.flanders]\nrate = 0.5")
    assert result.method is not None
    assert columns(result)["balance"] == [-50, -50, -50, -150]


def test_a_line_that_does_not_add_up_does_not_exist() -> None:
    with pytest.raises(Unbalanced, match=r"^rent: 5 \+ 1 is not 7$"):
        StatementLine("rent", None, "expense", "divided", (2, 3), 7, Exact((2, 3), 1), 1)


def test_a_line_may_add_up_with_the_reserve() -> None:
    line = StatementLine("rent", None, "expense", "divided", (2, 3), 4, Exact((2, 3), 1), -1)
    assert sum(line.cells) + line.reserve == line.total


def test_a_pool_that_does_not_add_up_does_not_exist() -> None:
    lines = (PoolLine("rent", "expense", 10), PoolLine("gifts", "revenue", 4))
    assert Pool(lines, 6).total == 6
    with pytest.raises(Unbalanced, match=r"^the lines of the pool do not add up to 14$"):
        Pool(lines, 14)
