"""How many municipalities each legal form takes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from igs_costshare.messages import say
from igs_costshare.rules.governance.forms import FORMS, LegalForm, form_of
from igs_costshare.rules.rule import Case, Finding, Rule

LEAST = 2
"""Municipalities that it takes to cooperate."""


def _too_few(forms: Collection[LegalForm], case: Case) -> Iterator[Finding]:
    """Fewer municipalities than it takes, however the partners without a kind would turn out."""
    form = form_of(case.network)
    kinds = [partner.kind for partner in case.network.partner.values()]
    municipalities = kinds.count("municipality")
    if form is None or form not in forms or municipalities + kinds.count(None) >= LEAST:
        return
    yield Finding(
        say("rule.municipalities_one", form=form.name)
        if municipalities
        else say("rule.municipalities_none", form=form.name),
        ("governance", "form"),
        say("rule.municipalities_more"),
    )


MUNICIPALITIES: tuple[Rule, ...] = (
    Rule(
        "interlocal-municipalities",
        "error",
        "Decreet Lokaal Bestuur, interlokale vereniging",
        say("rule.is_interlocal_municipalities"),
        partial(_too_few, [form for form in FORMS if form.id == "interlocal"]),
    ),
    Rule(
        "association-municipalities",
        "warning",
        "Decreet Lokaal Bestuur, intergemeentelijke samenwerking met rechtspersoonlijkheid",
        say("rule.is_association_municipalities"),
        partial(_too_few, [form for form in FORMS if form.association]),
    ),
)
