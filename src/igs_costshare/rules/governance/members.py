"""Who may take part in each legal form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from igs_costshare.language import Language, Words
from igs_costshare.network import Network
from igs_costshare.rules.governance.forms import FORMS, KINDS, PRIVATE, LegalForm, form_of
from igs_costshare.rules.governance.municipalities import LEAST
from igs_costshare.rules.rule import Case, Finding, Rule

_NOT_ADMITTED = Words(
    "`{partner}` is {kind}; aan {form} kunnen {who} deelnemen",
    "`{partner}` is {kind}; {who} may take part in {form}",
)
_IN_SECTORS = Words(
    "`{partner}` is een private partner, en die kan aan {form} alleen deelnemen in energie en "
    "afval",
    "`{partner}` is a private partner, which may take part in {form} in energy and waste only",
)
_SECTOR = Words(
    'is dat hier zo, zet dan `sector = "energy"` of `sector = "waste"` in `[governance]`',
    'if that is so here, add `sector = "energy"` or `sector = "waste"` to `[governance]`',
)


def _not_admitted(form: LegalForm, case: Case, language: Language) -> Iterator[Finding]:
    """Partners of a kind that the form is closed to."""
    governance = case.network.governance
    if governance is None or governance.form != form.id:
        return
    for id, partner in case.network.partner.items():
        if partner.kind is None or form.admits(partner.kind, governance.sector):
            continue
        by_sector = partner.kind in PRIVATE and form.open_to_private
        message = (_IN_SECTORS if by_sector else _NOT_ADMITTED).say(
            language,
            partner=id,
            kind=KINDS[partner.kind].say(language),
            form=form.name.say(language),
            who=form.who.say(language),
        )
        hint = (_SECTOR if by_sector else form.instead).say(language)
        yield Finding(message, ("partner", id, "kind"), hint)


_NO_KIND = Words(
    "`{partner}` heeft geen `kind`, en voor {form} telt wat voor bestuur of organisatie het is",
    "`{partner}` has no `kind`, and {form} depends on what its partners are",
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
    counted = kinds.count("municipality") >= LEAST
    managing = network.governance and network.governance.managing
    for id, partner in network.partner.items():
        if partner.kind is None and (
            form.members is not None
            or (form.id == "interlocal" and (id == managing or not counted))
        ):
            yield id


_ALSO_PRIVATE = Words(
    ", in energie en afval ook private partners", ", in energy and waste private partners as well"
)

MEMBERS: tuple[Rule, ...] = (
    *(
        Rule(
            f"{form.id.replace('_', '-')}-members",
            "error",
            form.source,
            Words(
                f"aan {form.name.nl} nemen {form.who.nl} deel"
                + (_ALSO_PRIVATE.nl if form.open_to_private else ""),
                f"{form.who.en} take part in {form.name.en}"
                + (_ALSO_PRIVATE.en if form.open_to_private else ""),
            ),
            partial(_not_admitted, form),
        )
        for form in FORMS
        if form.members is not None
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
