"""The register of stays: what the file says of it, and the nights that were read from it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from pydantic.json_schema import SkipJsonSchema

from igs_costshare.description.contributions import FileTable, described
from igs_costshare.description.tables import Size
from igs_costshare.description.texts import Text
from igs_costshare.description.values import Count

NIGHTS = "nights"
"""The field of `[stays]` that the reader fills; no file states it."""

NightsOf: TypeAlias = dict[str, dict[int, Decimal]]
"""Nights by referrer ("" where the register names none) and household size."""
_Counted = dict[str, dict[Size, Count]]


class Nights(FileTable):
    """The nights of a register within the year: by home, by referrer, by household size."""

    fingerprint: Text = described()
    unit: dict[str, _Counted] = described("nights", default={})
    owner: dict[str, _Counted] = described("nights", default={})


class Stays(FileTable):
    """Who stayed where, as a register beside the description has it."""

    register_: Text | None = described(default=None, alias="register")
    count: Literal["nights", "days"] = described(default="nights")
    longest: Count | None = described("nights", default=None)
    nights: SkipJsonSchema[Nights | None] = described("nights", default=None)
