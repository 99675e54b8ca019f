"""Which files are descriptions: those that are named, and those in folders that have a title."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from igs_costshare.errors import InputError, Problem
from igs_costshare.reading import bytes_of
from igs_costshare.reading.toml import NotToml, from_toml

_TITLE = re.compile(rb"^\s*(?:title|\"title\"|'title')\s*=", re.MULTILINE)
_TABLE = re.compile(rb"^\s*\[", re.MULTILINE)

_LONG_TEXT = re.compile(rb"\"{3}|'{3}")
"""A text over several lines, in which a line may begin like a title."""


class Found(NamedTuple):
    """A file to check, or why there is none."""

    file: str
    obstacle: Problem | None = None
    """A folder that holds no description, or one that cannot be opened."""


def descriptions(paths: Sequence[str]) -> Iterator[Found]:
    """The files that are named, and in folders, at any depth, every `*.toml` with a title.

    Each is given once, in the order of the paths and then of their names. Folders whose name
    begins with a point are passed over.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _in_folder(path) if _is_folder(path) else [Found(path)]:
            real = os.path.realpath(found.file)
            if found.obstacle is not None or real not in seen:
                yield found
            seen.add(real)


def _is_folder(path: str) -> bool:
    """Whether a path leads to a folder; an empty one leads nowhere, though `Path("")` is here."""
    return bool(path) and Path(path).is_dir()


def _in_folder(folder: str) -> Iterator[Found]:
    empty = True
    obstacles: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=obstacles.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            file = str(Path(place, name))
            if name.lower().endswith(".toml") and _is_regular(file) and _has_title(file):
                empty = False
                yield Found(file)
    for error in obstacles:
        reason = f"cannot be opened: {error.strerror}"
        yield Found(str(error.filename), Problem(reason, origin=str(error.filename)))
    if empty and not obstacles:
        yield Found(folder, _EMPTY._replace(origin=folder))


_EMPTY = Problem(
    "holds no description: no `*.toml` with a `title`",
    hint="hidden folders are passed over; `igs-costshare init` writes a starter file",
    severity="warning",
)


def _is_regular(file: str) -> bool:
    """Whether a file can be read to its end; that a link leads nowhere should be told too."""
    path = Path(file)
    return path.is_file() or not path.exists()


def _has_title(file: str) -> bool:
    """Whether a file is a description, or would be one if it were sound."""
    try:
        data = bytes_of(file)
    except InputError:
        return True  # whatever it holds, that it cannot be read should be told
    title, table = _TITLE.search(data), _TABLE.search(data)
    if title is None or (table is not None and table.start() < title.start()):
        return False
    if not _LONG_TEXT.search(data, 0, title.start()):
        return True
    try:
        return "title" in from_toml(data.decode("utf-8-sig"))
    except (NotToml, UnicodeDecodeError):
        return True
