"""How figures stand on paper: with the minus of print, signed, whole where that is enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.money import rounded
from igs_costshare.wording.language import Language

NONE = "–"
"""Where there is no such figure."""
_LARGE = 100
"""From so many units of the currency on a large figure stands without its cents."""


class Pen(NamedTuple):
    """A language and a currency, with the decimals of its amounts."""

    language: Language
    currency: str
    decimals: int

    @property
    def say(self) -> Callable[..., str]:
        """What says a text of the catalogue."""
        return self.language.say

    def figure(self, minor: int) -> str:
        """An amount in a cell."""
        return print_minus(self.language.figure(minor, self.decimals))

    def money(self, minor: int) -> str:
        """An amount in a sentence, with its currency."""
        return print_minus(self.language.money(minor, self.decimals, self.currency))

    def change(self, minor: int) -> str:
        """An amount that comes on top, or goes off: signed, unless it is nothing."""
        return print_minus(self.language.change(minor, self.decimals))

    def large(self, minor: int) -> str:
        """An amount as a large figure, in whole units where it has some."""
        minor, decimals = self._whole(minor)
        return print_minus(self.language.money(minor, decimals, self.currency))

    def large_change(self, minor: int) -> str:
        """A change as a large figure, without its currency."""
        minor, decimals = self._whole(minor)
        return print_minus(self.language.change(minor, decimals))

    def large_changes(self, minors: Sequence[int]) -> list[str]:
        """Changes beside one another, all of one precision.

        In whole units where the largest has enough of them, and none becomes nothing by that.
        """
        unit = 10**self.decimals
        whole = [rounded(minor, unit, "even") for minor in minors]
        largest = max(map(abs, minors), default=0)
        if largest < _LARGE * unit or any(m and not w for m, w in zip(minors, whole, strict=True)):
            return [self.change(minor) for minor in minors]
        return [self._replace(decimals=0).change(each) for each in whole]

    def share(self, part: Fraction, decimals: int = 1) -> str:
        """A part of a whole, in percent."""
        tenths = part * 100 * 10**decimals
        return print_minus(self.language.percentage(_round(tenths), decimals))

    def rise(self, part: Fraction) -> str:
        """By which part something rose or fell, signed."""
        return f"{'+' if part > 0 else ''}{self.share(part)}"

    def each(self, minor: Fraction) -> str:
        """An amount for each of something, in hundredths of the currency."""
        hundredths = minor * Fraction(100, 10**self.decimals)
        return print_minus(self.language.figure(_round(hundredths), 2))

    def number(self, number: Fraction) -> str:
        """A key figure, exact."""
        return self.language.write(number)

    def _whole(self, minor: int) -> tuple[int, int]:
        unit = 10**self.decimals
        if 0 < abs(minor) < _LARGE * unit:
            return minor, self.decimals
        return rounded(minor, unit, "even"), 0


def print_minus(text: str) -> str:
    """A text of ours whose hyphens are minuses."""
    return text.replace("-", "−")


def _round(number: Fraction) -> int:
    return rounded(number.numerator, number.denominator, "even")
