"""The JSON Schema of the file: what editors complete and check while one types."""

from __future__ import annotations

import json
from typing import Any

from igs_costshare.network import Network, Rounding

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """The schema as indented JSON; every field has a description and its unit in `x-unit`."""
    schema = {"$schema": DIALECT, **Network.model_json_schema(by_alias=True)}
    return json.dumps(_closed(schema), indent=2, ensure_ascii=False) + "\n"


def _closed(schema: Any) -> Any:
    """The schema in which tables of ids take no other keys, and a default is like its values."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items()}
    if "patternProperties" in closed:
        closed["additionalProperties"] = False
    if closed.get("default") == str(Rounding().unit):
        closed["default"] = json.loads(closed["default"])
    return closed
