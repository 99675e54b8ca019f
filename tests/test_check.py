"""`check`: which files, what it finds, and how it ends."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from command import Result, run
from igs_costshare.checking.ours import TABLES
from igs_costshare.rules import RULES
from igs_costshare.rules.governance.forms import FORMS
from igs_costshare.wording.language import language

BASE = """title = "Netwerk"

[cost.overhead]
amount = 16_900

[contribution]
model = "variable"
key = "units"

[partner.stad]
units = 4

[partner.dorp]
units = 1

[partner.caw]
units = 1

"""
MORE = BASE.replace("16_900", "20_000")
AGREED = "[expected.partner.stad]\nexpenses = 11_266.67\n"
OTHER = "[expected.partner.stad]\nexpenses = 11_200\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")


def put(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(*arguments: str | Path) -> list[tuple[str, str, int | None]]:
    """File, rule and line of every finding."""
    report = json.loads(run("check", *arguments, "--format", "json").out)
    return [
        (file["file"], each["rule"], each["line"])
        for file in report["files"]
        for each in file["findings"]
    ]


# ---------------------------------------------------------------- how it ends


def test_it_is_silent_when_all_is_well() -> None:
    assert run("check", put("a.toml", BASE + AGREED)) == Result(0, b"", "")


def test_a_figure_that_differs_is_told_with_its_distance_and_its_line() -> None:
    ran = run("check", put("a.toml", BASE + OTHER))
    assert ran == Result(
        1,
        "error: a.toml:20:12: expected: `stad` expenses are €\xa011,266.67, expected "
        "€\xa011,200.00: €\xa066.67 too high\n"
        "20 | expenses = 11_200\n"
        "   |            ^\n"
        "hint: if the statement is right, `igs-costshare check --update` rewrites this "
        "figure\n".encode(),
        "",
    )


def test_it_speaks_dutch() -> None:
    put("a.toml", BASE + OTHER)
    words = "uitgaven van `stad` zijn €\xa011.266,67, verwacht €\xa011.200,00: €\xa066,67 te hoog"
    assert words in run("check", "a.toml", "--lang", "nl").text


def test_text_is_in_the_language_of_the_user_and_json_in_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put("a.toml", BASE + OTHER)
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    assert "verwacht" in run("check", "a.toml").text
    assert "expected" in run("check", "a.toml", "--format", "json").text


def test_a_warning_is_shown_and_counts_only_when_strict() -> None:
    put("a.toml", BASE + "[limits]\nmax_increase = 0.1\n")
    ran = run("check", "a.toml")
    assert ran.code == 0
    assert ran.text.startswith("warning: a.toml:20:16: limit-max-increase: not checked")
    assert run("check", "a.toml", "--strict") == ran.__class__(1, ran.out, "")


def test_what_compute_warns_of_is_a_warning() -> None:
    put("a.toml", MORE.replace("20_000", "20.500"))
    ran = run("check", "a.toml")
    assert ran.code == 0
    assert ran.text.startswith("warning: a.toml:4:10: doubtful: cost.overhead.amount: 20.500 is")


def test_the_worst_file_decides_and_every_file_is_told() -> None:
    put("a.toml", BASE + OTHER)
    put("b.toml", "title = \n")
    put("c.toml", BASE + OTHER)
    assert run("check", "a.toml", "b.toml", "missing.toml", "c.toml").code == 2
    assert found("a.toml", "b.toml", "missing.toml", "c.toml") == [
        ("a.toml", "expected", 20),
        ("b.toml", "invalid", 1),
        ("missing.toml", "invalid", None),
        ("c.toml", "expected", 20),
    ]


def test_a_fault_of_a_file_is_told_as_every_command_tells_it() -> None:
    put("b.toml", BASE.replace('key = "units"', 'key = "unitz"'))
    assert run("check", "b.toml") == Result(2, run("compute", "b.toml").err.encode(), "")


def test_faults_of_figures_are_told_for_every_scenario() -> None:
    zero = "[scenario.{}]\npartner.stad.units = 0\npartner.dorp.units = 0\npartner.caw.units = 0\n"
    put("a.toml", BASE + zero.format("one") + zero.format("two"))
    assert found("a.toml") == [("a.toml", "invalid", 8), ("a.toml", "invalid", 8)]
    text = run("check", "a.toml").text
    assert ("(in scenario `one`)" in text, "(in scenario `two`)" in text) == (True, True)


# ---------------------------------------------------------------- scenarios


SCENARIOS = (
    BASE
    + "[scenario.lean]\nremove = ['partner.caw']\n\n"
    + "[scenario.duur]\ncost.overhead.amount = 20_000\n"
)


def test_scenarios_have_figures_of_their_own() -> None:
    put(
        "a.toml",
        SCENARIOS + "[expected]\nround = 'euro'\ntotal.expenses = 16_900\n"
        "scenario.lean.partner.stad.expenses = 13_520.4\n"
        "scenario.duur = { round = 'cent', total = { expenses = 20_000.01 } }\n",
    )
    assert found("a.toml") == [("a.toml", "expected", 28)]


def test_limits_are_of_the_base_and_a_scenario_takes_none_of_it_along() -> None:
    put(
        "a.toml",
        SCENARIOS + "[limits]\nbalance_min = -16_900\n\n"
        "[expected.partner.caw]\nexpenses = 2_816.66\n",
    )
    assert run("check", "a.toml") == Result(0, b"", "")
    assert run("compute", "a.toml", "--scenario", "lean").code == 0


def test_one_scenario_can_be_checked_alone() -> None:
    text = "[expected]\ntotal.expenses = 1\nscenario.lean.total.expenses = 1\n"
    put("a.toml", SCENARIOS + text)
    assert found("a.toml", "--scenario", "lean") == [("a.toml", "expected", 26)]
    assert found("a.toml", "--scenario", "duur") == []
    assert run("check", "a.toml", "--scenario", "leen").text == (
        "error: --scenario leen: there is no scenario `leen`\nhint: did you mean `lean`?\n"
    )


def test_a_scenario_is_checked_alone_where_the_base_cannot_be_computed() -> None:
    nobody = BASE.replace("units = 4", "units = 0").replace("units = 1", "units = 0")
    put("a.toml", nobody + "[scenario.some]\npartner.stad.units = 1\n")
    assert run("check", "a.toml", "--scenario", "some") == Result(
        0, run("check", "a.toml", "--scenario", "some").out, ""
    )
    assert run("check", "a.toml").code == 2


def test_what_a_scenario_has_in_common_with_the_base_is_told_once() -> None:
    put("a.toml", MORE.replace("20_000", "20.500") + "[scenario.lean]\npartner.caw.units = 2\n")
    assert [each for each in found("a.toml") if each[1] == "doubtful"] == [
        ("a.toml", "doubtful", 4)
    ]


def test_settings_are_laid_over_the_file_and_its_scenarios() -> None:
    put(
        "a.toml", SCENARIOS + "[expected]\ntotal.expenses = 10\nscenario.duur.total.expenses = 10\n"
    )
    assert len(found("a.toml")) == 2
    assert found("a.toml", "--set", "cost.overhead.amount=10") == []
    ran = run("check", "a.toml", "a.toml", "--set", "nothing")
    assert (ran.code, ran.err.count("expected PATH=VALUE")) == (2, 1)


def test_a_finding_about_a_setting_names_it() -> None:
    put("a.toml", BASE)
    ran = run("check", "a.toml", "--set", "cost.overhead.amount=16.900")
    assert ran.text.startswith("warning: --set cost.overhead.amount=16.900: doubtful: ")


# ---------------------------------------------------------------- which files


def test_a_folder_is_looked_through_for_descriptions() -> None:
    put("budgets/b.toml", BASE + OTHER)
    put("budgets/a/deep/c.TOML", BASE + OTHER)
    put("budgets/.hidden/d.toml", BASE + OTHER)
    put("budgets/pyproject.toml", '[project]\ntitle = "no"\n')
    put("budgets/empty.toml", "")
    put("budgets/text.toml", 'readme = """\ntitle = 3\n"""\n')
    put("budgets/note.txt", BASE + OTHER)
    assert [Path(file).as_posix() for file, _, _ in found("budgets")] == [
        "budgets/b.toml",
        "budgets/a/deep/c.TOML",
    ]


def test_what_would_be_a_description_if_it_were_sound_is_told() -> None:
    put("budgets/broken.toml", 'intro = """\ntext\n"""\n[partner.stad]\n=\n')
    Path("budgets/latin.toml").write_bytes(b'title = "Caf\xe9"\n[[cost]]\n')
    assert [(Path(file).name, rule) for file, rule, _ in found("budgets")] == [
        ("broken.toml", "invalid"),
        ("latin.toml", "invalid"),
    ]


@pytest.mark.parametrize("name", TABLES)
def test_a_file_with_any_table_of_ours_is_ours_without_a_title(name: str) -> None:
    put("budgets/a.toml", f"[{name}]\n")
    put("budgets/b.toml", f"titel = 'x'\n[{name}.x]\ny = [\n")
    assert [(Path(file).name, rule) for file, rule, _ in found("budgets")][-1] == (
        "b.toml",
        "invalid",
    )
    assert {Path(file).name for file, _, _ in found("budgets")} == {"a.toml", "b.toml"}


@pytest.mark.parametrize(
    "text",
    [
        "fte.cost = 1\n",
        "[[cost]]\n",
        "[partner.stad\n",
        "partner.stad = {\n",
        "'contribution' = { model = \n",
        '[ "partner".stad ]\nx = \n',
        "\ufeff[cost.a]\n=\n",
        "<<<<<<< HEAD\n[cost.a]\n=======\n",
        "[partners.stad]\n[costs.huur]\n",
        "[kosten.huur]\n[bijdrage]\n",
    ],
)
def test_what_looks_like_ours_and_is_broken_is_told(text: str) -> None:
    put("budgets/a.toml", text)
    assert {rule for _, rule, _ in found("budgets")} == {"invalid"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_a_description_in_another_encoding_is_told_as_any_other(encoding: str) -> None:
    put("budgets/a.toml", "")
    Path("budgets/a.toml").write_bytes("[partner.stad]\r\nunits = x\r\n".encode(encoding))
    assert [rule for _, rule, _ in found("budgets")] == ["invalid"]


@pytest.mark.parametrize(
    "text",
    [
        'title = "TOML Example"\n[owner]\nname = "Tom"\n[database]\nports = [1]\n',
        'title = "x"\n[params]\n[menu]\n[[outputs]]\n',
        'title = "x"\npartner = 3\ncost = []\n',
        'title = "x"\n[tool.partner]\n[contributors]\n',
        'title = "x"\n[broken\n',
        'title = "x"\ntext = """\n[partner.x]\n"""\n',
    ],
)
def test_the_toml_of_another_program_is_left_alone(text: str) -> None:
    put("other/a.toml", text)
    assert [rule for _, rule, _ in found("other")] == ["empty-folder"]


def test_a_description_that_notepad_saved_as_text_is_named() -> None:
    put("budgets/begroting.toml.TXT", BASE)
    put("budgets/lijst.toml.txt", 'title = "x"\n')
    put("budgets/goed.toml", BASE)
    assert run("check", "budgets") == Result(
        2,
        b"error: budgets/begroting.toml.TXT: is a description that is not checked: its name ends "
        b"in `.toml.txt`\n"
        b"hint: rename it to end in `.toml`; Notepad adds `.txt` unless you save as type All "
        b"files\n",
        "",
    )
    assert run("check", "budgets/begroting.toml.TXT").code == 0


def test_blank_lines_take_no_time() -> None:
    put("budgets/a.toml", "\n" * 400_000 + " " * 400_000 + "x")
    assert [rule for _, rule, _ in found("budgets")] == ["empty-folder"]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (["old*"], ["a.toml", "b/c.toml", "b/d/e.toml"]),
        (["d"], ["a.toml", "b/c.toml", "old.toml"]),
        (["b/"], ["a.toml", "old.toml", "b"]),
        (["b/d"], ["a.toml", "old.toml", "b/c.toml"]),
        (["budgets/b/d", "./budgets/old.toml"], ["a.toml", "b/c.toml"]),
        (["**/a.toml", "b/*.toml"], ["old.toml"]),
        (["a.toml", "old.toml", "c.toml"], ["b/d/e.toml"]),
        (["nothing"], ["a.toml", "old.toml", "b/c.toml", "b/d/e.toml"]),
    ],
)
def test_patterns_leave_out_files_and_folders(patterns: list[str], left: list[str]) -> None:
    every = ["a.toml", "old.toml", "b/c.toml", "b/d/e.toml"]
    for name in every:
        put(f"budgets/{name}", BASE + OTHER)
    options = [part for each in patterns for part in ("--exclude", each)]
    expected = [name for name in every if name in left]
    assert [Path(file).as_posix() for file, _, _ in found("budgets", *options)] == [
        f"budgets/{name}" for name in expected
    ]


def test_a_file_that_is_named_can_be_left_out_as_well() -> None:
    put("a.toml", BASE + OTHER)
    put("b.toml", BASE + OTHER)
    assert [file for file, _, _ in found("a.toml", "b.toml", "--exclude", "a.*")] == ["b.toml"]
    assert run("check", "a.toml", "--exclude", "a.toml") == Result(0, b"", "")
    assert run("check", ".", "--exclude", "*.toml").text.startswith("warning: .: empty-folder")
    assert "fits nothing" in run("check", ".", "--exclude", "").err


def test_a_file_that_is_named_needs_no_title_to_be_checked() -> None:
    put("a.toml", "[partner.stad]\n")
    assert found("a.toml") == [("a.toml", "invalid", 1)]


def test_each_file_is_checked_once() -> None:
    put("budgets/a.toml", BASE + OTHER)
    assert len(found("budgets", "budgets/a.toml", "./budgets/a.toml")) == 1


def test_a_folder_without_a_description_is_worth_saying() -> None:
    Path("empty").mkdir()
    ran = run("check", "empty")
    assert ran == Result(
        0,
        b"warning: empty: empty-folder: holds no description: no `*.toml` with a table such as "
        b"`[partner.ID]`\n"
        b"hint: hidden folders are passed over; `igs-costshare init` writes a starter file\n",
        "",
    )
    assert run("check", "empty", "--strict").code == 1


def test_standard_input_is_checked() -> None:
    ran = run("check", "-", stdin=(BASE + OTHER).encode())
    assert (ran.code, ran.text[:22]) == (1, "error: <stdin>:20:12: ")


def test_a_file_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    put("budgets/a.toml", BASE)
    put("budgets/b.toml", BASE)
    opened = Path.open

    def refuse(self: Path, mode: str) -> object:
        if self.name == "a.toml":
            raise PermissionError(13, "Permission denied")
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert found("budgets") == [(str(Path("budgets", "a.toml")), "invalid", None)]


def test_a_folder_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    put("budgets/a.toml", BASE)
    scanned = os.scandir

    def refuse(path: str) -> object:
        if path == "budgets":
            raise PermissionError(13, "Permission denied", path)
        return scanned(path)

    monkeypatch.setattr(os, "scandir", refuse)
    ran = run("check", "budgets")
    assert ran == Result(2, b"error: budgets: cannot be opened: Permission denied\n", "")


# ---------------------------------------------------------------- against an earlier statement


LIMIT = "[limits]\nmax_increase = 0.1\n"


def against(before: str, after: str) -> str:
    put("before.toml", before)
    put("after.toml", after)
    return run("check", "after.toml", "--against", "before.toml").text


def test_a_bill_that_rises_by_what_was_agreed_holds() -> None:
    assert against(BASE, BASE.replace("16_900", "18_590") + LIMIT) == ""


def test_a_bill_that_rises_by_more_is_told_for_each_partner() -> None:
    text = against(BASE, MORE + LIMIT)
    assert text.count("limit-max-increase") == 3
    assert (
        "the net bill of `stad` rises from €\xa011,266.67 to €\xa013,333.34, by 18.34\xa0%; agreed "
        "is at most 10\xa0%: €\xa0940.00 too much\n" in text
    )


def test_a_saved_statement_serves_as_well() -> None:
    put("before.toml", BASE)
    run("compute", "before.toml", "--output", "before.json")
    put("after.toml", MORE + LIMIT)
    saved = run("check", "after.toml", "--against", "before.json")
    assert saved == run("check", "after.toml", "--against", "before.toml")
    assert saved.code == 1


def test_from_nothing_any_rise_is_too_much_and_a_newcomer_is_no_rise() -> None:
    free = BASE.replace("16_900", "0")
    newcomer = BASE + "[partner.brug]\nunits = 1\n\n" + LIMIT
    text = against(free, newcomer)
    assert text.count("limit-max-increase") == 3
    assert (
        "the net bill of `dorp` rises from €\xa00.00 to €\xa02,414.29; from nothing or less, any "
        "rise is too much: €\xa02,414.29\n" in text
    )
    assert "brug" not in text
    assert against(free, free + LIMIT) == ""


def test_other_currencies_cannot_be_compared() -> None:
    text = against('currency = "USD"\n' + BASE, BASE + LIMIT)
    assert "cannot be compared: the earlier statement is in USD, this one in EUR\n" in text


def test_an_earlier_file_that_is_none_ends_it() -> None:
    put("a.toml", BASE)
    assert run("check", "a.toml", "--against", "gone.toml").code == 2
    put("saved.json", "{}")
    ran = run("check", "a.toml", "--against", "saved.json")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith("error: saved.json:1:1: is no saved statement: it has no `format`\n")


# ---------------------------------------------------------------- usage


def test_options_that_contradict_one_another_are_refused() -> None:
    put("a.toml", BASE)
    assert "name a file or a folder" in run("check").err
    assert "goes with --update" in run("check", "a.toml", "--dry-run").err
    assert "without --set" in run("check", "a.toml", "--update", "--set", "year=2026").err
    assert "cannot be rewritten" in run("check", "-", "--update").err


def test_a_report_never_takes_the_place_of_a_description() -> None:
    put("a.toml", BASE)
    ran = run("check", ".", "--output", "a.toml")
    assert (ran.code, Path("a.toml").read_text(encoding="utf-8")) == (2, BASE)


def test_the_rules_are_listed_with_their_sources() -> None:
    ran = run("check", "--list-rules")
    assert ran.code == 0
    for rule in RULES:
        summary = language("en").tell(rule.summary)
        assert f"{rule.id} ({rule.severity})\n    {summary}\n    {rule.source}\n" in ran.text
    told, dutch = run("check", "--list-rules", "--lang", "nl").text, language("nl")
    assert all(f"    {dutch.tell(rule.summary)}\n" in told for rule in RULES)
    assert "invalid (fout)\n" in told
    assert "empty-folder (let op)\n" in told


@pytest.mark.parametrize("name", ["before.toml", "./sub/../before.toml", "soft.toml", "hard.toml"])
def test_a_report_takes_the_place_of_no_file_that_is_read(name: str) -> None:
    Path("sub").mkdir()
    put("before.toml", BASE)
    put("after.toml", BASE)
    Path("soft.toml").symlink_to("before.toml")
    Path("hard.toml").hardlink_to("before.toml")
    ran = run("check", "after.toml", "--against", "before.toml", "--output", name)
    assert (ran.code, ran.out) == (2, b"")
    assert "is the earlier statement, which the output would overwrite" in ran.err
    assert Path("before.toml").read_text(encoding="utf-8") == BASE


def test_a_report_never_takes_the_place_of_a_lock() -> None:
    put("a.toml", BASE)
    run("freeze", "a.toml")
    before = Path("a.toml.lock").read_bytes()
    ran = run("check", ".", "--output", "a.toml.lock")
    assert (ran.code, ran.out, Path("a.toml.lock").read_bytes()) == (2, b"", before)


def test_a_path_that_leads_nowhere_is_told_and_the_run_goes_on() -> None:
    put("a.toml", BASE + OTHER)
    long = "x" * 5000
    told = found("a.toml", long, f"{long}/y.toml", "a.toml/b.toml", "")
    assert [rule for _, rule, _ in told] == ["expected", *["invalid"] * 4]
    ran = run("check", "a.toml", long, "--update")
    assert (ran.code, "File name too long" in ran.text) == (2, True)
    assert "11_266.67" in Path("a.toml").read_text(encoding="utf-8")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may do anything; somebody else may not."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o000, 0o400, 0o100])
@pytest.mark.parametrize("options", [[], ["--update"]])
def test_a_folder_that_may_not_be_entered_is_told_and_the_run_goes_on(
    mode: int, options: list[str], tmp_path: Path
) -> None:
    put("budgets/shut/deep/a.toml", BASE)
    put("budgets/shut/b.toml", BASE)
    put("budgets/z.toml", BASE + OTHER)
    shut = Path("budgets/shut")
    argv = ["check", "budgets", "budgets/shut/b.toml", *options]
    run(*argv)  # brings in the modules, which somebody else may not read
    put("budgets/z.toml", BASE + OTHER)
    tmp_path.chmod(0o777)
    shut.chmod(mode)
    with as_nobody():
        ran = run(*argv)
    shut.chmod(0o755)
    assert ran.code == 2
    assert "budgets/shut" in ran.text
    assert "budgets/z.toml" in ran.text + ran.err


def test_folders_within_folders_have_no_end_that_it_cannot_take(tmp_path: Path) -> None:
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    put("a.toml", BASE + OTHER)
    os.chdir(tmp_path)
    assert run("check", ".").code == 1
    Path("d/" * 1200, "a.toml").unlink()
    os.removedirs("d/" * 1200)  # the way in which pytest cleans up cannot take it


class Terminal(io.TextIOWrapper):
    """Streams that are a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_at_the_end_how_many_were_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put("budgets/a.toml", BASE)
    put("budgets/b.toml.txt", BASE)
    put("c.toml", BASE + OTHER)
    monkeypatch.setattr("command.io.TextIOWrapper", Terminal)
    assert run("check", "budgets/a.toml", "c.toml").err == "Descriptions checked: 2\n"
    assert run("check", "budgets", "--lang", "nl").err == "Nagekeken beschrijvingen: 1\n"
    assert run("check", "c.toml", "--format", "json").err == ""
    ran = run("check", "c.toml", "--format", "json", "--output", "report.json")
    assert ran.err == "Descriptions checked: 1\n"


def test_many_files_show_how_far_it_is_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for each in range(25):
        put(f"budgets/{each}.toml", BASE)
    plain = run("check", "budgets")
    assert plain == Result(0, b"", "")
    monkeypatch.setattr("command.io.TextIOWrapper", Terminal)
    shown = run("check", "budgets")
    assert (shown.code, shown.out) == (0, b"")
    assert "Checking" in shown.err
    assert shown.err.endswith("Descriptions checked: 25\n")


# ---------------------------------------------------------------- figures at the edge


NO_COSTS = """title = "Ledenbijdragen"
year = 2026

[contribution]
model = "fixed"
fixed_amount = 100

[partner.stad]

[partner.dorp]

[cost.office]
amount = {cost}

[revenue.gifts]
amount = {gifts}

[limits]
max_share = 0.5
coverage_min = 1
"""


@pytest.mark.parametrize("gifts", [0, 50])
def test_there_is_no_share_of_nothing_to_bear(gifts: int) -> None:
    put("a.toml", NO_COSTS.format(cost=0, gifts=gifts))
    assert found("a.toml") == []


def test_a_charge_beyond_the_costs_is_more_than_all_of_them() -> None:
    put("a.toml", NO_COSTS.format(cost=80, gifts=0).replace("coverage_min = 1\n", ""))
    text = run("check", "a.toml").text
    assert text.count("bears 125\xa0% of the expenses, agreed is at most 50\xa0%") == 2


def test_a_share_is_held_to_what_it_is_exactly() -> None:
    thirds = BASE.replace("units = 4", "units = 1").replace("16_900", "100")
    put("a.toml", thirds + "[limits]\nmax_share = 0.3334\n")
    assert found("a.toml") == []
    put("a.toml", thirds + "[limits]\nmax_share = 0.33339\n")
    assert (
        "`stad` bears 33.34\xa0% of the expenses, agreed is at most 33.339\xa0%: "
        "€\xa00.001 too much"
    ) in run("check", "a.toml").text
    put("a.toml", thirds + "[limits]\nmax_share = 0.3333\n")
    assert "`stad` bears 33.34\xa0% of the expenses" in run("check", "a.toml").text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_in_a_folder_is_passed_over() -> None:
    put("a.toml", BASE)
    os.mkfifo("b.toml")
    assert found(".") == []


@pytest.mark.parametrize("sector", ["waste", "Afval", "energie"])
def test_the_sectors_that_are_open_to_private_partners_have_dutch_names(sector: str) -> None:
    form = next(each for each in FORMS if each.id == "mandated")
    assert form.admits("nonprofit", sector)
    assert not form.admits("nonprofit", "water")
