"""The JSON Schema says what the reader accepts, as far as a schema can."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from command import run

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docs" / "network.schema.json"
SCHEMA: dict[str, Any] = json.loads(FILE.read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
TEMPLATES = sorted((ROOT / "src" / "igs_costshare" / "wording" / "locales").glob("*/*.toml"))
FIELD_FAULTS = sorted(
    path
    for pattern in ("field-*.toml", "excerpt-*.toml", "place-*.toml")
    for path in (ROOT / "tests" / "gallery").glob(pattern)
)

BEYOND_A_SCHEMA = {
    "field-mix-of-nothing": "the sum of weights",
    "field-nan-for-number": "JSON has no nan",
    "field-percentages-for-weights": "the sum of weights",
    "field-prices-with-a-gap": "sizes without a gap",
    "field-rounded-percentages-for-weights": "the sum of weights",
    "field-too-many-decimals": "the digits of a number",
    "field-weights": "the sum of weights",
    "field-weights-of-nothing": "the sum of weights",
    "place-list-over-lines": "a broken reference",
}
"""Faults that only the tool finds, with what a schema cannot express."""


def read(path: Path) -> dict[str, Any]:
    """The file as editors show it to a schema: a date is a string with a format."""
    tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    terms = [each.get("governance", {}) for each in (tables, *tables.get("scenario", {}).values())]
    for table in (*terms, *tables.get("payment", {}).values()):
        table |= {name: str(value) for name, value in table.items() if isinstance(value, date)}
    return tables


def test_the_schema_in_docs_is_what_the_command_prints() -> None:
    result = run("schema")
    assert (result.code, result.err) == (0, "")
    assert result.out == FILE.read_bytes()


def test_the_schema_is_sound_json_schema() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", [*EXAMPLES, *TEMPLATES], ids=lambda path: path.stem)
def test_what_the_tool_ships_is_valid(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(read(path))] == []


@pytest.mark.parametrize("path", FIELD_FAULTS, ids=lambda path: path.stem)
def test_a_faulty_field_is_invalid(path: Path) -> None:
    assert VALIDATOR.is_valid(read(path)) == (path.stem in BEYOND_A_SCHEMA)


TABLES: dict[str, dict[str, Any]] = {"Network": SCHEMA, **SCHEMA["$defs"]}
FIELDS = {
    f"{table}.{name}": field
    for table, schema in TABLES.items()
    for name, field in schema["properties"].items()
}


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_every_field_has_a_meaning_and_a_unit(field: dict[str, Any]) -> None:
    assert field["description"][0].isupper()
    assert not field["description"].endswith(".")
    assert field["x-unit"]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_table_takes_unknown_fields(table: dict[str, Any]) -> None:
    assert table["additionalProperties"] is False
    assert table["description"].endswith(".")


def test_nothing_is_null_in_toml() -> None:
    assert "null" not in FILE.read_text(encoding="utf-8")
