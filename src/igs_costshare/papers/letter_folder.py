"""The folder of the letters: which sheets an earlier index of ours names, and no other file."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable
from functools import cache
from io import StringIO
from pathlib import Path

from igs_costshare.errors import InputError, Problem, reason_of
from igs_costshare.messages import say
from igs_costshare.papers.letter_index import index_headings
from igs_costshare.wording.catalogue import codes
from igs_costshare.wording.language import language

INDEX = "index.csv"
_SHEET = re.compile(r"\d{2,}-[\w-]+\.pdf")
_MOST = 10_000_000
"""Bytes of an index that is read; ours is far smaller."""


def earlier_sheets(folder: Path) -> tuple[str, ...]:
    """The sheets that the index in a folder names; raises `InputError` where that is not ours.

    Only names that we give to sheets count, so that no other file of the folder is ever among them.
    """
    index = folder / INDEX
    if not index.exists():
        return ()
    for mark in (",", ";"):
        header, *rows = _rows(index, mark)
        if tuple(header) in _headers():
            names = (row[-1] for row in rows if row)
            return tuple(name for name in names if _SHEET.fullmatch(name))
    hint = say("paper.other_index_hint")
    raise InputError([Problem(say("paper.other_index"), origin=str(index), hint=hint)])


@cache
def _headers() -> Collection[tuple[str, ...]]:
    """What the first row of an index of ours may be: ids, or headings in a language."""
    found = set()
    for code in codes():
        headings = index_headings(language(code))
        for row in (tuple(headings), tuple(headings.values())):
            coded = ("nis", headings["nis"])
            found |= {row, tuple(each for each in row if each not in coded)}
    return found


def _rows(index: Path, mark: str) -> list[list[str]]:
    """The rows of a file as a table; an empty one for what is no such file."""
    try:
        text = index.read_bytes()[:_MOST].decode("utf-8-sig")
        return [*csv.reader(StringIO(text, newline=""), delimiter=mark)] or [[]]
    except (OSError, UnicodeDecodeError, csv.Error):
        return [[]]


def remove(folder: Path, names: Iterable[str]) -> None:
    """Take sheets away that are not made any more; raises `InputError` for those that stay."""
    problems = []
    for name in names:
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as error:
            message = say("file.cannot_remove", reason=reason_of(error))
            problems.append(Problem(message, origin=str(folder / name)))
    if problems:
        raise InputError(problems)
