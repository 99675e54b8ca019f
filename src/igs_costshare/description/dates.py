"""Days of the calendar in a description, and how TOML has one that is written otherwise."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, TypeGuard

from igs_costshare.description.fault import Checked, fault
from igs_costshare.messages import Message, Toml, say


def _date(value: object) -> date:
    if is_day(value):
        return value
    hint = written_date(value if isinstance(value, str) else "")
    raise fault(say("fault.no_date", got=Toml(value)), hint)


def written_date(text: str) -> Message:
    """How TOML has a date that people write in another way; an example where that is unclear.

    >>> written_date("1/2/2026") == say("fault.dates", written="2026-02-01")
    True
    """
    parts = re.fullmatch(r"([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})", text.strip())
    first, month, last = map(int, parts.groups()) if parts else (0, 0, 0)
    year, day = (first, last) if first > _MOST_DAYS else (last, first)
    try:
        meant = date(year, month, day) if year > _TWO_DIGITS else _SOME_DATE
    except ValueError:  # 31/02, or the month before the day
        meant = _SOME_DATE
    return say("fault.dates", written=meant.isoformat())


_MOST_DAYS = 31
_TWO_DIGITS = 999
"""Years of fewer than four digits may be of any century."""
_SOME_DATE = date(2025, 12, 31)

Date = Annotated[date, Checked(_date, {"type": "string", "format": "date"})]
"""A day of the calendar, without a time."""


def is_day(value: object) -> TypeGuard[date]:
    """Whether a value is a day of the calendar, without a time."""
    return isinstance(value, date) and not isinstance(value, datetime)


DAY = date
"""What such a day is to a program."""
