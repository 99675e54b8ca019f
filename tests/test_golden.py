"""What `compute` gives for every example, as files that a person can open: `golden/`.

Of the examples whose year is closed, what `stays` and `settle` give as well, and of those with a
plan what `plan` gives, of those whose lines scale what `fair` gives.

After a change of the output, `pytest --rewrite` writes them anew: read the difference
before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run
from conftest import Kept, KeptNames

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
OPTIONS: dict[str, tuple[str, ...]] = {
    "nl.txt": ("--lang", "nl"),
    "en.txt": ("--lang", "en"),
    "csv": ("--format", "csv"),
    "excel-be.csv": ("--format", "csv", "--csv-dialect", "excel-be"),
    "json": ("--format", "json"),
    "nl.md": ("--format", "markdown", "--lang", "nl"),
}
"""How each file is made, by the end of its name."""
OF_MORE: dict[str, tuple[str, ...]] = {
    "nl.txt": ("--lang", "nl"),
    "en.txt": ("--lang", "en"),
    "fr.txt": ("--lang", "fr"),
    "csv": ("--format", "csv"),
    "json": ("--format", "json"),
    "nl.md": ("--format", "markdown", "--lang", "nl"),
}
MORE = [
    (f"{path.stem}.{command}.{end}", [command, path, *options])
    for path in EXAMPLES
    for command, table in (
        ("stays", "stays.register ="),
        ("settle", "[settlement]"),
        ("plan", "[plan]"),
        ("fair", "scales ="),
    )
    if f"\n{table}" in path.read_text(encoding="utf-8")
    for end, options in OF_MORE.items()
]
"""The files of examples with a closed year or a plan, each with the command that gives it."""


@pytest.mark.parametrize("ending", OPTIONS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_gives_these_bytes(
    example: Path, ending: str, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = run("compute", example, *OPTIONS[ending])
    assert (ran.code, ran.err) == (0, "")
    kept(GOLDEN / f"{example.stem}.{ending}", ran.out)


@pytest.mark.parametrize(("name", "command"), MORE, ids=[name for name, _ in MORE])
def test_a_closed_year_or_a_plan_gives_these_bytes(
    name: str, command: list[str | Path], kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = run(*command)
    assert (ran.code, ran.err) == (0, "")
    kept(GOLDEN / name, ran.out)


def test_there_are_examples_of_a_closed_year_and_of_a_plan() -> None:
    assert {name.split(".")[1] for name, _ in MORE} == {"fair", "plan", "settle", "stays"}


def test_no_golden_file_is_left_without_its_example(kept_names: KeptNames) -> None:
    names = {f"{example.stem}.{end}" for example in EXAMPLES for end in OPTIONS}
    kept_names(GOLDEN, "*", names | {name for name, _ in MORE})
