"""What tells one paper from another: its description, its date, and whether it is decided."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple, assert_never

from igs_costshare.errors import InputError, visible
from igs_costshare.freezing.beside import lock_beside
from igs_costshare.freezing.lock import read_lock
from igs_costshare.freezing.meaning import fingerprint
from igs_costshare.papers.footer import footer
from igs_costshare.papers.pen import Pen
from igs_costshare.reading.loading import Reading

_DIGITS = 8
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Status(StrEnum):
    """Whether a paper is a draft."""

    DRAFT = "ontwerp"
    FINAL = "definitief"


class Marks(NamedTuple):
    """What is asked for on the command line."""

    status: Status = Status.DRAFT
    day: date | None = None
    """None for that of the lock, where there is one."""


def day_from(text: str) -> date | None:
    """A day as the calendar of programs writes it; None where it is none."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:  # the 31st of February
        return None


def hash_of(first: Reading) -> str:
    """The first digits of the hash of the description, which `freeze` keeps in full."""
    source = first.source
    described = source.description if first.network.plan is None else source.whole_year
    return fingerprint(described)[:_DIGITS]


def date_of(first: Reading) -> date | None:
    """The day that the decision of the lock beside the file names, where it is of this file."""
    try:
        lock = read_lock(lock_beside(first.source.name))
    except InputError:
        return None
    if not lock.fingerprint.startswith(hash_of(first)):
        return None
    found = _DAY.search(lock.decision or "")
    return day_from(found[0]) if found else None


def foot(first: Reading, title: str, marks: Marks, pen: Pen) -> str:
    """The foot of every sheet: title, scenario, status and day, file and hash, program."""
    chosen, name = first.source.chosen, visible(PurePath(first.source.name).name)
    parts = [title]
    if chosen is not None:
        parts.append(pen.say("paper.of_scenario", name=chosen.name))
    parts.append(_status(first, marks, pen))
    parts.append(pen.say("paper.of_file", file=name, hash=hash_of(first)))
    return footer(parts, pen.language)


def _status(first: Reading, marks: Marks, pen: Pen) -> str:
    match marks.status:
        case Status.DRAFT:
            word = pen.say("paper.draft")
        case Status.FINAL:
            word = pen.say("paper.final")
        case _:
            assert_never(marks.status)
    day = marks.day or date_of(first)
    if day is None:
        return word
    return pen.say("paper.status_of", status=word, day=day)
