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
    shown: dict[str, Any] = as_shown(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    return shown


def as_shown(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: as_shown(each) for name, each in value.items()}
    if isinstance(value, list):
        return [as_shown(each) for each in value]
    return str(value) if type(value) is date else value


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


PLAN = {"title": "A", "year": 2026, "partner": {"stad": {}}}
"""A file to which a plan is added."""


@pytest.mark.parametrize(
    ("plan", "is_valid"),
    [
        ({"until": 2028, "2027": {"remove": ["partner.stad"], "cost": {"rent": {}}}}, True),
        ({"until": 2028, "2027": {"partner": {"stad": {"from": "2027-07-01"}}}}, True),
        ({"until": 2028, "2027": {"merge": {"kern": ["stad", "dorp"]}}}, True),
        ({"2027": {}}, False),
        ({"until": 2028, "2027": {"csot": {}}}, False),
        ({"until": 2028, "2027": {"year": 2027}}, False),
        ({"until": 2028, "2027": {"plan": {"until": 2028}}}, False),
        ({"until": 2028, "2027": {"limits": {}}}, False),
        ({"until": 2028, "27": {}}, False),
    ],
)
def test_a_year_of_a_plan_holds_any_part_of_the_file(plan: dict[str, Any], is_valid: bool) -> None:
    assert VALIDATOR.is_valid({**PLAN, "plan": plan}) == is_valid


def test_a_scenario_may_change_a_part_of_a_plan() -> None:
    def is_valid(changed: dict[str, Any]) -> bool:
        plans = {"plan": {"until": 2028}, "scenario": {"other": {"plan": changed}}}
        return VALIDATOR.is_valid({**PLAN, **plans})

    assert is_valid({"2027": {"label": "Later", "cost": {"rent": {"amount": 5}}}})
    assert not is_valid({"2027": {"csot": {}}})


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
