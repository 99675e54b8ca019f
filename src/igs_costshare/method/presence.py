"""Who is there for a part of the year, in words, and what counts for that part."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.computing.statement import Statement
from igs_costshare.method.teller import Teller
from igs_costshare.sharing.presence import ONE, parts_in_year
from igs_costshare.wording.language import Language


def present_in_part(statement: Statement, language: Language) -> Iterator[str]:
    """The same of a statement, for a paper."""
    yield from presence_sentences(Teller(statement, statement.worked_out, language))


def presence_sentences(teller: Teller) -> Iterator[str]:
    """One sentence with those who are there for a part of the year; none where all are."""
    network, parts = teller.network, teller.budget.figures.presence
    if parts is None:
        return
    length = parts_in_year(network)
    there = {id: part for id, part in zip(network.partner, parts, strict=True) if part != ONE}
    named = [
        teller.say(
            "method.part_of_year",
            name=teller.partner(id),
            part=part * length,
            whole=Fraction(length),
        )
        for id, part in there.items()
    ]
    partners = teller.words.listed(named)
    homes = (each for id in there for each in teller.record.homes[id] if each.number)
    if not any(each.income for each in homes):
        yield teller.say("method.in_part", count=len(there), partners=partners)
    elif network.nights is None:
        yield teller.say("method.in_part_planned", count=len(there), partners=partners)
    else:
        yield teller.say("method.in_part_stayed", count=len(there), partners=partners)
