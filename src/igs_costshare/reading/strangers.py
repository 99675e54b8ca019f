"""Files of another kind, given as a description: what they are, told by how they begin."""

from __future__ import annotations

import re

from igs_costshare.errors import Problem
from igs_costshare.messages import say

STARTER = say("syntax.starter")

_BYTES = (
    (rb"PK\x03\x04", say("syntax.packed")),
    (rb"\xd0\xcf\x11\xe0", say("syntax.office")),
    (rb"%PDF-", say("syntax.pdf")),
    (rb"\{\\rtf", say("syntax.rich_text")),
)
_TOML = say("syntax.in_toml")
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
        return Problem(say("syntax.web_page"), hint=_TOML)
    if first.startswith("{") or (first.startswith("[") and _is_json(text)):
        return Problem(say("syntax.json"), hint=_TOML)
    rows = [_QUOTED.sub("", each) for each in lines[line - 1 :] if each.strip()][:2]
    if any(_are_cells(rows, separator) for separator in _SEPARATORS):
        return Problem(say("syntax.csv"), hint=_TOML)
    return None


def _is_json(text: str) -> bool:
    import json

    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _are_cells(rows: list[str], separator: str) -> bool:
    """Whether a separator stands in every row, and nothing that TOML has."""
    return all(separator in row and not re.search(r"[=\[\]{}:#]", row) for row in rows)


def in_two_bytes(data: bytes) -> bool:
    """Whether a text without a mark is UTF-16: of plain letters every other byte is zero."""
    start = data[:200]
    return any(start[at::2].count(0) * 4 > len(start) for at in (0, 1))
