"""Statement → typed table: the one place that orders, names and fills the columns.

Every format is made from this table (JSON, which has a shape of its own, from the statement).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple, Protocol, assert_never

from igs_costshare.computing.statement import BUILT_IN_LINES, SUMS, Row, Statement, StatementLine
from igs_costshare.errors import visible
from igs_costshare.money import rounded
from igs_costshare.wording.language import Language

ColumnKind = Literal["text", "count", "number", "amount", "change", "percent", "each", "part"]
"""What the cells of a column are: a text, a whole number, a number of the file, an amount, an
amount with its sign, tenths of a percent with their sign, cents for each of something, or a part of
a whole in hundredths of a percent."""
AMOUNTS = ("amount", "change")
Role = Literal["partner", "reserve", "total"]
Cell = str | int | Decimal | None
"""None where there is nothing to show."""
NONE = "–"
"""What people read where there is no such figure: a part of nothing."""


class Column(NamedTuple):
    """A column: its id in the contract, its heading, and what its cells hold.

    Amounts are whole numbers of the smallest step shown (see `Table.decimals`).
    """

    id: str
    heading: str
    kind: ColumnKind


class TableRow(NamedTuple):
    """A row: whose it is, and a cell for each column."""

    role: Role
    cells: tuple[Cell, ...]
    marks: tuple[str, ...] = ()
    """A sign before each cell; empty where no cell of the row has one."""


class Table(NamedTuple):
    """Columns and rows; the amounts are whole numbers of 10^-decimals of the currency."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    decimals: int
    sums: tuple[str, ...] = ()
    """Ids of the columns that are the sum of the lines before them, in order."""

    def select(self, ids: Sequence[str]) -> Table:
        """The table with these columns only, in this order."""
        stands = {column.id: place for place, column in enumerate(self.columns)}
        places = [stands[id] for id in ids]
        return self._replace(
            columns=tuple(self.columns[place] for place in places),
            rows=tuple(
                row._replace(cells=tuple(row.cells[place] for place in places)) for row in self.rows
            ),
        )


class Coded(Protocol):
    """A row of a partner, the reserve or all together."""

    @property
    def id(self) -> str:
        """The id of the partner, or what the row is."""

    @property
    def nis(self) -> str | None:
        """The code of a municipality; of none else."""


def statement_table(statement: Statement, language: Language) -> Table:
    """The whole statement: id, name, homes, lines, totals and balance of each row."""
    expenses = [line for line in statement.lines if line.kind == "expense"]
    revenues = [line for line in statement.lines if line.kind == "revenue"]
    columns = (
        Column("partner", language.column("partner"), "text"),
        Column("name", language.column("partner"), "text"),
        Column("units", language.column("units"), "count"),
        *(_line_column(line, language) for line in expenses),
        Column("expenses", language.column("expenses"), "amount"),
        *(_line_column(line, language) for line in revenues),
        Column("revenues", language.column("revenues"), "amount"),
        Column("balance", language.column("balance"), "amount"),
    )
    count, step = len(expenses), statement.minor(1)
    rows = tuple(
        TableRow(role, _cells(row, count, step, language)) for role, row in roles_of(statement)
    )
    return Table(columns, rows, statement.decimals, ("expenses", "revenues"))


def _line_column(line: StatementLine, language: Language) -> Column:
    return Column(line.id, line_heading(line.id, line.label, language), "amount")


def line_heading(id: str, label: str | None, language: Language) -> str:
    """What a line is called: its label, the word for a built-in line, or its id."""
    return label or (language.column(id) if id in BUILT_IN_LINES else id)


def column_heading(column: str, label: str | None, language: Language) -> str:
    """What a column of the statement is called; `label` is that of a line."""
    if column in ("units", *SUMS):
        return language.column(column)
    return line_heading(column, label, language)


def labels_of(statement: Statement) -> Mapping[str, str | None]:
    """What the file calls each line; None where it says nothing."""
    return {line.id: line.label for line in statement.lines}


def roles_of(statement: Statement) -> Iterator[tuple[Role, Row]]:
    """Every row of a statement, with what it is."""
    for row in statement.partners:
        yield "partner", row
    if statement.reserve is not None:
        yield "reserve", statement.reserve
    yield "total", statement.total


def _cells(row: Row, expenses: int, step: int, language: Language) -> tuple[str | int, ...]:
    amounts = row.cells if step == 1 else tuple(step * cell for cell in row.cells)
    return (
        row.id,
        row.name or language.column(row.id),
        row.units,
        *amounts[:expenses],
        step * row.expenses,
        *amounts[expenses:],
        step * row.revenues,
        step * row.balance,
    )


def coded(table: Table, rows: Iterable[Coded]) -> Table:
    """The table with the NIS codes of the partners behind their names, where any has one.

    The first column holds their ids, and the second their names.
    """
    codes: dict[str, Cell] = {row.id: _code(row.nis) for row in rows if row.nis}
    if not codes:
        return table
    first, name, *others = table.columns
    column = Column("nis", "nis", "text")
    return table._replace(
        columns=(first, name, column, *others),
        rows=tuple(
            row._replace(cells=(*row.cells[:2], codes.get(str(row.cells[0])), *row.cells[2:]))
            for row in table.rows
        ),
    )


def _code(nis: str) -> str | int:
    """A code as a number, which no spreadsheet changes; as a text where a zero would be lost."""
    return nis if nis.startswith("0") else int(nis)


def shown_table(table: Table) -> Table:
    """What a person reads: names instead of ids, and no homes where nobody has any."""
    units = table.select(["units"])
    empty = all(row.cells == (0,) for row in units.rows)
    left_out = ("partner", "nis", "units") if empty else ("partner", "nis")
    return table.select([column.id for column in table.columns if column.id not in left_out])


def in_whole_currency(table: Table) -> Table:
    """The amounts in whole euros, rounded half to even; for display only."""
    step = 10**table.decimals
    kinds = [column.kind for column in table.columns]
    rows = tuple(
        row._replace(
            cells=tuple(
                rounded(cell, step, "even") if kind in AMOUNTS and isinstance(cell, int) else cell
                for kind, cell in zip(kinds, row.cells, strict=True)
            ),
        )
        for row in table.rows
    )
    return table._replace(rows=rows, decimals=0)


def uneven_columns(table: Table) -> tuple[Column, ...]:
    """The columns whose rows do not add up to the total shown."""
    *parts, total = table.rows
    return tuple(
        column
        for place, column in enumerate(table.columns)
        if column.kind == "amount"
        and sum(int(row.cells[place] or 0) for row in parts) != total.cells[place]
    )


def has_uneven_rows(table: Table) -> bool:
    """Whether some row's lines do not add up to the totals and the balance shown in it."""
    ids = [column.id for column in table.columns]
    first = next(at for at, column in enumerate(table.columns) if column.kind == "amount")
    expenses, revenues = ids.index("expenses"), ids.index("revenues")

    def misses(row: TableRow) -> bool:
        cells = [cell if isinstance(cell, int) else 0 for cell in row.cells]
        return (
            sum(cells[first:expenses]) != cells[expenses]
            or sum(cells[expenses + 1 : revenues]) != cells[revenues]
            or cells[revenues] - cells[expenses] != cells[-1]
        )

    return any(map(misses, table.rows))


def texts_of(table: Table, language: Language) -> list[tuple[str, ...]]:
    """The cells of each column as people read them, each behind its mark."""
    columns = []
    for place, column in enumerate(table.columns):
        texts = (
            cell_text(row.cells[place], column, table.decimals, language) for row in table.rows
        )
        columns.append(
            tuple(
                f"{row.marks[place]}\N{NO-BREAK SPACE}{text}"
                if row.marks and row.marks[place]
                else text
                for row, text in zip(table.rows, texts, strict=True)
            )
        )
    return columns


def cell_text(cell: Cell, column: Column, decimals: int, language: Language) -> str:
    """A cell as people read it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return visible(cell)
    if isinstance(cell, Decimal):
        return language.number(cell)
    match column.kind:
        case "amount":
            return language.figure(cell, decimals)
        case "change":
            return language.change(cell, decimals)
        case "percent":
            return f"{language.change(cell, 1)}\N{NO-BREAK SPACE}%"
        case "each":
            return language.figure(cell, 2)
        case "part":
            return language.percentage(cell, 2)
        case "text" | "count" | "number":
            return language.figure(cell, 0)
        case _:
            assert_never(column.kind)


def places_of(kind: ColumnKind, decimals: int) -> int:
    """The decimals of the whole numbers of a column, where amounts have `decimals`."""
    match kind:
        case "amount" | "change":
            return decimals
        case "percent":
            return 1
        case "each":
            return 2
        case "part":
            return 4
        case "text" | "count" | "number":
            return 0
        case _:
            assert_never(kind)


def plain_amount(minor: int, decimals: int, mark: str = ".") -> str:
    """An amount without thousands separators: `-20218.00`; it has at least one decimal."""
    digits = f"{minor:0{decimals + 1 + (minor < 0)}}"
    return f"{digits[:-decimals]}{mark}{digits[-decimals:]}"


def plain_amounts(minor: Sequence[int], decimals: int, mark: str = ".") -> list[str]:
    """Many of them at once, several times as fast.

    >>> plain_amounts([-2021800, 5], 2)
    ['-20218.00', '0.05']
    """
    least = 10**decimals
    return [
        f"{digits[:-decimals]}{mark}{digits[-decimals:]}"
        if each >= least or each <= -least
        else plain_amount(each, decimals, mark)
        for each, digits in zip(minor, map(str, minor), strict=True)
    ]
