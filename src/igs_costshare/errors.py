"""Problems of a description, as values: what is wrong, where, and the way out."""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Literal, NamedTuple

from igs_costshare.messages import Message, say

Path = tuple[str | int, ...]
"""Where something stands in a description: `("partner", "stad", "units")`."""

STDIN_NAME = "<stdin>"
"""What standard input is called where programs read it; people read it in their language."""

Severity = Literal["error", "warning"]

_SHOWN = 100
"""Characters of a source line that are shown: what fits beside its number on a terminal."""

_LONGEST = 40
"""Characters of a name or a text that a message quotes."""

_PLAIN = re.compile(r"[\w-]+|\*")


def dotted(path: Path) -> str:
    """The path as users write it, with quotes where a name would be unclear without.

    What `reading.overrides.path_of` reads back, where no name is cut off.

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
            name = clipped(part) if _PLAIN.fullmatch(part) else _quoted(clipped(part))
            text += f".{name}" if text else name
    return text


def _quoted(name: str) -> str:
    """The name between quotes, as TOML has it."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{visible(escaped)}"'


def clipped(text: str) -> str:
    """The text, cut off where it is too long for a message."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


class Place(NamedTuple):
    """A place in a file; line and column count characters from 1.

    A place in a register is a line without a column and without its text, which nobody repeats.
    """

    line: int
    column: int
    source: str
    """The whole line of the file."""


class Problem(NamedTuple):
    """One thing that is wrong with a description, or (a warning) that deserves a look."""

    message: Message
    path: Path = ()
    hint: Message | None = None
    at_key: bool = False
    """The fault lies in the name at the end of the path, not in its value."""
    severity: Severity = "error"
    origin: str = ""
    """The file, or `--set ARGUMENT`, that brought it in; empty until the reader knows."""
    place: Place | None = None


class InputError(ValueError):
    """A description cannot be used; `problems` holds every reason, in file order.

    It has a text, in English, where it leaves the library (`wording.problems.told_in_english`);
    the command tells the problems in the language of whoever reads them.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)


MOST_PROBLEMS = 10_000
"""Problems that are told of one file: nobody reads more at once."""


def first_few(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that are told, and one more where there are more."""
    return list(islice(problems, MOST_PROBLEMS + 1))


def cut_off(problems: tuple[Problem, ...], name: str) -> tuple[Problem, ...]:
    """The first problems, with a last one that says so where there are more."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    more = say("reference.more_problems", told=MOST_PROBLEMS)
    # Those of a register were cut off before, and are more in that file.
    origin = next((each.origin for each in problems if each.message == more), name)
    return (*problems[:MOST_PROBLEMS], Problem(more, origin=origin))


@contextmanager
def gathered(problems: list[Problem]) -> Iterator[None]:
    """Add the problems of an `InputError` to others, so that all are told together."""
    try:
        yield
    except InputError as error:
        problems += error.problems


def reason_of(error: OSError) -> Message:
    """Why the system cannot read or write something; an error that is rare has its number only."""
    return _REASONS.get(error.errno or 0) or say("system.other", number=str(error.errno))


_REASONS = {
    errno.EBADF: say("system.closed"),
    errno.EBUSY: say("system.busy"),
    errno.EDQUOT: say("system.quota"),
    errno.EFBIG: say("system.too_large"),
    errno.EINVAL: say("system.invalid"),
    errno.EIO: say("system.input_output"),
    errno.EISDIR: say("system.folder"),
    errno.ELOOP: say("system.loop"),
    errno.EMFILE: say("system.too_many_files"),
    errno.ENAMETOOLONG: say("system.name_too_long"),
    errno.ENOENT: say("system.nothing_there"),
    errno.ENOSPC: say("system.no_space"),
    errno.ENOTDIR: say("system.no_folder"),
    errno.ENXIO: say("system.no_device"),
    errno.EACCES: say("system.not_allowed"),
    errno.EPERM: say("system.not_permitted"),
    errno.EROFS: say("system.read_only"),
}
"""What goes wrong with files, by the number that every system gives it."""


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
