"""What goes on the page of a statement: the file, its scenarios, and how the figures arise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from igs_costshare.documents.statement import StatementDocument
from igs_costshare.engine import compute
from igs_costshare.errors import InputError
from igs_costshare.explaining import Explanation
from igs_costshare.explaining.explanation import explanation, row_explanation
from igs_costshare.page.page import MOST_EXPLAINED, Alternatives, page
from igs_costshare.reading.loading import Reading, load_text
from igs_costshare.statement import Statement


def page_of(document: StatementDocument, reading: Reading, settings: Sequence[str]) -> bytes:
    """The page of a statement as the bytes of a file."""
    alternatives = _alternatives(reading, settings)
    why = _explanation(document, reading)
    file = PurePath(reading.source.name).name
    return page(document, reading.network, why, alternatives, file).encode()


def _explanation(document: StatementDocument, reading: Reading) -> Explanation:
    """How the figures arise: of every partner, or of a very large network of its totals only."""
    statement, source, language = document.statement, reading.source, document.language
    if len(statement.partners) * len(statement.lines) > MOST_EXPLAINED:
        return row_explanation(statement, source, language, statement.total)
    return explanation(statement, source, language)


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
