"""Markdown: a table for minutes and pull requests."""

from __future__ import annotations

import re

from igs_costshare.render import Options, Round
from igs_costshare.sentences import notes, title_of
from igs_costshare.statement import Statement
from igs_costshare.tables import (
    Table,
    cell_text,
    in_whole_currency,
    shown_table,
    statement_table,
)

_MARKUP = re.compile(
    r"""( [\\`*_\[\]<|~&$\#@]
        | :(?=//|[\w+-]+:)             # https://, :smile:
        | \.(?=[^\W\d]) | (?<=www)\.  # stad.be, www.
        )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What Markdown, or the links, sums and pictures that are often added to it, would take up."""


def render(statement: Statement, options: Options) -> str:
    """Title, table and notes; figures to the right, the total in bold."""
    table = shown_table(statement_table(statement, options.language))
    if options.round is Round.EURO:
        table = in_whole_currency(table)
    parts = [f"## {as_text(title_of(statement))}", _table(table, options)]
    parts += [as_text(note) for note in notes(statement, table, options.language)]
    return "\n\n".join(parts) + "\n"


def as_text(text: str) -> str:
    """A text in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", text)


def _table(table: Table, options: Options) -> str:
    lines = [
        [as_text(column.heading) for column in table.columns],
        [":---" if column.kind == "text" else "---:" for column in table.columns],
    ]
    for row in table.rows:
        cells = [
            as_text(cell_text(cell, column, table.decimals, options.language))
            for cell, column in zip(row.cells, table.columns, strict=True)
        ]
        lines.append([f"**{cell}**" for cell in cells] if row.role == "total" else cells)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
