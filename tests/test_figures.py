"""Figures by their names: bills, shares, amounts per inhabitant, contributions, the outermost."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from fractions import Fraction

import pytest

from command import Result, run
from igs_costshare import compute, parse
from igs_costshare.figures.amounts import Amount
from igs_costshare.figures.figure import figure_from
from igs_costshare.figures.measures import measures_of

TEXT = """\
title = "Net"

[partner.stad]
name = "Stad"
units = 2
keys = { inhabitants = 3_000 }

[partner.dorp]
units = 1
keys = { inhabitants = 700 }

[partner.caw]
units = 1
keys = { inhabitants = 0 }

[cost.overhead]
label = "Omkadering"
amount = 8_000

[cost.rent]
amount = 1_000
only = ["dorp"]
contribution = { model = "fixed" }

[revenue.gift]
amount = 400

[contribution]
model = "variable"
key = "units"
"""
CHARGE = TEXT.replace('key = "units"', "rate = { units = 1_500 }")


def told(command: str, *arguments: str, text: str = TEXT) -> Result:
    return run(command, "-", *arguments, stdin=text.encode())


def words(command: str, *arguments: str, text: str = TEXT, lang: str = "en") -> str:
    """What people read, in one line."""
    ran = told(command, *arguments, "--lang", lang, text=text)
    return " ".join((ran.err + ran.text).split())


def compared(figure: str, text: str = TEXT) -> dict[str, str]:
    """The figure of each row as it stands."""
    ran = told("compare", "--figure", figure, "--format", "csv", text=text)
    assert (ran.code, ran.err) == (0, "")
    return {row["partner"]: row["base"] for row in csv.DictReader(io.StringIO(ran.text))}


def solved(vary: str, target: str, *arguments: str, text: str = TEXT) -> tuple[object, object]:
    """The value, and the figure that it gives."""
    ran = told("solve", "--vary", vary, "--target", target, *arguments, "--format", "json",
               text=text)  # fmt: skip
    answer = json.loads(ran.text)
    return answer["value"], answer["reached"]


# ---------------------------------------------------------------- what they are


@pytest.mark.parametrize(
    ("figure", "stad", "dorp", "caw", "total"),
    [
        ("balance", "-3800.00", "-2900.00", "-1900.00", "-8600.00"),
        ("bill", "3800.00", "2900.00", "1900.00", "8600.00"),
        ("share", "0.4419", "0.3372", "0.2209", "1.0000"),
        ("per_inhabitant", "1.27", "4.14", "", "2.32"),
        ("contribution", "3800.00", "1900.00", "1900.00", "7600.00"),
    ],
)
def test_each_figure_is_one_of_a_row(
    figure: str, stad: str, dorp: str, caw: str, total: str
) -> None:
    assert compared(figure) == {"stad": stad, "dorp": dorp, "caw": caw, "total": total}


@pytest.mark.parametrize(
    ("figure", "stad", "reserve", "total"),
    [
        ("bill", "3000.00", "1600.00", "8600.00"),
        ("share", "0.3488", "0.1860", "1.0000"),
        ("per_inhabitant", "1.00", "", "2.32"),
        ("contribution", "3000.00", "1600.00", "7600.00"),
    ],
)
def test_a_charge_has_its_reserve(figure: str, stad: str, reserve: str, total: str) -> None:
    found = compared(figure, CHARGE)
    assert (found["stad"], found["reserve"], found["total"]) == (stad, reserve, total)


@pytest.mark.parametrize(
    ("name", "exact", "shown", "weight"),
    [
        ("partner.stad.bill", Fraction(380000), 380000, Fraction(1)),
        ("total.bill", Fraction(860000), 860000, Fraction(1)),
        ("partner.stad.share", Fraction(190000, 43), 4419, Fraction(860000)),
        ("partner.dorp.per_inhabitant", Fraction(2900, 7), 414, Fraction(700)),
        ("total.per_inhabitant", Fraction(8600, 37), 232, Fraction(3700)),
        ("max.per_inhabitant", Fraction(2900, 7), 414, Fraction(700)),
        ("min.per_inhabitant", Fraction(380, 3), 127, Fraction(3000)),
        ("max.bill", Fraction(380000), 380000, Fraction(1)),
        ("min.balance", Fraction(-380000), -380000, Fraction(1)),
        ("partner.dorp.contribution", Fraction(190000), 190000, Fraction(1)),
        ("total.rent", Fraction(100000), 100000, Fraction(1)),
        ("max.rent", Fraction(100000), 100000, Fraction(1)),
    ],
)
def test_a_figure_is_exact_and_shown(
    name: str, exact: Fraction, shown: int, weight: Fraction
) -> None:
    quantity = figure_from(name, compute(parse(TEXT)), "").of(compute(parse(TEXT)))
    assert quantity.missing() is None
    assert (quantity.exact(), quantity.shown(), quantity.weight()) == (exact, shown, weight)


@pytest.mark.parametrize(
    ("name", "slack"),
    [
        ("partner.stad.bill", Fraction(6)),
        ("total.bill", Fraction(24)),
        # (10,000 × 6 + 4,418.6… × 24) / 860,000, and half a step.
        ("partner.stad.share", (60000 + Fraction(190000, 43) * 24) / 860000 + Fraction(1, 2)),
        ("partner.dorp.per_inhabitant", Fraction(6, 700) + Fraction(1, 2)),
        ("max.per_inhabitant", Fraction(6, 700) + Fraction(1, 2)),
    ],
)
def test_how_far_rounding_may_carry_a_figure(name: str, slack: Fraction) -> None:
    statement = compute(parse(TEXT))
    assert figure_from(name, statement, "").of(statement).slack() == slack


def test_the_reserve_bears_what_a_charge_leaves_exactly() -> None:
    statement = compute(parse(CHARGE))
    names = ("reserve.bill", "reserve.contribution", "total.contribution", "reserve.rent")
    found = [figure_from(name, statement, "").of(statement) for name in names]
    assert [each.exact() for each in found] == [160000, 160000, 760000, 0]
    assert [each.shown() for each in found] == [160000, 160000, 760000, 0]


def test_a_share_in_what_only_rounding_makes_is_held_against_what_is_shown() -> None:
    """Both costs are 0.005 and are rounded to 0 and 0.01; the revenue of 0.01 is as it is."""
    text = TEXT.replace("amount = 8_000", "amount = 0.006").replace("amount = 400", "amount = 0.01")
    statement = compute(parse(text.replace("amount = 1_000", "amount = 0.004")))
    assert statement.total.balance == 0
    assert figure_from("partner.dorp.share", statement, "").of(statement).missing() is not None
    text = text.replace("amount = 0.01", "amount = 0.012").replace(
        "amount = 1_000", "amount = 0.006"
    )
    statement = compute(parse(text))
    share = figure_from("partner.dorp.share", statement, "").of(statement)
    assert (statement.total.balance, share.missing()) == (-1, None)
    assert figure_from("total.bill", statement, "").of(statement).exact() == 0
    # (0.006 - 0.012) / 4 + 0.006 = 0.0045 € = 0.45 of the cent that is shown.
    assert (share.weight(), share.exact()) == (Fraction(1), Fraction(4500))


def test_a_line_goes_before_what_is_called_like_it() -> None:
    text = TEXT.replace("[cost.rent]", "[cost.share]").replace("[revenue.gift]", "[revenue.bill]")
    assert compared("share", text)["dorp"] == "1000.00"
    assert compared("bill", text)["total"] == "400.00"
    statement = compute(parse(text))
    assert [each.is_line for each in measures_of(statement).values()] == [True] * 3 + [False] * 7
    assert figure_from("total.share", statement, "").of(statement).exact() == 100000
    assert words(
        "solve", "--vary", "cost.share.amount", "--target", "total.share=50", text=text
    ) == ("Net Share € 50.00 gives € 50.00 on the line “share”.")
    assert words("compare", "--figure", "share", text=text).startswith("Net: share Current ")
    beside = words("compare", "--figure", "bill", "--format", "markdown", text=text)
    assert "For each inhabitant:" in beside
    assert "below 0" not in beside
    assert words("sweep", "--vary", "cost.share.amount=1:2:1", text=text).count("below 0") == 1
    assert "Net: share from 1 to 2 Share share ──────────── 1 1.00" in words(
        *("sweep", "--vary", "cost.share.amount=1:2:1", "--figure", "total.share"), text=text
    )


def test_without_a_common_contribution_nobody_contributes_to_it() -> None:
    text = TEXT[: TEXT.index("[cost.overhead]")] + '[cost.a]\namount = 5\nper = "unit"\n'
    ran = told("compare", "--figure", "contribution", text=text)
    assert (ran.code, ran.err) == (2, (
        "error: --figure contribution: there is no column `contribution`\n"
        "hint: known: `units`, `a`, `expenses`, `revenues`, `balance`, `bill`, `share`, "
        "`per_inhabitant`, `alone`, `saving`\n"
    ))  # fmt: skip


# ---------------------------------------------------------------- what they need


LACKING = TEXT.replace("keys = { inhabitants = 700 }\n", "").replace(
    "keys = { inhabitants = 0 }\n", ""
)


@pytest.mark.parametrize(
    ("arguments", "origin"),
    [
        (("compare", "--figure", "per_inhabitant"), "--figure per_inhabitant"),
        (("sweep", "--vary", "cost.rent.amount=1:2:1", "--figure", "per_inhabitant"),
         "--figure per_inhabitant"),
        (("sweep", "--vary", "cost.rent.amount=1:2:1", "--figure", "total.per_inhabitant"),
         "--figure total.per_inhabitant"),
        (("solve", "--vary", "cost.rent.amount", "--target", "max.per_inhabitant=1"),
         "--target max.per_inhabitant=1"),
    ],
)  # fmt: skip
def test_partners_without_inhabitants_are_named(arguments: tuple[str, ...], origin: str) -> None:
    ran = told(*arguments, text=LACKING)
    assert (ran.code, ran.out, ran.err) == (2, b"", (
        f"error: {origin}: `per_inhabitant` needs the key `inhabitants`, which is missing for "
        "`dorp`, `caw`\n"
        "hint: add `inhabitants = …` to their `keys`\n"
    ))  # fmt: skip


def test_where_nobody_has_inhabitants_that_is_said() -> None:
    text = LACKING.replace("keys = { inhabitants = 3_000 }\n", "")
    assert words("compare", "--figure", "per_inhabitant", text=text, lang="nl") == (
        "fout: --figure per_inhabitant: `per_inhabitant` vraagt de verdeelsleutel `inhabitants`, "
        "en geen enkele partner heeft die tip: voeg `inhabitants = …` toe aan hun `keys`"
    )


def test_one_partner_needs_its_own_inhabitants_only() -> None:
    target = "partner.stad.per_inhabitant=1.27"
    assert solved("cost.overhead.amount", target, text=LACKING) == ("8000", "1.27")
    ran = told("solve", "--vary", "cost.rent.amount", "--target", "partner.dorp.per_inhabitant=1",
               "--lang", "fr", text=LACKING)  # fmt: skip
    assert ran.err.startswith(
        "erreur\N{NO-BREAK SPACE}: --target partner.dorp.per_inhabitant=1: `per_inhabitant` "
        "demande la clé `inhabitants`, qui manque pour `dorp`"
    )


def test_the_scenario_in_which_somebody_lacks_inhabitants_is_named() -> None:
    text = TEXT + "[scenario.nieuw]\npartner.brug = { units = 1 }\n[scenario.zelfde]\n"
    ran = told("compare", "--figure", "per_inhabitant", text=text)
    assert ran.err == (
        "error: --figure per_inhabitant: `per_inhabitant` needs the key `inhabitants`, which is "
        "missing for `brug` (in scenario `nieuw`)\n"
        "hint: add `inhabitants = …` to their `keys`\n"
    )


def test_what_all_models_lack_is_told_once() -> None:
    ran = told("compare", "--models", "fixed,variable:units", "--figure", "per_inhabitant",
               text=LACKING)  # fmt: skip
    assert ran.err.count("error: ") == 1
    assert "(in scenario" not in ran.err


# ---------------------------------------------------------------- where there is none


NOTHING = TEXT.replace("amount = 8_000", "amount = 400").replace("amount = 1_000", "amount = 0")


def test_a_share_in_nothing_is_none() -> None:
    assert compared("share", NOTHING) == {"stad": "", "dorp": "", "caw": "", "total": ""}
    data = json.loads(told("compare", "--figure", "share", "--format", "json", text=NOTHING).text)
    assert data["partners"][0] == {
        "id": "stad",
        "name": "Stad",
        "values": {"base": None},
        "per_inhabitant": {"base": None},
        "cheapest": [],
        "dearest": [],
        "spread": None,
    }
    shown = words("compare", "--figure", "share", text=NOTHING)
    assert shown == (
        "Net: Share of the total Current Partner agreement ────────────────── Stad – dorp – caw – "
        "────────────────── Total – There is only one, so there is nothing to compare it with."
    )


def test_a_sweep_over_nothing_leaves_a_gap() -> None:
    vary = ("--vary", "cost.overhead.amount=400:2_400:1_000", "--figure", "partner.stad.share")
    text = (
        NOTHING.replace('label = "Omkadering"\n', "")
        + "[cost.x]\namount = 200\nonly = ['dorp']\ncontribution = { model = 'fixed' }\n"
    )
    rows = told("sweep", *vary, "--format", "csv", text=text).text.splitlines()
    assert rows == ["value,partner.stad.share", "400,0.0000", "1400,0.4167", "2400,0.4545"]
    gap = told("sweep", *vary, "--format", "csv", text=NOTHING).text.splitlines()
    assert gap == ["value,partner.stad.share", "400,", "1400,0.5000", "2400,0.5000"]
    steps = json.loads(told("sweep", *vary, "--format", "json", text=NOTHING).text)["steps"]
    assert [each["cells"] for each in steps] == [
        {"partner.stad.share": None},
        {"partner.stad.share": "0.5000"},
        {"partner.stad.share": "0.5000"},
    ]
    assert words("sweep", *vary, text=NOTHING) == (
        "Net: Omkadering from 400 to 2,400 Share of the Omkadering total Stad "
        "──────────────────────── 400 – 1,400 50.00 % 2,400 50.00 %"
    )


def test_a_plot_of_shares_is_in_percent() -> None:
    vary = ("--vary", "partner.stad.units=1:4:1", "--figure", "partner.stad.share")
    shown = told("sweep", *vary, "--lang", "nl").text
    assert "(Aandeel in het totaal Stad, %)" in shown
    assert "\n        60 |\n" in shown
    assert "58,91\N{NO-BREAK SPACE}%" in shown
    assert "Bedragen in" not in shown


def test_who_has_no_inhabitants_has_no_amount_for_each() -> None:
    target = "partner.caw.per_inhabitant=1"
    ran = told("solve", "--vary", "cost.overhead.amount", "--target", target)
    assert (ran.code, ran.err) == (
        2,
        "error: --vary cost.overhead.amount: for each of 0 inhabitants there is no amount\n",
    )
    text = TEXT.replace("700", "0").replace("3_000", "0")
    ran = told("solve", "--vary", "cost.rent.amount", "--target", "min.per_inhabitant=1", text=text)
    assert "for each of 0 inhabitants there is no amount" in ran.err


# ---------------------------------------------------------------- where they meet a target


@pytest.mark.parametrize(
    ("vary", "target", "expected"),
    [
        ("cost.overhead.amount", "partner.stad.bill=4_000", ("8400", "4000.00")),
        ("cost.overhead.amount", "partner.stad.per_inhabitant=2", ("12400", "2.00")),
        # (x − 400) / 4 + 1,000 for dorp: 700 × 1.50 = 1,050.
        ("cost.overhead.amount", "max.per_inhabitant=1.50", ("600", "1.50")),
        # Stad: (x − 400) / 2 / 3,000 = 0.80.
        ("cost.overhead.amount", "min.per_inhabitant=0.80", ("5200", "0.80")),
        ("cost.overhead.amount", "total.contribution=5_000", ("5400", "5000.00")),
        # Dorp: (1,900 + x) / (7,600 + x) = 0.6.
        ("cost.rent.amount", "max.share=0.6", ("6650", "0.6000")),
        ("revenue.gift.amount", "total.per_inhabitant=1", ("5300", "1.00")),
    ],
)
def test_a_target_is_met_exactly(vary: str, target: str, expected: tuple[str, str]) -> None:
    assert solved(vary, target) == expected


def test_a_share_is_found_where_its_two_amounts_meet() -> None:
    """(1,900 + x) / (7,600 + x) = 0.4 at 1,900: no line, though both amounts are."""
    assert solved("cost.rent.amount", "partner.dorp.share=0.4") == ("1900", "0.4000")
    assert solved("cost.rent.amount", "partner.stad.share=0.3") == ("5067", "0.3000")
    path = "partner.stad.keys.inhabitants"
    assert solved(path, "partner.stad.per_inhabitant=3.80") == ("1000", "3.80")


def test_the_largest_bends_where_it_becomes_another_s() -> None:
    """dorp pays 1,900 + x, Stad 3,800: the largest is level and then rises."""
    assert solved("cost.rent.amount", "max.bill=3_800") == ("1000", "3800.00")
    assert solved("cost.rent.amount", "max.bill=4_000") == ("2100", "4000.00")
    assert solved("cost.rent.amount", "min.bill=1_900") == ("1000", "1900.00")
    assert solved("cost.rent.amount", "max.bill=3_700") == (None, "3800.00")


def test_a_share_that_nothing_moves_says_so() -> None:
    text = TEXT.replace("amount = 1_000", "amount = 0")
    assert words("solve", "--vary", "cost.overhead.amount", "--target", "partner.stad.share=0.3",
                 text=text) == (
        "Net Omkadering makes no difference: every value gives a share of 50.00 % of the total for "
        "Stad."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("target", "lang", "expected"),
    [
        ("max.per_inhabitant=1.50", "en",
         ("Omkadering € 600.00 gives a net contribution of € 1.50 per inhabitant as the highest of "
          "all partners.")),
        ("max.per_inhabitant=1.50", "nl",
         ("Omkadering € 600,00 geeft een nettobijdrage van € 1,50 per inwoner als hoogste van alle "
          "partners.")),
        ("min.bill=1_000", "nl",
         ("Omkadering € 4.400,00 geeft een nettobijdrage van € 1.000,00 als laagste van alle "
          "partners.")),
        ("min.bill=1_000", "fr",
         ("Omkadering 4.400,00 € donne une contribution nette de 1.000,00 €, la valeur la plus "
          "basse de tous les partenaires.")),
        ("partner.stad.share=0.4", "nl",
         "Omkadering € 4.400,00 geeft een aandeel van 40,00 % in het totaal voor Stad."),
        ("partner.stad.contribution=1_000", "fr",
         "Omkadering 2.400,00 € donne une contribution de 1.000,00 € pour Stad."),
    ],
)  # fmt: skip
def test_a_figure_is_told_as_what_it_is(target: str, lang: str, expected: str) -> None:
    arguments = ("--vary", "cost.overhead.amount", "--target", target)
    assert words("solve", *arguments, lang=lang) == f"Net {expected}"


@pytest.mark.parametrize(
    ("figure", "lang", "heading"),
    [
        ("max.bill", "en", "Net contribution, highest"),
        ("min.share", "nl", "Aandeel in het totaal, laagste"),
        ("max.per_inhabitant", "fr", "Contribution nette par habitant, la plus haute valeur"),
    ],
)
def test_a_column_says_that_it_is_the_outermost(figure: str, lang: str, heading: str) -> None:
    arguments = ("--vary", "cost.rent.amount=1:2:1", "--figure", figure, "--format", "markdown")
    assert f"| Rent | {heading} |" in told("sweep", *arguments, "--lang", lang).text


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("partner.stad.share=0.33333", "shares are told to 0.0001, so that none is 0.33333"),
        ("max.per_inhabitant=0.805", "amounts are rounded to 0.01, so that no figure is 0.805"),
        ("mox.bill=1", "there is no row `mox`\nhint: did you mean `max`?"),
        ("max.bil=1", "there is no column `bil`\nhint: did you mean `bill`?"),
    ],
)
def test_a_target_that_cannot_be_is_refused(target: str, expected: str) -> None:
    ran = told("solve", "--vary", "cost.rent.amount", "--target", target)
    assert (ran.code, ran.err) == (2, f"error: --target {target}: {expected}\n")


def test_steps_of_rounding_do_not_bind_what_is_divided() -> None:
    text = TEXT + "[rounding]\nunit = 100\n"
    assert compared("per_inhabitant", text)["stad"] == "1.27"
    assert solved("cost.overhead.amount", "partner.stad.per_inhabitant=1.30", text=text) == (
        "8200",
        "1.30",
    )


# ---------------------------------------------------------------- what people read


def test_people_read_bills_unless_they_ask_for_balances() -> None:
    vary = ("--vary", "cost.overhead.amount=8_000:9_000:1_000", "--format", "markdown")
    shown = told("sweep", *vary, "--lang", "nl").text
    assert "| Nettobijdrage | Nettobijdrage Stad |" in shown
    assert "| 8.000 | 9.000,00 | 400,00 | 8.600,00 | 3.800,00 | 2.900,00 | 1.900,00 |" in shown
    assert "Nettobijdrage: uitgaven min inkomsten; wat iemand ontvangt, staat onder nul." in shown
    asked = told("sweep", *vary, "--figure", "balance", "--lang", "nl").text
    assert "| Saldo | Saldo Stad |" in asked
    assert "| 8.000 | 9.000,00 | 400,00 | -8.600,00 | -3.800,00 | -2.900,00 |" in asked
    assert "Nettobijdrage" not in asked
    beside = told("sweep", *vary, "--figure", "rent", "--lang", "nl").text
    assert "| Inkomsten | Nettobijdrage | rent | rent Stad |" in beside
    named = told("sweep", *vary, "--figure", "total.bill", "--lang", "nl").text
    assert "| 8.000 | 8.600,00 |" in named
    assert "staat onder nul" in named
    alone = told("sweep", *vary, "--figure", "total.balance", "--lang", "nl").text
    assert "staat onder nul" not in alone
    assert "| 8.000 | -8.600,00 |" in alone


def test_compare_tells_bills_unless_balances_are_asked_for() -> None:
    assert words("compare", "--format", "markdown").startswith("## Net: Net contribution ")
    asked = words("compare", "--figure", "balance", "--format", "markdown")
    assert asked.startswith("## Net: Balance ")
    assert "| Stad | -3,800.00 |" in asked
    assert "what is received is below 0" not in asked
    assert "Net contribution for each inhabitant:" in asked
    named = words("compare", "--figure", "bill", "--format", "markdown")
    assert named == words("compare", "--format", "markdown")


def test_where_nobody_pays_people_read_what_is_received() -> None:
    text = TEXT.replace("amount = 400", "amount = 20_000").replace("amount = 1_000", "amount = 0")
    vary = ("--vary", "cost.overhead.amount=8_000:9_000:1_000", "--format", "markdown")
    received = words("sweep", *vary, text=text)
    assert "| 8,000 | 8,000.00 | 20,000.00 | 12,000.00 | 6,000.00 |" in received
    assert "| Balance | Balance Stad |" in received
    beside = words("compare", "--format", "markdown", text=text)
    assert beside.startswith("## Net: Balance ")
    assert "| Stad | 6,000.00 |" in beside
    both = ("--vary", "revenue.gift.amount=7_000:9_000:2_000", "--format", "markdown")
    mixed = words("sweep", *both, text=text)
    assert "| 7,000 | 8,000.00 | 7,000.00 | 1,000.00 | 500.00 |" in mixed
    assert "| 9,000 | 8,000.00 | 9,000.00 | -1,000.00 | -500.00 |" in mixed


def test_a_part_is_no_amount_in_whole_euros() -> None:
    assert "Stad 1.27" in words("compare", "--figure", "per_inhabitant", "--round", "euro")
    assert "Stad 44.19 %" in words("compare", "--figure", "share", "--round", "euro")
    vary = ("--vary", "cost.rent.amount=1_000:1_001:1", "--round", "euro")
    swept = words("sweep", *vary, "--figure", "share", "--format", "markdown")
    assert "| 1,000 | 9,000 | 400 | 8,600 | 100.00 % | 44.19 % | 33.72 % | 22.09 % |" in swept


def test_many_partners_without_inhabitants_are_not_all_named() -> None:
    text = TEXT + "".join(f"[partner.p{number}]\nunits = 1\n" for number in range(13))
    ran = told("compare", "--figure", "per_inhabitant", text=text)
    assert "missing for `p0`, `p1`, " in ran.err
    assert "`p11` …\n" in ran.err
    assert "`p12`" not in ran.err


def test_a_statement_without_its_record_has_no_exact_figures() -> None:
    statement = replace(compute(parse(TEXT)), record=None)
    with pytest.raises(TypeError, match="no record"):
        Amount(statement, 0, "bill").slack()
