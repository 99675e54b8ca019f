"""Numbers and other values as a TOML text has them, in the way in which the file writes its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from igs_costshare.description.dates import is_day
from igs_costshare.money import rounded

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = {'"': '\\"', "\\": "\\\\"}


def written_like(actual: Fraction, before: str, decimals: int) -> str:
    """The figure as its predecessor was written: with a point, with underscores, or without.

    >>> written_like(Fraction(10404), "10_200", 2), written_like(Fraction(21, 2), "12000", 2)
    ('10_404', '10.50')
    """
    units = actual * 10**decimals
    minor = rounded(units.numerator, units.denominator, "even")
    whole, rest = divmod(abs(minor), 10**decimals)
    grouped = "_" in before or re.fullmatch(r"[+-]?[0-9]{1,3}(\.[0-9]*)?", before)
    digits = f"{whole:_}" if grouped else str(whole)
    if decimals and (rest or "." in before):
        digits += f".{rest:0{decimals}}"
    return f"-{digits}" if minor < 0 else digits


def number_like(number: Decimal, before: str) -> str:
    """A number with all its decimals, as its predecessor was written; never with three of them.

    What has three may be meant for thousands, says the reader of a file.

    >>> number_like(Decimal("1.275"), "1.25"), number_like(Decimal("1040"), "1_020.50")
    ('1.2750', '1_040.00')
    """
    least = 2 if "." not in before else len(before.partition(".")[2])
    own = max(least, len(plain(number).partition(".")[2]))
    return written_like(Fraction(number), before, 4 if own == 3 else own)


def plain(number: Decimal) -> str:
    """All digits of a number, without zeros at the end.

    >>> plain(Decimal("10404.0300")), plain(Decimal("200"))
    ('10404.03', '200')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def exactly(number: Fraction) -> str:
    """A number without rounding: as a decimal where it is one, else as a fraction.

    >>> exactly(Fraction("10404.0003")), exactly(Fraction(10_000, 3))
    ('10404.0003', '10000/3')
    """
    rest, places = number.denominator, 0
    for factor in (2, 5):
        count = 0
        while rest % factor == 0:
            rest, count = rest // factor, count + 1
        places = max(places, count)
    return str(number) if rest > 1 else written_like(number, "1000.", places).rstrip(".")


def toml_key(path: tuple[str | int, ...]) -> str:
    """A dotted key.

    >>> toml_key(("plan", "index", "cost.*.amount"))
    'plan.index."cost.*.amount"'
    """
    return ".".join(str(part) if _BARE.fullmatch(str(part)) else _text(str(part)) for part in path)


_YEARS = ("since", "year")
"""Fields whose number is a year, which nobody groups."""


def toml_value(value: Any, like: str, field: str = "") -> str:
    """A value of a field on one line; numbers as the file writes them, of which `like` is one.

    >>> toml_value({"since": 2026, "amount": 2026}, "1_000")
    '{ since = 2026, amount = 2_026 }'
    """
    if field in _YEARS:
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return number_like(Decimal(value), like)
    if is_day(value):
        return value.isoformat()
    if isinstance(value, Mapping):
        inner = [
            f"{toml_key((key,))} = {toml_value(each, like, key)}" for key, each in value.items()
        ]
        return f"{{ {', '.join(inner)} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(toml_value(each, like) for each in value)}]"
    return _text(str(value))


def _text(text: str) -> str:
    """A text between quotes; what is hidden never stands in a description."""
    return f'"{"".join(_ESCAPED.get(each, each) for each in text)}"'


def alike(one: Any, other: Any) -> bool:
    """Whether two values of a file say the same; `true` is no 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        same = one.keys() == other.keys()
        return same and all(alike(each, other[key]) for key, each in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)
