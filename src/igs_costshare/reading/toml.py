"""TOML text to nested tables of exact values, or the one place where it stops being TOML."""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

from igs_costshare.errors import Problem

DEEPEST = 256
"""Tables and lists inside one another; a description needs six."""
_MOST_BITS = 14_000
"""Bits of a whole number; Python writes none of over 4,300 digits."""
_TOO_DEEP = Problem("lists or tables are nested too deeply to read")


class NotToml(ValueError):
    """The text is not TOML; `problem` says why and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def from_toml(text: str) -> dict[str, Any]:
    """The tables of a TOML text; numbers with a point are `Decimal`, exactly as written."""
    try:
        tables = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        from igs_costshare.reading.syntax import syntax_problem

        raise NotToml(syntax_problem(str(error), text)) from None
    except RecursionError:
        raise NotToml(_TOO_DEEP) from None
    except (ValueError, InvalidOperation):
        # Python refuses whole numbers of over 4,300 digits, and exponents of over 18.
        from igs_costshare.reading.syntax import enormous_number

        raise NotToml(enormous_number(text)) from None
    _refuse_the_enormous(tables)
    return tables


def _refuse_the_enormous(tables: dict[str, Any]) -> None:
    """Raise `NotToml` for what nests deeper, or counts higher, than messages could tell."""
    level: list[Any] = [tables]
    for _ in range(DEEPEST):
        values = [
            value
            for holder in level
            for value in (holder.values() if isinstance(holder, dict) else holder)
        ]
        for value in values:
            if isinstance(value, int) and value.bit_length() > _MOST_BITS:
                raise NotToml(Problem("a number has far too many digits"))
        level = [value for value in values if isinstance(value, dict | list)]
        if not level:
            return
    raise NotToml(_TOO_DEEP)
