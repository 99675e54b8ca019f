"""The legal forms of intermunicipal cooperation: who may take part, and for how long.

The facts are those of the Decreet Lokaal Bestuur of 22 December 2017, unless a source says
otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from igs_costshare.governance import Form
from igs_costshare.language import Words
from igs_costshare.network import Kind, Network

KINDS: Mapping[Kind, Words] = {
    "municipality": Words("een gemeente", "a municipality"),
    "ocmw": Words("een OCMW", "an OCMW"),
    "agb": Words("een autonoom gemeentebedrijf", "an autonomous municipal company"),
    "police_zone": Words("een politiezone", "a police zone"),
    "emergency_zone": Words("een hulpverleningszone", "an emergency zone"),
    "intermunicipal": Words("een intergemeentelijke vereniging", "an intermunicipal association"),
    "province": Words("een provincie", "a province"),
    "government": Words("een Vlaamse of federale overheid", "a Flemish or federal government"),
    "nonprofit": Words("een private partner zonder winstoogmerk", "a private non-profit partner"),
    "private": Words("een private partner", "a private partner"),
}
"""What a partner of each kind is called in a sentence."""

LOCAL: frozenset[Kind] = frozenset(
    ("municipality", "ocmw", "agb", "police_zone", "emergency_zone", "intermunicipal")
)
"""Local governments in the broad sense."""


class LegalForm(NamedTuple):
    """A legal form, and what the law asks of it."""

    id: Form
    name: Words
    """With its article, for use in a sentence."""
    source: str
    members: frozenset[Kind] | None = None
    """Who may take part; None: anyone."""
    open_to_private: tuple[str, ...] = ()
    """Sectors in which private partners may join."""
    who: Words = Words("", "")
    """`members` in words."""
    instead: Words = Words("", "")
    """The hint for who may not take part."""
    association: bool = False
    """Made by municipalities as a legal person of its own."""
    years: int | None = None
    """The longest term; None: as agreed."""
    renewal: Words = Words("", "")
    """The hint for a longer term."""

    def admits(self, kind: Kind, sector: str | None) -> bool:
        """Whether a partner of that kind may take part."""
        if self.members is None or kind in self.members:
            return True
        named = (sector or "").casefold()
        return kind in PRIVATE and _SECTORS.get(named, named) in self.open_to_private


PRIVATE = ("private", "nonprofit")
"""Private partners, for profit or not."""
_SECTORS = {"energie": "energy", "afval": "waste"}
"""What the Dutch call the sectors that are open to them."""
_LOCAL_ONLY = Words("alleen lokale besturen", "only local governments")
_OPEN_FORMS = Words(
    "een interlokale vereniging of een overeenkomst staat ook open voor andere overheden en "
    "private partners",
    "an interlocal association or an agreement is open to other governments and private partners",
)

FORMS: tuple[LegalForm, ...] = (
    LegalForm(
        "agreement", Words("een overeenkomst", "an agreement"), "Decreet Lokaal Bestuur, art. 387"
    ),
    LegalForm(
        "ocmw_cooperation",
        Words("een samenwerking tussen OCMW's", "a cooperation of OCMW's"),
        "OCMW-wet, art. 61",
        members=frozenset(("ocmw",)),
        who=Words("alleen OCMW's", "only OCMW's"),
        instead=Words(
            "een overeenkomst staat ook open voor anderen", "an agreement is open to others as well"
        ),
    ),
    LegalForm(
        "interlocal",
        Words("een interlokale vereniging", "an interlocal association"),
        "Decreet Lokaal Bestuur, interlokale vereniging",
    ),
    LegalForm(
        "project",
        Words("een projectvereniging", "a project association"),
        "Decreet Lokaal Bestuur, projectvereniging",
        members=LOCAL,
        who=_LOCAL_ONLY,
        instead=_OPEN_FORMS,
        association=True,
        years=6,
        renewal=Words("verleng telkens met 6 jaar", "renew it by 6 years each time"),
    ),
    LegalForm(
        "service",
        Words("een dienstverlenende vereniging", "a service association"),
        "Decreet Lokaal Bestuur, dienstverlenende vereniging",
        members=LOCAL,
        who=_LOCAL_ONLY,
        instead=_OPEN_FORMS,
        association=True,
        years=18,
        renewal=Words(
            "verleng telkens met hoogstens 18 jaar", "renew it by at most 18 years each time"
        ),
    ),
    LegalForm(
        "mandated",
        Words("een opdrachthoudende vereniging", "a mandated association"),
        "Decreet Lokaal Bestuur, opdrachthoudende vereniging",
        members=LOCAL,
        open_to_private=("energy", "waste"),
        who=_LOCAL_ONLY,
        instead=_OPEN_FORMS,
        association=True,
        years=18,
        renewal=Words(
            "verleng telkens met hoogstens 18 jaar", "renew it by at most 18 years each time"
        ),
    ),
    LegalForm(
        "welfare",
        Words("een welzijnsvereniging", "a welfare association"),
        "Decreet Lokaal Bestuur, welzijnsvereniging",
        members=frozenset(("ocmw", "municipality", "nonprofit")),
        who=Words(
            "alleen OCMW's, gemeenten en private rechtspersonen zonder winstoogmerk",
            "only OCMW's, municipalities and private non-profit legal persons",
        ),
        instead=_OPEN_FORMS,
        years=30,
        renewal=Words("verleng de termijn", "renew the term"),
    ),
)


def form_of(network: Network) -> LegalForm | None:
    """The legal form of a network, where it states one."""
    stated = network.governance and network.governance.form
    return next((form for form in FORMS if form.id == stated), None)
