"""How the numbers of a file are written, where that says more than their value."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

THOUSANDTH = Decimal("0.001")
"""A unit of rounding at which three decimals are what amounts have."""


class Thousands(Decimal):
    """A number from 1 on with exactly three decimals, such as `84.500`: perhaps 84 500 was meant.

    An underscore (`1_250.375`) or an exponent says that the writer knows how numbers are
    written; such a number is a plain `Decimal`.
    """

    @property
    def is_whole(self) -> bool:
        """Whether all decimals are zero: nobody writes 12 as `12.000`."""
        return self == self.to_integral_value()

    @property
    def in_thousands(self) -> str:
        """How TOML has what was probably meant: `84_500`."""
        return str(self).replace(".", "_")

    @property
    def shortest(self) -> str:
        """The number without zeros at the end.

        >>> Thousands("84.500").shortest, Thousands("10.000").shortest
        ('84.5', '10')
        """
        return str(self).rstrip("0").rstrip(".")


_POINT_AND_THREE = re.compile(r"\.[0-9]{3}(?![0-9_eE])")
_DOUBTFUL = re.compile(r"[+-]?[1-9][0-9]*\.[0-9]{3}")


def decimal_reader(text: str) -> Callable[[str], Decimal]:
    """What makes a number with a point exact, for all numbers of a text.

    A text without any number in doubt, as nearly all are, is read at full speed.
    """
    return exactly if _POINT_AND_THREE.search(text) else Decimal


def exactly(written: str) -> Decimal:
    """The number as it is written.

    >>> [type(exactly(each)).__name__ for each in ("84.500", "84_500.250")]
    ['Thousands', 'Decimal']
    """
    return Thousands(written) if _DOUBTFUL.fullmatch(written) else Decimal(written)


def in_thousandths(value: Any) -> Any:
    """The value with every number as it stands, for files whose amounts have three decimals."""
    if isinstance(value, dict):
        return {name: in_thousandths(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [in_thousandths(inner) for inner in value]
    return Decimal(value) if isinstance(value, Thousands) else value
