"""Options that several commands have: given twice, the last never wins in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from command import run
from igs_costshare.cli.app import COMMANDS, app_for

NETWORK = b"""title = "t"
contribution.model = "fixed"
cost.rent.amount = 10
partner.a = {}
scenario.x.cost.rent.amount = 20
scenario.y.cost.rent.amount = 30
"""


def options(command: str, *, several: bool) -> list[str]:
    """The options of a command with a value; those that take several, or the others."""
    group: Any = get_command(app_for([command]))
    return [
        param.opts[-1]
        for param in group.commands[command].params
        if param.param_type_name == "option" and not param.is_flag and param.multiple is several
    ]


SINGLE = [(command, option) for command in COMMANDS for option in options(command, several=False)]


def test_what_takes_several_values_is_known() -> None:
    assert options("compute", several=True) == ["--set"]
    assert options("compare", several=True) == ["--scenario", "--set"]
    assert options("sweep", several=True) == ["--vary", "--set"]
    assert ("compute", "--scenario") in SINGLE


@pytest.mark.parametrize(("command", "option"), SINGLE)
def test_an_option_with_one_value_is_given_once(command: str, option: str) -> None:
    ran = run(command, option, "en", f"{option}=nl")
    assert (ran.code, ran.out) == (2, b"")
    reason = "is given more than once, and takes one value"
    assert f"error: {option}: {reason}\n" in ran.err


def test_two_scenarios_are_no_scenario(tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    chosen = ("--scenario", "x", "--scenario", "y", "--output", str(output))
    assert run("compute", "-", *chosen, stdin=NETWORK).code == 2
    assert not output.exists()


def test_a_switch_may_stand_twice() -> None:
    ran = run("compute", "-", "--strict", "--strict", "--format", "csv", stdin=NETWORK)
    assert (ran.code, ran.err) == (0, "")
