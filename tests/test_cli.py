"""The command: data to standard output, talk to standard error, exit codes that mean one thing."""

from __future__ import annotations

import csv
import json
import locale
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import pytest
from rich.cells import cell_len

from command import Result, run
from igs_costshare import InputError
from igs_costshare.cli import main
from igs_costshare.cli.app import COMMANDS
from igs_costshare.cli.output import deliver, tell
from igs_costshare.render import Format, format_of
from igs_costshare.wording.catalogue import codes
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problems_text

ENDINGS = [ending for format in Format for ending in format.endings]
ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "crisisopvangnetwerk.toml"
PROGRAM = [sys.executable, "-m", "igs_costshare"]
WARNED = b"""title = "T"
fte.cost = 84.500
cost.staff.fte = 1
contribution.model = "fixed"
partner.stad = {}
"""
FULL = Path("/dev/full")
on_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such streams")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An English user without a terminal."""
    for name in ("LC_ALL", "LC_MESSAGES", "COLUMNS", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A description in a folder of its own, which is where the command runs."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "network.toml"
    shutil.copy(EXAMPLE, path)
    return path


def commands() -> list[str]:
    listed = run("--help").text.partition("Commands:\n")[2]
    return re.findall(r"^  (\w+)", listed, re.MULTILINE)


def piped(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own, for what one process cannot try."""
    return subprocess.run(
        [*PROGRAM, *arguments], env={**os.environ, **environment}, capture_output=True, check=False
    )


# ---------------------------------------------------------------- help


def test_the_program_says_its_version() -> None:
    ran = run("--version")
    assert (ran.code, ran.text, ran.err) == (0, f"igs-costshare {version('igs-costshare')}\n", "")


def test_without_a_command_the_help_is_told_and_the_usage_is_wrong() -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == run("--help").text


def test_the_help_lists_every_command_with_a_whole_sentence() -> None:
    ran = run("--help")
    assert ran.code == 0
    assert commands() == list(COMMANDS)
    assert "..." not in ran.text.partition("Commands:")[2]


@pytest.mark.parametrize("command", commands())
def test_every_option_is_explained(command: str) -> None:
    text = run(command, "--help").text.partition("Options:\n")[2]
    explained = re.findall(r"^  (--[\w-]+)(?: \S+)?(?:\n {10,}|  +)(\S)", text, re.MULTILINE)
    assert [name for name, _ in explained] == re.findall(r"^  (--[\w-]+)", text, re.MULTILINE)


def test_python_runs_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["igs_costshare", "--version"])
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("igs_costshare", run_name="__main__")
    assert stopped.value.code == 0


def test_python_m_gives_the_same_as_the_command() -> None:
    ran = piped("compute", EXAMPLE, "--format", "csv")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout == run("compute", EXAMPLE, "--format", "csv").out


# ---------------------------------------------------------------- mistakes in the command


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["compute", "a", "--csv-dialect", "excel-be"],
            "error: --csv-dialect: goes with --format csv\n",
        ),
        (
            ["compute", "a", "--csv-dialect", "plain", "--format", "json"],
            "error: --csv-dialect: goes with --format csv\n",
        ),
        (["check"], "error: PATH: name a file or a folder\n"),
        (["check", "a", "--update", "--set", "x=1"], "error: --update: the figures of a file are"),
        (["freeze", "-"], "error: FILE: standard input has no lock beside it\n"),
        (
            ["compute", "a", "--output", "a.docx"],
            "error: --output: there is no format for .docx\nhint: a page (.html) opens in Word",
        ),
    ],
)
def test_a_mistake_in_the_command_is_told_in_plain_words(
    arguments: list[str], message: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith(message)
    assert not re.search("[│╭╰─\x1b]|Traceback", ran.err)


# ---------------------------------------------------------------- exit codes and streams


def test_a_statement_goes_to_standard_output_and_nothing_is_said() -> None:
    ran = run("compute", EXAMPLE)
    assert (ran.code, ran.err) == (0, "")
    assert ran.text.startswith("Crisisopvangnetwerk 2023\n")


def test_a_problem_goes_to_standard_error_and_no_data_anywhere() -> None:
    ran = run("compute", "-", stdin=b"title = 1")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith("error: <stdin>:1:")


def test_a_warning_is_told_and_stops_nothing() -> None:
    ran = run("compute", "-", "--format", "csv", stdin=WARNED)
    assert ran.code == 0
    assert ran.err.startswith("warning: <stdin>:2:12: fte.cost: 84.500 is")
    assert ran.text.startswith("partner,name,units,staff,")


def test_a_warning_counts_with_strict_and_the_data_are_given_all_the_same() -> None:
    loose, strict = (run("compute", "-", *more, stdin=WARNED) for more in ([], ["--strict"]))
    assert strict == Result(1, loose.out, loose.err)


def test_strict_is_content_without_warnings() -> None:
    assert run("compute", EXAMPLE, "--strict").code == 0


def test_a_file_that_is_not_there_is_a_problem() -> None:
    ran = run("compute", "nothing.toml")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith("error: nothing.toml: there is no such file\n")


@on_posix
def test_a_name_that_is_no_text_is_told_as_far_as_it_can_be() -> None:
    ran = subprocess.run([*PROGRAM, "compute", b"\xff.toml"], capture_output=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"error: \\udcff.toml: there is no such file\n")


RENT = """title = "T"
[cost.rent]
amount = 10
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
[partner.caw]
[scenario.x]
cost.rent.amount = 20
"""


@on_posix
@pytest.mark.parametrize(
    "arguments",
    [
        *(("compute", "--format", format) for format in ("table", "csv", "json", "html", "xlsx")),
        *(("compare", "--format", format) for format in ("table", "json")),
        *(("explain", "--format", format) for format in ("table", "json", "markdown")),
        *(
            ("diff", *sides, "--format", format)
            for sides in (("--scenario", "x"), ("\udcff.toml", "--set", "cost.rent.amount=9"))
            for format in ("table", "csv", "json", "markdown")
        ),
        *(("check", "--format", format) for format in ("text", "json", "github", "junit")),
        ("compute", "--output", "page\udcff.html"),
        ("freeze", "--force"),
    ],
    ids=" ".join,
)
def test_a_file_name_that_is_not_utf_8_is_a_name_as_any_other(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("\udcff.toml").write_text(RENT, encoding="utf-8")
    command, *options = arguments
    ran = run(command, "\udcff.toml", *options)
    assert (ran.code, ran.err) in ((0, ""), (1, ""))
    if "xlsx" not in options and ran.out:
        assert "\udcff" not in ran.text


@on_posix
def test_the_page_and_the_json_show_a_name_that_is_not_utf_8_as_messages_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("\udcff.toml").write_text(RENT, encoding="utf-8")
    assert "\\udcff.toml" in run("compute", "\udcff.toml", "--format", "html").text
    ran = run("diff", "\udcff.toml", "--set", "cost.rent.amount=9", "--format", "json")
    assert json.loads(ran.out)["a"]["file"] == "\\udcff.toml"


@pytest.mark.parametrize("bug", [ValueError, KeyError, RuntimeError, UnicodeDecodeError])
def test_a_bug_of_ours_is_a_traceback_and_no_problem_of_the_input(
    bug: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(_: object) -> None:
        raise bug("utf-8", b"", 0, 1, "bug") if bug is UnicodeDecodeError else bug("bug")

    monkeypatch.setattr("igs_costshare.computing.engine.compute", faulty)
    with pytest.raises(bug, match="bug"):
        run("compute", EXAMPLE)


def test_a_bug_of_ours_ends_the_process_with_1_and_a_traceback() -> None:
    script = (
        "import igs_costshare.computing.engine as engine\n"
        "engine.compute = lambda network: 1 // 0\n"
        "from igs_costshare.cli import main\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, "compute", EXAMPLE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("Traceback (most recent call last):\n")
    assert ran.stderr.endswith("ZeroDivisionError: integer division or modulo by zero\n")


@on_posix
def test_a_reader_that_goes_away_is_no_error() -> None:
    process = subprocess.Popen(
        [*PROGRAM, "compute", EXAMPLE], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    process.stdout.close()
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, b"")


@on_posix
def test_writing_on_after_the_reader_went_away_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        deliver(b"x" * 1_000_000, None)
        stdout.write("and on")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
def test_a_full_disk_behind_standard_output_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with FULL.open("w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        with pytest.raises(InputError) as caught:
            deliver(b"x", None)
    told = problems_text(caught.value.problems, english())
    assert told == "error: <stdout>: cannot be written: No space left on device"


def test_standard_output_that_is_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(InputError) as caught:
        deliver(b"x", None)
    told = problems_text(caught.value.problems, english())
    assert told == "error: <stdout>: cannot be written: it is closed"


def test_nobody_is_told_where_standard_error_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError) as caught:
        deliver(b"x", Path("/missing/x"))
    monkeypatch.setattr(sys, "stderr", None)
    tell(caught.value.problems)


@on_posix
@pytest.mark.parametrize(("closed", "code"), [(">&-", 2), ("2>&-", 0), ("<&-", 0)])
def test_a_closed_stream_is_never_a_traceback(closed: str, code: int) -> None:
    line = f"{shlex.join([*PROGRAM, 'compute', str(EXAMPLE)])} {closed}"
    ran = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert ran.returncode == code
    assert "Traceback" not in ran.stderr


def in_a_shell(line: str, **environment: str) -> tuple[int, str, str]:
    """Exit code, output and talk of a line for Bash, in which PROGRAM stands for the command.

    Without the variable that makes Python write at once: what it still holds at its own exit is
    where writing fails as well.
    """
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line.replace("PROGRAM", shlex.join(PROGRAM))],
        env={**bare, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


NO_SPACE = "error: <stdout>: cannot be written: No space left on device\n"
needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")


@needs_full
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize(
    "arguments", ["--help", "compute --help", "--version", "schema", "check --list-rules"]
)
def test_text_that_a_full_disk_does_not_take_is_a_problem(
    arguments: str, unbuffered: str, encoding: str
) -> None:
    environment = {"PYTHONUNBUFFERED": unbuffered, "PYTHONIOENCODING": encoding}
    ran = in_a_shell(f"PROGRAM {arguments} >/dev/full", **environment)
    assert ran == (2, "", NO_SPACE)
    assert in_a_shell(f"PROGRAM {arguments} >/dev/full 2>&1", **environment) == (2, "", "")


@needs_full
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("compute gone.toml", 2),
        ("compute", 2),
        ("compute --nothing", 2),
        ("nothing", 2),
        ("", 2),
        ("check . --list-rules", 0),
    ],
)
def test_words_that_nobody_can_hear_change_no_exit_code(
    arguments: str, code: int, unbuffered: str
) -> None:
    for away in ("2>/dev/full", "2>&-"):
        ran = in_a_shell(f"PROGRAM {arguments} {away}", PYTHONUNBUFFERED=unbuffered)
        assert (ran[0], ran[2]) == (code, "")


@on_posix
@pytest.mark.parametrize("arguments", ["--help", "solve --help", "--version", "schema"])
def test_a_reader_of_any_text_that_goes_away_is_no_error(arguments: str) -> None:
    assert in_a_shell(f"PROGRAM {arguments} | true") == (0, "", "")


def test_an_error_of_a_file_that_nobody_expected_is_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error", "templates/nl.toml")

    monkeypatch.setattr("igs_costshare.wording.templates.template_text", fail)
    with pytest.raises(OSError, match="templates"):
        run("init")


def test_a_command_that_ends_itself_keeps_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_IGS_COSTSHARE_COMPLETE", "nothing_bash")
    assert run().code == 1


def ended(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    """The exit code of the command in this process, with the streams as they are."""
    monkeypatch.setattr(sys, "argv", ["igs-costshare", *arguments])
    with pytest.raises(SystemExit) as stopped:
        main()
    return stopped.value.code


@needs_full
@pytest.mark.parametrize("arguments", [["--version"], ["compute", "gone.toml"], ["nothing"]])
def test_neither_stream_has_room_for_a_word(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with FULL.open("w") as stdout, FULL.open("w") as stderr:
        monkeypatch.setattr(sys, "stdout", stdout)
        monkeypatch.setattr(sys, "stderr", stderr)
        assert ended(monkeypatch, *arguments) == 2


@on_posix
def test_who_asks_for_the_version_may_go_away(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    os.close(read)
    stdout = os.fdopen(write, "w", encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)  # Typer puts others in their place
    assert ended(monkeypatch, "--version") == 0
    with suppress(BrokenPipeError):
        stdout.close()


@on_posix
def test_a_stream_is_no_file_that_init_would_replace(network: Path) -> None:
    assert in_a_shell("PROGRAM init --output /dev/stdout")[0] == 0
    Path("-").write_bytes(b"not the output")
    assert run("init", "--output", "-").code == 0
    assert run("compute", "./-", "--output", "-").err.startswith("error: ./-:1:")


@on_posix
def test_a_description_is_not_written_on_through_standard_output(network: Path) -> None:
    before = network.read_bytes()
    code, _, told = in_a_shell(f"PROGRAM compute {network} >> {network}")
    assert (code, network.read_bytes()) == (2, before)
    assert "<stdout>: is the description itself, which the output would overwrite" in told


def test_what_is_not_there_is_told_before_the_output_changes(network: Path) -> None:
    before = network.read_bytes()
    ran = run("compute", "gone.toml", "--output", network, "--format", "csv")
    assert (ran.code, network.read_bytes()) == (2, before)
    assert "there is no such file" in ran.err


@on_posix
@pytest.mark.parametrize("name", ["b.toml", "./b.toml", "soft", "hard"])
def test_the_output_takes_the_place_of_no_side_of_a_comparison(name: str, network: Path) -> None:
    shutil.copy(network, "b.toml")
    Path("soft").symlink_to("b.toml")
    Path("hard").hardlink_to("b.toml")
    for sides in (("network.toml", "b.toml"), ("b.toml", "network.toml")):
        ran = run("diff", *sides, "--output", name, "--format", "csv")
        assert (ran.code, ran.out, Path("b.toml").read_bytes()) == (2, b"", network.read_bytes())


@on_posix
def test_a_lock_never_takes_the_place_of_the_description(network: Path) -> None:
    before = network.read_bytes()
    Path("network.toml.lock").symlink_to(network)
    assert run("freeze", "network.toml", "--force").code == 2
    assert network.read_bytes() == before


@pytest.mark.parametrize("command", ["freeze", "verify", "compute", "check", "explain"])
def test_a_name_that_is_far_too_long_is_told_by_every_command(command: str) -> None:
    ran = run(command, "x" * 5000)
    assert ran.code == 2
    assert "File name too long" in ran.text + ran.err


# ---------------------------------------------------------------- compute


def test_standard_input_is_read_for_a_dash() -> None:
    ran = run("compute", "-", stdin=EXAMPLE.read_bytes())
    assert ran == run("compute", EXAMPLE)


@pytest.mark.parametrize("format", Format)
def test_every_format_may_be_written_to_a_file(format: Format, network: Path) -> None:
    ran = run("compute", network, "--format", format, "--output", "out")
    assert ran == Result(0, b"", "")
    assert Path("out").read_bytes() == run("compute", network, "--format", format).out


@pytest.mark.parametrize("ending", [*ENDINGS, *map(str.upper, ENDINGS), ".txt", ""])
def test_the_ending_of_a_file_chooses_the_format(ending: str, network: Path) -> None:
    assert run("compute", network, "--output", f"out{ending}") == Result(0, b"", "")
    format = format_of(ending.lower()) or Format.TABLE
    expected = run("compute", network, "--format", format).out
    assert Path(f"out{ending}").read_bytes() == expected


def test_the_format_that_is_asked_for_goes_before_the_ending(network: Path) -> None:
    run("compute", network, "--format", "json", "--output", "out.csv")
    assert json.loads(Path("out.csv").read_bytes())["title"] == "Crisisopvangnetwerk"


def test_a_table_in_a_file_has_80_columns_whatever_the_terminal(
    network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = run("compute", network).out
    monkeypatch.setenv("COLUMNS", "40")
    run("compute", network, "--output", "out.txt")
    assert Path("out.txt").read_bytes() == expected


def test_the_dialect_of_belgian_excel_goes_with_a_csv_file(network: Path) -> None:
    run("compute", network, "--output", "out.csv", "--csv-dialect", "excel-be")
    data = Path("out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfpartner;name;units;overhead;counselling;")
    assert b"\r\nstad;Stad;4;8450,00;33800,00;42250,00;" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_whole_euros_in_csv_are_answered_with_a_note() -> None:
    ran = run("compute", EXAMPLE, "--format", "csv", "--round", "euro")
    assert ran.err == "note: csv always has the exact amounts, not --round euro\n"
    assert (ran.code, ran.out) == (0, run("compute", EXAMPLE, "--format", "csv").out)


@pytest.mark.parametrize("format", ["table", "markdown"])
def test_whole_euros_are_shown_to_people(format: str) -> None:
    ran = run("compute", EXAMPLE, "--format", format, "--round", "euro")
    assert (ran.code, ran.err) == (0, "")
    assert "42,250" in ran.text
    assert "42,250.00" not in ran.text


def test_settings_are_laid_over_the_file() -> None:
    ran = run("compute", EXAMPLE, "--set", "title=Anders", "--set", "partner.caw.units=2")
    assert ran.text.startswith("Anders 2023\n")
    assert re.search(r"^CAW +2 ", ran.text, re.MULTILINE)


def test_the_output_never_takes_the_place_of_the_description(network: Path) -> None:
    before = network.read_bytes()
    (network.parent / "folder").mkdir()
    names = ["network.toml", "./network.toml", "folder/../network.toml"]
    if os.name != "nt":
        Path("link.toml").symlink_to(network)
        names.append("link.toml")
    for name in names:
        ran = run("compute", network, "--output", name)
        assert (ran.code, ran.out) == (2, b"")
        assert ran.err == (
            f"error: {Path(name)}: is the description itself, which the output would overwrite\n"
            "hint: give another file\n"
        )
    assert network.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("folder", "is a folder\nhint: name a file in it"),
        ("missing/out.csv", "cannot be written: there is no such folder"),
    ],
)
def test_an_output_that_cannot_be_is_a_problem(name: str, words: str, network: Path) -> None:
    (network.parent / "folder").mkdir()
    for command in (["compute", str(network)], ["init"], ["schema"]):
        ran = run(*command, "--output", name)
        assert (ran.code, ran.out, ran.err) == (2, b"", f"error: {Path(name)}: {words}\n")


@on_posix
def test_a_name_that_is_too_long_is_a_problem(network: Path) -> None:
    name = "x" * 300
    for command in (["compute", str(network)], ["init"], ["schema"]):
        ran = run(*command, "--output", name)
        assert (ran.code, ran.err) == (2, f"error: {name}: cannot be written: File name too long\n")


# ---------------------------------------------------------------- init and schema


def test_init_gives_a_starter_file_that_computes(network: Path) -> None:
    assert run("init", "dues", "--lang", "nl", "--output", "dues.toml") == Result(0, b"", "")
    assert Path("dues.toml").read_bytes() == run("init", "dues", "--lang", "nl").out
    assert run("compute", "dues.toml", "--strict").code == 0


def test_init_replaces_a_file_only_by_force(network: Path) -> None:
    before = network.read_bytes()
    ran = run("init", "--output", "network.toml")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == "error: network.toml: exists already\nhint: --force replaces it\n"
    assert network.read_bytes() == before
    assert run("init", "--output", "network.toml", "--force").code == 0
    assert network.read_bytes() == run("init").out


def test_schema_is_the_json_schema_of_the_file(network: Path) -> None:
    ran = run("schema")
    assert (ran.code, ran.err) == (0, "")
    schema = json.loads(ran.text)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(tomllib.loads(network.read_text(encoding="utf-8"))) <= set(schema["properties"])
    assert run("schema", "--output", "schema.json") == Result(0, b"", "")
    assert Path("schema.json").read_bytes() == ran.out


# ---------------------------------------------------------------- language


def language_with(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    shown = run("init").text
    return next(code for code in codes() if run("init", "--lang", code).text == shown)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "NL_be"}, "nl"),
        ({"LANG": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_BE"}, "nl"),
        ({"LANG": "nl_BE", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "nl_BE", "LC_MESSAGES": "nl_BE", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "en_GB", "LC_ALL": "nl_BE"}, "nl"),
        ({"LANG": "nl_BE", "LC_ALL": ""}, "nl"),
    ],
)
def test_the_locale_of_the_user_chooses_the_language(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert language_with(monkeypatch, **environment) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Dutch_Belgium.1252", "nl"),
        ("Dutch_Netherlands.utf8", "nl"),
        ("nl-BE", "nl"),
        ("English_Belgium.1252", "en"),
        ("French_Belgium.1252", "fr"),
        ("C", "en"),
    ],
)
def test_without_variables_as_on_windows_the_locale_itself_is_asked(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locale, "setlocale", lambda _: name)
    assert language_with(monkeypatch) == language


def test_the_option_goes_before_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    assert "Amounts in" in run("compute", EXAMPLE, "--lang", "en").text
    assert run("init", "--lang", "en").out != run("init").out == run("init", "--lang", "nl").out


@pytest.mark.parametrize("format", ["csv", "json"])
def test_formats_for_programs_are_english_unless_asked_otherwise(
    format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = run("compute", EXAMPLE, "--format", format).out
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    assert run("compute", EXAMPLE, "--format", format).out == expected
    dutch = run("compute", EXAMPLE, "--format", "csv", "--lang", "nl").text
    assert dutch.splitlines()[-1].startswith("total,Totaal,")


# ---------------------------------------------------------------- terminals

pty_of_unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminal")


def in_terminal(columns: int, **environment: str) -> str:
    """What `compute` shows in a terminal so wide."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    with subprocess.Popen(
        [*PROGRAM, "compute", EXAMPLE],
        env={**inherited, "TERM": "xterm", **environment},
        stdout=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 65_536):
                shown += part
        except OSError:
            pass  # Linux says so at the end of a terminal
    os.close(ours)
    assert process.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def without_bold(text: str) -> str:
    return text.replace("\x1b[1m", "").replace("\x1b[0m", "")


@pty_of_unix
def test_a_terminal_gets_bold_and_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow, wide = in_terminal(50), in_terminal(120)
    assert "\x1b[1mCrisisopvangnetwerk 2023\x1b[0m\n" in wide
    assert max(map(cell_len, without_bold(narrow).splitlines())) <= 50
    monkeypatch.setenv("COLUMNS", "120")
    plain = run("compute", EXAMPLE).text
    assert [line.rstrip() for line in without_bold(wide).splitlines()] == plain.splitlines()


@pty_of_unix
@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_bold_gets_none(variable: dict[str, str]) -> None:
    assert "\x1b" not in in_terminal(80, **variable)


def test_a_pipe_gets_80_columns_or_what_columns_says(monkeypatch: pytest.MonkeyPatch) -> None:
    def widest() -> int:
        return max(map(cell_len, run("compute", EXAMPLE).text.splitlines()))

    assert widest() == 80
    monkeypatch.setenv("COLUMNS", "200")
    assert widest() == 116
    monkeypatch.setenv("COLUMNS", "10")  # no terminal is that narrow
    assert 30 < widest() <= 40
    monkeypatch.delenv("COLUMNS")
    assert b"\x1b" not in piped("compute", EXAMPLE).stdout


@pytest.mark.parametrize(
    ("shell", "words"),
    [
        ("bash", "complete -o default -F _igs_costshare_completion igs-costshare"),
        ("zsh", "#compdef igs-costshare"),
        ("fish", "complete --command igs-costshare"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName igs-costshare"),
    ],
)
def test_a_shell_can_learn_to_complete_commands(shell: str, words: str) -> None:
    ran = piped(
        "--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1", LC_ALL="C"
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert words in ran.stdout.decode()


def test_a_shell_is_given_the_commands_and_options_that_fit() -> None:
    asked = {"_IGS_COSTSHARE_COMPLETE": "complete_bash", "COMP_CWORD": "1"}
    assert piped(COMP_WORDS="igs-costshare co", **asked).stdout.split() == [b"compute", b"compare"]
    asked["COMP_CWORD"] = "2"
    options = piped(COMP_WORDS="igs-costshare compute --for", **asked).stdout.split()
    assert options == [b"--format"]


# ---------------------------------------------------------------- a spreadsheet opens it


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_the_figures_of_belgian_csv_arrive_in_a_spreadsheet_as_numbers(network: Path) -> None:
    run("compute", network, "--output", "out.csv", "--csv-dialect", "excel-be")
    semicolon, quote, utf8, first_row, dutch_of_belgium = 59, 34, 76, 1, 2067
    how = f"{semicolon},{quote},{utf8},{first_row},,{dutch_of_belgium}"
    profile = (network.parent / "profile").as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            f"--infilter=Text - txt - csv (StarCalc):{how}",
            "--convert-to",
            "fods",
            "out.csv",
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    _, *rows = csv.reader(run("compute", network, "--format", "csv").text.splitlines())
    assert spreadsheet("out.fods")[1:] == [
        [*row[:2], *(float(figure) for figure in row[2:])] for row in rows
    ]


def spreadsheet(path: str) -> list[list[str | float]]:
    """The cells of a sheet: numbers where the spreadsheet has numbers."""
    office, table = (
        f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table")
    )
    rows: list[list[str | float]] = []
    document = ET.parse(path)  # noqa: S314 - what LibreOffice wrote just now
    for row in document.iter(f"{table}table-row"):
        cells: list[str | float] = []
        for cell in row.iter(f"{table}table-cell"):
            value = cell.get(f"{office}value")
            times = int(cell.get(f"{table}number-columns-repeated", "1"))
            cells += [float(value) if value else "".join(cell.itertext()).strip()] * times
        rows.append(cells)
    return rows


SCENARIO = b"""title = "Netwerk"
year = 2026
partner.stad = {}
partner.dorp = {}
cost.rent.amount = 100
contribution.model = "fixed"
scenario.duur = { label = "De huur stijgt", cost.rent.amount = 120 }
scenario.alleen.remove = ["partner.dorp"]
"""


def test_a_scenario_is_computed_and_named_in_every_view() -> None:
    asked = ("compute", "-", "--scenario", "duur")
    assert "Netwerk 2026: De huur stijgt" in run(*asked, stdin=SCENARIO).text
    assert run(*asked, "--format", "markdown", stdin=SCENARIO).text.startswith(
        "## Netwerk 2026: De huur stijgt\n"
    )
    statement = json.loads(run(*asked, "--format", "json", stdin=SCENARIO).text)
    assert (statement["scenario"], statement["total"]["expenses"]) == ("duur", "120.00")


def test_a_scenario_without_a_label_is_called_by_its_id() -> None:
    result = run("compute", "-", "--scenario", "alleen", stdin=SCENARIO)
    assert result.text.startswith("Netwerk 2026: alleen\n")


def test_settings_come_after_the_scenario() -> None:
    asked = ("compute", "-", "--scenario", "duur", "--set", "cost.rent.amount=50")
    assert json.loads(run(*asked, "--format", "json", stdin=SCENARIO).text)["total"][
        "expenses"
    ] == ("50.00")


def test_a_scenario_that_is_not_there_is_a_problem_of_the_command() -> None:
    result = run("compute", "-", "--scenario", "duurder", stdin=SCENARIO)
    assert (result.code, result.out, result.err) == (
        2,
        b"",
        "error: --scenario duurder: there is no scenario `duurder`\nhint: did you mean `duur`?\n",
    )


def test_a_dash_as_output_is_standard_output(network: Path) -> None:
    shown = run("compute", network, "--format", "csv")
    assert run("compute", network, "--format", "csv", "--output", "-") == shown
    assert not Path("-").exists()


@pytest.mark.parametrize("ending", ["xls", "DOCX"])
def test_an_ending_that_promises_another_format_is_refused(ending: str, network: Path) -> None:
    result = run("compute", network, "--output", f"tabel.{ending}")
    assert (result.code, result.out) == (2, b"")
    assert f"there is no format for .{ending.lower()}\nhint: a page (.html) opens" in result.err
    assert not Path(f"tabel.{ending}").exists()


def test_the_description_is_not_overwritten_through_standard_input(network: Path) -> None:
    before = network.read_bytes()
    with network.open("rb") as description:
        ended = subprocess.run(
            [*PROGRAM, "compute", "-", "--output", network],
            stdin=description,
            capture_output=True,
            check=False,
        )
    assert (ended.returncode, ended.stdout, network.read_bytes()) == (2, b"", before)
    assert b"is the description itself" in ended.stderr


@on_posix
def test_a_stream_by_its_name_is_written_on_and_never_replaced(network: Path) -> None:
    log = Path("log")
    log.write_text("before\n")
    with log.open("ab") as stream:
        subprocess.run(
            [*PROGRAM, "compute", network, "--format", "csv", "--output", "/dev/stdout"],
            stdout=stream,
            check=True,
        )
    assert log.read_text().startswith("before\npartner,name,units,")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")
def test_a_warning_that_nobody_can_hear_stops_no_data() -> None:
    with FULL.open("wb") as full:
        ended = subprocess.run(
            [*PROGRAM, "compute", "-", "--format", "csv"],
            input=WARNED,
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )
    assert (ended.returncode, ended.stdout[:8]) == (0, b"partner,")


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ("currency=\udc80", "expected PATH=VALUE"),
        ("p\udcff=1", "expected PATH=VALUE"),
        (f"{'a.' * 300}b=1", "expected PATH=VALUE"),
    ],
)
def test_a_setting_that_is_no_text_or_far_too_deep_is_refused(argument: str, words: str) -> None:
    result = run("compute", EXAMPLE, "--set", argument)
    assert (result.code, result.out) == (2, b"")
    assert words in result.err


def test_a_line_is_never_headed_by_a_sentence() -> None:
    description = (
        b'title = "T"\npartner.a = {}\ncost.fte.amount = 1\ncontribution.model = "fixed"\n'
    )
    assert (
        "| Partner | fte | Expenses |"
        in run("compute", "-", "--format", "markdown", stdin=description).text
    )
