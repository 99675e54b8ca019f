"""The JSON of `compute` read back: a saved statement, or why it is none."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from igs_costshare.computing.amounts import SavedLine, SavedRow, SavedStatement, in_columns
from igs_costshare.errors import InputError, Path, Place, Problem, dotted
from igs_costshare.freezing.json_layout import JsonLayout
from igs_costshare.freezing.saved_shape import RowShape, StatementShape, path_of_fault
from igs_costshare.messages import Message, Toml, say
from igs_costshare.reading.text import text_of

FORMAT = 1
"""The version of the shape that is read."""

_MOST_DIGITS = 30
_HINT = say("kept.save_one")


_Fault = tuple[Path, Message]
"""Where something is wrong, and what."""


def saved_statement(data: bytes, name: str) -> SavedStatement:
    """The statement that `compute --format json` wrote; `name` is how problems call the file.

    Raises `InputError` for what is no such statement, or one whose amounts do not add up, with
    every reason and its place.
    """
    try:
        text = text_of(data, name)
    except InputError as error:
        raise InputError(each._replace(hint=_HINT) for each in error.problems) from None
    layout = JsonLayout(text)
    return saved_from_tables(_tables(text, name), name, layout.place)


def _tables(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_int=_whole)
    except json.JSONDecodeError as error:
        source = error.doc.split("\n")[error.lineno - 1].rstrip("\r")
        place = Place(error.lineno, error.colno, source)
        raise InputError([_problem(say("kept.not_json"), name, place)]) from None
    except RecursionError:
        raise InputError([_problem(say("kept.too_deep"), name)]) from None


def _whole(digits: str) -> int | Decimal:
    """A whole number; one of more digits than any that was saved is none that is expected."""
    return int(digits) if len(digits) <= _MOST_DIGITS else Decimal(digits)


def saved_from_tables(tables: Any, name: str, place: Callable[[Path], Place]) -> SavedStatement:
    """As `saved_statement`, from what a reader of JSON or TOML made of it.

    `place` says where a path stands in the file.
    """

    def refused(faults: Iterable[_Fault]) -> InputError:
        problems = [_problem(message, name, place(path)) for path, message in faults]
        return InputError(sorted(problems, key=lambda each: (each.place or Place(0, 0, ""))[:2]))

    version = tables.get("format") if isinstance(tables, dict) else None
    if isinstance(version, int) and version > FORMAT:
        newer = say("kept.newer", version=Toml(version), known=FORMAT)
        raise refused([(("format",), newer)])
    try:
        shape = StatementShape.model_validate(tables)
    except ValidationError as error:
        raise refused(_unexpected(error, tables, version)) from None
    faults = [*_faults(shape)]
    if not faults:
        saved = _read(shape)
        faults = [*_wrong_sums(saved)]
    if faults:
        raise refused((path, say("kept.unsound", fault=fault)) for path, fault in faults)
    return saved


def _unexpected(error: ValidationError, tables: Any, version: object) -> list[_Fault]:
    """What is not as it was saved; without `format` it is something else altogether."""
    if version != FORMAT:
        return [((), say("kept.no_format"))]
    paths = dict.fromkeys(path_of_fault(each, tables) for each in error.errors())
    return [(path, say("kept.unexpected", path=dotted(path))) for path in paths]


def _faults(shape: StatementShape) -> Iterator[_Fault]:
    """Why the rows do not belong together."""
    lines = [line.id for line in shape.lines]
    partners = [partner.id for partner in shape.partners]
    yield from _twice(say("kept.line_twice"), "lines", lines)
    yield from _twice(say("kept.partner_twice"), "partners", partners)
    for path, id, row in shape.rows:
        if set(row.cells) != set(lines):
            yield (*path, "cells"), say("kept.other_cells", row=id)
        if any(len(text.partition(".")[2]) != shape.decimals for text in row.amounts):
            yield path, say("kept.other_decimals", row=id, decimals=shape.decimals)
        elif _minor(row.revenues) - _minor(row.expenses) != _minor(row.balance):
            yield (*path, "balance"), say("kept.wrong_balance", row=id)


def _twice(message: Message, table: str, ids: Sequence[str]) -> Iterator[_Fault]:
    known: set[str] = set()
    for place, id in enumerate(ids):
        if id in known:
            yield (table, place, "id"), message
        known.add(id)


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
        partners=tuple(
            saved._replace(nis=partner.nis)
            for saved, partner in zip(parts, shape.partners, strict=False)
        ),
        reserve=next(iter(parts[partners:]), None),
        total=row("total", "", shape.total),
    )


def _minor(text: str) -> int:
    """An amount in the smallest step shown."""
    return int(text.replace(".", ""))


def _wrong_sums(saved: SavedStatement) -> Iterator[_Fault]:
    """Why the amounts cannot come from one computation."""
    *parts, total = saved.rows.values()
    paths: list[Path] = [("partners", place) for place in range(len(saved.partners))]
    paths += [("reserve",)] if saved.reserve is not None else []
    for path, row in zip([*paths, ("total",)], [*parts, total], strict=True):
        for kind, column, message in (
            ("expense", "expenses", say("kept.wrong_expenses", row=row.id)),
            ("revenue", "revenues", say("kept.wrong_revenues", row=row.id)),
        ):
            cells = (row.columns[line.id] for line in saved.lines if line.kind == kind)
            if sum(cells) != row.columns[column]:
                yield (*path, column), message
    for column in total.columns:
        if sum(row.columns[column] for row in parts) != total.columns[column]:
            cell = () if column in ("expenses", "revenues", "balance") else ("cells",)
            place: Path = ("total", *cell, column)
            yield place, say("kept.wrong_total", column=column)


def _problem(message: Message, name: str, place: Place | None = None) -> Problem:
    return Problem(message, hint=_HINT, origin=name, place=place)
