"""Who may take part in each legal form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from igs_costshare.description.network import Network
from igs_costshare.messages import say
from igs_costshare.rules.governance.forms import FORMS, KINDS, PRIVATE, LegalForm, form_of
from igs_costshare.rules.governance.municipalities import LEAST
from igs_costshare.rules.rule import Case, Finding, Rule


def _not_admitted(form: LegalForm, case: Case) -> Iterator[Finding]:
    """Partners of a kind that the form is closed to."""
    governance = case.network.governance
    if governance is None or governance.form != form.id:
        return
    for id, partner in case.network.partner.items():
        if partner.kind is None or form.admits(partner.kind, governance.sector):
            continue
        by_sector = partner.kind in PRIVATE and form.open_to_private
        yield Finding(
            say("rule.members_in_sectors", partner=id, form=form.name)
            if by_sector
            else say(
                "rule.members_not_admitted",
                partner=id,
                kind=KINDS[partner.kind],
                form=form.name,
                who=form.who,
            ),
            ("partner", id, "kind"),
            say("rule.members_sector") if by_sector else form.instead,
        )


def _without_kind(case: Case) -> Iterator[Finding]:
    """Partners without a kind, where the form depends on it."""
    form = form_of(case.network)
    if form is None:
        return
    for id in _undecided(form, case.network):
        message = say("rule.members_no_kind", partner=id, form=form.name)
        yield Finding(message, ("partner", id), say("rule.members_kinds_are"))


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


MEMBERS: tuple[Rule, ...] = (
    *(
        Rule(
            f"{form.id.replace('_', '-')}-members",
            "error",
            form.source,
            say("rule.is_members_or_private", who=form.who, form=form.name)
            if form.open_to_private
            else say("rule.is_members", who=form.who, form=form.name),
            partial(_not_admitted, form),
        )
        for form in FORMS
        if form.members is not None
    ),
    Rule(
        "governance-kind",
        "warning",
        "docs/file.md, [governance]",
        say("rule.is_governance_kind"),
        _without_kind,
    ),
)
