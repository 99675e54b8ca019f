"""The reference against tables worked by hand or published in real agreements."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import networks
import reference
from reference import Impossible

pytestmark = pytest.mark.long

SLOW = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def described(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)


def stated(text: str) -> dict[str, Any]:
    return reference.statement(described(text))


def column(statement: dict[str, Any], line: str) -> list[str]:
    """The cells of all partners."""
    return [partner["cells"][line] for partner in statement["partners"]]


def figures(statement: dict[str, Any], name: str) -> list[str]:
    """Expenses, revenues or balance of all partners."""
    return [partner[name] for partner in statement["partners"]]


def with_keys(name: str, values: dict[str, Any]) -> str:
    """Partners with one key figure each."""
    return "\n".join(f"[partner.{one}]\nkeys.{name} = {value}" for one, value in values.items())


CRISIS_NETWORK = """
title = "Crisisopvangnetwerk"
year = 2023
[fte]
cost = 84_500
[cost.overhead]
label = "Omkadering"
fte = 0.2
[cost.counselling]
label = "Woonbegeleiding"
fte = 0.1
per = "unit"
[contribution]
model = "variable"
key = "units"
[day_price]
prices = { 1 = 16, 2 = 18, 3 = 20 }
mix = { 1 = 1, 2 = 1, 3 = 1 }
days = 360
occupancy = 0.85
[partner.stad]
units = 4
[partner.gemeente-1]
units = 1
[partner.gemeente-2]
units = 1
[partner.gemeente-3]
units = 1
[partner.caw]
units = 1
"""


def small_partner_of_the_crisis_network(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "units": 1,
        "cells": {"overhead": "2112.50", "counselling": "8450.00", "day_price": "5508.00"},
        "expenses": "10562.50",
        "revenues": "5508.00",
        "balance": "-5054.50",
    }


def test_the_crisis_network_has_every_published_cell() -> None:
    statement = stated(CRISIS_NETWORK)
    city = {
        "id": "stad",
        "units": 4,
        "cells": {"overhead": "8450.00", "counselling": "33800.00", "day_price": "22032.00"},
        "expenses": "42250.00",
        "revenues": "22032.00",
        "balance": "-20218.00",
    }
    small = ["gemeente-1", "gemeente-2", "gemeente-3", "caw"]
    assert statement["partners"] == [city, *map(small_partner_of_the_crisis_network, small)]


def test_the_crisis_network_has_the_totals_of_the_contract() -> None:
    statement = stated(CRISIS_NETWORK)
    assert statement["total"] == {
        "units": 8,
        "cells": {"overhead": "16900.00", "counselling": "67600.00", "day_price": "44064.00"},
        "expenses": "84500.00",
        "revenues": "44064.00",
        "balance": "-40436.00",
    }
    assert statement["fte"] == "1.0"
    assert statement["reserve"] is None


def test_the_crisis_network_has_the_lines_of_the_contract() -> None:
    statement = stated(CRISIS_NETWORK)
    assert statement["pool"] == {
        "total": "16900.00",
        "lines": [{"id": "overhead", "kind": "expense", "total": "16900.00"}],
    }
    assert [tuple(line.values()) for line in statement["lines"]] == [
        ("overhead", "expense", "divided", "16900.00"),
        ("counselling", "expense", "priced", "67600.00"),
        ("day_price", "revenue", "priced", "44064.00"),
    ]


def test_a_fire_station_is_shared_as_agreed_after_the_state_grant() -> None:
    statement = stated(
        """
        rounding = { unit = 1 }
        cost.station.amount = 16_381_169
        subsidy.state.amount = 6_370_000
        [contribution]
        model = "agreed"
        shares = { shoreview = 61.5, arden-hills = 24.2, north-oaks = 14.3 }
        [partner]
        shoreview = {}
        arden-hills = {}
        north-oaks = {}
        """
    )
    assert figures(statement, "balance") == ["-6156869.00", "-2422703.00", "-1431597.00"]
    assert statement["pool"]["total"] == "10011169.00"


def test_a_tie_of_remainders_goes_to_the_first_city() -> None:
    cities = {"amsterdam": 10, "rotterdam": 17, "den-haag": 31, "utrecht": 42}
    statement = stated(
        """
        rounding = { unit = 1 }
        contribution = { model = "variable", key = "percentage" }
        cost.measures.amount = 75
        """
        + with_keys("percentage", cities)
    )
    assert column(statement, "measures") == ["8.00", "13.00", "23.00", "31.00"]


TOP_UPS = {
    "alkmaar": (154_423, 5_735),
    "almelo": (130_492, 4_846),
    "amersfoort": (272_246, 10_111),
    "amsterdam": (1_110_101, 41_227),
    "arnhem": (221_809, 8_238),
    "breda": (283_580, 10_532),
    "deventer": (170_156, 6_319),
    "dordrecht": (206_868, 7_683),
    "eindhoven": (312_086, 11_590),
    "emmen": (183_633, 6_820),
    "enschede": (249_187, 9_254),
    "groningen": (223_377, 8_296),
    "haarlem": (231_767, 8_607),
    "heerlen": (129_005, 4_791),
    "hengelo": (144_177, 5_354),
    "leeuwarden": (140_674, 5_224),
    "leiden": (171_220, 6_359),
    "lelystad": (136_907, 5_084),
    "maastricht": (155_623, 5_780),
    "nijmegen": (231_503, 8_598),
    "rotterdam": (949_167, 35_250),
    "schiedam": (124_638, 4_629),
    "s-gravenhage": (790_616, 29_362),
    "s-hertogenbosch": (222_961, 8_280),
    "sittard-geleen": (149_752, 5_562),
    "tilburg": (323_691, 12_021),
    "utrecht": (433_596, 16_103),
    "venlo": (149_240, 5_543),
    "zaanstad": (245_596, 9_121),
    "zwolle": (201_909, 7_499),
}


def test_a_top_up_over_thirty_municipalities_is_the_published_one() -> None:
    statement = stated(
        """
        rounding = { unit = 1 }
        contribution = { model = "variable", key = "payment" }
        cost.overhead.amount = 0
        [revenue.top-up]
        amount = 313_818
        contribution = { model = "variable", key = "payment" }
        """
        + with_keys("payment", {one: payment for one, (payment, _) in TOP_UPS.items()})
    )
    assert column(statement, "top-up") == [f"{top_up}.00" for _, top_up in TOP_UPS.values()]


def test_after_a_partner_leaves_two_of_three_equal_ones_take_a_cent_more() -> None:
    left = {"a": 16, "b": 22, "c": 3, "d": 8, "e": 3, "f": 3, "g": 4, "h": 9}
    statement = stated(
        'contribution = { model = "variable", key = "percentage" }\ncost.plant.amount = 100_000\n'
        + with_keys("percentage", left)
    )
    assert column(statement, "plant") == [
        "23529.41",
        "32352.94",
        "4411.77",
        "11764.71",
        "4411.77",
        "4411.76",
        "5882.35",
        "13235.29",
    ]


DUES = """
title = "Contributieschaal"
cost.secretariat.amount = 10_000
[contribution]
model = "variable"
minimum = 2_100
[contribution.rate]
employees = [
    { up_to = 25, amount = 1_050 }, { up_to = 50, amount = 1_155 },
    { up_to = 75, amount = 1_260 }, { up_to = 99, amount = 1_365 },
]
valuation = [
    { up_to = 5, amount = 1_050 }, { up_to = 10, amount = 1_155 },
    { up_to = 15, amount = 1_260 }, { up_to = 20, amount = 1_365 },
    { up_to = 30, amount = 1_470 },
]
[partner.worked-example]
keys = { employees = 74, valuation = 22 }
[partner.at-the-ends]
keys = { employees = 25, valuation = 30 }
[partner.nothing]
keys = { employees = 0, valuation = 0 }
"""


def test_class_amounts_are_those_of_the_dues_chart() -> None:
    statement = stated(DUES)
    assert column(statement, "contribution") == ["2730.00", "2520.00", "2100.00"]
    assert statement["reserve"]["cells"] == {"contribution": "2650.00"}
    assert statement["total"]["expenses"] == "10000.00"


def test_a_figure_above_the_last_class_is_refused() -> None:
    with pytest.raises(Impossible, match="last bracket"):
        stated(DUES + "[partner.large]\nkeys = { employees = 100, valuation = 1 }")


def test_a_charge_below_the_minimum_is_raised_to_it() -> None:
    statement = stated(DUES.replace("minimum = 2_100", "minimum = 2_600\nmaximum = 2_700"))
    assert column(statement, "contribution") == ["2700.00", "2600.00", "2600.00"]


def test_a_bracketed_rate_counts_each_part_of_the_figure_at_its_own_rate() -> None:
    statement = stated(
        """
        cost.overhead.amount = 30_000
        [contribution]
        model = "variable"
        rate = { inhabitants = [ { up_to = 10_000, rate = 0.50 }, { rate = 0.30 } ] }
        """
        + with_keys("inhabitants", {"small": 9_000, "even": 10_000, "large": 31_866})
    )
    assert column(statement, "contribution") == ["4500.00", "5000.00", "11559.80"]
    assert statement["reserve"]["expenses"] == "8940.20"
    assert statement["reserve"]["balance"] == "-8940.20"


BOUNDED = """
cost = { overhead = { amount = 600 }, rent = { amount = 400 } }
contribution = { model = "variable", key = "size", minimum = 150, maximum = 600 }
""" + with_keys("size", {"small": 1, "middle": 2, "large": 7})


def test_partners_at_a_bound_are_held_and_the_others_make_up_for_it() -> None:
    statement = stated(BOUNDED)
    assert figures(statement, "expenses") == ["150.00", "250.00", "600.00"]
    assert column(statement, "overhead") == ["90.00", "150.00", "360.00"]
    assert column(statement, "rent") == ["60.00", "100.00", "240.00"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("maximum = 600", "maximum = 333"),
        ("minimum = 150", "minimum = 334"),
        ("minimum = 150", "minimum = 601"),
        ("maximum = 600", "maximum = { small = 150, middle = 200, large = 600 }"),
        ("600 }, rent = { amount = 400 }", "0 }"),
    ],
)
def test_bounds_that_no_factor_meets_are_refused(old: str, new: str) -> None:
    with pytest.raises(Impossible):
        stated(BOUNDED.replace(old, new))


def test_a_minimum_binds_a_partner_whose_key_is_zero() -> None:
    statement = stated(BOUNDED.replace("keys.size = 1", "keys.size = 0"))
    assert figures(statement, "expenses") == ["150.00", "250.00", "600.00"]


def test_fixed_amounts_come_first_and_the_rest_goes_by_key() -> None:
    text = """
    cost.overhead.amount = 1_000
    contribution = { model = "mixed", fixed_amount = 100, key = { size = 0.5, units = 0.5 } }
    partner = { a = { units = 1, keys.size = 1 }, b = { units = 1, keys.size = 3 } }
    """
    assert column(stated(text), "overhead") == ["400.00", "600.00"]
    with pytest.raises(Impossible, match="exceed the pool"):
        stated(text.replace("fixed_amount = 100", "fixed_amount = 500.01"))


def test_a_line_with_a_list_of_its_own_leaves_amounts_and_bounds_aside() -> None:
    statement = stated(
        """
        [cost]
        overhead.amount = 1_000
        van = { amount = 100, except = ["c"] }
        [contribution]
        model = "mixed"
        fixed_amount = 100
        key = "units"
        maximum = 500
        [partner]
        a.units = 1
        b.units = 4
        c.units = 5
        """
    )
    assert column(statement, "van") == ["20.00", "80.00", "0.00"]
    assert statement["pool"]["total"] == "1000.00"


def test_a_match_halves_what_is_left_after_revenues_and_earlier_subsidies() -> None:
    text = """
    cost.project.amount = 100_000
    revenue.tickets.amount = 10_000
    [subsidy]
    region.rate = 0.10
    decree.match = 1
    fund = { match = 0.25, cap = 6_000 }
    [contribution]
    model = "fixed"
    [partner]
    a = {}
    b = {}
    """
    statement = stated(text)
    assert [line["total"] for line in statement["pool"]["lines"]] == [
        "100000.00",
        "10000.00",
        "40000.00",
        "6000.00",
        "10000.00",
    ]
    assert statement["pool"]["total"] == "34000.00"
    assert figures(statement, "balance") == ["-17000.00", "-17000.00"]
    with pytest.raises(Impossible, match="subsidies exceed"):
        stated(text.replace("region.rate = 0.10", "region.amount = 100_000.01"))


THREE_EQUAL = """
contribution = { model = "fixed" }
partner = { a = {}, b = {}, c = {} }
[cost]
one.amount = 100
two.amount = 100
three.amount = 100
[revenue]
gifts.amount = 50
interest.amount = 0.01
"""


def test_left_over_cents_go_round_over_the_lines() -> None:
    statement = stated(THREE_EQUAL)
    assert column(statement, "one") == ["33.34", "33.33", "33.33"]
    assert column(statement, "two") == ["33.33", "33.34", "33.33"]
    assert column(statement, "three") == ["33.33", "33.33", "33.34"]


def test_a_left_over_cent_of_a_revenue_goes_to_the_largest_burden() -> None:
    statement = stated(THREE_EQUAL)
    assert column(statement, "gifts") == ["16.67", "16.67", "16.66"]
    assert column(statement, "interest") == ["0.00", "0.00", "0.01"]
    assert figures(statement, "balance") == ["-83.33", "-83.33", "-83.33"]


def ten_over_a_one_b_one_c_five(difference: str) -> list[str]:
    statement = stated(
        f"""
        rounding = {{ unit = 1, difference = "{difference}" }}
        contribution = {{ model = "variable", key = "units" }}
        cost.overhead.amount = 10
        cost.van = {{ amount = 9, only = ["a", "c"] }}
        partner = {{ a.units = 1, b.units = 1, c.units = 5 }}
        """
    )
    return [*column(statement, "overhead"), *column(statement, "van")]


def test_the_difference_goes_where_the_agreement_says() -> None:
    # 1.43, 1.43 and 7.14; and 1.5 and 7.5, where b has no share.
    assert ten_over_a_one_b_one_c_five("largest-remainder")[:3] == ["2.00", "1.00", "7.00"]
    assert ten_over_a_one_b_one_c_five("largest")[:3] == ["1.00", "1.00", "8.00"]
    assert ten_over_a_one_b_one_c_five("b")[:3] == ["1.00", "2.00", "7.00"]
    assert ten_over_a_one_b_one_c_five("b")[3:] == ["2.00", "0.00", "7.00"]


def test_a_tie_on_a_second_line_goes_to_the_partner_without_burden() -> None:
    assert ten_over_a_one_b_one_c_five("largest-remainder")[3:] == ["1.00", "0.00", "8.00"]


def test_largest_remainder_steps_in_where_the_taker_would_turn_negative() -> None:
    statement = stated(
        """
        rounding = { unit = 1, difference = "d" }
        contribution = { model = "variable", key = "size" }
        cost.one.amount = 2
        cost.two.amount = 2
        """
        + with_keys("size", {"a": 3, "b": 3, "c": 3, "d": 1})
    )
    assert column(statement, "one") == ["1.00", "1.00", "0.00", "0.00"]
    assert column(statement, "two") == ["1.00", "0.00", "1.00", "0.00"]


@pytest.mark.parametrize(
    ("half", "amount", "shown"),
    [("even", "0.125", "0.12"), ("up", "0.125", "0.13"), ("even", "0.135", "0.14")],
)
def test_halves_go_to_even_or_up(half: str, amount: str, shown: str) -> None:
    text = f'rounding = {{ half = "{half}" }}\ncost.tax = {{ amount = {amount}, per = "partner" }}'
    assert column(stated(text + "\npartner.a = {}"), "tax") == [shown]


def test_the_lines_under_a_charge_are_moved_until_they_add_up_to_the_pool() -> None:
    statement = stated(
        """
        rounding = { unit = 1 }
        cost = { one.amount = 10.4, two.amount = 10.45, three.amount = 10.45 }
        revenue.gifts.amount = 0.4
        contribution = { model = "fixed", fixed_amount = 20.5 }
        partner = { a = {}, b = {} }
        """
    )
    # 31.30 - 0.40 = 30.90, while 10 + 10 + 10 - 0 = 30.
    assert statement["pool"]["total"] == "31.00"
    assert [line["total"] for line in statement["pool"]["lines"]] == [
        "10.00",
        "11.00",
        "10.00",
        "0.00",
    ]
    assert column(statement, "contribution") == ["20.00", "20.00"]
    assert statement["reserve"]["balance"] == "9.00"


def test_the_contribution_stands_at_the_first_cost_that_it_replaces() -> None:
    text = """
    contribution = { model = "fixed", fixed_amount = 1 }
    cost.rent = { amount = 1, per = "partner" }
    cost.overhead.amount = 1
    cost.van = { amount = 2, per = "unit" }
    partner.a = {}
    """
    lines = [line["id"] for line in stated(text)["lines"]]
    assert lines == ["rent", "contribution", "van"]
    without = [line["id"] for line in stated(text.replace("cost.overhead.amount = 1", ""))["lines"]]
    assert without == ["rent", "van", "contribution"]


HOMES = """
[day_price]
prices = { 1 = 10, 2 = 20 }
days = 100
occupancy = 0.5
paid_by = "partner"
[partner.a]
units = 2
days = { 1 = 3, 5 = 1 }
[partner.b]
days = { 2 = 5 }
[unit.b1]
owner = "b"
mix = { 1 = 1, 3 = 3 }
[unit.b2]
owner = "b"
occupancy = 1
prices = { 1 = 7.50 }
"""


def test_each_home_earns_by_its_own_terms() -> None:
    # a: 2 x 50 x 15; b: 50 x 17.50 + 100 x 7.50.
    assert column(stated(HOMES), "day_price") == ["1500.00", "1625.00"]


def test_referring_partners_pay_the_day_price_by_use() -> None:
    # a uses 3 x 10 + 1 x 20 = 50, b 5 x 20 = 100.
    statement = stated(HOMES)
    assert column(statement, "day_price_paid") == ["1041.67", "2083.33"]
    assert [line["id"] for line in statement["lines"]] == ["day_price_paid", "day_price"]


def test_days_that_nobody_plans_cannot_be_paid_by_use() -> None:
    with pytest.raises(Impossible, match="use"):
        stated(HOMES.replace("days = { 1 = 3, 5 = 1 }", "").replace("days = { 2 = 5 }", ""))


def test_per_day_contributions_charge_the_days_of_use() -> None:
    model = 'contribution.model = "per-day"\ncost.overhead.amount = 120\n'
    statement = stated(model + HOMES.replace('paid_by = "partner"', ""))
    assert column(statement, "contribution") == ["50.00", "100.00"]
    assert statement["reserve"]["balance"] == "30.00"
    with pytest.raises(Impossible, match="twice"):
        stated(model + HOMES)


def test_published_percentages_that_are_rounded_are_scaled() -> None:
    text = """
    cost.overhead.amount = 300
    contribution = { model = "agreed", shares = { a = 33.3, b = 33.3, c = 33.3 } }
    partner = { a = {}, b = {}, c = {} }
    """
    assert column(stated(text), "overhead") == ["100.00", "100.00", "100.00"]
    with pytest.raises(Impossible, match="add up to 100"):
        stated(text.replace("c = 33.3 }", "c = 33.29 }"))


# ---------------------------------------------------------------- over generated networks


def cells_add_up(statement: dict[str, Any], line: str) -> bool:
    rows = [*statement["partners"], *([statement["reserve"]] if statement["reserve"] else [])]
    total = sum(Fraction(row["cells"][line]) for row in rows)
    return total == Fraction(statement["total"]["cells"][line])


@SLOW
@given(networks.descriptions())
def test_every_network_survives_the_trip_through_its_file(description: dict[str, Any]) -> None:
    assert described(networks.as_toml(description)) == description


@SLOW
@given(networks.stated_descriptions())
def test_every_column_adds_up(description: dict[str, Any]) -> None:
    statement = reference.statement(description)
    assert all(cells_add_up(statement, line["id"]) for line in statement["lines"])


@SLOW
@given(networks.stated_descriptions("charge"))
def test_the_lines_of_the_pool_under_a_charge_add_up(description: dict[str, Any]) -> None:
    statement = reference.statement(description)
    signed = [
        Fraction(line["total"]) * (1 if line["kind"] == "expense" else -1)
        for line in statement["pool"]["lines"]
    ]
    pool = Fraction(statement["pool"]["total"])
    assert sum(signed) == pool == Fraction(statement["total"]["cells"]["contribution"])


@SLOW
@given(networks.single_divisions())
def test_no_cell_is_a_full_unit_away_by_largest_remainder(description: dict[str, Any]) -> None:
    description["rounding"]["difference"] = "largest-remainder"
    (exact,) = reference.exact_columns(description)
    (shown,) = reference.rounded_columns(description)
    unit = reference.step(description)
    assert all(abs(exact.cells[one] - shown.cells[one]) < unit for one in exact.cells)
    assert all(shown.cells[one] == 0 for one in exact.cells if exact.cells[one] == 0)


@SLOW
@given(networks.equal_partners())
def test_balances_of_equal_partners_differ_by_one_unit_at_most(
    description: dict[str, Any],
) -> None:
    balances = [Fraction(one) for one in figures(reference.statement(description), "balance")]
    assert max(balances) - min(balances) <= reference.step(description)
