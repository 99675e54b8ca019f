"""A value as TOML writes it, short enough for a message."""

from __future__ import annotations

from decimal import Decimal

from igs_costshare.description.literal import literal
from igs_costshare.messages import Message, say

_LONGEST_NUMBER = 10**30


def toml_text(value: object) -> str | Message:
    """A value as TOML writes it; of what is too long to quote, what it is."""
    if isinstance(value, int) and abs(value) >= _LONGEST_NUMBER:
        return say("value.long_number")
    if isinstance(value, str | int | Decimal):
        return literal(value)
    if isinstance(value, dict):
        return say("value.table")
    if isinstance(value, list):
        return say("value.list")
    return str(value)
