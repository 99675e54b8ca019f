"""What may tell who somebody is: such a cell is refused, and no message repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igs_costshare.messages import Message, say

_REGISTER_NUMBER = re.compile(r"(?<![0-9])(?=([0-9](?:[ ._/-]*[0-9]){10})(?![0-9]))")
"""Eleven digits, whatever stands between them; within other signs too, but in no longer number."""
_YEAR, _MONTH, _DAY = (
    "(?P<year>(?:19|20)[0-9]{2})",
    "(?:0?[1-9]|1[0-2])",
    "(?:0?[1-9]|[12][0-9]|3[01])",
)
_MM, _DD = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_DATES = (
    re.compile(rf"(?<![0-9])(?={_YEAR}(?P<mark>[ ._/-]){_MONTH}(?P=mark){_DAY}(?![0-9]))"),
    re.compile(rf"(?<![0-9])(?={_DAY}(?P<mark>[ ._/-]){_MONTH}(?P=mark){_YEAR}(?![0-9]))"),
    re.compile(rf"(?<![0-9])(?={_YEAR}{_MM}{_DD}(?![0-9]))"),
    re.compile(rf"(?<![0-9])(?={_DD}{_MM}{_YEAR}(?![0-9]))"),
)
"""A full date, the year first or last, since 1900: who was born before stays nowhere."""
_FORMS = re.compile(
    r"(?<!0)(?:0{4}([ ._/-])0{1,2}\1(?:0{1,2})(?!0)"
    r"|0{1,2}([ ._/-])0{1,2}\2(?:0{4})(?!0)"
    r"|0{8}(?!0)"
    r"|0(?:[ ._/-]*0){10}(?!0))"
)
"""How a date or a register number looks in a text of which each digit is a 0."""
_MANY_DIGITS = re.compile(r"[0-9](?:[^0-9\n]*[0-9]){5}")
_LIKE_AN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,11}")
_MOST_DIGITS = 5
"""Digits of a cell that is quoted: those of a NIS code; dates and numbers of people have more."""
_BORN_SINCE_2000 = 2 * 10**9


def may_identify(text: str) -> bool:
    """Whether a text has as many digits as a date, or more."""
    return _MANY_DIGITS.search(text) is not None


def form_may_identify(form: str) -> bool:
    """Whether a code of that form (each digit a 0) may be one of those that `identifies` tells."""
    return _FORMS.search(form) is not None


def identifies(text: str, year: int) -> Message | None:
    """What a code, or any of some lines of codes, says of a person; None where it says nothing.

    A national register number (of those born since 2000, and BIS numbers, too), or a full date
    two years or more before the year.
    """
    if any(map(_has_check_digits, _numbers_in(text))):
        return say("register.national_number")
    if any(int(found["year"]) <= year - 2 for form in _DATES for found in form.finditer(text)):
        return say("register.birth_date")
    return None


def _numbers_in(text: str) -> Iterator[str]:
    for found in _REGISTER_NUMBER.finditer(text):
        yield re.sub("[^0-9]", "", found[1])


def _has_check_digits(digits: str) -> bool:
    """Whether the last two digits are 97 less the remainder of the others."""
    number, check = int(digits[:9]), int(digits[9:])
    return check in (97 - number % 97, 97 - (_BORN_SINCE_2000 + number) % 97)


def can_be_quoted(cell: str) -> bool:
    """Whether a message may repeat a cell: it looks like an id, not like a person or a date."""
    return _LIKE_AN_ID.fullmatch(cell) is not None and sum(map(str.isdigit, cell)) <= _MOST_DIGITS
