"""What a scenario or a setting departs from no longer has the basis of what was agreed."""

from __future__ import annotations

from typing import Any

import pytest

from igs_costshare import compute, parse
from igs_costshare.description.network import Network
from igs_costshare.reading import load_text

TEXT = """\
title = "Jeugdregio"

[cost.rent]
label = "Huur"
amount = 12_000
basis = "huurcontract"
contribution = { model = "fixed", minimum = 10, basis = "artikel 7" }

[cost.energy]
fte = 0.1
fte_cost = 60_000
basis = "raming"

[subsidy.decree]
amount = 500
cap = 400
basis = "decreet"

[revenue.gifts]
amount = 80
basis = "akkoord"

[contribution]
model = "variable"
key = "inhabitants"
minimum = { deinze = 5 }
basis = "artikel 5"

[day_price]
prices = { 1 = 16 }
basis = "dagprijsbesluit"

[partner.zulte]
keys = { inhabitants = 16_000, youth = 4_000 }

[partner.deinze]
keys = { inhabitants = 44_000, youth = 9_000 }

"""

ALL = {
    "cost.rent": "huurcontract",
    "cost.rent.contribution": "artikel 7",
    "cost.energy": "raming",
    "subsidy.decree": "decreet",
    "revenue.gifts": "akkoord",
    "contribution": "artikel 5",
    "day_price": "dagprijsbesluit",
}


def bases(network: Network) -> dict[str, str]:
    """Every basis of a network, by the table that it speaks of."""
    return dict(_bases(network.model_dump(exclude={"scenario"}), ""))


def _bases(table: dict[str, Any], path: str) -> list[tuple[str, str]]:
    found = [(path, table["basis"])] if isinstance(table.get("basis"), str) else []
    for name, inner in table.items():
        if isinstance(inner, dict):
            found += _bases(inner, f"{path}.{name}".lstrip("."))
    return found


DEPARTURES = [
    (["contribution.model='fixed'"], ["contribution"]),
    (["contribution.key='youth'"], ["contribution"]),
    (["contribution.key={ inhabitants = 1, youth = 1 }"], ["contribution"]),
    (["contribution.maximum=90_000"], ["contribution"]),
    (["contribution.minimum.zulte=5"], ["contribution"]),
    (["contribution.except=['zulte']"], ["contribution"]),
    (["cost.rent.amount=13_000"], ["cost.rent"]),
    (["cost.rent.contribution.maximum=9_000"], ["cost.rent", "cost.rent.contribution"]),
    (["cost.energy.amount=6_000"], ["cost.energy"]),
    (["subsidy.decree.cap=300"], ["subsidy.decree"]),
    (["revenue.gifts.only=['zulte']"], ["revenue.gifts"]),
    (["day_price.prices.1=17"], ["day_price"]),
    (["day_price.days=300", "day_price.occupancy=0.5"], ["day_price"]),
    # What does not change anything, or only what things are called, departs from nothing.
    (["contribution.key='inhabitants'", "cost.rent.amount=12_000.00"], []),
    (["cost.rent.label='Pacht'"], []),
    (["partner.zulte.keys.inhabitants=17_000", "title='Nieuw'"], []),
]


@pytest.mark.parametrize(("changes", "departed"), DEPARTURES)
@pytest.mark.parametrize("in_scenario", [True, False])
def test_who_changes_what_was_agreed_loses_its_basis(
    changes: list[str], departed: list[str], in_scenario: bool
) -> None:
    lines = "\n".join(changes)
    if in_scenario:
        network = load_text(f"{TEXT}[scenario.s]\n{lines}\n", "n.toml", scenario="s").network
    else:
        network = load_text(TEXT, "n.toml", settings=changes).network

    assert bases(network) == {at: each for at, each in ALL.items() if at not in departed}


@pytest.mark.parametrize(
    ("removed", "departed"),
    [
        ("contribution.minimum", ["contribution"]),
        ("subsidy.decree.cap", ["subsidy.decree"]),
        ("cost.rent.contribution", ["cost.rent", "cost.rent.contribution"]),
        ("cost.rent.contribution.minimum", ["cost.rent", "cost.rent.contribution"]),
        ("partner.deinze", []),
        ("contribution.basis", ["contribution"]),
        ("day_price", ["day_price"]),
    ],
)
def test_who_takes_away_what_was_agreed_takes_its_basis(removed: str, departed: list[str]) -> None:
    text = f'{TEXT}[scenario.s]\nremove = ["{removed}"]\n'

    network = load_text(text, "n.toml", scenario="s").network

    assert bases(network) == {at: each for at, each in ALL.items() if at not in departed}


def test_a_scenario_may_state_its_own_basis_which_a_setting_takes_away_again() -> None:
    text = f'{TEXT}[scenario.s.contribution]\nkey = "youth"\nbasis = "ontwerp van artikel 5"\n'

    own = load_text(text, "n.toml", scenario="s").network
    again = load_text(text, "n.toml", ["contribution.key='partners'"], "s").network
    stated = load_text(
        text, "n.toml", ["contribution.key='partners'", "contribution.basis='x'"], "s"
    ).network

    assert bases(own) == {**ALL, "contribution": "ontwerp van artikel 5"}
    assert "contribution" not in bases(again)
    assert bases(stated)["contribution"] == "x"


def test_the_paper_cites_an_article_only_for_what_it_says() -> None:
    text = f'{TEXT}[scenario.s]\ncontribution.key = "youth"\n'
    cited = [compute(parse(text, scenario=each)).method for each in (None, "s")]
    assert [method and method.basis for method in cited] == ["artikel 5", None]


def test_what_is_no_list_of_names_to_remove_is_told_as_it_was() -> None:
    with pytest.raises(ValueError, match="expected a list"):
        parse(f'{TEXT}[scenario.s]\nremove = "partner.zulte"\n', scenario="s")
    with pytest.raises(ValueError, match="expected a text"):
        parse(f"{TEXT}[scenario.s]\nremove = [3]\n", scenario="s")


@pytest.mark.parametrize(
    ("changes", "departed"),
    [
        (["cost.rent.amount=13_000", "cost.rent.paid_by='zulte'"], []),
        (["cost.energy.fte=0.2", "revenue.gifts.amount=90"], []),
        (["subsidy.decree.received_by='zulte'"], []),
        (["day_price.days=300", "day_price.occupancy=0.5"], []),
        # The rule itself is another one.
        (["cost.rent.contribution.maximum=9_000"], ["cost.rent", "cost.rent.contribution"]),
        (["subsidy.decree.cap=300"], ["subsidy.decree"]),
        (["contribution.model='fixed'"], ["contribution"]),
    ],
)
@pytest.mark.parametrize("name", ["actual", "closed"])
def test_what_a_year_came_to_departs_from_no_agreement(
    changes: list[str], departed: list[str], name: str
) -> None:
    stated = '[settlement]\nscenario = "closed"\n' if name == "closed" else ""
    lines = "\n".join(changes)

    network = load_text(f"{TEXT}{stated}[scenario.{name}]\n{lines}\n", "n", scenario=name).network

    assert bases(network) == {at: each for at, each in ALL.items() if at not in departed}
