"""Plan Samenleven: in which region the partners lie, and in which cooperations they take part."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.language import Language, Words
from igs_costshare.rules.programme.plan import PLAN, SOURCE, local_governments, plan_of
from igs_costshare.rules.rule import Case, Finding, Rule

_OTHER_REGION = Words(
    "`{partner}` ligt in de referentieregio {its}, en het samenwerkingsverband in {theirs}",
    "`{partner}` lies in the reference region {its}, and the cooperation in {theirs}",
)
_SAME_REGION = Words(
    "een samenwerkingsverband blijft binnen één referentieregio",
    "a cooperation stays within one reference region",
)
_NO_REGION = Words(
    "de referentieregio van {partners} is niet bekend",
    "the reference region of {partners} is not known",
)
_STATE_REGION = Words(
    'zet `region = "…"` in `[governance]`, of bij de partner zelf',
    'add `region = "…"` to `[governance]`, or to the partner itself',
)


def _in_another_region(case: Case, language: Language) -> Iterator[Finding]:
    """Partners outside the region of `[governance]`, or else that of the first partner."""
    network = case.network
    if plan_of(network) is None:
        return
    common = None if network.governance is None else network.governance.region
    regions = {id: network.partner[id].region or common for id in local_governments(network)}
    theirs = common or next(filter(None, regions.values()), None)
    unknown = [id for id, region in regions.items() if region is None]
    if unknown:
        names = language.listed([f"`{id}`" for id in unknown])
        message = _NO_REGION.say(language, partners=names)
        yield Finding(message, PLAN, _STATE_REGION.say(language), severity="warning")
    for id, its in regions.items():
        if its and theirs and its.strip().casefold() != theirs.strip().casefold():
            yield Finding(
                _OTHER_REGION.say(language, partner=id, its=its, theirs=theirs),
                ("partner", id, "region"),
                _SAME_REGION.say(language),
            )


_ELSEWHERE = Words(
    "`{partner}` neemt ook deel aan een ander samenwerkingsverband van het programma",
    "`{partner}` takes part in another cooperation of the programme as well",
)
_KEPT = Words(
    "wie er in het eerste projectjaar meerdere had, mag ze behouden: zet de partner dan ook in "
    "`several_since_first_year`",
    "who had several in the first project year may keep them: put the partner in "
    "`several_since_first_year` as well then",
)


def _in_another_cooperation(case: Case, language: Language) -> Iterator[Finding]:
    plan = plan_of(case.network)
    if plan is None:
        return
    for place, id in enumerate(plan.elsewhere):
        if id not in plan.several_since_first_year:
            message = _ELSEWHERE.say(language, partner=id)
            yield Finding(message, (*PLAN, "elsewhere", place), _KEPT.say(language))


MEMBERSHIP: tuple[Rule, ...] = (
    Rule(
        "samenleven-region",
        "error",
        SOURCE,
        Words(
            "de partners liggen in dezelfde referentieregio",
            "the partners lie in the same reference region",
        ),
        _in_another_region,
    ),
    Rule(
        "samenleven-one-cooperation",
        "error",
        SOURCE,
        Words(
            "een lokaal bestuur neemt deel aan één samenwerkingsverband van het programma",
            "a local government takes part in one cooperation of the programme",
        ),
        _in_another_cooperation,
    ),
)
