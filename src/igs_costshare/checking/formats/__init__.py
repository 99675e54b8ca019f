"""The formats of a check, one module each; `rendered` picks the module when it is asked for.

A new format is a module with a `render(reports, options)` function and a line in `CheckFormat`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from importlib import import_module
from typing import NamedTuple, Self

from igs_costshare.checking.report import Report
from igs_costshare.wording.language import Language, english


class CheckFormat(StrEnum):
    """The formats of a check, each a record of all that there is to know of it."""

    module: str
    """Where its `render` is."""
    for_people: bool
    """In the language of the reader; others are for programs, and are English."""

    TEXT = "text", "igs_costshare.checking.formats.text", True
    JSON = "json", "igs_costshare.checking.formats.json", False
    GITHUB = "github", "igs_costshare.checking.formats.github", False
    JUNIT = "junit", "igs_costshare.checking.formats.junit", False

    def __new__(cls, name: str, module: str, for_people: bool) -> Self:
        """The format of that name, with its record."""
        format = str.__new__(cls, name)
        format._value_ = name
        format.module, format.for_people = module, for_people
        return format


class ReportOptions(NamedTuple):
    """How findings are to be told."""

    strict: bool = False
    """Warnings count."""
    language: Language = english()


def rendered(reports: Sequence[Report], format: CheckFormat, options: ReportOptions) -> bytes:
    """The reports in a format, as the bytes of a file."""
    module = import_module(format.module)
    text: str = module.render(reports, options)
    return text.encode()
