"""Which agreed bounds hold for the contribution models that are compared, in words and in data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from igs_costshare.comparing.comparison import Comparison, Option
from igs_costshare.description.contributions import Model
from igs_costshare.description.tables import Bound, PartBound
from igs_costshare.messages import Listed, Message, Money, Percent, listed, say
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import Language

_NAMED = 3
"""Partners whose own bounds are named."""
_AnyBound: TypeAlias = Bound | PartBound | None
_Figure = Callable[[Decimal], Money | Message]
"""How a bound is told: an amount, or a part of the whole."""


def bounds_told(
    comparison: Comparison, headings: Sequence[str], language: Language
) -> Iterator[str]:
    """What the bounds are, for which options they hold, and for which not."""
    agreed = next((option.agreed for option in comparison.options if option.agreed), None)
    if agreed is None:
        return
    told = _Told(comparison, language)
    limits = [
        told.minimum(agreed.minimum, told.money),
        told.maximum(agreed.maximum, told.money),
        told.minimum(agreed.minimum_share, _of_whole),
        told.maximum(agreed.maximum_share, _of_whole),
    ]
    yield language.say("compared.bounds", bounds=language.listed([each for each in limits if each]))
    named = [*zip(comparison.options, headings, strict=True)]
    held = "; ".join(heading for option, heading in named if _held(option))
    left_out = "; ".join(heading for option, heading in named if not _held(option))
    if held:
        yield language.say("compared.bounds_hold", options=held)
    if left_out:
        yield language.say("compared.bounds_left_out", options=left_out)


def bounds_data(model: Model) -> Mapping[str, str | Mapping[str, str] | None]:
    """The bounds that hold for a model, as the objects of JSON."""
    shares = {field: getattr(model, field) for field in ("minimum_share", "maximum_share")}
    of_whole = {field: _data(bound) for field, bound in shares.items() if bound is not None}
    return {"minimum": _data(model.minimum), "maximum": _data(model.maximum), **of_whole}


def _held(option: Option) -> bool:
    return option.model is not None and option.model.has_bounds


class _Told:
    """Bounds in words: one for all, or what the partners have of their own; empty without any."""

    def __init__(self, comparison: Comparison, language: Language) -> None:
        self.language, self.currency = language, comparison.currency
        self.names = {row.id: row.name for row in comparison.partners}

    def minimum(self, bound: _AnyBound, figure: _Figure) -> str:
        if bound is None:
            return ""
        if isinstance(bound, Decimal):
            return self.language.say("compared.minimum", amount=figure(bound))
        if len(bound) > _NAMED:
            return self.language.say("compared.minimum_many", number=len(bound))
        return self.language.say("compared.minimum_each", amounts=self._each(bound, figure))

    def maximum(self, bound: _AnyBound, figure: _Figure) -> str:
        if bound is None:
            return ""
        if isinstance(bound, Decimal):
            return self.language.say("compared.maximum", amount=figure(bound))
        if len(bound) > _NAMED:
            return self.language.say("compared.maximum_many", number=len(bound))
        return self.language.say("compared.maximum_each", amounts=self._each(bound, figure))

    def money(self, amount: Decimal) -> Money:
        return Money(amount, self.currency)

    def _each(self, bound: Mapping[str, Decimal], figure: _Figure) -> Listed:
        return listed(
            say("compared.bound_of", name=self.names[partner], amount=figure(number))
            for partner, number in bound.items()
        )


def _of_whole(part: Decimal) -> Message:
    """A bound that is a part of what is shared."""
    return say("compared.part_of_whole", part=Percent(part))


def _data(bound: _AnyBound) -> str | Mapping[str, str] | None:
    if isinstance(bound, dict):
        return {partner: decimal_text(amount) for partner, amount in bound.items()}
    return None if bound is None else decimal_text(bound)
