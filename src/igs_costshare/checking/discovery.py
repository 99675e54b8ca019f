"""Which files are descriptions: those that are named, and those in folders that look like ours."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from igs_costshare.checking.exclusion import is_excluded
from igs_costshare.checking.ours import is_ours
from igs_costshare.errors import InputError, Problem, reason_of
from igs_costshare.messages import say
from igs_costshare.reading import bytes_of

_ENDING, _OF_NOTEPAD = ".toml", ".toml.txt"


class Found(NamedTuple):
    """A file to check, or why there is none."""

    file: str
    obstacle: Problem | None = None
    """A folder that holds no description or cannot be opened, a file that is named otherwise."""


def descriptions(paths: Sequence[str], excluded: Sequence[str] = ()) -> Iterator[Found]:
    """The files that are named, and in folders, at any depth, every `*.toml` that is ours.

    Each is given once, in the order of the paths and then of their names. Folders whose name
    begins with a point are passed over, and what the patterns of `excluded` fit.
    """
    seen: set[str] = set()
    for path in paths:
        if is_excluded(path, path, excluded):
            continue
        # An empty path leads nowhere, though `os.scandir("")` is here.
        is_folder = os.path.isdir(path)  # noqa: PTH112 - `Path("")` is this folder
        for found in _in_folder(path, excluded) if is_folder else [Found(path)]:
            real = os.path.realpath(found.file)
            if found.obstacle is not None or real not in seen:
                yield found
            seen.add(real)


def _in_folder(folder: str, excluded: Sequence[str]) -> Iterator[Found]:
    empty = True
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            folders, files = _listed(place)
        except OSError as error:
            empty = False
            reason = say("file.cannot_open", reason=reason_of(error))
            yield Found(place, Problem(reason, origin=place))
            continue
        kept = (each for each in folders if not is_excluded(each, folder, excluded))
        waiting += sorted(kept, reverse=True)
        for file in sorted(files):
            found = None if is_excluded(file, folder, excluded) else _looked_at(file)
            if found:
                empty = False
                yield found
    if empty:
        yield Found(folder, _EMPTY._replace(origin=folder))


_EMPTY = Problem(
    say("file.no_description"),
    hint=say("file.start_one"),
    severity="warning",
)
_TEXT_FILE = Problem(
    say("file.named_txt"),
    hint=say("file.rename"),
)


def _listed(place: str) -> tuple[list[str], list[str]]:
    """The folders in a folder that are not hidden, and its files; raises `OSError`."""
    folders: list[str] = []
    files: list[str] = []
    with os.scandir(place) as entries:
        for entry in entries:
            path = str(Path(place, entry.name))
            if not entry.is_dir(follow_symlinks=False):
                files.append(path)
            elif not entry.name.startswith("."):
                folders.append(path)
    return folders, files


def _looked_at(file: str) -> Found | None:
    """A file of a folder, where it is a description."""
    name = file.lower()
    if not name.endswith((_ENDING, _OF_NOTEPAD)) or not _is_regular(file):
        return None
    try:
        if not is_ours(bytes_of(file)):
            return None
    except InputError:
        pass  # whatever it holds, that it cannot be read should be told
    return Found(file, None if name.endswith(_ENDING) else _TEXT_FILE._replace(origin=file))


def _is_regular(file: str) -> bool:
    """Whether a file can be read to its end; that a link leads nowhere should be told too."""
    # Those of `Path` raise an error where a folder may not be entered.
    return os.path.isfile(file) or not os.path.exists(file)  # noqa: PTH110, PTH113 - see above
