"""How much a file may hold, and how much is told of what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from igs_costshare.errors import Path, Problem
from igs_costshare.messages import say
from igs_costshare.reading.description import Description

MOST_ENTRIES = 20_000
"""Entries of one table or list: partners, costs, names. Belgium has 565 municipalities."""

MOST_PROBLEMS = 10_000
"""Problems that are told of one file: nobody reads more at once."""

_SHORTEST_ENTRY = 2
"""Characters that an entry takes in a file, at least."""


def too_many_entries(description: Description, text: str) -> list[Problem]:
    """The tables and lists of a text that are larger than a description needs."""
    if len(text) < MOST_ENTRIES * _SHORTEST_ENTRY:
        return []
    return list(_crowded(description, ()))


def _crowded(holder: Any, path: Path) -> Iterator[Problem]:
    if len(holder) > MOST_ENTRIES:
        yield Problem(say("reference.entries", entries=len(holder), most=MOST_ENTRIES), path)
        return
    entries = holder.items() if isinstance(holder, dict) else enumerate(holder)
    for name, inner in entries:
        if isinstance(inner, dict | list) and inner:
            yield from _crowded(inner, (*path, name))


def first_few(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that are told, and one more where there are more."""
    return list(islice(problems, MOST_PROBLEMS + 1))


def cut_off(problems: tuple[Problem, ...], name: str) -> tuple[Problem, ...]:
    """The first problems, with a last one that says so where there are more."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    more = Problem(say("reference.more_problems", told=MOST_PROBLEMS), origin=name)
    return (*problems[:MOST_PROBLEMS], more)
