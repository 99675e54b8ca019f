"""The sheet Settlement: what each still has to pay or gets back, live, and who pays whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.documents.settlement import SettlementDocument
from igs_costshare.documents.settlement_phrases import (
    due_sentence,
    figure_headings,
    party,
    sign_sentence,
)
from igs_costshare.messages import say
from igs_costshare.settling.settled import SIGNS, Figure
from igs_costshare.wording.language import Language
from igs_costshare.workbook.advances import smallest_step
from igs_costshare.workbook.book import Book, Sheet, column_of_names, pages_across
from igs_costshare.workbook.cells import absolute, letters, on, sheet_names
from igs_costshare.workbook.formulas import either, in_units, unlike
from igs_costshare.workbook.inputs import Inputs
from igs_costshare.workbook.kinds import kind_at
from igs_costshare.workbook.layout import FIRST, HEADINGS
from igs_costshare.workbook.reconciling import PooledLines
from igs_costshare.workbook.results import Results, width_of_amount
from igs_costshare.workbook.settling import BILL, DUE, NAME, Settling, SourceTable
from igs_costshare.workbook.source_formulas import SourceFormulas
from igs_costshare.workbook.sources import Sources
from igs_costshare.workbook.transfers import TransferList
from igs_costshare.workbook.workings import Workings

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
        self.table = SourceTable(settling, self.transfers.end + 2)
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

    @cached_property
    def transfers(self) -> TransferList:
        """Who pays whom, below the course of the reserve."""
        top = self._course + (4 if self.outcome.reserve is not None else 0)
        return TransferList(self.sheet, self.settling, self.language, top)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What is said below the table."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        say = self.language.say
        yield due_sentence(tuple(SIGNS), self.outcome.way, self.language)
        yield sign_sentence(self.outcome.way, self.language)
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
        headings = figure_headings(self.language, self.outcome.way)
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
            message = say("workbook.too_fine", settlement=self.names.settlement)
            workings.refuse(message, told.format(*finer))

    def follow(self, results: Results, workings: Workings, pooled: PooledLines | None) -> None:
        """What follows from the statement, and how the sheet looks."""
        SourceFormulas(self.sheet, self.table, results, workings, pooled).write()
        self._figures()
        self._status()
        self._follow_reserve()
        self.transfers.write()
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
                self.sheet.formula(row, column, unlike(formula, row), "amount", value)
            signs = zip(SIGNS.values(), range(BILL, DUE), strict=True)
            due = "".join(f"{'+' if sign > 0 else '-'}{letters(at)}{row + 1}" for sign, at in signs)
            value = self.settling.euros(each.due)
            self.sheet.formula(row, DUE, unlike(in_units(due), row), "amount", value)
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
