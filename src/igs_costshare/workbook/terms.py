"""The figures that a contribution states, as the formulas read them.

They are found by walking through what the file states; a cell of its own has each that the
formulas of the normal form ask for by its name. What a model states under other names is in its
normal form, and in the formulas as a figure that is fixed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple, assert_never

from igs_costshare.description.bounds import BOUNDS, BoundKind, Measure
from igs_costshare.description.contributions import Contribution
from igs_costshare.description.numbers import numbers_of
from igs_costshare.errors import Path
from igs_costshare.messages import Message, say
from igs_costshare.wording.language import Language
from igs_costshare.workbook.naming import key_heading, key_word, price_of_one


class Term(NamedTuple):
    """A figure of a contribution that is the same for all."""

    path: Path
    """Below the contribution."""
    label: str
    number: Decimal
    remark: str


def _bound_label(kind: BoundKind) -> Message:
    least = kind.side == "least"
    match kind.measure:
        case Measure.EUROS:
            return say("workbook.minimum") if least else say("workbook.maximum")
        case Measure.PART:
            return say("workbook.minimum_share") if least else say("workbook.maximum_share")
        case Measure.RISE:
            return say("workbook.max_rise")
        case _:
            assert_never(kind.measure)


BOUND_LABELS: Mapping[str, Message] = {kind.field: _bound_label(kind) for kind in BOUNDS}
"""What bounds are called, for all or of each partner, by their fields."""


def terms(model: Contribution, language: Language) -> Iterator[Term]:
    """The figures that stand alone, in the order of the sheet."""
    numbers = dict(numbers_of(model))
    for path, number in numbers.items():
        # A bracket has a rate, or it is a class and has an amount.
        told = _told(path, language, is_class=(*path[:-1], "amount") in numbers)
        if told is not None:
            yield Term(path, told[0], number, told[1])


def _told(path: Path, language: Language, *, is_class: bool) -> tuple[str, str] | None:
    """Label and remark; None for what is not the same for all, or is read by no formula."""
    match path:
        case ("fixed_share",):
            return language.say("workbook.fixed_share"), ""
        case ("fixed_amount",):
            return language.say("workbook.fixed_amount"), language.say("workbook.a_partner")
        case (str(field),) if field in BOUND_LABELS:
            return language.tell(BOUND_LABELS[field]), language.say("workbook.a_partner")
        case ("key", str(key)):
            word = language.say("value.quoted", text=key)
            if language.known_key(key) is not None:
                word = key_word(key, language)
            return language.say("workbook.key_weight", key=word), language.say("workbook.weight")
        case ("rate", str(key)):
            word = key_word(key, language)
            return language.say("workbook.rate", key=word), price_of_one(key, language)
        case ("rate", str(key), int(at), "up_to" | "rate" | "amount" as field):
            return _of_bracket(key, at + 1, field, language, is_class=is_class)
    return None


def _of_bracket(
    key: str,
    number: int,
    field: Literal["up_to", "rate", "amount"],
    language: Language,
    *,
    is_class: bool,
) -> tuple[str, str]:
    word = key_heading(key, language)
    match field:
        case "up_to" if is_class:
            label = language.say("workbook.class_up_to", key=word, number=number)
            return label, language.say("workbook.included")
        case "up_to":
            label = language.say("workbook.up_to", key=word, number=number)
            return label, language.say("workbook.included")
        case "rate":
            label = language.say("workbook.bracket_rate", key=word, number=number)
            return label, price_of_one(key, language)
        case "amount":
            label = language.say("workbook.bracket_amount", key=word, number=number)
            return label, language.say("workbook.once")
        case _:
            assert_never(field)
