"""A language and a currency: exact figures, what they count, and many names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.messages import Listed, Money, Place, listed, say
from igs_costshare.wording.language import Language

_MOST_NAMES = 8
_SEVERAL = Fraction(2)


class Writing(NamedTuple):
    """Figures and names in one language and currency."""

    language: Language
    currency: str

    def number(self, number: Fraction) -> str:
        """A figure with its decimals: `0,2`, `31.866`, `33,333333…`."""
        return self.language.write(number)

    def money(self, amount: Fraction) -> str:
        """An exact amount, two decimals at least: `€ 2.112,50`, `€ 33,333333…`."""
        return self.language.write(Money(amount, self.currency))

    def counted(self, number: Fraction, key: str) -> str:
        """So many of a key: `4 woningen`."""
        return f"{self.number(number)} {self.language.noun(key, number)}"

    def noun(self, key: str, *, one: bool = False) -> str:
        """What the key counts; a key of the partners' own is quoted."""
        return self.language.noun(key, Fraction(1) if one else _SEVERAL)

    def listed(self, names: Sequence[str], called: Callable[[str], str] = str) -> str:
        """As `named`; of ids, `called` says how people call them."""
        return self.language.write(named(list(map(called, names))))


def named(names: Sequence[Place]) -> Listed:
    """The names in one phrase; of many the first, and how many others there are."""
    if len(names) <= _MOST_NAMES:
        return listed(names)
    rest = say("value.others", count=len(names) - _MOST_NAMES + 1)
    return listed([*names[: _MOST_NAMES - 1], rest])
