"""Which agreed bounds hold for the contribution models that are compared, in words and in data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.comparing.comparison import Comparison, Option
from igs_costshare.description.contributions import Model
from igs_costshare.description.values import Bound
from igs_costshare.documents.compared_words import said
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import Language
from igs_costshare.wording.units import Unit, number_text

_NAMED = 3
"""Partners whose own bounds are named."""


class _Words(NamedTuple):
    """What is said of one bound: the same for all, of some partners, of many."""

    all: str
    each: str
    many: str


_MINIMUM = _Words("minimum", "minimum_each", "minimum_many")
_MAXIMUM = _Words("maximum", "maximum_each", "maximum_many")


def bounds_told(
    comparison: Comparison, headings: Sequence[str], language: Language
) -> Iterator[str]:
    """What the bounds are, for which options they hold, and for which not."""
    agreed = next((option.agreed for option in comparison.options if option.agreed), None)
    if agreed is None:
        return
    each = [
        _bound(words, bound, comparison, language)
        for words, bound in ((_MINIMUM, agreed.minimum), (_MAXIMUM, agreed.maximum))
        if bound is not None
    ]
    yield said("bounds", language, bounds=language.listed(each))
    for words, held in (("bounds_hold", True), ("bounds_left_out", False)):
        names = [
            heading
            for option, heading in zip(comparison.options, headings, strict=True)
            if _held(option) is held
        ]
        if names:
            yield said(words, language, options="; ".join(names))


def bounds_data(model: Model) -> Mapping[str, str | Mapping[str, str] | None]:
    """The bounds that hold for a model, as the objects of JSON."""
    return {"minimum": _data(model.minimum), "maximum": _data(model.maximum)}


def _held(option: Option) -> bool:
    return option.model is not None and option.model.has_bounds


def _bound(words: _Words, bound: Bound, comparison: Comparison, language: Language) -> str:
    """A bound for all, or what the partners have of their own."""
    if isinstance(bound, Decimal):
        return said(words.all, language, amount=_amount(bound, comparison, language))
    if len(bound) > _NAMED:
        return said(words.many, language, count=str(len(bound)))
    names = {row.id: row.name for row in comparison.partners}
    amounts = [
        f"{names[partner]} {_amount(amount, comparison, language)}"
        for partner, amount in bound.items()
    ]
    return said(words.each, language, amounts=language.listed(amounts))


def _amount(amount: Decimal, comparison: Comparison, language: Language) -> str:
    return number_text(amount, Unit.MONEY, comparison.currency, language)


def _data(bound: Bound | None) -> str | Mapping[str, str] | None:
    if isinstance(bound, dict):
        return {partner: decimal_text(amount) for partner, amount in bound.items()}
    return None if bound is None else decimal_text(bound)
