"""Contributions before rounding: each model worked out by hand, and what cannot be shared."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from igs_costshare import InputError, parse
from igs_costshare.description.bounds import MOST
from igs_costshare.description.contributions import Variable
from igs_costshare.errors import Problem
from igs_costshare.messages import say
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.bounds import Limits, Stated, factor_within, limits_of
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.divisions import Contributions
from igs_costshare.sharing.exact import Figures, combined, reduced
from igs_costshare.sharing.homes import home_incomes
from igs_costshare.sharing.refusal import CannotShare
from igs_costshare.sharing.rule import rule_of
from igs_costshare.wording.language import english, language
from igs_costshare.wording.problems import problem_text, sentence_of

THREE = """
title = "Three"
[partner.stad]
units = 3
keys = { inhabitants = 6000, youth = 0 }
[partner.dorp]
units = 1
keys = { inhabitants = 3000, youth = 20 }
[partner.caw]
units = 0
keys = { inhabitants = 1000, youth = 60 }
"""


def budget(contribution: str, rest: str = "", pool: str = "1000", partners: str = THREE) -> Budget:
    """Three partners, one cost to share, and a contribution."""
    text = f"{partners}\n[cost.rent]\namount = {pool}\n[contribution]\n{contribution}\n{rest}"
    return Budget(parse(text))


def division(contribution: str, pool: str = "1000") -> list[Fraction]:
    """What each of the three contributes to the pool, in euros."""
    return in_euros(Apportionment(budget(contribution, pool=pool)).contributions)


def hint_of(problem: Problem) -> str:
    return english().tell(problem.hint) if problem.hint else ""


def in_euros(contributions: Contributions) -> list[Fraction]:
    return fractions(contributions.exact)


def fractions(figures: Figures) -> list[Fraction]:
    return [figures.at(position) for position in range(len(figures.numerators))]


def charge(contribution: str) -> list[Fraction]:
    """What each of the three is charged, in euros."""
    return fractions(Apportionment(budget(contribution)).charges)


def refusal(contribution: str, rest: str = "", pool: str = "1000") -> str:
    """Every problem of the three, as the user reads it without the place."""
    with pytest.raises(InputError) as refused:
        budget(contribution, rest, pool)
    return "\n".join(
        " | ".join(filter(None, [sentence_of(problem, english()), hint_of(problem)]))
        for problem in refused.value.problems
    ).replace("\N{NO-BREAK SPACE}", " ")


# Divisions.


def test_fixed_divides_the_pool_equally() -> None:
    assert division('model = "fixed"') == [Fraction(1000, 3)] * 3


def test_variable_divides_the_pool_by_a_key() -> None:
    assert division('model = "variable"\nkey = "inhabitants"') == [600, 300, 100]


def test_who_takes_no_part_need_not_state_the_key() -> None:
    partners = """
title = "Some"
[partner.stad]
keys = { hectares = 2.5 }
[partner.dorp]
keys = { hectares = 1.25 }
[partner.caw]
"""
    contribution = 'model = "variable"\nkey = "hectares"\nexcept = ["caw"]'
    shared = Apportionment(budget(contribution, partners=partners, pool="300")).contributions
    assert in_euros(shared) == [200, 100, 0]


def test_a_key_may_be_zero_for_some() -> None:
    assert division('model = "variable"\nkey = "units"') == [750, 250, 0]


def test_the_key_partners_counts_each_once() -> None:
    assert division('model = "variable"\nkey = "partners"') == [Fraction(1000, 3)] * 3


def test_the_key_days_counts_planned_days_of_every_household_size() -> None:
    days = """
title = "Days"
[partner.stad]
days = { 1 = 10, 2 = 4.5 }
[partner.dorp]
days = 20
[partner.caw]
"""
    by_days = budget('model = "variable"\nkey = "days"', pool="69", partners=days)
    assert in_euros(Apportionment(by_days).contributions) == [29, 40, 0]


def test_the_key_use_counts_days_at_their_price() -> None:
    days = """
title = "Days"
[partner.stad]
days = { 1 = 10, 2 = 5 }
[partner.dorp]
days = { 2 = 5, 3 = 10 }
[day_price]
prices = { 1 = 10, 2 = 20 }
days = 300
occupancy = 0.5
paid_by = "partner"
"""
    by_use = budget('model = "variable"\nkey = "use"', partners=days)
    assert in_euros(Apportionment(by_use).contributions) == [400, 600]


def test_mixed_divides_a_part_equally_and_the_rest_by_key() -> None:
    # 300 equally and 700 by 6 to 3 to 1.
    contribution = 'model = "mixed"\nfixed_share = 0.3\nkey = "inhabitants"'
    assert division(contribution) == [520, 310, 170]


@pytest.mark.parametrize(
    ("share", "expected"), [("0", [600, 300, 100]), ("1", [Fraction(1000, 3)] * 3)]
)
def test_mixed_may_be_all_by_key_or_all_equal(share: str, expected: list[Fraction]) -> None:
    contribution = f'model = "mixed"\nfixed_share = {share}\nkey = "inhabitants"'
    assert division(contribution) == expected


def test_mixed_takes_a_fixed_amount_from_each_and_divides_the_rest_by_key() -> None:
    # 3 × 100.50, and 698.50 by 6 to 3 to 1.
    contribution = 'model = "mixed"\nfixed_amount = 100.50\nkey = "inhabitants"'
    assert division(contribution) == [Fraction("519.6"), Fraction("310.05"), Fraction("170.35")]


def test_fixed_amounts_may_use_up_the_whole_pool() -> None:
    contribution = 'model = "mixed"\nfixed_amount = 250\nkey = "inhabitants"'
    assert division(contribution, pool="750") == [250, 250, 250]


def test_fixed_amounts_in_cents_leave_a_rest_in_whole_euros() -> None:
    contribution = 'model = "mixed"\nfixed_amount = 0.50\nkey = "units"\nonly = ["stad", "caw"]'
    assert division(contribution, pool="2") == [Fraction("1.5"), 0, Fraction("0.5")]


def test_fixed_amounts_with_denominators_of_their_own_add_up() -> None:
    # 3 × 0.25, and a third of 333 1/3 − 0.75 by 3 to 1 to 0.
    contribution = 'model = "mixed"\nfixed_amount = 0.25\nkey = "units"'
    subsidy = "[subsidy.flanders]\nmatch = 2"
    shared = in_euros(Apportionment(budget(contribution, subsidy)).contributions)
    rest = Fraction(1000, 3) - Fraction("0.75")
    assert shared == [Fraction(1, 4) + rest * 3 / 4, Fraction(1, 4) + rest / 4, Fraction(1, 4)]


def test_agreed_divides_the_pool_by_percentages() -> None:
    shares = 'model = "agreed"\nshares = { caw = 14.3, stad = 61.5, dorp = 24.2 }'
    assert division(shares) == [615, 242, 143]


def test_agreed_percentages_near_100_are_scaled() -> None:
    shares = 'model = "agreed"\nshares = { stad = 33.3, dorp = 33.3, caw = 33.3 }'
    assert division(shares) == [Fraction(1000, 3)] * 3


def test_an_agreed_percentage_may_be_zero() -> None:
    assert division('model = "agreed"\nshares = { stad = 0, dorp = 75, caw = 25 }') == [0, 750, 250]


# By turns.


def turn(contribution: str, year: str = "year = 2027\n") -> list[Fraction]:
    return in_euros(
        Apportionment(
            budget(f'model = "turns"\n{contribution}', partners=year + THREE)
        ).contributions
    )


def test_by_turns_one_bears_all_of_it_each_year() -> None:
    order = 'order = ["stad", "dorp", "caw"]'
    assert turn(order) == [1000, 0, 0]
    assert turn(f"{order}\nsince = 2026") == [0, 1000, 0]
    assert turn(f"{order}\nsince = 2022") == [0, 0, 1000]
    assert turn(f"{order}\nsince = 2028") == [0, 0, 1000]


def test_who_takes_no_part_passes_its_turn_to_the_next_that_does() -> None:
    order = 'order = ["stad", "dorp", "caw"]\nsince = 2026'
    assert turn(f'{order}\nexcept = ["dorp"]') == [0, 0, 1000]
    assert turn(f'{order}\nonly = ["stad"]') == [1000, 0, 0]


def test_turns_that_cannot_be_taken_are_refused() -> None:
    none = 'model = "turns"\norder = ["stad"]'
    assert refusal(none) == (
        "contribution.order: turns go by years, and the file states none | add `year = …`"
    )
    with pytest.raises(InputError, match="nobody of those whose turn it may be takes part"):
        turn('order = ["stad"]\nonly = ["dorp"]')
    with pytest.raises(InputError, match="`stad` stands here twice"):
        turn('order = ["stad", "stad"]')
    with pytest.raises(InputError, match="unknown partner `stadt`"):
        turn('order = ["stadt"]')
    with pytest.raises(InputError, match="order"):
        turn("order = []")


def test_a_negative_pool_is_divided_in_the_proportions_of_the_model() -> None:
    surplus = budget('model = "variable"\nkey = "units"', "[revenue.gifts]\namount = 1400")
    assert in_euros(Apportionment(surplus).contributions) == [-300, -100, 0]


def test_a_pool_of_nothing_keeps_the_proportions_of_the_model() -> None:
    shared = Apportionment(budget('model = "variable"\nkey = "units"', pool="0")).contributions
    assert in_euros(shared) == [0, 0, 0]
    assert shared.weights == (3, 1, 0)


def test_those_left_out_of_a_contribution_pay_nothing() -> None:
    assert division('model = "fixed"\nexcept = ["stad"]') == [0, 500, 500]
    assert division('model = "variable"\nkey = "units"\nonly = ["stad", "caw"]') == [1000, 0, 0]
    mixed = 'model = "mixed"\nfixed_amount = 100\nkey = "inhabitants"\nexcept = ["dorp"]'
    assert division(mixed, "900") == [700, 0, 200]
    agreed = 'model = "agreed"\nshares = { stad = 80, caw = 20 }\nonly = ["caw", "stad"]'
    assert division(agreed) == [800, 0, 200]


def test_the_weights_are_the_proportions_in_the_smallest_whole_numbers() -> None:
    model = 'model = "mixed"\nfixed_amount = 100\nkey = "inhabitants"'
    assert Apportionment(budget(model)).contributions.weights == (52, 31, 17)


def test_without_bounds_nobody_is_held() -> None:
    shared = Apportionment(budget('model = "fixed"')).contributions
    assert shared.factor == 1
    assert shared.held == ()


# Several keys with weights.


@pytest.mark.parametrize(
    "weights", ["{ inhabitants = 0.6, units = 0.4 }", "{ inhabitants = 3, units = 2 }"]
)
def test_several_keys_divide_by_their_weights(weights: str) -> None:
    # 600 by 6 to 3 to 1, and 400 by 3 to 1 to 0.
    assert division(f'model = "variable"\nkey = {weights}') == [660, 280, 60]


def test_a_key_of_large_figures_weighs_no_more_than_a_key_of_small_ones() -> None:
    # Half by inhabitants, a quarter each by homes and by youth.
    keys = "{ inhabitants = 2, units = 1, youth = 1 }"
    expected = [Fraction("487.5"), Fraction("275"), Fraction("237.5")]
    assert division(f'model = "variable"\nkey = {keys}') == expected


def test_several_keys_divide_the_variable_part_of_a_mixed_contribution() -> None:
    keys = 'fixed_share = 0.4\nkey = { inhabitants = 0.6, units = 0.4 }\nmodel = "mixed"'
    third = Fraction(400, 3)
    assert division(keys) == [third + 396, third + 168, third + 36]


def test_proportions_are_reduced_to_the_smallest_whole_numbers() -> None:
    assert (reduced([6, 0, 9]), reduced([4, 9]), reduced([0, 0])) == ((2, 0, 3), (4, 9), (0, 0))


def test_proportions_are_combined_in_whole_numbers() -> None:
    half = Fraction(1, 2)
    assert combined([(half, [1, 1, 0]), (half, [0, 2, 4])]) == (3, 5, 4)
    assert combined([(Fraction(1), [6, 3, 9])]) == (2, 1, 3)
    assert combined([(Fraction(1), [6, 5])]) == (6, 5)


# Bounds of a division.

BOUNDED = 'model = "variable"\nkey = "inhabitants"\n'


def bounded(bounds: str, pool: str = "1000") -> Contributions:
    """600, 300 and 100 of 1,000, within bounds."""
    return Apportionment(budget(BOUNDED + bounds, pool=pool)).contributions


def test_a_minimum_holds_the_smallest_and_the_others_make_up_in_proportion() -> None:
    # 800 is left for 6 to 3: λ is 8/9.
    shared = bounded("minimum = 200")
    assert in_euros(shared) == [Fraction(1600, 3), Fraction(800, 3), 200]
    assert shared.factor == Fraction(8, 9)
    assert (shared.held, shared.weights) == ((0, 0, -1), (8, 4, 3))


def test_a_maximum_holds_the_largest_and_the_others_make_up_in_proportion() -> None:
    # 500 is left for 3 to 1: λ is 1.25.
    shared = bounded("maximum = 500")
    assert in_euros(shared) == [500, 375, 125]
    assert shared.factor == Fraction(5, 4)
    assert shared.held == (1, 0, 0)


def test_those_who_make_up_for_others_may_reach_their_own_bound() -> None:
    # The first leaves 600 for 3 to 1, of which the second may pay 400 too: λ is 2.
    shared = bounded("maximum = 400")
    assert in_euros(shared) == [400, 400, 200]
    assert shared.factor == 2
    assert (shared.held, shared.weights) == ((1, 1, 0), (2, 2, 1))


def test_both_bounds_hold_at_once() -> None:
    # 1,000 − 450 − 250 leaves 300 for the second: λ stays 1.
    shared = bounded("minimum = 250\nmaximum = 450")
    assert in_euros(shared) == [450, 300, 250]
    assert shared.factor == 1
    assert shared.held == (1, 0, -1)


def test_bounds_that_nobody_meets_change_nothing() -> None:
    shared = bounded("minimum = 100\nmaximum = 600")
    assert in_euros(shared) == [600, 300, 100]
    assert shared.factor == 1
    assert shared.held == (0, 0, 0)


def test_bounds_name_partners_one_by_one() -> None:
    shared = bounded("minimum = { caw = 190 }\nmaximum = { stad = 540, caw = 500 }")
    assert in_euros(shared) == [540, 270, 190]
    assert shared.factor == Fraction(9, 10)
    assert shared.held == (0, 0, -1)


def test_a_bound_may_be_a_part_of_the_pool() -> None:
    # 20 % of 1,000 for the first; 800 is left for 3 to 1, so λ is 2.
    shared = bounded("maximum_share = { stad = 0.2 }")
    assert in_euros(shared) == [200, 600, 200]
    assert (shared.factor, shared.held) == (Fraction(2), (1, 0, 0))
    shared = bounded("minimum_share = 0.125", pool="960")
    assert in_euros(shared)[2] == 120
    assert shared.held == (0, 0, -1)


@pytest.mark.parametrize(
    ("bounds", "paid"),
    [
        ("minimum = 150\nminimum_share = 0.2", [Fraction(1600, 3), Fraction(800, 3), 200]),
        ("minimum = 200\nminimum_share = 0.15", [Fraction(1600, 3), Fraction(800, 3), 200]),
        ("maximum = 500\nmaximum_share = 0.6", [500, 375, 125]),
        ("maximum = 900\nmaximum_share = 0.5", [500, 375, 125]),
        ("maximum = { stad = 500 }\nmaximum_share = { dorp = 0.3 }", [500, 300, 200]),
        ("minimum = 250\nmaximum_share = 0.45", [450, 300, 250]),
        ("minimum_share = 0.25\nmaximum_share = { stad = 0.45 }", [450, 300, 250]),
        ("minimum_share = 0\nmaximum_share = 1", [600, 300, 100]),
    ],
)
def test_of_an_amount_and_a_part_of_the_pool_the_tighter_holds(
    bounds: str, paid: list[Fraction]
) -> None:
    assert in_euros(bounded(bounds)) == paid


def test_parts_of_the_pool_may_use_it_up() -> None:
    shared = bounded("minimum_share = { stad = 0.1, dorp = 0.4, caw = 0.5 }")
    assert in_euros(shared) == [100, 400, 500]
    assert (shared.factor, shared.held) == (Fraction(0), (-1, -1, -1))


@pytest.mark.parametrize(
    ("bounds", "field", "key"),
    [
        ("minimum_share = 0.35", ("minimum_share",), "sharing.minimums_exceed"),
        ("minimum = 1\nminimum_share = 0.35", ("minimum_share",), "sharing.minimums_exceed"),
        ("minimum = 350\nminimum_share = 0.2", ("minimum",), "sharing.minimums_exceed"),
        ("maximum_share = 0.3", ("maximum_share",), "sharing.maximums_short"),
        ("maximum = 900\nmaximum_share = 0.3", ("maximum_share",), "sharing.maximums_short"),
        ("minimum = 300\nmaximum_share = 0.2", ("minimum",), "sharing.bounds_crossed"),
        (
            "minimum_share = { dorp = 0.4 }\nmaximum = 350",
            ("minimum_share", "dorp"),
            "sharing.bounds_crossed",
        ),
    ],
)
def test_parts_that_leave_no_way_to_share_name_the_bound_that_holds(
    bounds: str, field: tuple[str, ...], key: str
) -> None:
    with pytest.raises(InputError) as refused:
        bounded(bounds)
    (problem,) = refused.value.problems
    assert (problem.path, problem.message.key) == (("contribution", *field), key)


def test_minimums_may_use_up_the_whole_pool() -> None:
    shared = bounded("minimum = { stad = 100, dorp = 400, caw = 500 }")
    assert in_euros(shared) == [100, 400, 500]
    assert shared.factor == 0
    assert shared.held == (-1, -1, -1)


def test_maximums_may_just_reach_the_pool() -> None:
    shared = bounded("maximum = { stad = 500, dorp = 300, caw = 200 }")
    assert in_euros(shared) == [500, 300, 200]
    assert shared.factor == 2
    assert shared.held == (1, 1, 0)


def test_the_smallest_pool_may_have_bounds() -> None:
    assert division('model = "fixed"\nminimum = 0.1', pool="0.3") == [Fraction("0.1")] * 3


def test_a_partner_without_figures_pays_the_minimum() -> None:
    shared = Apportionment(budget('model = "variable"\nkey = "units"\nminimum = 120')).contributions
    assert in_euros(shared) == [660, 220, 120]
    assert shared.factor == Fraction(22, 25)
    assert shared.held == (0, 0, -1)


def test_bounds_concern_those_who_take_part() -> None:
    shared = bounded('minimum = 400\nonly = ["stad", "caw"]')
    assert in_euros(shared) == [600, 0, 400]
    assert shared.held == (0, 0, -1)


def test_bounds_hold_what_comes_after_fixed_amounts() -> None:
    # 520, 310 and 170 without the maximum; 590 left over 480 before it.
    mixed = 'model = "mixed"\nfixed_amount = 100\nkey = "inhabitants"\nmaximum = 410'
    shared = Apportionment(budget(mixed)).contributions
    assert in_euros(shared) == [410, Fraction(590 * 31, 48), Fraction(590 * 17, 48)]
    assert shared.factor == Fraction(59, 48)
    assert shared.held == (1, 0, 0)


def test_several_partners_may_turn_at_the_same_factor() -> None:
    gives = [Fraction(1), Fraction(1), Fraction(2)]
    limits = [at_most(2), at_most(2), Limits(None, None)]
    assert factor_within(gives, limits, Fraction(10)) == 3


def test_a_partner_that_is_given_nothing_never_turns() -> None:
    limits = [at_most(5), Limits(None, None)]
    assert factor_within([Fraction(0), Fraction(1)], limits, Fraction(3)) == 3


def at_most(euros: int) -> Limits:
    """A maximum for a partner, and no minimum."""
    return Limits(
        None, Stated(MOST[0], ("maximum",), Fraction(euros), Fraction(euros), Fraction(euros))
    )


# Charges.


def test_a_fixed_amount_charges_each_the_same() -> None:
    assert charge('model = "fixed"\nfixed_amount = 250.75') == [Fraction("250.75")] * 3


def test_a_fixed_amount_may_be_zero() -> None:
    assert charge('model = "fixed"\nfixed_amount = 0') == [0, 0, 0]


def test_a_mixed_charge_may_have_a_fixed_amount_of_zero() -> None:
    assert charge('model = "mixed"\nfixed_amount = 0\nrate = { youth = 2 }') == [0, 40, 120]


def test_a_rate_charges_by_key_figure() -> None:
    assert charge('model = "variable"\nrate = { inhabitants = 0.35 }') == [2100, 1050, 350]


def test_several_rates_add_up() -> None:
    rates = 'model = "variable"\nrate = { inhabitants = 0.35, youth = 2, units = 10 }'
    assert charge(rates) == [2130, 1100, 470]


def test_a_line_without_per_is_due_once() -> None:
    shared = budget('model = "fixed"')
    assert shared.quantity(shared.network.cost["rent"]) == 1


def test_a_rate_by_no_key_charges_nothing() -> None:
    assert charge('model = "variable"\nrate = {}') == [0, 0, 0]


def test_mixed_charges_a_fixed_amount_and_a_rate() -> None:
    rates = 'model = "mixed"\nfixed_amount = 100\nrate = { youth = 2.50 }'
    assert charge(rates) == [100, 150, 250]


def test_per_day_charges_days_of_use_at_the_day_price() -> None:
    days = """
title = "Days"
[partner.stad]
days = { 1 = 10, 2 = 4, 5 = 2 }
[partner.dorp]
days = { 2 = 1.5 }
[partner.caw]
[day_price]
prices = { 1 = 16, 2 = 18, 3 = 20.50 }
"""
    charged = Apportionment(budget('model = "per-day"', partners=days)).charges
    assert fractions(charged) == [160 + 72 + 41, 27, 0]


def test_days_may_be_one_number_where_there_is_one_price() -> None:
    days = """
title = "Days"
[day_price]
prices = { 1 = 16 }
[partner.stad]
days = 12.5
"""
    assert Apportionment(budget('model = "per-day"', partners=days)).charges.at(0) == 200


def test_those_left_out_of_a_charge_pay_nothing() -> None:
    contribution = 'model = "fixed"\nfixed_amount = 250\nminimum = 300\nexcept = ["dorp"]'
    assert charge(contribution) == [300, 0, 300]


def test_bounds_of_a_charge_clamp_each_by_itself() -> None:
    rates = 'model = "variable"\nrate = { inhabitants = 0.35 }\n'
    assert charge(rates + "minimum = 500") == [2100, 1050, 500]
    assert charge(rates + "maximum = 1500") == [1500, 1050, 350]
    assert charge(rates + "minimum = 500\nmaximum = { stad = 1500 }") == [1500, 1050, 500]
    assert charge(rates + "minimum = { caw = 400, dorp = 900 }") == [2100, 1050, 400]
    assert charge(rates + "minimum = 0\nmaximum = 0") == [0, 0, 0]


def test_a_charge_is_bounded_by_parts_of_what_is_shared() -> None:
    # Of a pool of 1,000: 2,100, 1,050 and 350 without bounds.
    rates = 'model = "variable"\nrate = { inhabitants = 0.35 }\n'
    assert charge(rates + "maximum_share = 0.5") == [500, 500, 350]
    assert charge(rates + "maximum_share = { stad = 0.5 }\nmaximum = 1_040") == [500, 1040, 350]
    assert charge(rates + "minimum_share = 0.4\nmaximum = 2_000") == [2000, 1050, 400]
    with pytest.raises(InputError) as refused:
        charge(rates + "minimum_share = 0.4\nmaximum = 300")
    assert [each.path for each in refused.value.problems] == [("contribution", "minimum_share")]


def test_of_a_pool_below_zero_every_part_is_nothing() -> None:
    model = Variable(
        model="variable",
        key="inhabitants",
        minimum_share=Decimal("0.1"),
        maximum_share={"stad": Decimal("0.5")},
    )
    network = budget('model = "fixed"').network
    below = limits_of(model, network, "stad", Fraction(-10))
    assert (below.low, below.high) == (Fraction(0), Fraction(0))
    without = limits_of(model, network, "dorp", Fraction(-10))
    assert (without.low, without.high) == (Fraction(0), None)
    above = limits_of(model, network, "stad", Fraction(10))
    assert (above.low, above.high) == (Fraction(1), Fraction(5))


# Brackets and classes.


def test_each_bracket_applies_to_the_part_that_falls_in_it() -> None:
    brackets = "[{ up_to = 1000, rate = 0.50 }, { up_to = 4000, rate = 0.30 }, { rate = 0.10 }]"
    rates = f'model = "variable"\nrate = {{ inhabitants = {brackets} }}'
    assert charge(rates) == [500 + 900 + 200, 500 + 600, 500]


def test_a_figure_at_the_end_of_the_last_bracket_still_falls_in_it() -> None:
    brackets = "[{ up_to = 3000, rate = 1 }, { up_to = 6000, rate = 0.5 }]"
    rates = f'model = "variable"\nrate = {{ inhabitants = {brackets} }}'
    assert charge(rates) == [4500, 3000, 1000]


def test_a_class_costs_its_amount_once_and_holds_its_upper_end() -> None:
    classes = "[{ up_to = 20, amount = 10 }, { up_to = 50, amount = 25 }, { amount = 40 }]"
    rates = f'model = "variable"\nrate = {{ youth = {classes} }}'
    assert charge(rates) == [10, 10, 40]


def test_the_first_class_holds_zero_even_when_it_ends_there() -> None:
    classes = "[{ up_to = 0, amount = 5 }, { up_to = 59.5, amount = 10 }, { amount = 20 }]"
    rates = f'model = "variable"\nrate = {{ youth = {classes} }}'
    assert charge(rates) == [5, 10, 20]


def test_a_class_may_cost_nothing() -> None:
    classes = "[{ up_to = 20, amount = 0 }, { amount = 40 }]"
    assert charge(f'model = "variable"\nrate = {{ youth = {classes} }}') == [0, 0, 40]


def test_rates_and_classes_may_follow_one_another() -> None:
    brackets = "[{ up_to = 10, amount = 30 }, { up_to = 40, rate = 2 }, { amount = 100 }]"
    rates = f'model = "variable"\nrate = {{ youth = {brackets} }}'
    assert charge(rates) == [30, 20, 60 + 100]


def test_classes_of_a_published_dues_chart_add_up_to_its_example() -> None:
    member = """
title = "Council of Industries, 2018: 74 employees and a valuation of 22 million"
[partner.member]
keys = { employees = 74, valuation = 22 }
"""
    chart = """
model = "variable"
minimum = 2_100
[contribution.rate]
employees = [
  { up_to = 25, amount = 1_050 }, { up_to = 50, amount = 1_155 },
  { up_to = 75, amount = 1_260 }, { up_to = 99, amount = 1_365 },
]
valuation = [
  { up_to = 5, amount = 1_050 }, { up_to = 10, amount = 1_155 }, { up_to = 15, amount = 1_260 },
  { up_to = 20, amount = 1_365 }, { up_to = 30, amount = 1_470 },
]
"""
    assert Apportionment(budget(chart, partners=member)).charges.at(0) == 2_730


# Lines of their own.


def weights_of(line: str, contribution: str = 'model = "fixed"') -> tuple[int, ...]:
    """How a line outside the pool is divided over the three."""
    own = budget(contribution, f"[cost.own]\n{line}")
    return Apportionment(own).weights("own", own.network.cost["own"])


def test_a_line_of_some_partners_is_divided_by_the_common_model() -> None:
    assert weights_of('amount = 10\nonly = ["stad", "dorp"]') == (1, 1, 0)
    by_key = 'model = "variable"\nkey = "inhabitants"'
    assert weights_of('amount = 10\nexcept = ["stad"]', by_key) == (0, 3, 1)


def test_a_line_of_some_partners_knows_no_amounts_and_bounds_of_the_common_model() -> None:
    bounds = 'model = "mixed"\nfixed_amount = 100\nkey = "inhabitants"\nminimum = 150'
    assert weights_of('amount = 10\nonly = ["stad", "caw"]', bounds) == (6, 0, 1)


def test_a_line_of_some_partners_is_divided_by_their_agreed_percentages() -> None:
    agreed = 'model = "agreed"\nshares = { stad = 50, dorp = 30, caw = 20 }'
    assert weights_of('amount = 10\nexcept = ["stad"]', agreed) == (0, 3, 2)


def test_the_list_of_a_line_replaces_that_of_the_contribution() -> None:
    by_key = 'model = "variable"\nkey = "inhabitants"\nonly = ["stad"]'
    assert weights_of('amount = 10\nonly = ["dorp", "caw"]', by_key) == (0, 3, 1)


def test_a_line_with_a_contribution_of_its_own_follows_that() -> None:
    own = 'contribution = { model = "variable", key = "units" }'
    assert weights_of(f"amount = 10\n{own}") == (3, 1, 0)


def test_the_own_contribution_of_a_line_may_say_who_takes_part() -> None:
    own = 'contribution = { model = "fixed", except = ["caw"] }'
    assert weights_of(f"amount = 10\n{own}") == (1, 1, 0)
    assert weights_of(f'amount = 10\n{own}\nonly = ["caw"]') == (0, 0, 1)


def test_the_own_contribution_of_a_line_may_have_amounts_and_bounds() -> None:
    own = '{ model = "mixed", fixed_amount = 100, key = "inhabitants", maximum = 400 }'
    # 520, 310 and 170 without the maximum; the first leaves 600 for 31 to 17: λ is 1.25.
    assert weights_of(f"amount = 1000\ncontribution = {own}") == (32, 31, 17)


# What homes earn.

HOMES = """
title = "Homes"
[partner.stad]
units = 3
[partner.dorp]
[partner.caw]
[day_price]
prices = { 1 = 16, 2 = 18, 3 = 20 }
days = 360
occupancy = 0.85
[unit.mill]
owner = "dorp"
[unit.barn]
owner = "dorp"
days = 100
occupancy = 0.5
[unit.house]
owner = "caw"
prices = { 1 = 10 }
mix = { 1 = 2, 4 = 1 }
"""


def earned(text: str) -> list[Fraction]:
    """What the homes of each partner earn, in euros; nothing at all where they do not earn."""
    return home_incomes(parse(text)) or []


def test_each_home_earns_days_times_occupancy_times_mean_price() -> None:
    whole = 360 * Fraction("0.85") * 18
    # 360 days at 0.85 for 10; the mix of the house has one price for all.
    assert earned(HOMES) == [3 * whole, whole + 50 * 18, Fraction(3060)]


def test_household_sizes_weigh_by_the_mix_and_the_last_price_counts_for_larger_ones() -> None:
    mixed = HOMES.replace("days = 360", "mix = { 1 = 0.5, 3 = 1, 7 = 2 }\ndays = 360")
    mean = (8 + 20 + 40) / Fraction("3.5")
    assert earned(mixed)[0] == 3 * 306 * mean


def test_homes_earn_nothing_that_can_be_told_without_days_of_availability() -> None:
    silent = HOMES.replace("days = 360\noccupancy = 0.85\n", "").replace(
        "days = 100\noccupancy = 0.5\n", ""
    )
    assert home_incomes(parse(silent)) is None


def test_a_home_may_state_all_its_terms_itself() -> None:
    own = """
title = "Own terms"
[partner.stad]
[partner.dorp]
units = 2
[unit.mill]
owner = "stad"
days = 300
occupancy = 0.9
prices = { 1 = 10, 2 = 20 }
[unit.barn]
owner = "stad"
"""
    assert earned(own) == [270 * 15, 0]


def test_days_of_availability_without_homes_earn_nothing() -> None:
    empty = """
title = "No homes"
[partner.stad]
[day_price]
prices = { 1 = 10 }
days = 360
occupancy = 1
"""
    assert earned(empty) == [0]


# Subsidies and totals.


def totals(text: str) -> dict[str, Fraction]:
    """Every total of a network with a rent of 1,000 that is shared equally."""
    return budget('model = "fixed"', text).totals


def test_staff_costs_its_part_of_a_full_time_equivalent() -> None:
    text = "[cost.staff]\nfte = 0.25\n[cost.night]\nfte = 0.5\nfte_cost = 90_000.50\n"
    sums = totals(f"{text}[fte]\ncost = 84_500")
    assert [sums["staff"], sums["night"]] == [21_125, Fraction("45000.25")]


def test_staff_of_nobody_and_a_subsidy_of_nothing_come_to_nothing() -> None:
    text = "[fte]\ncost = 84_500\n[cost.staff]\nfte = 0\n[subsidy.flanders]\namount = 0"
    sums = totals(text)
    assert [sums["staff"], sums["flanders"]] == [0, 0]
    assert budget('model = "fixed"', text).fte == 0


def test_a_price_is_due_for_parts_of_one_too() -> None:
    partners = THREE.replace("youth = 0", "hectares = 2.5, youth = 0")
    line = '[cost.forest]\namount = 10\nper = "hectares"\nonly = ["stad"]'
    forest = budget('model = "fixed"', line, partners=partners)
    assert forest.totals["forest"] == 25


def test_a_price_is_due_for_each_one_of_its_key() -> None:
    text = """
[cost.visits]
amount = 2.50
per = "youth"
[cost.keys]
amount = 7
per = "unit"
except = ["dorp"]
[revenue.fees]
amount = 5
per = "partner"
"""
    sums = totals(text)
    assert [sums["visits"], sums["keys"], sums["fees"]] == [200, 21, 15]


def test_full_time_equivalents_count_each_one_they_are_due_for() -> None:
    staff = '[fte]\ncost = 1\n[cost.a]\nfte = 0.25\n[cost.b]\nfte = 0.1\nper = "unit"\n'
    assert budget('model = "fixed"', staff).fte == Fraction("0.65")
    assert budget('model = "fixed"').fte is None


def test_subsidies_apply_in_the_order_of_the_file() -> None:
    text = """
[revenue.gifts]
amount = 100
[subsidy.fund]
amount = 300
[subsidy.region]
match = 1
[subsidy.state]
rate = 0.1
"""
    sums = totals(text)
    assert [sums[each] for each in ("fund", "region", "state")] == [300, 300, 100]
    assert budget('model = "fixed"', text).pool == 200


def test_a_rate_counts_the_costs_it_names_or_all() -> None:
    text = """
[cost.visits]
amount = 2.50
per = "youth"
[subsidy.some]
rate = 0.5
of = ["visits"]
[subsidy.all]
rate = 0.25
"""
    sums = totals(text)
    assert [sums["some"], sums["all"]] == [100, 300]


def test_a_match_adds_so_much_to_each_euro_that_is_left() -> None:
    assert totals("[subsidy.double]\nmatch = 2")["double"] == Fraction(2000, 3)
    assert totals("[subsidy.none]\nmatch = 0")["none"] == 0


def test_a_match_adds_nothing_where_nothing_is_left() -> None:
    assert totals("[subsidy.double]\nmatch = 2\n[revenue.gifts]\namount = 1000")["double"] == 0
    assert totals("[subsidy.double]\nmatch = 2\n[revenue.gifts]\namount = 1500")["double"] == 0


@pytest.mark.parametrize("subsidy", ["amount = 300", "rate = 0.3", "match = 1"])
def test_a_cap_limits_a_subsidy(subsidy: str) -> None:
    assert totals(f"[subsidy.flanders]\n{subsidy}\ncap = 200.50")["flanders"] == Fraction("200.5")
    assert totals(f"[subsidy.flanders]\n{subsidy}\ncap = 0")["flanders"] == 0
    whole = totals(f"[subsidy.flanders]\n{subsidy}")["flanders"]
    assert totals(f"[subsidy.flanders]\n{subsidy}\ncap = 1_000")["flanders"] == whole


def test_a_cap_holds_before_the_next_match() -> None:
    sums = totals("[subsidy.first]\nmatch = 1\ncap = 200\n[subsidy.second]\nmatch = 1")
    assert [sums["first"], sums["second"]] == [200, 400]


def test_lines_that_stand_beside_the_pool_do_not_count_in_it() -> None:
    text = """
[cost.own]
amount = 10
contribution = { model = "fixed" }
[cost.some]
amount = 20
only = ["stad"]
[cost.whole]
amount = 40
per = "partner"
[revenue.rest]
amount = 80
except = ["stad"]
"""
    assert budget('model = "fixed"', text).pool == 1000


# What cannot be shared.


def test_a_key_that_is_zero_for_all_is_refused() -> None:
    assert refusal('model = "variable"\nkey = "youth"\nonly = ["stad"]') == (
        "contribution.key: the key `youth` is zero for every partner that takes part"
        " | give the partners their figures, or choose another key"
    )


def test_one_of_several_keys_that_is_zero_for_all_is_refused() -> None:
    keys = "{ inhabitants = 0.6, youth = 0.4 }"
    assert refusal(f'model = "variable"\nkey = {keys}\nonly = ["stad"]') == (
        "contribution.key.youth: the key `youth` is zero for every partner that takes part"
        " | give the partners their figures, or choose another key"
    )


def test_a_key_that_is_zero_for_those_of_a_line_is_told_at_the_line() -> None:
    line = '[cost.own]\namount = 10\nonly = ["stad"]'
    assert refusal('model = "variable"\nkey = "youth"', line) == (
        "cost.own: the key `youth` is zero for every partner that takes part"
        " | give the partners their figures, or choose another key"
    )


def test_a_key_that_is_zero_for_an_own_contribution_is_told_there() -> None:
    own = '{ model = "variable", key = "youth", only = ["stad"] }'
    line = f"[revenue.own]\namount = 10\ncontribution = {own}"
    assert refusal('model = "fixed"', line) == (
        "revenue.own.contribution.key: the key `youth` is zero for every partner that takes part"
        " | give the partners their figures, or choose another key"
    )


def test_fixed_amounts_above_the_pool_are_refused() -> None:
    mixed = 'model = "mixed"\nfixed_amount = 400\nkey = "units"'
    assert refusal(mixed) == (
        "contribution.fixed_amount: 3 times the fixed amount is € 1,200.00, "
        "more than the € 1,000.00 there is to share | it can be at most € 333.33"
    )


def test_minimums_above_the_pool_are_refused() -> None:
    assert refusal('model = "fixed"\nminimum = { stad = 800, caw = 200.50 }') == (
        "contribution.minimum: the minimums add up to € 1,000.50, "
        "more than the € 1,000.00 to share | lower the minimum"
    )


def test_maximums_below_the_pool_are_refused() -> None:
    assert refusal('model = "fixed"\nmaximum = 333.33') == (
        "contribution.maximum: the maximums let the partners pay € 999.99, "
        "less than the € 1,000.00 to share | raise the maximum"
    )


def test_maximums_that_leave_the_rest_to_partners_without_figures_are_refused() -> None:
    bounds = "maximum = { stad = 500, dorp = 300 }\nminimum = { caw = 50 }"
    assert refusal(f'model = "variable"\nkey = "units"\n{bounds}') == (
        "contribution.maximum: the maximums let the partners pay € 850.00, "
        "less than the € 1,000.00 to share | raise the maximum"
    )


@pytest.mark.parametrize("pool", ["0", "500"])
@pytest.mark.parametrize(
    ("contribution", "hint"),
    [
        (
            'model = "mixed"\nfixed_amount = 0\nkey = "units"',
            "take `fixed_share` instead of `fixed_amount`",
        ),
        ('model = "fixed"\nminimum = 0', "leave `minimum` out"),
        ('model = "variable"\nkey = "units"\nmaximum = 100', "leave `maximum` out"),
    ],
)
def test_bounds_and_fixed_amounts_need_a_pool(contribution: str, hint: str, pool: str) -> None:
    assert refusal(contribution, "[revenue.gifts]\namount = 500", pool) == (
        "contribution: there is nothing to share: fixed amounts and bounds need a pool above 0"
        f" | {hint}: that divides a pool of 0 or less as well"
    )


def test_a_figure_above_the_last_bracket_is_refused() -> None:
    rates = 'model = "variable"\nrate = { inhabitants = [{ up_to = 5999.5, rate = 1 }] }'
    assert refusal(rates) == (
        "contribution.rate.inhabitants: `stad` has 6,000 inhabitants, above the last bracket"
        " | add a bracket without `up_to` at the end"
    )


def test_agreed_shares_that_lack_a_partner_of_a_line_are_refused() -> None:
    agreed = 'model = "agreed"\nshares = { stad = 60, dorp = 40 }\nexcept = ["caw"]'
    line = '[cost.own]\namount = 10\nonly = ["stad", "caw"]'
    assert refusal(agreed, line) == ("cost.own: the agreed shares lack `caw`, which takes part")


def test_agreed_shares_that_are_zero_for_all_of_a_line_are_refused() -> None:
    agreed = 'model = "agreed"\nshares = { stad = 60, dorp = 40, caw = 0 }'
    line = '[cost.own]\namount = 10\nonly = ["caw"]'
    assert refusal(agreed, line) == (
        "cost.own: the agreed shares of those who take part are all zero"
    )


def test_subsidies_above_all_costs_are_refused() -> None:
    text = "[subsidy.a]\namount = 800\n[subsidy.b]\namount = 1200.01\ncap = 200.01"
    assert refusal('model = "fixed"', text) == (
        "subsidy.b: the subsidies are € 1,000.01, more than all costs together (€ 1,000.00)"
        " | lower them, or limit one with `cap`"
    )


def test_subsidies_may_be_as_high_as_all_costs() -> None:
    assert budget('model = "fixed"', "[subsidy.a]\nrate = 1").pool == 0


def test_day_prices_that_the_partners_pay_need_days_of_use() -> None:
    text = """
[day_price]
prices = { 1 = 10 }
days = 360
occupancy = 0.5
paid_by = "partner"
"""
    assert refusal('model = "fixed"', text) == (
        "day_price.paid_by: no partner has days of use to divide the day prices by"
        " | give the partners their planned `days`"
    )


def test_day_prices_that_the_partners_pay_need_a_price_for_the_use() -> None:
    text = """
[day_price]
days = 360
occupancy = 0.5
paid_by = "partner"
"""
    partners = THREE.replace("units = 3", "days = 9").replace("units = 1", "units = 0")
    home = '[unit.mill]\nowner = "stad"\nprices = { 1 = 10 }\n'
    with pytest.raises(InputError, match="no partner has days of use to divide the day prices by"):
        budget('model = "fixed"', home + text, partners=partners)


def test_day_prices_that_nobody_earns_need_no_days_of_use() -> None:
    text = '[day_price]\nprices = { 1 = 10 }\npaid_by = "partner"'
    assert home_incomes(budget('model = "fixed"', text).network) is None


def test_several_refusals_are_told_together() -> None:
    text = """
[cost.own]
amount = 10
contribution = { model = "fixed", maximum = 3 }
[subsidy.a]
amount = 2000
"""
    assert refusal('model = "fixed"\nminimum = 1', text).splitlines() == [
        (
            "contribution: there is nothing to share: fixed amounts and bounds need a pool above 0"
            " | leave `minimum` out: that divides a pool of 0 or less as well"
        ),
        (
            "cost.own.contribution.maximum: the maximums let the partners pay € 9.00, "
            "less than the € 10.00 to share | raise the maximum"
        ),
        (
            "subsidy.a: the subsidies are € 2,000.00, more than all costs together (€ 1,010.00)"
            " | lower them, or limit one with `cap`"
        ),
    ]


def test_a_contribution_that_shares_nothing_is_left_in_peace() -> None:
    text = THREE + '[contribution]\nmodel = "fixed"\nminimum = 10'
    assert parse(text).contribution is not None


# For who uses the modules by themselves.


def test_a_refusal_is_a_value_error_that_says_where_to_look() -> None:
    little, lower = say("sharing.key_zero", key="youth"), say("sharing.lower_minimum")
    refused = CannotShare(little, ("minimum",), lower)
    assert isinstance(refused, ValueError)
    assert (str(refused), refused.message) == ("sharing.key_zero(key=youth)", little)
    assert (refused.field, refused.hint) == (("minimum",), lower)
    bare = CannotShare(little)
    assert (bare.field, bare.hint) == ((), None)


def test_amounts_in_messages_are_exact_and_in_the_currency_of_the_file() -> None:
    fixed = 'model = "mixed"\nfixed_amount = 400\nkey = "units"'
    text = f'currency = "SEK"\n{THREE}\n[cost.rent]\namount = 1000\n[contribution]\n{fixed}'
    with pytest.raises(InputError) as refused:
        parse(text)
    (problem,) = refused.value.problems
    assert problem_text(problem, language("nl")).endswith(
        "3 keer het vaste bedrag is SEK\N{NO-BREAK SPACE}1.200,00, meer dan de "
        "SEK\N{NO-BREAK SPACE}1.000,00 die te verdelen is\n"
        "18 | fixed_amount = 400\n   |                ^\n"
        "tip: het kan hoogstens SEK\N{NO-BREAK SPACE}333,33 zijn"
    )


def test_a_charge_has_no_proportions() -> None:
    network = parse(THREE + '[contribution]\nmodel = "per-day"\n[day_price]\nprices = { 1 = 1 }')
    with pytest.raises(TypeError, match="PerDay is a charge and divides nothing"):
        _ = Apportionment(Budget(network)).contributions


@pytest.mark.parametrize(
    ("contribution", "name"),
    [('model = "fixed"', "Fixed"), ('model = "variable"\nkey = "units"', "Variable")],
)
def test_a_division_is_no_charge(contribution: str, name: str) -> None:
    with pytest.raises(TypeError, match=f"{name} divides a pool and is no charge"):
        _ = Apportionment(budget(contribution)).charges


def test_a_network_without_a_contribution_has_no_contributions() -> None:
    network = parse(THREE + '[cost.keys]\namount = 1\nper = "partner"')
    with pytest.raises(
        TypeError, match=r"^the network has no common contribution; `read` refuses such a file$"
    ):
        _ = Apportionment(Budget(network)).contributions


def test_a_model_without_a_key_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="neither `key` nor `rate`"):
        rule_of(Variable(model="variable"))
