"""What single cells of a register say: days, persons, codes; or what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from string import ascii_letters, digits
from typing import Generic, Literal, NamedTuple, TypeVar

from igs_costshare.messages import Message, say
from igs_costshare.staying.private import can_be_quoted, form_may_identify, identifies
from igs_costshare.staying.unread import ERROR, MERGED, UNSAVED

Column = Literal["unit", "owner", "referrer", "persons", "from", "until", "stay"]
"""A column of a register, by its English name."""

STILL_THERE = date.max.toordinal() + 1
"""The day of departure of who has not left: later than any other."""


class Fault(NamedTuple):
    """What is wrong with a cell of a column."""

    column: Column
    message: Message
    hint: Message | None = None


_K = TypeVar("_K")
_V = TypeVar("_V")


class Cells(dict[_K, "_V | None"], Generic[_K, _V]):
    """What each content of a column comes to, worked out once; None where it is faulty."""

    def __init__(self, read: Callable[[_K], _V | Fault]) -> None:
        super().__init__()
        self._read = read
        self.faulty = False
        """Whether any content so far was."""

    def __missing__(self, cell: _K) -> _V | None:
        """The value of a content that is met for the first time."""
        found = self._read(cell)
        value = None if isinstance(found, Fault) else found
        self[cell] = value
        self.faulty |= value is None
        return value


# ------------------------------------------------------------------ cells without a value

_UNREAD = {kind: f"\0{kind}" for kind in (ERROR, UNSAVED, MERGED)}
_ERRORS = re.compile(r"#(?:N/[A-Z]|[A-Z\u00c90/]+[!?])|(?:Err|Fout|Erreur):[0-9]{3}")
"""What spreadsheet programs write for an error, in the languages of the country and in English."""


def cell_without_value(kind: int) -> str:
    """What stands in a row for a cell that has no value: no text that a file may hold."""
    return _UNREAD[kind]


def unread(cell: str, column: Column) -> Fault | None:
    """That a cell has no value, where it has none."""
    if cell == _UNREAD[UNSAVED]:
        return Fault(column, say("register.unsaved_formula"), say("register.open_and_save"))
    if cell == _UNREAD[MERGED]:
        return Fault(column, say("register.merged_cell"), say("register.unmerge_cells"))
    if cell == _UNREAD[ERROR] or _ERRORS.fullmatch(cell.strip()):
        return Fault(column, say("register.error_cell"), say("register.mend_formula"))
    return None


# ------------------------------------------------------------------ days

_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ]'?[0-9]{2}")
_SERIAL = re.compile(r"[0-9]{5}(?:[.,][0-9]+)?")
_MIDNIGHT = re.compile(r"[T ]+0{1,2}:00(?::00(?:[.,]0+)?)?$")
"""What a spreadsheet program adds to a day that it writes as a time."""
_WITH_TIME = re.compile(r"[0-9/.-]+[T ]+[0-9]{1,2}:[0-9]{2}.*")
_HOW = say("register.write_days")
_NOT_A_DAY = say("register.not_a_day")
MONTH_FIRST = say("register.month_first")
"""That a day is one with its month in front only, as English programs write it."""


def arrival(cell: str) -> int | Fault:
    """The number of the day of arrival in the calendar."""
    return _day(cell, "from")


def departure(cell: str) -> int | Fault:
    """The number of the day of departure; `STILL_THERE` where there is none."""
    return _day(cell, "until") if cell.strip() else STILL_THERE


def _day(cell: str, column: Literal["from", "until"]) -> int | Fault:
    text = _MIDNIGHT.sub("", cell.strip()) if ":" in cell else cell.strip()
    try:
        if found := _YEAR_FIRST.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3])).toordinal()
        if found := _DAY_FIRST.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1])).toordinal()
    except ValueError:
        if found and _is_day(found[3], found[1], found[2]):
            return Fault(column, MONTH_FIRST, say("register.save_year_first"))
        return Fault(column, say("register.not_in_calendar"), _HOW)
    message, hint = _no_day(text)
    if column == "until" and message == _NOT_A_DAY:
        hint = say("register.leave_empty")
    return Fault(column, message, hint)


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _no_day(text: str) -> tuple[Message, Message]:
    """What a cell without a day seems to be, and the way out."""
    if not text:
        return say("register.no_day"), _HOW
    if _SHORT_YEAR.fullmatch(text):
        return say("register.short_year"), _HOW
    if _SERIAL.fullmatch(text):
        return say("register.serial_day"), say("register.as_dates")
    if _WITH_TIME.fullmatch(text):
        return say("register.with_time"), _HOW
    return _NOT_A_DAY, _HOW


# ------------------------------------------------------------------ persons

MOST_PERSONS = 99
_WHOLE = re.compile(r"[+-]?[0-9]+")


def persons(cell: str) -> int | Fault:
    """The size of a household."""
    text = cell.strip()
    if not text:
        return Fault("persons", say("register.no_persons"), say("register.write_persons"))
    if not _WHOLE.fullmatch(text) or not text.isascii():
        return Fault("persons", say("register.not_whole"), say("register.write_persons"))
    number = text.lstrip("+-").lstrip("0")
    if not number or text.startswith("-"):
        return Fault("persons", say("register.at_least_one"))
    if len(number) > len(str(MOST_PERSONS)):
        return Fault("persons", say("register.too_many_persons", most=MOST_PERSONS))
    return int(number)


# ------------------------------------------------------------------ codes

MOST_IN_CODE = 20
_CODE = re.compile(rf"[A-Za-z0-9._-]{{0,{MOST_IN_CODE}}}")
_FORM = str.maketrans(digits + ascii_letters, "0" * len(digits) + "a" * len(ascii_letters))
"""Codes of one form differ in their digits and letters only: there are few forms."""


def are_codes(cells: Sequence[str], year: int) -> bool:
    """Whether each cell is a code that says nothing of a person, or empty."""
    forms = "\n".join(cells).translate(_FORM).split("\n")
    each_once = set(forms)
    if len(forms) != len(cells) or not all(map(_CODE.fullmatch, each_once)):
        return False
    doubtful = set(filter(form_may_identify, each_once))
    if not doubtful:
        return True
    told = (cell for cell, form in zip(cells, forms, strict=True) if form in doubtful)
    return identifies("\n".join(told), year) is None


def code_fault(cell: str, year: int) -> Fault | None:
    """What is wrong with the code of a stay; the message never repeats it."""
    text = cell.strip()
    said = identifies(text, year)
    if said:
        return Fault("stay", said, say("register.code_of_no_person"))
    if not _CODE.fullmatch(text):
        return Fault("stay", say("register.no_code", most=MOST_IN_CODE))
    return None


def quoted(cell: str, *, alike: bool) -> str | None:
    """The cell as a message may quote it; None where it may not.

    `alike`: whether it resembles a name that is known.
    """
    text = cell.strip()
    return text if can_be_quoted(text, alike=alike) else None
