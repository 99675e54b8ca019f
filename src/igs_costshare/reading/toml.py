"""TOML text to nested tables of exact values, or the one place where it stops being TOML."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

from igs_costshare.errors import Place, Problem

_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_FAR_TOO_LONG = re.compile(r"(?:[0-9][0-9_]*\.)?[0-9][0-9_]*[eE][+-]?[0-9_]{7,}|[0-9][0-9_]{4000,}")

_NO_LINE_END = "the line should end here"
_NO_VALUE = "expected a number, or a text between quotes"
_NO_NAME = "expected a name here"
_NO_START = "a line begins with a name, or with `[` for a table"
_NO_EQUALS = "expected `=` after the name"
_NO_BRACKET = "expected `]` after the name of the table"
_NO_QUOTE = "the text has no closing quote"
_NAME_USED = "this name has been used already"
_TABLE_GIVEN = "this table has been given already"

_WORDS = {
    "Expected newline or end of document": _NO_LINE_END,
    "Invalid value": _NO_VALUE,
    "Invalid initial character for a key part": _NO_NAME,
    "Invalid statement": _NO_START,
    "Expected '='": _NO_EQUALS,
    "Expected ']": _NO_BRACKET,
    "Illegal character '\\n'": _NO_QUOTE,
    "Unterminated string": _NO_QUOTE,
    "Expected \"'": _NO_QUOTE,
    "Cannot overwrite a value": _NAME_USED,
    "Duplicate inline table key": "a name stands twice in this table",
    "Cannot declare": _TABLE_GIVEN,
    "Cannot redefine": _TABLE_GIVEN,
    "Cannot mutate": _TABLE_GIVEN,
    "Unclosed array": "expected `,` or `]`",
    "Unclosed inline table": "expected `,` or `}`",
    "Illegal character": "a control character may not stand here",
    "Found invalid character": "a control character may not stand here",
    "Unescaped": "a backslash has a meaning of its own in a text",
    "Invalid date": "there is no such date or time",
}
"""How the words of `tomllib` begin, and what they mean to who is no programmer."""

_IDS = "ids are made of lower-case letters, digits, `-` and `_`"
_DECIMALS = "decimals take a point, thousands an underscore: `84_500.25`"
_THOUSANDS = "thousands take an underscore: `84_500`"
_QUOTES = 'texts stand between straight quotes: "Stad"'

_WAYS_OUT = {
    _NAME_USED: "each name stands once in a table",
    _TABLE_GIVEN: "put all its fields under one header",
    "a backslash has a meaning of its own in a text": "put the text between single quotes",
}

_HABITS = (
    (r"\r", "save the file with the line ends of Windows or Linux"),
    (r"€", "amounts stand without a currency sign: `84_500.25`"),
    (
        r"[=,\[]\s*[\d_.,]+\s*%",
        "percentages stand without the sign: 40 % is `0.4`, and among `shares` it is `40`",
    ),
    (r"=\s*[+-]?[\d_.]+,\d", _DECIMALS),
    (r"=\s*[+-]?\d{1,3}(?:[. \u00a0\u202f'’]\d{3})+", _THOUSANDS),
    (r"=\s*[+-]?0\d", "a number does not begin with 0"),
    (r"[“”„\u2018’]", _QUOTES),
    (r"=.*[\[,]\s*[A-Za-z][^\"'=]*$", "texts stand between quotes, in a list as well"),
)
"""What people write out of habit, and how TOML has it."""


class NotToml(ValueError):
    """The text is not TOML; `problem` says why and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def from_toml(text: str) -> dict[str, Any]:
    """The tables of a TOML text; numbers with a point are `Decimal`, exactly as written."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise NotToml(_syntax_problem(str(error), text)) from None
    except RecursionError:
        raise NotToml(Problem("lists or tables are nested too deeply to read")) from None
    except (ValueError, InvalidOperation):
        # Python refuses whole numbers of over 4,300 digits, and exponents of over 18.
        raise NotToml(_enormous_number(text)) from None


def _syntax_problem(message: str, text: str) -> Problem:
    where = _WHERE.search(message)
    lines = text.split("\n")
    line = int(where[1]) if where and where[1] else len(lines)
    source = lines[line - 1].rstrip("\r")
    column = int(where[2]) if where and where[2] else len(source) + 1
    told = _WHERE.sub("", message)
    reason = next(
        (ours for theirs, ours in _WORDS.items() if told.startswith(theirs)),
        f"not TOML: {told[:1].lower()}{told[1:]}",
    )
    if reason in (_NAME_USED, _TABLE_GIVEN):
        column = len(source) - len(source.lstrip()) + 1
    return Problem(reason, hint=_way_out(reason, source), place=Place(line, column, source))


def _way_out(reason: str, source: str) -> str:
    """What the writer of the line probably meant."""
    if reason in _WAYS_OUT:
        return _WAYS_OUT[reason]
    for habit, hint in _HABITS:
        if re.search(habit, source):
            return hint
    name, equals, value = (each.strip() for each in source.partition("#")[0].partition("="))
    if reason == _NO_NAME and (name + equals + value).endswith(("{", ",", ",}", ", }")):
        return "a table between `{` and `}` stands on one line, without a comma at its end"
    if not equals and (pair := re.fullmatch(r"([A-Za-z0-9_.-]+)\s*:\s*(.*)", name)):
        return f"write `{pair[1]} = {pair[2]}`"
    if reason in (_NO_EQUALS, _NO_BRACKET, _NO_NAME, _NO_START) and re.search(
        r"[^\x00-\x7f]|\w\s+\w", name
    ):
        return _IDS
    if re.fullmatch(r"[A-Za-z][^\"']*", value):
        return f'texts stand between quotes: `{name} = "{value}"`'
    return ""


def _enormous_number(text: str) -> Problem:
    where = _FAR_TOO_LONG.search(text)
    before = text[: where.start() if where else 0]
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    place = Place(line, column, text.split("\n")[line - 1].rstrip("\r"))
    return Problem("a number is too long or too large to read", place=place)
