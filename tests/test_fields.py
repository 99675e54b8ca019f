"""What the fields of a file mean: in every language, for every field, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from command import run
from igs_costshare.description.bounds import BOUNDS, LEAST, MOST, Measure
from igs_costshare.description.contributions import FileTable, Model, Scoped
from igs_costshare.description.kinds import fields_of, kinds_of, meaning_of
from igs_costshare.description.network import Cost, Network
from igs_costshare.messages import Message
from igs_costshare.wording.catalogue import area, codes
from igs_costshare.wording.language import english, language


def meanings() -> set[str]:
    """The keys of all tables that the schema has, and of their fields."""
    tables = {"Network", *Network.model_json_schema()["$defs"]}
    asked = [
        meaning_of(kind, field)
        for kind in kinds_of(FileTable)
        if kind.__name__ in tables
        for field in ("", *fields_of(kind))
    ]
    return {message.key.removeprefix("field.") for message in asked}


@pytest.mark.parametrize("code", codes())
def test_every_field_has_its_meaning_and_no_meaning_is_without_a_field(code: str) -> None:
    assert set(area(code, "field")) == meanings()


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("fte", "field.Cost.fte"),
        ("label", "field.Line.label"),
        ("except", "field.Scoped.except"),
        ("", "field.Cost"),
    ],
)
def test_a_meaning_is_found_where_the_field_is_stated(field: str, key: str) -> None:
    assert meaning_of(Cost, field) == Message(key)


def test_every_bound_of_a_model_is_of_a_kind_and_only_a_rise_has_one_side() -> None:
    before = {"previous", "carried"}  # what a rise is above
    fields = set(Model.model_fields) - set(Scoped.model_fields) - before
    assert {kind.field for kind in BOUNDS} == fields
    assert [kind.measure for kind in MOST] == list(Measure)
    assert [kind.measure for kind in LEAST] == [each for each in Measure if each != Measure.RISE]


def schema(*arguments: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(run("schema", *arguments).out)
    return read


def without_descriptions(value: Any) -> Any:
    if isinstance(value, list):
        return [without_descriptions(each) for each in value]
    if isinstance(value, dict):
        return {
            name: without_descriptions(inner)
            for name, inner in value.items()
            if not (name == "description" and isinstance(inner, str))
        }
    return value


def test_the_schema_is_described_in_the_language_that_is_asked_for() -> None:
    plain, dutch = schema(), schema("--lang", "nl")
    assert plain["properties"]["title"]["description"] == "Name of the cooperation"
    assert dutch["properties"]["title"]["description"] == "Naam van de samenwerking"
    assert dutch["$defs"]["Unit"]["description"].startswith("Een woning met een naam;")
    assert without_descriptions(plain) == without_descriptions(dutch)
    assert schema("--lang", "en") == plain


@pytest.mark.parametrize("code", codes())
def test_a_missing_field_is_told_by_its_meaning(code: str) -> None:
    meaning = language(code).tell(meaning_of(Network, "title"))
    assert meaning[0].islower()
    assert (code == "en") == (meaning == english().tell(meaning_of(Network, "title")))
