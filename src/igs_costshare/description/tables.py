"""Kinds of table a description holds: prices, weights and bounds, or one value for all."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Discriminator, Field, Tag

from igs_costshare.description.fault import Checked, fault
from igs_costshare.description.ids import HolderRef, KeyRef, PartnerRef, PayerRef
from igs_costshare.description.values import (
    EXACT,
    PERCENT,
    ROUNDED_PERCENT,
    Amount,
    Figure,
    Part,
    Weight,
    exact_sum,
)
from igs_costshare.errors import clipped
from igs_costshare.messages import Message, Toml, say

_K = TypeVar("_K")


def _size(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]?", value):
        return int(value)
    raise fault(say("fault.no_size", got=Toml(value)), say("fault.sizes"))


Size = Annotated[int, Checked(_size, {"type": "string", "pattern": "^[1-9][0-9]?$"})]
"""Persons in a household, as the key of a table."""


def _without_gap(prices: dict[int, Decimal]) -> dict[int, Decimal]:
    if not prices:
        raise fault(say("fault.no_price"), say("fault.give_price"))
    for size in range(1, len(prices) + 1):
        if size not in prices:
            raise fault(say("fault.no_price_for", size=size), say("fault.sizes_without_gap"))
    return dict(sorted(prices.items()))


Prices = Annotated[
    dict[Size, Amount], AfterValidator(_without_gap), Field(json_schema_extra={"required": ["1"]})
]
"""Euros per day by household size."""


def _with_weight(weights: dict[_K, Decimal]) -> dict[_K, Decimal]:
    if not any(weights.values()):
        raise fault(say("fault.no_weight"))
    return weights


def _ratio_or_parts(weights: dict[_K, Decimal]) -> dict[_K, Decimal]:
    _with_weight(weights)
    total = exact_sum(weights.values())
    if total != 1 and any(weight != weight.to_integral_value() for weight in weights.values()):
        percentages = abs(total - PERCENT) <= ROUNDED_PERCENT
        raise fault(
            say("fault.weights", total=total),
            _parts_of_1(weights) if percentages else say("fault.ratio_or_parts"),
        )
    return weights


def _parts_of_1(percentages: dict[_K, Decimal]) -> Message:
    """How to write weights that were given as percentages; the largest takes what is missing."""
    parts = {name: EXACT.divide(each, PERCENT) for name, each in percentages.items()}
    largest = max(parts, key=parts.__getitem__)
    missing = EXACT.subtract(Decimal(1), exact_sum(parts.values()))
    parts[largest] = EXACT.add(parts[largest], missing).normalize(EXACT)
    written = ", ".join(f"{clipped(str(name))} = {part}" for name, part in parts.items())
    return say("fault.parts_of_1", written=f"{{ {written} }}")


Mix = Annotated[dict[Size, Weight], AfterValidator(_with_weight)]
"""Weights of the household sizes."""
WeightedKeys = Annotated[dict[KeyRef, Weight], AfterValidator(_ratio_or_parts)]
"""Several keys, each with the part of the amount that it divides."""

ONE, TABLE, LIST = "<one>", "<table>", "<list>"
"""Tags of the alternatives of one field. No id looks like them, so that they can be told from
what stands in the file when a problem is traced to its place."""


def one_or_table(value: object) -> str:
    """Which alternative a value belongs to, for fields that take no list."""
    return TABLE if isinstance(value, dict) else ONE


def one_or_list(value: object) -> str:
    """Which alternative a value belongs to, for fields that take no table."""
    return LIST if isinstance(value, list) else ONE


Days = Annotated[
    Annotated[Figure, Tag(ONE)] | Annotated[dict[Size, Figure], Tag(TABLE)],
    Discriminator(one_or_table),
]
Key = Annotated[
    Annotated[KeyRef, Tag(ONE)] | Annotated[WeightedKeys, Tag(TABLE)],
    Discriminator(one_or_table),
]
Bound = Annotated[
    Annotated[Amount, Tag(ONE)] | Annotated[dict[PartnerRef, Amount], Tag(TABLE)],
    Discriminator(one_or_table),
]
PartBound = Annotated[
    Annotated[Part, Tag(ONE)] | Annotated[dict[PartnerRef, Part], Tag(TABLE)],
    Discriminator(one_or_table),
]
Payers = Annotated[
    Annotated[PayerRef, Tag(ONE)] | Annotated[dict[HolderRef, Amount], Tag(TABLE)],
    Discriminator(one_or_table),
]
"""Who paid or received all of a line, or what each of several did, in euros."""
