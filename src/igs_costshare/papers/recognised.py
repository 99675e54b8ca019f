"""What people recognise a change by: whose turn it is, a first full year, who became one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from igs_costshare.comparing.cause import MERGE, Cause
from igs_costshare.comparing.difference import Amounts, Difference, RowChange
from igs_costshare.description.network import Network
from igs_costshare.errors import Path
from igs_costshare.planning.turns import turned
from igs_costshare.wording.language import Language

_YEAR: Path = ("year",)


def told_causes(
    a: Network, b: Network, difference: Difference, language: Language
) -> Mapping[Path, str]:
    """What causes are called by what happens, where their path says less."""
    told = dict(_full_years(difference, language))
    turns = [*_turns(a, b, language)]
    return told | ({_YEAR: language.listed(turns)} if turns else {})


def _turns(a: Network, b: Network, language: Language) -> Iterator[str]:
    """Who bears by turns what another bore."""
    for place, bearer in turned(a, b):
        name = b.called("partner", bearer)
        if len(place) == 1:
            yield language.say("plan.turn", name=name)
        else:
            line = b.called(str(place[0]), str(place[1]))
            yield language.say("plan.turn_of_line", name=name, line=line)


def _full_years(difference: Difference, language: Language) -> Iterator[tuple[Path, str]]:
    """Whoever was there for a part of the year, and is there for all of it."""
    for cause in _apart(difference):
        sole = cause.sole
        came = cause.path[0] == "partner" and cause.path[-1] == "from"
        if came and sole is not None and sole.b == 1:
            name = difference.names[cause.path[:2]]
            yield cause.path, language.say("plan.first_full_year", name=name)


def mergers_in(difference: Difference) -> Mapping[str, Sequence[str]]:
    """Whose bills before are those of a partner that several became, by its id."""
    stood = {row.id for row in difference.partners if row.side != "b"}
    merged: dict[str, Sequence[str]] = {}
    for cause in _apart(difference):
        one = str(cause.path[-1])
        entries = [each for each in cause.changes if each.is_entry and each.path[0] == "partner"]
        gone = [str(each.path[1]) for each in entries if each.b is None]
        stays = [each for each in entries if each.b is not None and each.path[1] != one]
        if MERGE in cause.path[:3] and gone and not stays:
            merged[one] = [*([one] if one in stood else []), *(id for id in gone if id != one)]
    return merged


def together(one: RowChange, others: Sequence[RowChange]) -> RowChange:
    """What changes for a partner and for those that became it, as of one."""
    rows = [one, *others]
    columns = {}
    for column in dict.fromkeys(column for row in rows for column in row.columns):
        amounts = [row.columns[column] for row in rows if column in row.columns]
        a, b = (
            [side for side in sides if side is not None] for sides in zip(*amounts, strict=True)
        )
        columns[column] = Amounts(sum(a) if a else None, sum(b) if b else None)
    causes = tuple(map(sum, zip(*(row.causes for row in rows), strict=True)))
    return one._replace(side="both", columns=columns, causes=causes)


def _apart(difference: Difference) -> Iterator[Cause]:
    for cause in difference.causes or ():
        yield from cause.members or (cause,)
