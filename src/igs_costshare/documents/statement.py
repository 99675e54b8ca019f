"""The statement as a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from igs_costshare.computing.statement import Statement
from igs_costshare.documents.document import Notes, Part
from igs_costshare.documents.headings import in_words
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import (
    Table,
    coded,
    in_whole_currency,
    shown_table,
    statement_table,
)


class StatementDocument:
    """What each partner pays and receives, under the title of the network."""

    def __init__(self, statement: Statement, language: Language, *, whole: bool = False) -> None:
        """`whole` shows people whole euros."""
        self.statement, self.language, self.whole = statement, language, whole

    @property
    def title(self) -> str:
        """Title, year and scenario."""
        from igs_costshare.wording.sentences import title_of

        return title_of(self.statement)

    def parts(self) -> Iterator[Part]:
        """The table, what was warned of, and the notes."""
        shown = shown_table(self.table())
        if self.whole:
            shown = in_whole_currency(shown)
        yield shown
        if self.statement.warnings:
            from igs_costshare.wording.sentences import warning_notes

            yield Notes(warning_notes(self.statement, self.language))
        yield Notes(notes(self.statement, shown, self.language))

    def table(self) -> Table:
        """One row a partner, then the reserve where there is one, then the total."""
        return coded(statement_table(self.statement, self.language), self.statement.rows)

    def worded(self) -> Table:
        """The table with headings for people."""
        return in_words(self.table(), self.language)

    def data(self) -> dict[str, Any]:
        """The shape of `docs/statement.md`."""
        from igs_costshare.wording.data import statement_data

        return statement_data(self.statement)


def notes(statement: Statement, table: Table, language: Language) -> tuple[str, ...]:
    """The sentences under a table: currency, what a charge leaves, the method, rounding."""
    from igs_costshare.method.sentences import method_sentences
    from igs_costshare.wording.sentences import table_notes, together

    currency, *rounding = table_notes(statement, table, language)
    whole = table.decimals == 0
    totals = () if statement.reserve is None else (together(statement, language, whole=whole),)
    return (currency, *totals, *method_sentences(statement, language), *rounding)
