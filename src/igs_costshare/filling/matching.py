"""The rows of a table and the partners of a description: whose figures are whose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from igs_costshare.errors import InputError, Path, Problem, clipped, cut_off
from igs_costshare.filling.columns import UNITS, Columns, Match
from igs_costshare.filling.data import Data, Line, is_total
from igs_costshare.filling.numerals import NoNumber, number_in
from igs_costshare.messages import say
from igs_costshare.reading.description import Description, table_at
from igs_costshare.staying.directory import Names, names_of


class Matched(NamedTuple):
    """What a table says of the partners."""

    figures: Mapping[Path, Decimal]
    """By the path in the description."""
    empty: tuple[Path, ...]
    """Figures of partners that the table leaves empty."""
    strangers: tuple[str, ...]
    """Whom the table names and the description does not."""
    missing: tuple[str, ...]
    """Partners, by name, that the table does not name."""


def matched(data: Data, columns: Columns, description: Description) -> Matched:
    """The figures of the partners; raises `InputError` with every cell that is in doubt."""
    partners = table_at(description, "partner")
    match, names = _most_found(data, columns, partners)
    who = columns.who[match]
    rows: dict[str, Line] = {}
    strangers: list[str] = []
    problems: list[Problem] = []
    figures: dict[Path, Decimal] = {}
    empty: list[Path] = []
    for line in data.lines:
        cell = line.cell(who).strip()
        found = _found(names, cell, match)
        if isinstance(found, Problem):
            problems.append(data.problem(line, who, found.message, found.hint))
        elif found is None:
            strangers += [cell] if cell and not is_total(cell) else []
        elif found in rows:
            message = say("data.twice", who=clipped(cell), line=rows[found].number)
            problems.append(data.problem(line, who, message, say("data.one_row")))
        else:
            rows[found] = line
            for path, value in _figures(data, line, columns, found, problems):
                if value is None:
                    empty.append(path)
                else:
                    figures[path] = value
    if problems:
        raise InputError(cut_off(tuple(problems), data.name))
    missing = tuple(_called(partners, id) for id in partners if id not in rows)
    return Matched(figures, tuple(empty), tuple(strangers), missing)


def _most_found(data: Data, columns: Columns, partners: Description) -> tuple[Match, Names]:
    """By what rows find most of the partners, with what these answer to."""
    tried = {match: _names(partners, match) for match in columns.who}

    def found(match: Match) -> int:
        cells = {line.cell(columns.who[match]).strip() for line in data.lines}
        return len({id for cell in cells if isinstance(id := tried[match].find(cell), str)})

    best = max(tried, key=found)
    return best, tried[best]


def _names(partners: Description, match: Match) -> Names:
    """What the partners answer to: their ids, their names, or their codes."""
    if match == "id":
        return names_of((id, ()) for id in partners)
    if match == "name":
        named = names_of((id, [_called(partners, id)]) for id in partners)
    else:
        codes = {id: table_at(partners, id).get("nis") for id in partners}
        named = names_of((id, [None if nis is None else str(nis)]) for id, nis in codes.items())
    return named._replace(ids={})


def _found(names: Names, cell: str, match: Match) -> str | Problem | None:
    """The partner that a cell means; None where it means none."""
    found = names.find(cell)
    if isinstance(found, str):
        return found
    if not found:
        return None
    ids = ", ".join(f"`{clipped(id)}`" for id in found)
    hint = say("data.match_otherwise") if match == "name" else None
    return Problem(say("data.several_partners", who=clipped(cell), ids=ids), hint=hint)


def _figures(
    data: Data, line: Line, columns: Columns, id: str, problems: list[Problem]
) -> Iterator[tuple[Path, Decimal | None]]:
    """The figures of a row, each at its place in the description; None where a cell is empty."""
    for key, column in columns.figures.items():
        path: Path = ("partner", id, UNITS) if key == UNITS else ("partner", id, "keys", key)
        cell = line.cell(column)
        if not cell.strip():
            yield path, None
            continue
        number = number_in(cell)
        if isinstance(number, NoNumber):
            problems.append(data.problem(line, column, *number))
        elif key == UNITS and number != number.to_integral_value():
            message = say("data.not_whole", written=clipped(cell.strip()))
            problems.append(data.problem(line, column, message))
        else:
            yield path, number


def _called(partners: Description, id: str) -> str:
    """What the file calls a partner."""
    name: Any = table_at(partners, id).get("name")
    return name if isinstance(name, str) else id
