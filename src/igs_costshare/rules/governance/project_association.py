"""What the decree of 6 July 2001 adds for project associations; a later one has replaced it."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.messages import say
from igs_costshare.rules.governance.forms import form_of
from igs_costshare.rules.governance.terms import term_of
from igs_costshare.rules.rule import Case, Finding, Rule

_DECREE = "Decreet van 6 juli 2001, art. 13"

_ELECTIONS, _EVERY = 2024, 6
"""A year of municipal elections, and the years between them."""


def _founded_in_election_year(case: Case) -> Iterator[Finding]:
    start, _ = term_of(case.network)
    form = form_of(case.network)
    if form is None or form.id != "project" or start is None:
        return
    if (start.year - _ELECTIONS) % _EVERY == 0:
        yield Finding(
            say("rule.project_association_founded", year=str(start.year)),
            ("governance", "start"),
            say("rule.project_association_renewed"),
        )


def _leaves_during_term(case: Case) -> Iterator[Finding]:
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
                say("rule.project_association_leaves", partner=id, end=end),
                ("scenario", case.scenario or "", "remove"),
                say("rule.project_association_stays"),
            )


PROJECT_ASSOCIATIONS: tuple[Rule, ...] = (
    Rule(
        "project-founding",
        "warning",
        _DECREE,
        say("rule.is_project_founding"),
        _founded_in_election_year,
    ),
    Rule(
        "project-leaving",
        "warning",
        _DECREE,
        say("rule.is_project_leaving"),
        _leaves_during_term,
    ),
)
