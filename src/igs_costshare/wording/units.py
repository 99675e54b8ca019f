"""The unit of every number of a file, from the schema, and how people write numbers in it.

A field states its unit once, where it is described (`contributions.described`); whatever shows a
number of a file asks here, so that homes are never money and a year has no thousands.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from igs_costshare.description.kinds import tables_at
from igs_costshare.description.values import PERCENT
from igs_costshare.errors import Path
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import Language

_CENTS = 2
_NONE = "none"
"""What the schema says of a field that has no unit."""


class Notation(Enum):
    """How the numbers of a field are written; the schema has the words (`x-unit`)."""

    MONEY = "an amount in the currency of the file"
    PART = "a part of a whole, as a percentage"
    PERCENT = "a percentage"
    YEAR = "a year of the calendar"
    NUMBER = "a count, a weight, or a figure of a key"


def notation_at(path: Path) -> Notation:
    """The unit of the number that stands at a path: that of the last field on the way to it.

    >>> notation_at(("contribution", "rate", "youth", 0, "up_to")).name
    'NUMBER'
    """
    return _UNITS[_words_at(path)]


def number_text(value: Decimal, unit: Notation, currency: str, language: Language) -> str:
    """A number of the file in its unit: `€ 42.250,50`, `85 %`, `2026`, `12,5`."""
    return number_texts([value], unit, currency, language)[0]


def number_texts(
    values: Sequence[Decimal], unit: Notation, currency: str, language: Language
) -> list[str]:
    """Numbers of one field, each with as many decimals as the one that has most."""
    shown = [PERCENT * value for value in values] if unit is Notation.PART else values
    most = max((len(decimal_text(value).partition(".")[2]) for value in shown), default=0)
    write = _WRITERS[unit]
    return [write(each, most, currency, language) for each in shown]


def _money(value: Decimal, decimals: int, currency: str, language: Language) -> str:
    return language.priced(_number(value, max(_CENTS, decimals), currency, language), currency)


def _percentage(value: Decimal, decimals: int, currency: str, language: Language) -> str:
    return f"{_number(value, decimals, currency, language)}\N{NO-BREAK SPACE}%"


def _year(value: Decimal, _decimals: int, _currency: str, _language: Language) -> str:
    return decimal_text(value)


def _number(value: Decimal, decimals: int, _currency: str, language: Language) -> str:
    return language.marked(f"{value:,.{decimals}f}")


_WRITERS = {
    Notation.MONEY: _money,
    Notation.PART: _percentage,
    Notation.PERCENT: _percentage,
    Notation.YEAR: _year,
    Notation.NUMBER: _number,
}


def _words_at(path: Path) -> str:
    """The `x-unit` of the last field on the way to a path."""
    words = _NONE
    for place, part in enumerate(path):
        for table in tables_at(path[:place]):
            for name, field in table.model_fields.items():
                extra = field.json_schema_extra
                if part == (field.alias or name) and isinstance(extra, dict):
                    words = str(extra["x-unit"])
    return words


_UNITS = {
    "€": Notation.MONEY,
    "€ per year": Notation.MONEY,
    "€ per day": Notation.MONEY,
    "€ per FTE per year": Notation.MONEY,
    "€ per inhabitant": Notation.MONEY,
    "€ per one of the key": Notation.MONEY,
    "part, 0 to 1": Notation.PART,
    "part, 1 is all": Notation.PART,
    "%": Notation.PERCENT,
    "year": Notation.YEAR,
    "€ per €": Notation.NUMBER,
    "as the key": Notation.NUMBER,
    "as the field": Notation.NUMBER,
    "days per year": Notation.NUMBER,
    "FTE": Notation.NUMBER,
    "homes": Notation.NUMBER,
    "nights": Notation.NUMBER,
    "years": Notation.NUMBER,
    "weight": Notation.NUMBER,
    _NONE: Notation.NUMBER,
}
"""By the words of the schema; a new one stands here, or a test says so."""
