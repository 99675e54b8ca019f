"""`check --update`: the figures that differ are rewritten, and not a byte besides."""

from __future__ import annotations

import os
import re
import threading
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command import Result, run
from igs_costshare import InputError
from igs_costshare.checking.judgement import Asked, judged, report
from igs_costshare.checking.update import Rewrite, changes, rewritten
from igs_costshare.cli import main
from networks import as_toml, descriptions
from reference import Description

MEMORY = Path("/dev", "shm")
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
BASE = """# Begroting — één bestand
title = "Netwerk"

[expected]
total = { expenses = 16_900, revenues = 1.5 } # remark
scenario.lean.total.expenses = 16_900   # 16_900 stays here

[contribution]
model = "variable"
key = "units"

[expected.partner.stad] # and here
overhead=+11_266.6
expenses =  11000
balance = -1

[expected.partner.caw]
expenses = 2_816.66

[cost.overhead]
amount = 16_900

[partner]
stad = { units = 4 }
dorp = { units = 1 }
caw = { units = 1 }

[scenario.lean]
cost.overhead.amount = 10_000.5
"""
UPDATED = (
    BASE.replace("revenues = 1.5", "revenues = 0.00")
    .replace("total.expenses = 16_900 ", "total.expenses = 10_000.50 ")
    .replace("+11_266.6", "11_266.67")
    .replace("11000", "11266.67")
    .replace("balance = -1", "balance = -11_266.67")
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")


def put(text: str, name: str = "a.toml") -> Path:
    path = Path(name)
    path.write_bytes(text.encode())
    return path


def test_the_figures_that_differ_are_rewritten_and_shown() -> None:
    path = put(BASE)
    ran = run("check", path, "--update")
    assert path.read_bytes().decode() == UPDATED
    assert ran == Result(
        0,
        b"",
        "a.toml:5: expected.total.revenues was 1.5, now 0.00\n"
        "a.toml:6: expected.scenario.lean.total.expenses was 16_900, now 10_000.50\n"
        "a.toml:13: expected.partner.stad.overhead was +11_266.6, now 11_266.67\n"
        "a.toml:14: expected.partner.stad.expenses was 11000, now 11266.67\n"
        "a.toml:15: expected.partner.stad.balance was -1, now -11_266.67\n",
    )
    assert run("check", path, "--update") == Result(0, b"", "")


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    path = put("\ufeff" + BASE.replace("\n", "\r\n"))
    assert run("check", path, "--update").code == 0
    assert path.read_bytes().decode() == "\ufeff" + UPDATED.replace("\n", "\r\n")


def test_a_dry_run_shows_and_changes_nothing() -> None:
    path = put(BASE)
    ran = run("check", path, "--update", "--dry-run", "--lang", "nl")
    assert (ran.code, ran.out, path.read_bytes()) == (1, b"", BASE.encode())
    assert ran.err.startswith("a.toml:5: expected.total.revenues is 1.5, wordt 0.00\n")
    put(UPDATED)
    assert run("check", path, "--update", "--dry-run") == Result(0, b"", "")


def test_what_remains_wrong_decides_how_it_ends() -> None:
    path = put(BASE + "\n[limits]\nmax_share = 0.5\n\n[expected.reserve]\nexpenses = 3\n")
    ran = run("check", path, "--update")
    assert ran.code == 1
    assert [line.split(": ")[2] for line in ran.text.splitlines() if "error" in line] == [
        "limit-max-share",
        "expected",
    ]
    assert "expenses = 3\n" in path.read_text(encoding="utf-8")


def test_an_invalid_file_is_left_alone_and_the_others_are_not() -> None:
    bad = put(BASE + "[cost.overhead]\n", "bad.toml")
    good = put(BASE, "good.toml")
    assert run("check", "bad.toml", "gone.toml", "good.toml", "--update").code == 2
    assert bad.read_bytes().decode() == BASE + "[cost.overhead]\n"
    assert good.read_bytes().decode() == UPDATED


def test_whole_euros_are_written_where_they_are_expected() -> None:
    text = BASE.replace("[expected]\n", '[expected]\nround = "euro"\n')
    path = put(text)
    assert run("check", path, "--update").code == 0
    assert path.read_bytes().decode() == (
        text.replace("revenues = 1.5", "revenues = 0")
        # 11,266.60 is within half a euro, 10,000.50 is rounded to the even neighbour.
        .replace("total.expenses = 16_900 ", "total.expenses = 10_000 ")
        .replace("11000", "11267")
        .replace("balance = -1", "balance = -11_267")
    )


def test_one_scenario_is_updated_alone() -> None:
    path = put(BASE)
    run("check", path, "--update", "--scenario", "lean")
    assert path.read_bytes().decode() == BASE.replace(
        "total.expenses = 16_900 ", "total.expenses = 10_000.50 "
    )


def test_tenths_of_a_cent_are_written_where_amounts_have_them() -> None:
    path = put(BASE.replace("[contribution]", "[rounding]\nunit = 0.001\n\n[contribution]"))
    run("check", path, "--update")
    assert "expenses =  11266.667\n" in path.read_bytes().decode()


def test_a_file_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(BASE)

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", refuse)
    ran = run("check", path, "--update")
    assert ran == Result(2, b"error: a.toml: cannot be written: Read-only file system\n", "")
    assert path.read_bytes() == BASE.encode()
    assert list(Path().iterdir()) == [path]


def test_a_file_that_cannot_be_replaced_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(BASE)

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", refuse)
    ran = run("check", path, "--update")
    words = "error: a.toml: cannot be written: Input/output error\n"
    assert ran == Result(2, b"", words)
    assert list(Path().iterdir()) == [path]


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("gone/report.txt", "there is no such folder"),
        (".", "is a folder"),
        ("a.toml/report.txt", "Not a directory"),
        ("x" * 300, "File name too long"),
        pytest.param("/dev/full", "No space left on device", marks=needs_full),
    ],
)
@pytest.mark.parametrize("format", ["text", "junit"])
def test_no_file_changes_where_the_report_cannot_be_written(
    output: str, words: str, format: str
) -> None:
    path = put(BASE + "\n[limits]\nmax_share = 0.5\n")
    before = path.read_bytes()
    ran = run("check", path, "--update", "--output", output, "--format", format)
    assert (ran.code, ran.out, path.read_bytes()) == (2, b"", before)
    assert words in ran.err
    assert list(Path().iterdir()) == [path]


def test_no_file_changes_where_standard_output_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(BASE)
    monkeypatch.setattr("sys.argv", ["igs-costshare", "check", str(path), "--update"])
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(SystemExit) as stopped:
        main()
    assert (stopped.value.code, path.read_bytes()) == (2, BASE.encode())


@pytest.mark.skipif(not MEMORY.is_dir(), reason="there is no file system in memory")
def test_a_file_under_dev_is_a_file_like_any_other() -> None:
    with TemporaryDirectory(dir=MEMORY) as folder:
        path = put(BASE, f"{folder}/a.toml")
        assert run("check", path, "--update").code == 0
        assert path.read_bytes().decode() == UPDATED
        assert run("compute", path, "--output", path).code == 2
        assert path.read_bytes().decode() == UPDATED


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="there is no /proc")
def test_a_file_by_another_name_under_proc_is_rewritten_and_not_written_on() -> None:
    path = put(BASE)
    assert run("check", "/proc/self/cwd/a.toml", "--update").code == 0
    assert path.read_bytes().decode() == UPDATED
    put(BASE)
    with path.open() as opened:
        assert run("check", f"/proc/self/fd/{opened.fileno()}", "--update").code == 0
    assert path.read_bytes().decode() == UPDATED


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_checked_and_cannot_be_rewritten() -> None:
    os.mkfifo("pipe.toml")
    writer = threading.Thread(target=Path("pipe.toml").write_bytes, args=(BASE.encode(),))
    writer.start()
    ran = run("check", "pipe.toml", "--update")
    writer.join(10)
    assert ran == Result(2, b"error: pipe.toml: is no ordinary file, and cannot be rewritten\n", "")


@given(st.lists(st.tuples(st.text("x\n é", max_size=5), st.integers(0, 99), st.integers(0, 9_999))))
def test_all_but_what_is_rewritten_stays(parts: list[tuple[str, int, int]]) -> None:
    text = wanted = ""
    wished = []
    for between, before, after in parts:
        text, wanted = text + between, wanted + between
        wished.append(Rewrite((), 1, len(text), str(before), str(after)))
        text, wanted = text + str(before), wanted + str(after)
    assert rewritten(text, wished) == wanted


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(descriptions(), st.sampled_from(["cent", "euro"]), st.decimals(-(10**9), 10**9, places=2))
def test_any_network_gives_its_own_figures_once_they_are_updated(
    description: Description, unit: str, figure: Decimal
) -> None:
    columns = dict.fromkeys(("expenses", "revenues", "balance"), figure)
    partners = {id: dict(columns) for id in description["partner"]}
    text = as_toml({**description, "expected": {"round": unit, "partner": partners}})
    try:
        variants = judged(text, "a.toml", Asked())
    except InputError:
        return
    after = rewritten(text, changes(text, variants))
    assert changes(after, judged(after, "a.toml", Asked())) == ()
    assert "expected" not in {each.rule for each in report(after, "a.toml", Asked()).findings}
    assert re.sub(r"[-0-9._]+", "", after) == re.sub(r"[-0-9._]+", "", text)


def test_what_is_due_in_the_settled_scenario_is_rewritten_too() -> None:
    text = """\
title = "Afrekening"
[partner.stad]
[partner.dorp]
[contribution]
model = "fixed"
[cost.rent]
amount = 100
paid_by = "stad"
[expected.settlement]
stad = -50.0
dorp = 50
[scenario.actual]
cost.rent.amount = 120.01
"""
    wanted = changes(text, judged(text, "jaar.toml", Asked()))
    assert rewritten(text, wanted) == text.replace("-50.0", "-60.00").replace("= 50", "= 60")
    assert [(each.path, each.after) for each in wanted] == [
        (("expected", "settlement", "stad"), "-60.00"),
        (("expected", "settlement", "dorp"), "60"),
    ]
