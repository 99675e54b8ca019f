"""`check` for programs: JSON, annotations of GitHub, JUnit."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import textwrap
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from command import run

ROOT = Path(__file__).parent.parent
NETWORK = """title = "Netwerk"

[cost.overhead]
amount = 100

[contribution]
model = "fixed"

[partner.stad]

[limits]
max_increase = 0.1
max_share = 0.5
"""
MESSAGE = "`stad` bears 100\xa0% of the expenses, agreed is at most 50\xa0%: €\xa050.00 too much"
UNCHECKED = "not checked: there is no earlier statement to compare with"
HINT = "give one with `--against FILE`: a description, or what `compute --format json` saved"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(NETWORK, encoding="utf-8")
    Path("good.toml").write_text(NETWORK.partition("[limits]")[0], encoding="utf-8")
    Path("bad.toml").write_text(f"{NETWORK}\ntitel = 3\n", encoding="utf-8")


def findings(*rules: str) -> list[tuple[str, str, str, int]]:
    """What practice says of the small network is not what these tests are about."""
    report = json.loads(run("check", "a.toml", "--format", "json").out)
    return [
        (each["rule"], each["severity"], each["message"], each["line"])
        for each in report["files"][0]["findings"]
        if each["rule"] in rules
    ]


# ---------------------------------------------------------------- JSON


def test_json_has_every_file_with_its_findings() -> None:
    ran = run("check", "a.toml", "good.toml", "bad.toml", "--format", "json")
    report = json.loads(ran.out)
    assert (ran.code, ran.err) == (2, "")
    assert list(report) == ["ok", "files"]
    assert [(file["file"], file["ok"]) for file in report["files"]] == [
        ("a.toml", False),
        ("good.toml", True),
        ("bad.toml", False),
    ]
    assert all(list(file) == ["file", "ok", "findings"] for file in report["files"])
    assert report["files"][2]["findings"] == [
        {
            "rule": "invalid",
            "severity": "error",
            "message": "limits.titel: unknown field",
            "line": 15,
        }
    ]


def test_json_has_the_message_in_full() -> None:
    assert findings("limit-max-share", "limit-max-increase") == [
        ("limit-max-increase", "warning", UNCHECKED, 12),
        ("limit-max-share", "error", MESSAGE, 13),
    ]


def test_ok_is_what_the_exit_code_is() -> None:
    Path("a.toml").write_text(NETWORK.replace("max_share = 0.5\n", ""), encoding="utf-8")
    for options, ok in (((), True), (("--strict",), False)):
        ran = run("check", "a.toml", "--format", "json", *options)
        report = json.loads(ran.out)
        assert (ran.code == 0, report["ok"], report["files"][0]["ok"]) == (ok, ok, ok)


def test_a_file_with_a_strange_name_is_data_in_every_format() -> None:
    name = "a\x1b[31m\u202e%,:.toml"
    Path(name).write_text(NETWORK, encoding="utf-8")
    for format in ("text", "json", "github", "junit"):
        text = run("check", name, "--format", format).text
        assert not {"\x1b", "\u202e"} & set(text), format


# ---------------------------------------------------------------- GitHub


def test_github_shows_each_finding_at_its_line() -> None:
    lines = run("check", "a.toml", "--format", "github").text.splitlines()
    shared = MESSAGE.replace("%", "%25")
    assert f"::error file=a.toml,line=13,col=13,title=limit-max-share::{shared}" in lines
    hinted = f"{UNCHECKED}%0Ahint: {HINT}"
    assert f"::warning file=a.toml,line=12,col=16,title=limit-max-increase::{hinted}" in lines


def test_github_reads_no_property_into_a_name() -> None:
    name = "10%,title=x::y.toml"
    Path(name).write_text("title = 1\n", encoding="utf-8")
    (line, *_) = run("check", name, "--format", "github").text.splitlines()
    assert line.startswith("::error file=10%25%2Ctitle=x%3A%3Ay.toml,line=1,col=1,title=invalid::")


def test_github_and_text_are_silent_when_all_is_well() -> None:
    put = NETWORK.partition("[limits]")[0] + '[partner.dorp]\n\n[scenario.lean]\nlabel = "x"\n'
    Path("good.toml").write_text(put, encoding="utf-8")
    assert run("check", "good.toml", "--format", "github").out == b""
    assert run("check", "good.toml").out == b""


def test_a_finding_without_a_line_has_none_in_github() -> None:
    ran = run("check", "gone.toml", "--format", "github")
    assert ran.text == (
        "::error file=gone.toml,title=invalid::there is no such file%0Ahint: "
        f"looked in {Path.cwd()}; `igs-costshare init` writes a starter file\n"
    )


# ---------------------------------------------------------------- JUnit


def junit(*arguments: str) -> ET.Element:
    written = run("check", *arguments, "--format", "junit").out
    return ET.fromstring(written)  # noqa: S314 - what the command wrote just now


def outcomes(suite: ET.Element) -> dict[str, str]:
    """What became of each case: the tag in it."""
    return {case.get("name", ""): next((each.tag for each in case), "") for case in suite}


def test_junit_has_a_suite_for_each_file_and_a_case_for_each_finding() -> None:
    root = junit("a.toml", "bad.toml")
    first, second = root
    assert (root.tag, root.get("name")) == ("testsuites", "igs-costshare check")
    assert (first.get("name"), second.get("name")) == ("a.toml", "bad.toml")
    assert outcomes(first)[f"limit-max-share: {MESSAGE}"] == "failure"
    assert outcomes(first)[f"limit-max-increase: {UNCHECKED}"] == "system-out"
    assert outcomes(second) == {"invalid: limits.titel: unknown field": "error"}
    assert {(case.get("classname"), case.get("file")) for case in first} == {("a", "a.toml")}


def test_junit_groups_the_files_of_a_folder_as_jenkins_does() -> None:
    for name in ("budgets/v1.2/a.b.TOML", "budgets/c.toml.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(NETWORK, encoding="utf-8")
    root = junit("./budgets", "a.toml", str(Path("good.toml").absolute()), "empty")
    names = [suite[0].get("classname", "") for suite in root]
    assert names[:3] == ["budgets.c_toml_txt", "budgets.v1_2.a_b", "a"]
    assert not [name for name in names if name.lower().endswith("toml")]


def test_junit_counts_what_fails() -> None:
    root = junit("a.toml", "bad.toml")
    cases = len(root.findall(".//testcase"))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == (str(cases), "1", "1")
    assert [suite.get("failures") for suite in root] == ["1", "0"]


def test_junit_says_in_the_text_what_the_terminal_shows() -> None:
    failure = junit("a.toml").find(".//failure")
    assert failure is not None
    assert failure.get("type") == "limit-max-share"
    assert failure.get("message") == MESSAGE
    assert failure.text == (
        f"error: a.toml:13:13: limits.max_share: {MESSAGE}\n"
        "13 | max_share = 0.5\n   |             ^"
    )


def test_junit_has_a_case_that_passes_where_all_is_well() -> None:
    Path("good.toml").write_text(
        NETWORK.partition("[limits]")[0] + "[partner.dorp]\n", encoding="utf-8"
    )
    (suite,) = junit("good.toml")
    assert outcomes(suite) == {"holds": ""}


def test_a_warning_fails_a_case_only_when_strict() -> None:
    name = f"limit-max-increase: {UNCHECKED}"
    assert outcomes(junit("a.toml", "--strict")[0])[name] == "failure"


def test_junit_holds_no_character_that_xml_does_not_have() -> None:
    Path("a.toml").write_text(
        'title = "x"\n[partner.stad]\n"\uffff\\u0001" = 1\n', encoding="utf-8"
    )
    (suite,) = junit("a.toml")
    assert "\ufffd" in next(iter(outcomes(suite)))


# ---------------------------------------------------------------- ready to use


def test_the_hooks_of_pre_commit_run_commands_that_are_there() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"^  entry: igs-costshare (.+)$", text, re.MULTILINE)
    assert entries == ["check", "check --update"]
    Path("bad.toml").unlink()
    Path("a.toml").unlink()
    for entry in entries:
        assert run(*entry.split(), ".").code == 0


def test_the_action_gives_options_that_are_there() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    options = set(re.findall(r"--(?:format|strict|against|exclude)\b", text))
    assert options <= set(re.findall(r"--[\w-]+", run("check", "--help").text))
    documented = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    inputs = re.findall(r"^  ([a-z-]+):\n    description", text, re.MULTILINE)
    assert inputs == re.findall(r"^\| `([a-z-]+)` \|", documented, re.MULTILINE)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no Bash")
@pytest.mark.parametrize("end", ["\n", "\r\n", " \n"])
def test_the_action_takes_one_path_a_line_with_spaces_and_signs(end: str, tmp_path: Path) -> None:
    script = (ROOT / "action.yml").read_text(encoding="utf-8").rpartition("run: |\n")[2]
    program = tmp_path / "bin" / "igs-costshare"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "<%s>" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    given = {
        "PATHS": f"my budgets/a b.toml{end}{end}--strict{end}*.toml{end}$(touch x)",
        "EXCLUDE": f"old ones{end}",
        "STRICT": "false",
        "AGAINST": "the year before.json",
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
    }
    ran = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", textwrap.dedent(script)],
        env=given,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == (
        "<check><--format><github><--against><the year before.json><--exclude><old ones><-->"
        "<my budgets/a b.toml><--strict><*.toml><$(touch x)>"
    )


def test_the_documents_name_the_version_there_is() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    documented = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\bv(\d+\.\d+\.\d+)", documented)) == {project["version"]}
