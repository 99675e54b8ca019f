"""The engine against a second, slow and independent implementation of the contract."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import networks
import reference
from igs_costshare import InputError, compute, parse
from igs_costshare.wording.data import statement_data

pytestmark = pytest.mark.long


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(networks.descriptions())
def test_random_networks_give_the_statement_of_the_reference(description: dict[str, Any]) -> None:
    text = networks.as_toml(description)
    try:
        expected = reference.statement(description)
    except reference.Impossible:
        expected = {}
    try:
        actual = statement_data(compute(parse(text)))
    except InputError:
        actual = {}
    assert _figures(actual) == _figures(expected)


def _figures(statement: dict[str, Any]) -> dict[str, Any]:
    """What both sides state, without the texts of the real statement."""
    if not statement:
        return {}
    figures = {key: statement[key] for key in ("fte", "pool", "reserve", "total")}
    figures["lines"] = [_without(line, "label") for line in statement["lines"]]
    figures["partners"] = [_without(row, "name") for row in statement["partners"]]
    return figures


def _without(table: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name != key}
