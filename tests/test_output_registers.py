"""No output takes the place of a register that a description names."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from command import run
from igs_costshare.reading.named_files import files_named
from stayed import CSV, NET, STAYS

ACTUAL = '\n[scenario.actual.stays]\nregister = "stays.csv"\n'
COMMANDS = (
    ("compute", "net.toml"),
    ("compute", "net.toml", "--scenario", "actual"),
    ("stays", "net.toml"),
    ("settle", "net.toml"),
    ("explain", "net.toml", "stad", "day_price"),
    ("diff", "net.toml", "--scenario", "actual"),
    ("diff", "other.toml", "net.toml"),
    ("compare", "net.toml"),
    ("sweep", "net.toml", "--vary", "day_price.occupancy=0.1:0.2:0.1"),
    ("solve", "net.toml", "--target", "stad.bill=0", "--vary", "day_price.occupancy"),
    ("check", "net.toml"),
    ("check", "."),
    ("check", "other.toml", "--against", "net.toml"),
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    Path("stays.csv").write_text(CSV, encoding="utf-8")
    Path("other.toml").write_text(NET, encoding="utf-8")
    Path("soft").symlink_to("stays.csv")
    Path("hard").hardlink_to("stays.csv")


@pytest.mark.parametrize("stated", [STAYS, ACTUAL])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_replaces_a_register(command: tuple[str, ...], stated: str) -> None:
    Path("net.toml").write_text(NET + stated, encoding="utf-8")
    for name in ("stays.csv", "soft", "hard"):
        ran = run(*command, "--output", name)
        assert (ran.code, ran.out) == (2, b"")
        told = f"error: {name}: is the register of stays, which the output would overwrite\n"
        assert ran.err == f"{told}hint: give another file\n"
        assert Path("stays.csv").read_text(encoding="utf-8") == CSV
        assert Path("soft").is_symlink()


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "is the register of stays, which the output would overwrite"),
        ("nl", "is het register van de verblijven, en zou overschreven worden"),
        ("fr", "est le registre des séjours, et serait écrasé"),
    ],
)
def test_it_is_told_in_each_language(lang: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", f"{lang}_BE.UTF-8")
    Path("net.toml").write_text(NET + STAYS, encoding="utf-8")
    assert told in run("compute", "net.toml", "--output", "stays.csv").err


def test_a_register_of_a_setting_is_kept_too() -> None:
    ran = run("compute", "other.toml", "--set", "stays.register=stays.csv", "--output", "stays.csv")
    assert (ran.code, ran.out) == (2, b"")
    assert "stays.csv: is the register of stays" in ran.err
    assert Path("stays.csv").read_text(encoding="utf-8") == CSV


def test_nor_is_that_of_the_file_where_a_setting_names_another() -> None:
    Path("net.toml").write_text(NET + STAYS, encoding="utf-8")
    Path("new.csv").write_text(CSV, encoding="utf-8")
    setting = ("--set", "stays.register=new.csv")
    for name in ("stays.csv", "new.csv"):
        ran = run("compute", "net.toml", *setting, "--output", name)
        assert (ran.code, ran.out) == (2, b"")
        assert f"{name}: is the register of stays" in ran.err


def test_a_description_from_standard_input_is_looked_at_and_read_all_the_same() -> None:
    described = (NET + STAYS).encode()
    ran = run("compute", "-", "--output", "stays.csv", stdin=described)
    assert (ran.code, ran.out) == (2, b"")
    assert "stays.csv: is the register of stays" in ran.err
    Path("out.csv").write_text("before", encoding="utf-8")
    assert run("compute", "-", "--output", "out.csv", stdin=described).code == 0
    assert (
        Path("out.csv").read_bytes() == run("compute", "-", "--format", "csv", stdin=described).out
    )


def test_a_lock_never_takes_the_place_of_a_register() -> None:
    Path("net.toml").write_text(NET + ACTUAL, encoding="utf-8")
    Path("net.toml.lock").symlink_to("stays.csv")
    ran = run("freeze", "net.toml", "--force")
    assert (ran.code, Path("stays.csv").read_text(encoding="utf-8")) == (2, CSV)
    assert "net.toml.lock: is the register of stays" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
def test_nor_is_a_register_written_on_through_standard_output() -> None:
    Path("net.toml").write_text(NET + STAYS, encoding="utf-8")
    with Path("stays.csv").open("ab") as register:
        ran = subprocess.run(
            [sys.executable, "-m", "igs_costshare", "compute", "net.toml"],
            stdout=register,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 2
    assert b"<stdout>: is the register of stays" in ran.stderr
    assert Path("stays.csv").read_text(encoding="utf-8") == CSV


def test_what_cannot_be_read_names_no_files() -> None:
    assert [*files_named("gone.toml")] == []
    Path("no.toml").write_text("[stays\nregister = 1", encoding="utf-8")
    assert [*files_named("no.toml")] == []
    Path("no.toml").write_text("[stays]\nregister = 1", encoding="utf-8")
    assert [*files_named("no.toml")] == []


def test_each_register_is_named_of_years_and_scenarios_too() -> None:
    folder = Path("sub")
    folder.mkdir()
    (folder / "a.toml").write_text(
        '[stays]\n"regist\\u0065r" = "a.csv"\n[scenario.x.stays]\nregister = "b.csv"\n'
        '[plan.2027.stays]\nregister = "../c.csv"\n',
        encoding="utf-8",
    )
    named = {*files_named("sub/a.toml")}
    assert named == {str(folder / each) for each in ("a.csv", "b.csv", "../c.csv")}
