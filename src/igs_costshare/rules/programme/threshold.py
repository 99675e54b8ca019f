"""Plan Samenleven: how many residents the partners count together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from igs_costshare.governance import PlanSamenleven
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
from igs_costshare.sharing.figures import ZERO

_TOO_FEW = Words(
    "de partners tellen samen {together} inwoners van niet-EU14-herkomst, onder de drempel van "
    "{threshold}",
    "the partners count {together} residents of non-EU14 origin together, below the threshold of "
    "{threshold}",
)
_TAKE_IN = Words(
    "neem nog een lokaal bestuur op, of kijk de cijfers van `{key}` na",
    "take in another local government, or check the figures of `{key}`",
)
_NO_FIGURE = Words(
    "de drempel van {threshold} is niet na te gaan: het cijfer voor `{key}` ontbreekt bij "
    "{partners}",
    "the threshold of {threshold} cannot be checked: the figure for `{key}` is missing for "
    "{partners}",
)
_ADD_FIGURE = Words(
    "zet het bij de `keys` van de partner: `keys = {{ {key} = … }}`",
    "add it to the `keys` of the partner: `keys = {{ {key} = … }}`",
)


def _below_threshold(case: Case, language: Language) -> Iterator[Finding]:
    """Together too few residents, where no partner has left in a scenario."""
    plan = plan_of(case.network)
    if plan is None or _left(case):
        return
    together, lacking = _together(case, plan)
    threshold = counted(Fraction(plan.threshold), language)
    if together >= plan.threshold:
        return
    if lacking:
        yield Finding(
            _NO_FIGURE.say(
                language,
                threshold=threshold,
                partners=language.listed([f"`{id}`" for id in lacking]),
                key=plan.key,
            ),
            PLAN,
            _ADD_FIGURE.say(language, key=plan.key),
            severity="warning",
        )
        return
    yield Finding(
        _TOO_FEW.say(language, together=counted(together, language), threshold=threshold),
        PLAN,
        _TAKE_IN.say(language, key=plan.key),
    )


_TOO_FEW_STAY = Words(
    "zonder {partners} tellen de anderen samen {together} inwoners van niet-EU14-herkomst, onder "
    "de drempel van {threshold}: zij behouden niet de volledige subsidie van het eerste jaar",
    "without {partners} the others count {together} residents of non-EU14 origin together, below "
    "the threshold of {threshold}: they do not keep the full subsidy of the first year",
)
_APPLY_ANEW = Words(
    "wie vertrekt, verliest ze ook, en kan enkel opnieuw indienen met meer dan {threshold} "
    "inwoners op zichzelf",
    "who leaves loses it too, and may apply anew only with more than {threshold} residents on its "
    "own",
)


def _too_few_stay(case: Case, language: Language) -> Iterator[Finding]:
    """Together too few residents after partners have left in a scenario."""
    plan = plan_of(case.network)
    left = _left(case)
    if plan is None or not left:
        return
    together, lacking = _together(case, plan)
    if together < plan.threshold and not lacking:
        threshold = counted(Fraction(plan.threshold), language)
        yield Finding(
            _TOO_FEW_STAY.say(
                language,
                partners=language.listed([f"`{id}`" for id in left]),
                together=counted(together, language),
                threshold=threshold,
            ),
            ("scenario", case.scenario or "", "remove"),
            _APPLY_ANEW.say(language, threshold=threshold),
        )


def _left(case: Case) -> list[str]:
    """The local governments of the base that a scenario takes away."""
    if case.base is None:
        return []
    return [id for id in local_governments(case.base.network) if id not in case.network.partner]


def _together(case: Case, plan: PlanSamenleven) -> tuple[Fraction, Sequence[str]]:
    """The residents of all local governments, and those whose figure is not stated."""
    known = residents(case.network, plan)
    members = local_governments(case.network)
    together = sum((known[id] for id in members if id in known), ZERO)
    return together, [id for id in members if id not in known]


THRESHOLD: tuple[Rule, ...] = (
    Rule(
        "samenleven-threshold",
        "error",
        SOURCE,
        Words(
            "de partners tellen samen minstens 7.500 inwoners van niet-EU14-herkomst",
            "the partners count at least 7,500 residents of non-EU14 origin together",
        ),
        _below_threshold,
    ),
    Rule(
        "samenleven-threshold-after-leaving",
        "error",
        SOURCE,
        Words(
            "ook wie na een vertrek overblijft telt samen minstens 7.500 inwoners van "
            "niet-EU14-herkomst",
            "those that stay after one has left count at least 7,500 residents of non-EU14 origin "
            "together as well",
        ),
        _too_few_stay,
    ),
)
