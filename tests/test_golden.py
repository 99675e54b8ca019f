"""What `compute` gives for every example, as files that a person can open: `golden/`.

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


@pytest.mark.parametrize("ending", OPTIONS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_gives_these_bytes(
    example: Path, ending: str, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = run("compute", example, *OPTIONS[ending])
    assert (ran.code, ran.err) == (0, "")
    kept(GOLDEN / f"{example.stem}.{ending}", ran.out)


def test_no_golden_file_is_left_without_its_example(kept_names: KeptNames) -> None:
    kept_names(GOLDEN, "*", {f"{example.stem}.{end}" for example in EXAMPLES for end in OPTIONS})
