"""How many municipalities each legal form takes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from igs_costshare.language import Language, Words
from igs_costshare.rules.governance.forms import FORMS, LegalForm, form_of
from igs_costshare.rules.rule import Case, Finding, Rule

_TWO = Words(
    "er {verb} {number} deel, en voor {form} zijn er minstens twee nodig",
    "{number} {verb} part, and {form} needs two at least",
)
_NUMBERS = (
    (Words("geen gemeente", "no municipality"), Words("neemt", "takes")),
    (Words("maar één gemeente", "only one municipality"), Words("neemt", "takes")),
)
_MORE = Words(
    'geef elke gemeente `kind = "municipality"`; een OCMW telt niet als gemeente',
    'give each municipality `kind = "municipality"`; an OCMW does not count as one',
)
LEAST = 2
"""Municipalities that it takes to cooperate."""


def _too_few(forms: Collection[LegalForm], case: Case, language: Language) -> Iterator[Finding]:
    """Fewer municipalities than it takes, however the partners without a kind would turn out."""
    form = form_of(case.network)
    kinds = [partner.kind for partner in case.network.partner.values()]
    municipalities = kinds.count("municipality")
    if form is None or form not in forms or municipalities + kinds.count(None) >= LEAST:
        return
    number, verb = _NUMBERS[municipalities]
    yield Finding(
        _TWO.say(
            language,
            number=number.say(language),
            verb=verb.say(language),
            form=form.name.say(language),
        ),
        ("governance", "form"),
        _MORE.say(language),
    )


MUNICIPALITIES: tuple[Rule, ...] = (
    Rule(
        "interlocal-municipalities",
        "error",
        "Decreet Lokaal Bestuur, interlokale vereniging",
        Words(
            "aan een interlokale vereniging nemen minstens twee gemeenten deel",
            "at least two municipalities take part in an interlocal association",
        ),
        partial(_too_few, [form for form in FORMS if form.id == "interlocal"]),
    ),
    Rule(
        "association-municipalities",
        "warning",
        "Decreet Lokaal Bestuur, intergemeentelijke samenwerking met rechtspersoonlijkheid",
        Words(
            "aan een project-, dienstverlenende of opdrachthoudende vereniging nemen minstens "
            "twee gemeenten deel",
            "at least two municipalities take part in a project, service or mandated association",
        ),
        partial(_too_few, [form for form in FORMS if form.association]),
    ),
)
