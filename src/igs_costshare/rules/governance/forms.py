"""The legal forms of intermunicipal cooperation: who may take part, and for how long.

The facts are those of the Decreet Lokaal Bestuur of 22 December 2017, unless a source says
otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from igs_costshare.description.governance import Form
from igs_costshare.description.network import Kind, Network
from igs_costshare.messages import Message, say

KINDS: Mapping[Kind, Message] = {
    "municipality": say("rule.kind_municipality"),
    "ocmw": say("rule.kind_ocmw"),
    "agb": say("rule.kind_agb"),
    "police_zone": say("rule.kind_police_zone"),
    "emergency_zone": say("rule.kind_emergency_zone"),
    "intermunicipal": say("rule.kind_intermunicipal"),
    "province": say("rule.kind_province"),
    "government": say("rule.kind_government"),
    "nonprofit": say("rule.kind_nonprofit"),
    "private": say("rule.kind_private"),
}
"""What a partner of each kind is called in a sentence."""

LOCAL: frozenset[Kind] = frozenset(
    ("municipality", "ocmw", "agb", "police_zone", "emergency_zone", "intermunicipal")
)
"""Local governments in the broad sense."""


class LegalForm(NamedTuple):
    """A legal form, and what the law asks of it."""

    id: Form
    name: Message
    """With its article, for use in a sentence."""
    source: str
    members: frozenset[Kind] | None = None
    """Who may take part; None: anyone."""
    open_to_private: tuple[str, ...] = ()
    """Sectors in which private partners may join."""
    who: Message = say("rule.forms_anyone")
    """`members` in words."""
    instead: Message | None = None
    """The hint for who may not take part."""
    association: bool = False
    """Made by municipalities as a legal person of its own."""
    years: int | None = None
    """The longest term; None: as agreed."""
    renewal: Message | None = None
    """The hint for a longer term."""
    person: bool = False
    """Whether it is a legal person, which may have staff of its own."""
    orders: bool = False
    """Whether somebody may give orders to third parties for it."""
    hands_over: bool = False
    """Whether the municipalities hand the management over to it."""

    def admits(self, kind: Kind, sector: str | None) -> bool:
        """Whether a partner of that kind may take part."""
        if self.members is None or kind in self.members:
            return True
        named = (sector or "").casefold()
        return kind in PRIVATE and _SECTORS.get(named, named) in self.open_to_private


PRIVATE: tuple[Kind, ...] = ("private", "nonprofit")
"""Private partners, for profit or not."""
_SECTORS = {"energie": "energy", "afval": "waste"}
"""What the Dutch call the sectors that are open to them."""
_LOCAL_ONLY = say("rule.forms_local_only")
_OPEN_FORMS = say("rule.forms_open")


FORMS: tuple[LegalForm, ...] = (
    LegalForm("agreement", say("rule.form_agreement"), "Decreet Lokaal Bestuur, art. 387"),
    LegalForm(
        "ocmw_cooperation",
        say("rule.form_ocmw_cooperation"),
        "OCMW-wet, art. 61",
        members=frozenset(("ocmw",)),
        who=say("rule.forms_ocmws_only"),
        instead=say("rule.forms_agreement_open"),
    ),
    LegalForm(
        "interlocal",
        say("rule.form_interlocal"),
        "Decreet Lokaal Bestuur, interlokale vereniging",
        orders=True,
    ),
    LegalForm(
        "project",
        say("rule.form_project"),
        "Decreet Lokaal Bestuur, projectvereniging",
        members=LOCAL,
        who=_LOCAL_ONLY,
        instead=_OPEN_FORMS,
        association=True,
        person=True,
        orders=True,
        years=6,
        renewal=say("rule.forms_renew_by", years=6),
    ),
    LegalForm(
        "service",
        say("rule.form_service"),
        "Decreet Lokaal Bestuur, dienstverlenende vereniging",
        members=LOCAL,
        who=_LOCAL_ONLY,
        instead=_OPEN_FORMS,
        association=True,
        person=True,
        orders=True,
        years=18,
        renewal=say("rule.forms_renew_at_most", years=18),
    ),
    LegalForm(
        "mandated",
        say("rule.form_mandated"),
        "Decreet Lokaal Bestuur, opdrachthoudende vereniging",
        members=LOCAL,
        open_to_private=("energy", "waste"),
        hands_over=True,
        who=_LOCAL_ONLY,
        instead=_OPEN_FORMS,
        association=True,
        person=True,
        orders=True,
        years=18,
        renewal=say("rule.forms_renew_at_most", years=18),
    ),
    LegalForm(
        "welfare",
        say("rule.form_welfare"),
        "Decreet Lokaal Bestuur, welzijnsvereniging",
        members=frozenset(("ocmw", "municipality", "nonprofit")),
        who=say("rule.forms_welfare_members"),
        instead=_OPEN_FORMS,
        person=True,
        orders=True,
        years=30,
        renewal=say("rule.forms_renew"),
    ),
)


def form_of(network: Network) -> LegalForm | None:
    """The legal form of a network, where it states one."""
    stated = network.governance and network.governance.form
    return next((form for form in FORMS if form.id == stated), None)
