"""Files and folders that are left out of a check, by patterns such as `archive` or `*/old.toml`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import PurePath


def is_excluded(path: str, folder: str, patterns: Sequence[str]) -> bool:
    """Whether a pattern fits a path that was found in a folder, or is the folder itself.

    A pattern without `/` fits a name at any depth; another one fits a path, as it is told or
    seen from the folder. `*` stands for anything, also for several folders.
    """
    inside = PurePath(os.path.relpath(path, folder)) if path != folder else PurePath(path)
    told = {_plain(inside), _plain(PurePath(path))}
    return any(_fits(_plain(PurePath(each)), told, inside.name) for each in patterns)


def _fits(pattern: str, told: set[str], name: str) -> bool:
    if "/" not in pattern:
        return fnmatch(name, pattern)
    shapes = (pattern, pattern.removeprefix("**/"))  # `**/` stands for no folder as well
    return any(fnmatch(each, shape) for each in told for shape in shapes)


def _plain(path: PurePath) -> str:
    """A path without `./`, the last `/` and the backslashes of Windows."""
    return path.as_posix()
