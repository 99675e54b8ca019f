"""`next`: the file of the next year has what the plan says of that year, and all else as it was."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command import Result, run
from igs_costshare import InputError
from igs_costshare.description.values import Later
from igs_costshare.following.nextyear import next_year
from igs_costshare.reading.loading import load_text
from igs_costshare.reading.planned import plan_of_text
from igs_costshare.wording.language import language
from networks import as_toml, descriptions
from stayed import CSV, NET, STAYS

PLAN = """# The network of the north
title = "North"
year = 2026  # the first

[cost.rent]
amount = 10_000   # contract of 2020

[cost.staff]
fte = 1

[fte]
cost = 80_000.00

[contribution]
model = "variable"
key = "inhabitants"

# --- Partners ---
[partner.stad]
keys = { inhabitants = 30_000 }

# since 2012
[partner.dorp]
keys = { inhabitants = 10_000 }

[partner.veld]
keys = { inhabitants = 5000 }

[plan]
until = 2028

[plan.index]
"cost.*.amount" = 0.0203
"fte.cost" = { 2027 = 0.031 }

[plan.step]
"cost.rent.amount" = { 2027 = 500.001 }

# the merger
[plan.2028]
label = "Merger"
merge = { vlaardorp = ["dorp", "veld"] }
partner.vlaardorp.name = "Vlaardorp"
"""
IN_2027 = """# The network of the north
title = "North"
year = 2027  # the first

[cost.rent]
amount = 10_703   # contract of 2020  # exact: 10703.001

[cost.staff]
fte = 1

[fte]
cost = 82_480.00

[contribution]
model = "variable"
key = "inhabitants"

# --- Partners ---
[partner.stad]
keys = { inhabitants = 30_000 }

# since 2012
[partner.dorp]
keys = { inhabitants = 10_000 }

[partner.veld]
keys = { inhabitants = 5000 }

[plan]
until = 2028

[plan.index]
"cost.*.amount" = 0.0203

# the merger
[plan.2028]
label = "Merger"
merge = { vlaardorp = ["dorp", "veld"] }
partner.vlaardorp.name = "Vlaardorp"
"""
IN_2028 = """# The network of the north
title = "North"
year = 2028  # the first

[cost.rent]
amount = 10_920.27   # contract of 2020  # exact: 10920.2709

[cost.staff]
fte = 1

[fte]
cost = 82_480.00

[contribution]
model = "variable"
key = "inhabitants"

# --- Partners ---
[partner.stad]
keys = { inhabitants = 30_000 }

[partner.vlaardorp]
keys = { inhabitants = 15_000 }
name = "Vlaardorp"
"""
IN_2029 = IN_2028.replace("year = 2028", "year = 2029")


def after(text: str) -> str:
    """The file of the next year."""
    return next_year(text.encode(), "a.toml", "b.toml").text


def told(text: str, code: str = "en") -> list[str]:
    """What is said to have changed."""
    changes = next_year(text.encode(), "a.toml", "b.toml").changes
    return [
        language(code).tell(each).replace("\u202f", " ").replace("\xa0", " ") for each in changes
    ]


def faults(text: str) -> list[str]:
    """What is wrong, in English."""
    with pytest.raises(InputError) as raised:
        after(text)
    return [language("en").tell(each.message) for each in raised.value.problems]


def network(rest: str, partners: str | None = None) -> str:
    """A file with three partners, and what is added."""
    three = """[partner.stad]
units = 3

[partner.dorp]
units = 1

[partner.caw]
units = 1
"""
    head = 'title = "N"\nyear = 2026\ncost.rent.amount = 900\n'
    model = 'contribution = { model = "variable", key = "units" }\n'
    return f"{head}{model}\n{three if partners is None else partners}{rest}"


def changed(rest: str, partners: str | None = None) -> list[str]:
    """The lines that the next year has otherwise than `network` has them."""
    from difflib import ndiff

    text = network(rest, partners)
    lines = ndiff(text.split("\n"), after(text).split("\n"))
    found = [line.rstrip() for line in lines if line[0] in "+-" and "year = 202" not in line]
    return [line for line in found if line not in ("+", "-")]


@pytest.mark.parametrize(
    ("year", "following"), [(PLAN, IN_2027), (IN_2027, IN_2028), (IN_2028, IN_2029)]
)
def test_a_plan_year_by_year_to_beyond_its_end(year: str, following: str) -> None:
    assert after(year) == following


def test_what_changed_is_told_in_every_language() -> None:
    assert told(PLAN) == [
        "year 2026 → 2027",
        "index 3.1 % on 1 number",
        "index 2.03 % on 1 number",
        "step 500.001 on 1 number",
        "1 number is rounded; the exact one stands beside it",
        "`[plan]` goes on until 2028",
    ]
    assert told(IN_2027, "nl") == [
        "jaar 2027 → 2028",
        "indexering 2,03 % van 1 cijfer",
        "dorp en veld worden Vlaardorp",
        "overgenomen uit het plan: partner.vlaardorp.name",
        "1 cijfer is afgerond; het exacte staat ernaast",
        "`[plan]` is ten einde en is weggehaald",
    ]
    assert told(IN_2028, "fr") == ["année 2028 → 2029"]


REMOVAL = """
[plan]
until = 2027

[plan.2027]
remove = ["partner.caw"]
"""


def test_who_goes_is_taken_out_of_lists_and_tables() -> None:
    lists = """
[cost.it]
amount = 10
only = [
  "stad",  # the city
  "caw",  # the centre
]

[cost.bus]
amount = 10
only = ["caw", "stad"]

[cost.tax]
amount = 10
contribution = { model = "agreed", shares = { stad = 50, caw = 50 } }
except = ["dorp"]
"""
    assert changed(lists + REMOVAL) == [
        "- [partner.caw]",
        "- units = 1",
        '-   "caw",  # the centre',
        '- only = ["caw", "stad"]',
        '+ only = ["stad"]',
        '- contribution = { model = "agreed", shares = { stad = 50, caw = 50 } }',
        '+ contribution = { model = "agreed", shares = { stad = 100 } }',
        "- [plan]",
        "- until = 2027",
        "- [plan.2027]",
        '- remove = ["partner.caw"]',
    ]
    assert told(network(lists + REMOVAL)) == [
        "year 2026 → 2027",
        "`partner.caw` is taken out",
        "`[plan]` has come to its end and is taken out",
    ]


def test_a_list_that_loses_its_last_entries() -> None:
    lists = """
[cost.it]
amount = 10
only = ["stad", "dorp", "caw"]

[cost.bus]
amount = 10
only = ["stad",
  "dorp", "caw"]
"""
    block = """
[plan]
until = 2027
2027.remove = ["partner.caw", "partner.dorp"]
"""
    assert changed(lists + block)[4:8] == [
        '- only = ["stad", "dorp", "caw"]',
        '+ only = ["stad"]',
        '- only = ["stad",',
        '+ only = ["stad"]',
    ]


@pytest.mark.parametrize(
    ("partners", "following"),
    [
        (
            "partner.stad = { units = 3 }\npartner.dorp.units = 1\npartner.caw = { units = 2 }\n",
            ["+ partner.x = { units = 3 }"],
        ),
        (
            "[partner]\nstad = { units = 3 }\ndorp = { units = 1 }\ncaw = { units = 2 }\n",
            ["+ x = { units = 3 }"],
        ),
        (
            "partner = { stad = { units = 3 }, dorp = { units = 1 }, caw = { units = 2 } }\n",
            ["+ partner = { stad = { units = 3 }, x = { units = 3 } }"],
        ),
        (
            "[partner.stad]\nunits = 3\n[partner.dorp]\nunits = 1\n[partner.caw]\nunits = 2\n",
            ["+ [partner.x]", "+ units = 3"],
        ),
    ],
)
def test_a_merger_in_every_way_to_write_partners(partners: str, following: list[str]) -> None:
    block = '[plan]\nuntil = 2027\n2027.merge = { x = ["dorp", "caw"] }\n'
    text = network(block, partners)
    assert [each for each in changed(block, partners) if each[0] == "+"] == following
    assert list(load_text(after(text), "b.toml").network.partner) == ["stad", "x"]


def test_partners_that_become_the_first_of_them() -> None:
    block = '[plan]\nuntil = 2027\n2027.merge = { dorp = ["dorp", "caw"] }\n'
    assert changed(block)[:4] == ["- units = 1", "+ units = 2", "- [partner.caw]", "- units = 1"]


def test_partners_that_become_the_second_of_them() -> None:
    block = '[plan]\nuntil = 2027\n2027.merge = { caw = ["dorp", "caw"] }\n'
    text = after(network(block))
    assert text.endswith("[partner.stad]\nunits = 3\n\n[partner.caw]\nunits = 2\n")


OVERRIDES = """
[cost.it]
amount = 10
contribution.model = "fixed"

[day_price]
prices = { 1 = 1 }

[limits]

[plan]
until = 2027

[plan.2027]
cost.it.label = 'It "x"'
cost.it.contribution = { model = "agreed", shares = { stad = 70, dorp = 10, caw = 10, nieuw = 10 } }
cost.bus = { amount = 1_000, contribution = { model = "fixed" } }
cost.car.amount = 20
cost.rent.label = "Rent"
contribution.minimum = { stad = 100.50 }
rounding.unit = 1
revenue.sale.amount = 3e2
title = "Other"
currency = "GBP"
partner.nieuw = { units = 2, from = 2027-03-01, name = "Nieuw \\"y\\"" }
partner.stad.keys = { inhabitants = 10 }
partner.dorp.keys.inhabitants = 5
partner.caw.keys.inhabitants = 5
cost.it.in_kind = true
cost.it.paid_by = "stad"

[plan.2027.cost.team]
amount = 8
only = [
  "stad",
  "dorp",
]
"""


def test_overrides_stand_where_the_field_is_or_at_the_end_of_its_table() -> None:
    assert (
        after(network(OVERRIDES))
        == """title = "Other"
year = 2027
cost.rent.amount = 900
cost.rent.label = "Rent"
contribution = { model = "variable", key = "units", minimum = { stad = 100.50 } }
currency = "GBP"

[partner.stad]
units = 3
keys = { inhabitants = 10 }

[partner.dorp]
units = 1
keys = { inhabitants = 5 }

[partner.caw]
units = 1
keys = { inhabitants = 5 }

[partner.nieuw]
units = 2
from = 2027-03-01
name = "Nieuw \\"y\\""

[cost.it]
amount = 10
contribution.model = "agreed"
contribution.shares = { stad = 70, dorp = 10, caw = 10, nieuw = 10 }
label = 'It "x"'
in_kind = true
paid_by = "stad"

[cost.bus]
amount = 1_000
contribution = { model = "fixed" }

[cost.car]
amount = 20

[cost.team]
amount = 8
only = ["stad", "dorp"]

[day_price]
prices = { 1 = 1 }

[limits]

[rounding]
unit = 1

[revenue.sale]
amount = 3e2
"""
    )


CHARGE = """title = "N"
year = 2026
cost.rent.amount = 900
partner.stad.units = 3
partner.dorp.units = 1

[[contribution.rate.units]]
up_to = 1  # the first
rate = 2

[[contribution.rate.units]]
rate = 1  # exact: 0.99999999

[contribution]
model = "variable"

[cost.it]
amount = 10
contribution.model = "fixed"
only = ["stad"]

[plan]
until = 2028
"""


def test_a_list_that_grows_is_written_anew() -> None:
    block = """
[plan.2027]
cost.it.only = ["stad", "dorp"]
contribution.rate.units = [{ up_to = 2, rate = 2 }, { up_to = 3, rate = 1.5 }, { rate = 1 }]
"""
    assert (
        after(CHARGE + block)
        == """title = "N"
year = 2027
cost.rent.amount = 900
partner.stad.units = 3
partner.dorp.units = 1

[contribution.rate]
units = [{ up_to = 2, rate = 2 }, { up_to = 3, rate = 1.5 }, { rate = 1 }]

[contribution]
model = "variable"

[cost.it]
amount = 10
contribution.model = "fixed"
only = ["stad", "dorp"]

[plan]
until = 2028
"""
    )


def test_rates_rise_wherever_they_stand() -> None:
    index = 'index."contribution.rate.units" = 0.0000001\n'
    text = after(CHARGE + index)
    assert "\nup_to = 1  # the first\nrate = 2  # exact: 2.0000002\n" in text
    assert "\nrate = 1  # exact: 1.0000001\n" in text
    index = 'index."contribution.rate.units" = 0.021\n'
    text = after(CHARGE.replace("rate = 2", "rate = 2.5") + index)
    assert "rate = 2.5525\n" in text
    assert "rate = 1.0210\n" in text


def test_several_exact_values_on_one_line_have_their_names() -> None:
    partners = "[partner.stad]\nkeys = { a = 1, b = 10, c = 3 } # x  # exact: 7\nunits = 1\n"
    plan = (
        '[plan]\nuntil = 2027\nindex."partner.*.keys.*" = 0.001\nstep."partner.*.keys.c" = 0.007\n'
    )
    assert changed(plan, partners)[:2] == [
        "- keys = { a = 1, b = 10, c = 3 } # x  # exact: 7",
        "+ keys = { a = 1, b = 10.01, c = 3.01 } # x  # exact: a = 1.001",
    ]


def test_what_was_exact_is_no_longer_beside_a_number_that_is() -> None:
    text = network('[plan]\nuntil = 2028\nindex."cost.*.amount" = 0.1\n').replace(
        "rent.amount = 900", "rent.amount = 900.00 # rent # exact: 900.001"
    )
    assert "cost.rent.amount = 990.00 # rent\n" in after(text)


def test_amounts_are_rounded_as_the_plan_says() -> None:
    plan = '[plan]\nuntil = 2028\nround = 10\nindex."cost.*.amount" = 0.0123\n'
    assert changed(plan) == ["- cost.rent.amount = 900", "+ cost.rent.amount = 910"]


CAPPED = """title = "N"
year = 2026
cost.rent.amount = 1000

[contribution]
model = "fixed"
max_rise = 0.5

[partner]
stad = {}
dorp = {}
caw = {}
"""


def test_a_capped_rise_goes_on_from_what_was_paid() -> None:
    line = "max_rise = 0.5\nprevious = { stad = 333.33, dorp = 333.33, caw = 333.33 }"
    line += "  # exact: stad = 1000/3, dorp = 1000/3, caw = 1000/3\n"
    assert line in after(CAPPED)
    assert line in after(CAPPED + "[plan]\nuntil = 2027\n")
    assert "`contribution.previous` holds what each paid last year" in told(CAPPED)


def test_a_capped_rise_goes_on_from_whole_amounts_of_who_stays() -> None:
    text = CAPPED.replace("1000", "900").replace("caw = {}", "caw = { until = 2026-12-31 }")
    assert (
        after(text)
        == """title = "N"
year = 2027
cost.rent.amount = 900

[contribution]
model = "fixed"
max_rise = 0.5
previous = { stad = 300, dorp = 300 }

[partner]
stad = {}
dorp = {}
"""
    )


def test_what_the_year_states_of_before_goes_first() -> None:
    stated = "[plan]\nuntil = 2027\n2027.contribution.previous = { stad = 400 }\n"
    assert "max_rise = 0.5\nprevious = { stad = 400 }\n" in after(CAPPED + stated)


def test_a_new_contribution_with_a_cap_states_nothing_of_before() -> None:
    text = network(
        """
[plan]
until = 2027

[plan.2027]
contribution = { model = "fixed", max_rise = 0.5 }
cost.it = { amount = 10 }
"""
    ).replace("\ncontribution", "\ncost.rent.contribution", 1)
    assert after(text).endswith(
        """
[contribution]
model = "fixed"
max_rise = 0.5
"""
    )
    assert "\ncost.it = { amount = 10 }\n\n[partner.stad]" in after(text)


TURNS = """title = "N"
year = 2026
cost.rent.amount = 1000
contribution = { model = "turns", order = ["stad", "dorp"] }

[partner]
stad = {}
dorp = {}

[scenario.other]
contribution = { model = "turns", order = ["dorp", "stad"], since = 2025 }

[scenario.back]
contribution = { model = "turns", order = ["dorp", "stad"] }
"""


def test_turns_go_on_from_the_first_year() -> None:
    assert after(TURNS) == TURNS.replace("2026", "2027").replace('"] }', '"], since = 2026 }')
    assert after(after(TURNS)) == after(TURNS).replace("year = 2027", "year = 2028")


def test_who_left_and_still_has_a_turn_stays_for_the_order() -> None:
    text = """title = "N"
year = 2027
[cost.admin]
amount = 900
[contribution]
model = "turns"
order = ["stad", "dorp", "caw"]
since = 2026
[partner.stad]
[partner.dorp]
name = "Dorp"
from = 2024-01-01
until = 2027-12-31
[partner.caw]
[plan]
until = 2030
"""
    assert after(text) == text.replace("year = 2027", "year = 2028")
    assert told(text)[1] == (
        "Dorp left before this year and stays in the file for the order of the turns"
    )


OWING = """title = "N"
year = 2026
[cost.rent]
amount = 900
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
name = "Dorp"
until = 2026-12-31
[settlement]
[payment.p]
part = 0.5
"""
STAYS_IN_2027 = OWING.replace("2026\n[cost", "2027\n[cost").partition("[payment")[0]
GONE_IN_2027 = STAYS_IN_2027.replace('[partner.dorp]\nname = "Dorp"\nuntil = 2026-12-31\n', "")


def test_who_left_and_still_owes_stays_in_the_file() -> None:
    assert after(OWING) == STAYS_IN_2027
    assert told(OWING) == [
        "year 2026 → 2027",
        "Dorp stays in the file: at the settlement of 2026, € 225.00 remained to be paid",
        "what is not paid after the settlement of 2026 belongs in `settlement.opening`",
        "`payment` is left out",
    ]


@pytest.mark.parametrize(
    ("code", "part", "words"),
    [
        ("nl", "0.5", "bij de afrekening van 2026 bleef € 225,00 te betalen"),
        ("fr", "0.5", "au règlement de 2026, il restait 225,00 € à payer"),
        ("en", "", "at the settlement of 2026, € 50.00 remained to be paid back to it"),
        ("nl", "", "bij de afrekening van 2026 bleef € 50,00 terug te krijgen"),
        ("fr", "", "au règlement de 2026, il restait 50,00 € à lui rembourser"),
    ],
)
def test_why_who_left_stays_is_told(code: str, part: str, words: str) -> None:
    text = OWING if part else OWING.replace("part = 0.5", "amounts = { dorp = 500 }")
    assert told(text, code)[1].endswith(words)


@pytest.mark.parametrize(
    "even",
    [
        OWING.replace("part = 0.5", "part = 1"),
        OWING.replace("[settlement]", '[settlement]\ntransfers = "none"'),
        OWING.partition("[settlement]")[0],
    ],
    ids=["paid", "closed purses", "nothing is settled"],
)
def test_who_left_and_is_even_is_taken_out(even: str) -> None:
    assert "partner.dorp" not in after(even)
    assert "Dorp left before this year and is taken out" in told(even)


def test_what_is_settled_is_what_settle_takes() -> None:
    paid = OWING.replace("part = 0.5", "part = 1")
    assert "partner.dorp" not in after(paid)
    dearer = paid + "[scenario.actual]\ncost.rent.amount = 1_000\n"
    assert after(dearer) == STAYS_IN_2027
    assert told(dearer)[1] == (
        "Dorp stays in the file: at the settlement of 2026, € 50.00 remained to be paid"
    )
    base = dearer.replace("[settlement]", '[settlement]\nscenario = "base"')
    assert "partner.dorp" not in after(base)


def test_year_after_year_who_left_stays_until_it_is_even() -> None:
    opening = STAYS_IN_2027 + "opening = { dorp = 225 }\n"
    assert after(opening) == STAYS_IN_2027.replace("2027", "2028").replace("[settlement]\n", "")
    assert (
        "Dorp stays in the file: at the settlement of 2027, € 225.00 remained to be paid"
        in told(opening)
    )
    paid = opening + "[payment.last]\namounts = { dorp = 225 }\n"
    assert after(paid) == GONE_IN_2027.replace("2027", "2028").replace("[settlement]\n", "")


def test_a_settlement_that_cannot_be_made_is_told() -> None:
    text = OWING + '[scenario.actual]\nremove = ["partner.dorp"]\n'
    assert faults(text) == [
        "takes `dorp` away, which the settlement needs: `payment.p`",
    ]
    assert "payment" not in after(text.replace("until = 2026-12-31\n", ""))  # nobody is asked for


def test_who_left_and_still_owes_pays_keeps_and_receives_nothing_more() -> None:
    other = '[cost.it]\namount = 9\npaid_by = "stad"\n[contribution]'
    text = OWING.replace("[contribution]", other)
    text = text.replace("amount = 900", 'amount = 900\npaid_by = "dorp"\nin_kind = true')
    text = text.replace("[settlement]", '[settlement]\naccount = "dorp"')
    made = STAYS_IN_2027.replace("[contribution]", other).replace("[settlement]\n", "")
    assert after(text) == made
    assert told(text)[3:] == [
        "`payment` is left out",
        "`cost.rent.paid_by` is left out",
        "`cost.rent.in_kind` is left out",
        "`settlement.account` is left out",
    ]


def test_who_left_may_both_owe_and_have_a_turn_to_pass_on() -> None:
    text = OWING.replace('"fixed"', '"turns"\norder = ["stad", "dorp"]\nsince = 2025')
    assert told(text)[1:3] == [
        "Dorp stays in the file: at the settlement of 2026, € 450.00 remained to be paid",
        "Dorp left before this year and stays in the file for the order of the turns",
    ]
    assert "partner.dorp" in after(text)


@pytest.mark.parametrize(
    ("block", "due"),
    [
        ('remove = ["partner.dorp"]', "still had € 225.00 to pay"),
        ('merge = { samen = ["dorp", "caw"] }', "was still to get € 200.00 back"),
    ],
)
def test_what_the_plan_takes_away_and_is_not_even_is_told(block: str, due: str) -> None:
    text = OWING.replace("until = 2026-12-31\n", "")
    if "merge" in block:
        text = text.replace("part = 0.5", "amounts = { dorp = 500 }\n[partner.caw]")
    text += f"[plan]\nuntil = 2027\n[plan.2027]\n{block}\n"
    assert told(text)[2] == (
        f"Dorp is no longer in the file, but at the settlement of 2026 {due}: "
        "for whoever takes that over, it belongs in `settlement.opening`"
    )


def test_in_a_plan_who_left_and_still_owes_is_read_back_in_later_years() -> None:
    text = OWING + '[plan]\nuntil = 2029\n[plan.index]\n"cost.*.amount" = 0.02\n'
    made = after(text)
    assert "until = 2026-12-31" in made
    later = [[each.statement.rows, each.year] for each in plan_of_text(text, "a.toml")[1:]]
    assert [[each.statement.rows, each.year] for each in plan_of_text(made, "b.toml")] == later


HELD = """title = "N"
year = 2026
[cost.rent]
amount = 900
paid_by = { stad = 600, account = 300 }
[cost.desk]
amount = 90
paid_by = { stad = 90 }
in_kind = true
[cost.it]
amount = 80
paid_by = "stad"
[revenue.gift]
amount = 90
received_by = { dorp = 90 }
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
[plan]
until = 2028
[plan.index]
"cost.*.amount" = 0.02
"""
HELD_IN_2027 = """title = "N"
year = 2027
[cost.rent]
amount = 918
[cost.desk]
amount = 91.80
[cost.it]
amount = 81.60
paid_by = "stad"
[revenue.gift]
amount = 90
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
[plan]
until = 2028
[plan.index]
"cost.*.amount" = 0.02
"""


def test_how_much_each_paid_of_a_line_belongs_to_the_year() -> None:
    assert after(HELD) == HELD_IN_2027
    assert [each for each in told(HELD) if "left out" in each] == [
        "`cost.rent.paid_by` is left out",
        "`cost.desk.paid_by` is left out",
        "`cost.desk.in_kind` is left out",
        "`revenue.gift.received_by` is left out",
    ]


def test_how_much_each_pays_in_the_next_year_is_of_that_year() -> None:
    block = "[plan.2027]\ncost.rent.paid_by = { stad = 500, account = 418 }\n"
    made = after(HELD + block)
    assert "amount = 918\npaid_by = { stad = 500, account = 418 }\n" in made


def test_a_year_is_never_grouped_though_the_amounts_are() -> None:
    grouped = TURNS.replace("1000", "1_000")
    assert after(grouped).count("since = 2026") == 2
    table = grouped.replace(
        'contribution = { model = "turns", order = ["stad", "dorp"] }\n\n[partner]',
        '[contribution]\nmodel = "turns"\norder = ["stad", "dorp"]\n\n[partner]',
    )
    assert 'order = ["stad", "dorp"]\nsince = 2026\n' in after(table)


LEFT_ALONE = """title = "N"
year = 2026
partner = { stad = {}, dorp = {} }
cost.rent.amount = 10
contribution = { model = "fixed" }

[revenue.interest]
amount = 5
except = [
    "dorp",  # pays none of it
]

[plan]
until = 2027

[plan.2027]
remove = ["partner.dorp"]
"""


def test_of_a_list_whose_entries_all_go_no_comma_is_left() -> None:
    assert "\namount = 5\nexcept = []\n" in after(LEFT_ALONE)


YEAR_BOUND = """title = "N"
year = 2026
cost.rent.amount = 900
cost.it.amount = 5

[contribution]
model = "fixed"
fixed_amount = 500.50

[partner]
stad = {}
dorp = {}

[reserve]
opening = 1_000

[payment.advance]
part = 0.25

[settlement]
opening = { stad = 5, dorp = -5 }
scenario = "late"

[expected.partner.stad]
contribution = 500.5

[scenario.actual]
cost.rent.amount = 950

[scenario.late]
cost.rent.amount = 1_100.60

[scenario.lean]
cost.rent.amount = 800

[scenario.less]
remove = ["cost.it"]
"""


def test_what_belongs_to_the_year_is_left_out() -> None:
    assert (
        after(YEAR_BOUND)
        == """title = "N"
year = 2027
cost.rent.amount = 900
cost.it.amount = 5

[contribution]
model = "fixed"
fixed_amount = 500.50

[partner]
stad = {}
dorp = {}

[reserve]
opening = 895.40

[settlement]
scenario = "late"

[scenario.late]
cost.rent.amount = 1_100.60

[scenario.lean]
cost.rent.amount = 800

[scenario.less]
remove = ["cost.it"]
"""
    )


def test_what_the_plan_expects_of_the_year_is_expected_and_of_later_years_still_is() -> None:
    text = """title = "N"
year = 2026
cost.rent.amount = 900
contribution.model = "fixed"

[partner]
stad = {}
dorp = {}

[plan]
until = 2029

[plan.2028]
remove = ["partner.dorp"]

[expected]
round = "euro"

[expected.partner.stad]
balance = -450

[expected.plan.2027.total]
balance = -900   # council of 12 June

[expected.plan.2027.partner.stad]
rent = 450.00

[expected.plan.2028.partner.stad]
balance = -900
"""
    following = after(text)
    expected = load_text(following, "b.toml").source.whole["expected"]
    assert expected == {
        "round": "euro",
        "total": {"balance": -900},
        "partner": {"stad": {"rent": 450}},
        "plan": {"2028": {"partner": {"stad": {"balance": -900}}}},
    }
    assert told(text) == [
        "year 2026 → 2027",
        "`expected` has the figures that the plan expects of 2027",
        "`expected.partner` is left out",
        "`[plan]` goes on until 2029",
    ]
    own = text.replace(
        "[expected.plan.2027.t", '[expected.plan.2027]\nround = "cent"\n\n[expected.plan.2027.t'
    )
    cents = load_text(after(own), "b.toml")
    assert cents.source.whole["expected"]["round"] == "cent"
    assert cents.source.whole["expected"]["plan"]["2028"]["round"] == "euro"
    later = load_text(after(following), "c.toml").source.whole
    assert later["expected"] == {"round": "euro", "partner": {"stad": {"balance": -900}}}
    assert "expected" not in load_text(after(after(following)), "d.toml").source.whole


def test_scenarios_that_no_longer_hold_are_left_out() -> None:
    plan = """
[plan]
until = 2029

[plan.index]
"cost.rent.amount" = 0.1
"cost.it.amount" = 0.1

[plan.2027]
remove = ["cost.it"]
"""
    actual = YEAR_BOUND.replace('scenario = "late"\n', "") + plan
    assert "[scenario.less]" not in after(actual)
    assert "[settlement]" not in after(actual)
    assert '[plan]\nuntil = 2029\n\n[plan.index]\n"cost.rent.amount" = 0.1\n' in after(actual)
    assert told(actual) == [
        "year 2026 → 2027",
        "index 10 % on 2 numbers",
        "`cost.it` is taken out",
        "`reserve.opening` is the closing of last year",
        "what is not paid after the settlement of 2026 belongs in `settlement.opening`",
        "`expected` is left out",
        "`payment` is left out",
        "`settlement.opening` is left out",
        "scenario `actual` is left out; take over yourself what of it also holds next year",
        "scenario `less` is left out",
        '`plan.index."cost.it.amount"` is left out',
        "scenario `late` keeps its own amounts: the plan’s rise is not in them",
        "scenario `lean` keeps its own amounts: the plan’s rise is not in them",
        "`[plan]` goes on until 2029",
    ]
    settled = YEAR_BOUND.replace('"late"', '"actual"')
    assert "`settlement.scenario` is left out" in told(settled)


def test_who_is_there_for_a_part_of_the_year() -> None:
    partners = """[partner.stad]
units = 3

[partner.dorp]
name = "Dorp"
units = 1
from = 2026-07-01  # new

[partner.caw]
name = "CAW"
units = 1
until = 2026-12-31

[partner.later]
units = 2
from = 2028-01-01

[partner.half]
units = 2
until = 2027-06-30
"""
    assert changed("", partners) == [
        "- from = 2026-07-01  # new",
        "- [partner.caw]",
        '- name = "CAW"',
        "- units = 1",
        "- until = 2026-12-31",
    ]
    assert told(network("", partners)) == [
        "year 2026 → 2027",
        "CAW left before this year and is taken out",
        "Dorp came before this year: `from` is taken out",
    ]


def test_the_last_year_of_a_plan_keeps_how_a_part_of_it_counts() -> None:
    partners = "[partner.stad]\nunits = 3\n[partner.dorp]\nunits = 1\nfrom = 2027-07-02\n"
    plan = '[plan]\nprorata = "days"  # exact\nuntil = 2027\nindex."cost.*.amount" = 0.1\n'
    text = after(network(plan, partners))
    assert text.endswith('from = 2027-07-02\n[plan]\nprorata = "days"  # exact\nuntil = 2027\n')
    again = after(text.replace("until = 2027", "until = 2028", 1))
    assert again.endswith("[partner.dorp]\nunits = 1\n")
    later = network(plan.replace("2027", "2026"), partners.replace("2027", "2028"))
    assert "prorata" in after(later)
    assert "until = 2027\n" in after(later)


@pytest.mark.parametrize(
    "later",
    [
        "2028.partner.caw.units = 2",
        '2028.remove = ["partner.caw"]',
        '2028.merge = { x = ["dorp", "caw"] }',
    ],
)
def test_who_left_stays_in_the_file_where_a_later_year_names_him(later: str) -> None:
    partners = "[partner.stad]\nunits = 3\n[partner.dorp]\nunits = 1\n"
    partners += "[partner.caw]\nunits = 1\nuntil = 2026-12-31\n"
    text = network(f"[plan]\nuntil = 2028\n{later}\n", partners)
    if "merge" in later:
        text = text.replace("\nuntil = 2026-12-31", "")
    assert "[partner.caw]" in after(text)


def test_an_index_by_year_goes_with_its_year() -> None:
    plan = """
[plan]
until = 2028

[plan.index]
"cost.*.amount" = { 2027 = 0.1, 2028 = 0.2 }

[plan.step]
"cost.rent.amount" = { 2027 = 5 }
"""
    assert after(network(plan)).endswith(
        """
[plan]
until = 2028

[plan.index]
"cost.*.amount" = { 2028 = 0.2 }
"""
    )


@pytest.mark.parametrize("table", ["index", "step"])
@pytest.mark.parametrize(
    ("before", "line"),
    [
        ('"cost.rent.amount" = { 2027 = 5 }  # ends', '"cost.rent.amount" = 0  # ends'),
        ('"cost.rent.amount".2027 = 5', '"cost.rent.amount" = 0'),
    ],
)
def test_a_rise_whose_last_year_goes_stays_as_0_where_another_would_take_its_place(
    table: str, before: str, line: str
) -> None:
    plan = f"""
[plan]
until = 2029

[plan.{table}]
"cost.*.amount" = 0.25
{before}
"""
    text = after(network(plan))
    assert text.endswith(
        f"""
[plan]
until = 2029

[plan.{table}]
"cost.*.amount" = 0.25
{line}
"""
    )
    amounts = [each.reading.network.cost["rent"].amount for each in plan_of_text(text, "b")]
    assert amounts == [
        each.reading.network.cost["rent"].amount for each in plan_of_text(network(plan), "a")[1:]
    ]
    assert told(network(plan))[-2:] == [
        (
            f'`plan.{table}."cost.rent.amount"` has no year any more and stays as 0: '
            "else `cost.*.amount` would hold for it"
        ),
        "`[plan]` goes on until 2029",
    ]


def test_every_year_that_is_still_to_come_is_read_back(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = """
[plan]
until = 2029

[plan.index]
"cost.*.amount" = 0.25
"cost.rent.amount" = { 2027 = 1 }
"""
    monkeypatch.setattr("igs_costshare.following.later.may_fit_alike", lambda *_: False)
    assert faults(network(plan)) == [
        (
            "the next year of this file cannot be written into its text: "
            "what would stand there says something else"
        )
    ]
    monkeypatch.setattr("igs_costshare.following.nextyear._MOST_AMOUNTS", 10)
    assert after(network(plan)).endswith('"cost.*.amount" = 0.25\n')


def test_a_table_that_becomes_one_value_and_back() -> None:
    text = """title = "N"
year = 2026

[cost.rent]
amount = 900

[cost.rent.paid_by]
stad = 400
dorp = 500

[cost.it]
amount = 10
paid_by = "stad"

[contribution]
model = "fixed"
minimum.stad = 1

[partner]
stad = {}
dorp = {}

[plan]
until = 2027

[plan.2027]
cost.rent.paid_by = "stad"
cost.it.paid_by = { stad = 4, dorp = 6 }
contribution.minimum.dorp = 2
remove = ["contribution.minimum.stad"]
"""
    assert (
        after(text)
        == """title = "N"
year = 2027

[cost.rent]
amount = 900
paid_by = "stad"

[cost.it]
amount = 10
paid_by = { stad = 4, dorp = 6 }

[contribution]
model = "fixed"
minimum.dorp = 2

[partner]
stad = {}
dorp = {}
"""
    )


def test_fields_of_tables_in_every_way_to_write_them() -> None:
    text = """title = "N"
year = 2026
cost = { rent = { amount = 9 }, it = { amount = 8 } }
contribution = { model = "fixed" }
limits = {}

[partner.stad.keys]
a = 1

[partner.dorp]
keys = { a = 1, bc = 2 }

[partner.caw]
keys.a = 3

[plan]
until = 2027

[plan.2027]
partner.stad.units = 4
partner.dorp.keys.b = 2
partner.dorp.keys.d = 2
partner.caw.keys.c = 5
cost.bus = { amount = 5 }
cost.it.paid_by = "stad"
"""
    assert (
        after(text)
        == """title = "N"
year = 2027
cost = { rent = { amount = 9 }, it = { amount = 8, paid_by = "stad" }, bus = { amount = 5 } }
contribution = { model = "fixed" }
limits = {}

[partner.stad]
units = 4

[partner.stad.keys]
a = 1

[partner.dorp]
keys = { a = 1, bc = 2, b = 2, d = 2 }

[partner.caw]
keys.a = 3
keys.c = 5
"""
    )


def test_the_bytes_of_the_file_are_kept() -> None:
    for text in (PLAN.replace("\n", "\r\n"), PLAN.rstrip("\n"), f"{PLAN}\n\n"):
        following = IN_2027.replace("\n", text[-2:] if "\r" in text else "\n")
        wanted = following.rstrip("\n") if text == PLAN.rstrip("\n") else following
        assert after(text) == (f"{wanted}\n\n" if text.endswith("\n\n") else wanted)
    windows = IN_2027.replace("\n", "\r\n")
    assert after(windows) == IN_2028.replace("\n", "\r\n")


def test_faults() -> None:
    assert faults(network("").replace("year = 2026", "")) == [
        "without `year` there is no next year"
    ]
    assert faults(network("[plan]\nuntil = 2027\n2027.cost.rent.amount = -1\n")) == [
        "must be at least 0, got -1"
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a plan and a register."""
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_bytes(PLAN.encode())
    Path("stays.csv").write_text(CSV, encoding="utf-8")
    return tmp_path


def test_a_register_is_left_out_and_days_are_planned_again(folder: Path) -> None:
    Path("net.toml").write_text(NET + "\n[plan]\nuntil = 2027\n" + STAYS, encoding="utf-8")
    assert run("next", "net.toml", "--lang", "nl") == Result(
        0,
        NET.replace("2026", "2027").encode(),
        "ter info: jaar 2026 → 2027\n"
        "ter info: `stays.register` is weggelaten\n"
        "ter info: `[plan]` is ten einde en is weggehaald\n",
    )


def test_what_would_not_be_sound_is_refused(folder: Path) -> None:
    text = NET.replace("units = 2\ndays = { 1 = 99 }\n", "units = 2\n") + STAYS
    text += '\n[cost.rent]\namount = 10\n\n[contribution]\nmodel = "variable"\nkey = "use"\n'
    Path("net.toml").write_text(text, encoding="utf-8")
    ran = run("next", "net.toml", "--output", "b.toml")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith(
        "error: b.toml: the description of 2027 would not be sound, by what follows\n"
    )
    assert not Path("b.toml").exists()


def test_what_cannot_be_written_is_refused(folder: Path) -> None:
    head = 'title = "N"\nyear = 2026\ncost.rent.amount = 1\ncontribution.model = "fixed"\n'
    Path("net.toml").write_text(f"{head}partner.stad = {{}}\npartner.dorp.from = 2026-02-01\n")
    assert run("next", "net.toml") == Result(
        2,
        b"",
        "error: <stdout>: the next year of this file cannot be written into its text: what would "
        "stand there says something else\n"
        "hint: write the partners, costs and income of the file in tables of their own, such as "
        "`[partner.stad]`\n",
    )


def test_the_file_is_written_where_it_is_asked_for_and_never_over_another(folder: Path) -> None:
    ran = run("next", "a.toml", "--output", "b.toml")
    assert (ran.code, ran.out) == (0, b"")
    assert ran.err.startswith("note: year 2026 → 2027\nnote: index 3.1")
    assert Path("b.toml").read_bytes() == IN_2027.encode()
    Path("b.toml").write_text("mine")
    refused = run("next", "a.toml", "--output", "b.toml")
    assert refused == Result(2, b"", "error: b.toml: exists already\nhint: --force replaces it\n")
    assert Path("b.toml").read_text() == "mine"
    assert run("next", "a.toml", "--output", "b.toml", "--force").code == 0
    assert Path("b.toml").read_bytes() == IN_2027.encode()


def test_the_file_itself_is_never_overwritten(folder: Path) -> None:
    ran = run("next", "a.toml", "--output", "a.toml", "--force")
    assert ran.code == 2
    assert ran.err.startswith("error: a.toml: is the description itself, which the output")
    assert Path("a.toml").read_bytes() == PLAN.encode()


def test_standard_input_and_output_and_the_mark_of_windows() -> None:
    mark = b"\xef\xbb\xbf"
    assert run("next", "-", stdin=PLAN.encode()).out == IN_2027.encode()
    assert run("next", "-", "--output", "-", stdin=mark + PLAN.encode()).out == (
        mark + IN_2027.encode()
    )


def test_a_faulty_file_is_told_with_its_places(folder: Path) -> None:
    Path("net.toml").write_text("title = 1\nyear = 2026\n[partner.stad]\n")
    ran = run("next", "net.toml", "--lang", "fr")
    assert ran.code == 2
    assert ran.err.startswith("erreur : net.toml:1:9: title".replace(" :", "\xa0:"))


def test_what_a_year_brings_in_tables_fits_into_one_line() -> None:
    text = """title = "N"
year = 2026
cost = { rent = { amount = 900 } }
contribution = { model = "fixed", minimum.stad = 1 }
partner = { stad = {}, dorp = {} }

[plan]
until = 2027

[plan.2027]
contribution.minimum.dorp = 2

[plan.2027.partner.nieuw]
from = 2027-03-01

[plan.2027.cost.bus]
amount = 12000
in_kind = true
paid_by = "stad"
only = ["stad", "dorp"]
"""
    bus = '{ amount = 12000, in_kind = true, paid_by = "stad", only = ["stad", "dorp"] }'
    assert (
        after(text)
        == f"""title = "N"
year = 2027
cost = {{ rent = {{ amount = 900 }}, bus = {bus} }}
contribution = {{ model = "fixed", minimum.stad = 1, minimum.dorp = 2 }}
partner = {{ stad = {{}}, dorp = {{}}, nieuw = {{ from = 2027-03-01 }} }}
"""
    )


def test_comments_go_with_the_table_that_they_are_of() -> None:
    partners = """# --- Partners ---
[partner.stad]
units = 3

# the village
[partner.dorp]
units = 1
# it left in 2026

# --- The centre ---

# since 2012
[partner.caw]
units = 1
"""
    block = '[plan]\nuntil = 2027\n2027.remove = ["partner.dorp"]\n'
    assert changed(block, partners)[:5] == [
        "- # the village",
        "- [partner.dorp]",
        "- units = 1",
        "- # it left in 2026",
        "- [plan]",
    ]


def test_only_scenarios_with_numbers_that_rose_are_told() -> None:
    scenario = '\n[scenario.named]\ntitle = "Other"\n'
    plan = '\n[plan]\nuntil = 2028\nindex."cost.*.amount" = 0.1\n'
    assert told(network(scenario + plan)) == [
        "year 2026 → 2027",
        "index 10 % on 1 number",
        "`[plan]` goes on until 2028",
    ]


# ---------------------------------------------------------------- random plans

RISES = ("cost.*.amount", "partner.*.keys.*", "contribution.fixed_amount", "fte.cost")


@st.composite
def plans(draw: st.DrawFn) -> str:
    """A file with a plan of a year that may rise, take away, merge and set."""
    d: dict[str, Any] = draw(descriptions())
    for partner in d["partner"].values():  # what becomes of days that have passed is tried above
        partner.pop("from", None)
        partner.pop("until", None)
    ids = [*d["partner"]]
    block: dict[str, Any] = {"title": "Later"}
    way = draw(st.sampled_from(["remove", "merge", "stay"]))
    if way == "remove":
        block["remove"] = [f"partner.{draw(st.sampled_from(ids))}"]
    if way == "merge" and len(ids) > 1:
        block["merge"] = {"samen": draw(st.permutations(ids))[:2]}
    if draw(st.booleans()):
        block["cost"] = {"extra": {"amount": draw(st.integers(0, 10**6))}}
    index = {path: draw(st.integers(0, 99)) for path in RISES if draw(st.booleans())}
    rises = {path: Decimal(part).scaleb(-3) for path, part in index.items()}
    plan = {"until": 2027, "index": rises, "2027": block}
    return as_toml({**d, "year": 2026, "plan": plan})


def as_read_back(planned: Any, said: Any) -> None:
    """Hold what a file says to what its plan gave, but for rounding of what was worked out."""
    if isinstance(planned, dict):
        assert planned.keys() == said.keys()
        for key, value in planned.items():
            if key != "shares":  # they come to 100 again
                as_read_back(value, said[key])
    elif isinstance(planned, list):
        assert len(planned) == len(said)
        for one, other in zip(planned, said, strict=True):
            as_read_back(one, other)
    elif isinstance(planned, Later):
        assert abs(Fraction(planned) - Fraction(said)) <= Fraction(1, 200)
    else:
        assert planned == said


def made_or_told(text: str) -> tuple[str | None, list[str]]:
    """The file of the next year, or else what is said of it."""
    try:
        return after(text), []
    except InputError as error:
        return None, [each.message.key for each in error.problems]


@given(plans())
@settings(max_examples=40, deadline=None)
def test_the_file_of_a_random_plan_gives_the_year_of_the_plan(text: str) -> None:
    try:
        _, planned = plan_of_text(text, "a.toml")
    except InputError:
        return
    made, told = made_or_told(text)
    if made is None:
        # What was paid is written in cents, so that caps without any room may miss a part of one.
        assert told == ["next.not_sound", "sharing.rises_short"]
        return
    said = load_text(made, "b.toml")
    year = planned.reading.source.whole_year
    wanted = {key: value for key, value in year.items() if key != "plan" and value != {}}
    if "max_rise" in wanted.get("contribution", {}):  # what each paid the year before stands there
        model = planned.reading.network.contribution
        assert model is not None
        carried = model.carried or {}
        before = {
            id: Later(Decimal(round(each * 100)) / 100)
            for id, each in carried.items()
            if id in year["partner"]
        }
        wanted["contribution"] = {**wanted["contribution"], "previous": before}
    as_read_back(wanted, said.source.description)
    assert [*said.network.partner] == [*planned.reading.network.partner]
    assert [*said.network.cost] == [*planned.reading.network.cost]
