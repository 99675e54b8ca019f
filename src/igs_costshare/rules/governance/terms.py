"""How long the current term of a cooperation lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from igs_costshare.language import Language, Words
from igs_costshare.network import Network
from igs_costshare.rules.governance.forms import FORMS, LegalForm, form_of
from igs_costshare.rules.rule import Case, Finding, Rule


def term_of(network: Network) -> tuple[date | None, date | None]:
    """First and last day of the current term, where they are stated."""
    governance = network.governance
    return (governance.start, governance.end) if governance is not None else (None, None)


_REVERSED = Words(
    "de termijn eindigt op {end}, niet na het begin op {start}",
    "the term ends on {end}, which is not after its start on {start}",
)


def _out_of_order(case: Case, language: Language) -> Iterator[Finding]:
    start, end = term_of(case.network)
    if start is not None and end is not None and end <= start:
        yield Finding(_REVERSED.say(language, start=start, end=end), ("governance", "end"))


_TOO_LONG = Words(
    "de termijn van {start} tot {end} is langer dan {years} jaar, het maximum voor {form}",
    "the term from {start} to {end} is longer than {years} years, the maximum for {form}",
)


def _too_long(form: LegalForm, years: int, case: Case, language: Language) -> Iterator[Finding]:
    """A term that goes beyond the day on which its years are full."""
    start, end = term_of(case.network)
    if form_of(case.network) != form or start is None or end is None:
        return
    if (end.year, end.month, end.day) > (start.year + years, start.month, start.day):
        yield Finding(
            _TOO_LONG.say(
                language, start=start, end=end, years=years, form=form.name.say(language)
            ),
            ("governance", "end"),
            form.renewal.say(language),
        )


_ENDS = Words(
    "de termijn loopt al af op {end}, en het begrotingsjaar is {year}",
    "the term ends on {end} already, and the budget year is {year}",
)
_ENDED = Words(
    "de termijn liep af op {end}, vóór het begrotingsjaar {year}",
    "the term ended on {end}, before the budget year {year}",
)
_PREPARE = Words(
    "bereid de verlenging voor, of de vereffening", "prepare the renewal, or the settlement"
)
_EVERY_ONE = Words(
    "voor de verlenging van een projectvereniging is elke deelnemende gemeente nodig "
    "(decreet van 6 juli 2001, art. 13)",
    "the renewal of a project association takes every municipality in it "
    "(decree of 6 July 2001, art. 13)",
)


def _ends_soon(case: Case, language: Language) -> Iterator[Finding]:
    """A term that ends by 31 December of the year after the budget year."""
    _, end = term_of(case.network)
    year = case.network.year
    if end is None or year is None or end.year > year + 1:
        return
    words = _ENDED if end.year < year else _ENDS
    form = form_of(case.network)
    hint = _EVERY_ONE if form is not None and form.id == "project" else _PREPARE
    yield Finding(
        words.say(language, end=end, year=year), ("governance", "end"), hint.say(language)
    )


TERMS: tuple[Rule, ...] = (
    Rule(
        "term-order",
        "error",
        "docs/format.md, [governance]",
        Words("een termijn begint voor hij eindigt", "a term starts before it ends"),
        _out_of_order,
    ),
    *(
        Rule(
            f"{form.id}-term",
            "error",
            form.source,
            Words(
                f"de termijn van {form.name.nl} is hoogstens {form.years} jaar",
                f"the term of {form.name.en} is at most {form.years} years",
            ),
            partial(_too_long, form, form.years),
        )
        for form in FORMS
        if form.years is not None
    ),
    Rule(
        "term-ends-soon",
        "warning",
        "docs/format.md, [governance]",
        Words(
            "de termijn loopt langer dan tot 31 december van het jaar na het begrotingsjaar",
            "the term runs beyond 31 December of the year after the budget year",
        ),
        _ends_soon,
    ),
)
