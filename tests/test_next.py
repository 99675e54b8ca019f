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
from igs_costshare.following.nextyear import next_year
from igs_costshare.reading.loading import load_text
from igs_costshare.reading.planned import plan_of_text
from igs_costshare.wording.language import language

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
        "indexering 2,03 % van 1 getal",
        "dorp en veld worden Vlaardorp",
        "zoals het plan het zegt: partner.vlaardorp.name",
        "1 getal is afgerond; het exacte staat ernaast",
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
            "partner.stad = { units = 3 }\npartner.dorp.units = 1  # D\npartner.caw = { units = 2 }\n",
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
    assert changed(block)[:3] == ["- [partner.dorp]", "+ [partner.caw]", "+ units = 2"]
    assert list(load_text(after(network(block)), "b.toml").network.partner) == ["stad", "caw"]


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
cost.it.contribution = { model = "agreed", shares = { stad = 100 } }
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
label = 'It "x"'
contribution.model = "agreed"
contribution.shares = { stad = 100 }
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
