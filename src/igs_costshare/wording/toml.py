"""A value as TOML writes it, short enough for a message."""

from __future__ import annotations

from decimal import Decimal

from igs_costshare.errors import clipped
from igs_costshare.messages import Message, say

_NOT_FINITE = {"Infinity": "inf", "-Infinity": "-inf", "NaN": "nan", "-NaN": "-nan"}
_LONGEST_NUMBER = 10**30


def toml_text(value: object) -> str | Message:
    """A value as TOML writes it; of what is too long to quote, what it is."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value) if abs(value) < _LONGEST_NUMBER else say("value.long_number")
    if isinstance(value, Decimal):
        return clipped(str(value) if value.is_finite() else _NOT_FINITE[str(value)])
    if isinstance(value, str):
        return f'"{clipped(value)}"'
    if isinstance(value, dict):
        return say("value.table")
    if isinstance(value, list):
        return say("value.list")
    return str(value)
