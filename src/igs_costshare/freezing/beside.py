"""Where locks lie: `FILE.lock` and `FILE.NAME.lock`, beside the description FILE."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from igs_costshare.errors import Problem, reason_of
from igs_costshare.messages import say

ENDING = ".lock"
NAME = re.compile(r"\w[\w-]*")
"""What a lock may be called besides its file."""

_IN_FOLDER = re.compile(
    rf"(?P<file>.+\.toml)(\.(?P<name>{NAME.pattern}))?{re.escape(ENDING)}", re.IGNORECASE
)


class Locked(NamedTuple):
    """A description and a lock of it."""

    file: str
    lock: Path


def lock_beside(file: str, name: str | None = None) -> Path:
    """The lock of a description that is called so; the one without a name for None."""
    return Path(f"{file}{ENDING}" if name is None else f"{file}.{name}{ENDING}")


def locks_beside(file: str) -> tuple[Path, ...]:
    """Every lock that a description has: the one without a name first, then by name."""
    own = Path(file).name
    try:
        with os.scandir(Path(file).parent) as entries:
            near = {each.name for each in entries if each.name.startswith(own)}
    except (OSError, ValueError):  # no such folder, as reading the description will tell
        return ()
    called = (each[len(own) + 1 : -len(ENDING)] for each in sorted(near) if each.endswith(ENDING))
    # `a.toml.b.lock` is the lock of `a.toml.b` where there is such a file.
    names = [each for each in called if NAME.fullmatch(each) and f"{own}.{each}" not in near]
    plain = [None] if f"{own}{ENDING}" in near else []
    return tuple(lock_beside(file, name) for name in (*plain, *names))


def locks_in(folder: str, name: str | None = None) -> tuple[list[Locked], list[Problem]]:
    """Every lock in a folder, at any depth, of a description `*.toml`, in the order of their names.

    With a name, only the locks that are called so. Folders whose name begins with a point are
    passed over. The problems are folders that cannot be opened, and that there is no lock at all.
    """
    obstacles: list[OSError] = []
    found: list[Locked] = []
    for place, folders, files in os.walk(folder, onerror=obstacles.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for each in sorted(files):
            match = _IN_FOLDER.fullmatch(each)
            if match is not None and name in (None, match["name"]):
                found.append(Locked(str(Path(place, match["file"])), Path(place, each)))
    problems = [
        Problem(say("file.cannot_open", reason=reason_of(error)), origin=str(error.filename))
        for error in obstacles
    ]
    return found, problems or ([] if found else [_without_lock(folder, name)])


def _without_lock(folder: str, name: str | None) -> Problem:
    message = say("kept.no_lock_here", wanted=str(lock_beside("*.toml", name)))
    return Problem(message, hint=say("kept.freeze_in_folder"), origin=folder)
