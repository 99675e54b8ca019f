"""The table of sources on the sheet Settlement: what each of its figures is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from igs_costshare.description.ids import ACCOUNT, EACH
from igs_costshare.description.settlement import Payment
from igs_costshare.documents.settlement_phrases import figure_headings, party
from igs_costshare.settling.held import HeldLine
from igs_costshare.settling.payments import advances, net_bill
from igs_costshare.wording.language import Language
from igs_costshare.wording.units import Notation
from igs_costshare.workbook.advances import advance_formulas
from igs_costshare.workbook.book import Book, Sheet
from igs_costshare.workbook.budget import line_names
from igs_costshare.workbook.cells import absolute, on
from igs_costshare.workbook.formulas import in_units
from igs_costshare.workbook.inputs import Inputs
from igs_costshare.workbook.kinds import EACH as ANY
from igs_costshare.workbook.kinds import FigureKind, kind_at
from igs_costshare.workbook.layout import FIRST
from igs_costshare.workbook.opening import OpenCells
from igs_costshare.workbook.reconciling import PooledLines
from igs_costshare.workbook.results import Results
from igs_costshare.workbook.settling import BILL, BUDGETED, NAME, SourceTable
from igs_costshare.workbook.workings import Workings


class Sources(OpenCells):
    """Writes the table: what may be changed first, and then what follows from the statement."""

    def __init__(
        self, book: Book, sheet: Sheet, inputs: Inputs, language: Language, table: SourceTable
    ) -> None:
        super().__init__(book, sheet, inputs, language, language.say("workbook.sheet_settlement"))
        self.table, self.settling = table, table.settling
        self.open_columns: dict[int, list[str]] = {}
        """The holders with a cell that may be changed, by column."""
        self._paid: dict[int, Decimal] = {}
        """What each payment comes to, by column."""

    # ---------------------------------------------------------------- what may be changed

    def prepare(self) -> None:
        """Headings, names, and the cells that may be changed."""
        table, say = self.table, self.language.say
        self.sheet.text(table.top - 1, 0, say("workbook.sources"), "section")
        self._heading(NAME, self.language.column("partner"), "heading")
        names = [party(id, table.names.get(id, ""), self.language) for id in table.holders]
        self.sheet.names(NAME, table.first, names)
        headings = figure_headings(self.language)
        self._heading(BILL, headings["bill"])
        if table.has_budget:
            self._heading(BUDGETED, say("workbook.budgeted_bill"))
        self._openings(table.columns["opening"].first, headings["opening"])
        for column, line in table.held():
            self._heading(column, self._called(line))
            if isinstance(line.payers, dict):
                kind = kind_at((*line.field, ANY))._replace(unit=Notation.MONEY)
                self._amounts(column, self._called(line), line.field, line.payers, kind)
        for column, id, payment in table.paid():
            self._payment(column, id, payment)
        if table.payments:
            self._heading(table.got, say("workbook.payments_got"))

    def _heading(self, column: int, text: str, style: str = "heading_right") -> None:
        self.sheet.text(self.table.top, column, text, style)

    def _called(self, line: HeldLine) -> str:
        """The line, and whether it was paid, brought in or received."""
        id = str(line.path[-1])
        name = line_names(self.settling.network, self.language).get(id)
        if name is None:  # what homes earn
            name = self.language.column(id)
        match line.figure:
            case "paid":
                return self.language.say("workbook.line_paid", line=name)
            case "in_kind":
                return self.language.say("workbook.line_in_kind", line=name)
            case "received":
                return self.language.say("workbook.line_received", line=name)
        raise TypeError(f"nobody holds a line for {line.figure}")

    def _openings(self, column: int, heading: str) -> None:
        self._heading(column, heading)
        path = ("settlement", "opening")
        stated = self.settling.terms.opening
        amounts = {id: stated.get(id, Decimal(0)) for id in self.table.names}
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
        elif payment.amounts is not None:
            path = ("payment", id, "amounts")
            self._amounts(column, heading, path, payment.amounts, kind_at((*path, ANY)))

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

    # ---------------------------------------------------------------- what follows

    def follow(self, results: Results, workings: Workings, pooled: PooledLines | None) -> None:
        """The cells that follow from the statement, and what each column comes to."""
        self._bills(results)
        self._opposite_of_openings()
        for column, line in self.table.held():
            self._held(column, line, results, pooled)
        for column, id, payment in self.table.paid():
            self._advances(column, id, payment, workings)
        if self.table.payments:
            self._got()
        self._together()

    def _put(self, holder: str, column: int, formula: str, value: Decimal) -> None:
        row = self.table.row_of(holder)
        self.sheet.formula(row, column, formula, "amount", value)

    def _bills(self, results: Results) -> None:
        statement, decimals = self.settling.statement, self.settling.outcome.decimals
        balance = results.column("balance")
        rows = {row.id: row for row in statement.partners}
        if statement.reserve is not None:
            rows[ACCOUNT] = statement.reserve
        for at, holder in enumerate(self.table.holders):
            if holder in rows:
                cell = on(results.names.statement, absolute(FIRST + at, balance))
                value = self.settling.euros(net_bill(rows[holder], statement, decimals))
                self._put(holder, BILL, in_units(f"-{cell}"), value)
            else:
                self._put(holder, BILL, "0", Decimal(0))
        if self.table.has_budget:
            self._budgeted()

    def _budgeted(self) -> None:
        """The bills of the budget, as they were."""
        budget = self.settling.budget
        for row in budget.partners:
            if row.id in self.table.names:
                bill = Decimal(net_bill(row, budget, budget.decimals)).scaleb(-budget.decimals)
                self.sheet.number(self.table.row_of(row.id), BUDGETED, bill, "amount")

    def _opposite_of_openings(self) -> None:
        column = self.table.columns["opening"].first
        cells = f"{absolute(self.table.first, column)}:{absolute(self.table.account - 1, column)}"
        value = -sum(self.settling.terms.opening.values(), Decimal(0))
        self._put(ACCOUNT, column, in_units(f"-SUM({cells})"), value)

    def _held(
        self, column: int, line: HeldLine, results: Results, pooled: PooledLines | None
    ) -> None:
        id, euros = str(line.path[-1]), self.settling.euros
        total = results.total(id) if pooled is None or line.cells else pooled.euros(id)
        if isinstance(line.payers, dict):
            self._compared(column, line, total)
        elif line.payers == EACH:
            place = results.column(id)
            for at, holder in enumerate(self.table.names):
                cell = on(results.names.statement, absolute(FIRST + at, place))
                self._put(holder, column, cell, euros(line.cells[at]))
        else:
            self._put(line.payers, column, total, euros(line.total))

    def _compared(self, column: int, line: HeldLine, total: str) -> None:
        """Below amounts that were stated, the total that they add up to."""
        row = self.table.together + 1
        self.sheet.formula(row, column, total, "amount", self.settling.euros(line.total))
        apart = f"ROUND({absolute(row - 1, column)}-{absolute(row, column)},3)"
        self.sheet.formula(row + 1, column, f"({apart}<>0)*1", "working", 0)

    def _advances(self, column: int, id: str, payment: Payment, workings: Workings) -> None:
        self._paid[column] = sum((payment.amounts or {}).values(), Decimal(0))
        if payment.part is None:
            return
        budget = self.settling.budget
        paid = advances(payment, budget)
        left_out = tuple(payment.except_ or ())
        formulas = advance_formulas(workings, self.table, column, payment.label or id, left_out)
        for holder, formula in formulas.items():
            # Nothing of a bill that is not positive.
            value = Decimal(paid.get(holder, 0)).scaleb(-budget.decimals)
            self._put(holder, column, formula, value)
            self._paid[column] += value

    def _got(self) -> None:
        """What the account, or a partner, got of the payments to it."""
        columns: dict[str, list[int]] = {}
        for column, _, payment in self.table.paid():
            columns.setdefault(payment.to, []).append(column)
        for holder, own in columns.items():
            # Payments to one and the same stand beside one another.
            first, last = (absolute(self.table.together, column) for column in (own[0], own[-1]))
            value = -sum((self._paid[column] for column in own), Decimal(0))
            self._put(holder, self.table.got, in_units(f"-SUM({first}:{last})"), value)

    def _together(self) -> None:
        """What each column comes to."""
        table, row = self.table, self.table.together
        self.sheet.text(row, NAME, self.language.say("workbook.together"), "total_text")
        for column, value in self._sums():
            formula = in_units(f"SUM({table.all_of(column)})")
            self.sheet.formula(row, column, formula, "amount_total", value)
        if self.compared:
            self.sheet.text(row + 1, NAME, self.language.say("workbook.on_statement"), "name")
            self.sheet.text(row + 2, NAME, self.language.say("workbook.apart"), "working_text")

    def _sums(self) -> Iterator[tuple[int, Decimal]]:
        """What each column comes to."""
        table, euros, budget = self.table, self.settling.euros, self.settling.budget
        yield BILL, euros(self.settling.outcome.total.figure("bill"))
        if table.has_budget:
            bills = (
                net_bill(row, budget, budget.decimals)
                for row in budget.partners
                if row.id in table.names
            )
            yield BUDGETED, Decimal(sum(bills)).scaleb(-budget.decimals)
        yield table.columns["opening"].first, Decimal(0)
        for column, line in table.held():
            yield column, euros(line.total)
        yield from self._paid.items()
        if table.payments:
            yield table.got, -sum(self._paid.values(), Decimal(0))

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
