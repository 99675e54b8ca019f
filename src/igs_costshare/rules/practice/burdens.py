"""Who bears nothing, and who bears nearly all."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.language import Language, Words
from igs_costshare.money import rounded
from igs_costshare.rules.rule import Case, Finding, Rule

_NOTHING = Words("`{partner}` draagt geen enkele kost", "`{partner}` bears no cost at all")
_RIGHTLY = Words(
    "kijk na of dat de afspraak is: zijn sleutels, `only` en `except`",
    "check whether that is the agreement: its keys, `only` and `except`",
)


def _bears_nothing(case: Case, language: Language) -> Iterator[Finding]:
    """Partners without expenses, where there are any to bear."""
    if case.statement.total.expenses <= 0:
        return
    for row in case.statement.partners:
        if row.expenses == 0:
            message = _NOTHING.say(language, partner=row.id)
            yield Finding(message, ("partner", row.id), _RIGHTLY.say(language))


_MOST = 80
"""Percent of all expenses."""

_NEARLY_ALL = Words(
    "`{partner}` draagt {part}\N{NO-BREAK SPACE}% van de uitgaven, meer dan "
    "{most}\N{NO-BREAK SPACE}%",
    "`{partner}` bears {part}\N{NO-BREAK SPACE}% of the expenses, more than "
    "{most}\N{NO-BREAK SPACE}%",
)
_WORTH = Words(
    "een samenwerking houdt stand als elke partner er voordeel bij heeft",
    "a cooperation lasts where every partner gains from it",
)


def _bears_nearly_all(case: Case, language: Language) -> Iterator[Finding]:
    total = case.statement.total.expenses
    if len(case.statement.partners) == 1:
        return
    for row in case.statement.partners:
        if 100 * row.expenses > _MOST * total > 0:
            part = language.figure(rounded(1000 * row.expenses, total, "even"), 1)
            yield Finding(
                _NEARLY_ALL.say(language, partner=row.id, part=part, most=_MOST),
                ("partner", row.id),
                _WORTH.say(language),
            )


BURDENS: tuple[Rule, ...] = (
    Rule(
        "practice-bears-nothing",
        "warning",
        "docs/regels.md",
        Words("elke partner draagt iets", "every partner bears something"),
        _bears_nothing,
    ),
    Rule(
        "practice-one-bears-all",
        "warning",
        "Bataljong, 12 succesfactoren, nr. 5",
        Words(
            "geen enkele partner draagt meer dan 80\N{NO-BREAK SPACE}% van de uitgaven",
            "no single partner bears more than 80\N{NO-BREAK SPACE}% of the expenses",
        ),
        _bears_nearly_all,
    ),
)
