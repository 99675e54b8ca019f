"""Who may take part in each legal form, and how many municipalities it takes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from igs_costshare.language import Language
from igs_costshare.network import Network
from igs_costshare.rules.governance.forms import FORMS, KINDS, LegalForm, form_of
from igs_costshare.rules.rule import Case, Finding, Rule, Words

_NOT_ADMITTED = Words(
    "`{partner}` is {kind}; aan {form} kunnen {who} deelnemen",
    "`{partner}` is {kind}; {who} may take part in {form}",
)


def _not_admitted(form: LegalForm, case: Case, language: Language) -> Iterator[Finding]:
    """Partners of a kind that the form is closed to."""
    governance = case.network.governance
    if governance is None or governance.form != form.id:
        return
    for id, partner in case.network.partner.items():
        if partner.kind is not None and not form.admits(partner.kind, governance.sector):
            yield Finding(
                _NOT_ADMITTED.say(
                    language,
                    partner=id,
                    kind=KINDS[partner.kind].say(language),
                    form=form.name.say(language),
                    who=form.who.say(language),
                ),
                ("partner", id, "kind"),
                form.instead.say(language),
            )


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
_LEAST = 2
"""Municipalities that it takes to cooperate."""


def _too_few(network: Network, language: Language) -> Iterator[Finding]:
    """Fewer municipalities than it takes, however the partners without a kind would turn out."""
    form = form_of(network)
    kinds = [partner.kind for partner in network.partner.values()]
    municipalities = kinds.count("municipality")
    if form is not None and municipalities + kinds.count(None) < _LEAST:
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


def _interlocal_too_few(case: Case, language: Language) -> Iterator[Finding]:
    form = form_of(case.network)
    if form is not None and form.id == "interlocal":
        yield from _too_few(case.network, language)


def _association_too_few(case: Case, language: Language) -> Iterator[Finding]:
    form = form_of(case.network)
    if form is not None and form.association:
        yield from _too_few(case.network, language)


_NO_KIND = Words(
    "`{partner}` heeft geen `kind`; daarvan hangt af of {form} kan",
    "`{partner}` has no `kind`, which decides whether {form} is possible",
)
_KINDS_ARE = Words(
    'bijvoorbeeld `kind = "municipality"`, `"ocmw"` of `"nonprofit"`',
    'for instance `kind = "municipality"`, `"ocmw"` or `"nonprofit"`',
)


def _without_kind(case: Case, language: Language) -> Iterator[Finding]:
    """Partners without a kind, where the form depends on it."""
    form = form_of(case.network)
    if form is None:
        return
    for id in _undecided(form, case.network):
        message = _NO_KIND.say(language, partner=id, form=form.name.say(language))
        yield Finding(message, ("partner", id), _KINDS_ARE.say(language))


def _undecided(form: LegalForm, network: Network) -> Iterator[str]:
    """The partners whose missing kind leaves a rule of the form undecided."""
    kinds = [partner.kind for partner in network.partner.values()]
    counted = kinds.count("municipality") >= _LEAST
    managing = network.governance and network.governance.managing
    for id, partner in network.partner.items():
        if partner.kind is None and (
            form.members is not None
            or (form.id == "interlocal" and (id == managing or not counted))
        ):
            yield id


MEMBERS: tuple[Rule, ...] = (
    *(
        Rule(
            f"{form.id.replace('_', '-')}-members",
            "error",
            form.source,
            Words(
                f"aan {form.name.nl} nemen {form.who.nl.rstrip(',')} deel",
                f"{form.who.en} take part in {form.name.en}",
            ),
            partial(_not_admitted, form),
        )
        for form in FORMS
        if form.members is not None
    ),
    Rule(
        "interlocal-municipalities",
        "error",
        "DLB, interlokale vereniging",
        Words(
            "aan een interlokale vereniging nemen minstens twee gemeenten deel",
            "at least two municipalities take part in an interlocal association",
        ),
        _interlocal_too_few,
    ),
    Rule(
        "association-municipalities",
        "warning",
        "DLB, intergemeentelijke samenwerking met rechtspersoonlijkheid",
        Words(
            "een project-, dienstverlenende of opdrachthoudende vereniging is er een van "
            "minstens twee gemeenten",
            "a project, service or mandated association is one of at least two municipalities",
        ),
        _association_too_few,
    ),
    Rule(
        "governance-kind",
        "warning",
        "docs/format.md, [governance]",
        Words(
            "elke partner heeft een `kind` waar de rechtsvorm daarvan afhangt",
            "every partner has a `kind` where the legal form depends on it",
        ),
        _without_kind,
    ),
)
