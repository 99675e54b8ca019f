"""How long the current term of a cooperation lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from igs_costshare.description.network import Network
from igs_costshare.messages import say
from igs_costshare.rules.governance.forms import FORMS, LegalForm, form_of
from igs_costshare.rules.rule import Case, Finding, Rule


def term_of(network: Network) -> tuple[date | None, date | None]:
    """First and last day of the current term, where they are stated."""
    governance = network.governance
    return (governance.start, governance.end) if governance is not None else (None, None)


def _out_of_order(case: Case) -> Iterator[Finding]:
    start, end = term_of(case.network)
    if start is not None and end is not None and end <= start:
        yield Finding(say("rule.terms_reversed", start=start, end=end), ("governance", "end"))


def _too_long(form: LegalForm, years: int, case: Case) -> Iterator[Finding]:
    """A term that goes beyond the day on which its years are full."""
    start, end = term_of(case.network)
    if form_of(case.network) != form or start is None or end is None:
        return
    if (end.year, end.month, end.day) > (start.year + years, start.month, start.day):
        yield Finding(
            say(
                "rule.terms_too_long",
                start=start,
                end=end,
                years=years,
                form=form.name,
            ),
            ("governance", "end"),
            form.renewal,
        )


def _ends_soon(case: Case) -> Iterator[Finding]:
    """A term that ends by 31 December of the year after the budget year."""
    _, end = term_of(case.network)
    year = case.network.year
    if end is None or year is None or end.year > year + 1:
        return
    form = form_of(case.network)
    yield Finding(
        say("rule.terms_ended", end=end, year=str(year))
        if end.year < year
        else say("rule.terms_ends", end=end, year=str(year)),
        ("governance", "end"),
        say("rule.terms_every_one")
        if form is not None and form.id == "project"
        else say("rule.terms_prepare"),
    )


TERMS: tuple[Rule, ...] = (
    Rule(
        "term-order",
        "error",
        "docs/file.md, [governance]",
        say("rule.is_term_order"),
        _out_of_order,
    ),
    *(
        Rule(
            f"{form.id}-term",
            "error",
            form.source,
            say("rule.is_term", form=form.name, years=form.years),
            partial(_too_long, form, form.years),
        )
        for form in FORMS
        if form.years is not None
    ),
    Rule(
        "term-ends-soon",
        "warning",
        "docs/file.md, [governance]",
        say("rule.is_term_ends_soon"),
        _ends_soon,
    ),
)
