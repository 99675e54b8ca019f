"""What goes on the page of a statement: the file, its scenarios, and how the figures arise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from igs_costshare.documents.statement import StatementDocument
from igs_costshare.engine import compute
from igs_costshare.errors import InputError
from igs_costshare.page.page import Alternatives, page
from igs_costshare.reading.loading import Reading, load_text
from igs_costshare.statement import Statement


def page_of(document: StatementDocument, reading: Reading, settings: Sequence[str]) -> bytes:
    """The page of a statement as the bytes of a file."""
    text = page(document, reading.network, None, _alternatives(reading, settings))
    return text.encode()


def _alternatives(reading: Reading, settings: Sequence[str]) -> Alternatives:
    """The file as it stands and in each scenario, under the same settings.

    One whose figures break a rule is left out: the statement that was asked for stands without it.
    """
    computed: list[Statement] = []
    left_out: list[str] = []
    source = reading.source
    for id in (None, *source.scenarios) if source.scenarios else ():
        try:
            other = load_text(source.text, source.name, settings, id)
        except InputError:
            left_out.append(id or "base")
        else:
            computed.append(replace(compute(other.network), scenario=other.source.chosen))
    return Alternatives(tuple(computed), tuple(left_out))
