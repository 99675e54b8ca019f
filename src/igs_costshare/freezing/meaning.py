"""What a description means, whatever its remarks and its layout."""

from __future__ import annotations

import hashlib
import json
from datetime import date, time
from decimal import Context, Decimal
from typing import Any, TypeAlias, Union, assert_never

from igs_costshare.description.stays import NIGHTS
from igs_costshare.errors import Path
from igs_costshare.reading.description import (
    ABSENT,
    EXPECTED,
    LIMITS,
    SCENARIO,
    TABLES_OF_IDS,
    Description,
    replaced,
    table_at,
    value_at,
)

_NIGHTS: Path = ("stays", NIGHTS)
_EXACT = Context(prec=100)
_ELSEWHERE = (SCENARIO, EXPECTED, LIMITS)
"""Tables that say nothing of the statement itself: other forms of it, and what it is held to."""


def told(description: Description) -> Description:
    """What a description says of its statement."""
    return {name: value for name, value in description.items() if name not in _ELSEWHERE}


def register_told(description: Description) -> str | None:
    """The fingerprint of the register of stays; None where there is none."""
    found = value_at(description, (*_NIGHTS, "fingerprint"))
    return found if isinstance(found, str) else None


def without_register(description: Description) -> Description:
    """The description without what was read from its register of stays."""
    if value_at(description, _NIGHTS) is None:
        return description
    bare: Description = replaced(description, _NIGHTS, None)
    return bare


def fingerprint(description: Description, *, ordered: bool = True) -> str:
    """The SHA-256 of what a description says of its statement, in 64 hexadecimal digits.

    Remarks, spaces, line ends, the order of tables and how a number is written leave it the same.
    The order of the partners and of the lines counts, since ties follow it (not where it is not
    `ordered`, as in locks of format 1), and so does the order in a list. What those are called who
    are not there in the year does not.
    """
    meaning = {name: value for name, value in told(description).items() if name != ABSENT}
    plain = _plain(meaning)
    if ordered:
        plain = [plain, [[table, *table_at(meaning, table)] for table in TABLES_OF_IDS]]
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


_Value: TypeAlias = Union[  # noqa: UP007 - as the others of the kind
    dict[str, Any], list[Any], bool, int, Decimal, date, time, str
]
"""What a file of TOML may hold."""


def _plain(value: _Value) -> Any:
    """The value in terms of JSON, with its kind, so that no two values look alike."""
    match value:
        case dict():
            return ["table", {name: _plain(inner) for name, inner in value.items()}]
        case list():
            return ["list", [_plain(inner) for inner in value]]
        case bool():
            return ["boolean", value]
        case int() | Decimal():
            return ["number", _number(Decimal(value))]
        case date() | time():
            return ["date", value.isoformat()]
        case str():
            return ["text", value]
        case _:
            assert_never(value)


def _number(value: Decimal) -> str:
    """The number however it was written; one that no description may have stays as it is."""
    if abs(value.adjusted()) > _EXACT.prec:
        return str(value)
    return f"{_EXACT.normalize(value):f}"
