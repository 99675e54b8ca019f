"""The workbook, which a document that has one makes itself."""

from __future__ import annotations

from typing import Protocol

from igs_costshare.render import Options


class Booked(Protocol):
    """A document that has a workbook."""

    def workbook(self) -> bytes:
        """The bytes of the file, in the language of the document."""


def render(document: Booked, _options: Options) -> bytes:
    """The workbook."""
    return document.workbook()
