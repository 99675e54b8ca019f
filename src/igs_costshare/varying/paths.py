"""Paths along which nothing varies, and what was probably meant by them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from igs_costshare.description.numbers import number_at
from igs_costshare.errors import Path, Problem, dotted
from igs_costshare.messages import Message, say
from igs_costshare.reading.description import Description, found, value_at
from igs_costshare.reading.faults import validated
from igs_costshare.reading.suggestions import suggestion


def why_no_number(
    description: Description, laid_over: Description, path: Path
) -> Iterator[Problem]:
    """Why no number can vary at the path; nothing where one can.

    `laid_over` is the description with a number at the path.
    """
    stands = value_at(description, path)
    if stands is not None and not _is_number(stands):
        yield Problem(_of_other_kind(stands), path, _number_within(stands, path))
    elif number_at(path) is None:
        unknown = [
            each
            for each in validated(laid_over)[1]
            if each.at_key and each.path == path[: len(each.path)]
        ]
        yield from unknown[:1] or [Problem(say("vary.takes_no_number"), path)]
    elif stands is None and path[0] == "partner" and path[2:3] == ("keys",):
        known = {str(key[-1]): None for key, _ in found(description, "partner.*.keys.*")}
        if path[-1] not in known:
            message = say("vary.no_key", key=str(path[-1]))
            yield Problem(message, path, suggestion(path[-1], known))


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _of_other_kind(value: object) -> Message:
    if isinstance(value, dict):
        return say("vary.is_table")
    return say("vary.is_list") if isinstance(value, list) else say("vary.is_text")


def _number_within(value: Any, path: Path) -> Message | None:
    """The first number in a table or a list, which may have been meant."""
    inside = next(_numbers(value, path), None)
    return say("vary.number_within", path=dotted(inside)) if inside else None


def _numbers(value: Any, path: Path) -> Iterator[Path]:
    if _is_number(value):
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _numbers(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _numbers(inner, (*path, place))
