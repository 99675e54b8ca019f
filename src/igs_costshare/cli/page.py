"""What goes on the page of a statement: the file, its scenarios, and how the figures arise."""

from __future__ import annotations

from pathlib import PurePath

from igs_costshare.comparing.comparison import BASE, Option, comparison
from igs_costshare.documents.statement import StatementDocument
from igs_costshare.errors import visible
from igs_costshare.explaining import Explanation
from igs_costshare.explaining.explanation import explanation, row_explanation
from igs_costshare.page.page import MOST_EXPLAINED, Alternatives, page
from igs_costshare.reading.loading import Reading, sound_variants
from igs_costshare.render import encoded
from igs_costshare.wording.language import Language

_BASE = Option(BASE, BASE)


def page_of(document: StatementDocument, reading: Reading) -> bytes:
    """The page of a statement as the bytes of a file."""
    alternatives = _alternatives(reading, document.language)
    why = _explanation(document, reading)
    file = visible(PurePath(reading.source.name).name)
    return encoded(page(document, reading.network, why, alternatives, file))


def _explanation(document: StatementDocument, reading: Reading) -> Explanation:
    """How the figures arise: of every partner, or of a very large network of its totals only."""
    statement, source = document.statement, reading.source
    if len(statement.partners) * len(statement.lines) > MOST_EXPLAINED:
        return row_explanation(statement, source, statement.total)
    return explanation(statement, source)


def _alternatives(reading: Reading, language: Language) -> Alternatives:
    """The file as it stands and in each scenario, under the same settings.

    One whose figures break a rule is left out: the statement that was asked for stands without it.
    """
    if not reading.source.scenarios:
        return Alternatives()
    sound, left_out = sound_variants(reading)
    options = [(Option(*(each.source.chosen or _BASE[:2])), each.network) for each in sound]
    base = language.say("compared.base")
    names = tuple(base if each is None else each.name for each in left_out)
    return Alternatives(comparison(options) if options[1:] else None, names)
