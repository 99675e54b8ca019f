"""Files of another kind, given as a description: what they are, told by how they begin."""

from __future__ import annotations

import re

from igs_costshare.errors import Problem

STARTER = "`igs-costshare init` writes a starter file"

_BYTES = (
    (rb"PK\x03\x04", "is a workbook or another packed file, not a text"),
    (rb"\xd0\xcf\x11\xe0", "is a file of Excel or Word, not a text"),
    (rb"%PDF-", "is a PDF, not a description"),
    (rb"\{\\rtf", "is a document of a word processor, not a plain text"),
)
_TOML = f"a description is a text in TOML; {STARTER}"
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_SEPARATORS = ";,\t|"


def foreign_bytes(data: bytes) -> Problem | None:
    """What a file is whose bytes begin as another format does."""
    for start, message in _BYTES:
        if re.match(start, data):
            return Problem(message, hint=_TOML)
    return None


def foreign_text(text: str, line: int) -> Problem | None:
    """What a text is that stops being TOML at its first line with anything on it."""
    lines = text.split("\n")
    if any(each.strip() and not each.lstrip().startswith("#") for each in lines[: line - 1]):
        return None
    first = lines[line - 1].strip()
    if first.startswith("<"):
        return Problem("is a web page or XML, not a description", hint=_TOML)
    if first.startswith("{"):
        return Problem("is JSON, not a description", hint=_TOML)
    rows = [_QUOTED.sub("", each) for each in lines[line - 1 :] if each.strip()][:2]
    if any(_are_cells(rows, separator) for separator in _SEPARATORS):
        return Problem("is a table (CSV), not a description", hint=_TOML)
    return None


def _are_cells(rows: list[str], separator: str) -> bool:
    """Whether a separator stands in every row, and nothing that TOML has."""
    return all(separator in row and not re.search(r"[=\[\]{}:#]", row) for row in rows)


def in_two_bytes(data: bytes) -> bool:
    """Whether a text without a mark is UTF-16: of plain letters every other byte is zero."""
    start = data[:200]
    return any(start[at::2].count(0) * 4 > len(start) for at in (0, 1))
