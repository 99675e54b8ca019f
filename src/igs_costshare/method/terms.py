"""What a table of lines has no room for: what a charge makes each pay, percentages and bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import assert_never

from igs_costshare.computing.statement import Statement
from igs_costshare.description.contributions import Contribution
from igs_costshare.description.places import models
from igs_costshare.messages import Percent
from igs_costshare.method.common import charge_sentence
from igs_costshare.method.models import bounds
from igs_costshare.method.teller import Teller, joined
from igs_costshare.sharing.rule import Charge, Division, Percentages, rule_of
from igs_costshare.wording.language import Language


def term_sentences(statement: Statement, language: Language) -> Iterator[str]:
    """The figures that each contribution goes by, as far as its few words do not have them."""
    teller = Teller(statement, statement.worked_out, language)
    moved = {line.id for line in statement.lines}
    for path, model, part in models(teller.network):
        name = "" if len(path) == 1 else teller.heading(str(path[1]))
        if (name and str(path[1]) in moved) or (not name and statement.method is not None):
            yield from filter(None, [_terms(teller, model, part, name)])


def _terms(teller: Teller, model: Contribution, part: Sequence[bool], name: str) -> str:
    match rule_of(model):
        case Charge():
            return charge_sentence(teller, model)
        case Division(rest=Percentages() as by):
            said = _percentages(teller, by, part)
        case Division():
            said = ""
        case _ as never:
            assert_never(never)
    said = joined(said, bounds(teller, model, part))
    return teller.say("value.labelled", label=name, text=said) if name and said else said


def _percentages(teller: Teller, by: Percentages, part: Sequence[bool]) -> str:
    parts = [
        teller.say("method.percent_of", name=teller.partner(id), part=Percent(by.of[id] / 100))
        for id in compress(teller.network.partner, part)
    ]
    return teller.say("method.agreed_parts", parts=teller.language.listed(parts))
