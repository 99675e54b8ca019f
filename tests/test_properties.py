"""What holds for every network, by the names that the literature on sharing has for it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import networks
from igs_costshare import Statement, compute, parse
from igs_costshare.computing.statement import StatementLine
from igs_costshare.description.contributions import Model
from igs_costshare.description.places import taking_part
from igs_costshare.money import Divider, Half, reconciled, rounded
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.bounds import bound_of
from igs_costshare.sharing.budget import Budget
from networks import as_toml
from reference import Description

pytestmark = pytest.mark.long

SLOW = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
DIVISION = networks.stated_descriptions("division")


def stated(description: Description) -> Statement:
    return compute(parse(as_toml(description)))


def exact(line: StatementLine) -> list[Fraction]:
    """The exact amounts of a line, in the order of the partners."""
    return [line.exact.at(position) for position in range(len(line.cells))]


def exact_by_id(statement: Statement) -> dict[str, dict[str, Fraction]]:
    """Exact amounts by line and partner."""
    ids = [row.id for row in statement.partners]
    return {line.id: dict(zip(ids, exact(line), strict=True)) for line in statement.lines}


# Conservation: nothing is lost and nothing is made.


@SLOW
@given(networks.stated_descriptions())
def test_conservation_every_column_adds_up(description: Description) -> None:
    statement = stated(description)
    *parts, total = statement.rows
    for at, line in enumerate(statement.lines):
        assert sum(row.cells[at] for row in parts) == total.cells[at] == line.total
    assert sum(row.expenses for row in parts) == total.expenses
    assert sum(row.revenues for row in parts) == total.revenues
    assert sum(row.balance for row in parts) == total.balance


@SLOW
@given(networks.stated_descriptions())
def test_conservation_the_exact_parts_of_a_divided_line_are_its_rounded_total(
    description: Description,
) -> None:
    statement = stated(description)
    half: Half = description.get("rounding", {}).get("half", "even")
    for line in statement.lines:
        whole = sum(exact(line), Fraction(0))
        if line.rounding == "divided":
            assert rounded(whole.numerator, whole.denominator, half) == line.total


@SLOW
@given(DIVISION)
def test_conservation_what_the_partners_pay_together_is_the_pool(description: Description) -> None:
    budget = Budget(parse(as_toml(description)))
    assume(budget.has_pool)
    shared = Apportionment(budget).contributions.exact
    assert Fraction(sum(shared.numerators), shared.denominator) == budget.pool


# Quota: nobody is a full unit away from the exact amount.


@SLOW
@given(networks.stated_descriptions())
def test_quota_no_divided_cell_is_a_full_unit_from_exact(description: Description) -> None:
    description.get("rounding", {}).pop("difference", None)
    for line in stated(description).lines:
        for cell, share in zip(line.cells, exact(line), strict=True):
            assert abs(cell - share) < 1


@SLOW
@given(networks.stated_descriptions())
def test_quota_no_priced_cell_is_more_than_half_a_unit_from_exact(
    description: Description,
) -> None:
    for line in stated(description).lines:
        for cell, share in zip(line.cells, exact(line), strict=True):
            assert line.rounding == "divided" or abs(cell - share) <= Fraction(1, 2)


@given(st.data())
def test_quota_the_lines_of_a_charged_pool_are_within_a_unit(data: st.DataObject) -> None:
    hundredths = data.draw(st.lists(st.integers(-500, 500), max_size=9))
    half: Half = data.draw(st.sampled_from(["even", "up"]))
    amounts = [Fraction(each, 100) for each in hundredths]
    total = rounded(sum(hundredths), 100, half)
    shown = reconciled(amounts, total, half)
    by_themselves = [rounded(each, 100, half) for each in hundredths]
    moved = [abs(one - other) for one, other in zip(shown, by_themselves, strict=True)]
    assert sum(shown) == total
    assert sum(moved) == abs(total - sum(by_themselves))
    assert all(abs(one - other) < 1 for one, other in zip(shown, amounts, strict=True))


# Anonymity: it does not matter who is who.


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """The description with other partner ids, wherever they stand."""
    if isinstance(value, dict):
        return {
            names.get(key, key): inner if key == "kind" else renamed(inner, names)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [renamed(inner, names) for inner in value]
    return names.get(value, value) if isinstance(value, str) else value


@SLOW
@given(networks.stated_descriptions())
def test_anonymity_other_names_change_nothing_but_names(description: Description) -> None:
    names = {id: f"partner-{at}" for at, id in enumerate(description["partner"])}
    before, after = stated(description), stated(renamed(description, names))
    assert after.lines == before.lines
    assert after.pool == before.pool
    assert [row.id for row in after.partners] == list(names.values())
    for ours, theirs in zip(after.rows, before.rows, strict=True):
        assert ours._replace(id="", name="") == theirs._replace(id="", name="")


@SLOW
@given(networks.stated_descriptions(), st.randoms(use_true_random=False))
def test_anonymity_another_order_of_partners_changes_no_exact_share(
    description: Description, random: Any
) -> None:
    ids = list(description["partner"])
    random.shuffle(ids)
    shuffled = {**description, "partner": {id: description["partner"][id] for id in ids}}
    before, after = stated(description), stated(shuffled)
    assert exact_by_id(after) == exact_by_id(before)
    assert after.total == before.total


# Dummy: who has no part in it pays nothing and is in nobody's way.


@SLOW
@given(networks.stated_descriptions())
def test_dummy_a_zero_share_gets_zero(description: Description) -> None:
    for line in stated(description).lines:
        for cell, share in zip(line.cells, exact(line), strict=True):
            assert share or not cell


def with_a_stranger(description: Description) -> Description:
    """The same network and one partner more, that takes part in nothing."""

    def leave_out(table: dict[str, Any]) -> dict[str, Any]:
        return table if "only" in table else {**table, "except": [*table.get("except", []), "x"]}

    def line_without(line: dict[str, Any]) -> dict[str, Any]:
        if "per" in line or "except" in line:
            return leave_out(line)
        if "contribution" in line and "only" not in line:
            return {**line, "contribution": leave_out(line["contribution"])}
        return line

    made = {**description, "partner": {**description["partner"], "x": {}}}
    for kind in ("cost", "revenue"):
        if kind in description:
            made[kind] = {id: line_without(line) for id, line in description[kind].items()}
    if "contribution" in description:
        made["contribution"] = leave_out(description["contribution"])
    return made


@SLOW
@given(networks.stated_descriptions())
def test_dummy_a_partner_that_takes_part_in_nothing_changes_nothing(
    description: Description,
) -> None:
    before, after = stated(description), stated(with_a_stranger(description))
    *others, stranger = after.partners
    assert tuple(others) == before.partners
    assert (after.reserve, after.total) == (before.reserve, before.total)
    assert (set(stranger.cells) or {0}) == {0}


# Symmetry: equal partners are treated equally.


@SLOW
@given(networks.equal_partners())
def test_symmetry_equal_partners_have_equal_exact_shares(description: Description) -> None:
    for line in stated(description).lines:
        assert len(set(exact(line))) == 1
        assert max(line.cells) - min(line.cells) <= 1


@SLOW
@given(networks.equal_partners())
def test_symmetry_balances_of_equal_partners_differ_by_at_most_a_unit(
    description: Description,
) -> None:
    balances = [row.balance for row in stated(description).partners]
    assert max(balances) - min(balances) <= 1


@SLOW
@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=4),
    st.lists(st.tuples(st.booleans(), st.integers(0, 99)), min_size=1, max_size=25),
)
def test_symmetry_holds_for_two_equal_partners_among_others(
    others: list[int], lines: list[tuple[bool, int]]
) -> None:
    weights = [3, *others, 3]
    costs = {f"c{at}": {"amount": n} for at, (cost, n) in enumerate(lines) if cost}
    incomes = {f"r{at}": {"amount": n} for at, (cost, n) in enumerate(lines) if not cost}
    description = {
        "title": "Twins",
        "rounding": {"unit": 1},
        "partner": {f"p{at}": {"keys": {"weight": weight}} for at, weight in enumerate(weights)},
        "cost": costs,
        "revenue": incomes,
        "contribution": {"model": "variable", "key": "weight"},
    }
    first, *_, last = stated(description).partners
    assert abs(first.expenses - last.expenses) <= 1
    assert abs(first.balance - last.balance) <= 1


# Homogeneity: only proportions count.


def scaled(value: Any, factor: int) -> Any:
    """The number, or each number in the table, times so much."""
    if isinstance(value, dict):
        return {key: scaled(inner, factor) for key, inner in value.items()}
    number = value * factor
    return int(number) if number == int(number) else number  # 128, for 128.000 is in doubt


@SLOW
@given(networks.single_divisions(), st.sampled_from([2, 3, 10, 1024]))
def test_homogeneity_the_size_of_key_figures_does_not_matter(
    description: Description, factor: int
) -> None:
    partners = {
        id: {"keys": scaled(one["keys"], factor)} for id, one in description["partner"].items()
    }
    before, after = stated(description), stated({**description, "partner": partners})
    assert after == before


AMOUNTS = (
    "amount",
    "cap",
    "fte_cost",
    "fixed_amount",
    "minimum",
    "maximum",
    "prices",
    "previous",
)


def with_amounts_scaled(description: Description, factor: int) -> Description:
    """Every amount in euros times so much; parts, weights and key figures as they are."""
    made: Description = {}
    for key, value in description.items():
        if key in AMOUNTS:
            made[key] = scaled(value, factor)
        elif isinstance(value, dict):
            made[key] = with_amounts_scaled(value, factor)
        else:
            made[key] = value
    if "fte" in description and isinstance(description["fte"], dict):
        made["fte"] = scaled(description["fte"], factor)
    return made


@SLOW
@given(DIVISION, st.sampled_from([2, 3, 10, 1024]))
def test_homogeneity_amounts_times_so_much_make_exact_shares_times_so_much(
    description: Description, factor: int
) -> None:
    # What the partners pay of the day prices is the rounded income, which scales in steps; and
    # a price of an amount of use would scale twice.
    assume("paid_by" not in description.get("day_price", {}))
    lines = [*description.get("cost", {}).values(), *description.get("revenue", {}).values()]
    assume(all(line.get("per") != "use" for line in lines))
    before = exact_by_id(stated(description))
    after = exact_by_id(stated(with_amounts_scaled(description, factor)))
    assert after == {
        line: {id: share * factor for id, share in shares.items()}
        for line, shares in before.items()
    }


# Bounds hold for the exact contribution, before rounding.


@SLOW
@given(DIVISION)
def test_bounds_hold_in_a_division_with_one_factor_for_all(description: Description) -> None:
    network = parse(as_toml(description))
    budget = Budget(network)
    model = network.contribution
    assume(model is not None and model.has_bounds and budget.has_pool)
    assert model is not None
    shared = Apportionment(budget).contributions
    free = stated_without_bounds(description)
    members = [at for at, included in enumerate(taking_part(network, model)) if included]
    for at, id in enumerate(network.partner):
        paid = shared.exact.at(at)
        if at not in members:
            assert (paid, shared.held[at]) == (Fraction(0), 0)
            continue
        given = shared.factor * free[at]
        bounds = stated_bounds(model, id, budget.pool, budget.figures.present(at))
        assert paid == clamp(given, *bounds)
        assert shared.held[at] == (paid < given) - (paid > given)


def clamp(amount: Fraction, least: Fraction, most: Fraction | None) -> Fraction:
    """The amount, kept within its bounds."""
    return max(least, amount if most is None else min(amount, most))


def stated_bounds(
    model: Model, partner: str, pool: Fraction, present: Fraction
) -> tuple[Fraction, Fraction | None]:
    """The least and the most that a partner pays: the tightest, for the part that it is there."""
    whole = max(pool, Fraction(0))
    least = [bound_of(model.minimum, partner)]
    most = [bound_of(model.maximum, partner)]
    for bounds, bound in ((least, model.minimum_share), (most, model.maximum_share)):
        part = bound_of(bound, partner)
        bounds.append(None if part is None else part * whole)
    if model.max_rise is not None and partner in (model.previous or {}):
        most.append(Fraction((model.previous or {})[partner]) * (1 + Fraction(model.max_rise)))
    return (
        max((each * present for each in least if each is not None), default=Fraction(0)),
        min((each * present for each in most if each is not None), default=None),
    )


def stated_without_bounds(description: Description) -> list[Fraction]:
    """What each would contribute without bounds, in euros."""
    bounds = ("minimum", "maximum", "minimum_share", "maximum_share", "max_rise", "previous")
    free = {k: v for k, v in description["contribution"].items() if k not in bounds}
    shared = Apportionment(
        Budget(parse(as_toml({**description, "contribution": free})))
    ).contributions
    return [shared.exact.at(at) for at in range(len(description["partner"]))]


@SLOW
@given(networks.stated_descriptions("charge"))
def test_bounds_hold_in_a_charge(description: Description) -> None:
    network = parse(as_toml(description))
    model = network.contribution
    assert model is not None
    budget = Budget(network)
    charged = Apportionment(budget).charges
    for at, (id, included) in enumerate(
        zip(network.partner, taking_part(network, model), strict=True)
    ):
        if included:
            bounds = stated_bounds(model, id, budget.pool, budget.figures.present(at))
            assert charged.at(at) == clamp(charged.at(at), *bounds)
        else:
            assert charged.at(at) == 0


# Order: it settles ties, and nothing else.


def shuffled(table: dict[str, Any], random: Any) -> dict[str, Any]:
    keys = list(table)
    random.shuffle(keys)
    return {key: table[key] for key in keys}


@SLOW
@given(networks.stated_descriptions(), st.randoms(use_true_random=False))
def test_order_of_lines_changes_no_exact_share_and_no_total(
    description: Description, random: Any
) -> None:
    other = {
        key: shuffled(value, random) if key in ("cost", "revenue") else value
        for key, value in description.items()
    }
    before, after = stated(description), stated(other)
    assert exact_by_id(after) == exact_by_id(before)
    assert totals(after) == totals(before)


def totals(statement: Statement) -> dict[str, tuple[int, int]]:
    """Total and reserve by line."""
    return {line.id: (line.total, line.reserve) for line in statement.lines}


@SLOW
@given(networks.stated_descriptions(), st.randoms(use_true_random=False))
def test_order_of_the_tables_in_the_file_changes_nothing(
    description: Description, random: Any
) -> None:
    assert stated(shuffled(description, random)) == stated(description)


@SLOW
@given(networks.stated_descriptions("division"), st.randoms(use_true_random=False))
def test_order_of_shares_and_bounds_changes_nothing(description: Description, random: Any) -> None:
    rules = {
        key: shuffled(value, random) if isinstance(value, dict) else value
        for key, value in description["contribution"].items()
    }
    keys = rules.get("key")
    assume(not isinstance(keys, dict) or list(keys) == list(description["contribution"]["key"]))
    assert stated({**description, "contribution": rules}) == stated(description)


def test_order_of_subsidies_counts_as_the_file_says() -> None:
    text = """
title = "Order"
[partner.stad]
[cost.rent]
amount = 100
[contribution]
model = "fixed"
"""
    match, gift = "[subsidy.match]\nmatch = 1\n", "[subsidy.gift]\namount = 20\n"
    assert compute(parse(text + match + gift)).total.balance == -3000
    assert compute(parse(text + gift + match)).total.balance == -4000


# What does not hold, and is not promised.


def test_house_monotonicity_does_not_hold() -> None:
    """The Alabama paradox: a unit more to divide, and the smallest of three gets a unit less."""
    assert Divider().divide(Fraction(10), [6, 6, 2]).amounts == (4, 4, 2)
    assert Divider().divide(Fraction(11), [6, 6, 2]).amounts == (5, 5, 1)


@pytest.mark.parametrize(("amount", "shares"), [(10, [4, 4, 2]), (11, [5, 5, 1])])
def test_the_alabama_paradox_in_a_network_that_rounds_to_euros(
    amount: int, shares: list[int]
) -> None:
    partners = "".join(f"[partner.p{at}]\nunits = {n}\n" for at, n in enumerate((6, 6, 2)))
    rent = f"[cost.rent]\namount = {amount}\n[rounding]\nunit = 1\n"
    by_homes = '[contribution]\nmodel = "variable"\nkey = "units"\n'
    statement = compute(parse(f'title = "Alabama"\n{partners}{rent}{by_homes}'))
    assert [row.expenses for row in statement.partners] == shares
