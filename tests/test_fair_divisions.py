"""Divisions of what all together pay, held against definitions and an independent judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from random import Random

import coopgame
import pytest

from igs_costshare.fairness.divisions import (
    equal_saving,
    is_concave,
    proportional,
    saved_by_splitting,
    separable,
    shapley,
)
from igs_costshare.fairness.families import EveryGroup
from igs_costshare.fairness.nucleolus import nucleolus
from igs_costshare.fairness.report import distributed

FLAT = [0, 300, 270, 410, 280, 410, 410, 550]
"""A flat of three: each alone 300, 270 and 280, two of them 410, all 550."""


def airport(*runways: int) -> list[int]:
    """What groups pay for the longest runway that any of them needs."""
    return EveryGroup(len(runways)).largest(runways)


def random_games(seed: int, each: int, most: int) -> Iterator[tuple[int, list[int]]]:
    """Games of several kinds: any costs, few different ones, saving by sharing, runways."""
    random = Random(seed)
    for players in range(1, most + 1):
        groups = 1 << players
        for _ in range(each):
            yield players, [0, *(random.randint(-50, 1000) for _ in range(groups - 1))]
            yield players, [0, *(random.randint(0, 3) for _ in range(groups - 1))]
            own = [random.randint(1, 100) for _ in range(players)]
            shared = random.randint(0, 200)
            yield (
                players,
                [
                    total + (shared if total else 0)
                    for total in EveryGroup(players).sums(tuple(own))
                ],
            )
            yield players, airport(*(random.randint(1, 5) for _ in range(players)))


def by_definition(players: int, costs: Sequence[int]) -> list[Fraction]:
    """What each adds, on average over all orders of joining, one by one."""
    orders = [*permutations(range(players))]
    pays = [Fraction(0)] * players
    for order in orders:
        group = 0
        for player in order:
            pays[player] += costs[group | 1 << player] - costs[group]
            group |= 1 << player
    return [each / len(orders) for each in pays]


def test_the_runways_of_an_airport() -> None:
    costs = airport(120, 60, 40, 30)
    assert shapley(4, costs) == [
        Fraction(485, 6),
        Fraction(125, 6),
        Fraction(65, 6),
        Fraction(15, 2),
    ]
    found = nucleolus(4, costs)
    assert found.pays == [Fraction(230, 3), Fraction(50, 3), Fraction(40, 3), Fraction(40, 3)]
    assert found.least == Fraction(40, 3)
    assert is_concave(4, costs)


def test_a_flat_of_three() -> None:
    assert shapley(3, FLAT) == [Fraction(575, 3), Fraction(530, 3), Fraction(545, 3)]
    assert nucleolus(3, FLAT).pays == [Fraction(550, 3)] * 3
    assert saved_by_splitting(3, FLAT) is None
    assert not is_concave(3, FLAT)


def test_shapley_is_the_mean_over_all_orders() -> None:
    for players, costs in random_games(1, 12, 6):
        assert shapley(players, costs) == by_definition(players, costs)


def hold_to_the_judge(players: int, costs: Sequence[int]) -> None:
    """Another program, of linear systems, finds the same division to be the nucleolus."""
    pays = [-each for each in nucleolus(players, costs).pays]
    answer = coopgame.certify_rational([-cost for cost in costs[1:]], pays, "preimputation")
    assert (answer["satisfied"], answer["allocation"]) == (True, pays), (players, costs)


def test_the_nucleolus_is_certified_by_another_program() -> None:
    for players, costs in random_games(2, 60, 6):
        hold_to_the_judge(players, costs)


def test_where_pivots_change_nothing_for_long_the_first_group_goes_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("igs_costshare.fairness.simplex._STALLS", 0)
    for players, costs in random_games(11, 5, 5):
        hold_to_the_judge(players, costs)


@pytest.mark.long
def test_the_nucleolus_of_many_games_is_certified() -> None:
    for players, costs in random_games(3, 150, 8):
        hold_to_the_judge(players, costs)


def test_the_least_satisfied_group_says_whether_the_core_is_empty() -> None:
    for players, costs in random_games(4, 20, 5):
        found = nucleolus(players, costs)
        paid = EveryGroup(players).sums(tuple(int(each * 10**9) for each in found.pays))
        savings = [cost * 10**9 - pays for cost, pays in zip(costs[1:-1], paid[1:-1], strict=True)]
        assert abs(min(savings, default=0) - found.least * 10**9) < players + 1


def test_what_follows_from_a_game_follows_from_one_with_everything_scaled() -> None:
    for players, costs in random_games(5, 10, 5):
        scaled = [7 * cost for cost in costs]
        assert shapley(players, scaled) == [7 * each for each in shapley(players, costs)]
        assert nucleolus(players, scaled).pays == [
            7 * each for each in nucleolus(players, costs).pays
        ]


def test_a_newcomer_that_always_adds_as_much_pays_that() -> None:
    for players, costs in random_games(6, 10, 5):
        with_it = [*costs, *(cost + 13 for cost in costs)]
        assert shapley(players + 1, with_it) == [*shapley(players, costs), 13]
        assert (saved_by_splitting(players + 1, with_it) is None) == (
            saved_by_splitting(players, costs) is None
        )
        assert is_concave(players + 1, with_it) == is_concave(players, costs)


def test_partners_that_cost_as_much_everywhere_pay_as_much() -> None:
    for players, costs in random_games(7, 10, 4):
        # The twin of the last player stands in for it, and adds 5 beside it.
        last = 1 << (players - 1)
        twin = [cost if not at & last else cost + 5 for at, cost in enumerate(costs)]
        doubled = [twin[at] if at & last else costs[at | last] for at in range(len(costs))]
        with_it = [*costs, *doubled]
        for pays in (shapley(players + 1, with_it), nucleolus(players + 1, with_it).pays):
            assert pays[-1] == pays[-2]


def test_the_value_of_a_sum_of_games_is_the_sum_of_their_values() -> None:
    games = dict(random_games(8, 2, 5))
    for players, costs in random_games(9, 2, 5):
        both = [one + other for one, other in zip(costs, games[players], strict=True)]
        each = zip(shapley(players, costs), shapley(players, games[players]), strict=True)
        assert shapley(players, both) == [one + other for one, other in each]


def test_splitting_up_and_newcomers_are_looked_at_group_by_group() -> None:
    for players, costs in random_games(10, 20, 4):
        groups = range(1 << players)
        apart = ((one, other) for one in groups for other in groups if not one & other)
        assert (saved_by_splitting(players, costs) is None) == all(
            costs[one | other] <= costs[one] + costs[other] for one, other in apart
        )
        any_two = ((one, other) for one in groups for other in groups)
        assert is_concave(players, costs) == all(
            costs[one | other] + costs[one & other] <= costs[one] + costs[other]
            for one, other in any_two
        )


def fractions(*numbers: int) -> list[Fraction]:
    return [Fraction(each) for each in numbers]


def test_what_each_adds_and_a_part_of_the_rest() -> None:
    alone = [Fraction(30), Fraction(20)]
    assert separable(alone, [Fraction(20), Fraction(10)], Fraction(40)) == fractions(25, 15)
    assert separable(alone, alone, Fraction(50)) is None
    assert equal_saving(alone, Fraction(40)) == [25, 15]
    assert proportional(alone, Fraction(40)) == fractions(24, 16)
    assert proportional([Fraction(0), Fraction(0)], Fraction(1)) is None
    assert proportional([Fraction(-1), Fraction(3)], Fraction(1)) is None


def test_shares_add_up_whatever_is_missing() -> None:
    third = Fraction(1, 3)
    assert distributed([third, third, third], 1) == (1, 0, 0)
    assert distributed([third, third, third], 5) == (2, 2, 1)
    assert distributed([Fraction(2, 3), third, third], -4) == (-1, -1, -2)
