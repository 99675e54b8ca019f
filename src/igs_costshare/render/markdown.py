"""Markdown: a table for minutes and pull requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from igs_costshare.documents.document import Document, Item, Listing, Notes
from igs_costshare.errors import visible
from igs_costshare.render import Options
from igs_costshare.wording.tables import Table, texts_of

_MARKUP = re.compile(
    r"""( [\\`*_\[\]<|~&$\#@]
        | :(?=//|[\w+-]+:)             # https://, :smile:
        | \.(?=[^\W\d]) | (?<=www)\.  # stad.be, www.
        )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What Markdown, or the links, sums and pictures that are often added to it, would take up."""

_BLOCK = re.compile(r"^( *\d*)(>|[.)](?= |$)|[-+](?=[- ]|$))")
"""What at the start of a line makes a list, a quotation or a rule."""

_FIGURE = re.compile(r"-?\d(?:[\d.,]*\d)?")


def render(document: Document, options: Options) -> str:
    """Title and parts; figures to the right, the total in bold."""
    texts = [f"## {as_text(document.title)}"]
    for part in document.parts():
        if isinstance(part, Table):
            texts.append(_table(part, options))
        elif isinstance(part, Notes):
            texts += map(as_text, part.sentences)
        elif isinstance(part, Listing):
            texts.append("\n".join(_bullets(part.items, 0)))
        # A plot is for the terminal: its figures stand in the table.
    return "\n\n".join(texts) + "\n"


def _bullets(items: Sequence[Item], depth: int) -> Iterator[str]:
    for item in items:
        yield f"{'  ' * depth}- {as_text(item.text)}"
        yield from _bullets(item.items, depth + 1)


def as_text(text: str) -> str:
    """A text in which nothing is markup, wherever it stands."""
    if _FIGURE.fullmatch(text):  # as most cells of a table are
        return text
    escaped = _BLOCK.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", visible(text)))
    # Four spaces in front would make it code.
    return f"&#32;{escaped[1:]}" if escaped.startswith(" ") else escaped


def _table(table: Table, options: Options) -> str:
    lines = [
        [as_text(column.heading) for column in table.columns],
        [":---" if column.kind == "text" else "---:" for column in table.columns],
    ]
    texts = zip(*texts_of(table, options.language), strict=True)
    for row, cells in zip(table.rows, texts, strict=True):
        shown = [as_text(cell) for cell in cells]
        total = row.role == "total"
        lines.append([f"**{cell.strip()}**" if total and cell.strip() else cell for cell in shown])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
