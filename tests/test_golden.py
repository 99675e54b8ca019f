"""What `compute` gives for every example, as files that a person can open: `golden/`.

After a change of the output, `python tests/test_golden.py` writes them anew: read the difference
before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run

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
    example: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = run("compute", example, *OPTIONS[ending])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (GOLDEN / f"{example.stem}.{ending}").read_bytes()


def test_no_golden_file_is_left_without_its_example() -> None:
    expected = {f"{example.stem}.{ending}" for example in EXAMPLES for ending in OPTIONS}
    assert {path.name for path in GOLDEN.iterdir()} == expected


def rewrite() -> None:
    """Write all files anew, and none besides."""
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.iterdir():
        old.unlink()
    with pytest.MonkeyPatch.context() as here:
        here.setenv("COLUMNS", "80")
        for example in EXAMPLES:
            for ending, options in OPTIONS.items():
                ran = run("compute", example, *options)
                (GOLDEN / f"{example.stem}.{ending}").write_bytes(ran.out)


if __name__ == "__main__":
    rewrite()
