"""The kinds of value a description holds: exact numbers, ids, texts, with their bounds.

Each is an `Annotated` type that says in one sentence what is wrong with a value, and in the
JSON Schema what would be right. Numbers are exact decimals; binary floats never come in.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Context, Decimal
from functools import reduce
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, Discriminator, Field, PlainValidator, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from igs_costshare.description.numerals import Thousands
from igs_costshare.description.unseen import UNSEEN, seen
from igs_costshare.errors import clipped, hidden_in, visible

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


def fault(message: str, hint: str = "") -> PydanticCustomError:
    """A validation error that carries its sentence and hint.

    A value in them may be any text of JSON or of the command line, also half a pair of surrogates,
    which Pydantic cannot put into its own message.
    """
    told = {"message": visible(message), "hint": visible(hint)}
    return PydanticCustomError("fault", "{message}", told)


_NOT_FINITE = {"Infinity": "inf", "-Infinity": "-inf", "NaN": "nan", "-NaN": "-nan"}


def shown(value: object) -> str:
    """A value as a message quotes it, short and in the way TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value) if abs(value) < 10**30 else "a number of more than 30 digits"
    if isinstance(value, Decimal):
        return clipped(str(value) if value.is_finite() else _NOT_FINITE[str(value)])
    if isinstance(value, str):
        return f'"{clipped(value)}"'
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return str(value)


def _decimal(value: object, *, part: bool = False) -> Decimal:
    """An exact decimal within what the tool computes with; `part` is for hints."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        hint = _as_number(value, part) if isinstance(value, str) else ""
        raise fault(f"expected a number, got {shown(value)}", hint)
    if isinstance(value, int):
        # One beyond the bounds stands for all whole numbers beyond, however long.
        return Decimal(max(-LARGEST_NUMBER - 1, min(value, LARGEST_NUMBER + 1)))
    if isinstance(value, Thousands) and value.is_whole:
        raise fault(
            f"{value} would be read as {value.shortest}: the point is a decimal point",
            f"for thousands write `{value.in_thousands}`, otherwise `{value.shortest}`",
        )
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise fault(f"expected a number, got {shown(value)}")
    if exponent < -MOST_DECIMALS:
        raise fault(f"has more than {MOST_DECIMALS} decimals: {shown(value)}")
    return value


_NUMBERS = "numbers stand without quotes and signs, with a decimal point: `84_500.25`"
_PERCENTAGE = re.compile(r"\s*([0-9]{1,3}(?:[.,][0-9]{1,6})?)\s*%\s*")


def _as_number(text: str, part: bool) -> str:
    """How to write a text that should have been a number.

    >>> _as_number("50 %", part=True)
    '50 % is `0.5`'
    >>> _as_number("33,3%", part=False)
    'percentages stand without quotes and sign: `33.3`'
    """
    match = _PERCENTAGE.fullmatch(text)
    if match is None:
        return _NUMBERS
    number = Decimal(match[1].replace(",", "."))
    if not part:
        return f"percentages stand without quotes and sign: `{number}`"
    return _part_of(number) if number <= PERCENT else _NUMBERS


def _part_of(percentage: Decimal) -> str:
    return f"{percentage} % is `{_EXACT.divide(percentage, PERCENT)}`"


def _number(
    smallest: int = 0, largest: int = LARGEST_NUMBER, *, whole: bool = False, part: bool = False
) -> tuple[PlainValidator, WithJsonSchema]:
    """The validator and the JSON Schema of a number within bounds."""

    def check(value: object) -> Decimal:
        number = _decimal(value, part=part or largest == 1)
        if number < smallest:
            raise fault(f"must be at least {smallest}, got {shown(value)}")
        if number > largest:
            hint = _part_of(number) if largest == 1 and 2 <= number <= PERCENT else ""
            raise fault(f"must be at most {largest:_}, got {shown(value)}", hint)
        if whole and number != number.to_integral_value():
            raise fault(f"expected a whole number, got {shown(value)}")
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
Weight = Annotated[Decimal, *_number()]
"""What something counts for, in proportion to its fellows."""
Part = Annotated[Decimal, *_number(0, 1)]
"""A part of a whole, from 0 to 1."""
Ratio = Annotated[Decimal, *_number(part=True)]
"""How large something is beside a whole: 1 is as large."""
Count = Annotated[Decimal, *_number(whole=True)]
"""A whole number of things."""
DaysOfYear = Annotated[Decimal, *_number(0, 366)]
Year = Annotated[Decimal, *_number(1000, 9999, whole=True)]


def one_of_numbers(*allowed: str) -> tuple[PlainValidator, WithJsonSchema]:
    """The validator and the JSON Schema of a number out of a short list."""

    def check(value: object) -> Decimal:
        number = _decimal(value)
        for each in allowed:
            if number == Decimal(each):
                return Decimal(each)
        raise fault(f"must be one of {', '.join(allowed)}, got {shown(value)}")

    return PlainValidator(check), WithJsonSchema({"enum": [json.loads(each) for each in allowed]})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise fault(f"expected a text, got {shown(value)}", "put the text between quotes")
    if not value.strip():
        raise fault("is empty", "give it a text, or leave the field out")
    if not value.isascii() and not seen(value).strip():
        code = f"U+{ord(value[0]):04X}"
        raise fault(
            f"holds invisible characters only, such as {code}",
            "give it a text, or leave the field out",
        )
    if len(value) > MOST_CHARACTERS:
        reason = f"has {len(value):,} characters, more than {MOST_CHARACTERS:,}"
        raise fault(reason, "shorten it: names and labels stand in tables")
    if hidden := hidden_in(value):
        code = f"the invisible character U+{ord(hidden):04X}"
        raise fault(f"holds {_HIDDEN.get(hidden, code)}", "take it out")
    return value


_HIDDEN = {"\n": "a line break", "\r": "a line break", "\t": "a tab"}


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
    raise fault(f"expected a currency code, got {shown(value)}", 'three capital letters: "EUR"')


Currency = Annotated[
    str, PlainValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})
]
"""A code of ISO 4217."""


def _date(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    hint = written_date(value if isinstance(value, str) else "")
    raise fault(f"expected a date, got {shown(value)}", hint)


def written_date(text: str) -> str:
    """How TOML has a date that people write in another way; an example where that is unclear.

    >>> written_date("1/2/2026")
    'dates are written year-month-day, without quotes: `2026-02-01`'
    """
    parts = re.fullmatch(r"([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})", text.strip())
    first, month, last = map(int, parts.groups()) if parts else (0, 0, 0)
    year, day = (first, last) if first > _MOST_DAYS else (last, first)
    try:
        meant = date(year, month, day) if year > _TWO_DIGITS else _SOME_DATE
    except ValueError:  # 31/02, or the month before the day
        meant = _SOME_DATE
    return f"dates are written year-month-day, without quotes: `{meant}`"


_MOST_DAYS = 31
_TWO_DIGITS = 999
"""Years of fewer than four digits may be of any century."""
_SOME_DATE = date(2025, 12, 31)

Date = Annotated[date, PlainValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A day of the calendar, without a time."""
DAY = date
"""What such a day is to a program."""


def _named(what: str) -> Callable[[object], str]:
    """The check of a name that stands elsewhere as an id; `references` says whether it does."""

    def check(value: object) -> str:
        if not isinstance(value, str):
            raise fault(
                f"expected the id of a {what}, got {shown(value)}",
                f'ids stand between quotes: `"{shown(value)}"`' if isinstance(value, int) else "",
            )
        return value

    return check


def _id(
    what: str, refused: frozenset[str] = frozenset(), hint: str = ""
) -> Callable[[object], str]:
    """The check of a new id: in TOML the name of a table or a field, in JSON any value."""

    def check(value: object) -> str:
        if not isinstance(value, str) or not _ID.fullmatch(value):
            text = value if isinstance(value, str) else ""
            near = nearest_id(seen(text))
            unseen = "" if seen(text) == text else "it holds a character that nobody sees; "
            raise fault(
                f"{shown(value)} is not an id",
                f"{unseen}an id is made of lower-case letters, digits, `-` and `_`"
                + (f": `{near}`" if near else ", and starts with a letter or digit"),
            )
        if value in refused:
            raise fault(f"`{value}` is reserved", hint or f"choose another id for the {what}")
        return value

    return check


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

PartnerId = Annotated[str, PlainValidator(_id("partner", RESERVED_IDS)), _id_schema(RESERVED_IDS)]
LineId = Annotated[str, PlainValidator(_id("line", RESERVED_IDS)), _id_schema(RESERVED_IDS)]
UnitId = Annotated[str, PlainValidator(_id("unit")), _id_schema()]
_TAKEN_BY_SCENARIOS = frozenset(("base", "partner", "name"))
ScenarioId = Annotated[
    str,
    PlainValidator(_id("scenario", _TAKEN_BY_SCENARIOS)),
    _id_schema(_TAKEN_BY_SCENARIOS),
]
OwnKeyName = Annotated[
    str,
    PlainValidator(
        _id(
            "key",
            _KEYS_BUILT_IN,
            "`units` and `days` stand in the table of the partner itself, not under `keys`",
        )
    ),
    _id_schema(_KEYS_BUILT_IN),
]
"""A key that partners bring figures for."""

PartnerRef = Annotated[str, PlainValidator(_named("partner")), _id_schema()]
CostRef = Annotated[str, PlainValidator(_named("cost")), _id_schema()]
IncomeRef = Annotated[str, PlainValidator(_named("subsidy or revenue")), _id_schema()]
KeyRef = Annotated[str, PlainValidator(_named("key")), _id_schema()]
ColumnRef = Annotated[str, PlainValidator(_named("column")), _id_schema()]
ScenarioRef = Annotated[str, PlainValidator(_named("scenario")), _id_schema()]
"""Ids that stand for an entry elsewhere: a key may be built in or of the partners' own."""


IN_ORDER = "<in order>"
"""Notes a list of ids whose order counts; in any other the order says nothing."""


def _size(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]?", value):
        return int(value)
    raise fault(f"{shown(value)} is not a household size", "sizes are 1, 2, 3 …")


Size = Annotated[
    int, PlainValidator(_size), WithJsonSchema({"type": "string", "pattern": "^[1-9][0-9]?$"})
]
"""Persons in a household, as the key of a table."""


def _without_gap(prices: dict[int, Decimal]) -> dict[int, Decimal]:
    if not prices:
        raise fault("has no price", "give at least the price for one person: `{ 1 = 16 }`")
    for size in range(1, len(prices) + 1):
        if size not in prices:
            raise fault(
                f"has no price for a household of {size}",
                "sizes run 1, 2, 3 … without a gap; the last price also counts for larger ones",
            )
    return dict(sorted(prices.items()))


Prices = Annotated[
    dict[Size, Amount], AfterValidator(_without_gap), Field(json_schema_extra={"required": ["1"]})
]
"""Euros per day by household size."""


def _with_weight(weights: dict[_K, Decimal]) -> dict[_K, Decimal]:
    if not any(weights.values()):
        raise fault("has no weight above 0")
    return weights


def _ratio_or_parts(weights: dict[_K, Decimal]) -> dict[_K, Decimal]:
    _with_weight(weights)
    total = exact_sum(weights.values())
    if total != 1 and any(weight != weight.to_integral_value() for weight in weights.values()):
        percentages = abs(total - PERCENT) <= ROUNDED_PERCENT
        raise fault(
            f"the weights add up to {total}, not to 1",
            _parts_of_1(weights)
            if percentages
            else "weights are all whole numbers (a ratio, 3 to 2), or parts that add up to 1",
        )
    return weights


def _parts_of_1(percentages: dict[_K, Decimal]) -> str:
    """How to write weights that were given as percentages; the largest takes what is missing."""
    parts = {name: _EXACT.divide(each, PERCENT) for name, each in percentages.items()}
    largest = max(parts, key=parts.__getitem__)
    missing = _EXACT.subtract(Decimal(1), exact_sum(parts.values()))
    parts[largest] = _EXACT.add(parts[largest], missing).normalize(_EXACT)
    written = ", ".join(f"{clipped(str(name))} = {part}" for name, part in parts.items())
    return f"weights are parts of 1, not of 100: `{{ {written} }}`"


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
