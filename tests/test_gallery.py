"""A gallery of faulty files, each with the exact words that it is answered with.

`gallery/NAME.toml` is the fault, `gallery/NAME.txt` what `igs-costshare compute NAME.toml` says
of it on standard error. After a change of words, `pytest tests/test_gallery.py --rewrite` writes
the answers anew: read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run
from conftest import Kept, KeptNames

GALLERY = Path(__file__).parent / "gallery"
NAMES = sorted(path.stem for path in GALLERY.glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_faulty_file_is_answered_with_these_words(
    name: str, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(GALLERY)
    result = run("compute", f"{name}.toml")
    assert (result.code, result.out) == (2, b"")
    kept(GALLERY / f"{name}.txt", result.err.encode())


def test_no_answer_is_left_without_its_file(kept_names: KeptNames) -> None:
    kept_names(GALLERY, "*.txt", [f"{name}.txt" for name in NAMES])


@pytest.mark.parametrize("name", NAMES)
def test_every_problem_is_one_sentence_at_a_place(name: str) -> None:
    answer = (GALLERY / f"{name}.txt").read_text(encoding="utf-8")
    for problem in answer.removesuffix("\n").split("\n\n"):
        first, *rest = problem.split("\n")
        assert first.startswith(f"error: {name}.toml:")
        assert not first.endswith((".", "!"))
        assert all(line.startswith("hint: ") for line in rest if " | " not in line)
