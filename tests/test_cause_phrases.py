"""What causes are called, in both languages."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import get_args

import pytest

from igs_costshare import parse
from igs_costshare.comparing.difference import Difference, diff
from igs_costshare.description.contributions import Contribution
from igs_costshare.documents.cause_phrases import PhraseTeller
from igs_costshare.wording.catalogue import area
from igs_costshare.wording.language import language

BASE = """title = "Netwerk"
[rounding]
half = "even"
[fte]
cost = 80_000
[partner.stad]
name = "Stad"
units = 2
days = 30
keys = { inhabitants = 30_000, weight = 2 }
[partner.dorp]
name = "Dorp"
days = 20
keys = { inhabitants = 10_000, weight = 1 }
[unit.huis]
name = "Huis"
owner = "dorp"
[cost.rent]
label = "Huur"
amount = 1_000
[cost.staff]
label = "Ploeg"
fte = 0.2
fte_cost = 70_000
[cost.extra]
label = "Extra"
amount = 10
contribution = { model = "fixed" }
[cost.visit]
label = "Bezoek"
amount = 5
per = "unit"
[subsidy.decree]
label = "Decreet"
rate = 0.1
of = ["rent"]
[subsidy.fund]
label = "Fonds"
match = 0.5
cap = 900
[contribution]
model = "variable"
key = "units"
[day_price]
prices = { 1 = 16 }
mix = { 1 = 1 }
days = 360
occupancy = 0.85
"""


def phrases(difference: Difference, lang: str) -> list[str]:
    teller = PhraseTeller(difference.names, "EUR", language(lang))
    return [
        teller.phrase(cause).replace("\N{NO-BREAK SPACE}", " ") for cause in difference.causes or ()
    ]


def told(base: str, *settings: str) -> list[tuple[str, str]]:
    """The causes in Dutch and in English, in the order of their paths."""
    difference = diff(parse(base), parse(base, settings=settings))
    dutch, english = (phrases(difference, lang) for lang in ("nl", "en"))
    return list(zip(dutch, english, strict=True))


CASES = tomllib.loads((Path(__file__).parent / "causes.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["change"], ids=lambda case: case["set"])
def test_a_change_in_words(case: dict[str, str]) -> None:
    assert told(BASE, case["set"]) == [(case["nl"], case["en"])]


@pytest.mark.parametrize("case", CASES["contribution"], ids=lambda case: case["set"])
def test_a_change_in_the_contribution_in_words(case: dict[str, str]) -> None:
    base = 'title = "T"\n[cost.rent]\namount = 900\n'
    base += (
        f"[partner.stad]\ndays = 10\n[partner.dorp]\ndays = 5\n[contribution]\n{case['model']}\n"
    )
    assert told(base, case["set"]) == [(case["nl"], case["en"])]


def test_a_field_of_the_contribution_of_one_line_in_words() -> None:
    base = BASE.replace('{ model = "fixed" }', '{ model = "variable", key = "units" }')
    assert told(base, "cost.extra.contribution.key=days") == [
        (
            "Extra, hoe verdeeld (het aantal woningen → het aantal gebruiksdagen)",
            "Extra, how it is divided (homes → days of use)",
        )
    ]


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        (
            "contribution.order=['dorp', 'stad']",
            ("volgorde van de beurten", "order of the turns"),
        ),
        (
            "contribution.since=2025",
            ("jaar van de eerste beurt (2026 → 2025)", "year of the first turn (2026 → 2025)"),
        ),
    ],
)
def test_a_change_in_the_turns_in_words(setting: str, words: tuple[str, str]) -> None:
    base = 'title = "T"\nyear = 2027\n[cost.rent]\namount = 900\n[partner.stad]\n[partner.dorp]\n'
    base += '[contribution]\nmodel = "turns"\norder = ["stad", "dorp"]\nsince = 2026\n'
    assert told(base, setting) == [words]


def test_turns_of_partners_who_all_go_have_their_causes() -> None:
    costs = 'title = "T"\nyear = 2027\n[cost.rent]\namount = 900\n'
    before = costs + '[partner.stad]\n[contribution]\nmodel = "turns"\norder = ["stad"]\n'
    after = costs + '[partner.dorp]\n[contribution]\nmodel = "variable"\nkey = "partners"\n'
    difference = diff(parse(before), parse(after))
    assert difference.causes


def test_a_list_of_partners_who_all_go_is_not_everybody() -> None:
    before = 'title = "T"\n[partner.stad]\n[contribution]\nmodel = "fixed"\n'
    after = before.replace("stad", "dorp")
    rent = "[cost.rent]\namount = 900\n"
    one, other = parse(before + rent + 'only = ["stad"]\n'), parse(after + rent)
    assert diff(one, other).causes
    assert diff(other, one).causes


def test_another_owner_in_words() -> None:
    base = BASE.replace("units = 2\n", "")
    assert told(base, "unit.huis.owner=stad") == [
        ("eigenaar van woning Huis (Dorp → Stad)", "owner of home Huis (Dorp → Stad)")
    ]


def test_what_goes_in_words() -> None:
    text = (
        BASE
        + "[partner.caw]\nkeys = { inhabitants = 0, weight = 0 }\n"
        + '[scenario.weg]\nremove = ["partner.caw", "unit.huis", "cost.rent", "subsidy.decree"]\n'
    )
    difference = diff(parse(text), parse(text, scenario="weg"))
    assert phrases(difference, "nl") == [
        "valt weg: Huur",
        "caw vertrekt",
        "valt weg: Decreet",
        "een woning minder: Huis",
    ]


def test_changes_that_make_no_sense_apart_in_words() -> None:
    settings = [
        "contribution.key=youth",
        *(
            f"partner.{id}.keys={{ youth = 5, inhabitants = 1, weight = 1 }}"
            for id in ("stad", "dorp")
        ),
    ]
    assert (
        (
            "verdeelsleutel (het aantal woningen → het aantal kinderen en jongeren) en het aantal "
            "kinderen en jongeren van 2 partners"
        ),
        "key (homes → children and young people) and children and young people of 2 partners",
    ) in told(BASE, *settings)


def test_of_many_changes_that_are_one_the_first_are_named() -> None:
    text = 'title = "T"\n[contribution]\nmodel = "variable"\nkey = "a"\n[cost.x]\namount = 9\n'
    text += "[partner.p]\nkeys = { a = 1 }\n[partner.q]\nkeys = { a = 1 }\n"
    keys = "key = { b = 0.25, c = 0.25, d = 0.25, e = 0.25 }"
    other = text.replace('key = "a"', keys).replace("a = 1", "a = 1, b = 1, c = 2, d = 3, e = 4")
    assert phrases(diff(parse(text), parse(other)), "en") == [
        "key, “b” of 2 partners and 3 other changes"
    ]


def test_one_field_of_many_partners_in_words() -> None:
    text = 'title = "Groot"\n[contribution]\nmodel = "variable"\nkey = "inhabitants"\n'
    text += "[cost.rent]\namount = 900\n"
    text += "".join(f"[partner.p{at}]\nkeys = {{ inhabitants = 5 }}\n" for at in range(11))
    settings = [f"partner.p{at}.keys.inhabitants={at + 6}" for at in range(11)]
    assert told(text, *settings) == [
        ("het aantal inwoners van 11 partners", "inhabitants of 11 partners")
    ]


def test_a_whole_table_in_words() -> None:
    added = told(
        'title = "T"\n[partner.a]\nunits = 1\n',
        "day_price={ prices = { 1 = 9 }, days = 9, occupancy = 1 }",
    )
    assert added == [("de dagprijs", "the day price")]


def test_another_order_in_words() -> None:
    one = 'title = "T"\n[cost.x]\namount = 0.01\n[contribution]\nmodel = "fixed"\n'
    one += "[partner.a]\n[partner.b]\n"
    other = one.replace("[partner.a]\n[partner.b]", "[partner.b]\n[partner.a]")
    difference = diff(parse(one), parse(other))
    assert phrases(difference, "en") == ["order of the entries, which ties follow"]


def test_another_year_is_a_cause_where_turns_go_by_it() -> None:
    one = 'title = "T"\nyear = 2026\n[cost.x]\namount = 1\n[contribution]\nmodel = "turns"\n'
    one += 'order = ["a", "b"]\nsince = 2026\n[partner.a]\n[partner.b]\n'
    later = diff(parse(one), parse(one.replace("year = 2026", "year = 2027")))
    assert phrases(later, "en") == ["year (2026 → 2027)"]
    assert [row.causes for row in later.partners] == [(100,), (-100,)]
    other = diff(parse(one), parse(one.replace('["a", "b"]', '["b", "a"]')))
    assert [row.causes for row in other.partners] == [(100,), (-100,)]
    by_key = one.replace('"turns"', '"fixed"').replace('order = ["a", "b"]\nsince = 2026\n', "")
    assert phrases(diff(parse(by_key), parse(by_key.replace("2026", "2027"))), "en") == []


def test_every_model_has_its_word() -> None:
    union = get_args(get_args(Contribution)[0])
    names = {get_args(each.model_fields["model"].annotation)[0] for each in union}
    assert names == area("en", "model").keys()
