"""What a reader finds in each format: the columns of a statement, read back from its bytes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from rich.cells import cell_len

from igs_costshare import Statement
from igs_costshare.documents.statement import StatementDocument
from igs_costshare.render import CsvDialect, Format, Options, Round, render
from igs_costshare.wording.catalogue import area
from igs_costshare.wording.language import Language
from igs_costshare.wording.language import language as language_of

Figures = tuple[Decimal, ...]
RULE = "─"


@dataclass(frozen=True)
class View:
    """The names of the rows, and the figures below each heading; the total comes last."""

    names: tuple[str, ...]
    columns: tuple[tuple[str, Figures], ...]

    def sums_up(self) -> bool:
        return all(sum(figures[:-1]) == figures[-1] for _, figures in self.columns)


def figures_of(statement: Statement) -> tuple[tuple[str, Figures], ...]:
    """The figures of a statement by id, in the order of the contract."""
    rows = statement.rows
    lines = [
        (line.kind, line.id, _amounts(statement, [row.cells[at] for row in rows]))
        for at, line in enumerate(statement.lines)
    ]
    return (
        ("units", tuple(Decimal(row.units) for row in rows)),
        *((id, figures) for kind, id, figures in lines if kind == "expense"),
        ("expenses", _amounts(statement, [row.expenses for row in rows])),
        *((id, figures) for kind, id, figures in lines if kind == "revenue"),
        ("revenues", _amounts(statement, [row.revenues for row in rows])),
        ("balance", _amounts(statement, [row.balance for row in rows])),
    )


def _amounts(statement: Statement, cells: Sequence[int]) -> Figures:
    return tuple(cell * statement.unit for cell in cells)


def shown(statement: Statement, language: str) -> View:
    """What a person should see: headings for ids, and no homes where nobody has any."""
    words = language_of(language)
    headings = area(language, "column")
    labels = {line.id: line.label for line in statement.lines}
    names = tuple(row.name or words.column(row.id) for row in statement.rows)
    columns = [
        (labels.get(id) or str(headings.get(id, id)), figures)
        for id, figures in figures_of(statement)
        if id != "units" or any(figures)
    ]
    return View(names, tuple(columns))


@dataclass(frozen=True)
class Asked:
    """How a statement is asked for."""

    options: Options
    whole: bool


def options(
    language: str = "en",
    *,
    width: int = 80,
    round: Round = Round.CENT,
    dialect: CsvDialect = CsvDialect.PLAIN,
    styled: bool = False,
) -> Asked:
    return Asked(Options(language_of(language), dialect, width, styled), round is Round.EURO)


def text_of(statement: Statement, format: Format, asked: Asked) -> str:
    document = StatementDocument(statement, asked.options.language, whole=asked.whole)
    return render(document, format, asked.options).decode()


def number(text: str, language: Language) -> Decimal:
    """A figure as people write it: `42.250,00` in Dutch."""
    plain = text.replace(language.thousands_mark, "").replace(language.decimal_mark, ".")
    return Decimal(plain)


# ---------------------------------------------------------------- CSV and JSON


def from_csv(text: str, dialect: CsvDialect = CsvDialect.PLAIN) -> View:
    belgian = dialect is CsvDialect.EXCEL_BE
    header, *rows = csv.reader(text.splitlines(), delimiter=";" if belgian else ",")
    columns = zip(header[2:], list(zip(*rows, strict=True))[2:], strict=True)
    mark = "," if belgian else "."
    return View(
        tuple(row[1] for row in rows),
        tuple(
            (id, tuple(Decimal(cell.replace(mark, ".")) for cell in cells)) for id, cells in columns
        ),
    )


def from_json(text: str) -> View:
    shown: dict[str, Any] = json.loads(text)
    rows = [*shown["partners"], *filter(None, [shown["reserve"]]), shown["total"]]

    def lines(kind: str) -> Iterator[tuple[str, Figures]]:
        for line in shown["lines"]:
            if line["kind"] == kind:
                id = line["id"]
                yield id, tuple(Decimal(row["cells"][id]) for row in rows)

    def column(id: str) -> tuple[str, Figures]:
        return id, tuple(Decimal(row[id]) for row in rows)

    return View(
        tuple(row.get("name", "") for row in rows),
        (
            column("units"),
            *lines("expense"),
            column("expenses"),
            *lines("revenue"),
            column("revenues"),
            column("balance"),
        ),
    )


# ---------------------------------------------------------------- Markdown


def cells_in(markdown: str) -> list[list[str]]:
    """The cells of the table of a Markdown text, as GitHub shows them."""
    rows: list[list[str]] = []
    tokens = MarkdownIt("gfm-like").parse(markdown)
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append("".join(each.content for each in tokens[at + 1].children or ()))
    return rows


def markup_in(markdown: str) -> set[str]:
    """The kinds of markup in the lines of a Markdown text."""
    return {
        each.type
        for token in MarkdownIt("gfm-like").parse(markdown)
        for each in token.children or ()
        if each.type != "text"
    }


def from_markdown(text: str, language: str) -> View:
    header, *rows = cells_in(text)
    columns = list(zip(header, zip(*rows, strict=True), strict=True))
    return View(
        columns[0][1],
        tuple(
            (heading, tuple(number(cell, language_of(language)) for cell in cells))
            for heading, cells in columns[1:]
        ),
    )


# ---------------------------------------------------------------- the table of a terminal


def from_table(text: str, language: str) -> View:
    """The blocks of a table put next to one another again; words folded in two are joined."""
    read = [_block(lines, language_of(language)) for lines in _blocks(text)]
    assert len({view.names for view in read}) == 1
    *others, last = read
    # Every block ends with the balance, unless there is no room for it in any.
    ends = {view.columns[-1] == last.columns[-1] for view in others}
    assert len(ends) <= 1
    rest = -1 if True in ends else None
    shown = (column for view in others for column in view.columns[:rest])
    return View(last.names, (*shown, *last.columns))


def _blocks(text: str) -> Iterator[list[list[str]]]:
    for part in text.split("\n\n"):
        if RULE in part:
            yield [on_screen(line) for line in part.splitlines()]


def on_screen(line: str) -> list[str]:
    """What stands in each place of the screen: a wide character takes two, a mark none."""
    places: list[str] = []
    for character in line:
        if cell_len(character) == 0 and places:
            places[-1] += character
        else:
            places += [character, *[""] * (cell_len(character) - 1)]
    return places


def _block(lines: list[list[str]], language: Language) -> View:
    first, last = (at for at, line in enumerate(lines) if set(line) == {RULE})
    width = len(lines[first])
    header, rows = lines[:first], [*lines[first + 1 : last], lines[last + 1]]
    edges = _right_edges(rows[-1])
    assert edges[-1] == width
    starts = [_name_end(line, edges[0]) if len(line) == width else len(line) for line in rows]
    edges = [max(*starts, cell_len(language.column("partner"))), *edges]
    names, figures, name = [], [], ""
    for line, start in zip(rows, starts, strict=True):
        name += "".join(line[:start])
        if len(line) == width:  # the last line of a row, on which its figures stand
            names.append(joined(name))
            figures.append(tuple(number(cell, language) for cell in _slices(line, edges)))
            name = ""
    headings = zip(*(_slices(line, edges) for line in header), strict=True)
    columns = zip(map("".join, headings), zip(*figures, strict=True), strict=True)
    return View(tuple(names), tuple((joined(heading), column) for heading, column in columns))


def _right_edges(total: list[str]) -> list[int]:
    """Where the figures of the total end; its name is one word."""
    ends = [at for at in range(1, len(total)) if total[at] == " " != total[at - 1]]
    return [*ends, len(total)][1:]


def _name_end(line: list[str], edge: int) -> int:
    """Where the name ends, in front of the figure that ends at the edge."""
    start = edge
    while line[start - 1] != " ":
        start -= 1
    while start and line[start - 1] == " ":
        start -= 1
    return start


def _slices(line: list[str], edges: list[int]) -> list[str]:
    """What stands between the edges."""
    padded = line + [" "] * (edges[-1] - len(line))
    return ["".join(padded[start:end]).strip() for start, end in pairwise(edges)]


def joined(text: str) -> str:
    """The text without its spaces, of which folding takes some away."""
    return "".join(text.split())
