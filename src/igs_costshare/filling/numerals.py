"""Numbers as the cells of a table have them: in Belgian marks or English ones, or in doubt."""

from __future__ import annotations

import re
from decimal import Decimal
from numbers import Real
from typing import NamedTuple

from igs_costshare.description.values import LARGEST_NUMBER, MOST_DECIMALS
from igs_costshare.errors import clipped
from igs_costshare.messages import Message, say
from igs_costshare.staying.sheet import text_of_cell


class InSheet(str):
    """A number of a sheet, which is no text: with a point for decimals, and never in doubt."""

    __slots__ = ()


class NoNumber(NamedTuple):
    """What is wrong with a cell, and the way out."""

    message: Message
    hint: Message | None = None


def cell_of_sheet(value: object) -> str:
    """A value of a sheet as a cell; a number as one.

    >>> cell_of_sheet(31866.0), cell_of_sheet(0.25), cell_of_sheet("31.866")
    ('31866', '0.25', '31.866')
    """
    if isinstance(value, Real) and not isinstance(value, bool):
        return InSheet(f"{Decimal(str(value)):f}".removesuffix(".0"))
    return text_of_cell(value)


_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
_SPACED = re.compile(rf"-?[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+(?:[.,][0-9]+)?", re.ASCII)
_ONE_MARK = re.compile(r"-?[0-9]+[.,][0-9]+", re.ASCII)
_IN_DOUBT = re.compile(r"-?([1-9][0-9]{0,2})([.,])([0-9]{3})", re.ASCII)
"""A number of which the mark may stand for thousands as well as for decimals."""
_POINTS = re.compile(r"-?[0-9]{1,3}(?:(?:\.[0-9]{3})+,[0-9]+|(?:\.[0-9]{3}){2,})", re.ASCII)
_COMMAS = re.compile(r"-?[0-9]{1,3}(?:(?:,[0-9]{3})+\.[0-9]+|(?:,[0-9]{3}){2,})", re.ASCII)
"""Numbers with marks for thousands that nobody can take for anything else."""


def number_in(cell: str) -> Decimal | NoNumber:
    """The number that a cell means.

    >>> number_in("31866,5"), number_in("1.234.567"), number_in("31.866,50"), number_in("0.125")
    (Decimal('31866.5'), Decimal('1234567'), Decimal('31866.50'), Decimal('0.125'))
    """
    text = cell.strip()
    doubtful = None if isinstance(cell, InSheet) else _IN_DOUBT.fullmatch(text)
    if doubtful:
        whole, _mark, rest = doubtful.groups()
        thousands, decimals = f"{whole}{rest}", f"{whole},{rest}".rstrip("0").rstrip(",")
        message = say("data.doubtful", written=text, thousands=thousands, decimals=decimals)
        clear = f"{decimals}0" if rest[-1] != "0" else decimals
        return NoNumber(message, say("data.be_clear", thousands=thousands, decimals=clear))
    plain = _without_marks(text)
    if plain is None:
        return NoNumber(say("data.no_number", written=clipped(text)), say("data.write_number"))
    return _within_bounds(Decimal(plain), text)


def _without_marks(text: str) -> str | None:
    """The digits with a point for decimals; None where it is no number."""
    if _PLAIN.fullmatch(text):
        return text
    if _ONE_MARK.fullmatch(text):
        return text.replace(",", ".")
    if _SPACED.fullmatch(text):
        return re.sub(f"[{_SPACES}]", "", text).replace(",", ".")
    if _POINTS.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", "") if _COMMAS.fullmatch(text) else None


def _within_bounds(number: Decimal, text: str) -> Decimal | NoNumber:
    """The number, where a description may have it as a figure."""
    if number < 0:
        return NoNumber(say("data.below_zero", written=clipped(text)))
    if number > LARGEST_NUMBER:
        return NoNumber(say("data.too_large", most=LARGEST_NUMBER, written=clipped(text)))
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -MOST_DECIMALS:
        return NoNumber(say("data.too_many_decimals", most=MOST_DECIMALS, written=clipped(text)))
    return number
