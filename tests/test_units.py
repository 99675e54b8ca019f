"""Every number of a file is shown in the unit of its field, as the schema has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from igs_costshare.description.kinds import fields_of
from igs_costshare.description.network import Network
from igs_costshare.description.schema import schema_text
from igs_costshare.errors import Path
from igs_costshare.wording.language import english
from igs_costshare.wording.language import language as language_of
from igs_costshare.wording.units import Notation, notation_at, number_text, number_texts


def told(value: str, path: Path, lang: str = "nl", currency: str = "EUR") -> str:
    text = number_text(Decimal(value), notation_at(path), currency, language_of(lang))
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("contribution", "shares", "stad"), "12,5 %"),
        (("contribution", "rate", "inhabitants"), "€ 12,50"),
        (("contribution", "rate", "inhabitants", 0, "up_to"), "12,5"),
        (("contribution", "rate", "inhabitants", 0, "rate"), "€ 12,50"),
        (("contribution", "rate", "inhabitants", 0, "amount"), "€ 12,50"),
        (("contribution", "key", "rate"), "12,5"),
        (("contribution", "minimum"), "€ 12,50"),
        (("contribution", "maximum", "stad"), "€ 12,50"),
        (("cost", "rent", "contribution", "rate", "youth", 1, "up_to"), "12,5"),
        (("cost", "rent", "contribution", "fixed_share"), "1.250 %"),
        (("cost", "rent", "fte"), "12,5"),
        (("cost", "rent", "fte_cost"), "€ 12,50"),
        (("cost", "occupancy", "amount"), "€ 12,50"),
        (("subsidy", "grant", "rate"), "1.250 %"),
        (("subsidy", "grant", "match"), "12,5"),
        (("day_price", "prices", "1"), "€ 12,50"),
        (("day_price", "mix", "1"), "12,5"),
        (("day_price", "days"), "12,5"),
        (("partner", "stad", "keys", "amount"), "12,5"),
        (("partner", "stad", "days", "2"), "12,5"),
        (("partner", "prices", "units"), "12,5"),
        (("unit", "huis", "occupancy"), "1.250 %"),
        (("rounding", "unit"), "€ 12,50"),
        (("limits", "coverage_min"), "1.250 %"),
        (("limits", "per_inhabitant_max"), "€ 12,50"),
        (("nothing", "like", "it"), "12,5"),
    ],
)
def test_a_number_is_told_in_the_unit_of_its_field(path: Path, expected: str) -> None:
    assert told("12.50", path) == expected


def test_a_year_is_no_amount_and_has_no_thousands() -> None:
    assert told("2026", ("year",)) == "2026"
    assert told("2026", ("programme", "plan_samenleven", "incentive_year"), "en") == "2026"


def test_amounts_are_in_the_currency_of_the_file() -> None:
    assert told("1234567.5", ("fte", "cost"), "en", "USD") == "USD 1,234,567.50"
    assert told("0.12345", ("contribution", "rate", "x")) == "€ 0,12345"


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Notation.MONEY, ["€ 1.000,00", "€ 2,50"]),
        (Notation.PART, ["100.000 %", "250 %"]),
        (Notation.PERCENT, ["1.000,0 %", "2,5 %"]),
        (Notation.NUMBER, ["1.000,0", "2,5"]),
    ],
)
def test_numbers_of_one_field_have_as_many_decimals(unit: Notation, expected: list[str]) -> None:
    texts = number_texts([Decimal(1000), Decimal("2.5")], unit, "EUR", language_of("nl"))
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts] == expected


def test_no_numbers_are_no_texts() -> None:
    assert number_texts([], Notation.NUMBER, "EUR", language_of("nl")) == []


def paths(schema: dict[str, Any], tables: dict[str, Any], path: Path) -> Iterator[Path]:
    """A path to every field of the schema that states a unit."""
    if "$ref" in schema:
        schema = tables[schema["$ref"].removeprefix("#/$defs/")]
    for name, field in schema.get("properties", {}).items():
        yield (*path, name)
        yield from paths(field, tables, (*path, name))
    for inner in (
        *schema.get("patternProperties", {}).values(),
        schema.get("additionalProperties"),
    ):
        if isinstance(inner, dict):
            yield from paths(inner, tables, (*path, "x"))
    if "items" in schema:
        yield from paths(schema["items"], tables, (*path, 0))
    for each in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from paths(each, tables, path)


def test_every_unit_of_the_schema_is_known() -> None:
    schema = json.loads(schema_text(english().tell))
    schema["properties"].pop("scenario")
    every = set(paths(schema, schema["$defs"], ()))
    assert {("contribution", "rate", "x", 0, "up_to"), ("fte", "cost")} <= every
    assert {(name,) for name in fields_of(Network)} - {("scenario",)} <= every
    assert {notation_at(path) for path in every} == {*Notation}
