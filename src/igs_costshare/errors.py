"""Problems of a description, as values: what is wrong, where, and the way out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal, NamedTuple

from igs_costshare.messages import Message

Path = tuple[str | int, ...]
"""Where something stands in a description: `("partner", "stad", "units")`."""

Severity = Literal["error", "warning"]

_SHOWN = 100
"""Characters of a source line that are shown: what fits beside its number on a terminal."""

_LONGEST = 40
"""Characters of a name or a text that a message quotes."""

_PLAIN = re.compile(r"[\w-]+|\*")


def dotted(path: Path) -> str:
    """The path as users write it, with quotes where a name would be unclear without.

    >>> dotted(("contribution", "rate", "inhabitants", 0, "up_to"))
    'contribution.rate.inhabitants[0].up_to'
    >>> dotted(("cost", "rent and energy", "amount"))
    'cost."rent and energy".amount'
    """
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            name = clipped(part) if _PLAIN.fullmatch(part) else f'"{clipped(part)}"'
            text += f".{name}" if text else name
    return text


def clipped(text: str) -> str:
    """The text, cut off where it is too long for a message."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


class Place(NamedTuple):
    """A place in a file; line and column count characters from 1."""

    line: int
    column: int
    source: str
    """The whole line of the file."""


class Problem(NamedTuple):
    """One thing that is wrong with a description, or (a warning) that deserves a look."""

    message: Message | str
    path: Path = ()
    hint: Message | str | None = None
    at_key: bool = False
    """The fault lies in the name at the end of the path, not in its value."""
    severity: Severity = "error"
    origin: str = ""
    """The file, or `--set ARGUMENT`, that brought it in; empty until the reader knows."""
    place: Place | None = None

    def sentence(self) -> str:
        """Path and message: `day_price.occupancy: must be at most 1, got 1.2`."""
        return visible(f"{dotted(self.path)}: {self.message}" if self.path else str(self.message))

    def text(self) -> str:
        """The problem in full: place, what is wrong, the source line with a caret, the hint."""
        where = self.origin
        if self.place:
            where += f":{self.place.line}:{self.place.column}"
        where = f"{visible(where)}: " if where else ""
        lines = [f"{self.severity}: {where}{self.sentence()}"]
        if self.place and self.place.source.strip():
            lines += excerpt(self.place)
        if self.hint:
            lines.append(f"hint: {visible(str(self.hint))}")
        return "\n".join(lines)


class InputError(ValueError):
    """A description cannot be used; `problems` holds every reason, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n\n".join(problem.text() for problem in self.problems))


@contextmanager
def gathered(problems: list[Problem]) -> Iterator[None]:
    """Add the problems of an `InputError` to others, so that all are told together."""
    try:
        yield
    except InputError as error:
        problems += error.problems


def visible(text: str) -> str:
    """The text with control, surrogate and direction characters made harmless and visible."""
    return _HIDDEN.sub(_escaped, text)


def is_hidden(character: str) -> bool:
    """Whether a character could move the cursor, break the line or turn the reading direction."""
    return hidden_in(character) != ""


def hidden_in(text: str) -> str:
    """The first such character of a text; empty where it has none."""
    found = _HIDDEN.search(text)
    return found[0] if found else ""


_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, surrogates, line and paragraph separators, and marks of direction."""


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def excerpt(place: Place) -> list[str]:
    """The source line with its number and a caret under the column, cut to what can be read."""
    start = max(0, place.column - 1 - _SHOWN // 2) if len(place.source) > _SHOWN else 0
    before = visible(place.source[start : place.column - 1].replace("\t", " "))
    after = visible(place.source[place.column - 1 : start + _SHOWN].replace("\t", " "))
    number = str(place.line)
    return [
        f"{number} | {before}{after}".rstrip(),
        f"{' ' * len(number)} | {' ' * _width(before)}^",
    ]


def _width(text: str) -> int:
    """Columns of a terminal that the text takes."""
    return sum(
        0
        if unicodedata.category(character) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )
