"""What becomes of one file: its report, and where asked its figures brought up to date."""

from __future__ import annotations

from typing import NamedTuple

from igs_costshare.checking.judgement import Asked, judged, report, unusable
from igs_costshare.checking.report import Report
from igs_costshare.checking.update import Rewrite, changes, rewritten
from igs_costshare.errors import InputError
from igs_costshare.reading import bytes_of, name_of, text_of


class Outcome(NamedTuple):
    """The report on a file, or on what it becomes."""

    report: Report
    changes: tuple[Rewrite, ...] = ()
    """Expected figures that are brought up to date; the report is then on the new text."""
    data: bytes = b""
    """What is to be written, where there are changes."""


def checked(file: str, asked: Asked) -> Outcome:
    """The report on a file as it is."""
    name = name_of(file)
    try:
        text = text_of(bytes_of(file), name)
    except InputError as error:
        return Outcome(unusable(name, error))
    return Outcome(report(text, name, asked))


def updated(file: str, asked: Asked) -> Outcome:
    """As `checked`, with the expected figures of a sound file brought up to date."""
    name = name_of(file)
    try:
        data = bytes_of(file)
        text = text_of(data, name).removeprefix("\ufeff")
        wanted = changes(text, judged(text, name, asked))
    except InputError as error:
        return Outcome(unusable(name, error))
    mark = data[: len(data) - len(text.encode())]
    after = rewritten(text, wanted)
    return Outcome(report(after, name, asked), wanted, mark + after.encode())
