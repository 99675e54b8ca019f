"""Single values as TOML writes them: the same in every language."""

from __future__ import annotations

from decimal import Decimal

from igs_costshare.errors import clipped

_NOT_FINITE = {"Infinity": "inf", "-Infinity": "-inf", "NaN": "nan", "-NaN": "-nan"}


def literal(value: str | int | Decimal) -> str:
    """A text or a number as it stands in a file, cut off where it is too long for a message.

    >>> literal("stad"), literal(True), literal(Decimal("Infinity"))
    ('"stad"', 'true', 'inf')
    """
    if isinstance(value, str):
        return f'"{clipped(value)}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) or value.is_finite():
        return clipped(str(value))
    return _NOT_FINITE[str(value)]
