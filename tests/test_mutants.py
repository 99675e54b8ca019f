"""Whatever becomes of a saved statement or a lock, it is read or refused: nothing falls over."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run
from mutants import lock_mutant, read_frozen, read_saved, saved_mutant

SOME = 150
"""Mutants of each; `python tests/mutants.py 10000` reads more."""


def test_mutants_of_saved_statements_are_read_or_refused(tmp_path: Path) -> None:
    sound = sum(read_saved(saved_mutant(seed), tmp_path) for seed in range(SOME))
    assert 0 < sound < SOME


def test_mutants_of_locks_are_read_or_refused(tmp_path: Path) -> None:
    sound = sum(read_frozen(lock_mutant(seed), tmp_path) for seed in range(SOME))
    assert 0 < sound < SOME


NETWORK = """title = "T"
[cost.rent]
amount = 10
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
"""


@pytest.mark.parametrize("fault", ['"id": 5', '"id": "\\udfff"', '"id": null', '"id": "rent!"'])
@pytest.mark.parametrize("command", ["diff", "check"])
def test_a_command_tells_where_a_saved_statement_is_wrong(
    command: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(NETWORK, encoding="utf-8")
    data = run("compute", "a.toml", "--format", "json").out
    Path("s.json").write_bytes(data.replace(b'"id": "stad"', fault.encode()))
    arguments = ("s.json", "a.toml") if command == "diff" else ("a.toml", "--against", "s.json")
    ran = run(command, *arguments)
    line = data[: data.index(b'"id": "stad"')].count(b"\n") + 1
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith(
        f"error: s.json:{line}:13: is no saved statement: `partners[0].id` is not as expected\n"
    )
