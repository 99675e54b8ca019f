"""The kinds of value a description holds: exact numbers, ids, texts, with their bounds.

Each is an `Annotated` type that says in one sentence what is wrong with a value, and in the
JSON Schema what would be right. Numbers are exact decimals; binary floats never come in.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Context, Decimal
from functools import reduce
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, Discriminator, Field, PlainValidator, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from igs_costshare.description.numerals import Thousands
from igs_costshare.description.unseen import UNSEEN, seen
from igs_costshare.errors import clipped, hidden_in
from igs_costshare.messages import Message, Toml, say

_K = TypeVar("_K")

LARGEST_NUMBER = 10**12
MOST_CHARACTERS = 1_000
"""Of a name, a label or a basis."""
MOST_DECIMALS = 10

PERCENT = Decimal(100)
ROUNDED_PERCENT = Decimal("0.1")
"""How far published percentages, which are rounded, may be from 100 together."""

BUILT_IN_KEYS = ("partners", "units", "days", "use")
"""Keys that every network has; see `figures`."""

PER_WORDS = {"unit": "units", "partner": "partners", "day": "days"}
"""What `per` may say instead of a key, and the key it stands for."""

RESERVED_IDS = frozenset(
    (
        "partner",
        "name",
        "units",
        "expenses",
        "revenues",
        "balance",
        "contribution",
        "day_price",
        "day_price_paid",
        "total",
        "reserve",
        "largest",
        "largest-remainder",
    )
)
"""Names with a meaning of their own among the columns, rows and takers of a difference."""

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


_EXACT = Context(prec=100)


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """The sum of the numbers, exact whatever the precision of the caller's decimal context."""
    return reduce(_EXACT.add, numbers, Decimal(0))


@dataclass(frozen=True, repr=False)
class Fault:
    """What is wrong with a value, and the way out, as Pydantic hands it on.

    It has no text of its own, for Pydantic makes one of all that goes with an error: a value may
    be any text of JSON or of the command line, also half a pair of surrogates.
    """

    message: Message
    hint: Message | None


def fault(message: Message, hint: Message | None = None) -> PydanticCustomError:
    """A validation error that carries its message and hint."""
    return PydanticCustomError("fault", "a fault", {"fault": Fault(message, hint)})


def _decimal(value: object, *, part: bool = False) -> Decimal:
    """An exact decimal within what the tool computes with; `part` is for hints."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        hint = _as_number(value, part) if isinstance(value, str) else None
        raise fault(say("fault.no_number", got=Toml(value)), hint)
    if isinstance(value, int):
        # One beyond the bounds stands for all whole numbers beyond, however long.
        return Decimal(max(-LARGEST_NUMBER - 1, min(value, LARGEST_NUMBER + 1)))
    if isinstance(value, Thousands) and value.is_whole:
        raise fault(
            say("fault.thousands", written=str(value), read=value.shortest),
            say("fault.for_thousands", thousands=value.in_thousands, otherwise=value.shortest),
        )
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise fault(say("fault.no_number", got=Toml(value)))
    if exponent < -MOST_DECIMALS:
        raise fault(say("fault.decimals", most=MOST_DECIMALS, got=Toml(value)))
    return value


_NUMBERS = say("fault.numbers")
_PERCENTAGE = re.compile(r"\s*([0-9]{1,3}(?:[.,][0-9]{1,6})?)\s*%\s*")


def _as_number(text: str, part: bool) -> Message:
    """How to write a text that should have been a number.

    >>> _as_number("50 %", part=True) == say("fault.part", percentage=Decimal(50), part="0.5")
    True
    >>> _as_number("33,3%", part=False) == say("fault.percentages", number="33.3")
    True
    """
    match = _PERCENTAGE.fullmatch(text)
    if match is None:
        return _NUMBERS
    number = Decimal(match[1].replace(",", "."))
    if not part:
        return say("fault.percentages", number=str(number))
    return _part_of(number) if number <= PERCENT else _NUMBERS


def _part_of(percentage: Decimal) -> Message:
    part = str(_EXACT.divide(percentage, PERCENT))
    return say("fault.part", percentage=percentage, part=part)


def _number(
    smallest: int = 0,
    largest: int = LARGEST_NUMBER,
    *,
    whole: bool = False,
    part: bool = False,
    year: bool = False,
) -> tuple[PlainValidator, WithJsonSchema]:
    """The validator and the JSON Schema of a number within bounds; a year has no thousands."""

    def check(value: object) -> Decimal:
        number = _decimal(value, part=part or largest == 1)
        if number < smallest:
            least = str(smallest) if year else smallest
            raise fault(say("fault.at_least", least=least, got=Toml(value)))
        if number > largest:
            hint = _part_of(number) if largest == 1 and 2 <= number <= PERCENT else None
            most = str(largest) if year else largest
            raise fault(say("fault.at_most", most=most, got=Toml(value)), hint)
        if whole and number != number.to_integral_value():
            raise fault(say("fault.not_whole", got=Toml(value)))
        return number

    schema: dict[str, Any] = {
        "type": "integer" if whole else "number",
        "minimum": smallest,
        "maximum": largest,
    }
    return PlainValidator(check), WithJsonSchema(schema)


Amount = Annotated[Decimal, *_number()]
"""Euros (or the currency of the file), not negative."""
Signed = Annotated[Decimal, *_number(-LARGEST_NUMBER)]
"""Euros, above or below 0."""
Rate = Annotated[Decimal, *_number()]
"""Euros for each one of a key figure, not negative."""
Figure = Annotated[Decimal, *_number()]
"""A quantity of something: inhabitants, days; not negative."""
Staff = Annotated[Decimal, *_number()]
"""Full-time equivalents: 2.125 is no two thousand."""
Weight = Annotated[Decimal, *_number()]
"""What something counts for, in proportion to its fellows."""
Part = Annotated[Decimal, *_number(0, 1)]
"""A part of a whole, from 0 to 1."""
Ratio = Annotated[Decimal, *_number(part=True)]
"""How large something is beside a whole: 1 is as large."""
Count = Annotated[Decimal, *_number(whole=True)]
"""A whole number of things."""
DaysOfYear = Annotated[Decimal, *_number(0, 366)]
Year = Annotated[Decimal, *_number(1000, 9999, whole=True, year=True)]


def one_of_numbers(*allowed: str) -> tuple[PlainValidator, WithJsonSchema]:
    """The validator and the JSON Schema of a number out of a short list."""

    def check(value: object) -> Decimal:
        number = _decimal(value)
        for each in allowed:
            if number == Decimal(each):
                return Decimal(each)
        raise fault(say("fault.not_among", allowed=", ".join(allowed), got=Toml(value)))

    return PlainValidator(check), WithJsonSchema({"enum": [json.loads(each) for each in allowed]})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise fault(say("fault.no_text", got=Toml(value)), say("fault.between_quotes"))
    if not value.strip():
        raise fault(say("fault.empty_text"), say("fault.give_text"))
    if not value.isascii() and not seen(value).strip():
        invisible = say("fault.invisible_text", code=f"U+{ord(value[0]):04X}")
        raise fault(invisible, say("fault.give_text"))
    if len(value) > MOST_CHARACTERS:
        too_long = say("fault.too_long", characters=len(value), most=MOST_CHARACTERS)
        raise fault(too_long, say("fault.shorten"))
    if hidden := hidden_in(value):
        raise fault(_hidden(hidden), say("fault.take_out"))
    return value


def _hidden(character: str) -> Message:
    """That a text holds a character that nobody sees."""
    match character:
        case "\n" | "\r":
            return say("fault.line_break")
        case "\t":
            return say("fault.tab")
    return say("fault.hidden", code=f"U+{ord(character):04X}")


_VISIBLE = (
    rf"^(?=[\s\S]*[^\s{UNSEEN}])"
    r"[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*$"
)
Text = Annotated[
    str,
    PlainValidator(_text),
    WithJsonSchema({"type": "string", "pattern": _VISIBLE, "maxLength": MOST_CHARACTERS}),
]
"""A name or label: not empty, and no character that would break a line or turn it round."""


def _currency(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[A-Z]{3}", value):
        return value
    raise fault(say("fault.no_currency", got=Toml(value)), say("fault.currency_code"))


Currency = Annotated[
    str, PlainValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})
]
"""A code of ISO 4217."""


def _date(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    hint = written_date(value if isinstance(value, str) else "")
    raise fault(say("fault.no_date", got=Toml(value)), hint)


def written_date(text: str) -> Message:
    """How TOML has a date that people write in another way; an example where that is unclear.

    >>> written_date("1/2/2026") == say("fault.dates", written="2026-02-01")
    True
    """
    parts = re.fullmatch(r"([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})", text.strip())
    first, month, last = map(int, parts.groups()) if parts else (0, 0, 0)
    year, day = (first, last) if first > _MOST_DAYS else (last, first)
    try:
        meant = date(year, month, day) if year > _TWO_DIGITS else _SOME_DATE
    except ValueError:  # 31/02, or the month before the day
        meant = _SOME_DATE
    return say("fault.dates", written=meant.isoformat())


_MOST_DAYS = 31
_TWO_DIGITS = 999
"""Years of fewer than four digits may be of any century."""
_SOME_DATE = date(2025, 12, 31)

Date = Annotated[date, PlainValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A day of the calendar, without a time."""
DAY = date
"""What such a day is to a program."""


def _named(what: Message) -> Callable[[object], str]:
    """The check of a name that stands elsewhere as an id; `references` says whether it does."""

    def check(value: object) -> str:
        if not isinstance(value, str):
            quoted = say("fault.quote_id", id=Toml(value)) if isinstance(value, int) else None
            raise fault(say("fault.no_id_of", what=what, got=Toml(value)), quoted)
        return value

    return check


def _id(
    refused: frozenset[str] = frozenset(), hint: Message | None = None
) -> Callable[[object], str]:
    """The check of a new id: in TOML the name of a table or a field, in JSON any value.

    `hint` is the way out for one that is refused.
    """

    def check(value: object) -> str:
        if not isinstance(value, str) or not _ID.fullmatch(value):
            text = value if isinstance(value, str) else ""
            raise fault(say("fault.no_id", got=Toml(value)), _as_id(text))
        if value in refused:
            raise fault(say("fault.reserved", id=value), hint)
        return value

    return check


def _as_id(text: str) -> Message:
    """What an id is made of, and which one a text could be."""
    near = nearest_id(seen(text))
    made = say("fault.id_near", id=near) if near else say("fault.id_made")
    return made if seen(text) == text else say("fault.id_unseen", made=made)


def nearest_id(name: str) -> str:
    """What a name could be called as an id; empty where nothing is left of it.

    >>> nearest_id("Sint-Niklaas & Beërnem")
    'sint-niklaas-beernem'
    """
    letters = unicodedata.normalize("NFKD", clipped(name).lower())
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return re.sub(r"[^a-z0-9_-]+|-{2,}", "-", plain).strip("_-")


def _id_schema(refused: Iterable[str] = ()) -> WithJsonSchema:
    others = f"(?!(?:{'|'.join(sorted(refused))})$)" if refused else ""
    return WithJsonSchema({"type": "string", "pattern": f"^{others}{_ID.pattern}$"})


_KEYS_BUILT_IN = frozenset({*BUILT_IN_KEYS, *PER_WORDS})

PartnerId = Annotated[
    str,
    PlainValidator(_id(RESERVED_IDS, say("fault.other_partner"))),
    _id_schema(RESERVED_IDS),
]
LineId = Annotated[
    str, PlainValidator(_id(RESERVED_IDS, say("fault.other_line"))), _id_schema(RESERVED_IDS)
]
UnitId = Annotated[str, PlainValidator(_id()), _id_schema()]
_TAKEN_BY_SCENARIOS = frozenset(("base", "partner", "name"))
ScenarioId = Annotated[
    str,
    PlainValidator(_id(_TAKEN_BY_SCENARIOS, say("fault.other_scenario"))),
    _id_schema(_TAKEN_BY_SCENARIOS),
]
OwnKeyName = Annotated[
    str,
    PlainValidator(_id(_KEYS_BUILT_IN, say("fault.built_in_keys"))),
    _id_schema(_KEYS_BUILT_IN),
]
"""A key that partners bring figures for."""

PartnerRef = Annotated[str, PlainValidator(_named(say("fault.a_partner"))), _id_schema()]
CostRef = Annotated[str, PlainValidator(_named(say("fault.a_cost"))), _id_schema()]
IncomeRef = Annotated[str, PlainValidator(_named(say("fault.an_income"))), _id_schema()]
KeyRef = Annotated[str, PlainValidator(_named(say("fault.a_key"))), _id_schema()]
ColumnRef = Annotated[str, PlainValidator(_named(say("fault.a_column"))), _id_schema()]
ScenarioRef = Annotated[str, PlainValidator(_named(say("fault.a_scenario"))), _id_schema()]
"""Ids that stand for an entry elsewhere: a key may be built in or of the partners' own."""


IN_ORDER = "<in order>"
"""Notes a list of ids whose order counts; in any other the order says nothing."""


def _size(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]?", value):
        return int(value)
    raise fault(say("fault.no_size", got=Toml(value)), say("fault.sizes"))


Size = Annotated[
    int, PlainValidator(_size), WithJsonSchema({"type": "string", "pattern": "^[1-9][0-9]?$"})
]
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
    parts = {name: _EXACT.divide(each, PERCENT) for name, each in percentages.items()}
    largest = max(parts, key=parts.__getitem__)
    missing = _EXACT.subtract(Decimal(1), exact_sum(parts.values()))
    parts[largest] = _EXACT.add(parts[largest], missing).normalize(_EXACT)
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
