"""Which agreed bounds hold for the contribution models that are compared, in words and in data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from igs_costshare.comparing.comparison import Comparison, Option
from igs_costshare.description.contributions import Model
from igs_costshare.description.values import Bound
from igs_costshare.messages import Listed, Money, listed, say
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
    limits = [
        *(() if agreed.minimum is None else (_minimum(agreed.minimum, comparison, language),)),
        *(() if agreed.maximum is None else (_maximum(agreed.maximum, comparison, language),)),
    ]
    yield language.say("compared.bounds", bounds=language.listed(limits))
    named = [*zip(comparison.options, headings, strict=True)]
    held = "; ".join(heading for option, heading in named if _held(option))
    left_out = "; ".join(heading for option, heading in named if not _held(option))
    if held:
        yield language.say("compared.bounds_hold", options=held)
    if left_out:
        yield language.say("compared.bounds_left_out", options=left_out)


def bounds_data(model: Model) -> Mapping[str, str | Mapping[str, str] | None]:
    """The bounds that hold for a model, as the objects of JSON."""
    return {"minimum": _data(model.minimum), "maximum": _data(model.maximum)}


def _held(option: Option) -> bool:
    return option.model is not None and option.model.has_bounds


def _minimum(bound: Bound, comparison: Comparison, language: Language) -> str:
    """A minimum for all, or what the partners have of their own."""
    if isinstance(bound, Decimal):
        return language.say("compared.minimum", amount=Money(bound, comparison.currency))
    if len(bound) > _NAMED:
        return language.say("compared.minimum_many", number=len(bound))
    return language.say("compared.minimum_each", amounts=_amounts(bound, comparison))


def _maximum(bound: Bound, comparison: Comparison, language: Language) -> str:
    """A maximum for all, or what the partners have of their own."""
    if isinstance(bound, Decimal):
        return language.say("compared.maximum", amount=Money(bound, comparison.currency))
    if len(bound) > _NAMED:
        return language.say("compared.maximum_many", number=len(bound))
    return language.say("compared.maximum_each", amounts=_amounts(bound, comparison))


def _amounts(bound: Mapping[str, Decimal], comparison: Comparison) -> Listed:
    names = {row.id: row.name for row in comparison.partners}
    currency = comparison.currency
    return listed(
        say("compared.bound_of", name=names[partner], amount=Money(amount, currency))
        for partner, amount in bound.items()
    )


def _data(bound: Bound | None) -> str | Mapping[str, str] | None:
    if isinstance(bound, dict):
        return {partner: decimal_text(amount) for partner, amount in bound.items()}
    return None if bound is None else decimal_text(bound)
