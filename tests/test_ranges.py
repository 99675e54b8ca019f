"""`--vary PATH=FROM:TO:STEP`: exact decimals, both ends in, and what makes no sense."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from igs_costshare import InputError
from igs_costshare.messages import say
from igs_costshare.varying.ranges import Range, search_from, varies_from
from igs_costshare.wording.decimals import NoNumber, decimal_of, decimal_text, number_from, ticks
from igs_costshare.wording.language import english, language
from igs_costshare.wording.problems import problems_text


def values(argument: str) -> list[str]:
    (vary,) = varies_from([f"day_price.occupancy={argument}"])
    assert len(vary.range) == len(list(vary.range.values()))
    return [decimal_text(value) for value in vary.range.values()]


def told(*arguments: str) -> str:
    with pytest.raises(InputError) as refused:
        varies_from(arguments)
    return problems_text(refused.value.problems, english())


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("0.6:0.8:0.1", ["0.6", "0.7", "0.8"]),
        ("0.6:0.75:0.1", ["0.6", "0.7", "0.75"]),
        ("0.8:0.6:0.1", ["0.8", "0.7", "0.6"]),
        ("0.8:0.6:-0.15", ["0.8", "0.65", "0.6"]),
        ("0.5:0.5:0.1", ["0.5"]),
        ("1:2:5", ["1", "2"]),
        (" 84_500.00 : 85_000 : 250 ", ["84500", "84750", "85000"]),
        ("-1:1:1", ["-1", "0", "1"]),
        ("0:0.0000000002:0.0000000001", ["0", "0.0000000001", "0.0000000002"]),
        ("1000000000000:999999999999.9:0.1", ["1000000000000", "999999999999.9"]),
    ],
)
def test_a_range_has_both_ends_and_the_shortest_decimals(
    argument: str, expected: list[str]
) -> None:
    assert values(argument) == expected


def test_a_range_in_tenths_is_exact() -> None:
    assert values("0:1:0.1")[-3:] == ["0.8", "0.9", "1"]


numbers = st.decimals(
    min_value=-1000, max_value=1000, places=4, allow_nan=False, allow_infinity=False
)


# A busy machine may draw slowly; that is no matter of the strategy.
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(numbers, numbers, st.decimals(min_value=Decimal("0.5"), max_value=100, places=3))
def test_every_step_but_the_last_is_as_long_as_was_asked(
    first: Decimal, last: Decimal, step: Decimal
) -> None:
    each = list(Range(first, last, step).values())
    assert (each[0], each[-1]) == (first, last)
    assert len(each) == len(Range(first, last, step))
    steps = [abs(after - before) for before, after in pairwise(each)]
    assert all(length == step for length in steps[:-1])
    assert all(0 < length <= step for length in steps[-1:])


@given(st.integers(-(10**22), 10**22))
def test_ticks_and_decimals_are_the_same_number(count: int) -> None:
    assert ticks(decimal_of(count)) == count


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("day_price.occupancy", "expected PATH=FROM:TO:STEP"),
        ("day_price.occupancy=0.6:0.9", "expected PATH=FROM:TO:STEP"),
        ("=0.6:0.9:0.1", "expected PATH=FROM:TO:STEP"),
        ("\udce9=0.6:0.9:0.1", "expected PATH=FROM:TO:STEP"),
    ],
)
def test_a_range_is_written_in_one_way(argument: str, expected: str) -> None:
    shown = argument.replace("\udce9", "\\udce9")
    assert told(argument) == (
        f"error: --vary {shown}: {expected}\nhint: for instance `day_price.occupancy=0.6:0.9:0.05`"
    )


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("x=0,6:0.9:0.1", "expected a number, got `0,6`\nhint: decimals take a point: `0.85`"),
        (
            "x=1.000,50:2:1",
            "expected a number, got `1.000,50`\nhint: decimals take a point: `0.85`",
        ),
        ("x=low:0.9:0.1", "expected a number, got `low`"),
        ("x=::", "expected a number, got ``"),
        ("x=0:1:0.00000000001", "has more than 10 decimals: `0.00000000001`"),
        ("x=0:1000000000001:1", "is beyond 1,000,000,000,000: `1000000000001`"),
        (f"x=0:{'9' * 5000}:1", f"is beyond 1,000,000,000,000: `{'9' * 39}…`"),
        ("x=0:1:0.0", "the step is 0\nhint: give how far the values are apart: `0.05`"),
        ("x=0:1:-0.1", "a step of -0.1 leads away from 1\nhint: leave out its sign"),
        ("x=0:100000:1", "makes 100,001 steps, more than 100,000\nhint: take larger steps"),
    ],
)
def test_what_makes_no_sense_is_refused(argument: str, expected: str) -> None:
    assert told(argument) == f"error: --vary {argument}: {expected}"


def test_a_hundred_thousand_steps_are_the_most() -> None:
    (vary,) = varies_from(["x=0:99999:1"])
    assert len(vary.range) == 100_000


def test_every_fault_of_every_range_is_told_at_once() -> None:
    assert told("a=1:2:0", "b=1:2") == (
        "error: --vary a=1:2:0: the step is 0\n"
        "hint: give how far the values are apart: `0.05`\n\n"
        "error: --vary b=1:2: expected PATH=FROM:TO:STEP\n"
        "hint: for instance `day_price.occupancy=0.6:0.9:0.05`"
    )


def test_a_grid_counts_its_pairs() -> None:
    assert told("a=1:400:1", "b=1:400:1") == (
        "error: --vary b=1:400:1: makes 160,000 steps, more than 100,000\nhint: take larger steps"
    )


def test_one_path_varies_once() -> None:
    assert told("a.b=1:2:1", "a.b=3:4:1") == (
        "error: --vary a.b=3:4:1: `a.b` varies already\nhint: vary another field"
    )


def test_a_search_may_have_bounds_in_either_order() -> None:
    search = search_from("day_price.occupancy=0.9:0.6")
    assert (search.path, search.low, search.high) == (
        ("day_price", "occupancy"),
        Decimal("0.6"),
        Decimal("0.9"),
    )
    assert search_from("day_price.occupancy")[1:] == (("day_price", "occupancy"), None, None)


@pytest.mark.parametrize("argument", ["=1:2", "x=1", "x=1:2:3", "x="])
def test_a_search_is_written_in_one_way(argument: str) -> None:
    with pytest.raises(InputError) as refused:
        search_from(argument)
    assert problems_text(refused.value.problems, english()) == (
        f"error: --vary {argument}: expected PATH or PATH=FROM:TO\n"
        "hint: for instance `day_price.occupancy=0.6:0.9`"
    )


def test_a_sign_and_underscores_are_part_of_a_number() -> None:
    assert number_from("+84_500.250") == Decimal("84500.25")


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "12.000 would be read as 12"), ("nl", "12.000 zou gelezen worden als 12")],
)
def test_a_point_for_thousands_is_refused_with_what_was_probably_meant(
    code: str, words: str
) -> None:
    with pytest.raises(NoNumber) as refused:
        number_from("12.000")
    assert language(code).tell(refused.value.message) == words
    assert refused.value.hint == say("vary.write_thousands", thousands="12_000", shortest="12")
