"""What people call the columns of the table that spreadsheets get."""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Table


def in_words(table: Table, language: Language, own: Mapping[str, str] | None = None) -> Table:
    """The table with headings in a language instead of ids; `own` are those of a document."""
    say = language.say
    words = {
        "partner": say("heading.id"),
        "name": language.column("partner"),
        "nis": say("heading.nis"),
        **(own or {}),
    }
    return table._replace(
        columns=tuple(
            column._replace(heading=words.get(column.id, column.heading))
            for column in table.columns
        )
    )
