"""The sheet Stays as it is written: nights that may be changed, and the sums that follow."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from igs_costshare.description.stays import NIGHTS
from igs_costshare.sharing.homes import counted_in
from igs_costshare.wording.language import Language
from igs_costshare.workbook.book import Book, Sheet
from igs_costshare.workbook.cells import letters, sheet_names
from igs_costshare.workbook.formulas import added, either, unlike
from igs_costshare.workbook.kinds import EACH, kind_at
from igs_costshare.workbook.layout import FIRST, HEADINGS
from igs_costshare.workbook.opening import OpenCells
from igs_costshare.workbook.stays import SIZES, StayCells, StayRow

_HOME, _OWNER, _REFERRER = 0, 1, 2
_FIGURE_WIDTH = 14


def write_stays(book: Book, sheet: Sheet, stays: StayCells, language: Language, title: str) -> None:
    """Write the sheet Stays; there is at least one row."""
    _StayTable(book, sheet, stays, language).write(title)


class _StayTable(OpenCells):
    """The rows with their nights, what follows from each, and the sums."""

    def __init__(self, book: Book, sheet: Sheet, stays: StayCells, language: Language) -> None:
        super().__init__(book, sheet, stays.inputs, language, stays.sheet)
        self.stays, self.network = stays, stays.network
        self.last = FIRST + len(stays.rows)
        """The row of the sums."""

    def write(self, title: str) -> None:
        sheets = sheet_names(self.language)
        self.sheet.text(0, 0, title, "title")
        hint = self.language.say("workbook.stays_hint", input=sheets.input)
        self.sheet.text(1, 0, hint, "hint")
        self._names()
        self._nights()
        self._sums()
        self._totals()
        self._finish(title)

    def _names(self) -> None:
        say, rows = self.language.say, self.stays.rows
        partner = {id: each.name or id for id, each in self.network.partner.items()}
        together, unnamed = say("workbook.homes_together"), say("workbook.no_referrer")
        homes = [
            together if row.home is None else self.network.unit[row.home].name or row.home
            for row in rows
        ]
        for column, heading, names in (
            (_HOME, say("workbook.home"), homes),
            (_OWNER, say("workbook.owner"), [partner[row.owner] for row in rows]),
            (
                _REFERRER,
                say("workbook.referrer"),
                [partner.get(row.referrer, unnamed) for row in rows],
            ),
        ):
            self.sheet.text(HEADINGS, column, heading, "heading")
            self.sheet.names(column, FIRST, names)

    def _nights(self) -> None:
        kind = kind_at(("stays", NIGHTS, "unit", EACH, EACH, 1))
        for column, size in enumerate(self.stays.sizes, start=SIZES):
            heading = self._size_heading(size)
            self.sheet.text(HEADINGS, column, heading, "heading_right")
            for row, each in enumerate(self.stays.rows, start=FIRST):
                self.open(row, column, each.nights.get(size, Decimal(0)), kind)
            self.block(heading, kind, (FIRST, self.last - 1), column)
            name = self.inputs.named(("stays", NIGHTS, size))
            self.book.name(name, self.stays.column(column))

    def _size_heading(self, size: int) -> str:
        if counted_in(self.network) == "days":
            return self.language.say("workbook.days_stayed_of", size=size)
        return self.language.say("workbook.nights_of", size=size)

    def _sums(self) -> None:
        """Nights and income of each row, and by whose place among the partners they are found."""
        total = self.stays.total_column
        first, last = letters(SIZES), letters(total - 1)
        for column, heading in enumerate(self._sum_headings(), start=total):
            self.sheet.text(HEADINGS, column, heading, "heading_right")
        for row, each in enumerate(self.stays.rows, start=FIRST):
            nights = f"SUM({first}{row + 1}:{last}{row + 1})"
            self._put(row, total, nights, "count", sum(each.nights.values()))
            self._put(row, total + 1, self._earned(row, each), "price", each.amount)
            self.sheet.number(row, total + 2, self.stays.place_of(each.referrer), "working")
            self._put(row, total + 3, self._broken(row), "working", 0)

    def _broken(self, row: int) -> str:
        """1 where a number of nights of the row is not whole."""
        cells = (f"{letters(at)}{row + 1}" for at in range(SIZES, self.stays.total_column))
        return f"({either(f'INT({cell})<>{cell}' for cell in cells)})*1"

    def _sum_headings(self) -> tuple[str, str, str, str]:
        say = self.language.say
        days = counted_in(self.network) == "days"
        counted = say("workbook.days_stayed") if days else say("workbook.nights")
        return (
            counted,
            say("workbook.step_income"),
            say("workbook.place_of_referrer"),
            say("workbook.not_whole"),
        )

    def _totals(self) -> None:
        """Below each column of figures what it comes to."""
        rows, total = self.stays.rows, self.stays.total_column
        self.sheet.text(self.last, 0, self.language.column("total"), "total_text")
        for column in range(1, SIZES):
            self.sheet.text(self.last, column, "", "total_text")
        for column, size in enumerate(self.stays.sizes, start=SIZES):
            self._total(column, (row.nights.get(size, Decimal(0)) for row in rows))
        self._total(total, (sum(row.nights.values()) for row in rows))
        self._total(total + 1, (row.amount for row in rows), "price_total")

    def _total(
        self, column: int, values: Iterable[Decimal | int], style: str = "count_total"
    ) -> None:
        cells = f"{letters(column)}{FIRST + 1}:{letters(column)}{self.last}"
        self._put(self.last, column, f"SUM({cells})", style, sum(values))

    def _put(self, row: int, column: int, formula: str, style: str, value: Decimal | int) -> None:
        self.sheet.formula(row, column, unlike(formula, row), style, value)

    def _earned(self, row: int, each: StayRow) -> str:
        """Nights at the price of the home; the last price also for larger households."""
        sizes = self.stays.sizes
        return added(
            f"{letters(column)}{row + 1}*"
            f"{self.inputs[*each.priced_at, 'prices', min(size, len(each.prices))]}"
            for column, size in enumerate(sizes, start=SIZES)
        )

    def _finish(self, title: str) -> None:
        page, total = self.sheet.page, self.stays.total_column
        page.set_column(SIZES, total + 3, _FIGURE_WIDTH)
        longest = max(len(self._size_heading(size)) for size in self.stays.sizes)
        self.sheet.high(HEADINGS, 1 + longest // (_FIGURE_WIDTH - 2))
        page.freeze_panes(FIRST, SIZES)
        footer = self.language.say("workbook.page_footer")
        self.sheet.print_on_a4(title, footer, (HEADINGS, HEADINGS))
        page.print_area(0, 0, self.last, total + 1)
        self.sheet.protect()
