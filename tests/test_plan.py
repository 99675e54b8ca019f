"""The years of a plan: each is the statement of the description expanded by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from igs_costshare import compute
from igs_costshare.computing.statement import Statement
from igs_costshare.planning.table import plan_table
from igs_costshare.reading import from_tables
from igs_costshare.reading.planned import plan_of_text
from plans import Table, expanded, plain

FIRST, LAST = 2026, 2029
IDS = ("stad", "dorp", "veld", "beek", "caw")
COSTS = ("rent", "staff", "energy")
PARTS = [Decimal(each) for each in ("0.02", "0.1", "-0.05", "0.5")]


def rises(values: list[Any]) -> st.SearchStrategy[Any]:
    one = st.sampled_from(values)
    by_year = st.dictionaries(
        st.sampled_from([str(each) for each in range(FIRST + 1, LAST + 1)]), one, min_size=1
    )
    return st.one_of(one, by_year)


@st.composite
def models(draw: DrawFn, ids: tuple[str, ...]) -> Table:
    """A contribution of some of the models, with bounds and lists at times."""
    model = draw(st.sampled_from(["variable", "fixed", "mixed", "agreed", "turns"]))
    made: Table = {"model": model}
    if model in ("variable", "mixed"):
        made["key"] = draw(st.sampled_from(["people", "area"]))
    if model == "mixed":
        made["fixed_share"] = Decimal("0.25")
    if model == "agreed":
        rest = {id: draw(st.integers(1, 20)) for id in ids[1:]}
        made["shares"] = {ids[0]: 100 - sum(rest.values()), **rest}
    if model == "turns":
        made["order"] = [*draw(st.permutations(ids))]
    if model in ("variable", "fixed") and draw(st.booleans()):
        made["minimum"] = draw(st.sampled_from([50, {ids[0]: 60, ids[1]: 70}, {ids[1]: 40}]))
    return made


@st.composite
def plans(draw: DrawFn) -> Table:
    """A description with a plan of three more years."""
    ids = IDS[: draw(st.integers(3, 5))]
    partner: Table = {
        id: {"keys": {"people": draw(st.integers(1, 900)), "area": draw(st.integers(1, 90))}}
        for id in ids
    }
    cost: Table = {id: {"amount": draw(st.integers(1_000, 90_000))} for id in COSTS}
    if draw(st.booleans()):
        cost["staff"]["contribution"] = draw(models(ids))
    plan: Table = {"until": LAST, "prorata": draw(st.sampled_from(["months", "days"]))}
    contribution = draw(models(ids))
    patterns = ["cost.*.amount", "cost.rent.amount", "partner.*.keys.people"]
    bounded = [f"contribution.{each}" for each in ("minimum",) if each in contribution]
    paths = st.lists(st.sampled_from([*patterns, *bounded]), unique=True)
    indexed = draw(paths)
    plan["index"] = {path: draw(rises(PARTS)) for path in indexed}
    stepped = draw(st.lists(st.sampled_from(patterns), unique=True))
    plan["step"] = {path: draw(rises([5, 100, Decimal("0.25")])) for path in stepped}
    if draw(st.booleans()):
        plan["round"] = draw(st.sampled_from([1, 10, Decimal("0.01")]))
    whole = {"title": "t", "year": FIRST, "partner": partner, "cost": cost}
    whole["contribution"] = contribution
    whole["plan"] = plan
    _blocks(draw, whole, list(ids))
    return whole


def _blocks(draw: DrawFn, whole: Table, left: list[str]) -> None:
    """What happens in some of the years; the first partner stays as it is."""
    plan = whole["plan"]
    if draw(st.booleans()):
        merging = draw(st.integers(FIRST + 1, LAST))
        plan.setdefault(str(merging), {})["merge"] = {"samen": left[1:3]}
        plan[str(merging)]["partner"] = {"samen": {"name": "Samen"}}
        left = [left[0], *left[3:]]
    if len(left) > 2 and draw(st.booleans()):
        leaving = draw(st.integers(FIRST + 1, LAST))
        plan.setdefault(str(leaving), {})["remove"] = [f"partner.{left.pop()}"]
    if len(left) > 1 and draw(st.booleans()):
        who, month = left[1], draw(st.integers(1, 12))
        year = draw(st.integers(FIRST, LAST))
        whole["partner"][who]["from" if draw(st.booleans()) else "until"] = _day(year, month)
    if draw(st.booleans()):
        changing = str(draw(st.integers(FIRST + 1, LAST)))
        block = plan.setdefault(changing, {})
        block.setdefault("cost", {})["energy"] = {"amount": draw(st.integers(0, 50_000))}
        if draw(st.booleans()):
            block["contribution"] = {"model": "variable", "key": "people"}
    if draw(st.booleans()):
        whole["scenario"] = {
            "other": {
                "cost": {"rent": {"amount": 777}},
                "plan": {"index": {"cost.*.amount": Decimal("0.3")}},
            }
        }


def _day(year: int, month: int) -> Any:
    from datetime import date

    return date(year, month, 15)


def figures(statement: Statement) -> Any:
    """All that a statement says in figures."""
    return (
        [(line.id, line.kind, line.cells, line.total, line.reserve) for line in statement.lines],
        [(row.id, row.units, row.cells, row.expenses, row.revenues) for row in statement.rows],
        statement.pool,
        statement.year,
    )


@settings(deadline=None)
@given(plans(), st.booleans())
def test_each_year_is_that_of_the_description_expanded_by_hand(
    whole: Table, in_scenario: bool
) -> None:
    scenario = "other" if in_scenario and "scenario" in whole else None
    years = plan_of_text(tomli_w.dumps(whole), "plan.toml", (), scenario)
    assert [each.year for each in years] == list(range(FIRST, LAST + 1))
    for each in years:
        by_hand = from_tables(plain(expanded(whole, each.year, scenario)))
        assert figures(each.statement) == figures(compute(by_hand))


@settings(deadline=None)
@given(plans())
def test_the_columns_of_a_plan_add_up(whole: Table) -> None:
    years = plan_of_text(tomli_w.dumps(whole), "plan.toml")
    for figure in ("bill", "expenses", "revenues", "balance", "contribution"):
        table = plan_table(years, figure)
        for place, each in enumerate(years):
            column = [row.values[place] for row in table.partners]
            assert table.total.values[place] == sum(value or 0 for value in column)
            there = [row.id for row in table.partners if row.values[place] is not None]
            assert sorted(there) == sorted(row.id for row in each.statement.partners)
        for row in table.rows:
            assert row.total == sum(value or 0 for value in row.values)


def bills(text: str) -> dict[str, list[int | None]]:
    """What each pays on balance in each year, in the smallest step told."""
    table = plan_table(plan_of_text(text, "plan.toml"))
    return {row.id: list(row.values) for row in table.rows}


DUES = """
title = "Ledenbijdragen"
year = 2024
cost.a = { amount = 1_971, only = ["klein"] }
cost.b = { amount = 4_343, only = ["groot"] }
partner.klein = {}
partner.groot = {}
contribution.model = "fixed"
[plan]
until = 2026
round = 1
[plan.index]
"cost.a.amount" = { 2025 = 0.06 }
"cost.b.amount" = 0.02
"""


def test_a_published_index_is_rounded_each_year() -> None:
    found = bills(DUES)
    assert found["klein"] == [1_971_00, 2_089_00, 2_089_00]
    assert found["groot"] == [4_343_00, 4_430_00, 4_519_00]


POLICE = """
title = "Politiezone"
cost.zone.amount = 11_609_681
partner = { a = {}, b = {}, c = {}, d = {} }
rounding.unit = 1
[contribution]
model = "agreed"
shares = { a = 21.6, b = 29, c = 28.1, d = 21.3 }
"""


def test_a_published_police_zone_without_a_plan_is_one_column() -> None:
    table = plan_table(plan_of_text(POLICE, "zone.toml"))
    assert table.years == (None,)
    assert [row.values for row in table.rows] == [
        (2_507_691_00,),
        (3_366_808_00,),
        (3_262_320_00,),
        (2_472_862_00,),
        (11_609_681_00,),
    ]
