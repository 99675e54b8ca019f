"""The settlement against a journal kept by double entry, over random networks.

The journal is written from the contract and from the reference, which shares no code with the
program: every event is booked between two accounts, so that what one owes another is owed.
"""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import networks
import reference
from igs_costshare import Settled, parse, settle
from networks import as_toml
from reference import Description

pytestmark = pytest.mark.long

WIDE = Context(prec=60)
NOTHING = Decimal(0)


class Journal:
    """Who owes how much, in euros: what goes from one account to another is owed by the first."""

    def __init__(self) -> None:
        self.owes: dict[str, Decimal] = defaultdict(Decimal)

    def book(self, debtor: str, creditor: str, amount: Decimal) -> None:
        self.owes[debtor] = WIDE.add(self.owes[debtor], amount)
        self.owes[creditor] = WIDE.subtract(self.owes[creditor], amount)


def kept(year: Description, budget: Description) -> dict[str, Decimal]:
    """What each partner and the account still have to pay."""
    made, journal = reference.statement(year), Journal()
    lines = {line["id"]: line for line in made["lines"]}
    reserve = made["reserve"]
    for id, line in lines.items():
        sign = 1 if line["kind"] == "expense" else -1
        for partner in made["partners"]:
            journal.book(partner["id"], f"line {id}", sign * Decimal(partner["cells"][id]))
        if reserve is not None:
            journal.book("account", f"line {id}", sign * Decimal(reserve["cells"][id]))
    for line in made["pool"]["lines"] if reserve is not None else ():
        sign = 1 if line["kind"] == "expense" else -1
        journal.book("line contribution", f"line {line['id']}", sign * Decimal(line["total"]))
    book_holders(year, made, journal)
    if "day_price_paid" in lines:
        # Neither has passed: what the ones bear is what the others get.
        journal.book("line day_price_paid", "line day_price", -journal.owes["line day_price_paid"])
    settlement = year.get("settlement", {})
    for partner, amount in settlement.get("opening", {}).items():
        journal.book(partner, "account", Decimal(amount))
    for payment in year.get("payment", {}).values():
        for partner, amount in paid(payment, budget).items():
            journal.book(payment.get("to", "account"), partner, amount)
    if "account" in settlement:
        journal.book(settlement["account"], "account", journal.owes["account"])
    open_lines = {name: owed for name, owed in journal.owes.items() if name.startswith("line ")}
    assert not any(open_lines.values()), open_lines
    return journal.owes


def book_holders(year: Description, made: dict[str, Any], journal: Journal) -> None:
    """What went through the hands of each: a line owes it to who paid, who got it owes the line."""
    lines = {line["id"]: line for line in (*made["pool"]["lines"], *made["lines"])}
    fields = (
        ("cost", "paid_by", 1),
        ("subsidy", "received_by", -1),
        ("revenue", "received_by", -1),
    )
    tables = [
        (id, line.get(field, "account"), sign)
        for table, field, sign in fields
        for id, line in year.get(table, {}).items()
    ]
    if "day_price" in lines and "day_price_paid" not in lines:
        tables.append(("day_price", year.get("day_price", {}).get("received_by", "each"), -1))
    for id, holders, sign in tables:
        amounts = {holders: lines[id]["total"]} if isinstance(holders, str) else holders
        if holders == "each":
            amounts = {one["id"]: one["cells"][id] for one in made["partners"]}
        for holder, amount in amounts.items():
            journal.book(f"line {id}", holder, sign * Decimal(amount))


def paid(payment: dict[str, Any], budget: Description) -> dict[str, Decimal]:
    if "amounts" in payment:
        return {one: Decimal(amount) for one, amount in payment["amounts"].items()}
    half = budget.get("rounding", {}).get("half", "even")
    way = ROUND_HALF_UP if half == "up" else ROUND_HALF_EVEN
    advances = {}
    for row in reference.statement(budget)["partners"]:
        bill = -Decimal(row["balance"])
        if bill > 0 and row["id"] not in payment.get("except", ()):
            part = WIDE.multiply(bill, Decimal(payment["part"]))
            advances[row["id"]] = part.quantize(Decimal("0.01"), way, WIDE)
    return advances


def budget_of(year: Description, factor: Decimal) -> Description:
    """The year as it was budgeted: its first cost another one, and nobody has paid yet."""
    budget = deepcopy(year)
    for table in ("payment", "settlement", "reserve"):
        budget.pop(table, None)
    for table in ("cost", "subsidy", "revenue"):
        for line in budget.get(table, {}).values():
            for field in ("paid_by", "received_by", "in_kind"):
                line.pop(field, None)
    budget.get("day_price", {}).pop("received_by", None)
    first: dict[str, Any] = next(iter(budget.get("cost", {}).values()), {})
    if "amount" in first:
        first["amount"] = Decimal(int(Decimal(first["amount"]) * factor)) + Decimal("0.5")
    try:
        reference.statement(budget)
    except reference.Impossible:
        return year
    return budget


def in_euros(minor: int, outcome: Settled) -> Decimal:
    return Decimal(minor).scaleb(-outcome.decimals)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(networks.years(), st.sampled_from([Decimal("0.8"), Decimal(1), Decimal("1.3")]))
def test_what_is_due_is_what_the_journal_says(year: Description, factor: Decimal) -> None:
    budget = budget_of(year, factor)
    outcome = settle(parse(as_toml(budget)), parse(as_toml(year)))
    owed = kept(year, budget)
    assert {row.id: in_euros(row.due, outcome) for row in outcome.rows} == {
        row.id: owed[row.id] for row in outcome.rows
    }
    assert sum(row.due for row in outcome.rows) == outcome.total.due == 0
    for column, total in outcome.total.columns.items():
        assert sum(row.columns[column] for row in outcome.rows) == total
    moved = {row.id: 0 for row in outcome.rows}
    for payer, taker, amount in outcome.transfers:
        moved[payer] += amount
        moved[taker] -= amount
    if outcome.way != "none":
        assert moved == {row.id: row.due for row in outcome.rows}


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(networks.years())
def test_every_figure_is_the_sum_of_what_it_is_made_of(year: Description) -> None:
    network = parse(as_toml(year))
    outcome = settle(network, network)
    for row in outcome.rows:
        postings = outcome.of(row.id)
        for figure in ("bill", "opening", "paid", "in_kind", "received", "payments"):
            assert row.figure(figure) == sum(
                each.amount for each in postings if each.figure == figure
            )
