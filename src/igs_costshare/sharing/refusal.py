"""Why figures cannot be shared, with the field to look at."""

from __future__ import annotations

from fractions import Fraction

from igs_costshare.errors import Path


class CannotShare(ValueError):
    """The figures leave no way to share; `field` of the contribution says where to look."""

    def __init__(self, message: str, field: Path = (), hint: str = "") -> None:
        super().__init__(message)
        self.message, self.field, self.hint = message, field, hint


def euros(amount: Fraction) -> str:
    """An amount in a message, cut off at the cent: a message is no statement."""
    cents = int(amount * 100)
    return f"{cents // 100:,}.{cents % 100:02}"


def figure_text(figure: Fraction) -> str:
    """A key figure in a message, cut off after two decimals.

    >>> figure_text(Fraction(1_234_567)), figure_text(Fraction(7, 2))
    ('1,234,567', '3.50')
    """
    return euros(figure).removesuffix(".00")
