"""How to write in TOML what should have been a table, a list or one value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import islice

from igs_costshare.description.literal import literal
from igs_costshare.errors import Path, clipped
from igs_costshare.messages import Message, Toml, say


def as_table(value: object, path: Path) -> Message | None:
    """How to write what should have been a table."""
    by_size = path[-1] in ("prices", "mix")
    match value:
        case [{}, *_] if path[-1] == "rate":
            return say("fault.brackets_by_key")
        case [{}, *_]:
            return say("fault.single_brackets")
        case str() if path[-1] == "contribution":
            return say("fault.as_model", model=Toml(value))
        case [*prices] if by_size:
            return _by_size(prices)
        case int() | Decimal() if by_size and is_number(value):
            return say("fault.by_size", written=_table_of([(1, value)]))
        case int() | Decimal() if path[-1] in ("rate", "keys") and is_number(value):
            return say("fault.by_key", written=_table_of([("inhabitants", value)]))
        case int() | Decimal() if path[-1] in ("amounts", "opening") and is_number(value):
            return say("fault.by_partner", written=_table_of([("stad", value)]))
        case _:
            return None


def as_one(value: object, path: Path) -> Message | None:
    """How to write what stands as a list or a table, where one value or the other was expected."""
    match value:
        case {} if path[-3:-1] == ("contribution", "rate"):
            return say("fault.brackets_in_list")
        case [str(), *_] if path[-1] == "key":
            return say("fault.several_keys", written=_table_of((each, 1) for each in value))
        case [str(), *_] if path[-1] in ("paid_by", "received_by"):
            return say("fault.several_payers")
        case [*days] if path[0] == "partner" and path[2:] == ("days",):
            return _by_size(days)
        case _:
            return None


def _by_size(values: Sequence[object]) -> Message | None:
    """The values of a list as a table by household size, where all are numbers."""
    numbers = [each for each in values if isinstance(each, int | Decimal) and is_number(each)]
    if not numbers or len(numbers) < len(values):
        return None
    return say("fault.by_size", written=_table_of(enumerate(numbers, 1)))


def is_number(value: object) -> bool:
    """Whether a value is a number of TOML."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _table_of(entries: Iterable[tuple[object, int | Decimal]]) -> str:
    """A table as TOML writes it on one line, of names that need no quotes."""
    fields = (f"{clipped(str(name))} = {literal(value)}" for name, value in entries)
    return f"{{ {', '.join(islice(fields, _MOST_SHOWN))} }}"


_MOST_SHOWN = 12
"""Entries of a table or list that a hint writes out."""


def as_list(value: object) -> Message | None:
    """How to write what should have been a list: names between commas are told apart."""
    texts = re.split(r"[,;]", value) if isinstance(value, str) else []
    names = [literal(each.strip()) for each in texts if each.strip()]
    if not names:
        return None
    return say("fault.list", written=f"[{', '.join(names[:_MOST_SHOWN])}]")
