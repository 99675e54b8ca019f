"""What each still has to pay: every rule with figures worked out by hand, in cents."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from igs_costshare import InputError, Network, Settled, compute, parse, settle
from igs_costshare.computing.statement import Named, Statement, Unbalanced
from igs_costshare.settling.held import payers_add_up
from igs_costshare.settling.scenario import left_behind
from igs_costshare.settling.settled import Course, Posting, SettledRow, Transfer
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problem_text

TWO = """\
title = "Twee"
[partner.stad]
name = "Stad"
units = 3
[partner.dorp]
units = 1
[contribution]
model = "variable"
key = "units"
"""
RENT = TWO + "[cost.rent]\namount = 1_000\n"
CHARGED = """\
title = "Tarief"
[partner.stad]
[partner.dorp]
[contribution]
model = "fixed"
fixed_amount = 400
[cost.rent]
amount = 1_000
[subsidy.decree]
amount = 300
[revenue.gifts]
amount = 50
"""


def settled(text: str, scenario: str | None = None) -> Settled:
    return settle(statement(text), statement(text, scenario))


def statement(text: str, scenario: str | None = None) -> Statement:
    made = compute(parse(text, scenario=scenario))
    return replace(made, scenario=Named(scenario, scenario) if scenario else None)


def figures(text: str, scenario: str | None = None) -> dict[str, dict[str, int]]:
    """Every row, without the columns that are 0."""
    outcome = settled(text, scenario)
    return {row.id: {id: each for id, each in row.columns.items() if each} for row in outcome.rows}


def due(text: str, scenario: str | None = None) -> dict[str, int]:
    return {row.id: row.due for row in settled(text, scenario).rows}


# ---------------------------------------------------------------- who paid


def test_what_nobody_paid_was_paid_by_the_account() -> None:
    assert figures(RENT) == {
        "stad": {"bill": 750_00, "due": 750_00},
        "dorp": {"bill": 250_00, "due": 250_00},
        "account": {"paid": 1_000_00, "due": -1_000_00},
    }
    assert figures(RENT + 'paid_by = "account"') == figures(RENT)


def test_a_partner_that_paid_for_all_gets_back_what_the_others_bear() -> None:
    assert figures(RENT + 'paid_by = "dorp"') == {
        "stad": {"bill": 750_00, "due": 750_00},
        "dorp": {"bill": 250_00, "paid": 1_000_00, "due": -750_00},
        "account": {},
    }


def test_where_each_paid_its_own_nothing_is_left() -> None:
    assert figures(RENT + 'paid_by = "each"') == {
        "stad": {"bill": 750_00, "paid": 750_00},
        "dorp": {"bill": 250_00, "paid": 250_00},
        "account": {},
    }


def test_several_may_have_paid_a_part() -> None:
    assert figures(RENT + "paid_by = { dorp = 300.50, account = 699.50 }") == {
        "stad": {"bill": 750_00, "due": 750_00},
        "dorp": {"bill": 250_00, "paid": 300_50, "due": -50_50},
        "account": {"paid": 699_50, "due": -699_50},
    }


def test_what_is_brought_in_in_kind_counts_as_paid_and_stands_apart() -> None:
    in_kind = RENT + "in_kind = true\n"
    assert figures(in_kind + 'paid_by = "dorp"') == {
        "stad": {"bill": 750_00, "due": 750_00},
        "dorp": {"bill": 250_00, "in_kind": 1_000_00, "due": -750_00},
        "account": {},
    }
    assert figures(in_kind + 'paid_by = "each"') == {
        "stad": {"bill": 750_00, "in_kind": 750_00},
        "dorp": {"bill": 250_00, "in_kind": 250_00},
        "account": {},
    }
    assert figures(in_kind + "paid_by = { stad = 900, dorp = 100 }")["dorp"] == {
        "bill": 250_00,
        "in_kind": 100_00,
        "due": 150_00,
    }


def test_a_line_of_some_partners_is_borne_by_them_and_paid_by_whoever_did() -> None:
    own = RENT + 'only = ["dorp"]\npaid_by = "stad"'
    assert due(own) == {"stad": -1_000_00, "dorp": 1_000_00, "account": 0}


def test_a_price_for_each_is_paid_as_any_other_line() -> None:
    priced = TWO + '[cost.care]\namount = 33.335\nper = "unit"\npaid_by = "stad"'
    assert figures(priced) == {
        "stad": {"bill": 100_00, "paid": 133_34, "due": -33_34},
        "dorp": {"bill": 33_34, "due": 33_34},
        "account": {},
    }


# ---------------------------------------------------------------- who received


def test_a_subsidy_is_received_by_the_account_or_by_whoever_did() -> None:
    subsidy = RENT + "[subsidy.decree]\namount = 400\n"
    assert due(subsidy) == {"stad": 450_00, "dorp": 150_00, "account": -600_00}
    assert figures(subsidy + 'received_by = "stad"') == {
        "stad": {"bill": 450_00, "received": 400_00, "due": 850_00},
        "dorp": {"bill": 150_00, "due": 150_00},
        "account": {"paid": 1_000_00, "due": -1_000_00},
    }
    assert due(subsidy + 'received_by = "each"') == {
        "stad": 750_00,
        "dorp": 250_00,
        "account": -1_000_00,
    }


def test_a_revenue_may_be_received_by_several() -> None:
    revenue = RENT + "[revenue.gifts]\namount = 100\nreceived_by = { dorp = 60, account = 40 }"
    assert due(revenue) == {"stad": 675_00, "dorp": 285_00, "account": -960_00}


HOMES = """\
title = "Dagprijs"
[partner.stad]
units = 3
days = 30
[partner.dorp]
units = 1
days = 90
[day_price]
prices = { 1 = 10 }
days = 300
occupancy = 0.5
"""


def test_residents_have_paid_the_owners_unless_the_file_says_otherwise() -> None:
    assert figures(HOMES) == {
        "stad": {"bill": -4_500_00, "received": 4_500_00},
        "dorp": {"bill": -1_500_00, "received": 1_500_00},
        "account": {},
    }
    assert due(HOMES + 'received_by = "account"') == {
        "stad": -4_500_00,
        "dorp": -1_500_00,
        "account": 6_000_00,
    }
    assert due(HOMES + 'received_by = "dorp"') == {
        "stad": -4_500_00,
        "dorp": 4_500_00,
        "account": 0,
    }


def test_named_homes_with_all_of_their_own_need_no_day_price_of_the_network() -> None:
    named = """\
title = "Eigen prijs"
[partner.stad]
[partner.dorp]
[unit.toren]
owner = "stad"
prices = { 1 = 20 }
days = 100
occupancy = 1
"""
    assert figures(named)["stad"] == {"bill": -2_000_00, "received": 2_000_00}


def test_a_day_price_that_partners_pay_passes_in_the_settlement() -> None:
    assert figures(HOMES + 'paid_by = "partner"') == {
        "stad": {"bill": -3_000_00, "due": -3_000_00},
        "dorp": {"bill": 3_000_00, "due": 3_000_00},
        "account": {},
    }


# ---------------------------------------------------------------- a charge


def test_what_the_reserve_bears_is_the_bill_of_the_account() -> None:
    assert figures(CHARGED) == {
        "stad": {"bill": 400_00, "due": 400_00},
        "dorp": {"bill": 400_00, "due": 400_00},
        "account": {"bill": -150_00, "paid": 1_000_00, "received": 350_00, "due": -800_00},
    }


def test_the_lines_of_a_pool_hold_for_who_paid_and_received_them() -> None:
    paid = CHARGED.replace("amount = 1_000", 'amount = 1_000\npaid_by = "stad"')
    paid = paid.replace("amount = 300", 'amount = 300\nreceived_by = "dorp"')
    assert figures(paid) == {
        "stad": {"bill": 400_00, "paid": 1_000_00, "due": -600_00},
        "dorp": {"bill": 400_00, "received": 300_00, "due": 700_00},
        "account": {"bill": -150_00, "received": 50_00, "due": -100_00},
    }


def test_in_the_row_of_the_keeper_stands_all_that_is_of_the_account() -> None:
    kept = CHARGED + '[settlement]\naccount = "dorp"\nopening = { stad = 20, dorp = 7 }\n'
    outcome = settled(kept)
    assert figures(kept) == {
        "stad": {"bill": 400_00, "opening": 20_00, "due": 420_00},
        "dorp": {
            "bill": 250_00,
            "opening": -20_00,
            "paid": 1_000_00,
            "received": 350_00,
            "due": -420_00,
        },
    }
    assert outcome.account is None
    assert [each for each in outcome.of("dorp") if each.figure == "bill"] == [
        Posting(("contribution",), "dorp", "bill", 400_00),
        Posting(("contribution",), "account", "bill", -150_00),
    ]
    assert outcome.transfers == (Transfer("stad", "dorp", 420_00),)


def test_the_reserve_gets_what_the_partners_pay_too_much() -> None:
    course = settled(CHARGED + "[reserve]\nopening = 25_000\n").reserve
    assert course == Course(25_000_00, 150_00)
    assert course.closing == 25_150_00
    assert settled(CHARGED).reserve is None


def test_without_a_charge_the_reserve_stays_as_it_is() -> None:
    assert settled(RENT + "[reserve]\n").reserve == Course(0, 0)


# ---------------------------------------------------------------- payments and openings

ADVANCE = RENT + '[payment.q1]\npart = 0.25\n[payment.q2]\npart = 0.5\nexcept = ["dorp"]\n'


def test_an_advance_is_a_part_of_each_net_bill_of_the_budget() -> None:
    assert figures(ADVANCE) == {
        "stad": {"bill": 750_00, "payments": 562_50, "due": 187_50},
        "dorp": {"bill": 250_00, "payments": 62_50, "due": 187_50},
        "account": {"paid": 1_000_00, "payments": -625_00, "due": -375_00},
    }


SCENARIO = """
[partner.nieuw]
units = 0
[scenario.actual]
cost.rent.amount = 1_200
"""


def test_a_scenario_does_not_change_the_budget_that_a_part_is_of() -> None:
    newcomer = ADVANCE + "[scenario.actual]\ncost.rent.amount = 1_200\npartner.nieuw.units = 2\n"
    assert figures(newcomer, "actual") == {
        "stad": {"bill": 600_00, "payments": 562_50, "due": 37_50},
        "dorp": {"bill": 200_00, "payments": 62_50, "due": 137_50},
        "nieuw": {"bill": 400_00, "due": 400_00},
        "account": {"paid": 1_200_00, "payments": -625_00, "due": -575_00},
    }
    budgeted = {row.id: row.budgeted for row in settled(newcomer, "actual").rows}
    assert budgeted == {"stad": 750_00, "dorp": 250_00, "nieuw": None, "account": None}
    under = parse(ADVANCE, settings={"cost.rent.amount": 1_200})
    assert settle(parse(ADVANCE), under).partners[0].figure("payments") == 562_50


def test_nobody_advances_on_a_bill_that_is_not_positive() -> None:
    earning = HOMES + 'received_by = "account"\n[payment.q1]\npart = 1\n'
    assert [row.figure("payments") for row in settled(earning).rows] == [0, 0, 0]


@pytest.mark.parametrize(("half", "advance"), [("even", 16_66), ("up", 16_67)])
def test_an_advance_is_rounded_to_the_cent_once(half: str, advance: int) -> None:
    text = f'{TWO}[cost.rent]\namount = 66.66\nonly = ["dorp"]\n[payment.q1]\npart = 0.25\n'
    assert settled(f'{text}[rounding]\nhalf = "{half}"\n').partners[1].figure("payments") == advance


def test_cents_of_an_advance_stand_beside_a_statement_in_whole_hundreds() -> None:
    coarse = ADVANCE.replace("1_000", "3_000") + "[rounding]\nunit = 100\n"
    assert figures(coarse)["stad"] == {"bill": 2_300_00, "payments": 1_725_00, "due": 575_00}
    assert settled(coarse).decimals == 2


def test_tenths_of_a_cent_in_one_of_the_two_statements_are_kept() -> None:
    finer = ADVANCE + "[scenario.actual.rounding]\nunit = 0.001\n"
    outcome = settled(finer, "actual")
    assert outcome.decimals == 3
    assert outcome.partners[0].columns == {
        "bill": 750_000,
        "opening": 0,
        "paid": 0,
        "in_kind": 0,
        "received": 0,
        "payments": 562_500,
        "due": 187_500,
    }
    coarser = ADVANCE.replace("1_000", "1_000.002") + "[rounding]\nunit = 0.001\n"
    coarser += "[scenario.actual.rounding]\nunit = 0.01\n"
    outcome = settled(coarser, "actual")
    assert (outcome.decimals, outcome.partners[0].budgeted) == (3, 750_002)
    assert outcome.partners[0].figure("payments") == 187_500 + 375_000


def test_stated_payments_go_to_the_account_or_to_a_partner_and_back() -> None:
    stated = RENT + "[payment.extra]\namounts = { stad = 800, dorp = -30 }\n"
    assert figures(stated) == {
        "stad": {"bill": 750_00, "payments": 800_00, "due": -50_00},
        "dorp": {"bill": 250_00, "payments": -30_00, "due": 280_00},
        "account": {"paid": 1_000_00, "payments": -770_00, "due": -230_00},
    }
    to_dorp = RENT + '[payment.extra]\namounts = { stad = 800, dorp = 5 }\nto = "dorp"\n'
    assert figures(to_dorp) == {
        "stad": {"bill": 750_00, "payments": 800_00, "due": -50_00},
        "dorp": {"bill": 250_00, "payments": -800_00, "due": 1_050_00},
        "account": {"paid": 1_000_00, "due": -1_000_00},
    }


def test_an_opening_is_still_to_pay_or_a_credit_and_the_account_has_the_opposite() -> None:
    opened = RENT + "[settlement]\nopening = { stad = -120.50, dorp = 20.50 }\n"
    assert figures(opened) == {
        "stad": {"bill": 750_00, "opening": -120_50, "due": 629_50},
        "dorp": {"bill": 250_00, "opening": 20_50, "due": 270_50},
        "account": {"opening": 100_00, "paid": 1_000_00, "due": -900_00},
    }


def test_what_each_figure_is_made_of_is_told_with_its_source() -> None:
    text = ADVANCE + "[settlement]\nopening = { stad = 5 }\n"
    assert settled(text).of("stad") == (
        Posting(("cost", "rent"), "stad", "bill", 750_00),
        Posting(("settlement", "opening"), "stad", "opening", 5_00, "account"),
        Posting(("payment", "q1"), "stad", "payments", 187_50, "account"),
        Posting(("payment", "q2"), "stad", "payments", 375_00, "account"),
    )
    assert [each.amount for each in settled(text).of("account")] == [
        1_000_00,
        -5_00,
        -187_50,
        -62_50,
        -375_00,
    ]


# ---------------------------------------------------------------- transfers


def test_the_file_says_how_all_is_settled() -> None:
    text = RENT + 'paid_by = "dorp"\n[settlement]\n'
    assert settled(text).transfers == (
        Transfer("stad", "account", 750_00),
        Transfer("account", "dorp", 750_00),
    )
    assert settled(text + 'transfers = "direct"').transfers == (Transfer("stad", "dorp", 750_00),)
    closed = settled(text + 'transfers = "none"')
    assert (closed.transfers, closed.way) == ((), "none")
    assert [row.due for row in closed.rows] == [750_00, -750_00, 0]


def test_totals_are_the_sums_of_what_is_shown() -> None:
    total = settled(CHARGED).total
    assert total.columns == {
        "bill": 650_00,
        "opening": 0,
        "paid": 1_000_00,
        "in_kind": 0,
        "received": 350_00,
        "payments": 0,
        "due": 0,
    }


def test_a_settlement_that_does_not_come_to_nothing_does_not_exist() -> None:
    outcome = settled(RENT)
    row = SettledRow("stad", "Stad", (1, 0, 0, 0, 0, 0))
    with pytest.raises(Unbalanced, match="what is due comes to 0, not to 0"):
        replace(outcome, partners=(row,))
    with pytest.raises(Unbalanced, match="what is due comes to 1, not to 0"):
        replace(outcome, total=row)


# ---------------------------------------------------------------- what is refused


def told(problems: Any) -> list[str]:
    texts = (problem_text(problem, english()) for problem in problems)
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]


def test_tables_that_do_not_add_up_are_told_with_the_difference() -> None:
    text = RENT.replace("1_000", "1_000\npaid_by = { stad = 949.50, account = 50.50 }")
    text += "[subsidy.decree]\namount = 40\nreceived_by = { dorp = 40 }\n"
    changed = {"cost.rent.amount": 1_049, "subsidy.decree.amount": 20}
    network = parse(text, settings=changed)
    assert told(payers_add_up(compute(network))) == [
        (
            "error: cost.rent.paid_by: the amounts come to € 1,000.00, and the line to € 1,049.00\n"
            "hint: € 49.00 is missing"
        ),
        (
            "error: subsidy.decree.received_by: the amounts come to € 40.00, "
            "and the line to € 20.00\n"
            "hint: that is € 20.00 too much"
        ),
    ]
    with pytest.raises(InputError) as refused:
        settle(parse(text), network)
    assert len(refused.value.problems) == 2


def test_payments_of_nothing_leave_no_trace() -> None:
    text = RENT + "[payment.q1]\namounts = { stad = 0 }\n[payment.q2]\npart = 0\n"
    assert [each for each in settled(text).postings if each.figure == "payments"] == []


def test_a_table_adds_up_to_the_rounded_total_of_a_pooled_line() -> None:
    paid = CHARGED.replace("1_000", "1_000.004\npaid_by = { stad = 600, dorp = 400 }")
    assert payers_add_up(statement(paid)) == []
    assert due(paid) == {"stad": -200_00, "dorp": 0, "account": 200_00}


NEEDED = """
[partner.weg]
units = 4
[settlement]
account = "weg"
opening = { weg = 3 }
[payment.q1]
part = 0.5
[payment.q2]
amounts = { weg = 5, stad = 6 }
[payment.q3]
amounts = { stad = 1 }
to = "weg"
[subsidy.decree]
amount = 10
received_by = "weg"
[revenue.gifts]
amount = 10
received_by = { weg = 4, account = 6 }
[day_price]
received_by = "weg"
[scenario.actual]
remove = ["partner.weg"]
"""


def test_who_the_settlement_needs_cannot_be_removed() -> None:
    text = RENT + 'paid_by = "weg"\n' + NEEDED
    (problem,) = left_behind(statement(text), statement(text, "actual"))
    assert problem.path == ("scenario", "actual", "remove")
    assert told([problem]) == [
        (
            "error: scenario.actual.remove: takes `weg` away, which the settlement needs: "
            "`cost.rent.paid_by`, `subsidy.decree.received_by`, `revenue.gifts.received_by`, "
            "`day_price.received_by`, `settlement.account`, `settlement.opening.weg`, "
            "`payment.q1`, `payment.q2.amounts.weg` and `payment.q3.to`\n"
            "hint: settle another scenario, or let `weg` stay in this one"
        )
    ]
    with pytest.raises(InputError, match="takes `weg` away"):
        settle(parse(text), parse(text, scenario="actual"))


@pytest.mark.parametrize(
    ("before", "restated", "paid"),
    [
        ('"weg"', '"account"', {"account": 1_000_00}),
        ('"weg"', '"stad"', {"stad": 1_000_00}),
        (
            "{ weg = 400, stad = 600 }",
            "{ account = 400, stad = 600 }",
            {"account": 400_00, "stad": 600_00},
        ),
        ("{ weg = 400, account = 600 }", "{ account = 1_000 }", {"account": 1_000_00}),
    ],
)
def test_who_leaves_may_have_paid_what_the_scenario_says_was_paid_by_others(
    before: str, restated: str, paid: dict[str, int]
) -> None:
    text = f"{RENT}paid_by = {before}\n[partner.weg]\nunits = 0\n"
    leaves = text + '[scenario.actual]\nremove = ["partner.weg"]\n'
    with pytest.raises(InputError, match=r"which the settlement needs: `cost\.rent\.paid_by`"):
        settled(leaves, "actual")
    found = figures(f"{leaves}cost.rent.paid_by = {restated}\n", "actual")
    assert {id: row["paid"] for id, row in found.items() if "paid" in row and id != "total"} == paid
    # Of two networks nobody knows what the scenario said.
    with pytest.raises(InputError, match="which the settlement needs"):
        settle(parse(leaves), parse(leaves, scenario="actual"))


def test_other_fields_of_a_line_say_nothing_of_who_paid() -> None:
    text = f'{RENT}paid_by = "weg"\n[partner.weg]\nunits = 0\n'
    leaves = text + '[scenario.actual]\nremove = ["partner.weg"]\ncost.rent.amount = 900\n'
    with pytest.raises(InputError, match=r"which the settlement needs: `cost\.rent\.paid_by`"):
        settled(leaves, "actual")


def test_who_has_nothing_to_do_with_the_settlement_may_leave() -> None:
    text = RENT + "[partner.weg]\nunits = 0\n[payment.q1]\npart = 0.5\n[payment.q2]\npart = 0\n"
    gone = text + '[scenario.actual]\nremove = ["partner.weg"]\n'
    assert [*left_behind(statement(gone), statement(gone, "actual"))] == []
    left_out = RENT + '[partner.weg]\nunits = 4\n[payment.q1]\npart = 0.5\nexcept = ["weg"]\n'
    gone = left_out + '[scenario.actual]\nremove = ["partner.weg"]\n'
    assert figures(gone, "actual")["stad"]["payments"] == 187_50


@pytest.mark.parametrize(
    "instead",
    [
        'remove = ["partner.weg"]\ncost.rent.paid_by = "stad"',
        'remove = ["partner.weg"]\ncost.rent.paid_by = "account"',
        'remove = ["partner.weg", "cost.rent"]',
        'remove = ["partner.weg"]\ncost.rent.paid_by = { stad = 900, account = 100 }',
    ],
)
@pytest.mark.parametrize("payer", ['"weg"', "{ weg = 400, stad = 600 }"])
def test_who_paid_may_leave_where_the_scenario_says_who_did_instead(
    payer: str, instead: str
) -> None:
    text = f"{RENT}paid_by = {payer}\n[partner.weg]\n[scenario.actual]\n{instead}\n"
    assert [*left_behind(statement(text), statement(text, "actual"))] == []


def test_a_removed_part_of_a_table_falls_to_the_account_and_is_refused() -> None:
    text = RENT + "paid_by = { weg = 400, stad = 600 }\n[partner.weg]\n"
    text += '[scenario.actual]\nremove = ["partner.weg"]\n'
    (problem,) = left_behind(statement(text), statement(text, "actual"))
    assert "`cost.rent.paid_by`" in told([problem])[0]


def test_a_statement_without_its_network_cannot_be_settled() -> None:
    with pytest.raises(TypeError, match="without the network"):
        settle(replace(statement(RENT), record=None), statement(RENT))


def test_networks_and_statements_settle_alike() -> None:
    network: Network = parse(RENT)
    assert settle(network, network) == settle(compute(network), compute(network))
    assert settle(network, network).total.figure("bill") == 1_000 * Decimal(100)
