"""The sheet Settlement: what each still has to pay or gets back, live, and who pays whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import assert_never

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.documents.settlement import SettlementDocument
from igs_costshare.documents.settlement_phrases import due_sentence, figure_headings, party
from igs_costshare.settling.settled import SIGNS, Figure
from igs_costshare.wording.language import Language
from igs_costshare.workbook.advances import smallest_step
from igs_costshare.workbook.book import Book, Sheet, column_of_names, pages_across
from igs_costshare.workbook.cells import absolute, letters, on, sheet_names
from igs_costshare.workbook.formulas import either, in_units
from igs_costshare.workbook.inputs import Inputs
from igs_costshare.workbook.kinds import kind_at
from igs_costshare.workbook.layout import FIRST, HEADINGS
from igs_costshare.workbook.reconciling import PooledLines
from igs_costshare.workbook.results import Results, width_of_amount
from igs_costshare.workbook.settling import BILL, DUE, NAME, Settling, SourceTable
from igs_costshare.workbook.sources import Sources
from igs_costshare.workbook.workings import Workings

_AMOUNT = 3
"""The column of what is transferred, after who pays, whom, and room for that name."""
_LINES_OF_HEADING = 3
"""A line of the file with who paid it."""
_TOLD_AT_ONCE = 50
"""Cells that one formula asks for too many decimals, well below 8192 characters."""


class SettlementSheet:
    """Writes the sheet: what may be changed first, and then what follows from the statement."""

    def __init__(
        self, book: Book, sheet: Sheet, inputs: Inputs, settling: Settling, language: Language
    ) -> None:
        self.book, self.sheet, self.inputs, self.language = book, sheet, inputs, language
        self.settling, self.outcome = settling, settling.outcome
        self.names = sheet_names(language)
        self.table = SourceTable(settling, self._after_transfers + 2)
        self.sources = Sources(book, sheet, inputs, language, self.table)

    # ---------------------------------------------------------------- where it stands

    @property
    def title(self) -> str:
        """Title, year and what is settled."""
        return SettlementDocument(self.outcome, self.language).title

    @property
    def total(self) -> int:
        """The row of the totals."""
        return FIRST + len(self.outcome.rows)

    @property
    def _course(self) -> int:
        """The row where the course of the reserve begins, below the notes."""
        return self.total + 2 + len(self.notes) + 1

    @property
    def _transfers(self) -> int:
        """The row of the heading above the transfers."""
        return self._course + (4 if self.outcome.reserve is not None else 0)

    @property
    def _after_transfers(self) -> int:
        match self.outcome.way:
            case "account":
                rows = len(self.outcome.rows)  # a heading, and a row for each but one
            case "direct":
                rows = 1 + len(self.outcome.transfers)
            case "none":
                rows = 0
            case _:
                assert_never(self.outcome.way)
        return self._transfers + 2 + rows

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What is said below the table."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        say = self.language.say
        yield due_sentence(tuple(SIGNS), self.language)
        yield say("settling.sign")
        if self.outcome.keeper is not None:
            yield say("settling.kept_by", name=self._name(self.outcome.keeper))
        yield say("workbook.settlement_live", statement=self.names.statement)
        parts = any(each.part is not None for each in self.settling.network.payment.values())
        if parts and self.settling.follows_budget:
            yield say("workbook.parts_live")
        elif parts:
            yield say("workbook.parts_fixed", column=say("workbook.budgeted_bill"))

    def _name(self, id: str) -> str:
        names = {row.id: row.name for row in self.outcome.rows}
        return party(id, names[id], self.language)

    # ---------------------------------------------------------------- in two turns

    def prepare(self) -> None:
        """Titles, headings and names, and the cells that may be changed."""
        self.sheet.text(0, 0, self.title, "title")
        headings = figure_headings(self.language)
        self.sheet.text(HEADINGS, NAME, self.language.column("partner"), "heading")
        for column, heading in enumerate(headings.values(), start=BILL):
            self.sheet.text(HEADINGS, column, heading, "heading_right")
        rows = [self._name(row.id) for row in self.outcome.rows]
        self.sheet.names(NAME, FIRST, rows)
        self.sheet.text(self.total, NAME, self.language.column("total"), "total_text")
        for row, note in enumerate(self.notes, start=self.total + 2):
            self.sheet.text(row, 0, note, "hint")
        self._open_reserve()
        self.sources.prepare()

    def _open_reserve(self) -> None:
        """What the reserve had at the start of the year."""
        reserve = self.settling.network.reserve
        if reserve is None:
            return
        path, heading = ("reserve", "opening"), self.language.say("workbook.reserve_opening")
        kind = kind_at(path)
        self.sheet.text(self._course, NAME, heading, "name")
        self.sources.open(self._course, BILL, reserve.opening, kind)
        self.sources.block(heading, kind, (self._course, self._course), BILL)
        self.inputs.place(path, self._course, BILL, reserve.opening, self.names.settlement)
        self.book.name(self.inputs.named(path), self.inputs[path])

    def refuse(self, workings: Workings) -> None:
        """Note what no file may state: amounts that have more decimals than can be paid."""
        unit = smallest_step(workings)
        cells = [
            self.table.cell(holder, column)
            for column, holders in self.sources.open_columns.items()
            for holder in holders
        ]
        if self.outcome.reserve is not None:
            cells.append(absolute(self._course, BILL))
        seen = [on(self.names.settlement, cell) for cell in cells]
        for first in range(0, len(seen), _TOLD_AT_ONCE):
            some = seen[first : first + _TOLD_AT_ONCE]
            told = f"IF({unit}<0.01,{{}},{{}})"
            finer = (
                either(f"ROUND({cell},{decimals})<>{cell}" for cell in some) for decimals in (3, 2)
            )
            message = self.language.say("workbook.too_fine", settlement=self.names.settlement)
            workings.refuse(message, told.format(*finer))

    def follow(self, results: Results, workings: Workings, pooled: PooledLines | None) -> None:
        """What follows from the statement, and how the sheet looks."""
        self.sources.follow(results, workings, pooled)
        self._figures()
        self._status()
        self._follow_reserve()
        self._write_transfers()
        self._finish()

    # ---------------------------------------------------------------- the settlement

    def _figures(self) -> None:
        """The figures of each row, from the sources of who stands in it."""
        keeper = self.outcome.keeper
        for row, each in enumerate(self.outcome.rows, start=FIRST):
            holders = [each.id, ACCOUNT] if each.id == keeper else [each.id]
            for column, figure in enumerate(SIGNS, start=BILL):
                value = self.settling.euros(each.figure(figure))
                formula = in_units(f"SUM({self._made_of(figure, holders)})")
                self.sheet.formula(row, column, formula, "amount", value)
            signs = zip(SIGNS.values(), range(BILL, DUE), strict=True)
            due = "".join(f"{'+' if sign > 0 else '-'}{letters(at)}{row + 1}" for sign, at in signs)
            self.sheet.formula(row, DUE, in_units(due), "amount", self.settling.euros(each.due))
        for column, (_, minor) in enumerate(self.outcome.total.columns.items(), start=BILL):
            cells = f"{letters(column)}{FIRST + 1}:{letters(column)}{self.total}"
            value = self.settling.euros(minor)
            self.sheet.formula(self.total, column, in_units(f"SUM({cells})"), "amount_total", value)

    def _made_of(self, figure: Figure, holders: list[str]) -> str:
        """The cells of the sources that a figure of these holders adds up; 0 without any."""
        if figure == "bill":
            return ",".join(self.table.cell(holder, BILL) for holder in holders)
        columns = self.table.columns[figure]
        if not columns.any:
            return "0"
        return ",".join(
            f"{self.table.cell(holder, columns.first)}:{self.table.cell(holder, columns.last)}"
            for holder in holders
        )

    def _status(self) -> None:
        """Whether what is due adds up to nothing, as it must."""
        say, due, flags = self.language.say, absolute(self.total, DUE), self._flags
        apart = f"SUM({flags})" if flags else "0"
        exact, off = say("workbook.due_is_nothing"), say("workbook.due_is_something")
        unknown = say("workbook.settlement_unknown", statement=self.names.statement)
        is_unknown = f"ISERROR({due}+{apart})"
        told = f'IF({is_unknown},"{unknown}",IF({due}=0,"{exact}","{off}"))'
        if flags:
            stated = say("workbook.stated_apart")
            line = f"INDEX({self._across(self.table.top)},MATCH(1,{flags},0))"
            told = f'IF(IFERROR({apart},0)>0,"{stated} "&{line},{told})'
        self.sheet.formula(1, 0, told, "status", exact)
        rule = {
            "type": "formula",
            "criteria": f"=IF({is_unknown},TRUE,OR({due}<>0,{apart}>0))",
            "format": self.book.style("warning"),
        }
        self.sheet.page.conditional_format(1, 0, 1, 0, rule)

    @property
    def _flags(self) -> str:
        """The cells that are 1 where stated amounts do not add up; empty where none were."""
        return self._across(self.table.together + 2) if self.sources.compared else ""

    def _across(self, row: int) -> str:
        """The cells of a row from the first column of stated amounts to the last."""
        first, last = self.sources.compared[0], self.sources.compared[-1]
        return f"{absolute(row, first)}:{absolute(row, last)}"

    def _follow_reserve(self) -> None:
        """What the reserve gets or gives, and has at the end of the year."""
        course = self.outcome.reserve
        if course is None:
            return
        say, euros = self.language.say, self.settling.euros
        first, second = (absolute(self._course + at, BILL) for at in (0, 1))
        borne = self.table.cell(ACCOUNT, BILL)
        self.sheet.text(self._course + 1, NAME, say("workbook.reserve_change"), "name")
        self.sheet.formula(
            self._course + 1, BILL, in_units(f"-{borne}"), "amount", euros(course.change)
        )
        self.sheet.text(self._course + 2, NAME, say("workbook.reserve_closing"), "total_text")
        self.sheet.formula(
            self._course + 2,
            BILL,
            in_units(f"{first}+{second}"),
            "amount_total",
            euros(course.closing),
        )

    # ---------------------------------------------------------------- who pays whom

    def _write_transfers(self) -> None:
        say, row = self.language.say, self._transfers
        self.sheet.text(row, 0, say("workbook.transfers"), "section")
        match self.outcome.way:
            case "account":
                self.sheet.text(row + 1, 0, say("workbook.transfers_live"), "hint")
                self._transfer_headings(row + 2)
                self._through_account(row + 3)
            case "direct":
                self.sheet.text(row + 1, 0, say("workbook.transfers_as_delivered"), "hint")
                self._transfer_headings(row + 2)
                self._as_delivered(row + 3)
            case "none":
                self.sheet.text(row + 1, 0, say("settling.closed_purses"), "hint")
            case _:
                assert_never(self.outcome.way)

    def _transfer_headings(self, row: int) -> None:
        say = self.language.say
        self.sheet.text(row, 0, say("settling.from"), "heading")
        self.sheet.text(row, 1, say("settling.to"), "heading")
        # A name may run on over the next column.
        self.sheet.text(row, _AMOUNT - 1, "", "heading")
        self.sheet.text(row, _AMOUNT, say("settling.amount"), "heading_right")

    def _through_account(self, first: int) -> None:
        """What each pays to who keeps the account, or gets from it: what is due."""
        keeper = self.outcome.keeper or ACCOUNT
        rows = {each.id: row for row, each in enumerate(self.outcome.rows, start=FIRST)}
        holder = absolute(rows[keeper], NAME)
        others = (each for each in self.outcome.rows if each.id != keeper)
        for row, each in enumerate(others, start=first):
            own, due = (absolute(rows[each.id], column) for column in (NAME, DUE))
            names = (self._name(each.id), self._name(keeper))
            payer, taker = names if each.due > 0 else names[::-1]
            for column, formula, name in (
                (0, f'IF({due}=0,"",IF({due}>0,{own},{holder}))', payer),
                (1, f'IF({due}=0,"",IF({due}>0,{holder},{own}))', taker),
            ):
                self.sheet.formula(row, column, formula, "text", name if each.due else "")
            value = abs(self.settling.euros(each.due))
            self.sheet.formula(row, _AMOUNT, f"ABS({due})", "amount", value)

    def _as_delivered(self, first: int) -> None:
        for row, each in enumerate(self.outcome.transfers, start=first):
            self.sheet.text(row, 0, self._name(each.payer))
            self.sheet.text(row, 1, self._name(each.taker))
            self.sheet.number(row, _AMOUNT, self.settling.euros(each.amount), "amount")

    # ---------------------------------------------------------------- how it looks

    def _finish(self) -> None:
        page, last = self.sheet.page, max(DUE, self.table.last_column)
        rows = (*self.outcome.rows, self.outcome.total)
        largest = max(abs(minor) for row in rows for minor in row.columns.values())
        width = width_of_amount(largest)
        page.set_column(BILL, last, width)
        self.sheet.high(self.table.top, _LINES_OF_HEADING)
        page.freeze_panes(0, 1)
        names = column_of_names([*self.table.names.values(), self.language.say("settling.account")])
        pages = pages_across(names, names + width * last)
        footer = self.language.say("workbook.page_footer")
        self.sheet.print_on_a4(self.title, footer, (0, 0), pages)
        page.repeat_columns(NAME, NAME)
        self.sheet.protect()
