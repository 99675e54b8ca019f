"""Scenarios: what they take away, what they lay over the description, and how faults are told."""

from __future__ import annotations

from decimal import Decimal
from time import process_time

import pytest

from igs_costshare import InputError, compute, parse
from igs_costshare.description.network import Cost
from igs_costshare.reading import load_text
from igs_costshare.reading.source import Origin
from igs_costshare.wording.language import english, language

BASE = """title = "Netwerk"

[partner.stad]
units = 4
keys = { inhabitants = 30_000 }

[partner.dorp]
units = 1
keys = { inhabitants = 10_000 }

[partner.caw]
units = 1
keys = { inhabitants = 0 }

[fte]
cost = 84_500

[cost.overhead]
fte = 0.2

[contribution]
model = "variable"
key = "units"

"""


def balances(text: str, scenario: str | None, *settings: str) -> dict[str, int]:
    statement = compute(parse(text, settings=settings, scenario=scenario))
    return {row.id: row.balance for row in statement.rows}


def problems(text: str, scenario: str | None = None, *settings: str) -> str:
    with pytest.raises(InputError) as refused:
        parse(text, "netwerk.toml", settings=settings, scenario=scenario)
    return str(refused.value)


def test_without_a_scenario_the_description_stands_as_it_is() -> None:
    text = BASE + "[scenario.duur]\nfte.cost = 100_000\n"
    assert balances(text, None)["total"] == -16_900_00


def test_tables_merge() -> None:
    text = BASE + "[scenario.duur]\nfte.cost = 100_000\npartner.dorp.units = 5\n"
    assert balances(text, "duur") == {
        "stad": -8_000_00,
        "dorp": -10_000_00,
        "caw": -2_000_00,
        "total": -20_000_00,
    }


def test_settings_come_after_the_scenario() -> None:
    text = BASE + "[scenario.duur]\nfte.cost = 100_000\n"
    assert balances(text, "duur", "fte.cost=50_000")["total"] == -10_000_00


def test_a_scenario_and_the_same_values_by_set_give_the_same() -> None:
    text = BASE + '[scenario.anders]\nfte.cost = 90_000\ncontribution.key = "inhabitants"\n'
    by_set = balances(text, None, "fte.cost=90_000", "contribution.key=inhabitants")
    assert balances(text, "anders") == by_set


def test_a_key_with_weights_replaces_the_key_as_a_whole() -> None:
    base = BASE.replace('key = "units"', "key = { units = 1, partners = 1 }")
    text = base + "[scenario.nieuw]\ncontribution.key = { inhabitants = 1 }\n"
    assert balances(text, "nieuw")["caw"] == 0


def test_of_fields_that_exclude_one_another_the_override_wins() -> None:
    text = BASE + "[scenario.vast]\ncost.overhead.amount = 6_000\n"
    assert balances(text, "vast")["total"] == -6_000_00


def test_a_model_drops_the_fields_of_the_old_model_and_keeps_its_own() -> None:
    text = BASE + (
        '[scenario.gemengd.contribution]\nkey = "inhabitants"\nfixed_share = 1\nmodel = "mixed"\n'
    )
    assert balances(text, "gemengd")["caw"] == -5_633_33
    text = BASE + '[scenario.vast.contribution]\nmodel = "fixed"\n'
    assert balances(text, "vast")["dorp"] == -5_633_33


def test_partners_and_lines_are_added() -> None:
    text = BASE + (
        "[scenario.groter.partner.gehucht]\nunits = 2\n[scenario.groter.cost.auto]\namount = 800\n"
    )
    assert balances(text, "groter")["gehucht"] == -4_425_00


def test_a_partner_that_leaves_is_taken_away_everywhere() -> None:
    text = """title = "Netwerk"
rounding.difference = "caw"
[partner.stad]
[partner.dorp]
[partner.caw]
[unit.huis]
owner = "caw"
days = 100
occupancy = 1
prices = { 1 = 10 }
[unit.kot]
owner = "dorp"
days = 10
occupancy = 1
prices = { 1 = 1 }
[cost.rent]
amount = 75
[cost.shed]
amount = 10
only = ["caw", "dorp"]
[cost.fence]
amount = 20
contribution = { model = "fixed", except = ["caw"], minimum = { caw = 1, dorp = 12 } }
[contribution]
model = "agreed"
shares = { stad = 40, dorp = 35, caw = 25 }
[scenario.vertrek]
remove = ["partner.caw"]
"""
    assert balances(text, None)["caw"] == 1_000_00 - 18_75 - 4_17
    assert balances(text, "vertrek") == {
        "stad": -(40_00 + 8_00),
        "dorp": 10_00 - (35_00 + 10_00 + 12_00),
        "total": -95_00,
    }


def test_a_partner_that_leaves_takes_its_part_of_the_pool_along() -> None:
    text = """
title = "T"
[partner.stad]
[partner.dorp]
[partner.caw]
[cost.rent]
amount = 100
[contribution]
model = "fixed"
minimum_share = { caw = 0.4 }
maximum_share = { stad = 0.2, caw = 0.9 }
[scenario.vertrek]
remove = ["partner.caw"]
[scenario.vrij]
remove = ["contribution.maximum_share"]
"""
    assert balances(text, None) == {"stad": -20_00, "dorp": -40_00, "caw": -40_00, "total": -100_00}
    assert balances(text, "vertrek") == {"stad": -20_00, "dorp": -80_00, "total": -100_00}
    assert balances(text, "vrij") == {"stad": -30_00, "dorp": -30_00, "caw": -40_00} | {
        "total": -100_00
    }


def test_a_cost_that_is_taken_away_is_no_longer_eligible() -> None:
    text = BASE + (
        '[cost.auto]\namount = 100\n[subsidy.vl]\nrate = 0.5\nof = ["auto", "overhead"]\n'
        '[subsidy.gift]\nrate = 0\nof = ["overhead"]\n'
        '[scenario.zonder]\nremove = ["cost.auto"]\n'
    )
    assert balances(text, "zonder")["total"] == -8_450_00


def test_the_faults_of_every_scenario_are_told_at_their_own_lines() -> None:
    text = BASE + (
        "[scenario.een]\nfte.cots = 3\n\n"
        '[scenario.twee]\ncontribution.key = "inwonrs"\nremove = ["partner.cow", "", 3]\n'
    )
    assert problems(text) == problems(text, "een") == problems(text, "twee")
    assert [line for line in problems(text).splitlines() if line.startswith("error:")] == [
        "error: netwerk.toml:26:5: scenario.een.fte.cots: unknown field",
        "error: netwerk.toml:29:20: scenario.twee.contribution.key: unknown key `inwonrs`",
        "error: netwerk.toml:30:11: scenario.twee.remove[0]: there is no `partner.cow` to remove",
        "error: netwerk.toml:30:26: scenario.twee.remove[1]: is empty",
        "error: netwerk.toml:30:30: scenario.twee.remove[2]: expected a text, got 3",
    ]


def test_a_fault_of_the_description_is_told_once() -> None:
    text = BASE.replace("84_500", '"84_500"') + "[scenario.een]\npartner.dorp.units = 2\n"
    assert problems(text, "een").count("error:") == 1


def test_rules_on_figures_hold_for_the_scenario_asked_for() -> None:
    text = BASE + "[scenario.streng]\ncontribution.maximum = 1\n"
    assert balances(text, None)["total"] == -16_900_00
    assert problems(text, "streng").splitlines()[0] == (
        "error: netwerk.toml:26:24: scenario.streng.contribution.maximum: the maximums let the "
        "partners pay €\xa03.00, less than the €\xa016,900.00 to share"
    )


def test_a_fault_that_a_scenario_brings_elsewhere_names_the_scenario() -> None:
    text = BASE + '[scenario.weg]\nremove = ["fte"]\n'
    assert problems(text, "weg").splitlines()[0] == (
        "error: netwerk.toml:19:7: cost.overhead.fte: the cost of a full-time equivalent is "
        "missing (in scenario `weg`)"
    )


def test_an_unknown_scenario_is_told_with_those_there_are() -> None:
    text = BASE + "[scenario.lean]\n"
    assert problems(text, "leen") == (
        "error: --scenario leen: there is no scenario `leen`\nhint: did you mean `lean`?"
    )
    assert problems(BASE, "lean") == (
        "error: --scenario lean: there is no scenario `lean`\nhint: the file has no scenarios"
    )


def test_some_names_are_not_for_scenarios() -> None:
    assert problems(BASE + "[scenario.base]\n").splitlines()[0] == (
        "error: netwerk.toml:25:11: scenario.base: `base` is reserved"
    )


def test_a_setting_does_not_change_a_scenario() -> None:
    text = BASE + "[scenario.lean]\nfte.cost = 50_000\n"
    assert problems(text, "lean", "scenario.lean.fte.cost=40_000") == (
        "error: --set scenario.lean.fte.cost=40_000: scenario.lean.fte.cost: a setting does not "
        "change a scenario\nhint: settings come after the scenario: leave out its name, as in "
        "`--set fte.cost=…`"
    )
    assert "`--set day_price.occupancy=…`" in problems(text, None, "scenario.lean={}")


def test_a_path_that_leads_nowhere_cannot_be_taken_away() -> None:
    text = BASE + '[scenario.lean]\nremove = ["a..b", "cost.overhed"]\n'
    lines = problems(text).splitlines()
    assert [line for line in lines if line.startswith(("error", "hint"))] == [
        "error: netwerk.toml:26:11: scenario.lean.remove[0]: there is no `a..b` to remove",
        "hint: for instance `partner.caw`",
        "error: netwerk.toml:26:19: scenario.lean.remove[1]: there is no `cost.overhed` to remove",
        "hint: did you mean `cost.overhead`?",
    ]


def test_what_stands_in_a_list_that_is_taken_away_goes_with_it() -> None:
    text = BASE.replace('key = "units"', 'key = "units"\nonly = ["stad", "dorp"]') + (
        '[scenario.allen]\nremove = ["contribution.only"]\n'
    )
    assert balances(text, "allen")["caw"] == -2_816_66


def test_a_scenario_holds_no_scenarios() -> None:
    text = BASE + "[scenario.lean.scenario.leaner]\nfte.cost = 1\n"
    assert problems(text).splitlines()[0] == (
        "error: netwerk.toml:25:16: scenario.lean.scenario: a scenario holds no scenarios"
    )


def test_an_entry_of_a_list_cannot_be_taken_away() -> None:
    text = BASE + '[cost.auto]\namount = 1\nonly = ["stad"]\n'
    text += '[scenario.lean]\nremove = ["cost.auto.only[0]"]\n'
    assert problems(text).splitlines()[0] == (
        "error: netwerk.toml:29:11: scenario.lean.remove[0]: there is no `cost.auto.only[0]` to "
        "remove"
    )


def test_what_remove_changed_comes_from_there() -> None:
    text = BASE + '[scenario.weg]\nremove = ["partner.caw"]\n'
    text = text.replace('key = "units"', 'key = "units"\nonly = ["stad", "caw"]')
    source = load_text(text, "netwerk.toml", scenario="weg").source
    line = text[: text.index("remove = ")].count("\n") + 1
    assert source.origin(("contribution", "only")) == Origin(
        ("scenario", "weg", "remove"), f"netwerk.toml:{line}", line
    )


# ---------------------------------------------------------------- sizes


def of_size(scenarios: int, partners: int, lines: int) -> str:
    """A network with scenarios that change its first cost."""
    head = 'title = "t"\ncontribution = { model = "fixed" }\n'
    people = "".join(f"[partner.p{place}]\n" for place in range(partners))
    costs = "".join(f"[cost.c{place}]\namount = 7\n" for place in range(lines))
    return (
        head
        + people
        + costs
        + "".join(f"[scenario.s{place}]\ncost.c0.amount = {place}\n" for place in range(scenarios))
    )


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        ((1_001, 1, 1), "has 1,001 scenarios, more than 1,000"),
        (
            (300, 1_000, 1),
            "300 scenarios of this file make 302,400 values to read, more than 250,000",
        ),
        ((60, 130, 130), "60 scenarios of this file make 1,014,000 amounts, more than 1,000,000"),
    ],
)
def test_a_file_with_more_scenarios_than_can_be_read_is_refused(
    size: tuple[int, int, int], reason: str
) -> None:
    with pytest.raises(InputError) as caught:
        parse(of_size(*size), "network.toml")
    (problem,) = caught.value.problems
    assert english().tell(problem.message) == reason
    assert problem.place is not None
    assert english().tell(problem.hint or "") == (
        "spread the scenarios over several files; `sweep` takes a number along a range"
    )


def test_a_line_that_a_scenario_changes_is_no_more_than_one_amount() -> None:
    assert len(parse(of_size(60, 128, 130)).scenario) == 60


def test_thousands_of_overrides_are_laid_over_in_one_round() -> None:
    costs = "\n".join(f"cost.c{place}.amount = 1" for place in range(4_000))
    began = process_time()
    network = parse(f"{of_size(0, 1, 4_000)}[scenario.s]\n{costs}\n", scenario="s")
    assert process_time() - began < 5
    assert list(network.cost.values()) == [Cost(amount=Decimal(1))] * 4_000


def test_thousands_of_partners_are_taken_away_in_one_round() -> None:
    count = 4_000
    names = ", ".join(f'"partner.p{place}"' for place in range(count))
    bounds = ", ".join(f"p{place} = 1" for place in range(count + 1))
    text = of_size(0, count + 1, 1).replace('"fixed"', f'"fixed", minimum = {{ {bounds} }}')
    began = process_time()
    network = parse(f"{text}[scenario.s]\nremove = [{names}]\n", scenario="s")
    assert process_time() - began < 5
    assert list(network.partner) == [f"p{count}"]
    assert network.contribution is not None
    assert network.contribution.minimum == {f"p{count}": 1}


NEVER_TAKEN = {
    "en": (
        "no scenario takes payments away\n"
        "`[payment]` holds for the network as it stands: take it out of the scenario"
    ),
    "nl": (
        "een scenario neemt geen betalingen weg\n"
        "`[payment]` geldt voor het netwerk zelf: haal het uit het scenario"
    ),
    "fr": (
        "un scénario ne retire pas de paiements\n"
        "`[payment]` vaut pour le réseau lui-même : retirez-le du scénario"
    ),
}
NOR_SETTLEMENT = {
    "en": (
        "no scenario takes anything of the settlement away\n"
        "`[settlement]` holds for the network as it stands: take it out of the scenario"
    ),
    "nl": (
        "een scenario neemt niets van de afrekening weg\n"
        "`[settlement]` geldt voor het netwerk zelf: haal het uit het scenario"
    ),
    "fr": (
        "un scénario ne retire rien du règlement\n"
        "`[settlement]` vaut pour le réseau lui-même : retirez-le du scénario"
    ),
}


@pytest.mark.parametrize("lang", ["en", "nl", "fr"])
@pytest.mark.parametrize(
    ("removed", "words"),
    [
        ("payment.q1", NEVER_TAKEN),
        ("payment", NEVER_TAKEN),
        ("settlement", NOR_SETTLEMENT),
        ("settlement.opening.stad", NOR_SETTLEMENT),
    ],
)
def test_payments_and_the_settlement_are_never_taken_away(
    lang: str, removed: str, words: dict[str, str]
) -> None:
    text = BASE + (
        "[payment.q1]\namounts = { stad = 10 }\n[settlement]\nopening = { stad = 5 }\n"
        f'[scenario.actual]\nremove = [\n"partner.dorp",\n"{removed}",\n]\n'
    )
    with pytest.raises(InputError) as refused:
        parse(text, "netwerk.toml")
    (problem,) = refused.value.problems
    line = text.splitlines().index(f'"{removed}",') + 1
    assert (problem.path, problem.place and problem.place.line) == (
        ("scenario", "actual", "remove", 1),
        line,
    )
    told = language(lang)
    said = f"{told.tell(problem.message)}\n{told.tell(problem.hint or '')}"
    assert said.replace("\N{NO-BREAK SPACE}", " ") == words[lang]


def test_what_is_no_text_takes_nothing_away() -> None:
    assert "remove[0]" in problems(BASE + "[scenario.actual]\nremove = [3]\n")
