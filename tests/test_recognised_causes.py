"""Causes that people recognise: an index, a merger, and what is put together last."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import run
from igs_costshare import parse
from igs_costshare.comparing.cause import Cause
from igs_costshare.comparing.changes import Change, changes_between
from igs_costshare.comparing.difference import Difference, diff
from igs_costshare.comparing.grouping import put_together, recognised
from igs_costshare.comparing.indexing import indices
from igs_costshare.documents.cause_phrases import PhraseTeller
from igs_costshare.errors import dotted
from igs_costshare.wording.language import language

HEAD = 'title = "Net"\n[contribution]\nmodel = "variable"\nkey = "inhabitants"\n'
STAD = '[partner.stad]\nname = "Stad"\nkeys = { inhabitants = 30_000 }\n'
DORP = '[partner.dorp]\nname = "Dorp"\ndays = 10\nkeys = { inhabitants = 4_000, area = 9 }\n'
VELD = '[partner.veld]\nname = "Veld"\ndays = { 2 = 5 }\nkeys = { inhabitants = 6_000 }\n'
BOTH = '[partner.vlaardorp]\nname = "Vlaardorp"\ndays = { 1 = 10, 2 = 5 }\n'
BOTH += "keys = { inhabitants = 10_000 }\n"
RENT = "[cost.rent]\namount = 10_000\n"


def words(difference: Difference, lang: str) -> list[str]:
    teller = PhraseTeller(difference.names, "EUR", language(lang))
    return [
        teller.phrase(cause).replace("\N{NO-BREAK SPACE}", " ") for cause in difference.causes or ()
    ]


def between(a: str, b: str) -> Difference:
    """The difference, of which the causes add up, and are opposite on the way back."""
    there, back = diff(parse(a), parse(b)), diff(parse(b), parse(a))
    for row in there.rows:
        assert sum(row.causes) == row.columns["balance"].change
        (other,) = (each for each in back.rows if each.id == row.id)
        assert row.causes == tuple(-part for part in other.causes)
    assert [cause.path for cause in there.causes or ()] == [
        cause.path for cause in back.causes or ()
    ]
    return there


def costs(*amounts: str) -> str:
    lines = "".join(f"[cost.c{at}]\namount = {each}\n" for at, each in enumerate(amounts))
    return HEAD + STAD + DORP + lines


def test_one_factor_on_several_amounts_is_an_index_in_words() -> None:
    a, b = costs("10_000", "50_000", "1_234"), costs("10_250", "51_250", "1_265")
    difference = between(a, b)
    assert [dotted(cause.path) for cause in difference.causes or ()] == ["index"]
    assert words(difference, "nl") == ["indexering +2,5 % van 3 bedragen"]
    assert words(difference, "fr") == ["indexation +2,5 % de 3 montants"]
    assert words(difference, "en") == ["indexation +2.5 % of 3 amounts"]
    assert words(between(b, a), "nl") == ["indexering -2,44 % van 3 bedragen"]


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        # published dues, rounded each year
        (("1_971", "4_343"), ("2_089", "4_604"), ["indexation +6 % of 2 amounts"]),
        # to the cent
        (("100.00", "16.45"), ("102.50", "16.86"), ["indexation +2.5 % of 2 amounts"]),
        # an amount that is too rough to tell goes along where the factor explains it
        (
            ("10_000", "50_000", "20"),
            ("10_200", "51_000", "20.4"),
            ["indexation +2 % of 3 amounts"],
        ),
        (("10_000", "50_000", "30"), ("10_200", "51_000", "31"), ["indexation +2 % of 3 amounts"]),
        # two that are rough tell nothing, nor does one alone
        (("10", "12"), ("11", "13"), ["c0 (€ 10.00 → € 11.00)", "c1 (€ 12.00 → € 13.00)"]),
        (
            ("1_000", "2_000"),
            ("1_020", "2_060"),
            ["c0 (€ 1,000.00 → € 1,020.00)", "c1 (€ 2,000.00 → € 2,060.00)"],
        ),
        # two factors
        (
            ("1_000", "2_000", "3_000", "4_000", "5_000"),
            ("1_020", "2_040", "3_090", "4_120", "5_150"),
            ["indexation +3 % of 3 amounts", "indexation +2 % of 2 amounts"],
        ),
        # from nothing to something is no factor
        (
            ("0", "1_000"),
            ("10", "1_020"),
            ["c0 (€ 0.00 → € 10.00)", "c1 (€ 1,000.00 → € 1,020.00)"],
        ),
    ],
)
def test_amounts_that_a_factor_explains(
    a: tuple[str, ...], b: tuple[str, ...], told: list[str]
) -> None:
    assert words(between(costs(*a), costs(*b)), "en") == told


def test_prices_rates_and_bounds_are_amounts_and_other_figures_are_none() -> None:
    text = HEAD.replace('key = "inhabitants"', "rate = { inhabitants = 2.00 }\nmaximum = 90_000")
    text += "[day_price]\nprices = { 1 = 16.00, 2 = 20.00 }\nmix = { 1 = 1 }\ndays = 360\n"
    text += "occupancy = 0.5\n" + STAD + DORP.replace("days = 10\n", "")
    other = text.replace("2.00 }", "2.04 }", 1).replace("90_000", "91_800")
    other = other.replace("1 = 16.00, 2 = 20.00", "1 = 16.32, 2 = 20.40")
    other = other.replace("inhabitants = 30_000", "inhabitants = 30_600").replace("0.5", "0.51")
    assert words(between(text, other), "en") == [
        "occupancy (50 % → 51 %)",
        "indexation +2 % of 4 amounts",
        "inhabitants of Stad (30,000 → 30,600)",
    ]


CLASSES = "[{ up_to = 5_000, amount = 100.00 }, { amount = 200.00 }]"


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("[{ up_to = 5_000, amount = 102.00 }, { amount = 204.00 }]", 3),
        ("[{ up_to = 5_100, amount = 102.00 }, { amount = 204.00 }]", 0),
        ("[{ amount = 102.00 }]", 0),
    ],
)
def test_classes_rise_where_their_bounds_stay(new: str, found: int) -> None:
    text = HEAD.replace('key = "inhabitants"', f"rate = {{ inhabitants = {CLASSES} }}")
    text += STAD + DORP + RENT
    other = text.replace(CLASSES, new).replace("10_000", "10_200")
    changes = changes_between(parse(text), parse(other))
    assert [len(each.changes) for each in indices(changes)] == ([2] if found else [])


@given(
    st.lists(st.integers(200, 10**6), min_size=2, max_size=6, unique=True),
    st.integers(1, 100),
)
def test_an_index_to_the_cent_is_found(amounts: list[int], rise: int) -> None:
    factor = 1 + Decimal(rise).scaleb(-3)
    changes = [
        Change(
            ("cost", f"c{at}", "amount"), Decimal(each), (each * factor).quantize(Decimal("0.01"))
        )
        for at, each in enumerate(amounts)
    ]
    (found,) = indices(changes)
    assert (len(found.changes), found.part) == (len(amounts), factor - 1)


def test_a_merger_in_words_and_back() -> None:
    a, b = HEAD + STAD + DORP + VELD + RENT, HEAD + STAD + BOTH + RENT
    difference = between(a, b)
    assert [dotted(cause.path) for cause in difference.causes or ()] == ["merge.vlaardorp"]
    assert words(difference, "nl") == ["Dorp en Veld fuseren tot Vlaardorp"]
    assert words(difference, "fr") == ["Dorp et Veld fusionnent en Vlaardorp"]
    assert words(difference, "en") == ["Dorp and Veld merge into Vlaardorp"]
    back = between(b, a)
    assert words(back, "nl") == ["Vlaardorp splitst in Dorp en Veld"]
    assert words(back, "fr") == ["Vlaardorp se scinde en Dorp et Veld"]
    assert words(back, "en") == ["Vlaardorp splits into Dorp and Veld"]


def test_homes_with_names_pass_over_in_a_merger() -> None:
    home = '[unit.huis]\nowner = "{}"\n[unit.flat]\nowner = "stad"\n'
    a = HEAD + STAD + DORP + VELD + RENT + home.format("dorp")
    b = HEAD + STAD + BOTH + RENT + home.format("vlaardorp")
    difference = between(a, b)
    assert [dotted(cause.path) for cause in difference.causes or ()] == ["merge.vlaardorp"]
    assert len((difference.causes or ())[0].changes) == 4
    lost = HEAD + STAD + BOTH + RENT + home.format("stad")
    assert len(between(a, lost).causes or ()) > 1


@pytest.mark.parametrize(
    "new",
    [
        BOTH.replace("10_000", "10_001"),
        BOTH.replace("2 = 5", "2 = 6"),
        BOTH + "units = 1\n",
    ],
)
def test_figures_that_do_not_add_up_are_no_merger(new: str) -> None:
    difference = between(HEAD + STAD + DORP + VELD + RENT, HEAD + STAD + new + RENT)
    assert words(difference, "en") == ["Dorp leaves", "Veld leaves", "Vlaardorp joins"]


def test_who_counts_for_nothing_does_not_merge() -> None:
    caw = '[partner.caw]\nname = "CAW"\nkeys = { inhabitants = 0 }\n'
    new = DORP.replace("dorp", "brug").replace("Dorp", "Brug")
    difference = between(HEAD + STAD + DORP + caw + RENT, HEAD + STAD + new + RENT)
    assert words(difference, "en") == ["Brug joins", "CAW leaves", "Dorp leaves"]


def test_of_too_many_partners_no_sums_are_tried() -> None:
    gone = "".join(f"[partner.p{at}]\nkeys = {{ inhabitants = 1 }}\n" for at in range(202))
    came = "[partner.q]\nkeys = { inhabitants = 2 }\n"
    a, b = parse(HEAD + STAD + gone + RENT), parse(HEAD + STAD + came + RENT)
    causes, _ = put_together(recognised(changes_between(a, b)), 300)
    assert len(causes) == 203


def shown(a: str, b: str, most: int) -> list[tuple[str, int]]:
    causes, _ = put_together(recognised(changes_between(parse(a), parse(b))), most)
    return [(dotted(cause.path), len(cause.changes)) for cause in causes]


def test_who_joins_and_leaves_is_put_together_last() -> None:
    def text(more: int, *partners: str) -> str:
        lines = "".join(f"[cost.c{at}]\namount = {1_000 + more * at}\n" for at in range(1, 5))
        return HEAD + "".join(partners) + lines

    stad = STAD.replace("30_000", "31_000")
    a, b = text(0, STAD, DORP, VELD), text(100, stad, BOTH.replace("10_000", "9_000"))
    assert shown(a, b, 5) == [
        ("cost", 4),
        ("partner.dorp", 1),
        ("partner.stad.keys.inhabitants", 1),
        ("partner.veld", 1),
        ("partner.vlaardorp", 1),
    ]
    assert shown(a, b, 4) == [
        ("cost.c1.amount", 5),
        ("partner.dorp", 1),
        ("partner.veld", 1),
        ("partner.vlaardorp", 1),
    ]
    assert shown(a, b, 2) == [("cost.c1.amount", 5), ("partner.*", 3)]


def told(cause: Cause, difference: Difference) -> str:
    return PhraseTeller(difference.names, "EUR", language("en")).phrase(cause)


def test_what_is_put_together_is_told_by_its_parts() -> None:
    costs_of = "[cost.a]\namount = {}\n[cost.b]\namount = {}\n"
    a = HEAD + STAD + DORP + VELD + costs_of.format("1_000", "2_000")
    b = HEAD + STAD + BOTH + costs_of.format("1_020", "2_040")
    (one,), _ = put_together(recognised(changes_between(parse(a), parse(b))), 1)
    assert one.path == ("merge", "vlaardorp")
    assert told(one, diff(parse(a), parse(b))).replace("\N{NO-BREAK SPACE}", " ") == (
        "Dorp and Veld merge into Vlaardorp and indexation +2 % of 2 amounts"
    )


def test_several_indices_as_one_are_told_without_their_factors() -> None:
    a = costs("1_000", "2_000", "3_000", "4_000", "5_000")
    b = costs("1_020", "2_040", "3_090", "4_120", "5_150")
    (one,), together = put_together(recognised(changes_between(parse(a), parse(b))), 1)
    assert together
    assert (one.path, one.part) == (("index",), None)
    assert told(one, diff(parse(a), parse(b))) == "indexation of 5 amounts"


def test_more_causes_than_can_be_tried_in_every_order_are_sampled_and_add_up() -> None:
    lines = "".join(f"[cost.c{at}]\namount = {1_000 * at + 1_000}\n" for at in range(9))
    other = "".join(f"[cost.c{at}]\namount = {1_000 * at + 1_130}\n" for at in range(9))
    a = HEAD.replace('"inhabitants"', "{ area = 1 }") + DORP + STAD.replace("{", "{ area = 2, ")
    b = HEAD + DORP.replace("area = 9", "youth = 1") + STAD + BOTH
    one, two = parse(a + lines), parse(b + other)
    there, back = diff(one, two, most=14), diff(two, one, most=14)
    assert (there.orders, there.most) == (200, None)
    assert len(there.causes or ()) == 14
    for row in there.rows:
        assert sum(row.causes) == row.columns["balance"].change
        (same,) = (each for each in back.rows if each.id == row.id)
        assert row.causes == tuple(-part for part in same.causes)
    assert diff(one, two, most=3).orders is None


def test_what_is_sampled_of_causes_that_do_not_touch_one_another_is_exact() -> None:
    lines = "".join(f"[cost.c{at}]\namount = {1_000 * at + 1_000}\n" for at in range(11))
    other = "".join(f"[cost.c{at}]\namount = {1_000 * at + 1_130}\n" for at in range(11))
    one, two = (parse(HEAD + STAD + each) for each in (lines, other))
    found = diff(one, two, most=20)
    assert (found.orders, found.total.causes) == (200, (-13_000,) * 11)


def test_how_many_causes_is_asked_and_that_they_are_sampled_is_said(tmp_path: Path) -> None:
    for name, more in (("a", 0), ("b", 130)):
        lines = "".join(f"[cost.c{at}]\namount = {1_000 * (at + 1) + more}\n" for at in range(11))
        (tmp_path / f"{name}.toml").write_text(HEAD + STAD + lines, encoding="utf-8")
    files = [tmp_path / "a.toml", tmp_path / "b.toml"]
    told = run("diff", *files, "--causes", "11", "--lang", "en").text
    assert "The causes are too many to try in every order" in " ".join(told.split())
    assert "mean over 200 orders" in " ".join(told.split())
    assert (
        json.loads(run("diff", *files, "--causes", "11", "--format", "json").text)["orders"] == 200
    )
    few = run("diff", *files, "--causes", "2", "--lang", "en").text
    assert "There are more than 2 changes" in " ".join(few.split())
    assert run("diff", *files, "--causes", "0").code == 2


def test_an_index_that_only_the_other_way_explains_is_told_on_both_ways() -> None:
    a, b = costs("12.3456", "100.0000", "200.0000"), costs("13", "102.50", "205.00")
    assert words(between(a, b), "en") == ["indexation +2.5 % of 3 amounts"]
    assert words(between(b, a), "en") == ["indexation -2.44 % of 3 amounts"]
