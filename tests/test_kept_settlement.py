"""The settlement that a lock keeps: who has to pay what, and whether it still comes out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from command import Result, run
from igs_costshare import __version__
from igs_costshare.freezing.meaning import fingerprint
from igs_costshare.reading.toml import from_toml

YEAR = """\
title = "Netwerk"
year = 2026

[cost.rent]
amount = 1_000

[contribution]
model = "fixed"

[partner.stad]
name = "Stad"

[partner.dorp]

[partner.caw]
name = "CAW"

[payment.q1]
part = 0.5
except = ["caw"]

[payment.extra]
amounts = { stad = 100 }

[settlement]
scenario = "base"

[scenario.actual]
cost.rent.amount = 1_200
"""
OF_ACTUAL = YEAR.replace('"base"', '"actual"')
EXTRA = "{ stad = 100 }"
CHANGED = "note: the description has changed since then\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    put(YEAR)


def put(text: str) -> None:
    Path("a.toml").write_text(text, encoding="utf-8")


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def lock() -> dict[str, Any]:
    return from_toml(Path("a.toml.lock").read_text(encoding="utf-8"))


def in_lock(change: Callable[[dict[str, Any]], object]) -> None:
    tables = lock()
    change(tables)
    Path("a.toml.lock").write_text(tomli_w.dumps(tables), encoding="utf-8")


def test_a_lock_keeps_the_rows_and_transfers_of_the_settlement() -> None:
    put(OF_ACTUAL)
    assert run("freeze", "a.toml", "--scenario", "actual") == Result(0, b"", "")
    settled = json.loads(run("settle", "a.toml", "--format", "json").text)
    kept = lock()["settlement"]
    assert kept == {name: settled[name] for name in ("rows", "total", "transfers")}
    assert [row["due"] for row in kept["rows"]] == ["133.33", "233.34", "400.00", "-766.67"]
    assert run("verify", "a.toml") == Result(0, b"", "")


def test_of_the_description_as_it_stands_its_own_settlement_is_kept() -> None:
    run("freeze", "a.toml")
    settled = run("settle", "a.toml", "--scenario", "base", "--format", "json").text
    assert lock()["settlement"]["rows"] == json.loads(settled)["rows"]


@pytest.mark.parametrize(
    "said",
    [
        "[settlement]\n",
        "[cost.taxi]\namount = 10\npaid_by = 'stad'\n",
        "[subsidy.decree]\namount = 10\nreceived_by = { stad = 10 }\n",
        "[revenue.gifts]\namount = 10\nreceived_by = 'each'\n",
        "[day_price]\nreceived_by = 'caw'\n",
    ],
)
def test_a_settlement_is_kept_where_the_file_says_something_of_it(said: str) -> None:
    bare = YEAR.partition("[payment.q1]")[0]
    put(bare)
    run("freeze", "a.toml")
    assert "settlement" not in lock()
    put(bare + said)
    assert run("freeze", "a.toml", "--force") == Result(0, b"", "")
    assert [*lock()["settlement"]] == ["transfers", "rows", "total"]


def test_of_a_scenario_that_is_not_settled_no_settlement_is_kept() -> None:
    put(f"{YEAR}[scenario.lean]\ncost.rent.amount = 900\n")
    run("freeze", "a.toml", "--scenario", "lean")
    assert "settlement" not in lock()


@pytest.mark.parametrize("said", [OF_ACTUAL, YEAR.replace('[settlement]\nscenario = "base"\n', "")])
def test_a_lock_of_the_budget_holds_when_a_payment_is_recorded(said: str) -> None:
    put(said)
    run("freeze", "a.toml", "--decision", "raad")
    assert "settlement" not in lock()
    put(said.replace(EXTRA, "{ stad = 500, caw = 20 }"))
    ran = run("verify", "a.toml")
    assert (ran.code, ran.out) == (0, b"")
    assert run("check", "a.toml").code == 0


def test_what_cannot_be_settled_is_not_frozen() -> None:
    put(OF_ACTUAL + 'remove = ["partner.stad"]\n')
    ran = run("freeze", "a.toml", "--scenario", "actual")
    assert (ran.code, Path("a.toml.lock").exists()) == (2, False)
    assert ran.err.startswith("error: a.toml:30:10: scenario.actual.remove: takes `stad` away")


DUTCH = """\
Netwerk 2026: afrekening, van vastgelegd naar nu

Nog te betalen                 vastgelegd       nu  Verschil
────────────────────────────────────────────────────────────
~ Stad                              66,67   -33,33   -100,00
~ Gemeenschappelijke rekening     -566,67  -466,67   +100,00
────────────────────────────────────────────────────────────
  Totaal                             0,00     0,00      0,00

~ gewijzigd, + toegetreden, - vertrokken. Wat er nog te betalen is en onder nul
staat, krijgt men terug.
Ongewijzigd: 2 partners (dorp en CAW).

Partner                        Post          vastgelegd       nu  Verschil
──────────────────────────────────────────────────────────────────────────
~ Stad                         Voorschotten      266,67   366,67   +100,00
~ Gemeenschappelijke rekening  Voorschotten     -433,33  -533,33   -100,00

Stad: € 33,33 terug te krijgen in plaats van € 66,67 te betalen
Gemeenschappelijke rekening: € 466,67 terug te krijgen in plaats van € 566,67

Andere overschrijvingen, vastgelegd:

Stad betaalt € 66,67 aan de gemeenschappelijke rekening.

Andere overschrijvingen, nu:

De gemeenschappelijke rekening betaalt € 33,33 aan Stad.
"""


def test_other_payments_alone_are_another_settlement() -> None:
    run("freeze", "a.toml", "--decision", "raad van 12 maart")
    put(YEAR.replace(EXTRA, "{ stad = 200 }"))
    ran = run("verify", "a.toml", "--lang", "nl")
    assert (ran.code, ran.err) == (
        1,
        (
            "ter info: vastgelegd met de beslissing: raad van 12 maart\n"
            "ter info: de beschrijving is sindsdien gewijzigd\n"
        ),
    )
    assert plain(ran.text) == DUTCH


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "dorp: nothing to pay instead of € 166.67 to pay"),
        ("nl", "dorp: niets te betalen in plaats van € 166,67 te betalen"),
        ("fr", "dorp : rien à payer au lieu de 166,67 € à payer"),
    ],
)
def test_who_has_nothing_left_to_pay_is_told_so(lang: str, words: str) -> None:
    run("freeze", "a.toml")
    put(YEAR.replace(EXTRA, "{ stad = 100, dorp = 166.67 }"))
    ran = run("verify", "a.toml", "--lang", lang)
    assert words in plain(ran.text)
    last = {
        "en": "Other transfers, now: none.",
        "nl": "Andere overschrijvingen, nu: geen.",
        "fr": "Autres virements, maintenant : aucun.",
    }
    assert plain(ran.text).endswith(f"\n\n{last[lang]}\n")


def test_another_way_to_pay_is_another_settlement() -> None:
    run("freeze", "a.toml")
    kept = YEAR.replace('"base"', '"base"\naccount = "caw"')
    put(kept)
    run("freeze", "a.toml", "--force")
    put(kept.replace('"caw"\n', '"caw"\ntransfers = "none"\n'))
    ran = run("verify", "a.toml")
    assert (ran.code, ran.err) == (1, CHANGED)
    assert plain(ran.text) == (
        "Netwerk 2026: settlement, from frozen to now\n\n"
        "Other transfers, frozen:\n\n"
        "Stad pays CAW € 66.67.\n"
        "dorp pays CAW € 166.67.\n\n"
        "Other transfers, now: none.\n"
    )


def test_another_order_of_the_partners_is_the_same_settlement() -> None:
    run("freeze", "a.toml")
    stad = '[partner.stad]\nname = "Stad"\n\n'
    put(
        YEAR.replace(stad, "")
        .replace("[payment.q1]", f"{stad}[payment.q1]")
        .replace("1_000", "999")
    )
    run("freeze", "a.toml", "--force")
    put(YEAR.replace("1_000", "999"))
    note = "note: the description has changed since it was frozen, its amounts have not\n"
    assert run("verify", "a.toml") == Result(0, b"", note)


def test_a_change_of_the_statement_is_told_with_its_causes_and_then_the_settlement() -> None:
    put(OF_ACTUAL)
    run("freeze", "a.toml", "--scenario", "actual")
    put(OF_ACTUAL.replace("1_200", "1_230"))
    ran = run("verify", "a.toml", "--lang", "en")
    statement, settlement = plain(ran.text).split("\n\nNetwerk 2026: settlement, ")
    assert "rent (€ 1,200.00 → € 1,230.00): € 10.00 more" in statement
    assert settlement.startswith("from frozen (actual) to now (actual)\n")
    assert "dorp: € 243.34 to pay instead of € 233.34\n" in settlement
    assert (ran.code, ran.err) == (1, CHANGED)


def test_another_budget_is_told_where_its_scenario_is_the_same() -> None:
    put(OF_ACTUAL)
    run("freeze", "a.toml", "--scenario", "actual")
    put(OF_ACTUAL.replace("1_000", "1_100"))
    ran = run("verify", "a.toml")
    assert (ran.code, ran.err) == (
        1,
        (
            "note: the frozen description is still the same: the budget that the advances are a "
            "part of, or the lock itself, has changed\n"
        ),
    )
    assert "dorp: € 216.66 to pay instead of € 233.34" in plain(ran.text)


def _another_due(tables: dict[str, Any]) -> None:
    dorp, account = tables["settlement"]["rows"][1], tables["settlement"]["rows"][3]
    dorp |= {"payments": "165.67", "due": "167.66"}
    account |= {"payments": "-432.34", "due": "-567.66"}


def test_a_settlement_changed_in_the_lock_itself_is_called_that() -> None:
    run("freeze", "a.toml")
    in_lock(_another_due)
    ran = run("verify", "a.toml")
    words = f"version {__version__} of the program froze them, and gives others\n"
    assert (ran.code, ran.err) == (1, f"note: the amounts in the lock itself were changed: {words}")


def test_a_settlement_that_another_version_froze_is_told_so() -> None:
    run("freeze", "a.toml")
    in_lock(_another_due)
    in_lock(lambda tables: tables.update(tool="0.0.9"))
    words = f"version 0.0.9 of the program froze it, this is {__version__}\n"
    assert run("verify", "a.toml").err == f"note: the description is still the same; {words}"


def test_a_frozen_description_that_is_none_today_takes_nothing_from_its_settlement() -> None:
    run("freeze", "a.toml")

    def forgotten(tables: dict[str, Any]) -> None:
        tables["description"]["contribution"] = {"model": "forgotten"}
        tables["sha256"] = fingerprint(tables["description"])

    in_lock(forgotten)
    put(YEAR.replace(EXTRA, "{ stad = 200 }"))
    assert (run("verify", "a.toml").code, run("verify", "a.toml").err) == (1, CHANGED)


def test_a_lock_without_a_settlement_is_still_read() -> None:
    run("freeze", "a.toml")
    in_lock(lambda tables: tables.pop("settlement"))
    assert run("verify", "a.toml") == Result(0, b"", "")
    put(YEAR.replace(EXTRA, "{ stad = 200 }"))
    note = "note: the description has changed since it was frozen, its amounts have not\n"
    assert run("verify", "a.toml") == Result(0, b"", note)


def test_a_partner_that_is_gone_leaves_a_settlement_of_one_side() -> None:
    put(YEAR.replace(EXTRA, "{ stad = 100, dorp = 3 }").replace("part = 0.5", "part = 0.25"))
    run("freeze", "a.toml")
    put(YEAR.replace('[partner.caw]\nname = "CAW"\n', "").replace('except = ["caw"]\n', ""))
    said = plain(run("verify", "a.toml").text)
    assert "CAW: nothing to pay instead of € 333.33 to pay" in said


RESERVED = f"{YEAR}[reserve]\nopening = 500\n"


def test_a_lock_keeps_the_course_of_the_reserve_and_says_that_it_is_another() -> None:
    put(RESERVED)
    run("freeze", "a.toml")
    assert lock()["settlement"]["reserve"] == {
        "opening": "500.00",
        "change": "0.00",
        "closing": "500.00",
    }
    assert run("verify", "a.toml") == Result(0, b"", "")
    put(RESERVED.replace("500", "400"))
    ran = run("verify", "a.toml")
    assert (ran.code, ran.err) == (1, CHANGED)
    assert plain(ran.text).endswith(
        "Reserve, frozen: The reserve begins and ends the year with € 500.00.\n"
        "Reserve, now: The reserve begins and ends the year with € 400.00.\n"
    )
    assert "the reserve is not as it was frozen" in run("check", "a.toml").text
    put(YEAR)
    assert "Reserve, now: There is none.\n" in run("verify", "a.toml").text


def test_a_lock_from_before_the_reserve_was_kept_knows_it_by_its_description() -> None:
    put(RESERVED)
    run("freeze", "a.toml")
    in_lock(lambda tables: tables["settlement"].pop("reserve"))
    assert run("verify", "a.toml") == Result(0, b"", "")
    put(RESERVED.replace("500", "400"))
    assert run("verify", "a.toml").code == 1

    def forgotten(tables: dict[str, Any]) -> None:
        tables["description"]["contribution"] = {"model": "forgotten"}
        tables["sha256"] = fingerprint(tables["description"])

    in_lock(forgotten)
    assert run("verify", "a.toml").code == 0


def test_tenths_of_a_cent_are_no_other_reserve() -> None:
    put(RESERVED)
    run("freeze", "a.toml")
    fine = "[rounding]\nunit = 0.001\n"
    put(RESERVED.replace("1_000", "999.999").replace("[payment.q1]", f"{fine}[payment.q1]"))
    ran = run("verify", "a.toml")
    assert (ran.code, "Reserve" in ran.text) == (1, False)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "the reserve begins the year with another amount than when it was frozen; "),
        ("nl", "de reserve begint het jaar met een ander bedrag dan bij het vastleggen; "),
        ("fr", "la réserve commence l’année avec un autre montant que celui qui a été figé"),
    ],
)
def test_without_a_settlement_another_opening_of_the_reserve_is_told(lang: str, words: str) -> None:
    bare = YEAR.partition("[payment.q1]")[0] + "[reserve]\nopening = 500\n"
    put(bare)
    run("freeze", "a.toml")
    put(bare.replace("500", "400"))
    ran = run("verify", "a.toml", "--lang", lang)
    assert (ran.code, ran.out) == (0, b"")
    assert words in plain(ran.err)


COURSES: tuple[tuple[Callable[[dict[str, Any]], object], str], ...] = (
    (lambda kept: kept.update(closing="1.00"), "the closing of the reserve is not its opening"),
    (lambda kept: kept.update(change="0.000"), "`reserve` has an amount without 2 decimals"),
)


@pytest.mark.parametrize(("change", "words"), COURSES)
def test_a_reserve_in_a_lock_that_cannot_be_one_is_refused(
    change: Callable[[dict[str, Any]], object], words: str
) -> None:
    put(RESERVED)
    run("freeze", "a.toml")
    in_lock(lambda tables: change(tables["settlement"]["reserve"]))
    ran = run("verify", "a.toml")
    assert (ran.code, f": is no sound statement: {words}" in ran.err) == (2, True)


FAULTS: tuple[tuple[Callable[[dict[str, Any]], object], str], ...] = (
    (lambda kept: kept["rows"][0].update(due="1.00"), "`stad` has a `due` that does not follow"),
    (lambda kept: kept["rows"][0].update(bill="1.000"), "`stad` has an amount without 2 decimals"),
    (lambda kept: kept["rows"][0].update(bill="1.00", due="-265.67"), "the column `bill` does not"),
    (
        lambda kept: kept["rows"].append(kept["rows"][0]),
        "a row of the settlement stands in it twice",
    ),
    (lambda kept: kept["transfers"][0].update(to="gent"), "a transfer is from or to somebody who"),
    (
        lambda kept: kept["transfers"][0].update(amount="1.000"),
        "`transfers` has an amount without 2",
    ),
    (
        lambda kept: kept.update(
            rows=[{**kept["rows"][0]}],
            total={name: kept["rows"][0][name] for name in kept["total"]},
            transfers=[],
        ),
        "the settlement does not come to 0 together",
    ),
)


@pytest.mark.parametrize(("change", "words"), FAULTS)
def test_a_settlement_in_a_lock_that_cannot_be_one_is_refused(
    change: Callable[[dict[str, Any]], object], words: str
) -> None:
    run("freeze", "a.toml")
    in_lock(lambda tables: change(tables["settlement"]))
    ran = run("verify", "a.toml")
    assert ran.code == 2
    assert f": is no sound statement: {words}" in ran.err
    assert ran.err.startswith("error: a.toml.lock:")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda kept: kept["rows"][1].update(paid=5), "settlement.rows[1].paid"),
        (lambda kept: kept["transfers"][0].pop("from"), "settlement.transfers[0].from"),
        (lambda kept: kept["rows"][0].update(id="each"), "settlement.rows[0].id"),
    ],
)
def test_a_settlement_in_a_lock_of_another_shape_is_refused(
    change: Callable[[dict[str, Any]], object], path: str
) -> None:
    run("freeze", "a.toml")
    in_lock(lambda tables: change(tables["settlement"]))
    assert f"is no lock: `{path}` is not as expected" in run("verify", "a.toml").err


def found(*arguments: str) -> list[str]:
    files = json.loads(run("check", "a.toml", *arguments, "--format", "json").text)["files"]
    return [each["message"] for each in files[0]["findings"] if each["rule"] == "lock"]


def test_check_names_a_lock_whose_settlement_no_longer_holds() -> None:
    run("freeze", "a.toml", "--decision", "raad")
    run("freeze", "a.toml", "--scenario", "actual", "--lock", "jaar")
    assert found() == found("--scenario", "actual") == []
    put(YEAR.replace(EXTRA, "{ stad = 200 }"))
    words = "no longer holds: who still has to pay what is not as it was frozen"
    assert found() == [f"`a.toml.lock` (raad) {words}"]
    assert found("--scenario", "actual") == []
    dutch = run("check", "a.toml", "--lang", "nl").err + run("check", "a.toml", "--lang", "nl").text
    assert "klopt niet meer: wie nog wat moet betalen, is anders dan er vastgelegd is" in dutch
    put(OF_ACTUAL)
    run("freeze", "a.toml", "--scenario", "actual", "--lock", "jaar", "--force")
    run("freeze", "a.toml", "--decision", "raad", "--force")
    assert found() == found("--scenario", "actual") == []
    put(OF_ACTUAL.replace(EXTRA, "{ stad = 200 }"))
    assert found() == found("--scenario", "actual") == [f"`a.toml.jaar.lock` {words}"]


def test_check_names_a_lock_whose_scenario_cannot_be_settled_any_more() -> None:
    put(OF_ACTUAL.replace('"actual"', '"actual"\nopening = { caw = 10 }'))
    run("freeze", "a.toml", "--scenario", "actual")
    put(
        Path("a.toml")
        .read_text(encoding="utf-8")
        .replace("[cost.rent]", "[partner.gast]\n[cost.rent]")
    )
    text = Path("a.toml").read_text(encoding="utf-8").replace("caw = 10", "caw = 10, gast = 5")
    put(text + 'remove = ["partner.gast"]\n')
    assert found() == [
        "`a.toml.lock` no longer holds: who still has to pay what is not as it was frozen"
    ]


def test_check_holds_no_settlement_where_the_budget_cannot_be_computed() -> None:
    put(OF_ACTUAL)
    run("freeze", "a.toml", "--scenario", "actual")
    broken = OF_ACTUAL.replace('model = "fixed"', 'model = "variable"\nkey = "units"')
    put(f'{broken}contribution = {{ model = "fixed" }}\n'.replace(EXTRA, "{ stad = 200 }"))
    assert found("--scenario", "actual") == []


REGISTERED = """\
title = "Netwerk"
year = 2026

[day_price]
prices = { 1 = 10 }

[contribution]
model = "fixed"

[cost.rent]
amount = 900

[partner.stad]
units = 2

[partner.dorp]
units = 1

[payment.q1]
amounts = { stad = 50 }

[stays]
register = "stays.csv"
"""
STAYS = "owner,persons,from,until\nstad,1,2026-03-01,2026-03-11\ndorp,1,2026-05-01,2026-05-03\n"


def register(text: str) -> None:
    Path("stays.csv").write_text(text, encoding="utf-8")
    put(REGISTERED)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "nl",
            (
                "ter info: het register van de verblijven is gewijzigd sinds het vastleggen, "
                "de bedragen niet\n"
            ),
        ),
        (
            "en",
            "note: the register of stays has changed since it was frozen, the amounts have not\n",
        ),
        (
            "fr",
            (
                "note : le registre des séjours a changé depuis qu’elle a été figée, "
                "les montants non\n"
            ),
        ),
    ],
)
def test_another_register_with_the_same_figures_is_told(lang: str, words: str) -> None:
    register(STAYS)
    run("freeze", "a.toml")
    register(STAYS.replace("2026-03", "2026-04"))
    ran = run("verify", "a.toml", "--lang", lang)
    assert (ran.code, ran.out, plain(ran.err)) == (0, b"", words)


def test_a_register_written_otherwise_is_the_same_register() -> None:
    register(STAYS)
    run("freeze", "a.toml")
    register(STAYS.replace(",", ";"))
    assert run("verify", "a.toml") == Result(0, b"", "")


def test_what_a_register_moved_is_told_apart_from_the_description() -> None:
    register(STAYS)
    run("freeze", "a.toml")
    register(STAYS.replace("03-11", "03-21"))
    ran = run("verify", "a.toml", "--lang", "en")
    assert (ran.code, ran.err) == (1, "note: the register of stays has changed since then\n")
    assert "stays in the homes: € 100.00" in plain(ran.text)
    put(REGISTERED.replace("900", "960"))
    both = f"{CHANGED}note: the register of stays has changed since then\n"
    assert run("verify", "a.toml").err == both
    put(REGISTERED.replace("units = 1", "units = 1\nname = 'Dorp'"))
    assert run("verify", "a.toml").err == both


def test_a_register_that_is_no_longer_there_is_a_problem_of_the_file() -> None:
    register(STAYS)
    run("freeze", "a.toml")
    Path("stays.csv").unlink()
    ran = run("verify", "a.toml", "--lang", "nl")
    assert ran.code == 2
    assert ran.err.startswith("fout: a.toml:23:12: stays.register: ")
    put(REGISTERED.partition("[stays]")[0])
    ran = run("verify", "a.toml", "--lang", "nl")
    assert (ran.code, ran.err) == (
        1,
        (
            "ter info: de beschrijving is sindsdien gewijzigd\n"
            "ter info: het register van de verblijven is sindsdien gewijzigd\n"
        ),
    )
