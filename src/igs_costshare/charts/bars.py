"""One amount for each partner as sorted bars, and expenses with the part that income covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.charts.scale import Scale, comparable
from igs_costshare.charts.scene import (
    WHOLE,
    Bar,
    Label,
    Layout,
    Mark,
    Scene,
    Stroke,
    Style,
    on_both,
    short,
)

MOST = 30
"""Rows that a reader takes in; of more the largest are drawn."""
THICK = 11
_TOP = 2
_GAP = 80
_HAIRLINE = 25
"""The least length of a bar that is not zero."""


class Amount(NamedTuple):
    """A row: whose amount it is, and how that is written."""

    name: str
    value: int
    figure: str
    share: str = ""
    """Its part of the whole, beside the figure; empty for none."""
    own: bool = False
    """Whether it is the reader's."""
    reserve: bool = False
    """Whether it is the reserve, which is no partner."""


class Covered(NamedTuple):
    """A row of expenses, and of income that covers them."""

    name: str
    expenses: int
    revenues: int
    figure: str
    """What is left of them."""
    own: bool = False


class Words(NamedTuple):
    """What stands around a drawing."""

    title: str
    description: str
    note: str = ""


def bars(amounts: Sequence[Amount], words: Words, most: int = MOST) -> Scene | None:
    """Sorted bars, value and share at their end; None where there is nothing to compare."""
    return on_both(lambda layout: _bars(amounts, words, most, layout))


def _bars(amounts: Sequence[Amount], words: Words, most: int, layout: Layout) -> Scene | None:
    partners = [each for each in amounts if not each.reserve]
    if len(partners) < 2 or not comparable([each.value for each in partners]):
        return None
    rows = sorted(partners, key=lambda each: -abs(each.value))[:most]
    rows.sort(key=lambda each: -each.value)
    rows += [each for each in amounts if each.reserve and each.value]
    names = layout.names(map(short, (each.name for each in rows)))
    shares = layout.room(each.share for each in rows) if any(each.share for each in rows) else 0
    figures = layout.room(each.figure for each in rows)
    negative = any(each.value < 0 for each in rows)
    start = names + (figures if negative else 0)
    scale = Scale.over([each.value for each in rows], start, WHOLE - figures - shares - 2 * _GAP)
    room = _Room(names, figures)
    marks = [mark for at, row in enumerate(rows) for mark in _bar(row, at, scale, room, layout)]
    height = _TOP + layout.pitch * len(rows)
    zero = Stroke(scale.at(0), 0, scale.at(0), height, "zero")
    return Scene(words.title, words.description, height, (*marks, zero), words.note)


class _Room(NamedTuple):
    """What names and figures take of the width."""

    names: int
    figures: int


def _bar(row: Amount, at: int, scale: Scale, room: _Room, layout: Layout) -> Iterator[Mark]:
    middle = layout.middle(_TOP, at)
    style_of_name: Style = "bold" if row.own else "ink"
    yield layout.name(Label(room.names - _GAP, middle, short(row.name), "end", style_of_name))
    length = max(scale.length(row.value), _HAIRLINE if row.value else 0)
    start = scale.at(0) - (length if row.value < 0 else 0)
    style: Style = "reserve" if row.reserve else "own" if row.own else "other"
    yield Bar(start, middle - THICK // 2, length, THICK, style)
    if row.value < 0:
        yield Label(start - _GAP, middle, row.figure, "end", "ink")
    else:
        yield Label(start + length + _GAP, middle, row.figure, "start", "ink")
        if row.share:
            yield Label(start + length + room.figures, middle, row.share, "start", "soft")


def covered(rows: Sequence[Covered], words: Words, most: int = MOST) -> Scene | None:
    """Bars of expenses, the part that income covers lighter; None where nothing is to compare."""
    return on_both(lambda layout: _covered_bars(rows, words, most, layout))


def _covered_bars(rows: Sequence[Covered], words: Words, most: int, layout: Layout) -> Scene | None:
    sizes = [max(each.expenses, each.revenues) for each in rows]
    if len(rows) < 2 or not comparable(sizes) or min(map(_least, rows)) < 0:
        return None
    drawn = sorted(rows, key=lambda each: -max(each.expenses, each.revenues))[:most]
    names = layout.names(map(short, (each.name for each in drawn)))
    figures = layout.room(each.figure for each in drawn)
    scale = Scale.over(sizes, names, WHOLE - figures - _GAP)
    room = _Room(names, figures)
    marks = [
        mark for at, row in enumerate(drawn) for mark in _covered(row, at, scale, room, layout)
    ]
    height = _TOP + layout.pitch * len(drawn)
    zero = Stroke(scale.at(0), 0, scale.at(0), height, "zero")
    return Scene(words.title, words.description, height, (*marks, zero), words.note)


def _least(row: Covered) -> int:
    return min(row.expenses, row.revenues)


def _covered(row: Covered, at: int, scale: Scale, room: _Room, layout: Layout) -> Iterator[Mark]:
    middle = layout.middle(_TOP, at)
    top = middle - THICK // 2
    style_of_name: Style = "bold" if row.own else "ink"
    yield layout.name(Label(room.names - _GAP, middle, short(row.name), "end", style_of_name))
    yield Bar(scale.at(0), top, scale.length(row.expenses), THICK, "own" if row.own else "other")
    if row.revenues:
        yield Bar(scale.at(0), top, scale.length(row.revenues), THICK, "covered")
    end = scale.at(row.expenses)
    if row.revenues > row.expenses:  # where the expenses end, within the income
        yield Stroke(end, top, end, top + THICK, "ink")
    yield Label(WHOLE, middle, row.figure, "end", "bold" if row.own else "ink")


class Part(NamedTuple):
    """A row of a part of a whole: its name, how much, and how that is written."""

    name: str
    part: Fraction
    """0 to 1."""
    figure: str
    faint: bool = False
    """Whether it stands there for comparison only."""


def parts(rows: Sequence[Part], words: Words) -> Scene | None:
    """Parts of wholes, each on a track of its own; None where there are none to compare."""
    return on_both(lambda layout: _parts(rows, words, layout))


def _parts(rows: Sequence[Part], words: Words, layout: Layout) -> Scene | None:
    if len(rows) < 2 or any(not 0 <= row.part <= 1 for row in rows):
        return None
    names = layout.names(short(row.name) for row in rows)
    scale = Scale(0, WHOLE, names, WHOLE - layout.room(row.figure for row in rows) - _GAP)
    marks: list[Mark] = []
    for at, row in enumerate(rows):
        middle = layout.middle(_TOP, at)
        top, long = middle - THICK // 2, scale.length(int(row.part * WHOLE))
        marks += [
            layout.name(Label(0, middle, short(row.name), "start", "soft" if row.faint else "ink")),
            Bar(names, top, scale.length(WHOLE), THICK, "covered"),
            Bar(names, top, long, THICK, "other" if row.faint else "own"),
            Label(WHOLE, middle, row.figure, "end", "soft" if row.faint else "ink"),
        ]
    height = _TOP + layout.pitch * len(rows)
    return Scene(words.title, words.description, height, tuple(marks), words.note)
