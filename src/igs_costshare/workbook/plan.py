"""The workbook of a plan: a sheet over all years, and the statement of each on one of its own.

Its amounts are values: one statement a book recalculates (`workbook_bytes`).
"""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.documents.document import Listing, Notes
from igs_costshare.documents.plan import PlanDocument
from igs_costshare.wording.sentences import title_of
from igs_costshare.wording.tables import shown_table, statement_table
from igs_costshare.workbook.book import Book
from igs_costshare.workbook.shown import HEADINGS, write_table


def plan_bytes(document: PlanDocument) -> bytes:
    """The bytes of an XLSX file, in the language of the document; the same plan gives the same."""
    language, plan = document.language, document.plan
    book = Book(plan.currency, plan.amount_decimals, {"title": document.title})
    sheet = book.sheet(language.say("plan.sheet"))
    row = write_table(sheet, document.title, document.shown())
    for text in _sentences(document):
        sheet.text(row, 0, text, "hint")
        row += 1
    page_words = language.say("workbook.page_footer")
    sheet.print_on_a4(document.title, page_words, (0, HEADINGS))
    for year, each in zip(plan.years, document.years, strict=True):
        own = book.sheet(document.heading(year))
        title = title_of(each.statement)
        write_table(own, title, shown_table(statement_table(each.statement, language)))
        own.print_on_a4(title, page_words, (0, HEADINGS))
    return book.to_bytes()


def _sentences(document: PlanDocument) -> Iterator[str]:
    """What stands below the table, a line each."""
    for part in document.parts():
        if isinstance(part, Notes):
            yield from part.sentences
        elif isinstance(part, Listing):
            yield from (item.text for item in part.items)
    year = document.plan.years[-1]
    if year is not None:
        yield document.language.say("plan.values_only", year=str(year))
