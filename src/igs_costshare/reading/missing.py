"""A file that is not there: where it was looked for, and which was probably meant."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from igs_costshare.errors import Problem
from igs_costshare.messages import say
from igs_costshare.reading.suggestions import likeliest

_MOST_FILES = 1_000
"""Files of a folder that are looked at."""


def missing(name: str) -> Problem:
    """What to say of a file that is not there."""
    folder = Path(name).absolute().parent
    there_is_none = Problem(say("syntax.no_file"), origin=name)
    if not folder.is_dir():
        return there_is_none._replace(hint=say("syntax.no_folder", folder=str(folder)))
    near = _near(Path(name).name, folder)
    meant = str(Path(name).with_name(near)) if near else ""
    starter = say("syntax.looked_in", folder=str(folder))
    hint = say("syntax.looked_for", folder=str(folder), meant=meant) if near else starter
    return there_is_none._replace(hint=hint)


def folder_for_file(name: str) -> Problem:
    """What to say of a folder where a file is wanted, with the description that lies in it."""
    inside = [each for each in _files(Path(name)) if each.lower().endswith(".toml")]
    hint = say("syntax.name_file")
    if len(inside) == 1:
        hint = say("syntax.name_that_file", file=str(Path(name, inside[0])))
    return Problem(say("syntax.folder"), hint=hint, origin=name)


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
