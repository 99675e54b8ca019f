"""The method as a whole: staff, the common contribution, every other line, day prices."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.computing.statement import Statement
from igs_costshare.method.common import common_sentences
from igs_costshare.method.homes import day_price_sentences
from igs_costshare.method.lines import line_sentences, subsidy_sentences
from igs_costshare.method.presence import presence_sentences
from igs_costshare.method.teller import Teller
from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import fte_text


def method_sentences(statement: Statement, language: Language) -> Iterator[str]:
    """The rule of every line that moves money, with the amounts of the statement."""
    teller = Teller(statement, statement.worked_out, language)
    if statement.fte is not None:
        yield language.say("statement.fte", fte=language.marked(fte_text(statement.fte)))
    yield from presence_sentences(teller)
    yield from common_sentences(teller)
    yield from line_sentences(teller)
    yield from subsidy_sentences(teller)
    yield from day_price_sentences(teller)
