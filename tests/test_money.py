"""Rounding, and the division that adds up, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from igs_costshare.money import (
    LARGEST,
    Apportioned,
    Divider,
    Exact,
    Half,
    reconciled,
    rounded,
)

HALVES = [
    # quarters, half to even, half up
    (0, 0, 0),
    (1, 0, 0),
    (2, 0, 1),
    (3, 1, 1),
    (4, 1, 1),
    (5, 1, 1),
    (6, 2, 2),
    (7, 2, 2),
    (10, 2, 3),
    (-1, 0, 0),
    (-2, 0, -1),
    (-3, -1, -1),
    (-4, -1, -1),
    (-6, -2, -2),
    (-7, -2, -2),
    (-10, -2, -3),
]


@pytest.mark.parametrize(("quarters", "even", "up"), HALVES)
def test_a_half_goes_to_the_even_neighbour_or_away_from_zero(
    quarters: int, even: int, up: int
) -> None:
    assert (even, up) == (rounded(quarters, 4, "even"), rounded(quarters, 4, "up"))


@pytest.mark.parametrize("half", ["even", "up"])
def test_a_hair_above_or_below_a_half_is_no_half(half: Half) -> None:
    large = 10**30
    assert (
        rounded(5 * large - 1, 2 * large, half),
        rounded(5 * large + 1, 2 * large, half),
    ) == (2, 3)


def test_exact_amounts_are_fractions_of_one_denominator() -> None:
    exact = Exact((1, 5, 6), 4)
    assert [Fraction(1, 4), Fraction(5, 4), Fraction(3, 2)] == [exact.at(each) for each in range(3)]


def test_exact_amounts_are_each_rounded_by_themselves() -> None:
    exact = Exact((1, 2, 6, 10), 4)
    assert (exact.rounded("even"), exact.rounded("up")) == ((0, 0, 2, 2), (0, 1, 2, 3))


# Largest remainder.


def test_a_total_that_divides_evenly_leaves_nothing_over() -> None:
    expected = Apportioned(Exact((400, 200, 200), 4), (100, 50, 50), (0, 0, 0))
    assert Divider().divide(Fraction(200), [2, 1, 1]) == expected


def test_the_left_over_units_go_to_the_largest_remainders() -> None:
    # 0.3, 3.6 and 6.1: nine whole units, and the tenth to the .6.
    expected = Apportioned(Exact((30, 360, 610), 100), (0, 4, 6), (0, 1, 0))
    assert Divider().divide(Fraction(10), [3, 36, 61]) == expected


def test_a_tie_of_remainders_goes_to_the_first() -> None:
    # The published division of 75 million over four Dutch cities: 7.5, 12.75, 23.25 and 31.5.
    division = Divider().divide(Fraction(75), [10, 17, 31, 42])
    assert (division.amounts, division.extra) == ((8, 13, 23, 31), (1, 1, 0, 0))


def test_a_tie_goes_to_the_smallest_burden_and_then_to_the_first() -> None:
    assert Divider().divide(Fraction(100), [1, 1, 1], [2, 0, 0]).amounts == (33, 34, 33)


def test_a_tie_of_income_goes_to_the_largest_burden_and_then_to_the_first() -> None:
    division = Divider().divide(Fraction(100), [1, 1, 1], [0, 2, 2], income=True)
    assert division.amounts == (33, 34, 33)


def test_burdens_settle_ties_only() -> None:
    assert Divider().divide(Fraction(10), [3, 36, 61], [0, 9, 0]).amounts == (0, 4, 6)


def test_a_larger_left_over_reaches_several() -> None:
    assert Divider().divide(Fraction(9), [1, 1, 1, 1, 1]).amounts == (2, 2, 2, 2, 1)


def test_a_zero_weight_gets_zero() -> None:
    assert Divider().divide(Fraction(3), [0, 1, 0, 1]).amounts == (0, 2, 0, 1)


def test_nothing_is_divided_into_nothing_even_where_no_weight_counts() -> None:
    expected = Apportioned(Exact((0, 0), 1), (0, 0), (0, 0))
    assert Divider().divide(Fraction(0), [0, 0]) == expected


@pytest.mark.parametrize(
    ("half", "amounts"),
    [("even", (1, 1)), ("up", (2, 1))],
)
def test_the_total_is_rounded_first(half: Half, amounts: tuple[int, ...]) -> None:
    assert amounts == Divider(half).divide(Fraction(5, 2), [1, 1]).amounts


def test_a_total_rounded_down_keeps_every_share_within_a_unit() -> None:
    division = Divider().divide(Fraction(7, 3), [1, 1, 1])
    assert ((1, 1, 0), Exact((7, 7, 7), 9)) == (division.amounts, division.exact)


# A taker of the difference.


def test_the_largest_share_takes_what_is_missing() -> None:
    # 3.33, 3.33 and 13.33 by themselves make 19.
    expected = Apportioned(Exact((20, 20, 80), 6), (3, 3, 14), (0, 0, 1))
    assert Divider(difference=LARGEST).divide(Fraction(20), [1, 1, 4]) == expected


def test_the_largest_share_gives_up_what_is_too_much() -> None:
    # 1.67 twice and 6.67 by themselves make 11.
    expected = Apportioned(Exact((10, 10, 40), 6), (2, 2, 6), (0, 0, -1))
    assert Divider(difference=LARGEST).divide(Fraction(10), [1, 1, 4]) == expected


def test_of_equal_largest_shares_the_first_takes_the_difference() -> None:
    division = Divider(difference=LARGEST).divide(Fraction(100), [1, 1, 1], [5, 0, 0])
    assert (division.amounts, division.extra) == ((34, 33, 33), (1, 0, 0))


def test_a_named_taker_takes_the_difference() -> None:
    division = Divider(difference="caw", taker=1).divide(Fraction(100), [1, 1, 1])
    assert (division.amounts, division.extra) == ((33, 34, 33), (0, 1, 0))


def test_a_taker_without_a_share_leaves_it_to_the_largest() -> None:
    division = Divider(difference="stad", taker=0).divide(Fraction(20), [0, 1, 1, 4])
    assert division.amounts == (0, 3, 3, 14)


def test_each_share_beside_the_taker_is_rounded_as_halves_go() -> None:
    halves = [2, 1, 1]
    even = Divider("even", LARGEST).divide(Fraction(2), halves).amounts
    up = Divider("up", LARGEST).divide(Fraction(2), halves).amounts
    assert (even, up) == ((2, 0, 0), (0, 1, 1))


def test_a_taker_may_be_left_with_nothing() -> None:
    division = Divider("up", "stad", 0).divide(Fraction(2), [2, 1, 1])
    assert (division.amounts, division.fell_back) == ((0, 1, 1), False)


def test_a_taker_is_not_pushed_below_zero() -> None:
    # By themselves 0, 1, 1 and 1, where there are 2: the first would pay -1.
    expected = Apportioned(Exact((2, 18, 18, 18), 28), (0, 1, 1, 0), (0, 1, 1, 0), fell_back=True)
    assert Divider("up", "stad", 0).divide(Fraction(2), [1, 9, 9, 9]) == expected


def test_the_division_that_spares_a_taker_settles_ties_by_burden() -> None:
    spared = Divider("up", "stad", 0).divide(Fraction(2), [1, 9, 9, 9], [0, 1, 0, 0])
    assert (spared.amounts, spared.extra) == ((0, 0, 1, 1), (0, 0, 1, 1))


def test_largest_remainder_never_falls_back() -> None:
    assert not Divider().divide(Fraction(2), [1, 9, 9, 9]).fell_back


# Amounts that are shown beside a total.


def test_amounts_that_add_up_are_left_as_they_are() -> None:
    assert reconciled([Fraction(5, 4), Fraction(-9, 4), Fraction(3)], 2, "even") == (1, -2, 3)


def test_what_was_rounded_down_furthest_moves_up() -> None:
    assert reconciled([Fraction(5, 4), Fraction(12, 5), Fraction(21, 4)], 9, "even") == (1, 3, 5)


def test_what_was_rounded_up_furthest_moves_down() -> None:
    assert reconciled([Fraction(7, 4), Fraction(13, 5), Fraction(23, 4)], 10, "even") == (2, 2, 6)


def test_income_that_was_rounded_away_from_zero_moves_towards_it() -> None:
    assert reconciled([Fraction(3, 10), Fraction(-3, 5)], 0, "even") == (0, 0)


def test_several_amounts_move_in_order() -> None:
    third = Fraction(1, 3)
    assert reconciled([third] * 6, 2, "even") == (1, 1, 0, 0, 0, 0)


@pytest.mark.parametrize(("half", "total", "amounts"), [("even", 1, (1, 0)), ("up", 1, (0, 1))])
def test_halves_move_as_they_were_rounded(half: Half, total: int, amounts: tuple[int, ...]) -> None:
    assert amounts == reconciled([Fraction(1, 2)] * 2, total, half)


def test_no_amounts_make_no_total() -> None:
    assert reconciled([], 0, "even") == ()
