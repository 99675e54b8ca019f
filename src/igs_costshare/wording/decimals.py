"""Numbers of a file as whole ticks of its last decimal, so that ranges are exact."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from igs_costshare.description.numerals import Thousands, exactly
from igs_costshare.description.values import LARGEST_NUMBER, MOST_DECIMALS
from igs_costshare.errors import clipped
from igs_costshare.messages import Message, say

TICKS = 10**MOST_DECIMALS
"""In 1: a number of a file has no more decimals than that."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)*(?:\.[0-9]+)?")
_BELGIAN = re.compile(r"[+-]?[0-9]+(?:\.[0-9]{3})*,[0-9]+")


class NoNumber(ValueError):
    """A text that is no number of a file; `hint` is the way out."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def number_from(text: str) -> Decimal:
    """The exact number of a text as TOML writes it: `84_500.25`. Raises `NoNumber`."""
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        hint = say("vary.point_for_decimals") if _BELGIAN.fullmatch(text) else None
        raise NoNumber(say("vary.no_number", text=clipped(text)), hint)
    number = exactly(text)
    if isinstance(number, Thousands) and number.is_whole:
        shortest = number.shortest
        raise NoNumber(
            say("vary.doubtful", number=str(number), shortest=number),
            say("vary.write_thousands", thousands=number.in_thousands, shortest=shortest),
        )
    digits = text.replace("_", "")
    whole, _, decimals = digits.partition(".")
    if len(decimals.rstrip("0")) > MOST_DECIMALS:
        raise NoNumber(say("vary.many_decimals", most=MOST_DECIMALS, text=clipped(text)))
    if len(whole.lstrip("+-0")) > len(str(LARGEST_NUMBER)) or abs(int(whole)) > LARGEST_NUMBER:
        raise NoNumber(say("vary.too_large", largest=LARGEST_NUMBER, text=clipped(text)))
    return Decimal(digits)


def ticks(number: Decimal) -> int:
    """The number as whole ticks.

    >>> ticks(Decimal("0.5"))
    5000000000
    """
    return int(Fraction(number) * TICKS)


def decimal_of(count: int) -> Decimal:
    """The shortest decimal of so many ticks.

    >>> decimal_of(5_000_000_000), decimal_of(-100 * TICKS)
    (Decimal('0.5'), Decimal('-100'))
    """
    whole, rest = divmod(abs(count), TICKS)
    decimals = f"{rest:0{MOST_DECIMALS}}".rstrip("0")
    sign = "-" if count < 0 else ""
    return Decimal(f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}")


def decimal_text(number: Decimal) -> str:
    """The number in full, without zeros at the end: `0.85`, `0.0000000001`."""
    return f"{decimal_of(ticks(number)):f}"
