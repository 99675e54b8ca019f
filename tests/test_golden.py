"""What `compute` gives for every example, as files that a person can open: `golden/`.

Of the examples whose year is closed, what `settle` gives as well.

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
CLOSED = [path for path in EXAMPLES if "\n[settlement]\n" in path.read_text(encoding="utf-8")]
OPTIONS_OF_SETTLE: dict[str, tuple[str, ...]] = {
    "settle.nl.txt": ("--lang", "nl"),
    "settle.en.txt": ("--lang", "en"),
    "settle.fr.txt": ("--lang", "fr"),
    "settle.csv": ("--format", "csv"),
    "settle.transfers.csv": ("--format", "csv", "--transfers"),
    "settle.json": ("--format", "json"),
    "settle.nl.md": ("--format", "markdown", "--lang", "nl"),
}


@pytest.mark.parametrize("ending", OPTIONS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_gives_these_bytes(
    example: Path, ending: str, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = run("compute", example, *OPTIONS[ending])
    assert (ran.code, ran.err) == (0, "")
    kept(GOLDEN / f"{example.stem}.{ending}", ran.out)


def test_there_are_examples_of_a_closed_year() -> None:
    assert len(CLOSED) >= 3


@pytest.mark.parametrize("ending", OPTIONS_OF_SETTLE)
@pytest.mark.parametrize("example", CLOSED, ids=lambda path: path.stem)
def test_the_settlement_of_an_example_gives_these_bytes(
    example: Path, ending: str, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = run("settle", example, *OPTIONS_OF_SETTLE[ending])
    assert (ran.code, ran.err) == (0, "")
    kept(GOLDEN / f"{example.stem}.{ending}", ran.out)


def test_no_golden_file_is_left_without_its_example(kept_names: KeptNames) -> None:
    names = {f"{example.stem}.{end}" for example in EXAMPLES for end in OPTIONS}
    names |= {f"{example.stem}.{end}" for example in CLOSED for end in OPTIONS_OF_SETTLE}
    kept_names(GOLDEN, "*", names)
