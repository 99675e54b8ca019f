"""The first lines of a letter: of what it is, and how much more or less that is than before."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.papers.borne import borne_beside
from igs_costshare.papers.case import INHABITANTS, Case, Standing
from igs_costshare.papers.in_part import part_told
from igs_costshare.papers.naming import paid_then
from igs_costshare.sharing.presence import ONE, presence_of


def lead(case: Case, mine: Standing, *, settled: bool) -> Iterator[str]:
    """The sentences; those of a final account speak of the share in the year, not of what is due.

    `case` is that of the reader.
    """
    say, chosen = case.pen.say, case.reading.source.chosen
    if chosen is None:
        yield say("paper.for_network", title=case.statement.title)
    else:
        yield say("paper.for_scenario", title=case.statement.title, scenario=chosen.name)
    if settled and case.before is not None and mine.before is not None:
        yield borne_beside(case, case.before, mine.borne, mine.before)
    elif not settled and mine.before is not None:
        yield paid_then(case, own=True)
    yield from _each(case, mine, settled=settled)


def _each(case: Case, mine: Standing, *, settled: bool) -> Iterator[str]:
    """How much that is for each inhabitant, by the name that the file has for one."""
    if case.inhabitants is None or mine.at is None or mine.borne <= 0:
        return
    pen = case.pen
    each = case.exact(mine.at) / case.inhabitants[mine.at]
    amount = pen.language.priced(pen.each(each), case.statement.currency)
    one = pen.language.noun(INHABITANTS, Fraction(1))
    present = presence_of(case.network)
    if present is not None and present[mine.at] != ONE:
        told = part_told(case, present[mine.at])
        amount = pen.say("letter.for_part", amount=amount, part=told)
    if settled:
        yield pen.say("paper.share_per_inhabitant", one=one, amount=amount)
    else:
        yield pen.say("paper.letter_per_inhabitant", one=one, name=mine.name, amount=amount)
