"""The JSON Schema of the file: what editors complete and check while one types."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import combinations
from typing import Any

from igs_costshare.description.alternatives import ALTERNATIVES, Alternatives
from igs_costshare.description.contributions import FileTable
from igs_costshare.description.kinds import kinds_of, meaning_of, models_of, tables_at
from igs_costshare.description.network import Network
from igs_costshare.description.values import YEAR_NAME
from igs_costshare.messages import Message

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL = {"type": "null"}
_NOT_IN_A_SCENARIO = ("scenario", "expected", "limits", "payment", "settlement")
_NOT_IN_A_YEAR = (*_NOT_IN_A_SCENARIO, "plan", "year")


def schema_text(told: Callable[[Message], str]) -> str:
    """The schema as indented JSON; every field has a description and its unit in `x-unit`.

    `told` gives the text of a description, which begins with a capital here.
    """
    plain = Network.model_json_schema(by_alias=True)
    kinds = {kind.__name__: kind for kind in kinds_of(FileTable)}
    plain["$defs"] = {
        name: _with_meanings(table, kinds[name], told) for name, table in plain["$defs"].items()
    }
    schema = _tidied({"$schema": DIALECT, **_with_meanings(plain, Network, told)})
    for rule in ALTERNATIVES:
        for table in tables_at(tuple(rule.where.split("."))):
            if not rule.model or rule.model in models_of(table):
                rules = schema["$defs"][table.__name__].setdefault("allOf", [])
                rules += [each for each in _in_schema(rule) if each not in rules]
    _with_overlays(schema)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _with_meanings(
    schema: dict[str, Any], table: type[FileTable], told: Callable[[Message], str]
) -> dict[str, Any]:
    """The schema of a table that says what the table is, and each of its fields."""

    def with_meaning(part: dict[str, Any], field: str = "") -> dict[str, Any]:
        text = told(meaning_of(table, field))
        return dict(sorted({**part, "description": f"{text[:1].upper()}{text[1:]}"}.items()))

    fields = {name: with_meaning(part, name) for name, part in schema["properties"].items()}
    return with_meaning({**schema, "properties": fields})


def _with_overlays(schema: dict[str, Any]) -> None:
    """Let a scenario and a year of a plan hold any part of the file, with nothing required."""
    tables = schema["$defs"]
    loose = {f"{name}Override": _loosened(table) for name, table in tables.items()}
    for name, elsewhere in (("Scenario", _NOT_IN_A_SCENARIO), ("YearBlock", _NOT_IN_A_YEAR)):
        fields = {key: each for key, each in schema["properties"].items() if key not in elsewhere}
        tables[name]["properties"] |= _loosened(fields)
        tables[name]["additionalProperties"] = False
        del loose[f"{name}Override"]
    for plan in (tables["Plan"], loose["PlanOverride"]):
        plan["patternProperties"] = {YEAR_NAME: {"$ref": "#/$defs/YearBlock"}}
        plan["additionalProperties"] = False
    tables |= loose


def _loosened(schema: Any) -> Any:
    """The schema for a part of a table: nothing is required, and no default is implied."""
    if isinstance(schema, list):
        return [_loosened(each) for each in schema]
    if not isinstance(schema, dict):
        return f"{schema}Override" if str(schema).startswith("#/$defs/") else schema
    return {
        "anyOf" if key == "oneOf" else key: _loosened(value)
        for key, value in schema.items()
        if key not in ("required", "discriminator", "default", "allOf", "minProperties")
    }


def _in_schema(rule: Alternatives) -> list[dict[str, Any]]:
    """The rule in the terms of JSON Schema."""
    if rule.needed:
        return [{"oneOf": [{"required": [field]} for field in rule.fields]}]
    return [{"not": {"required": list(pair)}} for pair in combinations(rule.fields, 2)]


def _tidied(schema: Any) -> Any:
    """The schema without nulls, which TOML has not, and with no other keys in tables of ids."""
    if isinstance(schema, list):
        return [_tidied(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    tidy = {
        key: _tidied(value)
        for key, value in schema.items()
        if not (key == "default" and value is None)
        and not (key == "title" and isinstance(value, str))
    }
    if _NULL in tidy.get("anyOf", ()):
        alternatives = [each for each in tidy.pop("anyOf") if each != _NULL]
        tidy |= alternatives[0] if len(alternatives) == 1 else {"anyOf": alternatives}
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    return tidy
