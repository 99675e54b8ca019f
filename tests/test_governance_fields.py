"""Legal form and programmes in a file: what they default to, and how scenarios treat them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from igs_costshare import InputError, Network, compute, parse
from igs_costshare.wording.language import english

NETWORK = """
title = "Samenleven"

[governance]
form = "interlocal"
start = 2025-01-01
end = 2030-12-31
managing = "stad"
applicant = "stad"
region = "Midwest"
sector = "integratie"

[programme.plan_samenleven]
joined = ["dorp"]
elsewhere = ["stad", "dorp"]
several_since_first_year = ["stad"]
incentive = ["stimulans", "extra"]
incentive_year = 2026

[cost.rent]
amount = 100

[subsidy.stimulans]
amount = 10

[revenue.extra]
amount = 5

[contribution]
model = "fixed"

[partner.stad]
kind = "municipality"
region = "Kust"

[partner.dorp]
kind = "municipality"

[scenario.without-dorp]
remove = ["partner.dorp"]

[scenario.without-stad]
remove = ["partner.stad"]

[scenario.without-income]
remove = ["subsidy.stimulans", "revenue.extra"]

[scenario.free]
remove = ["governance", "programme"]

[scenario.longer.governance]
end = 2036-12-31
"""


def network(scenario: str | None = None) -> Network:
    return parse(NETWORK, scenario=scenario)


def test_a_term_is_made_of_days() -> None:
    governance = network().governance
    assert governance is not None
    assert (governance.start, governance.end) == (date(2025, 1, 1), date(2030, 12, 31))


def test_the_programme_has_the_threshold_and_the_key_of_the_decree() -> None:
    plan = parse('title = "x"\n[partner.a]\n[programme.plan_samenleven]').programme
    assert plan is not None
    assert plan.plan_samenleven is not None
    assert plan.plan_samenleven.threshold == Decimal(7500)
    assert plan.plan_samenleven.key == "non_eu14"


def test_nothing_of_it_changes_an_amount() -> None:
    with_it, without = compute(network()), compute(network("free"))
    assert [row.cells for row in with_it.rows] == [row.cells for row in without.rows]


@pytest.mark.parametrize(
    ("scenario", "joined", "elsewhere", "kept", "incentive"),
    [
        (None, ["dorp"], ["stad", "dorp"], ["stad"], ["stimulans", "extra"]),
        ("without-dorp", [], ["stad"], ["stad"], ["stimulans", "extra"]),
        ("without-stad", ["dorp"], ["dorp"], [], ["stimulans", "extra"]),
        ("without-income", ["dorp"], ["stad", "dorp"], ["stad"], []),
    ],
)
def test_what_a_scenario_removes_goes_from_the_lists_of_the_programme(
    scenario: str | None,
    joined: list[str],
    elsewhere: list[str],
    kept: list[str],
    incentive: list[str],
) -> None:
    programme = network(scenario).programme
    assert programme is not None
    plan = programme.plan_samenleven
    assert plan is not None
    assert (plan.joined, plan.elsewhere) == (joined, elsewhere)
    assert (plan.several_since_first_year, plan.incentive) == (kept, incentive)


def test_a_managing_partner_that_a_scenario_removes_is_still_named() -> None:
    governance = network("without-stad").governance
    assert governance is not None
    assert (governance.managing, governance.applicant) == ("stad", "stad")


def test_a_scenario_may_state_another_term() -> None:
    governance = network("longer").governance
    assert governance is not None
    assert (governance.start, governance.end) == (date(2025, 1, 1), date(2036, 12, 31))


def test_a_setting_may_state_another_term() -> None:
    later = parse(NETWORK, settings=["governance.end=2031-06-30"]).governance
    assert later is not None
    assert later.end == date(2031, 6, 30)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        (
            '"1/2/2025"',
            'expected a date, got "1/2/2025"',
            "dates are written year-month-day, without quotes: `2025-02-01`",
        ),
        (
            "2025-01-01T10:00:00",
            "expected a date, got 2025-01-01 10:00:00",
            "dates are written year-month-day, without quotes: `2025-12-31`",
        ),
        (
            '"someday"',
            'expected a date, got "someday"',
            "dates are written year-month-day, without quotes: `2025-12-31`",
        ),
    ],
)
def test_what_is_no_day_is_refused(written: str, message: str, hint: str) -> None:
    with pytest.raises(InputError) as raised:
        parse(f'title = "x"\n[partner.a]\n[governance]\nstart = {written}')
    (problem,) = raised.value.problems
    told = [english().tell(each or "") for each in (problem.message, problem.hint)]
    assert told == [message, hint]
