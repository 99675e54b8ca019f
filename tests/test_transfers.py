"""Who pays whom: as few payments as can be, nobody both ways, the same list each time."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igs_costshare.settling.settled import Transfer
from igs_costshare.settling.transfers import MOST_EXACT, direct, through


def named(amounts: Sequence[int]) -> dict[str, int]:
    return {f"p{place}": amount for place, amount in enumerate(amounts)}


@st.composite
def dues(draw: st.DrawFn, most: int, largest: int = 9) -> dict[str, int]:
    """What each of some parties has to pay or gets back, 0 together; many of them balance."""
    amounts = draw(st.lists(st.integers(-largest, largest), min_size=1, max_size=most - 1))
    return named([*amounts, -sum(amounts)])


def moved(transfers: Sequence[Transfer], parties: Mapping[str, int]) -> dict[str, int]:
    """What each has paid, less what it was paid."""
    paid = dict.fromkeys(parties, 0)
    for payer, taker, amount in transfers:
        assert amount > 0
        paid[payer] += amount
        paid[taker] -= amount
    return paid


def fewest(due: Mapping[str, int]) -> int:
    """The fewest payments, by trying every way in which each payment settles its first party."""

    def count(left: list[int]) -> int:
        if not left:
            return 0
        first, *others = left
        ways = []
        for place, amount in enumerate(others):
            if first * amount < 0:
                after = [*others]
                after[place] += first
                ways.append(1 + count([each for each in after if each]))
        return min(ways)

    return count([amount for amount in due.values() if amount])


def test_taking_the_largest_in_turn_would_need_one_payment_more() -> None:
    transfers = direct(named([-7, -5, -4, -4, 8, 12]))
    assert transfers == (
        Transfer("p4", "p2", 4),
        Transfer("p4", "p3", 4),
        Transfer("p5", "p0", 7),
        Transfer("p5", "p1", 5),
    )


def test_who_has_nothing_due_is_left_alone() -> None:
    assert direct(named([0, 5, 0, -5])) == (Transfer("p1", "p3", 5),)
    assert direct(named([0, 0])) == ()
    assert direct({}) == ()


def test_among_equals_the_order_of_the_parties_decides() -> None:
    assert direct(named([3, 3, -3, -3])) == (Transfer("p0", "p2", 3), Transfer("p1", "p3", 3))
    assert direct({"z": 2, "a": 2, "m": -4}) == (Transfer("z", "m", 2), Transfer("a", "m", 2))


@settings(max_examples=60, deadline=None)
@given(dues(7))
def test_there_is_no_way_with_fewer_payments(due: dict[str, int]) -> None:
    transfers = direct(due)
    assert moved(transfers, due) == due
    assert len(transfers) == fewest(due)


@pytest.mark.parametrize(
    "amounts",
    [
        (-7, -5, -4, -4, 8, 12, 9, -9),
        (1, 2, 3, -6, 4, 5, -2, -7),
        (10, -1, -2, -3, -4, 6, -5, -1),
        (1, 1, 1, 1, 1, 1, 1, -7),
    ],
)
def test_there_is_no_way_with_fewer_payments_among_eight(amounts: tuple[int, ...]) -> None:
    due = named(amounts)
    assert len(direct(due)) == fewest(due)


@settings(max_examples=200, deadline=None)
@given(dues(30, 50))
def test_everybody_is_settled_and_nobody_pays_and_is_paid(due: dict[str, int]) -> None:
    transfers = direct(due)
    parties = [party for party, amount in due.items() if amount]
    assert moved(transfers, due) == due
    assert len(transfers) <= max(0, len(parties) - 1)
    assert {each.payer for each in transfers} & {each.taker for each in transfers} == set()
    assert len({(each.payer, each.taker) for each in transfers}) == len(transfers)
    order = [(parties.index(each.payer), parties.index(each.taker)) for each in transfers]
    assert order == sorted(order)
    assert direct(dict(due)) == transfers


def test_beyond_twelve_what_cancels_exactly_is_paid_at_once() -> None:
    pairs = [amount for number in range(1, 8) for amount in (1000 + number, -1000 - number)]
    assert len(pairs) > MOST_EXACT
    assert len(direct(named(pairs))) == 7


def test_beyond_twelve_that_do_not_cancel_there_is_one_payment_less_than_parties() -> None:
    powers = [3**place for place in range(13)]
    assert len(direct(named([*powers, -sum(powers)]))) == 13


def test_twelve_parties_take_no_time() -> None:
    amounts = [3**place * (-1) ** place for place in range(11)]
    due = named([*amounts, -sum(amounts)])
    start = time.perf_counter()
    assert len(direct(due)) == 11
    assert time.perf_counter() - start < 2


@given(dues(12))
def test_through_the_account_everybody_pays_once(due: dict[str, int]) -> None:
    for holder in due:
        transfers = through(holder, due)
        assert moved(transfers, due) == due
        assert all(holder in (each.payer, each.taker) for each in transfers)
        assert len(transfers) == sum(
            amount != 0 for party, amount in due.items() if party != holder
        )
