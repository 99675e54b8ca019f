"""Time whole processes side by side: the fastest of several turns, taken in rotation."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

AS_INSTALLED = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""Who installs the program has its modules compiled; some machines for building keep none."""


class Taken(NamedTuple):
    """What one run of a command took."""

    seconds: float
    mebibytes: float


def run(command: Sequence[str], folder: Path | None = None) -> Taken:
    """Run the command, its output thrown away; raise where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=AS_INSTALLED,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Taken(seconds, usage.ru_maxrss / 1024)


def side_by_side(
    commands: Mapping[str, Sequence[str]], turns: int, folder: Path | None = None
) -> dict[str, Taken]:
    """The fastest of `turns` runs of each command, and the most memory that one took.

    The commands take turns, so that a slow moment of the machine hits them all alike.
    """
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for _ in range(turns):
        for name, command in commands.items():
            taken[name].append(run(command, folder))
    return {
        name: Taken(min(each.seconds for each in runs), max(each.mebibytes for each in runs))
        for name, runs in taken.items()
    }
