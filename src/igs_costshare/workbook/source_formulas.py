"""The cells of the table of sources that follow from the statement, on the sheet Settlement."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from igs_costshare.description.ids import ACCOUNT, EACH
from igs_costshare.description.settlement import Payment
from igs_costshare.settling.held import HeldLine
from igs_costshare.settling.payments import advances, net_bill
from igs_costshare.workbook.advances import advance_formulas
from igs_costshare.workbook.book import Sheet
from igs_costshare.workbook.cells import absolute, on
from igs_costshare.workbook.formulas import in_units, unlike
from igs_costshare.workbook.layout import FIRST
from igs_costshare.workbook.reconciling import PooledLines
from igs_costshare.workbook.results import Results
from igs_costshare.workbook.settling import BILL, BUDGETED, NAME, SourceTable
from igs_costshare.workbook.workings import Workings


class SourceFormulas:
    """Bills, lines and advances, from the cells of the sheet Statement and the workings."""

    def __init__(
        self,
        sheet: Sheet,
        table: SourceTable,
        results: Results,
        workings: Workings,
        pooled: PooledLines | None,
    ) -> None:
        """`pooled` has the lines that a charge takes into its pool."""
        self.sheet, self.table, self.settling = sheet, table, table.settling
        self.results, self.workings, self.pooled = results, workings, pooled
        self.language = workings.language
        self._paid: dict[int, Decimal] = {}
        """What each payment comes to, by column."""

    def write(self) -> None:
        """Write them, and what each column comes to."""
        self._bills()
        self._opposite_of_openings()
        for column, line in self.table.held():
            self._held(column, line)
        for column, id, payment in self.table.paid():
            self._advances(column, id, payment)
        if self.table.payments:
            self._got()
        self._together()

    def _put(self, holder: str, column: int, formula: str, value: Decimal) -> None:
        row = self.table.row_of(holder)
        self.sheet.formula(row, column, unlike(formula, row), "amount", value)

    def _bills(self) -> None:
        statement, decimals = self.settling.statement, self.settling.outcome.decimals
        balance = self.results.column("balance")
        rows = {row.id: (at, row) for at, row in enumerate(statement.partners)}
        if statement.reserve is not None:
            rows[ACCOUNT] = len(rows), statement.reserve
        for holder in self.table.holders:
            if holder in rows:
                at, row = rows[holder]
                cell = on(self.results.names.statement, absolute(FIRST + at, balance))
                value = self.settling.euros(net_bill(row, statement, decimals))
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

    def _held(self, column: int, line: HeldLine) -> None:
        id, euros = str(line.path[-1]), self.settling.euros
        total = (
            self.results.total(id) if self.pooled is None or line.cells else self.pooled.euros(id)
        )
        if isinstance(line.payers, dict):
            self._compared(column, line, total)
        elif line.payers == EACH:
            place = self.results.column(id)
            for at, (row, units) in enumerate(
                zip(self.settling.statement.partners, line.cells, strict=True)
            ):
                cell = on(self.results.names.statement, absolute(FIRST + at, place))
                self._put(row.id, column, cell, euros(units))
        else:
            self._put(line.payers, column, total, euros(line.total))

    def _compared(self, column: int, line: HeldLine, total: str) -> None:
        """Below amounts that were stated, the total that they add up to."""
        row = self.table.together + 1
        self.sheet.formula(row, column, total, "amount", self.settling.euros(line.total))
        apart = f"ROUND({absolute(row - 1, column)}-{absolute(row, column)},3)"
        self.sheet.formula(row + 1, column, f"({apart}<>0)*1", "working", 0)

    def _advances(self, column: int, id: str, payment: Payment) -> None:
        self._paid[column] = sum((payment.amounts or {}).values(), Decimal(0))
        if payment.part is None:
            return
        budget = self.settling.budget
        paid = advances(payment, budget)
        left_out = tuple(payment.except_ or ())
        formulas = advance_formulas(
            self.workings, self.table, column, payment.label or id, left_out
        )
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
        if any(isinstance(line.payers, dict) for _, line in table.held()):
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
