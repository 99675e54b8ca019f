"""A file that is not there: where it was looked for, and which was probably meant."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from igs_costshare.errors import Problem
from igs_costshare.reading.strangers import STARTER
from igs_costshare.reading.suggestions import likeliest

_MOST_FILES = 1_000
"""Files of a folder that are looked at."""


def missing(name: str) -> Problem:
    """What to say of a file that is not there."""
    folder = Path(name).absolute().parent
    if not folder.is_dir():
        hint = f"there is no folder {folder}"
        return Problem("there is no such file", hint=hint, origin=name)
    near = _near(Path(name).name, folder)
    meant = f"did you mean {Path(name).with_name(near)}?" if near else STARTER
    return Problem("there is no such file", hint=f"looked in {folder}; {meant}", origin=name)


def folder_for_file(name: str) -> Problem:
    """What to say of a folder where a file is wanted, with the description that lies in it."""
    inside = [each for each in _files(Path(name)) if each.lower().endswith(".toml")]
    which = f": {Path(name, inside[0])}" if len(inside) == 1 else ""
    return Problem("is a folder", hint=f"name the file in it{which}", origin=name)


def _near(name: str, folder: Path) -> str:
    """The file that was probably meant: by another ending, or a name much like it."""
    files = _files(folder)
    stem = name.lower().removesuffix(".txt").removesuffix(".toml")
    endings = (f"{stem}.toml", f"{stem}.toml.txt", f"{stem}.toml.toml", f"{stem}.txt")
    by_ending = (each for ending in endings for each in files if each.lower() == ending)
    named = {each.lower().partition(".toml")[0]: each for each in files if ".toml" in each.lower()}
    return next(by_ending, "") or named.get(likeliest(stem, named, _ALIKE), "")


_ALIKE = 75
"""How like the name of a file must be, in %."""


def _files(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(each.name for each in islice(entries, _MOST_FILES) if each.is_file())
    except OSError:  # a folder that may be entered, but not listed
        return []
