"""The formats of a check, one module each; `rendered` picks the module when it is asked for.

A new format is a module with a `render(reports, options)` function and a line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from importlib import import_module
from typing import NamedTuple

from igs_costshare.checking.report import Report
from igs_costshare.wording.language import Language, english


class CheckFormat(StrEnum):
    """The formats of a check."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"


class Options(NamedTuple):
    """How findings are to be told."""

    strict: bool = False
    """Warnings count."""
    language: Language = english()


FORMATS = {
    CheckFormat.TEXT: "igs_costshare.checking.formats.text",
    CheckFormat.JSON: "igs_costshare.checking.formats.json",
    CheckFormat.GITHUB: "igs_costshare.checking.formats.github",
    CheckFormat.JUNIT: "igs_costshare.checking.formats.junit",
}


def rendered(reports: Sequence[Report], format: CheckFormat, options: Options) -> bytes:
    """The reports in a format, as the bytes of a file."""
    module = import_module(FORMATS[format])
    text: str = module.render(reports, options)
    return text.encode()
