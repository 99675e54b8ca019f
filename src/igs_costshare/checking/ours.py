"""Whether a file is a description, or would be one if it were sound."""

from __future__ import annotations

import re
from typing import Any

from igs_costshare.description.network import Network
from igs_costshare.reading.suggestions import likeliest
from igs_costshare.reading.toml import NotToml, from_toml

TABLES = tuple(name for name in Network.model_fields if name not in ("title", "year", "currency"))
"""The tables of a description, of which none has to be there; other programs have titles too."""

_NAMES = "|".join(TABLES).encode()
_LOOKS_OURS = re.compile(
    # `[partner.stad]` and `[[cost]]`, closed or not, `partner.stad = …` and `partner = { … }`.
    rb"^[ \t]*(?:\[{1,2}[ \t]*[\"']?(?:%(names)s)\b|"
    rb"[\"']?(?:%(names)s)[\"']?[ \t]*(?:\.|=[ \t]*\{))" % {b"names": _NAMES},
    re.MULTILINE,
)

_MARK = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
"""The mark with which a text says how it is encoded."""

_NEARLY = 2
"""Tables with nearly a name of ours that make a file ours: one may be a coincidence."""
_LIKE = 75
"""In %, how like a name of ours such a name is."""


def is_ours(data: bytes) -> bool:
    """Whether a file has a table of ours, or seems to, where it is no sound TOML.

    Two tables that are nearly called as ours are, or in Dutch, will do.
    """
    try:
        tables = _tables(from_toml(data.decode("utf-8-sig")))
    except (NotToml, UnicodeDecodeError):
        # In UTF-16, which Notepad writes as well, a zero stands beside each plain letter.
        return bool(_LOOKS_OURS.search(_MARK.sub(b"", data).replace(b"\0", b"")))
    if any(name in TABLES for name in tables):
        return True
    return sum(bool(likeliest(name, TABLES, _LIKE)) for name in tables) >= _NEARLY


def _tables(description: dict[str, Any]) -> list[str]:
    return [name for name, value in description.items() if _is_table(value)]


def _is_table(value: Any) -> bool:
    """Whether a value is a table, or a list of them, as `[[cost]]` makes."""
    several = value if isinstance(value, list) else [value]
    return bool(several) and all(isinstance(each, dict) for each in several)
