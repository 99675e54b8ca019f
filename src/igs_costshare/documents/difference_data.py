"""The difference between two statements as the objects of JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_never

from igs_costshare.comparing.cause import Cause
from igs_costshare.comparing.difference import Amounts, Difference, Figure, RowChange
from igs_costshare.description.contributions import Bracket, FileTable
from igs_costshare.errors import Path, dotted
from igs_costshare.wording.data import code_of
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.figures import exact_text
from igs_costshare.wording.tables import plain_amount

FORMAT = 1
"""The version of the shape; it goes up when a key changes its meaning."""

_COMMON: Mapping[Figure, str] = {"balance": "reserve", "due": "account"}
"""What the row that is no partner's is called."""


def difference_data(
    difference: Difference, sides: Sequence[Mapping[str, str | int | None]]
) -> dict[str, Any]:
    """Rows that changed, with every column and cause; `sides` says where they come from."""
    a, b = sides
    return {
        "format": FORMAT,
        "title": difference.b.title,
        "currency": difference.b.currency,
        "a": dict(a),
        "b": dict(b),
        **({} if difference.orders is None else {"orders": difference.orders}),
        "partners": [
            {"id": row.id, "name": row.name, **code_of(row), **_row(row, difference)}
            for row in difference.partners
            if row.changed
        ],
        _COMMON[difference.figure]: None
        if difference.reserve is None
        else _row(difference.reserve, difference),
        "total": _row(difference.total, difference),
    }


def _row(row: RowChange, difference: Difference) -> dict[str, Any]:
    causes = difference.causes
    return {
        "columns": {
            column: _units(amounts) if column == "units" else _amounts(amounts, difference.decimals)
            for column, amounts in row.columns.items()
        },
        "causes": None
        if causes is None
        else [
            {**_cause(cause), "change": plain_amount(part, difference.decimals)}
            for cause, part in zip(causes, row.causes, strict=True)
        ],
    }


def _units(homes: Amounts) -> dict[str, int | None]:
    return {"a": homes.a, "b": homes.b, "change": homes.change}


def _amounts(amounts: Amounts, decimals: int) -> dict[str, str | None]:
    a, b = (None if side is None else plain_amount(side, decimals) for side in amounts)
    return {"a": a, "b": b, "change": plain_amount(amounts.change, decimals)}


def _cause(cause: Cause) -> dict[str, Any]:
    a, b = values_of(cause)
    return {
        "path": dotted(cause.path),
        "paths": [dotted(change.path) for change in cause.changes],
        "a": value_text(a),
        "b": value_text(b),
    }


def values_of(cause: Cause) -> tuple[Decimal | str | None, Decimal | str | None]:
    """What changed, before and after: a number, or a text as the file would write it.

    None of several changes; of an index the part that it adds.
    """
    sole = cause.sole
    if sole is None:
        return None, cause.part
    a, b = (
        each if isinstance(each, Decimal) else value_text(each, sole.path)
        for each in (sole.a, sole.b)
    )
    return a, b


def value_text(value: Any, path: Path = ()) -> str | None:
    """A value as the file would write it; an entry by its id; None where there is none.

    >>> value_text({"inhabitants": Decimal("0.60"), "units": Decimal("0.4")})
    '{ inhabitants = 0.6, units = 0.4 }'
    """
    match value:
        case None | ():
            return None
        case Decimal():
            return decimal_text(value)
        case Fraction():
            return exact_text(value, 0)
        case str():
            return value
        case dict():
            return (
                f"{{ {', '.join(f'{key} = {value_text(each)}' for key, each in value.items())} }}"
            )
        case list():
            return f"[{', '.join(str(value_text(each)) for each in value)}]"
        case Bracket():
            return value_text(value.model_dump(exclude_none=True))
        case FileTable():
            return str(getattr(value, "model", path[-1]))
        case _:
            assert_never(value)
