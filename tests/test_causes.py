"""What holds for every difference: the causes add up, both ways, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import networks
from igs_costshare import Network, compute, parse
from igs_costshare.comparing import grouping
from igs_costshare.comparing.between import Between
from igs_costshare.comparing.causes import attributed
from igs_costshare.comparing.changes import changes_between
from igs_costshare.comparing.difference import Difference, diff
from igs_costshare.comparing.grouping import MOST, put_together, recognised
from igs_costshare.comparing.outcomes import outcomes_between
from igs_costshare.comparing.years import in_their_years
from networks import as_toml
from reference import Description

pytestmark = pytest.mark.long

SLOW = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
PAIRS = st.tuples(networks.stated_descriptions(), networks.stated_descriptions())
FEW = 6
"""Causes: each more takes twice as long, and shows nothing new."""


@pytest.fixture(scope="module", autouse=True)
def few_causes() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as here:
        here.setattr(grouping, "MOST", FEW)
        yield


def network(description: Description) -> Network:
    return parse(as_toml({**description, "currency": "EUR"}))


def causes_of(difference: Difference) -> Mapping[str, tuple[int, ...]]:
    return {row.id: row.causes for row in difference.rows}


@SLOW
@given(networks.stated_descriptions())
def test_a_network_does_not_differ_from_itself(description: Description) -> None:
    difference = diff(network(description), network(description))
    assert (difference.changed, difference.causes) == (False, ())


@SLOW
@given(PAIRS)
def test_the_causes_add_up_to_the_change_of_each_balance(
    pair: tuple[Description, Description],
) -> None:
    difference = diff(*map(network, pair))
    for row in difference.rows:
        assert sum(row.causes) == row.columns["balance"].change
    everybody = [row.causes for row in difference.rows[:-1]]
    assert [sum(parts) for parts in zip(*everybody, strict=True)] == [*difference.total.causes]


@SLOW
@given(PAIRS)
def test_the_way_back_is_the_same_with_the_signs_turned(
    pair: tuple[Description, Description],
) -> None:
    a, b = map(network, pair)
    there, back = diff(a, b), diff(b, a)
    assert there.causes is not None
    assert back.causes is not None
    assert [cause.path for cause in there.causes] == [cause.path for cause in back.causes]
    turned = {id: tuple(-part for part in parts) for id, parts in causes_of(back).items()}
    assert causes_of(there) == turned
    for row in there.rows:
        other = next(each for each in back.rows if each.id == row.id)
        assert {column: (each.b, each.a) for column, each in other.columns.items()} == {
            column: (each.a, each.b) for column, each in row.columns.items()
        }


@SLOW
@given(PAIRS, st.randoms())
def test_it_does_not_matter_in_which_order_the_changes_stand(
    pair: tuple[Description, Description], chance: Random
) -> None:
    a, b = in_their_years(*map(network, pair))
    changes = changes_between(a, b)
    shuffled = list(changes)
    chance.shuffle(shuffled)
    told = [
        attributed(put_together(recognised(each), MOST)[0], outcomes_between(a, b, 3))
        for each in (changes, shuffled)
    ]
    assert told[0] == told[1]


@SLOW
@given(PAIRS)
def test_no_cause_gives_the_one_network_and_all_give_the_other(
    pair: tuple[Description, Description],
) -> None:
    a, b = in_their_years(*map(network, pair))
    told, _ = put_together(recognised(changes_between(a, b)), MOST)
    between = Between(a, b, [cause.changes for cause in told])
    everything = (1 << len(told)) - 1
    for causes_at_work, end in ((0, a), (everything, b)):
        made, wanted = compute(between.network(causes_at_work)), compute(end)
        assert {row.id: row.balance for row in made.rows} == {
            row.id: row.balance for row in wanted.rows
        }
