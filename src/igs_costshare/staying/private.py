"""What may tell who somebody is: such a cell is refused, and no message repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igs_costshare.messages import Message, say

_REGISTER_NUMBER = re.compile(r"(?<![0-9])(?=([0-9](?:[ ._/-]*[0-9]){10})(?![0-9]))")
"""Eleven digits, whatever stands between them; within other signs too, but in no longer number."""
_YEAR_FIRST = re.compile(r"(?<![0-9])(?=([0-9]{4})([ ._/-]?)([0-9]{1,2})\2([0-9]{1,2})(?![0-9]))")
_DAY_FIRST = re.compile(r"(?<![0-9])(?=([0-9]{1,2})([ ._/-]?)([0-9]{1,2})\2([0-9]{4})(?![0-9]))")
_EIGHT_DIGITS = re.compile(r"[0-9](?:[^0-9\n]*[0-9]){7}")
_LIKE_AN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,11}")
_MOST_DIGITS = 5
"""Digits of a cell that is quoted: those of a NIS code; dates and numbers of people have more."""
_FIRST_YEAR = 1900
"""Before it, nobody was born who stays anywhere: such digits are a number."""
_BORN_SINCE_2000 = 2 * 10**9


def may_identify(text: str) -> bool:
    """Whether a text (of lines) has as many digits as a date or a register number in any line."""
    return _EIGHT_DIGITS.search(text) is not None


def identifies(text: str, year: int) -> Message | None:
    """What a code says of a person, as a message; None where it says nothing.

    A national register number (of those born since 2000, and BIS numbers, too), or a full date
    two years or more before the year.
    """
    if any(map(_has_check_digits, _numbers_in(text))):
        return say("register.national_number")
    if any(day <= year - 2 for day in _years_in(text)):
        return say("register.birth_date")
    return None


def _numbers_in(text: str) -> Iterator[str]:
    for found in _REGISTER_NUMBER.finditer(text):
        yield re.sub("[^0-9]", "", found[1])


def _has_check_digits(digits: str) -> bool:
    """Whether the last two digits are 97 less the remainder of the others."""
    number, check = int(digits[:9]), int(digits[9:])
    return check in (97 - number % 97, 97 - (_BORN_SINCE_2000 + number) % 97)


def _years_in(text: str) -> Iterator[int]:
    """The years of all full dates in a text, the year first or last."""
    for found in _YEAR_FIRST.finditer(text):
        yield from _year(found[1], found[3], found[4])
    for found in _DAY_FIRST.finditer(text):
        yield from _year(found[4], found[3], found[1])


def _year(year: str, month: str, day: str) -> Iterator[int]:
    if int(year) >= _FIRST_YEAR and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        yield int(year)


def can_be_quoted(cell: str) -> bool:
    """Whether a message may repeat a cell: it looks like an id, not like a person or a date."""
    return _LIKE_AN_ID.fullmatch(cell) is not None and sum(map(str.isdigit, cell)) <= _MOST_DIGITS
