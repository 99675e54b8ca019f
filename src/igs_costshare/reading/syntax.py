"""Where and why a text is not TOML, and what its writer probably meant; loaded for faults only."""

from __future__ import annotations

import re

from igs_costshare.description.dates import written_date
from igs_costshare.description.ids import nearest_id
from igs_costshare.errors import Place, Problem, clipped
from igs_costshare.messages import Message, say
from igs_costshare.reading.marks import strange_mark, strange_space
from igs_costshare.reading.strangers import foreign_text

_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_FAR_TOO_LONG = re.compile(
    r"(?<![0-9_.])[0-9][0-9_]*+(?:\.[0-9_]++)?[eE][+-]?[0-9_]{7,}|(?<![0-9_])[0-9_]{4001,}"
)
"""Each run of digits is looked at once, from its start."""

_NO_LINE_END = say("syntax.line_end")
_NO_VALUE = say("syntax.value")
_NO_NAME = say("syntax.name")
_NO_START = say("syntax.line_start")
_NO_EQUALS = say("syntax.equals")
_NO_BRACKET = say("syntax.bracket")
_NO_QUOTE = say("syntax.closing_quote")
_NAME_USED = say("syntax.name_used")
_TABLE_GIVEN = say("syntax.table_given")
_BACKSLASH = say("syntax.backslash")

_WORDS = {
    "Expected newline or end of document": _NO_LINE_END,
    "Invalid value": _NO_VALUE,
    "Invalid initial character for a key part": _NO_NAME,
    "Invalid statement": _NO_START,
    "Expected '='": _NO_EQUALS,
    "Expected ']": _NO_BRACKET,
    "Illegal character '\\n'": _NO_QUOTE,
    "Found invalid character '\\n'": _NO_QUOTE,
    "Unterminated string": _NO_QUOTE,
    "Expected \"'": _NO_QUOTE,
    "Cannot overwrite a value": _NAME_USED,
    "Duplicate inline table key": say("syntax.name_twice"),
    "Cannot declare": _TABLE_GIVEN,
    "Cannot redefine": _TABLE_GIVEN,
    "Cannot mutate": _TABLE_GIVEN,
    "Unclosed array": say("syntax.list_end"),
    "Unclosed inline table": say("syntax.table_end"),
    "Illegal character": say("syntax.control_character"),
    "Found invalid character": say("syntax.control_character"),
    "Unescaped": _BACKSLASH,
    "Invalid hex value": _BACKSLASH,
    "Escaped character": say("syntax.no_character"),
    "Invalid date": say("syntax.no_date"),
}
"""How the words of `tomllib` begin, and what they mean to who is no programmer."""

_IDS = say("syntax.ids")
_DECIMALS = say("syntax.decimals")
_THOUSANDS = say("syntax.thousands")
_QUOTES = say("syntax.straight_quotes")

_WAYS_OUT = {
    _NAME_USED: say("syntax.once"),
    _TABLE_GIVEN: say("syntax.one_header"),
    _BACKSLASH: say("syntax.single_quotes"),
}

_HABITS = (
    (r"\r", say("syntax.line_ends")),
    (
        r"[€$£]|\d\s*eur(?:o|os)?\b|=\s*eur(?:o|os)?\s*\d",
        say("syntax.without_sign"),
    ),
    (r"\d,-", say("syntax.without_dash")),
    (
        r"[=,\[]\s*[\d_.,]+\s*%",
        say("syntax.percentages"),
    ),
    (r"=\s*[+-]?[\d_.]+,\d", _DECIMALS),
    (r"=\s*[+-]?\d{1,3}(?:[. \u00a0\u202f'’]\d{3})+", _THOUSANDS),
    (r"=\s*[+-]?0\d", say("syntax.leading_zero")),
    (r"[“”„\u2018’«»\u2039\u203a\u2033\u201f\uff02]", _QUOTES),
    (r"=.*[\[,]\s*[a-z][^\"'=]*$", say("syntax.quotes_in_list")),
)
"""What people write out of habit, and how TOML has it."""

_NO_DIGIT = re.compile(r"[=,\[]\s*([+-]?)\.(\d+)")
"""A number that begins with its decimal point."""

_AROUND = 500
"""Characters on each side of a fault that are looked at: a line may be as long as a file."""

_DATE = re.compile(
    r"=\s*(?!\d{4}-\d\d-\d\d)((?:\d{1,2}|\d{4})([-/.])\d{1,2}\2(?:\d{4}|\d{1,2}))(?![\d/.-])"
)
"""A date as people write it; a number of three parts is none."""

_COMMENT = re.compile(r"(?://|;|/\*|--)\s*\w")
_FRACTION = re.compile(r"[=,\[]\s*(\d{1,9})\s*/\s*(\d{1,9})(?![\d/])")
_APOSTROPHE = re.compile(r"'[a-z]\b(?!')", re.IGNORECASE)
"""How `'s-Gravenwezel` and `'t Zand` begin."""

_QUOTED = re.compile(
    r"""
    "{3}(?:\\.|[^\\])*?"{3,5} | '{3}.*?'{3,5}       # texts over several lines
    | "(?!"")(?:\\.|[^"\\\n])*" | '(?!'')[^'\n]*'   # and on one
    | \#[^\n]*
    | ("{3}|'{3}|["'])                              # a quote that nothing closes
    """,
    re.DOTALL | re.VERBOSE,
)


def syntax_problem(message: str, text: str) -> Problem:
    """What `tomllib` found in a text, at its place and in plain words."""
    where = _WHERE.search(message)
    told = _WHERE.sub("", message)
    reason = next(
        (ours for theirs, ours in _WORDS.items() if told.startswith(theirs)),
        say("syntax.not_toml"),
    )
    if reason == _NO_QUOTE:
        place = _place(text, _opening_quote(text))
    elif where and where[1]:
        place = Place(int(where[1]), int(where[2]), _line(text, int(where[1])))
    else:
        place = _place(text, len(text))
    foreign = foreign_text(text, place.line)
    if foreign is not None:
        return foreign
    if reason in (_NAME_USED, _TABLE_GIVEN):
        place = place._replace(column=len(place.source) - len(place.source.lstrip()) + 1)
    return Problem(reason, hint=_way_out(reason, place), place=place)


def enormous_number(text: str) -> Problem:
    """The number of a text that is beyond what Python reads."""
    code = _QUOTED.sub(lambda found: " " * len(found[0]), text)  # texts and remarks are no numbers
    where = _FAR_TOO_LONG.search(code)
    place = _place(text, where.start() if where else 0)
    return Problem(say("syntax.enormous"), place=place)


def _place(text: str, offset: int) -> Place:
    before = text[:offset]
    line = before.count("\n") + 1
    return Place(line, len(before) - before.rfind("\n"), _line(text, line))


def _line(text: str, number: int) -> str:
    return text.split("\n")[number - 1].rstrip("\r")


def _opening_quote(text: str) -> int:
    """Where the quote stands that nothing closes, in a text that is sound before it."""
    quotes = (match.start() for match in _QUOTED.finditer(text) if match[1])
    return next(quotes, len(text))


def _way_out(reason: Message, place: Place) -> Message | None:
    """What the writer of the line probably meant."""
    at = place.column - 1
    before, rest = place.source[max(0, at - _AROUND) : at], place.source[at : at + _AROUND]
    if unseen := strange_space(place.source, at):
        return unseen
    if reason in _WAYS_OUT:
        return _WAYS_OUT[reason]
    if reason == _NO_QUOTE:
        return _closed(before, rest)
    if reason in (_NO_LINE_END, _NO_START) and _COMMENT.match(rest):
        return say("syntax.comments")
    last = re.search(r"[\w.-]+\s*$", before)
    if reason == _NO_EQUALS and last and rest.startswith(":"):
        value = _first(rest[1:], inside=_is_inside(before))
        return say("syntax.write", written=f"{last[0].strip()} = {value}")
    code = (before + rest).partition("#")[0]
    return (
        _habit(code)
        or _named(reason, code.strip())
        or _valued(reason, code, rest.strip())
        or strange_mark(place.source, at)
    )


def _habit(code: str) -> Message | None:
    """How TOML has what people write out of habit; None where there is none of it."""
    if date := _DATE.search(code):
        return written_date(date[1])
    for habit, hint in _HABITS:
        if re.search(habit, code, re.IGNORECASE):
            return hint
    if match := _NO_DIGIT.search(code):
        return say("syntax.digit_first", number=f"{match[1]}0.{match[2]}")
    fraction = _FRACTION.search(code)
    if fraction and int(fraction[2]):
        decimals = _decimals(int(fraction[1]), int(fraction[2]))
        return say("syntax.fractions", decimals=decimals)
    return None


def _decimals(above: int, below: int) -> str:
    """A fraction with ten decimals, or fewer where they say it all.

    >>> _decimals(1, 3), _decimals(2, 4)
    ('0.3333333333', '0.5')
    """
    whole, rest = divmod((2 * above * 10**10 + below) // (2 * below), 10**10)
    return f"{whole}.{rest:010}".rstrip("0").rstrip(".")


def _named(reason: Message, code: str) -> Message | None:
    """What is wrong with the name that a line begins with."""
    name = code.partition("=")[0].strip()
    if reason == _NO_NAME and code.endswith(("{", ",", ",}", ", }")):
        return say("syntax.on_one_line")
    if reason == _NO_BRACKET and re.fullmatch(r"\[\[?[\w.-]+", code):
        return say("syntax.close", written=code + "]" * code.count("["))
    if reason in (_NO_EQUALS, _NO_BRACKET, _NO_NAME, _NO_START) and re.search(
        r"[^\x00-\x7f]|\w\s+\w", name
    ):
        return _IDS
    return None


def _is_inside(before: str) -> bool:
    """Whether a line stops within a list or a table between braces, by what stands before."""
    return re.search(r"[\[{]", before) is not None


def _first(rest: str, *, inside: bool) -> str:
    """The rest of a line without its comment, or within a list or table up to the next entry."""
    return clipped(re.split(r"[#,\]}]" if inside else "#", rest)[0].strip(" \t,"))


def _valued(reason: Message, code: str, rest: str) -> Message | None:
    """What is wrong with the value of a line."""
    name, _, value = (each.strip() for each in code.partition("="))
    if reason == _NO_LINE_END and rest in (",", ";"):
        return say("syntax.line_without", mark=rest)
    if value.startswith("'") and '"' not in value and _APOSTROPHE.search(value):
        return _between_double_quotes(value[1:-1] if value.startswith("''") else value)
    if re.fullmatch(r"[A-Za-z][^\"']*", value):
        return say("syntax.quotes", written=f'{clipped(name)} = "{clipped(value)}"')
    return None


def _closed(before: str, rest: str) -> Message:
    """How to write a text or a name whose quote nothing closes."""
    if rest.startswith(('"""', "'''")):
        return say("syntax.close_with", mark=rest[:3])
    if re.search(r"[“”„]", rest):
        return _QUOTES
    text = _first(rest[1:], inside=_is_inside(before))
    if not _APOSTROPHE.match(rest):
        return say("syntax.close", written=f"{rest[0]}{text}{rest[0]}")
    if before.lstrip().startswith("[") or "=" in text:
        return say("syntax.id_without_apostrophe", id=nearest_id(text.partition("=")[0]))
    return _between_double_quotes(f"'{text}")


def _between_double_quotes(text: str) -> Message:
    return say("syntax.double_quotes", written=f'"{clipped(text)}"')
