"""A table of key figures as its file has it: headers, and rows with their lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from igs_costshare.errors import InputError, Place, Problem, cut_off, first_few
from igs_costshare.filling.numerals import cell_of_sheet
from igs_costshare.messages import Message, say
from igs_costshare.staying.header import MOST_BEFORE
from igs_costshare.staying.source import SHEET, batches

_OTHERWISE: dict[Message, Message] = {
    say("register.save_as_csv"): say("data.save_as_csv"),
    say("register.too_large"): say("data.too_large_file"),
}
"""What is said of a register of stays, and is otherwise of another table."""
_MOST_ROWS = 20_000
_KNOWN = 1_000
"""What a known header counts for beside one that is not: more than there may be columns."""


class Line(NamedTuple):
    """A row with its line in the file, or its row in the sheet."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text of a column; empty where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else ""


class Data(NamedTuple):
    """A table with a header."""

    name: str
    """What problems call the file."""
    header: Line
    lines: tuple[Line, ...]

    def problem(
        self, line: Line, column: int | None, message: Message, hint: Message | None = None
    ) -> Problem:
        """Something that is wrong with a cell, or with a row."""
        path = () if column is None else (self.header.cell(column).strip(),)
        return Problem(message, path, hint, origin=self.name, place=Place(line.number, 0, ""))


_TOTALS = (
    *("total", "totaal", "totalen", "eindtotaal", "algemeen totaal", "som"),
    *("grand total", "sum", "total général", "totaux", "somme"),
)


def is_total(cell: str) -> bool:
    """Whether a row is called the sum of the others, and so is nobody's."""
    return words(cell).strip(" :") in _TOTALS


def words(text: str) -> str:
    """A header or a name, whatever its spaces and capitals."""
    return " ".join(text.split()).casefold()


def data_of(content: bytes, name: str, known: Collection[str]) -> Data:
    """The table of a CSV or a workbook, whose header is the row with most of the known words.

    Raises `InputError` where it cannot be read, or where no row has any of them.
    """

    def count(rows: Iterable[Sequence[str]]) -> int:
        return max(map(score, rows), default=0)

    def score(row: Sequence[str]) -> int:
        return _KNOWN * _known_in(row, known) + min(len(row), _KNOWN - 1)

    try:
        rows = [
            Line(number, tuple(cells))
            for batch in batches(content, name, count, cell_of_sheet)
            for number, cells in zip(batch.lines, batch.rows, strict=True)
            if any(map(str.strip, cells))
        ]
    except InputError as error:
        raise InputError(map(_otherwise, error.problems)) from None
    if not rows:
        raise InputError([Problem(say("data.empty"), origin=name)])
    header = max(rows[:MOST_BEFORE], key=lambda row: _known_in(row.cells, known))
    below = tuple(row for row in rows if row.number > header.number)
    if len(below) > _MOST_ROWS:
        raise InputError([Problem(say("data.too_many_rows", most=_MOST_ROWS), origin=name)])
    data = Data(name, header, below)
    if not content.startswith(SHEET):  # beside a table in a sheet may stand what is no part of it
        problems = [*_longer(data)]
        if problems:
            raise InputError(cut_off(tuple(first_few(problems)), name))
    return data


def _longer(data: Data) -> Iterator[Problem]:
    """Rows with more cells than the header has: a comma in a number, most likely."""
    most = _filled(data.header)
    for line in data.lines:
        got = _filled(line)
        if got > most:
            message = say("data.longer", got=got, most=most)
            yield data.problem(line, None, message, say("data.in_quotes"))


def _filled(line: Line) -> int:
    """Cells up to the last that is not blank."""
    return max((at for at, cell in enumerate(line.cells, 1) if cell.strip()), default=0)


def _known_in(row: Iterable[str], known: Collection[str]) -> int:
    return len({words(cell) for cell in row} & set(known))


def _otherwise(problem: Problem) -> Problem:
    """What is said of the file, without the words for a register of stays."""
    hint = None if problem.hint is None else _OTHERWISE.get(problem.hint, problem.hint)
    return problem._replace(message=_OTHERWISE.get(problem.message, problem.message), hint=hint)
