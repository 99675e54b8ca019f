"""Rules that join several fields: what they let through, and what they warn of.

What they refuse, in its exact words, is in `gallery/`.
"""

from __future__ import annotations

import pytest

from igs_costshare import InputError, compute, parse
from igs_costshare.checks import faults, warnings
from igs_costshare.checks.amounts import AMOUNTS
from igs_costshare.checks.structure import STRUCTURE
from igs_costshare.checks.warnings import WARNINGS
from igs_costshare.reading import load_text
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problem_text, problems_text

TEXT = """\
title = "Jeugdregio"

[contribution]
model = "fixed"

[partner.zulte]

[partner.deinze]
"""

HOMES = """\
title = "Crisisopvang"

[contribution]
model = "fixed"

[partner.stad]
units = 2

[partner.dorp]
"""


def fixed(fields: str) -> str:
    return TEXT.replace('model = "fixed"\n', fields)


def told(text: str) -> str:
    with pytest.raises(InputError) as refused:
        parse(text, "network.toml")
    text = problems_text(refused.value.problems, english())
    return text.replace("\N{NO-BREAK SPACE}", " ")


def warned(text: str) -> list[str]:
    """The warnings of a text, in file order."""
    reading = load_text(text, "network.toml")
    assert [*compute(reading.network).warnings] == warnings(reading.network)
    return [
        problem_text(problem, english()).replace("\N{NO-BREAK SPACE}", " ")
        for problem in reading.source.located(warnings(reading.network))
    ]


@pytest.mark.parametrize("rules", [STRUCTURE, AMOUNTS, WARNINGS])
def test_every_rule_says_in_one_sentence_what_holds(rules: tuple[object, ...]) -> None:
    assert rules
    assert all((rule.__doc__ or "").endswith(".") for rule in rules)


# ---------------------------------------------------------------- let through


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT, id="no lines at all"),
        pytest.param('title = "T"\n[partner.zulte]\n', id="nothing to share needs no contribution"),
        pytest.param(
            'title = "T"\n[partner.zulte]\n[cost.rent]\namount = 3\nper = "partner"\n'
            '[cost.energy]\namount = 3\ncontribution = { model = "fixed" }\n',
            id="lines that see to themselves need no contribution",
        ),
        pytest.param(
            TEXT + '[cost.rent]\namount = 3\nonly = ["zulte"]\n', id="a line of some partners"
        ),
        pytest.param(
            fixed('model = "fixed"\nfixed_amount = 3\n')
            + '[cost.rent]\namount = 3\nonly = ["zulte"]\ncontribution = { model = "fixed" }\n'
            "[subsidy.decree]\namount = 1\n",
            id="a line of some partners beside a charge",
        ),
        pytest.param(
            fixed('model = "fixed"\nminimum = { zulte = 5 }\nmaximum = 3\nexcept = ["zulte"]\n')
            + "[cost.rent]\namount = 3\n",
            id="bounds of a partner that takes no part",
        ),
        pytest.param(
            fixed('model = "fixed"\nminimum = 1\nmaximum = { zulte = 1 }\n')
            + "[cost.rent]\namount = 3\n",
            id="a minimum equal to the maximum",
        ),
        pytest.param(
            fixed('model = "agreed"\nshares = { zulte = 100 }\nexcept = ["deinze"]\n'),
            id="shares of those who take part",
        ),
        pytest.param(
            fixed('model = "variable"\nrate.partners = [ { up_to = 1, rate = 2 } ]\n'),
            id="brackets that all end",
        ),
        pytest.param(
            HOMES + '[unit.kerk]\nowner = "stad"\n[unit.markt]\nowner = "stad"\n',
            id="a count that agrees with the homes that are named",
        ),
        pytest.param(
            HOMES + '[unit.kerk]\nowner = "dorp"\n', id="homes named by one, counted by another"
        ),
        pytest.param(
            HOMES + "[day_price]\nprices = { 1 = 16 }\n", id="prices without days to earn them"
        ),
        pytest.param(
            HOMES + "[day_price]\ndays = 360\noccupancy = 0.9\nprices = { 1 = 16 }\n",
            id="homes that earn",
        ),
        pytest.param(
            HOMES.replace("units = 2\n", "") + '[unit.kerk]\nowner = "stad"\nprices = { 1 = 16 }\n'
            "[day_price]\ndays = 360\noccupancy = 0.9\n",
            id="a home with a price of its own",
        ),
        pytest.param(
            HOMES + '[unit.kerk]\nowner = "dorp"\noccupancy = 0.5\n'
            "[day_price]\ndays = 360\noccupancy = 0.9\nprices = { 1 = 16 }\n",
            id="a home with an occupancy of its own",
        ),
        pytest.param(
            HOMES + '[unit.kerk]\nowner = "dorp"\ndays = 9\noccupancy = 1\nprices = { 1 = 16 }\n',
            id="a home with everything of its own",
        ),
        pytest.param(
            HOMES.replace("units = 2", "days = 9") + "[day_price]\nprices = { 1 = 16 }\n",
            id="days as one number beside one price",
        ),
        pytest.param(
            HOMES.replace('"fixed"', '"per-day"') + "[day_price]\nprices = { 1 = 16 }\n",
            id="a charge per day",
        ),
        pytest.param(
            HOMES.replace("units = 2", "units = 2\ndays = 18")
            + '[day_price]\nprices = { 1 = 16 }\ndays = 9\noccupancy = 1\npaid_by = "partner"\n',
            id="days that partners pay",
        ),
    ],
)
def test_this_is_sound(text: str) -> None:
    assert faults(parse(text)) == []
    assert warned(text) == []


# ---------------------------------------------------------------- refused, beyond the gallery


@pytest.mark.parametrize(
    ("own", "hint"),
    [
        ('{ model = "fixed", fixed_amount = 1 }', "leave `fixed_amount` out to divide it equally"),
        ('{ model = "variable", rate.partners = 1 }', "give a `key` instead of the `rate`"),
        (
            '{ model = "mixed", fixed_amount = 1, rate.partners = 1 }',
            "give a `key` instead of the `rate`",
        ),
        (
            '{ model = "per-day" }',
            'for what the days are worth take `model = "variable"` with `key = "use"`',
        ),
    ],
)
def test_one_line_cannot_be_a_charge(own: str, hint: str) -> None:
    text = f"{TEXT}[cost.rent]\namount = 3\ncontribution = {own}\n"
    text += "[day_price]\nprices = { 1 = 16 }\n"
    assert told(text) == (
        "error: network.toml:11:16: cost.rent.contribution: "
        "is a charge, and what one line costs must be divided\n"
        f"11 | contribution = {own}\n"
        "   |                ^\n"
        f"hint: {hint}"
    )


@pytest.mark.parametrize("table", ["cost", "revenue"])
def test_every_shared_line_misses_the_contribution(table: str) -> None:
    text = (
        f'title = "T"\n[partner.zulte]\n[{table}.rent]\namount = 3\n[subsidy.decree]\nmatch = 1\n'
    )
    assert told(text) == (
        f"error: network.toml:3:1: {table}.rent: "
        "nothing says how this is shared: `[contribution]` is missing\n"
        f"3 | [{table}.rent]\n"
        "  | ^\n"
        'hint: add `[contribution]`, for instance with `model = "fixed"`\n'
        "\n"
        "error: network.toml:5:1: subsidy.decree: "
        "nothing says how this is shared: `[contribution]` is missing\n"
        "5 | [subsidy.decree]\n"
        "  | ^\n"
        'hint: add `[contribution]`, for instance with `model = "fixed"`'
    )


def test_nobody_is_left_for_the_common_contribution() -> None:
    assert told(fixed('model = "fixed"\nexcept = ["zulte", "deinze"]\n')) == (
        "error: network.toml:5:10: contribution.except: nobody is left to take part\n"
        '5 | except = ["zulte", "deinze"]\n'
        "  |          ^\n"
        "hint: leave somebody out of the list"
    )


def test_every_bound_that_leaves_no_room_is_told() -> None:
    bounds = "minimum = { zulte = 3, deinze = 4 }\nmaximum = { zulte = 2, deinze = 2 }\n"
    assert told(fixed(f'model = "fixed"\n{bounds}')) == (
        "error: network.toml:5:21: contribution.minimum.zulte: is above the maximum of € 2.00\n"
        "5 | minimum = { zulte = 3, deinze = 4 }\n"
        "  |                     ^\n"
        "\n"
        "error: network.toml:5:33: contribution.minimum.deinze: is above the maximum of € 2.00\n"
        "5 | minimum = { zulte = 3, deinze = 4 }\n"
        "  |                                 ^"
    )


def test_the_worth_of_days_needs_a_price_in_a_rate_as_well() -> None:
    assert told(fixed('model = "variable"\nrate = { use = 1 }\n')) == (
        "error: network.toml:5:8: contribution.rate: the key `use` needs a day price\n"
        "5 | rate = { use = 1 }\n"
        "  |        ^\n"
        "hint: add `[day_price]` with `prices`"
    )


def test_days_are_missing_where_only_an_occupancy_is_given() -> None:
    assert told(HOMES + "[day_price]\noccupancy = 0.9\n") == (
        "error: network.toml:10:1: day_price: lacks `days`: days and occupancy come together\n"
        "10 | [day_price]\n"
        "   | ^\n"
        "hint: give both"
    )
    assert told(HOMES + '[unit.kerk]\nowner = "dorp"\noccupancy = 0.9\n') == (
        "error: network.toml:10:1: unit.kerk: lacks `days`: days and occupancy come together\n"
        "10 | [unit.kerk]\n"
        "   | ^\n"
        "hint: give both"
    )


# ---------------------------------------------------------------- warnings


def test_three_decimals_may_be_thousands_in_a_field_of_any_table_by_its_type() -> None:
    text = """\
title = "T"
partner.stad = { keys = { non_eu14 = 9000 } }
cost.staff = { fte = 2.125, fte_cost = 70_000, contribution = { model = "fixed" } }
programme.plan_samenleven.threshold = 7.500
limits = { balance_min = -1.500, coverage_min = 1.125 }
expected.scenario.later.total = { balance = 70.500 }
scenario.later.fte.cost = 1
"""
    assert [warning.split(": ")[2] for warning in warned(text)] == [
        "programme.plan_samenleven.threshold",
        "limits.balance_min",
        "expected.scenario.later.total.balance",
    ]


def test_three_decimals_may_be_thousands_wherever_an_amount_or_a_figure_stands() -> None:
    text = """\
title = "T"
fte.cost = 84.500

[cost.rent]
amount = 101.250

[cost.staff]
fte = 0.125
fte_cost = 70.500
contribution = { model = "mixed", fixed_amount = 1.500, key = "partners", minimum = 1.500 }

[subsidy.decree]
rate = 0.125
cap = 10.500

[revenue.gifts]
amount = 1.125
per = "partner"

[contribution]
model = "fixed"
minimum = { zulte = 1.500 }
maximum = 200.500

[partner.zulte]
days = { 1 = 1.250, 2 = 125 }
keys = { inhabitants = 16.125, area = 0.125 }

[partner.deinze]
days = 1.100

[unit.kerk]
owner = "zulte"
prices = { 1 = 16.125 }

[day_price]
prices = { 1 = 16.250 }
"""
    paths = [warning.split(": ")[2] for warning in warned(text)]
    assert paths == [
        "fte.cost",
        "cost.rent.amount",
        "cost.staff.fte_cost",
        "cost.staff.contribution.fixed_amount",
        "cost.staff.contribution.minimum",
        "subsidy.decree.cap",
        "revenue.gifts.amount",
        "contribution.minimum.zulte",
        "contribution.maximum",
        "partner.zulte.days.1",
        "partner.zulte.keys.inhabitants",
        "partner.deinze.days",
        "unit.kerk.prices.1",
        "day_price.prices.1",
    ]


@pytest.mark.parametrize(
    ("amount", "read_as", "meant"),
    [("84.500", "84.5", "84_500"), ("10.125", "10.125", "10_125")],
)
def test_three_decimals_are_told_with_what_was_probably_meant(
    amount: str, read_as: str, meant: str
) -> None:
    assert warned(f"{TEXT}[cost.rent]\namount = {amount}\n") == [
        (
            "warning: network.toml:10:10: cost.rent.amount: "
            f"{amount} is read as {read_as}: the point is a decimal point\n"
            f"10 | amount = {amount}\n"
            "   |          ^\n"
            f"hint: for thousands write `{meant}`"
        )
    ]


def test_a_rate_and_its_brackets_may_be_in_thousands_as_well() -> None:
    brackets = "[ { up_to = 1.500, amount = 2.500 }, { rate = 1.500 } ]"
    rates = f"rate = {{ partners = {brackets}, units = 1.250, days = 0.125 }}"
    text = HOMES.replace('"fixed"', f'"variable"\n{rates}')
    told = warned(text.replace("units = 2", "units = 2\ndays = 9"))
    assert [warning.split("\n")[0].split(": ", 2)[2] for warning in told] == [
        "contribution.rate.partners[0].up_to: 1.500 is read as 1.5: the point is a decimal point",
        "contribution.rate.partners[0].amount: 2.500 is read as 2.5: the point is a decimal point",
        "contribution.rate.partners[1].rate: 1.500 is read as 1.5: the point is a decimal point",
        "contribution.rate.units: 1.250 is read as 1.25: the point is a decimal point",
    ]


@pytest.mark.parametrize(
    "amount",
    [
        *("84.50", "84.5000", "0.125", "84_500", "84.500_0", "12.0", "12.0000", "0.000"),
        # An underscore or an exponent says that the writer knows how numbers are written.
        *("1_250.375", "1_250.000", "84.500e0", "1.2000e1"),
    ],
)
def test_other_decimals_are_no_thousands(amount: str) -> None:
    assert warned(f"{TEXT}[cost.rent]\namount = {amount}\n") == []


@pytest.mark.parametrize(
    ("field", "path", "written", "shortest", "meant"),
    [
        ("[cost.rent]\namount = 12.000", "cost.rent.amount", "12.000", "12", "12_000"),
        ("[cost.rent]\nfte = 1.000", "cost.rent.fte", "1.000", "1", "1_000"),
        ("[partner.x]\nunits = 4.000", "partner.x.units", "4.000", "4", "4_000"),
        ("[partner.x.keys]\narea = 910.000", "partner.x.keys.area", "910.000", "910", "910_000"),
        ("[partner.x.days]\n2 = 10.000", "partner.x.days.2", "10.000", "10", "10_000"),
        ("[day_price]\noccupancy = 1.000", "day_price.occupancy", "1.000", "1", "1_000"),
        ("[limits]\nbalance_min = -8.000", "limits.balance_min", "-8.000", "-8", "-8_000"),
        ("[expected.total]\nbalance = 3.000", "expected.total.balance", "3.000", "3", "3_000"),
        (
            "[scenario.s]\ncost.rent.amount = 12.000",
            "scenario.s.cost.rent.amount",
            *("12.000", "12", "12_000"),
        ),
    ],
)
def test_three_zeros_after_the_point_are_refused_in_every_field(
    field: str, path: str, written: str, shortest: str, meant: str
) -> None:
    problem = told(f"{TEXT}{field}\n")

    assert f"{path}: {written} would be read as {shortest}: the point is a decimal" in problem
    assert f"hint: for thousands write `{meant}`, otherwise `{shortest}`" in problem


def test_three_zeros_after_the_point_are_refused_in_a_setting() -> None:
    with pytest.raises(InputError, match=r"12\.000 would be read as 12") as refusal:
        parse(f"{TEXT}[cost.rent]\namount = 1\n", settings=["cost.rent.amount=12.000"])
    assert "--set cost.rent.amount=12.000" in str(refusal.value)


@pytest.mark.parametrize("unit", ["0.001", "0.00_1"])
def test_amounts_of_three_decimals_are_no_thousands(unit: str) -> None:
    text = f"""\
{TEXT}
[rounding]
unit = {unit}
[cost.rent]
amount = 12.000
[cost.energy]
amount = 12.125
only = ["zulte"]
[partner.oosterzele]
days = {{ 1 = 12.000 }}
"""
    assert warned(text) == []
    assert compute(parse(text)).warnings == ()


@pytest.mark.parametrize(
    ("shares", "total"),
    [("zulte = 33.3, deinze = 66.6", "99.9"), ("zulte = 33.4, deinze = 66.7", "100.1")],
)
def test_shares_that_nearly_make_100_are_scaled(shares: str, total: str) -> None:
    assert warned(fixed(f'model = "agreed"\nshares = {{ {shares} }}\n')) == [
        (
            f"warning: network.toml:5:10: contribution.shares: the shares add up to {total} "
            "and are scaled to 100\n"
            f"5 | shares = {{ {shares} }}\n"
            "  |          ^"
        )
    ]


@pytest.mark.parametrize("shares", ["zulte = 33.3, deinze = 66.59", "zulte = 50, deinze = 50.11"])
def test_shares_that_are_further_off_are_refused(shares: str) -> None:
    assert "not to 100" in told(fixed(f'model = "agreed"\nshares = {{ {shares} }}\n'))


def test_days_that_nobody_earns_are_nothing_to_pay() -> None:
    text = HOMES + '[day_price]\nprices = { 1 = 16 }\npaid_by = "partner"\n'
    assert warned(text) == [
        (
            "warning: network.toml:12:11: day_price.paid_by: "
            "there is nothing for the partners to pay without `days` and `occupancy`\n"
            '12 | paid_by = "partner"\n'
            "   |           ^"
        )
    ]


def test_a_home_of_its_own_is_something_to_pay() -> None:
    text = HOMES.replace("units = 2", "days = 8") + (
        '[unit.kerk]\nowner = "dorp"\ndays = 9\noccupancy = 1\n'
        '[day_price]\nprices = { 1 = 16 }\npaid_by = "partner"\n'
    )
    assert warned(text) == []


def test_who_keeps_the_account_has_last_year_with_itself() -> None:
    text = HOMES + '[settlement]\naccount = "dorp"\nopening = { stad = 20, dorp = %s }\n'
    assert warned(text % "-120.50") == [
        (
            "warning: network.toml:12:31: settlement.opening.dorp: "
            "who keeps the account has this with itself: it cancels out\n"
            "12 | opening = { stad = 20, dorp = -120.50 }\n"
            "   |                               ^\n"
            "hint: leave it out"
        )
    ]
    assert warned(text % "0") == []


ZERO_KEY = "is 0 for every partner that takes part"
FIGURES = "hint: give the partners their figures, or choose another key"


@pytest.mark.parametrize(
    ("path", "fields", "per", "message"),
    [
        ("cost.rent", "amount = 3", "unit", "nobody bears this: the key `units`"),
        (
            "cost.staff",
            'only = ["dorp"]\nfte = 1\nfte_cost = 9',
            "fires",
            "nobody bears this: the key `fires`",
        ),
        ("revenue.rent", "amount = 3", "day", "nobody receives this: the key `days`"),
    ],
)
def test_a_price_of_what_nobody_has_is_lost(path: str, fields: str, per: str, message: str) -> None:
    text = (
        'title = "T"\n[partner.stad]\nkeys = { fires = 2 }\n[partner.dorp]\nkeys = { fires = 0 }\n'
        f'[{path}]\nper = "{per}"\n{fields}\n'
    )
    assert warned(text) == [
        (
            f"warning: network.toml:7:7: {path}.per: {message} {ZERO_KEY}\n"
            f'7 | per = "{per}"\n'
            "  |       ^\n"
            f"{FIGURES}"
        )
    ]


@pytest.mark.parametrize(
    "line",
    [
        '[cost.rent]\namount = 0\nper = "day"',
        '[cost.rent]\nfte = 0\nfte_cost = 3\nper = "day"',
        '[revenue.rent]\namount = 0\nper = "day"',
        '[cost.rent]\namount = 3\nper = "unit"',
        '[cost.rent]\namount = 3\nper = "partner"\nonly = ["dorp"]',
    ],
)
def test_a_price_that_somebody_pays_or_of_0_is_not_lost(line: str) -> None:
    assert warned(f"{HOMES}{line}\n") == []


@pytest.mark.parametrize(
    ("rate", "column"),
    [
        ("{ days = 2 }", 17),
        ("{ partners = 1, days = [ { up_to = 5, rate = 0 }, { rate = 3 } ] }", 31),
        ("{ days = [ { up_to = 5, amount = 0 }, { amount = 3 } ] }", 17),
    ],
)
def test_a_rate_of_what_nobody_has_is_lost(rate: str, column: int) -> None:
    text = HOMES.replace('"fixed"', f'"variable"\nrate = {rate}')
    assert warned(text) == [
        (
            f"warning: network.toml:5:{column}: contribution.rate.days: "
            f"nobody pays this: the key `days` {ZERO_KEY}\n"
            f"5 | rate = {rate}\n"
            f"  | {' ' * (column - 1)}^\n{FIGURES}"
        )
    ]


@pytest.mark.parametrize(
    "rate",
    [
        "{ days = 0 }",
        "{ days = [ { up_to = 5, rate = 0 }, { amount = 0 } ] }",
        "{ days = [ { up_to = 5, amount = 3 }, { rate = 3 } ] }",
        "{ units = 2 }",
    ],
)
def test_a_rate_that_somebody_pays_or_of_0_is_not_lost(rate: str) -> None:
    assert warned(HOMES.replace('"fixed"', f'"variable"\nrate = {rate}')) == []


def test_a_rate_of_what_only_others_have_is_lost() -> None:
    text = HOMES.replace('"fixed"', '"variable"\nrate = { units = 2 }\nexcept = ["stad"]')
    (warning,) = warned(text)
    assert f"nobody pays this: the key `units` {ZERO_KEY}" in warning


REFERRERS = """\
title = "Crisisopvang"

[day_price]
prices = { 1 = 16 }
days = 360
occupancy = 0.85
paid_by = "partner"

[partner.stad]
units = 5
days = DAYS

[partner.dorp]
"""


@pytest.mark.parametrize(("days", "use"), [("120", "1,920.00"), ("2_500", "40,000.00")])
def test_bills_far_from_what_the_planned_days_come_to_are_told_with_both_figures(
    days: str, use: str
) -> None:
    (warning,) = warned(REFERRERS.replace("DAYS", days))
    assert (
        f"day_price.paid_by: the planned days of the partners come to € {use} at the day price, "
        "and the planned income of the homes, € 24,480.00, is what they pay\n"
    ) in warning
    assert 'take `model = "per-day"`' in warning


@pytest.mark.parametrize("days", ["1_148", "1_530", "2_040"])
def test_planned_days_that_come_near_the_planned_income_are_no_news(days: str) -> None:
    assert warned(REFERRERS.replace("DAYS", days)) == []


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        (
            '[partner.zulte]\nname = "Stad"\n[partner.deinze]\nname = "stad\u200b "\n',
            "partner.deinze.name: `partner.zulte` is called “stad\u200b ” as well",
        ),
        (
            '[partner.zulte]\n[partner.deinze]\nname = "Zulte"\n',
            "partner.deinze.name: `partner.zulte` is called “Zulte” as well",
        ),
        (
            (
                '[partner.zulte]\n[cost.a]\nlabel = "Huur"\namount = 1\n'
                '[revenue.b]\nlabel = "huur"\namount = 1\n'
            ),
            "revenue.b.label: `cost.a` is called “huur” as well",
        ),
        (
            '[partner.zulte]\n[unit.a]\nowner = "zulte"\n[unit.b]\nname = "A"\nowner = "zulte"\n',
            "unit.b.name: `unit.a` is called “A” as well",
        ),
        (
            '[partner.zulte]\n[scenario.a]\nlabel = "S"\n[scenario.b]\nlabel = "S"\n',
            "scenario.b.label: `scenario.a` is called “S” as well",
        ),
    ],
)
def test_entries_that_nobody_can_tell_apart_on_paper_are_told(tables: str, told: str) -> None:
    text = f'title = "T"\n[contribution]\nmodel = "fixed"\n{tables}'
    (warning,) = warned(text)
    assert told in warning


def test_a_partner_and_a_line_may_have_one_name() -> None:
    text = '[partner.zulte]\nname = "Zulte"\n[cost.a]\nlabel = "Zulte"\namount = 1\n'
    assert warned(f'title = "T"\n[contribution]\nmodel = "fixed"\n{text}') == []


@pytest.mark.parametrize("name", ["\\u200b", "\\u200b \\u2060", "\\u3164", "\\ufeff", "\\u00ad"])
@pytest.mark.parametrize("field", ["title", "partner.zulte.name", "cost.rent.label"])
def test_a_name_that_nobody_can_see_is_no_name(field: str, name: str) -> None:
    text = f'{field} = "{name}"\n[cost.energy]\namount = 1\n[contribution]\nmodel = "fixed"\n'
    rest = "" if field == "title" else 'title = "T"\n'
    problem = told(f"{rest}{text}[partner.deinze]\n")
    code = name[2:6].upper()
    assert f"{field}: holds invisible characters only, such as U+{code}" in problem


# ---------------------------------------------------------------- years


def test_a_threshold_that_is_not_met_is_told_at_each_key() -> None:
    text = fixed('model = "fixed"\n') + (
        "[subsidy.decree]\namount = 100\nrequires = { partners = 3, units = 0, days = 12.5 }\n"
    )
    told_at = [each.split(": ", 2)[2].split("\n")[0] for each in warned(text)]
    assert told_at == [
        f"subsidy.decree.requires.{key}: nothing is paid: those who take part count {counted} for "
        f"`{key}` together, and {least} is required"
        for key, counted, least in [("partners", 2, "3"), ("days", 0, "12.5")]
    ]


RISE = 'model = "fixed"\nmax_rise = 0.05\n'


def test_a_cap_on_the_rise_of_nobody_is_told() -> None:
    (told_once,) = warned(fixed(RISE))
    assert "contribution.max_rise: holds nobody: no contribution of the year before" in told_once
    assert "hint: state those contributions: `previous = { … }`" in told_once
    (again,) = warned(fixed(RISE + "previous = {}\n"))
    assert "contribution.max_rise: holds nobody" in again


@pytest.mark.parametrize(
    "text",
    [
        fixed(RISE + "previous = { zulte = 100_000 }\n"),
        "year = 2027\n" + fixed(RISE) + "[plan]\nuntil = 2028\n",
    ],
)
def test_a_cap_on_the_rise_of_somebody_or_in_a_plan_is_no_doubt(text: str) -> None:
    assert warned(text) == []
