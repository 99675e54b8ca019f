"""Who stayed in whose homes agrees with the statement, with prices finer than a cent too."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import run
from igs_costshare.sharing.exact import total_of
from igs_costshare.staying.matrix import agreeing, spread

FINE = """title = "Netwerk"
year = 2026
[day_price]
prices = { 1 = 10.0015, 2 = 10.0035 }
[stays]
register = "stays.csv"
[partner.a]
units = 1
[partner.b]
units = 1
[partner.c]
units = 1
"""
PAID = FINE.replace("[stays]", 'paid_by = "partner"\n[stays]')
ROWS = """owner,referrer,persons,from,until
a,a,1,2026-01-01,2026-01-02
a,b,1,2026-02-01,2026-02-04
a,c,2,2026-03-01,2026-03-02
b,a,2,2026-01-01,2026-01-06
b,b,1,2026-02-01,2026-02-02
c,c,2,2026-03-01,2026-03-04
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def figures(text: str, rows: str) -> tuple[dict[str, dict[str, int]], ...]:
    """Owners and referrers by the report, by its matrix, and by the statement, in cents."""
    Path("net.toml").write_text(text, encoding="utf-8")
    Path("stays.csv").write_text(rows, encoding="utf-8")
    told = json.loads(run("stays", "net.toml", "--format", "json").out)
    stated = json.loads(run("compute", "net.toml", "--format", "json").out)

    def cents(amount: str) -> int:
        return int(amount.replace(".", ""))

    def added(pairs: list[tuple[str, int]]) -> dict[str, int]:
        sums = dict.fromkeys("abc", 0)
        for id, amount in pairs:
            sums[id] += amount
        return sums

    between = [(each["owner"], each["referrer"], cents(each["amount"])) for each in told["between"]]
    homes = added([(each["owner"], cents(each["income"])) for each in told["homes"]])
    referrers = added([(each["id"], cents(each["amount"])) for each in told["referrers"]])
    columns = added([(owner, amount) for owner, _, amount in between])
    rows_of = added([(referrer, amount) for _, referrer, amount in between])
    lines = {
        column: {row["id"]: cents(row["cells"][column]) for row in stated["partners"]}
        for column in stated["partners"][0]["cells"]
    }
    return {"homes": homes, "referrers": referrers}, {"homes": columns, "referrers": rows_of}, lines


def test_where_partners_pay_all_agrees_with_both_lines() -> None:
    reported, matrix, lines = figures(PAID, ROWS)
    assert reported == matrix
    assert reported == {"homes": lines["day_price"], "referrers": lines["day_price_paid"]}
    assert reported == {
        "homes": {"a": 5001, "b": 6002, "c": 3001},
        "referrers": {"a": 6002, "b": 4001, "c": 4001},
    }


def test_else_referrers_come_to_what_the_homes_get() -> None:
    reported, matrix, lines = figures(FINE, ROWS)
    assert reported == matrix
    assert reported["homes"] == lines["day_price"]
    assert sum(reported["referrers"].values()) == sum(lines["day_price"].values()) == 14004


def test_nights_of_no_referrer_take_their_part_of_the_homes() -> None:
    reported, matrix, lines = figures(FINE, ROWS.replace("a,c,", "a,,"))
    assert reported["homes"] == lines["day_price"] == {"a": 5001, "b": 6002, "c": 3001}
    assert reported["referrers"] == matrix["referrers"] == {"a": 6002, "b": 4001, "c": 3001}
    assert matrix["homes"] == {"a": 4001, "b": 6002, "c": 3001}


ODD = """owner,referrer,persons,from,until
a,a,1,2026-01-01,2026-01-02
b,b,1,2026-01-01,2026-01-02
c,c,1,2026-01-01,2026-01-02
"""


def test_a_cent_goes_to_no_pair_without_nights_though_the_lines_differ() -> None:
    """The taker of the difference pays a cent that is of homes where none of its clients stay."""
    text = PAID.replace("10.0015", "10.0065") + '[rounding]\ndifference = "c"\n'
    reported, matrix, lines = figures(text, ODD)
    assert reported["homes"] == lines["day_price"] == {"a": 1001, "b": 1001, "c": 1001}
    assert reported["referrers"] == matrix["referrers"] == lines["day_price_paid"]
    told = json.loads(run("stays", "net.toml", "--format", "json").out)["between"]
    assert [(each["referrer"], each["owner"]) for each in told] == [
        ("a", "a"),
        ("b", "b"),
        ("c", "c"),
    ]


SUMMER = "c,c,1,2026-01-01,2026-07-20"
ROUGH = """title = "Netwerk"
year = 2026
[day_price]
prices = { 1 = 50 }
[rounding]
unit = 100
half = "up"
[stays]
register = "stays.csv"
[partner.a]
units = 1
[partner.b]
units = 2
[partner.c]
"""
APART = """owner,referrer,persons,from,until
a,a,1,2026-01-01,2026-02-23
b,b,1,2026-01-01,2026-04-28
b,c,1,2026-01-01,2026-04-10
"""


def test_homes_come_to_the_statement_though_each_referrer_rounded_by_itself_would_not() -> None:
    """53, 117 and 99 nights at 50: 2,700 and 10,800 for the homes, and no third hundred of a's."""
    reported, matrix, lines = figures(ROUGH, APART)
    assert reported == matrix
    assert reported["homes"] == lines["day_price"] == {"a": 2700_00, "b": 10_800_00, "c": 0}
    assert reported["referrers"]["a"] == 2700_00
    assert sum(reported["referrers"].values()) == 13_500_00
    assert "Rounding" not in run("stays", "net.toml", "--lang", "en").text


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            (
                "Rounding leaves the columns of b and c unlike the day prices of their homes: "
                "each row is what a partner pays."
            ),
        ),
        (
            "nl",
            (
                "Door de afronding wijken de kolommen van b en c af van de dagprijzen van hun "
                "woningen: elke rij is wat een partner betaalt."
            ),
        ),
        (
            "fr",
            (
                "L’arrondi écarte les colonnes de b et c des prix de journée de leurs logements : "
                "chaque ligne est ce qu’un partenaire paie."
            ),
        ),
    ],
)
def test_where_both_lines_cannot_agree_it_is_said(lang: str, told: str) -> None:
    """1, 1 and 200 nights at 50: the homes come to 102 hundreds, and b pays none."""
    text = ROUGH.replace("[rounding]", 'paid_by = "partner"\n[rounding]') + "units = 1\n"
    reported, matrix, lines = figures(text, ODD.replace("c,c,1,2026-01-01,2026-01-02", SUMMER))
    assert reported["referrers"] == matrix["referrers"] == lines["day_price_paid"]
    assert reported["homes"] == lines["day_price"] == {"a": 100_00, "b": 100_00, "c": 10_000_00}
    uneven = [id for id in "abc" if reported["homes"][id] != matrix["homes"][id]]
    shown = " ".join(run("stays", "net.toml", "--lang", lang).text.split())
    assert uneven == ["b", "c"]
    assert told in shown.replace("\N{NO-BREAK SPACE}", " ")
    figures(PAID, ROWS)
    assert told[:20] not in run("stays", "net.toml", "--lang", lang).text


def test_units_go_by_way_of_others_where_two_columns_have_no_row_in_common() -> None:
    half = Fraction(1, 2)
    exact = {("p", "x"): half, ("p", "y"): half, ("q", "y"): half, ("q", "z"): half}
    columns = {"x": 1, "y": 1, "z": 0}
    found = agreeing(exact, {"p": 1, "q": 1}, columns, "even")
    assert found == {("p", "x"): 1, ("p", "y"): 0, ("q", "y"): 1, ("q", "z"): 0}
    found = agreeing(exact, {"p": 1, "q": 1}, {"x": 0, "y": 1, "z": 1}, "even")
    assert found == {("p", "x"): 0, ("p", "y"): 1, ("q", "y"): 0, ("q", "z"): 1}


def test_what_cannot_agree_keeps_to_the_rows() -> None:
    exact = {("p", "x"): Fraction(5), ("q", "y"): Fraction(5)}
    found = agreeing(exact, {"p": 6, "q": 4}, {"x": 5, "y": 5}, "even")
    assert found == {("p", "x"): 6, ("q", "y"): 4}


def test_several_units_go_to_one_amount_and_none_to_nothing() -> None:
    assert spread([Fraction(0), Fraction(7, 2)], 7, "even") == [0, 7]
    assert spread([Fraction(1, 3), Fraction(5, 3)], 1, "even") == [0, 1]
    assert spread([], 0, "even") == []


THOUSANDTHS = st.lists(st.integers(1, 5_000), min_size=16, max_size=16)


@given(THOUSANDTHS)
def test_rows_and_columns_where_each_stayed_with_each(thousandths: list[int]) -> None:
    pairs = [(row, column) for row in "abcd" for column in "wxyz"]
    exact = {pair: Fraction(each, 1_000) for pair, each in zip(pairs, thousandths, strict=True)}
    rows, columns = (
        [total_of(units for pair, units in exact.items() if pair[at] == id) for id in ids]
        for at, ids in ((0, "abcd"), (1, "wxyz"))
    )
    total = round(sum(exact.values()))
    wanted_rows = dict(zip("abcd", spread(rows, total, "even"), strict=True))
    wanted_columns = dict(zip("wxyz", spread(columns, total, "even"), strict=True))
    found = agreeing(exact, wanted_rows, wanted_columns, "even")
    assert found.keys() == exact.keys()
    assert min(found.values()) >= 0
    for at, wanted in ((0, wanted_rows), (1, wanted_columns)):
        for id, units in wanted.items():
            assert sum(each for pair, each in found.items() if pair[at] == id) == units
