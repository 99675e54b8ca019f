"""Kinds of number a description holds, exact and within bounds; binary floats never come in.

Each kind of value, here and in `texts`, `dates`, `ids` and `tables`, is an `Annotated` type that
says in one sentence what is wrong with a value, and in the JSON Schema what would be right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Context, Decimal
from functools import reduce
from typing import Annotated, Any

from igs_costshare.description.fault import Checked, fault
from igs_costshare.description.numerals import Thousands
from igs_costshare.messages import Message, Toml, say

LARGEST_NUMBER = 10**12
MOST_DECIMALS = 10

PERCENT = Decimal(100)
ROUNDED_PERCENT = Decimal("0.1")
"""How far published percentages, which are rounded, may be from 100 together."""

EXACT = Context(prec=100)
"""Enough digits for every sum and quotient of numbers within the bounds."""


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """The sum of the numbers, exact whatever the precision of the caller's decimal context."""
    return reduce(EXACT.add, numbers, Decimal(0))


_TENTH_OF_A_CENT = Decimal("0.001")


def decimals_shown(unit: Decimal) -> int:
    """Decimals of an amount by the unit of rounding: two, or three for a tenth of a cent."""
    return 3 if unit == _TENTH_OF_A_CENT else 2


def _decimal(value: object, *, part: bool = False) -> Decimal:
    """An exact decimal within what the tool computes with; `part` is for hints."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        hint = _as_number(value, part) if isinstance(value, str) else None
        raise fault(say("fault.no_number", got=Toml(value)), hint)
    if isinstance(value, int):
        # One beyond the bounds stands for all whole numbers beyond, however long.
        return Decimal(max(-LARGEST_NUMBER - 1, min(value, LARGEST_NUMBER + 1)))
    if isinstance(value, Thousands) and value.is_whole:
        raise fault(
            say("fault.thousands", written=str(value), read=value.shortest),
            say("fault.for_thousands", thousands=value.in_thousands, otherwise=value.shortest),
        )
    if isinstance(value, Later):
        return value
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise fault(say("fault.no_number", got=Toml(value)))
    if exponent < -MOST_DECIMALS:
        raise fault(say("fault.decimals", most=MOST_DECIMALS, got=Toml(value)))
    return value


_NUMBERS = say("fault.numbers")
_PERCENTAGE = r"\s*([0-9]{1,3}(?:[.,][0-9]{1,6})?)\s*%\s*"


def _as_number(text: str, part: bool) -> Message:
    """How to write a text that should have been a number.

    >>> _as_number("50 %", part=True) == say("fault.part", percentage=Decimal(50), part="0.5")
    True
    >>> _as_number("33,3%", part=False) == say("fault.percentages", number="33.3")
    True
    """
    match = re.fullmatch(_PERCENTAGE, text)
    if match is None:
        return _NUMBERS
    number = Decimal(match[1].replace(",", "."))
    if not part:
        return say("fault.percentages", number=str(number))
    return _part_of(number) if number <= PERCENT else _NUMBERS


def _part_of(percentage: Decimal) -> Message:
    part = str(EXACT.divide(percentage, PERCENT))
    return say("fault.part", percentage=percentage, part=part)


def _number(
    smallest: int = 0,
    largest: int = LARGEST_NUMBER,
    *,
    whole: bool = False,
    part: bool = False,
    year: bool = False,
) -> Checked:
    """What checks a number within bounds; a year has no thousands."""

    def check(value: object) -> Decimal:
        number = _decimal(value, part=part or largest == 1)
        if number < smallest:
            least = str(smallest) if year else smallest
            raise fault(say("fault.at_least", least=least, got=Toml(value)))
        if number > largest:
            hint = _part_of(number) if largest == 1 and 2 <= number <= PERCENT else None
            most = str(largest) if year else largest
            raise fault(say("fault.at_most", most=most, got=Toml(value)), hint)
        if whole and number != number.to_integral_value():
            raise fault(say("fault.not_whole", got=Toml(value)))
        return number

    schema: dict[str, Any] = {
        "type": "integer" if whole else "number",
        "minimum": smallest,
        "maximum": largest,
    }
    return Checked(check, schema)


Amount = Annotated[Decimal, _number()]
"""Euros (or the currency of the file), not negative."""
Signed = Annotated[Decimal, _number(-LARGEST_NUMBER)]
"""Euros, above or below 0."""
Rate = Annotated[Decimal, _number()]
"""Euros for each one of a key figure, not negative."""
Figure = Annotated[Decimal, _number()]
"""A quantity of something: inhabitants, days; not negative."""
Staff = Annotated[Decimal, _number()]
"""Full-time equivalents: 2.125 is no two thousand."""
Weight = Annotated[Decimal, _number()]
"""What something counts for, in proportion to its fellows."""
Part = Annotated[Decimal, _number(0, 1)]
"""A part of a whole, from 0 to 1."""
Ratio = Annotated[Decimal, _number(part=True)]
"""How large something is beside a whole: 1 is as large."""
Count = Annotated[Decimal, _number(whole=True)]
"""A whole number of things."""
DaysOfYear = Annotated[Decimal, _number(0, 366)]
Grade = Annotated[Decimal, _number(1, 5, whole=True)]
"""How well something goes: 1 badly, 5 very well."""
Year = Annotated[Decimal, _number(1000, 9999, whole=True, year=True)]
Rise = Annotated[Decimal, _number(-1, 1_000, part=True)]
"""By which part of it something rises; below 0 it falls."""
STEPS_OF_ROUNDING = ("0.001", "0.01", "0.1", "1", "10", "100", "1000")


def _year_name(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]{3}", value):
        return value
    raise fault(say("fault.no_year_name", got=Toml(value)))


YEAR_NAME = "^[1-9][0-9]{3}$"
"""The pattern of a year as a name, for the schema."""
YearName = Annotated[
    str,
    Checked(_year_name, {"type": "string", "pattern": YEAR_NAME}),
]
"""A year as the name of a table or a field."""


class Later(Decimal):
    """A value of a later year, worked out from one of the file: exact, however many decimals."""


def one_of_numbers(*allowed: str) -> Checked:
    """What checks a number out of a short list."""

    def check(value: object) -> Decimal:
        number = _decimal(value)
        for each in allowed:
            if number == Decimal(each):
                return Decimal(each)
        raise fault(say("fault.not_among", allowed=", ".join(allowed), got=Toml(value)))

    return Checked(check, {"enum": [json.loads(each) for each in allowed]})


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise fault(say("fault.no_bool", got=Toml(value)))
    return value


YesNo = Annotated[bool, Checked(_yes_or_no, {"type": "boolean"})]
"""`true` or `false`."""
