"""Which agreed bounds hold for the contribution models that are compared, in words and in data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from igs_costshare.comparing.comparison import Comparison, Option
from igs_costshare.description.bounds import BOUNDS, BoundKind, Measure
from igs_costshare.description.contributions import Model
from igs_costshare.description.tables import Bound, PartBound
from igs_costshare.messages import Message, listed, say
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import Language

_NAMED = 3
"""Partners whose own bounds are named."""


def bounds_told(
    comparison: Comparison, headings: Sequence[str], language: Language
) -> Iterator[str]:
    """What the bounds are, for which options they hold, and for which not."""
    agreed = next((option.agreed for option in comparison.options if option.agreed), None)
    if agreed is None:
        return
    stated = ((kind, agreed.stated(kind)) for kind in BOUNDS)
    told = (_told(kind, bound, comparison) for kind, bound in stated if bound is not None)
    yield language.say("compared.bounds", bounds=listed(told))
    named = [*zip(comparison.options, headings, strict=True)]
    held = language.joined(heading for option, heading in named if _held(option))
    left_out = language.joined(heading for option, heading in named if not _held(option))
    if held:
        yield language.say("compared.bounds_hold", options=held)
    if left_out:
        yield language.say("compared.bounds_left_out", options=left_out)


def bounds_data(model: Model) -> Mapping[str, str | Mapping[str, str] | None]:
    """The bounds that hold for a model, as the objects of JSON; null for none in euros."""
    stated = {kind: _data(model.stated(kind)) for kind in BOUNDS}
    return {
        kind.field: data
        for kind, data in stated.items()
        if kind.measure is Measure.EUROS or data is not None
    }


def _held(option: Option) -> bool:
    return option.model is not None and option.model.has_bounds


def _told(kind: BoundKind, bound: Bound | PartBound, comparison: Comparison) -> Message:
    """A bound in words: one for all, or what the partners have of their own."""
    least = kind.side == "least"
    if isinstance(bound, Decimal):
        amount = kind.phrase(bound, comparison.currency)
        if least:
            return say("compared.minimum", amount=amount)
        return say("compared.maximum", amount=amount)
    number = len(bound)
    if number > _NAMED:
        if least:
            return say("compared.minimum_many", number=number)
        return say("compared.maximum_many", number=number)
    names = {row.id: row.name for row in comparison.partners}
    figures = {id: kind.phrase(each, comparison.currency) for id, each in bound.items()}
    amounts = listed(
        say("compared.bound_of", name=names[id], amount=each) for id, each in figures.items()
    )
    if least:
        return say("compared.minimum_each", amounts=amounts)
    return say("compared.maximum_each", amounts=amounts)


def _data(bound: Bound | PartBound | None) -> str | Mapping[str, str] | None:
    if isinstance(bound, dict):
        return {partner: decimal_text(amount) for partner, amount in bound.items()}
    return None if bound is None else decimal_text(bound)
