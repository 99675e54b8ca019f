"""TOML text to nested tables of exact values, or the one place where it stops being TOML."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import InvalidOperation
from typing import Any

import tomli

from igs_costshare.description.numerals import decimal_reader
from igs_costshare.errors import Problem
from igs_costshare.messages import say

DEEPEST = 256
"""Tables and lists inside one another; a description needs six."""
_MOST_BITS = 14_000
"""Bits of a whole number; Python writes none of over 4,300 digits."""
_TOO_DEEP = Problem(say("syntax.too_deep"))


class NotToml(ValueError):
    """The text is not TOML; `problem` says why and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def from_toml(text: str) -> dict[str, Any]:
    """The tables of a TOML text; numbers with a point are `Decimal`, exactly as written.

    `tomli` is the code of the standard library, compiled, but knows TOML 1.1 since 2.4. What may
    be that is read by the standard library, so that every program reads the files that we read.
    """
    if _may_be_newer(text):
        import tomllib

        tables = _read(tomllib.loads, tomllib.TOMLDecodeError, text)
    else:
        tables = _read(tomli.loads, tomli.TOMLDecodeError, text)
    _refuse_the_enormous(tables)
    return tables


def _read(
    loads: Callable[..., dict[str, Any]], refusal: type[ValueError], text: str
) -> dict[str, Any]:
    """What a reader makes of the text; raises `NotToml`."""
    try:
        return loads(text, parse_float=decimal_reader(text))
    except refusal as error:
        from igs_costshare.reading.syntax import syntax_problem

        raise NotToml(syntax_problem(str(error), text)) from None
    except RecursionError:
        raise NotToml(_TOO_DEEP) from None
    except (ValueError, InvalidOperation):
        # Python refuses whole numbers of over 4,300 digits, and exponents of over 18.
        from igs_costshare.reading.syntax import enormous_number

        raise NotToml(enormous_number(text)) from None


def _may_be_newer(text: str) -> bool:
    """Whether the text holds anything that TOML 1.1 knows and 1.0 does not; or may do so."""
    return "\\e" in text or "\\x" in text or any(each.search(text) for each in _NEWER)


_INNER = r"""[^{}"'#\n]|"[^"\\\n]*"|'[^'\n]*'"""
"""A part of an inline table that is on one line and holds no other table."""
_NEWER = (
    re.compile(r":\d\d"),  # a time, perhaps without seconds
    re.compile(r",[ \t]*\}"),  # an inline table with a comma at its end
    re.compile(rf"\{{(?!(?:{_INNER}|\{{(?:{_INNER})*+\}})*+\}})"),  # or over several lines
)


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
                raise NotToml(Problem(say("syntax.too_many_digits")))
        level = [value for value in values if isinstance(value, dict | list)]
        if not level:
            return
    raise NotToml(_TOO_DEEP)
