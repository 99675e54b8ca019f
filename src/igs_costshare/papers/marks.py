"""What tells one paper from another: its description, its date, and whether it is decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePath
from typing import NamedTuple, assert_never

from igs_costshare.errors import InputError, visible
from igs_costshare.freezing.beside import locks_beside
from igs_costshare.freezing.lock import read_lock
from igs_costshare.freezing.meaning import fingerprint
from igs_costshare.papers.footer import footer
from igs_costshare.papers.pen import Pen
from igs_costshare.reading.description import PLAN
from igs_costshare.reading.loading import Reading
from igs_costshare.wording.days import day_in

_DIGITS = 8
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Status(StrEnum):
    """Whether a paper is a draft."""

    DRAFT = "ontwerp"
    FINAL = "definitief"


class Marks(NamedTuple):
    """What is asked for on the command line."""

    status: Status | None = None
    """None where nobody says: a page of figures is no paper by itself."""
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


def hash_of(reading: Reading) -> str:
    """The first digits of the hash of the description, which `freeze` keeps in full.

    Of a later year of a plan that of the first, which the file states.
    """
    source = reading.source
    if source.year is not None:
        source = source.variant(source.scenario, source.settings)
    planned = PLAN in source.description
    return fingerprint(source.whole_year if planned else source.description)[:_DIGITS]


def date_of(first: Reading) -> date | None:
    """The day that a decision on the file names: in a lock beside it, by whatever name, that fits.

    Only a lock of what the file says now counts; of several the latest day does.
    """
    found = (_decided(each, hash_of(first)) for each in locks_beside(first.source.name))
    return max((day for day in found if day is not None), default=None)


def _decided(path: Path, hash: str) -> date | None:
    """The day in the decision of a lock, where that is of a description of this hash."""
    try:
        lock = read_lock(path)
    except InputError:
        return None
    return day_in(lock.decision or "") if lock.fingerprint.startswith(hash) else None


def foot(
    first: Reading, title: str, marks: Marks, pen: Pen, besides: Sequence[Reading] = ()
) -> str:
    """The foot of every sheet: title, scenario, status and day, file and hash, program.

    `besides` are other descriptions that it was made of, with their files and hashes before.
    """
    chosen = first.source.chosen
    parts = [title]
    if chosen is not None:
        parts.append(pen.say("paper.of_scenario", name=chosen.name))
    parts.append(_status(first, marks, pen))
    parts += dict.fromkeys(_file(each, pen) for each in (*besides, first))
    return footer(parts, pen.language)


def _file(reading: Reading, pen: Pen) -> str:
    name = visible(PurePath(reading.source.name).name)
    return pen.say("paper.of_file", file=name, hash=hash_of(reading))


def _status(first: Reading, marks: Marks, pen: Pen) -> str:
    day = marks.day or date_of(first)
    match marks.status:
        case Status.DRAFT:
            word = pen.say("paper.draft")
        case Status.FINAL:
            word = pen.say("paper.final")
        case None:
            return "" if day is None else pen.language.write(day)
        case _:
            assert_never(marks.status)
    if day is None:
        return word
    return pen.say("paper.status_of", status=word, day=day)
