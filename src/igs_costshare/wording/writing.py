"""How a sentence writes exact figures, what they count, and many names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.wording.language import Lang, Language, Words

_MOST_DECIMALS = 10
"""Decimals up to which a figure is written out whole: as many as a file may state."""
_CUT_DECIMALS = 6
"""Decimals of a figure that never ends, or ends later; `…` says that it goes on."""
_MOST_NAMES = 8
_LONGEST_FRACTION = 24
"""Characters of a fraction that somebody may still want to work out."""

_OTHERS = Words("{count} andere", "{count} others")

_DUTCH: Mapping[str, tuple[str, str]] = {
    "partners": ("partner", "partners"),
    "units": ("woning", "woningen"),
    "days": ("gebruiksdag", "gebruiksdagen"),
    "inhabitants": ("inwoner", "inwoners"),
    "youth": ("kind of jongere", "kinderen en jongeren"),
}
_ENGLISH: Mapping[str, tuple[str, str]] = {
    "partners": ("partner", "partners"),
    "units": ("home", "homes"),
    "days": ("day of use", "days of use"),
    "inhabitants": ("inhabitant", "inhabitants"),
    "youth": ("child or young person", "children and young people"),
}
NOUNS: Mapping[str, Mapping[str, tuple[str, str]]] = {Lang.NL: _DUTCH, Lang.EN: _ENGLISH}
"""One of a key, and several."""


class Writing(NamedTuple):
    """Figures and names in one language and currency."""

    language: Language
    currency: str

    def number(self, number: Fraction, least: int = 0) -> str:
        """A figure with its decimals: `0,2`, `31.866`, `33,333333…`."""
        minor, decimals, cut = _written(number, least)
        return self.language.figure(minor, decimals) + cut

    def money(self, amount: Fraction) -> str:
        """An exact amount, two decimals at least: `€ 2.112,50`, `€ 33,333333…`."""
        minor, decimals, cut = _written(amount, 2)
        return self.language.money(minor, decimals, self.currency) + cut

    def percent(self, part: Fraction) -> str:
        """A part as a percentage: `12,5 %`."""
        return f"{self.number(100 * part)}\N{NO-BREAK SPACE}%"

    def share(self, part: Fraction) -> str:
        """A share, exact where it can be written so: `12,5 %`, or `1/3`."""
        fraction = (
            f"{self.number(Fraction(part.numerator))}/{self.number(Fraction(part.denominator))}"
        )
        ends = not _written(100 * part, 0)[2]
        return self.percent(part) if ends or len(fraction) > _LONGEST_FRACTION else fraction

    def counted(self, number: Fraction, key: str) -> str:
        """So many of a key: `4 woningen`; of `use` an amount."""
        if key == "use":
            return self.money(number)
        return f"{self.number(number)} {self.noun(key, one=number == 1)}"

    def noun(self, key: str, *, one: bool = False) -> str:
        """What the key counts; a key of the partners' own is quoted."""
        nouns = NOUNS[self.language.code]
        return nouns[key][0 if one else 1] if key in nouns else f"“{key}”"

    def listed(self, names: Sequence[str], called: Callable[[str], str] = str) -> str:
        """The names in one phrase; of many the first, and how many others there are.

        Of ids, `called` says how people call them; it is asked for those that are named only.
        """
        if len(names) <= _MOST_NAMES:
            return self.language.listed(list(map(called, names)))
        rest = _OTHERS.say(self.language, count=len(names) - _MOST_NAMES + 1)
        return self.language.listed([*map(called, names[: _MOST_NAMES - 1]), rest])


def _written(number: Fraction, least: int) -> tuple[int, int, str]:
    """The figure as a whole number of its last decimal shown, those decimals, and what is cut."""
    decimals = decimals_of(number.denominator)
    if decimals is None or decimals > _MOST_DECIMALS:
        return int(number * 10**_CUT_DECIMALS), _CUT_DECIMALS, "…"
    shown = max(least, decimals)
    return number.numerator * 10**shown // number.denominator, shown, ""


def decimals_of(denominator: int) -> int | None:
    """Decimals of a fraction in lowest terms with this denominator; None where it never ends."""
    powers = []
    for prime in (2, 5):
        power = 0
        while denominator % prime == 0:
            denominator //= prime
            power += 1
        powers.append(power)
    return max(powers) if denominator == 1 else None
