"""The first row of a register: which column is which, and columns that it should not have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

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
    "ocmw": "doorverwijzer",
    "verwijzer": "doorverwijzer",
    "aantal": "personen",
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
    "code": "verblijf",
    # English
    "home": "unit",
    "house": "unit",
    "municipality": "referrer",
    "household": "persons",
    "size": "persons",
    "arrival": "from",
    "departure": "until",
    "end": "until",
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
    return cell.strip().casefold()


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
        raise _refusal(say("register.no_header"), _WRITE, name, lines[first])
    header = _header(rows[first], lines[first])
    problems = list(_wrong_in(header, name))
    missing = list(_missing(header, name, referrer=referrer))
    if missing:
        raise InputError(problems + missing)
    return header, first + 1, problems


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
            hint = _hint(header, cell) if path else say("register.leave_out")
            yield Problem(message, path, hint, origin=name, place=place)
        elif column is not None and header.at[column] != position:
            message = say("register.column_twice", first=header.named[header.at[column]])
            yield Problem(message, (cell,), say("register.keep_one"), origin=name, place=place)


def _can_be_quoted(cell: str) -> bool:
    told = may_identify(cell) or is_like_a_date(cell) or hidden_in(cell)
    return not told and len(cell) <= _LONGEST


def _hint(header: Header, cell: str) -> Message:
    """To leave a column out; or to call it as it was meant, where that column is not there yet."""
    from difflib import get_close_matches

    key = _key(cell)
    near = get_close_matches(key, _COLUMNS, n=1, cutoff=_LEAST_ALIKE / 100)
    for meant in (_SYNONYMS.get(key), *near):
        if meant is not None and _COLUMNS[meant] not in header.at:
            return say("register.leave_out_or", column=meant)
    return say("register.leave_out")


def _missing(header: Header, name: str, *, referrer: bool) -> Iterator[Problem]:
    needed: list[Column] = ["persons", "from", "until"]
    if "unit" not in header.at and "owner" not in header.at:
        needed.insert(0, "unit")
    if referrer:
        needed.insert(0, "referrer")
    for column in needed:
        if column not in header.at:
            place = Place(header.line, 0, "")
            message = say("register.missing_column", column=_NAMED[column])
            yield Problem(message, (), _WRITE, origin=name, place=place)


_NAMED: dict[Column, Message] = {
    "unit": say("register.named_unit"),
    "referrer": say("register.named_referrer"),
    "persons": say("register.named_persons"),
    "from": say("register.named_from"),
    "until": say("register.named_until"),
}
"""The columns that may be missing, by their headers."""
