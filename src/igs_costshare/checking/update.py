"""Expected figures brought up to date: their digits in the file, and not a byte besides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.checking.judgement import Judged
from igs_costshare.errors import Path
from igs_costshare.following.notation import written_like
from igs_costshare.rules.expected import Expectation, expectations

_NUMBER = re.compile(r"[^\s,}\]#]+")


class Rewrite(NamedTuple):
    """A figure that is written anew."""

    path: Path
    line: int
    """From 1."""
    start: int
    """Its first character in the text, from 0."""
    before: str
    after: str


def changes(text: str, variants: Sequence[Judged]) -> tuple[Rewrite, ...]:
    """The figures in `[expected]` that the statement does not show, in the order of the text.

    Figures of a row or column that the statement does not have are left as they are.
    """
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found = (each for judged in variants for each in _changes(text, starts, judged))
    return tuple(sorted(found, key=lambda change: change.start))


def _changes(text: str, starts: Sequence[int], judged: Judged) -> Iterator[Rewrite]:
    case, source = judged
    decimals = case.statement.decimals
    for each in expectations(case):
        if each.actual is None or each.holds:
            continue
        path = source.path_in_file(each.path)
        row, column = source.layout.positions[path].value
        start = starts[row] + column
        number = _NUMBER.match(text, start)
        before = number[0] if number else ""
        yield Rewrite(path, row + 1, start, before, _written(each, each.actual, before, decimals))


def _written(each: Expectation, actual: Fraction, before: str, decimals: int) -> str:
    """The figure as its predecessor was written: with a point, with underscores, or without."""
    if each.whole:
        decimals = 0
    return written_like(actual, before, decimals)


def rewritten(text: str, wanted: Sequence[Rewrite]) -> str:
    """The text with the changes made."""
    parts: list[str] = []
    end = 0
    for change in wanted:
        parts += text[end : change.start], change.after
        end = change.start + len(change.before)
    return "".join([*parts, text[end:]])
