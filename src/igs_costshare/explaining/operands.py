"""What a step works with: figures as they are worth, and as a sentence says them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias, assert_never

from igs_costshare.description.dates import DAY
from igs_costshare.messages import Listed, Message, Money, Noun, Percent, Place, Toml, say
from igs_costshare.wording.figures import MOST_DECIMALS, decimals_of

_LONGEST_FRACTION = 24
"""Characters of a fraction that somebody may still want to work out."""


class Counted(NamedTuple):
    """So many of a key: `4 woningen`."""

    number: Fraction
    key: str


class Days(NamedTuple):
    """So many days a year that a home can be used: `360 dagen`."""

    number: Fraction


class Ratio(NamedTuple):
    """Numerator and denominator as the figures give them: `4/8`, `31.866/84.020`."""

    above: Fraction
    below: Fraction


class Part(NamedTuple):
    """A part of a whole, exact where it can be written so: `12,5 %`, or `1/3`."""

    part: Fraction


class Weighted(NamedTuple):
    """Products that are added up: `1/3 × 1.500/10.000 + 2/3 × 1/3`."""

    terms: tuple[tuple[Operand, Operand], ...]


class RowAmounts(NamedTuple):
    """Amounts of steps before this one, which it adds up; less what is below zero."""

    each: tuple[Fraction, ...]


Operand: TypeAlias = Place | Counted | Days | Ratio | Part | Weighted | RowAmounts


def worth(operand: Operand) -> Fraction:
    """What an operand comes to; a text comes to nothing."""
    match operand:
        case Money(amount=number) | Percent(part=number):
            return number if isinstance(number, Fraction) else Fraction(number)
        case Counted(number=number) | Days(number=number) | Part(part=number):
            return number
        case Ratio(above=above, below=below):
            return above / below
        case Weighted(terms=terms):
            return sum((worth(one) * worth(other) for one, other in terms), Fraction(0))
        case RowAmounts(each=each):
            return sum(each, Fraction(0))
        case Fraction():
            return operand
        case int() | Decimal():
            return Fraction(operand)
        case _:
            raise TypeError(f"{operand!r} is no figure")


def said(operand: Operand) -> Place:
    """An operand as a place of a sentence."""
    match operand:
        case Counted(number=number, key=key):
            return say("step.counted", figure=number, noun=Noun(key, number))
        case Days(number=number):
            return say("step.days_available", days=number)
        case Ratio(above=above, below=below):
            return say("step.ratio", above=above, below=below)
        case Part(part=part):
            return _part(part)
        case Weighted(terms=terms):
            return _added(terms)
        case RowAmounts():
            return worth(operand)
        case Money() | Percent() | Toml() | Listed() | Noun() | Message():
            return operand
        case str() | int() | Decimal() | Fraction() | DAY():
            return operand
        case _:
            assert_never(operand)


def amounts(each: Iterable[Fraction | None]) -> RowAmounts:
    """Amounts to add up; None where a step comes to nothing."""
    return RowAmounts(tuple(amount for amount in each if amount is not None))


def _part(part: Fraction) -> Place:
    """A percentage where it ends or the fraction is long, else the fraction."""
    decimals = decimals_of(part.denominator)
    ends = decimals is not None and decimals - 2 <= MOST_DECIMALS
    if ends or len(f"{part.numerator:,}/{part.denominator:,}") > _LONGEST_FRACTION:
        return Percent(part)
    return say("step.ratio", above=part.numerator, below=part.denominator)


def _added(terms: Sequence[tuple[Operand, Operand]]) -> Message:
    """The sum in halves, so that a long one is no deep one."""
    if len(terms) == 1:
        [(one, other)] = terms
        return say("step.times", one=said(one), other=said(other))
    middle = len(terms) // 2
    return say("step.plus", one=_added(terms[:middle]), other=_added(terms[middle:]))
