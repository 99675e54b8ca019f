"""For which part of the year each partner takes part, exact."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Literal, TypeAlias, assert_never

from igs_costshare.description.network import Network, Partner

Prorata: TypeAlias = Literal["months", "days"]
ONE = Fraction(1)
_MONTHS = 12


def presence_of(network: Network) -> tuple[Fraction, ...] | None:
    """The part of the year of each partner, 0 to 1; None where all are there the whole year."""
    partners = network.partner.values()
    if not any(each.comes_or_leaves or each.present is not None for each in partners):
        return None
    prorata = prorata_of(network)
    parts = tuple(_part(each, network.year, prorata) for each in partners)
    return None if all(part == ONE for part in parts) else parts


def prorata_of(network: Network) -> Prorata:
    """How a part of the year counts: by months begun, or by days."""
    return "months" if network.plan is None else network.plan.prorata


def parts_in_year(network: Network) -> int:
    """Of how many months or days a part of the year of the file is counted.

    Raises `ValueError` where the file has no year: nobody is then there for a part of it.
    """
    if network.year is None:
        raise ValueError("a network without a year has no parts of it")
    return length_of_year(int(network.year), prorata_of(network))


def length_of_year(year: int, prorata: Prorata) -> int:
    """Of how many months or days a part of a year is counted.

    >>> length_of_year(2027, "months"), length_of_year(2028, "days")
    (12, 366)
    """
    match prorata:
        case "months":
            return _MONTHS
        case "days":
            return 366 if isleap(year) else 365
        case _:
            assert_never(prorata)


def _part(partner: Partner, year: Decimal | None, prorata: Prorata) -> Fraction:
    if partner.present is not None:
        return partner.present
    return ONE if year is None else part_of_year(partner.from_, partner.until, int(year), prorata)


def part_of_year(came: date | None, left: date | None, year: int, prorata: Prorata) -> Fraction:
    """The part of a year from one day to another, both included; None: from or to its end.

    >>> part_of_year(date(2027, 7, 1), None, 2027, "months")
    Fraction(1, 2)
    >>> part_of_year(date(2027, 7, 31), None, 2027, "months")
    Fraction(1, 2)
    >>> part_of_year(None, date(2027, 1, 31), 2027, "days")
    Fraction(31, 365)
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    begin = first if came is None else max(came, first)
    end = last if left is None else min(left, last)
    if begin > end:
        return Fraction(0)
    length = length_of_year(year, prorata)
    match prorata:
        case "months":
            return Fraction(end.month - begin.month + 1, length)
        case "days":
            return Fraction((end - begin).days + 1, length)
        case _:
            assert_never(prorata)


def cut(numerators: Sequence[int], parts: Sequence[Fraction]) -> tuple[tuple[int, ...], int]:
    """Whole numbers times the part of the year of each, over one more denominator."""
    common = lcm(*(part.denominator for part in parts))
    scaled = (part.numerator * (common // part.denominator) for part in parts)
    return tuple(number * each for number, each in zip(numerators, scaled, strict=True)), common
