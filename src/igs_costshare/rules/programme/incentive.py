"""Plan Samenleven: the cooperation incentive, which is paid once."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.language import Language, Words
from igs_costshare.rules.programme.plan import (
    PLAN,
    SOURCE,
    counted,
    local_governments,
    plan_of,
    residents,
)
from igs_costshare.rules.rule import Case, Finding, Rule

_LINES = (*PLAN, "incentive")

_ONCE = Words(
    "een samenwerkingsverband krijgt de stimulans één keer, hoeveel acties of nieuwe lokale "
    "besturen er ook zijn",
    "a cooperation receives the incentive once, however many actions or newcomers there are",
)
_AGAIN = Words(
    "`{line}` is een tweede stimulans, naast `{first}`",
    "`{line}` is a second incentive, beside `{first}`",
)
_PER = Words(
    "`{line}` geeft de stimulans per `{per}`, niet één keer",
    "`{line}` gives the incentive per `{per}`, not once",
)
_EARLIER = Words(
    "`{line}` staat in de begroting van {year}, en de stimulans is al in {before} toegekend",
    "`{line}` stands in the budget of {year}, and the incentive was granted in {before} already",
)


def _more_than_once(case: Case, language: Language) -> Iterator[Finding]:
    plan = plan_of(case.network)
    if plan is None:
        return
    hint = _ONCE.say(language)
    for place, line in enumerate(plan.incentive):
        path = (*_LINES, place)
        revenue = case.network.revenue.get(line)
        if place:
            message = _AGAIN.say(language, line=line, first=plan.incentive[0])
            yield Finding(message, path, hint)
        elif revenue is not None and revenue.per is not None:
            message = _PER.say(language, line=line, per=revenue.per)
            yield Finding(message, ("revenue", line, "per"), hint)
        year, before = case.network.year, plan.incentive_year
        if year is not None and before is not None and before < year:
            yield Finding(_EARLIER.say(language, line=line, year=year, before=before), path, hint)


_NO_NEWCOMER = Words(
    "`{line}` is een stimulans, en er is geen nieuw lokaal bestuur in `joined`",
    "`{line}` is an incentive, and there is no new local government in `joined`",
)
_FOR_NEWCOMERS = Words(
    "de stimulans is er voor wie een nieuw lokaal bestuur opneemt",
    "the incentive is for who takes in a new local government",
)
_NOBODY_BEFORE = Words(
    "`{line}` is een stimulans, en er was nog geen samenwerkingsverband om in op te nemen",
    "`{line}` is an incentive, and there was no cooperation yet to take anybody in",
)
_TOO_SMALL = Words(
    "`{line}` is een stimulans, en `{partner}` telde op zichzelf {alone} inwoners van "
    "niet-EU14-herkomst, niet meer dan {threshold}",
    "`{line}` is an incentive, and `{partner}` alone counted {alone} residents of non-EU14 "
    "origin, not more than {threshold}",
)
_WHO_GETS_IT = Words(
    "de stimulans is voor een bestaand samenwerkingsverband, of een lokaal bestuur met meer dan "
    "{threshold}, dat een nieuw lokaal bestuur opneemt",
    "the incentive is for an existing cooperation, or a local government with more than "
    "{threshold}, that takes in a new local government",
)


def _without_newcomer(case: Case, language: Language) -> Iterator[Finding]:
    """An incentive where nobody was taken in, or by one that may not take in."""
    plan = plan_of(case.network)
    if plan is None or not plan.incentive:
        return
    line = plan.incentive[0]
    if not plan.joined:
        message = _NO_NEWCOMER.say(language, line=line)
        yield Finding(message, (*_LINES, 0), _FOR_NEWCOMERS.say(language))
        return
    before = [id for id in local_governments(case.network) if id not in plan.joined]
    threshold = counted(Fraction(plan.threshold), language)
    hint = _WHO_GETS_IT.say(language, threshold=threshold)
    if not before:
        yield Finding(_NOBODY_BEFORE.say(language, line=line), (*_LINES, 0), hint)
    elif len(before) == 1:
        alone = residents(case.network, plan).get(before[0])
        if alone is not None and alone <= plan.threshold:
            yield Finding(
                _TOO_SMALL.say(
                    language,
                    line=line,
                    partner=before[0],
                    alone=counted(alone, language),
                    threshold=threshold,
                ),
                (*_LINES, 0),
                hint,
            )


INCENTIVE: tuple[Rule, ...] = (
    Rule(
        "samenleven-incentive-once",
        "error",
        SOURCE,
        Words(
            "de stimulans voor samenwerking wordt één keer betaald",
            "the cooperation incentive is paid once",
        ),
        _more_than_once,
    ),
    Rule(
        "samenleven-incentive-newcomer",
        "error",
        SOURCE,
        Words(
            "de stimulans is er voor een bestaand samenwerkingsverband, of een lokaal bestuur "
            "boven de drempel, dat een nieuw lokaal bestuur opneemt",
            "the incentive is for an existing cooperation, or a local government above the "
            "threshold, that takes in a new local government",
        ),
        _without_newcomer,
    ),
)
