"""Numbers that were worked out, as a file can hold them: rounded, each once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from igs_costshare.description.values import Later
from igs_costshare.errors import Path
from igs_costshare.following.carried import Carried
from igs_costshare.money import Half, rounded
from igs_costshare.reading.description import Description, table_at, value_at

CENTS = 2
_OF_RATES = 6
"""Decimals of a price for each one of a key, of which there may be many, and of a percentage."""


class Rounded:
    """Rounds what was worked out; `exact` holds what it was, where that is something else."""

    def __init__(self, before: Description, half: Half) -> None:
        self._before, self._half = before, half
        self.exact: dict[Path, Fraction] = {}

    def settled(self, description: Description) -> Description:
        """The description with all numbers as they can be written."""
        made: Description = self._settled(description, description, ())
        return made

    def _settled(self, value: Any, whole: Description, path: Path) -> Any:
        if isinstance(value, dict):
            return {key: self._settled(each, whole, (*path, key)) for key, each in value.items()}
        if isinstance(value, list):
            return [self._settled(each, whole, (*path, at)) for at, each in enumerate(value)]
        if not isinstance(value, Later | Carried):
            return value
        exact, places = Fraction(value), self._places(whole, path)
        scaled = exact * 10**places
        units = rounded(scaled.numerator, scaled.denominator, self._half)
        if units != scaled:
            self.exact[path] = exact
        return Decimal(units).scaleb(-places)

    def _places(self, whole: Description, path: Path) -> int:
        """Decimals of a number: cents, or as many as the file has there."""
        stated = value_at(self._before, path)
        own = Decimal(str(stated)).as_tuple().exponent if isinstance(stated, int | Decimal) else 0
        entry = table_at(whole, *path[:2])
        per_one = path[-1] in ("amount", "fte_cost") and "per" in entry
        return max(_OF_RATES if per_one or {"rate", "shares"} & set(path) else CENTS, -int(own))
