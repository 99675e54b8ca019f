"""The JSON of `compute` read back: a saved statement, or why it is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from igs_costshare.errors import InputError, Place, Problem, dotted
from igs_costshare.reading.saved_shape import RowShape, StatementShape
from igs_costshare.saved import SavedLine, SavedRow, SavedStatement, in_columns

FORMAT = 1
"""The version of the shape that is read."""

_HINT = "`igs-costshare compute FILE --format json --output saved.json` saves one"


def saved_statement(data: bytes, name: str) -> SavedStatement:
    """The statement that `compute --format json` wrote; `name` is how problems call the file.

    Raises `InputError` for what is no such statement, or one whose amounts do not add up.
    """
    return saved_from_tables(_tables(data, name), name)


def _tables(data: bytes, name: str) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        source = error.doc.split("\n")[error.lineno - 1].rstrip("\r")
        raise _refused("is not JSON", name, Place(error.lineno, error.colno, source)) from None
    except UnicodeDecodeError:
        raise _refused("is not UTF-8", name) from None
    except (RecursionError, ValueError):  # nested too deeply, or a number of over 4,300 digits
        raise _refused("is no saved statement", name) from None


def saved_from_tables(tables: Any, name: str) -> SavedStatement:
    """As `saved_statement`, from what a reader of JSON or TOML made of it."""
    version = tables.get("format") if isinstance(tables, dict) else None
    if isinstance(version, int) and version > FORMAT:
        raise _refused(f"has format {version}, and this version reads {FORMAT}", name)
    try:
        shape = StatementShape.model_validate(tables)
    except ValidationError as error:
        # Without `format` it is something else altogether; one fault says enough.
        where = f"`{dotted(error.errors()[0]['loc'])}` is not as expected"
        reason = where if version == FORMAT else "it has no `format`"
        raise _refused(f"is no saved statement: {reason}", name) from None
    fault = next(_faults(shape), None)
    if fault is None:
        saved = _read(shape)
        fault = next(_wrong_sums(saved), None)
    if fault is not None:
        raise _refused(f"is no sound statement: {fault}", name)
    return saved


def _faults(shape: StatementShape) -> Iterator[str]:
    """Why the rows do not belong together."""
    lines = [line.id for line in shape.lines]
    if len(set(lines)) < len(lines):
        yield "a line stands in it twice"
    if len({partner.id for partner in shape.partners}) < len(shape.partners):
        yield "a partner stands in it twice"
    for id, _, row in (*shape.parts, ("total", "", shape.total)):
        if set(row.cells) != set(lines):
            yield f"`{id}` has other cells than there are lines"
        if any(len(text.partition(".")[2]) != shape.decimals for text in row.amounts):
            yield f"`{id}` has an amount without {shape.decimals} decimals"
        elif _minor(row.revenues) - _minor(row.expenses) != _minor(row.balance):
            yield f"the balance of `{id}` is not its revenues less its expenses"


def _read(shape: StatementShape) -> SavedStatement:
    lines = tuple(SavedLine(line.id, line.kind, line.label) for line in shape.lines)

    def row(id: str, name: str, each: RowShape) -> SavedRow:
        cells = {line: _minor(text) for line, text in each.cells.items()}
        columns = in_columns(lines, cells, _minor(each.expenses), _minor(each.revenues))
        return SavedRow(id, name, each.units, columns)

    parts = [row(*each) for each in shape.parts]
    partners = len(shape.partners)
    return SavedStatement(
        title=shape.title,
        year=shape.year,
        scenario=shape.scenario,
        currency=shape.currency,
        decimals=shape.decimals,
        lines=lines,
        partners=tuple(parts[:partners]),
        reserve=next(iter(parts[partners:]), None),
        total=row("total", "", shape.total),
    )


def _minor(text: str) -> int:
    """An amount in the smallest step shown."""
    return int(text.replace(".", ""))


def _wrong_sums(saved: SavedStatement) -> Iterator[str]:
    """Why the amounts cannot come from one computation."""
    *parts, total = saved.rows.values()
    for row in saved.rows.values():
        for kind, column in (("expense", "expenses"), ("revenue", "revenues")):
            cells = (row.columns[line.id] for line in saved.lines if line.kind == kind)
            if sum(cells) != row.columns[column]:
                yield f"the {column} of `{row.id}` are not the sum of its lines"
    for column in total.columns:
        if sum(row.columns[column] for row in parts) != total.columns[column]:
            yield f"the column `{column}` does not add up to its total"


def _refused(message: str, name: str, place: Place | None = None) -> InputError:
    return InputError([Problem(message, hint=_HINT, origin=name, place=place)])
