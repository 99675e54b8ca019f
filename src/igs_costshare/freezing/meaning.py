"""What a description means, whatever its remarks, its layout and the order of its tables."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Context, Decimal
from typing import Any

from igs_costshare.reading.description import EXPECTED, LIMITS, SCENARIO, Description

_EXACT = Context(prec=100)
_ELSEWHERE = (SCENARIO, EXPECTED, LIMITS)
"""Tables that say nothing of the statement itself: other forms of it, and what it is held to."""


def fingerprint(description: Description) -> str:
    """The SHA-256 of what a description says of its statement, in 64 hexadecimal digits.

    Remarks, spaces, line ends, the order of tables and how a number is written leave it the same;
    the order in a list counts.
    """
    told = {name: value for name, value in description.items() if name not in _ELSEWHERE}
    text = json.dumps(_plain(told), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """The value in terms of JSON, with its kind, so that no two values look alike."""
    match value:
        case dict():
            return ["table", {name: _plain(inner) for name, inner in value.items()}]
        case list():
            return ["list", [_plain(inner) for inner in value]]
        case bool():
            return ["boolean", value]
        case int() | Decimal():
            return ["number", f"{_EXACT.normalize(Decimal(value)):f}"]
        case date():
            return ["date", value.isoformat()]
        case _:
            return ["text", value]
