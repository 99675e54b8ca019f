"""A gallery of faulty files, each with the exact words that it is answered with.

`gallery/NAME.toml` is the fault, `gallery/NAME.txt` what `igs-costshare compute NAME.toml` says
of it on standard error; `gallery/NAME.csv` is the register that a description names.
`gallery/told/LANGUAGE.txt` has the answers to all of them in another language, without the lines of
the files. After a change of words, `pytest tests/test_gallery.py --rewrite` writes the answers
anew: read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run
from conftest import Kept, KeptNames
from igs_costshare import InputError, compute, read
from igs_costshare.errors import Problem
from igs_costshare.messages import Message
from igs_costshare.wording.catalogue import DEFAULT, codes
from igs_costshare.wording.language import Language, english, language
from igs_costshare.wording.problems import problem_text

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
        assert first.startswith((f"error: {name}.toml:", f"error: {name}.csv:"))
        assert not first.endswith((".", "!"))
        assert all(line.startswith("hint: ") for line in rest if " | " not in line)


def problems_of(name: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as refused:
        compute(read(f"{name}.toml"))
    return refused.value.problems


def told(problem: Problem, to: Language) -> str:
    return problem_text(
        problem._replace(place=problem.place and problem.place._replace(source="")), to
    )


@pytest.mark.parametrize("code", [each for each in codes() if each != DEFAULT])
def test_all_is_told_in_the_other_languages(
    code: str, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(GALLERY)
    answers = "\n".join(
        told(problem, language(code)) for name in NAMES for problem in problems_of(name)
    )
    kept(GALLERY / "told" / f"{code}.txt", f"{answers}\n".encode(errors="backslashreplace"))


@pytest.mark.parametrize("code", [each for each in codes() if each != DEFAULT])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_in_english(name: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GALLERY)
    for problem in problems_of(name):
        for message in (problem.message, problem.hint):
            if isinstance(message, Message) and message.key not in WITHOUT_WORDS:
                assert language(code).tell(message) != english().tell(message)


WITHOUT_WORDS = {"fault.part"}
"""`40 % is `0.4`` has no word that is not the same in Dutch."""
