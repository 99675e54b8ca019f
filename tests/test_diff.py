"""What changes between two statements, for whom and why: the figures, the words, the command."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from command import run
from igs_costshare import InputError, compute, diff, parse
from igs_costshare.comparing import grouping
from igs_costshare.comparing.changes import changes_between
from igs_costshare.comparing.grouping import MOST, put_together, recognised
from igs_costshare.documents.difference_data import value_text
from igs_costshare.errors import dotted, visible

BASE = """title = "Netwerk"
year = 2026

[partner.stad]
name = "Stad"
units = 4
keys = { inhabitants = 30_000 }

[partner.dorp]
name = "Dorp"
units = 1
keys = { inhabitants = 10_000 }

[partner.caw]
name = "CAW"
units = 1
keys = { inhabitants = 0 }

[fte]
cost = 84_500

[cost.overhead]
label = "Omkadering"
fte = 0.2

[cost.counselling]
label = "Woonbegeleiding"
fte = 0.1
per = "unit"

[contribution]
model = "variable"
key = "units"

[day_price]
prices = { 1 = 16, 2 = 18, 3 = 20 }
days = 360
occupancy = 0.85
"""


def causes(a: str, b: str) -> dict[str, int]:
    """What each cause does to the balance of all together, in cents."""
    difference = diff(parse(a), parse(b))
    assert difference.causes is not None
    paths = [dotted(cause.path) for cause in difference.causes]
    return dict(zip(paths, difference.total.causes, strict=True))


def paths(a: str, b: str) -> list[str]:
    return list(causes(a, b))


def changed(text: str, *replacements: tuple[str, str]) -> str:
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    return text


# Which changes there are


def test_one_value_is_one_cause() -> None:
    other = changed(BASE, ("occupancy = 0.85", "occupancy = 0.60"))
    assert causes(BASE, other) == {"day_price.occupancy": -9_720_00}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('name = "Stad"', 'name = "De stad"'),
        ('label = "Omkadering"', 'label = "Overhead"'),
        ("[contribution]", '[contribution]\nbasis = "art. 7"'),
        ("units = 4", 'units = 4\nkind = "municipality"'),
        ("year = 2026", "year = 2027"),
        ("units = 4", "units = 4.0"),
        ("[fte]", '[rounding]\nhalf = "even"\n[fte]'),
        ("[fte]", "[limits]\nmax_share = 0.9\n[fte]"),
        ("[fte]", "[expected.total]\nbalance = 0\n[fte]"),
        ("[fte]", '[governance]\nform = "agreement"\n[fte]'),
        ("prices = { 1 = 16, 2 = 18, 3 = 20 }", "prices = { 3 = 20, 2 = 18, 1 = 16 }"),
    ],
)
def test_what_moves_no_amount_is_no_cause(old: str, new: str) -> None:
    assert paths(BASE, changed(BASE, (old, new))) == []


def test_tables_of_one_field_count_as_one_value() -> None:
    other = changed(
        BASE,
        ("prices = { 1 = 16, 2 = 18, 3 = 20 }", "prices = { 1 = 17, 2 = 19 }"),
        ('key = "units"', "key = { units = 0.5, inhabitants = 0.5 }"),
    )
    assert paths(BASE, other) == ["contribution.key", "day_price.prices"]


def test_a_contribution_with_another_model_is_one_cause() -> None:
    other = changed(
        BASE,
        ('model = "variable"\nkey = "units"', 'model = "mixed"\nfixed_share = 0.5\nkey = "units"'),
    )
    assert paths(BASE, other) == ["contribution"]


def test_a_contribution_with_other_fields_is_one_cause() -> None:
    other = changed(BASE, ('key = "units"', 'key = "inhabitants"\nminimum = 100'))
    assert paths(BASE, other) == ["contribution"]


def test_a_value_of_the_same_contribution_is_a_cause_by_itself() -> None:
    bounded = changed(BASE, ('key = "units"', 'key = "units"\nminimum = 100'))
    other = changed(BASE, ('key = "units"', 'key = "inhabitants"\nminimum = 200'))
    assert paths(bounded, other) == ["contribution.key", "contribution.minimum"]


def test_a_partner_that_leaves_is_one_cause_with_its_places() -> None:
    listed = BASE.replace(
        'model = "variable"\nkey = "units"',
        'model = "agreed"\nshares = { stad = 50, dorp = 30, caw = 20 }\nminimum = { caw = 1 }',
    )
    listed += '[cost.extra]\namount = 90\nonly = ["dorp", "caw"]\n'
    scenario = listed + '[scenario.weg]\nremove = ["partner.caw"]\n'
    difference = diff(parse(scenario), parse(scenario, scenario="weg"))
    assert difference.causes is not None
    assert [dotted(cause.path) for cause in difference.causes] == ["partner.caw"]
    assert [row.side for row in difference.partners] == ["both", "both", "a"]


def test_a_partner_that_leaves_takes_its_homes_along() -> None:
    named = BASE.replace("units = 1\nkeys = { inhabitants = 0 }", "keys = { inhabitants = 0 }")
    named += '[unit.huis]\nowner = "caw"\n[unit.flat]\nowner = "caw"\n'
    scenario = named + '[scenario.weg]\nremove = ["partner.caw"]\n'
    difference = diff(parse(scenario), parse(scenario, scenario="weg"))
    assert difference.causes is not None
    assert [[dotted(each.path) for each in cause.changes] for cause in difference.causes] == [
        ["partner.caw", "unit.flat", "unit.huis"]
    ]
    assert dotted(difference.causes[0].path) == "partner.caw"


def test_a_partner_that_joins_with_new_shares_for_all_is_one_cause() -> None:
    agreed = BASE.replace(
        'model = "variable"\nkey = "units"',
        'model = "agreed"\nshares = { stad = 50, dorp = 30, caw = 20 }',
    )
    other = changed(
        agreed,
        (
            "shares = { stad = 50, dorp = 30, caw = 20 }",
            "shares = { stad = 40, dorp = 30, caw = 20, gavere = 10 }",
        ),
    )
    other += "[partner.gavere]\nunits = 0\n"
    assert paths(agreed, other) == ["partner.gavere"]


def test_an_amount_that_becomes_staff_is_one_cause() -> None:
    other = changed(BASE, ("fte = 0.2", "amount = 20_000"))
    difference = diff(parse(BASE), parse(other))
    assert difference.causes is not None
    (cause,) = difference.causes
    assert dotted(cause.path) == "cost.overhead"
    assert [dotted(change.path) for change in cause.changes] == [
        "cost.overhead.amount",
        "cost.overhead.fte",
    ]


def test_a_price_of_something_else_is_one_cause_with_its_amount() -> None:
    other = changed(BASE, ('fte = 0.1\nper = "unit"', 'fte = 0.3\nper = "partner"'))
    assert paths(BASE, other) == ["cost.counselling"]


def test_a_new_key_and_its_figures_are_one_cause() -> None:
    other = changed(
        BASE,
        ('key = "units"', 'key = "youth"'),
        ("inhabitants = 30_000", "inhabitants = 30_000, youth = 700"),
        ("inhabitants = 10_000", "inhabitants = 10_000, youth = 300"),
        ("inhabitants = 0", "inhabitants = 0, youth = 0"),
        ("occupancy = 0.85", "occupancy = 0.60"),
    )
    difference = diff(parse(BASE), parse(other))
    assert difference.causes is not None
    assert [[dotted(each.path) for each in cause.changes] for cause in difference.causes] == [
        [
            "contribution.key",
            "partner.caw.keys.youth",
            "partner.dorp.keys.youth",
            "partner.stad.keys.youth",
        ],
        ["day_price.occupancy"],
    ]
    assert [dotted(cause.path) for cause in difference.causes] == [
        "contribution.key",
        "day_price.occupancy",
    ]


def test_another_order_in_the_file_is_a_cause_since_ties_follow_it() -> None:
    tied = 'title = "T"\n[contribution]\nmodel = "fixed"\n[cost.x]\namount = 0.01\n'
    one = tied + "[partner.a]\n[partner.b]\n"
    other = tied + "[partner.b]\n[partner.a]\n"
    difference = diff(parse(one), parse(other))
    assert difference.causes is not None
    assert [dotted(cause.path) for cause in difference.causes] == ["order"]
    assert {row.id: row.causes for row in difference.rows} == {
        "a": (1,),
        "b": (-1,),
        "total": (0,),
    }


def test_where_newcomers_stand_does_not_count_as_another_order() -> None:
    other = changed(BASE, ("[partner.dorp]", "[partner.gavere]\n[partner.dorp]"))
    assert paths(BASE, other) == ["partner.gavere"]


def test_a_step_of_rounding_is_a_cause() -> None:
    other = BASE + '[rounding]\nunit = 0.001\ndifference = "stad"\n'
    difference = diff(parse(BASE), parse(other))
    assert difference.causes is not None
    assert [dotted(cause.path) for cause in difference.causes] == [
        "rounding.difference",
        "rounding.unit",
    ]
    assert difference.decimals == 3
    for row in difference.rows:
        assert sum(row.causes) == row.columns["balance"].change


def test_who_takes_the_difference_leaves_with_the_partner() -> None:
    text = BASE + '[rounding]\ndifference = "caw"\n[scenario.weg]\nremove = ["partner.caw"]\n'
    difference = diff(parse(text), parse(text, scenario="weg"))
    assert difference.causes is not None
    assert [dotted(cause.path) for cause in difference.causes] == ["partner.caw"]


def test_the_reserve_of_a_charge_has_its_causes_too() -> None:
    other = changed(BASE, ('key = "units"', "rate = { inhabitants = 0.30 }"))
    difference = diff(parse(BASE), parse(other))
    assert difference.reserve is not None
    assert difference.reserve.side == "b"
    assert (
        difference.reserve.columns["balance"].change == sum(difference.reserve.causes) == -4_900_00
    )
    assert sum(difference.total.causes) == 0


def test_mean_marginal_effect_over_all_orders() -> None:
    # 10 homes of nobody: 100 × 10 = 1,000; a price of 150 and 12 homes make 1,800. Price first
    # gives 500 and 300, homes first 200 and 600.
    text = 'title = "T"\n[partner.a]\nunits = 10\n[cost.x]\namount = 100\nper = "unit"\n'
    other = changed(text, ("units = 10", "units = 12"), ("amount = 100", "amount = 150"))
    assert causes(text, other) == {"cost.x.amount": -550_00, "partner.a.units": -250_00}


# Many changes


def many(partners: int, figure: int) -> str:
    text = 'title = "Groot"\n[contribution]\nmodel = "variable"\nkey = "inhabitants"\n'
    for place in range(partners):
        text += f"[partner.p{place}]\nkeys = {{ inhabitants = {1_000 * (place + 1) + figure} }}\n"
    return text


def test_new_figures_of_all_partners_are_told_together_when_there_are_many() -> None:
    costs = "[cost.rent]\namount = 1_000\n"
    a, b = many(12, 0) + costs, many(12, 7) + costs.replace("1_000", "1_200")
    difference = diff(parse(a), parse(b))
    assert difference.together
    assert difference.causes is not None
    assert [(dotted(cause.path), len(cause.changes)) for cause in difference.causes] == [
        ("cost.rent.amount", 1),
        ("partner.*.keys.inhabitants", 12),
    ]


def test_up_to_ten_changes_are_told_apart() -> None:
    def costs(more: int) -> str:
        return "".join(f"[cost.c{at}]\namount = {100 * at + 100 + more}\n" for at in range(MOST))

    difference = diff(parse(many(2, 0) + costs(0)), parse(many(2, 0) + costs(100)))
    assert not difference.together
    assert len(difference.causes or ()) == MOST


def test_entries_are_told_together_and_then_tables() -> None:
    def costs(amount: int, fte_cost: int) -> str:
        return "".join(
            f"[cost.c{each}]\nfte = {amount}\nfte_cost = {fte_cost + 100 * each}\n"
            for each in range(10)
        )

    entries = diff(parse(many(2, 0) + costs(1, 1000)), parse(many(2, 0) + costs(2, 2000)))
    assert [dotted(cause.path) for cause in entries.causes or ()] == [
        f"cost.c{each}" for each in range(10)
    ]
    more = costs(2, 2000) + "[cost.last]\namount = 1\n"
    tables = diff(parse(many(2, 0) + costs(1, 1000)), parse(many(2, 7) + more))
    assert [(dotted(cause.path), len(cause.changes)) for cause in tables.causes or ()] == [
        ("cost", 21),
        ("partner.*.keys.inhabitants", 2),
    ]


def test_changes_of_more_tables_than_can_be_told_are_one() -> None:
    text = many(2, 0) + "[cost.rent]\namount = 1_000\n[revenue.gift]\namount = 10\n"
    other = changed(text, ("1_000", "1_200"), ("amount = 10\n", "amount = 20\n"))
    told, together = put_together(recognised(changes_between(parse(text), parse(other))), 1)
    assert together
    assert [(dotted(cause.path), len(cause.changes)) for cause in told] == [
        ("cost.rent.amount", 2),
    ]


def test_of_a_large_network_fewer_causes_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "_MOST_AMOUNTS", 2**2 * 3 * 2)
    costs = "[cost.rent]\namount = 1_000\n"
    other = (many(3, 7) + costs.replace("1_000", "1_200")).replace('"inhabitants"', '"partners"')
    difference = diff(parse(many(3, 0) + costs), parse(other))
    assert (difference.most, difference.together) == (2, True)
    assert [(dotted(cause.path), len(cause.changes)) for cause in difference.causes or ()] == [
        ("contribution.key", 2),
        ("partner.*.keys.inhabitants", 3),
    ]


def test_every_key_of_one_partner_may_change_at_once() -> None:
    def keys(figure: int) -> str:
        figures = ", ".join(f"k{each} = {figure + each}" for each in range(5_000))
        return (
            'title = "T"\n[contribution]\nmodel = "variable"\nkey = "k0"\n[cost.x]\n'
            f"amount = 9\n[partner.a]\nkeys = {{ {figures} }}\n[partner.b]\nkeys = {{ k0 = 1 }}\n"
        )

    difference = diff(parse(keys(1)), parse(keys(2)))
    assert [(cause.path, len(cause.changes)) for cause in difference.causes or ()] == [
        (("partner", "a"), 5_000)
    ]


def test_keys_that_are_called_as_fields_are_no_prices() -> None:
    text = many(2, 0).replace("inhabitants", "per") + "[cost.x]\namount = 9\n"
    text = text.replace("keys = { per", "keys = { amount = 5, per")
    other = text.replace("amount = 5", "amount = 6").replace("per = 1", "per = 3")
    assert (
        paths(text, other)
        == [f"partner.p{each}.keys.{key}" for each in range(2) for key in ("amount", "per")][
            : len(paths(text, other))
        ]
    )


# What is compared


def test_amounts_of_two_currencies_are_not_compared() -> None:
    with pytest.raises(InputError) as refused:
        diff(parse(BASE), parse('currency = "CHF"\n' + BASE))
    assert str(refused.value) == "error: amounts in EUR and in CHF cannot be compared"


def test_statements_are_compared_without_their_causes() -> None:
    other = compute(parse(changed(BASE, ("occupancy = 0.85", "occupancy = 0.60"))))
    difference = diff(compute(parse(BASE)), other)
    assert difference.causes is None
    assert difference.total.columns["balance"].change == -9_720_00


def test_every_change_is_found_by_its_path() -> None:
    other = changed(BASE, ("fte = 0.2", "fte = 0.3"), ("units = 4", "units = 5"))
    assert [dotted(change.path) for change in changes_between(parse(BASE), parse(other))] == [
        "partner.stad.units",
        "cost.overhead.fte",
    ]


# The command

SCENARIOS = (
    BASE
    + """
[scenario.laag]
label = "Lage bezetting"
day_price.occupancy = 0.6

[scenario.weg]
label = "CAW vertrekt"
remove = ["partner.caw"]

[scenario.zelfde]
label = "Niets anders"
"""
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "netwerk.toml").write_text(SCENARIOS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return "netwerk.toml"


LOW = """Netwerk 2026: van huidige afspraak naar Lage bezetting

                 Huidige       Lage             Verschil
Nettobijdrage   afspraak  bezetting   Verschil         %
────────────────────────────────────────────────────────
~ Stad         23.034,67  29.514,67  +6.480,00   +28,1 %
~ Dorp          5.758,67   7.378,67  +1.620,00   +28,1 %
~ CAW           5.758,66   7.378,66  +1.620,00   +28,1 %
────────────────────────────────────────────────────────
~ Totaal       34.552,00  44.272,00  +9.720,00   +28,1 %

~ gewijzigd, + toegetreden, - vertrokken. Nettobijdrage: uitgaven min inkomsten;
wat iemand ontvangt, staat onder nul.

                        Huidige       Lage             Verschil
Partner   Post         afspraak  bezetting   Verschil         %
───────────────────────────────────────────────────────────────
~ Stad    Dagprijzen  22.032,00  15.552,00  -6.480,00   -29,4 %
          Inkomsten   22.032,00  15.552,00  -6.480,00   -29,4 %
~ Dorp    Dagprijzen   5.508,00   3.888,00  -1.620,00   -29,4 %
          Inkomsten    5.508,00   3.888,00  -1.620,00   -29,4 %
~ CAW     Dagprijzen   5.508,00   3.888,00  -1.620,00   -29,4 %
          Inkomsten    5.508,00   3.888,00  -1.620,00   -29,4 %
~ Totaal  Dagprijzen  33.048,00  23.328,00  -9.720,00   -29,4 %
          Inkomsten   33.048,00  23.328,00  -9.720,00   -29,4 %

De nettobijdrage van Stad stijgt met € 6.480,00:
  bezettingsgraad (85 % → 60 %): € 6.480,00 meer
De nettobijdrage van Dorp stijgt met € 1.620,00:
  bezettingsgraad (85 % → 60 %): € 1.620,00 meer
De nettobijdrage van CAW stijgt met € 1.620,00:
  bezettingsgraad (85 % → 60 %): € 1.620,00 meer
De nettobijdrage van allen samen stijgt met € 9.720,00:
  bezettingsgraad (85 % → 60 %): € 9.720,00 meer
"""


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_scenario_is_compared_with_the_description(file: str) -> None:
    ran = run("diff", file, "--scenario", "laag", "--lang", "nl")
    assert (ran.code, ran.err, plain(ran.text)) == (0, "", LOW)


def test_two_scenarios_are_compared_with_one_another(file: str) -> None:
    ran = run("diff", file, "--scenario", "weg", "--scenario", "laag", "--lang", "en")
    lines = plain(ran.text).splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[0] == "Netwerk 2026: from CAW vertrekt to Lage bezetting"
    assert lines[-12:-9] == [
        "The net contribution of Stad rises by € 4,226.67:",
        "  occupancy (85 % → 60 %): € 6,480.00 more",
        "  CAW joins: € 2,253.33 less",
    ]
    assert "+ CAW" in ran.text
    back = run("diff", file, "--scenario", "laag", "--scenario", "weg", "--lang", "en")
    assert "- CAW" in back.text
    assert "  CAW leaves: € 2,253.33 more" in plain(back.text).splitlines()


def test_what_does_not_change_is_summed_up(file: str) -> None:
    ran = run("diff", file, "--set", "cost.extra={ amount = 90, only = ['dorp'] }", "--lang", "en")
    assert "Unchanged: 2 partners (Stad and CAW)." in ran.text
    assert "The net contribution of Dorp rises by € 90.00:\n  new: extra: € 90.00 more\n" in plain(
        ran.text
    )
    one = run("diff", file, "--set", "cost.x={ amount = 9, except = ['caw'] }", "--lang", "nl")
    assert "Ongewijzigd: CAW." in one.text


def test_many_that_do_not_change_are_only_counted(tmp_path: Path) -> None:
    file = tmp_path / "groot.toml"
    file.write_text(
        many(8, 0) + '[cost.x]\namount = 10\nonly = ["p0"]\ncontribution.model="fixed"\n'
    )
    ran = run("diff", file, "--set", "cost.x.amount=12", "--lang", "en")
    assert "Unchanged: 7 partners." in ran.text


def test_nothing_may_change_at_all(file: str) -> None:
    ran = run("diff", file, "--scenario", "zelfde", "--lang", "nl")
    assert (ran.code, ran.text) == (
        0,
        "Netwerk 2026: van huidige afspraak naar Niets anders\n\nEr verandert niets.\n",
    )


@pytest.mark.parametrize(("scenario", "code"), [("laag", 1), ("zelfde", 0)])
def test_the_exit_code_tells_whether_they_differ(file: str, scenario: str, code: int) -> None:
    assert run("diff", file, "--scenario", scenario).code == 0
    assert run("diff", file, "--scenario", scenario, "--exit-code").code == code


def test_whole_euros_on_request(file: str) -> None:
    ran = run("diff", file, "--scenario", "laag", "--round", "euro", "--lang", "en")
    assert "~ Stad               23,035     29,515  +6,480  +28.1 %" in plain(ran.text)
    assert "Shown in whole euros, each amount rounded by itself." in ran.text
    assert "The net contribution of Stad rises by € 6,480:" in plain(ran.text)


def test_a_partner_may_receive_more_or_pay_the_same(file: str) -> None:
    ran = run(
        "diff",
        file,
        *("--set", "cost.overhead.fte=0", "--set", "cost.counselling.fte=0"),
        "--lang",
        "en",
        "--format",
        "markdown",
    )
    assert (
        "- The net contribution of Stad falls by €\u00a045,066.67:\n  - Woonbegeleiding, FTE"
        in ran.text
    )
    assert "33,800.00 less\n" in ran.text
    assert "- The net contribution of all together falls by" in ran.text
    more = run(
        "diff",
        file,
        *("--set", "revenue.gift={ amount = 600_000, contribution = { model = 'fixed' } }"),
        "--lang",
        "en",
    )
    assert "The net contribution of Stad falls by € 200,000.00:" in plain(more.text)
    Path("rijk.toml").write_text(
        """title = "Rijk"
[contribution]
model = "fixed"
[revenue.gift]
amount = 100
[partner.a]
[scenario.meer]
revenue.gift.amount = 120
[scenario.om]
cost.x.amount = 0
[scenario.gelijk]
cost.x.amount = 20
revenue.gift.amount = 120
"""
    )
    rich = run("diff", "rijk.toml", "--scenario", "meer", "--lang", "en")
    assert "a receives € 20.00 more:\n  gift (€ 100.00 → € 120.00): € 20.00 more\n" in plain(
        rich.text
    )
    assert "All together receive € 20.00 more:" in plain(rich.text)
    less = run("diff", "rijk.toml", "--scenario", "meer", "--scenario", "om", "--lang", "en")
    assert "a receives € 20.00 less:" in plain(less.text)
    same = run("diff", "rijk.toml", "--scenario", "gelijk", "--lang", "en")
    assert (
        "a receives the same:\n  new: x: € 20.00 less\n  gift (€ 100.00 → € 120.00): € 20.00 more\n"
    ) in plain(same.text)
    assert "All together receive the same:" in same.text


def test_a_statement_saved_as_json_is_compared_too(file: str) -> None:
    saved = run("compute", file, "--format", "json", "--output", "vroeger.json")
    assert saved.code == 0
    ran = run("diff", "vroeger.json", file, "--scenario", "laag", "--lang", "nl")
    assert (ran.code, ran.text.splitlines()[0]) == (
        0,
        "Netwerk 2026: van vroeger.json naar netwerk.toml, Lage bezetting",
    )
    both = run("diff", "vroeger.json", file, "--scenario", "weg", "--scenario", "laag")
    assert both.code == 2
    assert "is a saved statement, which has no scenarios and takes no settings" in both.err
    ran = run("diff", "vroeger.json", file, "--set", "day_price.occupancy=0.6", "--lang", "nl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.text.splitlines()[0] == ("Netwerk 2026: van vroeger.json naar netwerk.toml, nieuw")
    assert "De oorzaken zijn niet te achterhalen" in ran.text
    data = json.loads(
        run("diff", "vroeger.json", file, "--set", "fte.cost=1", "--format", "json").out
    )
    assert data["total"]["causes"] is None
    assert data["a"] == {"file": "vroeger.json", "scenario": None}


def test_json_has_the_shape_of_the_contract(file: str) -> None:
    ran = run("diff", file, "--scenario", "weg", "--set", "fte.cost=90_000", "--format", "json")
    data: dict[str, Any] = json.loads(ran.out)
    assert [*data] == ["format", "title", "currency", "a", "b", "partners", "reserve", "total"]
    assert (data["format"], data["reserve"]) == (1, None)
    assert (data["a"], data["b"]) == (
        {"file": "netwerk.toml", "scenario": None},
        {"file": "netwerk.toml", "scenario": "weg"},
    )
    caw = next(each for each in data["partners"] if each["id"] == "caw")
    assert caw["columns"]["balance"] == {"a": "-5758.66", "b": None, "change": "5758.66"}
    assert caw["columns"]["units"] == {"a": 1, "b": None, "change": -1}
    assert [*caw["columns"]] == [
        "units",
        "overhead",
        "counselling",
        "expenses",
        "day_price",
        "revenues",
        "balance",
    ]
    assert [{**cause, "change": ""} for cause in caw["causes"]] == [
        {"path": "fte.cost", "paths": ["fte.cost"], "a": "84500", "b": "90000", "change": ""},
        {"path": "partner.caw", "paths": ["partner.caw"], "a": "caw", "b": None, "change": ""},
    ]
    for row in [*data["partners"], data["total"]]:
        parts = sum(Decimal(cause["change"]) for cause in row["causes"])
        assert parts == Decimal(row["columns"]["balance"]["change"])


@pytest.mark.parametrize(
    ("setting", "a", "b"),
    [
        (
            "contribution.key={ units = 0.5, inhabitants = 0.50 }",
            "units",
            "{ units = 0.5, inhabitants = 0.5 }",
        ),
        ("contribution.only=['stad', 'dorp']", "variable", "variable"),
        ("contribution={ model = 'fixed' }", "variable", "fixed"),
        ("cost.extra={ amount = 5 }", None, "extra"),
        ("day_price.days=365.5", "360", "365.5"),
        ("day_price={ prices = { 1 = 16 }, days = 1, occupancy = 1 }", None, None),
    ],
)
def test_json_tells_both_values_as_the_file_writes_them(
    file: str, setting: str, a: str | None, b: str | None
) -> None:
    data = json.loads(run("diff", file, "--set", setting, "--format", "json").out)
    cause = data["total"]["causes"][-1]
    if setting.startswith("day_price="):
        cause = {**cause, "a": None, "b": None}
    assert (cause["a"], cause["b"]) == (a, b)


def test_json_tells_the_brackets_of_a_rate(tmp_path: Path) -> None:
    file = tmp_path / "tarief.toml"
    file.write_text(
        'title = "T"\n[partner.a]\nkeys = { inhabitants = 10 }\n[cost.x]\namount = 5\n'
        '[contribution]\nmodel = "variable"\nrate = { inhabitants = 0.5 }\n'
    )
    rate = "contribution.rate={ inhabitants = [{ up_to = 5, rate = 1 }, { rate = 0.50 }] }"
    data = json.loads(run("diff", file, "--set", rate, "--format", "json").out)
    (cause,) = data["total"]["causes"]
    assert cause["a"] == "{ inhabitants = 0.5 }"
    assert cause["b"] == "{ inhabitants = [{ up_to = 5, rate = 1 }, { rate = 0.5 }] }"


def test_csv_has_a_row_for_each_column_and_each_cause(file: str) -> None:
    ran = run("diff", file, "--scenario", "laag", "--format", "csv")
    lines = ran.text.splitlines()
    assert lines[:1] == ["partner,name,kind,what,a,b,change"]
    assert [line for line in lines if line.startswith("dorp,")] == [
        "dorp,Dorp,column,units,1,1,0",
        "dorp,Dorp,column,overhead,2816.67,2816.67,0.00",
        "dorp,Dorp,column,counselling,8450.00,8450.00,0.00",
        "dorp,Dorp,column,expenses,11266.67,11266.67,0.00",
        "dorp,Dorp,column,day_price,5508.00,3888.00,-1620.00",
        "dorp,Dorp,column,revenues,5508.00,3888.00,-1620.00",
        "dorp,Dorp,column,balance,-5758.67,-7378.67,-1620.00",
        "dorp,Dorp,cause,day_price.occupancy,0.85,0.6,-1620.00",
    ]
    saved = run("compute", file, "--format", "json", "--output", "oud.json")
    assert saved.code == 0
    apart = run("diff", "oud.json", file, "--set", "fte.cost=1", "--format", "csv")
    assert "cause" not in apart.text


def test_two_files_are_compared(file: str) -> None:
    Path("ander.toml").write_text(changed(SCENARIOS, ("fte = 0.2", "fte = 0.3")), encoding="utf-8")
    ran = run("diff", file, "ander.toml", "--lang", "nl")
    assert ran.text.splitlines()[0] == "Netwerk 2026: van netwerk.toml naar ander.toml"
    assert "  Omkadering, VTE (0,2 → 0,3): € 5.633,33 meer" in plain(ran.text)
    both = run("diff", file, "ander.toml", "--scenario", "laag", "--lang", "nl")
    assert both.text.splitlines()[:2] == [
        "Netwerk 2026: van netwerk.toml, Lage bezetting naar ander.toml, Lage bezetting",
        "",
    ]
    each = run(
        "diff", file, "ander.toml", "--scenario", "laag", "--scenario", "weg", "--lang", "nl"
    )
    assert each.text.splitlines()[0] == (
        "Netwerk 2026: van netwerk.toml, Lage bezetting naar ander.toml, CAW vertrekt"
    )


def test_standard_input_is_read_once(file: str) -> None:
    data = Path(file).read_bytes()
    ran = run("diff", "-", "--scenario", "laag", "--lang", "nl", stdin=data)
    assert plain(ran.text) == LOW
    told = run("diff", "-", "--scenario", "laag", "--format", "json", stdin=data)
    assert json.loads(told.out)["a"]["file"] == "<stdin>"


def test_a_row_that_changes_without_any_amount_is_told_by_its_homes(tmp_path: Path) -> None:
    file = tmp_path / "gelijk.toml"
    file.write_text(
        'title = "Gelijk"\n[contribution]\nmodel = "fixed"\n[cost.x]\namount = 10\n'
        "[partner.a]\nunits = 3\n[partner.b]\n"
        '[scenario.weg]\nremove = ["partner.nul"]\n[partner.nul]\n[cost.y]\namount = 2\n'
        'only = ["a"]\n',
        encoding="utf-8",
    )
    file.write_text(file.read_text().replace("[cost.x]\n", '[cost.x]\nexcept = ["nul"]\n'))
    ran = run("diff", file, "--set", "partner.a.units=4", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert ran.text.endswith(
        "The net contribution of a stays the same:\n  homes: 3 → 4\n"
        "The net contribution of all together stays the same:\n  homes: 3 → 4\n"
    )
    left = run("diff", file, "--scenario", "weg", "--lang", "nl")
    assert "- nul" in left.text
    assert "nettobijdrage van nul" not in left.text


def test_a_reserve_never_joins(tmp_path: Path) -> None:
    file = tmp_path / "reserve.toml"
    file.write_text(
        'title = "R"\n[contribution]\nmodel = "fixed"\n[cost.x]\namount = 10\n[partner.a]\n'
    )
    ran = run("diff", file, "--set", "contribution.fixed_amount=4", "--lang", "en")
    assert "~ Reserve" in ran.text
    assert "contribution model (fixed_amount)" not in ran.text
    assert "contribution model (fixed amount): € 6.00 less" in plain(ran.text)


def test_it_says_that_many_changes_are_taken_together(tmp_path: Path) -> None:
    file = tmp_path / "veel.toml"
    file.write_text(many(12, 0) + "[cost.x]\namount = 100\n", encoding="utf-8")
    settings = (f"--set=partner.p{each}.keys.inhabitants=5" for each in range(12))
    ran = run("diff", file, *settings, "--lang", "nl")
    assert ran.text.endswith(
        "\nEr zijn meer dan 10 wijzigingen: wat het meest gemeen heeft, is samengenomen.\n"
    )
    assert "het aantal inwoners van 12 partners" in ran.text


def test_small_changes_are_not_rounded_away_in_words(tmp_path: Path) -> None:
    file = tmp_path / "klein.toml"
    file.write_text(
        'title = "K"\n[contribution]\nmodel = "fixed"\n[cost.x]\namount = 10\n[partner.a]\n'
    )
    ran = run("diff", file, "--set", "cost.x.amount=10.2", "--round", "euro", "--lang", "en")
    assert "The net contribution of a rises by € 0.20:" in plain(ran.text)


def test_files_of_the_same_name_are_told_apart(file: str) -> None:
    Path("oud").mkdir()
    Path("oud", file).write_text(SCENARIOS, encoding="utf-8")
    ran = run("diff", f"oud/{file}", file, "--lang", "nl")
    assert ran.text.splitlines()[0] == f"Netwerk 2026: van oud/{file} naar {file}"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("netwerk.toml",), "give a second file, --scenario or --set to compare with"),
        (("-", "-"), "only one of them can be standard input"),
        (
            ("netwerk.toml", *("--scenario", "a", "--scenario", "b", "--scenario", "c")),
            "at most two can be compared",
        ),
    ],
)
def test_wrong_usage(file: str, arguments: tuple[str, ...], said: str) -> None:
    ran = run("diff", *arguments)
    assert ran.code == 2
    assert said in " ".join(ran.err.replace("│", "").split())


def test_every_problem_of_both_is_told_and_nothing_written(file: str) -> None:
    Path("fout.toml").write_text(changed(SCENARIOS, ("occupancy = 0.85", "occupancy = 1.85")))
    Path("mis.toml").write_text('title = ""\n')
    ran = run("diff", "fout.toml", "mis.toml", "--output", "uit.csv")
    assert ran.code == 2
    assert "error: fout.toml:38:13: day_price.occupancy: must be at most 1, got 1.85" in ran.err
    assert "error: mis.toml:1:9: title: " in ran.err
    assert not Path("uit.csv").exists()
    once = run("diff", "fout.toml", "--scenario", "laag")
    assert once.err.count("must be at most 1") == 1
    unknown = run("diff", file, "--scenario", "lag")
    assert (unknown.code, unknown.err) == (
        2,
        "error: --scenario lag: there is no scenario `lag`\nhint: did you mean `laag`?\n",
    )


def test_warnings_of_both_are_told_once(file: str) -> None:
    odd = changed(SCENARIOS, ("cost = 84_500", "cost = 84.500"))
    Path("raar.toml").write_text(odd, encoding="utf-8")
    ran = run("diff", "raar.toml", "--scenario", "laag")
    assert ran.code == 0
    assert ran.err.count("warning: raar.toml:20:8: fte.cost: 84.500 is read as 84.5") == 1


def test_an_output_never_replaces_what_is_compared(file: str) -> None:
    ran = run("diff", file, "--scenario", "laag", "--output", file)
    assert ran.code == 2
    assert "is the description itself, which the output would overwrite" in ran.err


# Told from the side of who pays


def rows_of(text: str) -> dict[str, list[str]]:
    """The figures of each row of the first table, by its mark and name."""
    table = text.split("───\n", 1)[1].split("\n~ changed", maxsplit=1)[0]
    lines = (re.match(r"([~+-] .+?)  +(.*)", line) for line in table.splitlines())
    return {match[1]: match[2].split() for match in lines if match}


def test_a_bill_that_rises_rises_and_who_leaves_pays_nothing_any_more(file: str) -> None:
    text = plain(run("diff", file, "--scenario", "weg", "--lang", "en").text)
    assert (
        rows_of(text)
        == {
            "~ Stad": ["23,034.67", "23,597.99", "+563.32", "+2.4", "%"],
            "~ Dorp": ["5,758.67", "6,322.01", "+563.34", "+9.8", "%"],
            "- CAW": ["5,758.66", "-5,758.66", "-100.0", "%"],
            "~ Total": ["34,552.00", "29,920.00", "-4,632.00", "-13.4", "%"],
        }
        or "Net contribution" in text
    )
    joined = plain(run("diff", file, file, "--scenario", "weg", "--scenario", "laag").text)
    assert "+ CAW" in joined
    assert "+100" not in joined


MIXED = """title = "Gemengd"
[contribution]
model = "fixed"
[cost.x]
amount = 300
[revenue.gift]
amount = 500
only = ["gever"]
[partner.gever]
[partner.dorp]
[partner.wijk]
[scenario.duurder]
cost.x.amount = 360
[scenario.rijk]
cost.x.amount = 0
[scenario.rijker]
cost.x.amount = 0
revenue.gift.amount = 600
"""


def test_who_receives_has_no_percentage_beside_bills(tmp_path: Path) -> None:
    path = tmp_path / "gemengd.toml"
    path.write_text(MIXED, encoding="utf-8")
    text = plain(run("diff", path, "--scenario", "duurder", "--lang", "en").text)
    assert "Net contribution" in text
    assert rows_of(text) == {
        "~ gever": ["-400.00", "-380.00", "+20.00"],
        "~ dorp": ["100.00", "120.00", "+20.00", "+20.0", "%"],
        "~ wijk": ["100.00", "120.00", "+20.00", "+20.0", "%"],
        "~ Total": ["-200.00", "-140.00", "+60.00"],
    }


def test_where_nobody_pays_the_balances_are_told(tmp_path: Path) -> None:
    path = tmp_path / "gemengd.toml"
    path.write_text(MIXED, encoding="utf-8")
    both = ("--scenario", "rijk", "--scenario", "rijker")
    text = plain(run("diff", path, *both, "--lang", "en").text)
    assert "Balance " in text
    assert rows_of(text)["~ gever"] == ["500.00", "600.00", "+100.00", "+20.0", "%"]
    assert "~ changed, + joined, - left. Balances: revenues less expenses." in text


# Many partners

COSTS = "[cost.rent]\namount = 1_000\n[cost.energy]\namount = 500\n"
SIXTY = many(60, 0) + COSTS


def sixty(tmp_path: Path, *arguments: str, text: str = SIXTY) -> str:
    path = tmp_path / "zestig.toml"
    path.write_text(text, encoding="utf-8")
    ran = run("diff", path, *arguments, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    return plain(ran.text)


def test_of_many_partners_the_total_and_the_largest_changes_come_first(tmp_path: Path) -> None:
    text = sixty(tmp_path, "--set", "cost.rent.amount=4_000")
    assert len(text.splitlines()) < 40
    assert text.splitlines()[2] == "The net contribution of all together rises by € 3,000.00."
    rows = rows_of(text)
    largest = [f"~ p{place}" for place in range(59, 49, -1)]
    assert [*rows] == [*largest, "~ 50 others", "~ Total"]
    changes = [Decimal(cells[2].replace(",", "")) for cells in rows.values()]
    assert sum(changes[:-1]) == changes[-1] == 3_000
    assert "Of 60 partners that change, the 10 with the largest change are shown;" in text
    assert text.count("rent (€ 1,000.00 → € 4,000.00)") == 1
    assert text.endswith("One change is the cause of all this: rent (€ 1,000.00 → € 4,000.00).\n")


def test_several_causes_are_told_of_the_total_and_of_the_largest_changes(tmp_path: Path) -> None:
    settings = ("--set", "cost.rent.amount=4_000", "--set", "cost.energy.amount=400")
    text = sixty(tmp_path, *settings)
    first, last = (
        text.index("The net contribution of all"),
        text.index("The net contribution of p59"),
    )
    assert first < text.index("Net contribution") < last
    assert text.count("rent (€ 1,000.00 → € 4,000.00)") == 11
    assert "contribution of p49" not in text
    markdown = sixty(tmp_path, *settings, "--format", "markdown")
    assert markdown.count("\n- ") == 11


def test_all_partners_are_shown_on_request(tmp_path: Path) -> None:
    text = sixty(tmp_path, "--set", "cost.rent.amount=4_000", "--all")
    rows = rows_of(text)
    assert [*rows] == [*(f"~ p{place}" for place in range(60)), "~ Total"]
    assert text.count("rent (€ 1,000.00 → € 4,000.00)") == 61
    assert "--all" not in text


def test_one_other_is_one(tmp_path: Path) -> None:
    text = sixty(tmp_path, "--set", "cost.rent.amount=4_000", text=many(11, 0) + COSTS)
    assert "~ 1 other " in text


def test_of_saved_statements_of_many_the_total_comes_first_too(tmp_path: Path) -> None:
    path, saved = tmp_path / "zestig.toml", tmp_path / "vroeger.json"
    path.write_text(SIXTY, encoding="utf-8")
    assert run("compute", path, "--output", saved).code == 0
    ran = run("diff", saved, path, "--set", "cost.rent.amount=4_000", "--lang", "nl")
    assert "\n\nDe nettobijdrage van allen samen stijgt met € 3.000,00.\n\n" in plain(ran.text)
    assert "~ 50 andere" in ran.text


def test_a_table_of_very_many_columns_is_that_of_the_total(tmp_path: Path) -> None:
    text = many(3, 0) + "".join(f"[cost.c{each}]\namount = 100\n" for each in range(40))
    path, other = tmp_path / "a.toml", tmp_path / "b.toml"
    path.write_text(text, encoding="utf-8")
    for each in range(40):
        text = text.replace("amount = 100\n", f"amount = {200 + each}\n", 1)
    other.write_text(text, encoding="utf-8")
    ran = run("diff", path, other, "--lang", "en")
    assert "~ p2" in ran.text
    assert "c39" in ran.text
    assert "c29" not in ran.text
    assert "Of the columns, the 10 of the total that change most are shown;" in ran.text
    assert "c29" in run("diff", path, other, "--lang", "en", "--all").text


# Names of files are data


@pytest.mark.parametrize("odd", ["\x1b[31mrood\x1b[0m", "a\nb", "a\u202eb", "a\r", "a\udce9"])
def test_the_name_of_a_file_is_only_a_name(file: str, odd: str) -> None:
    Path(f"{odd}.toml").write_text(SCENARIOS, encoding="utf-8")
    for form in ("table", "markdown", "csv", "json"):
        ran = run("diff", file, f"{odd}.toml", "--set", "fte.cost=1", "--format", form)
        assert (ran.code, ran.err) == (0, "")
        assert not set("\x1b\r\u202e") & {*ran.text}
    title = run("diff", file, f"{odd}.toml", "--lang", "en").text.splitlines()[0]
    assert title == f"Netwerk 2026: from netwerk.toml to {visible(odd)}.toml"


def test_the_heading_of_what_is_set_is_a_word(file: str) -> None:
    for lang, word in (("nl", "nieuw"), ("en", "new")):
        text = run("diff", file, "--set", "fte.cost=1", "--lang", lang).text
        assert text.splitlines()[0].endswith(f" {word}")
        assert "fte.cost" not in text


def test_a_key_that_only_some_have_is_no_obstacle_where_the_others_bear_nothing() -> None:
    text = (
        'title = "x"\n[partner.stad]\nkeys = { inhabitants = 5 }\n[partner.dorp]\n'
        "keys = { inhabitants = 2 }\n[partner.caw]\n[contribution]\nmodel = 'variable'\n"
        "key = 'inhabitants'\n[cost.rent]\namount = 7\nexcept = ['caw']\n"
    )
    dearer = changed(text, ("amount = 7", "amount = 14"), ("inhabitants = 2", "inhabitants = 9"))
    assert paths(text, dearer) == ["cost.rent.amount", "partner.dorp.keys.inhabitants"]
    for_all = changed(
        text, ("except = ['caw']", ""), ("[partner.caw]", "[partner.caw]\nkeys.inhabitants = 1")
    )
    assert paths(text, for_all) == ["cost.rent.except"]


def test_shares_of_more_than_100_in_a_scenario_without_a_partner_have_their_causes() -> None:
    """Between the two they would wait for partners yet to come; here they are scaled."""
    text = """title = "T"
        [cost.rent]
        amount = 10
        [contribution]
        model = "agreed"
        shares = { a = 30, b = 30, c = 40 }
        [partner.a]
        [partner.b]
        [partner.c]
        [scenario.x]
        remove = ["partner.c"]
        contribution.shares = { a = 200, b = 30 }
        """
    ran = run("diff", "-", "--scenario", "x", stdin=text.encode())
    assert (ran.code, ran.err.startswith("warning: ")) == (0, True)
    assert "The net contribution of b falls by €\N{NO-BREAK SPACE}1.70" in ran.text
    assert "c leaves" in ran.text


# ---------------------------------------------------------------- years


YEARS = """title = "Jaren"
year = 2027
[partner.stad]
keys = { inhabitants = 30_000 }
[partner.dorp]
keys = { inhabitants = 10_000 }
[partner.beek]
name = "Beek"
keys = { inhabitants = 10_000 }
from = 2027-07-15
[cost.rent]
amount = 9_000
[contribution]
model = "variable"
key = "inhabitants"
max_rise = 0.5
previous = { stad = 4_000, dorp = 2_000 }
[subsidy.decree]
amount = 900
requires = { partners = 4 }
"""


def caused(a: str, b: str) -> list[tuple[Any, ...]]:
    """Each cause with its values, and its part in the balance of each row."""
    found = diff(parse(a), parse(b))
    rows = (*found.partners, found.total)
    return [
        (
            dotted(cause.path),
            *(value_text(getattr(cause.sole, side), cause.path) for side in ("a", "b")),
            [row.causes[at] for row in rows],
        )
        for at, cause in enumerate(found.causes or ())
    ]


def test_a_first_full_year_after_a_part_is_a_cause() -> None:
    assert caused(YEARS, YEARS.replace("year = 2027", "year = 2028")) == [
        ("partner.beek.from", "0.5", "1", [60000, 20000, -80000, 0]),
    ]


def test_leaving_in_the_year_is_a_cause_and_leaving_later_is_none() -> None:
    other = YEARS.replace("from = 2027-07-15", "until = 2027-09-30")
    later = YEARS.replace("from = 2027-07-15", "until = 2030-09-30")
    assert [each[:3] for each in caused(later, other)] == [("partner.beek.until", "1", "0.75")]
    assert caused(later, later.replace("2030-09-30", "2031-12-31")) == []
    assert caused(other, other) == []


def test_what_was_paid_before_is_a_cause_where_a_rise_is_capped() -> None:
    other = YEARS.replace("stad = 4_000", "stad = 3_000.5")
    assert [each[:3] for each in caused(YEARS, other)] == [
        ("contribution.previous", "{ stad = 4000, dorp = 2000 }", "{ stad = 3000.5, dorp = 2000 }")
    ]
    free = [each.replace("max_rise = 0.5\n", "") for each in (YEARS, other)]
    assert caused(*free) == []
    none = YEARS.replace("previous = { stad = 4_000, dorp = 2_000 }\n", "")
    assert [each[0] for each in caused(none, YEARS.replace("stad = 4_000", "stad = 3_000"))] == [
        "contribution.previous"
    ]


def test_a_cap_that_comes_is_a_change_of_the_contribution() -> None:
    without = YEARS.replace("max_rise = 0.5\n", "")
    other = YEARS.replace("stad = 4_000", "stad = 3_000")
    assert [each[0] for each in caused(without, other)] == ["contribution"]
    assert [each[:3] for each in caused(other, other.replace("0.5", "0.25"))] == [
        ("contribution.max_rise", "0.5", "0.25")
    ]


def test_a_threshold_is_a_cause() -> None:
    assert caused(YEARS, YEARS.replace("partners = 4", "partners = 3")) == [
        (
            "subsidy.decree.requires",
            "{ partners = 4 }",
            "{ partners = 3 }",
            [60000, 20000, 10000, 90000],
        )
    ]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", "deel van het jaar van Beek (1/2 → 1)"),
        ("en", "part of the year of Beek (1/2 → 1)"),
        ("fr", "partie de l’année de Beek (1/2 → 1)"),
    ],
)
def test_a_part_of_a_year_is_told_in_words(lang: str, told: str, tmp_path: Path) -> None:
    for year in (2027, 2028):
        text = YEARS.replace("year = 2027", f"year = {year}")
        (tmp_path / f"{year}.toml").write_text(text, encoding="utf-8")
    files = [str(tmp_path / f"{year}.toml") for year in (2027, 2028)]
    assert told in run("diff", *files, "--lang", lang).text.replace("\xa0", " ")


SETTLED = """title = "Netwerk"
[partner.stad]
[cost.rent]
amount = 100
[contribution]
model = "fixed"
[scenario.actual]
cost.rent.amount = 110
[scenario.lean]
cost.rent.amount = 90
"""


def test_what_is_settled_is_compared_with_the_budget(tmp_path: Path) -> None:
    path = tmp_path / "net.toml"
    path.write_text(SETTLED)
    titles = [
        run("diff", path, "--scenario", scenario, "--lang", lang).text.splitlines()[0]
        for scenario, lang in (("actual", "nl"), ("lean", "nl"), ("actual", "en"))
    ]
    assert titles == [
        "Netwerk: van begroting naar werkelijke cijfers",
        "Netwerk: van huidige afspraak naar lean",
        "Netwerk: from budget to actual figures",
    ]
