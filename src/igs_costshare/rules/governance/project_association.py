"""What the decree of 6 July 2001 adds for project associations; a later one has replaced it."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.language import Language, Words
from igs_costshare.rules.governance.forms import form_of
from igs_costshare.rules.governance.terms import term_of
from igs_costshare.rules.rule import Case, Finding, Rule

_DECREE = "Decreet van 6 juli 2001, art. 13"

_ELECTIONS, _EVERY = 2024, 6
"""A year of municipal elections, and the years between them."""

_FOUNDED = Words(
    "de termijn begint in {year}, een jaar van gemeenteraadsverkiezingen, waarin geen "
    "projectvereniging wordt opgericht",
    "the term starts in {year}, a year of municipal elections, in which no project association "
    "is founded",
)
_RENEWED = Words(
    "gaat het om een verlenging, dan geldt dit niet", "this does not hold for a renewal"
)


def _founded_in_election_year(case: Case, language: Language) -> Iterator[Finding]:
    start, _ = term_of(case.network)
    form = form_of(case.network)
    if form is None or form.id != "project" or start is None:
        return
    if (start.year - _ELECTIONS) % _EVERY == 0:
        yield Finding(
            _FOUNDED.say(language, year=start.year),
            ("governance", "start"),
            _RENEWED.say(language),
        )


_LEAVES = Words(
    "`{partner}` treedt uit tijdens de termijn, die tot {end} loopt",
    "`{partner}` leaves during the term, which runs to {end}",
)
_STAYS = Words(
    "uit een projectvereniging treedt niemand tijdens de termijn; wie niet verlengt, gaat op het "
    "einde",
    "nobody leaves a project association during its term; who does not renew, goes at its end",
)


def _leaves_during_term(case: Case, language: Language) -> Iterator[Finding]:
    """Partners that a scenario takes out of a project association before its term ends."""
    form = form_of(case.network)
    if case.base is None or form is None or form.id != "project":
        return
    start, end = term_of(case.network)
    year = case.network.year
    if end is None:
        return
    if year is not None and (year > end.year or (start is not None and year < start.year)):
        return
    for id in case.base.network.partner:
        if id not in case.network.partner:
            yield Finding(
                _LEAVES.say(language, partner=id, end=end),
                ("scenario", case.scenario or "", "remove"),
                _STAYS.say(language),
            )


PROJECT_ASSOCIATIONS: tuple[Rule, ...] = (
    Rule(
        "project-founding",
        "warning",
        _DECREE,
        Words(
            "geen projectvereniging wordt opgericht in een jaar van gemeenteraadsverkiezingen",
            "no project association is founded in a year of municipal elections",
        ),
        _founded_in_election_year,
    ),
    Rule(
        "project-leaving",
        "warning",
        _DECREE,
        Words(
            "niemand treedt tijdens de termijn uit een projectvereniging",
            "nobody leaves a project association during its term",
        ),
        _leaves_during_term,
    ),
)
