"""`freeze` and `verify`: the statement that was decided, and whether it still comes out."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import igs_costshare
from command import Result, run
from igs_costshare.freezing.meaning import fingerprint
from igs_costshare.reading.toml import from_toml

TEXT = """title = "Netwerk"
year = 2026

[cost.overhead]
amount = 100

[contribution]
model = "fixed"

[partner.stad]

[partner.dorp]

[scenario.lean]
cost.overhead.amount = 80
"""
DECISION = "gemeenteraad 12 maart 2026, punt 7"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    put(TEXT)


def put(text: str) -> None:
    Path("a.toml").write_text(text, encoding="utf-8")


def lock() -> dict[str, object]:
    return tomllib.loads(Path("a.toml.lock").read_text(encoding="utf-8"))


def test_a_lock_holds_the_statement_and_where_it_came_from() -> None:
    assert run("freeze", "a.toml", "--decision", DECISION) == Result(0, b"", "")
    tables = lock()
    assert {name: tables[name] for name in ("format", "tool", "sha256", "decision")} == {
        "format": 1,
        "tool": igs_costshare.__version__,
        "sha256": fingerprint(from_toml(TEXT)),
        "decision": DECISION,
    }
    assert isinstance(tables["statement"], dict)
    assert tables["statement"]["total"]["expenses"] == "100.00"


def test_the_same_description_gives_the_same_bytes() -> None:
    run("freeze", "a.toml")
    first = Path("a.toml.lock").read_bytes()
    run("freeze", "a.toml", "--force")
    assert Path("a.toml.lock").read_bytes() == first
    assert "decision" not in lock()


def test_a_lock_is_not_replaced_by_accident() -> None:
    run("freeze", "a.toml")
    ran = run("freeze", "a.toml", "--decision", "x")
    assert (ran.code, ran.err) == (
        2,
        "error: a.toml.lock: exists already\nhint: --force replaces it\n",
    )
    assert "decision" not in lock()


def test_what_cannot_be_computed_is_not_frozen() -> None:
    put(TEXT.replace('"fixed"', '"fixt"'))
    assert run("freeze", "a.toml").code == 2
    assert not Path("a.toml.lock").exists()


def test_what_deserves_a_look_is_told() -> None:
    put(TEXT.replace("amount = 100", "amount = 16.900"))
    assert run("freeze", "a.toml").err.startswith("warning: a.toml:5:10: cost.overhead.amount: ")


@pytest.mark.parametrize("decision", ["", "two\nlines"])
def test_a_decision_is_one_line_of_text(decision: str) -> None:
    assert run("freeze", "a.toml", "--decision", decision).code == 2


def test_standard_input_has_no_lock() -> None:
    assert (run("freeze", "-").code, run("verify", "-").code) == (2, 2)


def test_a_description_that_still_gives_the_statement_is_verified_in_silence() -> None:
    run("freeze", "a.toml")
    put(f"# a remark\n{TEXT}".replace("100", "1_00.00").replace("80", "70"))
    assert run("verify", "a.toml") == Result(0, b"", "")


def test_a_change_that_moves_no_amount_is_noted() -> None:
    run("freeze", "a.toml")
    put(TEXT.replace("[partner.stad]", '[partner.stad]\nname = "Stad"'))
    note = "note: the description has changed since it was frozen, its amounts have not\n"
    assert run("verify", "a.toml") == Result(0, b"", note)


def test_what_moved_is_shown_with_the_decision() -> None:
    run("freeze", "a.toml", "--decision", DECISION)
    put(TEXT.replace("100", "120"))
    ran = run("verify", "a.toml")
    assert ran.code == 1
    assert "Netwerk 2026: from frozen to now" in ran.text
    assert "~ Total  -100.00  -120.00  -20.00" in ran.text
    assert ran.err == (
        f"note: frozen with the decision: {DECISION}\n"
        "note: the description has changed since then\n"
    )
    dutch = run("verify", "a.toml", "--lang", "nl")
    assert "van vastgelegd naar nu" in dutch.text
    assert dutch.err.startswith(f"nota: vastgelegd met de beslissing: {DECISION}\n")


def test_another_version_that_gives_other_amounts_is_named() -> None:
    run("freeze", "a.toml")
    path = Path("a.toml.lock")
    text = path.read_text(encoding="utf-8").replace('"0.1.0"', '"0.0.9"')
    path.write_text(text.replace("50.00", "49.00").replace("100.00", "98.00"), encoding="utf-8")
    ran = run("verify", "a.toml")
    versions = f"version 0.0.9 of the program froze it, this is {igs_costshare.__version__}"
    assert (ran.code, ran.err) == (1, f"note: the description is still the same; {versions}\n")


def test_a_scenario_is_frozen_and_verified_as_such() -> None:
    run("freeze", "a.toml", "--scenario", "lean")
    assert run("verify", "a.toml") == Result(0, b"", "")
    put(TEXT.replace("80", "90"))
    assert "Netwerk 2026: from frozen (lean) to now (lean)" in run("verify", "a.toml").text
    put(TEXT.partition("[scenario")[0])
    ran = run("verify", "a.toml")
    assert (ran.code, "there is no scenario `lean`" in ran.err) == (2, True)


NO_START = "a line begins with a name, or with `[` for a table"
HINT = "hint: `igs-costshare freeze FILE` makes one\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("format = 9", f"error: a.toml.lock: has format 9, and this version reads 1\n{HINT}"),
        ("x = 1", f"error: a.toml.lock: is no lock: `format` is not as expected\n{HINT}"),
        ("=", f"error: a.toml.lock:1:1: {NO_START}\n1 | =\n  | ^\n"),
    ],
)
def test_what_is_no_lock_is_refused(text: str, words: str) -> None:
    Path("a.toml.lock").write_text(text, encoding="utf-8")
    assert run("verify", "a.toml") == Result(2, b"", words)


def test_a_lock_whose_amounts_do_not_add_up_is_refused() -> None:
    run("freeze", "a.toml")
    path = Path("a.toml.lock")
    text = path.read_text(encoding="utf-8").replace('"-50.00"', '"-49.00"', 1)
    path.write_text(text, encoding="utf-8")
    ran = run("verify", "a.toml")
    assert (ran.code, ran.out) == (2, b"")
    assert "the balance of `stad` is not its revenues less its expenses" in ran.err


def test_without_a_lock_there_is_nothing_to_verify() -> None:
    words = f"error: a.toml.lock: there is no such file\n{HINT}"
    assert run("verify", "a.toml") == Result(2, b"", words)


# ---------------------------------------------------------------- the meaning of a description


def mark(text: str) -> str:
    return fingerprint(from_toml(text))


@pytest.mark.parametrize(
    "text",
    [
        "# remark\nb.c = 1\na = 84_500\n",
        "[b]\nc = 1.0\n",
        "[scenario.x]\na = 1\n[expected.total]\nexpenses = 1\n[limits]\nmax_share = 1\n",
    ],
)
def test_remarks_order_and_spelling_leave_the_meaning_alone(text: str) -> None:
    whole = "a = 84500\nb.c = 1\n"
    missing = "" if "a = 84_500" in text else "a = 84500.00\n"
    added = "" if "c = 1" in text else "b.c = 1\n"
    assert mark(missing + added + text) == mark(whole)


@pytest.mark.parametrize(
    "text",
    [
        "a = 2",
        'a = "1"',
        "a = true",
        "a = [1, 2]",
        "a = [2, 1]",
        "a = 2026-01-01",
        "b = 1",
        "a.b = 1",
    ],
)
def test_whatever_else_differs_is_another_meaning(text: str) -> None:
    others = ["a = 1", 'a = "2026-01-01"', 'a = { "" = "2" }', "a = 1.00001"]
    assert mark(text) not in {mark(each) for each in others}


@given(st.decimals(0, 10**9, places=6))
def test_a_number_means_the_same_however_it_is_written(number: object) -> None:
    assert mark(f"a = {number}") == mark(f"a = {number}000")


def test_replacing_a_lock_says_which_decision_goes() -> None:
    run("freeze", "a.toml", "--decision", DECISION)
    ran = run("freeze", "a.toml", "--scenario", "lean", "--force")
    assert (ran.code, ran.err) == (
        0,
        f"note: this replaces the lock with the decision “{DECISION}”\n",
    )
    assert run("freeze", "a.toml", "--force") == Result(0, b"", "")
    Path("a.toml.lock").write_text("no lock", encoding="utf-8")
    assert run("freeze", "a.toml", "--force") == Result(0, b"", "")
