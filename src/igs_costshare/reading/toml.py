"""TOML text to nested tables of exact values, or the one place where it stops being TOML."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

from igs_costshare.errors import Place, Problem

_WHERE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_LONG_NUMBER = re.compile(r"[0-9][0-9_]{300,}")
_DECIMAL_COMMA = re.compile(r"=\s*[+-]?[\d_.]+,\d")
_POINT_THOUSANDS = re.compile(r"=\s*[+-]?\d{1,3}(\.\d{3})+")


class NotToml(ValueError):
    """The text is not TOML; `problem` says why and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def from_toml(text: str) -> dict[str, Any]:
    """The tables of a TOML text; numbers with a point are `Decimal`, exactly as written."""
    try:
        return tomllib.loads(text, parse_float=_exact)
    except tomllib.TOMLDecodeError as error:
        raise NotToml(_syntax_problem(str(error), text)) from None
    except RecursionError:
        raise NotToml(Problem("lists or tables are nested too deeply to read")) from None
    except (ValueError, InvalidOperation):
        # Python refuses to read whole numbers of over 4,300 digits.
        raise NotToml(_long_number(text)) from None


def _exact(text: str) -> Decimal:
    return Decimal(text)


def _syntax_problem(message: str, text: str) -> Problem:
    lines = text.split("\n")
    where = _WHERE.search(message)
    if where:
        line, column = int(where[1]), int(where[2])
    else:
        line, column = len(lines), len(lines[-1]) + 1
    source = lines[line - 1].rstrip("\r")
    reason = _WHERE.sub("", message).removesuffix(" (at end of document)")
    reason = reason[:1].lower() + reason[1:]
    return Problem(f"not TOML: {reason}", hint=_way_out(source), place=Place(line, column, source))


def _way_out(source: str) -> str:
    """What the writer of the line probably meant."""
    if _DECIMAL_COMMA.search(source):
        return "decimals take a point, thousands an underscore: `84_500.25`"
    if _POINT_THOUSANDS.search(source):
        return "thousands take an underscore: `84_500`"
    if "€" in source:
        return "amounts stand without a currency sign"
    if "“" in source or "”" in source or "„" in source:
        return 'texts stand between straight quotes: "Stad"'
    name, separator, value = source.partition("=")
    if separator and re.fullmatch(r"\s*[A-Za-z][\w -]*", value):
        return f'texts stand between quotes: `{name.strip()} = "{value.strip()}"`'
    return ""


def _long_number(text: str) -> Problem:
    where = _LONG_NUMBER.search(text)
    place = None
    if where:
        before = text[: where.start()]
        line = before.count("\n") + 1
        column = where.start() - (before.rfind("\n") + 1) + 1
        place = Place(line, column, text.split("\n")[line - 1].rstrip("\r"))
    return Problem("a number has far too many digits", place=place)
