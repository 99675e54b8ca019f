"""`freeze` and `verify`: the statement that was decided, and whether it still comes out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import tomli_w
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
        "format": 2,
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
        (
            "error: a.toml.lock: exists already\n"
            "hint: --force replaces it; --lock NAME makes a second one beside it\n"
        ),
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
    assert re.search(r"~ Total +100\.00  120\.00  \+20\.00", ran.text)
    assert ran.err == (
        f"note: frozen with the decision: {DECISION}\n"
        "note: the description has changed since then\n"
    )
    dutch = run("verify", "a.toml", "--lang", "nl")
    assert "van vastgelegd naar nu" in dutch.text
    assert dutch.err.startswith(f"ter info: vastgelegd met de beslissing: {DECISION}\n")


def in_lock(*changes: tuple[str, str], name: str = "a.toml.lock") -> None:
    """Put something else in the lock."""
    path = Path(name)
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def spaced(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


OTHER_AMOUNTS = (('"50.00"', '"49.00"'), ('"-50.00"', '"-49.00"'), ('100.00"', '98.00"'))
OTHER_TOOL = ('"0.1.0"', '"0.0.9"')
CHANGED = "note: the description has changed since then\n"
VERSIONS = f"version 0.0.9 of the program froze it, this is {igs_costshare.__version__}"


def test_another_version_that_gives_other_amounts_is_named() -> None:
    run("freeze", "a.toml")
    in_lock(OTHER_TOOL, *OTHER_AMOUNTS)
    ran = run("verify", "a.toml")
    assert (ran.code, ran.err) == (1, f"note: the description is still the same; {VERSIONS}\n")
    assert "Netwerk 2026: from frozen to now\n" in ran.text


def test_what_the_program_moved_and_what_the_description_moved_are_told_apart() -> None:
    run("freeze", "a.toml")
    in_lock(OTHER_TOOL, *OTHER_AMOUNTS)
    put(TEXT.replace("100", "120"))
    ran = run("verify", "a.toml")
    assert (ran.code, ran.err) == (
        1,
        f"{CHANGED}note: the frozen description now gives other amounts; {VERSIONS}\n",
    )
    by_program, by_description = spaced(ran.text).split("\n\nNetwerk 2026: ")
    assert by_program.startswith("Netwerk 2026: from frozen to frozen, computed now\n")
    assert by_program.endswith(
        "The net contribution of stad rises by € 1.00.\n"
        "The net contribution of dorp rises by € 1.00.\n"
        "The net contribution of all together rises by € 2.00."
    )
    assert by_description.startswith("from frozen, computed now to now\n")
    assert "overhead (€ 100.00 → € 120.00): € 10.00 more" in by_description


def test_amounts_changed_in_the_lock_itself_are_called_that() -> None:
    run("freeze", "a.toml")
    in_lock(*OTHER_AMOUNTS)
    ran = run("verify", "a.toml")
    words = f"version {igs_costshare.__version__} of the program froze them, and gives others\n"
    assert (ran.code, ran.err) == (
        1,
        f"note: the amounts in the lock itself were changed: {words}",
    )


@pytest.mark.parametrize(
    ("before", "after", "cause"),
    [
        ("100", "120", "overhead (€ 100.00 → € 120.00): € 10.00 more"),
        ("[partner.dorp]", "[partner.dorp]\n[partner.caw]", "caw joins: € 16.67 less"),
        (
            '"fixed"',
            '"agreed"\nshares = { stad = 60, dorp = 40 }',
            "(fixed → agreed): € 10.00 more",
        ),
    ],
)
def test_what_moved_has_its_cause(before: str, after: str, cause: str) -> None:
    run("freeze", "a.toml")
    put(TEXT.replace(before, after))
    assert cause in spaced(run("verify", "a.toml").text)


ORDERED = TEXT.replace("100", "100.01")
REORDERED = ORDERED.replace("[partner.stad]", "").replace("[scenario", "[partner.stad]\n[scenario")


def test_another_order_is_another_description_since_ties_follow_it() -> None:
    put(ORDERED)
    run("freeze", "a.toml")
    put(REORDERED)
    ran = run("verify", "a.toml")
    assert (ran.code, ran.err) == (1, "note: the description has changed since then\n")
    assert "order of the entries, which ties follow: € 0.01 less" in spaced(ran.text)


def first_format() -> None:
    """Make the lock one of format 1, as version 0.1 wrote it before it kept the description."""
    tables = from_toml(Path("a.toml.lock").read_text(encoding="utf-8"))
    description = tables.pop("description")
    older = {**tables, "format": 1, "sha256": fingerprint(description, ordered=False)}
    Path("a.toml.lock").write_text(tomli_w.dumps(older), encoding="utf-8")


def test_a_lock_of_the_first_format_is_still_held_to() -> None:
    run("freeze", "a.toml", "--decision", DECISION)
    first_format()
    assert run("verify", "a.toml") == Result(0, b"", "")
    put(TEXT.replace("100", "120"))
    ran = run("verify", "a.toml")
    assert ran.code == 1
    assert re.search(r"~ Total +100\.00  120\.00  \+20\.00", ran.text)
    assert ran.err == (
        f"note: frozen with the decision: {DECISION}\n"
        "note: the description has changed since then\n"
        f"{OLD}"
    )


OLD = (
    "note: a lock of format 1 does not keep the description, so that the causes are not known; "
    "another order of the partners or lines is the same description to it\n"
)


def test_a_lock_of_the_first_format_does_not_say_what_it_cannot_know() -> None:
    put(ORDERED)
    run("freeze", "a.toml")
    first_format()
    put(REORDERED)
    assert (run("verify", "a.toml").code, run("verify", "a.toml").err) == (1, OLD)
    in_lock(OTHER_TOOL)
    assert run("verify", "a.toml").err == (
        f"{OLD}note: the description is still the same; {VERSIONS}\n"
    )


def test_a_frozen_description_that_is_none_today_has_no_causes() -> None:
    run("freeze", "a.toml")
    tables = from_toml(Path("a.toml.lock").read_text(encoding="utf-8"))
    tables["description"]["contribution"] = {"model": "forgotten"}
    tables["sha256"] = fingerprint(tables["description"])
    Path("a.toml.lock").write_text(tomli_w.dumps(tables), encoding="utf-8")
    put(TEXT.replace("100", "120"))
    ran = run("verify", "a.toml")
    words = "does not read the frozen description, so that the causes are not known\n"
    assert (ran.code, ran.err) == (1, f"{CHANGED}note: this version of the program {words}")


def test_a_frozen_description_whose_figures_are_impossible_today_has_no_causes() -> None:
    run("freeze", "a.toml")
    tables = from_toml(Path("a.toml.lock").read_text(encoding="utf-8"))
    tables["description"]["contribution"] = {"model": "variable", "key": "units"}
    tables["sha256"] = fingerprint(tables["description"])
    Path("a.toml.lock").write_text(tomli_w.dumps(tables), encoding="utf-8")
    put(TEXT.replace("100", "120"))
    assert "does not read the frozen description" in run("verify", "a.toml").err


def test_a_description_in_a_lock_that_is_not_the_frozen_one_is_refused() -> None:
    run("freeze", "a.toml")
    in_lock(("[description.partner.dorp]", "[description.partner.caw]"))
    line = (
        Path("a.toml.lock")
        .read_text(encoding="utf-8")
        .split("\n")
        .index(f'sha256 = "{lock()["sha256"]}"')
    )
    ran = run("verify", "a.toml")
    assert ran.code == 2
    assert ran.err.startswith(
        f"error: a.toml.lock:{line + 1}:10: is no sound lock: its description is not the one that "
        "its `sha256` is of\n"
    )


def test_every_fault_of_a_lock_is_told_at_its_place() -> None:
    run("freeze", "a.toml")
    in_lock(('tool = "0.1.0"', "tool = 1"), ('id = "stad"', "id = 5"), ("sha256", "sha512"))
    ran = run("verify", "a.toml")
    firsts = [each.split("\n")[0] for each in ran.err.split("\n\n")]
    assert firsts == [
        "error: a.toml.lock:4:8: is no lock: `tool` is not as expected",
        "error: a.toml.lock:1:1: is no lock: `sha256` is not as expected",
        "error: a.toml.lock:5:10: is no lock: `sha512` is not as expected",
    ]


def test_a_statement_in_a_lock_has_its_faults_at_their_places() -> None:
    run("freeze", "a.toml")
    in_lock(('id = "stad"', "id = 5"))
    ran = run("verify", "a.toml")
    lines = Path("a.toml.lock").read_text(encoding="utf-8").split("\n")
    assert ran.err == (
        f"error: a.toml.lock:{lines.index('id = 5') + 1}:6: is no saved statement: "
        f"`partners[0].id` is not as expected\n{lines.index('id = 5') + 1} | id = 5\n"
        f"   |      ^\n{HINT}"
    )


def test_another_currency_cannot_be_compared() -> None:
    run("freeze", "a.toml")
    put(TEXT.replace("year", 'currency = "USD"\nyear'))
    words = "amounts in EUR and in USD cannot be compared"
    assert run("verify", "a.toml") == Result(2, b"", f"error: a.toml.lock: {words}\n")
    assert "`a.toml.lock` no longer holds" in run("check", "a.toml").text


# ---------------------------------------------------------------- several locks, and folders


def test_a_file_has_as_many_locks_as_have_a_name() -> None:
    run("freeze", "a.toml")
    put(TEXT.replace("100", "120"))
    assert run("freeze", "a.toml", "--lock", "herziening-1") == Result(0, b"", "")
    assert Path("a.toml.herziening-1.lock").exists()
    assert run("verify", "a.toml", "--lock", "herziening-1") == Result(0, b"", "")
    ran = run("verify", "a.toml")
    assert ran.code == 1
    assert ran.text.startswith("a.toml.lock:\nNetwerk 2026: from frozen to now\n")
    assert ran.err == "note: a.toml.lock: the description has changed since then\n"
    put(TEXT)
    assert run("verify", "a.toml").err == (
        "note: a.toml.herziening-1.lock: the description has changed since then\n"
    )


def test_several_locks_that_moved_are_shown_under_one_another() -> None:
    run("freeze", "a.toml")
    run("freeze", "a.toml", "--lock", "tweede", "--scenario", "lean")
    put(TEXT.replace("100", "120").replace("80", "90"))
    ran = run("verify", "a.toml", "--lang", "nl")
    first, second = ran.text.split("\n\na.toml.tweede.lock:\n")
    assert first.startswith("a.toml.lock:\nNetwerk 2026: van vastgelegd naar nu\n")
    assert second.startswith("Netwerk 2026: van vastgelegd (lean) naar nu (lean)\n")


@pytest.mark.parametrize("name", ["", "a b", "../x", "x/y", "-x", "a.b", "x\n"])
def test_a_lock_is_called_by_a_plain_name(name: str) -> None:
    assert run("freeze", "a.toml", f"--lock={name}").code == 2
    assert run("verify", "a.toml", f"--lock={name}").code == 2
    assert [*map(str, Path().rglob("*.lock"))] == []


def test_a_named_lock_that_is_not_there_is_told() -> None:
    run("freeze", "a.toml")
    words = f"error: a.toml.x.lock: there is no such file\n{HINT}"
    assert run("verify", "a.toml", "--lock", "x") == Result(2, b"", words)


def test_a_lock_of_another_file_is_not_taken_for_a_named_one() -> None:
    Path("a.toml.b").write_text(TEXT.replace("100", "300"), encoding="utf-8")
    run("freeze", "a.toml.b")
    run("freeze", "a.toml")
    assert Path("a.toml.b.lock").exists()
    assert run("verify", "a.toml") == Result(0, b"", "")


def test_every_lock_in_a_folder_is_verified() -> None:
    for name in ("map/b.toml", "map/diep/c.toml", "map/.git/d.toml", "map/e.toml"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT, encoding="utf-8")
        if "e.toml" not in name:
            run("freeze", name)
    run("freeze", "map/e.toml", "--lock", "x")
    Path("map/poetry.lock").write_text("", encoding="utf-8")
    assert run("verify", "map") == Result(0, b"", "")
    for name in ("map/b.toml", "map/diep/c.toml", "map/.git/d.toml", "map/e.toml"):
        Path(name).write_text(TEXT.replace("100", "120"), encoding="utf-8")
    ran = run("verify", "map")
    assert ran.code == 1
    assert [each for each in ran.text.split("\n") if each.endswith("lock:")] == [
        f"{Path('map', name)}:"
        for name in ("b.toml.lock", "e.toml.x.lock", Path("diep", "c.toml.lock"))
    ]
    assert run("verify", "map", "map/e.toml", "--lock", "x").err == (
        "note: the description has changed since then\n"
    )


def test_a_folder_without_a_lock_proves_nothing() -> None:
    Path("map").mkdir()
    hint = "`igs-costshare freeze FILE` makes one; hidden folders are passed over"
    assert run("verify", "map") == Result(
        2, b"", f"error: map: holds no lock: no `*.toml.lock`\nhint: {hint}\n"
    )
    assert "no `*.toml.x.lock`" in run("verify", "map", "--lock", "x").err


def test_a_fault_of_one_file_does_not_hide_what_moved_in_another() -> None:
    for name in ("b.toml", "c.toml"):
        Path(name).write_text(TEXT, encoding="utf-8")
        run("freeze", name)
    Path("b.toml").unlink()
    Path("c.toml").write_text(TEXT.replace("100", "120"), encoding="utf-8")
    ran = run("verify", ".", "c.toml", "none.toml")
    assert ran.code == 2
    assert ran.text.startswith("c.toml.lock:\n")
    assert ran.text.count("Netwerk 2026") == 1
    assert "error: b.toml: there is no such file\n" in ran.err
    assert "error: none.toml.lock: there is no such file\n" in ran.err


def test_a_folder_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(folder: str, onerror: Callable[[OSError], None]) -> Iterator[object]:
        onerror(PermissionError(13, "Permission denied", folder))
        return iter(())

    monkeypatch.setattr("os.walk", walk)
    words = "error: .: cannot be opened: Permission denied\n"
    assert run("verify", ".") == Result(2, b"", words)


def test_what_is_no_path_is_told() -> None:
    for path in ("", "x" * 5_000, "a\0b"):
        for command in ("freeze", "verify"):
            ran = run(command, path)
            assert (ran.code, ran.out, ran.err[:7]) == (2, b"", "error: ")
    assert run("verify", "no/such/a.toml").err.startswith("error: no/such/a.toml.lock: there is")


# ---------------------------------------------------------------- check


def test_check_names_the_locks_that_no_longer_hold() -> None:
    run("freeze", "a.toml", "--decision", DECISION)
    run("freeze", "a.toml", "--lock", "lean", "--scenario", "lean")
    assert run("check", "a.toml") == Result(0, b"", "")
    put(TEXT.replace("100", "120"))
    ran = run("check", "a.toml")
    hint = "`igs-costshare verify` shows what moved; `igs-costshare freeze --force` freezes it anew"
    assert (ran.code, ran.err) == (1, "")
    assert ran.text == (
        f"error: a.toml.lock: lock: `a.toml.lock` ({DECISION}) no longer holds: the file gives "
        f"other amounts than were frozen\nhint: {hint}\n"
    )
    assert run("check", "a.toml", "--scenario", "lean") == Result(0, b"", "")
    assert "klopt niet meer" in run("check", ".", "--lang", "nl").text


def test_check_names_a_lock_whose_scenario_is_gone() -> None:
    run("freeze", "a.toml", "--lock", "lean", "--scenario", "lean")
    put(TEXT.partition("[scenario")[0])
    words = "lock: `a.toml.lean.lock` no longer holds: scenario `lean` is no longer in the file\n"
    ran = run("check", "a.toml")
    assert (ran.code, words in ran.text) == (1, True)


def test_check_asks_locks_of_the_file_as_it_is() -> None:
    run("freeze", "a.toml")
    assert run("check", "a.toml", "--set", "cost.overhead.amount=120") == Result(0, b"", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x", "`a.toml.lock:1:2` cannot be read: expected `=` after the name"),
        ("", "`a.toml.lock` cannot be read: is empty"),
    ],
)
def test_check_names_a_lock_that_cannot_be_read(text: str, words: str) -> None:
    Path("a.toml.lock").write_text(text, encoding="utf-8")
    ran = run("check", "a.toml")
    assert (ran.code, ran.text.split("\n")[0]) == (1, f"error: a.toml.lock: lock: {words}")


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
        (
            "format = 9",
            f"""error: a.toml.lock:1:10: has format 9, and this version reads 3
1 | format = 9
  |          ^
{HINT}""",
        ),
        (
            "x = 1",
            f"""error: a.toml.lock:1:1: is no lock: `format` is not as expected
1 | x = 1
  | ^
{HINT}""",
        ),
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
        "a = 09:30:00",
        "a = 1e999",
        "a = inf",
        "[partner.a]\n[partner.b]",
        "[partner.b]\n[partner.a]",
    ],
)
def test_whatever_else_differs_is_another_meaning(text: str) -> None:
    others = ["a = 1", 'a = "2026-01-01"', 'a = { "" = "2" }', "a = 1.00001", "a = 1e998"]
    others += ["[partner.a]", "[partner.b]\n[partner.c]\n[partner.a]"]
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
