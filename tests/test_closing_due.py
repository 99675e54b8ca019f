"""Why an amount is due: the first paragraph of a nota says what it is made of."""

from __future__ import annotations

import re

import pytest

from igs_costshare import settle
from igs_costshare.reading.settled import settled_readings
from test_closing import closing, decided

YEAR = """title = "Netwerk"
year = 2027

[cost.huur]
label = "Huur"
amount = 900

[cost.coach]
label = "Coach"
amount = 300
paid_by = "b"
in_kind = true

[subsidy.s]
label = "Subsidie"
amount = 600
received_by = "c"

[revenue.r]
label = "Verhuur"
amount = 60
received_by = "c"

[revenue.t]
label = "Verkoop"
amount = 30
received_by = "c"

[contribution]
model = "variable"
rate = { partners = 200 }

[partner.a]
name = "Aalst"

[partner.b]
name = "Brug"

[partner.c]
name = "Dorp"

[payment.p]
amounts = { a = 150, b = -20 }

[settlement]
opening = { a = 7, b = -4 }
"""
KEPT = YEAR.replace("[settlement]", '[settlement]\naccount = "a"').replace("{ a = 7, b", "{ b")
KEPT = KEPT.replace("{ a = 150, b", "{ b")


def why(description: str, partner: str) -> str:
    return decided(closing(description, partner))


def euros(told: str) -> list[int]:
    return [int(a.replace(".", "") + b) for a, b in re.findall(r"€ ([\d.]+),(\d\d)", told)]


@pytest.mark.parametrize("description", [YEAR, KEPT], ids=["account", "keeper"])
@pytest.mark.parametrize("partner", ["a", "b", "c"])
def test_the_amounts_of_the_sentence_come_to_what_is_due(description: str, partner: str) -> None:
    readings = settled_readings(description, "netwerk.toml")
    settled = settle(readings.budget.statement(), readings.settled.statement())
    due = next(row.due for row in settled.partners if row.id == partner)
    told = next(
        each
        for each in why(description, partner).split(". ")
        if re.match(r"€ \S+( per saldo)? is", each)
    )
    head, _, rest = told.partition(" is ")
    more, _, less = rest.partition(", min ")
    assert euros(head) == [abs(due)]
    assert sum(euros(more)) - sum(euros(less)) == abs(due)


def test_it_names_what_was_paid_received_or_brought_in_and_last_year() -> None:
    assert why(YEAR, "a") == (
        "Aalst betaalt nog € 57,00 aan de gemeenschappelijke rekening. € 57,00 is het aandeel in "
        "het jaar (€ 200,00) en het saldo van vorig jaar (€ 7,00), min de betaalde voorschotten "
        "(€ 150,00)."
    )
    assert why(YEAR, "b").endswith(
        "€ 84,00 is het tegoed van vorig jaar (€ 4,00) en wat Brug zelf inbracht (Coach € 300,00), "
        "min het aandeel in het jaar (€ 200,00) en de ontvangen voorschotten (€ 20,00)."
    )
    assert why(YEAR, "c").endswith(
        "€ 890,00 is het aandeel in het jaar (€ 200,00) en wat Dorp zelf ontving (€ 690,00)."
    )


def test_who_keeps_the_account_has_the_part_of_the_reserve_in_it() -> None:
    assert "wat de reserve bijlegt" not in why(KEPT, "a")
    assert "wat naar de reserve gaat (€ 90,00)" in why(KEPT, "a")
    poor = KEPT.replace("partners = 200", "partners = 100")
    assert "wat de reserve bijlegt (€ 210,00)" in why(poor, "a")


def test_what_is_the_share_itself_needs_no_reason() -> None:
    simple = 'title = "N"\n[cost.a]\namount = 9\n[contribution]\nmodel = "fixed"\n'
    simple += '[partner.x]\nname = "X"\n'
    assert why(simple, "x") == ("X betaalt nog € 9,00 aan de gemeenschappelijke rekening.")


def test_who_bears_nothing_and_has_one_thing_to_settle_reads_its_name_alone() -> None:
    absent = YEAR + '[partner.d]\nname = "Elst"\nuntil = 2026-12-31\n'
    absent = absent.replace("{ a = 7,", "{ d = 7, a = 7,")
    assert "€ 7,00 is het saldo van vorig jaar." in why(absent, "d")


def test_who_is_even_reads_what_was_as_much_as_what() -> None:
    even = YEAR.replace("{ a = 150, b", "{ a = 207, b")
    assert why(even, "a").endswith(
        "Het aandeel in het jaar (€ 200,00) en het saldo van vorig jaar (€ 7,00) is evenveel als "
        "de betaalde voorschotten (€ 207,00)."
    )


def test_who_receives_on_balance_has_income_and_no_share() -> None:
    rich = f"""{YEAR}
[revenue.eigen]
label = "Eigen"
amount = 500
only = ["b"]
contribution = {{ model = "fixed" }}
"""
    assert "de netto-inkomsten van het jaar (€ 300,00)" in why(rich, "b")
