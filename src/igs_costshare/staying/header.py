"""The first row of a register: which column is which, and columns that it should not have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from igs_costshare.errors import InputError, Place, Problem, hidden_in
from igs_costshare.messages import Message, say
from igs_costshare.staying.cells import Column
from igs_costshare.staying.private import is_like_a_date, may_identify

_COLUMNS: dict[str, Column] = {
    "unit": "unit",
    "woning": "unit",
    "owner": "owner",
    "eigenaar": "owner",
    "referrer": "referrer",
    "doorverwijzer": "referrer",
    "toeleider": "referrer",
    "persons": "persons",
    "personen": "persons",
    "from": "from",
    "van": "from",
    "aankomst": "from",
    "until": "until",
    "tot": "until",
    "vertrek": "until",
    "stay": "stay",
    "verblijf": "stay",
}
_SYNONYMS: dict[str, str] = {
    # Dutch
    "huis": "woning",
    "woonst": "woning",
    "gemeente": "doorverwijzer",
    "verwijzer": "doorverwijzer",
    "noodwoning": "woning",
    "ocmw": "doorverwijzer",
    "aantal": "personen",
    "pers": "personen",
    "gezin": "personen",
    "gezinsgrootte": "personen",
    "begin": "aankomst",
    "begindatum": "aankomst",
    "start": "aankomst",
    "startdatum": "aankomst",
    "aankomstdatum": "aankomst",
    "einde": "vertrek",
    "einddatum": "vertrek",
    "vertrekdatum": "vertrek",
    "van datum": "aankomst",
    "datum van": "aankomst",
    "tot en met": "vertrek",
    "t e m": "vertrek",
    "tem": "vertrek",
    "t m": "vertrek",
    "code": "verblijf",
    "nr": "verblijf",
    "nummer": "verblijf",
    "volgnummer": "verblijf",
    "dossier": "verblijf",
    "dossiernummer": "verblijf",
    # English
    "home": "unit",
    "house": "unit",
    "municipality": "referrer",
    "household": "persons",
    "size": "persons",
    "arrival": "from",
    "departure": "until",
    "check in": "from",
    "check out": "until",
    "end": "until",
    "number": "stay",
    "no": "stay",
    # French
    "logement": "unit",
    "propriétaire": "owner",
    "commune": "referrer",
    "orienteur": "referrer",
    "ménage": "persons",
    "personnes": "persons",
    "arrivée": "from",
    "début": "from",
    "départ": "until",
    "fin": "until",
    "séjour": "stay",
}
"""Headers that registers have instead, by language, and the one that was probably meant."""
_LEAST_ALIKE = 75
"""Less like one another, two headers are two headers."""
_SHORT = 5
"""Shorter words are not compared: they are alike by chance."""
_SMALL = ("van", "from")
"""Names of columns that stand in any sentence."""
_OF_SOMEBODY = (
    *("geboort", "birth", "born", "naissance", "rijksreg", "insz", "niss", "nationali"),
    *("telefoon", "gsm", "phone", "t\u00e9l\u00e9phone", "mail", "opmerk", "remark", "remarque"),
)
"""How words begin that no column of a register has, whatever stands beside them."""
_WORD = re.compile(r"[^\W_]+")
MOST_BEFORE = 25
"""Rows among which the header is looked for."""
SEVERAL = 2
"""Known columns of a row that is a header, wherever it stands; of fewer, nothing is repeated."""
_LONGEST = 40
"""Characters of a header that a message repeats."""


class Header(NamedTuple):
    """Which column of a register is which."""

    line: int
    named: tuple[str, ...]
    """The headers as they stand."""
    at: dict[Column, int]
    """Where the known columns stand."""

    def path(self, column: Column) -> tuple[str, ...]:
        """A column as its file calls it; by its English name where it has none."""
        return (self.named[self.at[column]],) if column in self.at else (column,)


def known_in(row: Iterable[str]) -> int:
    """How many cells of a row are headers of a register."""
    return sum(_key(cell) in _COLUMNS for cell in row)


def most_known(rows: Iterable[Iterable[str]]) -> int:
    """The most headers in any of the rows."""
    return max(map(known_in, rows), default=0)


def _key(cell: str) -> str:
    return normalize("NFC", cell.strip().casefold())


def header_of(
    rows: Sequence[Sequence[str]],
    lines: Sequence[int],
    name: str,
    others: Callable[[], Sequence[int]] = list,
    *,
    referrer: bool,
) -> tuple[Header, int, list[Problem]]:
    """The header, how many rows come before the stays, and what is wrong with it.

    `others` are the sheets that have one too. Raises `InputError` where no row can be one, or where
    a column is missing.
    """
    filled = [at for at, row in enumerate(rows[:MOST_BEFORE]) if any(map(str.strip, row))]
    if not filled:
        _only_the_first(others(), name)
        raise InputError([Problem(say("register.empty"), hint=_WRITE, origin=name)])
    first = filled[0]
    best = max(filled, key=lambda at: known_in(rows[at]))
    if best != first and known_in(rows[best]) >= SEVERAL > known_in(rows[first]):
        message = say("register.header_below", line=lines[best])
        raise _refusal(message, say("register.take_out_above"), name, lines[first])
    if not known_in(rows[first]):
        _only_the_first(others(), name)
        if _is_separated_otherwise(rows[first]):
            raise _refusal(say("register.separator"), say("register.separate"), name, lines[first])
        raise _refusal(say("register.no_header"), _WRITE, name, lines[first])
    header = _header(rows[first], lines[first])
    problems = list(_wrong_in(header, name))
    missing = [column for column in _needed(header, referrer=referrer) if column not in header.at]
    if missing:
        suggested = {_suggested(header, cell) for cell in header.named}
        told = (column for column in missing if not suggested & _instead_of(column))
        raise InputError(problems + [_is_missing(column, header, name) for column in told])
    return header, first + 1, problems


def _is_separated_otherwise(row: Sequence[str]) -> bool:
    """Whether a mark that separates no cells makes headers of a row."""
    text = " ".join(row)
    marks = {sign for sign in text if not sign.isalnum()}
    return any(known_in(text.split(mark)) >= SEVERAL for mark in marks)


def _only_the_first(others: Sequence[int], name: str) -> None:
    """Refuses a workbook of which only another sheet names the columns."""
    if others:
        message = say("register.on_another_sheet", sheet=str(others[0]))
        raise InputError([Problem(message, hint=say("register.bring_forward"), origin=name)])


_WRITE = say("register.write_headers")


def _refusal(message: Message, hint: Message, name: str, line: int) -> InputError:
    return InputError([Problem(message, hint=hint, origin=name, place=Place(line, 0, ""))])


def _header(row: Sequence[str], line: int) -> Header:
    at: dict[Column, int] = {}
    for position, cell in enumerate(row):
        if column := _COLUMNS.get(_key(cell)):
            at.setdefault(column, position)
    return Header(line, tuple(cell.strip() for cell in row), at)


def _wrong_in(header: Header, name: str) -> Iterator[Problem]:
    place = Place(header.line, 0, "")
    for position, cell in enumerate(header.named):
        column = _COLUMNS.get(_key(cell))
        if column is None and cell:
            message: Message = say("register.unknown_column")
            path: tuple[str, ...] = (cell,)
            if len(header.at) < SEVERAL or not _can_be_quoted(cell):
                message, path = say("register.unknown_column_at", number=position + 1), ()
            yield Problem(message, path, _hint(header, cell), origin=name, place=place)
        elif column is not None and header.at[column] != position:
            message = say("register.column_twice", first=header.named[header.at[column]])
            yield Problem(message, (cell,), say("register.keep_one"), origin=name, place=place)


def _can_be_quoted(cell: str) -> bool:
    told = may_identify(cell) or is_like_a_date(cell) or hidden_in(cell)
    return not told and len(cell) <= _LONGEST


def _hint(header: Header, cell: str) -> Message:
    """To leave a column out; or to call it as it was meant, where that column is not there yet."""
    meant = _suggested(header, cell)
    if meant is None:
        return say("register.leave_out")
    return say("register.rename", column=meant, holds=_HOLDS[_COLUMNS[meant]])


def _suggested(header: Header, cell: str) -> str | None:
    """The header that was probably meant by another; None without one."""
    if _key(cell) in _COLUMNS or not _can_be_quoted(cell):
        return None
    meant = _meant(_WORD.findall(_key(cell)))
    return next((each for each in meant if _COLUMNS[each] not in header.at), None)


def _meant(words: list[str]) -> Iterator[str]:
    """The headers that may be meant by the words of one, the most likely first."""
    if any(word.startswith(_OF_SOMEBODY) for word in words):
        return
    key = " ".join(words)
    if key in _SYNONYMS:
        yield _SYNONYMS[key]
        return
    known = [word for word in words if word in _COLUMNS and (word not in _SMALL or word == key)]
    if known:
        yield from known
        return
    yield from _near(key)
    yield from (_SYNONYMS[word] for word in words if word in _SYNONYMS)
    for word in words:
        yield from _near(word)


def _near(word: str) -> list[str]:
    from difflib import get_close_matches

    cutoff = _LEAST_ALIKE / 100
    return get_close_matches(word, _COLUMNS, n=1, cutoff=cutoff) if len(word) >= _SHORT else []


_HOLDS: dict[Column, Message] = {
    "unit": say("register.holds_unit"),
    "owner": say("register.holds_owner"),
    "referrer": say("register.holds_referrer"),
    "persons": say("register.holds_persons"),
    "from": say("register.holds_from"),
    "until": say("register.holds_until"),
    "stay": say("register.holds_stay"),
}
"""What a column is there for."""


def _needed(header: Header, *, referrer: bool) -> list[Column]:
    """The columns that have to be there: either of those of homes, and most others."""
    needed: list[Column] = ["persons", "from", "until"]
    if "owner" not in header.at:
        needed.insert(0, "unit")
    return ["referrer", *needed] if referrer else needed


def _instead_of(column: Column) -> set[str | None]:
    """The headers of a column, and of the one that may stand in its place."""
    either = {"unit", "owner"} if column == "unit" else {column}
    return {header for header, each in _COLUMNS.items() if each in either}


def _is_missing(column: Column, header: Header, name: str) -> Problem:
    message = say("register.missing_column", column=_NAMED[column])
    return Problem(message, (), _WRITE, origin=name, place=Place(header.line, 0, ""))


_NAMED: dict[Column, Message] = {
    "unit": say("register.named_unit"),
    "referrer": say("register.named_referrer"),
    "persons": say("register.named_persons"),
    "from": say("register.named_from"),
    "until": say("register.named_until"),
}
"""The columns that may be missing, by their headers."""
