"""The table of sources on the sheet Settlement: what each of its figures is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from igs_costshare.description.settlement import Payment
from igs_costshare.documents.settlement_phrases import figure_headings, party
from igs_costshare.messages import Message, say
from igs_costshare.settling.held import HeldLine, network_of
from igs_costshare.settling.settled import Figure
from igs_costshare.wording.language import Language
from igs_costshare.wording.units import Notation
from igs_costshare.workbook.book import Book, Sheet
from igs_costshare.workbook.budget import line_names
from igs_costshare.workbook.cells import on
from igs_costshare.workbook.inputs import Inputs
from igs_costshare.workbook.kinds import EACH as ANY
from igs_costshare.workbook.kinds import FigureKind, kind_at
from igs_costshare.workbook.opening import OpenCells
from igs_costshare.workbook.settling import BILL, BUDGETED, NAME, SourceTable


class Sources(OpenCells):
    """Headings, names and the cells that may be changed; `SourceFormulas` has the others."""

    def __init__(
        self, book: Book, sheet: Sheet, inputs: Inputs, language: Language, table: SourceTable
    ) -> None:
        super().__init__(book, sheet, inputs, language, language.say("workbook.sheet_settlement"))
        self.table, self.settling = table, table.settling
        self.open_columns: dict[int, list[str]] = {}
        """The holders with a cell that may be changed, by column."""

    def prepare(self) -> None:
        """Headings, names, and the cells that may be changed."""
        table = self.table
        self.sheet.text(table.top - 1, 0, self.language.say("workbook.sources"), "section")
        self._heading(NAME, self.language.column("partner"), "heading")
        names = [party(id, table.names.get(id, ""), self.language) for id in table.holders]
        self.sheet.names(NAME, table.first, names)
        headings = figure_headings(self.language)
        self._heading(BILL, headings["bill"])
        if table.has_budget:
            self._heading(BUDGETED, self.language.say("workbook.budgeted_bill"))
        self._openings(table.columns["opening"].first, headings["opening"])
        for column, line in table.held():
            self._heading(column, self._called(line))
            if isinstance(line.payers, dict):
                kind = kind_at((*line.field, ANY))._replace(unit=Notation.MONEY)
                self._amounts(column, self._called(line), line.field, line.payers, kind)
        for column, id, payment in table.paid():
            self._payment(column, id, payment)
        if table.payments:
            self._heading(table.got, self.language.say("workbook.payments_got"))

    def _heading(self, column: int, text: str, style: str = "heading_right") -> None:
        self.sheet.text(self.table.top, column, text, style)

    def _called(self, line: HeldLine) -> str:
        """The line, and whether it was paid, brought in or received."""
        id = str(line.path[-1])
        name = line_names(self.settling.network, self.language).get(id)
        if name is None:  # what homes earn
            name = self.language.column(id)
        told: dict[Figure, Message] = {
            "paid": say("workbook.line_paid", line=name),
            "in_kind": say("workbook.line_in_kind", line=name),
            "received": say("workbook.line_received", line=name),
        }
        return self.language.tell(told[line.figure])

    def _openings(self, column: int, heading: str) -> None:
        self._heading(column, heading)
        path = ("settlement", "opening")
        stated = self.settling.terms.opening
        # Nothing is left from last year of who only stands in the scenario.
        known = network_of(self.settling.budget).parties
        amounts = {id: stated.get(id, Decimal(0)) for id in self.table.names if id in known}
        self._amounts(column, heading, path, amounts, kind_at((*path, ANY)))

    def _payment(self, column: int, id: str, payment: Payment) -> None:
        heading = payment.label or id
        self._heading(column, heading)
        if payment.part is not None:
            path, row = ("payment", id, "part"), self.table.part_row
            kind = kind_at(path)
            self.sheet.text(row, NAME, self.language.say("workbook.part_of_bill"), "remark")
            self.open(row, column, payment.part, kind)
            self.block(heading, kind, (row, row), column)
            self.inputs.place(path, row, column, payment.part, self.name)
            self.book.name(self.inputs.named(path), self.inputs[path])
            return
        path = ("payment", id, "amounts")
        self._amounts(column, heading, path, payment.amounts or {}, kind_at((*path, ANY)))

    def _amounts(
        self,
        column: int,
        title: str,
        path: tuple[str | int, ...],
        amounts: Mapping[str, Decimal],
        kind: FigureKind,
    ) -> None:
        """Cells that may be changed, of those who state an amount."""
        rows = {self.table.row_of(holder): holder for holder in amounts}
        self.open_columns[column] = list(rows.values())
        for row, holder in rows.items():
            self.open(row, column, amounts[holder], kind)
            self.inputs.place((*path, holder), row, column, amounts[holder], self.name)
        for first, last in _runs(sorted(rows)):
            self.block(title, kind, (first, last), column)
        self.book.name(self.inputs.named(path), on(self.name, self.table.all_of(column)))

    @property
    def compared(self) -> list[int]:
        """The columns of amounts that add up to a line."""
        return [column for column, line in self.table.held() if isinstance(line.payers, dict)]


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """The rows that follow one another, first and last.

    >>> _runs([3, 4, 6])
    [(3, 4), (6, 6)]
    """
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
