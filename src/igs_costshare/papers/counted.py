"""How many pay or get something: the partners as a number, who is no partner that year by name."""

from __future__ import annotations

from collections.abc import Collection

from igs_costshare.computing.statement import Statement
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.papers.pen import Pen
from igs_costshare.settling.settled import Settled

_MOST_NAMED = 3
"""Of more that are not there their number is told."""


def counted(ids: Collection[str], settled: Settled, statement: Statement, pen: Pen) -> str:
    """`4 partners en Zande (in 2026 geen partner)`: a partner is one that takes part."""
    say, here = pen.say, {row.id for row in statement.partners}
    names = {row.id: row.name for row in settled.partners}
    absent = [names[id] for id in ids if id in names and id not in here]
    partners, year = len(here.intersection(ids)), str(settled.year)
    told = [say("closing.partners", count=partners)] if partners else []
    if len(absent) > _MOST_NAMED:
        told.append(say("closing.no_partners", count=len(absent), year=year))
    else:
        told += [say("closing.no_partner", name=name, year=year) for name in absent]
    if ACCOUNT in ids:
        told.append(say("closing.with_account"))
    return pen.language.listed(told)
