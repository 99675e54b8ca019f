"""The managing municipality and the applicant: whether they take part, and may be what they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Literal

from igs_costshare.errors import clipped
from igs_costshare.messages import say
from igs_costshare.rules.governance.forms import KINDS, form_of
from igs_costshare.rules.rule import Case, Finding, Rule

_MOST_NAMED = 6
"""Partners that a hint lists."""


def _takes_no_part(role: Literal["managing", "applicant"], case: Case) -> Iterator[Finding]:
    governance = case.network.governance
    named = governance and getattr(governance, role)
    if named and named not in case.network.partner:
        ids = ", ".join(f"`{id}`" for id in islice(case.network.partner, _MOST_NAMED))
        more = " …" if len(case.network.partner) > _MOST_NAMED else ""
        yield Finding(
            say("rule.roles_absent", partner=clipped(named)),
            ("governance", role),
            say("rule.roles_take", ids=ids + more),
        )


def _no_managing_municipality(case: Case) -> Iterator[Finding]:
    """An interlocal association without a managing partner, or with one that is no municipality.

    One that does not take part, or has no kind, is told by the rules about that.
    """
    governance = case.network.governance
    form = form_of(case.network)
    if governance is None or form is None or form.id != "interlocal":
        return
    if governance.managing is None:
        yield Finding(say("rule.roles_nobody"), ("governance", "form"), say("rule.roles_name_one"))
        return
    partner = case.network.partner.get(governance.managing)
    if partner is not None and partner.kind not in (None, "municipality"):
        yield Finding(
            say(
                "rule.roles_no_municipality",
                partner=governance.managing,
                kind=KINDS[partner.kind],
            ),
            ("governance", "managing"),
            say("rule.roles_another"),
        )


ROLES: tuple[Rule, ...] = (
    Rule(
        "interlocal-managing",
        "error",
        "Decreet Lokaal Bestuur, interlokale vereniging",
        say("rule.is_interlocal_managing"),
        _no_managing_municipality,
    ),
    Rule(
        "managing-takes-part",
        "error",
        "Decreet Lokaal Bestuur, interlokale vereniging",
        say("rule.is_managing_takes_part"),
        partial(_takes_no_part, "managing"),
    ),
    Rule(
        "applicant-takes-part",
        "error",
        "docs/file.md, [governance]",
        say("rule.is_applicant_takes_part"),
        partial(_takes_no_part, "applicant"),
    ),
)
