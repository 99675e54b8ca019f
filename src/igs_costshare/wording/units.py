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
from igs_costshare.wording.language import Language, currency_sign

_CENTS = 2
_NONE = "none"
"""What the schema says of a field that has no unit."""


class Unit(Enum):
    """How the numbers of a field are written; the schema has the words (`x-unit`)."""

    MONEY = "an amount in the currency of the file"
    PART = "a part of a whole, as a percentage"
    PERCENT = "a percentage"
    YEAR = "a year of the calendar"
    NUMBER = "a count, a weight, or a figure of a key"


def unit_at(path: Path) -> Unit:
    """The unit of the number that stands at a path: that of the last field on the way to it.

    >>> unit_at(("contribution", "rate", "youth", 0, "up_to")).name
    'NUMBER'
    """
    return _UNITS[_words_at(path)]


def number_text(value: Decimal, unit: Unit, currency: str, language: Language) -> str:
    """A number of the file in its unit: `€ 42.250,50`, `85 %`, `2026`, `12,5`."""
    return number_texts([value], unit, currency, language)[0]


def number_texts(
    values: Sequence[Decimal], unit: Unit, currency: str, language: Language
) -> list[str]:
    """Numbers of one field, each with as many decimals as the one that has most."""
    shown = [PERCENT * value for value in values] if unit is Unit.PART else values
    most = max((len(decimal_text(value).partition(".")[2]) for value in shown), default=0)
    write = _WRITERS[unit]
    return [write(each, most, currency, language) for each in shown]


def _money(value: Decimal, decimals: int, currency: str, language: Language) -> str:
    figure = _number(value, max(_CENTS, decimals), currency, language)
    return f"{currency_sign(currency)}\N{NO-BREAK SPACE}{figure}"


def _percentage(value: Decimal, decimals: int, currency: str, language: Language) -> str:
    return f"{_number(value, decimals, currency, language)}\N{NO-BREAK SPACE}%"


def _year(value: Decimal, _decimals: int, _currency: str, _language: Language) -> str:
    return decimal_text(value)


def _number(value: Decimal, decimals: int, _currency: str, language: Language) -> str:
    return language.marked(f"{value:,.{decimals}f}")


_WRITERS = {
    Unit.MONEY: _money,
    Unit.PART: _percentage,
    Unit.PERCENT: _percentage,
    Unit.YEAR: _year,
    Unit.NUMBER: _number,
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
    "€": Unit.MONEY,
    "€ per year": Unit.MONEY,
    "€ per day": Unit.MONEY,
    "€ per FTE per year": Unit.MONEY,
    "€ per inhabitant": Unit.MONEY,
    "€ per one of the key": Unit.MONEY,
    "part, 0 to 1": Unit.PART,
    "part, 1 is all": Unit.PART,
    "%": Unit.PERCENT,
    "year": Unit.YEAR,
    "€ per €": Unit.NUMBER,
    "as the key": Unit.NUMBER,
    "days per year": Unit.NUMBER,
    "FTE": Unit.NUMBER,
    "homes": Unit.NUMBER,
    "weight": Unit.NUMBER,
    _NONE: Unit.NUMBER,
}
"""By the words of the schema; a new one stands here, or a test says so."""
